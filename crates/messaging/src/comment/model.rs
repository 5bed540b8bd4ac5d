//! A comment, and the thread that it stands in.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{ProxyKind, Ref, Right, Timestamp, typed_id};

use crate::text::Remark;
use crate::{Authorship, Removal, Words};

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
    /// Whether the reader may put it up again.
    pub reinstate: bool,
    /// Whether the reader may see the words that a marker stands in place of.
    pub evidence: bool,
}

/// The words of a comment that a marker stands in place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentEvidence {
    /// What it stood on.
    pub subject: Ref,
    /// What it said.
    pub words: Remark,
    /// Whose words they were.
    pub by: Authorship,
    /// When they were written.
    pub at: Timestamp,
    /// Who took them down, if another did.
    pub removal: Option<Removal>,
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
    /// By what the one who acts manages what others wrote there.
    pub(crate) managed: Right,
}

/// A stored comment, before anything is decided about who sees what of it.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) id: CommentId,
    pub(super) subject: Ref,
    pub(super) by: Authorship,
    pub(super) author_name: String,
    pub(super) at: Timestamp,
    pub(super) words: Words<String>,
    pub(super) version: i32,
    pub(super) revision: i32,
}

impl Stored {
    /// As a reader sees it who has these rights to it.
    pub(super) fn seen(self, rights: Rights) -> Comment {
        Comment {
            own: rights.own,
            reinstate: rights.reinstate,
            evidence: rights.evidence,
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

/// What somebody may do with a comment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rights {
    pub(super) own: bool,
    pub(super) reinstate: bool,
    pub(super) evidence: bool,
}

/// What a version of a comment keeps.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) body: Remark,
}
