//! The key that a ciphertext was made with. AWS's ciphertexts say it to nobody but AWS; those of many servers begin with the
//! key's id.

use awsim_plugin::error::ServiceError;
use data_encoding::BASE64;

use crate::ask::Ask;

/// How long the id of a key is.
const ID: usize = 36;

/// The ARN of the key that the ciphertext in a member was made with, if it says so.
pub(super) fn key(ask: &Ask<'_>, member: &str) -> Option<String> {
    let text = ask.text(member)?;
    // Four letters are three bytes.
    let head = BASE64.decode(text.get(..ID / 3 * 4)?.as_bytes()).ok()?;
    let id = std::str::from_utf8(&head).ok()?;
    is_id(id).then(|| ask.arn(format_args!("key/{id}")))
}

/// The same.
///
/// # Errors
/// `ValidationException` (400) if the ciphertext does not say.
pub(super) fn need_key(ask: &Ask<'_>, member: &str) -> Result<String, ServiceError> {
    key(ask, member).ok_or_else(|| {
        let message =
            "The ciphertext does not say which key it was made with: the request must name it (KeyId).";
        ServiceError::validation(message)
    })
}

/// `1234abcd-12ab-34cd-56ef-1234567890ab`
fn is_id(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
