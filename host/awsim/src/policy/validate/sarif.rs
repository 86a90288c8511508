//! For code scanning: SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format").

use std::io::{self, Write};

use awsim_policy::advice::Severity;
use serde::Serialize;

use super::report::{Finding, Report, Rule};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
const HELP: &str =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

#[derive(Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'r> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome<'r>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<RuleDescription>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleDescription {
    id: &'static str,
    short_description: Text<'static>,
    help_uri: &'static str,
    default_configuration: Level,
}

#[derive(Serialize)]
struct Level {
    level: &'static str,
}

#[derive(Serialize)]
struct Text<'r> {
    text: &'r str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'r> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text<'r>,
    locations: [Location; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::SecurityWarning | Severity::Warning => "warning",
        Severity::Suggestion => "note",
    }
}

/// A file's name as a relative or absolute URI reference.
fn uri(file: &str) -> String {
    let mut uri = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            b'\\' => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn outcome<'r>(report: &'r Report, finding: &'r Finding, rules: &[Rule]) -> Outcome<'r> {
    Outcome {
        rule_id: finding.rule.id(),
        rule_index: rules.iter().position(|rule| rule.id() == finding.rule.id()).unwrap_or_default(),
        level: level(finding.rule.severity()),
        message: Text { text: &finding.message },
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: Artifact { uri: uri(&report.file) },
                region: Region {
                    start_line: finding.start.line,
                    start_column: finding.start.column,
                    end_line: finding.end.line,
                    end_column: finding.end.column,
                },
            },
        }],
    }
}

pub(super) fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let mut rules: Vec<Rule> = Vec::new();
    for finding in reports.iter().flat_map(|report| &report.findings) {
        if !rules.iter().any(|rule| rule.id() == finding.rule.id()) {
            rules.push(finding.rule);
        }
    }
    let results = reports
        .iter()
        .flat_map(|report| report.findings.iter().map(|finding| outcome(report, finding, &rules)))
        .collect();
    let rules = rules.iter().map(|rule| RuleDescription {
        id: rule.id(),
        short_description: Text { text: rule.summary() },
        help_uri: HELP,
        default_configuration: Level { level: level(rule.severity()) },
    });
    let driver =
        Driver { name: "AWSim", semantic_version: env!("CARGO_PKG_VERSION"), rules: rules.collect() };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    serde_json::to_writer_pretty(&mut *out, &Log { schema: SCHEMA, version: "2.1.0", runs: [run] })?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_become_uris() {
        assert_eq!(uri("policies/a b.json"), "policies/a%20b.json");
        assert_eq!(uri("é"), "%C3%A9");
    }
}
