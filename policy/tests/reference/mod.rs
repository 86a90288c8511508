//! A second evaluator, written from AWS's documentation with no thought of speed: JSON in, verdict out.
//!
//! It shares no code with the engine. Text is matched by recursion, actions by lower-casing every pattern, layers by walking all of
//! them to the end.

use std::net::IpAddr;

use serde_json::Value;

/// The verdict on a case in the format of `awsim_policy::cases`.
pub(crate) fn verdict(case: &Value) -> &'static str {
    let question = Question::new(case);
    let own_account = question.account.is_some();
    let all =
        |name: &str| list(&case[name]).into_iter().filter(|policy| !policy.is_null()).collect::<Vec<_>>();
    let levels = |name: &str| list(&case[name]).into_iter().map(list).collect::<Vec<_>>();
    let linked = question.role_arn.as_deref().is_some_and(|arn| arn.contains(":role/aws-service-role/"));
    let managed = |account: &Option<String>| {
        case["managementAccount"].as_str().is_some_and(|id| Some(id) == account.as_deref())
    };
    let scps =
        if own_account && !linked && !managed(&question.account) { levels("scps") } else { Vec::new() };
    let resource_account = question.resource_account.clone().or(question.account.clone());
    let rcps = if !linked && !managed(&resource_account) { levels("rcps") } else { Vec::new() };
    let identity = if own_account && !question.root { all("identityPolicies") } else { Vec::new() };
    let sessions = if own_account { all("sessionPolicies") } else { Vec::new() };
    let boundary = if own_account { all("permissionsBoundary") } else { Vec::new() };
    let resource = all("resourcePolicy");

    // "An explicit deny in any of these policies overrides the allow."
    let mut everything: Vec<&Value> = Vec::new();
    everything.extend(scps.iter().flatten().chain(rcps.iter().flatten()));
    everything.extend(identity.iter().chain(&sessions).chain(&boundary).chain(&resource));
    if everything.iter().any(|policy| question.statements(policy, "Deny").next().is_some()) {
        return "explicitDeny";
    }
    let allows = |policies: &[&Value]| {
        policies.iter().any(|policy| question.statements(policy, "Allow").next().is_some())
    };
    // "For a permission to be allowed for a specific account, there must be an explicit Allow statement at every level."
    if scps.iter().any(|level| !allows(level)) {
        return "implicitDeny";
    }
    let grips: Vec<Grip> = resource
        .iter()
        .flat_map(|policy| question.statements(policy, "Allow"))
        .map(|statement| question.grip(statement))
        .collect();
    let direct = grips.contains(&Grip::Direct);
    if !own_account {
        return if direct { "allowed" } else { "implicitDeny" };
    }
    let own = question.root || allows(&identity);
    let within_boundary = boundary.is_empty() || allows(&boundary);
    let federated = question.principal.contains(":federated-user/");
    let within_session = (sessions.is_empty() && !federated) || allows(&sessions);
    let same = resource_account == question.account;
    let role_or_key = (question.action.starts_with("sts:") && question.resource.contains(":role/"))
        || (question.action.starts_with("kms:") && question.resource.contains(":key/"));
    let allowed = if !same {
        own && !grips.is_empty() && within_boundary && within_session
    } else if direct {
        true
    } else if grips.contains(&Grip::ThroughRole) {
        within_boundary && within_session
    } else if role_or_key {
        grips.contains(&Grip::Account) && own && within_boundary && within_session
    } else {
        own && within_boundary && within_session
    };
    if allowed { "allowed" } else { "implicitDeny" }
}

#[derive(Clone, Copy, PartialEq)]
enum Grip {
    Account,
    ThroughRole,
    Direct,
}

/// A JSON value or the elements of a list.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().collect(),
        one => vec![one],
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

struct Question<'c> {
    principal: String,
    role_arn: Option<String>,
    account: Option<String>,
    root: bool,
    action: String,
    resource: String,
    resource_account: Option<String>,
    context: &'c Value,
    types: &'c Value,
    bounded: bool,
}

