//! The regulation for programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::Date;
use yakusho_audit::Evidence;
use yakusho_kernel::{Fault, Invalid, Page, Reason};
use yakusho_regulation::text::{Article, Chapter, Heading, Paragraph, Provision};
use yakusho_regulation::{Clause, ClauseId, Lang, Regulation};
use yakusho_webkit::{Answer, Visit};

use super::clauses::Filter;
use super::state::{rules, versions};
use super::texts::{STANDINGS, standing_code};
use crate::json::{Limit, Listed, place};

#[derive(Tags)]
enum Tag {
    /// The city's regulations, and what the program does about each clause.
    Regulation,
}

/// A regulation of the city.
#[derive(Debug, Object)]
#[oai(rename = "Regulation")]
struct RegulationView {
    /// What stands before the colon of its clauses.
    key: String,
    /// Its title, in the reader's language.
    title: String,
    /// The date and number of its issue.
    number: String,
    /// The day whose state the text shows.
    consolidated: Date,
    /// The articles in force.
    articles: Vec<ArticleView>,
}

/// An article, in Japanese.
#[derive(Debug, Object)]
#[oai(rename = "Article")]
struct ArticleView {
    /// As clauses write it: `34.3` is article 34-3.
    number: String,
    /// The heading of its chapter.
    #[oai(skip_serializing_if_is_none)]
    chapter: Option<String>,
    /// Its heading.
    #[oai(skip_serializing_if_is_none)]
    heading: Option<String>,
    /// Its paragraphs, the first first.
    paragraphs: Vec<ParagraphView>,
}

/// A paragraph of an article.
#[derive(Debug, Object)]
#[oai(rename = "Paragraph")]
struct ParagraphView {
    /// Its sentence.
    text: String,
    /// Its items, the first first, each with what is listed under it.
    items: Vec<String>,
}

/// What the program does about a clause.
#[derive(Debug, Object)]
#[oai(rename = "Clause")]
struct ClauseView {
    /// Its name: `nogata:9(4)`.
    id: String,
    /// The same in words.
    name: String,
    /// What it asks of the program; for an exception, why it asks nothing.
    duty: String,
    /// `enforce`, `record`, `remind`, `role`, `function`, `config` or `note`.
    kind: String,
    /// `kept`, `planned` or `exception`.
    state: String,
    /// The rules that keep it.
    rules: Vec<RuleView>,
}

/// A rule that keeps a clause.
#[derive(Debug, Object)]
#[oai(rename = "RuleState")]
struct RuleView {
    /// Its id.
    id: String,
    /// Its name.
    title: String,
    /// Whether it rests on the clause today.
    in_force: bool,
    /// Since when, if the profile says so.
    #[oai(skip_serializing_if_is_none)]
    from: Option<Date>,
    /// Until when, if the profile says so.
    #[oai(skip_serializing_if_is_none)]
    until: Option<Date>,
    /// When it last permitted or recorded an act, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    last_done: Option<String>,
    /// When it last refused one, in RFC 3339.
    #[oai(skip_serializing_if_is_none)]
    last_refused: Option<String>,
}

pub(super) struct RegulationApi;

