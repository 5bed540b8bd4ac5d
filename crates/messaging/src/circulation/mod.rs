//! Circulation and report (nogata:3(3)): to several named users, posts, sections or groups, each of whom confirms.
//!
//! # Invariants
//! - Whoever it reaches confirms it, but for whoever wrote it. Nothing takes that off them: it ends by their
//!   confirmation, by a proxy's in their place, which says so, by passing on with a post that it follows, or with the
//!   circulation as a whole.
//! - A confirmation holds for the words that were there. Where an open circulation is changed in substance, it is owed
//!   again; what was confirmed before stays to be seen.
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
mod search;
mod service;
pub(crate) mod store;

pub use model::{
    CirculationForm, CirculationId, CirculationRow, CirculationState, CirculationView, Content,
    Follows, Kind, Mine, RecipientId, RecipientRow, RecipientState, Rights, SectionProgress,
    Sequence, Template, TemplateContent, TemplateForm, TemplateId, TemplateOwner, Tray,
};
pub use orders::{CirculationHoldings, follow_order, follow_undone};
pub use search::Circulations;
pub use service::{
    Sent, add, add_template, change_template, close, close_template, comment, comments, compare,
    confirm, copy, draft, edit, edit_comment, evidence, list, progress, recipients,
    reinstate_comment, remind, remove, remove_comment, restore, reword, see, send, show, state_csv,
    template, templates, unwatch, versions, watch, withdraw,
};
