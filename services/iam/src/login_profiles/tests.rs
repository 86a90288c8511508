use awsim_plugin::caller::{Principal, Session};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{Resource, User};
use crate::testing::{ACCOUNT, Fixture, START, refusal};

const FIRST: &str = "first Password 1";
const SECOND: &str = "second Password 2";
const THIRD: &str = "third Password 3";

fn with_bob() -> Fixture {
    let mut fixture = Fixture::new();
    let input = CreateUserRequest { user_name: "bob".into(), ..Default::default() };
    fixture.call::<CreateUser>(input).unwrap();
    fixture
}

fn create(fixture: &mut Fixture, password: &str) -> Result<LoginProfile, ServiceError> {
    let input = CreateLoginProfileRequest {
        user_name: Some("bob".into()),
        password: Some(password.into()),
        password_reset_required: None,
    };
    fixture.call_async::<CreateLoginProfile>(input).map(|answer| answer.login_profile)
}

fn update(password: &str) -> UpdateLoginProfileRequest {
    UpdateLoginProfileRequest {
        user_name: "bob".into(),
        password: Some(password.into()),
        password_reset_required: None,
    }
}

fn change(old: &str, new: &str) -> ChangePasswordRequest {
    ChangePasswordRequest { old_password: old.into(), new_password: new.into() }
}

fn get(fixture: &mut Fixture) -> Result<LoginProfile, ServiceError> {
    let input = GetLoginProfileRequest { user_name: Some("BOB".into()) };
    fixture.call::<GetLoginProfile>(input).map(|answer| answer.login_profile)
}

fn delete(fixture: &mut Fixture) -> Result<(), ServiceError> {
    fixture.call::<DeleteLoginProfile>(DeleteLoginProfileRequest { user_name: Some("bob".into()) })
}

fn act_as_bob(fixture: &mut Fixture) {
    let id = User::get(&fixture.view, ACCOUNT, "bob").unwrap().id.to_string();
    fixture.act_as(Principal::User { id, name: "bob".into(), path: "/".into() });
}

#[test]
fn a_password_is_never_kept_nor_shown() {
    let mut fixture = with_bob();
    let made = create(&mut fixture, FIRST).unwrap();
    assert_eq!((made.user_name.as_str(), made.password_reset_required), ("bob", Some(false)));
    let row = serde_json::to_string(User::get(&fixture.view, ACCOUNT, "bob").unwrap()).unwrap();
    assert!(row.contains("login_profile") && !row.contains("Password"), "{row}");
    assert_eq!(get(&mut fixture).unwrap(), made);
    assert_eq!(
        refusal(create(&mut fixture, SECOND)),
        "EntityAlreadyExists (409): Login Profile for user bob already exists."
    );
}

#[test]
fn a_user_changes_its_own_password_and_must_know_the_old_one() {
    let mut fixture = with_bob();
    create(&mut fixture, FIRST).unwrap();
    assert_eq!(
        refusal(fixture.call_async::<ChangePassword>(change(FIRST, SECOND))),
        "InvalidUserType (400): Only IAM Users can change their own password"
    );
    act_as_bob(&mut fixture);
    fixture.now = Timestamp::from_seconds(START + 60);
    assert_eq!(
        refusal(fixture.call_async::<ChangePassword>(change(SECOND, THIRD))),
        "AccessDenied (403): The old password was incorrect."
    );
    assert_eq!(
        refusal(fixture.call_async::<ChangePassword>(change(FIRST, "short"))),
        "PasswordPolicyViolation (400): Password should have a minimum length of 8"
    );
    fixture.call_async::<ChangePassword>(change(FIRST, SECOND)).unwrap();
    fixture.call_async::<ChangePassword>(change(SECOND, THIRD)).unwrap();
    let profile = User::get(&fixture.view, ACCOUNT, "bob").unwrap().details.sign_in.login_profile.clone();
    assert_eq!(profile.unwrap().password_set.seconds(), START + 60);
    assert_eq!(get(&mut fixture).unwrap().create_date.seconds(), START);
}

