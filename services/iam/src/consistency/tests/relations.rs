use awsim_plugin::store::Transaction;

use super::super::check;
use crate::generated::operations::*;
use crate::generated::*;
use crate::service_linked_roles;
use crate::state::{
    ACCESS_KEYS, CUSTOMER_POLICIES, GROUPS, INSTANCE_PROFILES, MEMBERS, POLICY_HOLDERS, POLICY_USAGE,
    PolicyUsage, RENAMED_USERS, ROLES, ROOT_USER, USERS,
};
use crate::testing::{ACCOUNT, Fixture};

const ADMINISTRATOR: &str = "arn:aws:iam::aws:policy/AdministratorAccess";
const OWN: &str = "arn:aws:iam::123456789012:policy/own";
const DOCUMENT: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}"#;

/// An account with one of everything, and every relation between them.
pub(super) fn account() -> Fixture {
    let mut fixture = Fixture::new();
    let policy = CreatePolicyRequest {
        policy_name: "own".into(),
        policy_document: DOCUMENT.into(),
        ..Default::default()
    };
    fixture.call::<CreatePolicy>(policy).unwrap();
    for name in ["bob", "eve"] {
        let user = CreateUserRequest {
            user_name: name.into(),
            permissions_boundary: Some(OWN.into()),
            ..Default::default()
        };
        fixture.call::<CreateUser>(user).unwrap();
        let user_name = Some(name.into());
        fixture.call::<CreateAccessKey>(CreateAccessKeyRequest { user_name }).unwrap();
    }
    fixture.call::<CreateAccessKey>(CreateAccessKeyRequest { user_name: None }).unwrap();
    for name in ["admins", "staff"] {
        fixture.call::<CreateGroup>(CreateGroupRequest { path: None, group_name: name.into() }).unwrap();
        let member = AddUserToGroupRequest { group_name: name.into(), user_name: "bob".into() };
        fixture.call::<AddUserToGroup>(member).unwrap();
        let policy = AttachGroupPolicyRequest { group_name: name.into(), policy_arn: ADMINISTRATOR.into() };
        fixture.call::<AttachGroupPolicy>(policy).unwrap();
    }
    let role = CreateRoleRequest {
        role_name: "app".into(),
        assume_role_policy_document: TRUST.into(),
        ..Default::default()
    };
    fixture.call::<CreateRole>(role).unwrap();
    let profile = CreateInstanceProfileRequest { instance_profile_name: "vm".into(), ..Default::default() };
    fixture.call::<CreateInstanceProfile>(profile).unwrap();
    let role =
        AddRoleToInstanceProfileRequest { instance_profile_name: "vm".into(), role_name: "app".into() };
    fixture.call::<AddRoleToInstanceProfile>(role).unwrap();
    let rename = UpdateUserRequest {
        user_name: "eve".into(),
        new_user_name: Some("zoe".into()),
        ..Default::default()
    };
    fixture.call::<UpdateUser>(rename).unwrap();
    fixture
}

/// What is said of the account after a change behind IAM's back.
fn after(change: impl FnOnce(&mut Transaction)) -> String {
    let mut state = Transaction::begin(&account().view);
    change(&mut state);
    check(&state.finish().unwrap().0).unwrap_err()
}

fn own(arn: &str, holder: &str) -> (String, String) {
    (arn.to_owned(), holder.to_owned())
}

#[test]
fn what_the_operations_make_fits_together() {
    assert_eq!(check(&account().view), Ok(()));
}

