//! Which decisions somebody wants to see.

use awsim_plugin::shape::Timestamp;

use super::moment::moment;
use super::{Numbered, Record};

/// The most decisions of one page.
const LARGEST_PAGE: usize = 1000;

/// How many decisions a page has unless told otherwise.
const USUAL_PAGE: usize = 100;

/// A choice of decisions, read from the query of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Filter {
    principal: Option<String>,
    action: Option<String>,
    verdict: Option<String>,
    request_id: Option<String>,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
    /// Only decisions with a lower number: the next page.
    before: Option<u64>,
    /// How many at most.
    limit: usize,
}

impl Filter {
    /// Reads `principal=…&action=…&verdict=…&request_id=…&since=…&until=…&before=…&limit=…`, all of them optional.
    /// Times are instants, or how long before `now`.
    ///
    /// # Errors
    /// What is wrong with the query, for people.
    pub(crate) fn parse(query: &str, now: Timestamp) -> Result<Self, String> {
        let mut filter = Self {
            principal: None,
            action: None,
            verdict: None,
            request_id: None,
            since: None,
            until: None,
            before: None,
            limit: USUAL_PAGE,
        };
        for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            filter.set(name, decoded(value)?, now)?;
        }
        Ok(filter)
    }

    fn set(&mut self, name: &str, value: String, now: Timestamp) -> Result<(), String> {
        match name {
            "principal" => self.principal = Some(value),
            "action" => self.action = Some(value),
            "verdict" if !VERDICTS.contains(&value.as_str()) => {
                return Err(format!("verdict is one of {}", VERDICTS.join(", ")));
            }
            "verdict" => self.verdict = Some(value),
            "request_id" => self.request_id = Some(value),
            "since" => self.since = Some(instant(name, &value, now)?),
            "until" => self.until = Some(instant(name, &value, now)?),
            "before" => self.before = Some(number(name, &value)?),
            "limit" => {
                let limit = number(name, &value)?;
                self.limit = usize::try_from(limit).unwrap_or(LARGEST_PAGE).clamp(1, LARGEST_PAGE);
            }
            _ => return Err(format!("there is no parameter {name:?}; there are {}", NAMES.join(", "))),
        }
        Ok(())
    }

    /// The page of these decisions, which come latest first, and whether there are more.
    pub(crate) fn page(&self, mut latest: Vec<Numbered>) -> (Vec<Numbered>, bool) {
        latest.retain(|(number, record)| {
            self.before.is_none_or(|before| *number < before) && self.admits(record)
        });
        let more = latest.len() > self.limit;
        latest.truncate(self.limit);
        (latest, more)
    }

    /// Whose decisions are wanted, if only somebody's are.
    pub(crate) fn principal(&self) -> Option<&str> {
        self.principal.as_deref()
    }

    /// Whether a decision is one of those that are wanted; pages aside.
    pub(crate) fn admits(&self, record: &Record) -> bool {
        let decided = &record.decided;
        let principal = decided.subject.principal();
        let at = decided.circumstances.now;
        let is = |pattern: &Option<String>, text: &str| {
            pattern.as_ref().is_none_or(|pattern| matches(pattern, text))
        };
        let names = [Some(principal.display_name()), principal.principal_arn()];
        let of_principal =
            self.principal.is_none() || names.into_iter().flatten().any(|name| is(&self.principal, name));
        of_principal
            && is(&self.action, &decided.check.action)
            && is(&self.verdict, decided.decision.verdict.as_str())
            && is(&self.request_id, &record.request_id)
            && self.since.is_none_or(|since| at >= since)
            && self.until.is_none_or(|until| at <= until)
    }
}

const VERDICTS: [&str; 3] = ["allowed", "explicitDeny", "implicitDeny"];
const NAMES: [&str; 8] =
    ["principal", "action", "verdict", "request_id", "since", "until", "before", "limit"];

fn instant(name: &str, value: &str, now: Timestamp) -> Result<Timestamp, String> {
    moment(value, now).ok_or_else(|| {
        format!("{name} is a time, such as 2026-04-21T08:15:30Z, or how long ago, such as 15m or 2h")
    })
}

fn number(name: &str, value: &str) -> Result<u64, String> {
    value.parse().map_err(|_| format!("{name} is a whole number"))
}

/// A value of a query without its percent-encoding.
fn decoded(value: &str) -> Result<String, String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next(), rest.next()]
                    .map(|digit| digit.and_then(|digit| char::from(digit).to_digit(16)));
                let [Some(high), Some(low)] = digits else {
                    return Err("a broken percent sequence".to_owned());
                };
                u8::try_from(high * 16 + low).unwrap_or_default()
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| "a value is not UTF-8".to_owned())
}

/// Whether a text is what a pattern stands for, in which `*` is any text; letters of either case are the same.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.to_ascii_lowercase(), text.to_ascii_lowercase());
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(place) => rest = &rest[place + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_have_stars_and_no_case() {
        for (pattern, text, fits) in [
            ("iam:GetUser", "iam:getuser", true),
            ("iam:Get*", "iam:GetUser", true),
            ("iam:*User*", "iam:GetUserPolicy", true),
            ("*/ann", "arn:aws:iam::000000000000:user/ann", true),
            ("a*a", "a", false),
            ("iam:Get", "iam:GetUser", false),
            ("*", "", true),
        ] {
            assert_eq!(matches(pattern, text), fits, "{pattern} {text}");
        }
    }

    #[test]
    fn queries_are_read_or_refused() {
        let now = Timestamp::from_seconds(1_776_759_330);
        let parse = |query| Filter::parse(query, now);
        let filter =
            parse("principal=arn%3Aaws%3Aiam%3A%3A1%3Auser%2Fa+b&limit=5000&before=7&since=30s").unwrap();
        assert_eq!(filter.since.map(|since| now.seconds() - since.seconds()), Some(30));
        assert_eq!(filter.principal.as_deref(), Some("arn:aws:iam::1:user/a b"));
        assert_eq!((filter.limit, filter.before), (1000, Some(7)));
        assert_eq!(parse("").unwrap().limit, 100);
        for (query, complaint) in [
            ("verdict=maybe", "verdict is one of allowed, explicitDeny, implicitDeny"),
            ("since=yesterday", "since is a time"),
            ("limit=x", "limit is a whole number"),
            ("who=me", "there is no parameter \"who\""),
            ("action=%f", "a broken percent sequence"),
            ("action=%ff", "a value is not UTF-8"),
        ] {
            assert!(parse(query).unwrap_err().contains(complaint), "{query}");
        }
    }
}
