use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Binding, Input, Place, UpstreamOperation};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use super::input::{Body, RestInput};
use super::router::Router;
use super::target::Target;
use crate::protocol::xml::XmlInput;

const OBJECT: &str = "/{Bucket}/{Key+}";
const BUCKET: Binding = Binding::new("Bucket", Place::Path("Bucket"));
const KEY: Binding = Binding::new("Key", Place::Path("Key"));
const COPY: Binding = Binding::new("CopySource", Place::Header("x-amz-copy-source"));
const UPLOAD: Binding = Binding::new("UploadId", Place::Query("uploadId"));
const PART: Binding = Binding::new("PartNumber", Place::Query("partNumber"));
const ID: Binding = Binding::new("Id", Place::Query("id"));

static OPERATIONS: &[UpstreamOperation] = &[
    UpstreamOperation::new("CopyObject", "PUT", OBJECT, &["CopySource"], &[BUCKET, KEY, COPY]),
    UpstreamOperation::new("CreateBucket", "PUT", "/{Bucket}", &["Bucket"], &[BUCKET]),
    UpstreamOperation::new("DeleteBucket", "DELETE", "/{Bucket}", &["Bucket"], &[BUCKET]),
    UpstreamOperation::new("DeleteReports", "DELETE", "/reports", &[], &[]),
    UpstreamOperation::new("GetAnalytics", "GET", "/{Bucket}?analytics", &["Id"], &[BUCKET, ID]),
    UpstreamOperation::new("GetObject", "GET", OBJECT, &["Key"], &[BUCKET, KEY, PART]),
    UpstreamOperation::new("GetObjectTagging", "GET", "/{Bucket}/{Key+}?tagging", &["Key"], &[BUCKET, KEY]),
    UpstreamOperation::new("ListAnalytics", "GET", "/{Bucket}?analytics", &[], &[BUCKET]),
    UpstreamOperation::new("ListBuckets", "GET", "/", &[], &[]),
    UpstreamOperation::new("ListObjects", "GET", "/{Bucket}", &["Bucket"], &[BUCKET]),
    UpstreamOperation::new("ListObjectsV2", "GET", "/{Bucket}?list-type=2", &["Bucket"], &[BUCKET]),
    UpstreamOperation::new("ListParts", "GET", OBJECT, &["UploadId"], &[BUCKET, KEY, UPLOAD]),
    UpstreamOperation::new(
        "PutObject",
        "PUT",
        OBJECT,
        &["Key"],
        &[
            BUCKET,
            KEY,
            Binding::new("ACL", Place::Header("x-amz-acl")),
            Binding::new("Metadata", Place::Headers("x-amz-meta-")),
            Binding::new("Tags", Place::Queries("tag")),
            Binding::new("Names", Place::Header("x-names")),
            Binding::new("Document", Place::Payload),
        ],
    ),
    UpstreamOperation::new(
        "UploadPart",
        "PUT",
        OBJECT,
        &["UploadId", "PartNumber"],
        &[BUCKET, KEY, UPLOAD, PART],
    ),
    UpstreamOperation::new(
        "UploadPartCopy",
        "PUT",
        OBJECT,
        &["CopySource", "UploadId", "PartNumber"],
        &[BUCKET, KEY, COPY, UPLOAD, PART],
    ),
];

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    let pair = |(name, value): &(&'static str, &'static str)| {
        (HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    pairs.iter().map(pair).collect()
}

/// The operation that a request is for.
fn found(
    method: Method,
    target: &'static str,
    with: &[(&'static str, &'static str)],
) -> Result<&'static str, ServiceError> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let target = Target::of(path.into(), query)?;
    let router = Router::of(OPERATIONS.iter());
    let (route, _) = router.find(&method, &target, &headers(with))?;
    Ok(route.operation.shape.name)
}

