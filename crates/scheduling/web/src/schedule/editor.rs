//! Writing events and changing them.

mod facilities;
mod form;
pub(crate) mod repeat;
mod target;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_attachments_web::Files;
use yakusho_kernel::{Fault, Reason, UnitId};
use yakusho_scheduling::booking::{BookingError, Clash, OnTaken};
use yakusho_scheduling::event::{self, EventForm, EventId, Owner, Part, Written};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Upload, Visit};

use super::acts::part;
use super::texts::Text;
use super::{SCHEDULE, event_page};
use crate::words::is_personal_alone;
use crate::{clashes, people};
use form::PEOPLE;
pub(super) use repeat::in_words as repeats_in_words;
use target::Target;

/// The name of the button by which a series is registered although some of its dates have no facility.
const THE_REST: &str = "book_the_rest";

/// How many dates without a facility are named once the rest is booked.
const NAMED: usize = 5;

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
        TheRest: "空いている日だけ予約して登録する" / "Register it, and book the dates that are free";
        LeftOut { n: usize, dates: String }: "予定を登録しました。次の{n}日は、施設を予約できませんでした:{dates}" / "The event was registered. No facility on {n} date: {dates}" | "The event was registered. No facility on {n} dates: {dates}" by n;
        AndMore: "ほか" / "and more";
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

/// `GET /schedule/new`, with what the address says that it begins with.
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    let editor = Editor::of(&visit, target::begun(&visit)?).await?;
    editor.page(editor.visit.typed()).await
}

/// `POST /schedule/new`
#[handler]
pub(super) async fn create(visit: Visit, upload: Upload) -> Answer {
    let mut editor = Editor::of(&visit, target::begun(&visit)?).await?;
    let fields = editor.receive(upload).await?;
    if is_looking(&fields) {
        return editor.looked(&fields).await;
    }
    let written = async {
        let form = editor.entered(&fields)?;
        let written = event::create_with(&visit.cx, &form, on_taken(&fields)).await?;
        Ok::<_, Refused>(written.into_inner())
    };
    match written.await {
        Ok(written) => Ok(done(&visit, &written, &Words::Saved)),
        Err(refused) => editor.again(&fields, refused).await,
    }
}

/// `GET /schedule/:id/edit`, of a series with `part` and `date`.
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let editor = Editor::of(&visit, target::known(&visit, id).await?).await?;
    editor.page(editor.visit.typed()).await
}

/// `POST /schedule/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<EventId>, upload: Upload) -> Answer {
    let mut editor = Editor::of(&visit, target::known(&visit, id).await?).await?;
    let fields = editor.receive(upload).await?;
    if is_looking(&fields) {
        return editor.looked(&fields).await;
    }
    let part = part(&visit)?;
    let changed = async {
        let form = editor.entered(&fields)?;
        let revision: i32 = fields.reader().given("revision").map_err(Problem::from)?;
        let cx = &visit.cx;
        let written = event::edit_with(cx, id, revision, part, &form, on_taken(&fields)).await?;
        Ok::<_, Refused>(written.into_inner())
    };
    match changed.await {
        Ok(written) => Ok(done(&visit, &written, &Words::Changed)),
        Err(refused) => editor.again(&fields, refused).await,
    }
}

