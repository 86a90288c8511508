//! `AssumeRole`.

use async_trait::async_trait;
use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::caller::{Caller, Principal, Session};
use awsim_plugin::context::Context;
use awsim_plugin::directory::RoleRecord;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store, Transaction, View, transact};

use crate::Sts;
use crate::errors::{access_denied, not_authorized};
use crate::generated::operations::AssumeRole;
use crate::generated::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser};
use crate::role_arn::RoleArn;
use crate::session::mfa::Factor;
use crate::session::{self, HOUR, contexts, packed, policies, tags};

#[async_trait]
impl AsyncHandler<AssumeRole> for Sts {
    /// `sts:AssumeRole`; `sts:TagSession` if the session will have tags, its own or passed on; `sts:SetSourceIdentity`
    /// and `sts:SetContext` likewise. All of them on the role, whose trust policy is the resource's policy.
    fn access(
        &self,
        input: &AssumeRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = RoleArn::parse(&input.role_arn)?;
        let role = arn.find(cx, state).map(|(_, role)| role);
        let calling = cx.caller.session.as_deref();
        let requested = input.tags.as_deref().unwrap_or_default();
        let passed_on = calling.into_iter().flat_map(|session| &session.tags).filter(|tag| tag.transitive);
        let source_identity = source_identity(calling, input)?;
        let contexts = contexts::of_request(cx, input.provided_contexts.as_deref())?;

        let check = |action: &'static str| {
            let check = Check::on(action, arn.as_str())
                .with_string("sts:RoleSessionName", Some(&input.role_session_name))
                .with_string("sts:ExternalId", input.external_id.as_deref())
                .with_string("sts:SourceIdentity", source_identity)
                .with_request_tags(requested.iter().map(|tag| (&*tag.key, &*tag.value)));
            let check = match input.transitive_tag_keys.as_deref() {
                None | Some([]) => check,
                Some(keys) => check.with("sts:TransitiveTagKeys", ContextValue::Strings(keys.to_vec())),
            };
            // A code that turns out to be wrong fails the request, whatever was decided.
            let check = match (&input.serial_number, &input.token_code) {
                (Some(_), Some(_)) => check
                    .with("aws:MultiFactorAuthPresent", ContextValue::Boolean(true))
                    .with("aws:MultiFactorAuthAge", ContextValue::Number(0)),
                _ => check,
            };
            let check = contexts.supply(check);
            let tags = role.iter().flat_map(|role| &role.tags).map(|(key, value)| (&**key, &**value));
            check.with_resource_tags(Some("iam"), tags)
        };
        let mut access = vec![check("sts:AssumeRole")];
        if !requested.is_empty() || passed_on.count() > 0 {
            access.push(check("sts:TagSession"));
        }
        if source_identity.is_some() {
            access.push(check("sts:SetSourceIdentity"));
        }
        if !contexts.is_empty() {
            access.push(check("sts:SetContext"));
        }
        Ok(access)
    }

    async fn call(
        &self,
        mut input: AssumeRoleRequest,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<AssumeRoleResponse, ServiceError> {
        // Only a second factor changes anything: its code is used up.
        let factor = Factor::of_request(input.serial_number.take(), input.token_code.take())?;
        match factor {
            Some(factor) => {
                let assume_role = |state: &mut Transaction| {
                    let authenticated_at = factor.authenticate(cx, state)?;
                    assume(input, cx, decided, Some(authenticated_at))
                };
                transact(store, assume_role).await
            }
            None => assume(input, cx, decided, None),
        }
    }
}

/// The session that the request asks for, made by a caller who authenticated with a second factor then, if ever. It is of
/// the role that was decided on: another may have taken its name since, and trust somebody else.
fn assume(
    input: AssumeRoleRequest,
    cx: &Context<'_>,
    state: &View,
    mfa_authenticated_at: Option<Timestamp>,
) -> Result<AssumeRoleResponse, ServiceError> {
    let arn = RoleArn::parse(&input.role_arn)?;
    let calling = cx.caller.session.as_deref();
    let tags = tags::of_session(
        calling,
        input.tags.as_deref().unwrap_or_default(),
        input.transitive_tag_keys.as_deref().unwrap_or_default(),
    )?;
    let contexts = contexts::of_request(cx, input.provided_contexts.as_deref())?;
    let source_identity = source_identity(calling, &input)?.map(str::to_owned);

    session::refuse_unreachable(cx, "AssumeRole")?;
    if cx.host.enforcing() && cx.caller.principal == Principal::Root {
        return Err(access_denied("Roles may not be assumed by root accounts."));
    }
    let Some((account, role)) = arn.find(cx, state) else {
        return Err(not_authorized(cx, "sts:AssumeRole", arn.as_str()));
    };
    let seconds = duration(cx.caller, &role, input.duration_seconds)?;
    let policies = policies::checked(cx, state, account, input.policy, input.policy_arns)?;
    let packed_policy_size = packed::size(&policies, &tags)?;

    let caller = Caller {
        account,
        principal: Principal::RoleSession {
            role_id: role.id,
            role_name: role.name,
            role_path: role.path,
            session_name: input.role_session_name,
        },
        access_key_id: None,
        session: None,
    };
    let session = Session {
        policies: policies.documents,
        policy_arns: policies.arns,
        tags,
        source_identity: source_identity.clone(),
        mfa_authenticated_at,
        federated_context: contexts.of_session(),
        chained: matches!(cx.caller.principal, Principal::RoleSession { .. }),
        ..session::starting(cx, seconds)
    };
    let issued = session::issue(cx, account, &caller.principal, &session, input.minimum_session_token_size)?;
    Ok(AssumeRoleResponse {
        credentials: Some(issued.credentials),
        assumed_role_user: Some(AssumedRoleUser {
            assumed_role_id: caller.user_id(),
            arn: caller.arn(cx.partition),
        }),
        packed_policy_size,
        source_identity,
        session_token_utilization: issued.token_utilization,
        session_token_size: issued.token_size,
    })
}

/// How long the session lasts: an hour unless the request says otherwise.
///
/// # Errors
/// `ValidationError` (400) if temporary credentials ask for more than an hour, or anybody for more than the role
/// permits.
fn duration(caller: &Caller, role: &RoleRecord, requested: Option<i32>) -> Result<i64, ServiceError> {
    if caller.session.is_some() && requested.is_some_and(|seconds| i64::from(seconds) > HOUR) {
        return Err(ServiceError::validation(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        ));
    }
    session::of_role(role, requested)
}

/// The source identity of the new session: once set, it stays through every further role.
///
/// # Errors
/// `AccessDenied` (403) if the request would change it.
fn source_identity<'a>(
    calling: Option<&'a Session>,
    input: &'a AssumeRoleRequest,
) -> Result<Option<&'a str>, ServiceError> {
    let passed_on = calling.and_then(|session| session.source_identity.as_deref());
    match (passed_on, input.source_identity.as_deref()) {
        (Some(set), Some(requested)) if set != requested => {
            Err(access_denied("The source identity of the calling session cannot be changed."))
        }
        (passed_on, requested) => Ok(passed_on.or(requested)),
    }
}
