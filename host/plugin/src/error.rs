//! Errors as AWS answers them.

use std::borrow::Cow;
use std::fmt;

/// An error that travels to the client: a code, an HTTP status and a message, in the service's own protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceError {
    /// The error code on the wire, for example `NoSuchEntity`.
    pub code: Cow<'static, str>,
    /// The HTTP status.
    pub status: u16,
    /// Whose fault it is.
    pub fault: Fault,
    /// The message for a person.
    pub message: String,
    /// Further members of the error's shape, by name (for example `Reason`).
    pub members: Vec<(&'static str, String)>,
}

/// Whose fault an error is (`Type` in XML errors).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The request is at fault.
    Sender,
    /// The service is at fault.
    Receiver,
}

impl Fault {
    /// `Sender` or `Receiver`.
    pub fn as_str(self) -> &'static str {
        match self {
            Fault::Sender => "Sender",
            Fault::Receiver => "Receiver",
        }
    }
}

impl ServiceError {
    /// An error that the request is to blame for.
    pub fn sender(code: impl Into<Cow<'static, str>>, status: u16, message: impl Into<String>) -> Self {
        Self { code: code.into(), status, fault: Fault::Sender, message: message.into(), members: Vec::new() }
    }

    /// An error that the service is to blame for.
    pub fn receiver(code: impl Into<Cow<'static, str>>, status: u16, message: impl Into<String>) -> Self {
        Self { fault: Fault::Receiver, ..Self::sender(code, status, message) }
    }

    /// `ValidationError` (400), the common error for input that the model permits and the service does not.
    pub fn validation(message: impl Into<String>) -> Self {
        Self::sender("ValidationError", 400, message)
    }

    /// `ServiceFailure` (500): the request failed here, and nothing of it happened.
    pub fn failure(message: impl Into<String>) -> Self {
        Self::receiver("ServiceFailure", 500, message)
    }

    /// Adds a further member of the error's shape.
    #[must_use]
    pub fn with_member(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.members.push((name, value.into()));
        self
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.code, self.status, self.message)
    }
}

impl std::error::Error for ServiceError {}

/// Defines the errors of a model: an enumeration that knows the code and status of each, so that a handler cannot pair
/// them wrongly.
#[macro_export]
macro_rules! errors {
    (
        $(#[$doc:meta])*
        pub enum $type:ident {
            $($variant:ident = $code:literal $status:literal $fault:ident,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type {
            $(
                #[doc = concat!("`", $code, "` (", stringify!($status), ").")]
                $variant,
            )*
        }

        impl $type {
            /// Every error of the model.
            pub const ALL: &'static [$type] = &[$(Self::$variant,)*];

            /// The code on the wire.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// The HTTP status.
            pub fn status(self) -> u16 {
                match self {
                    $(Self::$variant => $status,)*
                }
            }

            /// Whose fault it is.
            pub fn fault(self) -> $crate::error::Fault {
                match self {
                    $(Self::$variant => $crate::error::Fault::$fault,)*
                }
            }

            /// The error with a message.
            pub fn with(self, message: impl Into<String>) -> $crate::error::ServiceError {
                $crate::error::ServiceError {
                    code: std::borrow::Cow::Borrowed(self.code()),
                    status: self.status(),
                    fault: self.fault(),
                    message: message.into(),
                    members: Vec::new(),
                }
            }
        }
    };
}
