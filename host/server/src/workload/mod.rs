//! Credentials without keys: what AWS gives to a program because of where it runs.
//!
//! On Amazon ECS and EKS a program asks an endpoint that its environment names, on Amazon EC2 the instance metadata
//! service; both hand out credentials of a role, which no file holds and which are replaced before they expire. SDKs ask
//! them last in their default chain, so a program runs under its real role here without a changed line:
//!
//! * [`container`]: `AWS_CONTAINER_CREDENTIALS_FULL_URI` and `AWS_CONTAINER_AUTHORIZATION_TOKEN`, answered under the admin
//!   interface's prefix;
//! * [`instance`]: the instance metadata service, version 2, at an address of its own
//!   (`AWS_EC2_METADATA_SERVICE_ENDPOINT`).
//!
//! Both are off until the configuration names a role. The sessions are made by [`role`].

pub(crate) mod container;
pub(crate) mod instance;
pub(crate) mod role;

use awsim_plugin::shape::Timestamp;

use crate::config::Config;
use instance::InstanceMetadata;
use role::WorkloadRole;

/// The roles that programs have because of where they run.
pub struct Workloads {
    pub(crate) container: Option<WorkloadRole>,
    pub(crate) instance: Option<InstanceMetadata>,
}

awsim_plugin::partial_debug!(
    Workloads,
    |workloads| container = workloads.container.is_some(),
    instance = workloads.instance.is_some()
);

impl Workloads {
    /// What the configuration has on, since `now`.
    ///
    /// # Errors
    /// If the operating system gives no random numbers.
    pub(crate) fn of(config: &Config, now: Timestamp) -> Result<Self, getrandom::Error> {
        let container = config.container_credentials.role_arn.clone();
        let container = container
            .map(|role| Ok(WorkloadRole::new(role, "ecs-tasks.amazonaws.com", role::random_hex(16)?)));
        let instance = config.instance_metadata.role_arn.clone();
        let instance = instance.map(|role| InstanceMetadata::new(role, now));
        Ok(Self { container: container.transpose()?, instance: instance.transpose()? })
    }
}
