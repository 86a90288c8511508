//! Declarations of collections.

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
    /// A collection `name` of the service with this signing name, whose stored form has the given version.
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
    /// Tells the collection its place in every view.
    fn assign_slot(&self, slot: usize);
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

    fn assign_slot(&self, slot: usize) {
        self.slot.store(slot, Ordering::Relaxed);
    }
}

/// A collection as it announces itself to the host.
pub struct CollectionRegistration(pub &'static dyn AnyCollection);

inventory::collect!(CollectionRegistration);

/// All collections of all linked services, ordered by service and name: the index is the slot.
static COLLECTIONS: LazyLock<Vec<&'static dyn AnyCollection>> = LazyLock::new(|| {
    let mut all: Vec<_> =
        inventory::iter::<CollectionRegistration>().map(|registered| registered.0).collect();
    all.sort_by_key(|collection| (collection.service(), collection.name()));
    for (slot, collection) in all.iter().enumerate() {
        collection.assign_slot(slot);
    }
    all
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
            $crate::store::CollectionRegistration(&$static)
        }
    };
}
