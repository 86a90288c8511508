//! Random requests, none of which changes anything: what would be made or changed is there already, or not there at all.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::world::Context;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Ann,
    Bob,
    /// A session of the role `app`.
    App,
    Root,
}

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) who: Who,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    GetUser(&'static str),
    ListUsers(&'static str),
    GetRole,
    GetPolicy,
    GetAccountSummary,
    ListGroupsForUser(&'static str),
    /// Tags somebody who is not there.
    TagNobody,
    UntagNobody,
    /// Makes a user who is there.
    CreateAnn {
        tagged: bool,
        bounded: bool,
    },
    AttachToNobody,
    AssumeTarget {
        external_id: Option<&'static str>,
        tagged: bool,
    },
}

const BOUNDARY: &str = "arn:aws:iam::111111111111:policy/boundary";

/// A random request.
pub(crate) fn asked() -> impl Strategy<Value = Asked> {
    let who = select(&[Who::Ann, Who::Ann, Who::Ann, Who::Bob, Who::Bob, Who::App, Who::App, Who::Root][..]);
    let user = || select(&["ann", "bob", "nobody"][..]);
    let what = prop_oneof![
        3 => user().prop_map(What::GetUser),
        2 => select(&["/", "/team/"][..]).prop_map(What::ListUsers),
        1 => Just(What::GetRole),
        1 => Just(What::GetPolicy),
        1 => Just(What::GetAccountSummary),
        1 => user().prop_map(What::ListGroupsForUser),
        2 => Just(What::TagNobody),
        1 => Just(What::UntagNobody),
        2 => (any::<bool>(), any::<bool>()).prop_map(|(tagged, bounded)| What::CreateAnn { tagged, bounded }),
        1 => Just(What::AttachToNobody),
        2 => (prop::option::of(select(&["red", "ann"][..])), any::<bool>())
            .prop_map(|(external_id, tagged)| What::AssumeTarget { external_id, tagged }),
    ];
    (who, what).prop_map(|(who, what)| Asked { who, what })
}

impl Asked {
    /// Whether a role is asked for, whose trust policy counts.
    pub(crate) fn is_for_role(&self) -> bool {
        matches!(self.what, What::AssumeTarget { .. })
    }

    /// Whether something is to be made, which has no tags yet.
    pub(crate) fn makes(&self) -> bool {
        matches!(self.what, What::CreateAnn { .. })
    }

    /// The service and the form of the request.
    pub(crate) fn form(&self) -> (&'static str, String) {
        const TAG: &str = "&Tags.member.1.Key=Team&Tags.member.1.Value=red";
        let text = match &self.what {
            What::GetUser(name) => format!("GetUser&UserName={name}"),
            What::ListUsers(path) => format!("ListUsers&PathPrefix={}", path.replace('/', "%2F")),
            What::GetRole => "GetRole&RoleName=app".to_owned(),
            What::GetPolicy => format!("GetPolicy&PolicyArn={BOUNDARY}"),
            What::GetAccountSummary => "GetAccountSummary".to_owned(),
            What::ListGroupsForUser(name) => format!("ListGroupsForUser&UserName={name}"),
            What::TagNobody => format!("TagUser&UserName=nobody{TAG}"),
            What::UntagNobody => "UntagUser&UserName=nobody&TagKeys.member.1=Team".to_owned(),
            What::CreateAnn { tagged, bounded } => format!(
                "CreateUser&UserName=ann{}{}",
                if *tagged { TAG } else { "" },
                if *bounded { format!("&PermissionsBoundary={BOUNDARY}") } else { String::new() },
            ),
            What::AttachToNobody => format!("AttachUserPolicy&UserName=nobody&PolicyArn={BOUNDARY}"),
            What::AssumeTarget { external_id, tagged } => format!(
                "AssumeRole&RoleSessionName=ann&RoleArn=arn:aws:iam::111111111111:role/target{}{}",
                external_id.map(|id| format!("&ExternalId={id}")).unwrap_or_default(),
                if *tagged { TAG } else { "" },
            ),
        };
        match self.is_for_role() {
            true => ("sts", format!("Version=2011-06-15&Action={text}")),
            false => ("iam", format!("Version=2010-05-08&Action={text}")),
        }
    }

    /// The condition keys that the service supplies with this action of the request.
    pub(crate) fn context(&self, action: &str) -> Context {
        let tag = || [("aws:RequestTag/Team", json!("red")), ("aws:TagKeys", json!(["Team"]))];
        let mut keys = Vec::new();
        match &self.what {
            What::TagNobody => keys.extend(tag()),
            What::UntagNobody => keys.push(("aws:TagKeys", json!(["Team"]))),
            What::CreateAnn { tagged, bounded } => {
                if *tagged {
                    keys.extend(tag());
                }
                if *bounded && action == "iam:CreateUser" {
                    keys.push(("iam:PermissionsBoundary", json!(BOUNDARY)));
                }
            }
            What::AttachToNobody => keys.push(("iam:PolicyARN", json!(BOUNDARY))),
            What::AssumeTarget { external_id, tagged } => {
                keys.push(("sts:RoleSessionName", json!("ann")));
                keys.extend(external_id.map(|id| ("sts:ExternalId", json!(id))));
                if *tagged {
                    keys.extend(tag());
                }
            }
            _ => {}
        }
        keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }
}
