//! Where rows of services that run elsewhere differ.

use super::{API_SAYS, Exception, NEW, ONE_KIND};

const UPSTREAM_READS: &str = "Headers of the answer tell of it to those who are permitted; which headers a server sends is its own matter.";
const UPSTREAM_MAKES: &str = "The tables that S3 makes then are made by the server, of its own.";
const ACCESS_POINTS: &str = "There are no access points here.";
const NO_HEADERS: &str = "Requests that delete or keep an object have none of these headers.";
const FORGOTTEN: &str = "Every signed request has it; the reference has forgotten it for this action.";
const WHOLE: &str = "Headers that say it of the object as a whole come with the request that begins the upload, or that ends it.";
const REPLICATION: &str = "Global tables over several accounts are replicated by the server, of its own.";
const STATEMENT: &str = "A statement does one of them.";
const COPIED: &str = "Items are copied, and nobody asks for some of them or for a part.";
const NO_MEMBER: &str = "The request has no such member.";
const UNKNOWN_YET: &str = "This edition of the reference does not know the operation, which is newer; actions are called as operations are.";
const FIRST_POLICY: &str = "The first policy comes with the key; the reference means that whoever it names must be able to replace it.";
const PASSED: &str = "The service does not know the tags of roles (the IAM User Guide advises against conditions on them), nor what the role is for.";
const VPC: &str = "Which network a subnet belongs to, nobody here knows.";
const GIVES_NO_TAGS: &str =
    "The request gives no tags; the reference lists their keys with the kind of the resource.";

