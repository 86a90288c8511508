//! `GetServerCertificate`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::metadata;
use crate::generated::operations::GetServerCertificate;
use crate::generated::{self, GetServerCertificateRequest, GetServerCertificateResponse};
use crate::state::{Resource, ServerCertificate};
use crate::{Iam, access};

impl Handler<GetServerCertificate> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetServerCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let name = &input.server_certificate_name;
        Ok(vec![access::on::<ServerCertificate>("iam:GetServerCertificate", cx, state, name)])
    }

    fn call(
        &self,
        input: GetServerCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetServerCertificateResponse, ServiceError> {
        let certificate = ServerCertificate::find(state, cx.account(), &input.server_certificate_name)?;
        Ok(GetServerCertificateResponse {
            server_certificate: generated::ServerCertificate {
                server_certificate_metadata: metadata(cx, certificate),
                certificate_body: certificate.body.to_string(),
                certificate_chain: certificate.chain.as_deref().map(str::to_owned),
                // The tags are there also if there are none.
                tags: Some(certificate.tags.to_list()),
            },
        })
    }
}
