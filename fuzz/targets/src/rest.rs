//! Requests in REST.

use std::sync::LazyLock;

use awsim_plugin::access::Access;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_plugin::upstream::{Addressing, Upstream, UpstreamOperation, UpstreamRequest, UpstreamSettings};
use awsim_server::fuzzing::RestReader;
use awsim_upstream::generated::s3;

use crate::wire::{self, LIMITS};

/// Amazon S3, as far as requests for it are read.
#[derive(Default)]
struct Storage {
    settings: UpstreamSettings,
    addressing: Addressing,
}

impl Upstream for Storage {
    fn settings(&self) -> &UpstreamSettings {
        &self.settings
    }

    fn operation(&self, name: &str) -> Option<&'static UpstreamOperation> {
        s3::OPERATIONS.iter().find(|operation| operation.shape.name == name)
    }

    fn addressing(&self) -> Option<&Addressing> {
        Some(&self.addressing)
    }

    fn repeated(&self) -> &'static [&'static str] {
        s3::REPEATED
    }

    fn access(&self, _: &UpstreamRequest<'_>, _: &View) -> Result<Access, ServiceError> {
        Ok(Vec::new())
    }
}

static STORAGE: LazyLock<Storage> = LazyLock::new(|| Storage {
    settings: UpstreamSettings {
        upstream: "http://127.0.0.1:9000".to_owned().try_into().expect("an address"),
        ..UpstreamSettings::default()
    },
    ..Storage::default()
});

static READER: LazyLock<RestReader<'static>> =
    LazyLock::new(|| RestReader::new(&s3::MODEL, &*STORAGE, s3::OPERATIONS));

/// Reads bytes as a request for Amazon S3: the host name, the target, the headers and the document.
///
/// # Panics
/// If the upstream would be sent something else, or a bucket is not one segment of a path.
pub fn rest(bytes: &[u8]) {
    let Some(incoming) = wire::request(bytes) else { return };
    let Some(read) = READER.read(&incoming, &LIMITS, &["Bucket", "Key", "CopySource", "UploadId"]) else {
        return;
    };
    assert!(
        !read[1].contains('/') || read[0] == "WriteGetObjectResponse",
        "a bucket is one segment: {read:?}"
    );
}
