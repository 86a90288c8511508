//! The file `docs/identity-attacks.md` names the test that proves each refusal. This test proves that they are there.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its input is wrong")]

use std::path::Path;

/// What stands in the head of each table.
const HEAD: &str = "| attack | what stands against it | tests |";

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The rows of all tables: the attack, and what the last column has in backquotes.
fn rows(page: &str) -> Vec<(&str, Vec<&str>)> {
    let rows = page.lines().filter(|line| line.starts_with("| ") && *line != HEAD && !line.contains("---"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [attack, _, tests] = cells[..] else { panic!("three columns: {row}") };
        (attack, tests.split('`').skip(1).step_by(2).collect())
    })
    .collect()
}

/// Whether a file has a test of this name, and not only a function.
fn has_test(file: &str, text: &str, name: &str) -> bool {
    if file.ends_with(".py") {
        return name.starts_with("test_") && text.contains(&format!("    def {name}(self"));
    }
    let Some(place) = text.find(&format!("fn {name}(")) else { return false };
    // The attributes and the documentation before the function.
    let before = text[..place].rsplit("\n\n").next().unwrap_or_default();
    before.contains("#[test]") || before.contains("#[tokio::test")
}

#[test]
fn every_attack_has_a_test() {
    let page = std::fs::read_to_string(root().join("docs/identity-attacks.md")).expect("the page is there");
    let rows = rows(&page);
    assert!(rows.len() > 40, "{} attacks", rows.len());
    for (attack, tests) in rows {
        assert!(!tests.is_empty(), "{attack}: no test");
        for test in tests {
            let (file, name) = test.split_once("::").unwrap_or_else(|| panic!("{attack}: {test}"));
            let text =
                std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            assert!(has_test(file, &text, name), "{attack}: there is no test {name} in {file}");
        }
    }
}

#[test]
fn a_function_is_no_test() {
    assert!(has_test("a.rs", "\n#[test]\nfn one() {\n}\n\nfn two() {\n}\n", "one"));
    assert!(!has_test("a.rs", "\n#[test]\nfn one() {\n}\n\nfn two() {\n}\n", "two"));
    assert!(!has_test("a.rs", "", "one"));
    assert!(has_test("a.py", "class A(Case):\n    def test_one(self):\n", "test_one"));
    assert!(!has_test("a.py", "class A(Case):\n    def test_one(self):\n", "test_two"));
}
