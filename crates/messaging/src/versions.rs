//! Versions of what people write: listed and compared.

use serde::de::DeserializeOwned;
use similar::{ChangeTag, TextDiff};
use yakusho_kernel::{
    Conflict, Cursor, Fault, Page, PersonId, Reading, Subject, Timestamp, VersionId, version,
    versions_before,
};

use crate::Text;

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where the line stands.
    pub side: Side,
    /// The line in pieces; those that make the difference are marked.
    pub pieces: Vec<Piece>,
}

/// In which of the versions a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In both.
    Both,
    /// Only in the earlier one.
    Before,
    /// Only in the later one.
    After,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The piece.
    pub text: String,
    /// Whether it makes the difference to the line that it replaces, or that replaces it.
    pub differs: bool,
}

/// What was confirmed was changed in substance since it was before whoever confirms it.
pub(crate) const REWORDED: Conflict = Conflict { code: "reworded" };

/// What an edit is to readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It changes what is said: those who have read it are told, and those who have confirmed it owe it again.
    Material,
    /// It does not, like a spelling: the version is kept, and nobody is told.
    Minor,
}

/// A version in the list of versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// Its id.
    pub id: VersionId,
    /// Its number, from 1.
    pub number: i32,
    /// When it was made.
    pub at: Timestamp,
    /// Its title.
    pub title: String,
    /// Who saved it, for those who see who writes.
    pub by: Option<PersonId>,
}

impl VersionRow {
    /// The same, with who saved it only if that is shown.
    pub(crate) fn signed(self, shown: bool) -> Self {
        Self {
            by: self.by.filter(|_| shown),
            ..self
        }
    }
}

/// A page of the versions of a thing from that number on, the newest first; none where its reader may see none.
pub(crate) async fn page<C: DeserializeOwned + Into<Text>>(
    on: &impl Reading,
    subject: &impl Subject,
    from: Option<i32>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<VersionRow>, Fault> {
    let before = after.map(Cursor::key).transpose()?.unwrap_or(i32::MAX);
    let kept = versions_before(on, subject, before, size as u64 + 1).await?;
    let seen = kept
        .into_iter()
        .filter(|kept| from.is_some_and(|from| from <= kept.number));
    let rows = seen.map(|kept| {
        Ok(VersionRow {
            id: kept.id,
            number: kept.number,
            at: kept.at,
            by: kept.by,
            title: parsed::<C>(kept.content)?.into().title,
        })
    });
    let rows = rows.collect::<Result<Vec<_>, Fault>>()?;
    Ok(Page::of(rows, size, |row| row.number))
}

/// Two versions of a thing, compared, if its reader may see both: those from that number on.
pub(crate) async fn compare<C: DeserializeOwned + Into<Text>>(
    on: &impl Reading,
    subject: &impl Subject,
    from: Option<i32>,
    before: i32,
    after: i32,
) -> Result<Comparison, Fault> {
    if from.is_none_or(|from| before < from || after < from) {
        return Err(Fault::NotFound);
    }
    let before: C = content(on, subject, before).await?;
    let after: C = content(on, subject, after).await?;
    Ok(Comparison::of(&before.into(), &after.into()))
}

/// The content of a version.
pub(crate) async fn content<C: DeserializeOwned>(
    on: &impl Reading,
    subject: &impl Subject,
    number: i32,
) -> Result<C, Fault> {
    let kept = version(on, subject, number).await?;
    parsed(kept.ok_or(Fault::NotFound)?.content)
}

fn parsed<C: DeserializeOwned>(content: serde_json::Value) -> Result<C, Fault> {
    serde_json::from_value(content).map_err(Fault::internal)
}

/// Two versions of something with a title, a body and files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The titles.
    pub title: Vec<Line>,
    /// The bodies.
    pub body: Vec<Line>,
    /// The names of the files, a line each.
    pub files: Vec<Line>,
}

impl Comparison {
    pub(crate) fn of(before: &Text, after: &Text) -> Self {
        Self {
            title: lines(&before.title, &after.title),
            body: lines(&before.body, &after.body),
            files: lines(&names(before), &names(after)),
        }
    }
}

fn names(text: &Text) -> String {
    let names = text.files.iter().map(|file| file.name.as_str());
    names.collect::<Vec<_>>().join("\n")
}

/// Compares two texts line by line, and lines that replace each other piece by piece.
fn lines(before: &str, after: &str) -> Vec<Line> {
    // A last line without an end is the same as one with it.
    let ended = |text: &str| text.trim_end_matches('\n').to_owned() + "\n";
    let (before, after) = (ended(before), ended(after));
    let diff = TextDiff::from_lines(&before, &after);
    diff.ops()
        .iter()
        .flat_map(|op| diff.iter_inline_changes(op))
        .map(|change| Line {
            side: match change.tag() {
                ChangeTag::Equal => Side::Both,
                ChangeTag::Delete => Side::Before,
                ChangeTag::Insert => Side::After,
            },
            pieces: change
                .iter_strings_lossy()
                .map(|(differs, text)| Piece {
                    text: text.trim_end_matches('\n').to_owned(),
                    differs,
                })
                .filter(|piece| !piece.text.is_empty())
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(lines: &[Line]) -> Vec<(Side, String)> {
        lines
            .iter()
            .map(|line| {
                let text = line.pieces.iter().map(|piece| piece.text.as_str());
                (line.side, text.collect())
            })
            .collect()
    }

    #[test]
    fn lines_stand_on_their_side() {
        assert_eq!(
            flat(&lines("一\n二\n三", "一\n四\n三\n五")),
            [
                (Side::Both, "一".to_owned()),
                (Side::Before, "二".to_owned()),
                (Side::After, "四".to_owned()),
                (Side::Both, "三".to_owned()),
                (Side::After, "五".to_owned()),
            ]
        );
    }

    #[test]
    fn within_a_japanese_line_only_the_difference_is_marked() {
        let compared = lines("会議は10時に始まります。\n", "会議は11時に始まります。\n");
        for line in &compared {
            let marked: String = line
                .pieces
                .iter()
                .filter(|piece| piece.differs)
                .map(|piece| piece.text.as_str())
                .collect();
            assert!(!marked.is_empty() && !marked.contains('会'), "{line:?}");
        }
    }
}
