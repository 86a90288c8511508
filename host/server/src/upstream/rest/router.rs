//! Which operation a request is for.
//!
//! Several patterns may fit a request: `PUT /bucket/key` is `PutObject`, with the header `x-amz-copy-source` it is
//! `CopyObject`, with `uploadId` and `partNumber` in the query `UploadPart`. What tells them apart are the marks of an
//! operation: the literal parts of its query, and the parameters and headers that its model requires. The operation is the
//! one that has all the marks of the others, and more. Where there is none, or where a request has something that its
//! operation has no use for, nobody knows what an upstream would do, and it is refused.
//!
//! Text in a pattern comes before a label that could stand for it: `/domains/list` is not the domain `list` ("Specificity
//! routing", `http` trait, in the Smithy specification).

use std::collections::BTreeSet;

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Place, UpstreamOperation};
use http::{HeaderMap, Method};

use super::pattern::{Labels, Pattern};
use super::target::{Target, decode, invalid};

/// The operations of a service by what their requests look like.
#[derive(Debug)]
pub(crate) struct Router {
    routes: Vec<Route>,
    /// The headers that are marks.
    telling: BTreeSet<&'static str>,
}

/// An operation and what its requests look like.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) operation: &'static UpstreamOperation,
    pub(super) pattern: Pattern,
    marks: BTreeSet<Mark>,
}

/// Something that a request for an operation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Query(&'static str),
    Header(&'static str),
}

impl Router {
    /// The operations of a service.
    pub(crate) fn of(operations: impl Iterator<Item = &'static UpstreamOperation>) -> Self {
        let routes: Vec<Route> = operations.map(Route::of).collect();
        let marks = routes.iter().flat_map(|route| &route.marks);
        let telling = marks.filter_map(|mark| match mark {
            Mark::Header(name) => Some(*name),
            Mark::Query(_) => None,
        });
        Self { telling: telling.collect(), routes }
    }

    /// The route of an operation.
    pub(super) fn route(&self, operation: &str) -> Option<&Route> {
        self.routes.iter().find(|route| route.operation.shape.name == operation)
    }

    /// The operation that a request is for, and what stands at its labels.
    ///
    /// # Errors
    /// `UnknownOperationException` (404) if it is for none; `InvalidURI`, `InvalidArgument` and `NotImplemented` (400, 501) if
    /// it can be read in two ways.
    pub(super) fn find<'t>(
        &self,
        method: &Method,
        target: &'t Target<'_>,
        headers: &HeaderMap,
    ) -> Result<(&Route, Labels<'t>), ServiceError> {
        let (route, labels) = self.fitting(method, &target.path, target, headers)?.ok_or_else(|| {
            let message = format!("{method} on this resource is no operation.");
            ServiceError::sender("UnknownOperationException", 404, message)
        })?;
        route.check(target, headers, &self.telling)?;
        // An encoded slash divides nothing; to a server that decodes first, it does.
        if target.path.to_ascii_lowercase().contains("%2f") {
            let path = decode(&target.path, false)?.replace('%', "%25");
            let other = self.fitting(method, &path, target, headers).ok().flatten();
            let is_same = |(other, found): &(&Route, Labels<'_>)| {
                other.operation.shape.name == route.operation.shape.name && *found == labels
            };
            if other.is_some_and(|other| !is_same(&other)) {
                return Err(invalid());
            }
        }
        Ok((route, labels))
    }

    /// The route that has all the marks of the others that fit.
    fn fitting<'p>(
        &self,
        method: &Method,
        path: &'p str,
        target: &Target<'_>,
        headers: &HeaderMap,
    ) -> Result<Option<(&Route, Labels<'p>)>, ServiceError> {
        let mut fitting: Vec<(&Route, Labels<'p>)> = Vec::new();
        for route in self.routes.iter().filter(|route| route.operation.method == method.as_str()) {
            if let Some(labels) = route.pattern.path(path)?
                && route.pattern.has_query(target)
                && route.marks.iter().all(|mark| mark.is_in(target, headers))
            {
                fitting.push((route, labels));
            }
        }
        if fitting.len() > 1 {
            let closest = fitting.iter().map(|(route, _)| route.pattern.openness()).min();
            fitting.retain(|(route, _)| Some(route.pattern.openness()) == closest);
        }
        let Some(best) = fitting.iter().map(|(route, _)| *route).max_by_key(|route| route.marks.len()) else {
            return Ok(None);
        };
        let is_less =
            |other: &Route| other.marks.is_subset(&best.marks) && other.marks.len() < best.marks.len();
        let is_best = |route: &Route| std::ptr::eq(route, best);
        if !fitting.iter().all(|(route, _)| is_best(route) || is_less(route)) {
            return Err(conflict("The request is for two operations at once."));
        }
        Ok(fitting.into_iter().find(|(route, _)| is_best(route)))
    }
}

