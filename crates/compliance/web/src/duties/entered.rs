//! Duties of the ledger: entering one, its page, and ending it.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_compliance::duty::{self, Duty, DutyForm, DutyId, DutyKind, DutyState};
use yakusho_kernel::UnitId;
use yakusho_regulation::Rule;
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Disclosure, buttons, definitions, link, moment, prose};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::list::{crumb, says, state};
use super::row::{Debtors, due, under};
use super::texts::Text;
use super::{DUTIES, NEW, duty_page};

/// The field of what is said with a duty that is done.
const REMARK: &str = "remark";

/// The field of the reason for which one is dropped.
const REASON: &str = "reason";

/// `GET /duties/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, visit.typed()).await
}

/// `POST /duties/new`
#[handler]
pub(super) async fn create(visit: Visit, fields: Fields) -> Answer {
    let entered = async {
        let mut read = fields.reader();
        let section: Option<UnitId> = read.needed("section", yakusho_webkit::Reader::one);
        let due = read.needed("due", yakusho_webkit::Reader::day);
        let rule = read.with("rule", Rule::from_id);
        let both = section.zip(due);
        let (section, due) = read.finish_with(both)?;
        let form = DutyForm {
            title: fields.text("title"),
            section,
            due,
            rule,
        };
        Ok::<_, Problem>(duty::enter(&visit.cx, form).await?)
    };
    match entered.await {
        Ok(id) => {
            let said = Text::Entered.to(visit.lang);
            Ok(visit.see_other(duty_page(*id)).saying(said).into())
        }
        Err(problem) => editor(&visit, problem.again(&fields)?).await,
    }
}

async fn editor(visit: &Visit, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let (on, today) = (visit.cx.reader(), visit.cx.today());
    let units = directory::units(&on, today).await?;
    let units = units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.placed_name.as_str()));
    let city = visit.cx.city();
    let rules = Rule::ALL.iter().filter_map(|rule| {
        let basis = city.in_force(*rule, today)?;
        let article = basis.citation().clauses().first()?.wording(lang);
        Some((rule.id(), format!("{} ({article})", rule.title(lang))))
    });
    let form = typed.form(visit, NEW);
    let body = form.clone().render(html! {
        (form.text("title", Text::Title.to(lang)).required().max_chars(100)
            .help(Text::TitleHelp.to(lang)))
        (form.select("section", Text::ForSection.to(lang)).required().options(units)
            .help(Text::ForSectionHelp.to(lang)))
        (form.date("due", Text::Due.to(lang)).required())
        (form.select("rule", Text::Rule.to(lang)).options(rules)
            .help(Text::RuleHelp.to(lang)))
        (buttons(html! {
            (Button::submit(Text::Enter.to(lang)).primary())
            (Button::link(DUTIES, Common::Cancel.to(lang)).tertiary())
        }))
    });
    let shell = visit.shell().await?;
    let (up, label) = crumb(lang);
    let page = Page::new(&shell, Text::New.to(lang)).crumb(up, label);
    Ok(typed.page(page.render(body)))
}

/// `GET /duties/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<DutyId>) -> Answer {
    page(&visit, id, Typed::nothing()).await
}

async fn page(visit: &Visit, id: DutyId, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let duty = duty::show(&visit.cx, id).await?;
    let own = duty::owes(&visit.cx, duty.by);
    let debtors = Debtors::of(visit, std::iter::once(duty.by)).await?;
    let shell = visit.shell().await?;
    let (up, label) = crumb(lang);
    let page = Page::new(&shell, says(visit, &duty)).crumb(up, label);
    let open = duty.state == DutyState::Open;
    let ends_here = duty.kind == DutyKind::Entered;
    let enters = duty::may_enter(&visit.cx);
    let body = html! {
        (facts(visit, &duty, &debtors))
        @if open && !ends_here { p { (Text::EndsByAct.to(lang)) } }
        @if open && ends_here && (own || enters) { (done_form(visit, &duty, &typed)) }
        @if open && ends_here && enters {
            @let given = typed.fields().is_some_and(|fields| fields.first(REASON).is_some());
            (Disclosure::new(Text::Drop.to(lang), drop_form(visit, &duty, &typed)).open(given))
        }
    };
    Ok(typed.page(page.render(body)))
}

