use crate::dynamodb::DynamoDb;
use crate::kms::Kms;
use crate::lambda::Lambda;
use crate::s3::S3;
use crate::secretsmanager::SecretsManager;
use crate::service::Service;
use crate::sns::Sns;
use crate::sqs::Sqs;

/// Every operation has a row, every row an operation, and both are in the order in which they are looked up.
fn is_total<S: Service>() {
    let operations: Vec<_> = S::OPERATIONS.iter().map(|operation| operation.shape.name).collect();
    let rows: Vec<_> = S::ROWS.iter().map(|row| row.operation).collect();
    assert_eq!(rows, operations, "{}", S::MODEL.signing_name);
    assert!(operations.is_sorted());
    for change in S::CHANGES {
        assert!(operations.contains(&change.operation), "{}", change.operation);
    }
}

#[test]
fn every_operation_has_a_row() {
    is_total::<DynamoDb>();
    is_total::<Kms>();
    is_total::<Lambda>();
    is_total::<S3>();
    is_total::<SecretsManager>();
    is_total::<Sns>();
    is_total::<Sqs>();
}
