//! The target of a request: its path and its query, each decoded once.

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;

use crate::sigv4::is_presigned;

/// Where a request is sent to.
#[derive(Debug)]
pub(super) struct Target<'r> {
    /// The path as it travels, still encoded.
    pub(super) path: Cow<'r, str>,
    /// The parameters of the query.
    pub(super) query: Vec<Parameter<'r>>,
    /// Whether it is a presigned URL, in whose query headers may stand.
    pub(super) is_presigned: bool,
}

/// A parameter of a query, decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parameter<'r> {
    /// The name.
    pub(super) name: Cow<'r, str>,
    /// The value; empty if there is no equals sign.
    pub(super) value: Cow<'r, str>,
    /// Whether the name travels as it is.
    pub(super) is_plain: bool,
}

impl<'r> Target<'r> {
    /// Reads a path and a query.
    ///
    /// # Errors
    /// `InvalidURI` (400) if they are not percent-encoded text, or if servers differ in how they read them: with segments
    /// of dots, which some take out, and with semicolons, at which some divide a query.
    pub(super) fn of(path: Cow<'r, str>, query: &'r str) -> Result<Self, ServiceError> {
        let decoded = decode(&path, false)?;
        if decoded.split('/').any(|segment| matches!(segment, "." | "..")) || query.contains(';') {
            return Err(invalid());
        }
        let mut parameters = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let decoded = decode(name, true)?;
            let is_plain = decoded == name;
            parameters.push(Parameter { name: decoded, value: decode(value, true)?, is_plain });
        }
        Ok(Self { path, query: parameters, is_presigned: is_presigned(query) })
    }

    /// Whether it is a URL that is signed with Signature Version 2.
    pub(super) fn is_presigned_in_version_2(&self) -> bool {
        self.values("AWSAccessKeyId").next().is_some()
    }

    /// The values of the parameters with a name.
    pub(super) fn values<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        self.query.iter().filter(move |parameter| parameter.name == name).map(|parameter| &*parameter.value)
    }

    /// The headers that stand in the query instead, as presigned URLs of Amazon S3 may have them, with their values.
    pub(super) fn all_hoisted(&self) -> impl Iterator<Item = (String, &str)> {
        let named = self.query.iter().map(|pair| (pair.name.to_ascii_lowercase(), &*pair.value));
        named.filter(|(name, _)| name.starts_with(HOISTED))
    }

    /// The values of a header that stands in the query instead.
    pub(super) fn hoisted<'t>(&'t self, header: &'t str) -> impl Iterator<Item = &'t str> {
        self.all_hoisted().filter(move |(name, _)| name == header).map(|(_, value)| value)
    }
}

/// What the names of headers begin with that may stand in a query.
const HOISTED: &str = "x-amz-";

/// The text that a part of a path or query stands for. In a query, a plus sign is a blank.
///
/// # Errors
/// `InvalidURI` (400) if an escape is broken, or hides the character NUL or what is no text.
pub(super) fn decode(text: &str, in_query: bool) -> Result<Cow<'_, str>, ServiceError> {
    if !text.bytes().any(|byte| byte == b'%' || (in_query && byte == b'+')) {
        return Ok(Cow::Borrowed(text));
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        decoded.push(match byte {
            b'%' => {
                let [high, low, after @ ..] = after else { return Err(invalid()) };
                rest = after;
                let digit = |byte: u8| char::from(byte).to_digit(16).ok_or_else(invalid);
                let byte = u8::try_from(digit(*high)? << 4 | digit(*low)?).map_err(|_| invalid())?;
                if byte == 0 {
                    return Err(invalid());
                }
                byte
            }
            b'+' if in_query => b' ',
            byte => *byte,
        });
    }
    String::from_utf8(decoded).map(Cow::Owned).map_err(|_| invalid())
}

/// The refusal of a target that cannot be read, or in two ways.
pub(super) fn invalid() -> ServiceError {
    ServiceError::sender("InvalidURI", 400, "Couldn't parse the specified URI.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target<'r>(path: &'r str, query: &'r str) -> Result<Target<'r>, ServiceError> {
        Target::of(Cow::Borrowed(path), query)
    }

    #[test]
    fn texts_are_decoded_once() {
        let target = target("/b/%2525", "a=%2B+&acl&x-amz-acl=private&%61=").unwrap();
        assert_eq!(decode("%2525+%C3%A9", false).unwrap(), "%25+é");
        assert_eq!(target.values("a").collect::<Vec<_>>(), ["+ ", ""]);
        assert_eq!(target.values("acl").collect::<Vec<_>>(), [""]);
        assert_eq!(target.hoisted("x-amz-acl").collect::<Vec<_>>(), ["private"]);
        assert!(target.hoisted("acl").next().is_none());
        assert_eq!(target.query.iter().filter(|parameter| !parameter.is_plain).count(), 1);
    }

    #[test]
    fn what_servers_read_differently_is_refused() {
        for (path, query) in [
            ("/b/../c", ""),
            ("/b/%2e%2E/c", ""),
            ("/b/a%2F..%2Fc", ""),
            ("/b/.", ""),
            ("/b/%zz", ""),
            ("/b/%2", ""),
            ("/b/%ff", ""),
            ("/b/%00", ""),
            ("/b", "a;acl"),
            ("/b", "a=%f"),
        ] {
            assert_eq!(target(path, query).unwrap_err().code, "InvalidURI", "{path}?{query}");
        }
        assert!(target("/b/...//a%20b/", "").is_ok());
    }
}
