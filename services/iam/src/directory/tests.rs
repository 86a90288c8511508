use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::directory::IdentityDirectory;
use awsim_policy::{Policy, PolicyKind};

use crate::generated::operations::*;
use crate::generated::*;
use crate::state::InlinePolicy;
use crate::state::{self, HeldPolicies, Resource};
use crate::testing::{ACCOUNT, Fixture};
use awsim_plugin::store::Transaction;

const AWS_POLICY: &str = "arn:aws:iam::aws:policy/ReadOnlyAccess";

fn with_bob() -> (Fixture, Principal, String) {
    let mut fixture = Fixture::new();
    let input = CreateUserRequest {
        user_name: "bob".into(),
        permissions_boundary: Some(AWS_POLICY.into()),
        tags: Some(vec![Tag { key: "team".into(), value: "blue".into() }]),
        ..Default::default()
    };
    let bob = fixture.call::<CreateUser>(input).unwrap().user.unwrap();
    let key = fixture.call::<CreateAccessKey>(CreateAccessKeyRequest { user_name: Some("bob".into()) });
    let principal = Principal::User { id: bob.user_id, name: "bob".into(), path: "/".into() };
    (fixture, principal, key.unwrap().access_key.access_key_id)
}

fn rename(fixture: &mut Fixture, from: &str, to: &str) {
    let input =
        UpdateUserRequest { user_name: from.into(), new_user_name: Some(to.into()), ..Default::default() };
    fixture.call::<UpdateUser>(input).unwrap();
}

fn named(principal: &Principal, new_name: &str) -> Principal {
    let Principal::User { id, path, .. } = principal else { panic!("{principal:?}") };
    Principal::User { id: id.clone(), name: new_name.into(), path: path.clone() }
}

#[test]
fn a_key_leads_to_its_owner_and_secret() {
    let (mut fixture, bob, id) = with_bob();
    let found = fixture.iam.access_key(&fixture.view, &id).unwrap();
    assert_eq!((found.account, &found.owner, found.active), (ACCOUNT, &bob, true));
    assert_eq!(found.secret.len(), 40);
    rename(&mut fixture, "bob", "rob");
    assert_eq!(fixture.iam.access_key(&fixture.view, &id).unwrap().owner, named(&bob, "rob"));
    assert_eq!(fixture.iam.access_key(&fixture.view, "test"), None);

    let root = fixture.call::<CreateAccessKey>(CreateAccessKeyRequest { user_name: None }).unwrap();
    let found = fixture.iam.access_key(&fixture.view, &root.access_key.access_key_id).unwrap();
    assert_eq!(found.owner, Principal::Root);
}

#[test]
fn a_session_follows_its_user_and_ends_with_it() {
    let (mut fixture, bob, id) = with_bob();
    let current = |fixture: &Fixture| fixture.iam.current(&fixture.view, ACCOUNT, &bob);
    assert_eq!(current(&fixture).as_ref(), Some(&bob));
    rename(&mut fixture, "bob", "rob");
    rename(&mut fixture, "rob", "robert");
    assert_eq!(current(&fixture), Some(named(&bob, "robert")));

    // Another user of the old name is somebody else.
    let input = CreateUserRequest { user_name: "bob".into(), ..Default::default() };
    fixture.call::<CreateUser>(input).unwrap();
    assert_eq!(current(&fixture), Some(named(&bob, "robert")));

    let key = DeleteAccessKeyRequest { user_name: Some("robert".into()), access_key_id: id };
    fixture.call::<DeleteAccessKey>(key).unwrap();
    fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "robert".into() }).unwrap();
    assert_eq!(current(&fixture), None);
}

#[test]
fn a_user_has_its_own_policies_and_those_of_its_groups() {
    let (mut fixture, bob, _) = with_bob();
    fixture.call::<CreateGroup>(CreateGroupRequest { path: None, group_name: "g".into() }).unwrap();
    let join = AddUserToGroupRequest { group_name: "g".into(), user_name: "bob".into() };
    fixture.call::<AddUserToGroup>(join).unwrap();
    let inline =
        |name: &str| InlinePolicy { name: name.into(), document: format!("document of {name}").into() };
    let mut state = Transaction::begin(&fixture.view);
    state::User::change(&mut state, ACCOUNT, "bob", |user| {
        user.details.policies.inline.push(inline("own"));
    })
    .unwrap();
    state::Group::change(&mut state, ACCOUNT, "g", |group| {
        group.policies = HeldPolicies { attached: vec![AWS_POLICY.into()], inline: vec![inline("shared")] };
    })
    .unwrap();
    fixture.view = state.finish().unwrap().0;

    let caller = Caller { principal: bob, ..Caller::root(ACCOUNT) };
    let policies = fixture.iam.policies(&fixture.view, &caller);
    let sources: Vec<_> = policies.identity.iter().map(|policy| policy.source.as_str()).collect();
    assert_eq!(sources, ["own", "shared", AWS_POLICY]);
    assert_eq!(&*policies.identity[0].text, "document of own");
    assert_eq!(policies.boundary.unwrap().source, AWS_POLICY);
    assert_eq!(fixture.iam.principal_tags(&fixture.view, &caller), [("team".to_owned(), "blue".to_owned())]);
    let root = fixture.iam.policies(&fixture.view, &Caller::root(ACCOUNT));
    assert_eq!(root, awsim_plugin::directory::IdentityPolicies::default());
}

#[test]
fn a_policy_that_is_no_longer_there_denies() {
    let (mut fixture, bob, _) = with_bob();
    let gone = "arn:aws:iam::aws:policy/OfAnEarlierVersion";
    let mut state = Transaction::begin(&fixture.view);
    state::User::change(&mut state, ACCOUNT, "bob", |user| {
        user.details.policies.attached.extend([AWS_POLICY.into(), gone.into()]);
        user.details.boundary = Some(gone.into());
    })
    .unwrap();
    fixture.view = state.finish().unwrap().0;

    let policies = fixture.iam.policies(&fixture.view, &Caller { principal: bob, ..Caller::root(ACCOUNT) });
    let sources: Vec<_> = policies.identity.iter().map(|policy| policy.source.as_str()).collect();
    assert_eq!(sources, [AWS_POLICY, gone]);
    assert_eq!(policies.boundary.as_ref(), Some(&policies.identity[1]));
    for kind in [PolicyKind::Identity, PolicyKind::PermissionsBoundary] {
        let policy = Policy::parse(kind, &policies.identity[1].text).unwrap();
        let statements: Vec<_> = policy.statements().map(|found| (found.sid, found.denies)).collect();
        assert_eq!(statements, [(Some("PolicyDoesNotExist"), true)]);
    }
}

#[test]
fn a_federated_user_has_the_policies_of_who_made_it() {
    let (fixture, bob, _) = with_bob();
    let Principal::User { id, .. } = bob else { panic!("{bob:?}") };
    let federated = |issuer_id| Caller {
        principal: Principal::FederatedUser {
            name: "f".into(),
            issuer_id,
            issuer_name: Some("bob".into()),
            issuer_path: Some("/".into()),
        },
        ..Caller::root(ACCOUNT)
    };
    assert!(fixture.iam.policies(&fixture.view, &federated(Some(id))).boundary.is_some());
    // Somebody else who had the name.
    let stranger = federated(Some("AIDASTRANGER".into()));
    assert!(fixture.iam.policies(&fixture.view, &stranger).boundary.is_none());
    assert_eq!(fixture.iam.current(&fixture.view, ACCOUNT, &stranger.principal), None);
}
