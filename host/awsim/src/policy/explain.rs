//! `awsim policy explain`: one question, given by flags.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::process::ExitCode;

use awsim_policy::cases::{Case, CaseRequest, ContextEntry, RemedyAnswer, evaluate_case};
use awsim_policy::catalogue::Reference;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use serde_json::value::RawValue;

use super::{Failure, input, narrate};

/// A flag that takes a text. `many` flags may be given several times.
struct Flag {
    name: &'static str,
    value: &'static str,
    help: &'static str,
    many: bool,
}

const fn one(name: &'static str, value: &'static str, help: &'static str) -> Flag {
    Flag { name, value, help, many: false }
}

const fn many(name: &'static str, value: &'static str, help: &'static str) -> Flag {
    Flag { name, value, help, many: true }
}

const REQUIRED: [Flag; 2] = [
    one(
        "principal",
        "WHO",
        "ARN of a user, role, role session, federated user or root; anonymous; or a service",
    ),
    one("action", "ACTION", "The action, such as s3:GetObject"),
];

const OPTIONAL: [Flag; 14] = [
    one("resource", "ARN", "The resource [default: *]"),
    one("resource-account", "ID", "The account that owns the resource [default: the principal's]"),
    many(
        "context",
        "KEY=VALUE",
        "A condition key; several times, or a JSON list as value, for several values",
    ),
    many("context-type", "KEY=TYPE", "Type of a condition key, such as stringList"),
    one("role-arn", "ARN", "The role of a role session, with its path"),
    one("federated-by", "ARN", "The user who made a federated user session"),
    many("identity-policy", "FILE", "Identity-based policies"),
    one(
        "resource-policy",
        "FILE",
        "The resource-based policy; of a role its trust policy, of a key its key policy",
    ),
    one("boundary", "FILE", "The permissions boundary"),
    many("session-policy", "FILE", "Session policies"),
    many("scp", "FILE[,FILE]", "A level of service control policies; the root of the organization first"),
    many("rcp", "FILE[,FILE]", "A level of resource control policies; the root of the organization first"),
    one("management-account", "ID", "The management account of the organization"),
    one("canonical-user", "ID", "The canonical user id of the principal's account"),
];

const AFTER_HELP: &str = "Policies are named by file, or given as JSON.";

pub(super) fn command() -> Command {
    let argument = |flag: &Flag, required| {
        let action = if flag.many { ArgAction::Append } else { ArgAction::Set };
        let argument = Arg::new(flag.name).long(flag.name).value_name(flag.value).help(flag.help);
        let hint = if flag.value.contains("FILE") { ValueHint::FilePath } else { ValueHint::Other };
        let list_of_files = flag.many && flag.value == "FILE";
        argument.required(required).action(action).value_hint(hint).num_args(if list_of_files {
            1..=usize::MAX
        } else {
            1..=1
        })
    };
    Command::new("explain")
        .about("Decide one question, and say why")
        .after_help(AFTER_HELP)
        .args(REQUIRED.iter().map(|flag| argument(flag, true)))
        .args(OPTIONAL.iter().map(|flag| argument(flag, false)))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help("For people, or a line of JSON")
                .default_value("text")
                .value_parser(PossibleValuesParser::new(["text", "json"])),
        )
}

