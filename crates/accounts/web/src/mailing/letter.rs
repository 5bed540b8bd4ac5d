//! What a mail says: the words of the list of notices, with links to the pages about them.

use maud::{DOCTYPE, Markup, html};
use yakusho_accounts::mailing::{Mail, MailContent};
use yakusho_kernel::NoticeRow;
use yakusho_regulation::City;
use yakusho_webkit::page::paths;
use yakusho_webkit::{Lang, Told, Words, text};

use super::SETTINGS;
use super::texts::Text;

/// How many notices are told one by one.
const MOST: usize = 50;

/// The longest subject, in characters.
const LONGEST_SUBJECT: usize = 70;

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject: one line.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// The same as a page of its own.
    pub html: String,
    /// Where its reader changes whether it comes.
    pub settings: String,
}

/// A notice in words, with the address of the page about it.
struct Line {
    text: String,
    href: String,
    at: String,
}

/// Puts a mail into words. `link` is where the pages of this town hall are, without a slash at its end.
pub fn letter(words: &Words, city: &City, link: &str, mail: &Mail) -> Letter {
    let lang = mail.lang;
    let city = city.name(lang).to_owned();
    let settings = format!("{link}{SETTINGS}");
    let (subject, first, lines, more) = match &mail.content {
        MailContent::Confirmation(code) => {
            let words = Text::CodeWords { city: city.clone() }.to(lang);
            let first = vec![
                words.into_owned(),
                code.reveal().to_owned(),
                Text::CodeNotYours.to(lang).into_owned(),
            ];
            let subject = Text::SubjectOfCode.to(lang).into_owned();
            (subject, first, Vec::new(), 0)
        }
        MailContent::Notices(notices) => {
            let told = notices.iter().take(MOST);
            let lines: Vec<Line> = told.map(|one| line(words, link, one, lang)).collect();
            let n = notices.len();
            let subject = match &lines[..] {
                [one] => one.text.clone(),
                _ => Text::SubjectOfMany { n }.to(lang).into_owned(),
            };
            let greeting = Text::Greeting { city: city.clone() }.to(lang).into_owned();
            (subject, vec![greeting], lines, n.saturating_sub(MOST))
        }
    };
    let more = (more > 0).then(|| Text::AndMore { n: more }.to(lang).into_owned());
    let last = [
        (Text::AllNotices, format!("{link}{}", paths::NOTIFICATIONS)),
        (Text::Settings, settings.clone()),
    ];
    Letter {
        subject: format!("[{city}] {}", shortened(&subject)),
        text: plain(lang, &first, &lines, more.as_deref(), &last),
        html: page(lang, &first, &lines, more.as_deref(), &last).into_string(),
        settings,
    }
}

fn line(words: &Words, link: &str, notice: &NoticeRow, lang: Lang) -> Line {
    let unknown = || Told::of(Text::Something.to(lang), paths::NOTIFICATIONS);
    let told = words.tell(notice, lang).unwrap_or_else(unknown);
    Line {
        text: one_line(&told.text),
        href: format!("{link}{}", told.href),
        at: text::moment(lang, notice.at.local()),
    }
}

