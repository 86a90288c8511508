//! The QR code that an authenticator app reads a new device from.

use awsim_plugin::error::ServiceError;
use png::{BitDepth, ColorType, Encoder};
use qrcode::{Color, QrCode};

use crate::policy_document::encoded;

/// The issuer that the app shows beside the account.
const ISSUER: &str = "Amazon Web Services";

/// The width of a module, in pixels.
const MODULE: usize = 5;

/// The white border that the standard asks for, in modules.
const BORDER: usize = 4;

/// What the QR code says, in the form that authenticator apps agree on.
pub(super) fn uri(label: &str, seed: &str) -> String {
    let issuer = encoded(ISSUER);
    // The `@` between device and account stands as it is.
    let label = encoded(label).replace("%40", "@");
    format!("otpauth://totp/{issuer}:{label}?secret={seed}&issuer={issuer}")
}

/// A QR code with this text, as a PNG image in black and white.
///
/// # Errors
/// `ServiceFailure` if the text is too long for a QR code.
pub(super) fn png(text: &str) -> Result<Vec<u8>, ServiceError> {
    let code = QrCode::new(text).map_err(failure)?;
    let (modules, colors) = (code.width(), code.to_colors());
    let is_dark = |row: usize, column: usize| {
        let (Some(row), Some(column)) = (row.checked_sub(BORDER), column.checked_sub(BORDER)) else {
            return false;
        };
        column < modules && colors.get(row * modules + column) == Some(&Color::Dark)
    };
    let side = (modules + 2 * BORDER) * MODULE;
    let pixels: Vec<u8> = (0..side)
        .flat_map(|y| (0..side).map(move |x| (y / MODULE, x / MODULE)))
        .map(|(row, column)| if is_dark(row, column) { 0 } else { u8::MAX })
        .collect();
    image(u32::try_from(side).map_err(failure)?, &pixels).map_err(failure)
}

/// A square grey-scale image.
fn image(side: u32, pixels: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut image = Vec::new();
    let mut encoder = Encoder::new(&mut image, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(image)
}

fn failure(error: impl std::fmt::Display) -> ServiceError {
    ServiceError::failure(format!("the QR code cannot be drawn: {error}"))
}
