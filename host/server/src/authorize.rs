//! Whether the caller may do what the request asks for.
