//! A host with one user and one policy, and decisions of it.

use std::net::IpAddr;
use std::sync::Arc;

use awsim_plugin::access::{Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::context::{Context, Host};
use awsim_plugin::directory::{
    AccessKeyRecord, Guardrails, IdentityDirectory, IdentityPolicies, PolicyDocument, ResourcePolicies,
    RoleRecord,
};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use super::circumstances::Circumstances;
use super::compiled::CompiledPolicies;
use super::evaluation::{Decided, Evaluation};

/// 2026-04-21T08:15:30Z.
pub(crate) const NOW: i64 = 1_776_759_330;

const READER: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"Mfa","Effect":"Allow","Action":"iam:Get*","Resource":"*",
    "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}},
    {"Sid":"Never","Effect":"Deny","Action":"iam:*","Resource":"arn:aws:iam::123456789012:user/forbidden",
    "Condition":{"StringEquals":{"aws:PrincipalType":"User"}}}]}"#;

/// A user of whom `ann` learns nothing, whatever else she may.
pub(crate) const FORBIDDEN: &str = "arn:aws:iam::123456789012:user/forbidden";

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[
    {"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},"Action":"sts:AssumeRoleWithWebIdentity",
     "Condition":{"StringEquals":{"accounts.google.com:aud":"app","aws:FederatedProvider":"accounts.google.com"}}},
    {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::210987654321:user/zoe"},"Action":"sts:AssumeRole"}]}"#;

/// A host with the user `ann` and a role.
pub(crate) struct FakeHost;

impl Host for FakeHost {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        Some(self)
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        None
    }

    fn resource_policies(&self, service: &str) -> Option<&dyn ResourcePolicies> {
        (service == "iam").then_some(self as &dyn ResourcePolicies)
    }

    fn default_account(&self) -> AccountId {
        account()
    }

    fn enforcing(&self) -> bool {
        true
    }

    fn authorize(&self, _: &Context<'_>, _: &View, _: Asking<'_>, _: &Check) -> Result<(), ServiceError> {
        Err(ServiceError::failure("nobody asks this host"))
    }
}

impl IdentityDirectory for FakeHost {
    fn access_key(&self, _state: &View, _access_key_id: &str) -> Option<AccessKeyRecord> {
        None
    }

    fn role(&self, _state: &View, _account: AccountId, _name: &str) -> Option<RoleRecord> {
        None
    }

    fn policies(&self, _state: &View, caller: &Caller) -> IdentityPolicies {
        let reader = PolicyDocument { source: "reader".to_owned(), text: READER.into() };
        let is_ann = matches!(&caller.principal, Principal::User { name, .. } if name == "ann");
        IdentityPolicies { identity: if is_ann { vec![reader] } else { Vec::new() }, boundary: None }
    }

    fn principal_tags(&self, _state: &View, _caller: &Caller) -> Vec<(String, String)> {
        Vec::new()
    }
}

impl ResourcePolicies for FakeHost {
    fn resource_policy(&self, _state: &View, _action: &str, resource: &str) -> Option<PolicyDocument> {
        resource
            .ends_with(":role/app")
            .then(|| PolicyDocument { source: resource.to_owned(), text: TRUST.into() })
    }
}

fn account() -> AccountId {
    AccountId::from_number(123_456_789_012).unwrap()
}

/// The user `ann`.
pub(crate) fn ann() -> Caller {
    let principal = Principal::User { id: "AIDAANN".into(), name: "ann".into(), path: "/".into() };
    Caller { principal, ..Caller::root(account()) }
}

/// What is decided when somebody asks this.
pub(crate) fn decide(caller: &Caller, asking: Asking<'_>, check: Check) -> Decided {
    let now = Timestamp::from_seconds(NOW);
    let cx =
        Context { caller, region: "us-east-1", partition: "aws", now, request_id: "test", host: &FakeHost };
    let compiled = CompiledPolicies::default();
    let mut circumstances = Circumstances::within(now, "us-east-1");
    circumstances.source_ip = Some(IpAddr::from([192, 0, 2, 1]));
    let circumstances = Arc::new(circumstances);
    Evaluation::new(&cx, &View::empty(), &compiled, &circumstances, asking).decide(check)
}

/// What is decided when `ann` asks this.
pub(crate) fn decided(action: &'static str, resource: &str) -> Decided {
    decide(&ann(), Asking::Caller, Check::on(action, resource))
}
