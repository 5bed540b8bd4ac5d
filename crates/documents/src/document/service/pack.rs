//! A folder with all that is in it, or everything, to be packed into an archive.

use std::collections::{BTreeMap, BTreeSet};

use yakusho_accounts::directory;
use yakusho_attachments::Attachment;
use yakusho_kernel::{Cx, Fault, UnitId};

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
    let ways = ways(Some(top.id), &below);
    let ids: Vec<FolderId> = ways.keys().copied().collect();
    Ok((top.name, packed(cx, Some(&ids), &ways).await?))
}

/// The files of everything that is registered, as far as the one who acts may see them, by section, cabinet and folder.
pub async fn pack_all(cx: &Cx) -> Result<Vec<Packed>, Fault> {
    let on = cx.reader();
    let folders = cabinet_store::all(&on).await?;
    let sections: Vec<UnitId> = folders.iter().map(|folder| folder.section).collect();
    let names = directory::unit_names(&on, cx.today(), &sections).await?;
    let mut ways = ways(None, &folders);
    for folder in &folders {
        let section = names.get(&folder.section).map_or("_", String::as_str);
        if let Some(way) = ways.get_mut(&folder.id) {
            *way = format!("{}/{way}", plain(section));
        }
    }
    packed(cx, None, &ways).await
}

/// The files of what is registered in these folders, or in any, each with its way.
async fn packed(
    cx: &Cx,
    folders: Option<&[FolderId]>,
    ways: &BTreeMap<FolderId, String>,
) -> Result<Vec<Packed>, Fault> {
    let found = store::packed(&cx.reader(), folders, &reached(cx)).await?;
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
    Ok(packed)
}

/// The way to each folder, with `/` at its end: from the top, or where there is none, from where cabinets are. Those above
/// come first.
fn ways(top: Option<FolderId>, folders: &[Folder]) -> BTreeMap<FolderId, String> {
    let mut ways = BTreeMap::new();
    for folder in folders {
        let way = match folder.parent.and_then(|parent| ways.get(&parent)) {
            _ if top == Some(folder.id) => String::new(),
            Some(above) => format!("{above}{}/", plain(&folder.name)),
            None => format!("{}/", plain(&folder.name)),
        };
        ways.insert(folder.id, way);
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
