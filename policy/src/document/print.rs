//! Writing a tree back as JSON, compact, elements in the order of AWS's grammar.

use super::ast::{
    ConditionElement, Document, Element, OneOrMany, PrincipalElement, PrincipalSet, Statement, Text,
};
use super::principals::push_json_string;

impl Document<'_> {
    /// The document as compact JSON. Parsing the result gives the same elements with the same values; only places
    /// differ.
    pub fn print(&self) -> String {
        let mut out = Printer { out: String::with_capacity(self.text.len()) };
        out.object(|out| {
            out.text("Version", self.version.as_ref());
            out.text("Id", self.id.as_ref());
            out.name("Statement");
            out.list(&self.statements, |out, statement| out.statement(statement));
        });
        out.out
    }
}

struct Printer {
    out: String,
}

impl Printer {
    fn object(&mut self, body: impl FnOnce(&mut Self)) {
        self.out.push('{');
        body(self);
        self.out.push('}');
    }

    /// Starts a member; a comma goes before all but the first.
    fn name(&mut self, name: &str) {
        if !self.out.ends_with('{') {
            self.out.push(',');
        }
        push_json_string(&mut self.out, name);
        self.out.push(':');
    }

    fn text(&mut self, name: &str, text: Option<&Text<'_>>) {
        if let Some(text) = text {
            self.name(name);
            push_json_string(&mut self.out, &text.value);
        }
    }

    fn list<T>(&mut self, values: &OneOrMany<T>, mut print: impl FnMut(&mut Self, &T)) {
        if values.listed {
            self.out.push('[');
        }
        for (index, item) in values.items.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            print(self, item);
        }
        if values.listed {
            self.out.push(']');
        }
    }

    fn texts(&mut self, values: &OneOrMany<Text<'_>>) {
        self.list(values, |out, text| push_json_string(&mut out.out, &text.value));
    }

    fn statement(&mut self, statement: &Statement<'_>) {
        self.object(|out| {
            out.text("Sid", statement.sid.as_ref());
            out.text("Effect", statement.effect.as_ref());
            if let Some(principal) = &statement.principal {
                out.principal(principal);
            }
            out.element("Action", "NotAction", statement.action.as_ref());
            out.element("Resource", "NotResource", statement.resource.as_ref());
            if let Some(condition) = &statement.condition {
                out.condition(condition);
            }
        });
    }

    fn element(&mut self, name: &str, negated: &str, element: Option<&Element<'_>>) {
        if let Some(element) = element {
            self.name(if element.negated { negated } else { name });
            self.texts(&element.values);
        }
    }

    fn principal(&mut self, principal: &PrincipalElement<'_>) {
        self.name(if principal.negated { "NotPrincipal" } else { "Principal" });
        match &principal.who {
            PrincipalSet::Bare(text) => push_json_string(&mut self.out, &text.value),
            PrincipalSet::Typed(types) => self.object(|out| {
                for of in types {
                    out.name(&of.kind.value);
                    out.texts(&of.values);
                }
            }),
        }
    }

    fn condition(&mut self, condition: &ConditionElement<'_>) {
        self.name("Condition");
        self.object(|out| {
            for block in &condition.blocks {
                out.name(&block.operator.value);
                out.object(|out| {
                    for key in &block.keys {
                        out.name(&key.key.value);
                        out.list(&key.values, |out, value| match value.quoted {
                            true => push_json_string(&mut out.out, &value.text.value),
                            false => out.out.push_str(&value.text.value),
                        });
                    }
                });
            }
        });
    }
}
