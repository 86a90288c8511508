use awsim_plugin::access::ContextValue;
use awsim_plugin::caller::Principal;
use awsim_plugin::store::Transaction;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{HeldPolicies, InlinePolicy, Resource};
use crate::testing::{ACCOUNT, Fixture, refusal};

const AWS_POLICY: &str = "arn:aws:iam::aws:policy/ReadOnlyAccess";

fn create(fixture: &mut Fixture, name: &str) -> User {
    let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
    fixture.call::<CreateUser>(input).unwrap().user.unwrap()
}

fn get(fixture: &mut Fixture, name: &str) -> Result<User, awsim_plugin::error::ServiceError> {
    let input = GetUserRequest { user_name: Some(name.into()) };
    fixture.call::<GetUser>(input).map(|answer| answer.user)
}

fn tag(key: &str, value: &str) -> Tag {
    Tag { key: key.into(), value: value.into() }
}

#[test]
fn a_user_is_answered_as_it_was_made() {
    let mut fixture = Fixture::new();
    let made = fixture
        .call::<CreateUser>(CreateUserRequest {
            path: Some("/division/team/".into()),
            user_name: "Bob".into(),
            permissions_boundary: Some(AWS_POLICY.into()),
            tags: Some(vec![tag("team", "blue")]),
        })
        .unwrap()
        .user
        .unwrap();
    assert_eq!(made.arn, "arn:aws:iam::123456789012:user/division/team/Bob");
    assert_eq!(made.path, "/division/team/");
    assert!(made.user_id.starts_with("AIDA") && made.user_id.len() == 21, "{}", made.user_id);
    assert_eq!(made.create_date.to_string(), "2026-04-21T08:15:30Z");
    assert_eq!(made.tags.as_deref(), Some(&[tag("team", "blue")][..]));
    let boundary = made.permissions_boundary.clone().unwrap();
    assert_eq!(boundary.permissions_boundary_arn.as_deref(), Some(AWS_POLICY));
    assert_eq!(boundary.permissions_boundary_type.unwrap().as_str(), "Policy");
    // Names are found whatever their case.
    assert_eq!(get(&mut fixture, "bOB").unwrap(), made);
}

#[test]
fn a_plain_user_has_neither_tags_nor_boundary() {
    let mut fixture = Fixture::new();
    let user = create(&mut fixture, "bob");
    assert_eq!((user.tags, user.permissions_boundary, user.password_last_used), (None, None, None));
    assert_eq!(user.path, "/");
}

#[test]
fn names_are_unique_without_regard_to_case() {
    let mut fixture = Fixture::new();
    create(&mut fixture, "Bob");
    let input = CreateUserRequest { user_name: "bob".into(), ..Default::default() };
    assert_eq!(
        refusal(fixture.call::<CreateUser>(input)),
        "EntityAlreadyExists (409): User with name bob already exists."
    );
}

#[test]
fn a_user_that_is_not_there_cannot_be_found() {
    let mut fixture = Fixture::new();
    let missing = "NoSuchEntity (404): The user with name bob cannot be found.";
    assert_eq!(refusal(get(&mut fixture, "bob")), missing);
    let name = || "bob".to_owned();
    assert_eq!(refusal(fixture.call::<DeleteUser>(DeleteUserRequest { user_name: name() })), missing);
    let update = UpdateUserRequest { user_name: name(), ..Default::default() };
    assert_eq!(refusal(fixture.call::<UpdateUser>(update)), missing);
    let tags = TagUserRequest { user_name: name(), tags: vec![tag("a", "b")] };
    assert_eq!(refusal(fixture.call::<TagUser>(tags)), missing);
    let boundary =
        PutUserPermissionsBoundaryRequest { user_name: name(), permissions_boundary: AWS_POLICY.into() };
    assert_eq!(refusal(fixture.call::<PutUserPermissionsBoundary>(boundary)), missing);
}

#[test]
fn there_may_be_so_many_users_and_no_more() {
    let mut fixture = Fixture::with_quotas(Quotas { users: 1, ..Quotas::default() });
    create(&mut fixture, "a");
    let input = CreateUserRequest { user_name: "b".into(), ..Default::default() };
    assert_eq!(
        refusal(fixture.call::<CreateUser>(input)),
        "LimitExceeded (409): Cannot exceed quota for UsersPerAccount: 1"
    );
}

