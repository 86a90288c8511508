//! What the fuzz targets share: reading one source as the input of any operation, and bytes as a request.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::LazyLock;

use awsim_plugin::operation::{Operation, Visitor};
use awsim_plugin::shape::{Reading, Source, Structure, ViolationStyle};
use awsim_server::incoming::Incoming;
use awsim_server::protocol::ProtocolLimits;

/// As much as a request may hold.
pub const LIMITS: ProtocolLimits = ProtocolLimits { form_fields: 1000, nesting: 32 };

static READERS: LazyLock<Vec<fn(&dyn Source)>> = LazyLock::new(|| {
    let mut readers = Readers::default();
    awsim_iam::generated::operations::visit(&mut readers);
    readers.0
});

#[derive(Default)]
struct Readers(Vec<fn(&dyn Source)>);

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
pub fn read_as(number: u8, source: &dyn Source) {
    READERS[usize::from(number) % READERS.len()](source);
}

/// Reads bytes as a request in HTTP/1.1, more or less: a line with the method and the target, headers, an empty line, the
/// body.
pub fn request(bytes: &[u8]) -> Option<Incoming> {
    let end = bytes.windows(2).position(|two| two == b"\n\n")?;
    let mut lines = std::str::from_utf8(&bytes[..end]).ok()?.lines();
    let (method, target) = lines.next()?.split_once(' ')?;
    let mut headers = http::HeaderMap::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let name = http::HeaderName::from_bytes(name.as_bytes()).ok()?;
        headers.append(name, http::HeaderValue::from_str(value.trim()).ok()?);
    }
    Some(Incoming {
        method: method.parse().ok()?,
        uri: target.parse().ok()?,
        headers,
        body: bytes::Bytes::copy_from_slice(&bytes[end + 2..]),
        peer: SocketAddr::from((Ipv4Addr::LOCALHOST, 1)),
        secure: false,
    })
}
