//! Cabinets opened from desktops, by the programs that people have.

mod clients;
mod hands;
mod litmus;
mod locks;
mod names;
mod saving;

pub(crate) use hands::{Answer, Hand, encoded};
