use std::ops::Bound;

use serde::{Deserialize, Serialize};

use super::*;
use crate::account::AccountId;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Note {
    text: String,
}

crate::collection! {
    static NOTES: Collection<String, Note> = "test"/"notes" version 1;
}
crate::collection! {
    static PAIRS: Collection<(String, String), Note> = "test"/"pairs" version 1;
}

static UNANNOUNCED: Collection<String, Note> = Collection::new("test", "unannounced", 1);

fn note(text: &str) -> Note {
    Note { text: text.to_owned() }
}

const HERE: AccountId = AccountId::from_number(1).unwrap();
const THERE: AccountId = AccountId::from_number(2).unwrap();

#[test]
fn a_transaction_sees_its_own_changes_and_nobody_else_does() {
    let before = View::empty();
    let mut transaction = Transaction::begin(&before);
    transaction.insert(&NOTES, HERE, "a".into(), note("one"));
    assert_eq!(transaction.get(&NOTES, HERE, "a"), Some(&note("one")));
    assert_eq!(transaction.get(&NOTES, THERE, "a"), None);
    assert_eq!(before.get(&NOTES, HERE, "a"), None);

    let (after, changes) = transaction.finish().unwrap();
    assert_eq!(after.get(&NOTES, HERE, "a"), Some(&note("one")));
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].value.as_deref(), Some(r#"{"text":"one"}"#));
}

#[test]
fn tables_are_the_same_until_one_is_changed() {
    let before = View::empty();
    let tables = before.tables_of("test");
    assert!(before.has_tables(&tables) && before.clone().has_tables(&tables));
    let mut transaction = Transaction::begin(&before);
    transaction.insert(&NOTES, HERE, "a".into(), note("one"));
    // Also within a transaction, which changes its own tables in their place as long as nobody else has them.
    let within = transaction.tables_of("test");
    assert!(!transaction.has_tables(&tables));
    transaction.remove(&NOTES, HERE, &"a".to_owned());
    assert!(!transaction.has_tables(&within));
    let (after, _) = transaction.finish().unwrap();
    assert!(!after.has_tables(&tables) && before.has_tables(&tables));
    assert!(after.has_tables(&before.tables_of("another")));
}

