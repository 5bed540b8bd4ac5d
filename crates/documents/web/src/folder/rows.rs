//! Documents in lists.

use maud::{Markup, html};
use yakusho_documents::document::{DocumentRow, Number, State};
use yakusho_webkit::ui::{Cell, Column, Empty, Icon, Table, Tag, Tone, link, short_moment};
use yakusho_webkit::{Lang, Visit};

use crate::names::Names;
use crate::texts::{Text, category, fiscal_year};
use crate::{document_page, folder_page};

/// Whether a list says in which folder each document lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// It does.
    Folders,
    /// All lie in one.
    OneFolder,
}

/// A document's number in words.
pub(crate) fn number(lang: Lang, year: i32, number: Option<&Number>) -> String {
    number.map_or_else(String::new, |number| {
        let year = fiscal_year(lang, year);
        let section = number.section_name.clone();
        let n = number.number;
        Text::Numbered { year, section, n }.to(lang).into_owned()
    })
}

/// The documents as a table.
pub(crate) fn table(
    visit: &Visit,
    rows: &[DocumentRow],
    names: &Names,
    shows: Shows,
    caption: &str,
) -> Markup {
    let lang = visit.lang;
    let last = match shows {
        Shows::Folders => Text::Folder,
        Shows::OneFolder => Text::NumberColumn,
    };
    let columns = [Text::Title, Text::CategoryColumn, last, Text::Changed];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let rows = rows.iter().map(|row| -> [Cell; 4] {
        let third = match shows {
            Shows::Folders => link(folder_page(row.folder), &row.folder_name),
            Shows::OneFolder => {
                html! { (number(lang, row.fiscal_year, row.number.as_ref())) }
            }
        };
        [
            subject(visit, row, names).into(),
            (&*category(lang, row.category)).into(),
            third.into(),
            short_moment(lang, row.changed_at.local()).into(),
        ]
    });
    let empty = Empty::new(Icon::Folder, Text::NoDocuments.to(lang));
    html! { (Table::new(caption, columns).rows(rows).empty(empty)) }
}

fn subject(visit: &Visit, row: &DocumentRow, names: &Names) -> Markup {
    let (lang, today) = (visit.lang, visit.cx.today());
    let title = match row.state {
        State::Removed | State::Withdrawn => Text::RemovedTitle.to(lang),
        State::Draft | State::Registered => (&*row.title).into(),
    };
    let registered = row.state == State::Registered;
    html! {
        div.subject {
            @match row.state {
                State::Draft => { (Tag::new(Tone::Neutral, Text::IsDraft.to(lang))) " " }
                State::Removed => { (Tag::new(Tone::Error, Text::IsRemoved.to(lang))) " " }
                State::Registered | State::Withdrawn => {}
            }
            (link(document_page(row.id), title))
            @if row.lock.is_some() { " " (Tag::new(Tone::Warning, Text::IsLocked.to(lang))) }
            @if registered && row.review_on.is_some_and(|day| day <= today) {
                " " (Tag::new(Tone::Warning, Text::IsStale.to(lang)))
            }
            @if registered && row.valid_until.is_some_and(|day| day < today) {
                " " (Tag::new(Tone::Neutral, Text::IsOver.to(lang)))
            }
        }
        @if row.files > 0 || row.lock.is_some() {
            p.meta.about {
                @if row.files > 0 { span { (Icon::Paperclip) (Text::Files { n: row.files }.to(lang)) } }
                @if let Some(lock) = row.lock {
                    span { (names.name(lock.by)) " " "\u{301c}" (short_moment(lang, lock.until.local())) }
                }
            }
        }
    }
}
