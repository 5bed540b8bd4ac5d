//! The page of an article.

use maud::{Markup, html};
use poem::web::Html;
use time::Date;
use yakusho_accounts::directory::{PersonCard, PostCard};
use yakusho_kernel::{Fault, Timestamp};
use yakusho_regulation::text::Article;
use yakusho_regulation::{ArticleNumber, Clause, ClauseId, Lang, Regulation, Role, Rule};
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Alert, Button, Column, Form, Icon, Table, Tag, Tone, buttons, day, definitions, link, moment,
    section, short_day,
};
use yakusho_webkit::{Answer, NamedDay, Visit};

use super::state::{State, role_of, rules, versions};
use super::texts::{Text, kind, standing};
use super::{article_page, page_of, statute};
use crate::audit;

/// The page of the article that the clause is in, with the clause marked, as it stands on the day in the query, or
/// today.
pub(super) async fn page(visit: &Visit, clause: &ClauseId) -> Answer<Html<Markup>> {
    let (cx, lang) = (&visit.cx, visit.lang);
    let city = cx.city();
    let regulation = city
        .regulation(clause.regulation())
        .ok_or(Fault::NotFound)?;
    let article = regulation.text().article(clause.article());
    let article = article
        .filter(|_| regulation.text().contains(clause))
        .ok_or(Fault::NotFound)?;
    let asked = visit.day("day");
    let on = asked.or_today();
    let clauses: Vec<&Clause> = clauses_of(regulation, article.number).collect();
    let state = State::find(cx, &clauses, on).await?;
    let shell = visit.shell().await?;
    let before = on < regulation.consolidated();
    let page = Page::new(&shell, title(lang, article))
        .crumb(paths::REGULATION, Common::Regulation.to(lang))
        .crumb(page_of(regulation.key()), regulation.title(lang))
        .meta(html! {
            (regulation.title(lang)) " · " (Text::Consolidated.to(lang)) ": "
            (day(lang, regulation.consolidated()))
        })
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        @if before {
            @let from = text::day(lang, regulation.consolidated());
            (Alert::info(lang, Text::OlderWording { day: from }.to(lang)))
        }
        (section(Text::Wording.to(lang), html! {
            @if lang == Lang::En { p.meta { (Text::InJapanese.to(lang)) } }
            (statute::article(article, clause))
        }))
        (section(Text::WhatTheSystemDoes.to(lang), html! {
            (as_of(lang, clause, &asked, on))
            @if clauses.is_empty() { p { (Text::NoClauses.to(lang)) } }
            @for one in &clauses { (card(visit, &state, one, one.id() == clause)) }
        }))
        (force(visit, &clauses))
        (neighbours(lang, regulation, article.number))
    })))
}

/// The clauses of an article that the register has.
pub(super) fn clauses_of(
    regulation: &Regulation,
    number: ArticleNumber,
) -> impl Iterator<Item = &Clause> {
    let clauses = regulation.register().clauses().iter();
    clauses.filter(move |clause| clause.id().article() == number)
}

pub(super) fn title(lang: Lang, article: &Article) -> String {
    let number = article.number.wording(lang);
    let heading = article.heading.as_ref();
    match (heading.map(|heading| heading.wording(lang)), lang) {
        (Some(heading), Lang::Ja) => format!("{number}（{heading}）"),
        (Some(heading), Lang::En) => {
            let mut number = number;
            if let Some(first) = number.get_mut(0..1) {
                first.make_ascii_uppercase();
            }
            format!("{number} ({heading})")
        }
        (None, _) => number,
    }
}

fn as_of(lang: Lang, clause: &ClauseId, asked: &NamedDay<'_>, on: Date) -> Markup {
    let label = Text::AsOf.to(lang);
    let form = Form::filter(lang, page_of(clause)).errors(asked.error(&label));
    form.render(html! {
        (form.date("day", label).value(asked.held(Some(on))))
        (buttons(Button::submit(Common::Show.to(lang))))
    })
}

/// What the program does about one clause.
fn card(visit: &Visit, state: &State, clause: &Clause, referred: bool) -> Markup {
    let lang = visit.lang;
    let form = visit.cx.city().form(clause.id());
    html! {
        section.clause.cited[referred] {
            h3 {
                (clause.id().wording(lang)) " "
                (Tag::new(Tone::Info, kind(lang, clause.kind()))) " "
                (standing(lang, clause.standing()))
                @if referred { " " (Tag::new(Tone::Warning, Text::ReferredTo.to(lang))) }
            }
            p { (clause.duty(lang)) }
            @if let Some(form) = form {
                p { (Text::Form { number: form.number() }.to(lang)) " " (form.title(lang)) }
            }
            @for rule in rules(clause) { (rule_of(visit, state, clause, *rule)) }
        }
    }
}

