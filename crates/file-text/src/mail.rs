//! Mail: what it is about, from whom and to whom, what it says, and what its attachments are called.

use mail_parser::{Address, MessageParser, MimeHeaders as _};

use crate::NoText;

/// The fields of which two, at the beginning of lines before the first empty one, make a text a mail (RFC 5322).
const FIELDS: [&str; 8] = [
    "date:",
    "from:",
    "to:",
    "subject:",
    "message-id:",
    "received:",
    "return-path:",
    "mime-version:",
];

/// How much of a file is looked at.
const HEAD: usize = 16 * 1024;

/// Whether a file is a mail.
pub(crate) fn is(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let lines = head.lines().take_while(|line| !line.is_empty());
    let mut first = lines.clone();
    let begins_with_field = first.next().is_some_and(|line| {
        line.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
    });
    let known = FIELDS
        .iter()
        .filter(|field| lines.clone().any(|line| line.starts_with(**field)));
    begins_with_field && known.count() >= 2
}

pub(crate) fn text(bytes: &[u8]) -> Result<String, NoText> {
    let mail = MessageParser::default()
        .parse(bytes)
        .ok_or(NoText::Broken)?;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(mail.subject().map(str::to_owned));
    for people in [mail.from(), mail.to(), mail.cc()].into_iter().flatten() {
        lines.extend(named(people));
    }
    for part in 0..mail.text_body_count() {
        lines.extend(mail.body_text(part).map(std::borrow::Cow::into_owned));
    }
    let names = mail.attachments().filter_map(|part| part.attachment_name());
    lines.extend(names.map(str::to_owned));
    Ok(lines.join("\n\n"))
}

fn named(people: &Address<'_>) -> Vec<String> {
    let each = people.iter();
    let words = each.flat_map(|one| [one.name(), one.address()]);
    words.flatten().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn a_mail_begins_with_its_fields() {
        assert!(is(b"From: a@example.jp\r\nSubject: x\r\n\r\nbody"));
        assert!(is(b"X-Kept: 1\nDate: today\nTo: b@example.jp\n\n"));
        assert!(!is(b"Subject: only\n\nfrom: the body\n"));
        assert!(!is("記録\nFrom: a\nTo: b\n".as_bytes()));
        assert!(!is(b""));
    }
}
