//! Trusted access: services that may act in an organization.

mod disable;
mod enable;
mod list;

#[cfg(test)]
mod tests;

/// Whether the text can be the principal of a service.
pub(crate) fn is_service(principal: &str) -> bool {
    principal.strip_suffix(".amazonaws.com").is_some_and(|name| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
    })
}
