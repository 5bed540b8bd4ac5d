//! A folder with all that is in it, to be packed into an archive.

use std::collections::{BTreeMap, BTreeSet};

use yakusho_attachments::Attachment;
use yakusho_kernel::{Cx, Fault};

use crate::cabinet::service::{find, reached};
use crate::cabinet::{Folder, FolderId, store as cabinet_store};
use crate::document::store;

/// A file with its way from the folder that is packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The names of the folders and of the file, with `/` between; no two alike.
    pub path: String,
    /// The file.
    pub file: Attachment,
}

/// The folder's name, and the files of what is registered in it and below it, as far as the one who acts may see them.
pub async fn pack(cx: &Cx, id: FolderId) -> Result<(String, Vec<Packed>), Fault> {
    let on = cx.reader();
    let top = find(&on, cx, id).await?.folder;
    let below = cabinet_store::below(&on, &top).await?;
    let ways = ways(&top, &below);
    let ids: Vec<FolderId> = below.iter().map(|folder| folder.id).collect();
    let found = store::packed(&on, &ids, &reached(cx)).await?;
    let mut taken = BTreeSet::new();
    let mut packed = Vec::new();
    for (folder, title, files) in found {
        let way = ways.get(&folder).map_or("", String::as_str);
        // A document of several files is a folder in the archive.
        let within = if files.len() > 1 {
            format!("{way}{}/", plain(&title))
        } else {
            way.to_owned()
        };
        for file in files {
            let path = unused(&mut taken, &within, file.name.as_str());
            packed.push(Packed { path, file });
        }
    }
    Ok((top.name, packed))
}

/// The way to each folder from the top, with `/` at its end.
fn ways(top: &Folder, below: &[Folder]) -> BTreeMap<FolderId, String> {
    let mut ways = BTreeMap::from([(top.id, String::new())]);
    for folder in below {
        let above = folder.parent.and_then(|parent| ways.get(&parent));
        if let Some(above) = above.filter(|_| folder.id != top.id) {
            let way = format!("{above}{}/", plain(&folder.name));
            ways.insert(folder.id, way);
        }
    }
    ways
}

/// A name that leads nowhere else in an archive, on any system.
fn plain(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            other => other,
        })
        .collect();
    let kept = kept.trim_matches(['.', ' ']);
    if kept.is_empty() {
        "_".to_owned()
    } else {
        kept.to_owned()
    }
}

/// That name in that place, or one with a number where it is taken.
fn unused(taken: &mut BTreeSet<String>, within: &str, name: &str) -> String {
    let name = plain(name);
    let (stem, ending) = name
        .rsplit_once('.')
        .map_or((&*name, String::new()), |(stem, ending)| {
            (stem, format!(".{ending}"))
        });
    let mut path = format!("{within}{name}");
    let mut count = 2;
    // Names that differ in case alone are the same on some systems.
    while !taken.insert(path.to_lowercase()) {
        path = format!("{within}{stem} ({count}){ending}");
        count += 1;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_files_have_the_same_way() {
        let mut taken = BTreeSet::new();
        let mut unused = |within: &str, name: &str| super::unused(&mut taken, within, name);
        assert_eq!(unused("様式/", "申請書.docx"), "様式/申請書.docx");
        assert_eq!(unused("様式/", "申請書.docx"), "様式/申請書 (2).docx");
        assert_eq!(
            unused("様式/", "申請書.DOCX"),
            "様式/申請書 (2) (2).DOCX".replace(" (2) (2)", " (3)")
        );
        assert_eq!(unused("", "申請書.docx"), "申請書.docx");
    }

    #[test]
    fn no_name_leads_elsewhere() {
        for (given, name) in [
            ("..", "_"),
            ("a/b", "a_b"),
            ("..\\c", "_c"),
            ("令和8年度", "令和8年度"),
        ] {
            assert_eq!(plain(given), name, "{given}");
        }
    }
}
