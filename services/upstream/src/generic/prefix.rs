//! The prefix of a service's actions, which policies name.

/// The services whose actions have another prefix than the name that their requests are signed for, as the Service
/// Authorization Reference has them.
const OTHERS: [(&str, &str); 12] = [
    ("IoTSecuredTunneling", "iot"),
    ("awsssoportal", "sso"),
    ("cloudcontrolapi", "cloudformation"),
    ("iot-jobs-data", "iotjobsdata"),
    ("iotdata", "iot"),
    ("monitoring", "cloudwatch"),
    ("mturk-requester", "mechanicalturk"),
    ("partnercentral-account", "partnercentral"),
    ("partnercentral-benefits", "partnercentral"),
    ("partnercentral-channel", "partnercentral"),
    ("partnercentral-selling", "partnercentral"),
    ("tagging", "tag"),
];

/// The prefix of the actions of the service with this signing name.
pub(super) fn of(signing_name: &str) -> &str {
    OTHERS.iter().find(|(name, _)| *name == signing_name).map_or(signing_name, |(_, prefix)| prefix)
}

#[cfg(test)]
mod tests {
    use awsim_policy::catalogue;

    use super::*;

    #[test]
    fn the_reference_knows_every_prefix_and_none_of_the_names() {
        for (name, prefix) in OTHERS {
            assert!(catalogue::service(name).is_none() && catalogue::service(prefix).is_some(), "{name}");
            assert_eq!(of(name), prefix);
        }
        assert_eq!(of("states"), "states");
    }
}
