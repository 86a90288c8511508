use awsim_plugin::error::ServiceError;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::test_data::{P256_KEY, RSA, RSA_ENCRYPTED_KEY, RSA_KEY};
use crate::testing::{Fixture, refusal};

const ARN: &str = "arn:aws:iam::123456789012:saml-provider/Idp";
/// A document of a size that the model admits.
fn document(attributes: &str) -> String {
    format!(
        r#"<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp" {attributes}>
        <IDPSSODescriptor><KeyDescriptor><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
        <X509Certificate>{}</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor>
        <!-- {} --></EntityDescriptor>"#,
        RSA.lines().filter(|line| !line.starts_with("-----")).collect::<String>(),
        "padding ".repeat(125)
    )
}

fn request(name: &str) -> CreateSAMLProviderRequest {
    CreateSAMLProviderRequest {
        name: name.to_owned(),
        saml_metadata_document: document(""),
        ..Default::default()
    }
}

fn create(fixture: &mut Fixture, request: CreateSAMLProviderRequest) -> Result<String, ServiceError> {
    Ok(fixture.call::<CreateSAMLProvider>(request)?.saml_provider_arn.unwrap())
}

fn account() -> Fixture {
    let mut fixture = Fixture::with_quotas(Quotas { saml_providers: 2, ..Quotas::default() });
    assert_eq!(create(&mut fixture, request("Idp")).unwrap(), ARN);
    fixture
}

fn get(fixture: &mut Fixture, arn: &str) -> Result<GetSAMLProviderResponse, ServiceError> {
    fixture.call::<GetSAMLProvider>(GetSAMLProviderRequest { saml_provider_arn: arn.to_owned() })
}

fn update(
    fixture: &mut Fixture,
    change: impl FnOnce(&mut UpdateSAMLProviderRequest),
) -> Result<(), ServiceError> {
    let mut input = UpdateSAMLProviderRequest { saml_provider_arn: ARN.to_owned(), ..Default::default() };
    change(&mut input);
    fixture.call::<UpdateSAMLProvider>(input).map(|_| ())
}

