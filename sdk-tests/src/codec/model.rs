//! The models whose shapes can be coded, with their operations as values.

use std::collections::{BTreeMap, BTreeSet};

use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::{Operation, OperationShape, ServiceModel, Visitor};
use awsim_plugin::shape::{Kind, Reading, Sink, Source, Structure, ViolationStyle};

/// A model and its operations.
pub struct Model {
    /// What it says of the service.
    pub service: &'static ServiceModel,
    operations: BTreeMap<&'static str, TypedOperation>,
}

impl Model {
    /// The model of a service, by its signing name.
    pub fn of(service: &str) -> Option<Self> {
        let mut operations = Operations::default();
        let service = match service {
            "iam" => {
                awsim_iam::generated::operations::visit(&mut operations);
                &awsim_iam::generated::MODEL
            }
            "sts" => {
                awsim_sts::generated::operations::visit(&mut operations);
                &awsim_sts::generated::MODEL
            }
            "organizations" => {
                awsim_organizations::generated::operations::visit(&mut operations);
                &awsim_organizations::generated::MODEL
            }
            "samples" => {
                crate::samples::operations::visit(&mut operations);
                &crate::samples::MODEL
            }
            _ => return None,
        };
        Some(Self { service, operations: operations.0 })
    }

    /// The operation of this name.
    pub fn operation(&self, name: &str) -> Option<&TypedOperation> {
        self.operations.get(name)
    }

    /// The values of every enumeration, by the name of its shape. They are AWS's, which are not always the model's.
    pub fn enumerations(&self) -> BTreeMap<&'static str, &'static [&'static str]> {
        let mut enumerations = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let operations = self.operations.values();
        let mut open: Vec<_> = operations.flat_map(|typed| [typed.shape.input, typed.shape.output]).collect();
        while let Some(shape) = open.pop() {
            if !seen.insert(shape.name) {
                continue;
            }
            match &shape.kind {
                Kind::Structure(members) => open.extend(members.iter().map(|member| member.shape)),
                Kind::List(list) => open.push(list.element),
                Kind::Map(map) => open.extend([map.key, map.value]),
                Kind::Enum { values } => drop(enumerations.insert(shape.name, *values)),
                _ => {}
            }
        }
        enumerations
    }
}

#[derive(Default)]
struct Operations(BTreeMap<&'static str, TypedOperation>);

impl Visitor for Operations {
    fn visit<O: Operation>(&mut self) {
        self.0.insert(O::SHAPE.name, TypedOperation::of::<O>());
    }
}

/// How the input and output of one operation are read, without their types.
pub struct TypedOperation {
    /// What the model says of it.
    pub shape: &'static OperationShape,
    input: ReadValue,
    output: ReadValue,
}

type ReadValue = fn(&dyn Source, ViolationStyle) -> Result<Box<dyn AnyOutput>, ServiceError>;

impl TypedOperation {
    fn of<O: Operation>() -> Self {
        Self { shape: O::SHAPE, input: read::<O::Input>, output: read::<O::Output> }
    }

    /// Reads an input, with constraint checks.
    ///
    /// # Errors
    /// See [`Reading::finish`].
    pub fn input(
        &self,
        source: &dyn Source,
        style: ViolationStyle,
    ) -> Result<Box<dyn AnyOutput>, ServiceError> {
        (self.input)(source, style)
    }

    /// Reads an output, with constraint checks.
    ///
    /// # Errors
    /// See [`Reading::finish`].
    pub fn output(
        &self,
        source: &dyn Source,
        style: ViolationStyle,
    ) -> Result<Box<dyn AnyOutput>, ServiceError> {
        (self.output)(source, style)
    }
}

fn read<T: Structure>(
    source: &dyn Source,
    style: ViolationStyle,
) -> Result<Box<dyn AnyOutput>, ServiceError> {
    let mut reading = Reading::new(style);
    let value = T::read(source, T::shape(), &mut reading);
    reading.finish()?;
    Ok(Box::new(Typed(value)))
}

struct Typed<T>(T);

impl<T: Structure> AnyOutput for Typed<T> {
    fn write(&self, sink: &mut dyn Sink) {
        self.0.write(T::shape(), sink);
    }
}
