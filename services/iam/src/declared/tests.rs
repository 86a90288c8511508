use awsim_plugin::bootstrap::Bootstrap;
use awsim_plugin::directory::IdentityDirectory;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::make;
use crate::state::{CustomerPolicy, Resource, Role, User};
use crate::{Iam, consistency, trusted};

const DECLARED: &str = r#"{"accounts": [{
    "id": "111122223333",
    "root": {"access_key_id": "dev-root", "secret_access_key": "secret"},
    "policies": [{"name": "reader", "document": "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}"}],
    "groups": [{"name": "readers", "policies": {"managed": ["arn:aws:iam::111122223333:policy/reader"]}}],
    "users": [{"name": "ann", "groups": ["readers"], "tags": {"team": "blue"},
        "access_keys": [{"access_key_id": "ann-key", "secret_access_key": "secret"}]}],
    "roles": [{"name": "web", "trust_policy": "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}",
        "policies": {"inline": {"own": "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}"}}}]
}]}"#;

fn made(view: &View, text: &str) -> Result<(View, usize), String> {
    let declared: Bootstrap = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut transaction = Transaction::begin(view);
    make(&declared, Timestamp::from_seconds(1_776_759_330), &mut transaction)
        .map_err(|error| error.message)?;
    let (view, changes) = transaction.finish().map_err(|error| error.message)?;
    Ok((view, changes.len()))
}

#[test]
fn what_is_declared_is_made_once_and_changed_when_it_changes() {
    let id = "111122223333".parse().unwrap();
    let (first, changes) = made(&View::empty(), DECLARED).unwrap();
    assert!(changes > 0);
    assert_eq!(consistency::check(&first), Ok(()));
    let root = Iam::default().access_key(&first, "dev-root").unwrap();
    assert_eq!((root.account, root.owner), (id, awsim_plugin::caller::Principal::Root));
    assert_eq!(Iam::default().access_key(&first, "ann-key").unwrap().account, id);
    assert_eq!(Role::get(&first, id, "web").unwrap().details.policies.inline.len(), 1);

    let (again, changes) = made(&first, DECLARED).unwrap();
    assert_eq!(changes, 0);

    let changed =
        DECLARED.replace("s3:Get*", "s3:List*").replace("\"groups\": [\"readers\"]", "\"groups\": []");
    let (changed, _) = made(&again, &changed.replace("blue", "red")).unwrap();
    assert_eq!(CustomerPolicy::get(&changed, id, "reader").unwrap().default_version, 2);
    let (before, after) = (User::get(&first, id, "ann").unwrap(), User::get(&changed, id, "ann").unwrap());
    assert_eq!(before.id, after.id);
    assert!(after.details.groups.is_empty());
    assert_eq!(after.details.tags.iter().collect::<Vec<_>>(), [("team", "red")]);
    assert_eq!(consistency::check(&changed), Ok(()));
}

#[test]
fn mistakes_are_told_with_their_place() {
    for (from, to, reason) in [
        (
            "[\"readers\"]",
            "[\"writers\"]",
            "bootstrap, account 111122223333, ann: The group with name writers",
        ),
        ("policy/reader", "policy/writer", "readers: there is no policy"),
        ("\\\"Allow\\\"", "\\\"Maybe\\\"", "reader: "),
        ("\"name\": \"ann\"", "\"name\": \"a b\"", "a name has 1 to 128"),
        ("\"ann-key\"", "\"dev-root\"", "web"),
        ("\"groups\": [{", "\"gruops\": [{", "unknown field `gruops`"),
    ] {
        let text = DECLARED.replacen(from, to, 1);
        assert_ne!(text, DECLARED, "{from}");
        let refused = made(&View::empty(), &text).err().unwrap_or_default();
        let expected = if to == "\"dev-root\"" { "the access key id dev-root is another's" } else { reason };
        assert!(refused.contains(expected), "{refused:?} {expected:?}");
    }
}

/// Two accounts: a role of the first trusts a user of each, both declared after it.
const TRUSTING: &str = r#"{"accounts": [{
    "id": "111122223333",
    "roles": [{"name": "web", "trust_policy": "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"arn:aws:iam::111122223333:user/ann\",\"arn:aws:iam::444455556666:user/far\",\"arn:aws:iam::444455556666:user/later\"]},\"Action\":\"sts:AssumeRole\"}}"}],
    "users": [{"name": "ann"}]
}, {"id": "444455556666", "users": [{"name": "far"}]}]}"#;

#[test]
fn whom_a_role_trusts_is_stored_by_id() {
    let (here, there) = ("111122223333".parse().unwrap(), "444455556666".parse().unwrap());
    let (view, _) = made(&View::empty(), TRUSTING).unwrap();
    assert_eq!(consistency::check(&view), Ok(()));
    let ids = |view: &View| {
        [User::get(view, here, "ann").unwrap(), User::get(view, there, "far").unwrap()]
            .map(|user| user.id.clone())
    };
    let [ann, far] = ids(&view);
    let trust = |view: &View| Role::get(view, here, "web").unwrap().trust_policy.to_string();
    let stored = trust(&view);
    assert!(
        stored.contains(&format!("[\"{ann}\",\"{far}\",\"arn:aws:iam::444455556666:user/later\"]")),
        "{stored}"
    );
    assert_eq!(made(&view, TRUSTING).unwrap().1, 0);

    // A user of the name of one who is gone is another, until the configuration is made again with it.
    let mut state = Transaction::begin(&view);
    let mut other = User::get(&view, there, "far").unwrap().clone();
    other.id = "AIDAOTHERABCDEFGHIJKL".into();
    other.insert(&mut state, there);
    let (changed, _) = state.finish().unwrap();
    let role = Role::get(&changed, here, "web").unwrap();
    assert!(trusted::shown(&changed, "aws", role).contains(&*far));
    let (again, _) = made(&changed, TRUSTING).unwrap();
    assert!(trust(&again).contains("AIDAOTHERABCDEFGHIJKL"), "{}", trust(&again));
    assert_eq!(consistency::check(&again), Ok(()));
}
