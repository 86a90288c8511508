use crate::generated::operations::{CreateOrganization, DeleteOrganization, DescribeOrganization, ListRoots};
use crate::generated::{CreateOrganizationRequest, ListRootsRequest, OrganizationFeatureSet, PolicyType};
use crate::state::{CHILDREN, POLICIES};
use crate::testing::{DENY, Fixture, MANAGEMENT, OTHER, refusal};

#[test]
fn an_organization_is_made_by_the_account_that_manages_it() {
    let mut fixture = Fixture::with_organization();
    let organization = fixture.call::<DescribeOrganization>(()).unwrap().organization.unwrap();
    let id = organization.id.unwrap();
    assert_eq!(organization.arn.unwrap(), format!("arn:aws:organizations::111122223333:organization/{id}"));
    assert_eq!(organization.feature_set, Some(OrganizationFeatureSet::All));
    assert_eq!(
        organization.master_account_arn.unwrap(),
        format!("arn:aws:organizations::111122223333:account/{id}/111122223333")
    );
    let roots = fixture.call::<ListRoots>(ListRootsRequest::default()).unwrap().roots.unwrap();
    assert_eq!(roots[0].name.as_deref(), Some("Root"));
    assert_eq!(roots[0].policy_types.as_deref(), Some(&[][..]));
    let again = fixture.call::<CreateOrganization>(CreateOrganizationRequest::default());
    assert_eq!(refusal(again), "AlreadyInOrganizationException");
}

#[test]
fn others_have_no_organization() {
    let mut fixture = Fixture::with_organization();
    fixture.act_in(OTHER);
    assert_eq!(refusal(fixture.call::<DescribeOrganization>(())), "AWSOrganizationsNotInUseException");
    assert_eq!(refusal(fixture.call::<DeleteOrganization>(())), "AWSOrganizationsNotInUseException");
}

#[test]
fn an_organization_with_members_stays_and_an_empty_one_leaves_nothing() {
    let mut fixture = Fixture::with_organization();
    fixture.policy(PolicyType::ServiceControlPolicy, "p", DENY);
    let member = fixture.account("member");
    assert_eq!(refusal(fixture.call::<DeleteOrganization>(())), "OrganizationNotEmptyException");
    fixture.act_in(member);
    assert_eq!(refusal(fixture.call::<DeleteOrganization>(())), "AccessDeniedException");

    let mut fixture = Fixture::with_organization();
    fixture.policy(PolicyType::ServiceControlPolicy, "p", DENY);
    fixture.call::<DeleteOrganization>(()).unwrap();
    assert_eq!(fixture.view.count(&POLICIES, MANAGEMENT), 0);
    assert_eq!(fixture.view.count(&CHILDREN, MANAGEMENT), 0);
    fixture.call::<CreateOrganization>(CreateOrganizationRequest::default()).unwrap();
}
