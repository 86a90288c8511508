//! What is wrong with settings that came about by merging: each policy is well-formed by itself, and yet something that
//! AWS needs may be missing in the end.

use super::merge::Effective;
use crate::generated::PolicyType;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) code: &'static str,
    pub(super) message: String,
    /// Where, for example `plans/daily/rules`.
    pub(super) path: String,
}

/// What every backup plan needs ("Backup policy syntax" in the Organizations User Guide).
const PLAN: [&str; 3] = ["regions", "rules", "selections"];

/// What every rule of a backup plan needs.
const RULE: [&str; 1] = ["target_backup_vault_name"];

/// All that is wrong with the settings of a type, ordered by place.
pub(super) fn of(kind: PolicyType, effective: &Effective) -> Vec<Problem> {
    let mut problems = match kind {
        PolicyType::BackupPolicy => of_backup_plans(effective),
        _ => Vec::new(),
    };
    problems.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    problems
}

fn of_backup_plans(effective: &Effective) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, plan) in effective.child("plans").into_iter().flat_map(Effective::children) {
        let path = format!("plans/{name}");
        require(plan, &path, &PLAN, &mut problems);
        for (rule, settings) in plan.child("rules").into_iter().flat_map(Effective::children) {
            require(settings, &format!("{path}/rules/{rule}"), &RULE, &mut problems);
        }
    }
    problems
}

fn require(settings: &Effective, path: &str, names: &[&str], problems: &mut Vec<Problem>) {
    for name in names.iter().filter(|name| settings.child(name).is_none()) {
        problems.push(Problem {
            code: "KEY_REQUIRED",
            message: format!("The key {name} is required."),
            path: format!("{path}/{name}"),
        });
    }
}
