//! AWS Organizations.
//!
//! Each family of operations has a folder (`organization`, `accounts`, …) with a file for each thing that is done with
//! it: the authorization row and the work of every operation. What they share is in files of its own: the records
//! ([`state`]), AWS's wordings ([`errors`]), who may call what ([`seat`]), tags ([`tags`]), quotas ([`quotas`]).
//!
//! It knows no wire format and no storage: shapes come from the model ([`generated`]), state is kept in the host's
//! collections. Who may do what in an organization the host learns from it through
//! [`Guardrails`].

mod access;
mod accounts;
mod arn;
mod attachments;
mod consistency;
mod delegated_administrators;
mod effective_policies;
pub mod errors;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
pub mod generated;
mod guardrails;
mod handshakes;
mod ids;
mod input;
mod organization;
mod page;
mod policies;
mod policy_ref;
mod quotas;
mod resource_policy;
mod roots_and_units;
mod seat;
mod service_access;
mod service_linked_role;
mod settings;
pub mod state;
mod tagging;
pub mod tags;
#[cfg(test)]
mod testing;
mod transfers;

use std::sync::Arc;

use awsim_plugin::bootstrap::Bootstrap;
use awsim_plugin::context::Context;
use awsim_plugin::directory::Guardrails;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{BoundOperation, Handler};
use awsim_plugin::operation::{Operation, ServiceModel};
use awsim_plugin::service::{Configure, ServicePlugin};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

pub use quotas::Quotas;
pub use settings::Settings;

use seat::Seat;
use state::owner;

/// The Organizations plugin.
#[derive(Debug, Default)]
pub struct Organizations {
    settings: Settings,
}

impl Organizations {
    /// The quotas of every organization.
    pub(crate) fn quotas(&self) -> &Quotas {
        &self.settings.quotas
    }

    /// The caller's place in its organization, if its account may carry out the operation `O`.
    ///
    /// # Errors
    /// `AWSOrganizationsNotInUseException`; `AccessDeniedException` for members that nobody has delegated it to.
    pub(crate) fn seat<O: Operation>(
        &self,
        input: &O::Input,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Seat, ServiceError>
    where
        Self: Handler<O>,
    {
        Seat::permitted(cx, state, &self.access(input, cx, state)?)
    }
}

impl ServicePlugin for Organizations {
    fn model(&self) -> &'static ServiceModel {
        &generated::MODEL
    }

    fn only_region(&self) -> Option<&'static str> {
        Some("us-east-1")
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        generated::operations::bind(&self)
    }

    fn bootstrap(
        &self,
        declared: &Bootstrap,
        _now: Timestamp,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        owner::declare(declared, state)
    }

    fn check_state(&self, state: &View) -> Result<(), String> {
        consistency::check(state)
    }

    fn refuse_input(&self, violated: ServiceError) -> ServiceError {
        input::refusal(violated)
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        Some(self)
    }
}

impl Configure for Organizations {
    type Settings = Settings;

    fn configure(settings: Settings) -> Self {
        Self { settings }
    }
}

awsim_plugin::register_service!("organizations", Organizations);
