use awsim_plugin::store::{Transaction, View};

use super::account;
use crate::consistency;
use crate::state::{CustomerPolicy, MEMBERS, Resource, Role, USERS, User};

const DETAILS: &str = r#"{
    "UserDetailList": [{
        "Path": "/staff/", "UserName": "ann", "UserId": "AIDAANN", "Arn": "arn:aws:iam::123456789012:user/staff/ann",
        "CreateDate": "2020-01-02T03:04:05+00:00", "GroupList": ["Readers"],
        "UserPolicyList": [{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}],
        "AttachedManagedPolicies": [{"PolicyName": "p", "PolicyArn": "arn:aws:iam::123456789012:policy/p"}],
        "PermissionsBoundary": {"PermissionsBoundaryType": "Policy",
            "PermissionsBoundaryArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"},
        "Tags": [{"Key": "team", "Value": "blue"}]
    }],
    "GroupDetailList": [{
        "Path": "/", "GroupName": "Readers", "GroupId": "AGPAREADERS", "Arn": "arn:aws:iam::123456789012:group/Readers",
        "CreateDate": "2020-01-02T03:04:05+00:00", "GroupPolicyList": [],
        "AttachedManagedPolicies": [{"PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}]
    }],
    "RoleDetailList": [{
        "Path": "/", "RoleName": "web", "RoleId": "AROAWEB", "Arn": "arn:aws:iam::123456789012:role/web",
        "CreateDate": "2020-01-02T03:04:05+00:00",
        "AssumeRolePolicyDocument": "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22ec2.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D",
        "InstanceProfileList": [{"Path": "/", "InstanceProfileName": "web", "InstanceProfileId": "AIPAWEB",
            "Arn": "arn:aws:iam::123456789012:instance-profile/web", "CreateDate": "2020-01-02T03:04:05+00:00", "Roles": []}],
        "RolePolicyList": [], "AttachedManagedPolicies": [], "Tags": [], "RoleLastUsed": {}
    }],
    "Policies": [{
        "PolicyName": "p", "PolicyId": "ANPAP", "Arn": "arn:aws:iam::123456789012:policy/p", "Path": "/",
        "DefaultVersionId": "v2", "AttachmentCount": 1, "IsAttachable": true,
        "CreateDate": "2020-01-02T03:04:05+00:00", "UpdateDate": "2021-01-02T03:04:05+00:00",
        "PolicyVersionList": [
            {"Document": {"Version": "2012-10-17", "Statement": []}, "VersionId": "v3", "IsDefaultVersion": false,
             "CreateDate": "2021-01-02T03:04:05+00:00"},
            {"Document": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]},
             "VersionId": "v2", "IsDefaultVersion": true, "CreateDate": "2020-06-02T03:04:05+00:00"}]
    }]
}"#;

fn imported(document: &str) -> Result<View, String> {
    let mut transaction = Transaction::begin(&View::empty());
    account(document.as_bytes(), &mut transaction).map_err(|error| error.message)?;
    Ok(transaction.finish().unwrap().0)
}

/// The document with a version that has statements, as every policy of AWS's has.
fn details() -> String {
    DETAILS.replace(
        r#""Statement": []"#,
        r#""Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]"#,
    )
}

#[test]
fn an_account_is_rebuilt_with_ids_and_dates() {
    let document = details();
    let view = imported(&document).unwrap();
    let id = "123456789012".parse().unwrap();
    let ann = User::get(&view, id, "ann").unwrap();
    assert_eq!((&*ann.id, ann.path.as_str()), ("AIDAANN", "/staff/"));
    assert_eq!(ann.created.to_string(), "2020-01-02T03:04:05Z");
    assert_eq!(ann.details.boundary.as_deref(), Some("arn:aws:iam::aws:policy/ReadOnlyAccess"));
    assert_eq!(ann.details.groups, ["readers".into()]);
    assert!(view.contains(&MEMBERS, id, &("readers".to_owned(), "ann".to_owned())));
    let web = Role::get(&view, id, "web").unwrap();
    assert!(web.trust_policy.contains("ec2.amazonaws.com"), "{}", web.trust_policy);
    assert_eq!(web.details.instance_profiles, ["web".into()]);
    let policy = CustomerPolicy::get(&view, id, "p").unwrap();
    assert_eq!((policy.default_version, policy.last_version), (2, 3));
    assert_eq!(consistency::check(&view), Ok(()));

    let mut again = Transaction::begin(&view);
    account(document.as_bytes(), &mut again).unwrap();
    assert_eq!(again.count(&USERS, id), 1);
}

#[test]
fn what_does_not_fit_is_refused_with_its_reason() {
    let document = details();
    for (from, to, reason) in [
        ("\"Readers\"]", "\"Writers\"]", "the user ann is in the group Writers, which is missing"),
        ("\"v2\", \"Attach", "\"v9\", \"Attach", "the policy p lacks its default version"),
        ("123456789012:role", "210987654321:role", "is of another account"),
        ("\"Effect\": \"Deny\"", "\"Effect\": \"Maybe\"", "a document of p is no policy"),
        (
            "policy/p\"}]",
            "policy/q\"}]",
            "ann has the policy arn:aws:iam::123456789012:policy/q, which is missing",
        ),
        ("\"Policies\": [", "\"IsTruncated\": true, \"Policies\": [", "one page of several"),
        ("\"UserName\"", "\"Name\"", "missing field `UserName`"),
    ] {
        let changed = document.replacen(from, to, 1);
        assert_ne!(changed, document, "{from}");
        let refused = imported(&changed).err().unwrap_or_default();
        assert!(refused.contains(reason), "{refused:?} {reason:?}");
    }
    assert!(imported("{}").err().unwrap().contains("nothing in this tells"));
    assert!(imported("[").is_err());
}