impl<'c> Question<'c> {
    fn new(case: &'c Value) -> Self {
        let request = &case["request"];
        let principal = text(&request["principal"]);
        let account =
            principal.starts_with("arn:").then(|| principal.split(':').nth(4).unwrap_or_default().to_owned());
        let role_arn = if principal.contains(":assumed-role/") {
            let role = principal.split('/').nth(1).unwrap_or_default();
            Some(format!("arn:aws:iam::{}:role/{role}", account.clone().unwrap_or_default()))
        } else {
            principal.contains(":role/").then(|| principal.clone())
        };
        Question {
            root: principal.ends_with(":root"),
            role_arn,
            account,
            principal,
            action: text(&request["action"]).to_lowercase(),
            resource: text(&request["resource"]),
            resource_account: request["resourceAccount"].as_str().map(str::to_owned),
            context: &request["context"],
            types: &request["contextTypes"],
            bounded: !case["permissionsBoundary"].is_null(),
        }
    }

    /// The statements of a policy with this effect that apply to the request.
    fn statements<'p>(&'p self, policy: &'p Value, effect: &'p str) -> impl Iterator<Item = &'p Value> {
        list(&policy["Statement"])
            .into_iter()
            .filter(move |statement| statement["Effect"] == effect && self.applies(policy, statement))
    }

    fn applies(&self, policy: &Value, statement: &Value) -> bool {
        let variables = policy["Version"] == "2012-10-17";
        let acts = |pattern: &Value| like(&text(pattern).to_lowercase(), &self.action);
        let action = match statement.get("NotAction") {
            Some(excepted) => !list(excepted).into_iter().any(acts),
            None => list(&statement["Action"]).into_iter().any(acts),
        };
        let covers = |pattern: &Value| self.covers(&text(pattern), variables);
        let resource = match (statement.get("Resource"), statement.get("NotResource")) {
            (_, Some(excepted)) => !list(excepted).into_iter().any(covers),
            (Some(named), _) => list(named).into_iter().any(covers),
            (None, None) => true,
        };
        action && resource && self.is_meant(statement) && self.conditions_hold(statement, variables)
    }

    fn is_meant(&self, statement: &Value) -> bool {
        if let Some(named) = statement.get("Principal") {
            return self.grips(named).next().is_some();
        }
        let Some(excepted) = statement.get("NotPrincipal") else { return true };
        // "will always deny any IAM principal that has a permissions boundary policy attached"
        if self.bounded {
            return true;
        }
        let grips: Vec<Grip> = self.grips(excepted).collect();
        let named_itself = grips.iter().any(|grip| *grip != Grip::Account);
        let own_account_accompanies = list(&excepted["AWS"]).into_iter().any(|value| {
            let value = text(value);
            !value.ends_with(":root")
                && value.starts_with("arn:")
                && value.split(':').nth(4) == self.account.as_deref()
        });
        !(named_itself || !grips.is_empty() && !own_account_accompanies)
    }

    fn grip(&self, statement: &Value) -> Grip {
        let found: Vec<Grip> = match statement.get("Principal") {
            Some(named) => self.grips(named).collect(),
            None => vec![Grip::Direct],
        };
        [Grip::Direct, Grip::ThroughRole]
            .into_iter()
            .find(|grip| found.contains(grip))
            .unwrap_or(Grip::Account)
    }

    fn grips<'p>(&'p self, named: &'p Value) -> impl Iterator<Item = Grip> {
        let everyone = (named == "*").then_some(Grip::Direct);
        let typed = ["AWS", "Service"].into_iter().flat_map(move |kind| {
            let values = if named.is_object() { list(&named[kind]) } else { Vec::new() };
            values.into_iter().filter_map(move |value| self.grip_of(&text(value), kind))
        });
        everyone.into_iter().chain(typed)
    }

    fn grip_of(&self, value: &str, kind: &str) -> Option<Grip> {
        // A role acts through its sessions: naming the role is not naming the one who asks.
        if value == "*" && kind == "AWS" || value == self.principal && !value.contains(":role/") {
            return Some(Grip::Direct);
        }
        if self.role_arn.as_deref() == Some(value) {
            return Some(Grip::ThroughRole);
        }
        let account = self.account.as_deref()?;
        let names_account = value == account || value == format!("arn:aws:iam::{account}:root");
        names_account.then_some(if self.root { Grip::Direct } else { Grip::Account })
    }

    fn covers(&self, pattern: &str, variables: bool) -> bool {
        if pattern == "*" {
            return true;
        }
        let Some(parts) = self.expanded_arn(pattern, variables) else { return false };
        let value: Vec<&str> = self.resource.splitn(6, ':').collect();
        value.len() == 6
            && parts.iter().zip(value).all(|(pattern, value)| matches_from(pattern, &chars(value)))
    }

    /// The six parts of an ARN pattern with its variables put in; `None` when one has no value.
    fn expanded_arn(&self, pattern: &str, variables: bool) -> Option<Vec<Vec<Unit>>> {
        let units = self.expand(pattern, variables, true)?;
        let mut parts: Vec<Vec<Unit>> = vec![Vec::new()];
        for unit in units {
            match unit {
                Unit::Exactly(':', false) if parts.len() < 6 => parts.push(Vec::new()),
                other => parts.last_mut().expect("a part").push(other),
            }
        }
        (parts.len() == 6).then_some(parts)
    }

    /// A pattern as units; `None` when a variable has neither value nor default.
    fn expand(&self, pattern: &str, variables: bool, wildcards: bool) -> Option<Vec<Unit>> {
        let mut units = Vec::new();
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            if variables && rest.starts_with("${") {
                let end = rest.find('}').expect("variables of the generator are closed");
                let body = &rest[2..end];
                let value = match body {
                    "*" | "?" | "$" => body.to_owned(),
                    _ => {
                        let (key, default) = match body.split_once(',') {
                            None => (body, None),
                            Some((key, default)) => (key, Some(default.trim().trim_matches('\'').to_owned())),
                        };
                        match self.values(key) {
                            Some((values, false)) => values.into_iter().next()?,
                            _ => default?,
                        }
                    }
                };
                units.extend(value.chars().map(|character| Unit::Exactly(character, true)));
                rest = &rest[end + 1..];
                continue;
            }
            units.push(match first {
                '*' if wildcards => Unit::Any,
                '?' if wildcards => Unit::One,
                character => Unit::Exactly(character, false),
            });
            rest = &rest[first.len_utf8()..];
        }
        Some(units)
    }

    /// The values of a key and whether it is multi-valued; a key without values is missing.
    fn values(&self, key: &str) -> Option<(Vec<String>, bool)> {
        let same = |name: &String| name.to_lowercase() == key.to_lowercase();
        let found = self.context.as_object().and_then(|map| map.iter().find(|(name, _)| same(name)));
        if let Some((name, value)) = found {
            let many = match self.types.get(name).and_then(Value::as_str) {
                Some(kind) => kind.ends_with("List"),
                None => value.is_array(),
            };
            let values: Vec<String> = list(value).into_iter().map(text).collect();
            let many = many || values.len() > 1;
            return (!values.is_empty()).then_some((values, many));
        }
        let derived = match key.to_lowercase().as_str() {
            "aws:principalarn" => {
                self.account.as_ref().map(|_| self.role_arn.clone().unwrap_or(self.principal.clone()))
            }
            "aws:principalaccount" => self.account.clone(),
            "aws:username" if self.principal.contains(":user/") => {
                self.principal.rsplit('/').next().map(str::to_owned)
            }
            _ => None,
        };
        derived.map(|value| (vec![value], false))
    }

    fn conditions_hold(&self, statement: &Value, variables: bool) -> bool {
        let Some(blocks) = statement["Condition"].as_object() else { return true };
        blocks.iter().all(|(operator, keys)| {
            keys.as_object().is_some_and(|keys| {
                keys.iter().all(|(key, wanted)| self.condition_holds(operator, key, &list(wanted), variables))
            })
        })
    }

    fn condition_holds(&self, operator: &str, key: &str, wanted: &[&Value], variables: bool) -> bool {
        let (prefix, name) = operator.split_once(':').unwrap_or(("", operator));
        let (base, if_exists) = match name.strip_suffix("IfExists") {
            Some(base) => (base, true),
            None => (name, false),
        };
        let wanted: Vec<String> = wanted.iter().map(|value| text(value)).collect();
        let found = self.values(key).map(|(values, _)| values);
        if base == "Null" {
            return wanted.contains(&found.is_none().to_string());
        }
        // "or if the context key value resolves to a null dataset, such as an empty string"
        let found = found.filter(|values| prefix.is_empty() || values.iter().any(|value| !value.is_empty()));
        let negated = base.contains("Not");
        let positive = base.replacen("Not", "", 1);
        let Some(found) = found else {
            return if_exists || prefix == "ForAllValues" || (prefix.is_empty() && negated);
        };
        // "matches none" for a negated operator: the values of the policy are NORed.
        let holds = |value: &String| {
            wanted.iter().any(|wanted| self.compare(&positive, wanted, value, variables)) != negated
        };
        match prefix {
            "ForAllValues" => found.iter().all(holds),
            "ForAnyValue" => found.iter().any(holds),
            _ if negated => found.iter().all(holds),
            _ => found.iter().any(holds),
        }
    }

    fn compare(&self, operator: &str, wanted: &str, found: &str, variables: bool) -> bool {
        let number = |text: &str| text.parse::<f64>().ok();
        let ordered = |left: Option<f64>, right: Option<f64>| {
            let (Some(left), Some(right)) = (left, right) else { return false };
            match operator.trim_start_matches("Numeric").trim_start_matches("Date") {
                "Equals" => left == right,
                "LessThan" => left < right,
                "LessThanEquals" => left <= right,
                "GreaterThan" => left > right,
                "GreaterThanEquals" => left >= right,
                other => panic!("{other}"),
            }
        };
        match operator {
            "StringEquals" | "StringEqualsIgnoreCase" => {
                let Some(units) = self.expand(wanted, variables, false) else { return false };
                let wanted: String = units.iter().filter_map(Unit::character).collect();
                if operator == "StringEquals" {
                    wanted == found
                } else {
                    wanted.to_lowercase() == found.to_lowercase()
                }
            }
            "StringLike" => {
                self.expand(wanted, variables, true).is_some_and(|units| matches_from(&units, &chars(found)))
            }
            "ArnEquals" | "ArnLike" => {
                if wanted == "*" {
                    return true;
                }
                let Some(parts) = self.expanded_arn(wanted, variables) else { return false };
                let found: Vec<&str> = found.splitn(6, ':').collect();
                found.len() == 6
                    && parts.iter().zip(found).all(|(pattern, value)| matches_from(pattern, &chars(value)))
            }
            "Bool" => {
                wanted.to_lowercase() == found.to_lowercase()
                    && ["true", "false"].contains(&wanted.to_lowercase().as_str())
            }
            "IpAddress" | "Ipaddress" => in_network(wanted, found),
            _ if operator.starts_with("Numeric") => ordered(number(found), number(wanted)),
            // The generator's dates are epoch seconds.
            _ if operator.starts_with("Date") => ordered(number(found), number(wanted)),
            other => panic!("{other}"),
        }
    }
}

