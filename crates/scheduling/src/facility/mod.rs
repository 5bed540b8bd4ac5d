//! Facilities that are booked (nogata:3(5)): rooms, equipment with counts, and cars.
//!
//! # Invariants
//! - Rooms and cars are held by one at a time; of equipment as many as there are. Which of the two a facility is never
//!   changes, so that the guards of the database stand on firm ground.
//! - What one may not see does not exist. Who may book may also see.
//! - Approval is bound to a post, never to a person: whoever holds it on the day decides, or acts for its holder.
//! - A facility is retired, never deleted; what was booked stays on record. A picture that was replaced does, too.
//! - The administrator keeps all of them; the holder of a facility's manager post keeps that one, but does not choose
//!   its manager.

mod csv;
mod found;
pub(crate) mod model;
pub(crate) mod policy;
pub(crate) mod rules;
mod service;
pub(crate) mod store;

pub use csv::{Column, Plan as ImportPlan, export, import, template, try_import};
pub use found::Facilities;
pub use model::{
    Blackout, BlackoutForm, BlackoutId, Category, CategoryForm, CategoryId, Facility, FacilityForm,
    FacilityId, FacilityKind, FacilityRow, FacilitySettings, Minutes, Opening, Photo, Search, Slot,
};
pub use rules::MOST_DAYS;
pub use service::{
    add, add_blackout, add_category, adding, blackouts, categories, change, change_category, get,
    lift_blackout, list, manage, photo, photos, remove_photo, retire, search, set_photo, take_up,
};

pub(crate) use rules::{
    check, days, is_open, last_day, minutes_of, open_minutes, open_on, window_end,
};
pub(crate) use service::{
    Hand, acted_for, closing, hand, locked, locked_all, person, seen_with_ties, tied, ties_of,
};
