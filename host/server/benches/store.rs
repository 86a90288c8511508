//! What the store costs: `cargo bench -p awsim-server --bench store [-- DIRECTORY]`.
//!
//! Durable transactions are held against the bare disk: each is timed in turn with one `fdatasync` after a page was
//! appended to a file in the same directory, so that both see the same disk at the same time.

#![allow(clippy::unwrap_used, reason = "a benchmark stops where it fails")]

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::Store;
use awsim_server::config::{DataDir, Durability};
use awsim_server::store::{SqliteStore, StoreOptions};
use serde::{Deserialize, Serialize};

/// A row of about 300 bytes.
#[derive(Clone, Serialize, Deserialize)]
struct User {
    id: String,
    arn: String,
    path: String,
    created: u64,
    tags: Vec<(String, String)>,
    note: String,
}

collection! {
    static USERS: Collection<String, User> = "bench"/"users" version 1;
}

const MANY: usize = 100_000;

fn user(number: usize) -> User {
    User {
        id: format!("AIDA{number:017}"),
        arn: format!("arn:aws:iam::000000000000:user/user-{number:07}"),
        path: "/".to_owned(),
        created: 1_700_000_000,
        tags: vec![("team".to_owned(), "blue".to_owned())],
        note: "x".repeat(110),
    }
}

async fn write(store: &SqliteStore, number: usize) {
    // Far from the one before, as names are.
    let name = format!("user-{:07}", number.wrapping_mul(7919) % 1_000_003);
    let mut work = |transaction: &mut awsim_plugin::store::Transaction| {
        transaction.insert(&USERS, AccountId::default(), name.clone(), user(number));
        Ok(())
    };
    store.transact(&mut work).await.unwrap();
}

/// The time of `count` transactions of as many `writers` as said, one after the other for each of them.
async fn together(store: &Arc<SqliteStore>, writers: usize, first: usize, count: usize) -> Duration {
    let next = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let tasks: Vec<_> = (0..writers)
        .map(|_| {
            let (store, next) = (Arc::clone(store), Arc::clone(&next));
            tokio::spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        break;
                    }
                    write(&store, first + number).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    started.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// One writer against one `fdatasync`, in turn.
async fn alone(store: &Arc<SqliteStore>, directory: &Path, first: usize, count: usize) {
    let file = File::create(directory.join("fdatasync")).unwrap();
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for number in 0..count {
        file.write_all_at(&[7; 4096], number as u64 * 4096).unwrap();
        let started = Instant::now();
        file.sync_data().unwrap();
        floor.push(started.elapsed());
        let started = Instant::now();
        write(store, first + number).await;
        ours.push(started.elapsed());
    }
    let (ours, floor) = (median(&mut ours), median(&mut floor));
    println!(
        "1 writer: {ours:.0?} a transaction, {floor:.0?} an fdatasync, ratio {:.2} (at most 1.50)",
        ours.as_secs_f64() / floor.as_secs_f64()
    );
}

/// The resident memory in megabytes, where the system tells.
fn resident() -> f64 {
    let pages = std::fs::read_to_string("/proc/self/statm")
        .ok()
        .and_then(|statm| statm.split(' ').nth(1)?.parse::<f64>().ok());
    pages.unwrap_or(f64::NAN) * 4096.0 / 1e6
}

fn options(directory: &Path, durability: Durability) -> StoreOptions {
    StoreOptions { data_dir: DataDir::Path(directory.join("data")), durability }
}

async fn empty(directory: &Path) {
    let mut times = Vec::new();
    for number in 0..9 {
        let started = Instant::now();
        let store =
            SqliteStore::open(&options(&directory.join(number.to_string()), Durability::Full)).await.unwrap();
        times.push(started.elapsed());
        store.close().await;
    }
    println!("opening an empty directory: {:.1?}", median(&mut times));
}

async fn large(directory: &Path) {
    let directory = directory.join("large");
    let store = SqliteStore::open(&options(&directory, Durability::Normal)).await.unwrap();
    together(&store, 256, 0, MANY).await;
    let started = Instant::now();
    let document = serde_json::to_vec(&store.export(None)).unwrap();
    println!("exporting {MANY} rows: {:.0?}, {} bytes", started.elapsed(), document.len());
    let started = Instant::now();
    store.import(document.clone(), None, |_| Ok(())).await.unwrap();
    println!("importing them: {:.0?}", started.elapsed());
    let started = Instant::now();
    store.reset().await.unwrap();
    println!("a reset that removes them: {:.0?}", started.elapsed());
    store.import(document, None, |_| Ok(())).await.unwrap();
    store.close().await;
    // Memory is told by a process that has done nothing else.
    let program = std::env::current_exe().unwrap();
    let status = std::process::Command::new(program).env(LOADING, &directory).status().unwrap();
    assert!(status.success());
}

/// Names the directory to the process that only loads.
const LOADING: &str = "AWSIM_BENCH_LOADING";

async fn load(directory: &Path) {
    let before = resident();
    let started = Instant::now();
    let store = SqliteStore::open(&options(directory, Durability::Full)).await.unwrap();
    let elapsed = started.elapsed();
    let rows = store.statistics().rows;
    println!(
        "opening with {rows} rows: {elapsed:.0?} (below 400 ms), {before:.0} MB before, {:.0} MB after",
        resident()
    );
}

#[tokio::main]
async fn main() {
    if let Some(directory) = std::env::var_os(LOADING) {
        load(Path::new(&directory)).await;
        return;
    }
    let given = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let directory = tempfile::tempdir_in(given.unwrap_or_else(|| ".".to_owned())).unwrap();
    let directory = directory.path();
    empty(directory).await;
    let store = SqliteStore::open(&options(directory, Durability::Full)).await.unwrap();
    for round in 0..3 {
        let first = round * 200_000;
        alone(&store, directory, first, 2000).await;
        for writers in [16, 64] {
            let count = 20_000;
            let before = store.statistics().commits;
            let elapsed = together(&store, writers, first + writers * 1000, count).await;
            let commits = store.statistics().commits - before;
            println!(
                "{writers} writers: {:.0} transactions/s in {commits} commits, {:.0?} a commit",
                count as f64 / elapsed.as_secs_f64(),
                elapsed / u32::try_from(commits).unwrap()
            );
        }
    }
    println!("{:.0} MB resident with {} rows", resident(), store.statistics().rows);
    store.close().await;
    large(directory).await;
}