/// One place of a pattern; the flag says that a character came out of a variable.
#[derive(Clone, Copy)]
enum Unit {
    Exactly(char, bool),
    Any,
    One,
}

impl Unit {
    fn character(&self) -> Option<char> {
        match self {
            Unit::Exactly(character, _) => Some(*character),
            _ => None,
        }
    }
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

fn like(pattern: &str, value: &str) -> bool {
    let units: Vec<Unit> = pattern
        .chars()
        .map(|character| match character {
            '*' => Unit::Any,
            '?' => Unit::One,
            other => Unit::Exactly(other, false),
        })
        .collect();
    matches_from(&units, &chars(value))
}

fn matches_from(units: &[Unit], value: &[char]) -> bool {
    match (units, value) {
        ([], rest) => rest.is_empty(),
        ([Unit::Any, units @ ..], value) => {
            (0..=value.len()).any(|taken| matches_from(units, &value[taken..]))
        }
        (_, []) => false,
        ([Unit::One, units @ ..], [_, value @ ..]) => matches_from(units, value),
        ([Unit::Exactly(wanted, _), units @ ..], [found, value @ ..]) => {
            wanted == found && matches_from(units, value)
        }
    }
}

fn in_network(network: &str, address: &str) -> bool {
    let (base, length) = match network.split_once('/') {
        Some((base, length)) => (base, length.parse().ok()),
        None => (network, None),
    };
    let bits = |text: &str| {
        Some(match text.parse().ok()? {
            IpAddr::V4(address) => address.octets().map(|octet| format!("{octet:08b}")).concat(),
            IpAddr::V6(address) => address.octets().map(|octet| format!("{octet:08b}")).concat(),
        })
    };
    let (Some(base), Some(address)): (Option<String>, Option<String>) = (bits(base), bits(address)) else {
        return false;
    };
    let length: usize = length.unwrap_or(base.len());
    base.len() == address.len() && base[..length] == address[..length]
}
