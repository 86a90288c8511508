//! The policy simulator: what would be decided, without doing anything.
//!
//! `SimulateCustomPolicy` and `SimulatePrincipalPolicy` put together a [`Simulation`](simulation::Simulation) (`sources`: the policies,
//! `caller`: who asks and whose the resources are, `conditions`: the condition keys, `resources`: on what) and ask it for each action. The
//! decision and its reasons come from the policy engine, the same that enforces. `GetContextKeysFor…` list the keys that policies refer
//! to.
//!
//! Where the simulator differs from a real request, it does so as AWS documents: resource-based policies come with the request and are
//! never looked up, those of roles are not simulated, and only users can be callers (IAM User Guide, "IAM policy testing with the IAM
//! policy simulator"; API reference of the operations).

mod caller;
mod conditions;
mod context_keys;
mod custom;
mod entity;
mod exclusions;
mod outcome;
mod principal;
mod resources;
mod results;
#[expect(clippy::module_inception, reason = "the simulation is what the simulator makes")]
mod simulation;
mod sources;
#[cfg(test)]
mod tests;
