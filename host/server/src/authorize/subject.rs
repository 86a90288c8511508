//! Who asks, as the policy engine sees it.

use std::sync::Arc;

use super::membership::Membership;
use awsim_plugin::access::is_same_key;
use awsim_plugin::account::{AccountId, Digits};
use awsim_plugin::caller::{Caller, Principal as Calling, Session};
use awsim_policy::{FederatedUser, Principal, RoleSession, User};

use crate::core::PARTITION;

/// Who asks, with what is true of it whatever it asks for.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    who: Who,
    /// The account; none for whom no account has.
    account_id: Option<AccountId>,
    /// The account's id as text.
    account: Option<Digits>,
    /// What is known of the session, if the credentials are temporary.
    pub(crate) session: Option<Arc<Session>>,
    /// The tags, those of the session before those of the user or role (`aws:PrincipalTag/…`).
    pub(crate) tags: Vec<(String, String)>,
    /// Where its account stands in an organization.
    pub(crate) membership: Option<Arc<Membership>>,
}

#[derive(Clone, Debug)]
enum Who {
    Anonymous,
    Root { arn: String },
    User { arn: String, id: String },
    RoleSession { role_arn: String, role_id: String, arn: String, name: String },
    FederatedUser { arn: String, user_arn: Option<String>, user_id: Option<String> },
    Federated { provider: String },
    Service { name: String },
}

impl Subject {
    /// The caller of a request; `tags` are those of its user or role.
    pub(crate) fn caller(
        caller: &Caller,
        tags: Vec<(String, String)>,
        membership: Option<Arc<Membership>>,
    ) -> Self {
        let arn = caller.arn(PARTITION);
        let who = match &caller.principal {
            Calling::Root => Who::Root { arn },
            Calling::User { id, .. } => Who::User { arn, id: id.clone() },
            Calling::RoleSession { role_id, role_name, role_path, session_name } => Who::RoleSession {
                role_arn: format!("arn:{PARTITION}:iam::{}:role{role_path}{role_name}", caller.account),
                role_id: role_id.clone(),
                arn,
                name: session_name.clone(),
            },
            Calling::FederatedUser { issuer_id, issuer_name, issuer_path, .. } => {
                let issuer = issuer_name.as_ref().zip(issuer_path.as_ref());
                let user_arn = issuer
                    .map(|(name, path)| format!("arn:{PARTITION}:iam::{}:user{path}{name}", caller.account));
                Who::FederatedUser { arn, user_arn, user_id: issuer_id.clone() }
            }
            Calling::Anonymous => Who::Anonymous,
        };
        let account_id = (caller.principal != Calling::Anonymous).then_some(caller.account);
        let account = account_id.map(AccountId::digits);
        let tags = with_session_tags(tags, caller.session.as_deref());
        Self { who, account_id, account, session: caller.session.clone(), tags, membership }
    }

    /// Somebody whom an identity provider vouches for.
    pub(crate) fn federated(provider: &str) -> Self {
        let who = Who::Federated { provider: provider.to_owned() };
        Self { who, account_id: None, account: None, session: None, tags: Vec::new(), membership: None }
    }

    /// An AWS service that asks on its own.
    pub(crate) fn service(name: &str) -> Self {
        let who = Who::Service { name: name.to_owned() };
        Self { who, account_id: None, account: None, session: None, tags: Vec::new(), membership: None }
    }

    /// Whether it has this account.
    pub(crate) fn is_of(&self, account: AccountId) -> bool {
        self.account_id == Some(account)
    }