#[test]
fn operations_are_told_apart() {
    let copy = [("x-amz-copy-source", "/a/b")];
    for (method, target, with, operation) in [
        (Method::GET, "/", &[][..], "ListBuckets"),
        (Method::DELETE, "/b", &[], "DeleteBucket"),
        (Method::DELETE, "/reports", &[], "DeleteReports"),
        (Method::GET, "/b", &[], "ListObjects"),
        (Method::GET, "/b/", &[], "ListObjects"),
        (Method::GET, "/b?list-type=2", &[], "ListObjectsV2"),
        (Method::GET, "/b?x-id=ListObjects&X-Amz-Signature=0", &[], "ListObjects"),
        (Method::GET, "/b?analytics", &[], "ListAnalytics"),
        (Method::GET, "/b?analytics&id=1", &[], "GetAnalytics"),
        (Method::GET, "/b/k?partNumber=1", &[], "GetObject"),
        (Method::GET, "/b/k?uploadId=1&partNumber=", &[], ""),
        (Method::GET, "/b/k?uploadId=1", &[], "ListParts"),
        (Method::GET, "/b/k?tagging=", &[], "GetObjectTagging"),
        (Method::GET, "/b/a%2Fc", &[], "GetObject"),
        (Method::PUT, "/b/k", &[], "PutObject"),
        (Method::PUT, "/b/k?tag=a&tag=b", &[], "PutObject"),
        (Method::PUT, "/b/k", &copy, "CopyObject"),
        (Method::PUT, "/b/k?X-Amz-Copy-Source=a&X-Amz-Signature=0", &[], "CopyObject"),
        (Method::PUT, "/b/k?uploadId=1&partNumber=1", &[], "UploadPart"),
        (Method::PUT, "/b/k?uploadId=1&partNumber=1", &copy, "UploadPartCopy"),
    ] {
        assert_eq!(found(method, target, with).unwrap_or_default(), operation, "{target} {with:?}");
    }
}

#[test]
fn what_an_upstream_may_read_otherwise_is_refused() {
    let copy = [("x-amz-copy-source", "/a/b")];
    for (code, method, target, with) in [
        ("UnknownOperationException", Method::DELETE, "/b/k", &[][..]),
        ("UnknownOperationException", Method::GET, "//k", &[]),
        ("NotImplemented", Method::GET, "/b?list-type=1", &[]),
        ("NotImplemented", Method::GET, "/b?acl", &[]),
        ("NotImplemented", Method::GET, "/b/k?%74agging", &[]),
        ("NotImplemented", Method::GET, "/b/k?Tagging", &[]),
        ("InvalidArgument", Method::GET, "/b/k?tagging&Tagging", &[]),
        ("InvalidArgument", Method::GET, "/b/k?x-id=a&X-ID=b", &[]),
        ("NotImplemented", Method::PUT, "/b/k?uploadId=1", &[]),
        ("NotImplemented", Method::PUT, "/b/k?uploadId=1", &copy),
        ("InvalidArgument", Method::GET, "/b/k", &copy),
        ("InvalidArgument", Method::PUT, "/b/k?X-Amz-Copy-Source=a", &[]),
        ("NotImplemented", Method::GET, "/b/k?x-%69d=a", &[]),
        ("InvalidURI", Method::PUT, "/b%2Fk", &[]),
        ("InvalidURI", Method::GET, "/b%2fk/c", &[]),
    ] {
        assert_eq!(found(method, target, with).unwrap_err().code, code, "{target} {with:?}");
    }
}

#[test]
fn members_are_read_wherever_they_stand() {
    let target =
        Target::of("/b/a%20b/c".into(), "tag=x%2Cy&tag=z&x-amz-acl=private&X-Amz-Signature=0").unwrap();
    let headers =
        headers(&[("x-amz-meta-color", "blue"), ("x-amz-meta-", "nothing"), ("x-names", "one, two")]);
    let router = Router::of(OPERATIONS.iter());
    let (route, labels) = router.find(&Method::PUT, &target, &headers).unwrap();
    let document = XmlInput::request(b"<D><Name>n</Name></D>", 4, &[]).unwrap();
    let input = RestInput::new(route.operation, labels, &target, &headers, Body::Xml(document)).unwrap();
    let input: &dyn Input = &input;
    assert_eq!(input.string("Key").as_deref(), Some("a b/c"));
    assert_eq!(input.string("ACL").as_deref(), Some("private"));
    assert_eq!(input.strings("Tags"), ["x,y", "z"]);
    assert_eq!(input.all("Tags").len(), 2);
    assert_eq!(input.strings("Names"), ["one", "two"]);
    assert_eq!(input.texts("Metadata"), [("color".to_owned(), "blue".to_owned())]);
    assert_eq!(input.member("Document").unwrap().string("Name").as_deref(), Some("n"));
    assert_eq!(input.string("Name").as_deref(), Some("n"));
    assert!(input.member("CopySource").is_none());
}
