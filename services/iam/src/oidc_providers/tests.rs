use awsim_plugin::error::ServiceError;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

const ARN: &str = "arn:aws:iam::123456789012:oidc-provider/server.example.org/realm";

fn request(url: &str) -> CreateOpenIDConnectProviderRequest {
    CreateOpenIDConnectProviderRequest {
        url: url.to_owned(),
        client_id_list: Some(vec!["app".to_owned(), "app".to_owned()]),
        thumbprint_list: Some(vec!["a".repeat(40)]),
        tags: None,
    }
}

fn create(fixture: &mut Fixture, url: &str) -> Result<String, ServiceError> {
    let made = fixture.call_async::<CreateOpenIDConnectProvider>(request(url))?;
    Ok(made.open_id_connect_provider_arn.unwrap())
}

fn account() -> Fixture {
    let mut fixture = Fixture::with_quotas(Quotas {
        oidc_providers: 2,
        client_ids_per_oidc_provider: 2,
        ..Quotas::default()
    });
    assert_eq!(create(&mut fixture, "https://server.example.org/realm").unwrap(), ARN);
    fixture
}

fn get(fixture: &mut Fixture, arn: &str) -> Result<GetOpenIDConnectProviderResponse, ServiceError> {
    let input = GetOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn.to_owned() };
    fixture.call::<GetOpenIDConnectProvider>(input)
}

fn add(fixture: &mut Fixture, id: &str) -> Result<(), ServiceError> {
    fixture.call::<AddClientIDToOpenIDConnectProvider>(AddClientIDToOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: ARN.to_owned(),
        client_id: id.to_owned(),
    })
}

#[test]
fn a_provider_is_answered_without_its_scheme() {
    let mut fixture = account();
    let found = get(&mut fixture, ARN).unwrap();
    assert_eq!(found.url.as_deref(), Some("server.example.org/realm"));
    assert_eq!(found.client_id_list, Some(vec!["app".to_owned()]));
    assert_eq!(found.thumbprint_list, Some(vec!["a".repeat(40)]));
    assert_eq!(found.tags, Some(Vec::new()));
    let listed = fixture.call::<ListOpenIDConnectProviders>(ListOpenIDConnectProvidersRequest {}).unwrap();
    let arns: Vec<_> = listed.open_id_connect_provider_list.unwrap();
    assert_eq!(arns, [OpenIDConnectProviderListEntry { arn: Some(ARN.to_owned()) }]);
}

#[test]
fn urls_are_unique_and_their_number_is_limited() {
    let mut fixture = account();
    assert_eq!(
        refusal(create(&mut fixture, "https://SERVER.example.org/realm")),
        "EntityAlreadyExists (409): Provider with url https://SERVER.example.org/realm already exists."
    );
    create(&mut fixture, "https://other.example.org").unwrap();
    assert_eq!(
        refusal(create(&mut fixture, "https://third.example.org")),
        "LimitExceeded (409): Cannot exceed quota for OpenIdConnectProvidersPerAccount: 2"
    );
}

#[test]
fn client_ids_come_and_go() {
    let mut fixture = account();
    add(&mut fixture, "app").unwrap();
    add(&mut fixture, "other").unwrap();
    assert_eq!(
        refusal(add(&mut fixture, "third")),
        "LimitExceeded (409): Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 2"
    );
    for id in ["app", "unknown"] {
        let input = RemoveClientIDFromOpenIDConnectProviderRequest {
            open_id_connect_provider_arn: ARN.to_owned(),
            client_id: id.to_owned(),
        };
        fixture.call::<RemoveClientIDFromOpenIDConnectProvider>(input).unwrap();
    }
    assert_eq!(get(&mut fixture, ARN).unwrap().client_id_list, Some(vec!["other".to_owned()]));
}

#[test]
fn five_thumbprints_take_the_place_of_the_old() {
    let mut fixture = account();
    let mut update = |count: usize| {
        fixture.call::<UpdateOpenIDConnectProviderThumbprint>(UpdateOpenIDConnectProviderThumbprintRequest {
            open_id_connect_provider_arn: ARN.to_owned(),
            thumbprint_list: vec!["b".repeat(40); count],
        })
    };
    update(5).unwrap();
    assert_eq!(refusal(update(6)), "InvalidInput (400): Thumbprint list must contain fewer than 5 entries.");
    assert_eq!(get(&mut fixture, ARN).unwrap().thumbprint_list, Some(vec!["b".repeat(40); 5]));
}

