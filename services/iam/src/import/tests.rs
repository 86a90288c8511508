use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::account;
use crate::state::{
    Assignment, CustomerPolicy, LAST_ACCESSES, LastAccess, MEMBERS, MfaDevice, ROOT, Resource, Role, USERS,
    User, last_access,
};
use crate::{consistency, trusted};

const DETAILS: &str = r#"{
    "UserDetailList": [{
        "Path": "/staff/", "UserName": "ann", "UserId": "AIDAANNABCDEFGHIJKLMN", "Arn": "arn:aws:iam::123456789012:user/staff/ann",
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
    assert_eq!((&*ann.id, ann.path.as_str()), ("AIDAANNABCDEFGHIJKLMN", "/staff/"));
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

/// The account of the document, and another whose role trusts its user and is imported first.
#[test]
fn whom_a_role_trusts_is_stored_by_id_whatever_came_first() {
    let trusting = r#"{"RoleDetailList": [{
        "Path": "/", "RoleName": "far", "RoleId": "AROAFARABCDEFGHIJKLMN", "Arn": "arn:aws:iam::210987654321:role/far",
        "CreateDate": "2020-01-02T03:04:05+00:00", "RolePolicyList": [], "AttachedManagedPolicies": [],
        "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {"AWS": ["arn:aws:iam::123456789012:user/staff/ann", "AIDAGONEABCDEFGHIJKLM"]}}]}}]}"#;
    let far = "210987654321".parse().unwrap();
    let mut state = Transaction::begin(&View::empty());
    account(trusting.as_bytes(), &mut state).unwrap();
    let trust = |state: &View| Role::get(state, far, "far").unwrap().trust_policy.to_string();
    assert!(trust(&state).contains("user/staff/ann"), "{}", trust(&state));
    account(details().as_bytes(), &mut state).unwrap();
    assert!(
        trust(&state).contains(r#"["AIDAANNABCDEFGHIJKLMN", "AIDAGONEABCDEFGHIJKLM"]"#),
        "{}",
        trust(&state)
    );
    let role = Role::get(&state, far, "far").unwrap();
    let shown = trusted::shown(&state, "aws", role);
    assert!(
        shown.contains(r#"["arn:aws:iam::123456789012:user/staff/ann", "AIDAGONEABCDEFGHIJKLM"]"#),
        "{shown}"
    );

    // Another user of the name is not trusted.
    let other = details().replace("AIDAANNABCDEFGHIJKLMN", "AIDAOTHERABCDEFGHIJKL");
    account(other.as_bytes(), &mut state).unwrap();
    assert!(
        trust(&state).contains("AIDAANNABCDEFGHIJKLMN") && !trust(&state).contains("AIDAOTHERABCDEFGHIJKL"),
        "{}",
        trust(&state)
    );
    assert_eq!(consistency::check(&state), Ok(()));
}

#[test]
fn what_users_had_and_did_goes_with_them() {
    let id = "123456789012".parse().unwrap();
    let mut state = Transaction::begin(&imported(&details()).unwrap());
    let access = LastAccess { at: Timestamp::from_seconds(0), region: "us-east-1".into() };
    for principal in ["AIDAANNABCDEFGHIJKLMN", ROOT] {
        last_access::note(&mut state, id, principal, "iam", None, &access);
    }
    let assignment = Assignment { user: Some("ann".into()), enabled: access.at, drift: 0, last_step: 0 };
    let device = MfaDevice {
        name: "phone".into(),
        seed: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into(),
        created: access.at,
        assignment: Some(assignment),
        used_up_to: None,
        tags: Default::default(),
    };
    device.insert(&mut state, id);
    state.update(&USERS, id, "ann", |user| user.details.sign_in.mfa_devices.push("phone".into()));
    assert_eq!(consistency::check(&state), Ok(()));
    account(details().as_bytes(), &mut state).unwrap();
    assert_eq!(consistency::check(&state), Ok(()));
    assert_eq!(state.count(&LAST_ACCESSES, id), 1);
    assert_eq!(MfaDevice::get(&state, id, "phone").unwrap().assignment, None);
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
