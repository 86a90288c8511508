//! `ListServerCertificates`.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use super::metadata;
use crate::access;
use crate::generated::operations::ListServerCertificates;
use crate::generated::{ListServerCertificatesResponse, ServerCertificateMetadata};
use crate::listing::list_handler;
use crate::pagination::{Page, PageRequest};
use crate::state::{SERVER_CERTIFICATES, ServerCertificate};

list_handler!(
    ListServerCertificates -> ListServerCertificatesResponse { server_certificate_metadata_list },
    |input, cx, state| {
        let prefix = input.path_prefix.as_deref();
        access::on_listing::<ServerCertificate>("iam:ListServerCertificates", cx, prefix)
    },
    |request| page(state, cx, request, input.path_prefix.as_deref())
);

fn page(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    prefix: Option<&str>,
) -> Result<Page<ServerCertificateMetadata>, ServiceError> {
    Ok(request.fill(
        state
            .iter_from(&SERVER_CERTIFICATES, cx.account(), request.start())
            .filter(|(_, certificate)| certificate.path.has_prefix(prefix))
            .map(|(key, certificate)| (key, metadata(cx, certificate))),
    ))
}
