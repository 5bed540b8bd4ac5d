//! Common free time: sought on a page, from which one goes on to the form of an event.

mod api;
mod asked;

use maud::{Markup, html};
use poem::handler;
use yakusho_accounts::group::GroupRow;
use yakusho_scheduling::facility::{self, Category, FacilityRow};
use yakusho_scheduling::free_time::{self, Found, FreeTimes};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::clock;
use yakusho_webkit::ui::{Button, Choice, Column, Empty, Form, Icon, Table, buttons, day, section};
use yakusho_webkit::{Access, Answer, Fields, Lang, Problem, Routes, Typed, Visit};

use crate::schedule::{Choices, FUNCTION, SCHEDULE, Text as Schedule, new_event, time};
use crate::{booking, clashes, people};
use asked::{Asked, MOST};

/// Where it is sought.
pub(crate) const FREE_TIME: &str = "/schedule/free";

/// The field of the people.
const PEOPLE: &str = "people";

/// The lengths that are offered, in minutes.
const LENGTHS: [i64; 8] = [15, 30, 45, 60, 90, 120, 180, 240];

yakusho_webkit::texts! {
    enum Text {
        Title: "空き時間を探す" / "Find free time";
        Intro: "全員が空いている時間を探します。見つかった時間を選ぶと、参加者・施設・日時の入った予定の登録画面に進みます。" / "Looks for hours in which everybody has time. From one of them you go on to a new event with people, facility and hours filled in.";
        People: "探す相手" / "People";
        PeopleHelp: "自分も含めて選びます。" / "Yourself included.";
        Whole: "所属・グループの全員を加える" / "With everybody of";
        WholeHelp: "上で選んだ人に加えて、その所属又はグループの全員で探します。" / "Besides those chosen above.";
        Units: "所属" / "Sections";
        Groups: "自分のグループ" / "My groups";
        Room: "施設も一緒に探す" / "With a facility";
        RoomHelp: "「どれか」を選ぶと、そのうち一つでも空いている時間を探します。" / "“Any of” finds hours in which one of them at least is free.";
        AnyOf { name: String }: "{name}のどれか" / "Any of {name}";
        When: "探す範囲" / "When";
        From: "開始日" / "First day";
        Until: "終了日" / "Last day";
        UntilHelp: "閉庁日は除いて探します。" / "Days on which the town hall is closed are left out.";
        Opens: "この時刻から" / "Not before";
        Closes: "この時刻まで" / "Not after";
        Length: "必要な時間" / "How long";
        Minutes { n: i64 }: "{n}分" / "{n} minutes";
        Noon: "12時から13時までを除く" / "Not between 12:00 and 13:00";
        Find: "空き時間を探す" / "Find";
        Found: "見つかった時間" / "Free then";
        OfPeople { n: usize }: "{n}人全員が空いている時間です。" / "All {n} have time then.";
        ShownFirst { n: usize }: "早い順に{n}件を表示しています。ほかの時間は、開始日を変えて探してください。" / "The first {n} are shown; for others change the first day.";
        Day: "日付" / "Day";
        Hours: "時間" / "Hours";
        Next: "この時間で予定を登録" / "New event then";
        With { name: String }: "{name}で登録" / "New event in {name}";
        Nothing: "全員が空いている時間は見つかりませんでした。" / "There is no hour in which everybody has time.";
        NothingAdvice: "範囲を広げる、必要な時間を短くする、相手や施設を減らすなどして、もう一度探してください。" / "Try a longer range, a shorter time, or fewer people and facilities.";
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(FREE_TIME, Access::User, show)
        .post(FREE_TIME, Access::User, ask)
        .api(Access::User, api::FreeTimeApi)
        .function(FUNCTION)
}

/// `GET /schedule/free`: the form, with what was found once the address says what to look for.
#[handler]
async fn show(visit: Visit) -> Answer {
    let asked = Asked::of(&visit)?;
    let choices = Offered::of(&visit, &asked).await?;
    let found = if asked.is_complete() {
        let query = asked.query(&choices.rooms)?;
        Some(free_time::find(&visit.cx, &query).await?)
    } else {
        None
    };
    page(&visit, &asked, &choices, found.as_ref(), visit.typed()).await
}

/// `POST /schedule/free`: on to the address that says what to look for.
#[handler]
async fn ask(visit: Visit, fields: Fields) -> Answer {
    let begun = Asked::of(&visit)?;
    let choices = Offered::of(&visit, &begun).await?;
    if people::is_looking(&fields, PEOPLE) {
        let fields = people::gathered(&visit, &fields, PEOPLE).await?;
        return page(&visit, &begun, &choices, None, Typed::so_far(&fields)).await;
    }
    let asked = async {
        let asked = Asked::read(&fields)?;
        let query = asked.query(&choices.rooms)?;
        free_time::find(&visit.cx, &query).await?;
        Ok::<_, Problem>(asked)
    };
    match asked.await {
        Ok(asked) => Ok(visit.see_other(asked.address()).into()),
        Err(problem) => {
            let typed = asked::at_fields(problem).again(&fields)?;
            page(&visit, &begun, &choices, None, typed).await
        }
    }
}

/// What there is to choose from.
struct Offered {
    calendars: Choices,
    categories: Vec<Category>,
    rooms: Vec<FacilityRow>,
}

impl Offered {
    async fn of(visit: &Visit, asked: &Asked) -> Answer<Self> {
        let mut rooms = Vec::new();
        if visit.is_on(booking::FUNCTION) {
            rooms = facility::list(&visit.cx, None, None).await?;
            rooms.retain(|row| row.bookable);
        }
        Ok(Self {
            calendars: Choices::of(visit, asked.whole.as_deref().unwrap_or_default()).await?,
            categories: facility::categories(&visit.cx).await?,
            rooms,
        })
    }
}

async fn page(
    visit: &Visit,
    asked: &Asked,
    offered: &Offered,
    found: Option<&FreeTimes>,
    typed: Typed<'_>,
) -> Answer {
    let lang = visit.lang;
    let people = people::Offer::of(visit, PEOPLE, typed.fields(), &asked.people).await?;
    let form = typed.form(visit, FREE_TIME);
    let body = form.render(html! {
        (people.field(&form, Text::People.to(lang), Text::PeopleHelp.to(lang), &asked.people))
        (whole(&form, lang, asked, &offered.calendars))
        (room(&form, lang, asked, offered))
        (times(&form, lang, asked))
        (buttons(html! { (Button::submit(Text::Find.to(lang)).primary().icon(Icon::Search)) }))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang)).crumb(SCHEDULE, Schedule::Schedule.to(lang));
    Ok(typed.page(page.render(html! {
        @match found {
            Some(found) => (results(visit, found)?),
            None => p { (Text::Intro.to(lang)) },
        }
        (body)
    })))
}

fn whole(form: &Form, lang: Lang, asked: &Asked, calendars: &Choices) -> Markup {
    let groups: &[GroupRow] = &calendars.groups;
    let mut field = form
        .select("whole", Text::Whole.to(lang))
        .help(Text::WholeHelp.to(lang))
        .values(asked.whole.clone());
    if !groups.is_empty() {
        field = field.group(Text::Groups.to(lang), calendars.group_options());
    }
    let field = field.group(Text::Units.to(lang), calendars.unit_options());
    html! { (field) }
}

fn room(form: &Form, lang: Lang, asked: &Asked, offered: &Offered) -> Markup {
    if offered.rooms.is_empty() {
        return html! {};
    }
    let mut field = form
        .select("room", Text::Room.to(lang))
        .help(Text::RoomHelp.to(lang))
        .values(asked.room.clone());
    for category in &offered.categories {
        let own = offered.rooms.iter().map(|row| &row.facility);
        let own = own.filter(|facility| facility.settings.category == category.id);
        let own: Vec<Choice> = own
            .map(|facility| Choice::new(asked::facility(facility.id), facility.name(lang)))
            .collect();
        if own.is_empty() {
            continue;
        }
        let name = category.name(lang).to_owned();
        let any = Text::AnyOf { name: name.clone() };
        let any = Choice::new(asked::category(category.id), any.to(lang));
        field = field.group(name, std::iter::once(any).chain(own));
    }
    html! { (field) }
}

fn times(form: &Form, lang: Lang, asked: &Asked) -> Markup {
    let lengths = LENGTHS.map(|n| (n.to_string(), Text::Minutes { n }.to(lang).into_owned()));
    html! {
        fieldset.group {
            legend { (Text::When.to(lang)) }
            div.line-cells {
                (form.date("from", Text::From.to(lang)).required().value(asked.from.to_string()))
                (form.date("until", Text::Until.to(lang)).required().help(Text::UntilHelp.to(lang))
                    .value(asked.until.to_string()))
            }
            div.line-cells {
                (time(form, "opens", Text::Opens.to(lang)).required().value(asked::clock_value(asked.opens)))
                (time(form, "closes", Text::Closes.to(lang)).required().value(asked::clock_value(asked.closes)))
            }
            (form.select("length", Text::Length.to(lang)).required().options(lengths)
                .value(asked.length.to_string()))
            (form.checkbox("noon", Text::Noon.to(lang)).checked(asked.noon))
        }
    }
}

/// What was found, each with the way to the form of an event.
fn results(visit: &Visit, times: &FreeTimes) -> Answer<Markup> {
    let lang = visit.lang;
    let me = visit.me()?.standing.person;
    let others: Vec<_> = times.people.iter().filter(|one| **one != me).collect();
    let others: Vec<String> = others.iter().map(ToString::to_string).collect();
    let others = others.join(",");
    let ways = |found: &Found| {
        let facilities = found
            .rooms
            .iter()
            .filter_map(|at| times.facilities.get(*at));
        html! {
            @if found.rooms.is_empty() {
                (Button::link(new_event(found.slot, &others, None), Text::Next.to(lang)).small()
                    .about(clashes::times(lang, found.slot)))
            }
            @for facility in facilities {
                @let name = facility.name(lang).to_owned();
                (Button::link(new_event(found.slot, &others, Some(facility.id)), Text::With { name }.to(lang)).small()
                    .about(clashes::times(lang, found.slot)))
            }
        }
    };
    let rows = times.found.iter().map(|found| {
        let (start, end) = (found.slot.starts_at.local(), found.slot.ends_at.local());
        let hours = format!("{}〜{}", clock(start.time()), clock(end.time()));
        [
            day(lang, start.date()).into(),
            hours.into(),
            html! { div.buttons { (ways(found)) } }.into(),
        ]
    });
    let columns = [
        Column::new(Text::Day.to(lang)),
        Column::new(Text::Hours.to(lang)),
        Column::actions(Text::Next.to(lang)),
    ];
    let empty =
        Empty::new(Icon::Calendar, Text::Nothing.to(lang)).advice(Text::NothingAdvice.to(lang));
    let n = times.people.len();
    let body = html! {
        @if !times.found.is_empty() { p { (Text::OfPeople { n }.to(lang)) } }
        (Table::new(Text::Found.to(lang), columns).compact().rows(rows).empty(empty))
        @if times.found.len() == MOST { p.meta { (Text::ShownFirst { n: MOST }.to(lang)) } }
    };
    Ok(section(Text::Found.to(lang), body))
}