/// What differs of one operation after the other.
#[rustfmt::skip]
pub(super) const EXCEPTIONS: &[Exception] = &[
    ("dynamodb:*", "* is asked for on no stream", ONE_KIND),
    ("dynamodb:*", "does not ask for dynamodb:ReadDataForReplication", REPLICATION),
    ("dynamodb:*", "does not ask for dynamodb:ReplicateSettings", REPLICATION),
    ("dynamodb:*", "does not ask for dynamodb:WriteDataForReplication", REPLICATION),
    ("dynamodb:*BulkOperation*", "there is no action dynamodb:*", UNKNOWN_YET),
    ("dynamodb:*Item", "* never has dynamodb:EnclosingOperation", "No other operation encloses it."),
    ("dynamodb:*Statement", "does not ask for dynamodb:PartiQL*", STATEMENT),
    ("dynamodb:CreateTable", "does not ask for dynamodb:*", "A replica for another account is filled by the server, of its own."),
    ("dynamodb:ExecuteStatement", "* never has dynamodb:EnclosingOperation", "No other operation encloses it."),
    ("dynamodb:ExecuteTransaction", "does not ask for dynamodb:PartiQL*", STATEMENT),
    ("dynamodb:Query", "* never has dynamodb:ReturnValues", NO_MEMBER),
    ("dynamodb:RestoreTable*", "* never has dynamodb:*", COPIED),
    ("dynamodb:RestoreTableToPointInTime", "does not ask for dynamodb:*Replica", "No replica is restored with the table."),
    ("dynamodb:Scan", "* never has dynamodb:ReturnValues", NO_MEMBER),
    ("dynamodb:StartBulkPutItems", "there is no action dynamodb:*", UNKNOWN_YET),
    ("dynamodb:TransactWriteItems", "* never has dynamodb:ReturnValues", "A transaction returns none."),
    ("dynamodb:TransactWriteItems", "dynamodb:ConditionCheckItem has no condition key dynamodb:EnclosingOperation", "The developer guide's policies for transactions have it."),
    ("dynamodb:UpdateTable", "* never has aws:*", "A new replica is given no tags."),
    ("dynamodb:UpdateTable", "* never has dynamodb:*", COPIED),
    ("dynamodb:UpdateTable", "asks for dynamodb:DeleteTableReplica", API_SAYS),
    ("dynamodb:UpdateTable", "does not ask for dynamodb:TagResource", "The request gives no tags."),
    ("kms:*", "* never has kms:RecipientAttestation:*", "Attestation documents of enclaves are not read."),
    ("kms:*", "* never has kms:RequestAlias", "An alias that stands for nothing is refused, so the sample names keys by their ids."),
    ("kms:*", "* never has kms:ViaService", "No service of AWS makes requests for others here."),
    ("kms:*CustomKeyStore", "does not ask for *", "The server connects to key stores of its own."),
    ("kms:CreateKey", "* never has aws:ResourceTag/*", NEW),
    ("kms:CreateKey", "* never has kms:ResourceAliases of key", "What is to be made has no aliases yet."),
    ("kms:CreateKey", "does not ask for iam:CreateServiceLinkedRole", "Copies in other regions are the server's."),
    ("kms:CreateKey", "does not ask for kms:PutKeyPolicy", FIRST_POLICY),
    ("kms:DisableKey", "* never has kms:TrailingDaysWithoutKeyUsage", "When a key was used last, only the server knows."),
    ("kms:ReplicateKey", "* never has aws:ResourceTag/*", NEW),
    ("kms:ReplicateKey", "* never has kms:ResourceAliases of key", "What is to be made has no aliases yet."),
    ("kms:ReplicateKey", "does not ask for iam:CreateServiceLinkedRole", "Copies in other regions are the server's."),
    ("kms:ReplicateKey", "does not ask for kms:PutKeyPolicy", FIRST_POLICY),
    ("kms:RetireGrant", "* never has kms:EncryptionContext*", "The grant has them, which is kept as the statement that it comes to."),
    ("kms:RetireGrant", "* never has kms:GrantConstraintType", "The grant has it, which is kept as the statement that it comes to."),
    ("kms:ScheduleKeyDeletion", "* never has kms:TrailingDaysWithoutKeyUsage", "When a key was used last, only the server knows."),
    ("lambda:*", "iam:PassRole never has *", PASSED),
    ("lambda:*", "asks for s3:GetObjectVersion", "The API reference asks for reading the object that code is in."),
    ("lambda:*", "s3:GetObjectVersion never has *", "Lambda reads the object, in a request of its own."),
    ("lambda:*DurableExecution", "there is no action lambda:*", UNKNOWN_YET),
    ("lambda:*ResourcePolicy", "* is asked for on no webFunction", ONE_KIND),
    ("lambda:*ResourcePolicy", "* never has lambda:*", "The policy as a whole may let in many, in many ways."),
    ("lambda:Create*", "lambda:TagResource never has aws:ResourceTag/*", NEW),
    ("lambda:CreateCapacityProvider", "does not ask for iam:CreateServiceLinkedRole", "The server manages instances of its own."),
    ("lambda:CreateCapacityProvider", "kms:DescribeKey never has *", "Lambda asks for the key, in a request of its own."),
    ("lambda:CreateFunction", "* never has lambda:VpcIds", VPC),
    ("lambda:GetFunction", "does not ask for lambda:ListTags", "Tags are in the answer for those who may list them; which answer a server gives is its own matter."),
    ("lambda:Invoke*", "* never has lambda:EventSourceToken", "Only AddPermission gives one."),
    ("lambda:SendDurableExecutionCallback*", "* never has aws:ResourceTag/*", "Only the server can read whose callback it is: all are asked for."),
    ("lambda:UpdateFunctionConfiguration", "* never has lambda:VpcIds", VPC),
    ("s3:*", "* never has s3:AccessGrantsInstanceArn", "There are no access grants here."),
    ("s3:*", "* never has s3:TlsVersion", "The host does not tell services the version of TLS."),
    ("s3:C*", "* never has s3:x-amz-grant-write", "Objects cannot be granted for writing."),
    ("s3:CompleteMultipartUpload", "s3:PutObject never has s3:*", WHOLE),
    ("s3:CopyObject", "asks for s3:GetObject*Tagging", "Tags that go along are read; S3 refuses the copy to those who may not."),
    ("s3:CreateBucket", "asks for s3:TagResource", API_SAYS),
    ("s3:CreateBucket", "* has no condition key s3:x-amz-content-sha256", FORGOTTEN),
    ("s3:CreateBucket*", "does not ask for kms:*", UPSTREAM_MAKES),
    ("s3:CreateBucket*", "does not ask for s3tables:*", UPSTREAM_MAKES),
    ("s3:CreateMultipartUpload", "s3:PutObject never has s3:if-*", WHOLE),
    ("s3:CreateMultipartUpload", "s3:PutObject never has s3:x-amz-*", "Nothing is copied."),
    ("s3:CreateSession", "* never has *Tag/*", "Nothing is known of directory buckets."),
    ("s3:DeleteBucketInventoryConfiguration", "* never has s3:InventoryAccessibleOptionalFields", "What is deleted has no fields any more."),
    ("s3:DeleteBucketReplication", "does not ask for iam:PassRole", "No role is passed."),
    ("s3:DeleteBucketReplication", "* never has s3:isReplicationPauseRequest", "Replication is paused by a service of AWS."),
    ("s3:DeleteObject", "s3:BypassGovernanceRetention never has *", NO_HEADERS),
    ("s3:DeleteObjectAnnotation", "asks for s3:DeleteObjectVersionAnnotation", API_SAYS),
    ("s3:DeleteObjects", "s3:BypassGovernanceRetention never has *", NO_HEADERS),
    ("s3:GetObject", "does not ask for s3:GetObject*", UPSTREAM_READS),
    ("s3:GetObjectAnnotation", "asks for s3:GetObjectVersionAnnotation", API_SAYS),
    ("s3:GetObjectAttributes", "asks for s3:GetObject*Attributes", API_SAYS),
    ("s3:GetObjectLockConfiguration", "* has no condition key s3:x-amz-content-sha256", FORGOTTEN),
    ("s3:HeadBucket", "s3:ListBucket never has *", "A bucket is asked for, and no list."),
    ("s3:HeadObject", "asks for s3:GetObjectVersion", API_SAYS),
    ("s3:HeadObject", "does not ask for s3:GetObject*", UPSTREAM_READS),
    ("s3:ListMultipartUploads", "* never has s3:*AccessPoint*", ACCESS_POINTS),
    ("s3:ListObjectAnnotations", "asks for s3:ListObjectVersionAnnotations", API_SAYS),
    ("s3:ListObjects*", "does not ask for s3:GetObjectAcl", "It is needed for the owners that a list may name, which a server names as it likes."),
    ("s3:PutBucketReplication", "iam:PassRole never has *", "S3 does not know the tags of roles, nor what they are for."),
    ("s3:PutBucketReplication", "* never has s3:isReplicationPauseRequest", "Replication is paused by a service of AWS."),
    ("s3:PutObject", "* never has s3:x-amz-*", "Nothing is copied, and objects cannot be granted for writing."),
    ("s3:PutObjectAcl", "* never has s3:x-amz-storage-class", "Nothing is stored."),
    ("s3:PutObjectAnnotation", "asks for s3:PutObjectVersionAnnotation", API_SAYS),
    ("s3:PutObjectLockConfiguration", "* has no condition key s3:x-amz-content-sha256", FORGOTTEN),
    ("s3:PutObjectRetention", "s3:BypassGovernanceRetention never has *", NO_HEADERS),
    ("s3:RenameObject", "* never has *Tag/*", "Nothing is known of directory buckets."),
    ("s3:UpdateBucketMetadataInventoryTableConfiguration", "does not ask for *", UPSTREAM_MAKES),
    ("s3:UploadPart*", "s3:PutObject never has s3:*", WHOLE),
    ("secretsmanager:*", "* never has aws:RequestTag/* of Secret", GIVES_NO_TAGS),
    ("secretsmanager:*", "* never has aws:TagKeys of Secret", GIVES_NO_TAGS),
    ("secretsmanager:*", "iam:PassRole never has *", PASSED),
    ("secretsmanager:*AssociateCrossAccountReplica", "there is no action secretsmanager:*", UNKNOWN_YET),
    ("secretsmanager:AssociateCrossAccountReplica", "asks for iam:PassRole", "A role is passed."),
    ("secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue never has *", "Which secrets filters find only the server knows: all are asked for."),
    ("secretsmanager:CreateSecret", "* never has *ResourceTag/*", NEW),
    ("secretsmanager:CreateSecret", "* never has secretsmanager:*", "What is to be made has no ARN, and none of this, yet."),
    ("secretsmanager:DisassociateCrossAccountReplica", "there is no action secretsmanager:*", UNKNOWN_YET),
    ("secretsmanager:ListResourcePolicies", "there is no action secretsmanager:*", UNKNOWN_YET),
    ("secretsmanager:ValidateResourcePolicy", "* is asked for on everything", "A policy may be looked at for no secret in particular."),
    ("secretsmanager:ValidateResourcePolicy", "* never has secretsmanager:BlockPublicPolicy", "The policy is not put."),
    ("sns:*", "iam:PassRole never has *", PASSED),
    ("sns:Publish", "* is asked for on everything", "A telephone is no resource."),
    ("sqs:CancelMessageMoveTask", "* never has aws:ResourceTag/*", "Only the server can read which queue a task is about: all are asked for."),
];
