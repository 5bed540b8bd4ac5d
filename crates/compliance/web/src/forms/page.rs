//! The page of one case.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_attachments_web::Files;
use yakusho_compliance::procedure::{
    self, Act, ActKind, Answers, CaseId, CaseState, CaseView, StepProgress, TaskState, Verdict,
};
use yakusho_compliance::provision;
use yakusho_kernel::{Notices, Seen, Subject as _, UnitId};
use yakusho_regulation::ProcedureKind;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Icon, Table, Tag, Tone, buttons, day, link, moment,
    section, short_day, status_list,
};
use yakusho_webkit::{Answer, Lang, Typed, Visit};

use super::entry::Entry;
use super::list::{number, state};
use super::paper::paper;
use super::{FORMS, Text, case_page, page_of};
use crate::names::{Names, proxy};
use crate::provision::provision_page;

/// The most characters of what is said with an act.
const REMARK: usize = 2_000;

/// `GET /forms/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<CaseId>) -> Answer {
    let view = procedure::show(&visit.cx, id).await?;
    let mine = Notices(visit.me()?.standing.person);
    if mine.unseen_once(&visit.cx).await? > 0 {
        mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    }
    page(&visit, &view, Typed::nothing()).await
}

/// The case as it is now, with what was typed into its form.
pub(super) async fn page(visit: &Visit, view: &CaseView, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let names = names(visit, view).await?;
    let procedure = &view.definition.procedure;
    let caused = match procedure.kind {
        ProcedureKind::Provision => provision::of_case(&visit.cx, view.id).await?,
        _ => None,
    };
    let shell = visit.shell().await?;
    let body = html! {
        (sent_back(lang, view))
        (answer(visit, view, &typed).await?)
        (paper(visit, view, &view.content, &names))
        @if let Some(id) = caused {
            p { (link(provision_page(id), Text::OpenProvision.to(lang))) }
        }
        (steps(visit, view, &names))
        (section(Text::Acts.to(lang), acts(lang, view, &names)))
        (versions(lang, view))
    };
    let page = Page::new(&shell, procedure.title(lang))
        .crumb(FORMS, Text::Forms.to(lang))
        .tags(html! { (state(lang, view.state)) })
        .meta(html! { (number(lang, &procedure.register, view.number)) })
        .actions(actions(visit, view))
        .render(body);
    Ok(typed.page(page))
}

pub(super) async fn names<'v>(visit: &'v Visit, view: &CaseView) -> Answer<Names<'v>> {
    let holders = view.steps.iter().flat_map(|step| &step.tasks);
    let units = holders.filter_map(|task| task.holder.unit());
    let units: Vec<UnitId> = units.chain([view.content.section]).collect();
    let mut answers = view.content.answers.clone();
    for act in &view.acts {
        // Names alone are looked up: under which key they stand does not matter.
        let keyed = act.answers.iter();
        answers.extend(keyed.map(|(key, said)| (format!("{} {key}", act.id), said.clone())));
    }
    Names::of(visit, &answers, units).await
}

fn actions(visit: &Visit, view: &CaseView) -> Markup {
    let (lang, may) = (visit.lang, view.may);
    let copy = Button::post(
        page_of(view.id, "copy"),
        visit.csrf(),
        Text::CopyForm.to(lang),
    );
    html! {
        @if may.edit { (Button::link(page_of(view.id, "edit"), Common::Edit.to(lang)).icon(Icon::Edit)) }
        @if may.copy { (copy) }
        @if may.withdraw { (Button::link(page_of(view.id, "withdraw"), Text::Withdraw.to(lang)).danger()) }
        (Button::link(page_of(view.id, "pdf"), "PDF").icon(Icon::Download))
        (Button::link(page_of(view.id, "csv"), "CSV").icon(Icon::Download))
        (Button::print(Common::Print.to(lang)))
    }
}

/// Why it came back, before anything else.
fn sent_back(lang: Lang, view: &CaseView) -> Markup {
    let back = view
        .acts
        .iter()
        .rev()
        .find(|act| act.kind == ActKind::SentBack);
    let Some(act) = back.filter(|_| view.state == CaseState::SentBack) else {
        return html! {};
    };
    let body = html! {
        p { (who(lang, act)) " " (day(lang, act.on)) }
        @for line in act.remark.iter().flat_map(|remark| remark.lines()) { p { (line) } }
    };
    html! { (Alert::warning(lang, Text::WasSentBack.to(lang)).body(body)) }
}

