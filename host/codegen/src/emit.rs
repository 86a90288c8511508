//! The text of the generated files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use awsim_model::{Model, Protocol, Shape};

use crate::Target;
use crate::names;
use crate::pattern;

/// What every generated file begins with, after its first line.
pub(crate) const HEADER: &str = "// Written by `cargo codegen` from the API model; do not edit.\n\n";

/// The files of a target, by name.
pub(crate) fn files(model: &Model, target: &Target) -> Result<BTreeMap<&'static str, String>, String> {
    let used = used_shapes(model)?;
    let emitter = Emitter { model, used, constants: constants(model)? };
    let mut files = BTreeMap::new();
    files.insert("mod.rs", emitter.module(target)?);
    files.insert("scalars.rs", emitter.scalars()?);
    files.insert("enums.rs", emitter.enums()?);
    files.insert("structures.rs", emitter.structures()?);
    files.insert("errors.rs", emitter.errors());
    files.insert("operations.rs", emitter.operations(target)?);
    Ok(files)
}

struct Emitter<'m> {
    model: &'m Model,
    used: BTreeSet<&'m str>,
    constants: BTreeMap<&'m str, String>,
}

/// The shapes that inputs and outputs are made of.
fn used_shapes(model: &Model) -> Result<BTreeSet<&str>, String> {
    let mut used = BTreeSet::new();
    let mut open: Vec<&str> = Vec::new();
    for operation in model.operations.values() {
        open.extend(operation.input.iter().map(|input| input.shape.as_str()));
        open.extend(operation.output.iter().map(|output| output.shape.as_str()));
    }
    while let Some(name) = open.pop() {
        if used.insert(name) {
            let shape = model.shapes.get(name).ok_or_else(|| format!("no shape {name}"))?;
            open.extend(shape.members.values().map(|member| member.shape.as_str()));
            for part in [&shape.member, &shape.key, &shape.value].into_iter().flatten() {
                open.push(&part.shape);
            }
        }
    }
    Ok(used)
}

/// The name of each shape's description. Names that differ only in case get a number.
fn constants(model: &Model) -> Result<BTreeMap<&str, String>, String> {
    let mut taken = BTreeSet::new();
    let mut constants = BTreeMap::new();
    for name in model.shapes.keys() {
        let base = names::constant(name);
        let constant = (1..)
            .map(|number| if number == 1 { base.clone() } else { format!("{base}_{number}") })
            .find(|candidate| !taken.contains(candidate))
            .ok_or("names ran out")?;
        taken.insert(constant.clone());
        constants.insert(name.as_str(), constant);
    }
    Ok(constants)
}

