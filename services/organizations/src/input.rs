//! What AWS answers to input that its model does not permit: unlike other services, Organizations has an error of its own
//! for that, with a reason.

use awsim_plugin::error::ServiceError;

use crate::errors;

/// What the constraint of a member says, the reason, and Organizations' message.
const REASONS: [(&str, &str, &str); 7] = [
    ("must not be null", "INPUT_REQUIRED", "You must include a value for all required parameters."),
    (
        "must satisfy regular expression",
        "INVALID_PATTERN",
        "You provided a value that does not match the required pattern.",
    ),
    ("must satisfy enum", "INVALID_ENUM", "You specified an invalid value."),
    (
        "length less than",
        "MAX_LENGTH_EXCEEDED",
        "You provided a string parameter that is longer than allowed.",
    ),
    (
        "length greater than",
        "MIN_LENGTH_EXCEEDED",
        "You provided a string parameter that is shorter than allowed.",
    ),
    (
        "value less than",
        "MAX_VALUE_EXCEEDED",
        "You provided a numeric parameter that has a larger value than allowed.",
    ),
    (
        "value greater than",
        "MIN_VALUE_EXCEEDED",
        "You provided a numeric parameter that has a smaller value than allowed.",
    ),
];

/// The answer to a request that violates constraints, of which the first counts.
pub(crate) fn refusal(violated: ServiceError) -> ServiceError {
    let reason = REASONS
        .iter()
        .filter_map(|reason| Some((violated.message.find(reason.0)?, reason)))
        .min_by_key(|(place, _)| *place);
    match reason {
        Some((_, (_, reason, message))) => errors::invalid(reason, *message),
        None => violated,
    }
}
