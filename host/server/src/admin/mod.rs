mod answer;
mod guard;
mod info;
mod route;
pub use info::{Info, OperationCounts, ServiceInfo};
pub const PREFIX: &str = "/_awsim";
