//! What becomes of each file of a tree: pure.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;
use yakusho_attachments::FileName;

use super::model::{Fate, Incoming, Plan, Planned};
use crate::cabinet::{self, Folder, FolderId, Level, MOST_DEPTH};
use crate::document::looks_personal;
use crate::webdav::names;

/// What archives of macOS hold beside the files.
const OF_MACOS: &str = "__MACOSX";

/// The folder into which a tree comes, with what lies in it and below.
pub(super) struct Place<'p> {
    /// It, and all below it, those above first.
    pub(super) folders: &'p [Folder],
    /// What the one who acts may do in each that they may see.
    pub(super) levels: &'p BTreeMap<FolderId, Level>,
    /// The names of the files in each.
    pub(super) files: &'p BTreeMap<FolderId, BTreeSet<String>>,
    /// The most bytes of a file.
    pub(super) limit: u64,
    /// Whether names that look as if there were personal information in them are let in.
    pub(super) all_the_same: bool,
}

/// Says what becomes of each file.
pub(super) fn plan(place: &Place<'_>, tree: &[Incoming]) -> Plan {
    let places = ways(place.folders);
    let depth = place.folders.first().map_or(0, |top| top.depth);
    let (mut coming, mut made) = (BTreeSet::new(), BTreeSet::new());
    let files = tree.iter().map(|file| {
        let mut planned = parsed(file);
        if planned.fate == Fate::Comes {
            planned.fate = judged(place, &places, depth, &planned);
        }
        if planned.fate == Fate::Comes
            && !coming.insert((planned.way.clone(), planned.name.clone()))
        {
            planned.fate = Fate::Twice;
        }
        if planned.fate == Fate::Comes {
            let ways = (1..=planned.way.len()).filter_map(|length| planned.way.get(..length));
            made.extend(
                ways.filter(|way| !places.contains_key(*way))
                    .map(<[_]>::to_vec),
            );
        }
        planned
    });
    Plan {
        files: files.collect(),
        folders: made.len(),
        places,
    }
}

/// The way to each folder.
fn ways(folders: &[Folder]) -> BTreeMap<Vec<String>, FolderId> {
    let mut known: BTreeMap<FolderId, Vec<String>> = BTreeMap::new();
    for folder in folders {
        let above = folder.parent.and_then(|parent| known.get(&parent));
        let way = above.map_or_else(Vec::new, |above| {
            let mut way = above.clone();
            way.push(composed(&folder.name));
            way
        });
        known.insert(folder.id, way);
    }
    known.into_iter().map(|(id, way)| (way, id)).collect()
}

/// A file by itself.
fn parsed(file: &Incoming) -> Planned {
    let mut way: Vec<String> = file.path.split(['/', '\\']).map(composed).collect();
    let name = way.pop().unwrap_or_default();
    way.retain(|folder| !folder.is_empty() && folder != ".");
    let passing = |folder: &String| folder == OF_MACOS || folder.starts_with('.') && folder != "..";
    let fits =
        |folder: &String| folder != ".." && cabinet::name(folder).is_ok_and(|kept| kept == *folder);
    let fate = if names::is_passing(&name) || way.iter().any(passing) {
        Fate::Passing
    } else if !way.iter().all(fits) || FileName::of(&name).as_str() != name {
        Fate::BadName
    } else if !file.readable {
        Fate::Unreadable
    } else if file.size == 0 {
        Fate::Empty
    } else {
        Fate::Comes
    };
    Planned {
        way,
        name,
        size: file.size,
        fate,
    }
}

/// A file among what is there.
fn judged(
    place: &Place<'_>,
    places: &BTreeMap<Vec<String>, FolderId>,
    depth: i32,
    file: &Planned,
) -> Fate {
    let deep = i32::try_from(file.way.len()).unwrap_or(i32::MAX);
    let nearest = (0..=file.way.len())
        .rev()
        .filter_map(|length| places.get(file.way.get(..length)?));
    let nearest = nearest.copied().next();
    let level = nearest.and_then(|folder| place.levels.get(&folder));
    let there = places
        .get(&file.way)
        .and_then(|folder| place.files.get(folder));
    if file.size > place.limit {
        Fate::TooLarge
    } else if depth.saturating_add(deep) > MOST_DEPTH {
        Fate::TooDeep
    } else if level.is_none_or(|level| *level < Level::Write) {
        Fate::NotYours
    } else if there.is_some_and(|names| names.contains(&file.name)) {
        Fate::IsThere
    } else if !place.all_the_same && looks_personal(names::stem(&file.name)) {
        Fate::Personal
    } else {
        Fate::Comes
    }
}

