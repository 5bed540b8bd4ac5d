//! What programs speak with a town hall.

mod api;
mod brought_in;
mod caldav;
mod files_found;
mod kept_alive;
mod log;
mod named_found;
mod outside_bytes;
mod scim;
mod session_ended;
