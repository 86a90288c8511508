use awsim_plugin::shape::Kind;

use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

fn create(fixture: &mut Fixture, alias: &str) -> Result<(), awsim_plugin::error::ServiceError> {
    fixture.call::<CreateAccountAlias>(CreateAccountAliasRequest { account_alias: alias.into() })
}

fn list(fixture: &mut Fixture) -> Vec<String> {
    fixture.call::<ListAccountAliases>(ListAccountAliasesRequest::default()).unwrap().account_aliases
}

#[test]
fn one_alias_that_a_new_one_replaces() {
    let mut fixture = Fixture::new();
    assert_eq!(list(&mut fixture), Vec::<String>::new());
    create(&mut fixture, "first").unwrap();
    create(&mut fixture, "second").unwrap();
    assert_eq!(list(&mut fixture), ["second"]);
    let delete = |alias: &str| DeleteAccountAliasRequest { account_alias: alias.into() };
    assert_eq!(
        refusal(fixture.call::<DeleteAccountAlias>(delete("first"))),
        "NoSuchEntity (404): The account alias first cannot be found."
    );
    fixture.call::<DeleteAccountAlias>(delete("second")).unwrap();
    assert_eq!(list(&mut fixture), Vec::<String>::new());
}

#[test]
fn aliases_are_unique() {
    let mut fixture = Fixture::new();
    create(&mut fixture, "ours").unwrap();
    assert_eq!(
        refusal(create(&mut fixture, "ours")),
        "EntityAlreadyExists (409): The account alias ours already exists."
    );
}

#[test]
fn an_alias_is_not_what_another_account_has_for_an_id() {
    let mut fixture = Fixture::new();
    let refused = "ValidationError (400): The account alias must not be a 12-digit number.";
    assert_eq!(refusal(create(&mut fixture, "111122223333")), refused);
    create(&mut fixture, "11112222333").unwrap();
    create(&mut fixture, "1111222233334").unwrap();
}

#[test]
fn the_summary_has_every_key_and_true_counts() {
    let mut fixture = Fixture::new();
    for name in ["a", "b"] {
        let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
        fixture.call::<CreateUser>(input).unwrap();
    }
    fixture.call::<CreateGroup>(CreateGroupRequest { path: None, group_name: "g".into() }).unwrap();
    fixture.call::<CreateAccessKey>(CreateAccessKeyRequest { user_name: None }).unwrap();
    let map = fixture.call::<GetAccountSummary>(()).unwrap().summary_map.unwrap();
    let Kind::Enum { values } = SUMMARY_KEY_TYPE.kind else { panic!("an enumeration") };
    let mut expected: Vec<&str> = values.to_vec();
    expected.sort_unstable();
    assert_eq!(map.keys().map(String::as_str).collect::<Vec<_>>(), expected);
    for (key, value) in [
        ("Users", 2),
        ("Groups", 1),
        ("Roles", 0),
        ("AccountAccessKeysPresent", 1),
        ("UsersQuota", 5000),
        ("GlobalEndpointTokenVersion", 1),
        ("AssumeRolePolicySizeQuota", 2048),
    ] {
        assert_eq!(map[key], value, "{key}");
    }
}
