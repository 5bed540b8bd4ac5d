//! Reads a regulation's text.
//!
//! One line to each part, empty lines left out: `○` and the title; the lines of its issue; `第1章 …` a chapter; `(…)` the
//! heading of the article after it; `第1条 …` an article with its first paragraph; `2 …` a further paragraph; `(1) …` an
//! item; a line that begins with a blank, a detail of the item above; `附則` or `附則(…)` a supplementary provision, which
//! goes on to the next. The headings of chapters and articles may end with 〔…〕, which is what they are called in English.

use super::{Article, Chapter, Heading, Item, Paragraph, Provision, Supplement, Text};
use crate::ArticleNumber;
use crate::register::LineFault;

impl Text {
    /// Reads a text in the form described above; the faults have their lines from 1.
    pub(crate) fn parse(source: &str) -> (Self, Vec<LineFault>) {
        let mut reader = Reader::default();
        let mut faults = Vec::new();
        for (index, line) in source.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            if let Err(fault) = reader.line(line.trim_end()) {
                faults.push((index + 1, fault.to_owned()));
            }
        }
        if reader.text.title.is_empty() {
            faults.push((1, "expected ○ and the title first".to_owned()));
        }
        (reader.text, faults)
    }
}

#[derive(Default)]
struct Reader {
    text: Text,
    /// The heading that waits for its article.
    heading: Option<Heading>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), &'static str> {
        if let Some(title) = line.strip_prefix('○') {
            title.clone_into(&mut self.text.title);
            return Ok(());
        }
        if let Some(rest) = line.strip_prefix("附則") {
            self.text.supplements.push(Supplement {
                amendment: bracketed(rest).map(str::to_owned),
                lines: Vec::new(),
            });
            return Ok(());
        }
        if let Some(supplement) = self.text.supplements.last_mut() {
            supplement.lines.push(line.to_owned());
            return Ok(());
        }
        if chapter_heading(line) {
            self.text.chapters.push(Chapter {
                heading: Some(heading(line)),
                provisions: Vec::new(),
            });
            return Ok(());
        }
        if let Some((first, last)) = deleted(line) {
            self.push(Provision::Deleted { first, last });
            return Ok(());
        }
        if let Some((number, sentence)) = article_start(line) {
            let article = Article {
                number,
                heading: self.heading.take(),
                paragraphs: vec![Paragraph {
                    number: 1,
                    text: sentence.to_owned(),
                    items: Vec::new(),
                }],
            };
            self.push(Provision::Article(article));
            return Ok(());
        }
        if let Some((number, text)) = numbered_item(line) {
            let items = &mut self.paragraph()?.items;
            if number != items.last().map_or(0, |item| item.number) + 1 {
                return Err("items are numbered in order from 1");
            }
            items.push(Item {
                number,
                text: text.to_owned(),
                details: Vec::new(),
            });
            return Ok(());
        }
        if let Some(detail) = line.strip_prefix([' ', '\u{3000}']) {
            let item = self
                .paragraph()?
                .items
                .last_mut()
                .ok_or("a detail without an item above it")?;
            item.details.push(detail.to_owned());
            return Ok(());
        }
        let Heading { ja, en } = heading(line);
        if let Some(ja) = bracketed(&ja) {
            let ja = ja.to_owned();
            self.heading = Some(Heading { ja, en });
            return Ok(());
        }
        if let Some((number, text)) = numbered_paragraph(line) {
            let article = self.article()?;
            if usize::from(number) != article.paragraphs.len() + 1 {
                return Err("paragraphs are numbered in order, the first without its number");
            }
            article.paragraphs.push(Paragraph {
                number,
                text: text.to_owned(),
                items: Vec::new(),
            });
            return Ok(());
        }
        if self.text.chapters.is_empty() && !self.text.title.is_empty() {
            self.text.preamble.push(line.to_owned());
            return Ok(());
        }
        Err("neither chapter, heading, article, paragraph, item nor supplementary provision")
    }

    fn push(&mut self, provision: Provision) {
        if self.text.chapters.is_empty() {
            self.text.chapters.push(Chapter::default());
        }
        if let Some(chapter) = self.text.chapters.last_mut() {
            chapter.provisions.push(provision);
        }
    }

    fn article(&mut self) -> Result<&mut Article, &'static str> {
        match self
            .text
            .chapters
            .last_mut()
            .and_then(|chapter| chapter.provisions.last_mut())
        {
            Some(Provision::Article(article)) => Ok(article),
            _ => Err("a paragraph or item without an article above it"),
        }
    }

    fn paragraph(&mut self) -> Result<&mut Paragraph, &'static str> {
        self.article()?
            .paragraphs
            .last_mut()
            .ok_or("an item without a paragraph above it")
    }
}

/// The number at the start, and what follows it.
fn number(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}

/// What stands in brackets that take up the whole line.
fn bracketed(line: &str) -> Option<&str> {
    line.strip_prefix('(')?.strip_suffix(')')
}

/// A heading, with what stands in 〔〕 behind it.
fn heading(line: &str) -> Heading {
    let both = line
        .strip_suffix('〕')
        .and_then(|line| line.split_once('〔'));
    let (ja, en) = match both {
        Some((ja, en)) => (ja, Some(en.trim().to_owned())),
        None => (line, None),
    };
    Heading {
        ja: ja.trim_end().to_owned(),
        en,
    }
}

/// `第6章の2 …`
fn chapter_heading(line: &str) -> bool {
    line.strip_prefix('第')
        .and_then(number)
        .is_some_and(|(_, rest)| rest.starts_with('章'))
}

/// The article number at the start, `第34条の3`, and what follows it.
fn article_number(line: &str) -> Option<(ArticleNumber, &str)> {
    let (article, rest) = number(line.strip_prefix('第')?)?;
    let rest = rest.strip_prefix('条')?;
    match rest.strip_prefix('の').and_then(number) {
        Some((branch, rest)) => Some((
            ArticleNumber {
                article,
                branch: Some(branch),
            },
            rest,
        )),
        None => Some((
            ArticleNumber {
                article,
                branch: None,
            },
            rest,
        )),
    }
}

/// `第1条 …`, with a blank after the number.
fn article_start(line: &str) -> Option<(ArticleNumber, &str)> {
    let (number, rest) = article_number(line)?;
    Some((number, rest.strip_prefix([' ', '\u{3000}'])?))
}

/// `第19条から第24条まで 削除`, `第25条及び第26条 削除` or `第25条 削除`
fn deleted(line: &str) -> Option<(ArticleNumber, ArticleNumber)> {
    let range = line.strip_suffix("削除")?.trim_end();
    let (first, rest) = article_number(range)?;
    if rest.is_empty() {
        return Some((first, first));
    }
    let last = rest
        .strip_prefix("から")
        .or_else(|| rest.strip_prefix("及び"))?;
    let (last, rest) = article_number(last)?;
    matches!(rest, "" | "まで").then_some((first, last))
}

/// `(1) …`
fn numbered_item(line: &str) -> Option<(u16, &str)> {
    let (number, rest) = number(line.strip_prefix('(')?)?;
    Some((number, rest.strip_prefix(") ")?))
}

/// `2 …`
fn numbered_paragraph(line: &str) -> Option<(u16, &str)> {
    let (number, rest) = number(line)?;
    Some((number, rest.strip_prefix(' ')?))
}
