//! `CreateDelegationRequest`: what a product provider asks for.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};
use awsim_policy::document::size_without_white_space;
use awsim_policy::{Policy, PolicyKind};

use super::{lifecycle, template};
use crate::generated::operations::CreateDelegationRequest;
use crate::generated::{
    CreateDelegationRequestRequest, CreateDelegationRequestResponse, DelegationPermission, ErrorCode,
    PolicyParameterTypeEnum,
};
use crate::policy_ref::PolicyRef;
use crate::quotas::refuse_more;
use crate::state::{DELEGATION_REQUESTS, DelegationParameter, DelegationRequest, Stage};
use crate::{Iam, uuid};

/// The most characters, without white space, of a policy made from a template ("Policy templates").
const MOST_CHARACTERS: usize = 2048;

/// The most requests of a provider that are not over.
const MOST_REQUESTS: u32 = 1000;

/// How long an expired request is kept, in seconds.
const KEPT: i64 = 7 * 24 * 60 * 60;

impl Handler<CreateDelegationRequest> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateDelegationRequestRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let request = cx.arn("iam", "", cx.account(), "delegation-request/*");
        let check = Check::on("iam:CreateDelegationRequest", request)
            .with_string("iam:DelegationDuration", Some(input.session_duration.to_string()))
            .with_string("iam:NotificationChannel", Some(input.notification_channel.as_str()))
            .with_string("iam:TemplateArn", input.permissions.policy_template_arn.as_deref());
        Ok(vec![check])
    }

    fn call(
        &self,
        input: CreateDelegationRequestRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateDelegationRequestResponse, ServiceError> {
        refuse_other_channels(&input.notification_channel)?;
        let owner_account: Option<AccountId> = input
            .owner_account_id
            .as_deref()
            .map(|id| {
                id.parse().map_err(|_| ErrorCode::InvalidInput.with(format!("Invalid account id: {id}.")))
            })
            .transpose()?;
        let permissions = Permissions::of(cx, state, input.permissions)?;
        make_room(cx, state, &input.requestor_workflow_id)?;
        let now = cx.now.to_the_second();
        let mut request = DelegationRequest {
            workflow_id: input.requestor_workflow_id.into(),
            description: input.description.into(),
            message: input.request_message.map(Into::into),
            template: permissions.template,
            parameters: permissions.parameters,
            policy: permissions.policy.into(),
            redirect_url: input.redirect_url.map(Into::into),
            notification_channel: input.notification_channel.into(),
            session_duration: input.session_duration,
            only_send_by_owner: input.only_send_by_owner.unwrap_or_default(),
            created: now,
            updated: now,
            stage: Stage::Unassigned,
            expires: now,
            owner_account,
            owner: None,
            notes: None,
            rejection_reason: None,
            approver: None,
            notifications: Vec::new(),
        };
        lifecycle::go_on(&mut request, Stage::Unassigned, now, None);
        let id = uuid::new()?;
        state.insert(&DELEGATION_REQUESTS, cx.account(), id.clone(), request);
        let link = format!("https://console.aws.amazon.com/iam/home#/delegation-requests/{id}");
        Ok(CreateDelegationRequestResponse { console_deep_link: Some(link), delegation_request_id: Some(id) })
    }
}

/// What is asked for, checked and rendered.
struct Permissions {
    template: Box<str>,
    parameters: Vec<DelegationParameter>,
    policy: String,
}

impl Permissions {
    /// # Errors
    /// `InvalidInput` (400) if the template is not there, or does not make a policy with these parameters.
    fn of(cx: &Context<'_>, state: &View, asked: DelegationPermission) -> Result<Self, ServiceError> {
        let invalid = |what: String| ErrorCode::InvalidInput.with(what);
        let arn = asked
            .policy_template_arn
            .ok_or_else(|| invalid("Permissions must have a PolicyTemplateArn.".to_owned()))?;
        let document = PolicyRef::find(state, cx.account(), &arn)?
            .and_then(|template| template.default_document())
            .ok_or_else(|| {
                invalid(format!("The policy template {arn} is not registered for this account."))
            })?;
        let mut parameters = Vec::new();
        for parameter in asked.parameters.unwrap_or_default() {
            let name = parameter.name.ok_or_else(|| invalid("A parameter must have a Name.".to_owned()))?;
            parameters.push(DelegationParameter {
                name: name.into(),
                values: parameter.values.unwrap_or_default().into_iter().map(Into::into).collect(),
                is_list: parameter.r#type == Some(PolicyParameterTypeEnum::StringList),
            });
        }
        let policy = template::render(&document, &parameters)
            .map_err(|reason| invalid(format!("The policy template {arn} cannot be rendered: {reason}.")))?;
        if size_without_white_space(&policy) > MOST_CHARACTERS {
            return Err(invalid(format!("The rendered policy has more than {MOST_CHARACTERS} characters.")));
        }
        Policy::parse(PolicyKind::Identity, &policy)
            .map_err(|error| invalid(format!("The rendered policy is malformed: {error}")))?;
        Ok(Self { template: arn.into(), parameters, policy })
    }
}

/// Refuses what is not the ARN of an SNS topic: nothing else is told of changes.
fn refuse_other_channels(channel: &str) -> Result<(), ServiceError> {
    match channel.split(':').collect::<Vec<_>>().as_slice() {
        ["arn", _, "sns", region, account, topic]
            if !region.is_empty() && account.len() == 12 && !topic.is_empty() =>
        {
            Ok(())
        }
        _ => Err(ErrorCode::InvalidInput
            .with(format!("The notification channel {channel} is not the ARN of an SNS topic."))),
    }
}

/// Removes requests of the caller's account that expired long ago, and refuses one too many or of the same workflow.
///
/// # Errors
/// `EntityAlreadyExists` (409), `LimitExceeded` (409).
fn make_room(cx: &Context<'_>, state: &mut Transaction, workflow_id: &str) -> Result<(), ServiceError> {
    let account = cx.account();
    let is_old = |request: &DelegationRequest| {
        lifecycle::has_expired(request, Timestamp::from_seconds(cx.now.seconds() - KEPT))
    };
    let old: Vec<String> = state
        .iter(&DELEGATION_REQUESTS, account)
        .filter(|(_, request)| is_old(request))
        .map(|(id, _)| id.clone())
        .collect();
    for id in old {
        state.remove(&DELEGATION_REQUESTS, account, &id);
    }
    if state.iter(&DELEGATION_REQUESTS, account).any(|(_, request)| *request.workflow_id == *workflow_id) {
        return Err(ErrorCode::EntityAlreadyExists
            .with(format!("A delegation request with the workflow id {workflow_id} already exists.")));
    }
    refuse_more(state.count(&DELEGATION_REQUESTS, account), MOST_REQUESTS, "DelegationRequestsPerRequestor")
}
