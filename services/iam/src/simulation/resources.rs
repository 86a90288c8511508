//! On what is simulated: `ResourceArns` and `ResourceHandlingOption`.

use awsim_plugin::error::ServiceError;

use super::caller::is_account;
use crate::generated::ErrorCode;

/// The scenarios of Amazon EC2 with the types of resources that each needs (API reference, `ResourceHandlingOption`).
const SCENARIOS: [(&str, &[&str]); 6] = [
    ("EC2-Classic-InstanceStore", &["instance", "image", "security-group"]),
    ("EC2-Classic-EBS", &["instance", "image", "security-group", "volume"]),
    ("EC2-VPC-InstanceStore", &["instance", "image", "security-group", "network-interface"]),
    ("EC2-VPC-InstanceStore-Subnet", &["instance", "image", "security-group", "network-interface", "subnet"]),
    ("EC2-VPC-EBS", &["instance", "image", "security-group", "network-interface", "volume"]),
    ("EC2-VPC-EBS-Subnet", &["instance", "image", "security-group", "network-interface", "subnet", "volume"]),
];

/// The resources of a simulation.
#[derive(Debug)]
pub(super) struct Resources {
    arns: Vec<String>,
}

impl Resources {
    /// Checks the resources of a request; none means all.
    ///
    /// # Errors
    /// `InvalidInput` (400) if one is neither `*` nor an ARN, or if a scenario is unknown or lacks resources.
    pub(super) fn new(arns: Option<Vec<String>>, scenario: Option<&str>) -> Result<Self, ServiceError> {
        let arns = arns.filter(|arns| !arns.is_empty()).unwrap_or_else(|| vec!["*".to_owned()]);
        let invalid: Vec<&str> =
            arns.iter().map(String::as_str).filter(|arn| *arn != "*" && !is_arn(arn)).collect();
        if !invalid.is_empty() {
            let message = format!("ResourceNames are not in a valid ARN format: {}.", invalid.join(", "));
            return Err(ErrorCode::InvalidInput.with(message));
        }
        let resources = Resources { arns };
        scenario.map_or(Ok(()), |scenario| resources.fit(scenario))?;
        Ok(resources)
    }

    fn fit(&self, scenario: &str) -> Result<(), ServiceError> {
        let (_, needed) =
            SCENARIOS.iter().find(|(name, _)| name.eq_ignore_ascii_case(scenario)).ok_or_else(|| {
                ErrorCode::InvalidInput.with(format!("Invalid ResourceHandlingOption: {scenario}."))
            })?;
        let has = |kind: &&&str| {
            let start = format!("{kind}/");
            self.arns.iter().any(|arn| part(arn, 2) == "ec2" && part(arn, 5).starts_with(&start))
        };
        let missing: Vec<&str> = needed.iter().filter(|kind| !has(kind)).copied().collect();
        if missing.is_empty() {
            return Ok(());
        }
        let message = format!(
            "ResourceHandlingOption {scenario} needs resources of these types: {}.",
            missing.join(", ")
        );
        Err(ErrorCode::InvalidInput.with(message))
    }

    /// The resources, in the order of the request.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.arns.iter().map(String::as_str)
    }

    /// The only resource, or `*` for several.
    pub(super) fn name(&self) -> &str {
        match self.arns.as_slice() {
            [only] => only,
            _ => "*",
        }
    }

    /// Whether results are told for each resource: unless all are meant.
    pub(super) fn are_listed(&self) -> bool {
        self.arns.iter().any(|arn| arn != "*")
    }

    /// Whether all are IAM roles, whose trust policies are not simulated.
    pub(super) fn are_roles(&self) -> bool {
        self.iter().all(is_role)
    }
}

/// Whether a resource is an IAM role.
pub(super) fn is_role(arn: &str) -> bool {
    part(arn, 2) == "iam" && part(arn, 5).starts_with("role/")
}

/// The account that an ARN says its resource belongs to.
pub(super) fn account_of(arn: &str) -> Option<&str> {
    Some(part(arn, 4)).filter(|account| is_account(account))
}

fn part(arn: &str, number: usize) -> &str {
    arn.splitn(6, ':').nth(number).unwrap_or_default()
}

fn is_arn(text: &str) -> bool {
    text.starts_with("arn:")
        && !part(text, 1).is_empty()
        && !part(text, 2).is_empty()
        && !part(text, 5).is_empty()
}
