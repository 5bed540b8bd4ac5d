//! Writes every component into HTML files, in both languages, to be looked at and checked:
//! `cargo run -p yakusho-webkit --example gallery -- FOLDER`, then serve the folder over HTTP.

mod components;
mod forms;
mod screens;

use std::path::Path;
use std::{env, fs, io};

use maud::Markup;
use yakusho_webkit::{Lang, assets};

fn main() -> io::Result<()> {
    let folder = env::args()
        .nth(1)
        .unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    for lang in Lang::ALL {
        let pages: [(&str, Markup); 7] = [
            ("portal", screens::portal(lang)),
            ("list", screens::list(lang)),
            ("post", screens::post(lang)),
            ("sign-in", screens::sign_in(lang)),
            ("refused", screens::refused(lang)),
            ("components", components::page(lang)),
            ("forms", forms::page(lang)),
        ];
        for (name, page) in pages {
            write(
                folder,
                &format!("{name}-{lang}.html"),
                page.into_string().as_bytes(),
            )?;
        }
    }
    for path in assets::paths() {
        let asset = assets::find(&path).ok_or(io::ErrorKind::NotFound)?;
        write(folder, &assets::url(&path), &asset.bytes)?;
    }
    Ok(())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let file = folder.join(name.trim_start_matches('/'));
    fs::create_dir_all(file.parent().unwrap_or(folder))?;
    fs::write(file, bytes)
}
