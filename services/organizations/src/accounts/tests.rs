use awsim_plugin::caller::Caller;
use awsim_plugin::directory::Guardrails;

use crate::generated::operations::{
    CloseAccount, CreateAccount, CreateGovCloudAccount, DescribeAccount, DescribeCreateAccountStatus,
    EnableAWSServiceAccess, LeaveOrganization, ListAccounts, ListAccountsForParent, ListCreateAccountStatus,
    MoveAccount, RegisterDelegatedAdministrator, RemoveAccountFromOrganization,
};
use crate::generated::{
    AccountState, AccountStatus, CloseAccountRequest, CreateAccountFailureReason, CreateAccountRequest,
    CreateAccountState, CreateGovCloudAccountRequest, DescribeAccountRequest,
    DescribeCreateAccountStatusRequest, EnableAWSServiceAccessRequest, ListAccountsForParentRequest,
    ListAccountsRequest, ListCreateAccountStatusRequest, MoveAccountRequest,
    RegisterDelegatedAdministratorRequest, RemoveAccountFromOrganizationRequest,
};
use crate::testing::{DAY, Fixture, MANAGEMENT, OTHER, refusal};
use crate::{Quotas, Settings};

fn describe(fixture: &mut Fixture, account_id: String) -> crate::generated::Account {
    fixture.call::<DescribeAccount>(DescribeAccountRequest { account_id }).unwrap().account.unwrap()
}

fn order(email: &str) -> CreateAccountRequest {
    CreateAccountRequest { email: email.into(), account_name: "member".into(), ..Default::default() }
}

fn status(fixture: &mut Fixture, id: Option<String>) -> crate::generated::CreateAccountStatus {
    let request = DescribeCreateAccountStatusRequest { create_account_request_id: id.unwrap() };
    fixture.call::<DescribeCreateAccountStatus>(request).unwrap().create_account_status.unwrap()
}

#[test]
fn an_account_is_in_progress_and_then_there() {
    let settings = Settings { account_creation_seconds: 30, ..Settings::default() };
    let mut fixture = Fixture::with_organization_of(settings);
    let asked = fixture.call::<CreateAccount>(order("m@example.com")).unwrap().create_account_status.unwrap();
    assert_eq!((asked.state, asked.account_id), (Some(CreateAccountState::InProgress), None));
    fixture.pass(29);
    assert_eq!(status(&mut fixture, asked.id.clone()).state, Some(CreateAccountState::InProgress));
    fixture.pass(1);
    let made = status(&mut fixture, asked.id);
    assert_eq!(made.state, Some(CreateAccountState::Succeeded));
    assert_eq!(made.completed_timestamp, Some(fixture.now));
    let account = describe(&mut fixture, made.account_id.unwrap());
    assert_eq!((account.name.as_deref(), account.email.as_deref()), (Some("member"), Some("m@example.com")));
    assert_eq!((account.status, account.state), (Some(AccountStatus::Active), Some(AccountState::Active)));
    assert!(account.paths.unwrap()[0].ends_with(&format!("{}/{}/", fixture.root(), account.id.unwrap())));
}

#[test]
fn an_address_is_good_for_one_account() {
    let mut fixture = Fixture::with_organization();
    fixture.account("member");
    for email in ["MEMBER@example.com", "111122223333@awsim.example"] {
        let id = fixture.call::<CreateAccount>(order(email)).unwrap().create_account_status.unwrap().id;
        let failed = status(&mut fixture, id);
        assert_eq!(failed.state, Some(CreateAccountState::Failed), "{email}");
        assert_eq!(failed.failure_reason, Some(CreateAccountFailureReason::EmailAlreadyExists));
    }
    let states = Some(vec![CreateAccountState::Failed]);
    let request = ListCreateAccountStatusRequest { states, ..Default::default() };
    let failed = fixture.call::<ListCreateAccountStatus>(request).unwrap().create_account_statuses.unwrap();
    assert_eq!(failed.len(), 2);
    let unknown = DescribeCreateAccountStatusRequest { create_account_request_id: "car-00000000".into() };
    assert_eq!(
        refusal(fixture.call::<DescribeCreateAccountStatus>(unknown)),
        "CreateAccountStatusNotFoundException"
    );
}

