//! Whole-system tests: the programs as they are installed, by their doors.

mod browser;
