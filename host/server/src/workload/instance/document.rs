//! What the instance metadata service tells.

use http::StatusCode;
use serde::Serialize;

use super::{Answer, InstanceMetadata};
use crate::core::Core;

/// What there is below `/latest/meta-data/`.
const METADATA: [(&str, Read); 8] = [
    ("iam/security-credentials/", |instance, _| Some(instance.role.arn.name().to_owned())),
    ("instance-id", |instance, _| Some(instance.id.clone())),
    ("instance-type", |_, _| Some(INSTANCE_TYPE.to_owned())),
    ("local-ipv4", |_, _| Some(PRIVATE_IP.to_owned())),
    ("placement/availability-zone", |_, core| Some(availability_zone(core))),
    ("placement/region", |_, core| Some(core.config.region.clone())),
    ("services/domain", |_, _| Some("amazonaws.com".to_owned())),
    ("services/partition", |_, _| Some("aws".to_owned())),
];

/// How an entry is read.
type Read = fn(&InstanceMetadata, &Core) -> Option<String>;

/// The smallest of the general purpose types.
const INSTANCE_TYPE: &str = "t3.nano";

const PRIVATE_IP: &str = "127.0.0.1";

fn availability_zone(core: &Core) -> String {
    format!("{}a", core.config.region)
}

/// Credentials as the SDKs read them.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Credentials<'c> {
    code: &'c str,
    last_updated: String,
    r#type: &'c str,
    access_key_id: &'c str,
    secret_access_key: &'c str,
    token: &'c str,
    expiration: String,
}

/// Why there are no credentials.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Failure<'f> {
    code: &'f str,
    message: &'f str,
    last_updated: String,
}

/// The instance identity document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Identity<'i> {
    account_id: String,
    architecture: &'i str,
    availability_zone: String,
    image_id: &'i str,
    instance_id: &'i str,
    instance_type: &'i str,
    pending_time: String,
    private_ip: &'i str,
    region: &'i str,
    version: &'i str,
}

impl InstanceMetadata {
    /// What there is at a path: an entry, or the list of what is below it.
    pub(super) fn read(&self, core: &Core, path: &str) -> Answer {
        if path == "/latest/dynamic/instance-identity/document" {
            return self.identity(core);
        }
        let Some(below) = path.strip_prefix("/latest/meta-data") else {
            return Answer::refusal(StatusCode::NOT_FOUND);
        };
        let below = below.trim_start_matches('/');
        if below.strip_prefix("iam/security-credentials/") == Some(self.role.arn.name()) {
            return self.credentials(core);
        }
        let entry =
            METADATA.iter().find(|(name, _)| name.trim_end_matches('/') == below.trim_end_matches('/'));
        if let Some(text) = entry.and_then(|(_, read)| read(self, core)) {
            return Answer::text(text);
        }
        let list = list(below);
        if list.is_empty() { Answer::refusal(StatusCode::NOT_FOUND) } else { Answer::text(list.join("\n")) }
    }

    fn credentials(&self, core: &Core) -> Answer {
        let body = match self.role.credentials(core, &self.id) {
            Ok(issued) => serde_json::to_string_pretty(&Credentials {
                code: "Success",
                last_updated: issued.issued_at.to_string(),
                r#type: "AWS-HMAC",
                access_key_id: &issued.credentials.access_key_id,
                secret_access_key: &issued.credentials.secret_access_key,
                token: &issued.credentials.session_token,
                expiration: issued.credentials.expiration.to_string(),
            }),
            Err(error) => serde_json::to_string_pretty(&Failure {
                code: "AssumeRoleUnauthorizedAccess",
                message: &error.message,
                last_updated: core.clock.now().to_the_second().to_string(),
            }),
        };
        body.map_or_else(|_| Answer::refusal(StatusCode::INTERNAL_SERVER_ERROR), Answer::json)
    }

    fn identity(&self, core: &Core) -> Answer {
        let identity = Identity {
            account_id: self.role.arn.account().to_string(),
            architecture: "x86_64",
            availability_zone: availability_zone(core),
            image_id: "ami-00000000000000000",
            instance_id: &self.id,
            instance_type: INSTANCE_TYPE,
            pending_time: self.started.to_the_second().to_string(),
            private_ip: PRIVATE_IP,
            region: &core.config.region,
            version: "2017-09-30",
        };
        serde_json::to_string_pretty(&identity)
            .map_or_else(|_| Answer::refusal(StatusCode::INTERNAL_SERVER_ERROR), Answer::json)
    }
}

/// The names directly below a path, those that lead on with a slash at their end.
fn list(path: &str) -> Vec<&'static str> {
    let path = path.trim_end_matches('/');
    let prefix = if path.is_empty() { String::new() } else { format!("{path}/") };
    let mut names: Vec<&str> = METADATA
        .iter()
        .filter_map(|(name, _)| name.strip_prefix(&*prefix))
        .filter(|rest| !rest.is_empty())
        .map(|rest| rest.find('/').map_or(rest, |end| &rest[..=end]))
        .collect();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_show_one_level() {
        assert_eq!(
            list(""),
            ["iam/", "instance-id", "instance-type", "local-ipv4", "placement/", "services/"]
        );
        assert_eq!(list("placement/"), ["availability-zone", "region"]);
        assert_eq!(list("iam"), ["security-credentials/"]);
        assert_eq!(list("nothing"), [""; 0]);
    }
}
