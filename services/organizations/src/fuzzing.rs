//! What fuzz targets read: policies as anybody writes them.

/// Merges management policies, each at a level of its own.
///
/// # Panics
/// If a policy that says nothing changes what is in effect.
pub fn management_policies<'t>(texts: impl Iterator<Item = &'t str>) {
    crate::effective_policies::merge_anything(texts);
}