impl Emitter<'_> {
    fn shapes(&self) -> impl Iterator<Item = (&str, &Shape)> {
        self.model
            .shapes
            .iter()
            .filter(|(name, _)| self.used.contains(name.as_str()))
            .map(|(name, shape)| (name.as_str(), shape))
    }

    fn shape(&self, name: &str) -> Result<&Shape, String> {
        self.model.shapes.get(name).ok_or_else(|| format!("no shape {name}"))
    }

    fn constant(&self, name: &str) -> &str {
        self.constants.get(name).map_or("", String::as_str)
    }

    fn module(&self, target: &Target) -> Result<String, String> {
        let metadata = &self.model.metadata;
        let mut out = format!(
            "//! The shapes and operations of {}, API version {}.\n{HEADER}",
            metadata.service_full_name, metadata.api_version
        );
        out.push_str(
            "pub mod enums;\npub mod errors;\npub mod operations;\npub mod scalars;\npub mod structures;\n\n",
        );
        out.push_str("#[allow(unused_imports, unreachable_pub, reason = \"a model may have no enumerations\")]\npub use enums::*;\npub use errors::ErrorCode;\npub use structures::*;\n\n");
        out.push_str("use awsim_plugin::operation::{ProtocolName, ServiceModel};\nuse awsim_plugin::shape::ViolationStyle;\n\n");
        out.push_str(&service_model(self.model, target.quotes_values)?);
        Ok(out)
    }

    /// Everything but structures and enumerations: strings, numbers, lists, maps.
    fn scalars(&self) -> Result<String, String> {
        let mut out = format!("//! Descriptions of strings, numbers, lists and maps.\n{HEADER}");
        import(
            &mut out,
            "awsim_plugin::shape::{AsciiSet, Kind, Length, ListShape, MapShape, Pattern, Range, Shape}",
        );
        import(&mut out, "super::{enums::*, structures::*}");
        let mut patterns: BTreeMap<&str, String> = BTreeMap::new();
        for (name, shape) in self.shapes() {
            let constant = self.constant(name);
            let Some(kind) = self.scalar(name, shape, &mut patterns)? else { continue };
            let _ = writeln!(
                out,
                "/// `{name}`.\npub static {constant}: Shape = Shape {{ name: {name:?}, kind: {kind}, sensitive: {} }};\n",
                shape.sensitive
            );
        }
        for (source, constant) in patterns {
            let class = match pattern::ascii_class(source) {
                Some((bits, may_be_empty)) => format!("Some(AsciiSet::new({bits:#034x}, {may_be_empty}))"),
                None => "None".to_owned(),
            };
            let _ = writeln!(
                out,
                "static {constant}: Pattern = Pattern::new({}, {}, {class});\n",
                raw(source),
                raw(&pattern::translate(source))
            );
        }
        Ok(out)
    }

    /// What a shape is, if it is neither a structure nor an enumeration; `patterns` collects the constants of the patterns.
    fn scalar<'s>(
        &'s self,
        name: &str,
        shape: &'s Shape,
        patterns: &mut BTreeMap<&'s str, String>,
    ) -> Result<Option<String>, String> {
        Ok(Some(match shape.kind.as_str() {
            "structure" => return Ok(None),
            "string" if !shape.values.is_empty() => return Ok(None),
            "string" => {
                let mut constant = |source| {
                    patterns
                        .entry(source)
                        .or_insert_with(|| format!("{}_PATTERN", self.constant(name)))
                        .clone()
                };
                let pattern = match &shape.pattern {
                    None => "None".to_owned(),
                    Some(source) => format!("Some(&{})", constant(source.as_str())),
                };
                format!("Kind::String {{ length: {}, pattern: {pattern} }}", length(shape))
            }
            "integer" | "long" => {
                if shape.min.is_none() && shape.max.is_none() {
                    "Kind::Integer(Range::ANY)".to_owned()
                } else {
                    format!("Kind::Integer(Range::new({:?}, {:?}))", shape.min, shape.max)
                }
            }
            "double" | "float" => "Kind::Double".to_owned(),
            "boolean" => "Kind::Boolean".to_owned(),
            "timestamp" => "Kind::Timestamp".to_owned(),
            "blob" => format!("Kind::Blob({})", length(shape)),
            "list" => {
                let member = shape.member.as_ref().ok_or_else(|| format!("{name} has no member"))?;
                format!(
                    "Kind::List(ListShape {{ element: &{}, element_name: {:?}, flattened: {}, length: {} }})",
                    self.constant(&member.shape),
                    member.location_name.as_deref().unwrap_or("member"),
                    shape.flattened,
                    length(shape)
                )
            }
            "map" => {
                let key = shape.key.as_ref().ok_or_else(|| format!("{name} has no key"))?;
                let value = shape.value.as_ref().ok_or_else(|| format!("{name} has no value"))?;
                format!(
                    "Kind::Map(MapShape {{ key: &{}, value: &{}, key_name: {:?}, value_name: {:?}, flattened: {}, length: {} }})",
                    self.constant(&key.shape),
                    self.constant(&value.shape),
                    key.location_name.as_deref().unwrap_or("key"),
                    value.location_name.as_deref().unwrap_or("value"),
                    shape.flattened,
                    length(shape)
                )
            }
            other => return Err(format!("{name} is of the unknown type {other}")),
        }))
    }

    fn enums(&self) -> Result<String, String> {
        let mut out = format!("//! Enumerations.\n{HEADER}");
        for (name, shape) in self.shapes() {
            if shape.kind != "string" || shape.values.is_empty() {
                continue;
            }
            let _ = writeln!(
                out,
                "awsim_plugin::enumeration! {{\n    /// `{name}`.\n    pub enum {}: {} = {name:?} {{",
                names::type_name(name),
                self.constant(name)
            );
            let mut taken = BTreeSet::new();
            for value in &shape.values {
                let mut variant = names::variant(value);
                while !taken.insert(variant.clone()) {
                    variant.push('_');
                }
                let _ = writeln!(out, "        {variant} = {value:?},");
            }
            out.push_str("    }\n}\n\n");
        }
        Ok(out)
    }

    fn structures(&self) -> Result<String, String> {
        let mut out = format!("//! Structures.\n{HEADER}");
        import(&mut out, "std::collections::BTreeMap");
        import(&mut out, "awsim_plugin::shape::{Blob, Timestamp}");
        import(&mut out, "super::{enums::*, scalars}");
        for (name, shape) in self.shapes() {
            if shape.kind != "structure" {
                continue;
            }
            let _ = writeln!(
                out,
                "awsim_plugin::structure! {{\n    /// `{name}`.\n    pub struct {}: {} {{",
                names::type_name(name),
                self.constant(name)
            );
            for (member, reference) in &shape.members {
                let target = self.shape(&reference.shape)?;
                let required = shape.required.contains(member);
                let constant = self.constant(&reference.shape);
                let path = if target.kind == "structure" || !target.values.is_empty() {
                    constant.to_owned()
                } else {
                    format!("scalars::{constant}")
                };
                let _ = writeln!(
                    out,
                    "        /// `{member}`{}.\n        {}: {} {} = {member:?} as {:?} of {path},",
                    self.described(target),
                    names::field(member),
                    if required { "required" } else { "optional" },
                    self.rust_type(&reference.shape)?,
                    reference.location_name.as_deref().unwrap_or(member),
                );
            }
            out.push_str("    }\n}\n\n");
        }
        Ok(out)
    }

    /// The constraints of a member in words.
    fn described(&self, shape: &Shape) -> String {
        let unit = match shape.kind.as_str() {
            "string" => " characters",
            "blob" => " bytes",
            "list" | "map" => " entries",
            _ => "",
        };
        let bounds = match (shape.min, shape.max) {
            (Some(min), Some(max)) if min == max => format!(", {min}{unit}"),
            (Some(min), Some(max)) => format!(", {min} to {max}{unit}"),
            (Some(min), None) => format!(", at least {min}{unit}"),
            (None, Some(max)) => format!(", at most {max}{unit}"),
            (None, None) => String::new(),
        };
        match &shape.pattern {
            Some(pattern) => format!("{bounds}, `{pattern}`"),
            None => bounds,
        }
    }

    fn rust_type(&self, name: &str) -> Result<String, String> {
        let shape = self.shape(name)?;
        Ok(match shape.kind.as_str() {
            "structure" => names::type_name(name),
            "string" if !shape.values.is_empty() => names::type_name(name),
            "string" => "String".to_owned(),
            "integer" => "i32".to_owned(),
            "long" => "i64".to_owned(),
            "double" | "float" => "f64".to_owned(),
            "boolean" => "bool".to_owned(),
            "timestamp" => "Timestamp".to_owned(),
            "blob" => "Blob".to_owned(),
            "list" => {
                let member = shape.member.as_ref().ok_or_else(|| format!("{name} has no member"))?;
                format!("Vec<{}>", self.rust_type(&member.shape)?)
            }
            "map" => {
                let value = shape.value.as_ref().ok_or_else(|| format!("{name} has no value"))?;
                format!("BTreeMap<String, {}>", self.rust_type(&value.shape)?)
            }
            other => return Err(format!("{name} is of the unknown type {other}")),
        })
    }

    fn errors(&self) -> String {
        let mut out = format!("//! Errors.\n{HEADER}");
        out.push_str("awsim_plugin::errors! {\n    /// The errors of the model, with their codes and HTTP statuses.\n    pub enum ErrorCode {\n");
        for (name, shape) in &self.model.shapes {
            if !shape.exception {
                continue;
            }
            let fault = if fault_is_senders(shape) { "Sender" } else { "Receiver" };
            let _ = writeln!(
                out,
                "        {} = {:?} {} {fault},",
                name.strip_suffix("Exception").unwrap_or(name),
                error_code(name, shape),
                error_status(shape),
            );
        }
        out.push_str("    }\n}\n");
        out
    }

    fn operations(&self, target: &Target) -> Result<String, String> {
        let mut out = format!("//! Operations.\n{HEADER}");
        import(&mut out, "awsim_plugin::shape::UNIT");
        out.push_str("use super::structures::*;\n\nawsim_plugin::operations! {\n");
        let _ = writeln!(out, "    for {};", target.plugin.unwrap_or("()"));
        let mut operations: Vec<_> = self.model.operations.iter().collect();
        operations.sort_by_key(|(name, _)| name.as_str());
        for (name, operation) in operations {
            let typed = |shape: Option<&str>| match shape {
                Some(shape) => (names::type_name(shape), self.constant(shape).to_owned()),
                None => ("()".to_owned(), "UNIT".to_owned()),
            };
            let (input, input_shape) = typed(operation.input.as_ref().map(|input| input.shape.as_str()));
            let (output, output_shape) = typed(operation.output.as_ref().map(|output| output.shape.as_str()));
            let wrapper = operation.output.as_ref().and_then(|output| output.result_wrapper.as_deref());
            let mut errors = Vec::new();
            for error in &operation.errors {
                errors.push(format!("{:?}", error_code(&error.shape, self.shape(&error.shape)?)));
            }
            let _ = writeln!(
                out,
                "    /// `{name}`.\n    {name}({input} = {input_shape}) -> {output} = {output_shape},\n    \
                 wrapper {wrapper:?}, errors [{}], unsigned {};",
                errors.join(", "),
                operation.authtype.as_deref() == Some("none"),
            );
        }
        out.push_str("}\n");
        Ok(out)
    }
}

