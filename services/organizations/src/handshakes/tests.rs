use awsim_plugin::account::AccountId;

use crate::generated::operations::{
    AcceptHandshake, CancelHandshake, CreateOrganization, DeclineHandshake, DescribeHandshake,
    DescribeOrganization, EnableAllFeatures, InviteAccountToOrganization, ListHandshakesForAccount,
    ListHandshakesForOrganization, ListTagsForResource,
};
use crate::generated::{
    AcceptHandshakeRequest, ActionType, CancelHandshakeRequest, CreateOrganizationRequest,
    DeclineHandshakeRequest, DescribeHandshakeRequest, EnableAllFeaturesRequest, Handshake, HandshakeFilter,
    HandshakeParty, HandshakePartyType, HandshakeState, InviteAccountToOrganizationRequest,
    ListHandshakesForAccountRequest, ListHandshakesForOrganizationRequest, ListTagsForResourceRequest,
    OrganizationFeatureSet, Tag,
};
use crate::testing::{DAY, Fixture, MANAGEMENT, OTHER, refusal};
use crate::{Quotas, Settings};

fn invitation(id: &str, r#type: HandshakePartyType) -> InviteAccountToOrganizationRequest {
    InviteAccountToOrganizationRequest {
        target: HandshakeParty { id: id.into(), r#type },
        notes: Some("welcome".into()),
        tags: Some(vec![Tag { key: "team".into(), value: "blue".into() }]),
    }
}

fn invite(fixture: &mut Fixture, account: AccountId) -> Handshake {
    let request = invitation(&account.to_string(), HandshakePartyType::Account);
    fixture.call::<InviteAccountToOrganization>(request).unwrap().handshake.unwrap()
}

fn accept(fixture: &mut Fixture, account: AccountId, id: &str) -> String {
    fixture.act_in(account);
    let request = AcceptHandshakeRequest { handshake_id: id.into() };
    match fixture.call::<AcceptHandshake>(request) {
        Ok(accepted) => accepted.handshake.unwrap().state.unwrap().to_string(),
        error => refusal(error),
    }
}

fn decline(fixture: &mut Fixture, account: AccountId, id: &str) -> String {
    fixture.act_in(account);
    match fixture.call::<DeclineHandshake>(DeclineHandshakeRequest { handshake_id: id.into() }) {
        Ok(declined) => declined.handshake.unwrap().state.unwrap().to_string(),
        error => refusal(error),
    }
}

fn cancel(fixture: &mut Fixture, account: AccountId, id: &str) -> String {
    fixture.act_in(account);
    match fixture.call::<CancelHandshake>(CancelHandshakeRequest { handshake_id: id.into() }) {
        Ok(canceled) => canceled.handshake.unwrap().state.unwrap().to_string(),
        error => refusal(error),
    }
}

#[test]
fn an_invited_account_joins_with_its_tags() {
    let mut fixture = Fixture::with_organization();
    let sent = invite(&mut fixture, OTHER);
    let id = sent.id.unwrap();
    assert_eq!((sent.state, sent.action), (Some(HandshakeState::Open), Some(ActionType::Invite)));
    assert!(sent.arn.unwrap().ends_with(&format!("/invite/{id}")));
    assert_eq!(sent.parties.unwrap().len(), 2);
    let again =
        fixture.call::<InviteAccountToOrganization>(invitation("444455556666", HandshakePartyType::Account));
    assert_eq!(refusal(again), "DuplicateHandshakeException");
    assert_eq!(accept(&mut fixture, MANAGEMENT, &id), "AccessDeniedException");
    fixture.act_in(OTHER);
    let received =
        fixture.call::<ListHandshakesForAccount>(ListHandshakesForAccountRequest::default()).unwrap();
    assert_eq!(received.handshakes.unwrap()[0].id, Some(id.clone()));
    assert_eq!(accept(&mut fixture, OTHER, &id), "ACCEPTED");
    assert_eq!(accept(&mut fixture, OTHER, &id), "HandshakeAlreadyInStateException");
    assert_eq!(decline(&mut fixture, OTHER, &id), "InvalidHandshakeTransitionException");
    let organization = fixture.call::<DescribeOrganization>(()).unwrap().organization.unwrap();
    assert_eq!(organization.master_account_id.as_deref(), Some("111122223333"));
    fixture.act_in(MANAGEMENT);
    let tags = ListTagsForResourceRequest { resource_id: OTHER.to_string(), next_token: None };
    assert_eq!(fixture.call::<ListTagsForResource>(tags).unwrap().tags.unwrap().len(), 1);
    let here =
        fixture.call::<InviteAccountToOrganization>(invitation("444455556666", HandshakePartyType::Account));
    assert_eq!(refusal(here), "HandshakeConstraintViolationException ALREADY_IN_AN_ORGANIZATION");
}

#[test]
fn an_invitation_is_declined_withdrawn_or_expires() {
    let mut fixture = Fixture::with_organization();
    let declined = invite(&mut fixture, OTHER).id.unwrap();
    assert_eq!(decline(&mut fixture, MANAGEMENT, &declined), "AccessDeniedException");
    assert_eq!(decline(&mut fixture, OTHER, &declined), "DECLINED");
    assert_eq!(decline(&mut fixture, OTHER, &declined), "HandshakeAlreadyInStateException");
    fixture.act_in(MANAGEMENT);
    let canceled = invite(&mut fixture, OTHER).id.unwrap();
    assert_eq!(cancel(&mut fixture, OTHER, &canceled), "AccessDeniedException");
    assert_eq!(cancel(&mut fixture, MANAGEMENT, &canceled), "CANCELED");
    assert_eq!(cancel(&mut fixture, MANAGEMENT, &canceled), "HandshakeAlreadyInStateException");
    assert_eq!(accept(&mut fixture, OTHER, &canceled), "InvalidHandshakeTransitionException");
    fixture.act_in(MANAGEMENT);
    let expired = invite(&mut fixture, OTHER).id.unwrap();
    fixture.pass(15 * DAY);
    assert_eq!(accept(&mut fixture, OTHER, &expired), "InvalidHandshakeTransitionException");
    let describe = || DescribeHandshakeRequest { handshake_id: expired.clone() };
    let shown = fixture.call::<DescribeHandshake>(describe()).unwrap().handshake.unwrap();
    assert_eq!(shown.state, Some(HandshakeState::Expired));
    fixture.pass(30 * DAY);
    assert_eq!(refusal(fixture.call::<DescribeHandshake>(describe())), "HandshakeNotFoundException");
}

#[test]
fn whom_to_invite_is_checked() {
    let quotas = Quotas { accounts: 3, handshakes_per_day: 2, ..Quotas::default() };
    let mut fixture = Fixture::with_organization_of(Settings { quotas, ..Settings::default() });
    for (id, kind, code) in [
        ("12345", HandshakePartyType::Account, "InvalidInputException INVALID_PATTERN"),
        ("nobody", HandshakePartyType::Email, "InvalidInputException INVALID_EMAIL_ADDRESS_TARGET"),
        ("o-abcdefghij", HandshakePartyType::Organization, "InvalidInputException INVALID_PARTY_TYPE_TARGET"),
    ] {
        assert_eq!(refusal(fixture.call::<InviteAccountToOrganization>(invitation(id, kind))), code);
    }
    invite(&mut fixture, OTHER);
    let same = invitation("444455556666@awsim.example", HandshakePartyType::Email);
    assert_eq!(refusal(fixture.call::<InviteAccountToOrganization>(same)), "DuplicateHandshakeException");
    let stranger = invitation("stranger@example.com", HandshakePartyType::Email);
    fixture.call::<InviteAccountToOrganization>(stranger).unwrap();
    let third = || invitation("777788889999", HandshakePartyType::Account);
    let refused = fixture.call::<InviteAccountToOrganization>(third());
    assert_eq!(refusal(refused), "HandshakeConstraintViolationException HANDSHAKE_RATE_LIMIT_EXCEEDED");
    fixture.pass(DAY + 1);
    let refused = fixture.call::<InviteAccountToOrganization>(third());
    assert_eq!(refusal(refused), "HandshakeConstraintViolationException ACCOUNT_NUMBER_LIMIT_EXCEEDED");
}

#[test]
fn all_features_need_the_consent_of_who_was_invited() {
    let mut fixture = Fixture::new();
    let feature_set = Some(OrganizationFeatureSet::ConsolidatedBilling);
    fixture.call::<CreateOrganization>(CreateOrganizationRequest { feature_set }).unwrap();
    let id = invite(&mut fixture, OTHER).id.unwrap();
    assert_eq!(accept(&mut fixture, OTHER, &id), "ACCEPTED");
    fixture.act_in(MANAGEMENT);
    let enable =
        |fixture: &mut Fixture| fixture.call::<EnableAllFeatures>(EnableAllFeaturesRequest::default());
    let whole = enable(&mut fixture).unwrap().handshake.unwrap();
    assert_eq!(whole.state, Some(HandshakeState::Requested));
    let whole = whole.id.unwrap();
    assert_eq!(
        refusal(enable(&mut fixture)),
        "HandshakeConstraintViolationException ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION"
    );
    let refused =
        fixture.call::<InviteAccountToOrganization>(invitation("777788889999", HandshakePartyType::Account));
    assert_eq!(
        refusal(refused),
        "HandshakeConstraintViolationException INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES"
    );
    assert_eq!(accept(&mut fixture, MANAGEMENT, &whole), "InvalidHandshakeTransitionException");

    let filter = |action_type, parent_handshake_id| ListHandshakesForOrganizationRequest {
        filter: Some(HandshakeFilter { action_type, parent_handshake_id }),
        ..Default::default()
    };
    let both = filter(Some(ActionType::Invite), Some(whole.clone()));
    assert_eq!(
        refusal(fixture.call::<ListHandshakesForOrganization>(both)),
        "InvalidInputException MAX_LIMIT_EXCEEDED_FILTER"
    );
    let parts = fixture.call::<ListHandshakesForOrganization>(filter(None, Some(whole.clone()))).unwrap();
    let part = parts.handshakes.unwrap().remove(0);
    assert_eq!(part.action, Some(ActionType::ApproveAllFeatures));
    assert_eq!(accept(&mut fixture, OTHER, &part.id.unwrap()), "ACCEPTED");
    assert_eq!(accept(&mut fixture, MANAGEMENT, &whole), "ACCEPTED");
    let organization = fixture.call::<DescribeOrganization>(()).unwrap().organization.unwrap();
    assert_eq!(organization.feature_set, Some(OrganizationFeatureSet::All));
    assert_eq!(
        refusal(enable(&mut fixture)),
        "HandshakeConstraintViolationException ORGANIZATION_ALREADY_HAS_ALL_FEATURES"
    );
}

#[test]
fn managers_of_other_organizations_cannot_join() {
    let mut fixture = Fixture::with_organization();
    let id = invite(&mut fixture, OTHER).id.unwrap();
    fixture.act_in(OTHER);
    fixture.call::<CreateOrganization>(CreateOrganizationRequest::default()).unwrap();
    assert_eq!(accept(&mut fixture, OTHER, &id), "MasterCannotLeaveOrganizationException");
    assert_eq!(accept(&mut fixture, OTHER, "h-00000000"), "HandshakeNotFoundException");
}
