//! Procedures on prescribed forms (様式), and the registers that stand on them.

pub mod ids;
