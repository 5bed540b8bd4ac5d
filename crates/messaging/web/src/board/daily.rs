//! How sections keep the daily check (nogata:9(1)): figures, never names.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory;
use yakusho_kernel::UnitId;
use yakusho_messaging::daily_check;
use yakusho_regulation::{Role, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Column, Empty, Icon, Table, day};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::BOARD;
use super::texts::Text as Board;

/// The page.
pub(super) const DAILY_CHECK: &str = "/board/daily-check";

yakusho_webkit::texts! {
    enum Text {
        Title: "掲示板の未読の状況" / "What is left unread on the board";
        Intro: "開庁日ごとに、前の開庁日までの掲示を読み終えていない職員の数を所属別に示します。誰が何を読んでいないかは表示しません。" / "For each working day, how many people of a section had not read what was posted before. It never says who, or which post.";
        Day: "日" / "Day";
        Section: "所属" / "Section";
        People: "職員数" / "People";
        Behind: "未読のある職員" / "People behind";
        Unread: "未読の件数(延べ)" / "Unread, counted for each";
        None: "記録はまだありません。" / "There are no figures yet.";
    }
}

/// Whether the visitor has figures to see, for the list of posts to lead there.
pub(super) fn is_seen_by(visit: &Visit) -> bool {
    let cx = &visit.cx;
    let asked = cx.city().in_force(Rule::DailyCheck, cx.today()).is_some();
    let standing = cx.actor().standing();
    let heads = standing.is_some_and(|standing| standing.seats.iter().any(|seat| seat.head));
    asked && (heads || cx.actor().holds(Role::SystemAdministrator))
}

/// `GET /board/daily-check`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let figures = daily_check::figures(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let units: Vec<UnitId> = figures.items.iter().map(|figure| figure.section).collect();
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &units).await?;
    let lang = visit.lang;
    let number = |text: Text| Column::number(text.to(lang));
    let columns = [
        Column::new(Text::Section.to(lang)),
        Column::new(Text::Day.to(lang)),
        number(Text::People),
        number(Text::Behind),
        number(Text::Unread),
    ];
    let rows = figures.items.iter().map(|figure| {
        let name = names.get(&figure.section).cloned().unwrap_or_default();
        [
            name.into(),
            day(lang, figure.day).into(),
            figure.people.to_string().into(),
            figure.behind.to_string().into(),
            figure.unread.to_string().into(),
        ]
    });
    let table = Table::new(Text::Title.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Board, Text::None.to(lang)));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang)).crumb(BOARD, Board::Board.to(lang));
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (table)
        (visit.pager(figures.next.as_ref()))
    })))
}
