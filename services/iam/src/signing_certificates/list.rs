//! `ListSigningCertificates`.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use super::{description, owner_name};
use crate::caller::Subject;
use crate::generated::operations::ListSigningCertificates;
use crate::generated::{ListSigningCertificatesResponse, SigningCertificate};
use crate::listing::list_handler;
use crate::pagination::{Page, PageRequest};
use crate::state::{self, credential};

list_handler!(
    ListSigningCertificates -> ListSigningCertificatesResponse { certificates },
    |input, cx, state| {
        Subject::of(cx, input.user_name.as_deref())?.check("iam:ListSigningCertificates", cx, state)
    },
    |request| page(state, cx, request, input.user_name.as_deref())
);

fn page(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    user_name: Option<&str>,
) -> Result<Page<SigningCertificate>, ServiceError> {
    let owner = Subject::of(cx, user_name)?;
    let name = owner_name(state, cx.account(), owner)?;
    let all: &[state::SigningCertificate] = credential::all(state, cx.account(), owner)?;
    Ok(request.sort_and_cut(all.iter().map(|certificate| {
        (credential::page_key(certificate.uploaded, &certificate.id), description(certificate, name))
    })))
}
