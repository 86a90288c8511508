//! The handler of a change, which is the same whatever is changed.

/// Writes the handler of an operation that changes something and answers nothing: its authorization row of one check, and
/// its work.
///
/// The first closure's parameters name what both expressions see: the request, the context and the state; the second's
/// names the service itself.
macro_rules! change_handler {
    (
        $operation:ident,
        |$input:ident, $cx:ident, $state:ident| $check:expr,
        |$iam:ident| $work:expr
    ) => {
        impl awsim_plugin::handler::Handler<$operation> for $crate::Iam {
            type Mode = awsim_plugin::handler::Write;

            fn access(
                &self,
                $input: &<$operation as awsim_plugin::operation::Operation>::Input,
                $cx: &awsim_plugin::context::Context<'_>,
                $state: &awsim_plugin::store::View,
            ) -> Result<awsim_plugin::access::Access, awsim_plugin::error::ServiceError> {
                Ok(vec![$check])
            }

            fn call(
                &self,
                $input: <$operation as awsim_plugin::operation::Operation>::Input,
                $cx: &awsim_plugin::context::Context<'_>,
                $state: &mut awsim_plugin::store::Transaction,
            ) -> Result<(), awsim_plugin::error::ServiceError> {
                let $iam = self;
                $work
            }
        }
    };
}

pub(crate) use change_handler;
