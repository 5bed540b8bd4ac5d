//! Who has read and confirmed a post.

use maud::{Markup, Render as _, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_kernel::Fault;
use yakusho_messaging::board::{
    self, BoardPostId, PostView, ReaderRow, ReaderState, ReadersBySection,
};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Tab, Table, Tag, Tone, link, progress, short_moment, tabs,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Problem, SeeOther, Visit};

use super::texts::Text as Board;
use super::{BOARD, page_of, post_page};
use crate::terms;

yakusho_webkit::texts! {
    /// What the page says.
    enum Text {
        Whom: "確認の状況" / "Who has confirmed";
        BySection: "所属ごとの状況" / "By section";
        Section: "所属" / "Section";
        NoSection: "(所属なし)" / "(none)";
        Read: "既読" / "Read";
        Confirmed: "確認済み" / "Confirmed";
        Share: "進み具合" / "Progress";
        Name: "氏名" / "Name";
        ReadAt: "既読日時" / "Read";
        ConfirmedAt: "確認日時" / "Confirmed";
        All: "全員" / "Everyone";
        Owing: "まだの人" / "Not yet";
        Nobody: "該当する人はいません。" / "Nobody.";
        Remind: "まだの人に催促する" / "Remind the others";
        Reminded { n: usize }: "まだの人({n}人)に催促しました。同じ日の催促は一度だけ届きます。" / "Reminded {n} person. Nobody is reminded twice a day." | "Reminded {n} people. Nobody is reminded twice a day." by n;
        NobodyReminded: "新しく催促した人はいません。今日の催促は、すでに届いています。" / "Nobody was reminded: today's reminder had been sent already.";
        Outdated: "変更前の内容を確認" / "Confirmed an earlier version";
        Proxy { kind: String }: "{kind}による" / "{kind}";
        File { day: String }: "確認状況_{day}.csv" / "confirmations_{day}.csv";
    }
}

/// What the page lists, by its name in the address: readers in one state, or the sections.
const LISTS: [(&str, Option<ReaderState>, Text); 4] = [
    ("all", Some(ReaderState::All), Text::All),
    ("owing", Some(ReaderState::Owing), Text::Owing),
    ("confirmed", Some(ReaderState::Confirmed), Text::Confirmed),
    ("sections", None, Text::BySection),
];

/// `GET /board/:id/readers`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<BoardPostId>) -> Answer<Html<Markup>> {
    let asked = asked(&visit)?;
    let view = board::show(&visit.cx, id, 1).await?;
    let after = visit.after();
    let (sections, people) =
        board::readers_and_sections(&visit.cx, id, asked, after.as_ref(), PAGE_SIZE).await?;
    let lang = visit.lang;
    let list = match people {
        Some(people) => html! {
            (table(lang, &people.items))
            (visit.pager(people.next.as_ref()))
        },
        None => by_section(lang, &sections).render(),
    };
    let all: usize = sections.iter().map(|section| section.people).sum();
    let confirmed: usize = sections.iter().map(|section| section.confirmed).sum();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Board::Readers.to(lang))
        .crumb(BOARD, Board::Board.to(lang))
        .crumb(post_page(id), title(&view))
        .meta(html! { (title(&view)) })
        .actions(actions(&visit, id, confirmed < all));
    Ok(Html(page.render(html! {
        div.overall { (progress(lang, count(confirmed), count(all))) }
        (lists(lang, id, asked))
        (list)
    })))
}

fn asked(visit: &Visit) -> Result<Option<ReaderState>, Problem> {
    let name = visit.query("which").unwrap_or("all");
    let found = LISTS.iter().find(|(known, ..)| *known == name);
    Ok(found.map(|(_, state, _)| *state).ok_or(Fault::NotFound)?)
}

