//! Whom it reached, and what they did.

use maud::{Markup, html};
use yakusho_messaging::circulation::{
    CirculationState, Kind, RecipientRow, RecipientState, Sequence,
};
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Steps, Table, Tag, Tone, buttons, link, prose, section,
    short_moment,
};

use super::Sight;
use crate::circulation::list::{confirmed, given};
use crate::circulation::page_of;
use crate::circulation::texts::Text;
use crate::terms;

impl Sight<'_> {
    /// How many have confirmed, at which rank it is, and each of those whom it reached.
    pub(super) fn people(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let all = Text::AllRecipients { n: view.total };
        let body = html! {
            div.overall { (confirmed(lang, view.confirmed, view.total)) }
            (self.steps())
            (self.managing())
            (rows(lang, view.kind, &view.recipients.items))
            @if view.recipients.next.is_some() {
                p { a href=(page_of(view.id, "recipients")) { (all.to(lang)) (Icon::ChevronRight) } }
            }
        };
        section(Text::Whom.to(lang), body)
    }

    /// The ranks that it goes through.
    fn steps(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let (steps, step) = view.steps;
        let count = usize::try_from(steps).unwrap_or_default();
        let current = match view.state {
            CirculationState::Completed => count,
            _ => usize::try_from(step).unwrap_or_default(),
        };
        let names = (1..=count).map(|n| Text::Rank { n }.to(lang).into_owned());
        html! {
            @if view.sequence != Sequence::AtOnce && count > 1 { (Steps::new(lang, names, current)) }
        }
    }

    /// What those who answer for it do about it.
    fn managing(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        html! {
            @if view.may.manage {
                (buttons(html! {
                    @if view.confirmed < view.total {
                        (self.press("remind", &Text::Remind).icon(Icon::Bell))
                    }
                    (self.way("add", &Text::AddPeople).icon(Icon::Plus))
                    (Button::link(page_of(view.id, "state.csv"), Text::Csv.to(lang)).icon(Icon::Download))
                }))
            }
        }
    }
}

/// Those whom it reached, a row each.
pub(in crate::circulation) fn rows(lang: Lang, kind: Kind, people: &[RecipientRow]) -> Markup {
    let columns = [Text::Name, Text::Section, Text::State, Text::ConfirmedAt];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let rows = people.iter().map(|row| person(lang, kind, row));
    let empty = Empty::new(Icon::People, Text::Nobody.to(lang));
    html! { (Table::new(Text::Whom.to(lang), columns).rows(rows).empty(empty).compact()) }
}

fn person(lang: Lang, kind: Kind, row: &RecipientRow) -> [Cell; 4] {
    [
        html! {
            (link(format!("/people/{}", row.person), &row.name)) " " span.meta { (row.post_title) }
            @if let Some(reply) = &row.reply { div.reply { (Icon::Reply) (prose(reply)) } }
        }
        .into(),
        (&*row.unit_name).into(),
        html! {
            @if row.outdated {
                (Tag::new(Tone::Warning, Text::Outdated.to(lang)))
            } @else {
                (state(lang, kind, row.state))
            }
        }
        .into(),
        html! {
            @if let Some(at) = row.confirmed_at { (short_moment(lang, at.local())) }
            @if let Some((_, name, proxy)) = &row.by_proxy {
                @let kind = terms::proxy(lang, *proxy).into_owned();
                p.meta { (Text::ProxyOf { name: name.clone(), kind }.to(lang)) }
            }
        }
        .into(),
    ]
}

fn state(lang: Lang, kind: Kind, state: RecipientState) -> Tag {
    let (tone, text) = match state {
        RecipientState::Waiting => (Tone::Neutral, Text::Waiting),
        RecipientState::Pending => (Tone::Warning, Text::Pending),
        RecipientState::Confirmed => (Tone::Success, given(kind)),
        RecipientState::Passed => (Tone::Neutral, Text::Passed),
    };
    Tag::new(tone, text.to(lang))
}
