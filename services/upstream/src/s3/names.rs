//! The names of buckets and objects, and their ARNs.

use awsim_plugin::error::ServiceError;
use percent_encoding::percent_decode_str;

use crate::ask::Ask;

/// What the ARN of a bucket begins with: neither a region nor an account.
const BUCKET: &str = "arn:aws:s3:::";

/// What is no bucket to some servers, but what the paths of other interfaces of theirs begin with.
const INTERFACES: [&str; 4] = ["latest", "minio", "moto-api", "v20180820"];

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
/// As [`bucket`] and [`within`].
pub(super) fn object(ask: &Ask<'_>) -> Result<String, ServiceError> {
    within(&bucket(ask)?, &ask.need("Key")?)
}

/// The ARN of the object with a key in the bucket with an ARN.
///
/// # Errors
/// `InvalidArgument` (400) if the key begins with a slash, which some servers pass over.
pub(super) fn within(bucket: &str, key: &str) -> Result<String, ServiceError> {
    match key.starts_with('/') {
        true => {
            let message = "Keys that begin with a slash are not supported.";
            Err(ServiceError::sender("InvalidArgument", 400, message).with_member("ArgumentName", "key"))
        }
        false => Ok(format!("{bucket}/{key}")),
    }
}

/// The ARN of the object with a key in the bucket with a name, if there may be one.
pub(super) fn object_named(bucket: &str, key: &str) -> Option<String> {
    let bucket = named(bucket).filter(|_| !key.is_empty())?;
    within(&bucket, key).ok()
}

fn named(name: &str) -> Option<String> {
    is_bucket(name).then(|| format!("{BUCKET}{name}"))
}

/// Names of old buckets may be longer than those of new ones, and have capitals and underscores ("General purpose bucket
/// naming rules" in the S3 User Guide). All of them begin with a letter or a digit.
fn is_bucket(name: &str) -> bool {
    (3..=255).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && !INTERFACES.contains(&name)
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
    // Servers that read a URL take these for a host, a fragment or parameters, and leave control characters out.
    if text.starts_with("//") || text.contains(|next: char| next.is_control() || matches!(next, '#' | ';')) {
        return None;
    }
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
    let is_plain = !key.split('/').any(|part| matches!(part, "." | ".."));
    let whole = is_plain && version.as_deref().is_none_or(|version| !version.contains(['&', '?']));
    let object = object_named(bucket, key).filter(|_| whole)?;
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
    fn what_other_interfaces_are_called_no_bucket_is() {
        for name in ["books", "Old_Books", "1.books", "minio-books", "latest1"] {
            assert!(named(name).is_some(), "{name}");
        }
        for name in ["minio", "moto-api", "latest", "v20180820", "_localstack", ".minio.sys", "-books"] {
            assert_eq!(named(name), None, "{name}");
        }
    }

    #[test]
    fn keys_do_not_begin_with_a_slash() {
        assert_eq!(within("arn:aws:s3:::books", "a//b").unwrap(), "arn:aws:s3:::books/a//b");
        assert_eq!(within("arn:aws:s3:::books", "/a").unwrap_err().code, "InvalidArgument");
        assert_eq!(object_named("books", "a").as_deref(), Some("arn:aws:s3:::books/a"));
        for (bucket, key) in [("books", ""), ("books", "/a"), ("b*", "a")] {
            assert_eq!(object_named(bucket, key), None);
        }
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
        assert_eq!(read("books/a%23b%3Bc..d/.e"), Some((object("a#b;c..d/.e"), None)));
        for ambiguous in [
            "//mine/books/k",
            "/%2Fmine%2Fbooks/../k",
            "/books/k#x",
            "/books/k;x",
            "books/k?versionId=1#x",
            "books/k\t",
            "books/../other/k",
            "books/a/%2E%2e/k",
            "books/./k",
            "books//k",
            "books/%2Fk",
        ] {
            assert_eq!(read(ambiguous), None, "{ambiguous}");
        }
    }
}
