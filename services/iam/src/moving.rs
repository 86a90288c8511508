//! A new name or path for what has both: `UpdateUser`, `UpdateGroup`, `UpdateServerCertificate`.

use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::names::Path;
use crate::state::Resource;
use crate::{access, names};

/// What a request gives a resource of these.
pub(crate) struct Moving<'r> {
    pub(crate) name: Option<&'r str>,
    pub(crate) path: Option<&'r str>,
}

impl Moving<'_> {
    /// The authorization row: a check on the resource of this name as it is and, if it is to be moved, on what it is to be.
    pub(crate) fn checks<R: Resource>(
        &self,
        action: &'static str,
        cx: &Context<'_>,
        state: &View,
        name: &str,
    ) -> Access {
        let mut checks = vec![access::on::<R>(action, cx, state, name)];
        if self.name.is_some() || self.path.is_some() {
            let present = R::get(state, cx.account(), name);
            let path = self.path.or(present.map(|resource| resource.path().as_str()));
            checks.push(access::on_new::<R>(action, cx, path, self.name.unwrap_or(name)));
        }
        checks
    }

    /// Writes what is given in the place of a resource's name and path.
    ///
    /// # Errors
    /// `EntityAlreadyExists` (409) if another resource has the name.
    pub(crate) fn apply<R: Resource>(
        &self,
        state: &View,
        account: AccountId,
        name: &mut Box<str>,
        path: &mut Path,
    ) -> Result<(), ServiceError> {
        if let Some(new) = self.path {
            *path = new.to_owned().into();
        }
        if let Some(new) = self.name {
            if names::key(new) != names::key(name) {
                R::refuse_taken(state, account, new)?;
            }
            *name = new.into();
        }
        Ok(())
    }
}
