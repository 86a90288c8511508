//! `GenerateServiceLastAccessedDetails`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::job;
use super::subject::Subject;
use crate::arn::PolicyArn;
use crate::entity::Entity;
use crate::generated::operations::GenerateServiceLastAccessedDetails;
use crate::generated::{
    AccessAdvisorUsageGranularityType, GenerateServiceLastAccessedDetailsRequest,
    GenerateServiceLastAccessedDetailsResponse,
};
use crate::state::AccessReport;
use crate::state::access_report::ask;
use crate::{Iam, policies, uuid};

const ACTION: &str = "iam:GenerateServiceLastAccessedDetails";

impl Handler<GenerateServiceLastAccessedDetails> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &GenerateServiceLastAccessedDetailsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check: Check = match PolicyArn::parse(&input.arn)? {
            Some(_) => policies::check(ACTION, cx, state, &input.arn),
            None => Entity::check(ACTION, cx, state, &input.arn),
        };
        Ok(vec![check])
    }

    fn call(
        &self,
        input: GenerateServiceLastAccessedDetailsRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<GenerateServiceLastAccessedDetailsResponse, ServiceError> {
        Subject::find(state, cx.account(), &input.arn)?;
        let report = AccessReport {
            arn: input.arn.into(),
            by_action: input.granularity == Some(AccessAdvisorUsageGranularityType::ActionLevel),
            owner: job::owner(cx.caller),
            created: cx.now,
            made: None,
        };
        let job_id = uuid::new()?;
        ask(state, cx.account(), &job_id, report);
        Ok(GenerateServiceLastAccessedDetailsResponse { job_id: Some(job_id) })
    }
}
