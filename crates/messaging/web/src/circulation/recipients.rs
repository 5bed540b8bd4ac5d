//! All those whom a circulation reached, and its state as a file.

use maud::{Markup, Render as _, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_kernel::Fault;
use yakusho_messaging::circulation::{self, CirculationId, RecipientState, SectionProgress};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Column, Tab, Table, tabs};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Problem, Visit};

use super::list::confirmed;
use super::page::{crumb, recipient_rows};
use super::page_of;
use super::texts::Text;

/// What the page lists, by its name in the address.
const LISTS: [(&str, List, Text); 4] = [
    ("all", List::People(None), Text::Everyone),
    (
        "pending",
        List::People(Some(RecipientState::Pending)),
        Text::NotYet,
    ),
    (
        "confirmed",
        List::People(Some(RecipientState::Confirmed)),
        Text::Done,
    ),
    ("sections", List::Sections, Text::BySection),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    /// Those in one state, or all.
    People(Option<RecipientState>),
    /// How far each section has come.
    Sections,
}

/// `GET /circulations/:id/recipients`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<CirculationId>) -> Answer<Html<Markup>> {
    let asked = asked(&visit)?;
    let view = circulation::show(&visit.cx, id).await?;
    let lang = visit.lang;
    let list = match asked {
        List::People(only) => {
            let after = visit.after();
            let people = circulation::recipients(&visit.cx, id, only, after.as_ref(), PAGE_SIZE);
            let people = people.await?;
            html! {
                (recipient_rows(lang, view.kind, &people.items))
                (visit.pager(people.next.as_ref()))
            }
        }
        List::Sections => by_section(lang, &circulation::progress(&visit.cx, id).await?).render(),
    };
    let shell = visit.shell().await?;
    let title = view.words.shown().map_or("", |words| &words.title);
    let page = Page::new(&shell, Text::WhomTitle.to(lang))
        .meta(html! { (title) })
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(crumb(page, lang, &view).render(html! {
        div.overall { (confirmed(lang, view.confirmed, view.total)) }
        (lists(lang, id, asked))
        (list)
    })))
}

fn asked(visit: &Visit) -> Result<List, Problem> {
    let name = visit.query("which").unwrap_or("all");
    let found = LISTS.iter().find(|(known, ..)| *known == name);
    Ok(found.map(|(_, list, _)| *list).ok_or(Fault::NotFound)?)
}

fn lists(lang: Lang, id: CirculationId, asked: List) -> Markup {
    let all = LISTS.map(|(name, list, text)| {
        let address = page_of(id, &format!("recipients?which={name}"));
        Tab::new(address, text.to(lang)).current(list == asked)
    });
    tabs(Text::Whom.to(lang), all)
}

fn by_section(lang: Lang, sections: &[SectionProgress]) -> Table<2> {
    let columns = [
        Column::new(Text::Section.to(lang)),
        Column::new(Text::Progress.to(lang)),
    ];
    let rows = sections.iter().map(|section| {
        let name = match section.unit {
            Some(_) => section.unit_name.clone(),
            None => Text::NoSection.to(lang).into_owned(),
        };
        let count = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
        [
            name.into(),
            confirmed(lang, count(section.confirmed), count(section.total)).into(),
        ]
    });
    Table::new(Text::BySection.to(lang), columns)
        .rows(rows)
        .compact()
}

/// `GET /circulations/:id/state.csv`: taking it is put on record.
#[handler]
pub(super) async fn csv(visit: Visit, Path(id): Path<CirculationId>) -> Answer {
    file(&visit, id).await
}

/// Its state as a file.
pub(super) async fn file(visit: &Visit, id: CirculationId) -> Answer {
    let file = circulation::state_csv(&visit.cx, id, visit.lang).await?;
    let day = visit.cx.today().to_string();
    let name = Text::CsvName { day }.to(visit.lang);
    Ok(visit.file(&name, "text/csv; charset=utf-8", file.into_inner()))
}
