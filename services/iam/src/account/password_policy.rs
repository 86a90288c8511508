//! The password policy: `UpdateAccountPasswordPolicy`, `GetAccountPasswordPolicy`, `DeleteAccountPasswordPolicy`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::caller::Principal;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::generated::operations::{
    DeleteAccountPasswordPolicy, GetAccountPasswordPolicy, UpdateAccountPasswordPolicy,
};
use crate::generated::{
    self, ErrorCode, GetAccountPasswordPolicyResponse, UpdateAccountPasswordPolicyRequest,
};
use crate::state::{PASSWORD_POLICY, PasswordPolicy};

impl Handler<UpdateAccountPasswordPolicy> for Iam {
    type Mode = Write;

    fn access(
        &self,
        _input: &UpdateAccountPasswordPolicyRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:UpdateAccountPasswordPolicy")])
    }

    /// There are no partial updates: what the request does not name gets its default.
    fn call(
        &self,
        input: UpdateAccountPasswordPolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let default = PasswordPolicy::default();
        let policy = PasswordPolicy {
            minimum_length: unsigned(input.minimum_password_length).unwrap_or(default.minimum_length),
            require_symbols: input.require_symbols.unwrap_or_default(),
            require_numbers: input.require_numbers.unwrap_or_default(),
            require_uppercase: input.require_uppercase_characters.unwrap_or_default(),
            require_lowercase: input.require_lowercase_characters.unwrap_or_default(),
            allow_users_to_change: input.allow_users_to_change_password.unwrap_or_default(),
            max_age: unsigned(input.max_password_age),
            reuse_prevention: unsigned(input.password_reuse_prevention),
            hard_expiry: input.hard_expiry,
        };
        state.insert(&PASSWORD_POLICY, cx.account(), (), policy);
        Ok(())
    }
}

impl Handler<GetAccountPasswordPolicy> for Iam {
    type Mode = Read;

    fn access(&self, _input: &(), cx: &Context<'_>, state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetAccountPasswordPolicy").permitted_by(grant(cx, state))])
    }

    fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetAccountPasswordPolicyResponse, ServiceError> {
        let policy = PasswordPolicy::of(state, cx.account()).ok_or_else(|| {
            ErrorCode::NoSuchEntity
                .with(format!("The Password Policy with domain name {} cannot be found.", cx.account()))
        })?;
        Ok(GetAccountPasswordPolicyResponse { password_policy: description(policy) })
    }
}

impl Handler<DeleteAccountPasswordPolicy> for Iam {
    type Mode = Write;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:DeleteAccountPasswordPolicy")])
    }

    fn call(&self, _input: (), cx: &Context<'_>, state: &mut Transaction) -> Result<(), ServiceError> {
        match state.remove(&PASSWORD_POLICY, cx.account(), &()) {
            Some(_) => Ok(()),
            None => {
                Err(ErrorCode::NoSuchEntity
                    .with("The account policy with name PasswordPolicy cannot be found."))
            }
        }
    }
}

/// What lets the calling user change its own password, and see what is asked of a new one, where the account lets all its
/// users. "This option does not attach a permissions policy to each user, rather the permissions are applied at the
/// account-level for all users by IAM" (`PasswordPolicy` in the API reference).
pub(crate) fn grant(cx: &Context<'_>, state: &View) -> Option<&'static str> {
    let is_user = matches!(cx.caller.principal, Principal::User { .. });
    let permits =
        || PasswordPolicy::of(state, cx.account()).is_some_and(|policy| policy.allow_users_to_change);
    (is_user && permits()).then_some("AllowUsersToChangePassword")
}

/// The policy as answers have it. Age and history are there only if they are limited.
fn description(policy: &PasswordPolicy) -> generated::PasswordPolicy {
    generated::PasswordPolicy {
        minimum_password_length: signed(policy.minimum_length),
        require_symbols: Some(policy.require_symbols),
        require_numbers: Some(policy.require_numbers),
        require_uppercase_characters: Some(policy.require_uppercase),
        require_lowercase_characters: Some(policy.require_lowercase),
        allow_users_to_change_password: Some(policy.allow_users_to_change),
        expire_passwords: Some(policy.max_age.is_some()),
        max_password_age: policy.max_age.and_then(signed),
        password_reuse_prevention: policy.reuse_prevention.and_then(signed),
        hard_expiry: policy.hard_expiry,
    }
}

/// A number whose range the model has checked, as it is stored.
fn unsigned(number: Option<i32>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok())
}

/// A stored number in the model's type.
fn signed(number: u32) -> Option<i32> {
    i32::try_from(number).ok()
}
