//! The handler of a paged listing, which is the same whatever is listed.

/// Writes the handler of a paged listing: its authorization row, and where the page comes from.
///
/// `$items` is the member of the answer that has the items. The first closure's parameters name what both expressions
/// see: the request, the context and the state; the second's names the page that is asked for.
macro_rules! list_handler {
    (
        $operation:ident -> $response:ident { $items:ident },
        |$input:ident, $cx:ident, $state:ident| $check:expr,
        |$page:ident| $found:expr
    ) => {
        impl awsim_plugin::handler::Handler<$operation> for $crate::Iam {
            type Mode = awsim_plugin::handler::Read;

            fn access(
                &self,
                $input: &<$operation as awsim_plugin::operation::Operation>::Input,
                $cx: &awsim_plugin::context::Context<'_>,
                $state: &awsim_plugin::store::View,
            ) -> Result<awsim_plugin::access::Access, awsim_plugin::error::ServiceError> {
                // Not every row depends on the state.
                let _ = $state;
                Ok(vec![$check])
            }

            fn call(
                &self,
                $input: <$operation as awsim_plugin::operation::Operation>::Input,
                $cx: &awsim_plugin::context::Context<'_>,
                $state: &awsim_plugin::store::View,
            ) -> Result<$response, awsim_plugin::error::ServiceError> {
                let $page = &$crate::pagination::PageRequest::new(
                    stringify!($operation),
                    $input.marker.as_deref(),
                    $input.max_items,
                )?;
                let found = $found;
                Ok($response {
                    $items: found.items.into(),
                    is_truncated: Some(found.is_truncated),
                    marker: found.marker,
                })
            }
        }
    };
}

pub(crate) use list_handler;
