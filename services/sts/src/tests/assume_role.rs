use awsim_plugin::access::ContextValue;

use super::host::IDENTITY_CENTER;
use super::*;
use crate::generated::operations::AssumeRole;
use crate::generated::{AssumeRoleRequest, AssumeRoleResponse, PolicyDescriptorType, ProvidedContext, Tag};

const POLICY: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;

fn request() -> AssumeRoleRequest {
    AssumeRoleRequest {
        role_arn: "arn:aws:iam::000000000000:role/app".to_owned(),
        role_session_name: "test-session".to_owned(),
        ..Default::default()
    }
}

fn assume(caller: &Caller, request: AssumeRoleRequest) -> Result<AssumeRoleResponse, ServiceError> {
    call_async::<AssumeRole>(&FakeHost::default(), caller, request)
}

fn tags(tags: &[(&str, &str)]) -> Option<Vec<Tag>> {
    let tag = |(key, value): &(&str, &str)| Tag { key: (*key).to_owned(), value: (*value).to_owned() };
    Some(tags.iter().map(tag).collect())
}

#[test]
fn a_role_is_assumed_for_an_hour() {
    let host = FakeHost::default();
    let answer = call_async::<AssumeRole>(&host, &bob(), request()).unwrap();
    let user = answer.assumed_role_user.unwrap();
    assert_eq!(user.arn, "arn:aws:sts::000000000000:assumed-role/app/test-session");
    assert_eq!(user.assumed_role_id, "AROAAPP:test-session");
    assert_eq!(answer.credentials.unwrap().expiration.to_string(), "2026-04-21T09:15:30Z");
    assert_eq!(answer.packed_policy_size, None);
    assert_eq!(answer.source_identity, None);
    assert_eq!((answer.session_token_size, answer.session_token_utilization), (None, None));

    let (account, principal, session) = host.issued();
    assert_eq!(account.number(), 0);
    let expected = Principal::RoleSession {
        role_id: "AROAAPP".to_owned(),
        role_name: "app".to_owned(),
        role_path: "/".to_owned(),
        session_name: "test-session".to_owned(),
    };
    assert_eq!(principal, expected);
    assert_eq!(session.issued_at.to_string(), "2026-04-21T08:15:30Z");
    assert!(!session.chained);
}

#[test]
fn the_session_is_of_the_role_that_was_decided_on() {
    let host = FakeHost::overtaken();
    let serial_number = Some("arn:aws:iam::000000000000:mfa/bob".to_owned());
    let with_factor = AssumeRoleRequest { serial_number, token_code: Some("123456".to_owned()), ..request() };
    for request in [request(), with_factor] {
        let answer = call_async::<AssumeRole>(&host, &bob(), request).unwrap();
        assert_eq!(answer.assumed_role_user.unwrap().assumed_role_id, "AROAAPP:test-session");
        let Principal::RoleSession { role_id, .. } = host.issued().1 else { panic!("a role session") };
        assert_eq!(role_id, "AROAAPP");
    }
}

#[test]
fn a_role_of_another_account_is_assumed_there() {
    let host = FakeHost::default();
    let role_arn = "arn:aws:iam::111122223333:role/elsewhere".to_owned();
    let answer =
        call_async::<AssumeRole>(&host, &bob(), AssumeRoleRequest { role_arn, ..request() }).unwrap();
    assert_eq!(
        answer.assumed_role_user.unwrap().arn,
        "arn:aws:sts::111122223333:assumed-role/elsewhere/test-session"
    );
    assert_eq!(host.issued().0.to_string(), "111122223333");
}

#[test]
fn arns_are_checked_before_anything_is_looked_up() {
    let role_arn = "arn:aws:iam::000000000000".to_owned();
    check_error(
        assume(&bob(), AssumeRoleRequest { role_arn, ..request() }),
        "ValidationError",
        400,
        "arn:aws:iam::000000000000 is invalid",
    );
}

