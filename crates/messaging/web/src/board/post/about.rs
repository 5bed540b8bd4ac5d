//! The facts about a post, and the ways that are seldom gone.

use maud::{Markup, html};
use yakusho_messaging::board::PostState;
use yakusho_webkit::ui::{Button, Icon, buttons, day, definitions, moment, section};

use super::Sight;
use crate::board::texts::Text;
use crate::board::{category_page, page_of};
use yakusho_audience::registration;

impl Sight<'_> {
    /// What there is to know about the post besides its words.
    pub(super) fn about(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let mut facts = vec![
            (Text::InNameOf, html! { (view.byline) }),
            (
                Text::Category,
                html! {
                    a href=(category_page(view.category.id)) { (view.category.name(lang)) }
                },
            ),
        ];
        if let (Some(by), Some(_)) = (view.by, view.section) {
            let author = self.names.author(by);
            facts.push((
                Text::WrittenBy,
                html! {
                    (author) br; span.meta { (Text::WrittenByHelp.to(lang)) }
                },
            ));
        }
        if let Some(approved) = view.approved {
            let by = self.names.name(approved.by);
            facts.push((
                Text::ApprovedBy,
                html! { (by) " " (moment(lang, approved.at.local())) },
            ));
        }
        if let Some(kind) = view.registration {
            facts.push((
                Text::Kind,
                html! {
                    (Text::KindItem { item: kind.item() }.to(lang)) " " (registration::name(lang, kind))
                },
            ));
        }
        facts.push((Text::Period, self.period()));
        if let Some(until) = view.pinned_until {
            facts.push((
                Text::PinnedUntil,
                html! {
                    (moment(lang, until.local())) (Text::PeriodUntil.to(lang))
                },
            ));
        }
        if let Some(asked) = view.confirmation {
            let due = html! {
                @if let Some(due) = asked.due { (day(lang, due)) } @else { (Text::NoDue.to(lang)) }
            };
            facts.push((Text::DueDay, due));
        }
        facts.push((Text::Version, html! {
            (yakusho_webkit::text::Common::VersionNumber { n: version(view.version) }.to(lang)) " "
            span.meta { (moment(lang, view.changed_at.local())) }
        }));
        let facts = facts.into_iter().map(|(text, what)| (text.to(lang), what));
        section(
            Text::About.to(lang),
            html! {
                (definitions(facts))
                (self.seldom())
            },
        )
    }

    fn period(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        html! {
            @match view.visible_from.or(view.starts_at) {
                Some(from) => (moment(lang, from.local())),
                None => (Text::AsSoonAsPublished.to(lang)),
            }
            " " (Text::PeriodFrom.to(lang)) " "
            @match view.ends_at {
                Some(end) => { (moment(lang, end.local())) " " (Text::PeriodUntil.to(lang)) },
                None => (Text::NoEnd.to(lang)),
            }
        }
    }

    /// The ways that are seldom gone.
    fn seldom(&self) -> Markup {
        let (lang, id, may) = (self.lang(), self.view.id, self.view.may);
        let shown = matches!(
            self.view.state,
            PostState::Draft | PostState::Submitted | PostState::Published
        );
        html! {
            (buttons(html! {
                @if shown {
                    (Button::link(page_of(id, "versions"), Text::Versions.to(lang)).icon(Icon::History))
                }
                @if may.withdraw { (Button::link(page_of(id, "withdraw"), Text::Withdraw.to(lang))) }
                @if may.remove { (Button::link(page_of(id, "remove"), Text::Remove.to(lang)).icon(Icon::Trash)) }
            }))
        }
    }
}

/// A version's number as texts take it.
pub(crate) fn version(number: i32) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
