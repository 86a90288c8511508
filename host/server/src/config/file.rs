//! The file `config.toml`.

use std::path::Path;

use figment::value::{Dict, Value};
use toml::de::{DeTable, DeValue};

use super::complaint::{Complaints, Origin};
use super::layer::{Layer, Setting};

/// Reads a file. Every mistake in its syntax is a complaint.
pub(super) fn read(path: &Path, complaints: &mut Complaints) -> Layer {
    match std::fs::read_to_string(path) {
        Ok(text) => parse(path, &text, complaints),
        Err(error) => {
            let origin = Origin::File { path: path.to_owned(), line: None };
            complaints.add(origin, format!("the file cannot be read: {error}"));
            Layer::default()
        }
    }
}

/// Reads the text of a file.
pub(super) fn parse(path: &Path, text: &str, complaints: &mut Complaints) -> Layer {
    let mut reader = Reader { path, text, complaints, layer: Layer::default() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let origin = reader.origin(error.span().map_or(0, |span| span.start));
        reader.complaints.add(origin, error.message());
    }
    reader.table(&[], table.get_ref());
    reader.layer
}

struct Reader<'f> {
    path: &'f Path,
    text: &'f str,
    complaints: &'f mut Complaints,
    layer: Layer,
}

impl Reader<'_> {
    fn table(&mut self, path: &[String], table: &DeTable<'_>) {
        // The keys are sorted; complaints are to come in the order of the file.
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            let mut path = path.to_vec();
            path.push(key.get_ref().to_string());
            match value.get_ref() {
                DeValue::Table(table) if !table.is_empty() => self.table(&path, table),
                value => {
                    let value = convert(value);
                    let origin = self.origin(key.span().start);
                    self.layer.settings.push(Setting { path, value, origin });
                }
            }
        }
    }

    fn origin(&self, offset: usize) -> Origin {
        let before = self.text.as_bytes().get(..offset).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Origin::File { path: self.path.to_owned(), line: Some(line) }
    }
}

/// A value of TOML as figment has it. What figment has no word for stays text, and is then refused as such.
fn convert(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
            .map_or_else(|_| Value::from(integer.to_string()), Value::from),
        DeValue::Float(float) => {
            float.as_str().parse::<f64>().map_or_else(|_| Value::from(float.to_string()), Value::from)
        }
        DeValue::Boolean(value) => Value::from(*value),
        DeValue::Datetime(datetime) => Value::from(datetime.to_string()),
        DeValue::Array(array) => {
            Value::from(array.iter().map(|value| convert(value.get_ref())).collect::<Vec<_>>())
        }
        DeValue::Table(table) => Value::from(
            table
                .iter()
                .map(|(key, value)| (key.get_ref().to_string(), convert(value.get_ref())))
                .collect::<Dict>(),
        ),
    }
}
