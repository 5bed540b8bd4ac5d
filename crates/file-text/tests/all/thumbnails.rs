//! Thumbnails of pictures.

use std::io::Cursor;

use image::{ImageFormat, Rgba, RgbaImage};
use yakusho_file_text::NoText;

use crate::{made, reader, tight};

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbaImage::from_pixel(width, height, Rgba([200, 0, 0, 0]));
    let picture = image::DynamicImage::from(picture);
    let mut bytes = Cursor::new(Vec::new());
    let written = if format == ImageFormat::Jpeg {
        picture.into_rgb8().write_to(&mut bytes, format)
    } else {
        picture.write_to(&mut bytes, format)
    };
    written.unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn a_picture_becomes_small_and_keeps_its_shape() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::WebP,
    ] {
        let large = picture(800, 400, format);
        let small = reader().thumbnail(&*large).await.unwrap().unwrap();
        let small = image::load_from_memory_with_format(&small, ImageFormat::Jpeg).unwrap();
        assert_eq!((small.width(), small.height()), (320, 160), "{format:?}");
    }
    let little = picture(20, 10, ImageFormat::Png);
    let same = reader().thumbnail(&*little).await.unwrap().unwrap();
    let same = image::load_from_memory(&same).unwrap().into_rgb8();
    assert_eq!(same.dimensions(), (20, 10));
    // What can be seen through is white.
    assert!(same.pixels().all(|pixel| pixel.0.iter().all(|c| *c > 250)));
}

#[tokio::test]
async fn what_is_no_picture_or_an_enormous_one_has_none() {
    assert_eq!(
        reader().thumbnail(&*made("doc.pdf")).await.unwrap(),
        Err(NoText::Kind)
    );
    let whole = picture(64, 64, ImageFormat::Png);
    let half = &whole[..whole.len() / 2];
    assert_eq!(reader().thumbnail(half).await.unwrap(), Err(NoText::Broken));
    // It says that it has ten thousand million pixels.
    let mut vast = whole;
    vast[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let found = tight().thumbnail(&*vast).await.unwrap();
    assert_eq!(found, Err(NoText::Broken));
}
