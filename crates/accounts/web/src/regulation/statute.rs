//! The text of a regulation, set as such texts are.

use maud::{Markup, html};
use yakusho_regulation::text::{Article, Chapter, Heading, Item, Paragraph, Provision, Supplement};
use yakusho_regulation::{ArticleNumber, ClauseId, Lang};
use yakusho_webkit::ui::link;

use super::article_page;
use super::texts::Text;

/// A whole chapter, each article with a link to its page.
pub(super) fn chapter(lang: Lang, key: &str, chapter: &Chapter) -> Markup {
    html! {
        @if let Some(heading) = &chapter.heading {
            h2 lang="ja" id=(anchor(heading)) { (heading.ja) }
        }
        @for provision in &chapter.provisions {
            @match provision {
                Provision::Article(article) => div.statute lang="ja" {
                    @if let Some(heading) = &article.heading { p.statute-heading { "（" (heading.ja) "）" } }
                    @for paragraph in &article.paragraphs {
                        (one_paragraph(paragraph, None, || html! {
                            (link(article_page(key, article.number), article.number.wording(Lang::Ja)))
                        }))
                    }
                },
                Provision::Deleted { first, last } => p.meta { (deleted(lang, *first, *last)) },
            }
        }
    }
}

/// An article, with the paragraph and items marked that `clause` names.
pub(super) fn article(article: &Article, clause: &ClauseId) -> Markup {
    html! {
        div.statute lang="ja" {
            @for paragraph in &article.paragraphs {
                (one_paragraph(paragraph, Some(clause), || html! { (article.number.wording(Lang::Ja)) }))
            }
        }
    }
}

/// A supplementary provision.
pub(super) fn supplement(supplement: &Supplement) -> Markup {
    html! {
        div.statute lang="ja" {
            @if let Some(amendment) = &supplement.amendment { p.statute-heading { "（" (amendment) "）" } }
            @for line in &supplement.lines { p { (line) } }
        }
    }
}

/// The place of articles that were taken out.
pub(super) fn deleted(lang: Lang, first: ArticleNumber, last: ArticleNumber) -> String {
    let range = if first == last {
        first.wording(lang)
    } else {
        let (first, last) = (first.wording(lang), last.wording(lang));
        Text::Through { first, last }.to(lang).into_owned()
    };
    Text::DeletedArticles { range }.to(lang).into_owned()
}

/// The id of a chapter's heading, for the table of contents.
pub(super) fn anchor(heading: &Heading) -> String {
    let number = heading.ja.split_whitespace().next().unwrap_or(&heading.ja);
    format!("chapter-{number}")
}

fn one_paragraph(
    paragraph: &Paragraph,
    clause: Option<&ClauseId>,
    number: impl Fn() -> Markup,
) -> Markup {
    let named = |clause: &&ClauseId| {
        let own = clause
            .paragraph()
            .map_or(paragraph.number == 1, |own| own == paragraph.number);
        own && (clause.paragraph().is_some() || !clause.items().is_empty())
    };
    let clause = clause.filter(named);
    let whole = clause.is_some_and(|clause| clause.items().is_empty());
    html! {
        div.cited[whole] {
            p.statute-paragraph {
                span.statute-number {
                    @if paragraph.number == 1 { (number()) } @else { (paragraph.number) }
                }
                " " (paragraph.text)
            }
            @for item in &paragraph.items {
                @let cited = clause.is_some_and(|clause| {
                    clause.items().iter().any(|items| (items.first..=items.last).contains(&item.number))
                });
                (one_item(item, cited))
            }
        }
    }
}

fn one_item(item: &Item, cited: bool) -> Markup {
    html! {
        div.statute-item.cited[cited] {
            p { span.statute-number { "(" (item.number) ")" } " " (item.text) }
            @for detail in &item.details { p.statute-detail { (detail) } }
        }
    }
}
