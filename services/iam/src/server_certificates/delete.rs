//! `DeleteServerCertificate`. Nothing here uses certificates, so none is in use.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeleteServerCertificateRequest;
use crate::generated::operations::DeleteServerCertificate;
use crate::state::{Resource, SERVER_CERTIFICATES, ServerCertificate};
use crate::{Iam, access, names};

impl Handler<DeleteServerCertificate> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteServerCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let name = &input.server_certificate_name;
        Ok(vec![access::on::<ServerCertificate>("iam:DeleteServerCertificate", cx, state, name)])
    }

    fn call(
        &self,
        input: DeleteServerCertificateRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let name = &input.server_certificate_name;
        ServerCertificate::find(state, cx.account(), name)?;
        state.remove(&SERVER_CERTIFICATES, cx.account(), &names::key(name));
        Ok(())
    }
}
