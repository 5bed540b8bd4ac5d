//! Calendars beside each other: people by days, for a day, a week or a month.

use futures_util::future::try_join4;
use maud::{Markup, html};
use poem::handler;
use time::{Date, Weekday};
use yakusho_koyomi::{Calendar, Closed, PublicHoliday, public_holiday};
use yakusho_scheduling::event::{self, Item, Owner, Row, Sheet};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Form, Icon, Tab, day, tabs};
use yakusho_webkit::{Answer, Lang, Visit};

use crate::day_list::DAY_LIST;
use crate::delegates::DELEGATES;
use crate::free_time::FREE_TIME;

use super::banner::{Banners, is_period};
use super::entry::{items, short};
use super::texts::Text;
use super::view::{Choices, ME, Range, View, named_day};
use super::{SCHEDULE, month};
use crate::ical;

yakusho_webkit::texts! {
    /// What the views say.
    enum Words {
        Day: "日" / "Day";
        Week: "週" / "Week";
        Month: "月" / "Month";
        Views: "表示の切り替え" / "Views";
        Whose: "表示する予定" / "Whose";
        Me: "自分" / "Me";
        Units: "所属" / "Sections";
        Groups: "自分のグループ" / "My groups";
        Show: "表示" / "Show";
        Date: "日付" / "Date";
        Today: "今日" / "Today";
        TodayIs: "今日" / "today";
        DayBefore: "前の日" / "Day before";
        DayAfter: "次の日" / "Day after";
        WeekBefore: "前の週" / "Week before";
        WeekAfter: "次の週" / "Week after";
        MonthBefore: "前の月" / "Month before";
        MonthAfter: "次の月" / "Month after";
        Name: "氏名" / "Name";
        Nobody: "表示できる予定表がありません。" / "There is no calendar to show.";
        AddOn { day: String }: "{day}に予定を登録" / "New event on {day}";
        ClosedDay: "閉庁日" / "closed";
        YearEnd: "年末年始" / "year-end closing";
        Shared: "所属の予定" / "of the section";
        DayList: "一日の予定表" / "List of the day";
        Delegates: "代行者" / "Delegates";
        FreeTime: "空き時間を探す" / "Find free time";
        Nothing: "予定はありません" / "nothing";
    }
}

/// `GET /schedule`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer {
    let (view, lang) = (View::of(&visit), visit.lang);
    let (sheet, choices, mine, shell) = try_join4(
        view.sheet(&visit),
        Choices::of(&visit, &view.who),
        Writable::of(&visit),
        visit.shell(),
    )
    .await?;
    let new = format!("{SCHEDULE}/new?day={}", view.day);
    let page = Page::new(&shell, Text::Schedule.to(lang)).actions(html! {
        (Button::link(new, Text::New.to(lang)).primary().icon(Icon::Plus))
        (Button::link(free_time(&view), Words::FreeTime.to(lang)).icon(Icon::Search))
        (Button::link(day_list(&view), Words::DayList.to(lang)).icon(Icon::Document))
        (Button::link(DELEGATES, Words::Delegates.to(lang)).icon(Icon::People))
        (Button::link(ical::OUTSIDE, ical::title(lang)))
        (Button::print(Common::Print.to(lang)))
    });
    let page = page.render(html! {
        div.calendar-page {
            (choose(&visit, &view, &choices))
            (steps(&visit, &view, &choices))
            @if sheet.rows.is_empty() { p { (Words::Nobody.to(lang)) } }
            @else if view.range == Range::Month { (month::grid(&visit, &view, &sheet)) }
            @else { (table(&visit, &view, &sheet, &mine)) }
            (visit.pager(sheet.next.as_ref()))
        }
    });
    Ok(poem::IntoResponse::into_response(poem::web::Html(page)))
}

/// The list of the day that is shown.
fn day_list(view: &View) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query
        .append_pair("day", &view.day.to_string())
        .append_pair("who", &view.who);
    format!("{DAY_LIST}?{}", query.finish())
}

/// The search of common free time among those whose calendars are shown.
fn free_time(view: &View) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    match view.who.split_once(':') {
        Some(("person", id)) => query.append_pair("people", id),
        Some(_) => query.append_pair("whole", &view.who),
        None => &mut query,
    };
    format!("{FREE_TIME}?{}", query.finish())
}

/// The calendars in which the visitor writes.
struct Writable(Vec<Owner>);

