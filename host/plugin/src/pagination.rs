//! Paging through listings.
//!
//! A marker names the last key of the page it came with, so a listing goes on after it whatever was added or removed
//! meanwhile, and finding the place costs a look-up. Markers are opaque and bound to their listing by a checksum: an
//! invented one, or one of another listing, is refused.

use std::ops::Bound;

use data_encoding::BASE64URL_NOPAD;

use crate::error::ServiceError;

/// The items on a page if a request does not say.
const DEFAULT_MAX_ITEMS: usize = 100;

/// The longest key, in bytes, that stands in a marker as it is: requests may have markers of up to 320 characters.
const LONGEST_KEY: usize = 200;

/// The bytes of the checksum in front of the key.
const CHECKSUM: usize = 8;

/// No listing has given out this marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Invalid Marker.")]
pub struct InvalidMarker;

impl From<InvalidMarker> for ServiceError {
    /// `ValidationError` (400).
    fn from(invalid: InvalidMarker) -> Self {
        Self::validation(invalid.to_string())
    }
}

/// Which page of a listing is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequest<'l> {
    listing: &'l str,
    after: Option<String>,
    max_items: usize,
}

/// A page of a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Whether there are more.
    pub is_truncated: bool,
    /// What to ask for them with.
    pub marker: Option<String>,
}

impl<'l> PageRequest<'l> {
    /// The page that a request asks for with its members `Marker` and `MaxItems` (in 1 to 1000, as the model has
    /// checked). `listing` is the name of what is listed: the operation, and of whom if a marker of one must not
    /// serve for the other.
    ///
    /// # Errors
    /// [`InvalidMarker`] if this listing has given out no such marker.
    pub fn new(
        listing: &'l str,
        marker: Option<&str>,
        max_items: Option<i32>,
    ) -> Result<Self, InvalidMarker> {
        Self::with_default(listing, marker, max_items, DEFAULT_MAX_ITEMS)
    }

    /// The same for a service whose pages have `default` items if a request does not say.
    ///
    /// # Errors
    /// [`InvalidMarker`] if this listing has given out no such marker.
    pub fn with_default(
        listing: &'l str,
        marker: Option<&str>,
        max_items: Option<i32>,
        default: usize,
    ) -> Result<Self, InvalidMarker> {
        let after = marker.map(|marker| open(listing, marker)).transpose()?;
        let max_items = max_items.and_then(|most| usize::try_from(most).ok()).unwrap_or(default);
        Ok(Self { listing, after, max_items })
    }

    /// The key after which the page begins.
    pub fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// Where in a collection with text keys the page begins.
    pub fn start(&self) -> Bound<&str> {
        self.after().map_or(Bound::Unbounded, Bound::Excluded)
    }

    /// The page of `entries`: keys and items in ascending order of keys, from [`start`](Self::start) on. Keys have at
    /// most 200 bytes. Nothing is taken from the iterator beyond the first entry after the page.
    pub fn fill<K: AsRef<str>, T>(&self, entries: impl IntoIterator<Item = (K, T)>) -> Page<T> {
        let mut entries = entries.into_iter();
        let mut items = Vec::new();
        let mut last = None;
        for (key, item) in entries.by_ref().take(self.max_items) {
            items.push(item);
            last = Some(key);
        }
        let is_truncated = entries.next().is_some();
        let marker = last.filter(|_| is_truncated).map(|key| seal(self.listing, key.as_ref()));
        Page { items, is_truncated, marker }
    }

    /// The page of a listing that is short and all at hand: `entries` is all of it. Keys may be of any length; they are in
    /// ascending order, unless nothing is ever taken out of the listing.
    pub fn cut<K: AsRef<str>, T>(&self, entries: impl IntoIterator<Item = (K, T)>) -> Page<T> {
        let mut entries: Vec<_> =
            entries.into_iter().map(|(key, item)| (shortened(key.as_ref()), item)).collect();
        if let Some(after) = self.after() {
            let place = entries.iter().position(|(key, _)| key == after).map(|place| place + 1);
            entries
                .drain(..place.unwrap_or_else(|| entries.partition_point(|(key, _)| key.as_str() <= after)));
        }
        self.fill(entries)
    }

    /// The same for entries that are at hand in another order than that of their keys.
    pub fn sort_and_cut<K: AsRef<str>, T>(&self, entries: impl IntoIterator<Item = (K, T)>) -> Page<T> {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by(|(one, _), (other, _)| one.as_ref().cmp(other.as_ref()));
        self.cut(entries)
    }
}

