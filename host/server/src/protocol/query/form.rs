//! The fields of a form, in the order in which they are read.

use std::borrow::Cow;
use std::cmp::Ordering;

use awsim_plugin::error::ServiceError;

use crate::ascii;
use crate::protocol::ProtocolLimits;

/// The fields of a form, sorted by the parts of their names, so that everything below one name stands together and
/// list elements stand in the order of their numbers. A field that stands there twice counts once; the first is taken.
///
/// Names and values borrow from the request where nothing in them is encoded. A form holds what was sent and nothing
/// else: the number in `Tags.member.99999999999` is only a label.
#[derive(Debug)]
pub struct Form<'r> {
    fields: Vec<Field<'r>>,
    repeats: bool,
}

/// One field.
#[derive(Debug)]
pub(super) struct Field<'r> {
    pub(super) name: Cow<'r, str>,
    pub(super) value: Cow<'r, str>,
}

impl<'r> Form<'r> {
    /// Parses `application/x-www-form-urlencoded` texts into one form; fields of an earlier text come before those of a
    /// later one.
    ///
    /// # Errors
    /// `InvalidQueryParameter` (400) for broken percent sequences, text that is not UTF-8, too many fields and names
    /// that are nested too deeply.
    pub fn parse<const N: usize>(
        texts: [&'r [u8]; N],
        limits: &ProtocolLimits,
    ) -> Result<Self, ServiceError> {
        let most =
            texts.iter().map(|text| text.iter().filter(|byte| **byte == b'&').count() + 1).sum::<usize>();
        let mut fields = Vec::with_capacity(most.min(limits.form_fields));
        for text in texts {
            let text = std::str::from_utf8(text).map_err(|_| not_utf8())?;
            for (name, value) in pieces(text) {
                if fields.len() == limits.form_fields {
                    return Err(invalid(format!("The request has more than {} fields.", limits.form_fields)));
                }
                let name = decode(name)?;
                if name.bytes().filter(|byte| *byte == b'.').count() >= limits.nesting {
                    return Err(invalid(format!("A field's name has more than {} parts.", limits.nesting)));
                }
                fields.push(Field { name, value: decode(value)? });
            }
        }
        fields.sort_by(|a: &Field<'_>, b: &Field<'_>| compare_names(&a.name, &b.name));
        let sent = fields.len();
        fields.dedup_by(|later, first| later.name == first.name);
        Ok(Self { repeats: sent != fields.len(), fields })
    }

    /// The value of the field with this name.
    pub fn field(&self, name: &str) -> Option<Cow<'r, str>> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.value.clone())
    }

    /// Whether a field was sent twice.
    pub(crate) fn repeats(&self) -> bool {
        self.repeats
    }

    pub(super) fn fields(&self) -> &[Field<'r>] {
        &self.fields
    }
}

/// The value of the first field with this name, if it can be decoded.
pub(super) fn peek<'r>(text: &'r [u8], name: &str) -> Option<Cow<'r, str>> {
    let (_, value) = pieces(std::str::from_utf8(text).ok()?).find(|(found, _)| *found == name)?;
    decode(value).ok()
}

/// The names and values of a form, still encoded. What has no name is nothing.
fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    ascii::pieces(text, |byte| byte == b'&')
        .map(|piece| ascii::cut(piece, |byte| byte == b'=').unwrap_or((piece, "")))
        .filter(|(name, _)| !name.is_empty())
}

/// Decodes a name or value: `+` is a blank, `%41` is `A`.
fn decode(text: &str) -> Result<Cow<'_, str>, ServiceError> {
    let Some(first) = text.bytes().position(|byte| matches!(byte, b'%' | b'+')) else {
        return Ok(Cow::Borrowed(text));
    };
    let (plain, mut rest) = text.as_bytes().split_at(first);
    let mut decoded = Vec::with_capacity(text.len());
    decoded.extend_from_slice(plain);
    while let [byte, after @ ..] = rest {
        rest = after;
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let [high, low, after @ ..] = after else { return Err(broken_sequence()) };
                let (Some(high), Some(low)) = (digit(*high), digit(*low)) else {
                    return Err(broken_sequence());
                };
                rest = after;
                high << 4 | low
            }
            byte => *byte,
        });
    }
    String::from_utf8(decoded).map(Cow::Owned).map_err(|_| not_utf8())
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

fn not_utf8() -> ServiceError {
    invalid("The request is not UTF-8.")
}

fn broken_sequence() -> ServiceError {
    invalid("A percent sign in the request is not followed by two hexadecimal digits.")
}

fn invalid(reason: impl Into<String>) -> ServiceError {
    ServiceError::sender("InvalidQueryParameter", 400, reason)
}

/// The order of fields: part by part, and a name before everything below it.
pub(super) fn compare_names(a: &str, b: &str) -> Ordering {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    // Mostly the parts that differ go on here, and neither is a number.
    if let (Some(a), Some(b)) = (a.as_bytes().get(common), b.as_bytes().get(common))
        && !ends_or_counts(*a)
        && !ends_or_counts(*b)
    {
        return a.cmp(b);
    }
    // Where the parts begin that differ first, if any do. A full stop is a character by itself, so this cuts between
    // characters.
    let start = a.as_bytes()[..common].iter().rposition(|byte| *byte == b'.').map_or(0, |dot| dot + 1);
    // Equal parts mean that one name ends here.
    compare_parts(first_part(&a[start..]), first_part(&b[start..])).then_with(|| a.len().cmp(&b.len()))
}

/// Whether a byte ends a part or may belong to a number.
fn ends_or_counts(byte: u8) -> bool {
    byte == b'.' || byte.is_ascii_digit()
}

/// The part of a name before the first full stop.
pub(super) fn first_part(name: &str) -> &str {
    let end = name.bytes().position(|byte| byte == b'.').unwrap_or(name.len());
    &name[..end]
}

/// The order of parts: numbers by their value, however large it is, then names. Only equal texts are equal.
pub(super) fn compare_parts(a: &str, b: &str) -> Ordering {
    match (is_number(a), is_number(b)) {
        (true, true) => {
            let (short_a, short_b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
            let by_value = short_a.len().cmp(&short_b.len()).then_with(|| short_a.cmp(short_b));
            by_value.then_with(|| a.len().cmp(&b.len()))
        }
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => a.cmp(b),
    }
}

/// Whether a part is the number of a list element.
pub(super) fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}