#[test]
fn update_and_remove_are_changes_only_where_there_is_a_value() {
    let mut transaction = Transaction::begin(&View::empty());
    assert_eq!(transaction.update(&NOTES, HERE, "a", |_| ()), None);
    assert_eq!(transaction.remove(&NOTES, HERE, &"a".to_owned()), None);
    assert!(transaction.changes().is_empty());

    transaction.insert(&NOTES, HERE, "a".into(), note("one"));
    transaction.update(&NOTES, HERE, "a", |value| value.text.push('!'));
    assert_eq!(transaction.get(&NOTES, HERE, "a"), Some(&note("one!")));
    transaction.remove(&NOTES, HERE, &"a".to_owned());
    let (_, changes) = transaction.finish().unwrap();
    let values: Vec<_> = changes.iter().map(|change| change.value.as_deref()).collect();
    assert_eq!(values, [Some(r#"{"text":"one"}"#), Some(r#"{"text":"one!"}"#), None]);
}

#[test]
fn an_account_whose_values_are_gone_is_one_without() {
    let mut transaction = Transaction::begin(&View::empty());
    transaction.insert(&NOTES, HERE, "a".into(), note("one"));
    transaction.insert(&NOTES, THERE, "a".into(), note("one"));
    transaction.remove(&NOTES, HERE, &"a".to_owned());
    let accounts: Vec<_> = transaction.accounts(&NOTES).collect();
    assert_eq!(accounts, [THERE]);
    assert!(!transaction.has_rows(HERE) && transaction.has_rows(THERE));
}

#[test]
fn what_is_not_kept_is_gone_from_one_account() {
    let mut transaction = Transaction::begin(&View::empty());
    for name in ["a", "b", "c"] {
        transaction.insert(&NOTES, HERE, name.into(), note(name));
        transaction.insert(&NOTES, THERE, name.into(), note(name));
    }
    transaction.retain(&NOTES, HERE, |key, value| key == "a" || value.text == "c");
    let keys: Vec<_> = transaction.iter(&NOTES, HERE).map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["a", "c"]);
    transaction.clear(&NOTES, HERE);
    assert_eq!((transaction.count(&NOTES, HERE), transaction.count(&NOTES, THERE)), (0, 3));
    let (_, changes) = transaction.finish().unwrap();
    let removed = changes.iter().filter(|change| change.value.is_none());
    assert_eq!(removed.map(|change| change.key.as_str()).collect::<Vec<_>>(), ["b", "a", "c"]);
}

#[test]
fn listings_are_ordered_and_start_anywhere() {
    let mut transaction = Transaction::begin(&View::empty());
    for name in ["c", "a", "b"] {
        transaction.insert(&NOTES, HERE, name.into(), note(name));
    }
    let names = |from: Bound<&str>| -> Vec<String> {
        transaction.iter_from(&NOTES, HERE, from).map(|(key, _)| key.clone()).collect()
    };
    assert_eq!(names(Bound::Unbounded), ["a", "b", "c"]);
    assert_eq!(names(Bound::Excluded("a")), ["b", "c"]);
    assert_eq!(transaction.count(&NOTES, HERE), 3);
    assert_eq!(transaction.iter(&NOTES, THERE).count(), 0);
}

#[test]
fn rows_come_back_as_they_were() {
    let mut transaction = Transaction::begin(&View::empty());
    transaction.insert(&PAIRS, HERE, ("bob".into(), "x y".into()), note("1"));
    let (view, _) = transaction.finish().unwrap();
    let mut copy = View::empty();
    for slot in 0..collections().len() {
        let mut rows = Vec::new();
        view.any_table(slot).unwrap().rows(&mut |row| rows.push(row)).unwrap();
        for row in rows {
            copy.any_table_mut(slot).unwrap().load(row.account, &row.key, &row.value).unwrap();
        }
    }
    assert_eq!(copy.get(&PAIRS, HERE, &("bob".to_owned(), "x y".to_owned())), Some(&note("1")));
}

fn failure(transaction: Transaction) -> String {
    transaction.finish().err().unwrap().message
}

#[test]
fn nothing_is_put_where_it_would_be_lost() {
    let mut transaction = Transaction::begin(&View::empty());
    transaction.insert(&NOTES, HERE, "a".into(), note("one"));
    transaction.insert(&UNANNOUNCED, HERE, "a".into(), note("one"));
    assert_eq!(
        failure(transaction),
        "the change could not be stored: the collection test/unannounced is not announced to the host, as \
         `collection!` does"
    );
    assert_eq!(View::empty().count(&UNANNOUNCED, HERE), 0);
}

#[test]
fn a_key_that_would_come_back_as_another_is_refused() {
    let mut transaction = Transaction::begin(&View::empty());
    transaction.insert(&PAIRS, HERE, ("a".into(), "b\tc".into()), note("1"));
    assert!(transaction.changes().iter().all(|change| change.key == "a\tb\tc"));
    transaction.insert(&PAIRS, HERE, ("a\tb".into(), "c".into()), note("2"));
    assert_eq!(
        failure(transaction),
        r#"the change could not be stored: "a\tb\tc" does not stand for the key of the collection test/pairs that it was made of"#
    );
}

#[test]
fn a_row_of_another_form_is_refused() {
    let mut view = View::empty();
    let slot = collections().iter().position(|collection| collection.name() == "pairs").unwrap();
    let table = view.any_table_mut(slot).unwrap();
    assert!(table.load(HERE, "no tab", r#"{"text":""}"#).is_err());
    assert!(table.load(HERE, "a\tb", r#"{"other":""}"#).is_err());
    table.load(HERE, "a\tb", r#"{"text":""}"#).unwrap();
    assert_eq!(table.load(HERE, "a\tb", r#"{"text":""}"#).unwrap_err().0, "the row is there twice");
}

#[test]
fn a_difference_is_what_makes_one_table_the_other() {
    let mut transaction = Transaction::begin(&View::empty());
    for name in ["a", "b", "c", "e"] {
        transaction.insert(&NOTES, HERE, name.into(), note(name));
    }
    let (before, _) = transaction.finish().unwrap();
    let mut transaction = Transaction::begin(&before);
    transaction.remove(&NOTES, HERE, &"a".to_owned());
    transaction.update(&NOTES, HERE, "c", |value| value.text.push('!'));
    transaction.insert(&NOTES, HERE, "d".into(), note("d"));
    transaction.insert(&NOTES, THERE, "z".into(), note("z"));
    let (after, _) = transaction.finish().unwrap();

    let slot = collections().iter().position(|collection| collection.name() == "notes").unwrap();
    let mut found = Vec::new();
    before
        .any_table(slot)
        .unwrap()
        .difference(after.any_table(slot).unwrap(), &mut |account, key, value| {
            found.push((account, key, value))
        })
        .unwrap();
    let row = |account, key: &str, value: Option<&str>| (account, key.to_owned(), value.map(str::to_owned));
    assert_eq!(
        found,
        [
            row(HERE, "a", None),
            row(HERE, "c", Some(r#"{"text":"c!"}"#)),
            row(HERE, "d", Some(r#"{"text":"d"}"#)),
            row(THERE, "z", Some(r#"{"text":"z"}"#)),
        ]
    );
    let other = collections().iter().position(|collection| collection.name() == "pairs").unwrap();
    let mut nothing = |_, _, _| ();
    assert!(
        before.any_table(slot).unwrap().difference(after.any_table(other).unwrap(), &mut nothing).is_err()
    );
}

#[test]
fn a_row_is_shared_until_it_is_changed_even_into_what_it_was() {
    let mut transaction = Transaction::begin(&View::empty());
    for name in ["a", "b", "c"] {
        transaction.insert(&NOTES, HERE, name.into(), note(name));
    }
    let (before, _) = transaction.finish().unwrap();
    let mut transaction = Transaction::begin(&before);
    transaction.insert(&NOTES, HERE, "a".into(), note("a"));
    transaction.remove(&NOTES, HERE, &"b".to_owned());
    transaction.insert(&NOTES, HERE, "new".into(), note("new"));
    let (after, mut changes) = transaction.finish().unwrap();
    assert!(changes.iter().all(|change| !before.shares_row(&after, change)));
    assert!(changes.iter().all(|change| before.shares_row(&before, change)));
    changes[0].key = "c".to_owned();
    assert!(before.shares_row(&after, &changes[0]));
    changes[0].account = THERE;
    assert!(before.shares_row(&after, &changes[0]));
}

#[test]
fn nothing_of_what_is_stored_is_shown_for_debugging() {
    let mut transaction = Transaction::begin(&View::empty());
    transaction.insert(&NOTES, HERE, "secret".into(), note("secret"));
    let shown = format!("{transaction:?}");
    assert_eq!(shown, "Transaction { changes: 1, failure: None, .. }");
    let shown = format!("{:?} {:?}", View::clone(&transaction), NOTES);
    assert_eq!(
        shown,
        r#"View { tables: 2, .. } Collection { service: "test", name: "notes", version: 1, .. }"#
    );
}