/// A key that fits into a marker: itself, or its beginning and a checksum of it all.
fn shortened(key: &str) -> String {
    if key.len() <= LONGEST_KEY {
        return key.to_owned();
    }
    let head = key.floor_char_boundary(LONGEST_KEY - 2 * CHECKSUM);
    format!("{}{:016x}", &key[..head], checksum("", key))
}

/// The marker of a key.
fn seal(listing: &str, key: &str) -> String {
    let mut bytes = checksum(listing, key).to_be_bytes().to_vec();
    bytes.extend_from_slice(key.as_bytes());
    BASE64URL_NOPAD.encode(&bytes)
}

/// The key in a marker.
fn open(listing: &str, marker: &str) -> Result<String, InvalidMarker> {
    let bytes = BASE64URL_NOPAD.decode(marker.as_bytes()).map_err(|_| InvalidMarker)?;
    let (sum, key) = bytes.split_first_chunk::<CHECKSUM>().ok_or(InvalidMarker)?;
    let key = std::str::from_utf8(key).map_err(|_| InvalidMarker)?;
    if checksum(listing, key).to_be_bytes() == *sum { Ok(key.to_owned()) } else { Err(InvalidMarker) }
}

/// FNV-1a over listing and key: against accidents, not against attackers, who could list from anywhere anyway.
fn checksum(listing: &str, key: &str) -> u64 {
    let bytes = listing.bytes().chain([0]).chain(key.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(listing: &str, marker: Option<&str>, keys: &[&str]) -> Page<String> {
        let request = PageRequest::new(listing, marker, Some(2)).unwrap();
        request.cut(keys.iter().map(|key| (key, (*key).to_owned())))
    }

    #[test]
    fn pages_follow_each_other_whatever_happens_between_them() {
        let first = page("l", None, &["a", "b", "c"]);
        assert_eq!(
            (first.items.as_slice(), first.is_truncated),
            (&["a".to_owned(), "b".to_owned()][..], true)
        );
        // `b`, which the marker names, is gone, and `bb` is new.
        let rest = page("l", first.marker.as_deref(), &["a", "bb", "c"]);
        assert_eq!(rest.items, ["bb", "c"]);
        assert_eq!((rest.is_truncated, rest.marker), (false, None));
    }

    #[test]
    fn entries_in_another_order_are_listed_by_their_keys() {
        let page = |marker: Option<&str>, keys: &[&str]| {
            let request = PageRequest::new("l", marker, Some(2)).unwrap();
            request.sort_and_cut(keys.iter().map(|key| (*key, (*key).to_owned())))
        };
        let first = page(None, &["c", "a", "d", "b"]);
        assert_eq!(first.items, ["a", "b"]);
        assert_eq!(page(first.marker.as_deref(), &["c", "a", "d"]).items, ["c", "d"]);
    }

    #[test]
    fn a_full_last_page_is_not_truncated() {
        let all = page("l", None, &["a", "b"]);
        assert_eq!((all.is_truncated, all.marker), (false, None));
    }

    #[test]
    fn long_keys_make_markers_that_requests_may_have() {
        let long = ["é".repeat(128), format!("{}x", "é".repeat(127)), "ü".repeat(128)];
        let mut keys: Vec<&str> = long.iter().map(String::as_str).collect();
        keys.sort_unstable();
        let mut seen = Vec::new();
        let mut marker = None;
        loop {
            let request = PageRequest::new("l", marker.as_deref(), Some(1)).unwrap();
            let page = request.cut(keys.iter().map(|key| (key, *key)));
            seen.extend(page.items);
            match page.marker {
                Some(next) => {
                    assert!(next.len() <= 320);
                    marker = Some(next);
                }
                None => break,
            }
        }
        assert_eq!(seen, keys);
    }

    #[test]
    fn markers_of_nobody_or_of_others_are_refused() {
        let marker = page("l", None, &["a", "b", "c"]).marker.unwrap();
        for (listing, marker) in [("other", marker.as_str()), ("l", "invented"), ("l", "AAAA"), ("l", "ä")] {
            assert_eq!(
                PageRequest::new(listing, Some(marker), None),
                Err(InvalidMarker),
                "{listing} {marker}"
            );
        }
        let error = ServiceError::from(InvalidMarker);
        assert_eq!(error.to_string(), "ValidationError (400): Invalid Marker.");
    }
}