impl Writable {
    async fn of(visit: &Visit) -> Answer<Self> {
        let mut owners: Vec<Owner> = Vec::new();
        if let Some(standing) = visit.cx.actor().standing() {
            owners.push(Owner::Person(standing.person));
            let seats = standing.seats.iter();
            owners.extend(seats.flat_map(|seat| [seat.unit, seat.section].map(Owner::Unit)));
        }
        let others = event::owners(&visit.cx).await?;
        owners.extend(others.into_iter().map(Owner::Person));
        Ok(Self(owners))
    }

    fn holds(&self, owner: Owner) -> bool {
        self.0.contains(&owner)
    }
}

/// Whose calendars, in which range.
fn choose(visit: &Visit, view: &View, choices: &Choices) -> Markup {
    let lang = visit.lang;
    let label = |range| match range {
        Range::Day => Words::Day,
        Range::Week => Words::Week,
        Range::Month => Words::Month,
    };
    let views = Range::ALL.map(|range| {
        let to = view.with(range, &view.who).address();
        Tab::new(to, label(range).to(lang)).current(range == view.range)
    });
    html! {
        form.form.filter action=(SCHEDULE) method="get" {
            input type="hidden" name="view" value=(view.range.code());
            (whose(lang, view, choices))
            (day_field(visit, view.day))
            div.buttons { (Button::submit(Words::Show.to(lang))) }
        }
        (tabs(Words::Views.to(lang), views))
    }
}

/// The field that asks for a day.
pub(crate) fn day_field(visit: &Visit, shown: Date) -> Markup {
    let (named, label) = (named_day(visit), Words::Date.to(visit.lang));
    let form = Form::filter(visit.lang, "").errors(named.error(&label));
    html! { (form.date("day", label).value(named.held(Some(shown)))) }
}

/// The field that asks whose calendars.
pub(crate) fn whose(lang: Lang, view: &View, choices: &Choices) -> Markup {
    let groups: Vec<_> = choices.group_options().collect();
    let option = |value: &str, label: &str| {
        html! { option value=(value) selected[value == view.who] { (label) } }
    };
    html! {
        div.field {
            label for="who" { (Words::Whose.to(lang)) }
            select.input id="who" name="who" {
                (option(ME, &Words::Me.to(lang)))
                @if !groups.is_empty() {
                    optgroup label=(Words::Groups.to(lang)) {
                        @for (value, label) in &groups { (option(value, label)) }
                    }
                }
                optgroup label=(Words::Units.to(lang)) {
                    @for (value, label) in choices.unit_options() { (option(&value, &label)) }
                }
            }
        }
    }
}

/// The days in sight, and the ways to those before and after.
fn steps(visit: &Visit, view: &View, choices: &Choices) -> Markup {
    let lang = visit.lang;
    let own = || visit.signed_in().map_or("", |me| &*me.display_name);
    let name = choices.name(&view.who).unwrap_or_else(own);
    let (before, after) = match view.range {
        Range::Day => (Words::DayBefore, Words::DayAfter),
        Range::Week => (Words::WeekBefore, Words::WeekAfter),
        Range::Month => (Words::MonthBefore, Words::MonthAfter),
    };
    let [earlier, later] = view.beside().map(|view| view.address());
    let today = view.on(visit.cx.today()).address();
    let span = view.span();
    let last = span.until().previous_day().unwrap_or(span.until());
    html! {
        div.calendar-steps {
            h2 {
                @match view.range {
                    Range::Day => (day(lang, view.day)),
                    Range::Week => { (day(lang, span.from())) " " (Text::To.to(lang)) " " (day(lang, last)) }
                    Range::Month => (month::name(lang, view.day)),
                }
                span.print-only { "\u{3000}" (name) }
            }
            div.buttons {
                (Button::link(earlier, before.to(lang)).icon(Icon::ChevronLeft).small())
                (Button::link(today, Words::Today.to(lang)).small())
                (Button::link(later, after.to(lang)).icon(Icon::ChevronRight).small())
            }
        }
    }
}

