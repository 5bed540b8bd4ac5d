//! What people wrote.

use maud::{Markup, html};

/// Text as it was typed: line breaks and spaces kept, nothing in it obeyed, web addresses made
/// into links.
pub fn prose(text: &str) -> Markup {
    html! {
        div.prose {
            @for piece in pieces(text) {
                @match piece {
                    Piece::Words(words) => (words),
                    Piece::Address(address) => {
                        a href=(address) rel="noopener noreferrer nofollow" { (address) }
                    }
                }
            }
        }
    }
}

/// A longer text with the small formatting that people may use: empty lines part paragraphs, lines that begin with
/// `- ` are the items of a list, web addresses become links. Whatever else is in it stays as it was typed.
pub fn article(text: &str) -> Markup {
    html! {
        div.article {
            @for block in blocks(text) {
                @match block {
                    Block::Paragraph(lines) => (prose(&lines)),
                    Block::List(items) => ul { @for item in &items { li { (prose(item)) } } },
                }
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Block {
    Paragraph(String),
    List(Vec<String>),
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut parted = true;
    for line in text.lines() {
        let item = line.strip_prefix("- ");
        match (item, blocks.last_mut()) {
            _ if line.trim().is_empty() => {
                parted = true;
                continue;
            }
            (Some(item), Some(Block::List(items))) if !parted => items.push(item.to_owned()),
            (Some(item), _) => blocks.push(Block::List(vec![item.to_owned()])),
            (None, Some(Block::Paragraph(lines))) if !parted => {
                lines.push('\n');
                lines.push_str(line);
            }
            (None, _) => blocks.push(Block::Paragraph(line.to_owned())),
        }
        parted = false;
    }
    blocks
}

#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    Address(&'a str),
}

fn pieces(mut text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    while let Some(start) = ["https://", "http://"]
        .iter()
        .filter_map(|s| text.find(s))
        .min()
    {
        let (before, rest) = text.split_at(start);
        // An address ends where something stands that none contains unescaped; Japanese text
        // follows it without a space.
        let end = rest.find(|c: char| !c.is_ascii_graphic() || "<>\"'`{}|\\^".contains(c));
        let (address, _) = rest.split_at(end.unwrap_or(rest.len()));
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']);
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Address(address));
        text = &rest[address.len()..];
    }
    if !text.is_empty() {
        pieces.push(Piece::Words(text));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_japanese_goes_on() {
        assert_eq!(
            pieces("詳しくはhttps://example.jp/a?b=1をご覧ください。"),
            [
                Piece::Words("詳しくは"),
                Piece::Address("https://example.jp/a?b=1"),
                Piece::Words("をご覧ください。"),
            ]
        );
        assert_eq!(
            pieces("(see http://a.jp/b)."),
            [
                Piece::Words("(see "),
                Piece::Address("http://a.jp/b"),
                Piece::Words(").")
            ]
        );
        assert_eq!(pieces("ftp://a.jp javascript:alert(1)").len(), 1);
    }

    #[test]
    fn empty_lines_part_paragraphs_and_dashes_begin_items() {
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        let list = |items: &[&str]| Block::List(items.iter().map(|&item| item.into()).collect());
        assert_eq!(
            blocks("次のとおり\n行います。\n- 一\n- 二\n以上\n\n\n  - 字下げ\n\n- 三"),
            [
                paragraph("次のとおり\n行います。"),
                list(&["一", "二"]),
                paragraph("以上"),
                paragraph("  - 字下げ"),
                list(&["三"]),
            ]
        );
        assert_eq!(blocks(" \n"), []);
    }

    #[test]
    fn nothing_in_it_is_obeyed() {
        let html = prose("<script>x</script> https://a.jp/\"onclick=\"x").into_string();
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("href=\"https://a.jp/\""), "{html}");
    }
}
