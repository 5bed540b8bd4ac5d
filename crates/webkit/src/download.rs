//! Files to be taken away, and those few that a browser shows by itself: none ever runs as a page of this site.

use std::ops::Range;

use futures_util::{Stream, TryStreamExt as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use poem::http::{StatusCode, header};
use poem::{Body, Response, ResponseBuilder};
use yakusho_blobs::{BlobError, BlobHash, BlobReader};
use yakusho_kernel::Fault;

use crate::visit::Wanted;
use crate::{Answer, Problem, Visit};

/// Whatever the file is, it does not run here, and nobody frames it.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'";

/// How much of a hash a tag has, in hexadecimal digits.
const TAG: usize = 32;

/// The same for a file that the browser shows itself, in a frame of this site: PDF, which its own viewer opens, and
/// pictures. A viewer does not open in a sandbox; it has one of its own.
const SHOWN: &str = "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; \
     frame-ancestors 'self'; base-uri 'none'";

/// The kinds of files that browsers show and never run.
const SHOWABLE: [&str; 5] = [
    "application/pdf",
    "image/gif",
    "image/jpeg",
    "image/png",
    "image/webp",
];

/// What a name may hold unencoded after `filename*=` (RFC 8187).
const NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The entity tag of a stored file: half of its hash, since programs have little room for tags.
pub fn entity_tag(hash: &BlobHash) -> String {
    let hash = hash.to_string();
    format!("\"{}\"", hash.get(..TAG).unwrap_or(&hash))
}

impl Visit {
    /// Sends a stored file to be kept under that name: the whole, the range that was asked for, or word
    /// that the browser has it already.
    pub async fn download(&self, hash: &BlobHash, name: &str, kind: &str) -> Answer {
        self.send(hash, kind, POLICY, disposition("attachment", name))
            .await
    }

    /// The same for a file that the browser shows at its address, or in a frame: a PDF or a picture. Any other does not
    /// exist there.
    pub async fn view(&self, hash: &BlobHash, name: &str, kind: &str) -> Answer {
        if !SHOWABLE.contains(&kind) {
            return Err(Fault::NotFound.into());
        }
        self.send(hash, kind, SHOWN, disposition("inline", name))
            .await
    }

    async fn send(&self, hash: &BlobHash, kind: &str, policy: &str, named: String) -> Answer {
        let blobs = self.site().blobs();
        let tag = entity_tag(hash);
        let Wanted {
            range,
            if_range,
            if_none_match,
        } = self.wanted();
        let answer = Response::builder()
            .header(header::ETAG, &tag)
            .header(header::CACHE_CONTROL, "private, no-cache");
        if if_none_match
            .as_ref()
            .is_some_and(|tags| tags.contains(&tag))
        {
            return Ok(answer.status(StatusCode::NOT_MODIFIED).finish());
        }
        let answer = answer
            .header(header::CONTENT_SECURITY_POLICY, policy)
            .header(header::CONTENT_DISPOSITION, named)
            .header(header::ACCEPT_RANGES, "bytes")
            .content_type(kind);
        let unchanged = if_range.as_ref().is_none_or(|known| *known == tag);
        if let Some(asked) = range.as_deref().filter(|_| unchanged) {
            let size = blobs.size(hash).await.map_err(fault)?;
            match parse_range(asked, size) {
                Asked::Part(part) => {
                    let whole = format!("bytes {}-{}/{size}", part.start, part.end - 1);
                    let length = part.end - part.start;
                    let reader = blobs.open_range(hash, part).await.map_err(fault)?;
                    return Ok(answer
                        .status(StatusCode::PARTIAL_CONTENT)
                        .header(header::CONTENT_RANGE, whole)
                        .header(header::CONTENT_LENGTH, length)
                        .body(body(reader)));
                }
                Asked::Nothing => {
                    return Ok(Response::builder()
                        .status(StatusCode::RANGE_NOT_SATISFIABLE)
                        .header(header::CONTENT_RANGE, format!("bytes */{size}"))
                        .finish());
                }
                Asked::Whole => {}
            }
        }
        let reader = blobs.open(hash).await.map_err(fault)?;
        Ok(answer
            .header(header::CONTENT_LENGTH, reader.size())
            .body(body(reader)))
    }
}

impl Visit {
    /// Sends a file that is made at this moment, to be kept under that name.
    pub fn file(&self, name: &str, kind: &str, content: Vec<u8>) -> Response {
        made(name, kind).body(content)
    }

    /// Sends a file that is made while it is sent, piece by piece, to be kept under that name. A failure on the way
    /// breaks the answer off.
    pub fn stream<E: Into<Fault>>(
        &self,
        name: &str,
        kind: &str,
        pieces: impl Stream<Item = Result<Vec<u8>, E>> + Send + 'static,
    ) -> Response {
        let pieces = pieces.map_err(|error| {
            let fault: Fault = error.into();
            tracing::error!(?fault, "a file was broken off");
            std::io::Error::other("broken off")
        });
        made(name, kind).body(Body::from_bytes_stream(pieces))
    }
}

/// The answer with a file that was made for it.
fn made(name: &str, kind: &str) -> ResponseBuilder {
    Response::builder()
        .header(header::CACHE_CONTROL, "private, no-store")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::CONTENT_DISPOSITION, disposition("attachment", name))
        .content_type(kind)
}

