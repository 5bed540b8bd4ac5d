//! Booking a facility, alone or with an event, once or again and again, and changing a booking.

mod enter;
mod form;
mod taken;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_kernel::{Fault, Reason};
use yakusho_scheduling::booking::{self, BookingError, BookingId, BookingRow, BookingState, Clash};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, buttons};
use yakusho_webkit::{Answer, Fields, Problem, SeeOther, Typed, Visit};

use super::texts::Text;
use super::{BOOKINGS, booking_page};
use crate::words::is_personal_alone;
use crate::{people, schedule};
use enter::{Done, Unbooked};
use form::{Held, PEOPLE};

/// The name of the button by which what looks like personal information is registered all the same.
const ALL_THE_SAME: &str = "all_the_same";

yakusho_webkit::texts! {
    /// What the form of a booking says, besides its fields.
    enum Words {
        NewTitle: "施設の予約" / "Book a facility";
        EditTitle: "予約の変更" / "Change booking";
        Save: "予約する" / "Book";
        SaveChange: "変更を保存" / "Save changes";
        Confirmed: "予約しました。" / "Booked.";
        Tentative: "予約を申し込みました。承認されるまでは仮の予約です。" / "Asked for: tentative until approved.";
        Waiting: "キャンセル待ちに登録しました。空きができたら通知が届きます。" / "You are on the waiting list, and are told when it becomes free.";
        Changed: "予約を変更しました。" / "The booking was changed.";
        Several { n: usize }: "{n}件を予約しました。" / "{n} date was booked." | "{n} dates were booked." by n;
        LeftOut { n: usize }: "取れなかった日が{n}日あります。" / "{n} date was left out." | "{n} dates were left out." by n;
        WithEvent: "予約し、予定表にも登録しました。" / "Booked, and put into the calendar.";
        Warned: "個人情報と思われる記載があります" / "There seems to be personal information in it";
        WarnedAdvice: "予定表はほかの職員にも公開されます。記載を直すか、業務に必要なときは「このまま登録する」を押してください。そう判断したことは記録に残ります。" / "Others read the calendar. Take it out, or, where the work needs it, press “Register it all the same”; your decision is kept on record.";
        AllTheSame: "このまま登録する" / "Register it all the same";
    }
}

/// What the form is about.
enum Target {
    /// A booking that does not exist yet.
    New(Held),
    /// A booking as it was when the form was made.
    Known(Box<BookingRow>, Held),
}

impl Target {
    const fn held(&self) -> &Held {
        match self {
            Self::New(held) | Self::Known(_, held) => held,
        }
    }

    fn address(&self) -> String {
        match self {
            Self::New(_) => format!("{BOOKINGS}/new"),
            Self::Known(row, _) => format!("{}/edit", booking_page(row.booking.id)),
        }
    }

    fn back(&self) -> String {
        match self {
            Self::New(_) => BOOKINGS.to_owned(),
            Self::Known(row, _) => booking_page(row.booking.id),
        }
    }

    const fn is_new(&self) -> bool {
        matches!(self, Self::New(_))
    }
}

/// `GET /bookings/new`, with what the address says of facility and time.
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    let target = Target::New(Held::begun(&visit));
    editor(&visit, &target, visit.typed(), &Next::Nothing).await
}

/// `POST /bookings/new`
#[handler]
pub(super) async fn create(visit: Visit, fields: Fields) -> Answer {
    let target = Target::New(Held::begun(&visit));
    if people::is_looking(&fields, PEOPLE) {
        let fields = people::gathered(&visit, &fields, PEOPLE).await?;
        return editor(&visit, &target, Typed::so_far(&fields), &Next::Nothing).await;
    }
    match enter::booked(&visit, &fields).await {
        Ok(done) => Ok(said(&visit, &done).into()),
        Err(unbooked) => again(&visit, &target, &fields, unbooked).await,
    }
}

/// `GET /bookings/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    let target = known(&visit, id).await?;
    editor(&visit, &target, visit.typed(), &Next::Nothing).await
}

/// `POST /bookings/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<BookingId>, fields: Fields) -> Answer {
    let target = known(&visit, id).await?;
    match enter::changed(&visit, id, &fields).await {
        Ok(booked) => {
            let said = match booked.state {
                BookingState::Confirmed => Words::Changed,
                other => of_state(other),
            };
            let to = visit.see_other(booking_page(booked.id));
            Ok(to.saying(said.to(visit.lang)).into())
        }
        Err(unbooked) => again(&visit, &target, &fields, unbooked).await,
    }
}

async fn known(visit: &Visit, id: BookingId) -> Answer<Target> {
    let row = booking::show(&visit.cx, id).await?;
    if !row.rights.change {
        return Err(Fault::NotFound.into());
    }
    let held = Held::of(&row.booking);
    Ok(Target::Known(Box::new(row), held))
}

const fn of_state(state: BookingState) -> Words {
    match state {
        BookingState::Tentative => Words::Tentative,
        BookingState::Waiting => Words::Waiting,
        _ => Words::Confirmed,
    }
}

