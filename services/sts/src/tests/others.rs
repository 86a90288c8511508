use std::sync::Arc;

use awsim_plugin::service::{Registration, ServicePlugin};

use super::*;
use crate::generated::operations::{DecodeAuthorizationMessage, GetAccessKeyInfo, GetCallerIdentity};
use crate::generated::{
    DecodeAuthorizationMessageRequest, GetAccessKeyInfoRequest, GetCallerIdentityRequest,
};

#[test]
fn everybody_learns_who_he_is() {
    let carol = Caller { principal: federated("carol"), ..root() };
    for (caller, user_id, arn) in [
        (root(), "000000000000", "arn:aws:iam::000000000000:root"),
        (bob(), "AIDABOB", "arn:aws:iam::000000000000:user/team/bob"),
        (
            role_session(Session::default()),
            "AROAHUB:first",
            "arn:aws:sts::000000000000:assumed-role/hub/first",
        ),
        (carol, "000000000000:carol", "arn:aws:sts::000000000000:federated-user/carol"),
    ] {
        let host = FakeHost::enforcing();
        let request = GetCallerIdentityRequest::default();
        assert_eq!(access::<GetCallerIdentity>(&host, &caller, &request), []);
        let answer = call::<GetCallerIdentity>(&host, &caller, request).unwrap();
        assert_eq!(answer.account.as_deref(), Some("000000000000"));
        assert_eq!(answer.user_id.as_deref(), Some(user_id));
        assert_eq!(answer.arn.as_deref(), Some(arn));
    }
}

#[test]
fn access_keys_tell_their_account() {
    let info = |id: &str| {
        let request = GetAccessKeyInfoRequest { access_key_id: id.to_owned() };
        call::<GetAccessKeyInfo>(&FakeHost::default(), &bob(), request)
    };
    assert_eq!(info("ASIAY34FZKBOKMUTVV7A").unwrap().account.as_deref(), Some("609629065308"));
    assert_eq!(info("AKIAIOSFODNN7EXAMPLE").unwrap().account.as_deref(), Some("111122223333"));
    check_error(
        info("AKIAI44QH8DHBEXAMPLE"),
        "ValidationError",
        400,
        "Invalid access key ID: AKIAI44QH8DHBEXAMPLE",
    );
}

#[test]
fn messages_are_decoded_in_the_account_that_they_are_about() {
    let decode = |caller: &Caller, message: &str| {
        let request = DecodeAuthorizationMessageRequest { encoded_message: message.to_owned() };
        let host = FakeHost::enforcing();
        let needed = access::<DecodeAuthorizationMessage>(&host, caller, &request);
        assert_eq!(needed, [("sts:DecodeAuthorizationMessage".to_owned(), "*".to_owned())]);
        call::<DecodeAuthorizationMessage>(&host, caller, request)
    };
    let decoded = decode(&bob(), "of-000000000000").unwrap();
    assert_eq!(decoded.decoded_message.as_deref(), Some(r#"{"allowed":false}"#));
    let invalid = "InvalidAuthorizationMessageException";
    check_error(decode(&bob(), "of-111122223333"), invalid, 400, "Message is not valid");
    check_error(decode(&bob(), "of-000000000000\n"), invalid, 400, "Message is not valid");
}

#[test]
fn it_is_registered_with_these_operations() {
    let names: Vec<_> = Registration::all().into_iter().map(|registration| registration.name).collect();
    assert_eq!(names, ["sts"]);
    let (implemented, missing): (Vec<_>, Vec<_>) =
        Arc::new(Sts).operations().into_iter().partition(|operation| operation.implemented);
    let names = |operations: Vec<awsim_plugin::handler::BoundOperation>| -> Vec<&str> {
        operations.into_iter().map(|operation| operation.shape.name).collect()
    };
    assert_eq!(
        names(implemented),
        [
            "AssumeRole",
            "AssumeRoleWithSAML",
            "AssumeRoleWithWebIdentity",
            "AssumeRoot",
            "DecodeAuthorizationMessage",
            "GetAccessKeyInfo",
            "GetCallerIdentity",
            "GetDelegatedAccessToken",
            "GetFederationToken",
            "GetSessionToken",
            "GetWebIdentityToken"
        ]
    );
    assert_eq!(names(missing), [""; 0]);
}
