//! The list of cabinets, and the lists of documents across them.

use std::collections::BTreeMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory;
use yakusho_documents::cabinet::{self, FolderRow, Level};
use yakusho_documents::document::{self, Filter, View};
use yakusho_kernel::{Fault, UnitId};
use yakusho_regulation::Role;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Column, Empty, Icon, Tab, Table, Tag, Tone, link, moment, section, tabs,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::{ORPHANS, Shows, number, page_of, table};
use crate::names::Names;
use crate::texts::{Text, category, retention};
use crate::{DOCUMENTS, folder_page};

yakusho_webkit::texts! {
    enum Words {
        Intro: "所属ごとのキャビネットに、様式、統計データ、計画書、マニュアルなどを登録し、共有します。" / "Forms, statistics, plans and manuals of each section, registered in its cabinets and shared.";
        DisposedAt: "廃棄日時" / "Disposed of";
        Kept: "保存期間" / "Kept";
        Why: "理由" / "Reason";
        NoDisposals: "廃棄した文書はありません。" / "Nothing was disposed of.";
        OrphansIntro: "廃止された所属のキャビネットです。引き継ぐ所属を選んでください。" / "The sections of these cabinets are no more. Choose who takes each over.";
        NoOrphans: "すべてのキャビネットに所属があります。" / "Every cabinet has a section.";
    }
}

/// The views beside the cabinets, by their names in the address.
const VIEWS: [(&str, View, Text); 5] = [
    ("recent", View::All, Text::Recent),
    ("drafts", View::Drafts, Text::Drafts),
    ("locked", View::Locked, Text::LockedByMe),
    ("stale", View::Stale, Text::Stale),
    ("expired", View::Expired, Text::Expired),
];

/// The view of that name.
pub(crate) fn view(name: &str) -> Option<View> {
    let mut views = VIEWS.iter();
    views
        .find(|(known, ..)| *known == name)
        .map(|(_, view, _)| *view)
}

pub(crate) fn head(lang: Lang, current: &str) -> Markup {
    let cabinets = Tab::new(DOCUMENTS, Text::Cabinets.to(lang)).current(current.is_empty());
    let views = VIEWS.iter().map(|(name, _, text)| {
        let tab = Tab::new(format!("{DOCUMENTS}?view={name}"), text.to(lang));
        tab.current(current == *name)
    });
    let disposed = Tab::new("/documents/disposals", Text::Disposals.to(lang));
    let receipts = Tab::new(crate::receipt::RECEIPTS, Text::Receipts.to(lang));
    let all = [cabinets].into_iter().chain(views);
    tabs(
        Text::Views.to(lang),
        all.chain([
            disposed.current(current == "disposals"),
            receipts.current(current == "receipts"),
        ]),
    )
}

/// `GET /documents`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let name = visit.query("view").unwrap_or_default().to_owned();
    let body = if name.is_empty() {
        cabinets(&visit).await?
    } else {
        let view = view(&name).ok_or(Fault::NotFound)?;
        let (after, none) = (visit.after(), Filter::default());
        let page = document::list(&visit.cx, view, &none, after.as_ref(), PAGE_SIZE).await?;
        let locks = page.items.iter().filter_map(|row| row.lock);
        let names = Names::of(&visit, locks.map(|lock| lock.by)).await?;
        let caption = Text::Documents.to(lang);
        html! {
            (table(&visit, &page.items, &names, Shows::Folders, &caption))
            (visit.pager(page.next.as_ref()))
        }
    };
    let shell = visit.shell().await?;
    let new = Button::link("/documents/new", Text::NewDocument.to(lang)).primary();
    let page = Page::new(&shell, Text::Documents.to(lang)).actions(html! {
        (new.icon(Icon::Plus))
        @if founds(&visit) {
            (Button::link("/documents/cabinets/new", Text::NewCabinet.to(lang)).icon(Icon::Folder))
        }
        (Button::link("/documents/archive", Text::Archive.to(lang)).icon(Icon::Download))
    });
    Ok(Html(page.render(html! { (head(lang, &name)) (body) })))
}

/// Whether the visitor may found a cabinet of some section.
fn founds(visit: &Visit) -> bool {
    let standing = visit.cx.actor().standing();
    visit.cx.actor().holds(Role::SystemAdministrator)
        || standing.is_some_and(|standing| !standing.headed().is_empty())
}

