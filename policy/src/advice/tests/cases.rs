//! A case for each finding: the policy, and the text it points at.

use super::{allow, condition, trust};
use crate::advice::Code;
use crate::validate::PolicyKind::{
    self, Identity, PermissionsBoundary, Resource, ResourceControl, ServiceControl, Session, Trust,
};

/// Code, kind, statement, text pointed at.
type Case = (Code, PolicyKind, String, &'static str);

/// All cases.
pub(super) fn cases() -> impl Iterator<Item = Case> {
    let subjects = [
        elements(),
        principals(),
        actions(),
        resources(),
        roles(),
        condition_keys(),
        qualifiers(),
        tag_keys(),
        types_of_values(),
        condition_values(),
        variables(),
    ];
    subjects.into_iter().flatten()
}

/// Elements that say nothing.
fn elements() -> Vec<Case> {
    vec![
        (
            Code::EmptySidValue,
            Identity,
            format!(r#""Sid":"",{}"#, allow(r#""s3:GetObject""#, r#""*""#)),
            r#""""#,
        ),
        (Code::EmptyArrayAction, Identity, allow("[]", r#""*""#), "[]"),
        (Code::EmptyArrayResource, Identity, allow(r#""s3:GetObject""#, "[]"), "[]"),
        (Code::EmptyArrayPrincipal, Trust, trust(r#"{"AWS":[]}"#), "[]"),
        (Code::EmptyObjectPrincipal, Trust, trust("{}"), "{}"),
        (Code::EmptyObjectCondition, Identity, condition("{}"), "{}"),
        (Code::EmptyObjectCondition, Identity, condition(r#"{"Bool":{}}"#), r#""Bool""#),
        (Code::EmptyArrayCondition, Identity, condition(r#"{"StringEquals":{"aws:username":[]}}"#), "[]"),
    ]
}

/// Whom a statement lets in.
fn principals() -> Vec<Case> {
    vec![
        (
            Code::AllowWithNotPrincipal,
            Resource,
            format!(r#""NotPrincipal":{{"AWS":"111122223333"}},{}"#, allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/*""#)),
            r#""NotPrincipal""#,
        ),
        (
            Code::AllowEveryoneWithoutCondition,
            Resource,
            format!(r#""Principal":"*",{}"#, allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/*""#)),
            r#""*""#,
        ),
        (Code::TrustEveryoneWithoutCondition, Trust, trust(r#"{"AWS":"*"}"#), r#""*""#),
        (
            Code::UnsupportedWildcardInPrincipal,
            Trust,
            trust(r#"{"AWS":"arn:aws:iam::111122223333:role/*"}"#),
            r#""arn:aws:iam::111122223333:role/*""#,
        ),
        (
            Code::RestrictAccessToServicePrincipal,
            Resource,
            format!(
                r#""Principal":{{"Service":"sns.amazonaws.com"}},{}"#,
                allow(r#""sqs:SendMessage""#, r#""arn:aws:sqs:us-east-1:111122223333:q""#)
            ),
            r#""sns.amazonaws.com""#,
        ),
        (
            Code::MissingConditionKeyForOidcPrincipal,
            Trust,
            r#""Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}"#.to_owned(),
            r#""arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com""#,
        ),
    ]
}

/// Actions that are none, and that do more than is meant.
fn actions() -> Vec<Case> {
    vec![
        (
            Code::InvalidServiceInAction,
            Identity,
            allow(r#""dynamobd:GetItem""#, r#""*""#),
            r#""dynamobd:GetItem""#,
        ),
        (Code::InvalidAction, Identity, allow(r#""s3:GetObjects""#, r#""*""#), r#""s3:GetObjects""#),
        (Code::ActionWildcardMatchesNothing, Identity, allow(r#""s3:Fetch*""#, r#""*""#), r#""s3:Fetch*""#),
        (
            Code::ActionWildcardMatchesNothing,
            Identity,
            allow(r#""nosuch*:Get*""#, r#""*""#),
            r#""nosuch*:Get*""#,
        ),
        (Code::WildcardInServiceName, Identity, allow(r#""s*:List*""#, r#""*""#), r#""s*:List*""#),
        (
            Code::UnsupportedActionInPolicy,
            ResourceControl,
            r#""Effect":"Deny","Principal":"*","Action":"ec2:RunInstances","Resource":"*""#.to_owned(),
            r#""ec2:RunInstances""#,
        ),
        (
            Code::RedundantAction,
            Identity,
            allow(r#"["s3:Get*","s3:getobject"]"#, r#""*""#),
            r#""s3:getobject""#,
        ),
        (
            Code::RedundantAction,
            Identity,
            allow(r#"["s3:GetObject","s3:GetObject"]"#, r#""*""#),
            r#""s3:GetObject""#,
        ),
    ]
}

/// Resources that are none, and that do not go with the actions.
fn resources() -> Vec<Case> {
    vec![
        (
            Code::InvalidArnServiceCase,
            Identity,
            allow(r#""s3:GetObject""#, r#""arn:aws:S3:::b/*""#),
            r#""arn:aws:S3:::b/*""#,
        ),
        (
            Code::InvalidService,
            Identity,
            allow(r#""s3:GetObject""#, r#""arn:aws:s33:::b/*""#),
            r#""arn:aws:s33:::b/*""#,
        ),
        (
            Code::InvalidArnAccount,
            Identity,
            allow(r#""sqs:SendMessage""#, r#""arn:aws:sqs:us-east-1:1111222233:q""#),
            r#""arn:aws:sqs:us-east-1:1111222233:q""#,
        ),
        (
            Code::InvalidArnRegion,
            Identity,
            allow(r#""sqs:SendMessage""#, r#""arn:aws:sqs:us-east-one:111122223333:q""#),
            r#""arn:aws:sqs:us-east-one:111122223333:q""#,
        ),
        (
            Code::InvalidArnResource,
            Identity,
            allow(r#""lambda:*""#, r#""arn:aws:lambda:us-east-1:111122223333:fnction:f""#),
            r#""arn:aws:lambda:us-east-1:111122223333:fnction:f""#,
        ),
        (
            Code::UnsupportedResourceForAction,
            Identity,
            allow(r#""s3:ListBucket""#, r#""arn:aws:s3:::b/*""#),
            r#""s3:ListBucket""#,
        ),
        (
            Code::UnsupportedResourceForAction,
            Identity,
            allow(r#""iam:*Role""#, r#""arn:aws:iam::111122223333:user/u""#),
            r#""iam:*Role""#,
        ),
        (
            Code::ActionNeedsAllResources,
            Identity,
            allow(r#""s3:ListAllMyBuckets""#, r#""arn:aws:s3:::b""#),
            r#""s3:ListAllMyBuckets""#,
        ),
        (
            Code::UnusedResource,
            Identity,
            allow(r#""s3:GetObject""#, r#"["arn:aws:s3:::b","arn:aws:s3:::b/*"]"#),
            r#""arn:aws:s3:::b""#,
        ),
        (
            Code::RedundantResource,
            Identity,
            allow(r#""s3:GetObject""#, r#"["arn:aws:s3:::b/k","arn:aws:s3:::b/*"]"#),
            r#""arn:aws:s3:::b/k""#,
        ),
    ]
}

/// Roles that are given away.
fn roles() -> Vec<Case> {
    vec![
        (Code::PassRoleWithStarInResource, Identity, allow(r#"["iam:PassRole"]"#, r#""*""#), r#""iam:PassRole""#),
        (
            Code::PassRoleWithStarInResource,
            Session,
            allow(r#"["iam:passrole"]"#, r#""arn:aws:iam::111122223333:role/*""#),
            r#""iam:passrole""#,
        ),
        (Code::PassRoleWithStarInActionAndResource, Identity, allow(r#""iam:*""#, r#"["*"]"#), r#""*""#),
        (
            Code::PassRoleWithNotResource,
            Identity,
            r#""Effect":"Allow","Action":"iam:PassRole","NotResource":"arn:aws:iam::111122223333:role/admin""#.to_owned(),
            r#""iam:PassRole""#,
        ),
        (
            Code::PassRoleWithStarInActionAndNotResource,
            Identity,
            r#""Effect":"Allow","Action":"iam:Pass*","NotResource":"arn:aws:iam::111122223333:role/admin""#.to_owned(),
            r#""NotResource""#,
        ),
        (
            Code::PassRoleWithNotActionAndNotResource,
            Identity,
            r#""Effect":"Allow","NotAction":"s3:GetObject","NotResource":"arn:aws:s3:::b/*""#.to_owned(),
            r#""NotResource""#,
        ),
        (
            Code::PassRoleWithStarInResourceAndNotAction,
            Identity,
            r#""Effect":"Allow","NotAction":"s3:GetObject","Resource":["*"]"#.to_owned(),
            r#""*""#,
        ),
        (
            Code::CreateSlrWithStarInResource,
            Identity,
            allow(r#"["iam:CreateServiceLinkedRole"]"#, r#""*""#),
            r#""iam:CreateServiceLinkedRole""#,
        ),
        (Code::CreateSlrWithStarInActionAndResource, Identity, allow(r#""iam:Create*""#, r#"["*"]"#), r#""*""#),
        (
            Code::CreateSlrWithNotResource,
            Identity,
            r#""Effect":"Allow","Action":"iam:CreateServiceLinkedRole","NotResource":"arn:aws:iam::111122223333:role/admin""#.to_owned(),
            r#""iam:CreateServiceLinkedRole""#,
        ),
    ]
}

/// Keys of conditions.
fn condition_keys() -> Vec<Case> {
    vec![
        (
            Code::InvalidConditionKeyFormat,
            Trust,
            format!(
                r#"{},"Condition":{{"StringEquals":{{"username":"a"}}}}"#,
                trust(r#"{"AWS":"111122223333"}"#)
            ),
            r#""username""#,
        ),
        (
            Code::InvalidGlobalConditionKey,
            Identity,
            condition(r#"{"StringEquals":{"aws:PrincipleArn":"a"}}"#),
            r#""aws:PrincipleArn""#,
        ),
        (
            Code::InvalidServiceConditionKey,
            Identity,
            condition(r#"{"StringEquals":{"s3:prefx":"a"}}"#),
            r#""s3:prefx""#,
        ),
        (
            Code::InvalidServiceConditionKey,
            Identity,
            condition(r#"{"StringEquals":{"nosuch:key":"a"}}"#),
            r#""nosuch:key""#,
        ),
        (
            Code::DeprecatedGlobalConditionKey,
            Identity,
            condition(r#"{"StringLike":{"aws:ARN":"a"}}"#),
            r#""aws:ARN""#,
        ),
        (
            Code::ConditionKeyNeverPresent,
            Identity,
            condition(r#"{"StringEquals":{"s3:prefix":"a"}}"#),
            r#""s3:prefix""#,
        ),
        (
            Code::DuplicateKeysWithDifferentCase,
            Identity,
            condition(r#"{"StringEquals":{"aws:username":"a","aws:UserName":"a"}}"#),
            r#""aws:UserName""#,
        ),
    ]
}

/// Keys of several values, and what is to hold for how many of them.
fn qualifiers() -> Vec<Case> {
    vec![
        (
            Code::MissingQualifier,
            Identity,
            condition(r#"{"StringEquals":{"aws:CalledVia":"a"}}"#),
            r#""aws:CalledVia""#,
        ),
        (
            Code::ForallvaluesWithSingleValuedKey,
            Identity,
            condition(r#"{"ForAllValues:StringEquals":{"aws:username":"a"}}"#),
            r#""aws:username""#,
        ),
        (
            Code::ForallvaluesWithoutNullCheck,
            Identity,
            condition(r#"{"ForAllValues:StringEquals":{"aws:CalledVia":"a"}}"#),
            r#""aws:CalledVia""#,
        ),
        (
            Code::NullWithQualifier,
            Identity,
            condition(r#"{"ForAnyValue:Null":{"aws:CalledVia":"true"}}"#),
            r#""aws:CalledVia""#,
        ),
        (
            Code::MissingPairedConditionKeys,
            Identity,
            condition(r#"{"IpAddress":{"aws:VpcSourceIp":"10.0.0.1"}}"#),
            r#""aws:VpcSourceIp""#,
        ),
    ]
}

/// Keys of tags, of a service that does not know them.
fn tag_keys() -> Vec<Case> {
    vec![
        (
            Code::AllowWithUnsupportedTagConditionKeyForService,
            Identity,
            r#""Effect":"Allow","Action":"health:DescribeEvents","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/a":"b"}}"#.to_owned(),
            r#""aws:ResourceTag/a""#,
        ),
        (
            Code::DenyWithUnsupportedTagConditionKeyForService,
            ServiceControl,
            r#""Effect":"Deny","Action":"health:DescribeEvents","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/a":"b"}}"#.to_owned(),
            r#""aws:ResourceTag/a""#,
        ),
        (
            Code::AllowNotactionWithUnsupportedTagConditionKeyForService,
            PermissionsBoundary,
            r#""Effect":"Allow","NotAction":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/a":"b"}}"#.to_owned(),
            r#""aws:ResourceTag/a""#,
        ),
        (
            Code::DenyNotactionWithUnsupportedTagConditionKeyForService,
            Identity,
            r#""Effect":"Deny","NotAction":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/a":"b"}}"#.to_owned(),
            r#""aws:ResourceTag/a""#,
        ),
    ]
}

/// Values of another type than their operator or key has.
fn types_of_values() -> Vec<Case> {
    vec![
        (
            Code::TypeMismatch,
            Identity,
            condition(r#"{"StringEquals":{"aws:SourceIp":"203.0.113.1"}}"#),
            r#""aws:SourceIp""#,
        ),
        (
            Code::TypeMismatchBoolean,
            Identity,
            condition(r#"{"Bool":{"aws:SecureTransport":"yes"}}"#),
            r#""yes""#,
        ),
        (
            Code::TypeMismatchDate,
            Identity,
            condition(r#"{"DateLessThan":{"aws:CurrentTime":"tomorrow"}}"#),
            r#""tomorrow""#,
        ),
        (
            Code::TypeMismatchIpRange,
            Identity,
            condition(r#"{"IpAddress":{"aws:SourceIp":"203.0.113.*"}}"#),
            r#""203.0.113.*""#,
        ),
        (
            Code::TypeMismatchNumber,
            Identity,
            condition(r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":"an hour"}}"#),
            r#""an hour""#,
        ),
        (Code::TypeMismatchString, Identity, condition(r#"{"BinaryEquals":{"aws:username":"?"}}"#), r#""?""#),
        (
            Code::TypeMismatchArn,
            Identity,
            condition(r#"{"ArnLike":{"aws:PrincipalArn":"role/app"}}"#),
            r#""role/app""#,
        ),
    ]
}

/// Values of conditions.
fn condition_values() -> Vec<Case> {
    vec![
        (
            Code::InvalidConditionMultipleBoolean,
            Identity,
            condition(r#"{"Bool":{"aws:SecureTransport":["true","false"]}}"#),
            r#"["true","false"]"#,
        ),
        (
            Code::InvalidConditionDataType,
            Identity,
            condition(r#"{"NumericEquals":{"aws:MultiFactorAuthAge":["1",2]}}"#),
            r#"["1",2]"#,
        ),
        (
            Code::WildcardWithoutLikeOperator,
            Identity,
            condition(r#"{"StringEquals":{"aws:username":"a*"}}"#),
            r#""a*""#,
        ),
        (
            Code::RedundantConditionValueNum,
            Identity,
            condition(r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":["1","2"]}}"#),
            r#"["1","2"]"#,
        ),
        (
            Code::PrivateIpAddress,
            Identity,
            condition(r#"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#),
            r#""10.0.0.0/8""#,
        ),
        (
            Code::PrivateIpAddressSubset,
            Identity,
            condition(r#"{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","fd00::/8"]}}"#),
            r#""fd00::/8""#,
        ),
        (
            Code::ImproveIpRange,
            Identity,
            condition(r#"{"IpAddress":{"aws:SourceIp":"203.0.113.7/24"}}"#),
            r#""203.0.113.7/24""#,
        ),
        (
            Code::ConditionNeverHolds,
            Identity,
            condition(r#"{"Null":{"aws:username":"true"},"StringLike":{"aws:username":"a*"}}"#),
            r#""aws:username""#,
        ),
    ]
}

/// Policy variables.
fn variables() -> Vec<Case> {
    vec![
        (
            Code::VariableUnsupportedInElement,
            Identity,
            allow(r#""s3:${aws:username}*""#, r#""*""#),
            r#""s3:${aws:username}*""#,
        ),
        (
            Code::InvalidVariableForOperator,
            Identity,
            condition(r#"{"NumericEquals":{"aws:MultiFactorAuthAge":"${aws:EpochTime}"}}"#),
            r#""${aws:EpochTime}""#,
        ),
        (
            Code::MissingBraceInVariable,
            Identity,
            allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/${aws:username""#),
            r#""arn:aws:s3:::b/${aws:username""#,
        ),
        (
            Code::MissingQuoteInVariable,
            Identity,
            allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/${aws:username, none}""#),
            r#""arn:aws:s3:::b/${aws:username, none}""#,
        ),
        (
            Code::UnsupportedSpaceInVariable,
            Identity,
            allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/${ aws:username}""#),
            r#""arn:aws:s3:::b/${ aws:username}""#,
        ),
        (
            Code::EmptyVariable,
            Identity,
            allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/${}""#),
            r#""arn:aws:s3:::b/${}""#,
        ),
        (
            Code::MultivaluedKeyInVariable,
            Identity,
            allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/${aws:TagKeys}""#),
            r#""arn:aws:s3:::b/${aws:TagKeys}""#,
        ),
    ]
}
