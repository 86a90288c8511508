//! The resources that a request names.

use std::collections::BTreeSet;

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::UpstreamRequest;

use super::field::{Field, Texts};
use super::kind::{Form, Kind, Variable};

/// The most resources that one request names. AWS's operations on several take 100 or 1,000 of them.
const MOST: usize = 1_000;

/// The ARNs of what a request is for, `*` among them where nobody knows what it is for, or what else.
///
/// # Errors
/// `ValidationError` (400) if there are too many.
pub(super) fn named(
    kinds: &[Kind],
    fields: &[Option<Field>],
    request: &UpstreamRequest<'_>,
) -> Result<BTreeSet<String>, ServiceError> {
    let texts = fields.iter().map(|field| field.as_ref().map(|field| field.texts(request.input)));
    let texts: Vec<Texts> = texts.map(Option::unwrap_or_default).collect();
    if texts.iter().any(|texts| texts.values.len() > MOST) {
        return Err(too_many());
    }
    let mut naming =
        Naming { cx: request.cx, texts: &texts, understood: BTreeSet::new(), arns: BTreeSet::new() };
    let mut is_missing = false;
    for kind in kinds {
        let is_named = naming.name(kind)?;
        is_missing |= kind.is_required && !is_named;
    }
    let is_in_doubt = texts.iter().enumerate().any(|(at, texts)| {
        texts.is_odd || (0..texts.values.len()).any(|value| !naming.understood.contains(&(at, value)))
    });
    let mut arns = naming.arns;
    if is_missing || is_in_doubt || arns.is_empty() {
        arns.insert("*".to_owned());
    }
    Ok(arns)
}

fn too_many() -> ServiceError {
    ServiceError::validation(format!("The request names more than {MOST} resources."))
}

/// The resources of a request as they are found.
struct Naming<'r> {
    cx: &'r Context<'r>,
    texts: &'r [Texts],
    /// The texts, by member and place, that are known to name one.
    understood: BTreeSet<(usize, usize)>,
    arns: BTreeSet<String>,
}

/// A text that a request has, and where.
type Placed<'t> = ((usize, usize), &'t str);

impl<'r> Naming<'r> {
    /// Finds the resources of a type; whether there are any.
    fn name(&mut self, kind: &Kind) -> Result<bool, ServiceError> {
        let mut is_named = false;
        for (place, text) in self.texts(&kind.arns) {
            if kind.forms.iter().any(|form| form.template.values(self.cx, text).is_some()) {
                self.understood.insert(place);
                self.arns.insert(text.to_owned());
                is_named = true;
            }
        }
        for form in &kind.forms {
            // There is but one such resource.
            let is_only = kind.is_required && form.variables.is_empty();
            if is_only {
                self.arns.insert(form.template.filled(self.cx, &[]));
            }
            is_named |= is_only || self.fill(form)?;
        }
        Ok(is_named)
    }

    /// Fills a form with the values that the request has for its variables; whether it says by them which resource it is.
    fn fill(&mut self, form: &Form) -> Result<bool, ServiceError> {
        let mut filled: Vec<Vec<Option<&'r str>>> = vec![Vec::new()];
        let mut understood = Vec::new();
        let mut is_told = false;
        for (at, variable) in form.variables.iter().enumerate() {
            let values = self.values(form, at, variable);
            is_told |= variable.is_own && !values.is_empty();
            understood.extend(values.iter().map(|(place, _)| *place));
            let mut values: Vec<Option<&str>> = values.into_iter().map(|(_, value)| Some(value)).collect();
            if values.is_empty() {
                values.push(None);
            }
            if filled.len() * values.len() > MOST {
                return Err(too_many());
            }
            let with = |before: &Vec<Option<&'r str>>, value| [before.as_slice(), &[value]].concat();
            filled = filled
                .iter()
                .flat_map(|before| values.iter().map(move |value| with(before, *value)))
                .collect();
        }
        if is_told {
            self.understood.extend(understood);
            self.arns.extend(filled.iter().map(|values| form.template.filled(self.cx, values)));
        }
        Ok(is_told)
    }

    /// The values of a variable, by themselves or in an ARN that has no other.
    fn values(&self, form: &Form, at: usize, variable: &Variable) -> Vec<Placed<'r>> {
        // What it stands for is in the account of the caller, as the ARN that it becomes part of is.
        let whole = |text: &'r str| {
            variable.wholes.iter().find_map(|template| {
                let value = template.values(self.cx, text)?.first().copied();
                value.filter(|_| template.filled(self.cx, &[value]) == text)
            })
        };
        let value = |text: &'r str| match text.starts_with("arn:") {
            true => whole(text).filter(|_| form.variables.len() > 1),
            false => Some(text),
        };
        let texts = self.texts(&variable.members).into_iter();
        texts
            .filter_map(|(place, text)| Some((place, value(text)?)))
            .filter(|(_, value)| form.template.takes(at, value))
            .collect()
    }

    /// The texts at some members.
    fn texts(&self, members: &[usize]) -> Vec<Placed<'r>> {
        let texts = members.iter().filter_map(|member| Some((*member, self.texts.get(*member)?)));
        texts
            .flat_map(|(member, texts)| {
                texts.values.iter().enumerate().map(move |(at, text)| ((member, at), text.as_str()))
            })
            .collect()
    }
}