/// A name as the town hall writes it: what some systems write in pieces is put together.
pub(super) fn composed(name: &str) -> String {
    name.nfc().collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use yakusho_kernel::Cx;
    use yakusho_testkit::World;

    use super::*;

    /// A folder on the level above the deepest, with two files and a folder that is only read.
    fn planned(cx: &Cx, tree: &[(&str, u64)]) -> Vec<(String, Fate)> {
        let id: FolderId = cx.new_id();
        let top = Folder {
            id,
            cabinet: id,
            parent: None,
            section: cx.new_id(),
            name: "様式集".to_owned(),
            depth: MOST_DEPTH - 2,
            position: 0,
            rights: id,
            created_at: cx.now(),
            changed_at: cx.now(),
            revision: 1,
        };
        let read = Folder {
            id: cx.new_id(),
            parent: Some(id),
            name: "がん検診".to_owned(),
            depth: MOST_DEPTH - 1,
            ..top.clone()
        };
        let levels = BTreeMap::from([(id, Level::Write), (read.id, Level::Read)]);
        let there = BTreeSet::from(["ある.txt".to_owned()]);
        let place = Place {
            folders: &[top, read],
            levels: &levels,
            files: &BTreeMap::from([(id, there)]),
            limit: 100,
            all_the_same: false,
        };
        let tree: Vec<Incoming> = tree
            .iter()
            .map(|(path, size)| Incoming {
                path: (*path).to_owned(),
                size: *size,
                readable: !path.ends_with(".locked"),
            })
            .collect();
        let planned = plan(&place, &tree).files.into_iter();
        planned.map(|file| (file.path(), file.fate)).collect()
    }

    #[tokio::test]
    async fn each_file_has_its_fate() {
        let world = World::sqlite("model").await;
        let cx = Cx::system(&world.env, yakusho_kernel::Part("test"));
        let long = format!("{}/a.txt", "長".repeat(101));
        for (path, size, fate) in [
            ("新しい.txt", 100, Fate::Comes),
            ("ある.txt", 1, Fate::IsThere),
            ("下\\ある.txt", 1, Fate::Comes),
            ("./下/別.txt", 1, Fate::Comes),
            ("空.txt", 0, Fate::Empty),
            ("大.txt", 101, Fate::TooLarge),
            ("一/二/a.txt", 1, Fate::Comes),
            ("一/二/三/a.txt", 1, Fate::TooDeep),
            ("か\u{3099}ん検診/a.txt", 1, Fate::NotYours),
            ("連絡先 0949-12-3456.txt", 1, Fate::Personal),
            ("__MACOSX/a.txt", 1, Fate::Passing),
            (".git/a.txt", 1, Fate::Passing),
            ("下/Thumbs.db", 1, Fate::Passing),
            ("~$a.docx", 1, Fate::Passing),
            ("../a.txt", 1, Fate::BadName),
            ("下/../../a.txt", 1, Fate::BadName),
            ("", 1, Fate::BadName),
            ("a\0.txt", 1, Fate::BadName),
            (&long, 1, Fate::BadName),
            ("a.locked", 1, Fate::Unreadable),
        ] {
            let planned = planned(&cx, &[(path, size)]);
            assert_eq!(planned[0].1, fate, "{path:?}");
        }
        let twice = planned(&cx, &[("が.txt", 1), ("か\u{3099}.txt", 1)]);
        assert_eq!(twice[1], ("が.txt".to_owned(), Fate::Twice));
    }

    proptest! {
        #[test]
        fn what_comes_in_stays_below_the_folder(path in "[\\PC/\\\\.]{0,60}") {
            let file = Incoming { path, size: 1, readable: true };
            let planned = parsed(&file);
            if planned.fate == Fate::Comes {
                for folder in &planned.way {
                    prop_assert!(!folder.is_empty() && folder != "." && folder != "..");
                    prop_assert!(!folder.contains(['/', '\\', '\0']), "{folder:?}");
                }
                let kept = FileName::of(&planned.name);
                prop_assert_eq!(kept.as_str(), planned.name.as_str());
            }
        }
    }
}
