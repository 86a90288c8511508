//! Structures.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use std::collections::BTreeMap;

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{Blob, Timestamp};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, scalars};

awsim_plugin::structure! {
    /// `Inner`.
    pub struct Inner: INNER {
        /// `Text`, at most 1000 characters.
        text: required String = "Text" as "Text" of scalars::TEXT,
        /// `Flat`.
        flat: optional Vec<String> = "Flat" as "Flat" of scalars::FLAT,
        /// `Children`.
        children: optional Vec<Sample> = "Children" as "Children" of scalars::CHILDREN,
    }
}

awsim_plugin::structure! {
    /// `Sample`.
    pub struct Sample: SAMPLE {
        /// `Text`, at most 1000 characters.
        text: optional String = "Text" as "Text" of scalars::TEXT,
        /// `Number`.
        number: optional i32 = "Number" as "Number" of scalars::NUMBER,
        /// `Long`.
        long: optional i64 = "Long" as "Long" of scalars::LONG,
        /// `Double`.
        double: optional f64 = "Double" as "Double" of scalars::DOUBLE,
        /// `Flag`.
        flag: optional bool = "Flag" as "Flag" of scalars::FLAG,
        /// `Date`.
        date: optional Timestamp = "Date" as "Date" of scalars::DATE,
        /// `Bytes`.
        bytes: optional Blob = "Bytes" as "Bytes" of scalars::BYTES,
        /// `Color`.
        color: optional Color = "Color" as "Color" of COLOR,
        /// `Texts`.
        texts: optional Vec<String> = "Texts" as "Texts" of scalars::TEXTS,
        /// `Items`.
        items: optional Vec<String> = "Items" as "Items" of scalars::ITEMS,
        /// `Flat`.
        flat: optional Vec<String> = "Flat" as "Flat" of scalars::FLAT,
        /// `FlatNamed`.
        flat_named: optional Vec<String> = "FlatNamed" as "FlatNamed" of scalars::FLAT_NAMED,
        /// `Map`.
        map: optional BTreeMap<String, Vec<String>> = "Map" as "Map" of scalars::MAP,
        /// `NamedMap`.
        named_map: optional BTreeMap<String, i32> = "NamedMap" as "NamedMap" of scalars::NAMED_MAP,
        /// `FlatMap`.
        flat_map: optional BTreeMap<String, String> = "FlatMap" as "FlatMap" of scalars::FLAT_MAP,
        /// `ChildMap`.
        child_map: optional BTreeMap<String, Sample> = "ChildMap" as "ChildMap" of scalars::CHILD_MAP,
        /// `Renamed`, at most 1000 characters.
        renamed: optional String = "Renamed" as "OtherName" of scalars::TEXT,
        /// `Child`.
        child: optional Inner = "Child" as "Child" of INNER,
        /// `Children`.
        children: optional Vec<Sample> = "Children" as "Children" of scalars::CHILDREN,
        /// `FlatChildren`.
        flat_children: optional Vec<Sample> = "FlatChildren" as "FlatChildren" of scalars::FLAT_CHILDREN,
    }
}