async fn cabinets(visit: &Visit) -> Answer<Markup> {
    let lang = visit.lang;
    let mut of: BTreeMap<UnitId, Vec<FolderRow>> = BTreeMap::new();
    for row in cabinet::cabinets(&visit.cx).await? {
        of.entry(row.folder.section).or_default().push(row);
    }
    let units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    let standing = visit.cx.actor().standing();
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for unit in units {
        let Some(rows) = of.remove(&unit.id) else {
            continue;
        };
        let mine = standing.is_some_and(|standing| standing.belongs_to(unit.id));
        let sections = if mine { &mut own } else { &mut others };
        sections.push((unit.placed_name, rows));
    }
    let administers = visit.cx.actor().holds(Role::SystemAdministrator);
    Ok(html! {
        p { (Words::Intro.to(lang)) }
        @if own.is_empty() && others.is_empty() {
            (Empty::new(Icon::Folder, Text::NoCabinets.to(lang)))
        }
        @for (name, rows) in own.iter().chain(&others) {
            (section(name, html! {
                ul.folders {
                    @for FolderRow { folder, level } in rows {
                        li {
                            (Icon::Folder) (link(folder_page(folder.id), &folder.name))
                            @if *level >= Level::Write { " " (Tag::new(Tone::Info, self::level(lang, *level))) }
                        }
                    }
                }
            }))
        }
        p.list-acts { (link(crate::webdav::PAGE, Text::Desktop.to(lang))) }
        @if administers { p.list-acts { (link(ORPHANS, Text::Orphans.to(lang))) } }
    })
}

/// What somebody may do, in words.
pub(super) fn level(lang: Lang, level: Level) -> std::borrow::Cow<'static, str> {
    match level {
        Level::Read => Text::Reads,
        Level::Write => Text::Writes,
        Level::Manage => Text::Manages,
    }
    .to(lang)
}

/// `GET /documents/disposals`
#[handler]
pub(super) async fn disposals(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let page = document::disposals(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let names = Names::of(&visit, page.items.iter().map(|one| one.disposed_by)).await?;
    let columns = [
        Text::Title.to(lang),
        Text::NumberColumn.to(lang),
        Words::Kept.to(lang),
        Words::DisposedAt.to(lang),
        Words::Why.to(lang),
    ];
    let rows = page.items.iter().map(|one| {
        let given = document::Number {
            section: one.section,
            section_name: one.numbered_as.clone(),
            number: one.number,
        };
        [
            html! { (one.title) br; span.meta { (category(lang, one.category)) } }.into(),
            (&*number(lang, one.fiscal_year, Some(&given))).into(),
            (&*retention(lang, one.retention)).into(),
            html! { (moment(lang, one.disposed_at.local())) br; (names.name(one.disposed_by)) }
                .into(),
            (&*one.reason).into(),
        ]
    });
    let caption = Text::Disposals.to(lang);
    let table = Table::new(caption.clone(), columns.map(Column::new))
        .rows(rows)
        .empty(Empty::new(Icon::Trash, Words::NoDisposals.to(lang)));
    let shell = visit.shell().await?;
    let shown = Page::new(&shell, caption).crumb(DOCUMENTS, Text::Documents.to(lang));
    Ok(Html(shown.render(html! {
        (head(lang, "disposals"))
        (table)
        (visit.pager(page.next.as_ref()))
    })))
}

/// `GET /documents/cabinets/without-section`
#[handler]
pub(super) async fn orphans(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let orphans = cabinet::without_section(&visit.cx).await?;
    let columns = [Text::Name, Text::Section].map(|text| Column::new(text.to(lang)));
    let sections: Vec<UnitId> = orphans.iter().map(|folder| folder.section).collect();
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &sections).await?;
    let rows = orphans.iter().map(|folder| {
        let section = names.get(&folder.section).map_or("", String::as_str);
        let address = page_of(folder.id, "hand-over");
        [link(address, &folder.name).into(), section.into()]
    });
    let table = Table::new(Text::Orphans.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Folder, Words::NoOrphans.to(lang)));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Orphans.to(lang)).crumb(DOCUMENTS, Text::Documents.to(lang));
    Ok(Html(page.render(
        html! { p { (Words::OrphansIntro.to(lang)) } (table) },
    )))
}
