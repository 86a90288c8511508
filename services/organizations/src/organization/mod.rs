//! The organization itself: made, described, deleted. `all_features` has how it gets all features.

mod create;
mod delete;
mod describe;

#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

use crate::arn::Arns;
use crate::generated::{self, OrganizationFeatureSet, PolicyType, PolicyTypeStatus, PolicyTypeSummary};
use crate::state::{Organization, owner};

/// The organization as answers have it.
fn description(state: &View, management: AccountId, organization: &Organization) -> generated::Organization {
    let arns = Arns { management, organization: &organization.id };
    let feature_set = if organization.all_features {
        OrganizationFeatureSet::All
    } else {
        OrganizationFeatureSet::ConsolidatedBilling
    };
    // "Do not use. This field is deprecated": it tells of this one type whatever is enabled.
    let available = PolicyTypeSummary {
        r#type: Some(PolicyType::ServiceControlPolicy),
        status: Some(PolicyTypeStatus::Enabled),
    };
    generated::Organization {
        id: Some(organization.id.to_string()),
        arn: Some(arns.organization()),
        feature_set: Some(feature_set),
        master_account_arn: Some(arns.account(management)),
        master_account_id: Some(management.to_string()),
        master_account_email: Some(owner::of(state, management).email.into()),
        available_policy_types: Some(if organization.all_features { vec![available] } else { Vec::new() }),
    }
}
