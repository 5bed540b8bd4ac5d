//! The web from outside: a tiny site of its own, asked as browsers and programs ask.

mod site;
mod smoke;