#[test]
fn a_provider_tells_its_document_and_validity() {
    let mut fixture = account();
    let found = get(&mut fixture, ARN).unwrap();
    assert_eq!(found.saml_metadata_document, Some(document("")));
    assert_eq!(found.valid_until.unwrap().to_string(), "2126-04-21T08:15:30Z");
    assert_eq!(found.saml_provider_uuid.unwrap().len(), 26);
    assert_eq!((found.assertion_encryption_mode, found.private_key_list), (None, None));
    let listed = fixture.call::<ListSAMLProviders>(ListSAMLProvidersRequest {}).unwrap();
    assert_eq!(listed.saml_provider_list.unwrap()[0].arn.as_deref(), Some(ARN));

    let newer = document(r#"validUntil="2031-01-01T00:00:00Z""#);
    update(&mut fixture, |input| input.saml_metadata_document = Some(newer.clone())).unwrap();
    let found = get(&mut fixture, ARN).unwrap();
    assert_eq!(found.saml_metadata_document, Some(newer));
    assert_eq!(found.valid_until.unwrap().to_string(), "2031-01-01T00:00:00Z");
}

#[test]
fn names_are_unique_and_their_number_is_limited() {
    let mut fixture = account();
    assert_eq!(
        refusal(create(&mut fixture, request("idp"))),
        "EntityAlreadyExists (409): SAMLProvider with name idp already exists."
    );
    create(&mut fixture, request("second")).unwrap();
    assert_eq!(
        refusal(create(&mut fixture, request("third"))),
        "LimitExceeded (409): Cannot exceed quota for SAMLProvidersPerAccount: 2"
    );
}

#[test]
fn private_keys_are_told_by_their_ids_only() {
    let mut fixture = account();
    let required = Some(AssertionEncryptionModeType::Required);
    assert_eq!(
        refusal(update(&mut fixture, |input| input.assertion_encryption_mode = required)),
        "InvalidInput (400): A private key is needed for the assertion encryption mode Required."
    );
    let twice = RSA_KEY.repeat(2);
    for wrong in [
        "no key",
        "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----",
        P256_KEY,
        RSA_ENCRYPTED_KEY,
        &twice,
    ] {
        let error = update(&mut fixture, |input| input.add_private_key = Some(wrong.to_owned())).unwrap_err();
        assert_eq!((&*error.code, error.status), ("InvalidInput", 400), "{wrong}");
    }
    let add = |input: &mut UpdateSAMLProviderRequest| input.add_private_key = Some(RSA_KEY.to_owned());
    update(&mut fixture, add).unwrap();
    update(&mut fixture, |input| input.assertion_encryption_mode = required).unwrap();
    update(&mut fixture, add).unwrap();
    assert_eq!(
        refusal(update(&mut fixture, add)),
        "LimitExceeded (409): Cannot exceed quota for PrivateKeysPerSAMLProvider: 2"
    );
    let found = get(&mut fixture, ARN).unwrap();
    assert_eq!(found.assertion_encryption_mode, required);
    let ids: Vec<_> = found.private_key_list.unwrap().into_iter().filter_map(|key| key.key_id).collect();
    assert_eq!(ids.len(), 2);
    update(&mut fixture, |input| input.remove_private_key = Some(ids[0].clone())).unwrap();
    let again = update(&mut fixture, |input| input.remove_private_key = Some(ids[0].clone()));
    assert_eq!(again.unwrap_err().status, 404);
    // The last one cannot go while it is needed.
    let last = update(&mut fixture, |input| input.remove_private_key = Some(ids[1].clone()));
    assert_eq!(&*last.unwrap_err().code, "InvalidInput");
}

#[test]
fn a_deleted_provider_is_not_found() {
    let mut fixture = account();
    let mut delete = || {
        fixture.call::<DeleteSAMLProvider>(DeleteSAMLProviderRequest { saml_provider_arn: ARN.to_owned() })
    };
    delete().unwrap();
    assert_eq!(refusal(delete()), format!("NoSuchEntity (404): Manifest not found for arn {ARN}"));
    assert_eq!(get(&mut fixture, ARN).unwrap_err().status, 404);
}

#[test]
fn metadata_has_so_many_certificates_at_most() {
    let quotas = Quotas { keys_per_saml_provider: 1, ..Quotas::default() };
    let mut fixture = Fixture::with_quotas(quotas);
    create(&mut fixture, request("Idp")).unwrap();
    let key = |document: &str| {
        let start = document.find("<KeyDescriptor>").unwrap();
        let end = document.find("</IDPSSODescriptor>").unwrap();
        document[start..end].to_owned()
    };
    let two = document("").replace("<KeyDescriptor>", &format!("{}<KeyDescriptor>", key(&document(""))));
    let refused = "LimitExceeded (409): Cannot exceed quota for KeysPerSAMLProvider: 1";
    let other = CreateSAMLProviderRequest { saml_metadata_document: two.clone(), ..request("Other") };
    assert_eq!(refusal(create(&mut fixture, other)), refused);
    assert_eq!(refusal(update(&mut fixture, |input| input.saml_metadata_document = Some(two))), refused);
    assert_eq!(get(&mut fixture, ARN).unwrap().saml_metadata_document, Some(document("")));
}

#[test]
fn a_federation_has_so_many_identity_providers_at_most() {
    let quotas = Quotas { identities_per_saml_provider: 1, ..Quotas::default() };
    let mut fixture = Fixture::with_quotas(quotas);
    let (one, other) = (document(""), document("").replace("https://idp", "https://other"));
    let group = |entities: &str| {
        format!(
            r#"<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">{entities}</EntitiesDescriptor>"#
        )
    };
    let federation =
        |document: String| CreateSAMLProviderRequest { saml_metadata_document: document, ..request("Idp") };
    assert_eq!(
        refusal(create(&mut fixture, federation(group(&format!("{one}{other}"))))),
        "LimitExceeded (409): Cannot exceed quota for IdentityProvidersPerSAMLProvider: 1"
    );
    create(&mut fixture, federation(group(&one))).unwrap();
}
