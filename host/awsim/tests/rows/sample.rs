//! Inputs for any operation, made from its shape.

use std::borrow::Cow;
use std::rc::Rc;

use awsim_plugin::shape::{Kind, ListShape, Malformed, MapShape, Member, Shape, Source, Timestamp};

/// An input in which everything that may be given is given, or only what must be.
pub(crate) struct Sample {
    shape: &'static Shape,
    /// The member that it is the value of.
    name: &'static str,
    full: bool,
    depth: u32,
    /// What a member of this name is.
    told: Option<(&'static str, Rc<str>)>,
}

/// What a text may be that has to look like something.
const TEXTS: &[&str] = &[
    "sample",
    "arn:aws:iam::123456789012:policy/sample",
    "123456789012",
    "123456",
    "v1",
    "https://sample.example.com",
    "AKIAIOSFODNN7EXAMPLE",
    "sample@example.com",
    "o-exampleorgid",
    "r-ab12",
    "ou-ab12-11111111",
    "p-examplepolicy",
    "h-examplehandshake",
    "rt-exampletransfer",
    "car-examplecreate",
    "r-ab12,ou-ab12-11111111",
    "/",
    "/sample/",
    "1",
    "2026-04-21",
    "us-east-1",
    "9e99a48a9960b14926bb7f3b02e22da2b0ab7280",
    "12345678-1234-1234-1234-123456789012",
    "arn:aws:organizations::123456789012:policy/o-exampleorgid/service_control_policy/p-examplepolicy",
    "APKAEIBAERJR2EXAMPLE",
    "ACCAEXAMPLE1234EXAMPLE",
    "sample-example-sample-example-sample-example",
];

/// What a text has to be for a row to be computed of it, by the name of the member.
const NAMED: &[(&str, &str)] = &[
    ("RoleArn", "arn:aws:iam::123456789012:role/sample"),
    ("PolicyArn", "arn:aws:iam::123456789012:policy/sample"),
    ("PermissionsBoundary", "arn:aws:iam::123456789012:policy/sample"),
    ("PolicySourceArn", "arn:aws:iam::123456789012:user/sample"),
    ("Arn", "arn:aws:iam::123456789012:user/sample"),
    ("SAMLProviderArn", "arn:aws:iam::123456789012:saml-provider/sample"),
    ("PrincipalArn", "arn:aws:iam::123456789012:saml-provider/sample"),
    ("DelegationRequestId", "sample-example-sample-example-sample-example"),
    ("ServiceSpecificCredentialId", "ACCAEXAMPLE1234EXAMPLE"),
    ("DestinationParentId", "ou-ab12-11111111"),
    ("Url", "https://sample.example.com"),
    (
        "EntityArn",
        "arn:aws:iam::123456789012:delegation-request/sample-example-sample-example-sample-example",
    ),
    ("EntityPath", "o-exampleorgid/r-ab12/ou-ab12-11111111"),
    ("TemplateArn", "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1"),
    ("Name", "sample"),
    ("ProviderArn", "arn:aws:iam::aws:contextProvider/IdentityCenter"),
    ("SigningAlgorithm", "RS256"),
    ("ResourceId", "123456789012"),
    ("OpenIDConnectProviderArn", "arn:aws:iam::123456789012:oidc-provider/sample.example.com"),
    ("SerialNumber", "arn:aws:iam::123456789012:mfa/sample"),
    ("AWSServiceName", "autoscaling.amazonaws.com"),
    ("DeletionTaskId", "task/aws-service-role/autoscaling.amazonaws.com/sample/1"),
    ("TargetPrincipal", "123456789012"),
    ("TaskPolicyArn", "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"),
    ("ServicePrincipal", "sample.amazonaws.com"),
];

/// What the keys of a map have to be, by the name of the member, which is needed for a row whatever the model says.
const KEYS: &[(&str, &[&str])] = &[("ReplacementValues", &["AWSServiceName", "RoleName"])];

impl Sample {
    /// An input of this shape.
    pub(crate) fn of(shape: &'static Shape, full: bool) -> Self {
        Self { shape, name: "", full, depth: 0, told: None }
    }

    /// The same, in which the member of this name is this text.
    pub(crate) fn telling(self, name: &'static str, text: &str) -> Self {
        Self { told: Some((name, text.into())), ..self }
    }

    fn within(&self, shape: &'static Shape, name: &'static str) -> Self {
        Self { shape, name, full: self.full, depth: self.depth + 1, told: self.told.clone() }
    }
}

impl Source for Sample {
    fn member(&self, member: &'static Member, read: &mut dyn FnMut(&dyn Source)) {
        let needed = member.required || KEYS.iter().any(|(name, _)| *name == member.name);
        if needed || (self.full && self.depth < 4) {
            read(&self.within(member.shape, member.name));
        }
    }

    fn elements(&self, list: &'static ListShape, read: &mut dyn FnMut(&dyn Source)) -> Result<(), Malformed> {
        for _ in 0..list.length.min.unwrap_or(1).max(1) {
            read(&self.within(list.element, self.name));
        }
        Ok(())
    }

    fn entries(
        &self,
        map: &'static MapShape,
        read: &mut dyn FnMut(&str, &dyn Source),
    ) -> Result<(), Malformed> {
        let named = KEYS.iter().find(|(name, _)| *name == self.name);
        for key in named.map_or(&["sample"][..], |(_, keys)| keys) {
            read(key, &self.within(map.value, key));
        }
        Ok(())
    }

    fn structure(&self) -> Result<(), Malformed> {
        Ok(())
    }

    fn string(&self) -> Result<Cow<'_, str>, Malformed> {
        if let Some((_, text)) = self.told.as_ref().filter(|(name, _)| *name == self.name) {
            return Ok(Cow::Borrowed(text));
        }
        match &self.shape.kind {
            Kind::Enum { values } => Ok(Cow::Borrowed(values[0])),
            Kind::String { length, pattern } => {
                let named = NAMED.iter().filter(|(name, _)| *name == self.name).map(|(_, text)| *text);
                let fits = |text: &&str| {
                    let units = text.encode_utf16().count() as u64;
                    length.min.is_none_or(|min| units >= min)
                        && length.max.is_none_or(|max| units <= max)
                        && pattern.is_none_or(|pattern| pattern.matches(text))
                };
                let chosen = named.chain(TEXTS.iter().copied()).find(fits).map(Cow::Borrowed);
                // What this does not fit is refused, and its operation found to have no row.
                let long = || usize::try_from(length.min.unwrap_or_default()).unwrap();
                Ok(chosen.unwrap_or_else(|| "sample".repeat(long()).into()))
            }
            _ => Ok(Cow::Borrowed("sample")),
        }
    }

    fn boolean(&self) -> Result<bool, Malformed> {
        Ok(true)
    }

    fn integer(&self) -> Result<i64, Malformed> {
        match &self.shape.kind {
            // A version that there is.
            Kind::Integer(_) if self.name.ends_with("MinorVersion") => Ok(0),
            Kind::Integer(range) => Ok(range.min.unwrap_or(1).max(range.max.unwrap_or(1).min(1))),
            _ => Ok(1),
        }
    }

    fn double(&self) -> Result<f64, Malformed> {
        Ok(1.0)
    }

    fn timestamp(&self) -> Result<Timestamp, Malformed> {
        Ok(Timestamp::from_seconds(1_776_759_330))
    }

    fn blob(&self) -> Result<Vec<u8>, Malformed> {
        Ok(b"sample".to_vec())
    }
}
