//! Templates: circulations that are sent again and again.

use serde::{Deserialize, Serialize};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_kernel::{Invalid, PersonId, Reason, UnitId, typed_id};

use super::{Follows, Kind, Sequence};
use crate::text::{Body, Label, Title};

typed_id! {
    /// A template of circulations.
    pub struct TemplateId = "circulation.template";
}

/// A template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// Whose it is.
    pub owner: TemplateOwner,
    /// What it is called.
    pub name: Label,
    /// What a new circulation begins with.
    pub content: TemplateContent,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
}

/// Whose a template is: who may use and change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateOwner {
    /// That person alone.
    Person(PersonId),
    /// Everyone in that section.
    Section(UnitId),
}

/// A template as it was entered.
#[derive(Clone, Debug)]
pub struct TemplateForm {
    /// The section that it is for; for oneself if none.
    pub section: Option<UnitId>,
    /// What it is called.
    pub name: String,
    /// What a new circulation begins with.
    pub content: TemplateContent,
}

/// What a new circulation begins with. Anything but the kind may be left open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateContent {
    /// What is asked.
    pub kind: Kind,
    /// What it is called; may be empty.
    pub title: String,
    /// What it says; may be empty.
    pub body: String,
    /// In which section's name.
    pub section: Option<UnitId>,
    /// Which kind of information it is.
    pub registration: Option<registration::Kind>,
    /// To whom it goes; may be nobody yet.
    pub audience: Audience,
    /// In what order it reaches them.
    pub sequence: Sequence,
    /// After how many working days the next rank gets it all the same.
    pub step_days: Option<u16>,
    /// What the duty to confirm follows.
    pub follows: Follows,
    /// How many working days after the day on which it is used it is due.
    pub due_days: Option<u16>,
    /// Whether replies are shown to all whom it reached.
    pub open_replies: bool,
}

impl TemplateForm {
    pub(crate) fn parse(self) -> Result<(Label, TemplateContent), Invalid> {
        let mut invalid = Invalid::default();
        let name = Label::parse(&self.name)
            .map_err(|reason| invalid.push("name", reason))
            .ok();
        let Self { content, .. } = self;
        for (field, text, max) in [
            ("title", &content.title, Title::MAX),
            ("body", &content.body, Body::MAX),
        ] {
            if text.chars().count() > max {
                invalid.push(field, Reason::TooLong { max });
            }
        }
        match (name, invalid.check()) {
            (Some(name), Ok(())) => Ok((name, content)),
            (_, result) => Err(result.err().unwrap_or_default()),
        }
    }
}
