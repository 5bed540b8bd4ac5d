//! Style sheet, scripts and icons: embedded in the program, and served under a path that
//! contains a hash of them all, so that browsers may keep them for ever.
//!
//! One hash for the whole set, as a folder, lets a script import its neighbour by a relative
//! path. Mount [`endpoint`] at [`ROUTE`] and link with [`url`].

use std::borrow::Cow;
use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use poem::endpoint::make_sync;
use poem::http::{StatusCode, header};
use poem::{Endpoint, Request, Response};
use rust_embed::{Embed, EmbeddedFile};
use sha2::{Digest, Sha256};

/// Where the assets are mounted: `Route::new().at(assets::ROUTE, get(assets::endpoint))`.
pub const ROUTE: &str = "/assets/:hash/*path";

#[derive(Embed)]
#[folder = "assets/"]
struct Files;

/// One embedded file.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type, with `charset=utf-8` where it is text.
    pub mime: &'static str,
    /// The quoted entity tag: a hash of this file alone.
    pub etag: String,
}

/// The asset at `path` in the folder `assets/`, if there is one.
pub fn find(path: &str) -> Option<Asset> {
    let EmbeddedFile { data, metadata } = Files::get(path)?;
    let mime = match path.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        _ => "application/octet-stream",
    };
    let etag = format!("\"{}\"", short(&metadata.sha256_hash()));
    Some(Asset {
        bytes: data,
        mime,
        etag,
    })
}

/// The address of the asset at `path`: `/assets/0f3c…/css/shell.css`.
pub fn url(path: &str) -> String {
    format!("/assets/{}/{path}", *HASH)
}

/// Every asset's path, in order.
pub fn paths() -> Vec<String> {
    let mut paths: Vec<String> = Files::iter().map(Cow::into_owned).collect();
    paths.sort_unstable();
    paths
}

/// A hash of the whole set: it changes when any file does.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for path in paths() {
        hash.update(path.as_bytes());
        hash.update(
            Files::get(&path)
                .map(|file| file.metadata.sha256_hash())
                .unwrap_or_default(),
        );
    }
    short(&hash.finalize())
});

/// The first 64 bits in hexadecimal: enough to tell versions apart.
fn short(sum: &[u8]) -> String {
    HEXLOWER.encode(&sum[..sum.len().min(8)])
}

/// Serves an asset. Under the present hash it may be kept for a year; under another one (a page
/// from before an upgrade is still open) the present file is sent, to be asked for again.
pub fn endpoint() -> impl Endpoint<Output = Response> {
    make_sync(|request| serve(&request))
}

fn serve(request: &Request) -> Response {
    let (hash, path): (String, String) = request.path_params().unwrap_or_default();
    let Some(asset) = find(&path) else {
        return StatusCode::NOT_FOUND.into();
    };
    let keep = if hash == *HASH {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let answer = Response::builder()
        .header(header::CACHE_CONTROL, keep)
        .header(header::ETAG, &asset.etag)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    let known = request
        .header(header::IF_NONE_MATCH)
        .is_some_and(|tags| tags.contains(&asset.etag));
    if known {
        return answer.status(StatusCode::NOT_MODIFIED).finish();
    }
    answer
        .content_type(asset.mime)
        .body(asset.bytes.into_owned())
}

#[cfg(test)]
mod tests;
