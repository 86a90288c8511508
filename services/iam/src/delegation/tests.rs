use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::delegation::{Delegations, TokenRefusal};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::generated::operations::*;
use crate::generated::*;
use crate::state::DELEGATION_REQUESTS;
use crate::testing::{ACCOUNT, Fixture, START, refusal};

const PROVIDER: AccountId = AccountId::from_number(210_987_654_321).unwrap();
const DAY: i64 = 24 * 60 * 60;
const TEMPLATE: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::@{bucketName}/*"},{"Effect":"Allow","Action":"iam:CreateRole","Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"arn:aws:iam::aws:policy/ReadOnlyAccess"}}}]}"#;

/// An account whose provider has registered a template.
fn with_template() -> Fixture {
    let mut fixture = Fixture::new();
    as_provider(&mut fixture);
    let input = CreatePolicyRequest {
        policy_name: "template".into(),
        policy_document: TEMPLATE.into(),
        ..Default::default()
    };
    fixture.call::<CreatePolicy>(input).unwrap();
    fixture
}

fn as_provider(fixture: &mut Fixture) {
    fixture.caller = Caller::root(PROVIDER);
}

fn as_customer(fixture: &mut Fixture) {
    fixture.caller = Caller::root(ACCOUNT);
}

fn request(workflow: &str) -> CreateDelegationRequestRequest {
    CreateDelegationRequestRequest {
        description: "Sets things up.".into(),
        permissions: DelegationPermission {
            policy_template_arn: Some(format!("arn:aws:iam::{PROVIDER}:policy/template")),
            parameters: Some(vec![PolicyParameter {
                name: Some("bucketName".into()),
                values: Some(vec!["books".into()]),
                r#type: Some(PolicyParameterTypeEnum::String),
            }]),
        },
        requestor_workflow_id: workflow.into(),
        notification_channel: format!("arn:aws:sns:us-east-1:{PROVIDER}:delegations"),
        session_duration: 3600,
        ..Default::default()
    }
}

fn create(fixture: &mut Fixture, input: CreateDelegationRequestRequest) -> String {
    as_provider(fixture);
    let id = fixture.call::<CreateDelegationRequest>(input).unwrap().delegation_request_id.unwrap();
    as_customer(fixture);
    id
}

fn get(fixture: &mut Fixture, id: &str) -> Result<DelegationRequest, ServiceError> {
    let input = GetDelegationRequestRequest { delegation_request_id: id.into(), ..Default::default() };
    Ok(fixture.call::<GetDelegationRequest>(input)?.delegation_request.unwrap())
}

fn associate(fixture: &mut Fixture, id: &str) -> Result<(), ServiceError> {
    let input = AssociateDelegationRequestRequest { delegation_request_id: id.into() };
    fixture.call::<AssociateDelegationRequest>(input)
}

fn update(fixture: &mut Fixture, id: &str) -> Result<(), ServiceError> {
    let input = UpdateDelegationRequestRequest {
        delegation_request_id: id.into(),
        notes: Some("Please look.".into()),
    };
    fixture.call::<UpdateDelegationRequest>(input)
}

fn accept(fixture: &mut Fixture, id: &str) -> Result<(), ServiceError> {
    let input = AcceptDelegationRequestRequest { delegation_request_id: id.into() };
    fixture.call::<AcceptDelegationRequest>(input)
}

fn reject(fixture: &mut Fixture, id: &str) -> Result<(), ServiceError> {
    let input =
        RejectDelegationRequestRequest { delegation_request_id: id.into(), notes: Some("No.".into()) };
    fixture.call::<RejectDelegationRequest>(input)
}

fn send(fixture: &mut Fixture, id: &str) -> Result<(), ServiceError> {
    let input = SendDelegationTokenRequest { delegation_request_id: id.into() };
    fixture.call::<SendDelegationToken>(input)
}

fn list(fixture: &mut Fixture, owner: Option<&str>) -> Result<Vec<String>, ServiceError> {
    let input = ListDelegationRequestsRequest { owner_id: owner.map(Into::into), ..Default::default() };
    let requests = fixture.call::<ListDelegationRequests>(input)?.delegation_requests.unwrap();
    Ok(requests.into_iter().filter_map(|request| request.delegation_request_id).collect())
}

fn token(fixture: &Fixture, id: &str) -> String {
    let request = fixture.view.get(&DELEGATION_REQUESTS, PROVIDER, id).unwrap();
    request.notifications.iter().find_map(|told| told.exchange_token.as_deref()).unwrap().to_owned()
}

#[test]
fn a_request_goes_from_the_provider_to_the_customer_and_back() {
    let mut fixture = with_template();
    let id = create(&mut fixture, request("workflow"));
    let made = get(&mut fixture, &id).unwrap();
    assert_eq!((made.state, made.owner_id, made.owner_account_id), (Some(StateType::Unassigned), None, None));
    assert_eq!(made.requestor_id, Some(PROVIDER.to_string()));
    assert_eq!(made.permission_policy, Some(TEMPLATE.replace("@{bucketName}", "books")));
    assert_eq!(
        made.role_permission_restriction_arns,
        Some(vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".into()])
    );
    assert_eq!(made.expiration_time.unwrap().seconds(), START + DAY);
    assert_eq!(list(&mut fixture, None).unwrap(), <[String; 0]>::default());

    associate(&mut fixture, &id).unwrap();
    let taken = get(&mut fixture, &id).unwrap();
    let root = format!("arn:aws:iam::{ACCOUNT}:root");
    assert_eq!((taken.state, taken.owner_id.as_deref()), (Some(StateType::Assigned), Some(root.as_str())));
    assert_eq!(taken.expiration_time.unwrap().seconds(), START + 7 * DAY);
    assert_eq!(list(&mut fixture, Some(&root)).unwrap(), std::slice::from_ref(&id));

    update(&mut fixture, &id).unwrap();
    let forwarded = get(&mut fixture, &id).unwrap();
    assert_eq!(forwarded.state, Some(StateType::PendingApproval));
    assert_eq!(forwarded.notes.as_deref(), Some("Please look."));
    accept(&mut fixture, &id).unwrap();
    assert_eq!(get(&mut fixture, &id).unwrap().approver_id, Some(root));
    send(&mut fixture, &id).unwrap();
    assert_eq!(get(&mut fixture, &id).unwrap().state, Some(StateType::Finalized));

    let delegation = fixture.iam.delegation(&fixture.view, &token(&fixture, &id), fixture.now).unwrap();
    assert_eq!((delegation.account, delegation.requestor), (ACCOUNT, PROVIDER));
    assert_eq!((delegation.approver, delegation.session_duration), (Principal::Root, 3600));
    assert_eq!(delegation.ends_at.seconds(), START + 3600);
}

#[test]
fn a_token_is_good_for_its_time_and_for_nothing_else() {
    let mut fixture = with_template();
    let id = create(&mut fixture, request("workflow"));
    associate(&mut fixture, &id).unwrap();
    accept(&mut fixture, &id).unwrap();
    send(&mut fixture, &id).unwrap();
    let token = token(&fixture, &id);
    let delegation = |token: &str, seconds| {
        fixture.iam.delegation(&fixture.view, token, Timestamp::from_seconds(START + seconds))
    };
    assert!(delegation(&token, 3599).is_ok());
    assert_eq!(delegation(&token, 3600), Err(TokenRefusal::Expired));
    for other in ["", "x", &id, &token[..token.len() - 1], &format!("{token}x")] {
        assert_eq!(delegation(other, 0), Err(TokenRefusal::Unknown), "{other}");
    }
}

#[test]
fn steps_are_taken_in_their_order_only() {
    let mut fixture = with_template();
    let id = create(&mut fixture, request("workflow"));
    let unassigned = format!("(400): The delegation request {id} is in the state UNASSIGNED.");
    assert_eq!(refusal(update(&mut fixture, &id)), format!("InvalidInput {unassigned}"));
    assert_eq!(refusal(reject(&mut fixture, &id)), format!("InvalidInput {unassigned}"));
    assert_eq!(refusal(send(&mut fixture, &id)), format!("InvalidInput {unassigned}"));
    assert!(refusal(accept(&mut fixture, &id)).starts_with("ConcurrentModification (409)"));
    associate(&mut fixture, &id).unwrap();
    assert!(refusal(associate(&mut fixture, &id)).starts_with("InvalidInput (400)"));
    accept(&mut fixture, &id).unwrap();
    assert!(refusal(update(&mut fixture, &id)).starts_with("InvalidInput (400)"));
    reject(&mut fixture, &id).unwrap();
    let rejected = get(&mut fixture, &id).unwrap();
    assert_eq!(
        (rejected.state, rejected.rejection_reason.as_deref()),
        (Some(StateType::Rejected), Some("No."))
    );
    for refused in [send(&mut fixture, &id), update(&mut fixture, &id), reject(&mut fixture, &id)] {
        assert!(refusal(refused).ends_with("is in the state REJECTED."));
    }
}

#[test]
fn requests_expire_where_they_stay() {
    let mut fixture = with_template();
    let (left, taken) = (create(&mut fixture, request("left1")), create(&mut fixture, request("taken")));
    associate(&mut fixture, &taken).unwrap();
    fixture.now = Timestamp::from_seconds(START + DAY);
    assert_eq!(get(&mut fixture, &left).unwrap().state, Some(StateType::Expired));
    assert!(refusal(associate(&mut fixture, &left)).ends_with("is in the state EXPIRED."));
    assert_eq!(get(&mut fixture, &taken).unwrap().state, Some(StateType::Assigned));
    fixture.now = Timestamp::from_seconds(START + 7 * DAY);
    assert_eq!(get(&mut fixture, &taken).unwrap().state, Some(StateType::Expired));
    // A week later the first is forgotten.
    fixture.now = Timestamp::from_seconds(START + 8 * DAY);
    create(&mut fixture, request("left1"));
    assert!(refusal(get(&mut fixture, &left)).starts_with("NoSuchEntity (404)"));
}

#[test]
fn a_request_for_an_account_is_that_accounts_only() {
    let mut fixture = with_template();
    let other = AccountId::from_number(1).unwrap();
    let input =
        CreateDelegationRequestRequest { owner_account_id: Some(other.to_string()), ..request("workflow") };
    let id = create(&mut fixture, input);
    for refused in [associate(&mut fixture, &id), get(&mut fixture, &id).map(drop)] {
        assert_eq!(
            refusal(refused),
            format!("NoSuchEntity (404): The delegation request with id {id} cannot be found.")
        );
    }
    fixture.caller = Caller::root(other);
    associate(&mut fixture, &id).unwrap();
}

#[test]
fn who_may_approve_and_send_is_limited() {
    let mut fixture = with_template();
    let long = CreateDelegationRequestRequest {
        session_duration: 4 * 3600 + 1,
        only_send_by_owner: Some(true),
        ..request("workflow")
    };
    let id = create(&mut fixture, long);
    associate(&mut fixture, &id).unwrap();
    assert!(
        refusal(accept(&mut fixture, &id)).ends_with("a root user may approve access for four hours at most")
    );
    fixture.act_as(Principal::User { id: "AIDA".into(), name: "bob".into(), path: "/".into() });
    accept(&mut fixture, &id).unwrap();
    let refused = refusal(send(&mut fixture, &id));
    assert!(refused.starts_with("AccessDenied (403)") && refused.ends_with("request's owner"), "{refused}");
    as_customer(&mut fixture);
    send(&mut fixture, &id).unwrap();
    // Whoever approved it is not there.
    let refused = fixture.iam.delegation(&fixture.view, &token(&fixture, &id), fixture.now);
    assert_eq!(refused, Err(TokenRefusal::Unknown));
}

#[test]
fn what_cannot_be_asked_for_is_refused() {
    let mut fixture = with_template();
    let mut refused = |change: &dyn Fn(&mut CreateDelegationRequestRequest)| {
        let mut input = request("workflow");
        change(&mut input);
        refusal(fixture.call::<CreateDelegationRequest>(input))
    };
    assert!(refused(&|input| input.notification_channel = "mail".into()).starts_with("InvalidInput (400)"));
    assert!(refused(&|input| input.permissions.policy_template_arn = None).starts_with("InvalidInput (400)"));
    assert!(
        refused(&|input| input.permissions.parameters = None)
            .ends_with("the parameter bucketName is missing.")
    );
    let unknown = refused(&|input| {
        input.permissions.policy_template_arn = Some(format!("arn:aws:iam::{PROVIDER}:policy/none"));
    });
    assert!(unknown.ends_with("is not registered for this account."), "{unknown}");
    let long = refused(&|input| {
        for parameter in input.permissions.parameters.iter_mut().flatten() {
            parameter.values = Some(vec!["b".repeat(2048)]);
        }
    });
    assert!(long.ends_with("has more than 2048 characters."), "{long}");
    fixture.call::<CreateDelegationRequest>(request("workflow")).unwrap();
    let again = refusal(fixture.call::<CreateDelegationRequest>(request("workflow")));
    assert!(again.starts_with("EntityAlreadyExists (409)"), "{again}");
    assert!(refusal(list(&mut fixture, Some("nobody-of-this-account"))).starts_with("InvalidInput (400)"));
}

#[test]
fn permissions_are_compared_with_what_is_asked_for() {
    let mut fixture = with_template();
    let id = create(&mut fixture, request("workflow"));
    let check = |fixture: &mut Fixture| {
        let input = GetDelegationRequestRequest {
            delegation_request_id: id.clone(),
            delegation_permission_check: Some(true),
        };
        let answer = fixture.call::<GetDelegationRequest>(input).unwrap();
        assert_eq!(answer.permission_check_status, Some(PermissionCheckStatusType::Complete));
        answer.permission_check_result.unwrap()
    };
    assert_eq!(check(&mut fixture), PermissionCheckResultType::Allowed);
    let bob = fixture
        .call::<CreateUser>(CreateUserRequest { user_name: "bob".into(), ..Default::default() })
        .unwrap()
        .user
        .unwrap();
    for (policy, expected) in [
        (r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#, PermissionCheckResultType::Denied),
        (r#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b"}"#, PermissionCheckResultType::Unsure),
        (r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#, PermissionCheckResultType::Allowed),
    ] {
        as_customer(&mut fixture);
        let input = PutUserPolicyRequest {
            user_name: "bob".into(),
            policy_name: "p".into(),
            policy_document: format!(r#"{{"Version":"2012-10-17","Statement":{policy}}}"#),
        };
        fixture.call::<PutUserPolicy>(input).unwrap();
        fixture.act_as(Principal::User { id: bob.user_id.clone(), name: "bob".into(), path: "/".into() });
        assert_eq!(check(&mut fixture), expected, "{policy}");
    }
}

#[test]
fn a_summary_tells_what_the_request_is_about() {
    let mut fixture = with_template();
    let id = create(&mut fixture, request("workflow"));
    let mut summary = |arn: String, locale: Option<&str>| {
        let input = GetHumanReadableSummaryRequest { entity_arn: arn, locale: locale.map(Into::into) };
        fixture.call::<GetHumanReadableSummary>(input)
    };
    let arn = format!("arn:aws:iam::{ACCOUNT}:delegation-request/{id}");
    let english = summary(arn.clone(), None).unwrap();
    let text = english.summary_content.unwrap();
    for part in [
        &format!("{PROVIDER} (account {PROVIDER}) asks for temporary access to an account"),
        "Purpose: Sets things up.",
        "Amazon S3: read, create, change and delete",
        "It may create roles",
        "1 h 0 min",
        "UNASSIGNED",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(
        (english.summary_state, english.locale.as_deref()),
        (Some(SummaryStateType::Available), Some("en-US"))
    );
    let german = summary(arn.clone(), Some("de_DE")).unwrap();
    assert!(german.summary_content.unwrap().contains("Zweck: Sets things up."));
    let japanese = summary(arn.clone(), Some("ja-JP")).unwrap();
    assert_eq!(japanese.summary_state, Some(SummaryStateType::NotSupported));
    assert_eq!(japanese.summary_content.as_deref(), Some(""));
    assert!(refusal(summary(arn, Some("xx-XX"))).starts_with("InvalidInput (400)"));
    assert!(
        refusal(summary(format!("arn:aws:iam::{ACCOUNT}:user/bob"), None)).starts_with("InvalidInput (400)")
    );
    let unknown = format!("arn:aws:iam::{ACCOUNT}:delegation-request/e4bdcdae-4f66-11ed-aefa-bfd6a0000000");
    assert!(refusal(summary(unknown, None)).starts_with("NoSuchEntity (404)"));
}
