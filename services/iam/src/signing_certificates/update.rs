//! `UpdateSigningCertificate`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::caller::Subject;
use crate::generated::UpdateSigningCertificateRequest;
use crate::generated::operations::UpdateSigningCertificate;
use crate::state::{SigningCertificate, credential};

impl Handler<UpdateSigningCertificate> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateSigningCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let owner = Subject::of(cx, input.user_name.as_deref())?;
        Ok(vec![owner.check("iam:UpdateSigningCertificate", cx, state)])
    }

    fn call(
        &self,
        input: UpdateSigningCertificateRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let active = credential::asked_to_be_active(input.status)?;
        let owner = Subject::of(cx, input.user_name.as_deref())?;
        let id = &input.certificate_id;
        credential::change(state, cx.account(), owner, id, |certificate: &mut SigningCertificate| {
            certificate.active = active;
            certificate.changed = Some(cx.now.to_the_second());
        })
    }
}
