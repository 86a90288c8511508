use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;

use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{ACCOUNT, Fixture, Organization};

const MANAGER: AccountId = AccountId::from_number(1).unwrap();

fn code<T: std::fmt::Debug>(result: Result<T, ServiceError>) -> String {
    result.unwrap_err().code.into_owned()
}

fn enable(fixture: &mut Fixture) -> Result<Vec<FeatureType>, ServiceError> {
    let input = EnableOrganizationsRootSessionsRequest::default();
    Ok(fixture.call::<EnableOrganizationsRootSessions>(input)?.enabled_features.unwrap())
}

fn list(fixture: &mut Fixture) -> Result<ListOrganizationsFeaturesResponse, ServiceError> {
    fixture.call::<ListOrganizationsFeatures>(ListOrganizationsFeaturesRequest::default())
}

fn managing() -> Organization {
    Organization { management_account: ACCOUNT, trusts_iam: true, ..Organization::default() }
}

#[test]
fn features_are_turned_on_and_off_one_by_one() {
    let mut fixture = Fixture::in_organization(managing());
    let answer = list(&mut fixture).unwrap();
    assert_eq!(answer.organization_id.as_deref(), Some("o-a1b2c3d4e5"));
    assert_eq!(answer.enabled_features, Some(Vec::new()));
    assert_eq!(enable(&mut fixture).unwrap(), [FeatureType::RootSessions]);
    let input = EnableOrganizationsRootCredentialsManagementRequest::default();
    let both = fixture.call::<EnableOrganizationsRootCredentialsManagement>(input).unwrap();
    assert_eq!(
        both.enabled_features.unwrap(),
        [FeatureType::RootCredentialsManagement, FeatureType::RootSessions]
    );
    let access = super::central_root_access(&fixture.view, ACCOUNT);
    assert!(access.sessions && access.credentials_management);
    fixture
        .call::<DisableOrganizationsRootSessions>(DisableOrganizationsRootSessionsRequest::default())
        .unwrap();
    let input = DisableOrganizationsRootCredentialsManagementRequest::default();
    let none = fixture.call::<DisableOrganizationsRootCredentialsManagement>(input).unwrap();
    assert_eq!(none.enabled_features, Some(Vec::new()));
}

#[test]
fn who_may_not_is_told_why() {
    assert_eq!(code(list(&mut Fixture::new())), "OrganizationNotFoundException");
    let refused = |organization: Organization| {
        let mut fixture = Fixture::in_organization(organization);
        (code(list(&mut fixture)), code(enable(&mut fixture)))
    };
    let both = |code: &str| (code.to_owned(), code.to_owned());
    let billing = Organization { all_features: false, ..managing() };
    assert_eq!(refused(billing), both("OrganizationNotInAllFeaturesModeException"));
    let member = Organization { management_account: MANAGER, ..managing() };
    assert_eq!(refused(member), both("AccountNotManagementOrDelegatedAdministratorException"));
    let untrusting = Organization { trusts_iam: false, ..managing() };
    assert_eq!(refused(untrusting), both("ServiceAccessNotEnabledException"));
}

#[test]
fn a_delegated_administrator_sees_what_is_on_and_turns_nothing_on() {
    let organization =
        Organization { management_account: MANAGER, administrators: vec![ACCOUNT], ..managing() };
    let mut fixture = Fixture::in_organization(organization);
    assert_eq!(list(&mut fixture).unwrap().enabled_features, Some(Vec::new()));
    assert_eq!(code(enable(&mut fixture)), "CallerIsNotManagementAccountException");
}
