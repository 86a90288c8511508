//! Handshakes as answers have them: parties and resources.

use awsim_plugin::account::AccountId;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use crate::arn::Arns;
use crate::generated;
use crate::generated::ActionType;
use crate::generated::{HandshakeParty, HandshakePartyType, HandshakeResource, HandshakeResourceType};
use crate::state::{Handshake, ORGANIZATIONS, Party, TRANSFERS, owner};

/// The handshake as answers have it.
pub(crate) fn description(
    state: &View,
    sender: AccountId,
    id: &str,
    handshake: &Handshake,
    now: Timestamp,
) -> generated::Handshake {
    let arns = Arns { management: sender, organization: &handshake.organization };
    generated::Handshake {
        id: Some(id.to_owned()),
        arn: Some(arns.handshake(handshake.action.as_str(), id)),
        parties: Some(parties(handshake)),
        state: Some(handshake.state(now)),
        requested_timestamp: Some(handshake.requested),
        expiration_timestamp: Some(handshake.expires),
        action: Some(handshake.action),
        resources: Some(resources(state, sender, handshake)),
    }
}

fn parties(handshake: &Handshake) -> Vec<HandshakeParty> {
    let party = |id: &dyn std::fmt::Display, r#type| HandshakeParty { id: id.to_string(), r#type };
    let mut parties = vec![party(&handshake.organization, HandshakePartyType::Organization)];
    match &handshake.recipient {
        Party::Account(account) => parties.push(party(account, HandshakePartyType::Account)),
        Party::Email(email) => parties.push(party(email, HandshakePartyType::Email)),
        Party::Organization => {}
    }
    parties
}

fn resource(r#type: HandshakeResourceType, value: impl std::fmt::Display) -> HandshakeResource {
    HandshakeResource { value: Some(value.to_string()), r#type: Some(r#type), resources: None }
}

fn resources(state: &View, sender: AccountId, handshake: &Handshake) -> Vec<HandshakeResource> {
    use HandshakeResourceType as Type;
    let organization = resource(Type::Organization, &handshake.organization);
    let mut resources = vec![match handshake.action {
        ActionType::Invite => {
            HandshakeResource { resources: Some(about_organization(state, sender)), ..organization }
        }
        _ => organization,
    }];
    match &handshake.recipient {
        Party::Account(account) => resources.push(resource(Type::Account, account)),
        Party::Email(email) => resources.push(resource(Type::Email, email)),
        Party::Organization => {}
    }
    if let Some(id) = &handshake.subject.transfer {
        resources.push(about_transfer(state, sender, id));
    }
    let parent = handshake.subject.parent.iter().map(|parent| resource(Type::ParentHandshake, parent));
    let notes = handshake.subject.notes.iter().map(|notes| resource(Type::Notes, notes));
    resources.extend(parent.chain(notes));
    resources
}

/// What somebody who is invited gets to know of the organization.
fn about_organization(state: &View, management: AccountId) -> Vec<HandshakeResource> {
    let owner = owner::of(state, management);
    let all =
        state.get(&ORGANIZATIONS, management, &()).is_some_and(|organization| organization.all_features);
    let features = if all { "ALL" } else { "CONSOLIDATED_BILLING" };
    vec![
        resource(HandshakeResourceType::MasterEmail, &owner.email),
        resource(HandshakeResourceType::MasterName, &owner.name),
        resource(HandshakeResourceType::OrganizationFeatureSet, features),
    ]
}

fn about_transfer(state: &View, target: AccountId, id: &str) -> HandshakeResource {
    use HandshakeResourceType as Type;
    let owner = owner::of(state, target);
    let mut about = vec![
        resource(Type::TransferType, "BILLING"),
        resource(Type::ManagementAccount, target),
        resource(Type::ManagementEmail, &owner.email),
        resource(Type::ManagementName, &owner.name),
    ];
    let transfer = state.get(&TRANSFERS, target, id);
    about.extend(transfer.map(|transfer| resource(Type::TransferStartTimestamp, transfer.starts)));
    HandshakeResource { resources: Some(about), ..resource(Type::ResponsibilityTransfer, id) }
}
