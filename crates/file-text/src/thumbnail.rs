//! Thumbnails of pictures.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgba, RgbaImage};

use crate::NoText;

/// The longer side of a thumbnail, in pixels.
const SIDE: u32 = 320;

/// The longest side of a picture of which one is made, in pixels.
const LONGEST: u32 = 20_000;

/// The most memory that a picture may take, in bytes.
const MEMORY: u64 = 512 * 1024 * 1024;

/// A thumbnail as JPEG, upright, on white.
pub(crate) fn thumbnail(bytes: &[u8]) -> Result<Vec<u8>, NoText> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| NoText::Kind)?;
    reader.format().ok_or(NoText::Kind)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| NoText::Broken)?;
    let turned = decoder.orientation().map_err(|_| NoText::Broken)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| NoText::Broken)?;
    let mut small = if picture.width().max(picture.height()) > SIDE {
        picture.thumbnail(SIDE, SIDE)
    } else {
        picture
    };
    small.apply_orientation(turned);
    let small = small.into_rgba8();
    let white = Rgba([255; 4]);
    let mut ground = RgbaImage::from_pixel(small.width(), small.height(), white);
    image::imageops::overlay(&mut ground, &small, 0, 0);
    let mut jpeg = Cursor::new(Vec::new());
    DynamicImage::from(ground)
        .into_rgb8()
        .write_to(&mut jpeg, ImageFormat::Jpeg)
        .map_err(|_| NoText::Broken)?;
    Ok(jpeg.into_inner())
}
