//! `awsim policy evaluate`: cases as JSON lines on standard input, answers on standard output.

use std::io::{self, BufReader, BufWriter, Write};
use std::process::ExitCode;

use awsim_policy::cases::{Answer, Case, evaluate_case};
use awsim_policy::catalogue::Reference;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use super::input::{self, Line};
use super::{DIFFERS, Failure, narrate};

/// Longest line in bytes: room for a dozen policies, each as long as any may be.
const MAX_LINE: usize = 16 << 20;

const AFTER_HELP: &str = r#"A case is a line of JSON:

  {"id": "c1",
   "request": {"principal": "arn:aws:sts::111122223333:assumed-role/app/run-7", "action": "s3:GetObject",
               "resource": "arn:aws:s3:::b/k", "resourceAccount": "444455556666",
               "context": {"aws:SourceIp": "10.0.0.1", "aws:TagKeys": ["a", "b"]}},
   "identityPolicies": [], "resourcePolicy": null, "permissionsBoundary": null, "sessionPolicies": [],
   "scps": [[]], "rcps": [[]], "expected": "allowed"}

and its answer: {"id": "c1", "verdict": "implicitDeny", "reason": {...}}. A principal is the ARN of a user, role, role
session, federated user or account root, "anonymous", or a service such as lambda.amazonaws.com. "scps" and "rcps" are
levels from the root of the organization down, each a list of policies.

Exit status: 0, or 1 if a case has "expected" and it differs, or if a line is no case."#;

pub(super) fn command() -> Command {
    Command::new("evaluate")
        .about("Decide cases given as JSON lines on standard input")
        .after_help(AFTER_HELP)
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help("JSON lines, or explanations for people")
                .default_value("json")
                .value_parser(PossibleValuesParser::new(["json", "text"])),
        )
}

/// How many cases there were.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    cases: usize,
    differing: usize,
    unreadable: usize,
}

/// An answer, with what was expected where it differs.
#[derive(Serialize)]
struct Answered<'a> {
    #[serde(flatten)]
    answer: &'a Answer,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
}

/// The answer to a line that is no case.
#[derive(Serialize)]
struct Unreadable<'a> {
    id: &'a serde_json::Value,
    line: usize,
    error: String,
}

/// How answers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Text,
}

pub(super) fn run(matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let text = matches.get_one::<String>("format").is_some_and(|format| format == "text");
    let format = if text { Format::Text } else { Format::Json };
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let count = answer_all(&mut input, &mut out, format)?;
    let Count { cases, differing, unreadable } = count;
    if differing + unreadable == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!(
        "awsim: of {cases} cases {differing} differ from what is expected, {unreadable} cannot be read"
    );
    Ok(ExitCode::from(DIFFERS))
}

