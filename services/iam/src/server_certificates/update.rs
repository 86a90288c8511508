//! `UpdateServerCertificate`: a new name or path. Unique id, contents and tags stay.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::UpdateServerCertificateRequest;
use crate::generated::operations::UpdateServerCertificate;
use crate::state::{Resource, SERVER_CERTIFICATES, ServerCertificate};
use crate::{Iam, access, names};

impl Handler<UpdateServerCertificate> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateServerCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        const ACTION: &str = "iam:UpdateServerCertificate";
        let name = &input.server_certificate_name;
        let mut checks = vec![access::on::<ServerCertificate>(ACTION, cx, state, name)];
        if input.new_server_certificate_name.is_some() || input.new_path.is_some() {
            let present = ServerCertificate::get(state, cx.account(), name);
            let path = input.new_path.as_deref().or(present.map(|certificate| certificate.path.as_str()));
            let name = input.new_server_certificate_name.as_deref().unwrap_or(name);
            checks.push(access::on_new::<ServerCertificate>(ACTION, cx, path, name));
        }
        Ok(checks)
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
        if let Some(path) = input.new_path {
            certificate.path = path.into();
        }
        if let Some(name) = input.new_server_certificate_name {
            if names::key(&name) != old_key {
                ServerCertificate::refuse_taken(state, account, &name)?;
                state.remove(&SERVER_CERTIFICATES, account, &old_key);
            }
            certificate.name = name.into();
        }
        certificate.insert(state, account);
        Ok(())
    }
}
