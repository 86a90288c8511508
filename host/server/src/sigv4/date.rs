//! The date of a request, which limits how long its signature holds.

use std::borrow::Cow;

use awsim_plugin::shape::Timestamp;

use super::{Place, Signature, SignatureError, presigned};
use crate::incoming::Incoming;

/// How far a request's date and the clock may be apart, in minutes.
const SKEW: i64 = 15;

/// The date that the request is signed with, in ISO 8601's basic format; it is the day of the credential scope and
/// within fifteen minutes of now.
///
/// `X-Amz-Expires` of a presigned URL does not move these limits: STS is known to ignore it (see the documentation of
/// `aws-iam-authenticator`, whose cluster tokens are such URLs, signed for sixty seconds and used for fifteen minutes).
pub(super) fn checked(
    incoming: &Incoming,
    signature: &Signature<'_>,
    now: Timestamp,
) -> Result<String, SignatureError> {
    let text = stated(incoming, signature.place)?;
    let (date, at) = read(&text).ok_or_else(|| {
        SignatureError::Incomplete(format!(
            "Date must be in ISO-8601 'basic format'. Got '{text}'. See http://en.wikipedia.org/wiki/ISO_8601"
        ))
    })?;
    let (earliest, latest) = (now.plus_seconds(-SKEW * 60), now.plus_seconds(SKEW * 60));
    if at < earliest {
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

/// The date as the request states it.
fn stated(incoming: &Incoming, place: Place) -> Result<Cow<'_, str>, SignatureError> {
    let stated = match place {
        Place::Query => presigned::date(incoming),
        Place::Header => incoming.header("x-amz-date").or_else(|| incoming.header("date")).map(Cow::Borrowed),
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
fn basic(at: Timestamp) -> String {
    at.to_the_second().to_string().chars().filter(|c| !matches!(c, '-' | ':')).collect()
}
