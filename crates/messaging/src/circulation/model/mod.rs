//! What a circulation consists of.

mod content;
mod recipient;
mod template;
mod view;

pub(crate) use content::Circulation;
pub use content::{
    CirculationForm, CirculationId, CirculationState, Content, Follows, Kind, Sequence,
};
pub(crate) use recipient::{Addressed, Own};
pub use recipient::{RecipientId, RecipientRow, RecipientState, SectionProgress};
pub use template::{Template, TemplateContent, TemplateForm, TemplateId, TemplateOwner};
pub use view::{CirculationRow, CirculationView, Mine, Rights, Tray};