#[test]
fn memberships_are_told_alike_from_both_sides() {
    let gone = after(|state| drop(state.remove(&GROUPS, ACCOUNT, &"staff".to_owned())));
    assert!(gone.ends_with(r#"the user "bob" is in the group "staff", which is not there"#), "{gone}");
    let forgotten =
        after(|state| _ = state.remove(&MEMBERS, ACCOUNT, &("staff".to_owned(), "bob".to_owned())));
    let said = r#"the users' groups have ("staff", "bob"), and the groups' users do not"#;
    assert_eq!(forgotten, format!("account 123456789012: {said}"));
    let invented =
        after(|state| state.insert(&MEMBERS, ACCOUNT, ("staff".to_owned(), "nobody".to_owned()), ()));
    assert!(invented.contains(r#"the groups' users have ("staff", "nobody")"#), "{invented}");
    let disordered = after(|state| {
        state.update(&USERS, ACCOUNT, "bob", |user| user.details.groups.reverse());
    });
    assert!(disordered.contains("are not in order"), "{disordered}");
}

#[test]
fn policies_in_use_are_there_and_counted() {
    let gone = after(|state| drop(state.remove(&CUSTOMER_POLICIES, ACCOUNT, &"own".to_owned())));
    assert!(gone.contains(r#"policy/own" of the user "bob" is not there"#), "{gone}");
    let unknown = after(|state| {
        state.update(&ROLES, ACCOUNT, "app", |role| {
            role.details.policies.attached.push("arn:aws:iam::aws:policy/NoSuchPolicy".into());
        });
    });
    assert!(unknown.contains("NoSuchPolicy"), "{unknown}");
    let twice = after(|state| {
        state.update(&GROUPS, ACCOUNT, "staff", |group| group.policies.attached.push(ADMINISTRATOR.into()));
    });
    assert!(twice.contains("twice"), "{twice}");
    let unheld = after(|state| {
        state.remove(&POLICY_HOLDERS, ACCOUNT, &own(ADMINISTRATOR, "attachment/group/staff"));
    });
    assert!(unheld.contains("the identities' policies have"), "{unheld}");
    let invented = after(|state| {
        state.insert(&POLICY_HOLDERS, ACCOUNT, own(OWN, "boundary/role/app"), ());
    });
    assert!(invented.contains("the policies' identities have"), "{invented}");
    let counted = after(|state| {
        let usage = PolicyUsage { attachments: 3, boundaries: 0 };
        state.insert(&POLICY_USAGE, ACCOUNT, ADMINISTRATOR.to_owned(), usage);
    });
    assert!(counted.contains("and the counts of uses do not"), "{counted}");
}

#[test]
fn every_policy_has_a_version_in_force() {
    let no_default = after(|state| {
        state.update(&CUSTOMER_POLICIES, ACCOUNT, "own", |policy| policy.default_version = 2);
    });
    assert!(
        no_default.contains(r#"the version 2 in force of the policy "own" is not there"#),
        "{no_default}"
    );
    let disordered = after(|state| {
        state.update(&CUSTOMER_POLICIES, ACCOUNT, "own", |policy| policy.last_version = 0);
    });
    assert!(disordered.contains("the versions of the policy"), "{disordered}");
}

#[test]
fn access_keys_have_the_owners_that_have_them() {
    let rootless = after(|state| drop(state.remove(&ROOT_USER, ACCOUNT, &())));
    assert!(rootless.contains("the access keys' users have"), "{rootless}");
    let stolen = after(|state| {
        let id = state.get(&USERS, ACCOUNT, "bob").unwrap().details.access_keys[0].clone();
        state.update(&ACCESS_KEYS, ACCOUNT, &*id, |key| key.user = Some("zoe".into()));
    });
    assert!(stolen.contains("the users' access keys have"), "{stolen}");
}

#[test]
fn roles_and_instance_profiles_know_each_other() {
    let gone = after(|state| drop(state.remove(&ROLES, ACCOUNT, &"app".to_owned())));
    assert!(gone.contains(r#"the instance profiles' roles have ("vm", "app")"#), "{gone}");
    let forgotten = after(|state| {
        state.update(&INSTANCE_PROFILES, ACCOUNT, "vm", |profile| profile.role = None);
    });
    assert!(forgotten.contains(r#"the roles' profiles have ("vm", "app")"#), "{forgotten}");
}

#[test]
fn names_are_keys_and_ids_are_unique() {
    let misplaced = after(|state| {
        state.update(&USERS, ACCOUNT, "bob", |user| user.name = "Rob".into());
    });
    assert!(misplaced.contains(r#"the user "Rob" stands under the key "bob""#), "{misplaced}");
    let doubled = after(|state| {
        let id = state.get(&GROUPS, ACCOUNT, "admins").unwrap().id.clone();
        state.update(&GROUPS, ACCOUNT, "staff", |group| group.id = id);
    });
    assert!(doubled.contains("there are two groups with the id"), "{doubled}");
    let renamed = after(|state| {
        state.insert(&RENAMED_USERS, ACCOUNT, "AIDANOBODY".to_owned(), "bob".into());
    });
    assert!(renamed.contains(r#"the user "AIDANOBODY" was renamed to "bob""#), "{renamed}");
}

#[test]
fn the_policies_of_service_linked_roles_are_known() {
    let state = awsim_plugin::store::View::empty();
    for role in service_linked_roles::all() {
        let found = crate::policy_ref::PolicyRef::find(&state, ACCOUNT, &role.policy_arn());
        assert!(matches!(found, Ok(Some(_))), "{}", role.policy_arn());
    }
}