fn title(view: &PostView) -> &str {
    view.words.shown().map_or("", |words| &words.title)
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn actions(visit: &Visit, id: BoardPostId, owing: bool) -> Markup {
    let lang = visit.lang;
    html! {
        @if owing {
            (Button::post(page_of(id, "remind"), visit.csrf(), Text::Remind.to(lang)).icon(Icon::Bell))
        }
        (Button::link(page_of(id, "readers.csv"), Common::DownloadCsv.to(lang)).icon(Icon::Download))
        (Button::print(Common::Print.to(lang)))
    }
}

fn lists(lang: Lang, id: BoardPostId, asked: Option<ReaderState>) -> Markup {
    let all = LISTS.map(|(name, list, text)| {
        let address = page_of(id, &format!("readers?which={name}"));
        Tab::new(address, text.to(lang)).current(list == asked)
    });
    tabs(Text::Whom.to(lang), all)
}

fn table(lang: Lang, people: &[ReaderRow]) -> Table<4> {
    let columns = [Text::Name, Text::Section, Text::ReadAt, Text::ConfirmedAt];
    Table::new(
        Text::Whom.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(people.iter().map(|row| person(lang, row)))
    .empty(Empty::new(Icon::People, Text::Nobody.to(lang)))
    .compact()
}

fn person(lang: Lang, row: &ReaderRow) -> [Cell; 4] {
    [
        html! {
            (link(format!("/people/{}", row.person), &row.name)) " " span.meta { (row.post_title) }
        }
        .into(),
        (&*row.unit_name).into(),
        html! {
            @match row.read_at {
                Some(at) => (short_moment(lang, at.local())),
                None => (Tag::new(Tone::Neutral, Common::Unread.to(lang))),
            }
        }
        .into(),
        html! {
            @match row.confirmed_at {
                Some(at) => {
                    @if row.outdated {
                        (Tag::new(Tone::Warning, Text::Outdated.to(lang)))
                    } @else {
                        (Tag::new(Tone::Success, Text::Confirmed.to(lang)))
                    }
                    " " (short_moment(lang, at.local()))
                    @if let Some((_, kind)) = row.by_proxy {
                        @let kind = terms::proxy(lang, kind).into_owned();
                        p.meta { (Text::Proxy { kind }.to(lang)) }
                    }
                }
                None => (Tag::new(Tone::Warning, Common::Unconfirmed.to(lang))),
            }
        }
        .into(),
    ]
}

fn by_section(lang: Lang, sections: &[ReadersBySection]) -> Table<3> {
    let columns = [
        Column::new(Text::Section.to(lang)),
        Column::number(Text::Read.to(lang)),
        Column::new(Text::Share.to(lang)),
    ];
    let rows = sections.iter().map(|section| {
        let name = match section.unit {
            Some(_) => section.unit_name.clone(),
            None => Text::NoSection.to(lang).into_owned(),
        };
        [
            name.into(),
            section.read.to_string().into(),
            progress(lang, count(section.confirmed), count(section.people)).into(),
        ]
    });
    Table::new(Text::BySection.to(lang), columns)
        .rows(rows)
        .compact()
}

/// `GET /board/:id/readers.csv`: taking it is put on record.
#[handler]
pub(super) async fn csv(visit: Visit, Path(id): Path<BoardPostId>) -> Answer {
    file(&visit, id).await
}

/// The readers as a file.
pub(super) async fn file(visit: &Visit, id: BoardPostId) -> Answer {
    let file = board::readers_csv(&visit.cx, id, visit.lang).await?;
    let day = visit.cx.today().to_string();
    let name = Text::File { day }.to(visit.lang);
    Ok(visit.file(&name, "text/csv; charset=utf-8", file.into_inner()))
}

/// `POST /board/:id/remind`
#[handler]
pub(super) async fn remind(visit: Visit, Path(id): Path<BoardPostId>) -> Answer<SeeOther> {
    let n = *board::remind(&visit.cx, id).await?;
    let said = match n {
        0 => Text::NobodyReminded,
        n => Text::Reminded { n },
    };
    let said = said.to(visit.lang);
    Ok(visit.see_other(page_of(id, "readers")).saying(said))
}
