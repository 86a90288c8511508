//! Pages of documentation that are run: every block of code in them does what it shows.
//!
//! The words after a block's language say what is done with it:
//!
//! | block | what is done |
//! |---|---|
//! | ```` ```sh ```` | it is run by bash, in the folder of the page, with the variables and functions that the blocks before it left |
//! | ```` ```sh fails ```` | the same, and it must fail |
//! | ```` ```python ```` | it is run by Python, which finds boto3 |
//! | ```` ```js ```` | it is run by Node as a module, which finds the SDK for JavaScript |
//! | ```` ```sh start ```` | it starts AWSim, in the place of the one that ran before |
//! | ```` ```sh start=5000 ```` | it starts another server, which the page believes on this port |
//! | ```` ```text output ```` | it is what the block before it printed |
//! | ```` ```json file=NAME ```` | it is written to a file in the folder of the page |
//! | ```` ```toml same-as=PATH ```` | it is equal to a file of the workspace |
//! | ```` ```sh elsewhere ```` | nothing: the test of the pages says line by line why |
//! | ```` ```text figure ```` | nothing |
//!
//! A block that says nothing of this is a mistake, and so is one that is indented or has no end, so that none is forgotten. In shown output `…` stands for any text; a line of
//! nothing else for any lines. Servers listen on free ports, and what the page says of ports is replaced on the way in and out.

mod block;
mod output;
mod session;

pub use block::{Block, Page, Use};
pub use session::Session;
