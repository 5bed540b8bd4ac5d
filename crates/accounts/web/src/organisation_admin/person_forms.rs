//! Taking somebody on, editing what is recorded of them, and leave, secondment, return and leaving.

use maud::{Markup, html};
use poem::web::{Data, Path};
use poem::{Response, handler};
use yakusho_accounts::staff::{self, StaffEdit, Status};
use yakusho_kernel::{EmploymentClass, PersonId};
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, Visit};

use super::act::{FormPage, Outcome, Shown, from_field, go, seen};
use super::person::Known;
use super::texts::Text;
use super::{NEW_PERSON, PEOPLE, person_page};
use crate::orders::Elsewhere;
use crate::terms;

/// `GET /admin/organisation/people/new`
#[handler]
pub(super) async fn ask_new(visit: Visit) -> Answer<Response> {
    new_page(&visit, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/people/new`
#[handler]
pub(super) async fn take_on(
    visit: Visit,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = taken_on(&visit, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => new_page(&visit, &shown).await,
    }
}

async fn taken_on(
    visit: &Visit,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let mut read = fields.reader();
    let first = read.needed("first", Reader::day);
    let last = read.day("last");
    let class = class(&mut read);
    let (first, class) = read.finish_with(first.zip(class))?;
    let edit = staff::take_on(&visit.cx, who(fields, class), first, last).await?;
    go(visit, fields, elsewhere, edit, person_page).await
}

async fn new_page(visit: &Visit, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let nobody = StaffEdit {
        number: String::new(),
        name: String::new(),
        kana: String::new(),
        class: EmploymentClass::Regular,
    };
    let page = FormPage {
        title: Text::NewPerson.to(lang).into_owned(),
        above: vec![(PEOPLE.to_owned(), Text::People.to(lang).into_owned())],
        action: NEW_PERSON.to_owned(),
        act: Text::NewPerson.to(lang).into_owned(),
        danger: false,
    };
    page.answer(visit, shown, |form| {
        html! {
            (what(lang, form, &nobody))
            (form.date("first", Text::FirstDay.to(lang)).required().value(visit.cx.today().to_string())
                .help(Text::FromHelp.to(lang)))
            (form.date("last", Text::EmployedUntil.to(lang)).help(Text::EmployedUntilHelp.to(lang)))
        }
    })
    .await
}

/// `GET /admin/organisation/people/:id/edit`
#[handler]
pub(super) async fn ask_edit(visit: Visit, Path(id): Path<PersonId>) -> Answer<Response> {
    edit_page(&visit, id, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/people/:id/edit`
#[handler]
pub(super) async fn submit_edit(
    visit: Visit,
    Path(id): Path<PersonId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = edited(&visit, id, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => edit_page(&visit, id, &shown).await,
    }
}

async fn edited(
    visit: &Visit,
    id: PersonId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let row = seen(fields)?;
    let mut read = fields.reader();
    let from = read.needed("from", Reader::day);
    let class = class(&mut read);
    let (from, class) = read.finish_with(from.zip(class))?;
    let edit = staff::edit(&visit.cx, id, row, from, who(fields, class)).await?;
    go(visit, fields, elsewhere, edit, |()| person_page(id)).await
}

async fn edit_page(visit: &Visit, id: PersonId, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let known = Known::find(&visit.cx, id).await?;
    let record = known.today(visit)?;
    let now = StaffEdit {
        number: record.state.number.clone(),
        name: record.state.name.clone(),
        kana: record.state.kana.clone(),
        class: record.state.class,
    };
    let page = form_page(lang, id, &now.name, &Text::EditPerson, "edit");
    page.answer(visit, shown, |form| {
        html! {
            (form.hidden("row", &record.row.to_string()))
            (what(lang, form, &now))
            (from_field(visit, form, Some(record.days.first())))
        }
    })
    .await
}

/// `GET /admin/organisation/people/:id/status`
#[handler]
pub(super) async fn ask_status(visit: Visit, Path(id): Path<PersonId>) -> Answer<Response> {
    status_page(&visit, id, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/people/:id/status`
#[handler]
pub(super) async fn set_status(
    visit: Visit,
    Path(id): Path<PersonId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = status_set(&visit, id, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => status_page(&visit, id, &shown).await,
    }
}

async fn status_set(
    visit: &Visit,
    id: PersonId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let row = seen(fields)?;
    let mut read = fields.reader();
    let status = read.needed("status", |read, name| read.with(name, Status::from_code));
    let from = read.needed("from", Reader::day);
    let last = read.day("last");
    let (status, from) = read.finish_with(status.zip(from))?;
    let edit = staff::set_status(&visit.cx, id, row, status, from, last).await?;
    go(visit, fields, elsewhere, edit, |()| person_page(id)).await
}

async fn status_page(visit: &Visit, id: PersonId, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let known = Known::find(&visit.cx, id).await?;
    let record = known.today(visit)?;
    let choices = Status::ALL
        .into_iter()
        .filter(|status| *status != record.state.status)
        .map(|status| {
            let choice = Choice::new(status.code(), terms::status(lang, status));
            match status {
                Status::Active => choice.detail(Text::ReturnMeans.to(lang)),
                Status::Left => choice.detail(Text::LeftMeans.to(lang)),
                Status::Leave | Status::ChildcareLeave | Status::Seconded => choice,
            }
        });
    let page = form_page(lang, id, &record.state.name, &Text::SetStatus, "status");
    page.answer(visit, shown, |form| {
        html! {
            (form.hidden("row", &record.row.to_string()))
            p { (Text::StatusNow.to(lang)) ": " (terms::status(lang, record.state.status)) }
            (form.radios("status", Text::NewStatus.to(lang)).required().options(choices))
            (from_field(visit, form, Some(record.days.first())))
            (form.date("last", Text::LastDay.to(lang)).help(Text::LastDayHelp.to(lang)))
        }
    })
    .await
}

fn form_page(lang: Lang, id: PersonId, name: &str, act: &Text, verb: &str) -> FormPage {
    let here = person_page(id);
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

fn class(read: &mut Reader<'_>) -> Option<EmploymentClass> {
    read.needed("class", |read, name| {
        read.with(name, EmploymentClass::from_code)
    })
}

fn who(fields: &Fields, class: EmploymentClass) -> StaffEdit {
    StaffEdit {
        number: fields.code("number"),
        name: fields.text("name"),
        kana: fields.text("kana"),
        class,
    }
}

fn what(lang: Lang, form: &Form, who: &StaffEdit) -> Markup {
    let classes =
        EmploymentClass::ALL.map(|class| Choice::new(class.code(), terms::class(lang, class)));
    html! {
        (form.text("number", Text::Number.to(lang)).required().max_chars(20).short().value(&*who.number))
        (form.text("name", Text::PersonName.to(lang)).required().max_chars(60).value(&*who.name)
            .help(Text::NameHelp.to(lang)))
        (form.text("kana", Text::Kana.to(lang)).required().max_chars(60).value(&*who.kana)
            .help(Text::KanaHelp.to(lang)))
        (form.select("class", Text::Class.to(lang)).required().options(classes).value(who.class.code()))
    }
}