#[test]
fn an_administrator_asks_for_a_new_password_and_choosing_one_satisfies_it() {
    let mut fixture = with_bob();
    create(&mut fixture, FIRST).unwrap();
    let ask = UpdateLoginProfileRequest {
        user_name: "bob".into(),
        password: None,
        password_reset_required: Some(true),
    };
    fixture.call_async::<UpdateLoginProfile>(ask).unwrap();
    assert_eq!(get(&mut fixture).unwrap().password_reset_required, Some(true));
    fixture.call_async::<UpdateLoginProfile>(update(SECOND)).unwrap();
    assert_eq!(get(&mut fixture).unwrap().password_reset_required, Some(true));
    act_as_bob(&mut fixture);
    fixture.call_async::<ChangePassword>(change(SECOND, THIRD)).unwrap();
    assert_eq!(get(&mut fixture).unwrap().password_reset_required, Some(false));
}

#[test]
fn used_passwords_are_refused_as_long_as_the_policy_remembers_them() {
    let mut fixture = with_bob();
    create(&mut fixture, FIRST).unwrap();
    let policy =
        UpdateAccountPasswordPolicyRequest { password_reuse_prevention: Some(2), ..Default::default() };
    fixture.call::<UpdateAccountPasswordPolicy>(policy).unwrap();
    fixture.call_async::<UpdateLoginProfile>(update(SECOND)).unwrap();
    let reused = "PasswordPolicyViolation (400): Policy constraint violation with password reuse prevention during \
                  password change.";
    for password in [FIRST, SECOND] {
        assert_eq!(refusal(fixture.call_async::<UpdateLoginProfile>(update(password))), reused);
    }
    fixture.call_async::<UpdateLoginProfile>(update(THIRD)).unwrap();
    fixture.call_async::<UpdateLoginProfile>(update(FIRST)).unwrap();
    act_as_bob(&mut fixture);
    assert_eq!(refusal(fixture.call_async::<ChangePassword>(change(FIRST, THIRD))), reused);
}

#[test]
fn a_profile_that_was_made_anew_meanwhile_is_left_alone() {
    let mut fixture = with_bob();
    create(&mut fixture, FIRST).unwrap();
    let made_anew = |state: &mut awsim_plugin::store::Transaction| {
        User::change(state, ACCOUNT, "bob", |user| {
            user.details.sign_in.login_profile.as_mut().unwrap().salt = "YW5vdGhlciBzYWx0Li4uLg==".into();
        })
        .unwrap();
    };
    let unmodifiable = "EntityTemporarilyUnmodifiable (409): Login Profile for User bob cannot be modified while \
                        login profile is being created.";
    assert_eq!(refusal(fixture.call_between::<UpdateLoginProfile>(update(SECOND), made_anew)), unmodifiable);
    act_as_bob(&mut fixture);
    let made_anew_again = |state: &mut awsim_plugin::store::Transaction| {
        User::change(state, ACCOUNT, "bob", |user| {
            user.details.sign_in.login_profile.as_mut().unwrap().salt = "eWV0IGFub3RoZXIgc2FsdA==".into();
        })
        .unwrap();
    };
    assert_eq!(
        refusal(fixture.call_between::<ChangePassword>(change(FIRST, SECOND), made_anew_again)),
        unmodifiable
    );
}

#[test]
fn a_new_profile_can_be_made_to_settle_first() {
    let mut fixture = with_bob();
    fixture.iam.settings.settling_seconds = 10;
    create(&mut fixture, FIRST).unwrap();
    let unmodifiable = "EntityTemporarilyUnmodifiable (409): Login Profile for User bob cannot be modified while \
                        login profile is being created.";
    assert_eq!(refusal(delete(&mut fixture)), unmodifiable);
    assert_eq!(refusal(fixture.call_async::<UpdateLoginProfile>(update(SECOND))), unmodifiable);
    fixture.now = Timestamp::from_seconds(START + 10);
    fixture.call_async::<UpdateLoginProfile>(update(SECOND)).unwrap();
    delete(&mut fixture).unwrap();
}

