//! `cargo xtask pictures`: makes the pictures of the documentation anew, from what a browser test sees.

use std::fs;

use crate::error::{Context, Result};
use crate::test;
use crate::workspace::Workspace;

/// Each picture that a test leaves in `target/screenshots`, and where the documentation has it.
const PICTURES: [(&str, &str); 1] = [("portal.png", "docs/images/portal.png")];

/// Runs the test that takes them, and puts them in their places.
pub(crate) fn run() -> Result {
    test::run(&test::Options::only("browser::portal"))?;
    let workspace = Workspace::load()?;
    for (taken, place) in PICTURES {
        let to = workspace.root().join(place);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).context(folder.display())?;
        }
        let from = workspace.target().join("screenshots").join(taken);
        fs::copy(&from, &to).context(from.display())?;
        println!("{place}");
    }
    Ok(())
}
