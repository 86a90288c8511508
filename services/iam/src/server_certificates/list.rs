//! `ListServerCertificates`.

use super::metadata;
use crate::access;
use crate::generated::ListServerCertificatesResponse;
use crate::generated::operations::ListServerCertificates;
use crate::listing::list_handler;
use crate::state::{SERVER_CERTIFICATES, ServerCertificate};

list_handler!(
    ListServerCertificates -> ListServerCertificatesResponse { server_certificate_metadata_list },
    |input, cx, state| {
        let prefix = input.path_prefix.as_deref();
        access::on_listing::<ServerCertificate>("iam:ListServerCertificates", cx, prefix)
    },
    |request| {
        let prefix = input.path_prefix.as_deref();
        let all = state.iter_from(&SERVER_CERTIFICATES, cx.account(), request.start());
        let below = all.filter(|(_, certificate)| certificate.path.has_prefix(prefix));
        request.fill(below.map(|(key, certificate)| (key, metadata(cx, certificate))))
    }
);
