//! Whether this version can enforce what it decides.

/// Whether requests are decided by the policy engine.
///
/// While it is false, `iam_enforce = "on"` is refused, as a host that was asked to deny and lets everything through is
/// worse than one that does not start; `audit` starts and says that it has nothing to report.
pub const DECISIONS_ARE_EVALUATED: bool = false;
