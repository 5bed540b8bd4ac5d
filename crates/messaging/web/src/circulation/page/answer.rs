//! What the reader owes, and has given.

use maud::{Markup, html};
use yakusho_kernel::Timestamp;
use yakusho_messaging::circulation::Kind;
use yakusho_messaging::text::Remark;
use yakusho_webkit::Typed;
use yakusho_webkit::ui::{Alert, Button, Icon, buttons, moment, prose};

use super::Sight;
use crate::circulation::page_of;
use crate::circulation::texts::Text;
use crate::terms;

impl Sight<'_> {
    /// The form that confirms, or what was answered.
    pub(super) fn answer(&self, typed: &Typed<'_>) -> Markup {
        let confirmed = self.view.mine.and_then(|mine| mine.confirmed_at);
        html! {
            @if self.view.may.confirm {
                (self.asking(typed))
            } @else if confirmed.is_some() {
                (self.given(typed))
            }
        }
    }

    fn asking(&self, typed: &Typed<'_>) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let report = view.kind == Kind::Report;
        let before = self.confirmed_before();
        let (how, act) = match (report, before) {
            (true, _) => (Text::HowToReply, Text::ReplyNow),
            (false, Some(_)) => (Text::HowToConfirmAgain, Text::ConfirmChanged),
            (false, None) => (Text::HowToConfirm, Text::ConfirmNow),
        };
        let form = typed
            .form(self.visit, page_of(view.id, "confirm"))
            .prefix("reply");
        let reply = form
            .textarea("reply", Text::Reply.to(lang))
            .rows(3)
            .max_chars(Remark::MAX)
            .values(view.reply.clone())
            .help(self.who_reads());
        let open = typed.fields().is_some() || view.reply.is_some();
        html! {
            section.act-box id="confirm" {
                p { strong { (self.asked().to(lang)) } " " (self.due()) }
                @if let Some(at) = before {
                    p { (Text::ConfirmedBefore.to(lang)) " " (moment(lang, at.local())) }
                }
                p { (how.to(lang)) }
                (self.behalf())
                (form.render(html! {
                    (form.hidden("version", &view.version.to_string()))
                    @if report {
                        (reply.required())
                    } @else {
                        details.comment-acts open[open] {
                            summary { (Text::WithReply.to(lang)) }
                            (reply)
                        }
                    }
                    (buttons(html! { (Button::submit(act.to(lang)).primary().icon(Icon::Check)) }))
                }))
            }
        }
    }

    /// When what it said before was confirmed, where that is owed again.
    fn confirmed_before(&self) -> Option<Timestamp> {
        let mine = self.view.mine.filter(|mine| mine.outdated);
        mine.and_then(|mine| mine.confirmed_at)
    }

    /// What is asked.
    pub(super) fn asked(&self) -> Text {
        match (self.view.kind, self.confirmed_before()) {
            (Kind::Circulation, None) => Text::PleaseConfirm,
            (Kind::Circulation, Some(_)) => Text::ConfirmAgain,
            (Kind::Report, None) => Text::PleaseReply,
            (Kind::Report, Some(_)) => Text::ReplyAgain,
        }
    }

    /// Who will see the reply.
    fn who_reads(&self) -> String {
        let text = if self.view.open_replies {
            Text::ReplyOpen
        } else {
            Text::ReplyClosed
        };
        text.to(self.lang()).into_owned()
    }

    /// That somebody confirms in another's place.
    fn behalf(&self) -> Markup {
        let lang = self.lang();
        let standing = self.visit.cx.actor().standing();
        let behalf = standing.and_then(|standing| standing.on_behalf.as_ref());
        html! {
            @if let Some(behalf) = behalf {
                @let whom = self.names.name(behalf.person);
                @let kind = terms::proxy(lang, behalf.kind).into_owned();
                (Alert::info(lang, Text::OnBehalf { whom, kind }.to(lang)))
            }
        }
    }

    fn given(&self, typed: &Typed<'_>) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let Some(mine) = view.mine else {
            return html! {};
        };
        let said = match view.kind {
            Kind::Circulation => Text::YouConfirmed,
            Kind::Report => Text::YouReplied,
        };
        let words = html! {
            @if let Some(at) = mine.confirmed_at { p { (moment(lang, at.local())) } }
            @if let Some(kind) = mine.proxy {
                @let kind = terms::proxy(lang, kind).into_owned();
                p { (Text::ByProxy { kind }.to(lang)) }
            }
            @if let Some(reply) = &view.reply {
                p { strong { (Text::MyReply.to(lang)) } }
                (prose(reply))
            }
            @if view.may.reword && view.reply.is_some() {
                details.comment-acts open[typed.fields().is_some()] {
                    summary { (Text::RewordReply.to(lang)) }
                    (self.rewording(typed, mine.revision))
                }
            }
        };
        html! { div id="confirm" { (Alert::success(lang, said.to(lang)).body(words)) } }
    }

    fn rewording(&self, typed: &Typed<'_>, revision: i32) -> Markup {
        let (lang, view) = (self.lang(), self.view);
        let form = typed
            .form(self.visit, page_of(view.id, "reply"))
            .prefix("reword");
        let reply = view.reply.as_deref().unwrap_or_default();
        form.render(html! {
            (form.revision(revision))
            (form.textarea("reply", Text::Reply.to(lang)).required().rows(3).max_chars(Remark::MAX)
                .value(reply).help(self.who_reads()))
            (buttons(html! { (Button::submit(Text::SaveReply.to(lang))) }))
        })
    }
}
