//! An answer in words.

use std::io::{self, Write};

use awsim_policy::cases::{
    Answer, Case, ConditionAnswer, LayerAnswer, MissedAnswer, RemedyAnswer, StatementAnswer,
};

/// Gives the name of a policy that people know it by.
pub(super) type Naming<'n> = &'n dyn Fn(&str) -> String;

/// Writes the answer to a case.
///
/// # Errors
/// If it cannot be written.
pub(super) fn answered(
    out: &mut impl Write,
    case: &Case,
    answer: &Answer,
    naming: Naming<'_>,
) -> io::Result<()> {
    let request = &case.request;
    if let Some(id) = identifier(&case.id) {
        write!(out, "{id}: ")?;
    }
    writeln!(out, "{}", answer.verdict)?;
    writeln!(out, "  {} asks for {} on {}", request.principal, request.action, request.resource)?;
    if let Some(expected) = case.expected.as_deref().filter(|expected| *expected != answer.verdict) {
        writeln!(out, "  DIFFERS: {expected} was expected")?;
    }
    let reason = &answer.reason;
    match &reason.statement {
        Some(statement) => writeln!(out, "  decided by {}", told(statement, naming))?,
        None => {
            writeln!(out, "  decided by the {}: {}", layer_name(reason.layer), silence(reason.layer, answer))?
        }
    }
    if let Some(message) = &reason.message {
        writeln!(out, "  AWS says: {message}")?;
    }
    let others: Vec<_> = reason
        .matched_statements
        .iter()
        .filter(|matched| Some(*matched) != reason.statement.as_ref())
        .collect();
    if !others.is_empty() {
        writeln!(out, "  also apply:")?;
        others.iter().try_for_each(|statement| writeln!(out, "    {}", told(statement, naming)))?;
    }
    if !reason.missed_statements.is_empty() {
        writeln!(out, "  speak of the action and do not apply:")?;
        reason.missed_statements.iter().try_for_each(|missed| not_applying(out, missed, naming))?;
    }
    if !reason.missing_context_keys.is_empty() {
        writeln!(
            out,
            "  keys wanted that the request does not have: {}",
            reason.missing_context_keys.join(", ")
        )?;
    }
    reason.remedy.as_ref().map_or(Ok(()), |remedy| remedied(out, remedy))?;
    let heard: Vec<_> =
        reason.layers.iter().filter(|layer| layer.said != "notApplicable").map(layer).collect();
    writeln!(out, "  layers: {}", heard.join("; "))?;
    writeln!(out)
}

fn identifier(id: &serde_json::Value) -> Option<String> {
    match id {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// `Allow "Read" of policy.json, line 3, column 5 (identity-based policy)`
fn told(statement: &StatementAnswer, naming: Naming<'_>) -> String {
    let StatementAnswer { layer, policy, sid, effect, start, .. } = statement;
    let sid = sid.as_ref().map(|sid| format!(" {sid:?}")).unwrap_or_default();
    format!(
        "{effect}{sid} of {}, line {}, column {} ({})",
        naming(policy),
        start.line,
        start.column,
        layer_name(layer)
    )
}

fn not_applying(out: &mut impl Write, missed: &MissedAnswer, naming: Naming<'_>) -> io::Result<()> {
    let why = match missed.because {
        "principal" => "it speaks of other principals",
        "resource" => "it speaks of other resources",
        _ => "its condition does not hold",
    };
    writeln!(out, "    {}: {why}", told(&missed.statement, naming))?;
    missed.failed_conditions.iter().try_for_each(|failed| writeln!(out, "      {}", condition(failed)))
}

fn remedied(out: &mut impl Write, remedy: &RemedyAnswer) -> io::Result<()> {
    match remedy {
        RemedyAnswer::Obstacle(layer) => {
            writeln!(out, "  no policy could grant it: the {} stands in the way", layer_name(layer))
        }
        RemedyAnswer::Grants(grants) => grants.iter().try_for_each(|grant| {
            writeln!(out, "  missing {}:", layer_name(grant.layer))?;
            grant.policy.to_string().lines().try_for_each(|line| writeln!(out, "    {line}"))
        }),
    }
}

fn condition(failed: &ConditionAnswer) -> String {
    let ConditionAnswer { operator, key, policy_values, request_values } = failed;
    let wanted = list(policy_values, "or");
    match request_values {
        None => format!("{operator} {key} {wanted}: the request does not have the key"),
        Some(found) => format!("{operator} {key} {wanted}: the request has {}", list(found, "and")),
    }
}

/// `"a", "b" or "c"`
fn list(values: &[String], word: &str) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
    match quoted.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [init @ .., last] => format!("{} {word} {last}", init.join(", ")),
    }
}

fn layer(answer: &LayerAnswer) -> String {
    let level =
        if answer.layer.ends_with("Control") { format!(" level {}", answer.level) } else { String::new() };
    format!("{}{level} {}", layer_name(answer.layer), answer.said)
}

fn layer_name(layer: &str) -> &str {
    match layer {
        "serviceControl" => "service control policy",
        "resourceControl" => "resource control policy",
        "identity" => "identity-based policy",
        "resource" => "resource-based policy",
        "permissionsBoundary" => "permissions boundary",
        "session" => "session policy",
        other => other,
    }
}

/// Why a layer decides without a statement.
fn silence(layer: &str, answer: &Answer) -> &'static str {
    match (answer.verdict, layer) {
        ("allowed", _) => "the root user of an account needs no policy",
        (_, "serviceControl") => "a level has no statement that allows it",
        _ => "no statement allows it",
    }
}
