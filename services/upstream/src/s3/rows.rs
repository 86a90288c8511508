//! The authorization table of S3 ("Required permissions for Amazon S3 API operations" in the S3 User Guide; "Actions,
//! resources, and condition keys for Amazon S3" in the Service Authorization Reference).

use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::caller::Principal;
use awsim_plugin::error::ServiceError;

use super::{access_lists, context, names, objects, resources};
use crate::ask::{self, Ask};
use crate::service::{Row, row};

type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("AbortMultipartUpload", |ask| on_object(ask, "AbortMultipartUpload")),
    row("CompleteMultipartUpload", |ask| objects::write_part(ask, true)),
    row("CopyObject", objects::copy),
    row("CreateBucket", create_bucket),
    row("CreateBucketMetadataConfiguration", |ask| on_bucket(ask, "CreateBucketMetadataTableConfiguration")),
    row("CreateBucketMetadataTableConfiguration", |ask| {
        on_bucket(ask, "CreateBucketMetadataTableConfiguration")
    }),
    row("CreateMultipartUpload", |ask| objects::write(ask, false)),
    row("CreateSession", |ask| in_directory_bucket(ask, ask.text("SessionMode"))),
    row("DeleteBucket", |ask| on_bucket(ask, "DeleteBucket")),
    row("DeleteBucketAnalyticsConfiguration", |ask| on_bucket(ask, "PutAnalyticsConfiguration")),
    row("DeleteBucketCors", |ask| on_bucket(ask, "PutBucketCORS")),
    row("DeleteBucketEncryption", |ask| on_bucket(ask, "PutEncryptionConfiguration")),
    row("DeleteBucketIntelligentTieringConfiguration", |ask| {
        on_bucket(ask, "PutIntelligentTieringConfiguration")
    }),
    row("DeleteBucketInventoryConfiguration", |ask| on_bucket(ask, "PutInventoryConfiguration")),
    row("DeleteBucketLifecycle", |ask| on_bucket(ask, "PutLifecycleConfiguration")),
    row("DeleteBucketMetadataConfiguration", |ask| on_bucket(ask, "DeleteBucketMetadataTableConfiguration")),
    row("DeleteBucketMetadataTableConfiguration", |ask| {
        on_bucket(ask, "DeleteBucketMetadataTableConfiguration")
    }),
    row("DeleteBucketMetricsConfiguration", |ask| on_bucket(ask, "PutMetricsConfiguration")),
    row("DeleteBucketOwnershipControls", |ask| on_bucket(ask, "PutBucketOwnershipControls")),
    row("DeleteBucketPolicy", |ask| on_policy(ask, "DeleteBucketPolicy")),
    row("DeleteBucketReplication", |ask| on_bucket(ask, "PutReplicationConfiguration")),
    row("DeleteBucketTagging", |ask| on_bucket(ask, "PutBucketTagging")),
    row("DeleteBucketWebsite", |ask| on_bucket(ask, "DeleteBucketWebsite")),
    row("DeleteObject", objects::delete),
    row("DeleteObjectAnnotation", |ask| {
        objects::annotate(ask, "DeleteObjectAnnotation", "DeleteObjectVersionAnnotation")
    }),
    row("DeleteObjectTagging", |ask| {
        objects::on_version(ask, "DeleteObjectTagging", "DeleteObjectVersionTagging")
    }),
    row("DeleteObjects", objects::delete_several),
    row("DeletePublicAccessBlock", |ask| on_bucket(ask, "PutBucketPublicAccessBlock")),
    row("GetBucketAbac", |ask| on_bucket(ask, "GetBucketAbac")),
    row("GetBucketAccelerateConfiguration", |ask| on_bucket(ask, "GetAccelerateConfiguration")),
    row("GetBucketAcl", |ask| on_bucket(ask, "GetBucketAcl")),
    row("GetBucketAnalyticsConfiguration", |ask| on_bucket(ask, "GetAnalyticsConfiguration")),
    row("GetBucketCors", |ask| on_bucket(ask, "GetBucketCORS")),
    row("GetBucketEncryption", |ask| on_bucket(ask, "GetEncryptionConfiguration")),
    row("GetBucketIntelligentTieringConfiguration", |ask| {
        on_bucket(ask, "GetIntelligentTieringConfiguration")
    }),
    row("GetBucketInventoryConfiguration", |ask| on_bucket(ask, "GetInventoryConfiguration")),
    row("GetBucketLifecycleConfiguration", |ask| on_bucket(ask, "GetLifecycleConfiguration")),
    row("GetBucketLocation", |ask| on_bucket(ask, "GetBucketLocation")),
    row("GetBucketLogging", |ask| on_bucket(ask, "GetBucketLogging")),
    row("GetBucketMetadataConfiguration", |ask| on_bucket(ask, "GetBucketMetadataTableConfiguration")),
    row("GetBucketMetadataTableConfiguration", |ask| on_bucket(ask, "GetBucketMetadataTableConfiguration")),
    row("GetBucketMetricsConfiguration", |ask| on_bucket(ask, "GetMetricsConfiguration")),
    row("GetBucketNotificationConfiguration", |ask| on_bucket(ask, "GetBucketNotification")),
    row("GetBucketOwnershipControls", |ask| on_bucket(ask, "GetBucketOwnershipControls")),
    row("GetBucketPolicy", |ask| on_policy(ask, "GetBucketPolicy")),
    row("GetBucketPolicyStatus", |ask| on_bucket(ask, "GetBucketPolicyStatus")),
    row("GetBucketReplication", |ask| on_bucket(ask, "GetReplicationConfiguration")),
    row("GetBucketRequestPayment", |ask| on_bucket(ask, "GetBucketRequestPayment")),
    row("GetBucketTagging", |ask| on_bucket(ask, "GetBucketTagging")),
    row("GetBucketVersioning", |ask| on_bucket(ask, "GetBucketVersioning")),
    row("GetBucketWebsite", |ask| on_bucket(ask, "GetBucketWebsite")),
    row("GetObject", objects::read),
    row("GetObjectAcl", |ask| objects::on_version(ask, "GetObjectAcl", "GetObjectVersionAcl")),
    row("GetObjectAnnotation", |ask| {
        objects::on_version(ask, "GetObjectAnnotation", "GetObjectVersionAnnotation")
    }),
    row("GetObjectAttributes", objects::attributes),
    row("GetObjectLegalHold", |ask| on_object(ask, "GetObjectLegalHold")),
    row("GetObjectLockConfiguration", |ask| on_bucket(ask, "GetBucketObjectLockConfiguration")),
    row("GetObjectRetention", |ask| on_object(ask, "GetObjectRetention")),
    row("GetObjectTagging", |ask| objects::on_version(ask, "GetObjectTagging", "GetObjectVersionTagging")),
    row("GetObjectTorrent", |ask| on_object(ask, "GetObject")),
    row("GetPublicAccessBlock", |ask| on_bucket(ask, "GetBucketPublicAccessBlock")),
    row("HeadBucket", |ask| on_bucket(ask, "ListBucket")),
    row("HeadObject", objects::read),
    row("ListBucketAnalyticsConfigurations", |ask| on_bucket(ask, "GetAnalyticsConfiguration")),
    row("ListBucketIntelligentTieringConfigurations", |ask| {
        on_bucket(ask, "GetIntelligentTieringConfiguration")
    }),
    row("ListBucketInventoryConfigurations", |ask| on_bucket(ask, "GetInventoryConfiguration")),
    row("ListBucketMetricsConfigurations", |ask| on_bucket(ask, "GetMetricsConfiguration")),
    row("ListBuckets", |ask| Ok(vec![context::check(ask, "ListAllMyBuckets", "*")])),
    row("ListMultipartUploads", |ask| on_bucket(ask, "ListBucketMultipartUploads")),
    row("ListObjectAnnotations", objects::list_annotations),
    row("ListObjectVersions", |ask| list(ask, "ListBucketVersions")),
    row("ListObjects", |ask| list(ask, "ListBucket")),
    row("ListObjectsV2", |ask| list(ask, "ListBucket")),
    row("ListParts", |ask| on_object(ask, "ListMultipartUploadParts")),
    row("PutBucketAbac", |ask| on_bucket(ask, "PutBucketAbac")),
    row("PutBucketAccelerateConfiguration", |ask| on_bucket(ask, "PutAccelerateConfiguration")),
    row("PutBucketAcl", |ask| Ok(vec![context::texts(ask, bucket(ask, "PutBucketAcl")?, context::ACCESS)])),
    row("PutBucketAnalyticsConfiguration", |ask| on_bucket(ask, "PutAnalyticsConfiguration")),
    row("PutBucketCors", |ask| on_bucket(ask, "PutBucketCORS")),
    row("PutBucketEncryption", |ask| on_bucket(ask, "PutEncryptionConfiguration")),
    row("PutBucketIntelligentTieringConfiguration", |ask| {
        on_bucket(ask, "PutIntelligentTieringConfiguration")
    }),
    row("PutBucketInventoryConfiguration", put_inventory),
    row("PutBucketLifecycleConfiguration", |ask| on_bucket(ask, "PutLifecycleConfiguration")),
    row("PutBucketLogging", |ask| on_bucket(ask, "PutBucketLogging")),
    row("PutBucketMetricsConfiguration", |ask| on_bucket(ask, "PutMetricsConfiguration")),
    row("PutBucketNotificationConfiguration", |ask| on_bucket(ask, "PutBucketNotification")),
    row("PutBucketOwnershipControls", |ask| on_bucket(ask, "PutBucketOwnershipControls")),
    row("PutBucketPolicy", |ask| on_policy(ask, "PutBucketPolicy")),
    row("PutBucketReplication", put_replication),
    row("PutBucketRequestPayment", |ask| on_bucket(ask, "PutBucketRequestPayment")),
    row("PutBucketTagging", |ask| on_bucket(ask, "PutBucketTagging")),
    row("PutBucketVersioning", |ask| on_bucket(ask, "PutBucketVersioning")),
    row("PutBucketWebsite", |ask| on_bucket(ask, "PutBucketWebsite")),
    row("PutObject", |ask| objects::write(ask, true)),
    row("PutObjectAcl", objects::put_access_list),
    row("PutObjectAnnotation", |ask| {
        objects::annotate(ask, "PutObjectAnnotation", "PutObjectVersionAnnotation")
    }),
    row("PutObjectLegalHold", objects::put_legal_hold),
    row("PutObjectLockConfiguration", |ask| on_bucket(ask, "PutBucketObjectLockConfiguration")),
    row("PutObjectRetention", objects::put_retention),
    row("PutObjectTagging", objects::put_tags),
    row("PutPublicAccessBlock", |ask| on_bucket(ask, "PutBucketPublicAccessBlock")),
    row("RenameObject", |ask| in_directory_bucket(ask, Some("ReadWrite".to_owned()))),
    row("RestoreObject", |ask| on_object(ask, "RestoreObject")),
    row("SelectObjectContent", |ask| on_object(ask, "GetObject")),
    row("UpdateBucketMetadataAnnotationTableConfiguration", |ask| {
        on_bucket(ask, "UpdateBucketMetadataAnnotationTableConfiguration")
    }),
    row("UpdateBucketMetadataInventoryTableConfiguration", |ask| {
        on_bucket(ask, "UpdateBucketMetadataInventoryTableConfiguration")
    }),
    row("UpdateBucketMetadataJournalTableConfiguration", |ask| {
        on_bucket(ask, "UpdateBucketMetadataJournalTableConfiguration")
    }),
    row("UpdateObjectEncryption", objects::update_encryption),
    row("UploadPart", |ask| objects::write_part(ask, false)),
    row("UploadPartCopy", objects::copy_part),
    row("WriteGetObjectResponse", write_get_object_response),
];

