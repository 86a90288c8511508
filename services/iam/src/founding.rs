//! What AWS puts into an account that an organization makes.

use awsim_plugin::directory::Founding;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::Transaction;

use crate::names::Path;
use crate::state::{
    HeldPolicies, IdentityKind, PolicyUse, ROLES, Resource, Role, RoleDetails, policy_usage, root_user,
};
use crate::{names, unique_id};

/// The policy of the role by which the management account gets in.
const ADMINISTRATOR_ACCESS: &str = "arn:aws:iam::aws:policy/AdministratorAccess";

/// The longest session of the role, in seconds.
const MAX_SESSION_DURATION: i32 = 3600;

/// Makes the role by which the management account gets into the account, unless there is a role of that name.
///
/// # Errors
/// `ServiceFailure` if no random numbers are to be had.
pub(crate) fn found_account(state: &mut Transaction, founding: &Founding<'_>) -> Result<(), ServiceError> {
    let account = founding.account;
    root_user::note_created(state, account, founding.now);
    let key = names::key(founding.role_name);
    if state.contains(&ROLES, account, &key) {
        return Ok(());
    }
    let trust_policy = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::{}:root"}},"Action":"sts:AssumeRole"}}]}}"#,
        founding.management
    );
    let policies = HeldPolicies { attached: vec![ADMINISTRATOR_ACCESS.into()], ..HeldPolicies::NONE };
    let role = Role {
        name: founding.role_name.into(),
        id: unique_id::new(unique_id::ROLE, account)?,
        path: Path::ROOT,
        created: founding.now.to_the_second(),
        trust_policy: trust_policy.into(),
        max_session_duration: MAX_SESSION_DURATION,
        description: None,
        details: RoleDetails { policies, ..RoleDetails::default() }.into(),
    };
    role.insert(state, account);
    let attachment = PolicyUse::Attachment;
    policy_usage::add(state, account, ADMINISTRATOR_ACCESS, attachment, IdentityKind::Role, &key);
    Ok(())
}
