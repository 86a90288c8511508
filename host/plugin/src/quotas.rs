//! Quotas of a service: how much of everything there may be, which the configuration may set otherwise.

/// Defines the settings of the quotas of a service, with their defaults.
///
/// ```
/// awsim_plugin::quotas! {
///     /// The quotas of every account.
///     pub struct Quotas {
///         /// Notes in an account.
///         notes = 100,
///     }
/// }
/// assert_eq!(Quotas::default().notes, 100);
/// ```
#[macro_export]
macro_rules! quotas {
    (
        $(#[$doc:meta])*
        pub struct $quotas:ident {
            $($(#[$about:meta])* $name:ident = $default:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $quotas {
            $($(#[$about])* pub $name: u32,)*
        }

        impl Default for $quotas {
            fn default() -> Self {
                Self { $($name: $default,)* }
            }
        }
    };
}
