//! The operation.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{Locale, text};
use crate::Iam;
use crate::delegation::{access, find};
use crate::generated::operations::GetHumanReadableSummary;
use crate::generated::{
    ErrorCode, GetHumanReadableSummaryRequest, GetHumanReadableSummaryResponse, SummaryStateType,
};

/// The most characters of a summary.
const LONGEST: usize = 10_000;

impl Handler<GetHumanReadableSummary> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetHumanReadableSummaryRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(access("iam:GetHumanReadableSummary", cx, state, id(&input.entity_arn)?))
    }

    fn call(
        &self,
        input: GetHumanReadableSummaryRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetHumanReadableSummaryResponse, ServiceError> {
        let asked = input.locale.unwrap_or_else(|| Locale::DEFAULT.to_owned());
        let locale = Locale::named(&asked)
            .ok_or_else(|| ErrorCode::InvalidInput.with(format!("Invalid Locale: {asked}.")))?;
        let found = find(state, cx, id(&input.entity_arn)?)?;
        let (summary, state) = match locale.language() {
            Some(language) => {
                let summary = text::summary(&found, state, cx.now, language)?;
                (summary.chars().take(LONGEST).collect(), SummaryStateType::Available)
            }
            None => (String::new(), SummaryStateType::NotSupported),
        };
        Ok(GetHumanReadableSummaryResponse {
            summary_content: Some(summary),
            locale: Some(asked),
            summary_state: Some(state),
        })
    }
}

/// The id of the delegation request with this ARN; nothing else has summaries.
///
/// # Errors
/// `InvalidInput` (400).
fn id(arn: &str) -> Result<&str, ServiceError> {
    let resource = match arn.splitn(6, ':').collect::<Vec<_>>().as_slice() {
        ["arn", _, "iam", "", _, resource] => resource.strip_prefix("delegation-request/"),
        _ => None,
    };
    resource.filter(|id| !id.is_empty()).ok_or_else(|| {
        ErrorCode::InvalidInput
            .with(format!("Invalid EntityArn: {arn} is not the ARN of a delegation request."))
    })
}
