//! Which names mean the same: models, ARNs and the reference spell one thing in several ways (`stateMachineArn`,
//! `${StateMachineName}`, `statemachine`).

/// What the names of parts of an ARN end with. The longer of two comes first.
const ENDINGS: [&str; 5] = ["identifier", "name", "uuid", "arn", "id"];

/// The letters and digits of a name, in lower case.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect()
}

/// What a plain name says that something is, and of what: `clustername` is the `name` of a `cluster`.
pub(super) fn parts(plain: &str) -> (&str, Option<&'static str>) {
    let ending = ENDINGS.into_iter().find(|ending| plain.ends_with(ending));
    (ending.and_then(|ending| plain.strip_suffix(ending)).unwrap_or(plain), ending)
}

/// The name of one of several: `clusters`, `stackNames`, `resourceArnList`. The name itself if it does not say so.
pub(super) fn singular(plain: &str) -> &str {
    let one = plain.strip_suffix("list").unwrap_or(plain);
    one.strip_suffix('s').unwrap_or(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(plain("Hosted-Zone Id"), "hostedzoneid");
        assert_eq!(parts("clustername"), ("cluster", Some("name")));
        assert_eq!(parts("dbinstanceidentifier"), ("dbinstance", Some("identifier")));
        assert_eq!(parts("id"), ("", Some("id")));
        assert_eq!(parts("cluster"), ("cluster", None));
        assert_eq!(singular("resourcearnlist"), "resourcearn");
        assert_eq!(singular("clusters"), "cluster");
        assert_eq!(singular("key"), "key");
    }
}
