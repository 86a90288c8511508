//! A service that keeps notes: two operations, one collection, nothing else.

use std::sync::Arc;

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{BoundOperation, Handler, Read, Write};
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::service::{Configure, ServicePlugin};
use awsim_plugin::shape::{Kind, Length, Shape, ViolationStyle};
use awsim_plugin::store::{Transaction, View};
use awsim_plugin::{collection, errors, operations, register_service, structure};
use serde::{Deserialize, Serialize};

/// What a model says of the service. For a real service `cargo codegen` writes this, the shapes and the operations.
static MODEL: ServiceModel = ServiceModel {
    signing_name: "notes",
    endpoint_prefix: "notes",
    full_name: "Notes",
    service_id: "Notes",
    api_version: "2026-01-01",
    protocol: ProtocolName::Json11,
    xml_namespace: "",
    target_prefix: "Notes",
    error_message: "message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};

static TEXT: Shape = Shape {
    name: "Text",
    kind: Kind::String { length: Length::new(Some(1), Some(1024)), pattern: None },
    sensitive: false,
};

structure! {
    /// A note with its title.
    pub struct Note: NOTE {
        /// `Title`.
        title: required String = "Title" as "Title" of TEXT,
        /// `Text`.
        text: required String = "Text" as "Text" of TEXT,
    }
}

structure! {
    /// The title of a note.
    pub struct Title: TITLE {
        /// `Title`.
        title: required String = "Title" as "Title" of TEXT,
    }
}

errors! {
    /// The errors of the service.
    pub enum ErrorCode {
        NoteNotFound = "NoteNotFoundException" 404 Sender,
    }
}

operations! {
    for Notes;
    /// Returns a note.
    GetNote(Title = TITLE) -> Note = NOTE, wrapper None, errors ["NoteNotFoundException"], unsigned false;
    /// Keeps a note.
    PutNote(Note = NOTE) -> Note = NOTE, wrapper None, errors [], unsigned false;
}

/// A note as it is stored.
#[derive(Clone, Serialize, Deserialize)]
struct StoredNote {
    text: String,
}

collection! {
    /// Notes by title.
    static NOTES: Collection<String, StoredNote> = "notes"/"notes" version 1;
}

/// The plugin.
#[derive(Debug)]
pub struct Notes;

/// The service has no settings.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Settings {}

impl Configure for Notes {
    type Settings = Settings;

    fn configure(_settings: Settings) -> Self {
        Notes
    }
}

impl ServicePlugin for Notes {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        bind(&self)
    }
}

register_service!("notes", Notes);

fn note_arn(cx: &Context<'_>, title: &str) -> String {
    cx.arn("notes", cx.region, cx.account(), format_args!("note/{title}"))
}

impl Handler<PutNote> for Notes {
    type Mode = Write;

    fn access(&self, input: &Note, cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on("notes:PutNote", note_arn(cx, &input.title))])
    }

    fn call(&self, input: Note, cx: &Context<'_>, state: &mut Transaction) -> Result<Note, ServiceError> {
        state.insert(&NOTES, cx.account(), input.title.clone(), StoredNote { text: input.text.clone() });
        Ok(input)
    }
}

impl Handler<GetNote> for Notes {
    type Mode = Read;

    fn access(&self, input: &Title, cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on("notes:GetNote", note_arn(cx, &input.title))])
    }

    fn call(&self, input: Title, cx: &Context<'_>, state: &View) -> Result<Note, ServiceError> {
        match state.get(&NOTES, cx.account(), &input.title) {
            Some(note) => Ok(Note { title: input.title, text: note.text.clone() }),
            None => Err(ErrorCode::NoteNotFound.with(format!("There is no note {}.", input.title))),
        }
    }
}
