//! A QR code drawn into the page: no picture is loaded, and no other program sees what it says.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white that a reader needs around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The text as a QR code, named for screen readers by `label`; none if it is too long for one (2,331 bytes).
pub(super) fn qr(label: &str, text: &str) -> Option<Markup> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    Some(html! {
        svg role="img" aria-label=(label) width="240" height="240" viewBox={ "0 0 " (side) " " (side) }
            shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#ffffff" {}
            path fill="#000000" d=(dark(&code)) {}
        }
    })
}

/// The dark modules, a square each.
fn dark(code: &QrCode) -> String {
    let modules = 0..code.size();
    let mut path = String::new();
    for (x, y) in modules
        .clone()
        .flat_map(|y| modules.clone().map(move |x| (x, y)))
    {
        if code.get_module(x, y) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corner_of_a_code_is_dark_and_its_margin_light() {
        let svg = qr("label", "otpauth://totp/x").unwrap().into_string();
        assert!(svg.contains("M4 4h1v1h-1z"), "{svg}");
        assert!(!svg.contains("M3 "), "{svg}");
        assert!(svg.contains("aria-label=\"label\""));
    }

    #[test]
    fn what_no_code_holds_gives_none() {
        assert!(qr("label", &"x".repeat(2_331)).is_some());
        assert!(qr("label", &"x".repeat(2_332)).is_none());
    }
}
