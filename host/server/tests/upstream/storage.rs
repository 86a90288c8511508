//! A storage service with few operations, which permits what the caller's own policies do.

use std::sync::Arc;

use async_trait::async_trait;
use awsim_plugin::access::{Access, Check};
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::register_service;
use awsim_plugin::service::{Configure, ServicePlugin};
use awsim_plugin::shape::ViolationStyle;
use awsim_plugin::store::{Store, View};
use awsim_plugin::upstream::{
    Addressing, Binding, BodyUse, Peer, Place, Upstream, UpstreamOperation, UpstreamRequest,
    UpstreamSettings, Views,
};

static MODEL: ServiceModel = ServiceModel {
    signing_name: "s3",
    endpoint_prefix: "s3",
    full_name: "Storage",
    service_id: "S3",
    api_version: "2006-03-01",
    protocol: ProtocolName::RestXml,
    xml_namespace: "",
    target_prefix: "",
    error_message: "message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};

const BUCKET: Binding = Binding::new("Bucket", Place::Path("Bucket"));
const KEY: Binding = Binding::new("Key", Place::Path("Key"));
const ACL: Binding = Binding::new("ACL", Place::Header("x-amz-acl"));
const COPY: Binding = Binding::new("CopySource", Place::Header("x-amz-copy-source"));
const UPLOAD: Binding = Binding::new("UploadId", Place::Query("uploadId"));
const PART: Binding = Binding::new("PartNumber", Place::Query("partNumber"));

const OBJECT: &str = "/{Bucket}/{Key+}";
const ADDRESS: &[&str] = &["Bucket", "Key"];

static OPERATIONS: &[UpstreamOperation] = &[
    UpstreamOperation::new(
        "CopyObject",
        "PUT",
        OBJECT,
        &["Bucket", "Key", "CopySource"],
        &[BUCKET, KEY, COPY, ACL],
    ),
    UpstreamOperation::new(
        "DeleteObjects",
        "POST",
        "/{Bucket}?delete",
        &["Bucket", "Delete"],
        &[BUCKET, Binding::new("Delete", Place::Payload)],
    ),
    UpstreamOperation::new("GetBucketPolicy", "GET", "/{Bucket}?policy", &["Bucket"], &[BUCKET]),
    UpstreamOperation::new("GetObject", "GET", OBJECT, ADDRESS, &[BUCKET, KEY, PART]),
    UpstreamOperation::new("GetObjectAcl", "GET", "/{Bucket}/{Key+}?acl", ADDRESS, &[BUCKET, KEY]),
    UpstreamOperation::new("HeadObject", "HEAD", OBJECT, ADDRESS, &[BUCKET, KEY]),
    UpstreamOperation::new("PutObject", "PUT", OBJECT, ADDRESS, &[BUCKET, KEY, ACL]).streaming(),
    UpstreamOperation::new(
        "UploadPart",
        "PUT",
        OBJECT,
        &["Bucket", "Key", "UploadId", "PartNumber"],
        &[BUCKET, KEY, UPLOAD, PART],
    )
    .streaming(),
];

/// The storage service.
struct Storage {
    settings: UpstreamSettings,
    addressing: Addressing,
}

impl Configure for Storage {
    type Settings = UpstreamSettings;

    fn configure(settings: UpstreamSettings) -> Self {
        Self { settings, addressing: Addressing::default() }
    }
}

impl ServicePlugin for Storage {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        OPERATIONS.iter().map(|operation| BoundOperation::passed_on(&operation.shape)).collect()
    }

    fn upstream(&self) -> Option<&dyn Upstream> {
        Some(self)
    }
}

/// The bucket of which nothing can be found out.
pub(crate) const UNKNOWABLE: &str = "unknowable";

#[async_trait]
impl Upstream for Storage {
    fn settings(&self) -> &UpstreamSettings {
        &self.settings
    }

    fn operation(&self, name: &str) -> Option<&'static UpstreamOperation> {
        OPERATIONS.iter().find(|operation| operation.shape.name == name)
    }

    fn body(&self, operation: &str) -> BodyUse {
        match self.operation(operation) {
            Some(operation) if operation.streams => BodyUse::Streamed,
            _ => BodyUse::Whole,
        }
    }

    fn addressing(&self) -> Option<&Addressing> {
        Some(&self.addressing)
    }

    fn repeated(&self) -> &'static [&'static str] {
        &["Object"]
    }

    async fn prepare(
        &self,
        request: &UpstreamRequest<'_>,
        _: &dyn Peer,
        _: &dyn Store,
        views: Views<'_>,
    ) -> Result<Arc<View>, ServiceError> {
        match request.input.string("Bucket") {
            Some(bucket) if bucket == UNKNOWABLE => {
                Err(ServiceError::receiver("ServiceUnavailable", 503, "nobody knows"))
            }
            _ => Ok((views.felt)()),
        }
    }

    fn access(&self, request: &UpstreamRequest<'_>, _: &View) -> Result<Access, ServiceError> {
        let bucket = request.input.string("Bucket").unwrap_or_default();
        let key = request.input.string("Key").map(|key| format!("/{key}")).unwrap_or_default();
        let action = format!("s3:{}", request.operation);
        Ok(vec![Check::on(action, format!("arn:aws:s3:::{bucket}{key}"))])
    }
}

register_service!("s3", Storage);