#[test]
fn what_is_no_role_is_denied_like_one_that_does_not_trust() {
    for arn in [
        "arn:aws:iam::000000000000:role/nobody",
        "arn:aws:iam::000000000000:role/path/app",
        "arn:aws:iam::000000000000:role/long",
        "arn:aws:iam::000000000000:user/app",
        "arn:aws:iam::999999999999:role/app",
    ] {
        check_error(
            assume(&bob(), AssumeRoleRequest { role_arn: arn.to_owned(), ..request() }),
            "AccessDenied",
            403,
            &format!(
                "User: arn:aws:iam::000000000000:user/team/bob is not authorized to perform: sts:AssumeRole on \
                 resource: {arn}"
            ),
        );
    }
}

#[test]
fn root_assumes_roles_only_where_nothing_is_enforced() {
    assume(&root(), request()).unwrap();
    check_error(
        call_async::<AssumeRole>(&FakeHost::enforcing(), &root(), request()),
        "AccessDenied",
        403,
        "Roles may not be assumed by root accounts.",
    );
}

#[test]
fn durations_end_at_the_maximum_of_the_role() {
    let lasting = |role: &str, seconds| AssumeRoleRequest {
        role_arn: format!("arn:aws:iam::000000000000:role/{role}"),
        duration_seconds: Some(seconds),
        ..request()
    };
    let answer = assume(&bob(), lasting("service/long", 43_200)).unwrap();
    assert_eq!(answer.credentials.unwrap().expiration.to_string(), "2026-04-21T20:15:30Z");
    check_error(
        assume(&bob(), lasting("app", 3601)),
        "ValidationError",
        400,
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
    let temporary = role_session(Session::default());
    assume(&temporary, lasting("service/long", 3600)).unwrap();
    check_error(
        assume(&temporary, lasting("service/long", 3601)),
        "ValidationError",
        400,
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    );
}

#[test]
fn a_chain_passes_on_transitive_tags_and_the_source_identity() {
    let host = FakeHost::default();
    let calling = role_session(Session {
        tags: vec![session_tag("Project", "x", true), session_tag("Team", "y", false)],
        source_identity: Some("alice".to_owned()),
        ..Session::default()
    });
    let request = AssumeRoleRequest {
        tags: tags(&[("Team", "z")]),
        transitive_tag_keys: Some(vec!["team".to_owned()]),
        ..request()
    };
    let answer = call_async::<AssumeRole>(&host, &calling, request).unwrap();
    assert_eq!(answer.source_identity.as_deref(), Some("alice"));
    assert!(answer.packed_policy_size.is_some());
    let (_, _, session) = host.issued();
    assert_eq!(session.tags, [session_tag("Project", "x", true), session_tag("Team", "z", true)]);
    assert_eq!(session.source_identity.as_deref(), Some("alice"));
    assert!(session.chained);
}

#[test]
fn a_source_identity_stays() {
    let calling = role_session(Session { source_identity: Some("alice".to_owned()), ..Session::default() });
    let requesting = |name: &str| AssumeRoleRequest { source_identity: Some(name.to_owned()), ..request() };
    assume(&calling, requesting("alice")).unwrap();
    check_error(
        assume(&calling, requesting("bob")),
        "AccessDenied",
        403,
        "The source identity of the calling session cannot be changed.",
    );
}

#[test]
fn session_policies_are_kept_as_sent() {
    let host = FakeHost::default();
    let arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    let request = AssumeRoleRequest {
        policy: Some(POLICY.to_owned()),
        policy_arns: Some(vec![PolicyDescriptorType { arn: Some(arn.to_owned()) }]),
        ..request()
    };
    let answer = call_async::<AssumeRole>(&host, &bob(), request).unwrap();
    assert!(answer.packed_policy_size.is_some_and(|percent| percent > 0));
    let (_, _, session) = host.issued();
    assert_eq!((session.policies, session.policy_arns), (vec![POLICY.to_owned()], vec![arn.to_owned()]));
}

#[test]
fn session_policies_are_checked() {
    let with_policy = |policy: &str| AssumeRoleRequest { policy: Some(policy.to_owned()), ..request() };
    check_error(
        assume(&bob(), with_policy("policy")),
        "MalformedPolicyDocument",
        400,
        "The policy is not in the valid JSON format.",
    );
    let no_resource = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*"}]}"#;
    check_error(
        assume(&bob(), with_policy(no_resource)),
        "MalformedPolicyDocument",
        400,
        "Policy statement must contain resources.",
    );
    let long = POLICY.replace("s3:*", &format!("s3:{}", "a".repeat(2000)));
    let error = assume(&bob(), with_policy(&long)).unwrap_err();
    assert_eq!((&*error.code, error.status), ("ValidationError", 400));

    let with_arns = |arns: Vec<&str>| AssumeRoleRequest {
        policy_arns: Some(
            arns.into_iter().map(|arn| PolicyDescriptorType { arn: Some(arn.to_owned()) }).collect(),
        ),
        ..request()
    };
    check_error(
        assume(&bob(), with_arns(vec!["arn:aws:iam::aws:policy/Nothing"])),
        "ValidationError",
        400,
        "Policy arn:aws:iam::aws:policy/Nothing does not exist or is not attachable.",
    );
    let eleven = vec!["arn:aws:iam::aws:policy/ReadOnlyAccess"; 11];
    let error = assume(&bob(), with_arns(eleven)).unwrap_err();
    assert!(error.message.contains("'policyArns' failed to satisfy constraint"), "{}", error.message);
}

#[test]
fn a_second_factor_is_a_device_of_the_caller_and_its_code() {
    let serial = || Some("arn:aws:iam::000000000000:mfa/bob".to_owned());
    let with_code = |code: &str| AssumeRoleRequest {
        serial_number: serial(),
        token_code: Some(code.to_owned()),
        ..request()
    };
    check_error(
        assume(&bob(), AssumeRoleRequest { serial_number: serial(), ..request() }),
        "AccessDenied",
        403,
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
    );
    check_error(
        assume(&root(), with_code("123456")),
        "AccessDenied",
        403,
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid \
         and associated with this user.",
    );
    check_error(
        assume(&bob(), with_code("654321")),
        "AccessDenied",
        403,
        "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
    );
    let host = FakeHost::default();
    call_async::<AssumeRole>(&host, &bob(), with_code("123456")).unwrap();
    assert_eq!(host.issued().2.mfa_authenticated_at, Some(now().to_the_second()));
}

#[test]
fn the_trust_policy_learns_of_the_second_factor() {
    let present = |request: AssumeRoleRequest| {
        let access = with_context(&FakeHost::default(), &bob(), |cx| {
            AsyncHandler::<AssumeRole>::access(&Sts, &request, cx, &View::empty()).unwrap()
        });
        access[0].context.iter().any(|(key, _)| key == "aws:MultiFactorAuthPresent")
    };
    assert!(!present(request()));
    let serial_number = Some("arn:aws:iam::000000000000:mfa/bob".to_owned());
    let with_code = AssumeRoleRequest { serial_number, token_code: Some("123456".to_owned()), ..request() };
    assert!(present(with_code));
}

fn providing(contexts: &[(&str, &str)]) -> AssumeRoleRequest {
    let provided = |(arn, assertion): &(&str, &str)| ProvidedContext {
        provider_arn: Some((*arn).to_owned()),
        context_assertion: Some((*assertion).to_owned()),
    };
    AssumeRoleRequest { provided_contexts: Some(contexts.iter().map(provided).collect()), ..request() }
}

#[test]
fn a_context_is_asked_about_and_stays_with_the_session() {
    let host = FakeHost::default();
    let request = providing(&[(IDENTITY_CENTER, "of-ann")]);
    let access = with_context(&host, &bob(), |cx| {
        AsyncHandler::<AssumeRole>::access(&Sts, &request, cx, &View::empty()).unwrap()
    });
    let providers = ContextValue::Strings(vec![IDENTITY_CENTER.to_owned()]);
    let user = ContextValue::String("ann-1".to_owned());
    for (check, action) in access.iter().zip(["sts:AssumeRole", "sts:SetContext"]) {
        let value = |name: &str| check.context.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        assert_eq!(check.action, action);
        assert_eq!(value("sts:RequestContextProviders"), Some(&providers));
        assert_eq!(value("sts:RequestContext/identitystore:UserId"), Some(&user));
    }
    call_async::<AssumeRole>(&host, &bob(), request).unwrap();
    let kept = host.issued().2.federated_context;
    assert_eq!(kept, [("identitystore:UserId".to_owned(), vec!["ann-1".to_owned()])]);
}

#[test]
fn a_context_that_nobody_vouches_for_is_refused() {
    let not_valid = "The provided context assertion is not valid.";
    let other = "arn:aws:iam::aws:contextProvider/Other";
    for (contexts, message) in [
        (&[(IDENTITY_CENTER, "invented")][..], not_valid),
        (&[(IDENTITY_CENTER, "of-others")], not_valid),
        (&[(other, "of-ann")], "The context provider arn:aws:iam::aws:contextProvider/Other is not valid."),
        (
            &[(IDENTITY_CENTER, "of-ann"), (IDENTITY_CENTER, "of-ann")],
            "The context provider arn:aws:iam::aws:contextProvider/IdentityCenter is given more than once.",
        ),
    ] {
        check_error(assume(&bob(), providing(contexts)), "InvalidParameterValue", 400, message);
    }
    let nothing =
        AssumeRoleRequest { provided_contexts: Some(vec![ProvidedContext::default()]), ..request() };
    check_error(assume(&bob(), nothing), "InvalidParameterValue", 400, "The context provider  is not valid.");
    let expired = assume(&bob(), providing(&[(IDENTITY_CENTER, "expired")]));
    check_error(expired, "ExpiredTokenException", 400, "The provided context assertion is expired.");
}

#[test]
fn a_token_of_a_minimum_size_tells_its_size() {
    let request = AssumeRoleRequest { minimum_session_token_size: Some(1024), ..request() };
    let answer = assume(&bob(), request).unwrap();
    assert_eq!(answer.session_token_size, Some(1024));
    assert_eq!(answer.session_token_utilization, Some(25));
}

#[test]
fn each_thing_that_a_session_carries_needs_its_own_permission() {
    let host = FakeHost::default();
    let actions = |caller: &Caller, request: &AssumeRoleRequest| -> Vec<String> {
        let access = access_async::<AssumeRole>(&host, caller, request);
        assert!(access.iter().all(|(_, resource)| resource == "arn:aws:iam::000000000000:role/app"));
        access.into_iter().map(|(action, _)| action).collect()
    };
    assert_eq!(actions(&bob(), &request()), ["sts:AssumeRole"]);
    let everything = AssumeRoleRequest {
        tags: tags(&[("a", "b")]),
        source_identity: Some("alice".to_owned()),
        ..providing(&[(IDENTITY_CENTER, "of-ann")])
    };
    assert_eq!(
        actions(&bob(), &everything),
        ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"]
    );
    let calling = role_session(Session {
        tags: vec![session_tag("Project", "x", true)],
        source_identity: Some("alice".to_owned()),
        ..Session::default()
    });
    assert_eq!(actions(&calling, &request()), ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]);
    let passing_nothing_on =
        role_session(Session { tags: vec![session_tag("Team", "y", false)], ..Session::default() });
    assert_eq!(actions(&passing_nothing_on, &request()), ["sts:AssumeRole"]);
}
