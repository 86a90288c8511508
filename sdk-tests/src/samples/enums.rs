//! Enumerations.
// Written by `cargo codegen` from the API model; do not edit.

awsim_plugin::enumeration! {
    /// `Color`.
    pub enum Color: COLOR = "Color" {
        Red = "red",
        DarkGreen = "dark green",
    }
}
