//! What programs speak with a town hall.

mod api;
mod outside_bytes;
