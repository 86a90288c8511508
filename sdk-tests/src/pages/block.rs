//! The blocks of a page.

use std::path::{Path, PathBuf};

use crate::process::workspace;

/// A page of documentation.
pub struct Page {
    path: PathBuf,
    text: String,
}

/// A block of code.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// The line of the page where it begins.
    pub line: usize,
    /// What is done with it.
    pub what: Use,
    /// The code.
    pub text: String,
}

/// What is done with a block.
#[derive(Debug, PartialEq, Eq)]
pub enum Use {
    /// Bash runs it, successfully or not.
    Shell {
        /// Whether it must fail.
        fails: bool,
    },
    /// Python runs it.
    Python,
    /// Node runs it, as a module.
    JavaScript,
    /// It starts AWSim.
    Start,
    /// It starts a server that the page believes on this port.
    StartOther(u16),
    /// It is what was printed.
    Output,
    /// It is a file in the folder of the page.
    File(String),
    /// It is a file of the workspace.
    SameAs(String),
    /// It is for somewhere else.
    Elsewhere,
    /// It is a figure.
    Figure,
}

impl Use {
    /// From what stands after the fence; none if nobody would run the block.
    fn of(info: &str) -> Option<Self> {
        let (language, what) = info.split_once(' ').unwrap_or((info, ""));
        Some(match (language, what) {
            ("sh", "") => Self::Shell { fails: false },
            ("sh", "fails") => Self::Shell { fails: true },
            ("sh", "start") => Self::Start,
            ("sh", "elsewhere") => Self::Elsewhere,
            ("python", "") => Self::Python,
            ("js", "") => Self::JavaScript,
            ("text", "figure") => Self::Figure,
            (_, "output") => Self::Output,
            _ => match what.split_once('=')? {
                ("start", port) => Self::StartOther(port.parse().ok()?),
                ("file", name) => Self::File(name.to_owned()),
                ("same-as", path) => Self::SameAs(path.to_owned()),
                _ => return None,
            },
        })
    }
}

/// Whether a line begins a block that is not at the margin, or is fenced otherwise.
fn is_fence(line: &str) -> bool {
    let quoted = line.trim_start_matches([' ', '\t', '>']);
    quoted.starts_with("```") || quoted.starts_with("~~~")
}

impl Page {
    /// Reads a page of the workspace.
    ///
    /// # Panics
    /// If it cannot be read.
    pub fn read(path: impl AsRef<Path>) -> Self {
        let path = workspace().join(path);
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self { path, text }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks, in order.
    ///
    /// # Panics
    /// If one says nothing of what is to be done with it, is indented, or has no end.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut lines = self.text.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            let (place, at) = (self.path.display(), number + 1);
            let Some(info) = line.strip_prefix("```") else {
                assert!(!is_fence(line), "{place}:{at}: nobody runs an indented block");
                continue;
            };
            let mut text = String::new();
            loop {
                match lines.next() {
                    Some((_, "```")) => break,
                    Some((_, line)) => text = text + line + "\n",
                    None => panic!("{place}:{at}: the block has no end"),
                }
            }
            let line = at;
            let what =
                Use::of(info).unwrap_or_else(|| panic!("{place}:{line}: nobody runs a block of {info:?}"));
            blocks.push(Block { line, what, text });
        }
        blocks
    }

    /// The text of the block after the comment that begins with a mark.
    ///
    /// # Panics
    /// If there is no such comment, or no block after it.
    pub fn marked(&self, mark: &str) -> String {
        let begin = self.text.find(&format!("<!-- {mark}")).unwrap_or_else(|| panic!("no block {mark}"));
        let code = self.text[begin..].split_once("\n```").expect("a block").1;
        let code = code.split_once('\n').expect("a block").1;
        code.split_once("```").expect("the end of a block").0.to_owned()
    }

    /// Puts another text in the place of a block's, in the file.
    ///
    /// # Panics
    /// If the file cannot be written.
    pub fn replace(&mut self, block: &Block, text: &str) {
        let begin: usize = self.text.split_inclusive('\n').take(block.line).map(str::len).sum();
        self.text.replace_range(begin..begin + block.text.len(), text);
        std::fs::write(&self.path, &self.text).expect("the page can be written");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Page {
        Page { path: PathBuf::from("page.md"), text: text.to_owned() }
    }

    #[test]
    fn blocks_say_what_is_done_with_them() {
        let page =
            page("a\n```sh\nls\n\npwd\n```\n```json file=a.json\n{}\n```\n```sh start=5000\nserve\n```\n");
        let blocks = page.blocks();
        assert_eq!(
            blocks[0],
            Block { line: 2, what: Use::Shell { fails: false }, text: "ls\n\npwd\n".into() }
        );
        assert_eq!(blocks[1], Block { line: 7, what: Use::File("a.json".into()), text: "{}\n".into() });
        assert_eq!(blocks[2].what, Use::StartOther(5000));
        assert_eq!(blocks.len(), 3);
    }

    #[test]
    #[should_panic(expected = "page.md:2: nobody runs a block of \"yaml\"")]
    fn a_block_that_nobody_runs_is_a_mistake() {
        page("a\n```yaml\na: 1\n```\n").blocks();
    }

    #[test]
    #[should_panic(expected = "page.md:2: nobody runs an indented block")]
    fn a_block_in_a_list_is_a_mistake() {
        page("- a\n  ```sh\n  ls\n  ```\n").blocks();
    }

    #[test]
    #[should_panic(expected = "page.md:1: the block has no end")]
    fn a_block_without_an_end_is_a_mistake() {
        page("```sh\nls\n").blocks();
    }

    #[test]
    fn marks_name_the_block_after_them() {
        assert_eq!(page("```sh\na\n```\n<!-- mark: x -->\n```sh\nb\n```\n").marked("mark"), "b\n");
    }
}
