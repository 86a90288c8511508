//! What is too large, too slow or too much is refused with a clear status, and the process is unharmed.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::Stdio;

use awsim_sdk_tests::process::{Awsim, command};
use awsim_sdk_tests::wire::{Kept, connect, exchange, plain, query, query_kept, read_answer};

/// A whole request, after which the connection is closed.
const WHO: &str = "POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
    content-type: application/x-www-form-urlencoded\r\n\
    authorization: AWS4-HMAC-SHA256 Credential=test/20260421/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=fake\r\n\
    content-length: 43\r\n\r\nAction=GetCallerIdentity&Version=2011-06-15";

/// Proves that the process still answers.
fn still_answers(awsim: &Awsim) {
    let answer = exchange(awsim, &query("sts", "Action=GetCallerIdentity&Version=2011-06-15"));
    assert_eq!(answer.status, 200, "{answer:?}");
}

/// Waits until the process answers again. Where heads must come soon, a slow machine may make this very client one of those
/// that are cut off; and a place is free a moment after the connection that had it has ended.
fn answers_again(awsim: &Awsim) {
    let request = query("sts", "Action=GetCallerIdentity&Version=2011-06-15");
    loop {
        let mut stream = connect(awsim);
        // It may be cut off at any moment.
        let _ = stream.write_all(&request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        if answer.starts_with(b"HTTP/1.1 200") {
            break;
        }
    }
}

/// The peak resident memory of the process in bytes.
fn peak_memory(awsim: &Awsim) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", awsim.pid())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

#[test]
fn a_large_body() {
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &[("AWSIM_LIMITS__BODY_BYTES", "64KiB")]);
    let form = format!("Action=GetCallerIdentity&Version=2011-06-15&Padding={}", "x".repeat(100_000));
    let answer = exchange(&awsim, &query("sts", &form));
    assert_eq!(answer.status, 413, "{answer:?}");
    assert!(answer.body.contains("<Code>RequestEntityTooLarge</Code>"), "{answer:?}");
    still_answers(&awsim);
}

#[test]
fn a_large_head() {
    let awsim = Awsim::start();
    let answer = exchange(&awsim, &plain("GET", "/", &format!("x-padding: {}\r\n", "x".repeat(200_000)), ""));
    assert_eq!(answer.status, 431, "{answer:?}");
    still_answers(&awsim);
}

#[test]
fn many_form_fields() {
    let awsim = Awsim::start();
    let form: String = (0..20_000).map(|number| format!("&f{number}=")).collect();
    let answer =
        exchange(&awsim, &query("sts", &format!("Action=GetCallerIdentity&Version=2011-06-15{form}")));
    assert!((400..500).contains(&answer.status), "{answer:?}");
    still_answers(&awsim);
}

#[test]
fn a_huge_index_allocates_nothing() {
    let awsim = Awsim::start();
    still_answers(&awsim);
    let before = peak_memory(&awsim);
    let form = "Action=CreateUser&Version=2010-05-08&UserName=a&Tags.member.99999999999.Key=k&Tags.member.99999999999.Value=v\
                &Tags.member.18446744073709551616.Key=l&Tags.member.18446744073709551616.Value=w";
    let answer = exchange(&awsim, &query("iam", form));
    assert!(answer.status == 200 || answer.status == 400, "{answer:?}");
    assert!(peak_memory(&awsim) < before + 16 * 1024 * 1024);
    still_answers(&awsim);
}

#[test]
fn deep_nesting() {
    let awsim = Awsim::start();
    let name = vec!["a"; 5000].join(".");
    let answer = exchange(&awsim, &query("iam", &format!("Action=ListUsers&Version=2010-05-08&{name}=1")));
    assert!((400..500).contains(&answer.status), "{answer:?}");
    let document = format!("%7B%22Statement%22%3A{}", "%5B".repeat(100_000));
    let form = format!("Action=CreatePolicy&Version=2010-05-08&PolicyName=p&PolicyDocument={document}");
    let answer = exchange(&awsim, &query("iam", &form));
    assert_eq!(answer.status, 400, "{answer:?}");
    still_answers(&awsim);
}

#[test]
fn a_slow_head() {
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &[("AWSIM_LIMITS__HEADER_TIMEOUT", "200ms")]);
    let mut stream = connect(&awsim);
    stream.write_all(b"POST / HTTP/1.1\r\nhost: loc").unwrap();
    let mut rest = Vec::new();
    // The server ends the connection: that reading ends is what is waited for.
    let _ = stream.read_to_end(&mut rest);
    assert!(rest.is_empty() || rest.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&rest));
    answers_again(&awsim);
}

