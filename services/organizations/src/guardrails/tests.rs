use awsim_plugin::directory::Guardrails;

use crate::generated::operations::{AttachPolicy, CreateOrganizationalUnit, MoveAccount};
use crate::generated::{
    AttachPolicyRequest, CreateOrganizationalUnitRequest, MoveAccountRequest, PolicyType,
};
use crate::testing::{DENY, Fixture, MANAGEMENT, OTHER};

#[test]
fn policies_are_told_level_by_level() {
    let mut fixture = Fixture::with_organization();
    let root = fixture.root();
    fixture.enable(PolicyType::ServiceControlPolicy);
    let account = fixture.account("member");
    let unit = CreateOrganizationalUnitRequest { parent_id: root.clone(), name: "unit".into(), tags: None };
    let unit =
        fixture.call::<CreateOrganizationalUnit>(unit).unwrap().organizational_unit.unwrap().id.unwrap();
    let request = MoveAccountRequest {
        account_id: account.to_string(),
        source_parent_id: root.clone(),
        destination_parent_id: unit.clone(),
    };
    fixture.call::<MoveAccount>(request).unwrap();
    let policy = fixture.policy(PolicyType::ServiceControlPolicy, "no-s3", DENY);
    let attach = AttachPolicyRequest { policy_id: policy.clone(), target_id: unit.clone() };
    fixture.call::<AttachPolicy>(attach).unwrap();

    let guardrails: &dyn Guardrails = &fixture.organizations;
    let levels = guardrails.service_control_policies(&fixture.view, account);
    let sources: Vec<Vec<_>> =
        levels.iter().map(|level| level.iter().map(|policy| policy.source.as_str()).collect()).collect();
    let organization = guardrails.organization(&fixture.view, account).unwrap();
    let full = "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess";
    let own = format!(
        "arn:aws:organizations::111122223333:policy/{}/service_control_policy/{policy}",
        organization.id
    );
    assert_eq!(sources, [vec![full], vec![full, &own], vec![full]]);
    assert_eq!(&*levels[1][1].text, DENY);

    assert!(guardrails.service_control_policies(&fixture.view, MANAGEMENT).is_empty());
    assert!(guardrails.service_control_policies(&fixture.view, OTHER).is_empty());
    assert!(guardrails.resource_control_policies(&fixture.view, account).is_empty());
    let path = guardrails.organization_path(&fixture.view, account).unwrap();
    assert_eq!(path, format!("{}/{root}/{unit}/", organization.id));
    assert_eq!((organization.management_account, organization.all_features), (MANAGEMENT, true));
    let members: Vec<_> =
        guardrails.members(&fixture.view, account).into_iter().map(|one| one.path).collect();
    assert!(members.contains(&path) && members.len() == 2, "{members:?}");
    assert_eq!(guardrails.units(&fixture.view, MANAGEMENT)[0].path, path);
    let on_path = |path: &str| guardrails.policies_on_path(&fixture.view, MANAGEMENT, path);
    assert_eq!(on_path(&format!("{path}{account}")), Some(levels.clone()));
    assert_eq!(on_path(&path).map(|levels| levels.len()), Some(2));
    assert_eq!(on_path(&format!("{}/{root}/{account}", organization.id)), None);
    let applied = guardrails.service_control_policy(&fixture.view, account, &policy).unwrap();
    assert_eq!((applied.document.source, applied.accounts), (own.clone(), vec![account]));
    assert!(guardrails.service_control_policy(&fixture.view, account, "p-0000000000").is_none());
    assert_eq!(guardrails.organization(&fixture.view, OTHER), None);
    assert_eq!(guardrails.organization_path(&fixture.view, OTHER), None);
    assert!(!guardrails.trusts(&fixture.view, account, "sso.amazonaws.com"));
}

#[test]
fn resource_control_policies_are_told_once_they_are_enabled() {
    let mut fixture = Fixture::with_organization();
    let account = fixture.account("member");
    fixture.enable(PolicyType::ResourceControlPolicy);
    let levels = fixture.organizations.resource_control_policies(&fixture.view, account);
    let sources: Vec<_> = levels.iter().flatten().map(|policy| policy.source.as_str()).collect();
    assert_eq!(sources, ["arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess"; 2]);
}
