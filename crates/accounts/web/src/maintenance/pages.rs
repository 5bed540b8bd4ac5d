//! The page.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use time::macros::format_description;
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::maintenance::{
    self, Announcement, AnnouncementId, AnnouncementKind, AnnouncementState, NewAnnouncement,
};
use yakusho_kernel::{PersonId, Reason, Timestamp};
use yakusho_regulation::Rule;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Cell, Choice, Column, Disclosure, Empty, Icon, Table, Tag, Tone, buttons, prose,
    section, short_moment,
};
use yakusho_webkit::{Answer, Fields, Lang, PAGE_SIZE, Problem, SeeOther, Typed, Visit};

use super::PAGE;
use super::texts::Text;
use crate::admin;

/// Which form was sent and is shown again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    Now,
    Announce,
    End(AnnouncementId),
}

impl Tried {
    /// The form of these fields.
    fn by(fields: &Fields) -> Self {
        if fields.has("now") {
            Self::Now
        } else {
            Self::Announce
        }
    }
}

/// `GET /admin/maintenance`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    let typed = visit.typed();
    page(&visit, typed.fields().map(Tried::by), &typed).await
}

/// `POST /admin/maintenance`
#[handler]
pub(super) async fn announce(visit: Visit, fields: Fields) -> Answer<Response> {
    let tried = Tried::by(&fields);
    match announced(&visit, tried, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Some(tried), &problem.again(&fields)?).await,
    }
}

async fn announced(visit: &Visit, tried: Tried, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let kind = read.needed("kind", |read, name| {
        read.with(name, AnnouncementKind::from_code)
    });
    let (shown_from, starts_at) = (read.moment("shown_from"), read.moment("starts_at"));
    let ends_at = read.moment("ends_at");
    let halts = kind.is_some_and(|kind| kind != AnnouncementKind::Notice);
    let at_once = starts_at.is_none_or(|start| start <= visit.cx.now());
    if tried == Tried::Announce && halts && at_once && !fields.has("at_once") {
        read.wrong("at_once", Reason::Code("halts_at_once"));
    }
    let new = NewAnnouncement {
        kind: read.finish_with(kind)?,
        words_ja: fields.text("words_ja"),
        words_en: fields.text("words_en"),
        shown_from,
        starts_at,
        ends_at,
    };
    maintenance::announce(&visit.cx, new).await?.into_inner();
    let said = match tried {
        Tried::Now => Text::SwitchedNow,
        _ => Text::Announced,
    };
    Ok(visit.see_other(PAGE).saying(said.to(visit.lang)))
}

/// `POST /admin/maintenance/:id/until`
#[handler]
pub(super) async fn set_end(
    visit: Visit,
    Path(id): Path<AnnouncementId>,
    fields: Fields,
) -> Answer<Response> {
    match end_set(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Some(Tried::End(id)), &problem.again(&fields)?).await,
    }
}

async fn end_set(visit: &Visit, id: AnnouncementId, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let ends_at = read.moment("ends_at");
    read.finish()?;
    maintenance::set_end(&visit.cx, id, ends_at)
        .await?
        .into_inner();
    Ok(visit.see_other(PAGE).saying(Text::EndSet.to(visit.lang)))
}

/// `POST /admin/maintenance/:id/end`
#[handler]
pub(super) async fn call_off(visit: Visit, Path(id): Path<AnnouncementId>) -> Answer<SeeOther> {
    maintenance::end(&visit.cx, id).await?.into_inner();
    Ok(visit.see_other(PAGE).saying(Text::Ended.to(visit.lang)))
}

