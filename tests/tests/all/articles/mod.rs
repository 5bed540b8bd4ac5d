//! Clauses that are best seen kept at the door of a whole town hall.
