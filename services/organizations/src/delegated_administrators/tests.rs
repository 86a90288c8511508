use crate::generated::operations::{
    DeregisterDelegatedAdministrator, DisableAWSServiceAccess, EnableAWSServiceAccess, ListAccounts,
    ListDelegatedAdministrators, ListDelegatedServicesForAccount, RegisterDelegatedAdministrator,
};
use crate::generated::{
    DeregisterDelegatedAdministratorRequest, DisableAWSServiceAccessRequest, EnableAWSServiceAccessRequest,
    ListAccountsRequest, ListDelegatedAdministratorsRequest, ListDelegatedServicesForAccountRequest,
    RegisterDelegatedAdministratorRequest,
};
use crate::testing::{Fixture, MANAGEMENT, refusal};

const SERVICE: &str = "config.amazonaws.com";

fn register(account_id: &str, service: &str) -> RegisterDelegatedAdministratorRequest {
    RegisterDelegatedAdministratorRequest { account_id: account_id.into(), service_principal: service.into() }
}

#[test]
fn an_administrator_reads_what_members_do_not() {
    let mut fixture = Fixture::with_organization();
    let member = fixture.account("member");
    let id = member.to_string();
    fixture.act_in(member);
    assert_eq!(
        refusal(fixture.call::<ListAccounts>(ListAccountsRequest::default())),
        "AccessDeniedException"
    );
    fixture.act_in(MANAGEMENT);
    let untrusted = fixture.call::<RegisterDelegatedAdministrator>(register(&id, SERVICE));
    assert_eq!(refusal(untrusted), "ConstraintViolationException SERVICE_ACCESS_NOT_ENABLED");
    let enable = EnableAWSServiceAccessRequest { service_principal: SERVICE.into() };
    fixture.call::<EnableAWSServiceAccess>(enable).unwrap();
    fixture.call::<RegisterDelegatedAdministrator>(register(&id, SERVICE)).unwrap();
    for (request, code) in [
        (register(&id, SERVICE), "AccountAlreadyRegisteredException"),
        (register("999999999999", SERVICE), "AccountNotFoundException"),
        (register(&id, "nonsense"), "InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL"),
        (
            register("111122223333", SERVICE),
            "ConstraintViolationException CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR",
        ),
    ] {
        assert_eq!(refusal(fixture.call::<RegisterDelegatedAdministrator>(request)), code);
    }
    let disable = DisableAWSServiceAccessRequest { service_principal: SERVICE.into() };
    let refused = fixture.call::<DisableAWSServiceAccess>(disable);
    assert_eq!(
        refusal(refused),
        "ConstraintViolationException DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE"
    );

    fixture.act_in(member);
    fixture.call::<ListAccounts>(ListAccountsRequest::default()).unwrap();
    let list =
        ListDelegatedAdministratorsRequest { service_principal: Some(SERVICE.into()), ..Default::default() };
    let list = fixture.call::<ListDelegatedAdministrators>(list).unwrap().delegated_administrators.unwrap();
    assert_eq!(list[0].id.as_deref(), Some(&*id));
    let services = |account_id: &str| ListDelegatedServicesForAccountRequest {
        account_id: account_id.into(),
        ..Default::default()
    };
    let listed = fixture.call::<ListDelegatedServicesForAccount>(services(&id)).unwrap();
    assert_eq!(listed.delegated_services.unwrap()[0].service_principal.as_deref(), Some(SERVICE));
    let other = fixture.call::<ListDelegatedServicesForAccount>(services("111122223333"));
    assert_eq!(refusal(other), "AccountNotRegisteredException");

    fixture.act_in(MANAGEMENT);
    let deregister = || DeregisterDelegatedAdministratorRequest {
        account_id: id.clone(),
        service_principal: SERVICE.into(),
    };
    fixture.call::<DeregisterDelegatedAdministrator>(deregister()).unwrap();
    let again = fixture.call::<DeregisterDelegatedAdministrator>(deregister());
    assert_eq!(refusal(again), "AccountNotRegisteredException");
}
