//! Whose rights hold in a folder, and why one may see what is in it.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_audience as audience;
use yakusho_documents::cabinet::{self, FolderId, RightsForm, Shares};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Choice, Column, Table, link};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Typed, Visit};

use super::editor::{Offers, save};
use super::list::level;
use super::{crumbs, page_of};
use crate::folder_page;

/// The fields of whom rights are given to.
pub(super) const READERS: &str = "readers";
pub(super) const WRITERS: &str = "writers";

/// Where the rights come from.
const OWN: &str = "own";

yakusho_webkit::texts! {
    enum Text {
        Title: "権限の設定" / "Rights";
        Whose: "どの権限を使うか" / "Whose rights hold";
        Inherit: "上のフォルダーの権限を引き継ぐ" / "Those of the folder above";
        Own: "このフォルダーだけの権限を決める" / "Rights of its own";
        OwnHelp: "下のフォルダーも、それぞれに決めない限り同じ権限になります。" / "They also hold in the folders below that have none of their own.";
        Set: "権限を設定しました。" / "The rights were set.";

        Why: "なぜ見えるか" / "Why may I see this?";
        WhyIntro: "あなたがこのフォルダーの文書を扱える理由です。" / "What lets you see and change what is in this folder.";
        To: "誰に与えられた権限か" / "Given to";
        May: "できること" / "Lets them";
        Place: "決めている場所" / "Given in";
        Everyone: "すべての利用者" / "Everyone";
        Unit { name: String }: "{name}の職員" / "People of {name}";
        Post { name: String }: "{name}の職にある人" / "Whoever is {name}";
        Person: "あなた個人" / "You yourself";
        Head { name: String }: "{name}の長・管理責任者" / "Whoever leads {name}";
    }
}

/// `GET /documents/folders/:id/rights`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    page(&visit, id, Typed::nothing()).await
}

/// `POST /documents/folders/:id/rights`
#[handler]
pub(super) async fn set(visit: Visit, Path(id): Path<FolderId>, fields: Fields) -> Answer {
    if [READERS, WRITERS]
        .iter()
        .any(|name| audience::is_looking(&fields, name))
    {
        return page(&visit, id, Typed::so_far(&fields)).await;
    }
    let set = async {
        let mut read = fields.reader();
        let revision = read.given("revision")?;
        let form = RightsForm {
            readers: audience::read(&mut read, READERS),
            writers: audience::read(&mut read, WRITERS),
        };
        read.finish()?;
        let own = fields.first("whose").is_none_or(|whose| whose == OWN);
        let form = own.then_some(form);
        Ok::<_, Problem>(cabinet::set_rights(&visit.cx, id, revision, form).await?)
    };
    match set.await {
        Ok(_) => {
            let said = Text::Set.to(visit.lang);
            Ok(visit.see_other(folder_page(id)).saying(said).into())
        }
        Err(problem) => page(&visit, id, problem.again(&fields)?).await,
    }
}

async fn page(visit: &Visit, id: FolderId, typed: Typed<'_>) -> Answer {
    let view = cabinet::show(&visit.cx, id).await?;
    let rights = cabinet::rights(&visit.cx, id).await?;
    let lang = visit.lang;
    let offers = Offers::of(visit, typed.fields(), &rights.form).await?;
    let form = typed.form(visit, page_of(id, "rights"));
    let whose = [
        Choice::new("inherit", Text::Inherit.to(lang)),
        Choice::new(OWN, Text::Own.to(lang)).detail(Text::OwnHelp.to(lang)),
    ];
    let chosen = if rights.own { OWN } else { "inherit" };
    let body = form.render(html! {
        (form.revision(view.folder.revision))
        @if view.folder.parent.is_some() {
            (form.radios("whose", Text::Whose.to(lang)).options(whose).value(chosen))
        }
        (offers.fields(visit, &form, &rights.form))
        (save(visit, &folder_page(id)))
    });
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, Text::Title.to(lang)), lang, &view.path);
    Ok(typed.page(page.render(body)))
}

/// `GET /documents/folders/:id/why`
#[handler]
pub(super) async fn why(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    let view = cabinet::show(&visit.cx, id).await?;
    let reasons = cabinet::explain(&visit.cx, id).await?;
    let lang = visit.lang;
    let columns = [Text::To, Text::May, Text::Place].map(|text| Column::new(text.to(lang)));
    let rows = reasons.into_iter().map(|reason| {
        [
            (&*shares(lang, reason.to)).into(),
            (&*level(lang, reason.level)).into(),
            link(folder_page(reason.place), &reason.place_name).into(),
        ]
    });
    let table = Table::new(Text::Why.to(lang), columns).rows(rows);
    let shell = visit.shell().await?;
    let page = crumbs(Page::new(&shell, Text::Why.to(lang)), lang, &view.path);
    Ok(Typed::nothing().page(page.render(html! {
        p { (Text::WhyIntro.to(lang)) }
        (table)
    })))
}

fn shares(lang: Lang, to: Shares) -> String {
    match to {
        Shares::Everyone => Text::Everyone,
        Shares::Unit(_, name) => Text::Unit { name },
        Shares::Post(_, name) => Text::Post { name },
        Shares::Person(_) => Text::Person,
        Shares::Head(_, name) => Text::Head { name },
    }
    .to(lang)
    .into_owned()
}
