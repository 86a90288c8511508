//! Who is in which organization: as the accounts have it, and as the organizations have it.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_difference, refuse_disorder, refuse_repetition};
use awsim_plugin::store::View;

use crate::ids;
use crate::state::{
    ACCOUNTS, ATTACHED, CHILDREN, CREATIONS, MEMBERSHIPS, ORGANIZATIONS, Organization, POLICIES,
    RESOURCE_POLICIES, TARGETS, TRUSTED_SERVICES, UNITS,
};

pub(super) fn check_everywhere(state: &View) -> Result<(), String> {
    let all = || state.accounts(&ORGANIZATIONS).filter_map(|id| state.get(&ORGANIZATIONS, id, &()));
    refuse_repetition("organizations", all().map(|organization| &organization.id))?;
    refuse_repetition("roots", all().map(|organization| &organization.root_id))?;
    refuse_homeless(state)?;

    let of_accounts = state
        .accounts(&MEMBERSHIPS)
        .filter_map(|account| Some((state.get(&MEMBERSHIPS, account, &())?.management, account)));
    let mut of_organizations = BTreeSet::new();
    for management in state.accounts(&ACCOUNTS) {
        for (key, account) in state.iter(&ACCOUNTS, management) {
            demand(*key == account.id.to_string(), || {
                format!("the account {} stands under the key {key:?}", account.id)
            })?;
            of_organizations.insert((management, account.id));
        }
    }
    refuse_difference(
        ("the accounts' organizations", of_accounts.collect()),
        ("the organizations' accounts", of_organizations),
    )
}

/// Refuses what is of an organization in an account that manages none.
fn refuse_homeless(state: &View) -> Result<(), String> {
    macro_rules! accounts_with {
        ($($collection:ident),*) => {
            std::iter::empty()$(.chain(state.accounts(&$collection)))*
        };
    }
    let mut all = accounts_with![
        ACCOUNTS,
        UNITS,
        CHILDREN,
        POLICIES,
        ATTACHED,
        TARGETS,
        RESOURCE_POLICIES,
        TRUSTED_SERVICES,
        CREATIONS
    ];
    match all.find(|account| !state.contains(&ORGANIZATIONS, *account, &())) {
        Some(account) => Err(format!("the account {account} manages no organization, and has parts of one")),
        None => Ok(()),
    }
}

pub(super) fn check(state: &View, management: AccountId, organization: &Organization) -> Result<(), String> {
    demand(ids::ORGANIZATION.fits(&organization.id) && ids::ROOT.fits(&organization.root_id), || {
        format!("{:?} is no id of an organization, or {:?} of a root", organization.id, organization.root_id)
    })?;
    demand(state.contains(&ACCOUNTS, management, &management.to_string()), || {
        format!("the account {management}, which manages it, is not in it")
    })?;
    refuse_repetition("enabled policy types", organization.enabled_types.iter().map(|kind| kind.as_str()))?;
    state.iter(&ACCOUNTS, management).try_for_each(|(id, account)| {
        let services = account.administers.iter().map(|service| &service.principal);
        refuse_disorder(&format!("the services that the account {id} administers"), services)
    })
}
