//! The tree: what is in what, as the children and as the parents have it; and that all of it hangs from the root.

use std::collections::{BTreeSet, HashSet};

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_difference, refuse_repetition};
use awsim_plugin::store::View;

use crate::ids;
use crate::state::{ACCOUNTS, CHILDREN, Organization, UNITS};

pub(super) fn check(state: &View, management: AccountId, organization: &Organization) -> Result<(), String> {
    let units = || state.iter(&UNITS, management);
    let accounts = state.iter(&ACCOUNTS, management).map(|(id, account)| (&*account.parent, id.as_str()));
    let of_children: BTreeSet<(&str, &str)> =
        units().map(|(id, unit)| (&*unit.parent, id.as_str())).chain(accounts).collect();
    let of_parents = state.iter(&CHILDREN, management).map(|((parent, child), ())| (&**parent, &**child));
    let of_parents: BTreeSet<(&str, &str)> = of_parents.collect();

    // Nothing reaches what hangs from itself, or from nothing.
    let mut reached = HashSet::new();
    let mut ahead = vec![&*organization.root_id];
    while let Some(parent) = ahead.pop() {
        let children = of_children.range((parent, "")..).take_while(|(of, _)| *of == parent);
        ahead.extend(children.map(|(_, child)| *child).filter(|child| reached.insert(*child)));
    }
    if let Some((parent, child)) = of_children.iter().find(|(_, child)| !reached.contains(child)) {
        return Err(format!("{child:?} is in {parent:?}, to which no way leads from the root"));
    }
    refuse_difference(("the children's parents", of_children), ("the parents' children", of_parents))?;

    for (id, _) in units() {
        demand(ids::is_unit(id), || format!("{id:?} is no id of a unit"))?;
    }
    refuse_repetition("units with parent and name", units().map(|(_, unit)| (&unit.parent, &unit.name)))
}
