//! What an appointment is.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{PersonId, PostId, typed_id};

typed_id! {
    /// An appointment of a person to a post.
    pub struct AppointmentId = "appointment";
}

/// That a person holds a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Who.
    pub person: PersonId,
    /// Which post.
    pub post: PostId,
    /// Whether it is the main post among concurrent ones.
    pub main: bool,
}
