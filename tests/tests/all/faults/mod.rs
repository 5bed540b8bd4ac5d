//! What holds when something fails. Each test does it a few times; `cargo xtask faults` has them do it many times.

mod blobs_gone;
mod cabinets;
mod disk_failing;
mod disk_full;
mod fight;
mod killed;
mod outage;
mod postgres_full;
mod postgres_gone;
mod promoted;
mod repeated;
mod unanswered;
mod writers;
