//! What holds when something fails.

mod killed;
