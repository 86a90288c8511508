//! The roles of the services: name, path and policy of each are fixed.
//!
//! No rule derives these names from the service; the table `data/service_linked_roles.tsv` has those that AWS
//! documents ("Service-linked role permissions" in each service's guide). For a service that is missing
//! there, AWSim does not know the role.

const TABLE: &str = include_str!("../../data/service_linked_roles.tsv");

/// A service's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceLinkedRole {
    /// The service principal, such as `elasticloadbalancing.amazonaws.com`.
    pub service: &'static str,
    /// The role's name, without the custom suffix that a caller may add.
    pub role_name: &'static str,
    /// The name of the managed policy that the role gets.
    pub policy_name: &'static str,
    /// Whether a caller may give a suffix for the name, and so have several such roles.
    pub allows_custom_suffix: bool,
}

/// All known roles, in the order of their services.
pub fn all() -> impl Iterator<Item = ServiceLinkedRole> {
    TABLE.lines().skip(1).filter_map(parse)
}

/// The role of a service principal.
pub fn find(service: &str) -> Option<ServiceLinkedRole> {
    all().find(|role| role.service == service)
}

impl ServiceLinkedRole {
    /// The path of the role: `/aws-service-role/<service>/`.
    pub fn path(&self) -> String {
        format!("/aws-service-role/{}/", self.service)
    }

    /// The ARN of the managed policy that the role gets.
    pub fn policy_arn(&self) -> String {
        format!("arn:aws:iam::aws:policy/aws-service-role/{}", self.policy_name)
    }
}

fn parse(line: &'static str) -> Option<ServiceLinkedRole> {
    let mut fields = line.split('\t');
    Some(ServiceLinkedRole {
        service: fields.next()?,
        role_name: fields.next()?,
        policy_name: fields.next()?,
        allows_custom_suffix: fields.next()? == "yes",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_role() {
        let services: Vec<_> = all().map(|role| role.service).collect();
        assert_eq!(services.len(), 71);
        assert!(services.is_sorted_by(|one, next| one < next), "{services:?}");
        for role in all() {
            assert!(role.service.ends_with(".amazonaws.com"), "{role:?}");
            assert!(role.role_name.starts_with("AWSServiceRoleFor"), "{role:?}");
        }
    }

    #[test]
    fn a_role_is_found_by_its_service() {
        let role = find("ecs.amazonaws.com").unwrap();
        assert_eq!(role.role_name, "AWSServiceRoleForECS");
        assert_eq!(role.path(), "/aws-service-role/ecs.amazonaws.com/");
        assert_eq!(role.policy_arn(), "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy");
        assert!(!role.allows_custom_suffix);
        assert!(find("autoscaling.amazonaws.com").unwrap().allows_custom_suffix);
        assert_eq!(find("nobody.amazonaws.com"), None);
    }
}
