//! What programs speak with a town hall.

mod api;
mod caldav;
mod log;
mod outside_bytes;
mod session_ended;
