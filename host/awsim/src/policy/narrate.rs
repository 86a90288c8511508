//! An answer in words.

use std::io::{self, Write};

use awsim_policy::cases::{Answer, Case, ConditionAnswer, MissedAnswer, RemedyAnswer, StatementAnswer};

use crate::words;

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
            let of_layer = reason.layers.iter().filter(|said| said.layer == reason.layer);
            let why = words::silence(reason.layer, answer.verdict, of_layer.map(|said| said.said));
            writeln!(out, "  decided by the {}: {why}", words::layer(reason.layer))?
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
    reason.remedy.as_ref().map_or(Ok(()), |remedy| remedied(out, remedy, naming))?;
    let heard = reason.layers.iter().filter(|layer| layer.said != "notApplicable");
    let heard: Vec<_> = heard.map(|layer| words::said(layer.layer, layer.level, layer.said)).collect();
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

fn told(statement: &StatementAnswer, naming: Naming<'_>) -> String {
    let StatementAnswer { layer, policy, sid, effect, start, .. } = statement;
    words::statement(effect, sid.as_deref(), &naming(policy), (start.line, start.column), layer)
}

fn not_applying(out: &mut impl Write, missed: &MissedAnswer, naming: Naming<'_>) -> io::Result<()> {
    writeln!(out, "    {}: {}", told(&missed.statement, naming), words::miss(missed.because))?;
    missed.failed_conditions.iter().try_for_each(|failed| {
        let ConditionAnswer { operator, key, policy_values, request_values } = failed;
        let condition = words::condition(operator, key, policy_values, request_values.as_deref());
        writeln!(out, "      {condition}")
    })
}

fn remedied(out: &mut impl Write, remedy: &RemedyAnswer, naming: Naming<'_>) -> io::Result<()> {
    match remedy {
        RemedyAnswer::Condition(statement) => writeln!(out, "  {}", words::unmet(&told(statement, naming))),
        RemedyAnswer::Obstacle(layer) => {
            writeln!(out, "  no policy could grant it: the {} stands in the way", words::layer(layer))
        }
        RemedyAnswer::Grants(grants) => grants.iter().try_for_each(|grant| {
            writeln!(out, "  missing {}:", words::layer(grant.layer))?;
            grant.policy.to_string().lines().try_for_each(|line| writeln!(out, "    {line}"))
        }),
    }
}
