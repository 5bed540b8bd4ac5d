//! Components: plain typed functions and small builders that render themselves.
//!
//! Whoever writes a page puts them into `maud::html!` in brackets: `(Tag::new(Tone::Success, "確認済み"))`.
//! They carry their own semantics (roles, labels, words beside each colour), so that a page made
//! of them alone keeps WCAG 2.2 AA.

mod alert;
mod button;
mod card;
mod diff;
mod form;
mod heading;
mod icon;
mod list;
mod moment;
mod navigation;
mod passkey;
mod prose;
mod table;
mod tag;
mod tree;

pub use alert::{Alert, Confirm};
pub use button::{Button, buttons};
pub use card::{Card, Empty, Steps, cards};
pub use diff::diff;
pub use form::{
    Asked, CSRF_FIELD, Checkbox, Checkboxes, Choice, Control, Date, Field, Files, Form, Frame,
    Input, Message, Password, People, PeopleGroup, Radios, SECRET_FIELDS, Select, Takes, TextArea,
};
pub use heading::{Disclosure, Heading, on_paper, section};
pub use icon::Icon;
pub use list::{Attachment, Version, attachments, definitions, status_list, timeline};
pub use moment::{day, moment, short_day, short_moment};
pub use navigation::{Tab, breadcrumbs, link, pager, tabs};
pub use passkey::Passkey;
pub use prose::{article, prose};
pub use table::{Cell, Column, Sort, Table};
pub use tag::{Tag, Tone, badge, bar, progress};
pub use tree::{TreeNode, tree};

#[cfg(test)]
mod tests;
