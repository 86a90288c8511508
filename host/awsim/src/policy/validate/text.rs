//! For people: a finding with the line it points at.

use std::io::{self, Write};

use awsim_policy::advice::Severity;

use super::report::{Finding, Report, Rule};
use crate::policy::kind;

/// Characters of a line that are shown.
const WIDTH: usize = 100;

pub(super) fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    for report in reports {
        for finding in &report.findings {
            one(report, finding, out)?;
        }
        writeln!(out, "{}: {}", report.file, verdict(report))?;
    }
    Ok(())
}

fn verdict(report: &Report) -> String {
    let Some(kind) = report.kind else { return "not read".to_owned() };
    let count = report.findings.iter().filter(|finding| finding.rule.is_advice()).count();
    let advice = match count {
        0 => "no advice".to_owned(),
        1 => "1 piece of advice".to_owned(),
        _ => format!("{count} pieces of advice"),
    };
    let taken = if report.is_accepted() { "AWS takes this" } else { "AWS refuses this" };
    format!("{taken} ({} policy), {advice}", kind::name(kind))
}

fn one(report: &Report, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let Finding { rule, message, start, .. } = finding;
    let grade = match (rule, rule.severity()) {
        (Rule::Unreadable, _) => return writeln!(out, "{}: error: {message}", report.file),
        (Rule::Refused(_), _) => "error",
        (_, Severity::Error) => "advice, error",
        (_, Severity::SecurityWarning) => "advice, security warning",
        (_, Severity::Warning) => "advice, warning",
        (_, Severity::Suggestion) => "advice, suggestion",
    };
    writeln!(out, "{}:{}:{}: {grade} [{}]: {message}", report.file, start.line, start.column, rule.id())?;
    excerpt(&report.text, finding, out)
}

/// The line with the place underlined; of long lines what is around the place.
fn excerpt(text: &str, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let (start, end) = (finding.start, finding.end);
    let Some(line) = text.lines().nth(start.line.saturating_sub(1) as usize) else { return Ok(()) };
    let at = start.column.saturating_sub(1) as usize;
    let length = line.chars().count();
    let until = if end.line == start.line { end.column.saturating_sub(1) as usize } else { length };
    let from = if length <= WIDTH { 0 } else { at.saturating_sub(WIDTH / 3) };
    // Tabs would shift what stands below them, and control characters might do worse.
    let shown: String = line
        .chars()
        .skip(from)
        .take(WIDTH)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let marked = until.min(from + WIDTH).saturating_sub(at).max(1);
    writeln!(out, "    {shown}")?;
    writeln!(out, "    {}{}", " ".repeat(at - from), "^".repeat(marked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut out = Vec::new();
        write(&[Report::of_bytes("p.json".to_owned(), text.as_bytes(), None)], &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn findings_point_at_their_place() {
        let text = "{\"Version\": \"2012-10-17\", \"Statement\":\n\t{\"Effect\": \"Allow\", \"Action\": \"s3:GetObjekt\", \"Resource\": \"*\"}}";
        assert_eq!(
            shown(text),
            "p.json:2:32: advice, error [INVALID_ACTION]: The action s3:GetObjekt does not exist. Did you mean s3:GetObject?\n     \
                 {\"Effect\": \"Allow\", \"Action\": \"s3:GetObjekt\", \"Resource\": \"*\"}}\n                                   \
                 ^^^^^^^^^^^^^^\n\
             p.json: AWS takes this (identity policy), 1 piece of advice\n"
        );
    }

    #[test]
    fn long_lines_are_cut() {
        let text = format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Resource": "arn:aws:s3:::b/{}", "Action": "s3:GetObjekt"}}}}"#,
            "k".repeat(500)
        );
        let shown = shown(&text);
        let lines: Vec<_> = shown.lines().collect();
        let marked = lines[2].find('^').unwrap();
        assert!(lines[1].chars().count() <= WIDTH + 4);
        assert_eq!(&lines[1][marked..marked + 14], r#""s3:GetObjekt""#);
        assert_eq!(lines[2].trim(), "^".repeat(14));
    }

    #[test]
    fn a_refusal_says_so() {
        assert!(shown("{}").ends_with("p.json: AWS refuses this (identity policy), no advice\n"));
    }
}
