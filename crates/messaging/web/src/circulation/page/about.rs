//! The facts about a circulation, and the ways that are seldom gone.

use maud::{Markup, html};
use yakusho_messaging::circulation::{Follows, Sequence};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Icon, buttons, day, definitions, moment, section};

use super::Sight;
use crate::circulation::templates::TEMPLATES;
use crate::circulation::texts::Text;
use yakusho_audience::registration;

impl Sight<'_> {
    /// What there is to know about it besides its words.
    pub(super) fn about(&self) -> Markup {
        let lang = self.lang();
        let facts = self.facts().into_iter();
        let facts = facts.map(|(text, what)| (text.to(lang), what));
        section(
            Text::About.to(lang),
            html! {
                (definitions(facts))
                (self.seldom())
            },
        )
    }

    fn facts(&self) -> Vec<(Text, Markup)> {
        let (lang, view) = (self.lang(), self.view);
        let mut facts = vec![(Text::InNameOf, html! { (view.byline) })];
        if let (Some(by), Some(_)) = (view.by, view.section) {
            let author = self.names.author(by);
            let who = html! { (author) br; span.meta { (Text::WrittenByHelp.to(lang)) } };
            facts.push((Text::WrittenBy, who));
        }
        if !self.addressed.is_empty() {
            let separator = if lang == yakusho_webkit::Lang::Ja {
                "、"
            } else {
                ", "
            };
            facts.push((Text::Addressed, html! { (self.addressed.join(separator)) }));
        }
        facts.push((Text::How, self.how()));
        facts.push((Text::FollowsLabel, self.follows()));
        let due = html! {
            @if let Some(due) = view.due { (day(lang, due)) } @else { (Text::NoDue.to(lang)) }
        };
        facts.push((Text::DueDay, due));
        let replies = if view.open_replies {
            Text::RepliesOpen
        } else {
            Text::RepliesClosed
        };
        facts.push((Text::Replies, html! { (replies.to(lang)) }));
        if let Some(kind) = view.registration {
            let item = Text::KindItem { item: kind.item() };
            let words = html! { (item.to(lang)) " " (registration::name(lang, kind)) };
            facts.push((Text::Kind, words));
        }
        let n = u64::try_from(view.version).unwrap_or_default();
        let version = html! {
            (Common::VersionNumber { n }.to(lang)) " "
            span.meta { (moment(lang, view.changed_at.local())) }
        };
        facts.push((Text::Version, version));
        facts
    }

    fn how(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let (order, help) = match view.sequence {
            Sequence::AtOnce => (Text::AtOnce, Text::AtOnceHelp),
            Sequence::Upwards => (Text::Upwards, Text::UpwardsHelp),
            Sequence::Downwards => (Text::Downwards, Text::DownwardsHelp),
        };
        html! {
            (order.to(lang)) br;
            span.meta {
                (help.to(lang))
                @if let Some(n) = view.step_days { " " (Text::StepDays { n }.to(lang)) }
            }
        }
    }

    fn follows(&self) -> Markup {
        let lang = self.lang();
        let (follows, help) = match self.view.follows {
            Follows::Person => (Text::FollowsPerson, Text::FollowsPersonHelp),
            Follows::Post => (Text::FollowsPost, Text::FollowsPostHelp),
        };
        html! { (follows.to(lang)) br; span.meta { (help.to(lang)) } }
    }

    /// The ways that are seldom gone.
    fn seldom(&self) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let may = view.may;
        let template = format!("{TEMPLATES}/new?from={}", view.id);
        html! {
            (buttons(html! {
                @if view.words.shown().is_some() {
                    (self.way("versions", &Text::Versions).icon(Icon::History))
                }
                @if may.copy {
                    (self.press("copy", &Text::Copy).icon(Icon::Copy))
                    (yakusho_webkit::ui::Button::link(template, Text::AsTemplate.to(lang)))
                }
                @if may.manage { (self.way("close", &Text::Close)) }
                @if may.withdraw { (self.way("withdraw", &Text::Withdraw)) }
                @if may.remove { (self.way("remove", &Text::Remove).icon(Icon::Trash)) }
            }))
        }
    }
}
