use awsim_plugin::error::ServiceError;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

const DOCUMENT: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}}"#;
/// The characters of [`DOCUMENT`] that count.
const SIZE: u32 = 89;

fn account() -> Fixture {
    let quotas = Quotas { user_policy_size: 2 * SIZE, ..Quotas::default() };
    let mut fixture = Fixture::with_quotas(quotas);
    fixture.call::<CreateUser>(CreateUserRequest { user_name: "Bob".into(), ..Default::default() }).unwrap();
    fixture.call::<CreateGroup>(CreateGroupRequest { path: None, group_name: "staff".into() }).unwrap();
    fixture
}

fn put(fixture: &mut Fixture, policy: &str, document: &str) -> Result<(), ServiceError> {
    let input = PutUserPolicyRequest {
        user_name: "bob".into(),
        policy_name: policy.into(),
        policy_document: document.into(),
    };
    fixture.call::<PutUserPolicy>(input)
}

fn names(fixture: &mut Fixture) -> Vec<String> {
    let input = ListUserPoliciesRequest { user_name: "bob".into(), ..Default::default() };
    fixture.call::<ListUserPolicies>(input).unwrap().policy_names
}

#[test]
fn policies_are_replaced_by_name_and_kept_as_sent() {
    let mut fixture = account();
    put(&mut fixture, "b", DOCUMENT).unwrap();
    put(&mut fixture, "a", DOCUMENT).unwrap();
    let denial = DOCUMENT.replace("Allow", "Deny");
    put(&mut fixture, "b", &denial).unwrap();
    assert_eq!(names(&mut fixture), ["a", "b"]);
    let get = GetUserPolicyRequest { user_name: "BOB".into(), policy_name: "b".into() };
    let policy = fixture.call::<GetUserPolicy>(get).unwrap();
    assert_eq!((&*policy.user_name, &*policy.policy_name), ("Bob", "b"));
    assert_eq!(policy.policy_document, crate::policy_document::encoded(&denial));
}

#[test]
fn the_size_of_all_together_counts_without_white_space() {
    let counted = DOCUMENT.chars().filter(|character| *character != ' ').count();
    assert_eq!(u32::try_from(counted), Ok(SIZE));
    let mut fixture = account();
    put(&mut fixture, "a", DOCUMENT).unwrap();
    put(&mut fixture, "b", DOCUMENT).unwrap();
    assert_eq!(
        refusal(put(&mut fixture, "c", DOCUMENT)),
        format!("LimitExceeded (409): Maximum policy size of {} bytes exceeded for user bob", 2 * SIZE)
    );
    // Replacing makes room first.
    put(&mut fixture, "b", DOCUMENT).unwrap();
    assert_eq!(names(&mut fixture), ["a", "b"]);
}

#[test]
fn malformed_documents_change_nothing() {
    let mut fixture = account();
    let error = refusal(put(&mut fixture, "a", "{}}"));
    assert_eq!(error, "MalformedPolicyDocument (400): Syntax errors in policy.");
    assert_eq!(names(&mut fixture), [""; 0]);
}

#[test]
fn what_is_not_there_is_said_by_kind() {
    let mut fixture = account();
    let get = GetUserPolicyRequest { user_name: "bob".into(), policy_name: "p".into() };
    assert_eq!(
        refusal(fixture.call::<GetUserPolicy>(get)),
        "NoSuchEntity (404): The user policy with name p cannot be found."
    );
    let delete = DeleteGroupPolicyRequest { group_name: "staff".into(), policy_name: "p".into() };
    assert_eq!(
        refusal(fixture.call::<DeleteGroupPolicy>(delete)),
        "NoSuchEntity (404): The group policy with name p cannot be found."
    );
    let list = ListRolePoliciesRequest { role_name: "nobody".into(), ..Default::default() };
    assert_eq!(
        refusal(fixture.call::<ListRolePolicies>(list)),
        "NoSuchEntity (404): The role with name nobody cannot be found."
    );
}

#[test]
fn a_user_is_deleted_after_its_policies() {
    let mut fixture = account();
    put(&mut fixture, "p", DOCUMENT).unwrap();
    let delete = || DeleteUserRequest { user_name: "bob".into() };
    assert_eq!(
        refusal(fixture.call::<DeleteUser>(delete())),
        "DeleteConflict (409): Cannot delete entity, must delete policies first."
    );
    let policy = DeleteUserPolicyRequest { user_name: "bob".into(), policy_name: "p".into() };
    fixture.call::<DeleteUserPolicy>(policy).unwrap();
    fixture.call::<DeleteUser>(delete()).unwrap();
}
