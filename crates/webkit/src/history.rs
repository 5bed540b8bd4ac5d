//! Versions of a thing: the list of them, and the ways to compare two.

use std::str::FromStr;

use maud::{Markup, html};
use yakusho_kernel::{Fault, Page, Timestamp};
use yakusho_regulation::Lang;

use crate::text::Common;
use crate::ui::{Button, Column, Empty, Form, Icon, Table, Tag, Tone, moment};
use crate::{Problem, Visit};

crate::texts! {
    /// What is said around versions.
    pub enum Text {
        Title: "変更の履歴" / "History";
        Intro: "保存するたびに版が残ります。二つの版を選んで比べられます。" / "Every save keeps a version. Choose two to compare them.";
        Version: "版" / "Version";
        At: "保存日時" / "Saved";
        By { name: String }: "保存した人:{name}" / "Saved by {name}";
        Subject: "件名" / "Title";
        Acts: "操作" / "Acts";
        WithBefore: "前の版との違い" / "What changed";
        Restore: "この版に戻す" / "Restore";
        Open: "開く" / "Open";
        Restored: "前の版の内容に戻しました。" / "The earlier version was restored.";
        None: "版はありません。" / "There are no versions.";
        Before: "比べる元" / "From";
        After: "比べる先" / "To";
        Compare: "比べる" / "Compare";
        CompareTitle { before: i32, after: i32 }: "第{before}版と第{after}版の違い" / "Versions {before} and {after}";
    }
}

/// A version in the list of versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number, from 1.
    pub number: i32,
    /// Its title.
    pub title: String,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it, by name; empty where that is not shown.
    pub by: String,
}

/// What can be done with a version in the list, beside comparing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ways {
    /// Nothing.
    Compare,
    /// It is put in place of the present one, if the thing is still at that revision.
    Restore(i32),
    /// It is looked at on a page of its own, below the list by its number.
    Open,
}

/// The versions, the newest first. `at` is the address of the list, below which two are compared.
pub fn list(visit: &Visit, at: &str, page: &Page<Kept>, ways: Ways) -> Markup {
    let (lang, versions) = (visit.lang, &*page.items);
    // Versions are numbered without gaps.
    let lowest = match (&page.next, versions.last()) {
        (None, Some(last)) => last.number,
        _ => 1,
    };
    let newest = visit.after().is_none();
    let columns = [Text::Version, Text::Subject, Text::At].map(|text| Column::new(text.to(lang)));
    let [version, subject, saved] = columns;
    let columns = [
        version,
        subject,
        saved,
        Column::actions(Text::Acts.to(lang)),
    ];
    let rows = versions.iter().enumerate().map(|(place, row)| {
        let current = newest && place == 0;
        let acts = html! {
            @if row.number > lowest {
                (Button::link(compared(at, row.number - 1, row.number), Text::WithBefore.to(lang)).small()
                    .about(number(lang, row.number)))
            }
            @if ways == Ways::Open {
                (Button::link(format!("{at}/{}", row.number), Text::Open.to(lang)).small()
                    .about(number(lang, row.number)))
            }
            @if let (Ways::Restore(revision), false) = (ways, current) {
                (Button::post(format!("{at}/restore"), visit.csrf(), Text::Restore.to(lang)).small()
                    .about(number(lang, row.number))
                    .field("revision", revision.to_string()).field("version", row.number.to_string()))
            }
        };
        [
            html! {
                (number(lang, row.number))
                @if current { " " (Tag::new(Tone::Info, Common::CurrentVersion.to(lang))) }
            }
            .into(),
            (&*row.title).into(),
            html! {
                (moment(lang, row.at.local()))
                @if !row.by.is_empty() {
                    br; span.meta { (Text::By { name: row.by.clone() }.to(lang)) }
                }
            }
            .into(),
            acts.into(),
        ]
    });
    let table = Table::new(Text::Title.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::History, Text::None.to(lang)));
    html! {
        @if versions.len() > 1 {
            p { (Text::Intro.to(lang)) }
            (choosing(lang, at, versions))
        }
        (table)
        (visit.pager(page.next.as_ref()))
    }
}

fn choosing(lang: Lang, at: &str, versions: &[Kept]) -> Markup {
    let form = Form::filter(lang, format!("{at}/compare"));
    let options = || {
        versions
            .iter()
            .map(|row| (row.number.to_string(), number(lang, row.number)))
    };
    let first = versions.last().map_or(1, |row| row.number);
    let last = versions.first().map_or(1, |row| row.number);
    form.render(html! {
        (form.select("before", Text::Before.to(lang)).required().options(options()).value(first.to_string()))
        (form.select("after", Text::After.to(lang)).required().options(options()).value(last.to_string()))
        (Button::submit(Text::Compare.to(lang)))
    })
}

/// A version's number in words.
fn number(lang: Lang, number: i32) -> String {
    let n = u64::try_from(number).unwrap_or_default();
    Common::VersionNumber { n }.to(lang).into_owned()
}

/// Where two versions are compared, given the address of their list.
pub fn compared(at: &str, before: i32, after: i32) -> String {
    format!("{at}/compare?before={before}&after={after}")
}

/// The two versions that the address asks to compare.
pub fn pair(visit: &Visit) -> Result<(i32, i32), Problem> {
    let number = |name| visit.query(name).and_then(|text| i32::from_str(text).ok());
    let pair = number("before").zip(number("after"));
    Ok(pair.ok_or(Fault::NotFound)?)
}
