//! The names of buckets and objects, and their ARNs.

use awsim_plugin::error::ServiceError;
use percent_encoding::percent_decode_str;

use crate::ask::Ask;

/// What the ARN of a bucket begins with: neither a region nor an account.
const BUCKET: &str = "arn:aws:s3:::";

/// The ARN of the bucket that an ARN belongs to: the bucket itself, an object in it.
pub(super) fn bucket_of(arn: &str) -> Option<&str> {
    let name = arn.strip_prefix(BUCKET)?;
    let name = name.split('/').next()?;
    is_bucket(name).then(|| arn.get(..BUCKET.len() + name.len())).flatten()
}

/// The name of a bucket, or that of a bucket and the key of an object in it.
pub(super) fn parts(arn: &str) -> Option<(&str, Option<&str>)> {
    let name = arn.strip_prefix(BUCKET)?;
    Some(name.split_once('/').map_or((name, None), |(bucket, key)| (bucket, Some(key))))
}

/// The ARN of the bucket that the request names.
///
/// # Errors
/// `InvalidBucketName` (400) if no bucket can have the name.
pub(super) fn bucket(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let name = ask.need("Bucket")?;
    named(&name).ok_or_else(|| {
        ServiceError::sender("InvalidBucketName", 400, "The specified bucket is not valid.")
            .with_member("BucketName", name)
    })
}

/// The ARN of the object that the request names.
///
/// # Errors
/// As [`bucket`].
pub(super) fn object(ask: &Ask<'_>) -> Result<String, ServiceError> {
    Ok(format!("{}/{}", bucket(ask)?, ask.need("Key")?))
}

fn named(name: &str) -> Option<String> {
    is_bucket(name).then(|| format!("{BUCKET}{name}"))
}

/// Names of old buckets may be longer than those of new ones, and have capitals and underscores ("General purpose bucket
/// naming rules" in the S3 User Guide).
fn is_bucket(name: &str) -> bool {
    (3..=255).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

/// What a copy is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The ARN of the object.
    pub(super) object: String,
    /// The version, if the request names one.
    pub(super) version: Option<String>,
}

/// What the request copies: `/bucket/key?versionId=…`, in percent-encoding.
///
/// A plus sign in a key is read as a blank by some servers and as itself by others: the one is the first source, the other
/// the second.
///
/// # Errors
/// `InvalidArgument` (400) if it names no object of a bucket.
pub(super) fn sources(ask: &Ask<'_>) -> Result<Vec<Source>, ServiceError> {
    let text = ask.need("CopySource")?;
    let read = |text: &str| source(text).ok_or_else(invalid);
    match text.contains('+') {
        true => Ok(vec![read(&text)?, read(&text.replace('+', "%20"))?]),
        false => Ok(vec![read(&text)?]),
    }
}

fn invalid() -> ServiceError {
    ServiceError::sender("InvalidArgument", 400, "Invalid copy source object key")
        .with_member("ArgumentName", "x-amz-copy-source")
}

fn source(text: &str) -> Option<Source> {
    let text = text.strip_prefix('/').unwrap_or(text);
    let (path, query) = text.split_once('?').map_or((text, None), |(path, query)| (path, Some(query)));
    let path = percent_decode_str(path).decode_utf8().ok()?;
    // Whoever has encoded the first slash has encoded the whole.
    let path = path.strip_prefix('/').unwrap_or(&path);
    let (bucket, key) = path.split_once('/')?;
    let version = match query {
        Some(query) => Some(percent_decode_str(query.strip_prefix("versionId=")?).decode_utf8().ok()?),
        None => None,
    };
    let whole = !key.is_empty() && version.as_deref().is_none_or(|version| !version.contains(['&', '?']));
    let object = named(bucket).filter(|_| whole).map(|bucket| format!("{bucket}/{key}"))?;
    Some(Source { object, version: version.map(|version| version.into_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_belong_to_their_buckets() {
        for arn in ["arn:aws:s3:::books", "arn:aws:s3:::books/emma", "arn:aws:s3:::books//a/"] {
            assert_eq!(bucket_of(arn), Some("arn:aws:s3:::books"));
        }
        for other in ["*", "arn:aws:s3:::", "arn:aws:s3:::b*/k", "arn:aws:s3:::ab", "arn:aws:sqs:r:a:books"] {
            assert_eq!(bucket_of(other), None, "{other}");
        }
        assert_eq!(parts("arn:aws:s3:::books/a/b"), Some(("books", Some("a/b"))));
        assert_eq!(parts("arn:aws:s3:::books"), Some(("books", None)));
    }

    #[test]
    fn the_source_of_a_copy_is_an_object() {
        let read = |text: &str| source(text).map(|source| (source.object, source.version));
        let object = |key: &str| format!("arn:aws:s3:::books/{key}");
        for text in ["books/a%20b", "/books/a%20b", "%2Fbooks%2Fa%20b"] {
            assert_eq!(read(text), Some((object("a b"), None)), "{text}");
        }
        let version = Some("v/1".to_owned());
        assert_eq!(read("books/k%3Fx?versionId=v%2F1"), Some((object("k?x"), version)));
        for wrong in
            ["books", "books/", "", "/k", "b*/k", "books/k?version=1", "books/k?versionId=1&x=2", "books/%ff"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
