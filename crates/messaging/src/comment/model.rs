//! A comment, and the thread that it stands in.

use serde::Serialize;
use yakusho_kernel::{PersonId, ProxyKind, Ref, Timestamp, typed_id};

use crate::{Authorship, Words};

typed_id! {
    /// A comment.
    pub struct CommentId = "comment";
}

/// A comment as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Whose words it is, and who wrote them down.
    pub by: Authorship,
    /// The author's name as it was then.
    pub author_name: String,
    /// When it was written.
    pub at: Timestamp,
    /// What it says.
    pub words: Words<String>,
    /// How many wordings it has had; more than 1 if it was edited.
    pub version: i32,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
    /// Whether the reader may take it back or edit it as one's own.
    pub own: bool,
}

impl Comment {
    /// By which kind of proxy it was written, if by one.
    pub const fn proxy(&self) -> Option<ProxyKind> {
        self.by.proxy
    }
}

/// What comments stand on, as far as comments are concerned.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    /// The thing commented on.
    pub(crate) subject: Ref,
    /// Whether it takes comments now.
    pub(crate) open: bool,
    /// Whether the one who acts manages what others wrote there.
    pub(crate) managed: bool,
}

/// A stored comment, before anything is decided about who sees what of it.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) id: CommentId,
    pub(super) by: Authorship,
    pub(super) author_name: String,
    pub(super) at: Timestamp,
    pub(super) words: Words<String>,
    pub(super) version: i32,
    pub(super) revision: i32,
}

impl Stored {
    /// As that person sees it.
    pub(super) fn seen(self, own: impl Fn(PersonId) -> bool) -> Comment {
        Comment {
            own: own(self.by.author) && self.words.shown().is_some(),
            id: self.id,
            by: self.by,
            author_name: self.author_name,
            at: self.at,
            words: self.words,
            version: self.version,
            revision: self.revision,
        }
    }
}

/// What a version of a comment keeps.
#[derive(Serialize)]
pub(super) struct Kept<'a> {
    pub(super) body: &'a str,
}
