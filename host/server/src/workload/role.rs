//! Sessions of the role that a workload runs under.

use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use awsim_plugin::access::{Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal, Session};
use awsim_plugin::context::{Context, Host};
use awsim_plugin::error::ServiceError;
use awsim_plugin::session::{SessionIssuer, TemporaryCredentials};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Store;
use data_encoding::HEXLOWER;

use crate::core::{Core, PARTITION};

/// How long credentials last, in seconds: six hours, as on AWS.
const LIFETIME: i64 = 6 * 3600;

/// How long before their end credentials are replaced, in seconds. SDKs ask for new ones a quarter of an hour before.
const RENEWAL: i64 = 30 * 60;

/// The ARN of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleArn {
    text: String,
    account: AccountId,
    /// Where the name begins.
    name: usize,
}

impl RoleArn {
    /// The role's name.
    pub(crate) fn name(&self) -> &str {
        &self.text[self.name..]
    }

    /// The account that the role is in.
    pub(crate) fn account(&self) -> AccountId {
        self.account
    }
}

impl FromStr for RoleArn {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "expected the ARN of a role, such as arn:aws:iam::000000000000:role/my-role";
        let rest = text.strip_prefix("arn:aws:iam::").ok_or(EXPECTED)?;
        let (account, resource) = rest.split_once(':').ok_or(EXPECTED)?;
        let path_and_name = resource.strip_prefix("role/").ok_or(EXPECTED)?;
        let name = path_and_name.rsplit('/').next().filter(|name| !name.is_empty()).ok_or(EXPECTED)?;
        Ok(Self {
            account: account.parse().map_err(|_| EXPECTED)?,
            name: text.len() - name.len(),
            text: text.to_owned(),
        })
    }
}

impl fmt::Display for RoleArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A role and its newest session.
pub(crate) struct WorkloadRole {
    pub(crate) arn: RoleArn,
    /// The service on whose behalf the role is assumed: the trust policy must allow it where policies are enforced.
    service: &'static str,
    session_name: String,
    newest: Mutex<Option<Issued>>,
}

/// Credentials of a session.
#[derive(Clone)]
pub(crate) struct Issued {
    pub(crate) credentials: TemporaryCredentials,
    pub(crate) issued_at: Timestamp,
    role_id: String,
}

impl WorkloadRole {
    pub(crate) fn new(arn: RoleArn, service: &'static str, session_name: String) -> Self {
        Self { arn, service, session_name, newest: Mutex::new(None) }
    }

    /// Credentials of the role that still last a while: those that were handed out before, or new ones.
    ///
    /// # Errors
    /// `AccessDenied` (403) if there is no such role, or if its trust policy does not allow it.
    pub(crate) fn credentials(&self, core: &Core, request_id: &str) -> Result<Issued, ServiceError> {
        let now = core.clock.now();
        let state = core.store.view();
        let account = self.arn.account;
        let role = core
            .identity_directory()
            .and_then(|directory| directory.role(&state, account, self.arn.name()))
            .filter(|role| role.arn == self.arn.text && !core.is_closed(&state, account))
            .ok_or_else(|| {
                ServiceError::sender("AccessDenied", 403, format!("There is no role {}.", self.arn))
            })?;

        // What is in the slot is replaced as a whole, so a panic elsewhere cannot have left it half done.
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let lasts = |issued: &Issued| {
            issued.role_id == role.id
                && issued.issued_at <= now
                && now.plus_seconds(RENEWAL) < issued.credentials.expiration
        };
        if let Some(issued) = newest.as_ref().filter(|issued| lasts(issued)) {
            return Ok(issued.clone());
        }
        let caller = Caller::anonymous(account);
        let cx = Context {
            caller: &caller,
            region: &core.config.region,
            partition: PARTITION,
            now,
            request_id,
            host: core,
        };
        let asking = Asking::Service { name: self.service };
        core.authorize(&cx, &state, asking, &Check::on("sts:AssumeRole", role.arn))?;

        let issued_at = now.to_the_second();
        let expires_at = issued_at.plus_seconds(LIFETIME);
        let session = Session { issued_at, expires_at, ..Session::default() };
        let principal = Principal::RoleSession {
            role_id: role.id.clone(),
            role_name: role.name,
            role_path: role.path,
            session_name: self.session_name.clone(),
        };
        let credentials = core.sessions.issue(account, &principal, &session, 0)?;
        let issued = Issued { credentials, issued_at, role_id: role.id };
        *newest = Some(issued.clone());
        Ok(issued)
    }
}

/// So many random bytes in hexadecimal digits.
///
/// # Errors
/// If the operating system gives no random numbers.
pub(crate) fn random_hex(bytes: usize) -> Result<String, getrandom::Error> {
    let mut random = vec![0; bytes];
    getrandom::fill(&mut random)?;
    Ok(HEXLOWER.encode(&random))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arn_of_a_role_has_account_and_name() {
        let arn: RoleArn = "arn:aws:iam::123456789012:role/team/app".parse().unwrap();
        assert_eq!((arn.account().to_string().as_str(), arn.name()), ("123456789012", "app"));
        for wrong in [
            "",
            "app",
            "arn:aws:iam::123456789012:user/app",
            "arn:aws:iam::123456789012:role/",
            "arn:aws:iam::12345678901:role/app",
            "arn:aws:sts::123456789012:assumed-role/app/session",
        ] {
            assert!(wrong.parse::<RoleArn>().is_err(), "{wrong}");
        }
    }
}
