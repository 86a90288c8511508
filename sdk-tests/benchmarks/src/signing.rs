//! Requests that are really signed ("Create a signed AWS API request" in the IAM User Guide, "Authenticating Requests: Using
//! the Authorization Header" in the Amazon S3 API reference).

use std::time::{SystemTime, UNIX_EPOCH};

use awsim_plugin::shape::Timestamp;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

const TYPE: &str = "application/x-www-form-urlencoded";

/// An access key.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its id.
    pub id: String,
    /// The secret access key.
    pub secret: String,
}

/// When a request is signed, and for what.
struct Occasion {
    time: String,
    scope: String,
}

impl Occasion {
    /// Now, for a service.
    fn now(service: &str) -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock that is set").as_secs();
        let time = Timestamp::from_seconds(i64::try_from(since).expect("a time"));
        let time: String =
            time.to_iso8601().as_str().chars().filter(|letter| !"-:".contains(*letter)).collect();
        let scope = format!("{}/us-east-1/{service}/aws4_request", &time[..8]);
        Self { time, scope }
    }
}

impl Key {
    /// Root's, unless the configuration says otherwise.
    pub fn root() -> Self {
        Self { id: "test".to_owned(), secret: "test".to_owned() }
    }

    /// The key in an answer to `CreateAccessKey`.
    ///
    /// # Panics
    /// If there is none in it.
    pub fn in_answer(answer: &str) -> Self {
        Self { id: element(answer, "AccessKeyId"), secret: element(answer, "SecretAccessKey") }
    }

    /// A query request to a service, signed now, after which the connection is kept.
    pub fn signed(&self, service: &str, form: &str) -> Vec<u8> {
        let occasion = Occasion::now(service);
        let (time, names) = (&occasion.time, "content-type;host;x-amz-date");
        let canonical = format!(
            "POST\n/\n\ncontent-type:{TYPE}\nhost:localhost\nx-amz-date:{time}\n\n{names}\n{}",
            digest(form)
        );
        let authorization = self.authorization(&occasion, names, &canonical);
        let length = form.len();
        format!(
            "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: {TYPE}\r\nx-amz-date: {time}\r\n\
             authorization: {authorization}\r\ncontent-length: {length}\r\n\r\n{form}"
        )
        .into_bytes()
    }

    /// The head of a request to Amazon S3, signed now. `payload` is what is said of its body of `length` bytes.
    pub fn storage_head(&self, method: &str, path: &str, payload: &str, length: usize) -> String {
        let occasion = Occasion::now("s3");
        let (time, names) = (&occasion.time, "host;x-amz-content-sha256;x-amz-date");
        let canonical = format!(
            "{method}\n{path}\n\nhost:localhost\nx-amz-content-sha256:{payload}\nx-amz-date:{time}\n\n{names}\n{payload}"
        );
        let authorization = self.authorization(&occasion, names, &canonical);
        format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nx-amz-content-sha256: {payload}\r\nx-amz-date: {time}\r\n\
             authorization: {authorization}\r\ncontent-length: {length}\r\n\r\n"
        )
    }

    fn authorization(&self, occasion: &Occasion, names: &str, canonical: &str) -> String {
        let Occasion { time, scope } = occasion;
        let to_sign = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{}", digest(canonical));
        let signing =
            scope.split('/').fold(format!("AWS4{}", self.secret).into_bytes(), |key, part| hmac(&key, part));
        let signature = HEXLOWER.encode(&hmac(&signing, &to_sign));
        format!(
            "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={signature}",
            self.id
        )
    }
}

/// A text as it stands in a form.
pub fn encoded(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    encoded.collect()
}

fn element(answer: &str, name: &str) -> String {
    let found = answer.split_once(&format!("<{name}>")).and_then(|(_, rest)| rest.split_once('<'));
    found.unwrap_or_else(|| panic!("no {name}: {answer}")).0.to_owned()
}

fn digest(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text))
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}
