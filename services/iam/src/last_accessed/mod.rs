//! Last accessed information: which of the services that somebody may use were used, when, and by whom.
//!
//! What happened comes from the host ([`crate::usage`]) and is kept by principal and service
//! ([`crate::state::LAST_ACCESSES`]). A report is asked for (`generate`), made off every caller's time when the host
//! next reports what was used, so that it tells of everything up to the request (`make`), and read (`get`,
//! `entities`). Which services may be used follows from permissions policies alone ("Refining permissions in AWS using
//! last accessed information" in the IAM User Guide); the policy engine answers it.

mod entities;
mod generate;
mod get;
mod granting;
mod job;
mod make;
mod organization;
mod subject;
#[cfg(test)]
mod tests;

pub(crate) use make::make_pending;