/// The form of what waits for the reader: submitting, saying one's word, deciding.
async fn answer(visit: &Visit, view: &CaseView, typed: &Typed<'_>) -> Answer<Markup> {
    let (lang, may) = (visit.lang, view.may);
    let (what, title) = if may.decide {
        ("decide", Text::DecideTitle)
    } else if may.consult {
        ("consult", Text::ConsultTitle)
    } else if may.submit {
        ("submit", Text::SubmitTitle)
    } else {
        return Ok(html! {});
    };
    let form = typed.form(visit, page_of(view.id, what));
    let today = visit.cx.today().to_string();
    let on = form
        .date("on", Text::ActDay.to(lang))
        .required()
        .max(today.clone())
        .help(Text::ActDayHelp.to(lang))
        .value(today);
    let step = view.waiting_step().filter(|_| may.decide);
    let asked = step.map_or(&[][..], |step| &step.fields);
    let nothing = Answers::new();
    let entry = Entry::of(visit, asked, &nothing).await?;
    let choice = |verdict: Verdict, text: Text| Choice::new(verdict.code(), text.to(lang));
    let body = html! {
        (form.revision(view.revision))
        @match what {
            "decide" => {
                @if let Some(step) = step.filter(|_| !asked.is_empty()) {
                    p { b { (step.title.get(lang)) } " " (Text::StepFieldsHelp.to(lang)) }
                }
                (entry.fields(&form, &Files::default()))
                (form.radios("verdict", Text::Verdict.to(lang)).required().options([
                    choice(Verdict::Grant, Text::Grant),
                    choice(Verdict::SendBack, Text::SendBack),
                    choice(Verdict::Refuse, Text::Refuse),
                ]))
                (form.textarea("remark", Text::Remark.to(lang)).max_chars(REMARK).rows(3).help(Text::RemarkHelp.to(lang)))
            }
            "consult" => {
                (form.radios("agrees", Text::Answer.to(lang)).required().options([
                    Choice::new("true", Text::Agree.to(lang)),
                    Choice::new("false", Text::Object.to(lang)),
                ]))
                (form.textarea("remark", Text::Opinion.to(lang)).max_chars(REMARK).rows(3).help(Text::OpinionHelp.to(lang)))
            }
            _ => { p { (Text::SubmitHelp.to(lang)) } }
        }
        (on)
        (buttons(html! {
            @match what {
                "decide" => (Button::submit(Text::Decide.to(lang)).primary()),
                "consult" => (Button::submit(Text::SendAnswer.to(lang)).primary()),
                _ => (Button::submit(Text::SaveAndSubmit.to(lang)).primary()),
            }
        }))
    };
    Ok(html! { div.act-box { (section(title.to(lang), form.clone().render(body))) } })
}

fn steps(visit: &Visit, view: &CaseView, names: &Names<'_>) -> Markup {
    let lang = visit.lang;
    let planned = &view.definition.procedure.steps;
    // What the last step that was taken brought about is no step that is done.
    let last = view
        .steps
        .iter()
        .rposition(|step| step.progress == StepProgress::Done);
    let ended = matches!(view.state, CaseState::SentBack | CaseState::Refused);
    let one = |at: usize, title: &str, progress: StepProgress, parties: Markup| {
        let tag = match progress {
            StepProgress::Ahead => Tag::new(Tone::Neutral, Text::StepAhead.to(lang)),
            StepProgress::Waiting => Tag::new(Tone::Warning, Text::StepWaiting.to(lang)),
            StepProgress::Done if ended && last == Some(at) => state(lang, view.state),
            StepProgress::Done => Tag::new(Tone::Success, Text::StepDone.to(lang)),
        };
        (html! { (title) (parties) }, tag, html! {})
    };
    let rows = planned.iter().zip(&view.steps).enumerate().map(|(at, (planned, step))| {
        let parties = html! {
            @for task in &step.tasks {
                p.meta {
                    (names.holder(task.holder)) " " (task_state(lang, task.state))
                    @if let (TaskState::Waiting, Some(due)) = (task.state, task.due) {
                        " " (Text::Due.to(lang)) " " (short_day(lang, due))
                        @if due < visit.cx.today() { " " (Tag::new(Tone::Error, Common::Overdue.to(lang))) }
                    }
                }
            }
        };
        one(at, planned.title.get(lang), step.progress, parties)
    });
    section(Text::Steps.to(lang), status_list(rows))
}

