//! Who is calling: one canonical principal per request, built once by authentication and used by everything after it.

use std::sync::Arc;

use crate::account::AccountId;
use crate::shape::Timestamp;

/// The caller of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Caller {
    /// The account that the caller acts in.
    pub account: AccountId,
    /// The principal.
    pub principal: Principal,
    /// The access key that the request was signed with; none for unsigned requests.
    pub access_key_id: Option<String>,
    /// What is known of the session, if the credentials are temporary.
    pub session: Option<Arc<Session>>,
}

/// The kinds of principal that AWS knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// The root user of the account.
    Root,
    /// An IAM user.
    User {
        /// Its unique id, `AIDA…`.
        id: String,
        /// Its name.
        name: String,
        /// Its path, `/` or `/…/`.
        path: String,
    },
    /// A session of a role.
    RoleSession {
        /// The role's unique id, `AROA…`.
        role_id: String,
        /// The role's name.
        role_name: String,
        /// The role's path.
        role_path: String,
        /// The session's name.
        session_name: String,
    },
    /// A session made by `GetFederationToken`.
    FederatedUser {
        /// The name given to the session.
        name: String,
        /// The unique id of the IAM user that made it; none if root did.
        issuer_id: Option<String>,
        /// The name of that user.
        issuer_name: Option<String>,
        /// The path of that user.
        issuer_path: Option<String>,
    },
    /// Nobody: the request is not signed.
    Anonymous,
}

/// What temporary credentials carry besides the principal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// When the session was made (`aws:TokenIssueTime`).
    pub issued_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// Inline session policies, as sent.
    pub policies: Vec<String>,
    /// ARNs of managed session policies.
    pub policy_arns: Vec<String>,
    /// Session tags (`aws:PrincipalTag/…`).
    pub tags: Vec<SessionTag>,
    /// `aws:SourceIdentity`.
    pub source_identity: Option<String>,
    /// When multi-factor authentication was done, if it was.
    pub mfa_authenticated_at: Option<Timestamp>,
    /// True if a role session assumed this role (`role chaining`).
    pub chained: bool,
    /// The identity provider behind a web identity or SAML session (`aws:FederatedProvider`).
    pub federated_provider: Option<String>,
    /// What the provider's token or assertion said, or a context that was provided, that policies can ask about for as long
    /// as the session lasts: condition keys (`accounts.google.com:sub`, `saml:sub`, `identitystore:UserId`) with values.
    pub federated_context: Vec<(String, Vec<String>)>,
}

/// What the ARNs of the policies begin with that limit sessions of root users to a task (`AssumeRoot`).
pub const ROOT_TASK_POLICIES: &str = "arn:aws:iam::aws:policy/root-task/";

impl Session {
    /// Whether it is limited to privileged tasks of a root user: by the policy of a task, which `AssumeRoot` gives to its
    /// sessions.
    pub fn is_for_root_task(&self) -> bool {
        self.policy_arns.iter().any(|arn| arn.starts_with(ROOT_TASK_POLICIES))
    }

    /// Whether it has session policies.
    pub fn has_policies(&self) -> bool {
        !(self.policies.is_empty() && self.policy_arns.is_empty())
    }
}

/// A session tag.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SessionTag {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
    /// True if it stays when the session assumes a further role.
    pub transitive: bool,
}

impl Caller {
    /// The root user of an account, without an access key.
    pub fn root(account: AccountId) -> Self {
        Self { account, principal: Principal::Root, access_key_id: None, session: None }
    }

    /// Nobody in particular, in the given account.
    pub fn anonymous(account: AccountId) -> Self {
        Self { principal: Principal::Anonymous, ..Self::root(account) }
    }

    /// The caller's ARN, as `GetCallerIdentity` gives it and as error messages name it.
    pub fn arn(&self, partition: &str) -> String {
        let arn = |service: &str, resource: &[&str]| {
            let account = self.account.digits();
            let head = ["arn:", partition, ":", service, "::", account.as_str(), ":"];
            [&head, resource].concat().concat()
        };
        match &self.principal {
            Principal::Root => arn("iam", &["root"]),
            Principal::User { name, path, .. } => arn("iam", &["user", path, name]),
            Principal::RoleSession { role_name, session_name, .. } => {
                arn("sts", &["assumed-role/", role_name, "/", session_name])
            }
            Principal::FederatedUser { name, .. } => arn("sts", &["federated-user/", name]),
            Principal::Anonymous => "anonymous".to_owned(),
        }
    }

    /// The caller's unique id (`aws:userid`): the account's id for root, `AIDA…`, `AROA…:session`,
    /// `account:name` for federated users.
    pub fn user_id(&self) -> String {
        match &self.principal {
            Principal::Root => self.account.to_string(),
            Principal::User { id, .. } => id.clone(),
            Principal::RoleSession { role_id, session_name, .. } => format!("{role_id}:{session_name}"),
            Principal::FederatedUser { name, .. } => format!("{}:{name}", self.account),
            Principal::Anonymous => "anonymous".to_owned(),
        }
    }
}
