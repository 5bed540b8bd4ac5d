//! Circulation and report (nogata:3(3)): to several named users, posts, sections or groups, each of whom confirms.
//!
//! # Invariants
//! - Whoever it reaches confirms it. Nothing takes that off them: it ends by their confirmation, by a proxy's in their
//!   place, which says so, by passing on with a post that it follows, or with the circulation as a whole.
//! - Whom it goes to is settled when it is sent: groups and units are taken as they are then, and names as they were
//!   called. Later only more people are added.
//! - In an order of rank nobody sees it before their turn.
//! - A circulation has at most one recipient for each person, and counts those to whom it has not passed from another:
//!   `confirmed` of `total`.
//! - Every save keeps a version (nogata:10(1)). Words that were taken back or down leave the circulation for good and
//!   stay in its versions, which readers then no longer get (nogata:10(6)).

pub(crate) mod model;
pub mod nightly;
mod orders;
pub(crate) mod policy;
mod rules;
mod service;
pub(crate) mod store;

pub use model::{
    CirculationForm, CirculationId, CirculationRow, CirculationState, CirculationView, Content,
    Follows, Kind, Mine, RecipientId, RecipientRow, RecipientState, Rights, SectionProgress,
    Sequence, Template, TemplateContent, TemplateForm, TemplateId, TemplateOwner, Tray,
};
pub use orders::{CirculationHoldings, follow_order, follow_undone};
pub use service::{
    Sent, add, add_template, attachment, change_template, close, close_template, comment, comments,
    compare, confirm, copy, draft, edit, edit_comment, evidence, list, progress, recipients,
    remind, remove, remove_comment, restore, reword, see, send, show, state_csv, template,
    templates, unwatch, versions, watch, withdraw,
};

use yakusho_kernel::{Conflict, DbError, Denied, Fault, Invalid, PageError};
use yakusho_koyomi::HolidaysUnknown;

use crate::NoAuthor;
use crate::attachment::AttachmentError;
use crate::comment::CommentError;

/// Why a circulation could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum CirculationError {
    /// There is no such thing, or not for this reader.
    #[error("not found")]
    NotFound,
    /// A rule refuses.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// What was entered cannot be taken.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// It was changed since it was read.
    #[error("changed meanwhile")]
    Changed,
    /// It is not, or no longer, in a state in which this can be done; the code says in which it is.
    #[error("not possible for what is {0}")]
    State(&'static str),
    /// The cursor is none.
    #[error(transparent)]
    Page(#[from] PageError),
    /// A part of the system has no words of its own.
    #[error(transparent)]
    NoAuthor(#[from] NoAuthor),
    /// An audience.
    #[error(transparent)]
    Audience(#[from] Fault),
    /// A file.
    #[error(transparent)]
    Attachment(#[from] AttachmentError),
    /// A comment.
    #[error(transparent)]
    Comment(#[from] CommentError),
    /// A table could not be written.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// The calendar does not reach so far.
    #[error(transparent)]
    Calendar(#[from] HolidaysUnknown),
    /// A stored version is not what a version of a circulation is.
    #[error("a version that cannot be read")]
    Version(#[from] serde_json::Error),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<CirculationError> for Fault {
    fn from(error: CirculationError) -> Self {
        match error {
            CirculationError::NotFound => Self::NotFound,
            CirculationError::Denied(denied) => denied.into(),
            CirculationError::Invalid(invalid) => invalid.into(),
            CirculationError::Changed => Conflict::CHANGED.into(),
            CirculationError::State(code) => Conflict { code }.into(),
            CirculationError::Page(error) => error.into(),
            CirculationError::NoAuthor(error) => error.into(),
            CirculationError::Audience(fault) => fault,
            CirculationError::Attachment(error) => error.into(),
            CirculationError::Comment(error) => error.into(),
            CirculationError::Csv(error) => Self::internal(error),
            CirculationError::Calendar(error) => Self::internal(error),
            CirculationError::Version(error) => Self::internal(error),
            CirculationError::Db(error) => error.into(),
        }
    }
}