    /// Who asks, as the evaluator takes it.
    pub(crate) fn principal(&self) -> Principal<'_> {
        let account = self.account.as_ref().map_or("", Digits::as_str);
        match &self.who {
            Who::Anonymous => Principal::Anonymous,
            Who::Root { arn } => Principal::Root { account, arn },
            Who::User { arn, id } => Principal::User(User { arn, account, id: Some(id) }),
            Who::RoleSession { role_arn, role_id, arn, name } => Principal::Role(RoleSession {
                role_arn,
                path_known: true,
                account,
                role_id: Some(role_id),
                session_arn: Some(arn),
                session_name: Some(name),
            }),
            Who::FederatedUser { arn, user_arn, user_id } => Principal::FederatedUser(FederatedUser {
                arn,
                account,
                user_arn: user_arn.as_deref(),
                user_id: user_id.as_deref(),
            }),
            Who::Federated { provider } => Principal::Federated { provider },
            Who::Service { name } => Principal::Service { name },
        }
    }

    /// The identity provider that vouches for whoever asks, now or when the session was made (`aws:FederatedProvider`).
    pub(crate) fn federated_provider(&self) -> Option<&str> {
        match &self.who {
            Who::Federated { provider } => Some(provider),
            _ => self.session.as_ref()?.federated_provider.as_deref(),
        }
    }
}

/// The tags of a session take the place of those of its role. Tag keys ignore case.
fn with_session_tags(tags: Vec<(String, String)>, session: Option<&Session>) -> Vec<(String, String)> {
    let Some(session) = session.filter(|session| !session.tags.is_empty()) else { return tags };
    let mut all: Vec<_> = session.tags.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
    let of_session = |key: &str| session.tags.iter().any(|tag| is_same_key(&tag.key, key));
    all.extend(tags.into_iter().filter(|(key, _)| !of_session(key)));
    all
}

#[cfg(test)]
mod tests {
    use awsim_plugin::caller::SessionTag;

    use super::*;

    fn subject(principal: Calling) -> Subject {
        let account = AccountId::from_number(111_122_223_333).unwrap();
        Subject::caller(&Caller { principal, ..Caller::root(account) }, Vec::new(), None)
    }

    #[test]
    fn every_caller_is_a_principal() {
        let user = Calling::User { id: "AIDA1".into(), name: "ann".into(), path: "/a/".into() };
        let subject_of_user = subject(user);
        let principal = subject_of_user.principal();
        assert_eq!(principal.display_name(), "arn:aws:iam::111122223333:user/a/ann");
        assert_eq!(
            (principal.account(), principal.user_id().as_deref()),
            (Some("111122223333"), Some("AIDA1"))
        );

        let role = subject(Calling::RoleSession {
            role_id: "AROA1".into(),
            role_name: "app".into(),
            role_path: "/b/".into(),
            session_name: "run".into(),
        });
        let principal = role.principal();
        assert_eq!(principal.display_name(), "arn:aws:sts::111122223333:assumed-role/app/run");
        assert_eq!(principal.principal_arn(), Some("arn:aws:iam::111122223333:role/b/app"));
        assert_eq!(principal.user_id().as_deref(), Some("AROA1:run"));

        let federated = subject(Calling::FederatedUser {
            name: "kim".into(),
            issuer_id: Some("AIDA1".into()),
            issuer_name: Some("ann".into()),
            issuer_path: Some("/a/".into()),
        });
        let Principal::FederatedUser(user) = federated.principal() else { panic!("no federated user") };
        assert_eq!(user.user_arn, Some("arn:aws:iam::111122223333:user/a/ann"));
        assert_eq!(user.arn, "arn:aws:sts::111122223333:federated-user/kim");

        assert_eq!(subject(Calling::Root).principal().display_name(), "arn:aws:iam::111122223333:root");
        assert_eq!(subject(Calling::Anonymous).principal(), Principal::Anonymous);
        let provider = Subject::federated("accounts.google.com");
        assert_eq!(provider.principal(), Principal::Federated { provider: "accounts.google.com" });
        assert_eq!(provider.federated_provider(), Some("accounts.google.com"));
    }

    #[test]
    fn tags_of_the_session_come_before_those_of_the_role() {
        let tag =
            |key: &str, value: &str| SessionTag { key: key.into(), value: value.into(), transitive: false };
        let session = Session { tags: vec![tag("Team", "blue")], ..Session::default() };
        let of_role = vec![("team".to_owned(), "red".to_owned()), ("Cost".to_owned(), "7".to_owned())];
        let tags = with_session_tags(of_role.clone(), Some(&session));
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(tags, [pair("Team", "blue"), pair("Cost", "7")]);
        assert_eq!(with_session_tags(of_role.clone(), None), of_role);
    }
}