#[test]
fn nothing_at_all() {
    for tls in ["false", "true"] {
        let variables = [("AWSIM_LIMITS__HEADER_TIMEOUT", "200ms"), ("AWSIM_TLS__ENABLED", tls)];
        let awsim = Awsim::with(&["--data-dir", ":memory:"], &variables);
        for beginning in ["", "P", "PRI * HTTP/2.0\r\n"] {
            let mut stream = connect(&awsim);
            stream.write_all(beginning.as_bytes()).unwrap();
            let mut rest = Vec::new();
            // The server ends the connection: that reading ends is what is waited for.
            let ended = stream.read_to_end(&mut rest);
            assert!(
                !ended.is_err_and(|error| error.kind() == ErrorKind::WouldBlock),
                "{beginning:?} is waited for"
            );
            assert!(rest.is_empty(), "{}", String::from_utf8_lossy(&rest));
        }
        answers_again(&awsim);
    }
}

#[test]
fn a_slow_body() {
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &[("AWSIM_LIMITS__BODY_TIMEOUT", "200ms")]);
    let mut stream = connect(&awsim);
    stream
        .write_all(
            b"POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 100\r\n\r\nAction",
        )
        .unwrap();
    let answer = read_answer(&mut stream);
    assert_eq!(answer.status, 408, "{answer:?}");
    still_answers(&awsim);
}

#[test]
fn a_log_that_nobody_reads() {
    let mut command = command(&["--data-dir", ":memory:"], &[]);
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let address = line.trim_end().rsplit_once("http://").unwrap().1.parse().unwrap();
    // What it says of these is more than a pipe holds.
    let mut connection = Kept::open(address).unwrap();
    let request = query_kept("iam", "Action=GetUser&Version=2010-05-08&UserName=nobody");
    let answers: std::io::Result<Vec<_>> = (0..2000).map(|_| connection.ask(&request)).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(answers.unwrap().iter().all(|answer| answer.status == 404));
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("NoSuchEntity"), "what was said first is there: {rest}");
}

#[test]
fn many_connections() {
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &[("AWSIM_LIMITS__CONNECTIONS", "2")]);
    let held: Vec<_> = (0..2)
        .map(|_| {
            let mut stream = connect(&awsim);
            stream.write_all(&query_kept("sts", "Action=GetCallerIdentity&Version=2011-06-15")).unwrap();
            let mut status = [0; 12];
            stream.read_exact(&mut status).unwrap();
            assert_eq!(&status, b"HTTP/1.1 200");
            stream
        })
        .collect();
    let answer = read_answer(&mut connect(&awsim));
    assert_eq!(answer.status, 503, "{answer:?}");
    drop(held);
}

/// A request whose body is asked for, and not there yet: it has its place among those that are carried.
fn begin(awsim: &Awsim) -> TcpStream {
    let mut stream = connect(awsim);
    let (head, _) = WHO.split_at(WHO.find("\r\n\r\n").unwrap());
    stream.write_all(format!("{head}\r\nexpect: 100-continue\r\n\r\n").as_bytes()).unwrap();
    let mut told = *b"HTTP/1.1 ... Continue\r\n\r\n";
    stream.read_exact(&mut told).unwrap();
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream
}

#[test]
fn many_requests_are_throttled_until_there_are_fewer() {
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &[("AWSIM_LIMITS__CONCURRENT_REQUESTS", "2")]);
    let mut held: Vec<_> = (0..2).map(|_| begin(&awsim)).collect();
    let refused = exchange(&awsim, &query("sts", "Action=GetCallerIdentity&Version=2011-06-15"));
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(refused.body.contains("<Code>Throttling</Code>"), "{refused:?}");
    let json =
        "content-type: application/x-amz-json-1.1\r\nx-amz-target: AWSOrganizationsV20161128.ListRoots\r\n";
    let refused = exchange(&awsim, &plain("POST", "/", json, "{}"));
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(refused.body.contains("ThrottlingException"), "{refused:?}");
    for stream in &mut held {
        stream.write_all(&WHO.as_bytes()[WHO.find("Action").unwrap()..]).unwrap();
        assert_eq!(read_answer(stream).status, 200);
    }
    still_answers(&awsim);
}

#[test]
fn many_slow_heads_do_not_keep_others_out_for_long() {
    let limits = [("AWSIM_LIMITS__HEADER_TIMEOUT", "300ms"), ("AWSIM_LIMITS__CONNECTIONS", "20")];
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &limits);
    let mut slow: Vec<_> = (0..20)
        .map(|_| {
            let mut stream = connect(&awsim);
            // It may be one of those that find every connection taken.
            let _ = stream.write_all(b"POST / HTTP/1.1\r\nx-a");
            stream
        })
        .collect();
    // Every one of them is ended by the server: that reading ends is what is waited for.
    for stream in &mut slow {
        let _ = stream.read_to_end(&mut Vec::new());
    }
    answers_again(&awsim);
}

#[test]
fn many_headers() {
    let awsim = Awsim::start();
    let headers: String = (0..500).map(|number| format!("x-{number}: a\r\n")).collect();
    let answer = exchange(&awsim, &plain("GET", "/", &headers, ""));
    assert_eq!(answer.status, 431, "{answer:?}");
    still_answers(&awsim);
}