fn task_state(lang: Lang, state: TaskState) -> Markup {
    let text = match state {
        TaskState::Waiting => Text::TaskWaiting,
        TaskState::Agreed => Text::TaskAgreed,
        TaskState::Objected => Text::TaskObjected,
        TaskState::Decided => Text::TaskDecided,
        TaskState::Told => Text::TaskTold,
        TaskState::Lapsed => Text::TaskLapsed,
    };
    html! { (text.to(lang)) }
}

fn acts(lang: Lang, view: &CaseView, names: &Names<'_>) -> Markup {
    let columns = [Text::State, Text::StepBy, Text::ActDay, Text::Remark];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let table = Table::new(Text::Acts.to(lang), columns).rows(view.acts.iter().map(|act| {
        [
            Cell::from(act_kind(lang, act.kind)),
            html! { (who(lang, act)) }.into(),
            html! {
                (day(lang, act.on))
                p.meta { (Text::Entered.to(lang)) " " (moment(lang, act.at.local())) }
            }
            .into(),
            html! { @for line in said(lang, view, act, names) { p { (line) } } }.into(),
        ]
    }));
    html! { (table) }
}

/// What was said and filled in with an act, line by line.
pub(super) fn said(lang: Lang, view: &CaseView, act: &Act, names: &Names<'_>) -> Vec<String> {
    let filled = view.fields_of(act).iter().filter_map(|field| {
        let lines = names.answer(field, act.answers.get(&field.key)?);
        Some(format!("{}: {}", field.label.get(lang), lines.join(" / ")))
    });
    let remark = act.remark.iter().flat_map(|remark| remark.lines());
    filled.chain(remark.map(str::to_owned)).collect()
}

/// Who did an act, and who did it in their place.
pub(super) fn who(lang: Lang, act: &Act) -> String {
    let Some(by) = act.by else {
        return Text::ByRule.to(lang).into_owned();
    };
    match (by.proxy, &act.hand_name) {
        (Some(kind), hand) => {
            let hand = hand.clone().unwrap_or_else(|| act.name.clone());
            let kind = proxy(lang, kind);
            format!("{}{}", act.name, Text::ByHand { kind, hand }.to(lang))
        }
        (None, _) => act.name.clone(),
    }
}

pub(super) fn act_kind(lang: Lang, kind: ActKind) -> String {
    let text = match kind {
        ActKind::DrawnUp => Text::DrawnUp,
        ActKind::Submitted => Text::Submitted,
        ActKind::Agreed => Text::Agreed,
        ActKind::Objected => Text::Objected,
        ActKind::Granted => Text::ActGranted,
        ActKind::Refused => Text::ActRefused,
        ActKind::SentBack => Text::ActSentBack,
        ActKind::Withdrawn => Text::ActWithdrawn,
    };
    text.to(lang).into_owned()
}

fn versions(lang: Lang, view: &CaseView) -> Markup {
    html! {
        @if view.version > 1 {
            (section(Text::Versions.to(lang), html! {
                ul {
                    @for number in (1..view.version).rev() {
                        li { (link(page_of(view.id, &format!("versions/{number}")), Text::Version { number }.to(lang))) }
                    }
                }
            }))
        }
    }
}

/// `GET /forms/:id/versions/:version`
#[handler]
pub(super) async fn version(
    visit: Visit,
    Path((id, number)): Path<(CaseId, i32)>,
) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let (view, content, at) = procedure::version(&visit.cx, id, number).await?;
    let names = Names::of(&visit, &content.answers, [content.section]).await?;
    let shell = visit.shell().await?;
    let procedure = &view.definition.procedure;
    let page = Page::new(&shell, procedure.title(lang))
        .crumb(FORMS, Text::Forms.to(lang))
        .crumb(
            case_page(id),
            self::number(lang, &procedure.register, view.number),
        )
        .meta(html! { (Text::Version { number }.to(lang)) " " (day(lang, at)) });
    let note = Alert::info(lang, Text::OldVersion { number }.to(lang))
        .body(html! { p { (link(case_page(id), Text::Current.to(lang))) } });
    Ok(Html(page.render(html! {
        (note)
        (paper(&visit, &view, &content, &names))
    })))
}
