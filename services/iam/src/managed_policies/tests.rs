use std::collections::HashSet;

use serde_json::Value;

use super::*;
use crate::service_linked_roles;

fn policy(resource: &str) -> &'static ManagedPolicy {
    let arn = format!("arn:aws:iam::aws:policy/{resource}");
    find(&arn).unwrap_or_else(|| panic!("{arn} is not in the catalogue"))
}

fn parsed(document: &str) -> Value {
    serde_json::from_str(document).unwrap_or_else(|error| panic!("{error} in {document}"))
}

#[test]
fn the_catalogue_is_whole() {
    assert_eq!(all().len(), 1582);
    assert_eq!(intact(DOCUMENTS.len()), all().len());
    assert_eq!(
        intact(EARLIER.len()),
        all().iter().map(|policy| policy.versions().count() - 1).sum::<usize>()
    );
    assert_eq!(all().iter().filter(|policy| policy.description.is_none()).count(), 2);
}

#[test]
fn arns_names_and_ids_are_unique_and_arns_in_order() {
    assert!(all().is_sorted_by(|one, next| one.arn < next.arn));
    assert_eq!(all().iter().map(|policy| policy.name).collect::<HashSet<_>>().len(), all().len());
    assert_eq!(all().iter().map(|policy| policy.policy_id).collect::<HashSet<_>>().len(), all().len());
    for policy in all() {
        assert_eq!(policy.arn, format!("arn:aws:iam::aws:policy{}{}", policy.path, policy.name));
        assert!(policy.policy_id.starts_with("ANPA") && policy.policy_id.len() == 21, "{policy:?}");
        assert!(policy.created <= policy.updated, "{policy:?}");
        assert_eq!(find(policy.arn), Some(policy));
    }
}

#[test]
fn every_document_of_every_version_is_a_policy() {
    /// The least that makes a policy; other elements are passed over.
    #[derive(serde::Deserialize)]
    struct Policy {
        #[serde(rename = "Version")]
        _version: String,
        #[serde(rename = "Statement")]
        _statement: serde::de::IgnoredAny,
    }
    for archive in [&DOCUMENTS, &EARLIER] {
        for number in 0..intact(archive.len()) {
            let read = intact(archive.read(number, |text| serde_json::from_str::<Policy>(text).map(|_| ())));
            assert!(matches!(read, Some(Ok(()))), "{archive:?} {number}: {read:?}");
        }
    }
}

#[test]
fn laying_out_changes_no_content() {
    for policy in all().iter().step_by(7) {
        let compact = intact(DOCUMENTS.read(policy.ordinal, parsed)).unwrap();
        assert_eq!(parsed(&policy.default_document()), compact, "{}", policy.arn);
    }
}

#[test]
fn versions_are_listed_newest_first_with_one_default() {
    for policy in all() {
        let numbers: Vec<u32> = policy
            .versions()
            .map(|version| version.version_id.trim_start_matches('v').parse().unwrap())
            .collect();
        assert!(numbers.is_sorted_by(|newer, older| newer > older), "{} {numbers:?}", policy.arn);
        assert_eq!(policy.versions().filter(|version| version.is_default).count(), 1, "{}", policy.arn);
        for version in policy.versions() {
            assert!(
                version.created.is_none_or(|date| policy.created <= date && date <= policy.updated),
                "{}",
                policy.arn
            );
        }
    }
}

#[test]
fn administrator_access_is_as_aws_shows_it() {
    let policy = policy("AdministratorAccess");
    assert_eq!(policy.description, Some("Provides full access to AWS services and resources."));
    assert_eq!(policy.created.to_string(), "2015-02-06T18:39:46Z");
    assert_eq!(policy.default_version_id, "v1");
    let expected = r#"{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "*",
            "Resource": "*"
        }
    ]
}"#;
    assert_eq!(&*policy.default_document(), expected);
}

#[test]
fn well_known_policies_say_what_they_are_known_for() {
    for (resource, action) in [
        ("ReadOnlyAccess", "s3:Get*"),
        ("AmazonS3ReadOnlyAccess", "s3:List*"),
        ("service-role/AWSLambdaBasicExecutionRole", "logs:PutLogEvents"),
        ("PowerUserAccess", "organizations:DescribeOrganization"),
        ("SecurityAudit", "iam:GenerateCredentialReport"),
        ("job-function/ViewOnlyAccess", "s3:ListAllMyBuckets"),
        ("aws-service-role/AWSSupportServiceRolePolicy", "apigateway:GET"),
        ("AWSDenyAll", "*"),
    ] {
        let document = policy(resource).default_document();
        assert!(document.contains(&format!("\"{action}\"")), "{resource} lacks {action}");
    }
    assert_eq!(parsed(&policy("AWSDenyAll").default_document())["Statement"][0]["Effect"], "Deny");
    assert!(parsed(&policy("PowerUserAccess").default_document())["Statement"][0]["NotAction"].is_array());
}

#[test]
fn an_earlier_version_has_its_own_document() {
    let policy = policy("AmazonS3ReadOnlyAccess");
    let first = policy.document("v1").unwrap();
    assert_ne!(first, policy.default_document());
    let actions = &parsed(&first)["Statement"][0]["Action"];
    assert_eq!(actions, &serde_json::json!(["s3:Get*", "s3:List*"]));
    assert_eq!(policy.versions().last().unwrap().created, Some(policy.created));
}

#[test]
fn what_does_not_exist_is_not_found() {
    assert_eq!(find("arn:aws:iam::aws:policy/NoSuchPolicy"), None);
    assert_eq!(find("arn:aws:iam::aws:policy/administratoraccess"), None);
    assert_eq!(find("arn:aws:iam::aws:policy/service-role/AdministratorAccess"), None);
    assert_eq!(find(""), None);
    assert_eq!(document("arn:aws:iam::aws:policy/AdministratorAccess", "v2"), None);
    assert_eq!(document("arn:aws:iam::aws:policy/AdministratorAccess", "1"), None);
}

#[test]
fn a_list_goes_on_after_the_arn_where_it_ended() {
    assert_eq!(after(""), all());
    assert_eq!(after(all()[9].arn), &all()[10..]);
    let between = format!("{}0", all()[9].arn);
    assert!(after(&between)[0].arn > between.as_str());
    assert_eq!(after(all()[all().len() - 1].arn), &[]);
}

#[test]
fn every_service_linked_role_has_its_policy() {
    for role in service_linked_roles::all() {
        assert!(find(&role.policy_arn()).is_some_and(ManagedPolicy::is_for_service_linked_role), "{role:?}");
    }
}
