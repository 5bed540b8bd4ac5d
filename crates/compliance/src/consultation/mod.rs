//! Consultations before a system is decided on, installed, changed, abolished or connected (shiroishi:6 to 9).

pub(crate) mod rules;
