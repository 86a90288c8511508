//! What is wrong with a configuration, and where.

use std::fmt;
use std::path::PathBuf;

/// Where a value was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Nowhere: it is the default.
    #[default]
    Default,
    /// In a file.
    File {
        /// The file.
        path: PathBuf,
        /// The line, from 1; none for what concerns the file as a whole.
        line: Option<usize>,
    },
    /// In this environment variable.
    Variable(String),
    /// In this flag of the command line.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::File { path, line: Some(line) } => write!(f, "{}:{line}", path.display()),
            Origin::File { path, line: None } => path.display().fmt(f),
            Origin::Variable(name) | Origin::Flag(name) => f.write_str(name),
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Where.
    pub origin: Origin,
    /// What, in a sentence for a person.
    pub message: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.message)
    }
}

/// Everything that is wrong with a configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct ConfigError {
    /// The complaints; at least one.
    pub complaints: Vec<Complaint>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.complaints.len() {
            1 => f.write_str("the configuration has a mistake:")?,
            count => write!(f, "the configuration has {count} mistakes:")?,
        }
        for complaint in &self.complaints {
            write!(f, "\n  {complaint}")?;
        }
        Ok(())
    }
}

/// Complaints as they are gathered.
#[derive(Debug, Default)]
pub(super) struct Complaints(Vec<Complaint>);

impl Complaints {
    /// Adds a complaint, unless the same was made before.
    pub(super) fn add(&mut self, origin: Origin, message: impl Into<String>) {
        let complaint = Complaint { origin, message: message.into() };
        if !self.0.contains(&complaint) {
            self.0.push(complaint);
        }
    }

    /// The value, if nothing was wrong.
    pub(super) fn finish<T>(self, value: T) -> Result<T, ConfigError> {
        if self.0.is_empty() { Ok(value) } else { Err(ConfigError { complaints: self.0 }) }
    }
}
