//! Settings that are a choice between words.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Defines a choice: the words it is written with, the first of which is the one it is shown with.
macro_rules! choice {
    (
        $(#[$doc:meta])*
        pub enum $type:ident {
            $($(#[$variant_doc:meta])* $variant:ident = $word:literal $(| $other:literal)*,)*
        }
    ) => {
        $(#[$doc])*
        pub enum $type {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $type {
            /// The word for it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $type {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                match text {
                    $($word $(| $other)* => Ok(Self::$variant),)*
                    _ => Err(expected(&[$($word),*])),
                }
            }
        }
    };
}

/// `"a", "b" or "c"`
fn expected(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("expected {} or {last}", rest.join(", ")),
        _ => format!("expected {}", quoted.join("")),
    }
}

choice! {
    /// What is done with the decisions of the policy engine.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum EnforcementMode {
        /// Nothing is decided: whoever calls may do everything.
        #[default]
        Off = "off" | "false",
        /// Decisions are logged and counted, and everything is let through.
        Audit = "audit",
        /// What is not allowed is denied.
        On = "on" | "true",
    }
}

choice! {
    /// Whether signatures are verified.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum SignatureMode {
        /// When decisions are enforced.
        #[default]
        Auto = "auto",
        /// Always.
        On = "true" | "on",
        /// Never.
        Off = "false" | "off",
    }
}

choice! {
    /// When a change counts as kept, and its request is answered.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Durability {
        /// When it is on the disk: it survives a power failure.
        #[default]
        Full = "full",
        /// When the operating system has it: it survives the death of the process, not a power failure.
        Normal = "normal",
    }
}

choice! {
    /// The form of the log.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum LogFormat {
        /// Lines for people.
        #[default]
        Human = "human",
        /// One JSON object a line.
        Json = "json",
    }
}

/// Where state is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataDir {
    /// Nowhere: it is gone when the process ends. Written `:memory:`.
    Memory,
    /// In this directory, which is made if it is not there.
    Path(PathBuf),
}

impl Default for DataDir {
    fn default() -> Self {
        DataDir::Path(PathBuf::from("awsim-data"))
    }
}

impl fmt::Display for DataDir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DataDir::Memory => f.write_str(":memory:"),
            DataDir::Path(path) => path.display().fmt(f),
        }
    }
}

impl FromStr for DataDir {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "" => Err("expected a directory or \":memory:\"".to_owned()),
            ":memory:" => Ok(DataDir::Memory),
            path => Ok(DataDir::Path(PathBuf::from(path))),
        }
    }
}
