//! `UpdateServiceSpecificCredential`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::check;
use crate::Iam;
use crate::caller::Subject;
use crate::generated::UpdateServiceSpecificCredentialRequest;
use crate::generated::operations::UpdateServiceSpecificCredential;
use crate::state::{ServiceSpecificCredential, credential};

impl Handler<UpdateServiceSpecificCredential> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateServiceSpecificCredentialRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let (user_name, id) = (input.user_name.as_deref(), &input.service_specific_credential_id);
        Ok(vec![check("iam:UpdateServiceSpecificCredential", cx, state, user_name, id)?])
    }

    fn call(
        &self,
        input: UpdateServiceSpecificCredentialRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let active = credential::asked_to_be_active(input.status)?;
        let owner = Subject::user(cx, input.user_name.as_deref())?;
        let id = &input.service_specific_credential_id;
        credential::change(state, cx.account(), owner, id, |credential: &mut ServiceSpecificCredential| {
            credential.active = active;
        })
    }
}