/// Why nothing was written.
enum Refused {
    /// Facilities are taken.
    Taken(Vec<Clash>),
    Other(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

impl From<BookingError> for Refused {
    fn from(error: BookingError) -> Self {
        match error {
            BookingError::Taken(clashes) if !clashes.is_empty() => Self::Taken(clashes),
            other => Self::Other(Fault::from(other).into()),
        }
    }
}

/// Whether the form was sent to look for people or for what is free, and not to be done.
fn is_looking(fields: &Fields) -> bool {
    people::is_looking(fields, PEOPLE) || facilities::is_looking(fields)
}

fn on_taken(fields: &Fields) -> OnTaken {
    if fields.has(THE_REST) {
        OnTaken::BookTheRest
    } else {
        OnTaken::Refuse
    }
}

/// Whether what looks like personal information is registered all the same: the one button says so, and the other
/// keeps what was said before.
fn all_the_same(fields: &Fields) -> bool {
    fields.has(ALL_THE_SAME) || fields.first(THE_REST) == Some(ALL_THE_SAME)
}

/// On to the page of what was written.
fn done(visit: &Visit, written: &Written, said: &Words) -> poem::Response {
    let lang = visit.lang;
    let n = written.left_out.len();
    let said = if n == 0 {
        said.to(lang)
    } else {
        let named = written.left_out.iter().take(NAMED);
        let mut dates: Vec<String> = named
            .map(|clash| clashes::times(lang, clash.wanted))
            .collect();
        if n > NAMED {
            dates.push(Words::AndMore.to(lang).into_owned());
        }
        let dates = dates.join(", ");
        Words::LeftOut { n, dates }.to(lang)
    };
    let to = visit.see_other(event_page(written.id));
    to.saying(said).into()
}

/// What the domain says of an event's time and of its rule stands at the fields in which they are entered.
fn at_fields(problem: Problem, fields: &Fields) -> Problem {
    let Problem::Fault(Fault::Invalid(mut invalid)) = problem else {
        return problem;
    };
    let last = fields.text("last");
    let of_days = fields.has("whole_day") || !last.is_empty() && last != fields.text("first");
    for error in &mut invalid.errors {
        let field = match (error.field.as_str(), &error.reason) {
            ("when", Reason::Code("before_calendars")) => "first",
            ("when", _) if of_days => "last",
            ("when", _) => "end",
            ("recurrence", _) => "repeat",
            ("candidates", _) => "candidate2",
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

/// The form of an event.
struct Editor<'v> {
    visit: &'v Visit,
    target: Target,
    facilities: facilities::Offer,
    files: Files,
    /// What stands against the facilities that were asked for.
    clashes: Vec<Clash>,
    /// The next step is to decide whether it is registered all the same.
    warned: bool,
}

impl<'v> Editor<'v> {
    async fn of(visit: &'v Visit, target: Target) -> Answer<Self> {
        let facilities = facilities::Offer::of(visit, target.held()).await?;
        Ok(Self {
            visit,
            files: Files::hanging(target.held().files()),
            target,
            facilities,
            clashes: Vec::new(),
            warned: false,
        })
    }

    /// Takes in what the form brought; out come its fields.
    async fn receive(&mut self, upload: Upload) -> Answer<Fields> {
        let hanging = self.target.held().files();
        let (fields, files) = Files::receive(self.visit, upload, hanging).await?;
        self.files = files;
        Ok(fields)
    }

    fn entered(&self, fields: &Fields) -> Answer<EventForm> {
        let held = self.target.held();
        Ok(EventForm {
            files: Some(self.files.ids()),
            ..form::read(fields, held, &self.facilities, all_the_same(fields))?
        })
    }

    /// The form as it was typed so far, with what was looked for.
    async fn looked(mut self, fields: &Fields) -> Answer {
        if let Some(when) =
            form::when(fields, self.target.held()).filter(|_| facilities::is_looking(fields))
        {
            self.facilities.look(self.visit, &when).await?;
        }
        let fields = people::gathered(self.visit, fields, PEOPLE).await?;
        self.page(Typed::so_far(&fields)).await
    }

    /// The form with what was typed and what is wrong. Where nothing is but that it looks like personal information, the
    /// next step is to decide about that.
    async fn again(mut self, fields: &Fields, refused: Refused) -> Answer {
        let problem = match refused {
            Refused::Taken(clashes) => {
                self.clashes = clashes;
                Fault::from(BookingError::Taken(Vec::new())).into()
            }
            Refused::Other(problem) => at_fields(problem, fields),
        };
        self.warned = is_personal_alone(&problem);
        self.page(problem.again(fields)?).await
    }

    /// The page with the form.
    async fn page(&self, typed: Typed<'_>) -> Answer {
        let (visit, lang) = (self.visit, self.visit.lang);
        let shell = visit.shell().await?;
        let title = match self.target {
            Target::New(_) => Words::NewTitle,
            Target::Known(..) => Words::EditTitle,
        };
        let which = match &self.target {
            Target::Known(_, Part::This(_), _) => Some(Words::OnlyThis),
            Target::Known(_, Part::Following(_), _) => Some(Words::AndAfter),
            Target::Known(view, Part::All, _) if view.event.repeats() => Some(Words::AllOfIt),
            _ => None,
        };
        let form = self.form(&typed).await?;
        let page = Page::new(&shell, title.to(lang)).crumb(SCHEDULE, Text::Schedule.to(lang));
        Ok(typed.page(page.render(html! {
            @if self.warned {
                (Alert::warning(lang, Words::Warned.to(lang)).body(html! { p { (Words::WarnedAdvice.to(lang)) } }))
            }
            @if let Some(which) = which { (Alert::info(lang, which.to(lang))) }
            (form)
        })))
    }

    async fn form(&self, typed: &Typed<'_>) -> Answer<Markup> {
        let (visit, lang) = (self.visit, self.visit.lang);
        let (target, held) = (&self.target, self.target.held());
        let owners = owners(visit).await?;
        let people = people::Offer::of(visit, PEOPLE, typed.fields(), &held.people).await?;
        let form = typed.form(visit, target.address());
        let form = form.errors(self.facilities.against(lang, &self.clashes));
        Ok(form.render(html! {
            @if let Target::Known(view, ..) = target {
                (form.revision(view.event.revision))
            }
            (form::fields(visit, &form, held, &owners, &people, &self.facilities, &self.files))
            (buttons(html! {
                @match target {
                    Target::New(_) => (Button::submit(Words::Save.to(lang)).primary()),
                    Target::Known(..) => (Button::submit(Words::SaveChange.to(lang)).primary()),
                }
                @if self.warned { (Button::submit(Words::AllTheSame.to(lang)).field(ALL_THE_SAME, "1")) }
                @if let Some(fields) = typed.fields().filter(|fields| self.has_the_rest(fields)) {
                    @let kept = if all_the_same(fields) { ALL_THE_SAME } else { "1" };
                    (Button::submit(Words::TheRest.to(lang)).field(THE_REST, kept))
                }
                (Button::link(target.back(), Common::Cancel.to(lang)).tertiary())
            }))
        }))
    }

    /// Whether there are other dates than those on which a facility is taken.
    fn has_the_rest(&self, fields: &Fields) -> bool {
        !self.clashes.is_empty() && repeat::is_used(fields)
    }
}