#[test]
fn arns_are_compared_exactly() {
    let mut fixture = account();
    for (arn, error) in [
        ("server.example.org/realm", "ValidationError (400): Invalid ARN:  Could not be parsed!".to_owned()),
        (
            "arn:aws:iam::123456789012:role/x",
            "InvalidInput (400): Invalid ARN: arn:aws:iam::123456789012:role/x".to_owned(),
        ),
        (
            "arn:aws:iam::123456789012:oidc-provider/SERVER.example.org/realm",
            "NoSuchEntity (404): OpenIDConnect Provider not found for arn \
             arn:aws:iam::123456789012:oidc-provider/SERVER.example.org/realm"
                .to_owned(),
        ),
        (
            "arn:aws:iam::210987654321:oidc-provider/server.example.org/realm",
            "NoSuchEntity (404): OpenIDConnect Provider not found for arn \
             arn:aws:iam::210987654321:oidc-provider/server.example.org/realm"
                .to_owned(),
        ),
    ] {
        assert_eq!(refusal(get(&mut fixture, arn)), error);
    }
}

#[test]
fn deleting_twice_is_no_error() {
    let mut fixture = account();
    let mut delete = |arn: &str| {
        let input = DeleteOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn.to_owned() };
        fixture.call::<DeleteOpenIDConnectProvider>(input)
    };
    let foreign = delete("arn:aws:iam::210987654321:oidc-provider/server.example.org/realm").unwrap_err();
    assert_eq!((&*foreign.code, foreign.status), ("NoSuchEntity", 404));
    delete(ARN).unwrap();
    delete(ARN).unwrap();
    assert_eq!(get(&mut fixture, ARN).unwrap_err().status, 404);
}

#[test]
fn tags_are_those_of_the_provider() {
    let mut fixture = account();
    let tags = vec![Tag { key: "team".into(), value: "blue".into() }];
    let input =
        TagOpenIDConnectProviderRequest { open_id_connect_provider_arn: ARN.to_owned(), tags: tags.clone() };
    let checks = fixture.access::<TagOpenIDConnectProvider>(&input).unwrap();
    assert_eq!((&*checks[0].action, &*checks[0].resource), ("iam:TagOpenIDConnectProvider", ARN));
    fixture.call::<TagOpenIDConnectProvider>(input).unwrap();
    assert_eq!(get(&mut fixture, ARN).unwrap().tags, Some(tags));
    let checks = fixture
        .access::<GetOpenIDConnectProvider>(&GetOpenIDConnectProviderRequest {
            open_id_connect_provider_arn: ARN.to_owned(),
        })
        .unwrap();
    assert!(checks[0].context.iter().any(|(key, _)| key == "aws:ResourceTag/team"), "{checks:?}");
    let untag = UntagOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: ARN.to_owned(),
        tag_keys: vec!["team".into()],
    };
    fixture.call::<UntagOpenIDConnectProvider>(untag).unwrap();
    assert_eq!(get(&mut fixture, ARN).unwrap().tags, Some(Vec::new()));
}

#[test]
fn an_issuer_is_asked_for_its_thumbprint_if_the_configuration_says_so() {
    let mut fixture = Fixture::new();
    let without =
        |url: &str| CreateOpenIDConnectProviderRequest { url: url.to_owned(), ..Default::default() };
    fixture.call_async::<CreateOpenIDConnectProvider>(without("https://a.example")).unwrap();
    fixture.iam.settings.asks_issuers = true;
    // The host of these tests reaches nobody.
    let refused = refusal(fixture.call_async::<CreateOpenIDConnectProvider>(without("https://b.example")));
    assert_eq!(
        refused,
        "OpenIdIdpCommunicationError (400): Please check .well-known/openid-configuration of provider: \
         https://b.example is valid."
    );
    create(&mut fixture, "https://b.example").unwrap();
    let taken = refusal(fixture.call_async::<CreateOpenIDConnectProvider>(without("https://b.example")));
    assert!(taken.starts_with("EntityAlreadyExists (409)"), "{taken}");
}

#[test]
fn whoever_makes_a_provider_meanwhile_was_first() {
    let mut fixture = account();
    let url = "https://other.example";
    let other = |state: &mut awsim_plugin::store::Transaction| {
        use crate::state::{OIDC_PROVIDERS, OidcProvider};
        let present = state.iter(&OIDC_PROVIDERS, crate::testing::ACCOUNT).next().unwrap().1.clone();
        let other = OidcProvider { url: "other.example".into(), ..present };
        state.insert(&OIDC_PROVIDERS, crate::testing::ACCOUNT, "other.example".to_owned(), other);
    };
    let refused = refusal(fixture.call_between::<CreateOpenIDConnectProvider>(request(url), other));
    assert!(refused.starts_with("EntityAlreadyExists (409)"), "{refused}");
}