impl Mark {
    fn is_in(self, target: &Target<'_>, headers: &HeaderMap) -> bool {
        match self {
            Mark::Query(name) => target.values(name).next().is_some(),
            Mark::Header(name) => headers.contains_key(name) || target.hoisted(name).next().is_some(),
        }
    }
}

impl Route {
    fn of(operation: &'static UpstreamOperation) -> Self {
        let pattern = Pattern::of(operation.uri);
        let literals = pattern.literals.iter().map(|(name, _)| Mark::Query(name));
        let required = operation.required.iter().filter_map(|member| match operation.place(member)? {
            Place::Query(name) | Place::Queries(name) => Some(Mark::Query(name)),
            Place::Header(name) => Some(Mark::Header(name)),
            Place::Path(_) | Place::Headers(_) | Place::Payload | Place::Raw | Place::Body(_) => None,
        });
        Self { operation, marks: literals.chain(required).collect(), pattern }
    }

    /// Refuses what the operation has no use for, and what is there twice.
    fn check(
        &self,
        target: &Target<'_>,
        headers: &HeaderMap,
        telling: &BTreeSet<&'static str>,
    ) -> Result<(), ServiceError> {
        // An upstream passes over them where they are not signed as a presigned URL is.
        if !target.is_presigned && target.all_hoisted().next().is_some() {
            return Err(conflict("Only in the query of a presigned URL do parameters stand for headers."));
        }
        let places = || self.operation.bindings.iter().map(|binding| binding.place);
        for (index, parameter) in target.query.iter().enumerate() {
            let name = &*parameter.name;
            let is_repeated =
                target.query[..index].iter().any(|before| before.name.eq_ignore_ascii_case(name));
            let is_list = places().any(|place| matches!(place, Place::Queries(list) if list == name));
            if is_repeated && !is_list {
                return Err(conflict("A parameter of the query is there twice."));
            }
            if is_free(name) && parameter.is_plain {
                continue;
            }
            let is_bound = places().any(|place| match place {
                Place::Query(bound) | Place::Queries(bound) => bound == name,
                _ => false,
            });
            let is_literal = self.pattern.literals.iter().any(|(literal, _)| *literal == name);
            if !(is_bound || is_literal) || !parameter.is_plain {
                let message = "A parameter you provided implies functionality that is not implemented";
                return Err(ServiceError::sender("NotImplemented", 501, message));
            }
        }
        let mut bound = BTreeSet::new();
        for place in places() {
            let Place::Header(name) = place else { continue };
            bound.insert(name);
            if headers.get_all(name).iter().count() + target.hoisted(name).count() > 1 {
                return Err(conflict("A header of the request is there twice."));
            }
        }
        match telling.difference(&bound).any(|name| Mark::Header(name).is_in(target, headers)) {
            true => Err(conflict("A header of the request is one of another operation.")),
            false => Ok(()),
        }
    }
}

/// Whether a parameter of a query may be there in any request: those that sign it or stand for headers, and those that
/// servers have to pass over ("Logging requests using server access logging" in the Amazon S3 User Guide).
fn is_free(name: &str) -> bool {
    let begins = |beginning: &str| {
        name.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    };
    begins("x-")
}

fn conflict(message: &str) -> ServiceError {
    ServiceError::sender("InvalidArgument", 400, message)
}
