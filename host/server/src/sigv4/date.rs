//! The date of a request, which limits how long its signature holds.

use std::borrow::Cow;

use awsim_plugin::shape::Timestamp;
use http::header;

use super::dialect::Dialect;
use super::{Place, Signature, SignatureError, presigned};
use crate::incoming::{self, Incoming};

/// How far a request's date and the clock may be apart, in minutes.
const SKEW: i64 = 15;

/// The longest that a presigned URL may hold, in seconds: a week.
const LONGEST: i64 = 7 * 24 * 3600;

/// The date that the request is signed with, in ISO 8601's basic format; it is the day of the credential scope and
/// within fifteen minutes of now.
///
/// `X-Amz-Expires` of a presigned URL moves these limits for Amazon S3 only: STS is known to ignore it (see the
/// documentation of `aws-iam-authenticator`, whose cluster tokens are such URLs, signed for sixty seconds and used for
/// fifteen minutes).
pub(super) fn checked(
    incoming: &Incoming,
    signature: &Signature<'_>,
    dialect: Dialect,
    now: Timestamp,
) -> Result<String, SignatureError> {
    let text = stated(incoming, signature.place)?;
    let (date, at) = read(&text).ok_or_else(|| {
        SignatureError::Incomplete(format!(
            "Date must be in ISO-8601 'basic format'. Got '{text}'. See http://en.wikipedia.org/wiki/ISO_8601"
        ))
    })?;
    let (earliest, latest) = (now.plus_seconds(-SKEW * 60), now.plus_seconds(SKEW * 60));
    if dialect.is_storage && signature.place == Place::Query {
        if now > at.plus_seconds(holds(incoming)?) {
            return Err(SignatureError::Expired);
        }
    } else if at < earliest {
        return Err(SignatureError::DoesNotMatch(format!(
            "Signature expired: {date} is now earlier than {} ({} - {SKEW} min.)",
            basic(earliest),
            basic(now)
        )));
    }
    if at > latest {
        return Err(SignatureError::DoesNotMatch(format!(
            "Signature not yet current: {date} is still later than {} ({} + {SKEW} min.)",
            basic(latest),
            basic(now)
        )));
    }
    let day = &signature.scope.date;
    if date.get(..8) != Some(day) {
        return Err(SignatureError::DoesNotMatch(format!(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{day}' != \
             '{}', from '{date}'.",
            date.get(..8).unwrap_or_default()
        )));
    }
    Ok(date)
}

/// When a request says that it was signed; none if it does not say.
pub(super) fn signed_at(incoming: &Incoming, place: Place) -> Option<Timestamp> {
    read(&stated(incoming, place).ok()?).map(|(_, at)| at)
}

/// How many seconds a presigned URL says that it holds.
fn holds(incoming: &Incoming) -> Result<i64, SignatureError> {
    let Some(stated) = presigned::expires(incoming) else {
        return Err(SignatureError::Incomplete(
            "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, \
             X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."
                .to_owned(),
        ));
    };
    match stated.parse::<i64>() {
        Ok(seconds @ 0..=LONGEST) => Ok(seconds),
        Ok(..0) => Err(SignatureError::Incomplete("X-Amz-Expires must be non-negative".to_owned())),
        Ok(_) => Err(SignatureError::Incomplete(
            "X-Amz-Expires must be less than a week (in seconds) that is 604800".to_owned(),
        )),
        Err(_) => Err(SignatureError::Incomplete("X-Amz-Expires should be a number".to_owned())),
    }
}

/// The date as the request states it.
fn stated(incoming: &Incoming, place: Place) -> Result<Cow<'_, str>, SignatureError> {
    let stated = match place {
        Place::Query => presigned::date(incoming),
        Place::Header => incoming
            .header(&incoming::SIGNING_DATE)
            .or_else(|| incoming.header(header::DATE))
            .map(Cow::Borrowed),
    };
    stated.ok_or_else(|| {
        SignatureError::Incomplete(
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
                .to_owned(),
        )
    })
}

/// Reads the basic format, or what else a `Date` header may hold.
fn read(text: &str) -> Option<(String, Timestamp)> {
    let at = match extended(text) {
        Some(extended) => Timestamp::parse(&extended).ok()?,
        None => Timestamp::parse(text).ok()?,
    };
    Some((basic(at), at))
}

/// `20150830T123600Z` as `2015-08-30T12:36:00Z`.
fn extended(text: &str) -> Option<String> {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if text.len() != 16 || text.get(8..9) != Some("T") || text.get(15..) != Some("Z") {
        return None;
    }
    let (year, month, day) = (digits(0..4)?, digits(4..6)?, digits(6..8)?);
    let (hour, minute, second) = (digits(9..11)?, digits(11..13)?, digits(13..15)?);
    Some(format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z"))
}

/// ISO 8601's basic format, to the second.
pub(super) fn basic(at: Timestamp) -> String {
    at.to_the_second().to_string().chars().filter(|c| !matches!(c, '-' | ':')).collect()
}
