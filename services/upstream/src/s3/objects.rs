//! What is done with objects: read, written, copied, deleted. A version of an object has actions of its own.

use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::error::ServiceError;

use super::names::Source;
use super::{access_lists, context, names, resources};
use crate::ask::Ask;

type Rows = Result<Access, ServiceError>;

/// The most objects that a request deletes (`DeleteObjects` in the API reference).
const MOST_DELETED: usize = 1000;

fn on_object(ask: &Ask<'_>, action: &str) -> Result<Check, ServiceError> {
    Ok(context::check(ask, action, names::object(ask)?))
}

/// One action on an object, another on a version of it.
fn versioned(ask: &Ask<'_>, current: &str, version: &str) -> Result<Check, ServiceError> {
    match ask.text("VersionId") {
        Some(id) => Ok(context::version(on_object(ask, version)?, Some(id))),
        None => on_object(ask, current),
    }
}

/// One action on an object, another on a version of it.
pub(super) fn on_version(ask: &Ask<'_>, current: &str, version: &str) -> Rows {
    Ok(vec![versioned(ask, current, version)?])
}

/// Reading an object, or what there is about it.
pub(super) fn read(ask: &Ask<'_>) -> Rows {
    on_version(ask, "GetObject", "GetObjectVersion")
}

/// Reading what there is about an object, without the object.
pub(super) fn attributes(ask: &Ask<'_>) -> Rows {
    let mut checks = read(ask)?;
    checks.extend(on_version(ask, "GetObjectAttributes", "GetObjectVersionAttributes")?);
    Ok(checks)
}

/// Changing an annotation of an object.
pub(super) fn annotate(ask: &Ask<'_>, current: &str, version: &str) -> Rows {
    let check = versioned(ask, current, version)?;
    Ok(vec![context::texts(ask, check, &[("ObjectIfMatch", "s3:x-amz-object-if-match")])])
}

/// A list of the annotations of an object.
pub(super) fn list_annotations(ask: &Ask<'_>) -> Rows {
    let check = versioned(ask, "ListObjectAnnotations", "ListObjectVersionAnnotations")?;
    let check = context::texts(ask, check, &[("AnnotationPrefix", "s3:annotation-prefix")]);
    Ok(vec![context::number(ask, check, "MaxAnnotationResults", "s3:max-annotation-results")])
}

/// Writing a part of an object, or putting the parts together.
pub(super) fn write_part(ask: &Ask<'_>, makes_object: bool) -> Rows {
    Ok(vec![context::written(ask, on_object(ask, "PutObject")?, makes_object)])
}

/// Writing an object: what else goes with it needs permissions of its own. The parts of an upload are none yet.
pub(super) fn write(ask: &Ask<'_>, makes_object: bool) -> Rows {
    let tags = head_tags(ask);
    let put = context::written(ask, on_object(ask, "PutObject")?, makes_object);
    let mut checks = vec![context::tagged(put, &tags)];
    if access_lists::is_given(ask.input()) {
        checks.push(context::access_list(ask, on_object(ask, "PutObjectAcl")?));
    }
    if !tags.is_empty() {
        checks.push(context::tagged(on_object(ask, "PutObjectTagging")?, &tags));
    }
    let gives = |members: &[&str]| members.iter().any(|member| ask.text(member).is_some());
    if gives(&["ObjectLockMode", "ObjectLockRetainUntilDate", "ObjectLockEventHold"]) {
        checks.push(context::kept(ask, on_object(ask, "PutObjectRetention")?));
    }
    if gives(&["ObjectLockLegalHoldStatus"]) {
        checks.push(context::held(ask, on_object(ask, "PutObjectLegalHold")?));
    }
    Ok(checks)
}

/// The tags in the head of a request: `key=value&key=value`.
fn head_tags(ask: &Ask<'_>) -> Vec<(String, String)> {
    let tags = ask.text("Tagging").unwrap_or_default();
    form_urlencoded::parse(tags.as_bytes()).into_owned().collect()
}

/// Copying a part: reading the source and writing the target.
pub(super) fn copy_part(ask: &Ask<'_>) -> Rows {
    let sources = names::sources(ask)?;
    let mut checks: Access =
        sources.iter().map(|source| of_source(ask, source, "GetObject", "GetObjectVersion")).collect();
    checks.extend(write_part(ask, false)?);
    Ok(checks)
}

/// Copying: reading the source and writing the target. Tags that go with it are read and written too.
pub(super) fn copy(ask: &Ask<'_>) -> Rows {
    let mut checks = Vec::new();
    let mut carries_tags = false;
    for source in names::sources(ask)? {
        let read = of_source(ask, &source, "GetObject", "GetObjectVersion");
        carries_tags |= resources::copies_tags(ask) && has_tags(&read);
        checks.push(read);
        if carries_tags {
            checks.push(of_source(ask, &source, "GetObjectTagging", "GetObjectVersionTagging"));
        }
    }
    let written = write(ask, true)?;
    let tags = written.iter().any(|check| check.action == "s3:PutObjectTagging");
    checks.extend(written);
    if carries_tags && !tags {
        checks.push(on_object(ask, "PutObjectTagging")?);
    }
    Ok(checks)
}

