//! What a protocol offers to be read from.

use std::borrow::Cow;

use super::{ListShape, Malformed, MapShape, Member, Timestamp};

/// One value on the wire, in some protocol, with everything below it.
///
/// Values are handed to callbacks, so that a codec may keep its nodes on the stack: reading allocates nothing but the
/// typed values themselves. A conversion that the text does not permit is [`Malformed`].
pub trait Source {
    /// Hands the value of `member` to `read`, if there is one.
    fn member(&self, member: &'static Member, read: &mut dyn FnMut(&dyn Source));
    /// Hands each element in order to `read`.
    ///
    /// # Errors
    /// [`Malformed`] if this is no list.
    fn elements(&self, list: &'static ListShape, read: &mut dyn FnMut(&dyn Source)) -> Result<(), Malformed>;
    /// Hands each key and value to `read`.
    ///
    /// # Errors
    /// [`Malformed`] if this is no map.
    fn entries(
        &self,
        map: &'static MapShape,
        read: &mut dyn FnMut(&str, &dyn Source),
    ) -> Result<(), Malformed>;
    /// Whether this can be a structure at all.
    ///
    /// # Errors
    /// [`Malformed`] if it is, say, text.
    fn structure(&self) -> Result<(), Malformed>;
    /// The value as text.
    ///
    /// # Errors
    /// [`Malformed`] if it is not text.
    fn string(&self) -> Result<Cow<'_, str>, Malformed>;
    /// The value as a truth value.
    ///
    /// # Errors
    /// [`Malformed`] if it is neither true nor false.
    fn boolean(&self) -> Result<bool, Malformed>;
    /// The value as a whole number.
    ///
    /// # Errors
    /// [`Malformed`] if it is none, or does not fit into 64 bits.
    fn integer(&self) -> Result<i64, Malformed>;
    /// The value as a number.
    ///
    /// # Errors
    /// [`Malformed`] if it is none.
    fn double(&self) -> Result<f64, Malformed>;
    /// The value as an instant.
    ///
    /// # Errors
    /// [`Malformed`] if it is in none of the formats that AWS reads.
    fn timestamp(&self) -> Result<Timestamp, Malformed>;
    /// The value as bytes (base64 on the wire).
    ///
    /// # Errors
    /// [`Malformed`] if it is not base64.
    fn blob(&self) -> Result<Vec<u8>, Malformed>;
}
