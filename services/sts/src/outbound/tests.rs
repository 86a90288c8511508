use super::keys::Algorithm;

#[test]
fn only_two_algorithms_sign() {
    assert_eq!(Algorithm::named("RS256"), Some(Algorithm::Rs256));
    assert_eq!(Algorithm::named("ES384"), Some(Algorithm::Es384));
    for name in ["none", "HS256", "rs256", "ES256"] {
        assert_eq!(Algorithm::named(name), None);
    }
}
