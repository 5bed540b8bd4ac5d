//! The main ways through the pages, in a real browser.

mod barriers;
mod itself;
mod portal;
mod story;
