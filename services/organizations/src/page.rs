//! Paging through listings by `NextToken` and `MaxResults`.

use awsim_plugin::error::ServiceError;
use awsim_plugin::pagination::PageRequest;

use crate::errors;

/// The items on a page if a request does not say: the most that it may ask for.
const DEFAULT_MAX_RESULTS: usize = 20;

/// The page that a request asks for; see [`PageRequest::with_default`].
///
/// # Errors
/// `InvalidInputException` if the listing has given out no such token.
pub(crate) fn request<'l>(
    listing: &'l str,
    next_token: Option<&str>,
    max_results: Option<i32>,
) -> Result<PageRequest<'l>, ServiceError> {
    PageRequest::with_default(listing, next_token, max_results, DEFAULT_MAX_RESULTS)
        .map_err(|_| errors::invalid_token())
}