fn rule_of(visit: &Visit, state: &State, clause: &Clause, rule: Rule) -> Markup {
    let lang = visit.lang;
    let evidence = state.evidence(rule);
    let mut facts = vec![
        (Text::Rule.to(lang), html! { (rule.title(lang)) }),
        (
            Text::InForceFrom.to(lang),
            since(visit, state, clause, rule),
        ),
    ];
    if let Some(role) = role_of(rule) {
        facts.push((Text::HeldBy.to(lang), held_by(visit, state, role)));
    }
    let last = |at: Option<Timestamp>| {
        html! {
            @match at {
                Some(at) => (moment(lang, at.local())),
                None => span.meta { (Text::Never.to(lang)) },
            }
        }
    };
    facts.push((
        Text::LastDone.to(lang),
        last(evidence.and_then(|one| one.last_done)),
    ));
    facts.push((
        Text::LastRefused.to(lang),
        last(evidence.and_then(|one| one.last_refused)),
    ));
    html! {
        (definitions(facts))
        @if audit::may_search(visit) {
            p {
                @if let Some(entry) = evidence.and_then(|one| one.entry) {
                    (link(audit::entry_page(entry), Text::LastEntry.to(lang))) " "
                }
                (link(audit::search_for_rule(rule), Text::AuditSearch.to(lang)))
            }
        }
    }
}

fn since(visit: &Visit, state: &State, clause: &Clause, rule: Rule) -> Markup {
    let lang = visit.lang;
    let version = versions(&visit.cx, rule, clause).find(|force| force.covers(state.day));
    html! {
        @match version.map(|force| force.from) {
            Some(Some(from)) => (day(lang, from)),
            Some(None) => (Text::NoStart.to(lang)),
            None if rule.is_base() => (Text::HouseRule.to(lang)),
            None => (Tag::new(Tone::Warning, Text::NotInForceThen.to(lang))),
        }
    }
}

fn held_by(visit: &Visit, state: &State, role: Role) -> Markup {
    let lang = visit.lang;
    let Some(binding) = visit.cx.city().role(role, state.day) else {
        return html! { (Text::NoSuchRole.to(lang)) };
    };
    let holders: Vec<_> = state.holders(role).collect();
    let vacant = holders
        .iter()
        .filter(|(_, person)| person.is_none())
        .count();
    html! {
        (binding.title(lang)) ": "
        @if binding.holder().is_per_section() && !holders.is_empty() {
            (Text::PerSection { n: holders.len() }.to(lang)) " "
            @if vacant > 0 { (Tag::new(Tone::Warning, Text::Vacancies { n: vacant }.to(lang))) " " }
            (link(crate::people::ROLES, Text::AllHolders.to(lang)))
        } @else if holders.is_empty() {
            (nobody(lang))
        } @else {
            @for (post, person) in &holders { (holder(lang, *post, *person)) }
        }
    }
}

fn holder(lang: Lang, post: Option<&PostCard>, person: Option<&PersonCard>) -> Markup {
    html! {
        @match person {
            Some(person) => (link(crate::people::person_page(person.id), &person.name)),
            None => (nobody(lang)),
        }
        @if let Some(post) = post { " " span.meta { (post.unit_name) " " (post.title) } }
    }
}

fn nobody(lang: Lang) -> Tag {
    Tag::new(Tone::Warning, Text::NobodyWarning.to(lang))
}

/// When each rule rests on a clause of the article.
fn force(visit: &Visit, clauses: &[&Clause]) -> Markup {
    let lang = visit.lang;
    let columns = [Text::Rule, Text::Clause, Text::Since, Text::Until];
    let mut table = Table::new(
        Text::Versions.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    );
    let mut any = false;
    for clause in clauses {
        for rule in rules(clause) {
            for force in versions(&visit.cx, *rule, clause) {
                any = true;
                table = table.row([
                    rule.title(lang).into(),
                    clause.id().wording(lang).into(),
                    html! { @match force.from { Some(from) => (short_day(lang, from)), None => (Text::NoStart.to(lang)) } }.into(),
                    html! { @match force.until { Some(until) => (short_day(lang, until)), None => (Text::NoEnd.to(lang)) } }.into(),
                ]);
            }
        }
    }
    html! {
        @if any {
            (section(Text::Versions.to(lang), html! {
                p { (Text::VersionsIntro.to(lang)) }
                (table)
            }))
        }
    }
}

fn neighbours(lang: Lang, regulation: &Regulation, number: ArticleNumber) -> Markup {
    let articles: Vec<ArticleNumber> = regulation.text().articles().map(|one| one.number).collect();
    let at = articles
        .iter()
        .position(|one| *one == number)
        .unwrap_or_default();
    let to = |number: &ArticleNumber| article_page(regulation.key(), *number);
    let before = at.checked_sub(1).and_then(|at| articles.get(at));
    let after = articles.get(at + 1);
    buttons(html! {
        @if let Some(before) = before {
            (Button::link(to(before), Text::PreviousArticle.to(lang)).icon(Icon::ChevronLeft)
                .about(before.wording(lang)))
        }
        @if let Some(after) = after {
            (Button::link(to(after), Text::NextArticle.to(lang)).icon(Icon::ChevronRight)
                .about(after.wording(lang)))
        }
    })
}
