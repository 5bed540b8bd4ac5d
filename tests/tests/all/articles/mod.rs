//! Clauses shown at the door of the real server.

mod suspension;
mod switching;
mod take_down;
