//! Words for what the policy engine says, shared by everything that tells people of decisions.

/// The name of a layer: `identity` is the identity-based policy.
pub(crate) fn layer(layer: &str) -> &str {
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

/// What a layer said: `identity-based policy allowed`, `service control policy level 1 implicitDeny`, `no resource-based
/// policy`.
pub(crate) fn said(name: &str, level: u32, outcome: &str) -> String {
    let level = if name.ends_with("Control") { format!(" level {level}") } else { String::new() };
    match outcome {
        "noPolicy" => format!("no {}{level}", layer(name)),
        _ => format!("{}{level} {outcome}", layer(name)),
    }
}

/// Why a layer decides without a statement; `said` is what each of its levels said.
pub(crate) fn silence<'s>(
    layer: &str,
    verdict: &str,
    mut said: impl Iterator<Item = &'s str>,
) -> &'static str {
    match (verdict, layer) {
        ("allowed", _) => "the root user of an account needs no policy",
        (_, "serviceControl") => "a level has no statement that allows it",
        _ if said.any(|outcome| outcome == "noPolicy") => "there is none",
        _ => "no statement allows it",
    }
}

/// A statement: `Allow "Read" of policy.json, line 3, column 5 (identity-based policy)`.
pub(crate) fn statement(
    effect: &str,
    sid: Option<&str>,
    policy: &str,
    (line, column): (u32, u32),
    of_layer: &str,
) -> String {
    let sid = sid.map(|sid| format!(" {sid:?}")).unwrap_or_default();
    format!("{effect}{sid} of {policy}, line {line}, column {column} ({})", layer(of_layer))
}

/// Why a statement does not apply.
pub(crate) fn miss(reason: &str) -> &'static str {
    match reason {
        "principal" => "it speaks of other principals",
        "resource" => "it speaks of other resources",
        _ => "its condition does not hold",
    }
}

/// What would allow what a role's trust policy would allow but for a condition.
pub(crate) fn unmet(statement: &str) -> String {
    format!("what is missing is the condition of {statement}")
}

/// A condition that failed: `Bool aws:MultiFactorAuthPresent "true": the request does not have the key`.
pub(crate) fn condition(operator: &str, key: &str, wanted: &[String], found: Option<&[String]>) -> String {
    let wanted = list(wanted, "or");
    match found {
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
