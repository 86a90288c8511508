//! What the host and other services learn of organizations.

use awsim_plugin::account::AccountId;
use awsim_plugin::directory::{
    AppliedPolicy, Guardrails, MemberRecord, OrganizationRecord, PolicyDocument, UnitRecord,
};
use awsim_plugin::store::View;

use crate::Organizations;
use crate::arn::Arns;
use crate::generated::{MODEL, PolicyType};
use crate::policy_ref::PolicyRef;
use crate::state::{ACCOUNTS, Account, Organization, TRUSTED_SERVICES, UNITS, attachment, owner, tree};

#[cfg(test)]
mod tests;

impl Guardrails for Organizations {
    fn service(&self) -> &'static str {
        MODEL.signing_name
    }

    fn service_control_policies(&self, state: &View, account: AccountId) -> Vec<Vec<PolicyDocument>> {
        levels(state, account, PolicyType::ServiceControlPolicy)
    }

    fn resource_control_policies(&self, state: &View, account: AccountId) -> Vec<Vec<PolicyDocument>> {
        levels(state, account, PolicyType::ResourceControlPolicy)
    }

    fn is_closed(&self, state: &View, account: AccountId) -> bool {
        let record = Organization::of(state, account)
            .and_then(|(management, _)| Account::get(state, management, &account.to_string()));
        record.is_some_and(|record| record.closed.is_some())
    }

    fn organization(&self, state: &View, account: AccountId) -> Option<OrganizationRecord> {
        let (management, organization) = Organization::of(state, account)?;
        Some(OrganizationRecord {
            id: organization.id.to_string(),
            arn: Arns { management, organization: &organization.id }.organization(),
            management_account: management,
            all_features: organization.all_features,
            root_id: organization.root_id.to_string(),
        })
    }

    fn organization_path(&self, state: &View, account: AccountId) -> Option<String> {
        let (management, organization) = Organization::of(state, account)?;
        let parent = tree::parent(state, management, &account.to_string())?;
        Some(tree::path(state, management, organization, parent))
    }

    fn members(&self, state: &View, account: AccountId) -> Vec<MemberRecord> {
        let Some((management, organization)) = Organization::of(state, account) else { return Vec::new() };
        let member = |account: &Account| {
            let owner = owner::of(state, account.id);
            MemberRecord {
                account: account.id,
                name: owner.name.into(),
                email: owner.email.into(),
                active: account.closed.is_none(),
                path: tree::path(state, management, organization, &account.parent),
            }
        };
        state.iter(&ACCOUNTS, management).map(|(_, account)| member(account)).collect()
    }

    fn units(&self, state: &View, account: AccountId) -> Vec<UnitRecord> {
        let Some((management, organization)) = Organization::of(state, account) else { return Vec::new() };
        let mut units = Vec::new();
        let mut open = vec![organization.root_id.to_string()];
        while let Some(parent) = open.pop() {
            for id in tree::children(state, management, &parent, false, None) {
                if let Some(unit) = state.get(&UNITS, management, id) {
                    let path = tree::path(state, management, organization, id);
                    units.push(UnitRecord { id: id.to_owned(), name: unit.name.to_string(), path });
                    open.push(id.to_owned());
                }
            }
        }
        units
    }

    fn trusted_services(&self, state: &View, account: AccountId) -> Vec<String> {
        let management = Organization::of(state, account).map(|(management, _)| management);
        let services = |management| state.iter(&TRUSTED_SERVICES, management);
        management.into_iter().flat_map(services).map(|(principal, _)| principal.clone()).collect()
    }

    fn delegated_administrators(
        &self,
        state: &View,
        account: AccountId,
        service_principal: &str,
    ) -> Vec<AccountId> {
        let management = Organization::of(state, account).map(|(management, _)| management);
        let accounts = |management| state.iter(&ACCOUNTS, management);
        let administers = |account: &Account| account.administers_since(service_principal).is_some();
        let accounts = management.into_iter().flat_map(accounts).map(|(_, account)| account);
        accounts.filter(|account| administers(account)).map(|account| account.id).collect()
    }

    fn policies_on_path(
        &self,
        state: &View,
        account: AccountId,
        path: &str,
    ) -> Option<Vec<Vec<PolicyDocument>>> {
        let (management, organization) = Organization::of(state, account)?;
        let way: Vec<&str> = path.trim_end_matches('/').split('/').skip(1).collect();
        let there = tree::way_to(state, management, &organization.root_id, way.last()?);
        let leads = path.split('/').next() == Some(&*organization.id) && there == way;
        if !leads || !organization.has_enabled(PolicyType::ServiceControlPolicy) {
            return None;
        }
        Some(on_way(state, management, organization, there, PolicyType::ServiceControlPolicy))
    }

    fn service_control_policy(
        &self,
        state: &View,
        account: AccountId,
        policy_id: &str,
    ) -> Option<AppliedPolicy> {
        let (management, organization) = Organization::of(state, account)?;
        let policy = PolicyRef::find(state, management, policy_id)
            .filter(|policy| policy.kind() == PolicyType::ServiceControlPolicy)?;
        let arns = Arns { management, organization: &organization.id };
        let limited = |id: &str| {
            let way = tree::way_to(state, management, &organization.root_id, id);
            way.iter().any(|target| attachment::is_attached(state, management, policy_id, target))
        };
        // The management account is never limited.
        let members = state.iter(&ACCOUNTS, management).filter(|(_, member)| member.id != management);
        Some(AppliedPolicy {
            document: PolicyDocument { source: policy.arn(&arns), text: policy.content() },
            accounts: members.filter(|(id, _)| limited(id)).map(|(_, member)| member.id).collect(),
        })
    }
}

/// The policies of a type at each level from the root down to the account. The management account is not limited, nor is
/// anybody while the type is not enabled.
fn levels(state: &View, account: AccountId, kind: PolicyType) -> Vec<Vec<PolicyDocument>> {
    let Some((management, organization)) = Organization::of(state, account) else { return Vec::new() };
    if management == account || !organization.has_enabled(kind) {
        return Vec::new();
    }
    let way = tree::way_to(state, management, &organization.root_id, &account.to_string());
    on_way(state, management, organization, way, kind)
}

/// The policies of a type at each of these targets.
fn on_way(
    state: &View,
    management: AccountId,
    organization: &Organization,
    way: Vec<String>,
    kind: PolicyType,
) -> Vec<Vec<PolicyDocument>> {
    let arns = Arns { management, organization: &organization.id };
    let document = |id: &str| {
        let policy = PolicyRef::find(state, management, id).filter(|policy| policy.kind() == kind)?;
        Some(PolicyDocument { source: policy.arn(&arns), text: policy.content() })
    };
    let level =
        |target: String| attachment::policies_of(state, management, &target).filter_map(document).collect();
    way.into_iter().map(level).collect()
}
