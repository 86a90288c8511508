//! Who is calling: which organization the caller's account is in, and what it may do there besides what policies say.
//!
//! The management account may do everything. An account that administers a service for the organization may read
//! everything ("It grants read-only access to Organizations service data", `RegisterDelegatedAdministrator`). Any member
//! may do what the organization's resource policy lets it do. What identity policies say is not asked here.

use awsim_plugin::access::Check;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::arn::Arns;
use crate::errors;
use crate::resource_policy;
use crate::state::{Account, Organization};

/// The caller's place in an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seat {
    /// The account that manages the organization, under which everything of it is kept.
    pub(crate) management: AccountId,
    /// The id of the organization.
    pub(crate) organization: Box<str>,
    /// The id of its root.
    pub(crate) root: Box<str>,
    /// Whether the caller manages the organization.
    pub(crate) manages: bool,
}

impl Seat {
    /// The caller's place.
    ///
    /// # Errors
    /// `AWSOrganizationsNotInUseException` if it has none.
    pub(crate) fn of(cx: &Context<'_>, state: &View) -> Result<Self, ServiceError> {
        Self::of_account(state, cx.account()).ok_or_else(errors::not_in_use)
    }

    /// The place of an account.
    pub(crate) fn of_account(state: &View, account: AccountId) -> Option<Self> {
        let (management, organization) = Organization::of(state, account)?;
        Some(Self {
            management,
            organization: organization.id.clone(),
            root: organization.root_id.clone(),
            manages: management == account,
        })
    }

    /// The caller's place, if it manages the organization.
    ///
    /// # Errors
    /// `AWSOrganizationsNotInUseException`; `AccessDeniedException` for members.
    pub(crate) fn managing(cx: &Context<'_>, state: &View) -> Result<Self, ServiceError> {
        let seat = Self::of(cx, state)?;
        if seat.manages { Ok(seat) } else { Err(errors::access_denied()) }
    }

    /// The caller's place, if its account may do what an authorization row asks for.
    ///
    /// # Errors
    /// `AWSOrganizationsNotInUseException`; `AccessDeniedException` for members that nobody has delegated it to.
    pub(crate) fn permitted(cx: &Context<'_>, state: &View, row: &[Check]) -> Result<Self, ServiceError> {
        let seat = Self::of(cx, state)?;
        let reads = row.iter().all(|check| {
            ["organizations:Describe", "organizations:List"].iter().any(|read| check.action.starts_with(read))
        });
        let administers = || {
            Account::get(state, seat.management, &cx.account().to_string())
                .is_some_and(|account| !account.administers.is_empty())
        };
        if seat.manages || reads && administers() || resource_policy::delegates(cx, state, &seat, row) {
            Ok(seat)
        } else {
            Err(errors::access_denied())
        }
    }

    /// The record of the organization.
    ///
    /// # Errors
    /// `AWSOrganizationsNotInUseException`, if it is gone.
    pub(crate) fn record<'v>(&self, state: &'v View) -> Result<&'v Organization, ServiceError> {
        Organization::of(state, self.management).map(|(_, record)| record).ok_or_else(errors::not_in_use)
    }

    /// ARNs of the organization.
    pub(crate) fn arns(&self) -> Arns<'_> {
        Arns { management: self.management, organization: &self.organization }
    }
}
