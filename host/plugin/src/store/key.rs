//! Keys of collections, and how they stand in a row.

/// A key of a collection: ordered in memory, text in a row. The order in memory is the order of listings.
pub trait Key: Ord + Clone + Send + Sync + 'static {
    /// The key as text. A transaction with a key that [`Key::decode`] does not make of its text again fails.
    fn encode(&self) -> String;
    /// The key that this is the text of.
    ///
    /// # Errors
    /// [`InvalidKey`] if [`Key::encode`] cannot have written the text.
    fn decode(text: &str) -> Result<Self, InvalidKey>;
}

/// The text in a row is no key of its collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key of this collection")]
pub struct InvalidKey;

impl Key for String {
    fn encode(&self) -> String {
        self.clone()
    }

    fn decode(text: &str) -> Result<Self, InvalidKey> {
        Ok(text.to_owned())
    }
}

/// Two parts, divided by a tab. A first part with a tab would come back as another, so that a transaction refuses it.
impl Key for (String, String) {
    fn encode(&self) -> String {
        format!("{}\t{}", self.0, self.1)
    }

    fn decode(text: &str) -> Result<Self, InvalidKey> {
        let (first, second) = text.split_once('\t').ok_or(InvalidKey)?;
        Ok((first.to_owned(), second.to_owned()))
    }
}

/// The key of a collection with at most one value per account.
impl Key for () {
    fn encode(&self) -> String {
        String::new()
    }

    fn decode(text: &str) -> Result<Self, InvalidKey> {
        if text.is_empty() { Ok(()) } else { Err(InvalidKey) }
    }
}
