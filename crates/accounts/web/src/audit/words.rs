//! What acts and things are called. What has no words is shown by its code.

use std::borrow::Cow;

use yakusho_audit::Entry;
use yakusho_regulation::{Citation, Role, Rule};
use yakusho_webkit::ui::{Tag, Tone};
use yakusho_webkit::{Lang, Visit};

use super::texts::Text;

/// The codes of outcomes, in order of display.
pub(super) const OUTCOMES: [&str; 3] = ["done", "refused", "read"];

/// What an act is called.
pub(super) fn act(visit: &Visit, name: &str) -> String {
    let words = visit.site().words().of_act(name, visit.lang);
    words.unwrap_or(name).to_owned()
}

/// What a kind of thing is called.
pub(super) fn thing<'w>(visit: &'w Visit, kind: &'w str) -> &'w str {
    visit
        .site()
        .words()
        .of_thing(kind, visit.lang)
        .unwrap_or(kind)
}

/// What a fact is called: by a word of its own, or as the thing that it names.
pub(super) fn fact<'w>(visit: &'w Visit, name: &'w str) -> &'w str {
    let words = visit.site().words().of_fact(name, visit.lang);
    words.unwrap_or_else(|| thing(visit, name))
}

/// What an outcome is called.
pub(super) fn outcome_words(lang: Lang, code: &str) -> Cow<'static, str> {
    match code {
        "done" => Text::Done.to(lang),
        "refused" => Text::Refused.to(lang),
        "read" => Text::Read.to(lang),
        other => other.to_owned().into(),
    }
}

/// An outcome as a tag.
pub(super) fn outcome(lang: Lang, code: &str) -> Tag {
    let tone = match code {
        "done" => Tone::Success,
        "refused" => Tone::Error,
        _ => Tone::Neutral,
    };
    Tag::new(tone, outcome_words(lang, code))
}

/// The rule and the article of an entry, in words; none where it rests on no rule.
pub(super) fn ground(visit: &Visit, entry: &Entry) -> Option<String> {
    let rule = Rule::from_id(entry.rule.as_deref()?)?;
    let citation: Citation = entry.citation.as_deref()?.parse().ok()?;
    Some(visit.cx.city().cite(rule, &citation, visit.lang))
}

/// Another rule that was put, stored as `rule citation`, in words.
pub(super) fn cited(visit: &Visit, stored: &str) -> String {
    let cited = stored.split_once(' ').and_then(|(rule, citation)| {
        let citation: Citation = citation.parse().ok()?;
        let city = visit.cx.city();
        Some(city.cite(Rule::from_id(rule)?, &citation, visit.lang))
    });
    cited.unwrap_or_else(|| stored.to_owned())
}

/// The title of the role in which it was done.
pub(super) fn role(visit: &Visit, entry: &Entry) -> Option<String> {
    let role = Role::from_id(entry.role.as_deref()?)?;
    let binding = visit.cx.city().role(role, entry.at.date())?;
    Some(binding.title(visit.lang).to_owned())
}