#[test]
fn a_client_that_sends_no_more_holds_nothing() {
    let awsim = Awsim::start();
    // Whoever stops sending is taken to be gone, so that what was asked for nobody ends. Whether an answer was already
    // on its way is a matter of chance; that it is whole, and that the connection ends, is not.
    let mut stream = connect(&awsim);
    stream.write_all(WHO.as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    let rest = String::from_utf8_lossy(&rest);
    assert!(
        rest.is_empty() || rest.starts_with("HTTP/1.1 200") && rest.ends_with("</GetCallerIdentityResponse>"),
        "{rest}"
    );
    // In the middle of a request there is none, or a refusal.
    let mut stream = connect(&awsim);
    stream.write_all(&WHO.as_bytes()[..WHO.len() - 10]).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(rest.is_empty() || rest.starts_with(b"HTTP/1.1 400"), "{}", String::from_utf8_lossy(&rest));
    still_answers(&awsim);
}

#[test]
fn requests_that_come_at_once_are_answered_in_order() {
    let awsim = Awsim::start();
    let mut requests = query_kept("sts", "Action=GetCallerIdentity&Version=2011-06-15");
    requests.extend(query_kept("iam", "Action=GetUser&Version=2010-05-08&UserName=nobody"));
    requests.extend(query("iam", "Action=ListUsers&Version=2010-05-08"));
    let mut stream = connect(&awsim);
    stream.write_all(&requests).unwrap();
    let mut all = String::new();
    stream.read_to_string(&mut all).unwrap();
    let places: Vec<_> = ["<GetCallerIdentityResponse", "<Code>NoSuchEntity</Code>", "<ListUsersResponse"]
        .iter()
        .map(|answer| all.find(answer).unwrap_or_else(|| panic!("no {answer}: {all}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(all.matches("HTTP/1.1 ").count(), 3, "{all}");
}

#[test]
fn garbage() {
    let awsim = Awsim::start();
    let noise: Vec<u8> =
        (0..4096_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    for bytes in [
        &noise[..],
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"POST / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef",
        b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        b"POST / HTTP/1.1\r\nhost: \x00\r\n\r\n",
        &[&preface[..], &noise[..]].concat(),
        b"\r\n\r\n\r\n",
    ] {
        let mut stream = connect(&awsim);
        // A server that has seen enough may stop reading.
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(Shutdown::Write);
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(!rest.starts_with(b"HTTP/1.1 2"), "{}", String::from_utf8_lossy(&rest));
    }
    still_answers(&awsim);
}

#[test]
fn what_is_not_hosted_or_not_known() {
    let awsim = Awsim::start();
    let answer = exchange(&awsim, &query("s3", "Action=ListBuckets&Version=2006-03-01"));
    assert_eq!(answer.status, 400, "{answer:?}");
    assert!(answer.body.contains("'s3'") && answer.body.contains("iam, organizations, sts"), "{answer:?}");
    let answer = exchange(&awsim, &query("iam", "Action=Invent&Version=2010-05-08"));
    assert_eq!(answer.status, 400, "{answer:?}");
    let message = "<Message>Could not find operation Invent for version 2010-05-08</Message>";
    assert!(
        answer.body.contains("<Code>InvalidAction</Code>") && answer.body.contains(message),
        "{answer:?}"
    );
    let answer = exchange(&awsim, &plain("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", "", ""));
    assert_eq!(answer.status, 403, "{answer:?}");
    assert!(answer.body.contains("<Code>MissingAuthenticationToken</Code>"), "{answer:?}");
    let target = "x-amz-target: Invented.Operation\r\ncontent-type: application/x-amz-json-1.1\r\n";
    let answer = exchange(&awsim, &plain("POST", "/", target, "{}"));
    assert!(answer.body.starts_with('{') && answer.body.contains("UnknownService"), "{answer:?}");
}

#[test]
fn a_presigned_request_may_be_a_get() {
    let awsim = Awsim::start();
    let target = "/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256\
                  &X-Amz-Credential=test%2F20260421%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Date=20260421T000000Z\
                  &X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=00";
    let answer = exchange(&awsim, &plain("GET", target, "accept: application/json\r\n", ""));
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(answer.body.contains(r#""Account":"000000000000""#), "{answer:?}");
}

#[test]
fn the_request_id_is_the_same_in_head_and_body() {
    let awsim = Awsim::start();
    for (service, form) in [
        ("sts", "Action=GetCallerIdentity&Version=2011-06-15"),
        ("iam", "Action=GetUser&Version=2010-05-08&UserName=nobody"),
    ] {
        let answer = exchange(&awsim, &query(service, form));
        let id = answer.body.split_once("<RequestId>").unwrap().1.split_once('<').unwrap().0;
        assert!(answer.head.to_ascii_lowercase().contains(&format!("x-amzn-requestid: {id}")), "{answer:?}");
    }
}
