//! `UpdateServerCertificate`: a new name or path. Unique id, contents and tags stay.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::UpdateServerCertificateRequest;
use crate::generated::operations::UpdateServerCertificate;
use crate::moving::Moving;
use crate::state::{Resource, SERVER_CERTIFICATES, ServerCertificate};
use crate::{Iam, names};

impl Handler<UpdateServerCertificate> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateServerCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let name = &input.server_certificate_name;
        Ok(moving(input).checks::<ServerCertificate>("iam:UpdateServerCertificate", cx, state, name))
    }

    fn call(
        &self,
        input: UpdateServerCertificateRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let mut certificate =
            ServerCertificate::find(state, account, &input.server_certificate_name)?.clone();
        let old_key = names::key(&certificate.name);
        let (name, path) = (&mut certificate.name, &mut certificate.path);
        moving(&input).apply::<ServerCertificate>(state, account, name, path)?;
        if names::key(&certificate.name) != old_key {
            state.remove(&SERVER_CERTIFICATES, account, &old_key);
        }
        certificate.insert(state, account);
        Ok(())
    }
}

fn moving(input: &UpdateServerCertificateRequest) -> Moving<'_> {
    Moving { name: input.new_server_certificate_name.as_deref(), path: input.new_path.as_deref() }
}