pub(super) fn run(matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let mut names = Names::default();
    let case = case(matches, &mut names).map_err(Failure::Mistake)?;
    let mut answer = evaluate_case(&case, Some(&Reference))
        .map_err(|error| Failure::Mistake(names.in_text(&error.to_string())))?;
    let mut out = io::stdout().lock();
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        names.in_answer(&mut answer);
        serde_json::to_writer(&mut out, &answer).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        narrate::answered(&mut out, &case, &answer, &|name| names.of(name))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The files behind the names that a case gives its policies, such as `scps[0][1]`.
#[derive(Debug, Default)]
struct Names {
    files: HashMap<String, String>,
}

impl Names {
    fn of(&self, name: &str) -> String {
        self.files.get(name).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// The name at the start of a message.
    fn in_text(&self, message: &str) -> String {
        match message.split_once(": ") {
            Some((name, rest)) if self.files.contains_key(name) => format!("{}: {rest}", self.of(name)),
            _ => message.to_owned(),
        }
    }

    fn in_answer(&self, answer: &mut awsim_policy::cases::Answer) {
        let reason = &mut answer.reason;
        let missed = reason.missed_statements.iter_mut().map(|missed| &mut missed.statement);
        let unmet = match &mut reason.remedy {
            Some(RemedyAnswer::Condition(statement)) => Some(statement),
            _ => None,
        };
        let deciding = reason.statement.iter_mut();
        for statement in deciding.chain(&mut reason.matched_statements).chain(missed).chain(unmet) {
            statement.policy = self.of(&statement.policy);
        }
    }

    /// Reads a policy and remembers what it is called.
    fn read(&mut self, name: String, given: &str) -> Result<Box<RawValue>, String> {
        let (file, text) = input::policy(given, &name)?;
        self.files.insert(name, file);
        // As a JSON string: places are counted in the text as it is.
        let quoted = serde_json::to_string(&text).map_err(|error| error.to_string())?;
        RawValue::from_string(quoted).map_err(|error| error.to_string())
    }
}

fn texts<'m>(matches: &'m ArgMatches, flag: &str) -> impl Iterator<Item = &'m String> {
    matches.get_many::<String>(flag).unwrap_or_default()
}

fn case(matches: &ArgMatches, names: &mut Names) -> Result<Case, String> {
    let text = |flag: &str| matches.get_one::<String>(flag).cloned();
    let mut list = |flag: &str, name: &str| -> Result<Vec<Box<RawValue>>, String> {
        let numbered = texts(matches, flag).enumerate();
        numbered.map(|(index, given)| names.read(format!("{name}[{index}]"), given)).collect()
    };
    let identity_policies = list("identity-policy", "identityPolicies")?;
    let session_policies = list("session-policy", "sessionPolicies")?;
    let mut single =
        |flag: &str, name: &str| text(flag).map(|given| names.read(name.to_owned(), &given)).transpose();
    let resource_policy = single("resource-policy", "resourcePolicy")?;
    let permissions_boundary = single("boundary", "permissionsBoundary")?;
    let mut levels = |flag: &str, name: &str| -> Result<Vec<Vec<Box<RawValue>>>, String> {
        let numbered = texts(matches, flag).enumerate();
        numbered
            .map(|(level, given)| {
                // JSON has commas of its own.
                let one = given.trim_start().starts_with('{');
                let files = given.split(move |letter| !one && letter == ',').enumerate();
                files.map(|(index, file)| names.read(format!("{name}[{level}][{index}]"), file)).collect()
            })
            .collect()
    };
    let action = text("action").filter(|action| is_action(action));
    let action = action.ok_or("--action: expected one action, such as s3:GetObject")?;
    Ok(Case {
        id: serde_json::Value::Null,
        identity_policies,
        resource_policy,
        permissions_boundary,
        session_policies,
        scps: levels("scp", "scps")?,
        rcps: levels("rcp", "rcps")?,
        management_account: text("management-account"),
        expected: None,
        doc: None,
        request: CaseRequest {
            principal: text("principal").unwrap_or_default(),
            action,
            resource: text("resource").unwrap_or_else(|| "*".to_owned()),
            resource_account: text("resource-account"),
            context: context(texts(matches, "context"))?,
            context_types: pairs(texts(matches, "context-type"))?
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
            role_arn: text("role-arn"),
            federated_by: text("federated-by"),
            canonical_user: text("canonical-user"),
        },
    })
}

