//! The services of this program.
//!
//! A service announces itself to the host, but a crate that nothing names is dropped by the linker: the lines here keep
//! it. Adding a service to the program is a line here, and a feature in `Cargo.toml`.

#[cfg(feature = "iam")]
use awsim_iam as _;
#[cfg(feature = "organizations")]
use awsim_organizations as _;
#[cfg(feature = "sts")]
use awsim_sts as _;
#[cfg(feature = "upstream")]
use awsim_upstream as _;

#[cfg(test)]
mod tests {
    use awsim_plugin::fallback::Fallback;
    use awsim_plugin::service::Registration;

    /// The features are written down a second time here on purpose: a service that the linker dropped would be missing
    /// in silence.
    #[test]
    fn every_linked_service_is_registered() {
        let linked = [
            (cfg!(feature = "upstream"), "dynamodb"),
            (cfg!(feature = "iam"), "iam"),
            (cfg!(feature = "upstream"), "kms"),
            (cfg!(feature = "upstream"), "lambda"),
            (cfg!(feature = "organizations"), "organizations"),
            (cfg!(feature = "upstream"), "s3"),
            (cfg!(feature = "upstream"), "secretsmanager"),
            (cfg!(feature = "upstream"), "sns"),
            (cfg!(feature = "upstream"), "sqs"),
            (cfg!(feature = "sts"), "sts"),
        ];
        let linked: Vec<_> = linked.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
        let registered: Vec<_> = Registration::all().iter().map(|registration| registration.name).collect();
        assert_eq!(registered, linked);
        assert_eq!(Fallback::linked().is_some(), cfg!(feature = "upstream"));
    }
}
