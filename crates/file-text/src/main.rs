//! The process that takes a file apart, by itself: what `Reader`s start where they are not part of the program that does.

use std::process::ExitCode;

fn main() -> ExitCode {
    yakusho_file_text::asked(std::env::args_os()).unwrap_or(ExitCode::FAILURE)
}
