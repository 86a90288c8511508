//! An account and short ways to ask the simulator.

mod context_keys;
mod custom;
mod principal;

use awsim_plugin::error::ServiceError;
use awsim_plugin::store::Transaction;

use crate::generated::operations::{
    GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy, SimulateCustomPolicy,
    SimulatePrincipalPolicy,
};
use crate::generated::{
    AttachmentType, ContextEntry, ContextKeyTypeEnum, EvaluationResult, GetContextKeysForCustomPolicyRequest,
    GetContextKeysForPrincipalPolicyRequest, InlinePolicyIdentifierType, OrderedOrganizationPolicyType,
    PolicyEvaluationDecisionType, PolicyIdentifier, PolicyIdentifierPolicyType, PolicySourceType,
    SimulateCustomPolicyRequest, SimulatePolicyResponse, SimulatePrincipalPolicyRequest, Statement, Tag,
};
use crate::state::{Group, InlinePolicy, Resource, Role, RoleDetails, User, UserDetails};
use crate::tags::Tags;
use crate::testing::{ACCOUNT, Fixture, START, refusal};

use PolicyEvaluationDecisionType::{Allowed, ExplicitDeny, ImplicitDeny};

const ANN: &str = "arn:aws:iam::123456789012:user/staff/ann";
const OBJECT: &str = "arn:aws:s3:::b/k";

fn policy(statement: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{{{statement}}}]}}"#)
}

fn allow(action: &str) -> String {
    policy(&format!(r#""Effect":"Allow","Action":"{action}","Resource":"*""#))
}

fn deny(action: &str) -> String {
    policy(&format!(r#""Effect":"Deny","Action":"{action}","Resource":"*""#))
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn custom(policies: Vec<String>) -> SimulateCustomPolicyRequest {
    SimulateCustomPolicyRequest {
        policy_input_list: policies,
        action_names: texts(&["s3:GetObject"]),
        ..SimulateCustomPolicyRequest::default()
    }
}

fn simulate(input: SimulateCustomPolicyRequest) -> Result<SimulatePolicyResponse, ServiceError> {
    Fixture::new().call::<SimulateCustomPolicy>(input)
}

/// The only result of a simulation.
#[track_caller]
fn only(response: Result<SimulatePolicyResponse, ServiceError>) -> EvaluationResult {
    let mut results = response.unwrap().evaluation_results.unwrap();
    assert_eq!(results.len(), 1);
    results.pop().unwrap()
}

fn ids(statements: &Option<Vec<Statement>>) -> Vec<(&str, &str)> {
    let statements = statements.as_deref().unwrap();
    let told = statements.iter().map(|statement| (&statement.source_policy_id, statement.source_policy_type));
    told.map(|(id, of_type)| (id.as_deref().unwrap(), of_type.unwrap().as_str())).collect()
}

fn entry(name: &str, values: &[&str], of_type: ContextKeyTypeEnum) -> ContextEntry {
    ContextEntry {
        context_key_name: Some(name.to_owned()),
        context_key_values: Some(texts(values)),
        context_key_type: Some(of_type),
    }
}

/// An account with a user in a group, and a role.
fn account() -> Fixture {
    let mut fixture = Fixture::new();
    let created = awsim_plugin::shape::Timestamp::from_seconds(START);
    let inline = |name: &str, document: String| InlinePolicy { name: name.into(), document: document.into() };
    let mut details = UserDetails::default();
    details.policies.inline.push(inline("own", allow("s3:GetObject")));
    details.policies.attached.push("arn:aws:iam::aws:policy/IAMReadOnlyAccess".into());
    details.groups.push("devs".into());
    details.tags =
        Tags::of_request::<User>(Some(vec![Tag { key: "team".to_owned(), value: "red".to_owned() }]))
            .unwrap();
    let user = User {
        name: "ann".into(),
        id: "AIDAANN".into(),
        path: path("/staff/"),
        created,
        details: details.into(),
    };
    let mut group = Group {
        name: "devs".into(),
        id: "AGPADEVS".into(),
        path: path("/"),
        created,
        policies: Default::default(),
    };
    group.policies.inline.push(inline("queues", allow("sqs:*")));
    let mut details = RoleDetails {
        boundary: Some("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess".into()),
        ..Default::default()
    };
    details.policies.inline.push(inline("all", allow("*")));
    let role = Role {
        name: "app".into(),
        id: "AROAAPP".into(),
        path: path("/"),
        created,
        trust_policy: policy("").into(),
        max_session_duration: 3600,
        description: None,
        details: details.into(),
    };
    let mut transaction = Transaction::begin(&fixture.view);
    user.insert(&mut transaction, ACCOUNT);
    group.insert(&mut transaction, ACCOUNT);
    role.insert(&mut transaction, ACCOUNT);
    fixture.view = transaction.finish().unwrap().0;
    fixture
}

fn path(path: &str) -> crate::names::Path {
    serde_json::from_value(path.into()).unwrap()
}

fn of_principal(arn: &str, action: &str) -> SimulatePrincipalPolicyRequest {
    SimulatePrincipalPolicyRequest {
        policy_source_arn: arn.to_owned(),
        action_names: texts(&[action]),
        ..SimulatePrincipalPolicyRequest::default()
    }
}