#[test]
fn role_names_and_numbers_of_accounts_are_checked() {
    let quotas = Quotas { accounts: 2, ..Quotas::default() };
    let mut fixture = Fixture::with_organization_of(Settings { quotas, ..Settings::default() });
    let reserved =
        CreateAccountRequest { role_name: Some("AWSServiceRoleForX".into()), ..order("a@example.com") };
    assert_eq!(refusal(fixture.call::<CreateAccount>(reserved)), "InvalidInputException INVALID_ROLE_NAME");
    let member = fixture.account("member");
    let refused = fixture.call::<CreateAccount>(order("b@example.com"));
    assert_eq!(refusal(refused), "ConstraintViolationException ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    fixture.act_in(member);
    assert_eq!(refusal(fixture.call::<CreateAccount>(order("c@example.com"))), "AccessDeniedException");
}

#[test]
fn a_government_account_comes_with_another() {
    let mut fixture = Fixture::with_organization();
    let request = CreateGovCloudAccountRequest {
        email: "gov@example.com".into(),
        account_name: "gov".into(),
        ..Default::default()
    };
    let id = fixture.call::<CreateGovCloudAccount>(request).unwrap().create_account_status.unwrap().id;
    let made = status(&mut fixture, id);
    assert!(made.gov_cloud_account_id.is_some() && made.gov_cloud_account_id != made.account_id);
}

#[test]
fn accounts_move_between_parents() {
    let mut fixture = Fixture::with_organization();
    let (root, account_id) = (fixture.root(), fixture.account("member").to_string());
    let request = |account: &str, from: &str, to: &str| MoveAccountRequest {
        account_id: account.into(),
        source_parent_id: from.into(),
        destination_parent_id: to.into(),
    };
    let unknown = "ou-none-00000000";
    for (moved, code) in [
        (request("999999999999", &root, &root), "AccountNotFoundException"),
        (request(&account_id, unknown, &root), "SourceParentNotFoundException"),
        (request(&account_id, &root, unknown), "DestinationParentNotFoundException"),
        (request(&account_id, &root, &root), "DuplicateAccountException"),
    ] {
        assert_eq!(refusal(fixture.call::<MoveAccount>(moved)), code);
    }
    let list = ListAccountsForParentRequest { parent_id: root, ..Default::default() };
    assert_eq!(fixture.call::<ListAccountsForParent>(list).unwrap().accounts.unwrap().len(), 2);
    let list = ListAccountsForParentRequest { parent_id: unknown.into(), ..Default::default() };
    assert_eq!(refusal(fixture.call::<ListAccountsForParent>(list)), "ParentNotFoundException");
}

#[test]
fn closing_takes_its_time() {
    let mut fixture =
        Fixture::with_organization_of(Settings { account_closure_seconds: 60, ..Settings::default() });
    let account_id = fixture.account("member").to_string();
    let close = |account_id: &str| CloseAccountRequest { account_id: account_id.into() };
    fixture.call::<CloseAccount>(close(&account_id)).unwrap();
    let closing = describe(&mut fixture, account_id.clone());
    assert_eq!(
        (closing.status, closing.state),
        (Some(AccountStatus::PendingClosure), Some(AccountState::PendingClosure))
    );
    assert_eq!(refusal(fixture.call::<CloseAccount>(close(&account_id))), "ConflictException");
    fixture.pass(60);
    let closed = describe(&mut fixture, account_id.clone());
    assert_eq!((closed.status, closed.state), (Some(AccountStatus::Suspended), Some(AccountState::Closed)));
    assert_eq!(refusal(fixture.call::<CloseAccount>(close(&account_id))), "AccountAlreadyClosedException");
    let own = refusal(fixture.call::<CloseAccount>(close("111122223333")));
    assert_eq!(own, "ConstraintViolationException CANNOT_CLOSE_MANAGEMENT_ACCOUNT");
    assert_eq!(refusal(fixture.call::<CloseAccount>(close("999999999999"))), "AccountNotFoundException");
}

#[test]
fn what_is_closed_stays_closed() {
    let mut fixture = Fixture::with_organization();
    let member = fixture.account("member");
    let is_closed = |fixture: &Fixture, account| fixture.organizations.is_closed(&fixture.view, account);
    assert!(!is_closed(&fixture, member));
    fixture.call::<CloseAccount>(CloseAccountRequest { account_id: member.to_string() }).unwrap();
    assert!(is_closed(&fixture, member));
    assert!(!is_closed(&fixture, MANAGEMENT));
    assert!(!is_closed(&fixture, OTHER));

    // Outside of the organization nobody would know any more that it is closed.
    fixture.pass(4 * DAY);
    let remove = RemoveAccountFromOrganizationRequest { account_id: member.to_string() };
    let refused = refusal(fixture.call::<RemoveAccountFromOrganization>(remove));
    assert_eq!(refused, "ConstraintViolationException MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED");
}

#[test]
fn not_every_account_may_leave() {
    let mut fixture = Fixture::with_organization();
    let member = fixture.account("member");
    let remove = |account_id: String| RemoveAccountFromOrganizationRequest { account_id };
    let refused = fixture.call::<RemoveAccountFromOrganization>(remove(MANAGEMENT.to_string()));
    assert_eq!(refusal(refused), "MasterCannotLeaveOrganizationException");
    let refused = fixture.call::<RemoveAccountFromOrganization>(remove(member.to_string()));
    assert_eq!(refusal(refused), "ConstraintViolationException WAIT_PERIOD_ACTIVE");
    fixture.pass(4 * DAY);
    let service_principal = "sso.amazonaws.com".to_owned();
    let enable = EnableAWSServiceAccessRequest { service_principal: service_principal.clone() };
    fixture.call::<EnableAWSServiceAccess>(enable).unwrap();
    let register =
        RegisterDelegatedAdministratorRequest { account_id: member.to_string(), service_principal };
    fixture.call::<RegisterDelegatedAdministrator>(register).unwrap();
    let refused = fixture.call::<RemoveAccountFromOrganization>(remove(member.to_string()));
    assert_eq!(
        refusal(refused),
        "ConstraintViolationException CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG"
    );

    let other = fixture.account("other");
    fixture.pass(4 * DAY);
    fixture.caller = Caller::root(other);
    fixture.call::<LeaveOrganization>(()).unwrap();
    assert_eq!(refusal(fixture.call::<LeaveOrganization>(())), "AWSOrganizationsNotInUseException");
    fixture.act_in(MANAGEMENT);
    assert_eq!(refusal(fixture.call::<LeaveOrganization>(())), "MasterCannotLeaveOrganizationException");
    let accounts = fixture.call::<ListAccounts>(ListAccountsRequest::default()).unwrap().accounts.unwrap();
    assert_eq!(accounts.len(), 2);
}
