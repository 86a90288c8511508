//! The account as a whole.

mod alias;
mod summary;

#[cfg(test)]
mod tests;