async fn page(visit: &Visit, tried: Option<Tried>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let found = maintenance::list(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let by: Vec<PersonId> = found.items.iter().map(|one| one.made_by).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &by).await?;
    let nothing = Typed::nothing();
    let typed_in = |form| if tried == Some(form) { typed } else { &nothing };
    let halted = maintenance::resting(&visit.cx).await?;
    // What was to be switched now while acts rest already is an announcement among others.
    let announcing = match tried {
        Some(Tried::Now) if halted.is_some() => Tried::Now,
        _ => Tried::Announce,
    };
    let basis = visit
        .cx
        .city()
        .in_force(Rule::SmoothRunning, visit.cx.today());
    let columns = [Text::What, Text::Period, Text::State, Text::By];
    let [what, period, state, by] = columns.map(|text| Column::new(text.to(lang)));
    let columns = [what, period, state, by, Column::actions(Text::Act.to(lang))];
    let rows = found.items.iter().map(|one| {
        let tried = tried == Some(Tried::End(one.id));
        let typed = typed_in(Tried::End(one.id));
        row(visit, one, &people, typed, tried)
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Maintenance.to(lang)).crumb(admin::PAGE, admin::title(lang));
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) @if let Some(basis) = basis { " " span.meta { (basis.text(lang)) } } }
        (section(Text::Now.to(lang), now(visit, halted.as_ref(), typed_in(Tried::Now), tried == Some(Tried::Now))))
        (section(Text::Announce.to(lang), form(visit, typed_in(announcing))))
        (section(Text::All.to(lang), html! {
            (Table::new(Text::All.to(lang), columns).rows(rows)
                .empty(Empty::new(Icon::Info, Text::None.to(lang))))
            (visit.pager(found.next.as_ref()))
        }))
    })))
}

/// What rests at the moment, and the one step in or out.
fn now(visit: &Visit, halted: Option<&Announcement>, typed: &Typed<'_>, tried: bool) -> Markup {
    let lang = visit.lang;
    if let Some(by) = halted {
        return html! {
            p { (kind(lang, by.kind)) " " (period(lang, by)) }
            (buttons(ending(visit, by).danger()))
        };
    }
    let form = typed.form(visit, PAGE).prefix("now");
    let body = form.render(html! {
        (form.hidden("now", "1"))
        (form.hidden("kind", AnnouncementKind::ReadOnly.code()))
        p { (Text::SwitchNowHelp.to(lang)) }
        (form.textarea("words_ja", Text::WordsJa.to(lang)).rows(2).max_chars(NewAnnouncement::LONGEST))
        (form.datetime("ends_at", Text::Ends.to(lang)).min(&*typed_as(visit.cx.now())).help(Text::EndsHelp.to(lang)))
        (buttons(Button::submit(Text::SwitchNowButton.to(lang)).danger()))
    });
    html! {
        p { (Tag::new(Tone::Success, Text::Usual.to(lang))) }
        (Disclosure::new(Text::SwitchNow.to(lang), body).open(tried))
    }
}

fn form(visit: &Visit, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, PAGE);
    let kinds = [
        (AnnouncementKind::Notice, Text::KindNotice),
        (AnnouncementKind::ReadOnly, Text::KindReadOnly),
        (AnnouncementKind::Closed, Text::KindClosed),
    ];
    let kinds = kinds.map(|(kind, text)| Choice::new(kind.code(), text.to(lang)));
    let earliest = typed_as(visit.cx.now());
    let earliest = earliest.as_str();
    form.render(html! {
        (form.radios("kind", Text::Kind.to(lang)).required().options(kinds)
            .value(AnnouncementKind::Notice.code()))
        (form.textarea("words_ja", Text::WordsJa.to(lang)).rows(3).max_chars(NewAnnouncement::LONGEST)
            .help(Text::WordsHelp.to(lang)))
        (form.textarea("words_en", Text::WordsEn.to(lang)).rows(3).max_chars(NewAnnouncement::LONGEST)
            .help(Text::WordsEnHelp.to(lang)))
        (form.datetime("shown_from", Text::ShownFrom.to(lang)).help(Text::ShownFromHelp.to(lang)))
        (form.datetime("starts_at", Text::Starts.to(lang)).min(earliest).help(Text::StartsHelp.to(lang)))
        (form.datetime("ends_at", Text::Ends.to(lang)).min(earliest).help(Text::EndsHelp.to(lang)))
        (form.checkbox("at_once", Text::AtOnce.to(lang)).help(Text::AtOnceHelp.to(lang)))
        (buttons(Button::submit(Text::AnnounceButton.to(lang)).primary()))
    })
}

