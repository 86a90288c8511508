//! AWS Identity and Access Management.
//!
//! Each family of resources has a folder (`users`, `groups`, …) with a file for each thing that is done with it: the
//! authorization row and the work of every operation. What they share is in files of its own: the records
//! ([`state`]), AWS's wordings ([`errors`]), tags ([`tags`]), quotas ([`quotas`]).
//!
//! It knows no wire format and no storage: shapes come from the model ([`generated`]), state is kept in the host's
//! collections.

mod access;
mod access_keys;
mod account;
mod arn;
mod attachments;
mod boundary;
mod caller;
mod changing;
mod consistency;
mod declared;
mod delegation;
mod directory;
mod entity;
pub mod errors;
mod founding;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
pub mod generated;
mod groups;
mod identity_providers;
mod import;
mod inline_policies;
mod instance_profiles;
mod last_accessed;
mod listing;
mod login_profiles;
pub mod managed_policies;
mod mfa;
#[cfg(test)]
mod model;
mod moving;
pub mod names;
mod oidc_providers;
mod organization_features;
mod outbound_federation;
mod password;
mod policies;
mod policy_document;
mod policy_ref;
mod provider_arn;
mod quotas;
mod random;
mod replace;
mod role_templates;
mod roles;
mod saml_providers;
mod server_certificates;
pub mod service_linked_roles;
mod service_specific_credentials;
mod settings;
mod settling;
mod sign_in;
mod signing_certificates;
mod simulation;
mod ssh_public_keys;
pub mod state;
mod tagging;
pub mod tags;
#[cfg(test)]
mod test_data;
#[cfg(test)]
mod testing;
mod trust;
mod trusted;
mod unique_id;
mod usage;
mod users;
mod uuid;
mod x509;

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::Bootstrap;
use awsim_plugin::delegation::Delegations;
use awsim_plugin::directory::{IdentityDirectory, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::IdentityProviders;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::{OperationShape, ServiceModel};
use awsim_plugin::pagination;
use awsim_plugin::service::{Configure, ServicePlugin, Usage};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::sign_in::SignIns;
use awsim_plugin::store::{Transaction, View};

use generated::ErrorCode;
pub use quotas::Quotas;
pub use settings::Settings;
use state::root_user;

/// The IAM plugin.
#[derive(Debug, Default)]
pub struct Iam {
    settings: Settings,
}

impl Iam {
    /// The settings.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The quotas of every account.
    pub(crate) fn quotas(&self) -> &Quotas {
        &self.settings.quotas
    }
}

impl ServicePlugin for Iam {
    fn model(&self) -> &'static ServiceModel {
        &generated::MODEL
    }

    fn only_region(&self) -> Option<&'static str> {
        Some("us-east-1")
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        generated::operations::bind(&self)
    }

    fn record_usage(&self, usage: &[Usage], now: Timestamp, state: &mut Transaction) {
        usage::record(usage, state);
        last_accessed::make_pending(state, now);
    }

    fn note_account(&self, account: AccountId, now: Timestamp, state: &mut Transaction) {
        root_user::note_created(state, account, now);
    }

    fn bootstrap(
        &self,
        declared: &Bootstrap,
        now: Timestamp,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        declared::make(declared, now, state)
    }

    fn check_state(&self, state: &View) -> Result<(), String> {
        consistency::check(state)
    }

    fn refuse_race(&self, operation: &OperationShape) -> Option<ServiceError> {
        let refuses = self.settings.refuses_races
            && operation.errors.contains(&ErrorCode::ConcurrentModification.code());
        refuses.then(errors::concurrent_modification)
    }

    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        Some(self)
    }

    fn delegations(&self) -> Option<&dyn Delegations> {
        Some(self)
    }

    fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        Some(self)
    }

    fn sign_ins(&self) -> Option<&dyn SignIns> {
        Some(self)
    }

    fn resource_policies(&self) -> Option<&dyn ResourcePolicies> {
        Some(self)
    }
}

impl Configure for Iam {
    type Settings = Settings;

    fn configure(settings: Settings) -> Self {
        Self { settings }
    }
}

awsim_plugin::register_service!("iam", Iam);
