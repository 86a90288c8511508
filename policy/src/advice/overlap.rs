//! Can two patterns match the same text? Does one match whatever the other matches?

use crate::text::{glob, pieces};

/// Longer patterns are not compared; AWS's longest ARN has 2,048 characters.
const LONGEST: usize = 2_048;

/// A pattern, character by character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Any,
    One,
    Exactly(char),
}

/// A pattern of a policy: `*`, `?` and variables stand for what they may become.
fn letters_of_pattern(pattern: &str) -> Vec<Letter> {
    letters(pattern, true)
}

/// A template of the catalogue such as `arn:${Partition}:s3:::${BucketName}`.
fn letters(text: &str, wildcards: bool) -> Vec<Letter> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let variable = rest.strip_prefix("${").and_then(|inside| inside.find('}')).map(|end| end + 3);
        let (letter, len) = match (first, variable) {
            (_, Some(len)) => (Letter::Any, len),
            ('*', _) => (Letter::Any, 1),
            ('?', _) if wildcards => (Letter::One, 1),
            (other, _) => (Letter::Exactly(other), other.len_utf8()),
        };
        if letter != Letter::Any || out.last() != Some(&Letter::Any) {
            out.push(letter);
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    out
}

/// Whether some ARN is matched by both the pattern of a policy and a template of the catalogue.
pub(super) fn may_be(pattern: &str, template: &str) -> bool {
    if pattern == "*" || pattern.len() > LONGEST {
        return true;
    }
    // The older parser completes ARNs of fewer than six parts with wildcards.
    let missing = 5usize.saturating_sub(pattern.matches(':').count());
    let completed = format!("{pattern}{}", ":*".repeat(missing));
    meet(&letters_of_pattern(&completed), &letters(template, false))
}

/// Walks both patterns at once: `reached[j]` says that the letters so far of the first and `j` of the second can be spelt alike.
fn meet(one: &[Letter], other: &[Letter]) -> bool {
    let mut reached = vec![false; other.len() + 1];
    reached[0] = true;
    spread(&mut reached, other);
    for letter in one {
        let mut next = vec![false; other.len() + 1];
        for at in 0..=other.len() {
            let Some(true) = reached.get(at) else { continue };
            // A star of the second pattern takes a letter of the first and stays.
            let stays = other.get(at.wrapping_sub(1)) == Some(&Letter::Any);
            match (letter, other.get(at)) {
                (Letter::Any, _) => {
                    // A star takes nothing, or everything to come.
                    next[at..].fill(true);
                    break;
                }
                (_, Some(Letter::Any)) => next[at] = true,
                (Letter::Exactly(left), Some(Letter::Exactly(right))) if left != right => {}
                (_, Some(_)) => next[at + 1] = true,
                (_, None) => {}
            }
            if stays {
                next[at] = true;
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
        if *letter == Letter::Any && reached[at] {
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
    let plain = !general.contains(['?', '$']) && general.contains('*') && general.len().max(special.len()) <= LONGEST;
    plain && glob(&pieces(general).collect::<Vec<_>>(), special)
}
