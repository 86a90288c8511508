use awsim_plugin::access::ContextValue;

use crate::generated::operations::{
    CreateOrganizationalUnit, DeleteOrganizationalUnit, DescribeOrganizationalUnit, DisablePolicyType,
    EnablePolicyType, ListChildren, ListOrganizationalUnitsForParent, ListParents, UpdateOrganizationalUnit,
};
use crate::generated::{
    ChildType, CreateOrganizationalUnitRequest, DeleteOrganizationalUnitRequest,
    DescribeOrganizationalUnitRequest, DisablePolicyTypeRequest, EnablePolicyTypeRequest,
    ListChildrenRequest, ListOrganizationalUnitsForParentRequest, ListParentsRequest, OrganizationalUnit,
    ParentType, PolicyType, UpdateOrganizationalUnitRequest,
};
use crate::state::{TARGETS, attachment};
use crate::testing::{Fixture, MANAGEMENT, refusal};
use crate::{Quotas, Settings};

fn unit(fixture: &mut Fixture, parent: &str, name: &str) -> OrganizationalUnit {
    let request = CreateOrganizationalUnitRequest { parent_id: parent.into(), name: name.into(), tags: None };
    fixture.call::<CreateOrganizationalUnit>(request).unwrap().organizational_unit.unwrap()
}

