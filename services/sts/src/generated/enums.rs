//! Enumerations.
// Written by `cargo codegen` from the API model; do not edit.
