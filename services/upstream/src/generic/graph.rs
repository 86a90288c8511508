//! The shapes of a model, as far as they lead to members that go by the name of a role.

use std::collections::BTreeMap;

use awsim_model::{Model, Protocol, Request, Shape};

use super::field::Field;
use super::load::Usable;
use super::words::{plain, singular};

/// The shapes of a model.
#[derive(Debug)]
pub(super) struct Graph {
    numbers: BTreeMap<String, usize>,
    shapes: Vec<Node>,
    /// Of each shape, whether a role can stand somewhere below it.
    leads: Vec<bool>,
    /// Of each shape, whether it is text, or a list or map of it.
    texts: Vec<bool>,
}

/// A shape.
#[derive(Debug)]
pub(super) enum Node {
    /// Nothing in which a role could stand.
    Other,
    /// Text.
    Text,
    /// A structure, with those of its members that lead to roles.
    Structure(Vec<Member>),
    /// A list of values of a shape.
    List(usize),
    /// A map to values of a shape.
    Map(usize),
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) field: Field,
    /// How it says that it is a role, if it does.
    pub(super) name: Option<RoleName>,
    /// The shape of its value or, if it is a list, of its elements.
    pub(super) to: usize,
}

/// How a member says that it is a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RoleName {
    /// `roleArn`, `ExecutionRole`, `IamInstanceProfile`: whatever stands there means a role.
    Role,
    /// `Roles`, `RoleName`: other things may go by this name, too.
    Perhaps,
}

impl RoleName {
    /// What the name of a member says.
    fn of(member: &str) -> Option<Self> {
        let name = plain(member);
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        if ends(&["role", "rolearn", "rolearns", "rolearnlist", "instanceprofile", "instanceprofilearn"]) {
            return Some(Self::Role);
        }
        let is_perhaps = singular(&name).ends_with("role") || ends(&["rolename", "instanceprofilename"]);
        is_perhaps.then_some(Self::Perhaps)
    }
}

impl Graph {
    /// The graph of a model.
    ///
    /// # Errors
    /// A sentence if it refers to a shape that it does not have.
    pub(super) fn of(model: &Model, protocol: Protocol) -> Result<Self, String> {
        let numbers: BTreeMap<String, usize> = model.shapes.keys().cloned().zip(0..).collect();
        let mut graph = Self { numbers, shapes: Vec::new(), leads: Vec::new(), texts: Vec::new() };
        for shape in model.shapes.values() {
            let node = graph.read(model, protocol, shape)?;
            graph.shapes.push(node);
        }
        graph.texts = (0..graph.shapes.len()).map(|at| graph.ends_in_text(at)).collect();
        graph.leads = graph.leading();
        let Self { shapes, leads, texts, .. } = &mut graph;
        for node in shapes {
            if let Node::Structure(members) = node {
                members.retain(|member| member.leads(leads, texts));
            }
        }
        Ok(graph)
    }

    /// The shape of this number.
    pub(super) fn node(&self, number: usize) -> &Node {
        self.shapes.get(number).unwrap_or(&Node::Other)
    }

    /// The members of the input of an operation that lead to roles.
    pub(super) fn members(&self, usable: &Usable<'_>, request: &Request<'_>) -> Vec<Member> {
        let operation = usable.model.operations.get(request.name);
        let input = operation.and_then(|operation| operation.input.as_ref());
        let Some(shape) = input.and_then(|input| usable.model.shapes.get(&input.shape)) else {
            return Vec::new();
        };
        let member = |at: usize| {
            let (name, _) = request.members.get(at)?;
            let field = Field::of_input(usable.model, usable.protocol, request, at)?;
            let to = self.target(usable.model, &field, &shape.members.get(*name)?.shape).ok()?;
            Some(Member { field, name: RoleName::of(name), to })
        };
        let members = (0..request.members.len()).filter_map(member);
        members.filter(|member| member.leads(&self.leads, &self.texts)).collect()
    }

    fn number(&self, name: &str) -> Result<usize, String> {
        self.numbers.get(name).copied().ok_or_else(|| format!("there is no shape {name}"))
    }

    /// The shape of the value of a member or, if it is a list, of its elements.
    fn target(&self, model: &Model, field: &Field, shape: &str) -> Result<usize, String> {
        let element = model.shape(shape)?.member.as_ref().filter(|_| field.is_list());
        self.number(element.map_or(shape, |element| &element.shape))
    }

    fn read(&self, model: &Model, protocol: Protocol, shape: &Shape) -> Result<Node, String> {
        Ok(match shape.kind.as_str() {
            // What can only be one of a few words is no role.
            "string" if shape.values.is_empty() => Node::Text,
            "list" => Node::List(self.number(shape.member.as_ref().map_or("", |member| &member.shape))?),
            "map" => Node::Map(self.number(shape.value.as_ref().map_or("", |value| &value.shape))?),
            "structure" => {
                let mut members = Vec::new();
                for (name, member) in &shape.members {
                    let field = Field::of_structure(model, protocol, name, member);
                    let to = self.target(model, &field, &member.shape)?;
                    members.push(Member { field, name: RoleName::of(name), to });
                }
                Node::Structure(members)
            }
            _ => Node::Other,
        })
    }

    fn ends_in_text(&self, mut at: usize) -> bool {
        // A list of itself has no end.
        for _ in 0..self.shapes.len() {
            match self.node(at) {
                Node::List(to) | Node::Map(to) => at = *to,
                node => return matches!(node, Node::Text),
            }
        }
        false
    }

    /// Of each shape, whether a role can stand somewhere below it: found from the roles upwards.
    fn leading(&self) -> Vec<bool> {
        let mut above: Vec<Vec<usize>> = vec![Vec::new(); self.shapes.len()];
        let mut leads = vec![false; self.shapes.len()];
        let mut open = Vec::new();
        for (at, node) in self.shapes.iter().enumerate() {
            match node {
                Node::Other | Node::Text => {}
                Node::List(to) | Node::Map(to) => above[*to].push(at),
                Node::Structure(members) => {
                    members.iter().for_each(|member| above[member.to].push(at));
                    if members.iter().any(|member| member.is_role(&self.texts)) {
                        open.push(at);
                    }
                }
            }
        }
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut leads[at], true) {
                open.extend(&above[at]);
            }
        }
        leads
    }
}

impl Member {
    fn is_role(&self, texts: &[bool]) -> bool {
        self.name.is_some() && texts.get(self.to).copied().unwrap_or_default()
    }

    fn leads(&self, leads: &[bool], texts: &[bool]) -> bool {
        self.is_role(texts) || leads.get(self.to).copied().unwrap_or_default()
    }
}