#[test]
fn without_user_or_profile_there_is_nothing_to_do() {
    let mut fixture = with_bob();
    let none = "NoSuchEntity (404): Login Profile for User bob cannot be found.";
    assert_eq!(refusal(get(&mut fixture)), none);
    assert_eq!(refusal(delete(&mut fixture)), none);
    assert_eq!(refusal(fixture.call_async::<UpdateLoginProfile>(update(FIRST))), none);
    act_as_bob(&mut fixture);
    assert_eq!(refusal(fixture.call_async::<ChangePassword>(change(FIRST, SECOND))), none);
    let nobody = GetLoginProfileRequest { user_name: Some("nobody".into()) };
    assert_eq!(
        refusal(fixture.call::<GetLoginProfile>(nobody)),
        "NoSuchEntity (404): The user with name nobody cannot be found."
    );
}

#[test]
fn a_user_with_a_password_is_not_deleted() {
    let mut fixture = with_bob();
    create(&mut fixture, FIRST).unwrap();
    let user = DeleteUserRequest { user_name: "bob".into() };
    assert_eq!(
        refusal(fixture.call::<DeleteUser>(user.clone())),
        "DeleteConflict (409): Cannot delete entity, must delete login profile first."
    );
    delete(&mut fixture).unwrap();
    fixture.call::<DeleteUser>(user).unwrap();
}

#[test]
fn whoever_is_not_named_is_the_caller_and_root_only_in_a_session() {
    let mut fixture = with_bob();
    let own = CreateLoginProfileRequest::default();
    assert_eq!(
        refusal(fixture.call_async::<CreateLoginProfile>(own.clone())),
        "ValidationError (400): Must specify userName when calling with non-User credentials"
    );
    fixture.caller.session = Some(Session::default().into());
    let with_password = CreateLoginProfileRequest { password: Some(FIRST.into()), ..own.clone() };
    assert!(
        refusal(fixture.call_async::<CreateLoginProfile>(with_password)).starts_with("ValidationError (400)")
    );
    assert_eq!(
        fixture.call_async::<CreateLoginProfile>(own.clone()).unwrap().login_profile.user_name,
        "root"
    );
    fixture.call::<DeleteLoginProfile>(DeleteLoginProfileRequest::default()).unwrap();

    act_as_bob(&mut fixture);
    assert_eq!(
        fixture.access_async::<CreateLoginProfile>(&own).unwrap()[0].resource,
        "arn:aws:iam::123456789012:user/bob"
    );
    assert!(refusal(fixture.call_async::<CreateLoginProfile>(own)).starts_with("ValidationError (400)"));
}

#[test]
fn the_account_can_let_its_users_change_their_passwords() {
    let mut fixture = with_bob();
    act_as_bob(&mut fixture);
    let input = change(FIRST, SECOND);
    let needed = fixture.access_async::<ChangePassword>(&input).unwrap();
    assert_eq!(
        (&*needed[0].action, &*needed[0].resource, needed[0].grant),
        ("iam:ChangePassword", "arn:aws:iam::123456789012:user/bob", None)
    );
    let policy = UpdateAccountPasswordPolicyRequest {
        allow_users_to_change_password: Some(true),
        ..Default::default()
    };
    fixture.call::<UpdateAccountPasswordPolicy>(policy).unwrap();
    let grants = |fixture: &Fixture| {
        let change = fixture.access_async::<ChangePassword>(&input).unwrap();
        let look = fixture.access::<GetAccountPasswordPolicy>(&()).unwrap();
        [change[0].grant, look[0].grant]
    };
    assert_eq!(grants(&fixture), [Some("AllowUsersToChangePassword"); 2]);
    fixture.call::<DeleteAccountPasswordPolicy>(()).unwrap();
    assert_eq!(grants(&fixture), [None; 2]);
}
