//! Who asks (IAM User Guide, "AWS JSON policy elements: Principal").

use std::borrow::Cow;

use super::arn;

/// Who makes a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal<'a> {
    /// Nobody that AWS knows.
    Anonymous,
    /// The root user of an account.
    Root {
        /// The account's id.
        account: &'a str,
        /// `arn:aws:iam::…:root`
        arn: &'a str,
    },
    /// An IAM user, also with credentials of `GetSessionToken`.
    User(User<'a>),
    /// A session of a role; also the role itself where a policy is only thought through.
    Role(RoleSession<'a>),
    /// A session made by `GetFederationToken`.
    FederatedUser(FederatedUser<'a>),
    /// An AWS service acting on its own.
    Service {
        /// Its domain name, for example `lambda.amazonaws.com`.
        name: &'a str,
    },
    /// Somebody whom an identity provider vouches for, asking for a role (`AssumeRoleWithWebIdentity`, `AssumeRoleWithSAML`).
    Federated {
        /// The ARN of the OIDC or SAML provider, or a provider's domain name.
        provider: &'a str,
    },
}

/// An IAM user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct User<'a> {
    /// ARN with path.
    pub arn: &'a str,
    /// The account's id.
    pub account: &'a str,
    /// `AIDA…`, where it is known.
    pub id: Option<&'a str>,
}

/// A session of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleSession<'a> {
    /// ARN of the role.
    pub role_arn: &'a str,
    /// Whether `role_arn` has the role's path; the ARN of a session does not tell it.
    pub path_known: bool,
    /// The account's id.
    pub account: &'a str,
    /// `AROA…`, where it is known.
    pub role_id: Option<&'a str>,
    /// `arn:aws:sts::…:assumed-role/role/session`; none for the role itself.
    pub session_arn: Option<&'a str>,
    /// The role session's name.
    pub session_name: Option<&'a str>,
}

/// A federated user session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FederatedUser<'a> {
    /// `arn:aws:sts::…:federated-user/…`
    pub arn: &'a str,
    /// The account's id.
    pub account: &'a str,
    /// ARN of the IAM user who called `GetFederationToken`, where it is known.
    pub user_arn: Option<&'a str>,
    /// Unique id of that user, where it is known.
    pub user_id: Option<&'a str>,
}

impl<'a> Principal<'a> {
    /// The account that the principal belongs to.
    pub fn account(&self) -> Option<&'a str> {
        match self {
            Principal::Root { account, .. } => Some(account),
            Principal::User(user) => Some(user.account),
            Principal::Role(role) => Some(role.account),
            Principal::FederatedUser(user) => Some(user.account),
            Principal::Anonymous | Principal::Service { .. } | Principal::Federated { .. } => None,
        }
    }

    /// The name that messages call the principal by: its ARN, `anonymous`, a service or a provider.
    pub fn display_name(&self) -> &'a str {
        match self {
            Principal::Anonymous => "anonymous",
            Principal::Root { arn, .. } => arn,
            Principal::User(user) => user.arn,
            Principal::Role(role) => role.session_arn.unwrap_or(role.role_arn),
            Principal::FederatedUser(user) => user.arn,
            Principal::Service { name } => name,
            Principal::Federated { provider } => provider,
        }
    }

    /// Whether the principal is a session of a service-linked role, which control policies never limit.
    pub fn is_service_linked_role(&self) -> bool {
        matches!(self, Principal::Role(role) if role.role_arn.contains(":role/aws-service-role/"))
    }

    /// `aws:PrincipalArn`: of a role session the ARN of the role.
    pub fn principal_arn(&self) -> Option<&'a str> {
        match self {
            Principal::Role(role) => Some(role.role_arn),
            Principal::Anonymous | Principal::Service { .. } | Principal::Federated { .. } => None,
            other => Some(other.display_name()),
        }
    }

    /// `aws:PrincipalType`.
    pub fn type_name(&self) -> Option<&'static str> {
        match self {
            Principal::Anonymous => Some("Anonymous"),
            Principal::Root { .. } => Some("Account"),
            Principal::User(_) => Some("User"),
            Principal::Role(_) => Some("AssumedRole"),
            Principal::FederatedUser(_) => Some("FederatedUser"),
            Principal::Service { .. } | Principal::Federated { .. } => None,
        }
    }

    /// `aws:username`: only users have one.
    pub fn user_name(&self) -> Option<&'a str> {
        match self {
            Principal::User(user) => user.arn.rsplit('/').next(),
            _ => None,
        }
    }

    /// `aws:userid`.
    pub fn user_id(&self) -> Option<Cow<'a, str>> {
        match self {
            Principal::Root { account, .. } => Some(Cow::Borrowed(account)),
            Principal::User(user) => user.id.map(Cow::Borrowed),
            Principal::Role(role) => {
                let (id, session) = (role.role_id?, role.session_name?);
                Some(Cow::Owned(format!("{id}:{session}")))
            }
            Principal::FederatedUser(user) => {
                let name = user.arn.rsplit('/').next()?;
                Some(Cow::Owned(format!("{}:{name}", user.account)))
            }
            Principal::Anonymous => Some(Cow::Borrowed("anonymous")),
            Principal::Service { .. } | Principal::Federated { .. } => None,
        }
    }
}

