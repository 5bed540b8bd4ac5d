//! The list of a day, for the wall and the briefcase: what a section, a group or one person has, on a sheet of A4.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_scheduling::event::{self, Line};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Column, Empty, Icon, Table, day};
use yakusho_webkit::{Access, Answer, Lang, Routes, Visit};

use crate::schedule::{
    Choices, FUNCTION, SCHEDULE, Text as Schedule, View, day_field, times, title_of, whose,
};

/// The list of a day.
pub(crate) const DAY_LIST: &str = "/schedule/day-list";

/// Of how many people a page of it is: of any section, and of a department as a rule.
const PEOPLE: usize = 200;

yakusho_webkit::texts! {
    enum Text {
        Title: "一日の予定表" / "List of the day";
        Of { name: String }: "{name}の予定" / "{name}";
        Time: "時間" / "Time";
        What: "予定" / "What";
        Place: "場所" / "Place";
        Who: "誰の予定か" / "Who";
        Nothing: "予定はありません。" / "There is nothing.";
        Part { people: usize }: "{people}人分ずつに分けて表示しています。このページはその一部です。" / "The list comes in pages of {people} people. This page is a part of it.";
        Show: "表示" / "Show";
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(DAY_LIST, Access::User, show)
        .function(FUNCTION)
}

/// `GET /schedule/day-list`, of one's own section and today unless told.
#[handler]
async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let view = View::of(&visit);
    let me = visit.me()?.standing.person;
    let (who, after) = (view.people(me)?, visit.after());
    let lines = event::agenda(&visit.cx, &who, view.day, after.as_ref(), PEOPLE).await?;
    let choices = Choices::of(&visit, &view.who).await?;
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang))
        .crumb(SCHEDULE, Schedule::Schedule.to(lang))
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    let name = choices.name(&view.who);
    let name = name.unwrap_or_else(|| visit.signed_in().map_or("", |me| &me.display_name));
    let name = Text::Of {
        name: name.to_owned(),
    };
    Ok(Html(page.render(html! {
        form.form.filter action=(DAY_LIST) method="get" {
            (whose(lang, &view, &choices))
            (day_field(&visit, view.day))
            div.buttons { (Button::submit(Text::Show.to(lang))) }
        }
        h2 { (day(lang, view.day)) " " (name.to(lang)) }
        @if after.is_some() || lines.next.is_some() {
            p { (Text::Part { people: PEOPLE }.to(lang)) }
        }
        (table(lang, &view, &lines.items))
        (visit.pager(lines.next.as_ref()))
    })))
}

fn table(lang: Lang, view: &View, lines: &[Line]) -> Markup {
    let columns = [Text::Time, Text::What, Text::Place, Text::Who];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let rows = lines.iter().map(|line| {
        let seen = line.item.seen.as_ref();
        [
            times(lang, &line.item, view.day).into(),
            title_of(lang, &line.item).into(),
            seen.map_or("", |seen| &*seen.place).into(),
            line.names.join("、").into(),
        ]
    });
    let empty = Empty::new(Icon::Calendar, Text::Nothing.to(lang));
    let table = Table::new(Text::Title.to(lang), columns).compact();
    html! { (table.rows(rows).empty(empty)) }
}
