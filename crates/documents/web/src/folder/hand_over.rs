//! Handing a cabinet over to another section: which, what passes and whose rights change with it, and the question before.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_documents::cabinet::{self, Folder, FolderId, HandOver, RightsChange, Side};
use yakusho_kernel::{Fault, UnitId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Choice, Column, Confirm, Form, Table, buttons, definitions, section,
};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, Typed, Visit};

use super::list::level;
use super::{ORPHANS, page_of};
use crate::texts::Text;
use crate::{DOCUMENTS, folder_page};

yakusho_webkit::texts! {
    enum Words {
        Title: "キャビネットの引継ぎ" / "Hand the cabinet over";
        Intro: "引継ぎ先の所属を選ぶと、引き継がれるものと、権限がどう変わるかを確かめられます。まだ何も変わりません。" / "Choose the section that takes it over, to see what passes and whose rights change. Nothing changes yet.";
        To: "引継ぎ先の所属" / "Section that takes it over";
        Look: "引継ぎの内容を確かめる" / "See what would pass";
        Question { from: String, to: String }: "{from}から{to}に引き継ぎますか" / "Hand it over from {from} to {to}?";
        NoSection: "廃止された所属" / "a section that is no more";
        Consequences: "キャビネットの文書がすべて、引継ぎ先の所属のものになります。登録済みの番号は変わりません。引継ぎ先の長に通知します。戻すには、引継ぎ先の長がもう一度引き継ぐ必要があります。" / "Everything in it becomes the other section’s. Numbers that were given stay. The head of that section is told, and only they can hand it back.";
        Passes: "引き継がれるもの" / "What passes";
        Folders: "フォルダー" / "Folders";
        Documents: "登録された文書" / "Registered documents";
        Reviews: "うち、見直しの日がある文書" / "of these, with a review to come";
        ReviewsHelp: "見直しは、引継ぎ先の所属の長の務めになります。" / "Reviews become a duty of the head of that section.";
        Locked: "うち、編集中でロックされた文書" / "of these, locked by somebody";
        Drafts: "下書き" / "Drafts";
        DraftsHelp: "下書きは、作成した人だけのものとして残ります。" / "Drafts stay their authors’ own.";
        Changes: "権限の変わる人" / "Whose rights change";
        NoChange: "権限の変わる人はいません。" / "Nobody’s rights change.";
        Place: "場所" / "Where";
        Whose: "誰の" / "Whose";
        Before: "引継ぎ前" / "Before";
        After: "引継ぎ後" / "After";
        Head { name: String }: "{name}の長・管理責任者" / "Whoever leads {name}";
        People { name: String }: "{name}の職員" / "People of {name}";
        Nothing: "見られない" / "Nothing";
        HandOver: "引き継ぐ" / "Hand over";
        Other: "ほかの所属を選び直す" / "Choose another section";
        HandedOver: "引き継ぎました。" / "It was handed over.";
    }
}

/// `GET /documents/folders/:id/hand-over`: which section, and with that, as `section`, the question.
#[handler]
pub(super) async fn ask(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    let chosen = visit.query("section").filter(|id| !id.is_empty());
    match chosen.and_then(|id| id.parse().ok()) {
        Some(to) => question(&visit, id, to, Typed::nothing()).await,
        None => choosing(&visit, id).await,
    }
}

/// `POST /documents/folders/:id/hand-over`
#[handler]
pub(super) async fn hand_over(visit: Visit, Path(id): Path<FolderId>, fields: Fields) -> Answer {
    let mut read = fields.reader();
    let to = read.needed("section", Reader::one);
    let to: UnitId = read.finish_with(to)?;
    let handed = async {
        let revision = fields.reader().given("revision")?;
        Ok::<_, Problem>(cabinet::hand_over(&visit.cx, id, revision, to).await?)
    };
    match handed.await {
        Ok(_) => {
            let said = Words::HandedOver.to(visit.lang);
            Ok(visit.see_other(DOCUMENTS).saying(said).into())
        }
        Err(problem) => question(&visit, id, to, problem.again(&fields)?).await,
    }
}

