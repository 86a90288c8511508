use awsim_plugin::access::ContextValue;
use awsim_plugin::shape::Timestamp;

use crate::generated::operations::{
    AcceptHandshake, CreateOrganization, DeleteOrganization, DescribeResponsibilityTransfer,
    InviteOrganizationToTransferResponsibility, ListInboundResponsibilityTransfers,
    ListOutboundResponsibilityTransfers, TerminateResponsibilityTransfer, UpdateResponsibilityTransfer,
};
use crate::generated::{
    AcceptHandshakeRequest, CreateOrganizationRequest, DescribeResponsibilityTransferRequest, HandshakeParty,
    HandshakePartyType, InviteOrganizationToTransferResponsibilityRequest,
    ListInboundResponsibilityTransfersRequest, ListOutboundResponsibilityTransfersRequest,
    ResponsibilityTransferStatus, TerminateResponsibilityTransferRequest,
    UpdateResponsibilityTransferRequest,
};
use crate::testing::{Fixture, MANAGEMENT, OTHER, refusal};

fn offer(account: &str) -> InviteOrganizationToTransferResponsibilityRequest {
    InviteOrganizationToTransferResponsibilityRequest {
        target: HandshakeParty { id: account.into(), r#type: HandshakePartyType::Account },
        start_timestamp: Timestamp::parse("2026-05-01T00:00:00Z").unwrap(),
        source_name: "bills".into(),
        ..Default::default()
    }
}

/// Two organizations, and an offer of the one to manage the bills of the other: its id, and its handshake's.
fn offered() -> (Fixture, String, String) {
    let mut fixture = Fixture::with_organization();
    fixture.act_in(OTHER);
    fixture.call::<CreateOrganization>(CreateOrganizationRequest::default()).unwrap();
    fixture.act_in(MANAGEMENT);
    let sent = fixture.call::<InviteOrganizationToTransferResponsibility>(offer("444455556666")).unwrap();
    let listed = fixture.call::<ListInboundResponsibilityTransfers>(Default::default()).unwrap();
    let transfer = listed.responsibility_transfers.unwrap().remove(0);
    assert_eq!(transfer.status, Some(ResponsibilityTransferStatus::Requested));
    (fixture, transfer.id.unwrap(), sent.handshake.unwrap().id.unwrap())
}

#[test]
fn bills_are_managed_once_that_is_agreed_to() {
    let (mut fixture, id, handshake_id) = offered();
    let twice = fixture.call::<InviteOrganizationToTransferResponsibility>(offer("444455556666"));
    assert_eq!(refusal(twice), "DuplicateHandshakeException");
    let terminate = || TerminateResponsibilityTransferRequest { id: id.clone(), end_timestamp: None };
    let early = fixture.call::<TerminateResponsibilityTransfer>(terminate());
    assert_eq!(refusal(early), "InvalidResponsibilityTransferTransitionException");
    fixture.act_in(OTHER);
    fixture.call::<AcceptHandshake>(AcceptHandshakeRequest { handshake_id }).unwrap();
    assert_eq!(
        refusal(fixture.call::<DeleteOrganization>(())),
        "ConstraintViolationException ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS"
    );
    let outbound = ListOutboundResponsibilityTransfersRequest::default();
    let outbound = fixture.call::<ListOutboundResponsibilityTransfers>(outbound).unwrap();
    let outbound = outbound.responsibility_transfers.unwrap().remove(0);
    assert_eq!(outbound.status, Some(ResponsibilityTransferStatus::Accepted));
    assert!(outbound.arn.unwrap().contains("/billing/outbound/rt-"));
    let rename = || UpdateResponsibilityTransferRequest { id: id.clone(), name: "new".into() };
    assert_eq!(refusal(fixture.call::<UpdateResponsibilityTransfer>(rename())), "AccessDeniedException");
    fixture.act_in(MANAGEMENT);
    let renamed = fixture.call::<UpdateResponsibilityTransfer>(rename()).unwrap();
    assert_eq!(renamed.responsibility_transfer.unwrap().name.as_deref(), Some("new"));
    let ended = fixture.call::<TerminateResponsibilityTransfer>(terminate()).unwrap();
    let ended = ended.responsibility_transfer.unwrap();
    assert_eq!(ended.status, Some(ResponsibilityTransferStatus::Withdrawn));
    assert_eq!(ended.end_timestamp.unwrap().to_string(), "2026-04-30T23:59:59.999Z");
    let again = fixture.call::<TerminateResponsibilityTransfer>(terminate());
    assert_eq!(refusal(again), "ResponsibilityTransferAlreadyInStatusException");
    assert_eq!(
        refusal(fixture.call::<UpdateResponsibilityTransfer>(rename())),
        "ConstraintViolationException TRANSFER_RESPONSIBILITY_UPDATE_NOT_ALLOWED"
    );
}

#[test]
fn who_has_no_part_in_a_transfer_does_not_see_it() {
    let (mut fixture, id, _) = offered();
    let own = fixture.call::<InviteOrganizationToTransferResponsibility>(offer("111122223333"));
    assert_eq!(refusal(own), "HandshakeConstraintViolationException SOURCE_AND_TARGET_CANNOT_MATCH");
    let unknown =
        ListInboundResponsibilityTransfersRequest { id: Some("rt-00000000".into()), ..Default::default() };
    let unknown = fixture.call::<ListInboundResponsibilityTransfers>(unknown);
    assert_eq!(refusal(unknown), "ResponsibilityTransferNotFoundException");
    let member = fixture.account("member");
    fixture.act_in(member);
    let describe = || DescribeResponsibilityTransferRequest { id: id.clone() };
    assert_eq!(refusal(fixture.call::<DescribeResponsibilityTransfer>(describe())), "AccessDeniedException");
    fixture.act_in("777788889999".parse().unwrap());
    let outside = fixture.call::<DescribeResponsibilityTransfer>(describe());
    assert_eq!(refusal(outside), "AWSOrganizationsNotInUseException");
}

#[test]
fn each_side_is_asked_about_its_own_end_of_a_transfer() {
    let (mut fixture, id, handshake_id) = offered();
    for account in [MANAGEMENT, OTHER] {
        fixture.act_in(account);
        let accept = AcceptHandshakeRequest { handshake_id: handshake_id.clone() };
        let _ = fixture.call::<AcceptHandshake>(accept);
    }
    for (account, direction) in [(MANAGEMENT, "inbound"), (OTHER, "outbound")] {
        fixture.act_in(account);
        let request = DescribeResponsibilityTransferRequest { id: id.clone() };
        let [check] = &fixture.access::<DescribeResponsibilityTransfer>(&request).unwrap()[..] else {
            panic!("one check");
        };
        assert!(check.resource.ends_with(&format!("/billing/{direction}/{id}")), "{check:?}");
        for (key, value) in [
            ("organizations:TransferType", "BILLING".to_owned()),
            ("organizations:TransferDirection", direction.to_uppercase()),
        ] {
            assert!(check.context.contains(&(key.into(), ContextValue::String(value))), "{check:?}");
        }
    }
}
