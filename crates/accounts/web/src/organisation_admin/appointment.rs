//! Appointing somebody, making a concurrent post the main one, correcting and ending an appointment.

use maud::{Markup, html};
use poem::web::{Data, Path};
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::appointment::{self, AppointmentId, AppointmentRow, NewAppointment};
use yakusho_accounts::directory;
use yakusho_accounts::organisation;
use yakusho_kernel::{Fault, Invalid, PersonId};
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, Visit};

use super::act::{FormPage, Outcome, Shown, from_field, go, seen};
use super::person::{self, Known};
use super::texts::Text;
use super::{PEOPLE, person_page, records};
use crate::orders::Elsewhere;

/// Whom an appointment concerns, and which.
type Which = (PersonId, AppointmentId);

/// `GET /admin/organisation/people/:id/appoint`
#[handler]
pub(super) async fn ask_new(visit: Visit, Path(person): Path<PersonId>) -> Answer<Response> {
    new_page(&visit, person, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/people/:id/appoint`
#[handler]
pub(super) async fn appoint(
    visit: Visit,
    Path(person): Path<PersonId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = appointed(&visit, person, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => new_page(&visit, person, &shown).await,
    }
}

async fn appointed(
    visit: &Visit,
    person: PersonId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let edit = appointment::appoint(&visit.cx, read(fields, person)?).await?;
    go(visit, fields, elsewhere, edit, |_| person_page(person)).await
}

async fn new_page(visit: &Visit, person: PersonId, shown: &Shown<'_>) -> Answer<Response> {
    let known = Known::find(&visit.cx, person).await?;
    let record = known.today(visit)?;
    let first = record.days.first().max(visit.cx.today());
    let posts = Posts::of(visit, first).await?;
    let name = &record.state.name;
    let page = form_page(visit.lang, person, name, &Text::Appoint, "appoint");
    let lang = visit.lang;
    page.answer(visit, shown, |form| {
        html! {
            (what(lang, form, &posts, None))
            (form.date("first", Text::FirstDay.to(lang)).required().value(first.to_string())
                .help(Text::FromHelp.to(lang)))
            (form.date("last", Text::LastDay.to(lang)).help(Text::LastDayHelp.to(lang)))
        }
    })
    .await
}

/// `GET /admin/organisation/people/:id/appointments/:appointment/correct`
#[handler]
pub(super) async fn ask_correct(visit: Visit, Path(which): Path<Which>) -> Answer<Response> {
    correct_page(&visit, which, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/people/:id/appointments/:appointment/correct`
#[handler]
pub(super) async fn correct(
    visit: Visit,
    Path(which): Path<Which>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = corrected(&visit, which, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => correct_page(&visit, which, &shown).await,
    }
}

async fn corrected(
    visit: &Visit,
    (person, id): Which,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let row = seen(fields)?;
    let right = read(fields, person)?;
    let edit = appointment::correct(&visit.cx, id, row, right).await?;
    go(visit, fields, elsewhere, edit, |()| person_page(person)).await
}

async fn correct_page(visit: &Visit, which: Which, shown: &Shown<'_>) -> Answer<Response> {
    let (lang, held) = (visit.lang, Held::find(visit, which).await?);
    let row = &held.row;
    let posts = Posts::of(visit, row.days.first()).await?;
    let last = row.days.last().map(|last| last.to_string());
    let page = held.page(lang, &Text::CorrectTitle, "correct", false);
    page.answer(visit, shown, |form| {
        html! {
            p { (Text::CorrectWords.to(lang)) }
            (form.hidden("row", &row.row.to_string()))
            (what(lang, form, &posts, Some(row)))
            (form.date("first", Text::FirstDay.to(lang)).required().value(row.days.first().to_string()))
            (form.date("last", Text::LastDay.to(lang)).value(last.unwrap_or_default())
                .help(Text::LastDayHelp.to(lang)))
        }
    })
    .await
}

/// `GET /admin/organisation/people/:id/appointments/:appointment/main`
#[handler]
pub(super) async fn ask_main(visit: Visit, Path(which): Path<Which>) -> Answer<Response> {
    main_page(&visit, which, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/people/:id/appointments/:appointment/main`
#[handler]
pub(super) async fn make_main(
    visit: Visit,
    Path(which): Path<Which>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = made_main(&visit, which, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => main_page(&visit, which, &shown).await,
    }
}

async fn made_main(
    visit: &Visit,
    (person, id): Which,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let (row, from) = (seen(fields)?, from(fields)?);
    let edit = appointment::make_main(&visit.cx, id, row, from).await?;
    go(visit, fields, elsewhere, edit, |()| person_page(person)).await
}

async fn main_page(visit: &Visit, which: Which, shown: &Shown<'_>) -> Answer<Response> {
    let (lang, held) = (visit.lang, Held::find(visit, which).await?);
    let page = held.page(lang, &Text::MakeMain, "main", false);
    page.answer(visit, shown, |form| {
        held.from(visit, form, &Text::MakeMainWords)
    })
    .await
}

/// `GET /admin/organisation/people/:id/appointments/:appointment/end`
#[handler]
pub(super) async fn ask_end(visit: Visit, Path(which): Path<Which>) -> Answer<Response> {
    end_page(&visit, which, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/people/:id/appointments/:appointment/end`
#[handler]
pub(super) async fn end(
    visit: Visit,
    Path(which): Path<Which>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = ended(&visit, which, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => end_page(&visit, which, &shown).await,
    }
}

async fn ended(
    visit: &Visit,
    (person, id): Which,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let (row, from) = (seen(fields)?, from(fields)?);
    let edit = appointment::end(&visit.cx, id, row, from).await?;
    go(visit, fields, elsewhere, edit, |()| person_page(person)).await
}

async fn end_page(visit: &Visit, which: Which, shown: &Shown<'_>) -> Answer<Response> {
    let (lang, held) = (visit.lang, Held::find(visit, which).await?);
    let page = held.page(lang, &Text::EndTitle, "end", true);
    page.answer(visit, shown, |form| held.from(visit, form, &Text::EndWords))
        .await
}

fn from(fields: &Fields) -> Result<Date, Invalid> {
    let mut read = fields.reader();
    let from = read.needed("from", Reader::day);
    read.finish_with(from)
}

fn form_page(lang: Lang, person: PersonId, name: &str, act: &Text, verb: &str) -> FormPage {
    let here = person_page(person);
    FormPage {
        title: act.to(lang).into_owned(),
        action: format!("{here}/{verb}"),
        above: vec![
            (PEOPLE.to_owned(), Text::People.to(lang).into_owned()),
            (here, name.to_owned()),
        ],
        act: Text::Record.to(lang).into_owned(),
        danger: false,
    }
}

/// An appointment that a form is about.
struct Held {
    name: String,
    row: AppointmentRow,
    seat: Markup,
}

impl Held {
    async fn find(visit: &Visit, (person, id): Which) -> Result<Self, Problem> {
        let known = Known::find(&visit.cx, person).await?;
        let name = known.today(visit)?.state.name.clone();
        let held = appointment::of_person(&visit.cx.reader(), person).await?;
        let row = held.into_iter().rev().find(|row| row.id == id);
        let row = row.ok_or(Fault::NotFound)?;
        let post = (row.appointment.post, row.days.first());
        let cards = person::posts(visit, std::iter::once(post)).await?;
        Ok(Self {
            name,
            seat: person::seat(visit.lang, &row.appointment, &cards),
            row,
        })
    }

    fn page(&self, lang: Lang, act: &Text, verb: &str, danger: bool) -> FormPage {
        let verb = format!("appointments/{}/{verb}", self.row.id);
        FormPage {
            danger,
            ..form_page(lang, self.row.appointment.person, &self.name, act, &verb)
        }
    }

    /// What is asked where only the day is to be said.
    fn from(&self, visit: &Visit, form: &Form, words: &Text) -> Markup {
        html! {
            p { (words.to(visit.lang)) }
            p { (self.seat) (records::days(visit.lang, self.row.days)) }
            (form.hidden("row", &self.row.row.to_string()))
            (from_field(visit, form, Some(self.row.days.first())))
        }
    }
}

/// The posts of a day, by unit.
struct Posts(Vec<(String, Vec<Choice>)>);

impl Posts {
    async fn of(visit: &Visit, day: Date) -> Result<Self, Problem> {
        let reader = visit.cx.reader();
        let mut posts = organisation::all_posts(&reader, day).await?;
        let units = directory::units(&reader, day).await?;
        let groups = units.into_iter().filter_map(|unit| {
            let posts = posts.remove(&unit.id)?;
            let posts = posts
                .into_iter()
                .map(|row| Choice::new(row.id.to_string(), row.post.title));
            Some((unit.placed_name, posts.collect()))
        });
        Ok(Self(groups.collect()))
    }
}

/// What the form says of the appointment.
fn read(fields: &Fields, person: PersonId) -> Result<NewAppointment, Invalid> {
    let mut read = fields.reader();
    let post = read.needed("post", Reader::one);
    let main = read.needed("main", |read, name| {
        read.with(name, |text| text.parse::<bool>().ok())
    });
    let first = read.needed("first", Reader::day);
    let last = read.day("last");
    let ((post, main), first) = read.finish_with(post.zip(main).zip(first))?;
    Ok(NewAppointment {
        person,
        post,
        main,
        first,
        last,
    })
}

fn what(lang: Lang, form: &Form, posts: &Posts, now: Option<&AppointmentRow>) -> Markup {
    let mut post = form
        .select("post", Text::Post.to(lang))
        .required()
        .help(Text::PostHelp.to(lang));
    for (unit, choices) in &posts.0 {
        post = post.group(unit, choices.clone());
    }
    if let Some(row) = now {
        post = post.value(row.appointment.post.to_string());
    }
    let kinds = [
        Choice::new("true", Text::MainPost.to(lang)).detail(Text::MainMeans.to(lang)),
        Choice::new("false", Text::ConcurrentPost.to(lang)).detail(Text::ConcurrentMeans.to(lang)),
    ];
    let main = now.is_none_or(|row| row.appointment.main);
    html! {
        (post)
        (form.radios("main", Text::Kind.to(lang)).required().options(kinds).value(main.to_string()))
    }
}