#[test]
fn units_are_in_each_other() {
    let mut fixture = Fixture::with_organization();
    let root = fixture.root();
    let outer = unit(&mut fixture, &root, "outer").id.unwrap();
    let inner = unit(&mut fixture, &outer, "inner");
    assert!(outer.starts_with(&root.replace("r-", "ou-")), "{outer}");
    assert!(inner.path.unwrap().ends_with(&format!("/{root}/{outer}/{}/", inner.id.clone().unwrap())));

    let list = |fixture: &mut Fixture, parent: &str| {
        let request =
            ListOrganizationalUnitsForParentRequest { parent_id: parent.into(), ..Default::default() };
        fixture.call::<ListOrganizationalUnitsForParent>(request).unwrap().organizational_units.unwrap()
    };
    assert_eq!(list(&mut fixture, &root).len(), 1);
    assert_eq!(list(&mut fixture, &outer)[0].id, inner.id);
    let parents = ListParentsRequest { child_id: outer.clone(), ..Default::default() };
    let parents = fixture.call::<ListParents>(parents).unwrap().parents.unwrap();
    assert_eq!((parents[0].id.clone().unwrap(), parents[0].r#type), (root.clone(), Some(ParentType::Root)));

    let children = |parent: &str, child_type| ListChildrenRequest {
        parent_id: parent.into(),
        child_type,
        ..Default::default()
    };
    let units = fixture.call::<ListChildren>(children(&root, ChildType::OrganizationalUnit)).unwrap();
    assert_eq!(units.children.unwrap()[0].id.as_deref(), Some(&*outer));
    let accounts = fixture.call::<ListChildren>(children(&root, ChildType::Account)).unwrap();
    assert_eq!(accounts.children.unwrap()[0].id.as_deref(), Some("111122223333"));

    let delete = |id: &str| DeleteOrganizationalUnitRequest { organizational_unit_id: id.into() };
    assert_eq!(
        refusal(fixture.call::<DeleteOrganizationalUnit>(delete(&outer))),
        "OrganizationalUnitNotEmptyException"
    );
    fixture.call::<DeleteOrganizationalUnit>(delete(&inner.id.unwrap())).unwrap();
    fixture.call::<DeleteOrganizationalUnit>(delete(&outer)).unwrap();
    let describe = DescribeOrganizationalUnitRequest { organizational_unit_id: outer };
    assert_eq!(
        refusal(fixture.call::<DescribeOrganizationalUnit>(describe)),
        "OrganizationalUnitNotFoundException"
    );
}

#[test]
fn siblings_have_different_names() {
    let mut fixture = Fixture::with_organization();
    let root = fixture.root();
    let one = unit(&mut fixture, &root, "one").id.unwrap();
    let two = unit(&mut fixture, &root, "two").id.unwrap();
    unit(&mut fixture, &one, "two");
    let rename = |id: &str, name: &str| UpdateOrganizationalUnitRequest {
        organizational_unit_id: id.into(),
        name: Some(name.into()),
    };
    assert_eq!(
        refusal(fixture.call::<UpdateOrganizationalUnit>(rename(&two, "one"))),
        "DuplicateOrganizationalUnitException"
    );
    fixture.call::<UpdateOrganizationalUnit>(rename(&two, "two")).unwrap();
    let renamed = fixture.call::<UpdateOrganizationalUnit>(rename(&two, "three")).unwrap();
    assert_eq!(renamed.organizational_unit.unwrap().name.as_deref(), Some("three"));
    let again = CreateOrganizationalUnitRequest { parent_id: root, name: "one".into(), tags: None };
    assert_eq!(
        refusal(fixture.call::<CreateOrganizationalUnit>(again)),
        "DuplicateOrganizationalUnitException"
    );
}

#[test]
fn the_tree_is_neither_too_deep_nor_too_large() {
    let quotas = Quotas { units: 6, ..Quotas::default() };
    let mut fixture = Fixture::with_organization_of(Settings { quotas, ..Settings::default() });
    let mut parent = fixture.root();
    for level in 1..=5 {
        parent = unit(&mut fixture, &parent, &format!("level {level}")).id.unwrap();
    }
    let deeper = CreateOrganizationalUnitRequest { parent_id: parent, name: "level 6".into(), tags: None };
    let refused = fixture.call::<CreateOrganizationalUnit>(deeper);
    assert_eq!(refusal(refused), "ConstraintViolationException OU_DEPTH_LIMIT_EXCEEDED");
    let root = fixture.root();
    unit(&mut fixture, &root, "sixth");
    let seventh = CreateOrganizationalUnitRequest { parent_id: root, name: "seventh".into(), tags: None };
    let refused = fixture.call::<CreateOrganizationalUnit>(seventh);
    assert_eq!(refusal(refused), "ConstraintViolationException OU_NUMBER_LIMIT_EXCEEDED");
}

#[test]
fn full_access_comes_and_goes_with_its_type() {
    let mut fixture = Fixture::with_organization();
    let root = fixture.root();
    let before = unit(&mut fixture, &root, "before").id.unwrap();
    fixture.enable(PolicyType::ServiceControlPolicy);
    let after = unit(&mut fixture, &before, "after").id.unwrap();
    for target in [&*root, &*before, &*after, "111122223333"] {
        let policies: Vec<_> = attachment::policies_of(&fixture.view, MANAGEMENT, target).collect();
        assert_eq!(policies, ["p-FullAWSAccess"], "{target}");
    }
    let again =
        EnablePolicyTypeRequest { root_id: root.clone(), policy_type: PolicyType::ServiceControlPolicy };
    assert_eq!(refusal(fixture.call::<EnablePolicyType>(again)), "PolicyTypeAlreadyEnabledException");
    let disable =
        || DisablePolicyTypeRequest { root_id: root.clone(), policy_type: PolicyType::ServiceControlPolicy };
    let disabled = fixture.call::<DisablePolicyType>(disable()).unwrap().root.unwrap();
    assert_eq!(disabled.policy_types.as_deref(), Some(&[][..]));
    assert_eq!(fixture.view.count(&TARGETS, MANAGEMENT), 0);
    assert_eq!(refusal(fixture.call::<DisablePolicyType>(disable())), "PolicyTypeNotEnabledException");
    let elsewhere = EnablePolicyTypeRequest { root_id: "r-none".into(), policy_type: PolicyType::TagPolicy };
    assert_eq!(refusal(fixture.call::<EnablePolicyType>(elsewhere)), "RootNotFoundException");
}

#[test]
fn the_row_of_a_new_unit_names_its_parent_and_tags() {
    let fixture = Fixture::with_organization();
    let root = fixture.root();
    let tags = Some(vec![crate::generated::Tag { key: "team".into(), value: "blue".into() }]);
    let request = CreateOrganizationalUnitRequest { parent_id: root.clone(), name: "unit".into(), tags };
    let access = fixture.access::<CreateOrganizationalUnit>(&request).unwrap();
    let actions: Vec<_> = access.iter().map(|check| &*check.action).collect();
    assert_eq!(actions, ["organizations:CreateOrganizationalUnit", "organizations:TagResource"]);
    assert!(access[0].resource.ends_with(&format!("/{root}")), "{}", access[0].resource);
    assert!(access[0].context.contains(&("aws:RequestTag/team".into(), ContextValue::String("blue".into()))));
}
