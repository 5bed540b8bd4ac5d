//! Versions of what somebody wrote: the list of them, and two compared.

pub(crate) mod api;

use maud::{Markup, html};
use yakusho_kernel::Page as Listed;
use yakusho_messaging::versions::{Change, Comparison, Line, Side, VersionRow};
use yakusho_webkit::history::{self, Kept, Ways};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::section;
use yakusho_webkit::{Answer, Fields, Lang, Problem, Visit};

use crate::names::Names;

/// How many unchanged lines stand around a change.
const CONTEXT: usize = 3;

yakusho_webkit::texts! {
    /// What the parts are called that are compared.
    enum Text {
        Subject: "件名" / "Title";
        Body: "本文" / "Text";
        Files: "添付ファイル" / "Files";
    }
}

/// The versions, the newest first, as [`history::list`] shows them.
pub(crate) async fn list(
    visit: &Visit,
    at: &str,
    page: Listed<VersionRow>,
    restore: Option<i32>,
) -> Answer<Markup> {
    let names = Names::of(visit, page.items.iter().filter_map(|row| row.by)).await?;
    let items = page.items.into_iter().map(|row| Kept {
        number: row.number,
        title: row.title,
        at: row.at,
        by: row.by.map_or_else(String::new, |by| names.name(by)),
    });
    let page = Listed {
        items: items.collect(),
        next: page.next,
    };
    let ways = restore.map_or(Ways::Compare, Ways::Restore);
    Ok(history::list(visit, at, &page, ways))
}

/// The revision and the version that a button to restore sends.
pub(crate) fn to_restore(fields: &Fields) -> Result<(i32, i32, Change), Problem> {
    let mut read = fields.reader();
    let (revision, version) = (read.given("revision")?, read.given("version")?);
    Ok((revision, version, Change::Material))
}

/// Two versions, compared.
pub(crate) fn comparison(lang: Lang, compared: &Comparison) -> Markup {
    html! {
        (section(Text::Subject.to(lang), lines(lang, &compared.title)))
        (section(Text::Body.to(lang), lines(lang, &compared.body)))
        @if compared.files.iter().any(|line| !line.pieces.is_empty()) {
            (section(Text::Files.to(lang), lines(lang, &compared.files)))
        }
    }
}

/// The lines of a comparison; long stretches without a change are left out. Words say what colour shows.
fn lines(lang: Lang, lines: &[Line]) -> Markup {
    let changed: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].side != Side::Both)
        .collect();
    if changed.is_empty() {
        return html! { p { (Common::NoDifference.to(lang)) } };
    }
    let near = |at: usize| changed.iter().any(|place| place.abs_diff(at) <= CONTEXT);
    let stretches = (0..lines.len()).collect::<Vec<_>>();
    html! {
        div.diff {
            @for stretch in stretches.chunk_by(|one, next| near(*one) == near(*next)) {
                @if stretch.first().is_some_and(|at| near(*at)) {
                    @for at in stretch { (line(lang, &lines[*at])) }
                } @else {
                    p.diff-skipped { (Common::Unchanged { n: stretch.len() }.to(lang)) }
                }
            }
        }
    }
}

fn line(lang: Lang, line: &Line) -> Markup {
    let pieces = html! {
        @for piece in &line.pieces {
            @if piece.differs { mark { (piece.text) } } @else { (piece.text) }
        }
    };
    match line.side {
        Side::Both => html! { p.diff-same { (pieces) } },
        Side::Before => html! {
            p.diff-removed { span.diff-word { "− " (Common::Removed.to(lang)) } del { (pieces) } }
        },
        Side::After => html! {
            p.diff-added { span.diff-word { "+ " (Common::Added.to(lang)) } ins { (pieces) } }
        },
    }
}
