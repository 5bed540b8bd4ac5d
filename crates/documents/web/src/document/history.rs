//! Versions of a document: the list of them, two compared; and what a marker stands in place of.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_documents::document::{self, Content, DocumentId};
use yakusho_kernel::Page as Paged;
use yakusho_webkit::history::{self, Kept, Text as History, Ways};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Cell, Column, Table, article, day, diff, section};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::page_of;
use crate::document_page;
use crate::folder::crumbs;
use crate::texts::{Text, category, fiscal_year, retention};

yakusho_webkit::texts! {
    enum Words {
        What: "項目" / "What";
        Before: "変更前" / "Before";
        After: "変更後" / "After";
        Notes: "説明" / "Notes";
        Tags: "タグ" / "Tags";
        Year: "年度" / "Fiscal year";
        ValidFrom: "有効期間の始め" / "Valid from";
        ValidUntil: "有効期間の終わり" / "Valid until";
        ReviewOn: "見直しの日" / "To look through on";
        Retention: "保存期間" / "Kept";
        Files: "ファイル" / "Files";
        Evidence: "削除された文書の内容" / "What was taken down";
        EvidenceNote: "閲覧したことは記録されました。" / "That you looked at it is on record.";
    }
}

/// `GET /documents/:id/versions`
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<DocumentId>) -> Answer<Html<Markup>> {
    let view = document::show(&visit.cx, id).await?;
    let after = visit.after();
    let kept = document::versions(&visit.cx, id, after.as_ref(), PAGE_SIZE).await?;
    let items = kept.items.into_iter().map(|(number, at, title)| Kept {
        number,
        title,
        at,
        by: String::new(),
    });
    let page = Paged {
        items: items.collect(),
        next: kept.next,
    };
    let body = history::list(&visit, &page_of(id, "versions"), &page, Ways::Open);
    let shell = visit.shell().await?;
    let lang = visit.lang;
    let page = crumbs(Page::new(&shell, History::Title.to(lang)), lang, &view.path);
    let title = view
        .content
        .map(|content| content.title)
        .unwrap_or_default();
    Ok(Html(page.crumb(document_page(id), title).render(body)))
}

/// `GET /documents/:id/versions/compare`
#[handler]
pub(super) async fn compare(visit: Visit, Path(id): Path<DocumentId>) -> Answer<Html<Markup>> {
    let (before, after) = history::pair(&visit)?;
    let view = document::show(&visit.cx, id).await?;
    let (old, new) = document::compare(&visit.cx, id, before, after).await?;
    let lang = visit.lang;
    let heading = History::CompareTitle { before, after };
    let shell = visit.shell().await?;
    let title = view
        .content
        .map(|content| content.title)
        .unwrap_or_default();
    let page = crumbs(Page::new(&shell, heading.to(lang)), lang, &view.path)
        .crumb(document_page(id), title)
        .crumb(page_of(id, "versions"), History::Title.to(lang));
    Ok(Html(page.render(comparison(lang, &old, &new))))
}

fn comparison(lang: Lang, old: &Content, new: &Content) -> Markup {
    let with_files = |content| {
        let mut facts = facts(lang, content);
        facts.push((Words::Files.to(lang).into_owned(), files(content)));
        facts
    };
    let facts = with_files(old).into_iter().zip(with_files(new));
    let changed = facts.filter(|((_, old), (_, new))| old.0 != new.0);
    let changed: Vec<[Cell; 3]> = changed
        .map(|((term, old), (_, new))| [(&*term).into(), old.into(), new.into()])
        .collect();
    let columns = [Words::What, Words::Before, Words::After];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    html! {
        @if changed.is_empty() && old.notes == new.notes { p { (Common::NoDifference.to(lang)) } }
        @if !changed.is_empty() {
            (Table::new(Words::What.to(lang), columns).rows(changed))
        }
        @if old.notes != new.notes {
            (section(Words::Notes.to(lang), diff(lang, &old.notes, &new.notes)))
        }
    }
}

fn files(content: &Content) -> Markup {
    html! {
        @for file in &content.files {
            p { (file.name.as_str()) " " span.meta { code { (file.hash.to_string().get(..8).unwrap_or_default()) } } }
        }
    }
}

/// What a document says of itself besides its notes and its files, by what it is called.
pub(super) fn facts(lang: Lang, content: &Content) -> Vec<(String, Markup)> {
    let date = |date: Option<time::Date>| html! { @if let Some(date) = date { (day(lang, date)) } };
    let of = |words: Words| words.to(lang).into_owned();
    vec![
        (Text::Title.to(lang).into_owned(), html! { (content.title) }),
        (
            Text::CategoryColumn.to(lang).into_owned(),
            html! { (category(lang, content.category)) },
        ),
        (of(Words::Tags), html! { (content.tags.join(", ")) }),
        (
            of(Words::Year),
            html! { (fiscal_year(lang, content.fiscal_year)) },
        ),
        (
            of(Words::Retention),
            html! { (retention(lang, content.retention)) },
        ),
        (of(Words::ValidFrom), date(content.valid_from)),
        (of(Words::ValidUntil), date(content.valid_until)),
        (of(Words::ReviewOn), date(content.review_on)),
    ]
}

/// `GET /documents/:id/evidence`: for the supervisor, and on record.
#[handler]
pub(super) async fn evidence(visit: Visit, Path(id): Path<DocumentId>) -> Answer<Html<Markup>> {
    let view = document::show(&visit.cx, id).await?;
    let content = document::evidence(&visit.cx, id).await?.into_inner();
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = crumbs(
        Page::new(&shell, Words::Evidence.to(lang)),
        lang,
        &view.path,
    )
    .crumb(document_page(id), Text::RemovedTitle.to(lang));
    Ok(Html(page.render(html! {
        (Alert::info(lang, Words::EvidenceNote.to(lang)))
        h2 { (content.title) }
        (article(&content.notes))
        (yakusho_attachments_web::shown(lang, &content.files, |file| {
            super::file_page(id, file)
        }))
    })))
}
