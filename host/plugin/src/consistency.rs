//! Words for checks that a state from elsewhere fits together
//! ([`ServicePlugin::check_state`](crate::service::ServicePlugin::check_state)). What they say is for people.

use std::collections::BTreeSet;
use std::fmt::Debug;

/// Refuses what is not as it must be.
///
/// # Errors
/// The complaint.
pub fn demand(is_so: bool, complaint: impl FnOnce() -> String) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(complaint()) }
}

/// Refuses the first fact that one side has and the other has not; both come with their names.
///
/// # Errors
/// The fact, who has it and who lacks it.
pub fn refuse_difference<T: Ord + Debug>(
    one: (&str, BTreeSet<T>),
    other: (&str, BTreeSet<T>),
) -> Result<(), String> {
    for ((has, facts), (lacks, others)) in [(&one, &other), (&other, &one)] {
        if let Some(fact) = facts.difference(others).next() {
            return Err(format!("{has} have {fact:?}, and {lacks} do not"));
        }
    }
    Ok(())
}

/// Refuses a list that is not in ascending order without repetitions, as look-ups in it take it to be.
///
/// # Errors
/// That `what` is not in order.
pub fn refuse_disorder<T: PartialOrd>(what: &str, list: impl Iterator<Item = T>) -> Result<(), String> {
    if list.is_sorted_by(|one, next| one < next) { Ok(()) } else { Err(format!("{what} are not in order")) }
}

/// Refuses a list that names something twice.
///
/// # Errors
/// The first that is there again.
pub fn refuse_repetition<T: Ord + Debug>(
    what: &str,
    list: impl IntoIterator<Item = T>,
) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for item in list {
        if seen.contains(&item) {
            return Err(format!("there are two {what} {item:?}"));
        }
        seen.insert(item);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_must_have_what_the_other_has() {
        let set = |items: &[u8]| items.iter().copied().collect::<BTreeSet<u8>>();
        assert_eq!(refuse_difference(("cats", set(&[1, 2])), ("dogs", set(&[2, 1]))), Ok(()));
        let said = refuse_difference(("cats", set(&[1])), ("dogs", set(&[1, 2])));
        assert_eq!(said, Err("dogs have 2, and cats do not".to_owned()));
    }

    #[test]
    fn lists_are_in_order_and_have_everything_once() {
        assert_eq!(refuse_disorder("they", [1, 2].iter()), Ok(()));
        assert_eq!(refuse_disorder("they", [1, 1].iter()), Err("they are not in order".to_owned()));
        assert_eq!(refuse_repetition("things", [2, 1]), Ok(()));
        assert_eq!(refuse_repetition("things", [2, 1, 2]), Err("there are two things 2".to_owned()));
    }
}
