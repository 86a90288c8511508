//! Declarations of collections.

use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Key;
use super::table::{AnyTable, Table};

/// A collection: values of `V` by account and key `K`. Declared with [`collection!`](crate::collection).
pub struct Collection<K, V> {
    service: &'static str,
    name: &'static str,
    version: u32,
    slot: AtomicUsize,
    types: PhantomData<fn() -> (K, V)>,
}

/// The slot of a collection that has not been asked for yet.
const UNASSIGNED: usize = usize::MAX;

impl<K: Key, V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static> Collection<K, V> {
    /// A collection `name` of the service with this signing name, whose stored form has the given version. It holds nothing
    /// until it is announced, as [`collection!`](crate::collection) does: a transaction that puts something into it fails.
    pub const fn new(service: &'static str, name: &'static str, version: u32) -> Self {
        Self { service, name, version, slot: AtomicUsize::new(UNASSIGNED), types: PhantomData }
    }

    /// The collection's place in every view.
    pub(crate) fn slot(&self) -> usize {
        match self.slot.load(Ordering::Relaxed) {
            UNASSIGNED => {
                LazyLock::force(&COLLECTIONS);
                self.slot.load(Ordering::Relaxed)
            }
            slot => slot,
        }
    }
}

impl<K, V> fmt::Display for Collection<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.service, self.name)
    }
}

impl<K, V> fmt::Debug for Collection<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { service, name, version, slot: _, types: _ } = self;
        f.debug_struct("Collection")
            .field("service", service)
            .field("name", name)
            .field("version", version)
            .finish_non_exhaustive()
    }
}

/// A collection without its types, as the host sees it.
pub trait AnyCollection: Send + Sync {
    /// The signing name of the service that it belongs to.
    fn service(&self) -> &'static str;
    /// Its name within the service.
    fn name(&self) -> &'static str;
    /// The version of its stored form.
    fn version(&self) -> u32;
    /// A table for it without rows.
    fn empty_table(&self) -> Arc<dyn AnyTable>;
}

impl<K: Key, V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static> AnyCollection
    for Collection<K, V>
{
    fn service(&self) -> &'static str {
        self.service
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn version(&self) -> u32 {
        self.version
    }

    fn empty_table(&self) -> Arc<dyn AnyTable> {
        Arc::new(Table::<K, V>::default())
    }
}

/// A collection as it announces itself to the host.
pub struct CollectionRegistration {
    collection: &'static dyn AnyCollection,
    /// Where the collection keeps its place in every view.
    slot: &'static AtomicUsize,
}

partial_debug!(
    CollectionRegistration,
    |registered| service = registered.collection.service(),
    name = registered.collection.name()
);

impl CollectionRegistration {
    /// The registration of a collection.
    pub const fn of<K: Key, V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static>(
        collection: &'static Collection<K, V>,
    ) -> Self {
        Self { collection, slot: &collection.slot }
    }
}

inventory::collect!(CollectionRegistration);

/// All collections of all linked services, ordered by service and name: the index is the slot.
static COLLECTIONS: LazyLock<Vec<&'static dyn AnyCollection>> = LazyLock::new(|| {
    let mut all: Vec<_> = inventory::iter::<CollectionRegistration>().collect();
    all.sort_by_key(|registered| (registered.collection.service(), registered.collection.name()));
    for (slot, registered) in all.iter().enumerate() {
        registered.slot.store(slot, Ordering::Relaxed);
    }
    all.into_iter().map(|registered| registered.collection).collect()
});

/// All collections of all linked services, ordered by service and name.
pub fn collections() -> &'static [&'static dyn AnyCollection] {
    &COLLECTIONS
}

/// Declares a collection and announces it to the host.
///
/// ```
/// use awsim_plugin::collection;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Clone, Serialize, Deserialize)]
/// pub struct Note {
///     text: String,
/// }
///
/// collection! {
///     /// Notes by title.
///     pub static NOTES: Collection<String, Note> = "notes"/"notes" version 1;
/// }
/// ```
#[macro_export]
macro_rules! collection {
    (
        $(#[$doc:meta])*
        $visibility:vis static $static:ident: Collection<$key:ty, $value:ty> = $service:literal / $name:literal version $version:literal;
    ) => {
        $(#[$doc])*
        $visibility static $static: $crate::store::Collection<$key, $value> =
            $crate::store::Collection::new($service, $name, $version);

        $crate::inventory::submit! {
            $crate::store::CollectionRegistration::of(&$static)
        }
    };
}