/// A principal made from one string, for tests, simulation and the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedPrincipal {
    name: String,
    form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Anonymous,
    Root { account: String },
    User { account: String },
    Role { account: String },
    Session { account: String, role_arn: String, path_known: bool, session_name: String },
    FederatedUser { account: String, user_arn: Option<String> },
    Service,
    Federated,
}

impl OwnedPrincipal {
    /// Reads the ARN of an account root, user, role, role session, federated user or identity provider; `anonymous` or `*`;
    /// the id of an account, for its root; or a service principal such as `lambda.amazonaws.com`. `None` for anything else.
    pub fn parse(name: &str) -> Option<Self> {
        let form = match arn::split(name) {
            Some(parts) => Form::from_arn(parts)?,
            None if matches!(name, "anonymous" | "*") => Form::Anonymous,
            None if name.len() == 12 && name.bytes().all(|byte| byte.is_ascii_digit()) => {
                let form = Form::Root { account: name.to_owned() };
                return Some(OwnedPrincipal { name: format!("arn:aws:iam::{name}:root"), form });
            }
            None if name.starts_with("arn:") || !name.contains('.') => return None,
            None if is_service_name(name) => Form::Service,
            None => Form::Federated,
        };
        Some(OwnedPrincipal { name: name.to_owned(), form })
    }

    /// Sets the ARN with path of the role of a session.
    pub fn with_role_arn(mut self, arn: &str) -> Self {
        if let Form::Session { role_arn, path_known, .. } = &mut self.form {
            (*role_arn, *path_known) = (arn.to_owned(), true);
        }
        self
    }

    /// Sets the user who made a federated user session.
    pub fn federated_by(mut self, arn: &str) -> Self {
        if let Form::FederatedUser { user_arn, .. } = &mut self.form {
            *user_arn = Some(arn.to_owned());
        }
        self
    }

    /// The principal, borrowed.
    pub fn borrow(&self) -> Principal<'_> {
        let name = self.name.as_str();
        match &self.form {
            Form::Anonymous => Principal::Anonymous,
            Form::Root { account } => Principal::Root { account, arn: name },
            Form::User { account } => Principal::User(User { arn: name, account, id: None }),
            Form::Role { account } => Principal::Role(RoleSession {
                role_arn: name,
                path_known: true,
                account,
                role_id: None,
                session_arn: None,
                session_name: None,
            }),
            Form::Session { account, role_arn, path_known, session_name } => Principal::Role(RoleSession {
                role_arn,
                path_known: *path_known,
                account,
                role_id: None,
                session_arn: Some(name),
                session_name: Some(session_name),
            }),
            Form::FederatedUser { account, user_arn } => Principal::FederatedUser(FederatedUser {
                arn: name,
                account,
                user_arn: user_arn.as_deref(),
                user_id: None,
            }),
            Form::Service => Principal::Service { name },
            Form::Federated => Principal::Federated { provider: name },
        }
    }
}

impl Form {
    fn from_arn([_, partition, service, _, account, resource]: [&str; 6]) -> Option<Self> {
        let id = account.to_owned();
        let (kind, rest) = resource.split_once('/').unwrap_or((resource, ""));
        match (service, kind) {
            ("iam", "root") if rest.is_empty() => Some(Form::Root { account: id }),
            ("iam", "user") if !rest.is_empty() => Some(Form::User { account: id }),
            ("iam", "role") if !rest.is_empty() => Some(Form::Role { account: id }),
            ("iam", "saml-provider" | "oidc-provider") => Some(Form::Federated),
            ("sts", "federated-user") if !rest.is_empty() => {
                Some(Form::FederatedUser { account: id, user_arn: None })
            }
            ("sts", "assumed-role") => {
                let (role, session) = rest.split_once('/')?;
                Some(Form::Session {
                    role_arn: format!("arn:{partition}:iam::{account}:role/{role}"),
                    path_known: false,
                    account: id,
                    session_name: session.to_owned(),
                })
            }
            _ => None,
        }
    }
}

/// Service principals lie under AWS's domains; other domain names are identity providers.
fn is_service_name(name: &str) -> bool {
    let providers =
        ["cognito-identity.amazonaws.com", "www.amazon.com", "accounts.google.com", "graph.facebook.com"];
    !providers.contains(&name) && is_under_aws(name)
}

/// Whether a domain name lies under one of AWS's domains.
pub(crate) fn is_under_aws(name: &str) -> bool {
    let aws = [".amazonaws.com", ".amazonaws.com.cn", ".aws.internal", ".amazon.com", ".aws.dev", ".api.aws"];
    aws.iter().any(|domain| name.ends_with(domain))
}