fn bucket(ask: &Ask<'_>, action: &str) -> Result<Check, ServiceError> {
    Ok(context::check(ask, action, names::bucket(ask)?))
}

fn on_bucket(ask: &Ask<'_>, action: &str) -> Rows {
    Ok(vec![bucket(ask, action)?])
}

fn on_object(ask: &Ask<'_>, action: &str) -> Rows {
    Ok(vec![context::check(ask, action, names::object(ask)?)])
}

fn list(ask: &Ask<'_>, action: &str) -> Rows {
    Ok(vec![context::listed(ask, bucket(ask, action)?)])
}

/// A root user gets at the policy of its account's bucket whatever that policy says, so that nobody is locked out.
fn on_policy(ask: &Ask<'_>, action: &str) -> Rows {
    let check = bucket(ask, action)?;
    let cx = ask.request.cx;
    let is_owner = cx.caller.principal == Principal::Root && check.resource_account == Some(cx.account());
    Ok(vec![if is_owner { check.beyond_resource_policy() } else { check }])
}

/// The bucket is the caller's own; what another account has under the name is no matter of permissions.
fn create_bucket(ask: &Ask<'_>) -> Rows {
    let arn = names::bucket(ask)?;
    let input = ask.input();
    let tags = resources::created_tags(ask);
    let on = |action: &str| context::check(ask, action, &*arn).owned_by(ask.request.cx.account());
    let configuration = input.member("CreateBucketConfiguration");
    let location = configuration.and_then(|configuration| configuration.string("LocationConstraint"));
    let create = context::texts(ask, ask::tagged(on("CreateBucket"), &tags), context::ACCESS)
        .with_string("s3:locationconstraint", location)
        .with_string("s3:x-amz-bucket-namespace", ask.text("BucketNamespace"))
        .with_string("s3:x-amz-object-ownership", ask.text("ObjectOwnership"));
    let mut checks = vec![create];
    if access_lists::is_given(input) && ask.text("ACL").is_none_or(|canned| canned != "private") {
        checks.push(context::texts(ask, on("PutBucketAcl"), context::ACCESS));
    }
    if input.is_true("ObjectLockEnabledForBucket") {
        checks.extend(["PutBucketObjectLockConfiguration", "PutBucketVersioning"].map(on));
    }
    if ask.text("ObjectOwnership").is_some() {
        checks.push(on("PutBucketOwnershipControls"));
    }
    if !tags.is_empty() {
        checks.push(ask::tagged(on("TagResource"), &tags));
    }
    Ok(checks)
}