fn of_source(ask: &Ask<'_>, source: &Source, current: &str, version: &str) -> Check {
    let action = if source.version.is_some() { version } else { current };
    context::version(context::check(ask, action, &*source.object), source.version.clone())
}

/// Whether the object of a check is known to have tags.
fn has_tags(check: &Check) -> bool {
    check.context.iter().any(|(key, _)| key.starts_with(context::EXISTING_TAG))
}

/// Deleting an object.
pub(super) fn delete(ask: &Ask<'_>) -> Rows {
    let check = versioned(ask, "DeleteObject", "DeleteObjectVersion")?;
    let mut checks = vec![match ask.text("VersionId") {
        Some(_) => check,
        None => context::texts(ask, check, &[("IfMatch", "s3:if-match")]),
    }];
    if bypasses_governance(ask) {
        checks.push(on_object(ask, "BypassGovernanceRetention")?);
    }
    Ok(checks)
}

/// Whether a request may ask for a lock to be passed over.
fn bypasses_governance(ask: &Ask<'_>) -> bool {
    may_be_yes(ask.text("BypassGovernanceRetention").as_deref())
}

/// Whether a server may take a text for a yes: they differ, but `false` is none.
fn may_be_yes(text: Option<&str>) -> bool {
    text.is_some_and(|text| text != "false")
}

/// Deleting several objects: all of them must be permitted. S3 deletes those that are, and says so of each.
pub(super) fn delete_several(ask: &Ask<'_>) -> Rows {
    let bucket = names::bucket(ask)?;
    let bypasses = bypasses_governance(ask);
    let mut checks = Vec::new();
    let list = ask.input().member("Delete");
    let objects = list.as_deref().map(|list| list.all("Object")).unwrap_or_default();
    if objects.len() > MOST_DELETED {
        return Err(malformed());
    }
    for object in objects {
        let Some(key) = object.string("Key") else { continue };
        let arn = names::within(&bucket, &key)?;
        checks.push(match object.string("VersionId") {
            Some(id) => context::version(context::check(ask, "DeleteObjectVersion", &*arn), Some(id)),
            None => {
                context::check(ask, "DeleteObject", &*arn).with_string("s3:if-match", object.string("ETag"))
            }
        });
        if bypasses {
            checks.push(context::check(ask, "BypassGovernanceRetention", arn));
        }
    }
    match checks.is_empty() {
        true => Err(malformed()),
        false => Ok(checks),
    }
}

fn malformed() -> ServiceError {
    let message = "The XML you provided was not well-formed or did not validate against our published schema";
    ServiceError::sender("MalformedXML", 400, message)
}

/// Setting an access control list.
pub(super) fn put_access_list(ask: &Ask<'_>) -> Rows {
    Ok(vec![context::access_list(ask, versioned(ask, "PutObjectAcl", "PutObjectVersionAcl")?)])
}

/// Setting tags.
pub(super) fn put_tags(ask: &Ask<'_>) -> Rows {
    let check = versioned(ask, "PutObjectTagging", "PutObjectVersionTagging")?;
    Ok(vec![context::tagged(check, &resources::body_tags(ask))])
}

/// Keeping an object from being deleted.
pub(super) fn put_legal_hold(ask: &Ask<'_>) -> Rows {
    let hold = ask.input().member("LegalHold").and_then(|hold| hold.string("Status"));
    Ok(vec![on_object(ask, "PutObjectLegalHold")?.with_string("s3:object-lock-legal-hold", hold)])
}

/// Keeping an object from being deleted for some time.
pub(super) fn put_retention(ask: &Ask<'_>) -> Rows {
    let retention = ask.input().member("Retention");
    let of = |name: &str| retention.as_deref().and_then(|retention| retention.string(name));
    let check = on_object(ask, "PutObjectRetention")?
        .with_string("s3:object-lock-mode", of("Mode"))
        .with_string("s3:object-lock-event-hold", of("EventHold"));
    let duration = retention.as_deref().and_then(|retention| retention.member("EventHoldDuration"));
    let days = duration.and_then(|duration| duration.string("Days")?.parse().ok());
    let check = match days {
        Some(days) => check.with(context::EVENT_HOLD_DAYS, ContextValue::Number(days)),
        None => check,
    };
    let mut checks = vec![context::retained(ask, check, of("RetainUntilDate"))];
    if bypasses_governance(ask) {
        checks.push(on_object(ask, "BypassGovernanceRetention")?);
    }
    Ok(checks)
}

/// Encrypting an object with another key.
pub(super) fn update_encryption(ask: &Ask<'_>) -> Rows {
    let encryption = ask.input().member("ObjectEncryption");
    let kms = encryption.as_deref().and_then(|encryption| encryption.member("SSE-KMS"));
    let key = kms.as_deref().and_then(|kms| kms.string("KMSKeyArn"));
    let check = on_object(ask, "UpdateObjectEncryption")?
        .with_string("s3:x-amz-server-side-encryption", kms.as_ref().map(|_| "aws:kms"))
        .with_string("s3:x-amz-server-side-encryption-aws-kms-key-id", key);
    Ok(vec![check])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_false_is_no() {
        assert!(["true", "True", "1", "yes", "", "False"].into_iter().all(|text| may_be_yes(Some(text))));
        assert!(!may_be_yes(Some("false")) && !may_be_yes(None));
    }
}
