use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

fn with(groups: &[&str], users: &[&str]) -> Fixture {
    let mut fixture = Fixture::with_quotas(Quotas { groups: 4, groups_per_user: 2, ..Quotas::default() });
    for name in groups {
        let input = CreateGroupRequest { path: None, group_name: (*name).into() };
        fixture.call::<CreateGroup>(input).unwrap();
    }
    for name in users {
        let input = CreateUserRequest { user_name: (*name).into(), ..Default::default() };
        fixture.call::<CreateUser>(input).unwrap();
    }
    fixture
}

fn join(fixture: &mut Fixture, group: &str, user: &str) -> Result<(), awsim_plugin::error::ServiceError> {
    let input = AddUserToGroupRequest { group_name: group.into(), user_name: user.into() };
    fixture.call::<AddUserToGroup>(input)
}

fn leave(fixture: &mut Fixture, group: &str, user: &str) -> Result<(), awsim_plugin::error::ServiceError> {
    let input = RemoveUserFromGroupRequest { group_name: group.into(), user_name: user.into() };
    fixture.call::<RemoveUserFromGroup>(input)
}

fn members(fixture: &mut Fixture, group: &str) -> Vec<String> {
    let input = GetGroupRequest { group_name: group.into(), ..Default::default() };
    let answer = fixture.call::<GetGroup>(input).unwrap();
    answer.users.into_iter().map(|user| user.user_name).collect()
}

fn groups_of(fixture: &mut Fixture, user: &str) -> Vec<String> {
    let input = ListGroupsForUserRequest { user_name: user.into(), ..Default::default() };
    let answer = fixture.call::<ListGroupsForUser>(input).unwrap();
    answer.groups.into_iter().map(|group| group.group_name).collect()
}

#[test]
fn a_group_is_answered_as_it_was_made() {
    let mut fixture = Fixture::new();
    let input = CreateGroupRequest { path: Some("/p/".into()), group_name: "Admins".into() };
    let made = fixture.call::<CreateGroup>(input).unwrap().group;
    assert_eq!(made.arn, "arn:aws:iam::123456789012:group/p/Admins");
    assert!(made.group_id.starts_with("AGPA"), "{}", made.group_id);
    let got = fixture.call::<GetGroup>(GetGroupRequest { group_name: "admins".into(), ..Default::default() });
    let got = got.unwrap();
    assert_eq!((got.group, got.users, got.is_truncated), (made, vec![], Some(false)));
    let again = CreateGroupRequest { path: None, group_name: "ADMINS".into() };
    assert_eq!(
        refusal(fixture.call::<CreateGroup>(again)),
        "EntityAlreadyExists (409): Group with name ADMINS already exists."
    );
}

#[test]
fn membership_shows_from_both_sides() {
    let mut fixture = with(&["b", "a"], &["y", "X"]);
    for (group, user) in [("b", "x"), ("A", "X"), ("a", "y"), ("a", "y")] {
        join(&mut fixture, group, user).unwrap();
    }
    assert_eq!(members(&mut fixture, "a"), ["X", "y"]);
    assert_eq!(groups_of(&mut fixture, "x"), ["a", "b"]);
    leave(&mut fixture, "a", "x").unwrap();
    // Leaving a group that one is not in is no error.
    leave(&mut fixture, "a", "x").unwrap();
    assert_eq!(members(&mut fixture, "a"), ["y"]);
    assert_eq!(groups_of(&mut fixture, "x"), ["b"]);
}

#[test]
fn groups_and_users_must_exist() {
    let mut fixture = with(&["g"], &["u"]);
    let no_group = "NoSuchEntity (404): The group with name h cannot be found.";
    let no_user = "NoSuchEntity (404): The user with name v cannot be found.";
    assert_eq!(refusal(join(&mut fixture, "h", "u")), no_group);
    assert_eq!(refusal(join(&mut fixture, "g", "v")), no_user);
    assert_eq!(refusal(leave(&mut fixture, "h", "u")), no_group);
    assert_eq!(refusal(leave(&mut fixture, "g", "v")), no_user);
    let input = DeleteGroupRequest { group_name: "h".into() };
    assert_eq!(refusal(fixture.call::<DeleteGroup>(input)), no_group);
}

#[test]
fn quotas_hold() {
    let mut fixture = with(&["a", "b", "c", "d"], &["u"]);
    let input = CreateGroupRequest { path: None, group_name: "e".into() };
    assert_eq!(
        refusal(fixture.call::<CreateGroup>(input)),
        "LimitExceeded (409): Cannot exceed quota for GroupsPerAccount: 4"
    );
    join(&mut fixture, "a", "u").unwrap();
    join(&mut fixture, "b", "u").unwrap();
    assert_eq!(
        refusal(join(&mut fixture, "c", "u")),
        "LimitExceeded (409): Cannot exceed quota for GroupsPerUser: 2"
    );
    // In it already.
    join(&mut fixture, "b", "u").unwrap();
}

#[test]
fn a_group_with_users_is_not_deleted() {
    let mut fixture = with(&["g", "g2"], &["u"]);
    join(&mut fixture, "g", "u").unwrap();
    let delete =
        |fixture: &mut Fixture| fixture.call::<DeleteGroup>(DeleteGroupRequest { group_name: "g".into() });
    assert_eq!(
        refusal(delete(&mut fixture)),
        "DeleteConflict (409): Cannot delete entity, must remove users from group first."
    );
    leave(&mut fixture, "g", "u").unwrap();
    delete(&mut fixture).unwrap();
    let listed = fixture.call::<ListGroups>(ListGroupsRequest::default()).unwrap();
    assert_eq!(listed.groups.len(), 1);
}

#[test]
fn renaming_keeps_members_and_id() {
    let mut fixture = with(&["g", "taken"], &["u", "v"]);
    for user in ["u", "v"] {
        join(&mut fixture, "g", user).unwrap();
    }
    let rename = |to: &str| UpdateGroupRequest {
        group_name: "g".into(),
        new_path: Some("/n/".into()),
        new_group_name: Some(to.into()),
    };
    assert_eq!(
        refusal(fixture.call::<UpdateGroup>(rename("Taken"))),
        "EntityAlreadyExists (409): Group with name Taken already exists."
    );
    fixture.call::<UpdateGroup>(rename("H")).unwrap();
    assert_eq!(members(&mut fixture, "h"), ["u", "v"]);
    assert_eq!(groups_of(&mut fixture, "u"), ["H"]);
    let got = fixture.call::<GetGroup>(GetGroupRequest { group_name: "h".into(), ..Default::default() });
    assert_eq!(got.unwrap().group.arn, "arn:aws:iam::123456789012:group/n/H");
}

#[test]
fn members_come_in_pages() {
    let mut fixture = with(&["f", "g"], &["a", "b", "c"]);
    for user in ["c", "a", "b"] {
        join(&mut fixture, "f", user).unwrap();
        join(&mut fixture, "g", user).unwrap();
    }
    let mut page = |marker| {
        let input = GetGroupRequest { group_name: "f".into(), marker, max_items: Some(2) };
        let answer = fixture.call::<GetGroup>(input).unwrap();
        let names: Vec<_> = answer.users.into_iter().map(|user| user.user_name).collect();
        (names, answer.is_truncated, answer.marker)
    };
    let (names, truncated, marker) = page(None);
    assert_eq!((names, truncated), (vec!["a".into(), "b".into()], Some(true)));
    assert_eq!(page(marker), (vec!["c".into()], Some(false), None));
}
