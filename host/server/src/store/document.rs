//! State as a JSON document: export and import.
//!
//! ```json
//! {"format": 1, "services": {"iam": {"users": {"version": 1, "rows": [{"account": "…", "key": "…", "value": {}}]}}}}
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{AnyCollection, AnyTable, Change, Transaction, View, collections};
use serde::ser::{Error, SerializeMap, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use super::distinct::Distinct;
use super::state::Changed;

/// The version of the document's layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct DocumentFormat(u32);

impl DocumentFormat {
    const CURRENT: Self = Self(1);
}

/// Why a document is not imported. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is not a document of this kind.
    #[error("the document is not a state of AWSim: {0}")]
    Malformed(String),
    /// Its layout is of another version.
    #[error("the document has format {0}, and this AWSim knows {current}", current = DocumentFormat::CURRENT.0)]
    Format(u32),
    /// It has, or should have, a service that there is not.
    #[error("the document {0}")]
    Service(String),
    /// A collection is unknown or newer than this program's.
    #[error("{service}/{collection}: {reason}")]
    Collection {
        /// The signing name of the service.
        service: String,
        /// The name of the collection.
        collection: String,
        /// What is wrong.
        reason: String,
    },
    /// Its rows do not fit together.
    #[error("the state of {service} does not fit together: {reason}")]
    Inconsistent {
        /// The signing name of the service that says so.
        service: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// What the configuration declares cannot be made in it.
    #[error("what the configuration declares cannot be made in this state: {0}")]
    Declared(String),
    /// It could not be stored.
    #[error(transparent)]
    Store(#[from] ServiceError),
}

/// A state that serializes as a document, row by row.
pub struct Export {
    view: Arc<View>,
    service: Option<String>,
}

awsim_plugin::partial_debug!(Export, |export| service = export.service);

#[derive(Serialize)]
struct RowDocument<'r> {
    account: AccountId,
    key: &'r str,
    value: &'r RawValue,
}

impl Export {
    pub(super) fn new(view: Arc<View>, service: Option<&str>) -> Self {
        Self { view, service: service.map(str::to_owned) }
    }
}

impl Serialize for Export {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(Some(2))?;
        document.serialize_entry("format", &DocumentFormat::CURRENT)?;
        let mut services: BTreeMap<&str, BTreeMap<&str, CollectionExport<'_>>> = BTreeMap::new();
        for (slot, collection) in collections().iter().enumerate() {
            let wanted = self.service.as_deref().is_none_or(|service| service == collection.service());
            if let Some(table) = self.view.any_table(slot).filter(|_| wanted) {
                let export = CollectionExport { version: collection.version(), rows: RowsExport(table) };
                services.entry(collection.service()).or_default().insert(collection.name(), export);
            }
        }
        document.serialize_entry("services", &services)?;
        document.end()
    }
}

#[derive(Serialize)]
struct CollectionExport<'v> {
    version: u32,
    rows: RowsExport<'v>,
}

struct RowsExport<'v>(&'v dyn AnyTable);

impl Serialize for RowsExport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.0.len()))?;
        let mut failure = None;
        let visited = self.0.rows(&mut |row| {
            if failure.is_some() {
                return;
            }
            failure = RawValue::from_string(row.value)
                .map_err(S::Error::custom)
                .and_then(|value| {
                    rows.serialize_element(&RowDocument {
                        account: row.account,
                        key: &row.key,
                        value: &value,
                    })
                })
                .err();
        });
        visited.map_err(S::Error::custom)?;
        failure.map_or(Ok(()), Err)?;
        rows.end()
    }
}

