//! Writing events and changing them.

mod form;
pub(crate) mod repeat;

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_kernel::{Fault, Invalid, Reason, UnitId};
use yakusho_scheduling::event::{self, EventForm, EventId, EventView, Owner, Part, When};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::acts::{part, said};
use super::texts::Text;
use super::{SCHEDULE, event_page, local, page_of};
use crate::people;
use crate::words::PERSONAL;
use form::{Held, PEOPLE};
pub(super) use repeat::in_words as repeats_in_words;

/// The name of the button by which what looks like personal information is registered all the same.
const ALL_THE_SAME: &str = "all_the_same";

yakusho_webkit::texts! {
    /// What the form of an event says, besides its fields.
    enum Words {
        NewTitle: "予定の登録" / "New event";
        EditTitle: "予定の変更" / "Change event";
        Save: "登録する" / "Register";
        SaveChange: "変更を保存" / "Save changes";
        Saved: "予定を登録しました。" / "The event was registered.";
        Changed: "予定を変更しました。" / "The event was changed.";
        OnlyThis: "この日の予定だけを変更します。ほかの日は変わりません。" / "This date alone is changed; the others stay as they are.";
        AndAfter: "この日と、これより後の日の予定を変更します。" / "This date and all after it are changed.";
        AllOfIt: "繰り返しのすべての日を変更します。" / "All dates of the series are changed.";
        Warned: "個人情報と思われる記載があります" / "There seems to be personal information in it";
        WarnedAdvice: "スケジュールは、ほかの職員にも公開されます。下に示した記載を直してください。個人情報に当たらないとき、又は業務に必要なときは、「このまま登録する」を押すと登録できます。そう判断したことは、記録に残ります。" / "Others read the schedule. Please take out what is named below. Where it is no personal information, or the work needs it, press “Register it all the same”; your decision is kept on record.";
        AllTheSame: "このまま登録する" / "Register it all the same";
        Me { name: String }: "{name}(自分)" / "{name} (me)";
    }
}

/// The value of an owner in forms and addresses.
pub(super) fn owner_value(owner: Owner) -> String {
    match owner {
        Owner::Person(id) => format!("person:{id}"),
        Owner::Unit(id) => format!("unit:{id}"),
    }
}

/// The owner of that value.
fn owner_of(text: &str) -> Option<Owner> {
    let (kind, id) = text.split_once(':')?;
    match kind {
        "person" => id.parse().ok().map(Owner::Person),
        "unit" => id.parse().ok().map(Owner::Unit),
        _ => None,
    }
}

/// What the form is about.
enum Target {
    /// An event that does not exist yet.
    New(Box<Held>),
    /// An event, or a part of a series, as it was when the form was made.
    Known(Box<EventView>, Part, Box<Held>),
}

impl Target {
    fn held(&self) -> &Held {
        match self {
            Self::New(held) | Self::Known(.., held) => held,
        }
    }

    fn address(&self) -> String {
        match self {
            Self::New(_) => format!("{SCHEDULE}/new"),
            Self::Known(view, part, _) => page_of(view.event.id, "edit", said(*part)),
        }
    }

    fn back(&self) -> String {
        match self {
            Self::New(_) => SCHEDULE.to_owned(),
            Self::Known(view, ..) => event_page(view.event.id),
        }
    }
}

/// `GET /schedule/new`, on the day `day` and in the calendar `owner`.
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    let target = begun(&visit)?;
    editor(&visit, &target, Typed::nothing(), false).await
}

/// What a new event begins with.
fn begun(visit: &Visit) -> Answer<Target> {
    let today = visit.cx.today();
    let day = visit.query("day");
    let day = day.and_then(|day| yakusho_koyomi::parse_date(day).ok());
    let owner = visit.query("owner").and_then(owner_of);
    let me = Owner::Person(visit.me()?.standing.person);
    let now = local(visit.cx.now());
    Ok(Target::New(Box::new(Held {
        owner: owner.unwrap_or(me),
        when: form::begins(now, day.unwrap_or(today)),
        content: None,
        repeats: true,
    })))
}

/// `POST /schedule/new`
#[handler]
pub(super) async fn create(visit: Visit, fields: Fields) -> Answer {
    let target = begun(&visit)?;
    if people::is_looking(&fields, PEOPLE) {
        return editor(&visit, &target, Typed::so_far(&fields), false).await;
    }
    let written = async {
        let form = entered(&target, &fields)?;
        Ok::<_, Problem>(event::create(&visit.cx, &form).await?)
    };
    match written.await {
        Ok(id) => {
            let said = Words::Saved.to(visit.lang);
            Ok(visit.see_other(event_page(*id)).saying(said).into())
        }
        Err(problem) => again(&visit, &target, &fields, problem).await,
    }
}

/// `GET /schedule/:id/edit`, of a series with `part` and `date`.
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let target = known(&visit, id).await?;
    editor(&visit, &target, Typed::nothing(), false).await
}

/// `POST /schedule/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<EventId>, fields: Fields) -> Answer {
    let target = known(&visit, id).await?;
    if people::is_looking(&fields, PEOPLE) {
        return editor(&visit, &target, Typed::so_far(&fields), false).await;
    }
    let part = part(&visit)?;
    let changed = async {
        let form = entered(&target, &fields)?;
        let revision: i32 = fields.reader().given("revision")?;
        Ok::<_, Problem>(event::edit(&visit.cx, id, revision, part, &form).await?)
    };
    match changed.await {
        Ok(id) => {
            let said = Words::Changed.to(visit.lang);
            Ok(visit.see_other(event_page(*id)).saying(said).into())
        }
        Err(problem) => again(&visit, &target, &fields, problem).await,
    }
}