/// S3 takes on the role that replicates.
fn put_replication(ask: &Ask<'_>) -> Rows {
    let mut checks = on_bucket(ask, "PutReplicationConfiguration")?;
    let configuration = ask.input().member("ReplicationConfiguration");
    if let Some(role) = configuration.and_then(|configuration| configuration.string("Role")) {
        let pass = Check::on("iam:PassRole", role);
        checks.push(pass.with_string("iam:PassedToService", Some("s3.amazonaws.com")));
    }
    Ok(checks)
}

fn put_inventory(ask: &Ask<'_>) -> Rows {
    let configuration = ask.input().member("InventoryConfiguration");
    let fields =
        configuration.map(|configuration| configuration.strings("OptionalFields")).unwrap_or_default();
    let check = bucket(ask, "PutInventoryConfiguration")?;
    Ok(vec![match fields.is_empty() {
        true => check,
        false => check.with("s3:InventoryAccessibleOptionalFields", ContextValue::Strings(fields)),
    }])
}

/// Directory buckets have another namespace, and sessions that say what is done in them.
fn in_directory_bucket(ask: &Ask<'_>, mode: Option<String>) -> Rows {
    let bucket = names::bucket(ask)?;
    let name = names::parts(&bucket).map(|(name, _)| name).unwrap_or_default();
    let cx = ask.request.cx;
    let arn = cx.arn("s3express", cx.region, cx.account(), format_args!("bucket/{name}"));
    Ok(vec![Check::on("s3express:CreateSession", arn).with_string("s3express:SessionMode", mode)])
}

/// Only the token tells which access point is answered for: it takes a permission on all of them.
fn write_get_object_response(ask: &Ask<'_>) -> Rows {
    let cx = ask.request.cx;
    let arn = cx.arn("s3-object-lambda", cx.region, cx.account(), "accesspoint/*");
    Ok(vec![Check::on("s3-object-lambda:WriteGetObjectResponse", arn)])
}