fn answer_all<R: io::Read>(
    input: &mut BufReader<R>,
    out: &mut impl Write,
    format: Format,
) -> io::Result<Count> {
    let mut count = Count::default();
    let mut number = 0;
    while let Some(line) = input::line(input, MAX_LINE)? {
        number += 1;
        let text = match &line {
            Line::Text(bytes) if bytes.trim_ascii().is_empty() => continue,
            Line::Text(bytes) => std::str::from_utf8(bytes).map_err(|_| "the line is not UTF-8".to_owned()),
            Line::TooLong => Err(format!("the line is longer than {MAX_LINE} bytes")),
        };
        count.cases += 1;
        answer_one(text, number, out, format, &mut count)?;
        // Whoever waits for an answer before the next question gets it; a stream is answered in large pieces.
        if input.buffer().is_empty() {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(count)
}

fn answer_one(
    text: Result<&str, String>,
    line: usize,
    out: &mut impl Write,
    format: Format,
    count: &mut Count,
) -> io::Result<()> {
    let case =
        text.clone().and_then(|text| serde_json::from_str::<Case>(text).map_err(|error| error.to_string()));
    let answered = case.and_then(|case| match evaluate_case(&case, Some(&Reference)) {
        Ok(answer) => Ok((case, answer)),
        Err(error) => Err(error.to_string()),
    });
    match answered {
        Ok((case, answer)) => {
            let expected = case.expected.as_deref().filter(|expected| *expected != answer.verdict);
            count.differing += usize::from(expected.is_some());
            match format {
                Format::Json => {
                    serde_json::to_writer(&mut *out, &Answered { answer: &answer, expected })?;
                    writeln!(out)
                }
                Format::Text => narrate::answered(out, &case, &answer, &|name| name.to_owned()),
            }
        }
        Err(error) => {
            count.unreadable += 1;
            let id = text.map(id_of).unwrap_or_default();
            match format {
                Format::Json => {
                    serde_json::to_writer(&mut *out, &Unreadable { id: &id, line, error })?;
                    writeln!(out)
                }
                Format::Text => writeln!(out, "line {line}: {error}\n"),
            }
        }
    }
}

/// The id in a line that is no case, if it has one.
fn id_of(text: &str) -> serde_json::Value {
    #[derive(serde::Deserialize)]
    struct Identified {
        #[serde(default)]
        id: serde_json::Value,
    }
    serde_json::from_str::<Identified>(text).map(|identified| identified.id).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str =
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;

    fn answers(input: &str) -> (Vec<serde_json::Value>, Count) {
        let mut out = Vec::new();
        let count = answer_all(&mut BufReader::new(input.as_bytes()), &mut out, Format::Json).unwrap();
        let text = String::from_utf8(out).unwrap();
        (text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), count)
    }

    fn case(id: &str, action: &str, rest: &str) -> String {
        format!(
            r#"{{"id":"{id}","request":{{"principal":"arn:aws:iam::111122223333:user/ann","action":"{action}","resource":"*"}},"identityPolicies":[{POLICY}]{rest}}}"#
        )
    }

    #[test]
    fn every_line_gets_its_answer() {
        let input = [
            case("yes", "s3:GetObject", r#","expected":"allowed""#),
            String::new(),
            case("no", "sqs:SendMessage", r#","expected":"allowed""#),
            r#"{"id": 7, "request": {}}"#.to_owned(),
            "nonsense".to_owned(),
            case("odd", "s3:GetObject", r#","expected":"maybe""#),
        ];
        let (answers, count) = answers(&input.join("\n"));
        assert_eq!(count, Count { cases: 5, differing: 1, unreadable: 3 });
        assert_eq!((&answers[0]["id"], &answers[0]["verdict"]), (&"yes".into(), &"allowed".into()));
        assert!(answers[0].get("expected").is_none());
        assert_eq!(answers[0]["reason"]["statement"]["policy"], "identityPolicies[0]");
        assert_eq!(
            (&answers[1]["verdict"], &answers[1]["expected"]),
            (&"implicitDeny".into(), &"allowed".into())
        );
        assert_eq!((&answers[2]["id"], &answers[2]["line"]), (&7.into(), &4.into()));
        assert!(answers[2]["error"].as_str().unwrap().contains("principal"));
        assert_eq!((&answers[3]["id"], &answers[3]["line"]), (&serde_json::Value::Null, &5.into()));
        assert_eq!(answers[4]["line"], 6);
    }

    #[test]
    fn bytes_that_are_not_text_are_told_by_line() {
        let mut out = Vec::new();
        let count = answer_all(&mut BufReader::new(&b"\n\xff\xfe\n"[..]), &mut out, Format::Json).unwrap();
        assert_eq!(count.unreadable, 1);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "{\"id\":null,\"line\":2,\"error\":\"the line is not UTF-8\"}\n"
        );
    }

    #[test]
    fn actions_without_resources_are_asked_of_everything() {
        let policy = POLICY.replace(r#""Resource":"*""#, r#""Resource":"arn:aws:s3:::b""#);
        let line = case("c", "s3:ListAllMyBuckets", "")
            .replace(POLICY, &policy)
            .replace(r#""resource":"*""#, r#""resource":"arn:aws:s3:::b""#);
        assert_eq!(answers(&line).0[0]["verdict"], "implicitDeny");
    }
}
