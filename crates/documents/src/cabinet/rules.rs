//! What holds of the tree of folders: pure.

use yakusho_kernel::{Conflict, Invalid, Reason};

use super::model::{Folder, MOST_DEPTH};

/// Whether a folder with so many levels below it may lie in that one.
pub(super) fn fits(parent: &Folder, levels_below: i32) -> Result<(), Invalid> {
    if parent.depth + 1 + levels_below > MOST_DEPTH {
        return Err(Invalid::field("parent", Reason::Code("too_deep")));
    }
    Ok(())
}

/// Whether a folder may be moved into that one, whose way from its cabinet is `path`: not into itself.
pub(super) fn not_into_itself(folder: &Folder, path: &[Folder]) -> Result<(), Invalid> {
    if path.iter().any(|above| above.id == folder.id) {
        return Err(Invalid::field("parent", Reason::Code("within_itself")));
    }
    Ok(())
}

/// A cabinet is handed over, and not moved into a folder.
pub(super) fn is_folder(folder: &Folder) -> Result<(), Conflict> {
    let cabinet = Conflict { code: "is_cabinet" };
    cabinet.unless(folder.parent.is_some())
}
