//! A resource type, and the members of an input that name such resources.
//!
//! A member names a resource by its ARN, or by a variable of the ARN that the member has the name of: `clusterName`,
//! `cluster` or, where the operation ends with the name of the type (`CreateCluster`), `name`. A name that is not the
//! variable's own, as an identifier that may be either a name or an id, names nothing.

use awsim_policy::catalogue::{ActionResource, ResourceType};

use super::template::Template;
use super::words::{parts, plain, singular};

/// What any resource goes by where a member takes ARNs of several types.
const ANY_ARN: [&str; 6] =
    ["arn", "resource", "resourcearn", "resourceid", "resourceidentifier", "resourcename"];

/// A resource type that an action works on.
#[derive(Debug)]
pub(super) struct Kind {
    /// Whether every request names such a resource.
    pub(super) is_required: bool,
    /// The members that may have a whole ARN.
    pub(super) arns: Vec<usize>,
    /// The forms of its ARNs.
    pub(super) forms: Vec<Form>,
}

/// A form of the ARNs of a type.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) template: Template,
    /// The variables in their order.
    pub(super) variables: Vec<Variable>,
}

/// A variable of a form.
#[derive(Debug)]
pub(super) struct Variable {
    /// Whether it tells one resource of the type from another, and not only what it belongs to.
    pub(super) is_own: bool,
    /// The members that may have its value.
    pub(super) members: Vec<usize>,
    /// The ARNs of which this is the only variable, so that one of them can stand for it.
    pub(super) wholes: Vec<Template>,
}

/// A member of an input as this sees it: its plain name, and whether it is a list.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) is_list: bool,
}

impl Member {
    /// Whether it goes by one of these names.
    fn is_called(&self, names: &[String]) -> bool {
        let one = singular(&self.name);
        names.iter().any(|name| *name == self.name || (self.is_list && name == one))
    }
}

impl Kind {
    /// A type for an operation of this name, whose input has these members.
    pub(super) fn of(resource: ActionResource, operation: &str, members: &[Member]) -> Self {
        let resource_type = resource.resource_type;
        let type_name = plain(resource_type.name());
        let is_own_operation = plain(operation).ends_with(&type_name);
        let called = |names: &[String]| -> Vec<usize> {
            let members = members.iter().enumerate();
            members.filter(|(_, member)| member.is_called(names)).map(|(at, _)| at).collect()
        };
        let mut arn_names: Vec<String> = ANY_ARN.iter().map(|name| (*name).to_owned()).collect();
        arn_names.extend(as_anything(&type_name));
        if is_own_operation {
            arn_names.extend(["name", "id", "identifier"].map(str::to_owned));
        }
        let mut forms = Vec::new();
        for text in resource_type.arn_templates() {
            let template = Template::of(text);
            let names = template.variables();
            let mut variables = Vec::new();
            for (at, name) in names.iter().enumerate() {
                let naming = Naming::of(at, &names, &type_name, is_own_operation);
                if naming.is_own {
                    arn_names.extend(as_anything(parts(&plain(name)).0));
                }
                variables.push(Variable {
                    is_own: naming.is_own,
                    members: called(&naming.names),
                    wholes: wholes(resource_type, name),
                });
            }
            forms.push(Form { template, variables });
        }
        Self { is_required: resource.required, arns: called(&arn_names), forms }
    }

    /// Whether a member may name such a resource.
    pub(super) fn reads(&self, member: usize) -> bool {
        let mut variables = self.forms.iter().flat_map(|form| &form.variables);
        self.arns.contains(&member) || variables.any(|variable| variable.members.contains(&member))
    }
}

/// The names of members that take an ARN of something.
fn as_anything(stem: &str) -> Vec<String> {
    let endings: &[&str] = if stem.is_empty() { &[] } else { &["", "arn", "id", "identifier", "name"] };
    endings.iter().map(|ending| format!("{stem}{ending}")).collect()
}

/// What the members are called that have the value of a variable.
struct Naming {
    is_own: bool,
    names: Vec<String>,
}

impl Naming {
    fn of(at: usize, variables: &[&str], type_name: &str, is_own_operation: bool) -> Self {
        let plain_names: Vec<String> = variables.iter().map(|name| plain(name)).collect();
        let own = |at: usize| {
            let stem = parts(&plain_names[at]).0;
            let is_of_type = stem.contains(type_name) || (!stem.is_empty() && type_name.contains(stem));
            is_of_type || stem.is_empty() || at + 1 == plain_names.len()
        };
        let name = &plain_names[at];
        let (stem, ending) = parts(name);
        let mut names = vec![name.clone()];
        names.extend((!stem.is_empty()).then(|| stem.to_owned()));
        let is_last_of_its_ending =
            (at + 1..plain_names.len()).all(|after| !own(after) || parts(&plain_names[after]).1 != ending);
        if let Some(ending) = ending.filter(|_| own(at) && is_last_of_its_ending) {
            let of_type = format!("{type_name}{ending}");
            if !plain_names.iter().any(|other| other != name && *other == of_type) {
                names.push(of_type);
            }
            names.extend(is_own_operation.then(|| ending.to_owned()));
        }
        Self { is_own: own(at), names }
    }
}

/// The ARNs of a service of which this is the only variable.
fn wholes(resource_type: ResourceType, variable: &str) -> Vec<Template> {
    let types = resource_type.service().resource_types();
    let templates = types.flat_map(|found| found.arn_templates()).map(Template::of);
    templates.filter(|template| template.variables() == [variable]).collect()
}
