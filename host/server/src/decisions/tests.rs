use awsim_plugin::shape::Timestamp;

use super::*;
use crate::authorize::testing;

fn record(request_id: &str) -> Record {
    Record {
        request_id: request_id.to_owned(),
        service: "iam",
        operation: "GetUser",
        enforced: true,
        decided: testing::decided("iam:GetUser", "arn:aws:iam::123456789012:user/ann"),
    }
}

fn ids(records: &[Numbered]) -> Vec<&str> {
    records.iter().map(|(_, record)| record.request_id.as_str()).collect()
}

#[test]
fn the_latest_are_kept_and_paged() {
    let log = DecisionLog::open(3, None).unwrap();
    for id in ["a", "b", "c", "d"] {
        log.note(record(id));
    }
    assert_eq!(ids(&log.latest()), ["d", "c", "b"]);

    let page = |query: &str| {
        let (page, more) =
            Filter::parse(query, Timestamp::from_seconds(testing::NOW)).unwrap().page(log.latest());
        (ids(&page).join(""), more)
    };
    assert_eq!(page("limit=2"), ("dc".to_owned(), true));
    assert_eq!(page("limit=2&before=3"), ("b".to_owned(), false));
    assert_eq!(page("request_id=c&action=iam:get*&verdict=implicitDeny"), ("c".to_owned(), false));
    assert_eq!(page("principal=*user/ann&since=2026-04-21T08:15:30Z"), ("dcb".to_owned(), false));
    assert_eq!(page("principal=*user/bob"), (String::new(), false));
    assert_eq!(page("verdict=allowed"), (String::new(), false));
    assert_eq!(page("until=2020-01-01"), (String::new(), false));
}

#[test]
fn an_entry_has_the_reasons_and_no_documents() {
    let log = DecisionLog::open(1, None).unwrap();
    log.note(record("a"));
    let (number, record) = log.latest().remove(0);
    let entry = Entry::of(number, &record);
    assert_eq!((entry.number, entry.verdict.as_str(), entry.layer.as_str()), (1, "implicitDeny", "identity"));
    let missed = &entry.missed[0];
    assert_eq!((missed.statement.policy.as_str(), missed.statement.sid.as_deref()), ("reader", Some("Mfa")));
    let condition = &missed.conditions[0];
    assert_eq!((condition.key.as_str(), condition.found.as_ref()), ("aws:MultiFactorAuthPresent", None));
    assert_eq!(entry.missing_keys, ["aws:MultiFactorAuthPresent"]);
    let json = serde_json::to_string(&entry).unwrap();
    assert!(!json.contains("2012-10-17"), "{json}");
    assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
}

#[test]
fn a_file_gets_all_of_them() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("decisions.jsonl");
    let log = DecisionLog::open(1, Some(&path)).unwrap();
    for id in ["a", "b", "c"] {
        log.note(record(id));
    }
    assert_eq!(log.missed_by_file(), 0);
    // The file is complete when the log is gone.
    drop(log);
    let text = std::fs::read_to_string(&path).unwrap();
    let entries: Vec<Entry> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = entries.iter().map(|entry| entry.request_id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[tokio::test]
async fn listeners_hear_what_comes_and_the_end() {
    let log = DecisionLog::open(1, None).unwrap();
    log.note(record("before"));
    let mut heard = log.listen();
    log.note(record("after"));
    log.end();
    let (number, first) = heard.recv().await.unwrap().unwrap();
    assert_eq!((number, first.request_id.as_str()), (2, "after"));
    assert!(heard.recv().await.unwrap().is_none());
}

#[test]
fn a_denial_has_its_message_and_the_smallest_statement_that_is_missing() {
    let log = DecisionLog::open(1, None).unwrap();
    log.note(record("a"));
    let (number, record) = log.latest().remove(0);
    let entry = Entry::of(number, &record);
    assert!(
        entry.message.unwrap().ends_with("because no identity-based policy allows the iam:GetUser action")
    );
    let Some(RemedyEntry::Grants(grants)) = entry.remedy else { panic!("{:?}", entry.remedy) };
    let json = serde_json::to_string(&grants).unwrap();
    let statement =
        r#"{"Effect":"Allow","Action":"iam:GetUser","Resource":"arn:aws:iam::123456789012:user/ann"}"#;
    assert_eq!(json, format!(r#"[{{"layer":"identity","statement":{statement}}}]"#));
}

/// Ann's decisions on actions: an id, an action, whether denials were carried out.
fn decisions(asked: &[(&str, &'static str, bool)]) -> Vec<Numbered> {
    let numbered = (1..).zip(asked);
    numbered
        .map(|(number, &(id, action, enforced))| {
            let decided = testing::decided(action, "arn:aws:iam::123456789012:user/ann");
            let request_id = id.to_owned();
            let record = Record { request_id, service: "iam", operation: "X", enforced, decided };
            (number, Arc::new(record))
        })
        .collect()
}

#[test]
fn a_policy_is_made_of_what_was_let_through_and_tried_on_it() {
    let asked = [("a", "iam:TagUser", false), ("b", "iam:GetUser", false), ("c", "iam:DeleteUser", true)];
    let generated = LeastPrivilege::of(&decisions(&asked), Wanted::default()).unwrap();
    assert_eq!((generated.decisions, generated.refused), (2, 1));
    assert_eq!(generated.principals, ["arn:aws:iam::123456789012:user/ann"]);
    assert_eq!(generated.policy.statements[0].actions, ["iam:GetUser", "iam:TagUser"]);
    assert!(generated.replay_passed && generated.unmet.is_empty() && !generated.too_long);
    // A request of which one check was refused was not made, whatever its other checks say.
    let asked = [("a", "iam:GetUser", false), ("b", "iam:TagUser", false), ("b", "iam:PassRole", true)];
    let generated = LeastPrivilege::of(&decisions(&asked), Wanted::default()).unwrap();
    assert_eq!((generated.decisions, generated.refused), (1, 2));
    assert_eq!(LeastPrivilege::of(&decisions(&[("a", "iam:GetUser", true)]), Wanted::default()), None);
}

#[test]
fn a_policy_that_cannot_do_by_itself_says_what_stands_in_the_way() {
    let role = "arn:aws:iam::123456789012:role/app";
    let decided = testing::decided("sts:AssumeRole", role);
    let record =
        Record { request_id: "a".into(), service: "sts", operation: "AssumeRole", enforced: false, decided };
    let generated = LeastPrivilege::of(&[(7, Arc::new(record))], Wanted::default()).unwrap();
    assert!(!generated.replay_passed);
    let unmet = &generated.unmet[0];
    assert_eq!((unmet.number, unmet.action.as_str(), unmet.resource.as_str()), (7, "sts:AssumeRole", role));
    assert_eq!((unmet.verdict.as_str(), unmet.layer.as_str()), ("implicitDeny", "resource"));
}

#[test]
fn a_file_of_decisions_serves_as_well() {
    let asked = [("a", "iam:TagUser", false), ("b", "iam:GetUser", false), ("c", "iam:DeleteUser", true)];
    let entries: Vec<Entry> =
        decisions(&asked).iter().map(|(number, record)| Entry::of(*number, record)).collect();
    let generated = LeastPrivilege::of_entries(&entries, "*:user/ann", Wanted::default()).unwrap();
    assert_eq!(generated, LeastPrivilege::of(&decisions(&asked), Wanted::default()).unwrap());
    assert_eq!(LeastPrivilege::of_entries(&entries, "*:user/bob", Wanted::default()), None);
}
