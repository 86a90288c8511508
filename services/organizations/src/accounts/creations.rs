//! `DescribeCreateAccountStatus`, `ListCreateAccountStatus`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use crate::generated::operations::{DescribeCreateAccountStatus, ListCreateAccountStatus};
use crate::generated::{CreateAccountState, CreateAccountStatus};
use crate::generated::{
    DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResponse, ListCreateAccountStatusRequest,
    ListCreateAccountStatusResponse,
};
use crate::page;
use crate::state::{CREATIONS, Creation, Outcome};
use crate::{Organizations, errors};

impl Handler<DescribeCreateAccountStatus> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &DescribeCreateAccountStatusRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:DescribeCreateAccountStatus")])
    }

    fn call(
        &self,
        input: DescribeCreateAccountStatusRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeCreateAccountStatusResponse, ServiceError> {
        let id = &*input.create_account_request_id;
        let seat = self.seat::<DescribeCreateAccountStatus>(&input, cx, state)?;
        let creation = state.get(&CREATIONS, seat.management, id).ok_or_else(errors::no_such_creation)?;
        Ok(DescribeCreateAccountStatusResponse {
            create_account_status: Some(self.status_at(id, creation, cx.now)),
        })
    }
}

impl Handler<ListCreateAccountStatus> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListCreateAccountStatusRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:ListCreateAccountStatus")])
    }

    fn call(
        &self,
        input: ListCreateAccountStatusRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListCreateAccountStatusResponse, ServiceError> {
        let seat = self.seat::<ListCreateAccountStatus>(&input, cx, state)?;
        let request =
            page::request("ListCreateAccountStatus", input.next_token.as_deref(), input.max_results)?;
        let wanted = |status: &CreateAccountStatus| {
            input
                .states
                .as_ref()
                .is_none_or(|states| status.state.is_some_and(|state| states.contains(&state)))
        };
        let page = request.fill(
            state
                .iter_from(&CREATIONS, seat.management, request.start())
                .map(|(id, creation)| (id, self.status_at(id, creation, cx.now)))
                .filter(|(_, status)| wanted(status)),
        );
        Ok(ListCreateAccountStatusResponse {
            create_account_statuses: Some(page.items),
            next_token: page.marker,
        })
    }
}

impl Organizations {
    /// What is said of a request at a time.
    fn status_at(&self, id: &str, creation: &Creation, now: Timestamp) -> CreateAccountStatus {
        let done = creation.requested.plus_seconds(i64::from(self.settings.account_creation_seconds));
        let reached = match creation.outcome {
            _ if now < done => CreateAccountState::InProgress,
            Outcome::Made { .. } => CreateAccountState::Succeeded,
            Outcome::Failed(_) => CreateAccountState::Failed,
        };
        status(id, creation, reached, Some(done))
    }
}

/// A request in a state, with when it came to its end if it did.
pub(super) fn status(
    id: &str,
    creation: &Creation,
    state: CreateAccountState,
    completed: Option<Timestamp>,
) -> CreateAccountStatus {
    let mut status = CreateAccountStatus {
        id: Some(id.to_owned()),
        account_name: Some(creation.name.to_string()),
        state: Some(state),
        requested_timestamp: Some(creation.requested),
        ..CreateAccountStatus::default()
    };
    if state == CreateAccountState::InProgress {
        return status;
    }
    status.completed_timestamp = completed;
    match &creation.outcome {
        Outcome::Made { account, govcloud } => {
            status.account_id = Some(account.to_string());
            status.gov_cloud_account_id = govcloud.map(|account| account.to_string());
        }
        Outcome::Failed(reason) => status.failure_reason = Some(*reason),
    }
    status
}
