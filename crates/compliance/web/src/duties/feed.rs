//! What one owes as iCalendar (RFC 5545), at an address to subscribe to.

use maud::{Markup, html};
use poem::http::header;
use poem::web::{Data, Html, Path};
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::Secret;
use yakusho_compliance::duty::{self, Ledger};
use yakusho_kernel::{Owed, Timestamp};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{Common, day};
use yakusho_webkit::ui::{Alert, Button, buttons};
use yakusho_webkit::{Answer, SeeOther, Visit};

use super::FEED;
use super::list::crumb;
use super::row::told;
use super::texts::Text;

/// The media type.
const KIND: &str = "text/calendar; charset=utf-8";

/// The octets of a line (RFC 5545, section 3.1).
const LINE: usize = 75;

/// `GET /duties/feed`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    page(&visit, None).await
}

/// `POST /duties/feed`: shows the address, this once.
#[handler]
pub(super) async fn make(visit: Visit) -> Answer<Html<Markup>> {
    let secret = duty::subscribe(&visit.cx).await?;
    page(&visit, Some(&secret.into_inner())).await
}

/// `POST /duties/feed/end`
#[handler]
pub(super) async fn end(visit: Visit) -> Answer<SeeOther> {
    let _ = duty::unsubscribe(&visit.cx).await?;
    Ok(visit
        .see_other(FEED)
        .saying(Text::AddressEnded.to(visit.lang)))
}

async fn page(visit: &Visit, made: Option<&Secret>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let since = duty::subscribed(&visit.cx).await?;
    let shell = visit.shell().await?;
    let (up, label) = crumb(lang);
    let page = Page::new(&shell, Text::Subscribe.to(lang)).crumb(up, label);
    let state = match since {
        Some(at) => Text::HasAddress {
            day: day(lang, at.date()),
        },
        None => Text::NoAddress,
    };
    let making = Button::post(FEED, visit.csrf(), Text::MakeAddress.to(lang));
    let ending = Button::post(
        format!("{FEED}/end"),
        visit.csrf(),
        Text::EndAddress.to(lang),
    );
    Ok(Html(page.render(html! {
        @if let Some(secret) = made { (shown_once(visit, secret)) }
        p { (Text::SubscribeIntro.to(lang)) }
        @if made.is_none() { p { (state.to(lang)) } }
        (buttons(html! {
            (making.primary())
            @if since.is_some() { (ending) }
        }))
    })))
}

fn shown_once(visit: &Visit, secret: &Secret) -> Markup {
    let lang = visit.lang;
    let address = format!("{}{FEED}/{}.ics", visit.origin(), *secret.text());
    html! {
        (Alert::success(lang, Text::AddressMade.to(lang)).body(html! {
            p { (Text::ShownOnce.to(lang)) }
            p { code { (address) } }
            p { (Button::copy(address.as_str(), Common::Copy.to(lang), Common::Copied.to(lang))) }
        }))
    }
}

/// `GET /duties/feed/:secret`
#[handler]
pub(super) async fn read(
    visit: Visit,
    Data(ledger): Data<&Ledger>,
    Path(secret): Path<String>,
) -> Answer<Response> {
    let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
    let owed = duty::feed(&visit.cx, ledger, secret).await?;
    let name = Text::FeedName.to(visit.lang);
    let mut text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yakusho//Duties//JA\r\nX-WR-CALNAME:{name}\r\n"
    );
    for one in &owed {
        text.push_str(&event(&visit, one));
    }
    text.push_str("END:VCALENDAR\r\n");
    Ok(Response::builder()
        .header(header::CACHE_CONTROL, "private, no-cache")
        .content_type(KIND)
        .body(text))
}

/// A duty as an event of its whole last day.
fn event(visit: &Visit, owed: &Owed) -> String {
    let (what, href) = told(visit, owed);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}", owed.place.1, owed.about.id),
        format!("DTSTAMP:{}", stamp(visit.cx.now())),
        format!("DTSTART;VALUE=DATE:{}", date(owed.due)),
        format!("SUMMARY:{}", escaped(&what)),
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    if let Some(href) = href {
        lines.push(format!("URL:{}{href}", visit.origin()));
    }
    lines.push("END:VEVENT".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn date(day: Date) -> String {
    format!(
        "{:04}{:02}{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    )
}

fn stamp(at: Timestamp) -> String {
    let utc = at.utc();
    let (hour, minute, second) = utc.to_hms();
    format!("{}T{hour:02}{minute:02}{second:02}Z", date(utc.date()))
}

/// A text as a value (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

/// A line in pieces that are short enough.
fn folded(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 8);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE {
            text.push_str("\r\n ");
            octets = 1;
        }
        octets += letter.len_utf8();
        text.push(letter);
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_say_the_same_when_unfolded() {
        let line = format!("SUMMARY:{}", escaped(&"点検、報告;\n".repeat(20)));
        let text = folded(&line);
        assert!(text.split("\r\n").all(|piece| piece.len() <= LINE));
        assert_eq!(text.replace("\r\n ", ""), format!("{line}\r\n"));
        assert_eq!(escaped("a,b;c\\d\r\ne"), "a\\,b\\;c\\\\d\\ne");
    }
}