/// On to what was booked, saying what came of it.
fn said(visit: &Visit, done: &Done) -> SeeOther {
    let lang = visit.lang;
    let (to, said, left_out) = match done {
        Done::Booking(booked) => (booking_page(booked.id), of_state(booked.state), 0),
        Done::Series(series) => {
            let first = series.booked.first();
            let to = first.map_or_else(|| super::MINE.to_owned(), |id| booking_page(*id));
            let n = series.booked.len();
            (to, Words::Several { n }, dates(&series.left_out))
        }
        Done::Event(written) => {
            let to = schedule::event_page(written.id);
            (to, Words::WithEvent, dates(&written.left_out))
        }
    };
    let mut words = said.to(lang).into_owned();
    if left_out > 0 {
        words.push_str(&Words::LeftOut { n: left_out }.to(lang));
    }
    visit.see_other(to).saying(words)
}

/// How many dates these are.
fn dates(clashes: &[Clash]) -> usize {
    let mut wanted: Vec<_> = clashes.iter().map(|clash| clash.wanted).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.len()
}

/// What is to be decided next before anything is booked.
enum Next {
    /// Nothing.
    Nothing,
    /// Whether what looks like personal information is registered all the same.
    Personal,
    /// What to do about what is taken.
    Taken(Box<taken::Taken>),
}

/// The form with what was typed and what is wrong.
async fn again(visit: &Visit, target: &Target, fields: &Fields, unbooked: Unbooked) -> Answer {
    let (problem, next) = match unbooked {
        Unbooked::Problem(problem) => {
            let problem = at_fields(problem);
            let next = if is_personal_alone(&problem) {
                Next::Personal
            } else {
                Next::Nothing
            };
            (problem, next)
        }
        Unbooked::Taken(asked, clashes) => {
            let taken = taken::Taken::of(visit, &asked, clashes, target.is_new()).await?;
            (
                BookingError::Taken(Vec::new()).into(),
                Next::Taken(Box::new(taken)),
            )
        }
    };
    editor(visit, target, problem.again(fields)?, &next).await
}

/// What the domain says of bookings and events stands at the fields in which it is entered.
fn at_fields(problem: Problem) -> Problem {
    let Problem::Fault(Fault::Invalid(mut invalid)) = problem else {
        return problem;
    };
    for error in &mut invalid.errors {
        if (error.field.as_str(), &error.reason) == ("ends_at", &Reason::Past) {
            error.reason = Reason::Code("past_time");
        }
        let of_facility = error.field.starts_with("facilities.");
        let field = match (error.field.as_str(), &error.reason) {
            ("starts_at", _) | (_, Reason::Code("beyond_window" | "past_time")) => "first",
            ("ends_at" | "when", _) => "end",
            ("title", _) => "purpose",
            ("recurrence" | "rule", _) => "repeat",
            (_, Reason::OutOfRange { .. }) if of_facility => "quantity",
            (_, Reason::Code("retired")) if of_facility => "facility",
            _ if of_facility => "end",
            _ => continue,
        };
        field.clone_into(&mut error.field);
    }
    Problem::Fault(Fault::Invalid(invalid))
}

/// The page with the form.
async fn editor(visit: &Visit, target: &Target, typed: Typed<'_>, next: &Next) -> Answer {
    let lang = visit.lang;
    let with_event = target.is_new() && visit.is_on(schedule::FUNCTION);
    let people = if with_event {
        Some(people::Offer::of(visit, PEOPLE, typed.fields(), &[]).await?)
    } else {
        None
    };
    let facilities = form::Facilities::of(visit).await?;
    let form = typed.form(visit, target.address());
    let body = form.render(html! {
        @if let Target::Known(row, _) = target {
            (form.revision(row.booking.revision))
        }
        // What the Enter key presses: the first button of a form, and not one of those that decide about what is taken.
        (unseen(target))
        @if let Next::Taken(taken) = next {
            (taken.render(lang))
            // What was decided before stays decided while one chooses among what is free.
            @if typed.fields().is_some_and(|fields| fields.has(ALL_THE_SAME)) { (form.hidden(ALL_THE_SAME, "1")) }
        }
        (form::fields(lang, &form, target.held(), &facilities, target.is_new()))
        @if let Some(people) = &people { (form::with_event(lang, &form, people)) }
        (buttons(html! {
            (save(target, lang).primary())
            @if matches!(next, Next::Personal) {
                (Button::submit(Words::AllTheSame.to(lang)).field(ALL_THE_SAME, "1"))
            }
            (Button::link(target.back(), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let title = if target.is_new() {
        Words::NewTitle
    } else {
        Words::EditTitle
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang)).crumb(BOOKINGS, Text::Bookings.to(lang));
    Ok(typed.page(page.render(html! {
        @if matches!(next, Next::Personal) {
            (Alert::warning(lang, Words::Warned.to(lang)).body(html! { p { (Words::WarnedAdvice.to(lang)) } }))
        }
        (body)
    })))
}

fn save(target: &Target, lang: yakusho_webkit::Lang) -> Button {
    let words = if target.is_new() {
        Words::Save
    } else {
        Words::SaveChange
    };
    Button::submit(words.to(lang))
}

fn unseen(target: &Target) -> Markup {
    html! { button.visually-hidden type="submit" tabindex="-1" aria-hidden="true" formaction=(target.address()) {} }
}