#[OpenApi(tag = "Tag::Regulation")]
impl RegulationApi {
    /// The regulations of the city, with their texts.
    #[oai(
        path = "/regulations",
        method = "get",
        operation_id = "listRegulations"
    )]
    #[expect(clippy::unused_async, reason = "operations are called as futures")]
    async fn regulations(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<RegulationView>>> {
        let all = visit.cx.city().regulations();
        let after = place(after.as_deref());
        let name = |one: &&Regulation| one.key().to_owned();
        let page = Page::among(all, after.as_ref(), limit.size(), name)?;
        Ok(Json(Listed::of(page, |one| regulation(visit.lang, one))))
    }

    /// The clauses of all regulations, in the order of their articles.
    #[oai(
        path = "/regulation-clauses",
        method = "get",
        operation_id = "listClauses"
    )]
    #[expect(
        clippy::too_many_arguments,
        reason = "a parameter for each way to narrow the list"
    )]
    async fn clauses(
        &self,
        visit: Visit,
        /// Of the regulation with this key.
        regulation: Query<Option<String>>,
        /// Of this kind.
        kind: Query<Option<String>>,
        /// Standing so: `kept`, `planned` or `exception`.
        state: Query<Option<String>>,
        /// With these words in the duty or in the name.
        q: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ClauseView>>> {
        let kind = kind.0.map(|kind| kind.parse()).transpose();
        let known = |state: &String| STANDINGS.contains(&&**state);
        if !state.0.as_ref().is_none_or(known) {
            return Err(Invalid::field("state", Reason::Unknown).into());
        }
        let filter = Filter {
            regulation: regulation.0,
            kind: kind.map_err(|_| Invalid::field("kind", Reason::Unknown))?,
            state: state.0,
            words: q.0.unwrap_or_default(),
        };
        let after = place(after.as_deref());
        let (found, _) = filter.page(&visit.cx, after.as_ref(), limit.size())?;
        let evidence = yakusho_audit::evidence(&visit.cx, visit.cx.today()).await?;
        Ok(Json(Listed::of(found, |clause| {
            view(&visit, clause, &evidence)
        })))
    }

    /// One clause by its name, such as `nogata:9(4)`.
    #[oai(
        path = "/regulation-clauses/:id",
        method = "get",
        operation_id = "getClause"
    )]
    async fn clause(&self, visit: Visit, id: Path<String>) -> Answer<Json<ClauseView>> {
        let id: ClauseId = id.0.parse().map_err(|_| Fault::NotFound)?;
        let regulation = visit.cx.city().regulation(id.regulation());
        let clause = regulation.and_then(|one| one.register().clause(&id));
        let evidence = yakusho_audit::evidence(&visit.cx, visit.cx.today()).await?;
        Ok(Json(view(
            &visit,
            clause.ok_or(Fault::NotFound)?,
            &evidence,
        )))
    }
}

fn regulation(lang: Lang, regulation: &Regulation) -> RegulationView {
    let chapters = regulation.text().chapters.iter();
    let articles = chapters.flat_map(|chapter| {
        chapter
            .provisions
            .iter()
            .filter_map(|provision| match provision {
                Provision::Article(one) => Some(article(chapter, one)),
                Provision::Deleted { .. } => None,
            })
    });
    RegulationView {
        key: regulation.key().to_owned(),
        title: regulation.title(lang).to_owned(),
        number: regulation.number(lang).to_owned(),
        consolidated: regulation.consolidated(),
        articles: articles.collect(),
    }
}

fn article(chapter: &Chapter, article: &Article) -> ArticleView {
    let text = |heading: &Heading| heading.ja.clone();
    ArticleView {
        number: article.number.to_string(),
        chapter: chapter.heading.as_ref().map(text),
        heading: article.heading.as_ref().map(text),
        paragraphs: article.paragraphs.iter().map(paragraph).collect(),
    }
}

fn paragraph(paragraph: &Paragraph) -> ParagraphView {
    let item = |item: &yakusho_regulation::text::Item| {
        let details = item.details.iter().map(|detail| format!("\n{detail}"));
        std::iter::once(item.text.clone()).chain(details).collect()
    };
    ParagraphView {
        text: paragraph.text.clone(),
        items: paragraph.items.iter().map(item).collect(),
    }
}

fn view(visit: &Visit, clause: &Clause, evidence: &[Evidence]) -> ClauseView {
    let lang = visit.lang;
    let rule = |rule: &yakusho_regulation::Rule| {
        let rule = *rule;
        let version = versions(&visit.cx, rule, clause).find(|one| one.covers(visit.cx.today()));
        let seen = evidence.iter().find(|one| one.rule == rule);
        RuleView {
            id: rule.id().to_owned(),
            title: rule.title(lang).to_owned(),
            in_force: version.is_some(),
            from: version.and_then(|force| force.from),
            until: version.and_then(|force| force.until),
            last_done: seen.and_then(|one| one.last_done).map(|at| at.to_string()),
            last_refused: seen
                .and_then(|one| one.last_refused)
                .map(|at| at.to_string()),
        }
    };
    ClauseView {
        id: clause.id().to_string(),
        name: clause.id().wording(lang),
        duty: clause.duty(lang).to_owned(),
        kind: clause.kind().id().to_owned(),
        state: standing_code(clause.standing()).to_owned(),
        rules: rules(clause).iter().map(rule).collect(),
    }
}
