//! What a protocol offers to be written to.

use super::{ListShape, MapShape, Member, Shape, Timestamp};

/// A value being written in some protocol.
///
/// The caller announces every value ([`Sink::member`], [`Sink::element`], [`Sink::entry`]) and then writes exactly one:
/// a scalar, or a structure, list or map between its start and end.
pub trait Sink {
    /// Starts a structure.
    fn structure_start(&mut self, shape: &'static Shape);
    /// Announces the value of `member`.
    fn member(&mut self, member: &'static Member);
    /// Ends the structure last started.
    fn structure_end(&mut self);
    /// Starts a list of `len` elements.
    fn list_start(&mut self, list: &'static ListShape, len: usize);
    /// Announces an element.
    fn element(&mut self);
    /// Ends the list last started.
    fn list_end(&mut self);
    /// Starts a map of `len` entries.
    fn map_start(&mut self, map: &'static MapShape, len: usize);
    /// Announces the value of the entry `key`.
    fn entry(&mut self, key: &str);
    /// Ends the value of the entry last announced.
    fn entry_end(&mut self);
    /// Ends the map last started.
    fn map_end(&mut self);
    /// Writes text.
    fn string(&mut self, value: &str);
    /// Writes a truth value.
    fn boolean(&mut self, value: bool);
    /// Writes a whole number.
    fn integer(&mut self, value: i64);
    /// Writes a number.
    fn double(&mut self, value: f64);
    /// Writes an instant in the protocol's own format.
    fn timestamp(&mut self, value: Timestamp);
    /// Writes bytes.
    fn blob(&mut self, value: &[u8]);
}
