//! Rust source without its comments and without what stands in quotes, so that rules about code see code alone.

/// Blanks comments, strings and characters; lines and columns stay where they were.
pub(super) fn code(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let skipped = comment(rest)
            .or_else(|| string(rest, &out))
            .or_else(|| character(rest));
        let taken = skipped.unwrap_or(first.len_utf8());
        let blank = |c| {
            if skipped.is_some() && c != '\n' {
                ' '
            } else {
                c
            }
        };
        out.extend(rest[..taken].chars().map(blank));
        rest = &rest[taken..];
    }
    out
}

/// The length of the comment that `rest` begins with; those in `/* */` nest.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if !rest.starts_with("/*") {
        return None;
    }
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let here = &rest[at..];
        at += if here.starts_with("/*") {
            depth += 1;
            2
        } else if here.starts_with("*/") {
            depth -= 1;
            2
        } else {
            here.chars().next().map_or(1, char::len_utf8)
        };
        if depth == 0 {
            return Some(at);
        }
    }
    Some(rest.len())
}

/// The length of the string that `rest` begins with, raw or not; `before` tells `r"` from the end of a name.
fn string(rest: &str, before: &str) -> Option<usize> {
    let in_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let prefix = if in_name {
        0
    } else {
        rest.find(|c| !matches!(c, 'b' | 'c' | 'r'))
            .filter(|length| *length <= 2)?
    };
    let raw = rest[..prefix].ends_with('r');
    let after_prefix = &rest[prefix..];
    let hashes = if raw {
        after_prefix.find(|c| c != '#')?
    } else {
        0
    };
    let inside = after_prefix[hashes..].strip_prefix('"')?;
    let start = prefix + hashes + 1;
    if raw {
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(
            inside
                .find(&end)
                .map_or(rest.len(), |at| start + at + end.len()),
        );
    }
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(start + at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

/// The length of the character that `rest` begins with; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    if first == '\\' {
        // The escaped character itself may be a quote.
        let end = inside.char_indices().skip(2).find(|(_, c)| *c == '\'')?;
        return Some(1 + end.0 + 1);
    }
    inside[first.len_utf8()..]
        .starts_with('\'')
        .then_some(1 + first.len_utf8() + 1)
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn blanks_comments_and_quotes_and_keeps_the_rest_in_place() {
        let cases = [
            ("a // b\nc", "a     \nc"),
            ("a /* b /* c */ d */ e", "a                   e"),
            (r#"f("x\"y") + 1"#, "f(      ) + 1"),
            ("r#\"a\"b\"# z", "         z"),
            ("br\"q\" z", "      z"),
            ("for\"x\"", "for   "),
            ("'a' 'b: &'c str", "    'b: &'c str"),
            (r"'\'' x '\n'", "     x     "),
            ("\"二\n三\" x", " \n   x"),
        ];
        for (source, expected) in cases {
            let got = code(source);
            assert_eq!(got.lines().count(), source.lines().count(), "{source}");
            assert_eq!(got.replace(' ', ""), expected.replace(' ', ""), "{source}");
        }
    }
}