/// The constant that says what a model says of its service.
pub(crate) fn service_model(model: &Model, quotes_values: bool) -> Result<String, String> {
    let metadata = &model.metadata;
    Ok(format!(
        "/// What the model says of the service.\npub static MODEL: ServiceModel = ServiceModel {{\n\
         signing_name: {:?}, endpoint_prefix: {:?}, full_name: {:?}, service_id: {:?}, api_version: {:?},\n\
         protocol: ProtocolName::{:?}, xml_namespace: {:?}, target_prefix: {:?}, error_message: {:?}, global: {},\n\
         violations: ViolationStyle {{ quotes_values: {quotes_values} }},\n}};\n",
        metadata.signing_name(),
        metadata.endpoint_prefix,
        metadata.service_full_name,
        metadata.service_id,
        metadata.api_version,
        Protocol::of(metadata)?,
        metadata.xml_namespace.as_deref().unwrap_or(""),
        metadata.target_prefix.as_deref().unwrap_or(""),
        model.error_message(),
        metadata.global_endpoint.is_some(),
    ))
}

/// An import that some models need and others do not.
fn import(out: &mut String, path: &str) {
    let _ = writeln!(
        out,
        "#[allow(unused_imports, reason = \"which of them are used depends on the model\")]\nuse {path};\n"
    );
}

fn error_code<'s>(name: &'s str, shape: &'s Shape) -> &'s str {
    shape.error.as_ref().and_then(|error| error.code.as_deref()).unwrap_or(name)
}

fn fault_is_senders(shape: &Shape) -> bool {
    shape.error.as_ref().map_or(!shape.fault, |error| error.sender_fault || error.http_status_code < 500)
}

fn error_status(shape: &Shape) -> u16 {
    shape.error.as_ref().map_or(if shape.fault { 500 } else { 400 }, |error| error.http_status_code)
}

fn length(shape: &Shape) -> String {
    if shape.min.is_none() && shape.max.is_none() {
        "Length::ANY".to_owned()
    } else {
        format!("Length::new({:?}, {:?})", shape.min, shape.max)
    }
}

/// A raw string literal.
fn raw(text: &str) -> String {
    if text.contains('"') { format!("{text:?}") } else { format!("r\"{text}\"") }
}
