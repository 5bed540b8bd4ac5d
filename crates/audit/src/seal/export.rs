//! The sealed trail as a file that proves itself.

use std::collections::HashSet;

use uuid::Uuid;
use yakusho_audit_chain::{Chain, Content, Digest, Header, Line, Link};
use yakusho_kernel::{Audited, Cx, DbError, Fault, Subject};

use super::store::Place;
use super::{record, service, store};
use crate::{Entry, Filter};

/// Entries taken from the database at once.
const CHUNK: u64 = 500;

/// Stands for the hash of a link that is gone.
const LOST: Digest = Digest::from_bytes([0; 32]);

/// Begins an export of the entries that fit, from the first of them to the end of the chain; the others are there as
/// digests. What is committed is sealed first. Its own entry is committed before the first byte leaves, and is the last
/// in the file.
pub async fn export(cx: &Cx, filter: Filter) -> Result<Audited<TrailFile>, Fault> {
    let permit = crate::policy::may_export(cx)?;
    let said = cx
        .disclose(
            permit,
            filter
                .subject
                .as_ref()
                .map(|of| of as &(dyn Subject + Sync)),
            (),
        )
        .await?;
    service::seal(cx).await?;
    let reader = cx.reader();
    let first = if filter == Filter::default() {
        None
    } else {
        store::first_fitting(&reader, &filter).await?
    };
    let trail = cx.city().municipal_code();
    let before = match first {
        Some(first) if first > 1 => store::place(&reader, Some(first - 1)).await?,
        _ => None,
    };
    let begin = before.map_or_else(
        || Chain::begin(trail),
        |place| Chain {
            trail: trail.to_owned(),
            seq: place.seq,
            hash: place.hash,
        },
    );
    Ok(said.map(|()| TrailFile {
        cx: cx.clone(),
        filter,
        at: begin,
        state: State::Header,
    }))
}

/// The trail as JSON lines, under way; what [`yakusho_audit_chain::check`] reads.
#[derive(Debug)]
pub struct TrailFile {
    cx: Cx,
    filter: Filter,
    /// The last link that was written.
    at: Chain,
    state: State,
}

#[derive(Debug)]
enum State {
    Header,
    Links,
    Done,
}

impl TrailFile {
    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, DbError> {
        match self.state {
            State::Header => {
                self.state = State::Links;
                self.header().await.map(Some)
            }
            State::Links => {
                let piece = self.links().await?;
                if piece.is_none() {
                    self.state = State::Done;
                }
                Ok(piece)
            }
            State::Done => Ok(None),
        }
    }

    async fn header(&self) -> Result<Vec<u8>, DbError> {
        let header = Header::of(&self.at, &self.cx.now().to_string()).to_line();
        let keys = service::keys(&self.cx).await?;
        let changes = keys
            .into_iter()
            .filter_map(|row| row.succession)
            .map(|key| Line::Key { key }.to_line());
        Ok(lines(std::iter::once(header).chain(changes)))
    }

    /// Which of them fit; none where the whole trail is wanted.
    async fn fitting(
        &self,
        sealed: &[(Place, Option<Entry>)],
    ) -> Result<Option<HashSet<Uuid>>, DbError> {
        if self.filter == Filter::default() {
            return Ok(None);
        }
        let ids = sealed.iter().map(|(place, _)| place.entry);
        let fitting = store::fitting(&self.cx.reader(), &self.filter, ids).await?;
        Ok(Some(fitting.into_iter().collect()))
    }

    async fn links(&mut self) -> Result<Option<Vec<u8>>, DbError> {
        let reader = self.cx.reader();
        let sealed = store::sealed(&reader, self.at.seq, CHUNK).await?;
        if sealed.is_empty() {
            return Ok(None);
        }
        let fitting = self.fitting(&sealed).await?;
        let mut piece = Vec::with_capacity(sealed.len());
        for (place, entry) in sealed {
            let prev = if place.seq == self.at.seq + 1 {
                self.at.hash
            } else {
                LOST
            };
            self.at.seq = place.seq;
            self.at.hash = place.hash;
            // What is gone from the database leaves a gap in the file, for the check to find.
            let Some(entry) = entry else { continue };
            let link = Link {
                seq: place.seq,
                prev,
                hash: place.hash,
                content: Content::Entry(record::of(&entry)),
            };
            let fits = fitting.as_ref().is_none_or(|ids| ids.contains(&entry.id));
            piece.push(if fits {
                link.to_line()
            } else {
                link.without_entry().to_line()
            });
        }
        Ok(Some(lines(piece)))
    }
}

fn lines(lines: impl IntoIterator<Item = String>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in lines {
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}