/// The text in one line.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// As much of a line as a subject bears.
fn shortened(line: &str) -> String {
    match line.char_indices().nth(LONGEST_SUBJECT) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

fn plain(
    lang: Lang,
    first: &[String],
    lines: &[Line],
    more: Option<&str>,
    last: &[(Text, String)],
) -> String {
    let mut parts = first.to_vec();
    parts.extend(
        lines
            .iter()
            .map(|line| format!("- {}\n  {}\n  {}", line.text, line.at, line.href)),
    );
    parts.extend(more.map(str::to_owned));
    let last: Vec<String> = last
        .iter()
        .map(|(words, href)| format!("{}\n{href}", words.to(lang)))
        .collect();
    parts.push(format!("--\n{}", last.join("\n")));
    parts.push(Text::Automatic.to(lang).into_owned());
    parts.join("\n\n") + "\n"
}

fn page(
    lang: Lang,
    first: &[String],
    lines: &[Line],
    more: Option<&str>,
    last: &[(Text, String)],
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            body {
                @for words in first { p { (words) } }
                @if !lines.is_empty() {
                    ul {
                        @for line in lines {
                            li { a href=(line.href) { (line.text) } br; (line.at) }
                        }
                    }
                }
                @if let Some(more) = more { p { (more) } }
                hr;
                @for (words, href) in last { p { a href=(href) { (words.to(lang)) } } }
                p { (Text::Automatic.to(lang)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;
    use yakusho_accounts::mailing::Address;
    use yakusho_accounts::notices::APPROVAL_DECIDED;
    use yakusho_kernel::Timestamp;

    use super::*;
    use crate::registrations;

    const LINK: &str = "https://yakusho.city.example";

    /// A mail with so many notices of what was registered under that name.
    fn mail(lang: Lang, label: &str, notices: usize) -> Mail {
        let notice = NoticeRow {
            id: Uuid::nil().into(),
            person: Uuid::nil().into(),
            kind: APPROVAL_DECIDED.to_owned(),
            subject_kind: "account".to_owned(),
            subject_id: Uuid::nil(),
            key: String::new(),
            params: json!({"label": label, "approved": true}),
            at: Timestamp::from_millis(1_795_132_800_000),
            seen_at: None,
        };
        Mail {
            id: Uuid::nil().into(),
            person: Uuid::nil().into(),
            at: notice.at,
            attempts: 1,
            to: Address::parse("clerk@city.example").unwrap(),
            lang,
            content: MailContent::Notices(vec![notice; notices]),
        }
    }

    fn said(words: &Words, mail: &Mail) -> Letter {
        letter(words, &City::named("nogata").unwrap(), LINK, mail)
    }

    #[test]
    fn a_letter_says_what_the_list_says() {
        let words = registrations::words();
        let one = mail(Lang::Ja, "窓口の担当", 1);
        let MailContent::Notices(notices) = &one.content else {
            panic!("{one:?}");
        };
        let told = words.tell(&notices[0], Lang::Ja).unwrap();
        let found = said(&words, &one);
        assert!(found.subject.ends_with(&told.text), "{found:?}");
        for part in [&found.text, &found.html] {
            assert!(part.contains(&told.text), "{part}");
            assert!(part.contains(&format!("{LINK}{}", told.href)), "{part}");
            assert!(part.contains(&format!("{LINK}{SETTINGS}")), "{part}");
        }
        let many = said(&words, &mail(Lang::En, "the counter", MOST + 2));
        assert!(
            many.subject.contains("You have 52 new notifications"),
            "{many:?}"
        );
        assert!(many.text.contains("and 2 more"), "{many:?}");
        assert_eq!(many.text.matches("the counter").count(), MOST);
        // What a later version tells has no words here, and says that much.
        let unknown = said(&Words::default(), &mail(Lang::En, "", 1));
        assert!(unknown.text.contains("Something happened."), "{unknown:?}");
    }

    #[test]
    fn what_somebody_wrote_makes_no_header_and_no_markup() {
        let label = "<b>窓口</b>\r\nBcc: all@city.example";
        let found = said(&registrations::words(), &mail(Lang::Ja, label, 1));
        assert!(!found.subject.contains(['\r', '\n']), "{found:?}");
        assert!(found.subject.contains("<b>窓口</b>"), "{found:?}");
        assert!(found.html.contains("&lt;b&gt;窓口"), "{found:?}");
        assert!(!found.html.contains("<b>"), "{found:?}");
        let long = said(
            &registrations::words(),
            &mail(Lang::Ja, &"窓".repeat(500), 1),
        );
        assert!(long.subject.ends_with('…'), "{long:?}");
        assert!(long.subject.chars().count() < 100, "{long:?}");
    }
}
