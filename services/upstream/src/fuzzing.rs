//! What fuzz targets read: API models as anybody writes them.

/// Reads the model of a service that only the configuration knows.
pub fn api_model(text: &[u8]) {
    crate::generic::read_anything(text);
}
