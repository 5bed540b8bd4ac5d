//! Posts as their readers get them.

use std::sync::Arc;

use time::Date;
use yakusho_accounts::registration::Kind;
use yakusho_kernel::{Fault, Page, PersonId, Timestamp, UnitId};
use yakusho_regulation::Role;

use super::{BoardPostId, Category, CategoryId, PostState};
use crate::comment::Comment;
use crate::{Authorship, Text, Words};

/// Which posts a list shows. What others see is in the order of its publication, the newest first, with what is pinned
/// on top; one's own is in the order of its last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Everything that one may read.
    All,
    /// One category.
    Category(CategoryId),
    /// What one has not read.
    Unread,
    /// What asks one to confirm, and was not.
    Owed,
    /// What one has posted, or waits for approval.
    Mine,
    /// What one has not finished.
    Drafts,
    /// What waits for one's approval.
    Awaiting,
    /// One's own posts, and those of the section that one is the head of, whose time is over.
    Expired,
}

impl Asked {
    /// When the reader confirmed what it says now, if they did.
    pub fn done(self) -> Option<Timestamp> {
        self.confirmed_at.filter(|_| !self.outdated)
    }
}

impl Shelf {
    /// Whether it shows what others see, or one's own.
    pub(crate) const fn is_public(self) -> bool {
        matches!(
            self,
            Self::All | Self::Category(_) | Self::Unread | Self::Owed
        )
    }

    /// Whether what is pinned stands on top of it.
    pub(crate) const fn has_pins(self) -> bool {
        matches!(self, Self::All | Self::Category(_))
    }
}

/// A list of posts.
#[derive(Clone, Debug)]
pub struct Listed {
    /// What is pinned; only on the first page of everything or of a category.
    pub pinned: Vec<PostRow>,
    /// The others.
    pub page: Page<PostRow>,
}

/// A category in the overview.
#[derive(Clone, Debug)]
pub struct ShelfRow {
    /// The category.
    pub category: Arc<Category>,
    /// Whether the reader may post to it.
    pub writable: bool,
    /// How many posts the reader has not read.
    pub unread: u64,
}

/// A post in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostRow {
    /// Its id.
    pub id: BoardPostId,
    /// Its category.
    pub category: CategoryId,
    /// Its title, or a marker in its place.
    pub title: Words<String>,
    /// Under whose name it stands, a section's or a person's.
    pub byline: String,
    /// The section in whose name it stands, if in one's.
    pub section: Option<UnitId>,
    /// How far it has come.
    pub state: PostState,
    /// From when others see it, once it is published.
    pub visible_from: Option<Timestamp>,
    /// Until when.
    pub ends_at: Option<Timestamp>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// How many files hang on it.
    pub files: usize,
    /// Whether it is pinned now.
    pub pinned: bool,
    /// Whether the reader has not read it.
    pub unread: bool,
    /// Whether it was changed since the reader read it.
    pub changed: bool,
    /// Whether it asks to confirm, and whether the reader did.
    pub confirmation: Option<Asked>,
}

/// That a post asks its readers to confirm, and what the reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// By which day, if by one.
    pub due: Option<Date>,
    /// When the reader confirmed, if they did.
    pub confirmed_at: Option<Timestamp>,
    /// Whether what they confirmed has been changed in substance since, so that they owe it again.
    pub outdated: bool,
    /// Whether the reader wrote it, and so is not asked.
    pub own: bool,
}

/// A post on its own page.
#[derive(Clone, Debug)]
pub struct PostView {
    /// Its id.
    pub id: BoardPostId,
    /// Its category.
    pub category: Arc<Category>,
    /// What it says, or a marker in its place.
    pub words: Words<Text>,
    /// Under whose name it stands.
    pub byline: String,
    /// The section in whose name it stands, if in one's.
    pub section: Option<UnitId>,
    /// Whose words they are, and who wrote them down: for the author, the section's head and its members; readers of a
    /// section's post are shown the section alone.
    pub by: Option<Authorship>,
    /// How far it has come.
    pub state: PostState,
    /// Which kind of information it is.
    pub registration: Option<Kind>,
    /// From when others see it as it was entered.
    pub starts_at: Option<Timestamp>,
    /// From when others see it, once it is published.
    pub visible_from: Option<Timestamp>,
    /// Until when.
    pub ends_at: Option<Timestamp>,
    /// Until when it stays on top.
    pub pinned_until: Option<Timestamp>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// The version that is shown.
    pub version: i32,
    /// The first version that others saw; earlier ones are its author's.
    pub first_version: Option<i32>,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
    /// What the reader did with it, if they had read it before.
    pub read: Option<Reading>,
    /// Whether it asks to confirm, and whether the reader did.
    pub confirmation: Option<Asked>,
    /// Whether it takes comments, where its category allows them.
    pub takes_comments: bool,
    /// The first of its comments, the oldest first.
    pub comments: Page<Comment>,
    /// Whose approval it waits for.
    pub pending: Vec<Pending>,
    /// Why it is a draft again, where an approval was refused.
    pub sent_back: Option<SentBack>,
    /// Who approved it, if it needed that: for its author, the section's head and whoever could approve it.
    pub approved: Option<Approved>,
    /// What the reader may do with it.
    pub may: Rights,
}

/// What a reader did with a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// When they first read it.
    pub at: Timestamp,
    /// Which version they read last.
    pub version: i32,
}

/// An approval that a post waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Whose.
    pub of: Approver,
    /// Since when.
    pub asked_at: Timestamp,
}

/// That an approval was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approved {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// That an approval was refused, and the post given back to its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentBack {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// Who approves a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approver {
    /// The head of that section, whoever that is on the day.
    HeadOf(UnitId),
    /// Whoever holds the role on the day.
    Holder(Role),
}

/// What a reader may do with a post. A page shows these ways alone; the services decide anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a right of its own, and a page asks for each by name"
)]
pub struct Rights {
    /// To publish or submit it.
    pub publish: bool,
    /// To change it.
    pub edit: bool,
    /// Whether they could change it but for its approval: only who approves may.
    pub approved_only: bool,
    /// To take it back as one's own.
    pub withdraw: bool,
    /// To take it down as another's, for a reason.
    pub remove: bool,
    /// To put it up again.
    pub reinstate: bool,
    /// To approve it or send it back.
    pub decide: bool,
    /// To confirm having read it.
    pub confirm: bool,
    /// To comment on it.
    pub comment: bool,
    /// To take down what others commented.
    pub moderate: bool,
    /// To see who has read and confirmed, and to remind the others.
    pub follow: bool,
    /// To see the words that a marker stands in place of.
    pub evidence: bool,
}

/// What became of a post that was to be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// Others see it.
    Shown,
    /// Others will see it from then on.
    Scheduled(Timestamp),
    /// It waits for approval.
    Submitted,
    /// It is of the fifth kind (nogata:8(5)), and the administrator was asked; it can be published once they approve.
    Uncleared,
}

/// A new post that was to be published.
#[derive(Debug)]
pub struct New {
    /// The post.
    pub id: BoardPostId,
    /// What became of it; where something stands against publishing it, it stays a draft.
    pub published: Result<Published, Fault>,
}

/// What an approver says to a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It may be published.
    Approve,
    /// It goes back to its author, for that reason.
    SendBack(crate::text::Remark),
}
