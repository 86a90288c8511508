//! A process that is killed: everything acknowledged is there, and nothing is half done.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use awsim_plugin::store::Store;

use super::failure::unprefixed;
use super::*;

/// Names the directory to the process that is to be killed.
const DIRECTORY: &str = "AWSIM_TEST_CRASHING_STORE";
/// How many acknowledgements are awaited before the process is killed, round by round.
const ROUNDS: [usize; 5] = [1, 40, 700, 150, 3000];

#[test]
fn what_was_acknowledged_survives_a_kill() {
    let place = Place::new();
    let mut acknowledged = Vec::new();
    for (round, wanted) in ROUNDS.into_iter().enumerate() {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--ignored", "--nocapture", unprefixed(concat!(module_path!(), "::child"))])
            .env(DIRECTORY, place.0.path())
            .env("AWSIM_TEST_ROUND", round.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let numbers = |line: String| line.strip_prefix("kept ").map(str::to_owned);
        acknowledged.extend(lines.by_ref().filter_map(numbers).take(wanted));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(lines.filter_map(numbers));

        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(check(&place, &acknowledged));
    }
    assert!(acknowledged.len() >= ROUNDS.iter().sum());
}

/// Every number stands in both collections or in neither, and the acknowledged ones do.
async fn check(place: &Place, acknowledged: &[String]) {
    let store = place.open().await;
    let view = store.view();
    for number in acknowledged {
        assert!(view.contains(&NOTES, HERE, number.as_str()), "{number} is lost");
    }
    let notes: Vec<_> = view.iter(&NOTES, HERE).map(|(key, _)| key).collect();
    let pairs: Vec<_> = view.iter(&PAIRS, HERE).map(|(key, _)| &key.0).collect();
    assert_eq!(notes, pairs);
    assert_eq!(view.count(&OTHERS, HERE), 0, "a row that its own transaction removed");
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run and killed by what_was_acknowledged_survives_a_kill"]
async fn child() {
    let directory = PathBuf::from(std::env::var_os(DIRECTORY).unwrap()).join("data");
    let round = std::env::var("AWSIM_TEST_ROUND").unwrap();
    let options = StoreOptions { data_dir: DataDir::Path(directory), durability: Durability::Full };
    let store = SqliteStore::open(&options).await.unwrap();
    let writers: Vec<_> = (0..8)
        .map(|writer| {
            let (store, round) = (Arc::clone(&store), round.clone());
            tokio::spawn(async move {
                for number in 0.. {
                    let name = format!("{round}-{writer}-{number}");
                    transact(&store, |transaction| {
                        transaction.insert(&OTHERS, HERE, name.clone(), note("briefly"));
                        transaction.insert(&NOTES, HERE, name.clone(), note("one"));
                        transaction.insert(&PAIRS, HERE, (name.clone(), String::new()), note("other"));
                        transaction.remove(&OTHERS, HERE, &name);
                        Ok(())
                    })
                    .await
                    .unwrap();
                    // One write for each line: it is in the pipe when the process dies.
                    std::io::stdout().write_all(format!("\nkept {name}\n").as_bytes()).unwrap();
                    std::io::stdout().flush().unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
}
