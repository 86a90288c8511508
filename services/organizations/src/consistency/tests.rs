use awsim_plugin::store::{Transaction, View};

use super::check;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{
    ACCOUNTS, ATTACHED, CHILDREN, HANDSHAKES, MEMBERSHIPS, Membership, ORGANIZATIONS, OUTBOUND, OWNERS,
    POLICIES, RECEIVED, TARGETS, TRANSFERS, UNITS,
};
use crate::testing::{DENY, Fixture, MANAGEMENT, OTHER};

/// An organization with a unit in a unit, an account in the upper one, a policy on it, an invitation and a transfer on offer.
struct Sample {
    view: View,
    root: String,
    upper: String,
    lower: String,
    member: String,
    policy: String,
}

fn unit(fixture: &mut Fixture, parent: &str, name: &str) -> String {
    let request =
        CreateOrganizationalUnitRequest { parent_id: parent.into(), name: name.into(), ..Default::default() };
    fixture.call::<CreateOrganizationalUnit>(request).unwrap().organizational_unit.unwrap().id.unwrap()
}

fn sample() -> Sample {
    let mut fixture = Fixture::with_organization();
    let root = fixture.root();
    let member = fixture.account("member").to_string();
    let upper = unit(&mut fixture, &root, "upper");
    let lower = unit(&mut fixture, &upper, "lower");
    let request = MoveAccountRequest {
        account_id: member.clone(),
        source_parent_id: root.clone(),
        destination_parent_id: upper.clone(),
    };
    fixture.call::<MoveAccount>(request).unwrap();
    fixture.enable(PolicyType::ServiceControlPolicy);
    let policy = fixture.policy(PolicyType::ServiceControlPolicy, "deny", DENY);
    let request = AttachPolicyRequest { policy_id: policy.clone(), target_id: upper.clone() };
    fixture.call::<AttachPolicy>(request).unwrap();
    let target = HandshakeParty { id: OTHER.to_string(), r#type: HandshakePartyType::Account };
    let request = InviteAccountToOrganizationRequest { target: target.clone(), ..Default::default() };
    fixture.call::<InviteAccountToOrganization>(request).unwrap();
    let request = InviteOrganizationToTransferResponsibilityRequest {
        target,
        start_timestamp: awsim_plugin::shape::Timestamp::parse("2026-05-01T00:00:00Z").unwrap(),
        source_name: "bills".into(),
        ..Default::default()
    };
    fixture.call::<InviteOrganizationToTransferResponsibility>(request).unwrap();
    Sample { view: fixture.view, root, upper, lower, member, policy }
}

/// What is said of the sample after a change behind the service's back.
fn after(change: impl FnOnce(&mut Transaction, &Sample)) -> String {
    let sample = sample();
    let mut state = Transaction::begin(&sample.view);
    change(&mut state, &sample);
    check(&state.finish().unwrap().0).unwrap_err()
}

#[track_caller]
fn refused(expected: &str, change: impl FnOnce(&mut Transaction, &Sample)) {
    let said = after(change);
    assert!(said.contains(expected), "{said:?} does not say {expected:?}");
}

#[test]
fn what_the_operations_make_fits_together() {
    assert_eq!(check(&sample().view), Ok(()));
}

#[test]
fn everything_hangs_from_the_root() {
    refused("no way leads from the root", |state, sample| {
        state.update(&UNITS, MANAGEMENT, &sample.upper, |unit| unit.parent = sample.lower.as_str().into());
    });
    refused("no way leads from the root", |state, sample| {
        state.update(&ACCOUNTS, MANAGEMENT, &sample.member, |one| one.parent = "ou-none-nowhere1".into());
    });
    refused("no way leads from the root", |state, sample| {
        state.remove(&UNITS, MANAGEMENT, &sample.upper);
    });
    refused("the children's parents have", |state, sample| {
        state.remove(&CHILDREN, MANAGEMENT, &(sample.root.clone(), sample.upper.clone()));
    });
    refused("the parents' children have", |state, sample| {
        state.insert(&CHILDREN, MANAGEMENT, (sample.root.clone(), sample.member.clone()), ());
    });
    refused("is no id of a unit", |state, sample| {
        let unit = state.get(&UNITS, MANAGEMENT, &sample.lower).unwrap().clone();
        state.insert(&CHILDREN, MANAGEMENT, (unit.parent.to_string(), "unit".to_owned()), ());
        state.insert(&UNITS, MANAGEMENT, "unit".to_owned(), unit);
    });
    refused("there are two units with parent and name", |state, sample| {
        let mut twin = state.get(&UNITS, MANAGEMENT, &sample.lower).unwrap().clone();
        twin.tags = Default::default();
        state.insert(&CHILDREN, MANAGEMENT, (twin.parent.to_string(), "ou-twin-12345678".to_owned()), ());
        state.insert(&UNITS, MANAGEMENT, "ou-twin-12345678".to_owned(), twin);
    });
}

#[test]
fn accounts_and_organizations_know_each_other() {
    refused("the accounts' organizations have", |state, _| {
        state.insert(&MEMBERSHIPS, OTHER, (), Membership { management: MANAGEMENT });
    });
    refused("the organizations' accounts have", |state, sample| {
        state.remove(&MEMBERSHIPS, sample.member.parse().unwrap(), &());
    });
    refused("stands under the key", |state, sample| {
        state.update(&ACCOUNTS, MANAGEMENT, &sample.member, |account| account.id = OTHER);
    });
    refused("manages no organization, and has parts of one", |state, _| {
        state.remove(&ORGANIZATIONS, MANAGEMENT, &());
    });
    refused("there are two organizations", |state, _| {
        let twin = state.get(&ORGANIZATIONS, MANAGEMENT, &()).unwrap().clone();
        state.insert(&ORGANIZATIONS, OTHER, (), twin);
    });
    refused("there are two enabled policy types", |state, _| {
        state.update(&ORGANIZATIONS, MANAGEMENT, &(), |organization| {
            organization.enabled_types.push(PolicyType::ServiceControlPolicy);
        });
    });
    refused("there are two accounts with the address", |state, sample| {
        let mut owner = state.get(&OWNERS, sample.member.parse().unwrap(), &()).unwrap().clone();
        owner.email = owner.email.to_uppercase().into();
        state.insert(&OWNERS, OTHER, (), owner);
    });
}

#[test]
fn policies_are_policies_and_attached_to_what_is_there() {
    refused("is attached to", |state, sample| {
        state.remove(&POLICIES, MANAGEMENT, &sample.policy);
    });
    refused("is no SERVICE_CONTROL_POLICY", |state, sample| {
        state.update(&POLICIES, MANAGEMENT, &sample.policy, |policy| policy.content = "{}".into());
    });
    refused("there are two policies with type and name", |state, sample| {
        let twin = state.get(&POLICIES, MANAGEMENT, &sample.policy).unwrap().clone();
        state.insert(&POLICIES, MANAGEMENT, "p-twin".to_owned(), twin);
    });
    refused("is no id of an organization's own policy", |state, sample| {
        let policy = state.get(&POLICIES, MANAGEMENT, &sample.policy).unwrap().clone();
        state.insert(&POLICIES, MANAGEMENT, "p-FullAWSAccess".to_owned(), policy);
    });
    refused("which is not there", |state, sample| {
        let attached = state.get(&ATTACHED, MANAGEMENT, &sample.upper).unwrap().clone();
        state.insert(&ATTACHED, MANAGEMENT, OTHER.to_string(), attached);
    });
    refused("there are two policies on", |state, sample| {
        state.update(&ATTACHED, MANAGEMENT, &sample.upper, |attached| {
            attached.policies.push(sample.policy.as_str().into());
        });
    });
    refused("the policies' targets have", |state, sample| {
        state.insert(&TARGETS, MANAGEMENT, (sample.policy.clone(), sample.member.clone()), ());
    });
}

#[test]
fn handshakes_and_transfers_are_told_alike_from_both_sides() {
    refused("did not receive the handshake", |state, _| {
        let id = state.iter(&RECEIVED, OTHER).next().unwrap().0.clone();
        state.remove(&RECEIVED, OTHER, &id);
    });
    let without_handshakes = |state: &mut Transaction| {
        for (id, ()) in
            state.iter(&HANDSHAKES, MANAGEMENT).map(|(id, _)| (id.clone(), ())).collect::<Vec<_>>()
        {
            state.remove(&HANDSHAKES, MANAGEMENT, &id);
        }
    };
    refused("did not send", |state, _| without_handshakes(state));
    refused("which is not there", |state, _| {
        without_handshakes(state);
        for (id, ()) in state.iter(&RECEIVED, OTHER).map(|(id, _)| (id.clone(), ())).collect::<Vec<_>>() {
            state.remove(&RECEIVED, OTHER, &id);
        }
    });
    refused("offers the transfer", |state, _| {
        let id = state.iter(&TRANSFERS, MANAGEMENT).next().unwrap().0.clone();
        state.remove(&TRANSFERS, MANAGEMENT, &id);
    });
    refused("takes part in the transfer", |state, _| {
        state.insert(&OUTBOUND, OTHER, "rt-nothing0".to_owned(), MANAGEMENT);
    });
}
