use super::names;

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
