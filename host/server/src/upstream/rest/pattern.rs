//! The patterns of targets in a model: `/{Bucket}/{Key+}?tagging`.

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;

use super::super::percent;
use super::target::{self, Target};

/// The pattern of the targets of an operation.
#[derive(Debug)]
pub(super) struct Pattern {
    segments: Vec<Segment>,
    /// The parameters that the query must have, and their values if these matter.
    pub(super) literals: Vec<(&'static str, Option<&'static str>)>,
}

/// A part of a path between two slashes.
#[derive(Debug)]
enum Segment {
    /// This text.
    Text(&'static str),
    /// Any text, which is the member at this label.
    Label(&'static str),
    /// All that is left of the path, with its slashes.
    Rest(&'static str),
}

/// What stands at the labels of a pattern.
pub(super) type Labels<'r> = Vec<(&'static str, Cow<'r, str>)>;

impl Pattern {
    /// The pattern that a model writes so.
    pub(super) fn of(uri: &'static str) -> Self {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let segment = |text: &'static str| {
            let Some(label) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) else {
                return Segment::Text(text);
            };
            label.strip_suffix('+').map_or(Segment::Label(label), Segment::Rest)
        };
        let literal = |pair: &'static str| match pair.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (pair, None),
        };
        Self {
            segments: pieces(path).map(segment).collect(),
            literals: query.split('&').filter(|pair| !pair.is_empty()).map(literal).collect(),
        }
    }

    /// What stands at the labels, if a path is of this pattern.
    ///
    /// # Errors
    /// `InvalidURI` (400) if a label cannot be decoded.
    pub(super) fn path<'p>(&self, path: &'p str) -> Result<Option<Labels<'p>>, ServiceError> {
        let mut labels = Vec::new();
        let mut rest = Some(path.strip_prefix('/').unwrap_or(path));
        for segment in &self.segments {
            let Some(left) = rest.filter(|left| !left.is_empty()) else { return Ok(None) };
            if let Segment::Rest(label) = segment {
                labels.push((*label, target::decode(left, false)?));
                return Ok(Some(labels));
            }
            let (part, after) =
                left.split_once('/').map_or((left, None), |(part, after)| (part, Some(after)));
            rest = after;
            match segment {
                Segment::Text(text) if *text == part => {}
                Segment::Label(label) if !part.is_empty() => {
                    labels.push((*label, target::decode(part, false)?))
                }
                _ => return Ok(None),
            }
        }
        // A slash at the end makes no difference.
        Ok(rest.is_none_or(str::is_empty).then_some(labels))
    }

    /// How open each segment is: text not at all, a label more, all that is left of a path the most.
    pub(super) fn openness(&self) -> Vec<u8> {
        let open = |segment: &Segment| match segment {
            Segment::Text(_) => 0,
            Segment::Label(_) => 1,
            Segment::Rest(_) => 2,
        };
        self.segments.iter().map(open).collect()
    }

    /// Whether a query has what the pattern says.
    pub(super) fn has_query(&self, target: &Target<'_>) -> bool {
        self.literals.iter().all(|(name, expected)| {
            let mut values = target.values(name);
            values.next().is_some_and(|value| expected.is_none_or(|expected| value == expected))
        })
    }

    /// The target of a request whose labels have these values; none if one is missing.
    pub(super) fn fill<'v>(&self, value: impl Fn(&str) -> Option<&'v str>) -> Option<String> {
        let mut target = String::new();
        for segment in &self.segments {
            target.push('/');
            match segment {
                Segment::Text(text) => target.push_str(text),
                Segment::Label(label) => percent::encode(value(label)?, &mut target),
                Segment::Rest(label) => percent::encode_path(value(label)?, &mut target),
            }
        }
        if target.is_empty() {
            target.push('/');
        }
        for (index, (name, value)) in self.literals.iter().enumerate() {
            target.push(if index == 0 { '?' } else { '&' });
            target.push_str(name);
            if let Some(value) = value {
                target.push('=');
                target.push_str(value);
            }
        }
        Some(target)
    }
}

/// The segments of the path of a pattern; none of `/`.
fn pieces(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(pattern: &'static str, path: &str) -> Option<Vec<(String, String)>> {
        let labels = Pattern::of(pattern).path(path).unwrap()?;
        Some(labels.into_iter().map(|(label, text)| (label.to_owned(), text.into_owned())).collect())
    }

    #[test]
    fn paths_are_read_by_their_labels() {
        let pair = |label: &str, text: &str| (label.to_owned(), text.to_owned());
        let object = "/{Bucket}/{Key+}";
        assert_eq!(
            labels(object, "/b/a%20b//c/%2541").unwrap(),
            [pair("Bucket", "b"), pair("Key", "a b//c/%41")]
        );
        assert_eq!(labels(object, "/b//x").unwrap()[1], pair("Key", "/x"));
        assert_eq!(labels(object, "/b/"), None);
        assert_eq!(labels(object, "//b"), None);
        assert_eq!(labels("/{Bucket}", "/b/").unwrap(), [pair("Bucket", "b")]);
        assert_eq!(labels("/{Bucket}", "/b/c"), None);
        assert_eq!(labels("/", "/").unwrap(), []);
        assert_eq!(labels("/", "/b"), None);
        let policy = "/2015-03-31/functions/{FunctionName}/policy";
        assert_eq!(
            labels(policy, "/2015-03-31/functions/a%3Ab/policy").unwrap(),
            [pair("FunctionName", "a:b")]
        );
        assert_eq!(labels(policy, "/2015-03-31/functions//policy"), None);
        assert_eq!(labels(policy, "/2015-03-31/functions/a/policy/b"), None);
    }

    #[test]
    fn targets_are_filled_in() {
        let value = |label: &str| Some(if label == "Key" { "a/ü" } else { "b/c" });
        let filled = Pattern::of("/{Bucket}/{Key+}?select&select-type=2").fill(value);
        assert_eq!(filled.as_deref(), Some("/b%2Fc/a/%C3%BC?select&select-type=2"));
        assert_eq!(Pattern::of("/").fill(value).as_deref(), Some("/"));
        assert_eq!(Pattern::of("/{Bucket}").fill(|_| None), None);
    }
}