fn facts(visit: &Visit, duty: &Duty, debtors: &Debtors<'_>) -> Markup {
    let lang = visit.lang;
    let mut facts = vec![
        (Text::State, html! { (state(lang, duty.state)) }),
        (Text::Due, due(visit, duty.due)),
        (Text::Who, html! { (debtors.called(duty.by)) }),
        (Text::By, under(visit, duty.rule)),
        (Text::OpenedAt, moment(lang, duty.opened_at.local())),
    ];
    let seen = duty::owes(&visit.cx, duty.by) || duty::oversees(&visit.cx);
    let about = visit.site().words().page_of(&duty.about);
    if let Some(about) = about.filter(|_| seen) {
        facts.insert(0, (Text::What, link(about, says(visit, duty))));
    }
    let entry = |id: uuid::Uuid| format!("{}/{id}", paths::AUDIT);
    let opening = link(entry(duty.opened_by), Text::OpeningEntry.to(lang));
    let mut evidence = html! { (opening) };
    if let Some(ended) = &duty.ended {
        facts.push((Text::EndedAt, moment(lang, ended.at.local())));
        if let Some(remark) = &ended.remark {
            facts.push((Text::Remark, prose(remark)));
        }
        let closing = link(entry(ended.by), Text::ClosingEntry.to(lang));
        evidence = html! { (opening) " " (closing) };
    }
    if duty::oversees(&visit.cx) {
        facts.push((Text::Evidence, evidence));
    }
    let facts = facts.into_iter();
    definitions(facts.map(|(text, what)| (text.to(lang), what)))
}

fn done_form(visit: &Visit, duty: &Duty, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, format!("{}/done", duty_page(duty.id)));
    form.clone().render(html! {
        (form.textarea(REMARK, Text::DoneRemark.to(lang)).max_chars(2_000))
        (buttons(Button::submit(Text::SayDone.to(lang)).primary()))
    })
}

fn drop_form(visit: &Visit, duty: &Duty, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, format!("{}/drop", duty_page(duty.id)));
    let form = form.prefix("drop");
    form.clone().render(html! {
        (form.textarea(REASON, Text::DropReason.to(lang)).required().max_chars(2_000))
        (buttons(Button::submit(Text::Drop.to(lang)).danger()))
    })
}

/// `POST /duties/:id/done`
#[handler]
pub(super) async fn done(visit: Visit, Path(id): Path<DutyId>, fields: Fields) -> Answer {
    let remark = fields.text(REMARK);
    end(
        &visit,
        id,
        &fields,
        (DutyState::Done, &remark),
        &Text::DoneSaid,
    )
    .await
}

/// `POST /duties/:id/drop`
#[handler]
pub(super) async fn drop(visit: Visit, Path(id): Path<DutyId>, fields: Fields) -> Answer {
    let reason = fields.text(REASON);
    end(
        &visit,
        id,
        &fields,
        (DutyState::Dropped, &reason),
        &Text::DroppedSaid,
    )
    .await
}

async fn end(
    visit: &Visit,
    id: DutyId,
    fields: &Fields,
    (state, remark): (DutyState, &str),
    said: &Text,
) -> Answer {
    let ended = duty::close(&visit.cx, id, state, remark).await;
    match ended {
        Ok(_) => {
            let said = said.to(visit.lang);
            Ok(visit.see_other(duty_page(id)).saying(said).into())
        }
        Err(fault) => page(visit, id, Problem::from(fault).again(fields)?).await,
    }
}
