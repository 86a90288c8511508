//! Rust names from the model's.

/// `SAMLProviderArn` → `["SAML", "Provider", "Arn"]`.
fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut start = true;
    for (index, &c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            start = true;
            continue;
        }
        let before = index.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(index + 1);
        let capital_after_small = c.is_ascii_uppercase() && before.is_some_and(|b| !b.is_ascii_uppercase());
        let last_capital = c.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase);
        // The plural of an acronym (`ARNs`) is one word.
        let plural = last_capital
            && after == Some(&'s')
            && chars.get(index + 2).is_none_or(|c| !c.is_ascii_lowercase());
        if start || capital_after_small || (last_capital && !plural) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c);
        }
        start = false;
    }
    words
}

/// The name of a field.
pub(crate) fn field(name: &str) -> String {
    let snake = words(name).join("_").to_ascii_lowercase();
    match snake.as_str() {
        "type" | "ref" | "match" | "move" | "use" | "where" | "as" | "in" | "for" | "loop" => {
            format!("r#{snake}")
        }
        _ => snake,
    }
}

/// The name of a static.
pub(crate) fn constant(name: &str) -> String {
    words(name).join("_").to_ascii_uppercase()
}

/// The name of a type.
pub(crate) fn type_name(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// The name of an enumeration's variant.
pub(crate) fn variant(value: &str) -> String {
    let shouting = !value.chars().any(|c| c.is_ascii_lowercase());
    let mut name = String::new();
    for part in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        let rest = &part[1..];
        name.push_str(&part[..1].to_ascii_uppercase());
        name.push_str(&if shouting { rest.to_ascii_lowercase() } else { rest.to_owned() });
    }
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("V{name}"),
        Some(_) => name,
        None => "Empty".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_words() {
        assert_eq!(field("SAMLMetadataDocument"), "saml_metadata_document");
        assert_eq!(field("QRCodePNG"), "qr_code_png");
        assert_eq!(field("OpenIDConnectProviderArn"), "open_id_connect_provider_arn");
        assert_eq!(field("PolicyARNs"), "policy_arns");
        assert_eq!(field("Type"), "r#type");
        assert_eq!(constant("userNameType"), "USER_NAME_TYPE");
    }

    #[test]
    fn variants_are_capitalised() {
        assert_eq!(variant("ACCEPT_PENDING"), "AcceptPending");
        assert_eq!(variant("user:pwd"), "UserPwd");
        assert_eq!(variant("Active"), "Active");
        assert_eq!(variant("1.0"), "V10");
    }
}
