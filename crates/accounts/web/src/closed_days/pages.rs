//! The pages.

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::calendar::{self, NewOwnDay, OwnDay, OwnDayId, Word};
use yakusho_koyomi::{Calendar, Closed, FiscalYear, HolidaysUnknown};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Icon, Tab, Table, Tag, Tone, buttons, day, section, tabs,
};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, SeeOther, Typed, Visit};

use super::PAGE;
use super::texts::Text;
use crate::admin;

/// More than a year has days: the own days of one year are read at once.
const YEAR: usize = 366;

/// `GET /admin/closed-days`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, &visit.typed()).await
}

/// `POST /admin/closed-days`
#[handler]
pub(super) async fn set(visit: Visit, fields: Fields) -> Answer<Response> {
    match submit(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, &problem.again(&fields)?).await,
    }
}

async fn submit(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let day = read.needed("day", Reader::day);
    let word = read.needed("word", |read, name| read.with(name, Word::from_code));
    let (day, word) = read.finish_with(day.zip(word))?;
    let reason = fields.text("reason");
    calendar::set(&visit.cx, NewOwnDay { day, word, reason })
        .await?
        .into_inner();
    Ok(visit
        .see_other(address(FiscalYear::of(day)))
        .saying(Text::Set.to(visit.lang)))
}

/// `POST /admin/closed-days/:id/withdraw`
#[handler]
pub(super) async fn withdraw(
    visit: Visit,
    Path(id): Path<OwnDayId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let own = calendar::get(&visit.cx, id).await?;
    let revision = fields.reader().given("revision")?;
    calendar::withdraw(&visit.cx, id, revision)
        .await?
        .into_inner();
    let to = address(FiscalYear::of(own.day));
    Ok(visit.see_other(to).saying(Text::Withdrawn.to(visit.lang)))
}

fn address(year: FiscalYear) -> String {
    format!("{PAGE}?year={}", year.year())
}

/// The fiscal year in the query, or the present one.
fn asked(visit: &Visit) -> FiscalYear {
    let year = visit.query("year").and_then(|year| year.parse().ok());
    year.map_or_else(|| FiscalYear::of(visit.cx.today()), FiscalYear::starting_in)
}

async fn page(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let year = asked(visit);
    let calendar = calendar::of(&visit.cx.reader()).await?;
    let own = calendar::list(&visit.cx, year.first_day(), None, YEAR)
        .await?
        .items;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::ClosedDays.to(lang)).crumb(admin::PAGE, admin::title(lang));
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (years(visit, year))
        (section(Text::Add.to(lang), form(visit, typed)))
        @match closed(&calendar, year) {
            Ok(days) => (table(visit, &days, &own)),
            Err(HolidaysUnknown { .. }) => (Alert::warning(lang, Text::Unknown.to(lang))),
        }
        p.meta { (Text::WeekendsToo.to(lang)) }
    })))
}

/// The fiscal year before, this one and the next.
fn years(visit: &Visit, year: FiscalYear) -> Markup {
    let lang = visit.lang;
    let tab = |one: FiscalYear| {
        let words = match lang {
            Lang::Ja => one.to_string(),
            Lang::En => one.year().to_string(),
        };
        let label = Text::FiscalYear { year: words }.to(lang).into_owned();
        Tab::new(address(one), label).current(one == year)
    };
    tabs(
        Text::ClosedDays.to(lang),
        [year.previous(), year, year.next()].map(tab),
    )
}

/// A day that is not as its weekday would have it.
struct Special<'c> {
    day: Date,
    why: Option<Closed<'c>>,
}

/// The days of a year that are closed for more than being Saturday or Sunday, or that the city has opened.
fn closed(calendar: &Calendar, year: FiscalYear) -> Result<Vec<Special<'_>>, HolidaysUnknown> {
    let law = Calendar::default();
    let days = std::iter::successors(Some(year.first_day()), |day| day.next_day());
    let mut special = Vec::new();
    for day in days.take_while(|day| *day <= year.last_day()) {
        let why = calendar.why_closed(day)?;
        let told = match why {
            Some(Closed::Weekend) => false,
            Some(_) => true,
            None => !law.is_working_day(day)?,
        };
        if told {
            special.push(Special { day, why });
        }
    }
    Ok(special)
}

fn table(visit: &Visit, days: &[Special<'_>], own: &[OwnDay]) -> Table<4> {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Day.to(lang)),
        Column::new(Text::Kind.to(lang)),
        Column::new(Text::Why.to(lang)),
        Column::actions(Text::Withdraw.to(lang)),
    ];
    let rows = days.iter().map(|special| {
        let said = own.iter().find(|own| own.day == special.day);
        row(visit, special, said)
    });
    Table::new(Text::ClosedDays.to(lang), columns).rows(rows)
}

fn row(visit: &Visit, special: &Special<'_>, said: Option<&OwnDay>) -> [Cell; 4] {
    let lang = visit.lang;
    let (tag, why) = match (&special.why, said) {
        (None, said) => (
            Tag::new(Tone::Success, Text::CityOpened.to(lang)),
            said.map_or("", |said| &said.reason).to_owned(),
        ),
        (Some(Closed::City(reason)), _) => (
            Tag::new(Tone::Warning, Text::CityClosed.to(lang)),
            (*reason).to_owned(),
        ),
        (Some(why), _) => (
            Tag::new(Tone::Neutral, Text::ByLaw.to(lang)),
            by_law(lang, why),
        ),
    };
    let button = said.map(|said| {
        let to = format!("{PAGE}/{}/withdraw", said.id);
        Button::post(to, visit.csrf(), Text::Withdraw.to(lang))
            .small()
            .field("revision", said.revision.to_string())
            .about(special.day.to_string())
    });
    [
        day(lang, special.day).into(),
        tag.into(),
        why.into(),
        html! { @if let Some(button) = button { (button) } }.into(),
    ]
}

fn by_law(lang: Lang, why: &Closed<'_>) -> String {
    match (why, lang) {
        (Closed::PublicHoliday(holiday), Lang::Ja) => holiday.name_ja().to_owned(),
        (Closed::PublicHoliday(holiday), Lang::En) => holiday.name_en().to_owned(),
        (Closed::YearEnd, _) => Text::YearEnd.to(lang).into_owned(),
        (Closed::Weekend, _) => Text::Weekend.to(lang).into_owned(),
        (Closed::City(reason), _) => (*reason).to_owned(),
    }
}

fn form(visit: &Visit, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, PAGE);
    let words = [
        Choice::new(Word::Closed.code(), Text::Close.to(lang)),
        Choice::new(Word::Opened.code(), Text::Open.to(lang)),
    ];
    form.render(html! {
        (form.date("day", Text::Day.to(lang)).required().help(Text::Replaces.to(lang)))
        (form.radios("word", Text::Word.to(lang)).required().options(words).value(Word::Closed.code()))
        (form.text("reason", Text::Why.to(lang)).required().max_chars(NewOwnDay::LONGEST_REASON)
            .help(Text::ReasonHelp.to(lang)))
        (buttons(Button::submit(Common::Add.to(lang)).primary().icon(Icon::Plus)))
    })
}
