//! What the administrator announces above every page, and the rest of acts that it may bring with it.

use maud::html;
use yakusho_kernel::{Denied, Timestamp};
use yakusho_regulation::Lang;

use crate::text;
use crate::ui::{Alert, prose};
use crate::wording::Text;

/// What is announced, and whether acts rest.
#[derive(Clone, Debug, Default)]
pub struct Maintenance {
    /// What stands above every page, what begins first before the others.
    pub announced: Vec<Announced>,
    /// Why whoever is signed in changes nothing at the moment, if so.
    pub halt: Option<Halt>,
}

/// Something announced to everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// What rests while it is on.
    pub rests: Rests,
    /// What is said, in Japanese; may be empty where something rests.
    pub words_ja: String,
    /// What is said, in English; empty if nothing was written.
    pub words_en: String,
    /// When it begins.
    pub from: Timestamp,
    /// When it ends, if that is known.
    pub until: Option<Timestamp>,
}

/// What rests while something announced is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// Nothing: it is a notice.
    Nothing,
    /// Whatever changes something.
    Writing,
    /// Reading, too.
    Everything,
}

/// That acts rest: nothing but routes [at any time](crate::Routes::at_any_time) does anything.
#[derive(Clone, Debug)]
pub struct Halt {
    /// Because of what.
    pub by: Announced,
    /// Whether whoever is signed in may go on reading.
    pub reads: bool,
    /// The refusal of what would change something.
    pub denied: Box<Denied>,
}

impl Announced {
    /// The message above a page at that moment.
    pub(crate) fn alert(&self, lang: Lang, now: Timestamp) -> Alert {
        let begun = self.from <= now;
        let when = moment(lang, self.from, now);
        let title = match (self.rests, begun) {
            (Rests::Nothing, _) => Text::NoticeToAll.to(lang),
            (Rests::Writing, false) => Text::ReadOnlyFrom { when }.to(lang),
            (Rests::Writing, true) => Text::ReadOnlyNow.to(lang),
            (Rests::Everything, false) => Text::ClosedFrom { when }.to(lang),
            (Rests::Everything, true) => Text::ClosedNow.to(lang),
        };
        let words = self.words(lang);
        let body = html! {
            @if !words.is_empty() { (prose(words)) }
            p.meta { (self.end(lang, now)) }
        };
        match self.rests {
            Rests::Nothing => Alert::info(lang, title),
            _ => Alert::warning(lang, title),
        }
        .body(body)
    }

    /// Until when, in words.
    pub(crate) fn end(&self, lang: Lang, now: Timestamp) -> String {
        match (self.rests, self.until) {
            (_, None) => Text::EndUnknown.to(lang),
            (Rests::Nothing, Some(until)) => {
                let when = moment(lang, until, now);
                Text::ShownUntil { when }.to(lang)
            }
            (_, Some(until)) => {
                let when = moment(lang, until, now);
                Text::EndsAt { when }.to(lang)
            }
        }
        .into_owned()
    }

    fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.words_en.is_empty() => &self.words_en,
            _ => &self.words_ja,
        }
    }
}

/// `本日17:30`, `明日9:00`, or the day in full.
fn moment(lang: Lang, at: Timestamp, now: Timestamp) -> String {
    let clock = text::clock(at.local().time());
    if at.date() == now.date() {
        Text::Today { clock }.to(lang).into_owned()
    } else if Some(at.date()) == now.date().next_day() {
        Text::Tomorrow { clock }.to(lang).into_owned()
    } else {
        text::moment(lang, at.local())
    }
}
