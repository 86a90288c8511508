//! What texts of a request have to be for a row to be computed of them, by service and by the name of the member.

/// Of all requests of a service.
type Named = &'static [(&'static str, &'static str)];

/// What a member of this name is, in a request for a service.
pub(crate) fn named(service: &str, name: &str) -> Option<(&'static str, &'static str)> {
    let of_service = match service {
        "dynamodb" => DYNAMODB,
        "kms" => KMS,
        "lambda" => LAMBDA,
        "s3" => S3,
        "secretsmanager" => SECRETS_MANAGER,
        "sns" => SNS,
        "sqs" => SQS,
        _ => &[],
    };
    of_service.iter().copied().find(|(known, _)| *known == name)
}

/// The key of a map of this name.
pub(crate) fn key(service: &str, name: &str) -> Option<&'static str> {
    (service == "sns" && name.eq_ignore_ascii_case("attributes")).then_some("SampleRoleArn")
}

const DYNAMODB: Named = &[
    ("BackupArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample/backup/sample"),
    ("BulkOperationArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample/bulk-operation/sample"),
    ("ExportArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample/export/sample"),
    ("GlobalTableSourceArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample"),
    ("ImportArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample/import/sample"),
    ("ResourceArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample"),
    ("SourceTableArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample"),
    ("Statement", "SELECT sample FROM sample WHERE sample = 'sample'"),
    ("TableArn", "arn:aws:dynamodb:us-east-1:123456789012:table/sample"),
];

const KMS: Named = &[
    ("AliasName", "alias/sample"),
    ("CiphertextBlob", "MTIzNDU2NzgtMTIzNC0xMjM0LTEyMzQtMTIzNDU2Nzg5MDEy"),
    ("MultiRegion", "true"),
    ("PendingWindowInDays", "7"),
    ("RotationPeriodInDays", "90"),
    ("ValidTo", "1776845730"),
];

const LAMBDA: Named = &[
    ("Arn", "arn:aws:lambda:us-east-1:123456789012:layer:sample:1"),
    ("CapacityProviderArn", "arn:aws:lambda:us-east-1:123456789012:capacity-provider:sample"),
    ("CapacityProviderOperatorRoleArn", "arn:aws:iam::123456789012:role/sample"),
    ("CodeSigningConfigArn", "arn:aws:lambda:us-east-1:123456789012:code-signing-config:sample"),
    (
        "DurableExecutionArn",
        "arn:aws:lambda:us-east-1:123456789012:function:sample:1/durable-execution/sample/sample",
    ),
    ("KmsKeyArn", "arn:aws:kms:us-east-1:123456789012:key/sample"),
    ("Layers", "arn:aws:lambda:us-east-1:123456789012:layer:sample:1"),
    ("Resource", "arn:aws:lambda:us-east-1:123456789012:function:sample"),
    ("ResourceArn", "arn:aws:lambda:us-east-1:123456789012:function:sample"),
    ("Role", "arn:aws:iam::123456789012:role/sample"),
    ("VersionNumber", "1"),
];

const S3: Named = &[
    ("ACL", "public-read"),
    ("BypassGovernanceRetention", "true"),
    ("CopySource", "/sample/sample?versionId=sample"),
    ("Days", "1"),
    ("MaxAnnotationResults", "1"),
    ("MaxKeys", "1"),
    ("ObjectLockEnabledForBucket", "true"),
    ("ObjectLockEventHoldDurationDays", "1"),
    ("ObjectLockRetainUntilDate", "2026-04-22"),
    ("RetainUntilDate", "2026-04-22"),
    ("Role", "arn:aws:iam::123456789012:role/sample"),
    ("Tagging", "sample=sample"),
];

const SECRETS_MANAGER: Named = &[
    ("ExternalSecretRotationRoleArn", "arn:aws:iam::123456789012:role/sample"),
    ("RecoveryWindowInDays", "7"),
    ("ReplicationRoleARN", "arn:aws:iam::123456789012:role/sample"),
];

const SNS: Named = &[
    ("AttributeName", "SampleRoleArn"),
    ("AttributeValue", "arn:aws:iam::123456789012:role/sample"),
    ("Attributes", "sample"),
    ("EndpointArn", "arn:aws:sns:us-east-1:123456789012:endpoint/GCM/sample/sample"),
    ("PlatformApplicationArn", "arn:aws:sns:us-east-1:123456789012:app/GCM/sample"),
    ("ResourceArn", "arn:aws:sns:us-east-1:123456789012:sample"),
    ("SampleRoleArn", "arn:aws:iam::123456789012:role/sample"),
    ("SubscriptionArn", "arn:aws:sns:us-east-1:123456789012:sample:sample"),
    ("TargetArn", "arn:aws:sns:us-east-1:123456789012:endpoint/GCM/sample/sample"),
    ("TopicArn", "arn:aws:sns:us-east-1:123456789012:sample"),
    ("attributes", "sample"),
];

const SQS: Named = &[
    ("DestinationArn", "arn:aws:sqs:us-east-1:123456789012:sample"),
    ("QueueOwnerAWSAccountId", "123456789012"),
    ("QueueUrl", "http://localhost/123456789012/sample"),
    ("SourceArn", "arn:aws:sqs:us-east-1:123456789012:sample"),
];
