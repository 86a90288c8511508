//! `AssumeRoot`: a session of the root user of a member account, for one privileged task.
//!
//! "Perform a privileged task on an AWS Organizations member account", IAM User Guide: the organization's management
//! account, or a delegated administrator for IAM, does in a member account what only its root user may, limited by the
//! policy of the task.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Principal, ROOT_TASK_POLICIES, Session};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Sts;
use crate::errors::access_denied;
use crate::generated::operations::AssumeRoot;
use crate::generated::{AssumeRootRequest, AssumeRootResponse};
use crate::session;

/// The tasks, by the names of their policies.
const TASKS: [&str; 5] = [
    "IAMAuditRootUserCredentials",
    "IAMCreateRootUserPassword",
    "IAMDeleteRootUserCredentials",
    "S3UnlockBucketPolicy",
    "SQSUnlockQueuePolicy",
];

/// How long a session lasts at most, and if the request does not say, in seconds.
const FIFTEEN_MINUTES: i64 = 900;

/// The service that an organization lets manage root access.
const IAM: &str = "iam.amazonaws.com";

impl Handler<AssumeRoot> for Sts {
    type Mode = Read;

    /// `sts:AssumeRoot` on the root user. It has no policy of its own that could trust anybody: over members the organization
    /// manages root access as if they were its own account, and what its principals are allowed decides.
    fn access(
        &self,
        input: &AssumeRootRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let account = target(&input.target_principal)?;
        let root = cx.arn("iam", "", account, "root");
        let check = Check::on("sts:AssumeRoot", root)
            .with_string("sts:TaskPolicyArn", input.task_policy_arn.arn.as_deref());
        Ok(vec![match manages_root_access(cx, state, account) {
            true => {
                check.owned_by(cx.account()).with_string("aws:ResourceAccount", Some(account.to_string()))
            }
            false => check,
        }])
    }

    fn call(
        &self,
        input: AssumeRootRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<AssumeRootResponse, ServiceError> {
        let account = target(&input.target_principal)?;
        let task = input.task_policy_arn.arn.as_deref().unwrap_or_default();
        if !task.strip_prefix(ROOT_TASK_POLICIES).is_some_and(|name| TASKS.contains(&name)) {
            return Err(ServiceError::validation(format!("The task policy {task} is not supported.")));
        }
        session::refuse_unreachable(cx, "AssumeRoot")?;
        if cx.host.enforcing() && cx.caller.principal == Principal::Root {
            return Err(access_denied("Root sessions may not be assumed by root accounts."));
        }
        if !manages_root_access(cx, state, account) {
            let root = cx.arn("iam", "", account, "root");
            return Err(crate::errors::not_authorized(cx, "sts:AssumeRoot", &root));
        }
        let calling = cx.caller.session.as_deref();
        let source_identity = calling.and_then(|session| session.source_identity.clone());
        let session = Session {
            policy_arns: vec![task.to_owned()],
            source_identity: source_identity.clone(),
            ..session::starting(cx, duration(&input))
        };
        let issued =
            session::issue(cx, account, &Principal::Root, &session, input.minimum_session_token_size)?;
        Ok(AssumeRootResponse {
            credentials: Some(issued.credentials),
            source_identity,
            session_token_utilization: issued.token_utilization,
            session_token_size: issued.token_size,
        })
    }
}

fn duration(input: &AssumeRootRequest) -> i64 {
    input.duration_seconds.map_or(FIFTEEN_MINUTES, i64::from)
}

/// The account in "the member account principal ARN or account ID".
///
/// # Errors
/// `ValidationError` (400) if it is neither.
fn target(principal: &str) -> Result<AccountId, ServiceError> {
    let account = principal.strip_prefix("arn:aws:iam::").and_then(|rest| rest.strip_suffix(":root"));
    let account = account.unwrap_or(principal).parse();
    account.map_err(|_| ServiceError::validation(format!("{principal} is invalid")))
}

/// Whether the caller's account manages root access to this one: it manages an organization with all features, or is its
/// delegated administrator for IAM, the organization has root sessions enabled, and the other account is a member of it.
fn manages_root_access(cx: &Context<'_>, state: &View, account: AccountId) -> bool {
    let (Some(guardrails), Some(directory)) = (cx.host.guardrails(), cx.host.identity_directory()) else {
        return false;
    };
    let Some(organization) = guardrails.organization(state, cx.account()) else { return false };
    let management = organization.management_account;
    let administers = cx.account() == management
        || guardrails.delegated_administrators(state, management, IAM).contains(&cx.account());
    let is_member = account != management
        && guardrails.members(state, management).iter().any(|member| member.account == account);
    organization.all_features
        && administers
        && is_member
        && !guardrails.is_closed(state, account)
        && guardrails.trusts(state, management, IAM)
        && directory.central_root_access(state, management).sessions
}
