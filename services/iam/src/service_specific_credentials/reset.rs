//! `ResetServiceSpecificCredential`: a new secret. Id, name and status stay.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::services::Form;
use super::{check, with_secret};
use crate::Iam;
use crate::caller::Subject;
use crate::generated::operations::ResetServiceSpecificCredential;
use crate::generated::{ResetServiceSpecificCredentialRequest, ResetServiceSpecificCredentialResponse};
use crate::state::{Resource, ServiceSpecificCredential, User, credential};

impl Handler<ResetServiceSpecificCredential> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &ResetServiceSpecificCredentialRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let (user_name, id) = (input.user_name.as_deref(), &input.service_specific_credential_id);
        Ok(vec![check("iam:ResetServiceSpecificCredential", cx, state, user_name, id)?])
    }

    fn call(
        &self,
        input: ResetServiceSpecificCredentialRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<ResetServiceSpecificCredentialResponse, ServiceError> {
        let (account, id) = (cx.account(), &input.service_specific_credential_id);
        let owner = Subject::user(cx, input.user_name.as_deref())?;
        let present: &ServiceSpecificCredential = credential::find(state, account, owner, id)?;
        let secret = Form::of(&present.service).new_secret(&present.name)?;
        let reset = |credential: &mut ServiceSpecificCredential| {
            credential.secret = secret.into();
            credential.clone()
        };
        let reset = credential::change(state, account, owner, id, reset)?;
        let name = Subject::user_name(cx, input.user_name.as_deref())?;
        let user = User::find(state, account, name)?;
        Ok(ResetServiceSpecificCredentialResponse {
            service_specific_credential: Some(with_secret(cx, &reset, &user.name)),
        })
    }
}
