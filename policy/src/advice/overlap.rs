//! Can two patterns match the same text? Does one match whatever the other matches?

use crate::text::{glob, pieces};

/// Longer patterns are not compared; AWS's longest ARN has 2,048 characters.
const LONGEST: usize = 2_048;

/// Variables of the catalogue's templates whose values have no slash; other names may have a path.
const WITHOUT_SLASH: [&str; 4] = ["BucketName", "FunctionName", "QueueName", "TableName"];

/// A pattern, character by character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    /// Any text.
    Any,
    /// Any text without a slash.
    Segment,
    One,
    Exactly(char),
}

/// The letters of a pattern: `*`, `?` and variables stand for what they may become.
fn letters(text: &str) -> Vec<Letter> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let variable = rest.strip_prefix("${").and_then(|inside| inside.split_once('}'));
        let (letter, len) = match (first, variable) {
            (_, Some((name, _))) if WITHOUT_SLASH.contains(&name) => (Letter::Segment, name.len() + 3),
            (_, Some((name, _))) => (Letter::Any, name.len() + 3),
            ('*', _) => (Letter::Any, 1),
            ('?', _) => (Letter::One, 1),
            (other, _) => (Letter::Exactly(other), other.len_utf8()),
        };
        out.push(letter);
        rest = rest.get(len..).unwrap_or_default();
    }
    out
}

/// Whether some ARN is matched by both the pattern of a policy and a template of the catalogue, part by part.
pub(super) fn may_be(pattern: &str, template: &str) -> bool {
    if pattern == "*" || pattern.len() > LONGEST {
        return true;
    }
    let (pattern, template) = (letters(pattern), letters(template));
    let parts = |letters: &[Letter]| -> Vec<Vec<Letter>> {
        letters.splitn(6, |letter| *letter == Letter::Exactly(':')).map(<[Letter]>::to_vec).collect()
    };
    // Parts that the pattern does not have are wildcards.
    let missing = std::iter::repeat(vec![Letter::Any]);
    parts(&template)
        .iter()
        .zip(parts(&pattern).into_iter().chain(missing))
        .all(|(one, other)| meet(&other, one))
}

/// Walks both patterns at once: `reached[at]` says that the letters so far of the first and `at` of the second can be spelt alike.
fn meet(one: &[Letter], other: &[Letter]) -> bool {
    let mut reached = vec![false; other.len() + 1];
    reached[0] = true;
    spread(&mut reached, other);
    for letter in one {
        let mut next = vec![false; other.len() + 1];
        for at in (0..=other.len()).filter(|at| reached[*at]) {
            match (letter, other.get(at)) {
                // A star takes nothing, or everything to come.
                (Letter::Any | Letter::Segment, _) => {
                    next[at..].fill(true);
                    break;
                }
                // A star of the second pattern takes a letter of the first and stays.
                (_, Some(Letter::Any)) => next[at] = true,
                (_, Some(Letter::Segment)) => next[at] |= *letter != Letter::Exactly('/'),
                (Letter::Exactly(left), Some(Letter::Exactly(right))) if left != right => {}
                (_, Some(_)) => next[at + 1] = true,
                (_, None) => {}
            }
        }
        spread(&mut next, other);
        reached = next;
    }
    reached.last() == Some(&true)
}

/// Stars may take nothing.
fn spread(reached: &mut [bool], letters: &[Letter]) {
    for (at, letter) in letters.iter().enumerate() {
        if matches!(letter, Letter::Any | Letter::Segment) && reached[at] {
            reached[at + 1] = true;
        }
    }
}

/// Whether `general` matches everything that `special` matches; says no when in doubt.
pub(super) fn covers(general: &str, special: &str) -> bool {
    if general == special {
        return true;
    }
    // A question mark could fall on a star of the other pattern, and a variable could become anything.
    let plain =
        general.contains('*') && !general.contains(['?', '$']) && general.len().max(special.len()) <= LONGEST;
    plain && glob(&pieces(general).collect::<Vec<_>>(), special)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_meet_templates_part_by_part() {
        let (object, bucket) =
            ("arn:${Partition}:s3:::${BucketName}/${ObjectName}", "arn:${Partition}:s3:::${BucketName}");
        let role = "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}";
        for (pattern, template) in [
            ("*", role),
            ("arn:aws:s3:::b/k*", object),
            ("arn:aws:s3:::b*", object),
            ("arn:aws:s3:::*", bucket),
            ("arn:aws:s3:::${aws:username}/*", object),
            ("arn:aws:s3", object),
            ("arn:aws:iam::111122223333:role/a/b?c", role),
            ("arn:aws:iam::*:*", role),
        ] {
            assert!(may_be(pattern, template), "{pattern} {template}");
        }
        for (pattern, template) in [
            ("arn:aws:s3:::b", object),
            ("arn:aws:s3:::b/*", bucket),
            ("arn:aws:s3:::b", role),
            ("arn:aws:iam::111122223333:user/*", role),
            ("arn:aws:sqs:*:*:*", role),
        ] {
            assert!(!may_be(pattern, template), "{pattern} {template}");
        }
    }

    #[test]
    fn coverage_is_never_guessed() {
        assert!(covers("s3:Get*", "s3:GetObject"));
        assert!(covers("s3:*", "s3:Get*"));
        assert!(covers("*", "arn:aws:s3:::b/${aws:username}"));
        assert!(!covers("s3:Get?bject", "s3:Get*"));
        assert!(!covers("s3:GetObject", "s3:Get*"));
        assert!(!covers("a${x}*", "a${y}*"));
    }
}
