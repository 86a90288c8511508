//! How types are shown for debugging that hold what nobody should see, or too much to look at.

/// Implements `Debug` for a type with these values only. What else it holds is a secret, the state as a whole, or cannot be
/// shown.
///
/// ```
/// struct Key<'k> {
///     id: &'k str,
///     secret: &'k str,
/// }
///
/// awsim_plugin::partial_debug!(Key<'_>, |key| id = key.id, length = key.secret.len());
///
/// let key = Key { id: "AKIA", secret: "hush" };
/// assert_eq!(format!("{key:?}"), r#"Key { id: "AKIA", length: 4, .. }"#);
/// ```
#[macro_export]
macro_rules! partial_debug {
    ($type:ident $(<$lifetime:lifetime>)? $(, |$this:ident| $($name:ident = $value:expr),+)?) => {
        impl ::std::fmt::Debug for $type $(<$lifetime>)? {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $(let $this = self;)?
                f.debug_struct(stringify!($type))
                    $($(.field(stringify!($name), &$value))+)?
                    .finish_non_exhaustive()
            }
        }
    };
}
