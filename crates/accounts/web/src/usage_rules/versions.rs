//! The versions, and a new one.

use maud::{Markup, html};
use poem::web::{Html, Path};
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::directory;
use yakusho_accounts::usage::{self, NewUsageRules, UsageRules, UsageRulesId};
use yakusho_kernel::PersonId;
use yakusho_regulation::Rule;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Empty, Icon, Table, Tag, Tone, buttons, link, short_day,
    short_moment,
};
use yakusho_webkit::{Answer, Fields, Lang, PAGE_SIZE, Problem, Reader, SeeOther, Typed, Visit};

use super::texts::Text;
use super::{NEW, PAGE, page_of};
use crate::admin;

/// `GET /admin/usage-rules`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let found = usage::versions(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let current = usage::current(&visit.cx).await?;
    let by: Vec<PersonId> = found.items.iter().map(|rules| rules.made_by).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &by).await?;
    let asked = visit
        .cx
        .city()
        .in_force(Rule::UsageRules, visit.cx.today())
        .is_some();
    let rows = found.items.iter().map(|rules| {
        let by = people.get(&rules.made_by).map(|card| card.name.as_str());
        row(&visit, rules, current.as_ref(), by.unwrap_or_default())
    });
    let columns = [Text::Version, Text::Effective, Text::State, Text::MadeBy];
    let table = Table::new(
        Text::UsageRules.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows)
    .empty(Empty::new(Icon::Document, Text::None.to(lang)).advice(Text::NoneAdvice.to(lang)));
    let shell = visit.shell().await?;
    let new = Button::link(NEW, Text::New.to(lang))
        .primary()
        .icon(Icon::Plus);
    let page = Page::new(&shell, Text::UsageRules.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .actions(html! { (new) });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        @if !asked { (Alert::info(lang, Text::NoSuchFunction.to(lang))) }
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

fn row(visit: &Visit, rules: &UsageRules, current: Option<&UsageRules>, by: &str) -> [Cell; 4] {
    let lang = visit.lang;
    [
        link(page_of(rules.id), Text::Number { n: rules.number }.to(lang)).into(),
        short_day(lang, rules.effective_on).into(),
        state(lang, rules, current, visit.cx.today()).into(),
        html! { (by) " " span.meta { (short_moment(lang, rules.made_at.local())) } }.into(),
    ]
}

/// Whether a version is in force, will be, or was.
pub(super) fn state(
    lang: Lang,
    rules: &UsageRules,
    current: Option<&UsageRules>,
    today: Date,
) -> Tag {
    if current.is_some_and(|current| current.id == rules.id) {
        Tag::new(Tone::Success, Text::InForce.to(lang))
    } else if rules.effective_on > today {
        Tag::new(Tone::Info, Text::Coming.to(lang))
    } else {
        Tag::new(Tone::Neutral, Text::Past.to(lang))
    }
}

/// `GET /admin/usage-rules/new`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    form(&visit, &visit.typed()).await
}

/// `POST /admin/usage-rules/new`
#[handler]
pub(super) async fn issue(visit: Visit, fields: Fields) -> Answer<Response> {
    match done(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => form(&visit, &problem.again(&fields)?).await,
    }
}

async fn done(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let effective_on = read.needed("effective_on", Reader::day);
    let new = NewUsageRules {
        effective_on: read.finish_with(effective_on)?,
        body_ja: fields.text("body_ja"),
        body_en: fields.text("body_en"),
    };
    let id = usage::issue(&visit.cx, new).await?.into_inner();
    Ok(visit
        .see_other(page_of(id))
        .saying(Text::Issued.to(visit.lang)))
}

async fn form(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let current = usage::current(&visit.cx).await?;
    let (ja, en) = current
        .map(|rules| (rules.body_ja, rules.body_en))
        .unwrap_or_default();
    let today = visit.cx.today().to_string();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::New.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::UsageRules.to(lang));
    let copied = !ja.is_empty() && typed.fields().is_none();
    let form = typed.form(visit, NEW);
    Ok(typed.page(page.render(html! {
        @if copied { p { (Text::FromCurrent.to(lang)) } }
        (form.render(html! {
            (form.date("effective_on", Text::Effective.to(lang)).required().min(&*today)
                .value(&*today).help(Text::EffectiveHelp.to(lang)))
            (form.textarea("body_ja", Text::BodyJa.to(lang)).required().rows(16)
                .max_chars(NewUsageRules::LONGEST).value(ja))
            (form.textarea("body_en", Text::BodyEn.to(lang)).rows(10)
                .max_chars(NewUsageRules::LONGEST).value(en).help(Text::BodyEnHelp.to(lang)))
            (buttons(html! {
                (Button::submit(Text::Issue.to(lang)).primary())
                (Button::link(PAGE, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    })))
}

/// `POST /admin/usage-rules/:id/withdraw`
#[handler]
pub(super) async fn withdraw(visit: Visit, Path(id): Path<UsageRulesId>) -> Answer<SeeOther> {
    usage::withdraw(&visit.cx, id).await?.into_inner();
    Ok(visit.see_other(PAGE).saying(Text::Withdrawn.to(visit.lang)))
}
