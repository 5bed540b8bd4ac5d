//! A duty in words: what it is, whose, under which rule, and how much time is left.

use std::collections::HashMap;

use maud::{Markup, html};
use time::Date;
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_compliance::duty::{self, DutyId};
use yakusho_compliance::inquiry::InquiryId;
use yakusho_compliance::notices;
use yakusho_compliance::procedure::CaseId;
use yakusho_compliance::protection::{MeasureId, MeasureKind};
use yakusho_compliance::violation::ViolationId;
use yakusho_kernel::{Debtor, NoticeRow, Owed, PersonId, PostId, TypedId as _, UnitId};
use yakusho_regulation::Rule;
use yakusho_webkit::page::paths;
use yakusho_webkit::text::day;
use yakusho_webkit::ui::{Tag, Tone, link, short_day};
use yakusho_webkit::{Answer, Around, Lang, Tell, Told, Visit, Words};

use super::duty_page;
use super::texts::Text;
use crate::forms::case_page;
use crate::protection::{self, measure_page};

/// What the kinds of this ledger say: those that the night tells are made of them.
const TELLS: [(&str, Tell); 3] = [
    ("duty.entered", |notice, lang| {
        let title = notice.text("title");
        let page = duty_page(notice.subject_id.into());
        Told::of(Text::EnteredDuty { title }.to(lang), page)
    }),
    (notices::USE_ENDS, |notice, lang| {
        let (data, day) = (notice.text("data"), day_of(notice, "last", lang));
        let page = case_page(notice.subject_id.into());
        Told::of(Text::UseEnds { data, day }.to(lang), page)
    }),
    (notices::REVIEW_DUE, |notice, lang| {
        let kind = MeasureKind::from_code(&notice.text("kind"));
        let kind = kind.map(|kind| protection::kind(kind).to(lang).into_owned());
        let (system, kind) = (notice.text("system"), kind.unwrap_or_default());
        let page = measure_page(notice.subject_id.into());
        Told::of(Text::ReviewDue { system, kind }.to(lang), page)
    }),
];

/// The words of every kind of notice about duties.
pub(crate) fn notice_words() -> Words {
    let night: [(&str, Around); 3] = [
        (notices::DUTY_AHEAD, |duty, notice, lang| {
            stage(duty, notice, lang, |what, day| Text::Ahead { what, day })
        }),
        (notices::DUTY_OVERDUE, |duty, notice, lang| {
            stage(duty, notice, lang, |what, day| Text::Overdue { what, day })
        }),
        (notices::DUTY_ESCALATED, |duty, notice, lang| {
            stage(duty, notice, lang, |what, day| Text::Escalated {
                what,
                day,
            })
        }),
    ];
    Words::default().notices(TELLS).around(night)
}

fn day_of(notice: &NoticeRow, name: &str, lang: Lang) -> String {
    let text = notice.text(name);
    match yakusho_koyomi::parse_date(&text) {
        Ok(date) => day(lang, date),
        Err(_) => text,
    }
}

/// What the night tells of a duty, around what the duty says itself.
fn stage(duty: Told, notice: &NoticeRow, lang: Lang, said: fn(String, String) -> Text) -> Told {
    let day = day_of(notice, "due", lang);
    Told::of(said(duty.text, day).to(lang), duty.href)
}

/// What a duty says, and the page about it, if the reader is sure to see that: their own page, or the ledger's.
pub(super) fn told(visit: &Visit, owed: &Owed) -> (String, Option<String>) {
    let words = visit.site().words();
    let told = words.tell(&NoticeRow::saying(owed), visit.lang);
    let Some(told) = told else {
        return (Text::Unknown.to(visit.lang).into_owned(), None);
    };
    let kind = owed.about.kind.as_ref();
    let overseen = [
        CaseId::KIND,
        InquiryId::KIND,
        MeasureId::KIND,
        ViolationId::KIND,
    ];
    let seen = duty::owes(&visit.cx, owed.by)
        || kind == DutyId::KIND
        || (overseen.contains(&kind) && duty::oversees(&visit.cx));
    (told.text, Some(told.href).filter(|_| seen))
}

