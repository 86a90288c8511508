//! Signing in with a password, as at AWS's console.

use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Principal;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::sign_in::{PasswordProof, SignIns, SignedIn, authentication_failed};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::arn::{self, PARTITION};
use crate::directory::user_principal;
use crate::mfa::authenticate::authenticate;
use crate::password::{hash, rules};
use crate::state::{ACCOUNT_ALIAS, LoginProfile, MFA_DEVICES, PasswordPolicy, Resource, User};

#[cfg(test)]
mod tests;

/// The salt for users that have no password, so that they cannot be told from others by how long it takes.
const NO_SALT: &str = "AAAAAAAAAAAAAAAAAAAAAA==";

/// For how many seconds after a use of a password no other is noted: "If a password is used more than once in a five-minute
/// span, only the first use is returned" (`User` in the API reference).
const SPAN: i64 = 5 * 60;

impl SignIns for Iam {
    fn account_with_alias(&self, state: &View, alias: &str) -> Option<AccountId> {
        let has_alias = |account: &AccountId| {
            state.get(&ACCOUNT_ALIAS, *account, &()).is_some_and(|present| *present.0 == *alias)
        };
        state.accounts(&ACCOUNT_ALIAS).find(has_alias)
    }

    fn prove(
        &self,
        state: &View,
        account: AccountId,
        user_name: &str,
        password: &str,
    ) -> Result<PasswordProof, ServiceError> {
        let salt = profile(state, account, user_name).map_or(NO_SALT, |(_, profile)| &profile.salt);
        Ok(PasswordProof { salt: salt.into(), hash: hash::of(password, salt)? })
    }

    fn sign_in(
        &self,
        state: &mut Transaction,
        account: AccountId,
        user_name: &str,
        proof: &PasswordProof,
        mfa_code: Option<&str>,
        now: Timestamp,
    ) -> Result<SignedIn, ServiceError> {
        let (user, profile) = profile(state, account, user_name).ok_or_else(authentication_failed)?;
        if profile.salt != proof.salt || !profile.has_password(&proof.hash) {
            return Err(authentication_failed());
        }
        let principal = user_principal(user);
        let (user, profile) = (user.clone(), profile.clone());
        let with_mfa = use_mfa(state, account, &user, &principal, mfa_code, now)?;
        refuse_outdated(PasswordPolicy::of(state, account), &profile, now)?;
        let noted = user.details.password_last_used.map(|last| last.plus_seconds(SPAN));
        if noted.is_none_or(|span| span <= now) {
            User::change(state, account, user_name, |user| {
                user.details.password_last_used = Some(now.to_the_second());
            })?;
        }
        Ok(SignedIn { principal, with_mfa })
    }
}

/// A user who has a password, and the login profile.
fn profile<'v>(state: &'v View, account: AccountId, user_name: &str) -> Option<(&'v User, &'v LoginProfile)> {
    let user = User::get(state, account, user_name)?;
    Some((user, user.details.sign_in.login_profile.as_deref()?))
}

/// Accepts a code of any device of a user who has some, and tells whether there was one to accept.
fn use_mfa(
    state: &mut Transaction,
    account: AccountId,
    user: &User,
    principal: &Principal,
    code: Option<&str>,
    now: Timestamp,
) -> Result<bool, ServiceError> {
    let devices = &user.details.sign_in.mfa_devices;
    if devices.is_empty() {
        return Ok(false);
    }
    let Some(code) = code else {
        let message = "The user has an MFA device: a code of it is needed.";
        return Err(ServiceError::sender("MultiFactorAuthenticationRequired", 403, message));
    };
    let serial_numbers: Vec<String> = devices
        .iter()
        .filter_map(|key| state.get(&MFA_DEVICES, account, &**key))
        .map(|device| arn::of_resource(PARTITION, account, device))
        .collect();
    let accepts = |serial: &String| authenticate(state, account, principal, serial, code, now).is_ok();
    if serial_numbers.iter().any(accepts) { Ok(true) } else { Err(authentication_failed()) }
}

/// Refuses a password that has to be replaced before anybody signs in with it.
fn refuse_outdated(
    policy: Option<&PasswordPolicy>,
    profile: &LoginProfile,
    now: Timestamp,
) -> Result<(), ServiceError> {
    if rules::expiry(policy, profile).is_some_and(|end| end <= now) {
        // "HardExpiry: IAM users are prevented from setting a new password via the Amazon Web Services Management Console
        // after their password has expired."
        let hard = policy.and_then(|policy| policy.hard_expiry) == Some(true);
        let who = if hard { "an administrator (UpdateLoginProfile)" } else { "the user (ChangePassword)" };
        let message = format!("The password has expired; it must be replaced by {who}.");
        return Err(ServiceError::sender("PasswordExpired", 403, message));
    }
    if profile.reset_required {
        let message = "The password must be replaced by the user (ChangePassword) before the first sign-in.";
        return Err(ServiceError::sender("PasswordResetRequired", 403, message));
    }
    Ok(())
}
