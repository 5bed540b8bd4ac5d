//! Questions about what sections register: asked at the thing itself, listed, answered.

mod api;
mod ask;
mod list;
mod page;
mod texts;
pub(crate) mod words;

use async_trait::async_trait;
use poem::EndpointExt as _;
use uuid::Uuid;
use yakusho_compliance::Items;
use yakusho_compliance::inquiry::InquiryId;
use yakusho_kernel::Ref;
use yakusho_regulation::Rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Beside, NavEntry, Problem, Routes, Visit};

pub(crate) use list::views;
pub(crate) use page::about;
pub(crate) use texts::Text;

/// The list.
pub(crate) const INQUIRIES: &str = "/inquiries";
const ABOUT: &str = "/inquiries/about/:kind/:id";

pub(crate) fn routes(items: &Items) -> Routes {
    Routes::new()
        .get(INQUIRIES, Access::User, list::show)
        .get(ABOUT, Access::User, ask::new.data(items.clone()))
        .post(ABOUT, Access::User, ask::create.data(items.clone()))
        .get(
            "/inquiries/:id",
            Access::User,
            page::show.data(items.clone()),
        )
        .post(
            "/inquiries/:id/assign",
            Access::User,
            page::assign.data(items.clone()),
        )
        .post(
            "/inquiries/:id/answer",
            Access::User,
            page::answer.data(items.clone()),
        )
        .api(Access::User, api::InquiriesApi(items.clone()))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(INQUIRIES, Icon::Comment, |lang| Text::Asked.to(lang)).under(Rule::Inquiries)
}

/// The page of a question.
fn inquiry_page(id: InquiryId) -> String {
    format!("{INQUIRIES}/{id}")
}

/// A thing by its kind and id.
pub(crate) fn thing(kind: String, id: Uuid) -> Ref {
    Ref {
        kind: kind.into(),
        id,
    }
}

/// Whether the city has the rule today.
pub(crate) fn has(visit: &Visit, rule: Rule) -> bool {
    visit.cx.city().in_force(rule, visit.cx.today()).is_some()
}

/// The way from the page of a thing to a question about it, and to its report.
pub(crate) struct AskOrReport(pub(crate) Items);

#[async_trait]
impl Beside for AskOrReport {
    async fn links(&self, visit: &Visit, thing: &Ref) -> Result<Vec<(String, String)>, Problem> {
        let (asks, reports) = (Rule::Inquiries, Rule::ViolationsReported);
        if !has(visit, asks) && !has(visit, reports) {
            return Ok(Vec::new());
        }
        let Some(known) = self.0.look(&visit.cx, thing).await? else {
            return Ok(Vec::new());
        };
        let mut links = Vec::new();
        let mut link = |below: &str, text: Text| {
            let address = format!("{below}/about/{}/{}", thing.kind, thing.id);
            links.push((address, text.to(visit.lang).into_owned()));
        };
        if has(visit, asks) && known.section.is_some() {
            link(INQUIRIES, Text::AskAboutThis);
        }
        if has(visit, reports) {
            link(crate::violation::VIOLATIONS, Text::ReportThis);
        }
        Ok(links)
    }
}
