//! The main ways through the pages, in a real browser.

mod barriers;
mod itself;
mod passkeys;
mod portal;
mod provider;
mod second_factor;
mod story;