/// The same as a line of a list.
pub(super) fn what(visit: &Visit, owed: &Owed) -> Markup {
    let (text, href) = told(visit, owed);
    html! {
        @match href {
            Some(href) => (link(href, text)),
            None => (text),
        }
    }
}

/// How much time is left, or how late it is.
pub(super) fn due(visit: &Visit, due: Date) -> Markup {
    let lang = visit.lang;
    let left = (due - visit.cx.today()).whole_days();
    let tag = match left {
        ..0 => Some(Tag::new(Tone::Error, Text::DaysLate { n: -left }.to(lang))),
        0 => Some(Tag::new(Tone::Warning, Text::Today.to(lang))),
        1..=7 => Some(Tag::new(Tone::Warning, Text::DaysLeft { n: left }.to(lang))),
        _ => None,
    };
    html! { (short_day(lang, due)) @if let Some(tag) = tag { " " (tag) } }
}

/// Under what it is owed, with the way to the article.
pub(super) fn under(visit: &Visit, rule: Option<Rule>) -> Markup {
    let (lang, city) = (visit.lang, visit.cx.city());
    let basis = rule.and_then(|rule| city.in_force(rule, visit.cx.today()));
    let Some(basis) = basis else {
        return html! { span.meta { (Text::OwnMatter.to(lang)) } };
    };
    let clause = basis.citation().clauses().first();
    html! {
        @match clause {
            Some(clause) => (link(format!("{}/{clause}", paths::REGULATION), basis.text(lang))),
            None => (basis.text(lang)),
        }
    }
}

/// What those who owe something are called.
pub(super) struct Debtors<'v> {
    visit: &'v Visit,
    units: HashMap<UnitId, String>,
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
}

impl<'v> Debtors<'v> {
    /// The names of these.
    pub(super) async fn of(
        visit: &'v Visit,
        debtors: impl Iterator<Item = Debtor>,
    ) -> Answer<Self> {
        let (mut units, mut people, mut posts) = (Vec::new(), Vec::new(), Vec::new());
        for debtor in debtors {
            match debtor {
                Debtor::Person(person) => people.push(person),
                Debtor::Post(post) => posts.push(post),
                Debtor::Role(..) | Debtor::Head(_) => units.extend(debtor.unit()),
            }
        }
        let (on, today) = (visit.cx.reader(), visit.cx.today());
        Ok(Self {
            visit,
            units: directory::unit_names(&on, today, &units).await?,
            people: directory::people(&on, today, &people).await?,
            posts: directory::post_cards(&on, today, &posts).await?,
        })
    }

    /// Who owes it.
    pub(super) fn called(&self, debtor: Debtor) -> String {
        let lang = self.visit.lang;
        let unit = |unit: UnitId| self.units.get(&unit).cloned().unwrap_or_default();
        let unknown = || Text::Unknown.to(lang).into_owned();
        match debtor {
            Debtor::Person(person) => self.people.get(&person).map_or_else(unknown, |card| {
                format!("{} {}", card.unit_name, card.name)
                    .trim()
                    .to_owned()
            }),
            Debtor::Post(post) => self
                .posts
                .get(&post)
                .map_or_else(unknown, |card| format!("{} {}", card.unit_name, card.title)),
            Debtor::Head(of) => Text::HeadOf { unit: unit(of) }.to(lang).into_owned(),
            Debtor::Role(role, None) => crate::names::role_title(self.visit, role),
            Debtor::Role(role, Some(of)) => {
                let role = crate::names::role_title(self.visit, role);
                let of = Text::RoleOf {
                    role,
                    unit: unit(of),
                };
                of.to(lang).into_owned()
            }
        }
    }
}