fn entered(target: &Target, fields: &Fields) -> Answer<EventForm> {
    form::read(fields, target.held(), fields.has(ALL_THE_SAME))
}

async fn known(visit: &Visit, id: EventId) -> Answer<Target> {
    let view = event::show(&visit.cx, id).await?;
    let part = part(visit)?;
    if !view.rights.edit {
        return Err(Fault::NotFound.into());
    }
    let content = &view.event.content;
    let when: When = match part {
        Part::All => content.when,
        Part::This(date) | Part::Following(date) if view.event.series().has(date) => {
            content.when.from_start(date)
        }
        Part::This(_) | Part::Following(_) => return Err(Fault::NotFound.into()),
    };
    let held = Held {
        owner: view.event.owner,
        when,
        content: Some(content.clone()),
        repeats: !matches!(part, Part::This(_)) && view.event.origin.is_none(),
    };
    Ok(Target::Known(Box::new(view), part, Box::new(held)))
}

/// The form with what was typed and what is wrong. Where nothing is but that it looks like personal information, the
/// next step is to decide about that.
async fn again(visit: &Visit, target: &Target, fields: &Fields, problem: Problem) -> Answer {
    let problem = at_fields(problem, fields.has("whole_day"));
    let warned =
        matches!(&problem, Problem::Fault(Fault::Invalid(invalid)) if is_personal(invalid));
    editor(visit, target, problem.again(fields)?, warned).await
}

fn is_personal(invalid: &Invalid) -> bool {
    let personal =
        |reason: &Reason| matches!(reason, Reason::Code(code) if PERSONAL.contains(code));
    invalid.errors.iter().all(|error| personal(&error.reason))
}

/// What the domain says of an event's time and of its rule stands at the fields in which they are entered.
fn at_fields(problem: Problem, whole_day: bool) -> Problem {
    let Problem::Fault(Fault::Invalid(mut invalid)) = problem else {
        return problem;
    };
    for error in &mut invalid.errors {
        let field = match error.field.as_str() {
            "when" if whole_day => "last",
            "when" => "end",
            "recurrence" => "repeat",
            "candidates" => "candidate2",
            _ => continue,
        };
        field.clone_into(&mut error.field);
    }
    Problem::Fault(Fault::Invalid(invalid))
}

/// The calendars in which the visitor writes, by name: their own, their units' and those of whoever lets them.
async fn owners(visit: &Visit) -> Answer<Vec<(Owner, String)>> {
    let (on, today) = (visit.cx.reader(), visit.cx.today());
    let me = visit.me()?;
    let name = me.display_name.clone();
    let own = Words::Me { name }.to(visit.lang).into_owned();
    let mut found = vec![(Owner::Person(me.standing.person), own)];
    let mut units: Vec<UnitId> = Vec::new();
    for unit in me
        .standing
        .seats
        .iter()
        .flat_map(|seat| [seat.unit, seat.section])
    {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let names = directory::unit_names(&on, today, &units).await?;
    let units = units.into_iter();
    found.extend(units.filter_map(|unit| Some((Owner::Unit(unit), names.get(&unit)?.clone()))));
    let others = event::owners(&visit.cx).await?;
    let cards = directory::people(&on, today, &others).await?;
    let others = others.into_iter();
    found.extend(others.filter_map(|id| Some((Owner::Person(id), cards.get(&id)?.name.clone()))));
    Ok(found)
}

/// The page with the form; `warned` where the next step is to decide whether it is registered all the same.
async fn editor(visit: &Visit, target: &Target, typed: Typed<'_>, warned: bool) -> Answer {
    let lang = visit.lang;
    let held = target.held();
    let owners = owners(visit).await?;
    let people = people::Offer::of(visit, PEOPLE, typed.fields(), held.people()).await?;
    let form = typed.form(visit, target.address());
    let body = form.render(html! {
        @if let Target::Known(view, ..) = target {
            (form.hidden("revision", &view.event.revision.to_string()))
        }
        (form::fields(visit, &form, held, &owners, &people))
        (buttons(html! {
            @match target {
                Target::New(_) => (Button::submit(Words::Save.to(lang)).primary()),
                Target::Known(..) => (Button::submit(Words::SaveChange.to(lang)).primary()),
            }
            @if warned { (Button::submit(Words::AllTheSame.to(lang)).field(ALL_THE_SAME, "1")) }
            (Button::link(target.back(), Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let title = match target {
        Target::New(_) => Words::NewTitle,
        Target::Known(..) => Words::EditTitle,
    };
    let which = match target {
        Target::Known(_, Part::This(_), _) => Some(Words::OnlyThis),
        Target::Known(_, Part::Following(_), _) => Some(Words::AndAfter),
        Target::Known(view, Part::All, _) if view.event.repeats() => Some(Words::AllOfIt),
        _ => None,
    };
    let page = Page::new(&shell, title.to(lang)).crumb(SCHEDULE, Text::Schedule.to(lang));
    Ok(typed.page(page.render(html! {
        @if warned {
            (Alert::warning(lang, Words::Warned.to(lang)).body(html! { p { (Words::WarnedAdvice.to(lang)) } }))
        }
        @if let Some(which) = which { (Alert::info(lang, which.to(lang))) }
        (body)
    })))
}