#[test]
fn boundaries_must_exist() {
    let mut fixture = Fixture::new();
    create(&mut fixture, "bob");
    let mut put = |arn: &str| {
        refusal(fixture.call::<PutUserPermissionsBoundary>(PutUserPermissionsBoundaryRequest {
            user_name: "bob".into(),
            permissions_boundary: arn.into(),
        }))
    };
    assert_eq!(
        put("arn:aws:iam::aws:policy/Nothing"),
        "NoSuchEntity (404): Scope ARN: arn:aws:iam::aws:policy/Nothing does not exist or is not attachable."
    );
    assert_eq!(put("ReadOnlyAccess"), "ValidationError (400): Invalid ARN:  Could not be parsed!");
    let user = "arn:aws:iam::123456789012:user/bob";
    assert_eq!(put(user), format!("InvalidInput (400): ARN {user} is not valid."));
    let service = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy";
    assert_eq!(
        put(service),
        "PolicyNotAttachable (400): Cannot attach a Service Role Policy to a Customer Role."
    );
    let with_it = CreateUserRequest {
        user_name: "eve".into(),
        permissions_boundary: Some(service.into()),
        ..Default::default()
    };
    assert_eq!(
        refusal(fixture.call::<CreateUser>(with_it)),
        format!("NoSuchEntity (404): Scope ARN: {service} does not exist or is not attachable.")
    );
}

#[test]
fn a_boundary_comes_and_goes() {
    let mut fixture = Fixture::new();
    create(&mut fixture, "bob");
    let put = PutUserPermissionsBoundaryRequest {
        user_name: "bob".into(),
        permissions_boundary: AWS_POLICY.into(),
    };
    fixture.call::<PutUserPermissionsBoundary>(put).unwrap();
    assert!(get(&mut fixture, "bob").unwrap().permissions_boundary.is_some());
    let count =
        |fixture: &Fixture| crate::state::policy_usage::counts(&fixture.view, ACCOUNT, AWS_POLICY).boundaries;
    assert_eq!(count(&fixture), 1);
    // Listings do not show it.
    let listed = fixture.call::<ListUsers>(ListUsersRequest::default()).unwrap();
    assert_eq!(listed.users[0].permissions_boundary, None);

    let input = DeleteUserPermissionsBoundaryRequest { user_name: "bob".into() };
    fixture.call::<DeleteUserPermissionsBoundary>(input).unwrap();
    assert_eq!(get(&mut fixture, "bob").unwrap().permissions_boundary, None);
    assert_eq!(count(&fixture), 0);
}

#[test]
fn listings_go_by_name_page_and_path() {
    let mut fixture = Fixture::new();
    for (name, path) in [("carl", "/x/"), ("Alice", "/"), ("bob", "/xy/")] {
        let input =
            CreateUserRequest { user_name: name.into(), path: Some(path.into()), ..Default::default() };
        fixture.call::<CreateUser>(input).unwrap();
    }
    let mut list = |prefix: Option<&str>, marker: Option<String>| {
        let input = ListUsersRequest { path_prefix: prefix.map(Into::into), marker, max_items: Some(2) };
        let page = fixture.call::<ListUsers>(input).unwrap();
        let names: Vec<String> = page.users.into_iter().map(|user| user.user_name).collect();
        (names, page.is_truncated, page.marker)
    };
    let (names, truncated, marker) = list(None, None);
    assert_eq!((names, truncated), (vec!["Alice".into(), "bob".into()], Some(true)));
    assert_eq!(list(None, marker), (vec!["carl".into()], Some(false), None));
    assert_eq!(list(Some("/x"), None).0, ["bob", "carl"]);
    assert_eq!(list(Some("/x/"), None).0, ["carl"]);
    let invented = ListUsersRequest { marker: Some("invented".into()), ..Default::default() };
    assert_eq!(refusal(fixture.call::<ListUsers>(invented)), "ValidationError (400): Invalid Marker.");
}

