//! Answers questions about the protocols, one line of JSON each; see `awsim_sdk_tests::codec`.

use std::io::{BufRead, Write};

use awsim_sdk_tests::codec::{Answer, Question};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &question.answer().unwrap_or_else(Answer::Impossible))?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(())
}
