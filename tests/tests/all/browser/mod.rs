//! The main ways through the pages, in a real browser.

mod itself;