/// Whether a text names one action, as IAM's simulator takes it.
fn is_action(text: &str) -> bool {
    let named = text.split_once(':').is_some_and(|(service, name)| !service.is_empty() && !name.is_empty());
    named && !text.contains(['*', '?'])
}

/// Takes apart what is written `key=value`.
fn pairs<'m>(
    given: impl Iterator<Item = &'m String>,
) -> Result<std::vec::IntoIter<(&'m str, &'m str)>, String> {
    let pairs = given.map(|pair| pair.split_once('=').ok_or_else(|| format!("{pair:?} is not KEY=VALUE")));
    Ok(pairs.collect::<Result<Vec<_>, _>>()?.into_iter())
}

fn context<'m>(given: impl Iterator<Item = &'m String>) -> Result<BTreeMap<String, ContextEntry>, String> {
    let mut context: BTreeMap<String, Vec<ContextEntry>> = BTreeMap::new();
    let mut lists = Vec::new();
    for (key, value) in pairs(given)? {
        let listed =
            value.starts_with('[').then(|| serde_json::from_str::<Vec<ContextEntry>>(value).ok()).flatten();
        if listed.is_some() {
            lists.push(key.to_owned());
        }
        let entries = listed.unwrap_or_else(|| vec![ContextEntry::Text(value.to_owned())]);
        context.entry(key.to_owned()).or_default().extend(entries);
    }
    let entry = |(key, mut entries): (String, Vec<ContextEntry>)| match (entries.len(), lists.contains(&key))
    {
        (1, false) => entries.pop().map(|entry| (key, entry)),
        _ => Some((key, ContextEntry::List(entries))),
    };
    Ok(context.into_iter().filter_map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOW: &str =
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;

    fn asked(flags: &[&str]) -> Result<Case, String> {
        let line =
            ["explain", "--principal", "arn:aws:iam::111122223333:user/ann", "--action", "s3:GetObject"];
        let matches =
            command().try_get_matches_from(line.iter().chain(flags)).map_err(|error| error.to_string())?;
        case(&matches, &mut Names::default())
    }

    #[test]
    fn flags_become_a_case() {
        let case = asked(&[
            "--identity-policy",
            ALLOW,
            ALLOW,
            "--scp",
            ALLOW,
            "--scp",
            ALLOW,
            "--context",
            "aws:SourceIp=10.0.0.1",
            "--context",
            "aws:TagKeys=a",
            "--context",
            "aws:TagKeys=b",
            "--context",
            "aws:CalledVia=[\"x\"]",
            "--context-type",
            "aws:TagKeys=stringList",
        ])
        .unwrap();
        assert_eq!((case.identity_policies.len(), case.scps.len(), case.scps[0].len()), (2, 2, 1));
        assert!(matches!(case.request.context["aws:SourceIp"], ContextEntry::Text(_)));
        assert!(
            matches!(&case.request.context["aws:TagKeys"], ContextEntry::List(values) if values.len() == 2)
        );
        assert!(
            matches!(&case.request.context["aws:CalledVia"], ContextEntry::List(values) if values.len() == 1)
        );
        assert_eq!(evaluate_case(&case, None).unwrap().verdict, "allowed");
    }

    #[test]
    fn mistakes_are_told() {
        for action in ["nope", "s3:", ":GetObject", "s3:Get*", "s3:Get?bject"] {
            let line = ["explain", "--principal", "anonymous", "--action", action];
            let matches = command().try_get_matches_from(line).unwrap();
            let mistake = case(&matches, &mut Names::default()).unwrap_err();
            assert_eq!(mistake, "--action: expected one action, such as s3:GetObject", "{action}");
        }
        assert_eq!(asked(&["--context", "aws:SourceIp"]).unwrap_err(), "\"aws:SourceIp\" is not KEY=VALUE");
        assert!(asked(&["--boundary", "no-such-file"]).unwrap_err().starts_with("no-such-file: "));
        assert!(asked(&["--bound", "x"]).unwrap_err().contains("--boundary"));
    }
}
