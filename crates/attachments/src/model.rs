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

/// In what a file is not what its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is a program.
    Program,
    /// It is of another kind than its name ends in.
    OtherKind,
}

/// Programs, by their content.
const PROGRAMS: [&str; 8] = [
    "application/vnd.microsoft.portable-executable",
    "application/x-executable",
    "application/x-mach-binary",
    "application/java-vm",
    "application/vnd.android.dex",
    "application/llvm",
    "application/wasm",
    "text/x-shellscript",
];

/// What of the kind that a name ends in begins with. Encrypted, a document of Office is in the older format.
const ENDINGS: [(&[&str], &[&str]); 8] = [
    (&["pdf"], &["application/pdf"]),
    (&["png"], &["image/png"]),
    (&["jpg", "jpeg"], &["image/jpeg"]),
    (&["gif"], &["image/gif"]),
    (&["zip"], &["application/zip"]),
    (
        &["docx", "xlsx", "pptx", "docm", "xlsm", "pptm"],
        &[
            "application/vnd.openxmlformats-officedocument",
            "application/zip",
            "application/x-ole-storage",
            "application/msword",
            "application/vnd.ms-",
        ],
    ),
    (
        &["doc", "xls", "ppt"],
        &[
            "application/msword",
            "application/vnd.ms-",
            "application/x-ole-storage",
            "application/rtf",
            "application/octet-stream",
        ],
    ),
    (&["txt", "csv"], &["text/", "application/octet-stream"]),
];

impl Attachment {
    /// In what it is not what its name says, as far as its content shows.
    pub fn doubt(&self) -> Option<Doubt> {
        let kind = &*self.media_type;
        if PROGRAMS.contains(&kind) {
            return Some(Doubt::Program);
        }
        let (_, ending) = self.name.as_str().rsplit_once('.')?;
        let ending = ending.to_lowercase();
        let mut endings = ENDINGS.iter();
        let (_, kinds) = endings.find(|(endings, _)| endings.contains(&&*ending))?;
        let fits = kinds.iter().any(|known| kind.starts_with(known));
        (!fits).then_some(Doubt::OtherKind)
    }
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
    fn what_is_not_what_its_name_says_is_in_doubt() {
        for (name, media_type, doubt) in [
            ("要領.pdf", "application/pdf", None),
            ("要領.PDF", "text/html", Some(Doubt::OtherKind)),
            (
                "請求書.pdf",
                "application/vnd.microsoft.portable-executable",
                Some(Doubt::Program),
            ),
            (
                "setup.exe",
                "application/x-executable",
                Some(Doubt::Program),
            ),
            ("名簿.xlsx", "application/zip", None),
            ("名簿.xlsx", "application/x-ole-storage", None),
            ("名簿.xlsx", "image/png", Some(Doubt::OtherKind)),
            ("写真.jpeg", "image/jpeg", None),
            ("表.csv", "text/plain", None),
            ("地図.jww", "application/octet-stream", None),
            ("ending", "application/octet-stream", None),
        ] {
            let file = Attachment {
                id: AttachmentId::from(uuid::Uuid::nil()),
                name: FileName::of(name),
                media_type: media_type.to_owned(),
                size: 1,
                hash: BlobHash::of(b""),
            };
            assert_eq!(file.doubt(), doubt, "{name} {media_type}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = FileName::of(&("長".repeat(300) + ".xlsx"));
        assert_eq!(name.as_str().chars().count(), FileName::MAX);
        assert!(name.as_str().ends_with("長.xlsx"));
    }
}
