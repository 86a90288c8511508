//! The table that a benchmark prints: what was measured, with what it compares, the limit, and whether it holds.

/// Prints the head of the table.
pub fn head() {
    println!("| what | measured | figure | limit | |");
    println!("| --- | --- | --- | --- | --- |");
}

/// A figure with its unit; a ratio has none.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    value: f64,
    unit: &'static str,
}

impl Figure {
    /// How many times one is the other.
    pub fn ratio(of: f64, to: f64) -> Self {
        Self { value: of / to, unit: "" }
    }

    /// So many of a unit.
    pub fn of(value: f64, unit: &'static str) -> Self {
        Self { value, unit }
    }

    fn written(self) -> String {
        match self.unit {
            "" => format!("{:.2}", self.value),
            unit => format!("{:.1} {unit}", self.value),
        }
    }
}

/// Prints a figure that is to be as large as the limit.
pub fn at_least(what: &str, measured: &str, figure: Figure, limit: f64) {
    let limit = Figure { value: limit, ..figure };
    row(what, measured, figure, &format!("at least {}", limit.written()), figure.value >= limit.value);
}

/// Prints a figure that is to be no larger than the limit.
pub fn at_most(what: &str, measured: &str, figure: Figure, limit: f64) {
    let limit = Figure { value: limit, ..figure };
    row(what, measured, figure, &format!("at most {}", limit.written()), figure.value <= limit.value);
}

/// Prints a figure that nothing limits.
pub fn told(what: &str, measured: &str, figure: Figure) {
    println!("| {what} | {measured} | {} | | |", figure.written());
}

fn row(what: &str, measured: &str, figure: Figure, limit: &str, holds: bool) {
    let verdict = if holds { "met" } else { "**missed**" };
    println!("| {what} | {measured} | {} | {limit} | {verdict} |", figure.written());
}
