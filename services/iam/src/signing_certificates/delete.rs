//! `DeleteSigningCertificate`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::caller::Subject;
use crate::generated::DeleteSigningCertificateRequest;
use crate::generated::operations::DeleteSigningCertificate;
use crate::state::{SigningCertificate, credential};

impl Handler<DeleteSigningCertificate> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteSigningCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let owner = Subject::of(cx, input.user_name.as_deref())?;
        Ok(vec![owner.check("iam:DeleteSigningCertificate", cx, state)])
    }

    fn call(
        &self,
        input: DeleteSigningCertificateRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let owner = Subject::of(cx, input.user_name.as_deref())?;
        credential::remove::<SigningCertificate>(state, cx.account(), owner, &input.certificate_id)
    }
}
