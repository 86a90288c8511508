//! `ListSigningCertificates`.

use super::{description, owner_name};
use crate::caller::Subject;
use crate::generated::ListSigningCertificatesResponse;
use crate::generated::operations::ListSigningCertificates;
use crate::listing::list_handler;
use crate::state::{SigningCertificate, credential};

list_handler!(
    ListSigningCertificates -> ListSigningCertificatesResponse { certificates },
    |input, cx, state| {
        Subject::of(cx, input.user_name.as_deref())?.check("iam:ListSigningCertificates", cx, state)
    },
    |request| {
        let owner = Subject::of(cx, input.user_name.as_deref())?;
        let name = owner_name(state, cx.account(), owner)?;
        let all: &[SigningCertificate] = credential::all(state, cx.account(), owner)?;
        request.sort_and_cut(all.iter().map(|certificate| {
            (credential::page_key(certificate.uploaded, &certificate.id), description(certificate, name))
        }))
    }
);
