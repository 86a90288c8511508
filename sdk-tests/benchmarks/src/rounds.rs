//! Measuring in rounds, so that whatever else the machine does meets both sides alike.

/// The medians of two alternating measurements.
pub fn alternate(
    rounds: usize,
    mut ours: impl FnMut() -> f64,
    mut theirs: impl FnMut() -> f64,
) -> (f64, f64) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        first.push(ours());
        second.push(theirs());
    }
    (median(&mut first), median(&mut second))
}

/// The value in the middle.
///
/// # Panics
/// If there are none.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
