//! What is found in a file.

use std::path::Path;

use awsim_policy::advice::{self, Code, Severity};
use awsim_policy::document::{Document, Position, Span};
use awsim_policy::validate::{Strictness, validate};
use awsim_policy::{Malformed, PolicyKind};

use crate::policy::{input, kind};

/// A file and what is found in it.
#[derive(Debug)]
pub(super) struct Report {
    /// The file as it was named.
    pub(super) file: String,
    /// Its text; what is not UTF-8 is replaced.
    pub(super) text: String,
    /// What the policy is taken for; none if the file could not be read.
    pub(super) kind: Option<PolicyKind>,
    /// In the order of the text, AWS's error first.
    pub(super) findings: Vec<Finding>,
}

/// Something found.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) rule: Rule,
    pub(super) message: String,
    pub(super) start: Position,
    /// One past the end.
    pub(super) end: Position,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// The file cannot be read.
    Unreadable,
    /// AWS refuses the policy; its error code.
    Refused(&'static str),
    /// Advice.
    Advice(Code),
}

impl Rule {
    /// A stable name.
    pub(super) fn id(self) -> &'static str {
        match self {
            Rule::Unreadable => "UnreadableFile",
            Rule::Refused(code) => code,
            Rule::Advice(code) => code.as_str(),
        }
    }

    /// What it means, in a sentence.
    pub(super) fn summary(self) -> &'static str {
        match self {
            Rule::Unreadable => "The file cannot be read.",
            Rule::Refused(_) => "AWS refuses the policy.",
            Rule::Advice(code) => code.summary(),
        }
    }

    /// How much it matters; what AWS refuses is an error.
    pub(super) fn severity(self) -> Severity {
        match self {
            Rule::Unreadable | Rule::Refused(_) => Severity::Error,
            Rule::Advice(code) => code.severity(),
        }
    }

    /// Whether it is advice only.
    pub(super) fn is_advice(self) -> bool {
        matches!(self, Rule::Advice(_))
    }
}

impl Report {
    /// Reads a file and looks at it as a policy of that kind, or of the kind that it looks like.
    pub(super) fn of(file: &Path, kind: Option<PolicyKind>) -> Self {
        let name = file.display().to_string();
        match input::bytes(file) {
            Ok(bytes) => Report::of_bytes(name, &bytes, kind),
            Err(error) => {
                let message = error.to_string();
                let start = Position::of("", 0);
                let finding = Finding { rule: Rule::Unreadable, message, start, end: start };
                Report { file: name, text: String::new(), kind: None, findings: vec![finding] }
            }
        }
    }

    /// As [`Report::of`], of what is in a file.
    pub(super) fn of_bytes(file: String, bytes: &[u8], kind: Option<PolicyKind>) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let kind = kind.unwrap_or_else(|| kind::guess(&text));
        let mut findings = Vec::new();
        let mut add = |rule, message, span: Span| {
            findings.push(Finding { rule, message, start: span.start_in(&text), end: span.end_in(&text) });
        };
        let document = Document::parse(&text);
        if let Err(error) = validate(kind, Strictness::New, &text) {
            // AWS calls all of these syntax errors; we know which.
            let detail = match &document {
                Err(shape) if *error.malformed() == Malformed::Syntax => format!(" ({shape})"),
                _ => String::new(),
            };
            add(Rule::Refused(error.code()), format!("{error}{detail}"), error.span());
        } else if let (Err(error), Err(refused)) =
            (Document::parse_bytes(bytes), validate(kind, Strictness::New, ""))
        {
            // Only bytes that are not UTF-8 are left to be found here; AWS's words for them are those for any text that is not JSON.
            add(Rule::Refused(refused.code()), format!("{refused} ({error})"), error.span);
        }
        for finding in document.iter().flat_map(|document| advice::advise(kind, document)) {
            add(Rule::Advice(finding.code), finding.message, finding.span);
        }
        Report { file, text, kind: Some(kind), findings }
    }

    /// Whether AWS takes the policy.
    pub(super) fn is_accepted(&self) -> bool {
        self.findings.iter().all(|finding| finding.rule.is_advice())
    }

    /// Whether the run fails for this report.
    pub(super) fn fails(&self, fail_on: Option<Severity>) -> bool {
        !self.is_accepted()
            || fail_on
                .is_some_and(|mildest| self.findings.iter().any(|finding| finding.rule.severity() >= mildest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &[u8]) -> Vec<(&'static str, String)> {
        let report = Report::of_bytes("p.json".to_owned(), text, None);
        report.findings.into_iter().map(|finding| (finding.rule.id(), finding.message)).collect()
    }

    #[test]
    fn what_aws_refuses_is_an_error_and_the_rest_advice() {
        let refused =
            br#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObjekt"}}"#;
        let report = Report::of_bytes("p.json".to_owned(), refused, None);
        let ids: Vec<_> = report.findings.iter().map(|finding| finding.rule.id()).collect();
        assert_eq!(ids, ["MalformedPolicyDocument", "INVALID_ACTION"]);
        assert!(!report.is_accepted() && report.fails(None));

        let taken = br#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*"}}"#;
        let report = Report::of_bytes("p.json".to_owned(), taken, None);
        assert!(report.is_accepted() && !report.fails(None) && report.fails(Some(Severity::Error)));
    }

    #[test]
    fn syntax_errors_say_which() {
        assert_eq!(
            found(br#"{"Version" "2012-10-17"}"#),
            [("MalformedPolicyDocument", "Syntax errors in policy. (unexpected character)".to_owned())]
        );
        let latin = b"{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/\xe9\"}}";
        assert_eq!(
            found(latin),
            [("MalformedPolicyDocument", "Syntax errors in policy. (the text is not UTF-8)".to_owned())]
        );
    }

    #[test]
    fn a_file_that_is_not_there_is_an_error() {
        let report = Report::of(Path::new("no/such/file"), None);
        assert!(report.fails(None));
        assert_eq!(report.findings[0].rule, Rule::Unreadable);
    }
}
