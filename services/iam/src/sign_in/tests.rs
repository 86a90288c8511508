use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::sign_in::SignIns;
use awsim_plugin::store::Transaction;

use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{Assignment, MFA_DEVICES, Resource, USERS, User};
use crate::testing::{ACCOUNT, Fixture, START, refusal};

const PASSWORD: &str = "Correct horse 1";
const WRONG: &str =
    "AuthenticationFailed (403): Your authentication information is incorrect. Please try again.";

/// The secret of RFC 6238, whose codes for SHA-1 are known.
const SEED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn with_bob() -> Fixture {
    let mut fixture = Fixture::new();
    for name in ["bob", "eve"] {
        let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
        fixture.call::<CreateUser>(input).unwrap();
    }
    let input = CreateLoginProfileRequest {
        user_name: Some("bob".into()),
        password: Some(PASSWORD.into()),
        ..Default::default()
    };
    fixture.call_async::<CreateLoginProfile>(input).unwrap();
    fixture
}

/// Whether an MFA device had a part in it.
fn sign_in(
    fixture: &mut Fixture,
    user: &str,
    password: &str,
    code: Option<&str>,
) -> Result<bool, ServiceError> {
    let proof = fixture.iam.prove(&fixture.view, ACCOUNT, user, password).unwrap();
    let mut state = Transaction::begin(&fixture.view);
    let signed_in = fixture.iam.sign_in(&mut state, ACCOUNT, user, &proof, code, fixture.now)?;
    fixture.view = state.finish().unwrap().0;
    Ok(signed_in.with_mfa)
}

fn last_used(fixture: &mut Fixture, user: &str) -> Option<Timestamp> {
    let input = GetUserRequest { user_name: Some(user.into()) };
    fixture.call::<GetUser>(input).unwrap().user.password_last_used
}

fn set_policy(fixture: &mut Fixture, hard_expiry: bool) {
    let input = UpdateAccountPasswordPolicyRequest {
        max_password_age: Some(1),
        hard_expiry: Some(hard_expiry),
        ..Default::default()
    };
    fixture.call::<UpdateAccountPasswordPolicy>(input).unwrap();
}

#[test]
fn the_right_password_is_noted_and_others_are_not() {
    let mut fixture = with_bob();
    fixture.now = Timestamp::from_seconds(START + 60);
    for (user, password) in [("bob", "Wrong horse 1"), ("eve", PASSWORD), ("nobody", PASSWORD), ("bob", "")] {
        assert_eq!(refusal(sign_in(&mut fixture, user, password, None)), WRONG, "{user} {password}");
    }
    assert_eq!(last_used(&mut fixture, "bob"), None);
    // Without a device no code says anything.
    assert_eq!(sign_in(&mut fixture, "BOB", PASSWORD, Some("123456")), Ok(false));
    assert_eq!(last_used(&mut fixture, "bob"), Some(fixture.now));
    assert_eq!(last_used(&mut fixture, "eve"), None);
}

#[test]
fn of_the_uses_within_five_minutes_the_first_is_noted() {
    let mut fixture = with_bob();
    for (second, noted) in [(0, 0), (299, 0), (300, 300), (301, 300)] {
        fixture.now = Timestamp::from_seconds(START + second);
        sign_in(&mut fixture, "bob", PASSWORD, None).unwrap();
        assert_eq!(last_used(&mut fixture, "bob"), Some(Timestamp::from_seconds(START + noted)), "{second}");
    }
}

#[test]
fn a_password_that_changed_meanwhile_proves_nothing() {
    let mut fixture = with_bob();
    let proof = fixture.iam.prove(&fixture.view, ACCOUNT, "bob", PASSWORD).unwrap();
    let input = UpdateLoginProfileRequest {
        user_name: "bob".into(),
        password: Some("Another horse 2".into()),
        ..Default::default()
    };
    fixture.call_async::<UpdateLoginProfile>(input).unwrap();
    let mut state = Transaction::begin(&fixture.view);
    let refused = fixture.iam.sign_in(&mut state, ACCOUNT, "bob", &proof, None, fixture.now);
    assert_eq!(refusal(refused), WRONG);
}

#[test]
fn who_has_a_device_needs_a_code_of_it_once() {
    let mut fixture = with_bob();
    fixture.now = Timestamp::from_seconds(1_111_111_109);
    let input =
        CreateVirtualMFADeviceRequest { virtual_mfa_device_name: "phone".into(), ..Default::default() };
    fixture.call::<CreateVirtualMFADevice>(input).unwrap();
    let mut state = Transaction::begin(&fixture.view);
    state.update(&MFA_DEVICES, ACCOUNT, "phone", |device| {
        let user = Some("bob".into());
        device.seed = SEED.into();
        device.assignment =
            Some(Assignment { user, enabled: Timestamp::from_seconds(0), drift: 0, last_step: 0 });
    });
    state.update(&USERS, ACCOUNT, "bob", |user| user.details.sign_in.mfa_devices.push("phone".into()));
    fixture.view = state.finish().unwrap().0;
    assert_eq!(
        refusal(sign_in(&mut fixture, "bob", PASSWORD, None)),
        "MultiFactorAuthenticationRequired (403): The user has an MFA device: a code of it is needed."
    );
    assert_eq!(refusal(sign_in(&mut fixture, "bob", PASSWORD, Some("000000"))), WRONG);
    assert_eq!(refusal(sign_in(&mut fixture, "bob", "Wrong horse 1", Some("081804"))), WRONG);
    assert_eq!(sign_in(&mut fixture, "bob", PASSWORD, Some("081804")), Ok(true));
    assert_eq!(refusal(sign_in(&mut fixture, "bob", PASSWORD, Some("081804"))), WRONG);
}

#[test]
fn a_password_that_must_be_replaced_is_refused() {
    let mut fixture = with_bob();
    let input = UpdateLoginProfileRequest {
        user_name: "bob".into(),
        password_reset_required: Some(true),
        ..Default::default()
    };
    fixture.call_async::<UpdateLoginProfile>(input).unwrap();
    let refused = refusal(sign_in(&mut fixture, "bob", PASSWORD, None));
    assert!(refused.starts_with("PasswordResetRequired (403)"), "{refused}");
    set_policy(&mut fixture, false);
    fixture.now = Timestamp::from_seconds(START + 86_400);
    let refused = refusal(sign_in(&mut fixture, "bob", PASSWORD, None));
    assert!(refused.starts_with("PasswordExpired (403)") && refused.contains("ChangePassword"), "{refused}");
    set_policy(&mut fixture, true);
    let refused = refusal(sign_in(&mut fixture, "bob", PASSWORD, None));
    assert!(refused.contains("UpdateLoginProfile"), "{refused}");
    assert_eq!(User::get(&fixture.view, ACCOUNT, "bob").unwrap().details.password_last_used, None);
}

#[test]
fn an_alias_leads_to_its_account() {
    let mut fixture = Fixture::new();
    let input = CreateAccountAliasRequest { account_alias: "an-alias".into() };
    fixture.call::<CreateAccountAlias>(input).unwrap();
    assert_eq!(fixture.iam.account_with_alias(&fixture.view, "an-alias"), Some(ACCOUNT));
    assert_eq!(fixture.iam.account_with_alias(&fixture.view, "another"), None);
}
