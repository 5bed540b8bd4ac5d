//! The forms of the settings, and what is read out of them.

use std::collections::BTreeMap;

use maud::{Markup, html};
use time::Time;
use time::macros::format_description;
use yakusho_accounts::mailing::{Address, Group, Hour, MailBox, Preferences, Quiet, Way};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Choice, Disclosure, buttons};
use yakusho_webkit::{Fields, Lang, Reader, Typed, Visit};

use super::texts::Text;
use super::{ADDRESS, CONFIRM, REMOVE, SETTINGS};

/// What a group is called.
fn group_words(group: Group) -> Text {
    match group {
        Group::Owed => Text::Owed,
        Group::Board => Text::Board,
        Group::Circulation => Text::Circulation,
        Group::Schedule => Text::Schedule,
        Group::Documents => Text::Documents,
        Group::Forms => Text::Forms,
        Group::Security => Text::Security,
        Group::Administration => Text::Administration,
    }
}

fn way_words(way: Way) -> Text {
    match way {
        Way::AtOnce => Text::AtOnce,
        Way::Digest => Text::Digest,
        Way::Page => Text::Page,
    }
}

/// The address, and how it comes to be one.
pub(super) fn address(visit: &Visit, mine: &MailBox, typed: &Typed<'_>, open: bool) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, ADDRESS);
    let ask = form.render(html! {
        (form.text("address", Text::Address.to(lang)).required().autocomplete("email")
            .max_chars(Address::LONGEST).help(Text::AddressHelp.to(lang)))
        (buttons(Button::submit(Text::SendCode.to(lang))))
    });
    let there = mine.address.is_some() || mine.asked.is_some();
    html! {
        @if let Some(address) = &mine.address {
            p { (Text::GoesTo { address: address.as_str().to_owned() }.to(lang)) }
        } @else if !there {
            p { (Text::Nowhere.to(lang)) }
        }
        @if there {
            (Disclosure::new(Text::OtherAddress.to(lang), ask).open(open))
            (buttons(Button::post(REMOVE, visit.csrf(), Text::Remove.to(lang)).danger()))
        } @else {
            (ask)
        }
    }
}

/// The code, where one was sent.
pub(super) fn code(visit: &Visit, mine: &MailBox, typed: &Typed<'_>) -> Option<Markup> {
    let lang = visit.lang;
    let address = mine.asked.as_ref()?.address.as_str().to_owned();
    let form = typed.form(visit, CONFIRM);
    Some(html! {
        (Alert::info(lang, Text::Awaits { address }.to(lang)))
        (form.render(html! {
            (form.text("code", Text::Code.to(lang)).required().short().autocomplete("one-time-code"))
            (buttons(Button::submit(Text::Confirm.to(lang)).primary()))
        }))
    })
}

/// What is mailed, and when.
pub(super) fn preferences(visit: &Visit, mine: &MailBox, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let chosen = &mine.preferences;
    let form = typed.form(visit, SETTINGS);
    let hours = (0..24).map(|hour| Choice::new(hour.to_string(), Text::AtHour { hour }.to(lang)));
    let (from, until) = chosen.quiet.hours.unzip();
    form.render(html! {
        (form.revision(mine.revision))
        @for group in Group::ALL {
            (form.select(group.code(), group_words(group).to(lang)).required().options(ways(lang))
                .value(chosen.way(group).code()))
        }
        (form.select("digest_hour", Text::DigestHour.to(lang)).required().options(hours)
            .value(chosen.digest.number().to_string()))
        h3 { (Text::Quiet.to(lang)) }
        p { (Text::QuietHelp.to(lang)) }
        (form.text("quiet_from", Text::QuietFrom.to(lang)).short()
            .help(Text::QuietFromHelp.to(lang)).value(clock(from)))
        (form.text("quiet_until", Text::QuietUntil.to(lang)).short()
            .help(Text::QuietUntilHelp.to(lang)).value(clock(until)))
        (form.checkbox("quiet_closed_days", Text::ClosedDays.to(lang))
            .checked(chosen.quiet.closed_days))
        (buttons(Button::submit(Common::Save.to(lang)).primary()))
    })
}

fn ways(lang: Lang) -> [Choice; 3] {
    Way::ALL.map(|way| Choice::new(way.code(), way_words(way).to(lang)))
}

fn clock(time: Option<Time>) -> String {
    let form = format_description!("[hour padding:none]:[minute]");
    time.and_then(|time| time.format(form).ok())
        .unwrap_or_default()
}

/// A time of day, such as `22:00` and `7:00`.
pub(super) fn parse_clock(text: &str) -> Option<Time> {
    let form = format_description!("[hour padding:none]:[minute]");
    Time::parse(text, form).ok()
}

/// The revision that was looked at, and what was chosen.
pub(super) fn read(fields: &Fields) -> Result<(i32, Preferences), Invalid> {
    let mut read = fields.reader();
    let revision = read.given("revision")?;
    let mut ways = BTreeMap::new();
    for group in Group::ALL {
        let way = read.needed(group.code(), |read, name| read.with(name, Way::from_code));
        ways.extend(way.map(|way| (group, way)));
    }
    let digest = read.needed("digest_hour", Reader::one);
    let digest = digest.and_then(|hour: u8| {
        let hour = Hour::of(hour);
        if hour.is_none() {
            read.wrong("digest_hour", Reason::Unknown);
        }
        hour
    });
    let hours = match (
        time(&mut read, fields, "quiet_from"),
        time(&mut read, fields, "quiet_until"),
    ) {
        (Some(Some(from)), Some(Some(until))) => Some((from, until)),
        (Some(Some(_)), Some(None)) => {
            read.wrong("quiet_until", Reason::Required);
            None
        }
        (Some(None), Some(Some(_))) => {
            read.wrong("quiet_from", Reason::Required);
            None
        }
        _ => None,
    };
    let digest = read.finish_with(digest)?;
    let closed_days = fields.has("quiet_closed_days");
    let quiet = Quiet { hours, closed_days };
    let chosen = Preferences {
        ways,
        digest,
        quiet,
    };
    Ok((revision, chosen))
}

/// The time in a field; the inner one is none where it is empty, the outer where it is wrong, which is noted.
#[expect(clippy::option_option, reason = "empty and wrong are two things")]
fn time(read: &mut Reader<'_>, fields: &Fields, name: &str) -> Option<Option<Time>> {
    let typed = fields.code(name);
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    let time = parse_clock(typed);
    if time.is_none() {
        read.wrong(name, Reason::Code("no_time"));
    }
    time.map(Some)
}
