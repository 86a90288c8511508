//! The admin interface, under `/_awsim/`: for people, tests and monitoring, not for AWS clients.
//!
//! `health` and `info` tell what is running, `metrics` what it did, `reset` forgets everything since the start, and
//! `state` exports and imports what the services keep, `authorization-details` takes in a real account, `clock` shows and
//! moves the time, `decisions` shows what the policy engine decided and why, and makes policies of it, `credentials` hands
//! out those of a role to containers, `oidc-keys` takes keys of issuers that are not to be reached, `context-assertions`
//! seals what a context provider would say, `sign-in` lets users sign in with their passwords, and `authority` gives the
//! certificate that clients over HTTPS are to trust. Who may ask is the matter of [`guard`].

mod answer;
mod authority;
mod clock;
mod context_assertions;
mod credentials;
mod decisions;
mod enforcement;
mod events;
mod guard;
mod info;
mod metrics;
mod oidc_keys;
mod route;
mod sign_in;
mod state;

use std::net::SocketAddr;

pub use events::EventStream;
pub use info::{Info, OperationCounts, ServiceInfo};

use answer::{Answer, Refusal};
use route::Endpoint;

pub(crate) use guard::is_own_name;

use crate::core::Core;
use crate::incoming::Incoming;
use crate::protocol::Encoded;

/// Paths that begin with this are the admin interface's.
pub const PREFIX: &str = "/_awsim";

/// An answer of the admin interface.
#[derive(Debug)]
pub enum AdminAnswer {
    /// One that is there as a whole.
    Whole(Encoded),
    /// One that goes on until somebody ends it.
    Events(EventStream),
}

/// Answers a request to the admin interface of the host that listens on `address`.
pub async fn answer(core: &Core, address: SocketAddr, incoming: &Incoming) -> AdminAnswer {
    match carry(core, address, incoming).await {
        Ok(answer) => answer,
        Err(refusal) => AdminAnswer::Whole(Answer::from(refusal).encode()),
    }
}

async fn carry(core: &Core, address: SocketAddr, incoming: &Incoming) -> Result<AdminAnswer, Refusal> {
    let endpoint = route::find(&incoming.method, incoming.uri.path())?;
    guard::check(incoming, endpoint, core.config.admin_remote)?;
    let whole = match endpoint {
        Endpoint::DecisionStream => return decisions::stream(core, incoming).map(AdminAnswer::Events),
        Endpoint::Authority => authority::show(core),
        Endpoint::Decisions => decisions::list(core, incoming).await,
        Endpoint::LeastPrivilege => decisions::policy(core, incoming).await,
        Endpoint::Health => info::health(address, &core.config, &core.services),
        Endpoint::Info => Answer::json(&Info::of(&core.config, &core.services, address)),
        Endpoint::Metrics => Ok(metrics::render(core)),
        Endpoint::Reset => state::reset(core).await,
        Endpoint::Export => state::export(core, incoming).await,
        Endpoint::Import => state::import(core, incoming).await,
        Endpoint::ImportAccount => state::import_account(core, incoming).await,
        Endpoint::Clock => clock::show(core),
        Endpoint::MoveClock => clock::set(core, incoming),
        Endpoint::Credentials => credentials::hand_out(core, incoming),
        Endpoint::AssertContext => context_assertions::seal(core, incoming),
        Endpoint::OidcKeys => oidc_keys::list(core),
        Endpoint::GiveOidcKeys => oidc_keys::give(core, incoming),
        Endpoint::SignIn => sign_in::sign_in(core, incoming).await,
    };
    whole.map(|answer| AdminAnswer::Whole(answer.encode()))
}
