//! PDF: its letters in the order in which they are drawn, with a space or an end of line where they stand apart.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

use crate::{MOST_TEXT, NoText};

/// How many units of a glyph are as wide as its letters are high.
const EM: f64 = 1000.0;

pub(crate) fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => NoText::Locked,
        LoadPdfError::Invalid => NoText::Broken,
    })?;
    let settings = InterpreterSettings::default();
    let mut letters = Letters::default();
    for page in pdf.pages().iter() {
        // What a page is to look like does not matter, nor where it ends.
        let (whole, cache) = (Rect::new(0.0, 0.0, 1.0, 1.0), InterpreterCache::new());
        let settings = settings.clone();
        let mut context = Context::new(Affine::IDENTITY, whole, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut letters);
        letters.text.push_str("\n\n");
        letters.last = None;
        if letters.text.len() > MOST_TEXT {
            break;
        }
    }
    Ok(letters.text)
}

/// The letters so far.
#[derive(Default)]
struct Letters {
    text: String,
    /// Where the last one ended, and how large it was.
    last: Option<(Point, f64)>,
}

impl Letters {
    /// What stands between the last letter and one at that place, of that size.
    fn between(&self, at: Point, size: f64) -> &'static str {
        let Some((last, height)) = self.last else {
            return "";
        };
        let size = size.max(height).max(f64::EPSILON);
        let (along, across) = ((at.x - last.x) / size, (at.y - last.y).abs() / size);
        match (along, across) {
            // The next paragraph, or the next cell of a table.
            (_, 2.0..) | (1.5.., ..0.5) => "\n\n",
            (_, 0.5..) => "\n",
            (0.2.., _) => " ",
            (..-1.5, _) => "\n",
            _ => "",
        }
    }
}

impl<'a> Device<'a> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let Some(said) = glyph.as_unicode() else {
            return;
        };
        let place = transform * glyph_transform;
        let width = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().map_or(EM, f64::from),
            Glyph::Type3(_) => EM,
        };
        let (begin, end) = (place * Point::ORIGIN, place * Point::new(width, 0.0));
        let size = (place * Point::new(0.0, EM)).distance(begin);
        self.text.push_str(self.between(begin, size));
        match said {
            BfString::Char(c) => self.text.push(c),
            BfString::String(said) => self.text.push_str(&said),
        }
        self.last = Some((end, size));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