fn row(
    visit: &Visit,
    one: &Announcement,
    people: &HashMap<PersonId, PersonCard>,
    typed: &Typed<'_>,
    tried: bool,
) -> [Cell; 5] {
    let lang = visit.lang;
    let state = one.state(visit.cx.now());
    let by = people.get(&one.made_by).map(|card| card.name.as_str());
    let acts = (state != AnnouncementState::Over).then(|| acts(visit, one, typed, tried));
    [
        html! {
            (kind(lang, one.kind))
            @if !one.words_ja.is_empty() { (prose(&one.words_ja)) }
            @if !one.words_en.is_empty() { div lang="en" { (prose(&one.words_en)) } }
        }
        .into(),
        period(lang, one).into(),
        in_words(lang, state).into(),
        html! { (by.unwrap_or_default()) div.meta { (short_moment(lang, one.made_at.local())) } }
            .into(),
        acts.unwrap_or_default().into(),
    ]
}

/// Ending it, and setting another end.
fn acts(visit: &Visit, one: &Announcement, typed: &Typed<'_>, tried: bool) -> Markup {
    let lang = visit.lang;
    let id = one.id.to_string();
    let form = typed.form(visit, format!("{PAGE}/{id}/until")).prefix(&id);
    let end = one.ends_at.map(typed_as).unwrap_or_default();
    let body = form.render(html! {
        (form.datetime("ends_at", Text::Ends.to(lang)).value(end))
        (buttons(Button::submit(Text::SetEndButton.to(lang)).small()))
    });
    html! {
        (ending(visit, one).small())
        (Disclosure::new(Text::SetEnd.to(lang), body).open(tried))
    }
}

fn ending(visit: &Visit, one: &Announcement) -> Button {
    let to = format!("{PAGE}/{}/end", one.id);
    let what = short(visit.lang, one.kind);
    Button::post(to, visit.csrf(), Text::CallOff.to(visit.lang)).about(what)
}

fn period(lang: Lang, one: &Announcement) -> Markup {
    html! {
        (short_moment(lang, one.starts_at.local())) " – "
        @match one.ends_at {
            Some(end) => (short_moment(lang, end.local())),
            None => (Text::Open.to(lang)),
        }
    }
}

fn short(lang: Lang, kind: AnnouncementKind) -> String {
    match kind {
        AnnouncementKind::Notice => Text::ShortNotice.to(lang),
        AnnouncementKind::ReadOnly => Text::ShortReadOnly.to(lang),
        AnnouncementKind::Closed => Text::ShortClosed.to(lang),
    }
    .into_owned()
}

fn kind(lang: Lang, kind: AnnouncementKind) -> Tag {
    let tone = if kind.halts() {
        Tone::Warning
    } else {
        Tone::Info
    };
    Tag::new(tone, short(lang, kind))
}

fn in_words(lang: Lang, state: AnnouncementState) -> Tag {
    match state {
        AnnouncementState::Planned => Tag::new(Tone::Neutral, Text::Planned.to(lang)),
        AnnouncementState::Shown => Tag::new(Tone::Info, Text::Shown.to(lang)),
        AnnouncementState::On => Tag::new(Tone::Warning, Text::On.to(lang)),
        AnnouncementState::Over => Tag::new(Tone::Neutral, Text::Over.to(lang)),
    }
}

/// As the field for a day and a time has it.
fn typed_as(at: Timestamp) -> String {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    at.local().format(form).unwrap_or_default()
}
