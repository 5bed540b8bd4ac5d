//! A regulation from beginning to end.

use maud::{Markup, html};
use poem::web::Html;
use yakusho_regulation::text::{Chapter, Provision};
use yakusho_regulation::{Lang, Regulation};
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Disclosure, day, link, section};
use yakusho_webkit::{Answer, Visit};

use super::article::title;
use super::texts::Text;
use super::{article_page, statute};

/// The page of one regulation.
pub(super) async fn page(visit: &Visit, regulation: &Regulation) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let shell = visit.shell().await?;
    let text = regulation.text();
    let page = Page::new(&shell, regulation.title(lang))
        .crumb(paths::REGULATION, Common::Regulation.to(lang))
        .meta(html! {
            (regulation.number(lang)) " · " (Text::Consolidated.to(lang)) ": "
            (day(lang, regulation.consolidated()))
        })
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        @if lang == Lang::En { (Alert::info(lang, Text::InJapanese.to(lang))) }
        (Disclosure::new(Text::Contents.to(lang), contents(lang, regulation, |chapter| chapter.heading.as_ref().map(statute::anchor))))
        @for chapter in &text.chapters { (statute::chapter(lang, regulation.key(), chapter)) }
        @if !text.supplements.is_empty() {
            (section(Text::Supplements.to(lang), html! {
                @for supplement in &text.supplements { (statute::supplement(supplement)) }
            }))
        }
    })))
}

/// The chapters and articles, each article with a link to its page, and each chapter with one to the anchor that
/// `anchor` gives.
pub(super) fn contents(
    lang: Lang,
    regulation: &Regulation,
    anchor: impl Fn(&Chapter) -> Option<String>,
) -> Markup {
    html! {
        @for chapter in &regulation.text().chapters {
            @if let Some(heading) = &chapter.heading {
                p {
                    strong {
                        @match anchor(chapter) {
                            Some(anchor) => (link(format!("#{anchor}"), heading.wording(lang))),
                            None => (heading.wording(lang)),
                        }
                    }
                }
            }
            ul.plain {
                @for provision in &chapter.provisions {
                    @if let Provision::Article(article) = provision {
                        li {
                            (link(article_page(regulation.key(), article.number), title(lang, article)))
                        }
                    }
                }
            }
        }
    }
}