/// People by days.
fn table(visit: &Visit, view: &View, sheet: &Sheet, mine: &Writable) -> Markup {
    let lang = visit.lang;
    let days: Vec<Date> = sheet.span.days().collect();
    let today = visit.cx.today();
    html! {
        div.calendar-frame {
            table.calendar.one-day[view.range == Range::Day] {
                caption.visually-hidden { (Text::Schedule.to(lang)) }
                thead {
                    tr {
                        th scope="col" { (Words::Name.to(lang)) }
                        @for day in &days {
                            th.today[*day == today].closed[reason(lang, &sheet.calendar, *day).is_some()] scope="col" {
                                a href=(view.on(*day).with(Range::Day, &view.who).address()) { (short(lang, *day)) }
                                (marks(visit, &sheet.calendar, *day))
                            }
                        }
                    }
                }
                tbody {
                    @for row in &sheet.rows {
                        @let banners = row_banners(view, &days, row);
                        tr {
                            th scope="row" {
                                (row.name)
                                p.meta {
                                    @match &row.card {
                                        Some(card) => (card.post_title),
                                        None => (Words::Shared.to(lang)),
                                    }
                                }
                            }
                            @for (at, day) in days.iter().enumerate() {
                                @let found = on_day(&row.items, *day, view.range != Range::Day);
                                @let may = mine.holds(row.owner);
                                td.today[*day == today].closed[reason(lang, &sheet.calendar, *day).is_some()]
                                    .blank[found.is_empty() && !banners.are_at(at)] data-label=(label(visit, &sheet.calendar, *day)) {
                                    (banners.at(lang, &days, at))
                                    (items(lang, &found, *day))
                                    @if may { (add(lang, row.owner, *day)) }
                                    @else if found.is_empty() && view.range == Range::Day {
                                        span.meta { (Words::Nothing.to(lang)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The way to a new event in that calendar on that day.
fn add(lang: Lang, owner: Owner, day: Date) -> Markup {
    let words = Words::AddOn {
        day: short(lang, day),
    };
    let words = words.to(lang);
    let owner = super::editor::owner_value(owner);
    html! {
        a.add href=(format!("{SCHEDULE}/new?day={day}&owner={owner}")) title=(words) {
            (Icon::Plus) span.visually-hidden { (words) }
        }
    }
}

/// The periods of a calendar; a single day has none.
fn row_banners<'r>(view: &View, days: &[Date], row: &'r Row) -> Banners<'r> {
    let beside = view.range != Range::Day;
    let items = row.items.iter().filter(|_| beside);
    Banners::of(days, items.map(|item| (None, item)))
}

/// What of it is shown on a day; `beside` others, periods are banners of their own.
pub(super) fn on_day(found: &[Item], day: Date, beside: bool) -> Vec<&Item> {
    let found = found.iter();
    found
        .filter(|item| (item.first..=item.last).contains(&day) && !(beside && is_period(item)))
        .collect()
}

/// Why the town hall is closed on that day.
pub(super) fn reason(lang: Lang, calendar: &Calendar, day: Date) -> Option<String> {
    // Of years whose holidays are not known yet, only the weekends are.
    let closed = match calendar.why_closed(day) {
        Ok(closed) => closed?,
        Err(_) if [Weekday::Saturday, Weekday::Sunday].contains(&day.weekday()) => Closed::Weekend,
        Err(_) => return None,
    };
    let named = |holiday: PublicHoliday| match lang {
        Lang::Ja => holiday.name_ja(),
        Lang::En => holiday.name_en(),
    };
    Some(match closed {
        Closed::City(reason) => match public_holiday(day) {
            Ok(Some(holiday)) => format!("{}・{reason}", named(holiday)),
            _ => reason.to_owned(),
        },
        Closed::PublicHoliday(holiday) => named(holiday).to_owned(),
        Closed::YearEnd => Words::YearEnd.to(lang).into_owned(),
        Closed::Weekend => Words::ClosedDay.to(lang).into_owned(),
    })
}

/// What there is to know of a day: that it is today, and why the town hall is closed.
pub(super) fn marks(visit: &Visit, calendar: &Calendar, day: Date) -> Markup {
    let lang = visit.lang;
    html! {
        @if day == visit.cx.today() { " " strong { (Words::TodayIs.to(lang)) } }
        @if let Some(reason) = reason(lang, calendar, day) { span.reason { (reason) } }
    }
}

/// The day as the cell says it where there are no columns.
fn label(visit: &Visit, calendar: &Calendar, day: Date) -> String {
    let short = short(visit.lang, day);
    match reason(visit.lang, calendar, day) {
        Some(reason) => format!("{short} {reason}"),
        None => short,
    }
}
