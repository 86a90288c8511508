//! Passwords: how they are kept ([`hash`]) and what they must be ([`rules`]).

pub(crate) mod hash;
pub(crate) mod rules;

#[cfg(test)]
mod tests;