#[test]
fn renaming_carries_everything_along() {
    let mut fixture = Fixture::new();
    let before = create(&mut fixture, "bob");
    fixture.call::<CreateGroup>(CreateGroupRequest { group_name: "g".into(), path: None }).unwrap();
    let join = AddUserToGroupRequest { group_name: "g".into(), user_name: "bob".into() };
    fixture.call::<AddUserToGroup>(join).unwrap();
    let put = PutUserPermissionsBoundaryRequest {
        user_name: "bob".into(),
        permissions_boundary: AWS_POLICY.into(),
    };
    fixture.call::<PutUserPermissionsBoundary>(put).unwrap();
    let key = fixture.call::<CreateAccessKey>(CreateAccessKeyRequest { user_name: Some("bob".into()) });
    let key_id = key.unwrap().access_key.access_key_id;

    let update = UpdateUserRequest {
        user_name: "bob".into(),
        new_path: Some("/new/".into()),
        new_user_name: Some("Robert".into()),
    };
    fixture.call::<UpdateUser>(update).unwrap();

    assert!(get(&mut fixture, "bob").is_err());
    let after = get(&mut fixture, "robert").unwrap();
    assert_eq!((after.user_id, after.create_date), (before.user_id, before.create_date));
    assert_eq!(after.arn, "arn:aws:iam::123456789012:user/new/Robert");
    let members = fixture.call::<GetGroup>(GetGroupRequest { group_name: "g".into(), ..Default::default() });
    let names: Vec<_> = members.unwrap().users.into_iter().map(|user| user.user_name).collect();
    assert_eq!(names, ["Robert"]);
    let used = fixture.call::<GetAccessKeyLastUsed>(GetAccessKeyLastUsedRequest { access_key_id: key_id });
    assert_eq!(used.unwrap().user_name.as_deref(), Some("Robert"));
    let holders: Vec<_> = crate::state::policy_usage::holders(
        &fixture.view,
        ACCOUNT,
        AWS_POLICY,
        crate::state::PolicyUse::Boundary,
        crate::state::IdentityKind::User,
        None,
    )
    .collect();
    assert_eq!(holders, ["robert"]);
}

#[test]
fn a_new_name_must_be_free_unless_it_is_the_old_one_in_other_case() {
    let mut fixture = Fixture::new();
    create(&mut fixture, "bob");
    create(&mut fixture, "carl");
    let mut rename = |to: &str| {
        fixture.call::<UpdateUser>(UpdateUserRequest {
            user_name: "bob".into(),
            new_user_name: Some(to.into()),
            ..Default::default()
        })
    };
    assert_eq!(refusal(rename("CARL")), "EntityAlreadyExists (409): User with name CARL already exists.");
    rename("BOB").unwrap();
    assert_eq!(get(&mut fixture, "bob").unwrap().user_name, "BOB");
}

#[test]
fn everything_a_user_has_must_go_first() {
    let mut fixture = Fixture::new();
    create(&mut fixture, "bob");
    fixture.call::<CreateGroup>(CreateGroupRequest { group_name: "g".into(), path: None }).unwrap();
    let join = AddUserToGroupRequest { group_name: "g".into(), user_name: "bob".into() };
    fixture.call::<AddUserToGroup>(join).unwrap();
    let key = fixture.call::<CreateAccessKey>(CreateAccessKeyRequest { user_name: Some("bob".into()) });
    let delete =
        |fixture: &mut Fixture| fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "bob".into() });
    assert_eq!(
        refusal(delete(&mut fixture)),
        "DeleteConflict (409): Cannot delete entity, must delete access keys first."
    );
    let key = DeleteAccessKeyRequest {
        user_name: Some("bob".into()),
        access_key_id: key.unwrap().access_key.access_key_id,
    };
    fixture.call::<DeleteAccessKey>(key).unwrap();
    assert_eq!(
        refusal(delete(&mut fixture)),
        "DeleteConflict (409): Cannot delete entity, must remove users from group first."
    );
    let leave = RemoveUserFromGroupRequest { group_name: "g".into(), user_name: "bob".into() };
    fixture.call::<RemoveUserFromGroup>(leave).unwrap();
    delete(&mut fixture).unwrap();
    assert!(get(&mut fixture, "bob").is_err());
}

#[test]
fn without_a_name_the_caller_is_meant() {
    let mut fixture = Fixture::new();
    let bob = create(&mut fixture, "bob");
    let nobody = || GetUserRequest { user_name: None };

    let root = fixture.call::<GetUser>(nobody()).unwrap().user;
    assert_eq!(root.arn, "arn:aws:iam::123456789012:root");
    assert_eq!(root.user_id, "123456789012");

    fixture.act_as(Principal::User { id: bob.user_id.clone(), name: "bob".into(), path: "/".into() });
    assert_eq!(fixture.call::<GetUser>(nobody()).unwrap().user, bob);

    fixture.act_as(Principal::RoleSession {
        role_id: "AROA".into(),
        role_name: "r".into(),
        role_path: "/".into(),
        session_name: "s".into(),
    });
    assert_eq!(
        refusal(fixture.call::<GetUser>(nobody())),
        "ValidationError (400): Must specify userName when calling with non-User credentials"
    );
}

