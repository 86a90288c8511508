//! Whether what was printed is what a page shows.

/// What stands for any text in a line; by itself, for any lines.
const ANYTHING: char = '…';

/// Whether a text is what is shown. White space at the end of lines and of the text does not count.
pub(super) fn is_shown(shown: &str, printed: &str) -> bool {
    let lines = |text: &'_ str| -> Vec<String> {
        text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect()
    };
    matches(
        &lines(shown),
        &lines(printed),
        |line| line.chars().eq([ANYTHING]),
        |shown, line| {
            let characters = |text: &str| text.chars().collect::<Vec<_>>();
            matches(&characters(shown), &characters(line), |&c| c == ANYTHING, |one, other| one == other)
        },
    )
}

/// Whether a sequence is what a pattern describes, in which some elements stand for any sequence. Where the one behind the
/// last such element does not fit, that element takes one more: earlier ones need not be tried again.
fn matches<T>(
    pattern: &[T],
    sequence: &[T],
    is_any: impl Fn(&T) -> bool,
    fits: impl Fn(&T, &T) -> bool,
) -> bool {
    let (mut next, mut at) = (0, 0);
    let mut last_any = None;
    while at < sequence.len() {
        match pattern.get(next) {
            Some(wanted) if is_any(wanted) => {
                last_any = Some((next, at));
                next += 1;
            }
            Some(wanted) if fits(wanted, &sequence[at]) => {
                next += 1;
                at += 1;
            }
            _ => match last_any {
                Some((any, taken)) => {
                    last_any = Some((any, taken + 1));
                    next = any + 1;
                    at = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern[next..].iter().all(is_any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_each_time_is_left_open() {
        for (shown, printed) in [
            ("a\nb", "a\nb\n"),
            ("a …", "a b c"),
            ("…c", "abc"),
            ("a…c…e", "abcde"),
            ("…\nlast", "first\nsecond\nlast\n"),
            ("…\nlast", "last"),
            ("first\n…", "first"),
            ("a\n…\nb\n…\nc", "a\nb\nx\nb\nc"),
            ("…", ""),
        ] {
            assert!(is_shown(shown, printed), "{shown:?} {printed:?}");
        }
    }

    #[test]
    fn everything_else_is_compared() {
        for (shown, printed) in [
            ("a", "b"),
            ("a", "a\nb"),
            ("a\nb", "a"),
            ("", "a"),
            ("a…c", "ab"),
            ("…\nlast", "last\nmore"),
            ("a\n…\nb", "a\nc"),
        ] {
            assert!(!is_shown(shown, printed), "{shown:?} {printed:?}");
        }
    }
}
