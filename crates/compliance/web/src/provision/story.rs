//! What a provision's page tells: the consultation, the agreement with its conditions, releases, and what happened.

use maud::{Markup, html};
use yakusho_attachments_web as attachments;
use yakusho_compliance::Doer;
use yakusho_compliance::provision::{
    Agreement, Clause, Condition, Event, EventKind, ProvisionId, ProvisionView, Release, Standing,
};
use yakusho_kernel::Page;
use yakusho_webkit::Lang;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Cell, Column, Empty, Icon, Table, Tag, Tone, day, definitions, link, moment, short_day,
};

use super::texts::condition;
use super::{Text, page_of};
use crate::forms::{Text as Forms, case_page};
use crate::names::proxy;

/// Who did something, and who did it in their place.
pub(crate) fn who(lang: Lang, doer: &Doer) -> String {
    match doer.by.proxy {
        Some(kind) => {
            let hand = doer.hand_name.clone().unwrap_or_else(|| doer.name.clone());
            let kind = proxy(lang, kind);
            format!("{}{}", doer.name, Forms::ByHand { kind, hand }.to(lang))
        }
        None => doer.name.clone(),
    }
}

fn period(lang: Lang, (first, last): (time::Date, time::Date)) -> Markup {
    let (first, last) = (text::day(lang, first), text::day(lang, last));
    html! { (Text::Period { first, last }.to(lang)) }
}

/// What was granted.
pub(super) fn consultation(lang: Lang, view: &ProvisionView, owner: &str) -> Markup {
    let provision = &view.provision;
    html! {
        (definitions([
            (Text::Section.to(lang), html! { (owner) }),
            (Text::Recipient.to(lang), html! { (provision.recipient) }),
            (Text::Purpose.to(lang), html! { @for line in provision.purpose.lines() { p { (line) } } }),
            (Text::Days.to(lang), period(lang, provision.days)),
            (Text::GrantedOn.to(lang), day(lang, provision.granted_on)),
        ]))
        p { (link(case_page(provision.case), Text::OpenForm.to(lang))) }
    }
}

/// The agreement, without its conditions.
pub(super) fn agreement(lang: Lang, view: &ProvisionView) -> Markup {
    let Some(agreement) = &view.agreement else {
        return html! { p { (Text::NoAgreement.to(lang)) } };
    };
    let mut facts = vec![
        (Text::AgreementDays.to(lang), period(lang, agreement.days)),
        (
            Text::DrawnUpBy.to(lang),
            html! { (who(lang, &agreement.drawn_up)) },
        ),
    ];
    if let Some((on, doer)) = &agreement.concluded {
        let fact = html! { (day(lang, *on)) p.meta { (who(lang, doer)) } };
        facts.push((Text::ConcludedOn.to(lang), fact));
    }
    if let Some(ended) = &agreement.ended {
        let fact = html! { (day(lang, ended.on)) p.meta { (who(lang, &ended.doer)) } };
        facts.push((Text::EndedOn.to(lang), fact));
        let reason = html! { @for line in ended.reason.lines() { p { (line) } } };
        facts.push((Text::EndReason.to(lang), reason));
    }
    let owed = matches!(view.standing, Standing::Owed | Standing::Overdue);
    if let Some(due) = agreement.due.filter(|_| owed) {
        facts.push((Text::Due.to(lang), day(lang, due)));
    }
    html! {
        (definitions(facts))
        (files(lang, view.provision.id, &agreement.files))
    }
}

fn files(lang: Lang, id: ProvisionId, files: &[yakusho_attachments::Attachment]) -> Markup {
    attachments::shown(lang, files, |file| page_of(id, &format!("files/{file}")))
}

/// The eight conditions, each there or missing.
pub(super) fn conditions(lang: Lang, view: &ProvisionView) -> Markup {
    let agreement = view.agreement.as_ref();
    let columns = [Text::Conditions, Text::State, Text::Account];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let rows = Condition::ALL.iter().map(|&one| {
        let there = agreement.is_some_and(|agreement| agreement.fulfils(one));
        let (tone, text) = if there {
            (Tone::Success, Text::Fulfilled)
        } else {
            (Tone::Warning, Text::Missing)
        };
        [
            Cell::from(html! {
                (Text::Item { n: one.item() }.to(lang)) " " (condition(one).to(lang))
            }),
            html! { (Tag::new(tone, text.to(lang))) }.into(),
            html! { @if let Some(agreement) = agreement { (said(lang, agreement, one)) } }.into(),
        ]
    });
    let table = Table::new(Text::Conditions.to(lang), columns).rows(rows);
    html! { (table) }
}

