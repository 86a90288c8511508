//! SAML metadata documents ("Metadata for the OASIS Security Assertion Markup Language (SAML) V2.0"): of which identity
//! providers, with which certificates they sign, until when the document is valid. Mostly it is one; federations publish
//! many, together with services, which are passed over.
//!
//! The document comes from outside, so nothing in it is expanded or fetched: a document type declaration is refused, and
//! with it every entity of its own; so is a nesting that no metadata has.

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use crate::generated::ErrorCode;
use crate::state::{SamlEntity, SamlMetadata};
use crate::x509::Certificate;

const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";

/// What may not stand before a document: "The metadata file must be encoded in UTF-8 format without a byte order mark" ("Create
/// a SAML identity provider in IAM", IAM User Guide).
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The deepest nesting of elements.
const DEEPEST: usize = 64;

/// The most certificates that are kept.
const MOST_CERTIFICATES: usize = 100;

/// The document is none.
#[derive(Debug)]
struct Unreadable;

impl<E: std::error::Error> From<E> for Unreadable {
    fn from(_: E) -> Self {
        Self
    }
}

/// What the document says.
///
/// # Errors
/// `InvalidInput` (400) if it is no metadata of an identity provider with an entity id and a certificate.
pub(super) fn read(document: &str) -> Result<SamlMetadata, ServiceError> {
    let metadata = Reading::default().read(document);
    metadata.map_err(|Unreadable| ErrorCode::InvalidInput.with("Could not parse metadata"))
}

/// Where the reader is, and what it has found.
#[derive(Default)]
struct Reading {
    depth: usize,
    /// Whether the root was there.
    rooted: bool,
    /// How many groups of entities it is in, one in the other and nothing else around them.
    groups: usize,
    /// The entity that it is in.
    entity: Option<SamlEntity>,
    valid_until: Option<Timestamp>,
    /// Whether the reader is in the part about the identity provider.
    in_provider: bool,
    /// Whether it is in a key that signs.
    in_signing_key: bool,
    /// The text of the certificate that it is in.
    certificate: Option<String>,
    /// The identity providers that it has read to the end, and the certificates that it has read at all.
    entities: Vec<SamlEntity>,
    certificates: usize,
}

