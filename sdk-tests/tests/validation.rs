//! AWS's words for violated constraints, on real operations: IAM does not quote the value, STS does.

use std::collections::BTreeSet;

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::{Operation, Visitor};
use awsim_plugin::shape::{Kind, Shape, Structure};
use awsim_sdk_tests::codec::Model;
use awsim_server::protocol::ProtocolLimits;
use awsim_server::protocol::query::Form;

/// The answer to a request that violates constraints.
fn refusal(service: &str, operation: &str, form: &str) -> ServiceError {
    let model = Model::of(service).expect("the service has a model");
    let operation = model.operation(operation).expect("the service has the operation");
    let limits = ProtocolLimits { form_fields: 1000, nesting: 32 };
    let form = Form::parse([form.as_bytes(), b""], &limits).expect("the form can be parsed");
    operation.input(&form, model.service.violations).err().expect("a constraint is violated")
}

fn check(service: &str, operation: &str, form: &str, message: &str) {
    let error = refusal(service, operation, form);
    assert_eq!((&*error.code, error.status), ("ValidationError", 400), "{form}");
    assert_eq!(error.message, message, "{form}");
}

fn long(length: usize) -> String {
    "a".repeat(length)
}

/// The patterns below the inputs and outputs of operations, with the shapes that they belong to.
#[derive(Default)]
struct Patterns {
    seen: BTreeSet<*const Shape>,
    patterns: Vec<(&'static str, bool)>,
}

impl Patterns {
    fn below(&mut self, shape: &'static Shape) {
        if !self.seen.insert(shape) {
            return;
        }
        match &shape.kind {
            Kind::Structure(members) => members.iter().for_each(|member| self.below(member.shape)),
            Kind::List(list) => self.below(list.element),
            Kind::Map(map) => [map.key, map.value].into_iter().for_each(|shape| self.below(shape)),
            Kind::String { pattern: Some(pattern), .. } => {
                self.patterns.push((shape.name, pattern.is_valid()))
            }
            _ => {}
        }
    }
}

impl Visitor for Patterns {
    fn visit<O: Operation>(&mut self) {
        self.below(O::Input::shape());
        self.below(O::Output::shape());
    }
}

/// A pattern that does not compile accepts nothing.
#[test]
fn every_pattern_compiles() {
    let mut patterns = Patterns::default();
    awsim_iam::generated::operations::visit(&mut patterns);
    awsim_sts::generated::operations::visit(&mut patterns);
    awsim_organizations::generated::operations::visit(&mut patterns);
    assert!(patterns.patterns.len() > 50, "{}", patterns.patterns.len());
    let broken: Vec<_> = patterns.patterns.iter().filter(|(_, compiles)| !compiles).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn iam_does_not_quote_the_value() {
    let too_long = format!("RoleName={}", long(65));
    for (operation, form, at, rule) in [
        ("GetRole", "", "roleName", "not be null"),
        ("GetRole", &too_long, "roleName", "have length less than or equal to 64"),
        ("GetRole", "RoleName=a%2Fb", "roleName", r"satisfy regular expression pattern: [\w+=,.@-]+"),
        ("ListUsers", "MaxItems=1001", "maxItems", "have value less than or equal to 1000"),
        ("ListUsers", "MaxItems=0", "maxItems", "have value greater than or equal to 1"),
        (
            "UpdateAccessKey",
            "AccessKeyId=AKIAIOSFODNN7EXAMPLE&Status=active",
            "status",
            "satisfy enum value set",
        ),
        (
            "UpdateServiceSpecificCredential",
            "ServiceSpecificCredentialId=ACCA123456789012345%2A&Status=Active",
            "serviceSpecificCredentialId",
            r"satisfy regular expression pattern: [\w]+",
        ),
    ] {
        let one = format!(
            "1 validation error detected: Value at '{at}' failed to satisfy constraint: Member must {rule}"
        );
        check("iam", operation, form, &one);
    }
}

#[test]
fn sts_quotes_the_value() {
    let role = "RoleArn=arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2Fr";
    for (form, value, at, rule) in [
        (
            "&RoleSessionName=Session1%3A2",
            "'Session1:2'",
            "roleSessionName",
            r"satisfy regular expression pattern: [\w+=,.@-]*",
        ),
        ("", "null", "roleSessionName", "not be null"),
        (
            "&RoleSessionName=s1&DurationSeconds=43201",
            "'43201'",
            "durationSeconds",
            "have value less than or equal to 43200",
        ),
        ("&RoleSessionName=x", "'x'", "roleSessionName", "have length greater than or equal to 2"),
    ] {
        let one = format!(
            "1 validation error detected: Value {value} at '{at}' failed to satisfy constraint: Member must {rule}"
        );
        check("sts", "AssumeRole", &format!("{role}{form}"), &one);
    }
}

#[test]
fn secrets_are_not_quoted() {
    let error = refusal("sts", "AssumeRoleWithSAML", "SAMLAssertion=abc&PrincipalArn=&RoleArn=");
    assert!(error.message.starts_with("5 validation errors detected: "), "{}", error.message);
    assert!(
        error.message.contains(
            "Value at 'sAMLAssertion' failed to satisfy constraint: Member must have length greater than or equal to 4"
        ),
        "{}",
        error.message
    );
}

#[test]
fn all_violations_stand_in_one_message() {
    check(
        "iam",
        "CreateUser",
        "UserName=a%2Fb&Path=x",
        "2 validation errors detected: Value at 'path' failed to satisfy constraint: Member must satisfy regular \
         expression pattern: (\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F); Value at 'userName' failed to satisfy \
         constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
    );
    let both = format!("UserName={}%2F", long(65));
    let error = refusal("iam", "CreateUser", &both);
    assert!(error.message.starts_with("2 validation errors detected: "), "{}", error.message);
}

#[test]
fn places_in_lists_are_named_as_aws_names_them() {
    check(
        "iam",
        "TagUser",
        "UserName=alice&Tags.member.1.Key=&Tags.member.1.Value=v&Tags.member.2.Key=k",
        "3 validation errors detected: Value at 'tags.1.member.key' failed to satisfy constraint: Member must have \
         length greater than or equal to 1; Value at 'tags.1.member.key' failed to satisfy constraint: Member must \
         satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+; Value at 'tags.2.member.value' failed \
         to satisfy constraint: Member must not be null",
    );
}

#[test]
fn what_is_no_value_is_malformed_and_not_a_violation() {
    let error = refusal("iam", "ListUsers", "MaxItems=many");
    assert_eq!((&*error.code, error.status), ("MalformedInput", 400));
}
