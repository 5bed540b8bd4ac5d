//! A file, as its uploader named it and as its bytes show it.

use serde::{Deserialize, Serialize};
use yakusho_blobs::BlobHash;
use yakusho_kernel::{Cx, Fault, Subject, is_unseen, typed_id};

typed_id! {
    /// A file that hangs on something.
    pub struct AttachmentId = "attachment";
}

/// A thing on which files hang, by its id. Its domain says who may have them.
pub trait Bearer: Subject + Sync {
    /// Whether the one who acts may have that file of it: one that hangs there now, or one of an earlier version.
    ///
    /// # Errors
    /// [`Fault::NotFound`] where they may not see the thing.
    fn lets(&self, cx: &Cx, file: AttachmentId)
    -> impl Future<Output = Result<bool, Fault>> + Send;
}

/// The most files that hang on one thing.
pub const MOST_FILES: usize = 20;

/// A file that hangs on something, or is about to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The name under which it is handed out.
    pub name: FileName,
    /// What it is by its content, e.g. `application/pdf`. What nobody recognises is `application/octet-stream`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// Where its bytes are.
    pub hash: BlobHash,
}

/// The name of a file, safe to hand out: no path, no control character, nothing that turns the direction of writing
/// so that `exe.pdf` hides `fdp.exe`; 1 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileName(String);

impl FileName {
    /// The most characters of a name.
    pub const MAX: usize = 200;

    /// Makes a safe name of the one given; of what leaves nothing, `file`.
    pub fn of(given: &str) -> Self {
        let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
        let kept: String = last.chars().filter(|c| !is_unseen(*c)).collect();
        let name = kept.trim().trim_start_matches('.').trim_end_matches('.');
        if name.is_empty() {
            return Self("file".to_owned());
        }
        let length = name.chars().count();
        if length <= Self::MAX {
            return Self(name.to_owned());
        }
        // The ending says what opens it, so the middle goes.
        let ending = name
            .rfind('.')
            .map(|dot| &name[dot..])
            .filter(|ending| ending.chars().count() <= 20)
            .unwrap_or_default();
        let stem: String = name
            .chars()
            .take(Self::MAX - ending.chars().count())
            .collect();
        Self(stem + ending)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) const fn stored(name: String) -> Self {
        Self(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_path_and_hides_nothing() {
        for (given, name) in [
            ("議事録.docx", "議事録.docx"),
            ("C:\\Users\\a\\要領 (案).pdf", "要領 (案).pdf"),
            ("../../etc/passwd", "passwd"),
            ("..", "file"),
            ("", "file"),
            (".profile", "profile"),
            ("a\r\nb\u{0}.txt", "ab.txt"),
            ("report\u{202e}fdp.exe", "reportfdp.exe"),
        ] {
            assert_eq!(FileName::of(given).as_str(), name, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = FileName::of(&("長".repeat(300) + ".xlsx"));
        assert_eq!(name.as_str().chars().count(), FileName::MAX);
        assert!(name.as_str().ends_with("長.xlsx"));
    }
}