/// What an agreement says on a condition.
fn said(lang: Lang, agreement: &Agreement, one: Condition) -> Markup {
    let word = agreement.word.as_ref();
    html! {
        @if let Some(clause) = agreement.clause(one) { (clause_of(lang, clause)) }
        @if one == Condition::Other {
            @match word {
                Some(word) => {
                    @if word.clause.is_none() { p { (Text::NothingMore.to(lang)) } }
                    p.meta {
                        (Text::WordBy { who: who(lang, &word.doer) }.to(lang)) " " (day(lang, word.on))
                    }
                }
                None => { p.meta { (Text::NoWord.to(lang)) } }
            }
        }
    }
}

fn clause_of(lang: Lang, clause: &Clause) -> Markup {
    let digest = clause.digest.clone();
    html! {
        @for line in clause.text.lines() { p { (line) } }
        details.hash {
            summary { (Common::Sha256.to(lang)) }
            p.meta { code { (Text::Digest { digest }.to(lang)) } }
        }
    }
}

/// The last releases, and where there are more.
pub(super) fn releases(lang: Lang, id: ProvisionId, page: &Page<Release>) -> Markup {
    html! {
        (release_table(lang, &page.items))
        @if !page.items.is_empty() {
            p { (link(page_of(id, "releases"), Text::AllReleases.to(lang))) }
        }
    }
}

/// Releases in a table.
pub(super) fn release_table(lang: Lang, rows: &[Release]) -> Markup {
    let columns = [
        Column::new(Text::ReleaseDay.to(lang)),
        Column::new(Text::What.to(lang)),
        Column::number(Text::Records.to(lang)),
        Column::new(Text::How.to(lang)),
        Column::new(Text::ReceivedBy.to(lang)),
        Column::new(Text::HandedBy.to(lang)),
    ];
    let rows = rows.iter().map(|one| {
        let entered = Text::EnteredBy {
            who: who(lang, &one.doer),
        };
        [
            Cell::from(short_day(lang, one.on)),
            html! {
                (one.what)
                details.hash {
                    summary { (Common::Sha256.to(lang)) }
                    p.meta { code { (one.digest) } }
                }
            }
            .into(),
            text::number(one.records.into()).into(),
            (&*one.how).into(),
            (&*one.received_by).into(),
            html! { (one.handed_name) p.meta { (entered.to(lang)) " " (moment(lang, one.at.local())) } }
                .into(),
        ]
    });
    let table = Table::new(Text::Releases.to(lang), columns)
        .empty(Empty::new(Icon::Document, Text::NoReleases.to(lang)))
        .rows(rows);
    html! { (table) }
}

/// What happened to what was released.
pub(super) fn events(lang: Lang, rows: &[Event]) -> Markup {
    let columns = [
        Text::Kind.to(lang),
        Text::Day.to(lang),
        Text::Account.to(lang),
        Forms::StepBy.to(lang),
    ]
    .map(Column::new);
    let rows = rows.iter().map(|one| {
        [
            Cell::from(event_kind(lang, one.kind)),
            short_day(lang, one.on).into(),
            html! {
                @for line in one.what.lines() { p { (line) } }
                @for line in one.how.lines() { p { (line) } }
                (files(lang, one.provision, &one.files))
            }
            .into(),
            html! {
                (who(lang, &one.doer))
                p.meta { (Forms::Entered.to(lang)) " " (moment(lang, one.at.local())) }
            }
            .into(),
        ]
    });
    let table = Table::new(Text::Events.to(lang), columns)
        .empty(Empty::new(Icon::Document, Text::NoEvents.to(lang)))
        .rows(rows);
    html! { (table) }
}

/// What happened, as a tag.
fn event_kind(lang: Lang, kind: EventKind) -> Markup {
    let (tone, text) = match kind {
        EventKind::Inspection => (Tone::Info, Text::Inspection),
        EventKind::Accident => (Tone::Error, Text::Accident),
        EventKind::Returned => (Tone::Success, Text::Returned),
        EventKind::Disposed => (Tone::Success, Text::Disposed),
    };
    html! { (Tag::new(tone, text.to(lang))) }
}
