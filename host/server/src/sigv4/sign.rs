//! Signing requests that this host sends.

use std::borrow::Cow;

use awsim_plugin::shape::Timestamp;
use data_encoding::HEXLOWER;
use hmac::Mac;
use http::{HeaderMap, HeaderValue, header};

use super::canonical::SignedHeaders;
use super::dialect::Dialect;
use super::payload::{HEADER as CONTENT, hash};
use super::signing_key::derive;
use super::{Algorithm, Place, Scope, Signature, canonical, date, presigned};
use crate::incoming::{self, Incoming};

/// What a body that is there as a whole is signed with.
pub(crate) fn payload_hash(body: &[u8]) -> String {
    hash(body)
}

/// Whose key signs, and for what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signer<'a> {
    /// The id of the access key.
    pub(crate) access_key_id: &'a str,
    /// The secret access key.
    pub(crate) secret_access_key: &'a str,
    /// The region of the request.
    pub(crate) region: &'a str,
    /// The signing name of the service.
    pub(crate) service: &'a str,
}

impl Signer<'_> {
    /// Signs a request: adds the date, what is signed of the body, and the signature. Every header that says something of
    /// the request (`host`, `content-type`, `x-amz-…`) is signed. `payload` is the hash of the body, or
    /// `UNSIGNED-PAYLOAD` for one that streams.
    pub(crate) fn sign(&self, request: &mut Incoming, payload: &str, now: Timestamp) {
        let date = date::basic(now);
        unsign(request);
        insert(&mut request.headers, incoming::SIGNING_DATE.as_str(), &date);
        insert(&mut request.headers, CONTENT, payload);
        let signs = |name: &str| matches!(name, "host" | "content-type") || name.starts_with("x-amz-");
        let names = request.headers.keys().map(|name| Cow::Borrowed(name.as_str()));
        let mut signed: SignedHeaders<'_> = names.filter(|name| signs(name)).collect();
        signed.sort_unstable();
        let mut signature = Signature {
            algorithm: Algorithm::HmacSha256,
            scope: Scope {
                access_key_id: Cow::Borrowed(self.access_key_id),
                date: Cow::Borrowed(date.get(..8).unwrap_or_default()),
                region: Cow::Borrowed(self.region),
                service: Cow::Borrowed(self.service),
            },
            signed_headers: Cow::Owned(signed.join(";")),
            signature: Cow::Borrowed(""),
            session_token: None,
            region_set: None,
            place: Place::Header,
        };
        let canonical = canonical::request(request, Dialect::of(self.service), &[], &signed, payload);
        drop(signed);
        let to_sign = canonical::string_to_sign(&canonical, &date, &signature);
        // HMAC takes keys of every length.
        let Some(mut keyed) = derive(self.secret_access_key, &signature.scope) else { return };
        keyed.update(to_sign.as_bytes());
        signature.signature = Cow::Owned(HEXLOWER.encode(&keyed.finalize().into_bytes()));
        insert(&mut request.headers, header::AUTHORIZATION.as_str(), &signature.authorization());
    }
}

/// Writes the signature of a request anew, in the one form that everybody reads alike: its parts may stand in any order, and
/// there are servers that look for the service in the first.
pub(crate) fn restate(request: &mut Incoming, signature: &Signature<'_>) {
    if signature.place == Place::Header {
        request.headers.remove(header::AUTHORIZATION);
        insert(&mut request.headers, header::AUTHORIZATION.as_str(), &signature.authorization());
    }
}

/// Takes a signature off a request, from its headers or from the query of a presigned URL.
pub(crate) fn unsign(request: &mut Incoming) {
    let headers = &mut request.headers;
    headers.remove(header::AUTHORIZATION);
    headers.remove(&incoming::SIGNING_DATE);
    headers.remove(&incoming::SECURITY_TOKEN);
    headers.remove(CONTENT);
    if let Some(unsigned) = presigned::unsigned(&request.uri) {
        request.uri = unsigned;
    }
}

fn insert(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{Method, Uri};

    use super::*;
    use crate::sigv4::{Examined, SigningKeys};

    #[test]
    fn what_is_signed_here_is_believed_here() {
        let now = Timestamp::from_seconds(1_776_759_330);
        let body = Bytes::from_static(b"{}");
        let mut headers = HeaderMap::new();
        insert(&mut headers, "host", "127.0.0.1:8000");
        insert(&mut headers, "x-amz-target", "DynamoDB_20120810.ListTables");
        insert(&mut headers, "x-amz-security-token", "somebody's");
        let uri = Uri::from_static("/a%20b?c=d");
        let peer = "127.0.0.1:1".parse().unwrap();
        let mut request = Incoming { method: Method::POST, uri, headers, body, peer, secure: false };
        let signer = Signer {
            access_key_id: "AKIDEXAMPLE",
            secret_access_key: "secret",
            region: "us-east-1",
            service: "dynamodb",
        };
        let payload = payload_hash(&request.body);
        signer.sign(&mut request, &payload, now);
        assert!(!request.headers.contains_key("x-amz-security-token"));
        let signature = Signature::of(&request).unwrap().unwrap();
        let examined = Examined::new(&request, &signature, now).unwrap();
        assert!(examined.verify("secret", &SigningKeys::default()).is_ok());
        assert!(examined.verify("other", &SigningKeys::default()).is_err());
    }
}
