//! Host names that name a resource: `bucket.s3.us-east-1.amazonaws.com` (virtual-hosted style).
//!
//! To the upstream such a request is sent in path style, as what a host name means is a matter of how each server is
//! configured: one that reads it otherwise than this host would do something else than was decided. For the same reason no
//! host name is passed on; the upstream is told its own.

use std::net::IpAddr;

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Addressing;
use http::header;

use crate::incoming::Incoming;

/// The domain below which everybody's buckets are.
const AMAZON: &str = "amazonaws.com";

/// What the host name of a request says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// A resource.
    Resource(String),
    /// Nothing: it is one of the service, or an address.
    Nothing,
    /// Nothing here; to another server it may name a resource.
    Unknown,
}

/// The host name of a request in lower case, without its port.
///
/// # Errors
/// `InvalidRequest` (400) if there are two, or it has other characters than host names and addresses have: in a path, where
/// the upstream is told the name, they would mean something else.
pub(crate) fn host(incoming: &Incoming) -> Result<Option<String>, ServiceError> {
    let mut headers = incoming.headers.get_all(header::HOST).iter();
    let header = headers.next().and_then(|value| value.to_str().ok());
    let authority = incoming.uri.authority().map(|authority| authority.as_str());
    let differs = matches!((header, authority), (Some(one), Some(other)) if !one.eq_ignore_ascii_case(other));
    if headers.next().is_some() || differs {
        return Err(ServiceError::sender("InvalidRequest", 400, "The request is for two hosts at once."));
    }
    let host = authority.or(header).map(without_port);
    if !host.is_none_or(|host| host.bytes().all(is_of_host)) {
        return Err(ServiceError::sender("InvalidRequest", 400, "The host name of the request is none."));
    }
    Ok(host.map(str::to_ascii_lowercase))
}

fn is_of_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte)
}

fn without_port(host: &str) -> &str {
    let port = host.rfind(':').filter(|at| host[at + 1..].bytes().all(|byte| byte.is_ascii_digit()));
    port.map_or(host, |at| &host[..at])
}

/// What a host name says.
pub(crate) fn named(host: &str, addressing: &Addressing) -> Named {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if bare.parse::<IpAddr>().is_ok() {
        return Named::Nothing;
    }
    let domains = addressing.domains.iter().map(|domain| (domain.as_str(), true));
    for (domain, is_own) in domains.chain([(AMAZON, false)]) {
        if is_own && host.eq_ignore_ascii_case(domain) {
            return Named::Nothing;
        }
        let Some(below) = below(host, domain) else { continue };
        return match without_service(below) {
            Some("") => Named::Nothing,
            Some(resource) => Named::Resource(resource.to_owned()),
            None if is_own => Named::Resource(below.to_owned()),
            None => Named::Unknown,
        };
    }
    Named::Unknown
}

/// What stands before a domain in a host name.
fn below<'h>(host: &'h str, domain: &str) -> Option<&'h str> {
    let at = host.len().checked_sub(domain.len() + 1)?;
    let (below, rest) = host.split_at_checked(at)?;
    rest.strip_prefix('.').filter(|rest| rest.eq_ignore_ascii_case(domain)).map(|_| below)
}

/// What stands before the labels of the service: `s3`, `s3.REGION`, `s3-REGION` or `s3.dualstack.REGION` ("Amazon Simple
/// Storage Service endpoints and quotas" in the AWS General Reference). None if they are not there.
fn without_service(labels: &str) -> Option<&str> {
    let parts: Vec<&str> = labels.split('.').collect();
    let taken = match parts.as_slice() {
        [.., "s3", "dualstack", _] => 3,
        [.., "s3"] => 1,
        [.., "s3", _] => 2,
        [.., last] if last.starts_with("s3-") => 1,
        _ => return None,
    };
    let rest: usize = parts[..parts.len() - taken].iter().map(|part| part.len() + 1).sum();
    labels.get(..rest.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(host: &str) -> Option<String> {
        let addressing = Addressing { domains: vec!["localhost".to_owned()], takes_unsigned: true };
        match named(host, &addressing) {
            Named::Resource(resource) => Some(resource),
            Named::Nothing => Some(String::new()),
            Named::Unknown => None,
        }
    }

    #[test]
    fn what_a_path_would_take_for_something_else_is_no_host_name() {
        let told = |name: &'static str| host(&Incoming::with_headers(&[("host", name)]));
        for name in ["Bucket_1.s3.localhost:4566", "a-b.localhost", "[::1]:4566", "127.0.0.1"] {
            assert_eq!(told(name).unwrap().as_deref(), Some(&*without_port(name).to_ascii_lowercase()));
        }
        for name in [
            "a?b.localhost",
            "a#b.localhost",
            "a/b.localhost",
            "a%2fb.localhost",
            "a*.localhost",
            "a b.localhost",
        ] {
            assert_eq!(told(name).unwrap_err().status, 400, "{name}");
        }
    }

    #[test]
    fn buckets_are_told_from_host_names() {
        for (host, bucket) in [
            ("bucket.localhost", "bucket"),
            ("a.b.localhost", "a.b"),
            ("bucket.s3.localhost", "bucket"),
            ("a.b.s3.us-east-1.amazonaws.com", "a.b"),
            ("bucket.s3.amazonaws.com", "bucket"),
            ("bucket.s3-eu-west-1.amazonaws.com", "bucket"),
            ("bucket.s3.dualstack.eu-west-1.amazonaws.com", "bucket"),
            ("localhost", ""),
            ("s3.localhost", ""),
            ("s3.us-east-1.localhost", ""),
            ("s3.amazonaws.com", ""),
            ("127.0.0.1", ""),
            ("[::1]", ""),
        ] {
            assert_eq!(told(host).as_deref(), Some(bucket), "{host}");
        }
        for unknown in ["awsim", "bucket.example.com", "iam.amazonaws.com", "notlocalhost", "amazonaws.com"] {
            assert_eq!(told(unknown), None, "{unknown}");
        }
        assert_eq!(without_port("[::1]:4566"), "[::1]");
        assert_eq!(without_port("b.localhost:4566"), "b.localhost");
    }
}
