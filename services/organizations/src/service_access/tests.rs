use crate::generated::operations::{
    DisableAWSServiceAccess, EnableAWSServiceAccess, EnablePolicyType, ListAWSServiceAccessForOrganization,
};
use crate::generated::{
    DisableAWSServiceAccessRequest, EnableAWSServiceAccessRequest, EnablePolicyTypeRequest,
    ListAWSServiceAccessForOrganizationRequest, PolicyType,
};
use crate::testing::{Fixture, refusal};

fn enable(service: &str) -> EnableAWSServiceAccessRequest {
    EnableAWSServiceAccessRequest { service_principal: service.into() }
}

fn disable(service: &str) -> DisableAWSServiceAccessRequest {
    DisableAWSServiceAccessRequest { service_principal: service.into() }
}

#[test]
fn services_are_trusted_and_not_any_more() {
    let mut fixture = Fixture::with_organization();
    for service in ["sso.amazonaws.com", "config.amazonaws.com", "sso.amazonaws.com"] {
        fixture.call::<EnableAWSServiceAccess>(enable(service)).unwrap();
    }
    let list = ListAWSServiceAccessForOrganizationRequest::default();
    let list = fixture.call::<ListAWSServiceAccessForOrganization>(list).unwrap();
    let services = list.enabled_service_principals.unwrap();
    assert_eq!(services.len(), 2);
    assert_eq!(services[0].service_principal.as_deref(), Some("config.amazonaws.com"));
    fixture.call::<DisableAWSServiceAccess>(disable("sso.amazonaws.com")).unwrap();
    let refused = fixture.call::<EnableAWSServiceAccess>(enable("nonsense"));
    assert_eq!(refusal(refused), "InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL");
    let member = fixture.account("member");
    fixture.act_in(member);
    assert_eq!(
        refusal(fixture.call::<EnableAWSServiceAccess>(enable("sso.amazonaws.com"))),
        "AccessDeniedException"
    );
}

#[test]
fn some_policy_types_need_their_service() {
    let mut fixture = Fixture::with_organization();
    let request =
        || EnablePolicyTypeRequest { root_id: String::new(), policy_type: PolicyType::SecurityhubPolicy };
    let root_id = fixture.root();
    let refused =
        fixture.call::<EnablePolicyType>(EnablePolicyTypeRequest { root_id: root_id.clone(), ..request() });
    assert_eq!(refusal(refused), "ConstraintViolationException SERVICE_ACCESS_NOT_ENABLED");
    fixture.call::<EnableAWSServiceAccess>(enable("securityhub.amazonaws.com")).unwrap();
    fixture.call::<EnablePolicyType>(EnablePolicyTypeRequest { root_id, ..request() }).unwrap();
    let refused = fixture.call::<DisableAWSServiceAccess>(disable("securityhub.amazonaws.com"));
    assert_eq!(refusal(refused), "ConstraintViolationException POLICY_TYPE_ENABLED_FOR_THIS_SERVICE");
}
