//! Rows that are missing.

use awsim_plugin::access::{Access, Unchecked};
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;

use super::denial;

/// The row of an operation, if it has checks, or if the service says that the operation needs none.
///
/// # Errors
/// `AccessDenied`, as the service tells it: what nobody asked for is not permitted to anybody.
pub(super) fn complete(
    row: Access,
    model: &ServiceModel,
    operation: &str,
    unchecked: &[Unchecked],
) -> Result<Access, ServiceError> {
    if !row.is_empty() || unchecked.iter().any(|unchecked| unchecked.operation == operation) {
        return Ok(row);
    }
    let service = model.signing_name;
    let message = format!("The authorization row of {service}:{operation} has no checks.");
    Err(denial::error(message, model.protocol))
}

#[cfg(test)]
mod tests {
    use awsim_plugin::access::Check;
    use awsim_plugin::operation::ProtocolName;
    use awsim_plugin::shape::ViolationStyle;

    use super::*;

    static MODEL: ServiceModel = ServiceModel {
        signing_name: "notes",
        endpoint_prefix: "notes",
        full_name: "Notes",
        service_id: "Notes",
        api_version: "2026-01-01",
        protocol: ProtocolName::Query,
        xml_namespace: "",
        target_prefix: "",
        error_message: "message",
        global: true,
        violations: ViolationStyle { quotes_values: true },
    };

    const UNCHECKED: &[Unchecked] = &[Unchecked { operation: "Ping", reason: "It tells nothing." }];

    fn row(operation: &str, checks: Access) -> Result<usize, String> {
        let row = complete(checks, &MODEL, operation, UNCHECKED);
        row.map(|checks| checks.len()).map_err(|error| error.to_string())
    }

    #[test]
    fn an_operation_without_checks_is_denied_unless_it_is_said_to_need_none() {
        assert_eq!(row("ReadNote", vec![Check::on_any("notes:ReadNote")]), Ok(1));
        assert_eq!(row("Ping", Vec::new()), Ok(0));
        let denied = "AccessDenied (403): The authorization row of notes:ReadNote has no checks.";
        assert_eq!(row("ReadNote", Vec::new()), Err(denied.to_owned()));
    }
}