impl Reading {
    fn read(mut self, document: &str) -> Result<SamlMetadata, Unreadable> {
        if document.starts_with(BYTE_ORDER_MARK) {
            return Err(Unreadable);
        }
        let mut reader = NsReader::from_str(document);
        reader.config_mut().check_end_names = true;
        loop {
            let (resolved, event) = reader.read_resolved_event()?;
            match event {
                Event::Start(element) => {
                    let known = known(&resolved, element.local_name().into_inner());
                    self.enter(known, &element)?;
                    self.depth += 1;
                }
                Event::Empty(element) => {
                    let known = known(&resolved, element.local_name().into_inner());
                    self.enter(known, &element)?;
                    self.leave(known)?;
                }
                Event::End(element) => {
                    let known = known(&resolved, element.local_name().into_inner());
                    self.depth = self.depth.checked_sub(1).ok_or(Unreadable)?;
                    self.leave(known)?;
                }
                Event::Text(text) => self.text(&text.xml10_content())?,
                // Outside of the root there is neither, whatever it stands for.
                Event::CData(_) | Event::GeneralRef(_) if self.depth == 0 => return Err(Unreadable),
                Event::CData(text) => self.text(&text.xml10_content())?,
                Event::GeneralRef(reference) => self.text(&character(&reference)?)?,
                Event::DocType(_) => return Err(Unreadable),
                Event::Eof => return self.finish(),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    fn enter(&mut self, element: Option<Known>, start: &BytesStart<'_>) -> Result<(), Unreadable> {
        let is_root = self.depth == 0;
        if self.depth >= DEEPEST || is_root && self.rooted {
            return Err(Unreadable);
        }
        self.rooted = true;
        match element {
            Some(Known::Group) if self.depth == self.groups => {
                self.groups += 1;
                self.limit(start)?;
            }
            Some(Known::Entity) if self.depth == self.groups => {
                let entity_id =
                    attribute(start, "entityID")?.filter(|id| !id.is_empty()).ok_or(Unreadable)?;
                self.entity = Some(SamlEntity { entity_id: (*entity_id).into(), certificates: Vec::new() });
                self.limit(start)?;
            }
            _ if is_root => return Err(Unreadable),
            Some(Known::Provider) if self.entity.is_some() && self.depth == self.groups + 1 => {
                self.in_provider = true;
            }
            Some(Known::Key) if self.in_provider => {
                self.in_signing_key = attribute(start, "use")?.is_none_or(|used_for| used_for == "signing");
            }
            Some(Known::Certificate) if self.in_signing_key => self.certificate = Some(String::new()),
            _ => {}
        }
        Ok(())
    }

    /// Takes the end of the validity that an element tells: the first of all of them counts.
    fn limit(&mut self, element: &BytesStart<'_>) -> Result<(), Unreadable> {
        if let Some(text) = attribute(element, "validUntil")? {
            let end = Timestamp::parse(&text).map_err(|_| Unreadable)?;
            self.valid_until = Some(self.valid_until.map_or(end, |known| known.min(end)));
        }
        Ok(())
    }

    fn leave(&mut self, element: Option<Known>) -> Result<(), Unreadable> {
        match element {
            Some(Known::Group) if self.depth + 1 == self.groups => self.groups -= 1,
            Some(Known::Entity) if self.depth == self.groups => self.close_entity()?,
            Some(Known::Provider) if self.depth == self.groups + 1 => self.in_provider = false,
            Some(Known::Key) => self.in_signing_key = false,
            Some(Known::Certificate) => {
                if let Some(text) = self.certificate.take() {
                    self.take_certificate(&text)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps the entity if it is an identity provider that signs.
    fn close_entity(&mut self) -> Result<(), Unreadable> {
        let Some(entity) = self.entity.take().filter(|entity| !entity.certificates.is_empty()) else {
            return Ok(());
        };
        if self.entities.iter().any(|known| known.entity_id == entity.entity_id) {
            return Err(Unreadable);
        }
        self.entities.push(entity);
        Ok(())
    }

    fn take_certificate(&mut self, text: &str) -> Result<(), Unreadable> {
        let text: String = text.split_ascii_whitespace().collect();
        let der = BASE64.decode(text.as_bytes()).map_err(|_| Unreadable)?;
        if !Certificate::parse(&der)?.is_fit_for_saml() {
            return Err(Unreadable);
        }
        self.certificates += 1;
        let entity = self.entity.as_mut().filter(|_| self.certificates <= MOST_CERTIFICATES);
        entity.ok_or(Unreadable)?.certificates.push(text.into());
        Ok(())
    }

    /// Takes character data, of which there is none but white space outside of the root.
    fn text(&mut self, text: &str) -> Result<(), Unreadable> {
        if self.depth == 0 && !text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return Err(Unreadable);
        }
        if let Some(certificate) = &mut self.certificate {
            certificate.push_str(text);
        }
        Ok(())
    }

    fn finish(self) -> Result<SamlMetadata, Unreadable> {
        let mut entities = self.entities.into_iter();
        let first = entities.next().filter(|_| self.depth == 0).ok_or(Unreadable)?;
        Ok(SamlMetadata { first, others: entities.collect(), valid_until: self.valid_until })
    }
}

/// The elements that matter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// `EntitiesDescriptor`.
    Group,
    /// `EntityDescriptor`.
    Entity,
    /// `IDPSSODescriptor`.
    Provider,
    /// `KeyDescriptor`.
    Key,
    /// `X509Certificate`.
    Certificate,
}

fn known(namespace: &ResolveResult<'_>, local_name: &str) -> Option<Known> {
    let ResolveResult::Bound(Namespace(namespace)) = namespace else { return None };
    match (*namespace, local_name) {
        (METADATA, "EntitiesDescriptor") => Some(Known::Group),
        (METADATA, "EntityDescriptor") => Some(Known::Entity),
        (METADATA, "IDPSSODescriptor") => Some(Known::Provider),
        (METADATA, "KeyDescriptor") => Some(Known::Key),
        (SIGNATURE, "X509Certificate") => Some(Known::Certificate),
        _ => None,
    }
}

/// The value of an attribute. All attributes are looked at, so that one that is there twice is refused.
fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Result<Option<Cow<'e, str>>, Unreadable> {
    let mut found = None;
    for attribute in element.attributes() {
        let attribute = attribute?;
        if attribute.key.into_inner() == name {
            found = Some(attribute.normalized_value(XmlVersion::Implicit1_0)?);
        }
    }
    Ok(found)
}

/// The character that a reference stands for: one by number, or one of the five that XML has from the start.
fn character(reference: &BytesRef<'_>) -> Result<String, Unreadable> {
    if let Some(character) = reference.resolve_char_ref()? {
        return Ok(character.to_string());
    }
    let name = reference.xml10_content();
    quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned).ok_or(Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_data::{P256, REPEATED_EXTENSION, RSA, SHORT};

    /// What stands between the lines of a certificate in PEM.
    fn base64(pem: &str) -> String {
        pem.lines().filter(|line| !line.starts_with("-----")).collect()
    }

    fn rsa() -> String {
        base64(RSA)
    }

    /// A metadata document with this certificate text and these attributes.
    fn document(attributes: &str, keys: &str) -> String {
        format!(
            r#"<?xml version="1.0"?>
            <md:EntityDescriptor xmlns:md="{METADATA}" entityID="https://idp.example.org/a?b&amp;c" {attributes}>
              <md:SPSSODescriptor><md:KeyDescriptor><ds:KeyInfo xmlns:ds="{SIGNATURE}"><ds:X509Data>
                <ds:X509Certificate>MAE=</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:SPSSODescriptor>
              <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">{keys}
              </md:IDPSSODescriptor>
            </md:EntityDescriptor>"#
        )
    }

    fn key(used_for: &str, certificate: &str) -> String {
        format!(
            r#"<md:KeyDescriptor {used_for}><KeyInfo xmlns="{SIGNATURE}"><X509Data><X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo></md:KeyDescriptor>"#
        )
    }

    fn certificates(keys: &str) -> Vec<String> {
        read(&document("", keys)).unwrap().first.certificates.iter().map(ToString::to_string).collect()
    }

    #[track_caller]
    fn check_refused(document: &str) {
        assert_eq!(read(document).unwrap_err().to_string(), "InvalidInput (400): Could not parse metadata");
    }

    #[test]
    fn entity_validity_and_signing_certificates() {
        let metadata = read(&document(r#"validUntil="2030-01-02T03:04:05Z""#, &key("", &rsa()))).unwrap();
        assert_eq!(&*metadata.first.entity_id, "https://idp.example.org/a?b&c");
        assert_eq!(metadata.valid_until, Some(Timestamp::parse("2030-01-02T03:04:05Z").unwrap()));
        let (rsa, p256) = (rsa(), base64(P256));
        let (start, rest) = p256.split_at(10);
        let keys = [
            key(
                r#"use="signing""#,
                &format!(
                    "\n  {}\n",
                    RSA.lines()
                        .skip(1)
                        .take_while(|line| !line.starts_with('-'))
                        .collect::<Vec<_>>()
                        .join("\n  ")
                ),
            ),
            key(r#"use="encryption""#, "MAI="),
            key("", &format!("{}<![CDATA[{rest}]]>", start.replace('M', "&#77;"))),
        ];
        assert_eq!(certificates(&keys.concat()), [rsa, p256]);
    }

    #[test]
    fn what_is_no_metadata_of_an_identity_provider_is_refused() {
        let rsa = rsa();
        let good = document("", &key("", &rsa));
        read(&format!("{good}\n<!-- the end -->\n")).unwrap();
        check_refused(&format!("\u{feff}{good}"));
        for (what, with) in [
            ("entityID=", "entityId="),
            ("IDPSSODescriptor", "RoleDescriptor"),
            (&rsa, "not base64"),
            (&rsa, "AAAA"),
            (&rsa, "MAA="),
            (&rsa[..100], &rsa[..96]),
            (&rsa, &format!("{rsa}MAA=")),
            (&rsa, &base64(SHORT)),
            (&rsa, &base64(REPEATED_EXTENSION)),
            (METADATA, "urn:example:other"),
            (SIGNATURE, "urn:example:other"),
            ("</md:EntityDescriptor>", ""),
            ("</md:EntityDescriptor>", "</md:Other>"),
            (r#"entityID="https"#, r#"entityID="https" entityID="https"#),
        ] {
            assert!(good.contains(what), "{what}");
            check_refused(&good.replace(what, with));
        }
        check_refused("");
        check_refused(&"x".repeat(2000));
        check_refused(&format!("{good}{good}"));
        check_refused(&document(r#"validUntil="soon""#, &key("", &rsa)));
        for outside in ["text", "<![CDATA[]]>", "&#32;", "&lt;"] {
            check_refused(&format!("{good}{outside}"));
            check_refused(&good.replace("<md:EntityDescriptor", &format!("{outside}<md:EntityDescriptor")));
        }
        check_refused(&document("", &"<a>".repeat(10_000)));
    }

    #[test]
    fn a_federation_has_several_identity_providers_and_services() {
        let entity = |id: &str, attributes: &str, role: &str, certificate: &str| {
            let keys = key("", certificate);
            format!(
                r#"<EntityDescriptor entityID="{id}" {attributes}><{role}>{keys}</{role}></EntityDescriptor>"#
            )
        };
        let federation = |entities: &str| {
            format!(
                r#"<EntitiesDescriptor xmlns="{METADATA}" xmlns:md="{METADATA}" validUntil="2031-01-01T00:00:00Z">{entities}</EntitiesDescriptor>"#
            )
        };
        let (rsa, p256) = (rsa(), base64(P256));
        let sooner = r#"validUntil="2030-01-01T00:00:00Z""#;
        let nested = format!(
            "{}<EntitiesDescriptor>{}</EntitiesDescriptor>{}",
            entity("https://a", "", "IDPSSODescriptor", &rsa),
            entity("https://b", sooner, "IDPSSODescriptor", &p256),
            entity("https://service", "", "SPSSODescriptor", "MAE="),
        );
        let metadata = read(&federation(&nested)).unwrap();
        let entities: Vec<_> =
            metadata.entities().map(|one| (one.entity_id.to_string(), one.certificates.clone())).collect();
        let expected = |id: &str, certificate: &str| (id.to_owned(), vec![Box::from(certificate)]);
        assert_eq!(entities, [expected("https://a", &rsa), expected("https://b", &p256)]);
        assert_eq!(metadata.valid_until, Some(Timestamp::parse("2030-01-01T00:00:00Z").unwrap()));

        let one = entity("https://a", "", "IDPSSODescriptor", &rsa);
        check_refused(&federation(""));
        check_refused(&federation(&entity("https://service", "", "SPSSODescriptor", &rsa)));
        check_refused(&federation(&format!("{one}{one}")));
        check_refused(&federation(&format!("<a>{one}</a>")));
        check_refused(&federation(&entity("", "", "IDPSSODescriptor", &rsa)));
        check_refused(&federation(&"<EntitiesDescriptor>".repeat(10_000)));
    }

    #[test]
    fn entities_are_never_expanded() {
        let rsa = rsa();
        let good = document("", &key("", &rsa));
        let bomb = r#"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>"#;
        let external = r#"<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#;
        for doctype in [bomb, external, r#"<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">"#] {
            check_refused(&good.replace("<md:EntityDescriptor", &format!("{doctype}<md:EntityDescriptor")));
        }
        check_refused(&good.replace(&rsa, "&a;"));
    }
}
