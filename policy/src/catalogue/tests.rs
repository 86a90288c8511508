use std::collections::BTreeMap;

use super::*;

fn known(name: &str) -> Action {
    action(name).unwrap_or_else(|| panic!("{name} is not in the catalogue"))
}

fn resources(name: &str) -> Vec<(&'static str, bool)> {
    known(name).resources().map(|resource| (resource.resource_type.name(), resource.required)).collect()
}

#[test]
fn the_reference_is_whole() {
    assert_eq!(services().len(), 457);
    assert_eq!(expand("*").count(), 22_321);
    assert_eq!(services().iter().flat_map(Service::resource_types).count(), 2_348);
    assert_eq!(services().iter().map(|service| service.condition_keys().len()).sum::<usize>(), 2_595);
    assert_eq!(expand("*").filter(|action| action.dependent_actions().next().is_some()).count(), 1_691);
}

#[test]
fn every_level_has_its_share() {
    let mut counts = BTreeMap::new();
    for action in expand("*") {
        *counts.entry(action.level().as_str()).or_insert(0) += 1;
    }
    let expected =
        [("List", 3748), ("Permissions management", 422), ("Read", 5947), ("Tagging", 719), ("Write", 11485)];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn everything_listed_is_found_by_its_name_in_any_case() {
    for service in services() {
        assert_eq!(super::service(&service.prefix().to_uppercase()), Some(service));
        for action in service.actions() {
            assert_eq!(super::action(&action.to_string().to_uppercase()), Some(action));
        }
        for resource in service.resource_types() {
            assert_eq!(service.resource_type(&resource.name().to_uppercase()), Some(resource));
        }
        for key in service.condition_keys() {
            assert_eq!(service.condition_key(key.name), Some(*key), "{service:?}");
            assert!(condition_key(key.name).is_some(), "{service:?} {key:?}");
        }
    }
    for key in global_condition_keys() {
        assert_eq!(condition_key(&key.name.to_uppercase()).as_ref(), Some(key));
    }
}

#[test]
fn everything_referred_to_exists() {
    for action in expand("*") {
        assert_eq!(action.resources().count(), listed(action.resources, ",").count(), "{action}");
        assert_eq!(action.condition_keys().count(), listed(action.keys, ",").count(), "{action}");
        for dependent in action.dependent_actions() {
            assert!(super::action(dependent).is_some(), "{action} depends on {dependent}");
        }
    }
    for resource in services().iter().flat_map(Service::resource_types) {
        assert!(resource.arn_templates().all(|arn| arn.starts_with("arn:")), "{resource:?}");
    }
}

#[test]
fn actions_know_their_resources() {
    assert_eq!(takes_resource("s3:ListAllMyBuckets"), Some(false));
    assert_eq!(takes_resource("s3:GetObject"), Some(true));
    assert_eq!(takes_resource("s3:NoSuchAction"), None);
    assert!(resources("s3:GetObject").iter().any(|(name, _)| *name == "object"));
    assert_eq!(resources("iam:CreateUser"), [("user", true)]);
    assert_eq!(resources("iam:PassRole"), [("role", true)]);
    assert_eq!(resources("sts:GetCallerIdentity"), []);
    assert!(resources("sts:AssumeRole").contains(&("role", true)));
}

#[test]
fn actions_know_their_conditions_and_dependents() {
    let names = |action: &str| known(action).condition_keys().map(|key| key.name).collect::<Vec<_>>();
    assert!(names("iam:PassRole").contains(&"iam:PassedToService"));
    assert!(names("sts:AssumeRole").contains(&"sts:ExternalId"));
    assert!(names("iam:CreateUser").contains(&"iam:PermissionsBoundary"));
    assert!(known("lambda:CreateFunction").dependent_actions().any(|name| name == "iam:PassRole"));
    assert!(known("ec2:RunInstances").dependent_actions().any(|name| name == "iam:PassRole"));
    assert_eq!(known("iam:GetUser").dependent_actions().next(), None);
    assert_eq!(known("iam:AttachRolePolicy").level(), AccessLevel::PermissionsManagement);
    assert_eq!(known("iam:TagUser").level(), AccessLevel::Tagging);
}

#[test]
fn patterns_stand_for_actions() {
    let names = |pattern: &str| expand(pattern).map(|action| action.to_string()).collect::<Vec<_>>();
    assert_eq!(names("IAM:*accountalias"), ["iam:CreateAccountAlias", "iam:DeleteAccountAlias"]);
    assert_eq!(names("sts:AssumeRole"), ["sts:AssumeRole"]);
    assert_eq!(names("sts:?ssumeRol?"), ["sts:AssumeRole"]);
    assert!(names("s3:Get*").contains(&"s3:GetObject".to_owned()));
    assert!(names("s3:Get*").iter().all(|name| name.starts_with("s3:Get")));
    for nothing in ["", "GetObject", "s3", "s3:", ":", "nosuch:*", "s3:GetObjectX"] {
        assert_eq!(names(nothing), Vec::<String>::new(), "{nothing}");
    }
}

#[test]
fn condition_keys_have_types() {
    use ValueType::{Arn, Bool, Date, IpAddress, Numeric, String};
    for (name, canonical, value_type, multivalued) in [
        ("aws:sourceip", "aws:SourceIp", IpAddress, false),
        ("aws:SourceVpcArn", "aws:SourceVpcArn", Arn, false),
        ("aws:PrincipalArn", "aws:PrincipalArn", Arn, false),
        ("aws:TagKeys", "aws:TagKeys", String, true),
        ("aws:Referer", "aws:referer", String, false),
        ("aws:CalledVia", "aws:CalledVia", String, true),
        ("aws:MultiFactorAuthPresent", "aws:MultiFactorAuthPresent", Bool, false),
        ("aws:MultiFactorAuthAge", "aws:MultiFactorAuthAge", Numeric, false),
        ("aws:CurrentTime", "aws:CurrentTime", Date, false),
        ("aws:requesttag/Team", "aws:RequestTag/${TagKey}", String, false),
        ("aws:PrincipalTag/a:b", "aws:PrincipalTag/${TagKey}", String, false),
        ("s3:ExistingObjectTag/x", "s3:ExistingObjectTag/${key}", String, false),
        ("events:metadata/x/matcher", "events:Metadata/${MetadataKey}/Matcher", String, false),
        ("s3:max-keys", "s3:max-keys", Numeric, false),
        ("iam:PassedToService", "iam:PassedToService", String, false),
        ("saml:aud", "saml:aud", String, false),
        ("accounts.google.com:aud", "accounts.google.com:aud", String, false),
        ("token.actions.githubusercontent.com:ref", "token.actions.githubusercontent.com:ref", String, false),
    ] {
        let key = condition_key(name).unwrap_or_else(|| panic!("{name} is not in the catalogue"));
        assert_eq!((key.name, key.value_type, key.multivalued), (canonical, value_type, multivalued));
    }
    for nothing in ["", "aws", "aws:", "aws:NoSuchKey", "s3:NoSuchKey", "nosuch:key", "aws:RequestTag"] {
        assert_eq!(condition_key(nothing), None, "{nothing}");
    }
}

#[test]
fn resource_types_fit_their_arns() {
    let fitting = |prefix: &str, arn: &str| {
        let types = service(prefix).unwrap().resource_types().filter(|resource| resource.fits(arn));
        types.map(|resource| resource.name()).collect::<Vec<_>>()
    };
    assert_eq!(fitting("iam", "arn:aws:iam::123456789012:role/path/name"), ["role"]);
    assert_eq!(fitting("sqs", "arn:aws:sqs:us-east-1:123456789012:jobs"), ["queue"]);
    assert!(fitting("s3", "arn:aws:s3:::bucket/key").contains(&"object"));
    assert!(!fitting("s3", "arn:aws:s3:::bucket").contains(&"object"));
    assert_eq!(fitting("iam", "role"), Vec::<&str>::new());
}

#[test]
fn services_have_names_for_people() {
    let s3 = service("s3").unwrap();
    assert_eq!(s3.name(), "Amazon S3");
    assert!(s3.has_resource_control_policies());
    assert!(!service("iam").unwrap().has_resource_control_policies());
    assert_eq!(service("sts").unwrap().name(), "AWS Security Token Service");
    assert_eq!(service("nosuch"), None);
}
