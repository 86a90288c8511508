//! The pages in `docs` are run: what they tell a reader to do works, and what they show is what comes of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use awsim_sdk_tests::pages::{Page, Session, Use};
use awsim_sdk_tests::process::workspace;

/// A test for each page that has something to run.
macro_rules! pages {
    ($($name:ident: $page:literal,)*) => {
        const PAGES: &[&str] = &[$($page),*];
        $(
            #[test]
            fn $name() {
                follow($page);
            }
        )*
    };
}

pages! {
    quick_start: "quick-start.md",
    configuration: "configuration.md",
    declaring_accounts: "declaring-accounts.md",
    least_privilege: "enforcement/least-privilege.md",
    permissions_boundary: "enforcement/permissions-boundary.md",
    external_id: "enforcement/external-id.md",
    github_oidc: "enforcement/github-oidc.md",
    saml: "enforcement/saml.md",
    cross_account: "enforcement/cross-account.md",
    organization: "enforcement/organization.md",
    explaining_a_denial: "explaining-a-denial.md",
    testing_policies: "testing-policies.md",
    importing_an_account: "importing-an-account.md",
    upstream_services: "upstream-services.md",
    workload_credentials: "workload-credentials.md",
    running: "running.md",
    migrating: "migrating.md",
    differences_from_aws: "differences-from-aws.md",
    security: "security.md",
    admin_interface: "admin-interface.md",
    architecture: "architecture.md",
    benchmarks: "benchmarks.md",
    writing_a_plugin: "writing-a-plugin.md",
}

/// What no test can run on a page, and where it is run instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("cargo bench -p awsim-benchmarks --bench limits", "Timings belong in benchmarks, never in tests."),
    ("cargo bench -p awsim-benchmarks --bench limits -- reads enforced", "As all benchmarks."),
    ("cargo bench -p awsim-benchmarks --bench protocol", "As all benchmarks."),
    ("cargo bench -p awsim-benchmarks --bench signature", "As all benchmarks."),
    ("cargo bench -p awsim-benchmarks --bench soak -- 10", "As all benchmarks."),
    ("cargo bench -p awsim-benchmarks --bench storage", "As all benchmarks."),
    ("cargo bench -p awsim-policy", "As all benchmarks."),
    ("cargo install --locked --path host/awsim", "Builds what all tests run, once more."),
    ("cargo test -p awsim-example-notes", "A test of its own, among all others."),
    (
        "aws iam get-account-authorization-details > account.json",
        "At AWS; the page goes on with such a file.",
    ),
    ("apt-get install musl-tools", "Changes the machine."),
    ("rustup target add x86_64-unknown-linux-musl", "Changes the machine."),
    (
        "cargo build --release --package awsim --target x86_64-unknown-linux-musl",
        "Builds what all tests run, once more.",
    ),
    (
        "docker build --file packaging/Dockerfile --build-arg COMMIT=$(git rev-parse --short HEAD) --tag awsim .",
        "Needs a container engine.",
    ),
    ("docker run --rm --publish 127.0.0.1:4566:4566 --volume awsim:/data awsim", "Needs a container engine."),
];

/// Follows a page from its beginning to its end.
fn follow(name: &str) {
    let mut page = Page::read(Path::new("docs").join(name));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        update(&mut page);
    }
    let mut session = Session::new();
    for block in page.blocks() {
        if block.what == Use::Elsewhere {
            for line in block.text.lines() {
                assert!(ELSEWHERE.iter().any(|(known, _)| *known == line), "nobody runs {line}");
            }
        }
        if let Err(error) = session.follow(&block) {
            panic!("docs/{name}:{}: {error}", block.line);
        }
    }
}

/// Writes the files of the workspace that a page shows. From the end, so that what is before stays where it is.
fn update(page: &mut Page) {
    for block in page.blocks().iter().rev() {
        if let Use::SameAs(path) = &block.what {
            let text = std::fs::read_to_string(workspace().join(path)).unwrap();
            page.replace(block, &text);
        }
    }
}

/// All pages, by their place in `docs`.
fn all_pages() -> BTreeSet<PathBuf> {
    let docs = workspace().join("docs");
    let mut folders = vec![docs.clone()];
    let mut pages = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.insert(path.strip_prefix(&docs).unwrap().to_path_buf());
            }
        }
    }
    pages
}

/// Where the links of a page lead, but for those into the internet.
fn links(page: &Page) -> Vec<String> {
    let text = page.text();
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.to_owned()).filter(|target| !target.contains("://")).collect()
}

#[test]
fn every_page_is_in_the_book_and_its_links_lead_somewhere() {
    let docs = workspace().join("docs");
    let summary = links(&Page::read("docs/SUMMARY.md"));
    for name in all_pages() {
        let page = Page::read(docs.join(&name));
        let chapter = name.to_string_lossy().into_owned();
        assert!(
            name == Path::new("SUMMARY.md") || summary.contains(&chapter),
            "{chapter} is not in the book"
        );
        assert!(page.blocks().is_empty() || PAGES.contains(&chapter.as_str()), "nobody runs {chapter}");
        for link in links(&page) {
            let target = docs.join(&name).with_file_name(link.split('#').next().unwrap());
            assert!(target.exists(), "{chapter} leads to {link}");
        }
    }
}
