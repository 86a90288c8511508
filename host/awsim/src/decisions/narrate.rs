//! A decision in words.

use std::io::{self, Write};

use awsim_server::decisions::{ConditionEntry, Entry, MissedEntry, RemedyEntry, StatementEntry};

use crate::words;

/// Writes a decision with its reasons.
///
/// # Errors
/// If it cannot be written.
pub(super) fn decided(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let Entry { time, verdict, principal, action, resource, request_id, layer, .. } = entry;
    let carried_out = if entry.enforced || verdict == "allowed" { "" } else { " (let through: audit)" };
    writeln!(out, "{time} {verdict}{carried_out}: {principal} asks for {action} on {resource}")?;
    let operation = match (entry.service.as_str(), entry.operation.as_str()) {
        ("", _) => "by AWSim itself".to_owned(),
        (service, operation) => format!("{service} {operation}"),
    };
    writeln!(out, "  request {request_id}, {operation}")?;
    let deciding = deciding(entry);
    match deciding {
        Some(statement) => writeln!(out, "  decided by {}", told(statement))?,
        None => {
            let of_layer = entry.layers.iter().filter(|said| said.layer == *layer);
            let why = words::silence(layer, verdict, of_layer.map(|said| said.outcome.as_str()));
            writeln!(out, "  decided by the {}: {why}", words::layer(layer))?
        }
    }
    if let Some(message) = &entry.message {
        writeln!(out, "  AWS says: {message}")?;
    }
    let others: Vec<_> = entry.matched.iter().filter(|statement| Some(*statement) != deciding).collect();
    if !others.is_empty() {
        writeln!(out, "  also apply:")?;
        others.iter().try_for_each(|statement| writeln!(out, "    {}", told(statement)))?;
    }
    if verdict != "allowed" {
        refused(out, entry)?;
    }
    writeln!(out)
}

/// What might have allowed it, and what would.
fn refused(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    if !entry.missed.is_empty() {
        writeln!(out, "  speak of the action and do not apply:")?;
        entry.missed.iter().try_for_each(|missed| not_applying(out, missed))?;
    }
    if !entry.missing_keys.is_empty() {
        writeln!(out, "  keys wanted that the request does not have: {}", entry.missing_keys.join(", "))?;
    }
    entry.remedy.as_ref().map_or(Ok(()), |remedy| remedied(out, remedy))?;
    let heard = entry.layers.iter().filter(|layer| layer.outcome != "notApplicable");
    let heard: Vec<_> = heard.map(|said| words::said(&said.layer, said.level, &said.outcome)).collect();
    writeln!(out, "  layers: {}", heard.join("; "))
}

/// The statement that decided, if one did.
fn deciding(entry: &Entry) -> Option<&StatementEntry> {
    let effect = match entry.verdict.as_str() {
        "allowed" => "Allow",
        "explicitDeny" => "Deny",
        _ => return None,
    };
    entry.matched.iter().find(|statement| statement.layer == entry.layer && statement.effect == effect)
}

fn told(statement: &StatementEntry) -> String {
    let StatementEntry { layer, policy, sid, effect, start, .. } = statement;
    words::statement(effect, sid.as_deref(), policy, (start.line, start.column), layer)
}

fn not_applying(out: &mut impl Write, missed: &MissedEntry) -> io::Result<()> {
    writeln!(out, "    {}: {}", told(&missed.statement), words::miss(&missed.reason))?;
    missed.conditions.iter().try_for_each(|failed| {
        let ConditionEntry { operator, key, wanted, found } = failed;
        writeln!(out, "      {}", words::condition(operator, key, wanted, found.as_deref()))
    })
}

fn remedied(out: &mut impl Write, remedy: &RemedyEntry) -> io::Result<()> {
    match remedy {
        RemedyEntry::Condition(statement) => writeln!(out, "  {}", words::unmet(&told(statement))),
        RemedyEntry::Obstacle(obstacle) => {
            let layer = words::layer(&obstacle.layer);
            match &obstacle.statement {
                Some(statement) => writeln!(out, "  no grant gets past {}", told(statement)),
                None => writeln!(out, "  no grant gets past the {layer}, which does not allow it"),
            }
        }
        RemedyEntry::Grants(grants) => grants.iter().try_for_each(|grant| {
            writeln!(out, "  the smallest statement that is missing ({}):", words::layer(&grant.layer))?;
            let statement = serde_json::to_string_pretty(&grant.statement)?;
            statement.lines().try_for_each(|line| writeln!(out, "    {line}"))
        }),
    }
}
