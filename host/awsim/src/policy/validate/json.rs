//! For programs: one JSON object with a report for each file.

use std::io::{self, Write};

use awsim_policy::document;
use serde::Serialize;

use super::report::{Finding, Report};
use crate::policy::kind;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Output<'r> {
    files: Vec<File<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'r> {
    file: &'r str,
    kind: Option<&'static str>,
    /// Whether AWS takes the policy.
    valid: bool,
    /// AWS's error, and what else is in the way of reading the policy.
    errors: Vec<Entry<'r>>,
    /// Advice, which never refuses a policy.
    advice: Vec<Entry<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'r> {
    code: &'static str,
    /// As Access Analyzer names it.
    severity: &'static str,
    message: &'r str,
    start: Position,
    /// One past the end.
    end: Position,
}

/// Line and column count from 1, the offset in bytes from 0.
#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
    offset: u32,
}

impl From<document::Position> for Position {
    fn from(position: document::Position) -> Self {
        let document::Position { line, column, offset } = position;
        Position { line, column, offset }
    }
}

impl<'r> From<&'r Finding> for Entry<'r> {
    fn from(finding: &'r Finding) -> Self {
        Entry {
            code: finding.rule.id(),
            severity: finding.rule.severity().as_str(),
            message: &finding.message,
            start: finding.start.into(),
            end: finding.end.into(),
        }
    }
}

pub(super) fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let files = reports.iter().map(|report| {
        let (advice, errors): (Vec<_>, Vec<_>) =
            report.findings.iter().partition(|finding| finding.rule.is_advice());
        File {
            file: &report.file,
            kind: report.kind.map(kind::name),
            valid: report.is_accepted(),
            errors: errors.into_iter().map(Entry::from).collect(),
            advice: advice.into_iter().map(Entry::from).collect(),
        }
    });
    serde_json::to_writer_pretty(&mut *out, &Output { files: files.collect() })?;
    writeln!(out)
}
