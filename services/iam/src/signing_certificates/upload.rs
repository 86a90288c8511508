//! `UploadSigningCertificate`.

use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};
use data_encoding::BASE32_NOPAD;

use super::{description, owner_name};
use crate::caller::Subject;
use crate::generated::operations::UploadSigningCertificate;
use crate::generated::{ErrorCode, UploadSigningCertificateRequest, UploadSigningCertificateResponse};
use crate::quotas::refuse_more;
use crate::state::{ROOT_USER, SigningCertificate, USERS, credential};
use crate::x509::Blocks;
use crate::{Iam, random};

impl Handler<UploadSigningCertificate> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UploadSigningCertificateRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let owner = Subject::of(cx, input.user_name.as_deref())?;
        Ok(vec![owner.check("iam:UploadSigningCertificate", cx, state)])
    }

    fn call(
        &self,
        input: UploadSigningCertificateRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UploadSigningCertificateResponse, ServiceError> {
        let account = cx.account();
        let owner = Subject::of(cx, input.user_name.as_deref())?;
        refuse_unusable(cx, &input.certificate_body)?;
        let name = owner_name(state, account, owner)?.to_owned();
        let body = input.certificate_body.trim_end();
        refuse_known(state, account, body)?;
        let count = credential::all::<SigningCertificate>(state, account, owner)?.len();
        let quota = self.quotas().signing_certificates_per_user;
        refuse_more(count, quota, "SigningCertificatesPerUser")?;

        let certificate = SigningCertificate {
            id: BASE32_NOPAD.encode(&random::bytes::<20>()?).into(),
            body: body.into(),
            active: true,
            uploaded: cx.now.to_the_second(),
            changed: None,
        };
        let answer = description(&certificate, &name);
        credential::change_all(state, account, owner, |all| all.push(certificate))?;
        Ok(UploadSigningCertificateResponse { certificate: answer })
    }
}

/// Refuses what is no certificate, or no valid one at this time.
///
/// # Errors
/// `MalformedCertificate` and `InvalidCertificate` (400).
fn refuse_unusable(cx: &Context<'_>, body: &str) -> Result<(), ServiceError> {
    let blocks = Blocks::read(body)?;
    let certificate = blocks.single()?;
    if certificate.not_before() <= cx.now && cx.now <= certificate.not_after() {
        return Ok(());
    }
    Err(ErrorCode::InvalidCertificate.with(format!(
        "The certificate is valid from {} to {}.",
        certificate.not_before(),
        certificate.not_after()
    )))
}

/// Refuses a certificate that somebody in the account has already.
///
/// # Errors
/// `DuplicateCertificate` (409).
fn refuse_known(state: &View, account: AccountId, body: &str) -> Result<(), ServiceError> {
    let of_users = state.iter(&USERS, account).flat_map(|(_, user)| &user.details.signing_certificates);
    let root = state.get(&ROOT_USER, account, &());
    let of_root = root.iter().flat_map(|root| &root.signing_certificates);
    match of_users.chain(of_root).find(|known| is_same(&known.body, body)) {
        None => Ok(()),
        Some(_) => Err(ErrorCode::DuplicateCertificate
            .with("The certificate is already associated with an IAM user of this account.")),
    }
}

/// Whether two texts in PEM are the same but for their lines.
fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().flat_map(str::chars).eq(other.split_whitespace().flat_map(str::chars))
}
