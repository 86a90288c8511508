//! The version of the language.

use super::code::Code;
use super::finding::Findings;
use super::subject::Subject;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    match &subject.document.version {
        None => findings.add(
            Code::MissingVersion,
            subject.document.span,
            "The policy has no Version and is read in the language of 2008-10-17. Add \"Version\": \"2012-10-17\".",
        ),
        Some(version) if version.as_str() == "2008-10-17" => findings.add(
            Code::OutdatedVersion,
            version.span,
            "The version 2008-10-17 has no policy variables. Use 2012-10-17.",
        ),
        Some(_) => {}
    }
}
