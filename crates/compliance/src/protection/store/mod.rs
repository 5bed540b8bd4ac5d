//! The tables of measures and of security methods.

mod measure;
mod methods;

pub(super) use measure::{
    Wanted, count_due, due, everything, find, insert, named, of_system, page, save,
};
pub(super) use methods::{methods, on as methods_on, set as set_methods};
