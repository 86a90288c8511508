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
pub(super) fn checked<'r>(
    incoming: &'r Incoming,
    signature: &Signature<'_>,
    dialect: Dialect,
    now: Timestamp,
) -> Result<Cow<'r, str>, SignatureError> {
    let (date, at) = read(stated(incoming, signature.place)?).map_err(|text| {
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
    if date.get(..8) != Some(&**day) {
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
    read(stated(incoming, place).ok()?).ok().map(|(_, at)| at)
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

/// Reads the basic format, or what else a `Date` header may hold; gives back the text if it is no date.
fn read(text: Cow<'_, str>) -> Result<(Cow<'_, str>, Timestamp), Cow<'_, str>> {
    if let Some(at) = from_basic(text.as_bytes()) {
        return Ok((text, at));
    }
    match Timestamp::parse(&text) {
        Ok(at) => Ok((Cow::Owned(basic(at)), at)),
        Err(_) => Err(text),
    }
}

/// `20150830T123600Z` as an instant.
fn from_basic(text: &[u8]) -> Option<Timestamp> {
    let [date @ .., b'T', _, _, _, _, _, _, b'Z'] = text else { return None };
    let time = text.get(9..15)?;
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number: i64, byte| {
            byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'))
        })
    };
    let date = (date.len() == 8).then_some(date)?;
    Timestamp::from_utc(
        (number(&date[..4])?, number(&date[4..6])?, number(&date[6..])?),
        (number(&time[..2])?, number(&time[2..4])?, number(&time[4..])?),
    )
}

/// ISO 8601's basic format, to the second.
pub(super) fn basic(at: Timestamp) -> String {
    at.to_the_second().to_string().chars().filter(|c| !matches!(c, '-' | ':')).collect()
}
