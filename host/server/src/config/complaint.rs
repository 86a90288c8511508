//! What is wrong with a configuration, and where.

use std::fmt;
use std::path::PathBuf;

/// Where a value was written. Origins are ordered as a person would look for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

impl Origin {
    /// The file, the variable or the flag.
    fn source(&self) -> Origin {
        match self {
            Origin::File { path, .. } => Origin::File { path: path.clone(), line: None },
            origin => origin.clone(),
        }
    }
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
    /// Adds a complaint, unless the same was made of another line of the file: an unknown section is one mistake, however
    /// much is in it.
    pub(super) fn add(&mut self, origin: Origin, message: impl Into<String>) {
        let complaint = Complaint { origin, message: message.into() };
        let known = |known: &Complaint| {
            known.message == complaint.message && known.origin.source() == complaint.origin.source()
        };
        if !self.0.iter().any(known) {
            self.0.push(complaint);
        }
    }

    /// The value, if nothing was wrong.
    pub(super) fn finish<T>(mut self, value: T) -> Result<T, ConfigError> {
        self.0.sort_by(|one, other| one.origin.cmp(&other.origin));
        if self.0.is_empty() { Ok(value) } else { Err(ConfigError { complaints: self.0 }) }
    }
}
