//! What programs speak with a town hall.

mod api;
