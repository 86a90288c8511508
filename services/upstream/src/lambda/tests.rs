use std::pin::pin;
use std::task::{Context, Poll, Waker};

use async_trait::async_trait;
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::{names, resources};

/// An upstream that has nothing.
struct Empty;

#[async_trait]
impl Peer for Empty {
    async fn ask(
        &self,
        _operation: &str,
        _parameters: &[(&str, Parameter<'_>)],
    ) -> Result<Option<Box<dyn Input>>, ServiceError> {
        Ok(None)
    }
}

#[test]
fn nothing_is_kept_of_what_is_not_there() {
    let arn = |rest: &str| format!("arn:aws:lambda:us-east-1:000000000000:{rest}");
    for one in
        ["function:f", "function:f:prod", "layer:l:3", "event-source-mapping:u", "code-signing-config:c"]
    {
        let arn = arn(one);
        let asking = pin!(resources::fetch(&arn, &Empty));
        let Poll::Ready(found) = asking.poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("{one} waits")
        };
        assert!(found.unwrap().is_empty(), "{one}");
    }
}

#[test]
fn arns_of_single_resources_are_told() {
    let arn = |rest: &str| format!("arn:aws:lambda:us-east-1:000000000000:{rest}");
    for one in
        ["function:f", "function:f:prod", "layer:l:3", "event-source-mapping:u", "code-signing-config:c"]
    {
        assert!(names::is_one(&arn(one)), "{one}");
    }
    for other in ["function:*", "layer:l", "function:f:1/durable-execution/a/b", "microvm-image:m"] {
        assert!(!names::is_one(&arn(other)), "{other}");
    }
    assert_eq!(names::function_of(&arn("function:f:prod")), Some(arn("function:f")));
    assert_eq!(names::function_of(&arn("function:f")), None);
    assert_eq!(names::function_of(&arn("layer:l:3")), None);
}
