//! What reading a request and writing an answer cost, without a connection.

use std::hint::black_box;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use awsim_plugin::operation::ProtocolName;
use awsim_sdk_tests::codec::Model;
use awsim_server::incoming::Incoming;
use awsim_server::protocol::aws_json::Json;
use awsim_server::protocol::{Answering, ProtocolLimits, protocol};

const LIMITS: ProtocolLimits = ProtocolLimits { form_fields: 10_000, nesting: 64 };

const USER: &str = r#"{"Path":"/","UserName":"alice","UserId":"AIDACKCEVSQ6C2EXAMPLE",
    "Arn":"arn:aws:iam::000000000000:user/alice","CreateDate":1776759330}"#;

fn main() {
    let user = format!(r#"{{"User":{USER}}}"#);
    let users = format!(r#"{{"Users":[{}],"IsTruncated":false}}"#, vec![USER; 100].join(","));
    let role = "Action=CreateRole&Version=2010-05-08&RoleName=my-lambda-role&AssumeRolePolicyDocument=%7B%22Version\
        %22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service\
        %22%3A%22lambda.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D\
        &Tags.member.1.Key=team&Tags.member.1.Value=a+b";
    read("GetUser", "Action=GetUser&Version=2010-05-08&UserName=alice");
    read("CreateRole", role);
    write("GetUser", &user);
    write("ListUsers", &users);
}

fn read(operation: &str, body: &'static str) {
    let Some(iam) = Model::of("iam") else { return };
    let Some(operation) = iam.operation(operation) else { return };
    let incoming = Incoming {
        method: http::Method::POST,
        uri: http::Uri::from_static("/"),
        headers: http::HeaderMap::new(),
        body: bytes::Bytes::from_static(body.as_bytes()),
        peer: SocketAddr::from((Ipv4Addr::LOCALHOST, 1)),
        secure: false,
    };
    let Some(query) = protocol(ProtocolName::Query) else { return };
    report(&format!("read {} from a form", operation.shape.name), || {
        if let Ok(decoded) = query.decode(&incoming, iam.service, &LIMITS) {
            black_box(operation.input(decoded.input.as_ref(), iam.service.violations).is_ok());
        }
    });
}

fn write(operation: &str, output: &str) {
    let Some(iam) = Model::of("iam") else { return };
    let Some(operation) = iam.operation(operation) else { return };
    let Ok(json) = Json::parse(output.as_bytes(), &LIMITS) else { return };
    let Ok(output) = operation.output(&json, iam.service.violations) else { return };
    let request_id = "01234567-89ab-4cde-8f01-23456789abcd";
    let answering = Answering { model: iam.service, request_id, accepts_json: false };
    for (format, name) in [("XML", ProtocolName::Query), ("JSON", ProtocolName::Json11)] {
        let Some(protocol) = protocol(name) else { return };
        report(&format!("write {} as {format}", operation.shape.name), || {
            black_box(protocol.encode_output(&answering, operation.shape, output.as_ref()));
        });
    }
}

/// Prints what one run of `work` takes: the best of many rounds, as whatever else the machine does only adds.
fn report(name: &str, mut work: impl FnMut()) {
    const RUNS: u32 = 1000;
    let best = (0..200).map(|_| {
        let started = Instant::now();
        (0..RUNS).for_each(|_| work());
        started.elapsed() / RUNS
    });
    println!("{name}: {:?}", best.min().unwrap_or(Duration::ZERO));
}
