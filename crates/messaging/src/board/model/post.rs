//! Posts: as entered, as stored, and as kept in versions.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_accounts::registration::Kind;
use yakusho_kernel::{Invalid, Reason, Timestamp, UnitId, codes, typed_id};

use super::CategoryId;
use crate::text::{Body, Title};
use crate::{Authorship, Removal, Text};
use yakusho_attachments::{Attachment, AttachmentId};

typed_id! {
    /// A post on the board.
    pub struct BoardPostId = "board.post";
}

/// A post as it was entered.
#[derive(Clone, Debug)]
pub struct PostForm {
    /// Where it is posted.
    pub category: CategoryId,
    /// What it is called.
    pub title: String,
    /// What it says; see [`Body`] for its formatting.
    pub body: String,
    /// In which section's name; in one's own if none.
    pub section: Option<UnitId>,
    /// Which kind of information it is (nogata:8).
    pub registration: Option<Kind>,
    /// From when others see it; as soon as it is published if none.
    pub starts_at: Option<Timestamp>,
    /// Until when they see it; without end if none.
    pub ends_at: Option<Timestamp>,
    /// Until when it stays on top; never if none.
    pub pinned_until: Option<Timestamp>,
    /// Whether it takes comments, where the category allows them.
    pub comments: bool,
    /// Whether each reader is asked to confirm, and by when.
    pub confirmation: Option<Confirmation>,
    /// The files that hang on it, in this order.
    pub files: Vec<AttachmentId>,
}

/// That each reader is asked to confirm having read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// By which day, if by one.
    pub due: Option<Date>,
}

/// The content of a post: what an edit changes, and what each version keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Where it is posted.
    pub category: CategoryId,
    /// What it is called.
    pub title: Title,
    /// What it says.
    pub body: Body,
    /// In which section's name; in its author's own if none.
    pub section: Option<UnitId>,
    /// Which kind of information it is, if it says so.
    pub registration: Option<Kind>,
    /// From when others see it; as soon as it is published if none.
    pub starts_at: Option<Timestamp>,
    /// Until when they see it; without end if none.
    pub ends_at: Option<Timestamp>,
    /// Until when it stays on top; never if none.
    pub pinned_until: Option<Timestamp>,
    /// Whether it takes comments.
    pub comments: bool,
    /// Whether each reader is asked to confirm.
    pub confirmation: Option<Confirmation>,
    /// The files that hang on it.
    pub files: Vec<Attachment>,
}

impl PostForm {
    /// The content without its files, which only a transaction can take, and their ids.
    pub(crate) fn parse(self) -> Result<(Content, Vec<AttachmentId>), Invalid> {
        let mut invalid = Invalid::default();
        let title = Title::parse(&self.title)
            .map_err(|reason| invalid.push("title", reason))
            .ok();
        let body = Body::parse(&self.body)
            .map_err(|reason| invalid.push("body", reason))
            .ok();
        if let (Some(start), Some(end)) = (self.starts_at, self.ends_at)
            && end <= start
        {
            invalid.push("ends_at", Reason::EndBeforeStart);
        }
        invalid.check()?;
        let (Some(title), Some(body)) = (title, body) else {
            return Err(Invalid::field("title", Reason::Required));
        };
        let content = Content {
            category: self.category,
            title,
            body,
            section: self.section,
            registration: self.registration,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            pinned_until: self.pinned_until,
            comments: self.comments,
            confirmation: self.confirmation,
            files: Vec::new(),
        };
        Ok((content, self.files))
    }
}

impl From<Content> for Text {
    /// What of it is read.
    fn from(content: Content) -> Self {
        Self {
            title: content.title.into_inner(),
            body: content.body.into_inner(),
            files: content.files,
        }
    }
}

/// How far a post has come. Whether others see it now is a matter of its times as well: from its beginning until its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostState {
    /// Its author is still writing it, or it was sent back.
    Draft,
    /// It waits for approval.
    Submitted,
    /// Others see it in its time.
    Published,
    /// Its author took it back.
    Withdrawn,
    /// Somebody else took it down; a marker stands in its place.
    Removed,
}

impl PostState {
    /// Whether a marker stands in place of its words.
    pub(crate) const fn is_gone(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Removed)
    }
}

codes! {
    PostState {
        Draft = "draft",
        Submitted = "submitted",
        Published = "published",
        Withdrawn = "withdrawn",
        Removed = "removed",
    }
}

/// A post as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub(crate) id: BoardPostId,
    pub(crate) by: Authorship,
    /// The name under which it is posted: the section's or the author's, as it was when last saved.
    pub(crate) byline: String,
    /// What it says; its title, body and files are empty where it was withdrawn or removed.
    pub(crate) content: Content,
    pub(crate) state: PostState,
    /// From when others see it, once it is published.
    pub(crate) visible_from: Option<Timestamp>,
    pub(crate) version: i32,
    /// The version with which it was first published.
    pub(crate) first_version: Option<i32>,
    /// The last version that changed what it says: whoever read an earlier one is shown that it changed.
    pub(crate) material_version: i32,
    pub(crate) created_at: Timestamp,
    pub(crate) changed_at: Timestamp,
    pub(crate) revision: i32,
    pub(crate) removal: Option<Removal>,
}

impl Post {
    /// Whether it asks its readers to confirm, now.
    pub(crate) fn asks(&self) -> bool {
        self.content.confirmation.is_some() && self.state == PostState::Published
    }

    /// Whether others see it, or the marker in its place, at that time.
    pub(crate) fn is_shown(&self, now: Timestamp) -> bool {
        self.visible_from.is_some_and(|from| from <= now)
            && self.content.ends_at.is_none_or(|end| now < end)
    }
}
