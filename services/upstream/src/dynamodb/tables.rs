//! The names and ARNs of tables.

use awsim_plugin::error::ServiceError;

use crate::ask::Ask;

/// The ARN of the table that a resource belongs to: the table itself, an index, a backup, an export.
pub(super) fn table_of(arn: &str) -> Option<&str> {
    let (head, name) = arn.split_once(":table/")?;
    if !head.starts_with("arn:") || head.split(':').nth(2) != Some("dynamodb") {
        return None;
    }
    let end = arn.len() - name.len() + name.find('/').unwrap_or(name.len());
    arn.get(..end)
}

/// Whether an ARN is that of this table, or of one of its indexes.
pub(super) fn is_table_or_index(arn: &str, table: &str) -> bool {
    arn.strip_prefix(table).is_some_and(|rest| rest.is_empty() || rest.starts_with("/index/"))
}

/// The ARN of the table that a member names, by its name or its ARN.
///
/// # Errors
/// `ValidationError` (400) if it does neither, or names a table of another region, which the request cannot reach.
pub(super) fn table(ask: &Ask<'_>, member: &str) -> Result<String, ServiceError> {
    of_text(ask, &ask.need(member)?)
}

/// The ARN of the table that a text names.
///
/// # Errors
/// As [`table`].
pub(super) fn of_text(ask: &Ask<'_>, text: &str) -> Result<String, ServiceError> {
    let invalid = || ServiceError::validation(format!("{text:?} names no table of this region."));
    if is_name(text) {
        return Ok(ask.arn(format_args!("table/{text}")));
    }
    let arn = table_of(text).filter(|arn| *arn == text).ok_or_else(invalid)?;
    let name = arn.rsplit('/').next().unwrap_or_default();
    let here = arn.split(':').nth(3) == Some(ask.request.cx.region);
    if here && is_name(name) { Ok(arn.to_owned()) } else { Err(invalid()) }
}

/// The ARN of the table that an ARN belongs to.
///
/// # Errors
/// `ValidationError` (400) if it is none of a table.
pub(super) fn of_arn(arn: &str) -> Result<&str, ServiceError> {
    table_of(arn).ok_or_else(|| ServiceError::validation(format!("{arn:?} is no ARN of a table.")))
}

/// The ARN of an index of a table.
///
/// # Errors
/// `ValidationError` (400) if it has no name that an index can have.
pub(super) fn index(table: &str, name: &str) -> Result<String, ServiceError> {
    match is_name(name) {
        true => Ok(format!("{table}/index/{name}")),
        false => Err(ServiceError::validation(format!("{name:?} names no index."))),
    }
}

fn is_name(text: &str) -> bool {
    (1..=255).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{is_table_or_index, table_of};

    #[test]
    fn indexes_belong_to_their_tables() {
        let table = "arn:aws:dynamodb:us-east-1:000000000000:table/t";
        for arn in [table.to_owned(), format!("{table}/index/i"), format!("{table}/backup/1")] {
            assert_eq!(table_of(&arn), Some(table));
            assert_eq!(is_table_or_index(&arn, table), !arn.contains("backup"), "{arn}");
        }
        for other in ["*", "arn:aws:sqs:us-east-1:000000000000:q", "arn:aws:x:r:a:table/t"] {
            assert_eq!(table_of(other), None, "{other}");
        }
    }
}