#[derive(Deserialize)]
struct Document<'d> {
    #[serde(borrow)]
    services: Distinct<Distinct<CollectionImport<'d>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CollectionImport<'d> {
    version: u32,
    #[serde(borrow)]
    rows: Vec<RowImport<'d>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowImport<'d> {
    account: AccountId,
    key: String,
    #[serde(borrow)]
    value: &'d RawValue,
}

/// A checked document: the tables of the collections that it replaces.
pub(super) struct Import {
    tables: Vec<(usize, Arc<dyn AnyTable>)>,
}

impl Import {
    /// Reads and checks a document, as a whole or for one service.
    pub(super) fn read(document: &[u8], service: Option<&str>) -> Result<Self, ImportError> {
        /// The part that says which document it is.
        #[derive(Deserialize)]
        struct Head {
            format: DocumentFormat,
        }
        let malformed = |error: serde_json::Error| ImportError::Malformed(error.to_string());
        let Head { format } = serde_json::from_slice(document).map_err(malformed)?;
        if format != DocumentFormat::CURRENT {
            return Err(ImportError::Format(format.0));
        }
        let document: Document<'_> = serde_json::from_slice(document).map_err(malformed)?;
        check_names(&document, service)?;
        let mut tables = Vec::new();
        for (slot, collection) in collections().iter().enumerate() {
            if service.is_some_and(|service| service != collection.service()) {
                continue;
            }
            let rows = document
                .services
                .0
                .get(collection.service())
                .and_then(|service| service.0.get(collection.name()));
            tables.push((slot, table(*collection, rows)?));
        }
        Ok(Self { tables })
    }

    /// The state after the import, as `complete` leaves it if it accepts it, and the rows that change.
    pub(super) fn onto(
        self,
        tip: &View,
        complete: impl FnOnce(&mut Transaction) -> Result<(), ImportError>,
    ) -> Result<Changed, ImportError> {
        let mut view = tip.clone();
        for (slot, table) in self.tables {
            view.replace_table(slot, table);
        }
        let mut transaction = Transaction::begin(&view);
        complete(&mut transaction)?;
        let (view, _) = transaction.finish()?;
        let changes = difference(tip, &view)?;
        Ok((view, changes))
    }
}

/// Refuses services and collections that there are not.
fn check_names(document: &Document<'_>, service: Option<&str>) -> Result<(), ImportError> {
    let known = |service: &str| collections().iter().any(|collection| collection.service() == service);
    if let Some(service) = service {
        if !known(service) {
            return Err(ImportError::Service(format!(
                "cannot be imported for {service}, which keeps no state here"
            )));
        }
        if !document.services.0.contains_key(service) {
            return Err(ImportError::Service(format!("has no state of {service}")));
        }
    }
    for (name, stored) in &document.services.0 {
        if !known(name) {
            return Err(ImportError::Service(format!("has state of {name}, which keeps no state here")));
        }
        for collection in stored.0.keys() {
            if !collections().iter().any(|known| known.service() == name && known.name() == collection) {
                return Err(ImportError::Collection {
                    service: name.clone(),
                    collection: collection.clone(),
                    reason: "there is no such collection".to_owned(),
                });
            }
        }
    }
    Ok(())
}

fn table(
    collection: &dyn AnyCollection,
    stored: Option<&CollectionImport<'_>>,
) -> Result<Arc<dyn AnyTable>, ImportError> {
    let refused = |reason: String| ImportError::Collection {
        service: collection.service().to_owned(),
        collection: collection.name().to_owned(),
        reason,
    };
    let mut shared = collection.empty_table();
    let (Some(stored), Some(table)) = (stored, Arc::get_mut(&mut shared)) else { return Ok(shared) };
    if stored.version > collection.version() {
        let (found, known) = (stored.version, collection.version());
        return Err(refused(format!("its form has version {found}, and this AWSim knows up to {known}")));
    }
    for row in &stored.rows {
        table
            .load(row.account, &row.key, row.value.get())
            .map_err(|error| refused(format!("{:?} in {}: {error}", row.key, row.account)))?;
    }
    Ok(shared)
}

/// The rows in which `after` differs from `before`.
pub(super) fn difference(before: &View, after: &View) -> Result<Vec<Change>, ServiceError> {
    let mut changes = Vec::new();
    for slot in 0..collections().len() {
        let (Some(before), Some(after)) = (before.any_table(slot), after.any_table(slot)) else { continue };
        before
            .difference(after, &mut |account, key, value| changes.push(Change { slot, account, key, value }))
            .map_err(|error| ServiceError::failure(error.to_string()))?;
    }
    Ok(changes)
}
