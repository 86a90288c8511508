//! Names and paths.
//!
//! Names are unique without regard to case and found without regard to it ("Names are not distinguished by case",
//! `CreateUser` in the API reference); a resource keeps the case it was made with. ARNs are compared exactly.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The key of the resource with this name in its collection.
pub(crate) fn key(name: &str) -> String {
    lookup(name).into_owned()
}

/// The same to look it up by, for which a name in lower case serves as it is.
pub(crate) fn lookup(name: &str) -> Cow<'_, str> {
    // The model's pattern admits ASCII only.
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

/// The path of a resource: `/`, or text between slashes. Most are `/`, which takes no memory of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Path(Option<Box<str>>);

impl Path {
    /// The path of a resource that was given none.
    pub const ROOT: Path = Path(None);

    /// The path as text.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or("/")
    }

    /// Whether it is `/`.
    pub fn is_root(&self) -> bool {
        self.0.is_none()
    }

    /// Whether it begins with this prefix, if one is given. A prefix is plain text: `/my` finds `/myPath/`.
    pub fn has_prefix(&self, prefix: Option<&str>) -> bool {
        prefix.is_none_or(|prefix| self.as_str().starts_with(prefix))
    }
}

impl From<String> for Path {
    fn from(text: String) -> Self {
        if text == "/" { Self::ROOT } else { Self(Some(text.into())) }
    }
}

impl From<Option<String>> for Path {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::ROOT, Self::from)
    }
}

impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.as_str().to_owned()
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_plain_text() {
        let path = Path::from("/myPath/".to_owned());
        assert!(path.has_prefix(None) && path.has_prefix(Some("/")) && path.has_prefix(Some("/my")));
        assert!(!path.has_prefix(Some("/Path")));
        assert!(Path::ROOT.has_prefix(Some("/")));
        assert_eq!(Path::from(Some("/".to_owned())), Path::ROOT);
    }

    #[test]
    fn paths_are_text_in_rows() {
        for path in ["/", "/a/b/"] {
            let json = serde_json::to_string(&Path::from(path.to_owned())).unwrap();
            assert_eq!(json, format!("\"{path}\""));
            assert_eq!(serde_json::from_str::<Path>(&json).unwrap().as_str(), path);
        }
    }
}
