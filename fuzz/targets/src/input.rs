//! The input of operations in the protocols of this host's own services.

use std::sync::LazyLock;

use awsim_plugin::operation::{Operation, Visitor};
use awsim_plugin::shape::{Reading, Source, Structure, ViolationStyle};
use awsim_server::protocol::aws_json::Json;
use awsim_server::protocol::query::Form;

use crate::wire::LIMITS;

/// Reads a source as the input of one operation.
type Reader = fn(&dyn Source);

static READERS: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    let mut readers = Readers::default();
    awsim_iam::generated::operations::visit(&mut readers);
    awsim_sts::generated::operations::visit(&mut readers);
    awsim_organizations::generated::operations::visit(&mut readers);
    readers.0
});

#[derive(Default)]
struct Readers(Vec<Reader>);

impl Visitor for Readers {
    fn visit<O: Operation>(&mut self) {
        self.0.push(read::<O::Input>);
    }
}

fn read<T: Structure>(source: &dyn Source) {
    let mut reading = Reading::new(ViolationStyle { quotes_values: true });
    T::read(source, T::shape(), &mut reading);
    // Whether the constraints hold does not matter, only that it is found out.
    let _ = reading.finish();
}

/// Reads the source as the input of the operation with this number.
fn read_as(number: [u8; 2], source: &dyn Source) {
    READERS[usize::from(u16::from_be_bytes(number)) % READERS.len()](source);
}

/// Reads bytes as a form: the first two choose the operation, the others are the request.
pub fn form(bytes: &[u8]) {
    if let Some((&number, text)) = bytes.split_first_chunk()
        && let Ok(source) = Form::parse([text, b""], &LIMITS)
    {
        read_as(number, &source);
    }
}

/// Reads bytes as JSON: the first two choose the operation, the others are the request.
pub fn json(bytes: &[u8]) {
    if let Some((&number, text)) = bytes.split_first_chunk()
        && let Ok(source) = Json::parse(text, &LIMITS)
    {
        read_as(number, &source);
    }
}