fn body(reader: BlobReader) -> Body {
    Body::from_bytes_stream(reader)
}

fn fault(error: BlobError) -> Problem {
    match error {
        BlobError::Unavailable(_) => Fault::Unavailable(error.into()).into(),
        // A row refers to a blob that is not there, or not whole: that is for the operator to know.
        other => Problem::internal(other),
    }
}

/// What is to be done with a file, with its name twice: whole, as RFC 8187 encodes it, and as far as ASCII goes, for programs
/// that read no more.
pub(crate) fn disposition(what: &str, name: &str) -> String {
    let ascii: String = name
        .chars()
        .map(|c| match c {
            '"' | '\\' | '%' => '_',
            ' '..='~' => c,
            _ => '_',
        })
        .collect();
    let whole = utf8_percent_encode(name, NAME);
    format!("{what}; filename=\"{ascii}\"; filename*=UTF-8''{whole}")
}

/// What part of a file was asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// All of it: no range, several, or one that is not understood.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that the file does not have.
    Nothing,
}

/// Reads a header such as `bytes=0-499`, `bytes=500-` or `bytes=-500` (RFC 9110, 14.1.2).
fn parse_range(asked: &str, size: u64) -> Asked {
    let Some((first, last)) = asked
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
    else {
        return Asked::Whole;
    };
    let (start, end) = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => (first, last.saturating_add(1).min(size)),
        (Ok(first), Err(_)) if last.trim().is_empty() => (first, size),
        (Err(_), Ok(last)) if first.trim().is_empty() => (size.saturating_sub(last), size),
        _ => return Asked::Whole,
    };
    if start < end {
        Asked::Part(start..end)
    } else {
        Asked::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        assert_eq!(parse_range("bytes=0-499", 1_000), Asked::Part(0..500));
        assert_eq!(parse_range("bytes=500-", 1_000), Asked::Part(500..1_000));
        assert_eq!(parse_range("bytes=-300", 1_000), Asked::Part(700..1_000));
        assert_eq!(parse_range("bytes=-3000", 1_000), Asked::Part(0..1_000));
        assert_eq!(
            parse_range("bytes=999-5000", 1_000),
            Asked::Part(999..1_000)
        );
        assert_eq!(parse_range("bytes=1000-", 1_000), Asked::Nothing);
        assert_eq!(parse_range("bytes=-0", 1_000), Asked::Nothing);
        for odd in [
            "bytes=5-2",
            "bytes=0-1,5-6",
            "bytes=a-b",
            "lines=0-1",
            "bytes=-",
        ] {
            assert_eq!(parse_range(odd, 1_000), Asked::Whole, "{odd}");
        }
    }

    #[test]
    fn a_name_survives_whatever_it_holds() {
        assert_eq!(
            disposition("attachment", "予算 \"案\".pdf"),
            "attachment; filename=\"__ ___.pdf\"; filename*=UTF-8''%E4%BA%88%E7%AE%97%20%22%E6%A1%88%22.pdf"
        );
        assert!(!disposition("inline", "a\r\nSet-Cookie: b").contains('\n'));
    }
}