/// The cabinet and the way back from there, for whoever manages it; of one without a section, for the administrator.
async fn cabinet_of(visit: &Visit, id: FolderId) -> Answer<(Folder, String)> {
    match cabinet::show(&visit.cx, id).await {
        Ok(view) => Ok((view.folder, folder_page(id))),
        Err(Fault::NotFound) => {
            let orphans = cabinet::without_section(&visit.cx)
                .await
                .unwrap_or_default();
            let orphan = orphans.into_iter().find(|folder| folder.id == id);
            Ok((orphan.ok_or(Fault::NotFound)?, ORPHANS.to_owned()))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Which section takes it over.
async fn choosing(visit: &Visit, id: FolderId) -> Answer {
    let lang = visit.lang;
    let (folder, back) = cabinet_of(visit, id).await?;
    let units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    let others = units.iter().filter(|unit| unit.id != folder.section);
    let sections = others.map(|unit| Choice::new(unit.id.to_string(), &*unit.placed_name));
    let form = Form::filter(lang, page_of(id, "hand-over"));
    let body = html! {
        p { (Words::Intro.to(lang)) }
        (form.render(html! {
            (form.select("section", Words::To.to(lang)).required().options(sections).value(""))
            (buttons(html! { (Button::submit(Words::Look.to(lang)).primary()) }))
        }))
    };
    framed(visit, &folder, back, &Typed::nothing(), body).await
}

/// What passes to that section, and whether it is to.
async fn question(visit: &Visit, id: FolderId, to: UnitId, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let (folder, back) = cabinet_of(visit, id).await?;
    let passes = cabinet::handing_over(&visit.cx, id, to).await?;
    let from = match &*passes.from_name {
        "" => Words::NoSection.to(lang).into_owned(),
        name => name.to_owned(),
    };
    let title = Words::Question {
        from: from.clone(),
        to: passes.to_name.clone(),
    };
    let form = typed.form(visit, page_of(id, "hand-over"));
    let consequences = html! {
        p { (Words::Consequences.to(lang)) }
        (form.revision(folder.revision))
        (form.hidden("section", &to.to_string()))
    };
    let act = Words::HandOver.to(lang);
    let asked = Confirm::new(lang, form, title.to(lang), act, back.clone());
    let asked = asked.consequences(consequences);
    let body = html! {
        (section(Words::Passes.to(lang), counts(lang, &passes)))
        (section(Words::Changes.to(lang), changes(lang, &passes, &from)))
        p { (yakusho_webkit::ui::link(page_of(id, "hand-over"), Words::Other.to(lang))) }
        (asked)
    };
    framed(visit, &folder, back, &typed, body).await
}

fn counts(lang: Lang, passes: &HandOver) -> Markup {
    let passing = passes.passing;
    let number = |count: u64| html! { (count) };
    let told = |count: u64, help: Words| {
        html! { (count) @if count > 0 { br; span.meta { (help.to(lang)) } } }
    };
    let folders = u64::try_from(passes.folders).unwrap_or(u64::MAX);
    definitions([
        (Words::Folders.to(lang), number(folders)),
        (Words::Documents.to(lang), number(passing.registered)),
        (
            Words::Reviews.to(lang),
            told(passing.reviews, Words::ReviewsHelp),
        ),
        (Words::Locked.to(lang), number(passing.locked)),
        (
            Words::Drafts.to(lang),
            told(passing.drafts, Words::DraftsHelp),
        ),
    ])
}

fn changes(lang: Lang, passes: &HandOver, from: &str) -> Markup {
    if passes.changes.is_empty() {
        return html! { p { (Words::NoChange.to(lang)) } };
    }
    let may = |of: Option<cabinet::Level>| match of {
        Some(of) => level(lang, of),
        None => Words::Nothing.to(lang),
    };
    let whose = |change: &RightsChange| {
        let (from, to) = (from.to_owned(), passes.to_name.clone());
        match change.whose {
            Side::HeadBefore => Words::Head { name: from },
            Side::PeopleBefore => Words::People { name: from },
            Side::HeadAfter => Words::Head { name: to },
            Side::PeopleAfter => Words::People { name: to },
        }
    };
    let columns = [Words::Place, Words::Whose, Words::Before, Words::After];
    let columns = columns.map(|words| Column::new(words.to(lang)));
    let rows = passes.changes.iter().map(|change| {
        [
            (&*change.place_name).into(),
            (&*whose(change).to(lang)).into(),
            (&*may(change.before)).into(),
            (&*may(change.after)).into(),
        ]
    });
    html! { (Table::new(Words::Changes.to(lang), columns).rows(rows)) }
}

async fn framed(
    visit: &Visit,
    folder: &Folder,
    back: String,
    typed: &Typed<'_>,
    body: Markup,
) -> Answer {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Words::Title.to(lang))
        .crumb(DOCUMENTS, Text::Documents.to(lang))
        .crumb(back, &*folder.name);
    Ok(typed.page(page.render(body)))
}
