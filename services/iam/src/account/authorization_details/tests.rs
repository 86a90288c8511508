use std::collections::BTreeSet;

use crate::generated::operations::*;
use crate::generated::*;
use crate::policy_document::encoded;
use crate::testing::{Fixture, refusal};

const READ_ONLY: &str = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const DOCUMENT: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}"#;
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

/// Two users, a group, a role in an instance profile, and policies of every kind.
fn fixture() -> Fixture {
    let mut fixture = Fixture::new();
    let policy = CreatePolicyRequest {
        policy_name: "own".into(),
        policy_document: DOCUMENT.into(),
        ..Default::default()
    };
    let own = fixture.call::<CreatePolicy>(policy).unwrap().policy.unwrap().arn.unwrap();
    for name in ["Bob", "alice"] {
        let tags = Some(vec![Tag { key: "a".into(), value: "1".into() }]);
        let boundary = Some(own.clone());
        let input =
            CreateUserRequest { user_name: name.into(), tags, permissions_boundary: boundary, path: None };
        fixture.call::<CreateUser>(input).unwrap();
    }
    fixture.call::<CreateGroup>(CreateGroupRequest { path: None, group_name: "Staff".into() }).unwrap();
    let member = AddUserToGroupRequest { group_name: "staff".into(), user_name: "bob".into() };
    fixture.call::<AddUserToGroup>(member).unwrap();
    let role = CreateRoleRequest {
        role_name: "app".into(),
        assume_role_policy_document: TRUST.into(),
        ..Default::default()
    };
    fixture.call::<CreateRole>(role).unwrap();
    let profile =
        CreateInstanceProfileRequest { instance_profile_name: "host".into(), path: None, tags: None };
    fixture.call::<CreateInstanceProfile>(profile).unwrap();
    let input =
        AddRoleToInstanceProfileRequest { instance_profile_name: "host".into(), role_name: "app".into() };
    fixture.call::<AddRoleToInstanceProfile>(input).unwrap();
    let attach = AttachRolePolicyRequest { role_name: "app".into(), policy_arn: READ_ONLY.into() };
    fixture.call::<AttachRolePolicy>(attach).unwrap();
    let inline = PutRolePolicyRequest {
        role_name: "app".into(),
        policy_name: "inline".into(),
        policy_document: DOCUMENT.into(),
    };
    fixture.call::<PutRolePolicy>(inline).unwrap();
    fixture
}

fn details(
    fixture: &mut Fixture,
    filter: &[EntityType],
    max_items: i32,
) -> Vec<GetAccountAuthorizationDetailsResponse> {
    let mut pages = Vec::new();
    let mut marker = None;
    loop {
        let input = GetAccountAuthorizationDetailsRequest {
            filter: Some(filter.to_vec()),
            max_items: Some(max_items),
            marker,
        };
        let page = fixture.call::<GetAccountAuthorizationDetails>(input).unwrap();
        marker = page.marker.clone();
        assert_eq!(page.is_truncated, Some(marker.is_some()));
        pages.push(page);
        if marker.is_none() {
            return pages;
        }
    }
}

/// The names of all entities in some pages.
fn names(pages: &[GetAccountAuthorizationDetailsResponse]) -> Vec<String> {
    pages
        .iter()
        .flat_map(|page| {
            let users = page.user_detail_list.iter().flatten().map(|user| &user.user_name);
            let groups = page.group_detail_list.iter().flatten().map(|group| &group.group_name);
            let roles = page.role_detail_list.iter().flatten().map(|role| &role.role_name);
            let policies = page.policies.iter().flatten().map(|policy| &policy.policy_name);
            users.chain(groups).chain(roles).chain(policies)
        })
        .map(|name| name.clone().unwrap())
        .collect()
}

#[test]
fn pages_of_any_size_have_every_entity_once() {
    let mut fixture = fixture();
    let expected = ["alice", "Bob", "Staff", "app", "own", "ReadOnlyAccess"];
    for size in [1, 2, 3, 1000] {
        assert_eq!(names(&details(&mut fixture, &[], size)), expected, "{size}");
    }
}

#[test]
fn a_filter_lets_kinds_through() {
    let mut fixture = fixture();
    for (kind, expected) in [
        (EntityType::User, vec!["alice", "Bob"]),
        (EntityType::Group, vec!["Staff"]),
        (EntityType::Role, vec!["app"]),
        (EntityType::LocalManagedPolicy, vec!["own"]),
        (EntityType::AWSManagedPolicy, vec!["ReadOnlyAccess"]),
    ] {
        assert_eq!(names(&details(&mut fixture, &[kind], 1)), expected, "{kind:?}");
    }
    let both = [EntityType::Role, EntityType::User];
    assert_eq!(names(&details(&mut fixture, &both, 1)), ["alice", "Bob", "app"]);
}

#[test]
fn an_invented_marker_is_refused() {
    let input = GetAccountAuthorizationDetailsRequest { marker: Some("x".into()), ..Default::default() };
    let refused = refusal(fixture().call::<GetAccountAuthorizationDetails>(input));
    assert!(refused.starts_with("ValidationError (400)"), "{refused}");
}

#[test]
fn everything_that_permissions_hang_on_is_there() {
    let mut fixture = fixture();
    let page = details(&mut fixture, &[], 1000).remove(0);
    let bob = &page.user_detail_list.as_ref().unwrap()[1];
    assert_eq!(bob.group_list.as_deref().unwrap(), ["Staff"]);
    assert_eq!(bob.tags.as_ref().unwrap()[0].key, "a");
    let boundary = bob.permissions_boundary.as_ref().unwrap();
    assert_eq!(boundary.permissions_boundary_arn.as_deref(), Some("arn:aws:iam::123456789012:policy/own"));
    assert_eq!(bob.user_policy_list, Some(Vec::new()));

    let role = &page.role_detail_list.as_ref().unwrap()[0];
    assert_eq!(role.assume_role_policy_document, Some(encoded(TRUST)));
    let inline = &role.role_policy_list.as_ref().unwrap()[0];
    assert_eq!(
        (inline.policy_name.as_deref(), &inline.policy_document),
        (Some("inline"), &Some(encoded(DOCUMENT)))
    );
    let attached = &role.attached_managed_policies.as_ref().unwrap()[0];
    assert_eq!(attached.policy_arn.as_deref(), Some(READ_ONLY));
    assert_eq!(role.instance_profile_list.as_ref().unwrap()[0].instance_profile_name, "host");
    assert_eq!(role.role_last_used, Some(RoleLastUsed::default()));

    let policies = page.policies.unwrap();
    let own = &policies[0];
    assert_eq!((own.permissions_boundary_usage_count, own.attachment_count), (Some(2), Some(0)));
    assert_eq!(own.policy_version_list.as_ref().unwrap()[0].document, Some(encoded(DOCUMENT)));
    let versions = policies[1].policy_version_list.as_ref().unwrap();
    let ids: BTreeSet<_> = versions.iter().map(|version| version.version_id.clone().unwrap()).collect();
    assert!(versions.len() > 1 && ids.len() == versions.len());
    assert!(versions.iter().all(|version| version.document.is_some()));
    assert_eq!(versions.iter().filter(|version| version.is_default_version == Some(true)).count(), 1);
}