#[test]
fn tags_are_listed_by_key() {
    let mut fixture = Fixture::new();
    create(&mut fixture, "bob");
    let tags = vec![tag("b", "2"), tag("a", "1"), tag("c", "3")];
    fixture.call::<TagUser>(TagUserRequest { user_name: "bob".into(), tags }).unwrap();
    let untag = UntagUserRequest { user_name: "bob".into(), tag_keys: vec!["B".into(), "unknown".into()] };
    fixture.call::<UntagUser>(untag).unwrap();
    let list = |marker| ListUserTagsRequest { user_name: "bob".into(), marker, max_items: Some(1) };
    let first = fixture.call::<ListUserTags>(list(None)).unwrap();
    assert_eq!((first.tags, first.is_truncated), (vec![tag("a", "1")], Some(true)));
    let second = fixture.call::<ListUserTags>(list(first.marker)).unwrap();
    assert_eq!((second.tags, second.is_truncated, second.marker), (vec![tag("c", "3")], Some(false), None));
}

#[test]
fn the_row_of_making_a_user_names_path_tags_and_boundary() {
    let fixture = Fixture::new();
    let input = CreateUserRequest {
        path: Some("/p/".into()),
        user_name: "bob".into(),
        permissions_boundary: Some(AWS_POLICY.into()),
        tags: Some(vec![tag("team", "blue")]),
    };
    let checks = fixture.access::<CreateUser>(&input).unwrap();
    let actions: Vec<_> = checks.iter().map(|check| (&*check.action, &*check.resource)).collect();
    let arn = "arn:aws:iam::123456789012:user/p/bob";
    assert_eq!(actions, [("iam:CreateUser", arn), ("iam:TagUser", arn)]);
    let context = &checks[0].context;
    for (key, value) in [
        ("aws:RequestTag/team", ContextValue::String("blue".into())),
        ("aws:TagKeys", ContextValue::Strings(vec!["team".into()])),
        ("iam:PermissionsBoundary", ContextValue::String(AWS_POLICY.into())),
    ] {
        assert!(context.contains(&(key.into(), value)), "{key} in {context:?}");
    }
}

#[test]
fn the_row_of_an_existing_user_has_its_true_arn_and_tags() {
    let mut fixture = Fixture::new();
    let input = CreateUserRequest {
        path: Some("/p/".into()),
        user_name: "Bob".into(),
        tags: Some(vec![tag("team", "blue")]),
        ..Default::default()
    };
    fixture.call::<CreateUser>(input).unwrap();
    let checks = fixture.access::<DeleteUser>(&DeleteUserRequest { user_name: "bob".into() }).unwrap();
    assert_eq!(checks[0].resource, "arn:aws:iam::123456789012:user/p/Bob");
    let value = ContextValue::String("blue".into());
    assert!(checks[0].context.contains(&("iam:ResourceTag/team".into(), value.clone())));
    assert!(checks[0].context.contains(&("aws:ResourceTag/team".into(), value)));
    // Renaming asks for both.
    let update = UpdateUserRequest {
        user_name: "bob".into(),
        new_user_name: Some("rob".into()),
        ..Default::default()
    };
    let checks = fixture.access::<UpdateUser>(&update).unwrap();
    let resources: Vec<_> = checks.iter().map(|check| &*check.resource).collect();
    assert_eq!(resources, ["arn:aws:iam::123456789012:user/p/Bob", "arn:aws:iam::123456789012:user/p/rob"]);
}

#[test]
fn policies_of_a_user_must_go_first() {
    let held = |attached: &[&str], inline: &[&str]| HeldPolicies {
        attached: attached.iter().map(|arn| (*arn).into()).collect(),
        inline: inline
            .iter()
            .map(|name| InlinePolicy { name: (*name).into(), document: "{}".into() })
            .collect(),
    };
    for (policies, first) in
        [(held(&[AWS_POLICY], &[]), "detach all policies"), (held(&[], &["inline"]), "delete policies")]
    {
        let mut fixture = Fixture::new();
        create(&mut fixture, "bob");
        let mut state = Transaction::begin(&fixture.view);
        crate::state::User::change(&mut state, ACCOUNT, "bob", |user| user.details.policies = policies)
            .unwrap();
        fixture.view = state.finish().unwrap().0;
        assert_eq!(
            refusal(fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "bob".into() })),
            format!("DeleteConflict (409): Cannot delete entity, must {first} first.")
        );
    }
}
