//! What functions, layers and the rest are called: by names, by parts of ARNs and by whole ones.

use awsim_plugin::error::ServiceError;

use crate::ask::Ask;
use crate::resource::account;

/// The kinds of resources of which something is kept, as they stand in an ARN.
const KINDS: [&str; 5] =
    ["function", "layer", "event-source-mapping", "code-signing-config", "capacity-provider"];

/// A function, or one of its versions or aliases.
pub(super) struct Function {
    /// The ARN of the function.
    pub(super) arn: String,
    /// The version or alias.
    pub(super) qualifier: Option<String>,
}

impl Function {
    /// The ARN of the version or alias, or of the function if none is named.
    pub(super) fn qualified(&self) -> String {
        match &self.qualifier {
            Some(qualifier) => format!("{}:{qualifier}", self.arn),
            None => self.arn.clone(),
        }
    }
}

/// The function that a member names: `name`, `name:alias`, `123456789012:function:name` or an ARN, each of them with or
/// without a version or alias ("FunctionName" of the operations in the AWS Lambda API reference).
///
/// # Errors
/// `InvalidParameterValueException` (400) if it names none of the region of the request, or another version or alias than the
/// member `Qualifier`.
pub(super) fn function(ask: &Ask<'_>, member: &str) -> Result<Function, ServiceError> {
    let text = ask.need(member)?;
    let mut function = parse(ask, &text).ok_or_else(|| invalid(&text))?;
    if let Some(qualifier) = ask.text("Qualifier") {
        if !is_qualifier(&qualifier) {
            return Err(invalid(&qualifier));
        }
        if function.qualifier.as_ref().is_some_and(|derived| *derived != qualifier) {
            let message =
                "The derived qualifier from the function name does not match the specified qualifier.";
            return Err(ServiceError::sender("InvalidParameterValueException", 400, message));
        }
        function.qualifier = Some(qualifier);
    }
    Ok(function)
}

fn parse(ask: &Ask<'_>, text: &str) -> Option<Function> {
    let cx = ask.request.cx;
    let (rest, is_whole) = text.strip_prefix("arn:aws:lambda:").map_or((text, false), |rest| (rest, true));
    let mut parts: Vec<&str> = rest.split(':').collect();
    parts.reverse();
    let mut next_if = |fits: &dyn Fn(&str) -> bool| {
        let fits = parts.len() > 1 && parts.last().is_some_and(|part| fits(part));
        if fits { parts.pop() } else { None }
    };
    let region = next_if(&|part| part == cx.region);
    let account = next_if(&|part| part.len() == 12 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let kind = next_if(&|part| part == "function");
    if is_whole && (region.is_none() || account.is_none() || kind.is_none()) {
        return None;
    }
    let (name, qualifier) = match parts.as_slice() {
        [name] => (*name, None),
        [qualifier, name] => (*name, Some(*qualifier)),
        _ => return None,
    };
    let account = match account {
        Some(account) => account.parse().ok()?,
        None => cx.account(),
    };
    (is_name(name, 140) && qualifier.is_none_or(is_qualifier)).then(|| Function {
        arn: cx.arn("lambda", cx.region, account, format_args!("function:{name}")),
        qualifier: qualifier.map(str::to_owned),
    })
}

/// The ARN of the resource of a kind that a member names, by its name or ARN.
///
/// # Errors
/// `InvalidParameterValueException` (400) if it names none of the region of the request.
pub(super) fn of_kind(ask: &Ask<'_>, member: &str, kind: &str) -> Result<String, ServiceError> {
    let text = ask.need(member)?;
    named(ask, &text, kind)
}

/// The ARN of the resource of a kind that a text names, by its name or ARN.
///
/// # Errors
/// As [`of_kind`].
pub(super) fn named(ask: &Ask<'_>, text: &str, kind: &str) -> Result<String, ServiceError> {
    if !text.starts_with("arn:") {
        return match is_name(text, 140) {
            true => Ok(ask.arn(format_args!("{kind}:{text}"))),
            false => Err(invalid(text)),
        };
    }
    let parts: Vec<&str> = text.split(':').collect();
    match parts.as_slice() {
        ["arn", "aws", "lambda", region, _, found, name, rest @ ..]
            if *region == ask.request.cx.region
                && *found == kind
                && account(text).is_some()
                && is_name(name, 140)
                && rest.len() <= 1
                && rest.iter().all(|part| is_qualifier(part)) =>
        {
            Ok(text.to_owned())
        }
        _ => Err(invalid(text)),
    }
}

/// The ARN of the layer version that the members name.
///
/// # Errors
/// As [`of_kind`].
pub(super) fn layer_version(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let layer = of_kind(ask, "LayerName", "layer")?;
    let version = ask.need("VersionNumber")?;
    let is_number = (1..=18).contains(&version.len()) && version.bytes().all(|byte| byte.is_ascii_digit());
    let is_layer = layer.split(':').count() == 7;
    match is_number && is_layer {
        true => Ok(format!("{layer}:{version}")),
        false => Err(invalid(&version)),
    }
}

/// A resource of any kind that a member names by its ARN.
///
/// # Errors
/// As [`of_kind`].
pub(super) fn by_arn(ask: &Ask<'_>, member: &str) -> Result<String, ServiceError> {
    let text = ask.need(member)?;
    let kind = text.split(':').nth(5).and_then(|kind| KINDS.into_iter().find(|known| *known == kind));
    match kind {
        Some(kind) if text.starts_with("arn:") => named(ask, &text, kind),
        _ => Err(invalid(&text)),
    }
}

/// A durable execution, which belongs to a version of a function: its name and id follow after slashes.
///
/// # Errors
/// As [`of_kind`].
pub(super) fn execution(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let text = ask.need("DurableExecutionArn")?;
    let Some((function, execution)) = text.split_once("/durable-execution/") else {
        return Err(invalid(&text));
    };
    let is_execution = execution.split('/').all(|part| is_name(part, 140)) && execution.contains('/');
    let is_function = named(ask, function, "function").is_ok() && function.starts_with("arn:");
    match is_execution && is_function {
        true => Ok(text),
        false => Err(invalid(&text)),
    }
}

/// Whether an ARN is that of one resource of which something is kept.
pub(super) fn is_one(arn: &str) -> bool {
    let parts: Vec<&str> = arn.split(':').collect();
    match parts.as_slice() {
        ["arn", "aws", "lambda", _, _, "layer", _, _] => !arn.contains(['*', '/']),
        ["arn", "aws", "lambda", _, _, "layer", ..] => false,
        ["arn", "aws", "lambda", _, _, kind, _, ..] => KINDS.contains(kind) && !arn.contains(['*', '/']),
        _ => false,
    }
}

/// The ARN of the function whose version or alias an ARN names.
pub(super) fn function_of(arn: &str) -> Option<String> {
    let parts: Vec<&str> = arn.split(':').collect();
    match parts.as_slice() {
        [.., _, _, _, _, _, "function", _, _] => parts.get(..7).map(|parts| parts.join(":")),
        _ => None,
    }
}

fn is_name(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

fn is_qualifier(text: &str) -> bool {
    matches!(text, "$LATEST" | "$LATEST.PUBLISHED") || is_name(text, 128)
}

pub(super) fn invalid(text: &str) -> ServiceError {
    let message = format!("{text:?} names nothing of this region.");
    ServiceError::sender("InvalidParameterValueException", 400, message)
}
