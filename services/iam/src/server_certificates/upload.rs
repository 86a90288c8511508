//! `UploadServerCertificate`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::metadata;
use crate::generated::operations::UploadServerCertificate;
use crate::generated::{UploadServerCertificateRequest, UploadServerCertificateResponse};
use crate::quotas::refuse_more;
use crate::state::{Resource, SERVER_CERTIFICATES, ServerCertificate};
use crate::tags::{Tags, requested};
use crate::x509::{Blocks, PrivateKey, refuse_broken_chain};
use crate::{Iam, access, unique_id};

impl Handler<UploadServerCertificate> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UploadServerCertificateRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let tags = input.tags.as_deref();
        let (path, name) = (input.path.as_deref(), &input.server_certificate_name);
        let check = |action| {
            access::on_new::<ServerCertificate>(action, cx, path, name).with_request_tags(requested(tags))
        };
        let mut checks = vec![check("iam:UploadServerCertificate")];
        if tags.is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagServerCertificate"));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: UploadServerCertificateRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UploadServerCertificateResponse, ServiceError> {
        let account = cx.account();
        let tags = Tags::of_request::<ServerCertificate>(input.tags.clone())?;
        let expires = checked(&input, cx.now)?;
        ServerCertificate::refuse_taken(state, account, &input.server_certificate_name)?;
        let count = state.count(&SERVER_CERTIFICATES, account);
        refuse_more(count, self.quotas().server_certificates, "ServerCertificatesPerAccount")?;
        let certificate = ServerCertificate {
            name: input.server_certificate_name.into(),
            id: unique_id::new(unique_id::SERVER_CERTIFICATE, account)?,
            path: input.path.into(),
            uploaded: cx.now.to_the_second(),
            expires,
            body: input.certificate_body.trim_end().into(),
            chain: input.certificate_chain.map(|chain| chain.trim_end().into()),
            tags,
        };
        let answer = UploadServerCertificateResponse {
            server_certificate_metadata: Some(metadata(cx, &certificate)),
            tags: certificate.tags.to_member(),
        };
        certificate.insert(state, account);
        Ok(answer)
    }
}

/// Checks that the certificate is valid now and belongs together with private key and chain, and tells when it ends to be
/// valid.
///
/// # Errors
/// `MalformedCertificate` and `KeyPairMismatch` (400).
fn checked(input: &UploadServerCertificateRequest, now: Timestamp) -> Result<Timestamp, ServiceError> {
    let blocks = Blocks::read(&input.certificate_body)?;
    let certificate = blocks.single()?;
    certificate.refuse_invalid_at(now)?;
    PrivateKey::read(&input.private_key)?.refuse_other(&certificate)?;
    if let Some(chain) = &input.certificate_chain {
        refuse_broken_chain(&certificate, &Blocks::read(chain)?)?;
    }
    Ok(certificate.not_after())
}
