//! Where services differ in what they sign. Amazon S3 takes paths as they are, because object keys may hold anything,
//! and lets bodies be signed in other ways than as a whole; all other services agree.
//!
//! Source: "Create a signed AWS API request" in the IAM User Guide; "Authenticating Requests (AWS Signature Version 4)"
//! in the Amazon S3 API reference.

/// How a service turns a request into what is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Whether empty and dot segments are taken out of the path.
    pub(super) normalizes_path: bool,
    /// Whether the path is percent-encoded once more than it travels.
    pub(super) encodes_path_twice: bool,
    /// Whether `x-amz-content-sha256` says how the body is signed, and `X-Amz-Expires` how long a presigned URL holds.
    pub(super) is_storage: bool,
}

impl Dialect {
    /// Every service but Amazon S3.
    pub(super) const COMMON: Self =
        Self { normalizes_path: true, encodes_path_twice: true, is_storage: false };

    /// Amazon S3.
    pub(super) const STORAGE: Self =
        Self { normalizes_path: false, encodes_path_twice: false, is_storage: true };

    /// The dialect of the service with this signing name.
    pub(super) fn of(service: &str) -> Self {
        match service {
            "s3" | "s3express" | "s3-object-lambda" | "s3-outposts" => Self::STORAGE,
            _ => Self::COMMON,
        }
    }
}
