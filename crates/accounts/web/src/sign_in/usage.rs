//! The usage rules: to be read at any time, and to be acknowledged where they are new to the reader.

use maud::Markup;
use poem::handler;
use poem::web::Html;
use yakusho_accounts::usage::{self, UsageRulesId};
use yakusho_webkit::{Answer, Fields, SeeOther, Visit};

use super::texts::Text;
use super::{next, pages};
use crate::authenticator::ACKNOWLEDGE_USAGE;

/// `GET /account/usage-rules`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let rules = usage::current(&visit.cx).await?;
    let owed = visit
        .me()?
        .must
        .as_ref()
        .is_some_and(|must| must.code == ACKNOWLEDGE_USAGE);
    let shell = visit.shell().await?;
    Ok(Html(pages::usage(
        &shell,
        rules.as_ref(),
        owed,
        visit.next(),
    )))
}

/// `POST /account/usage-rules`
#[handler]
pub(super) async fn acknowledge(visit: Visit, fields: Fields) -> Answer<SeeOther> {
    let rules: UsageRulesId = fields.reader().given("rules")?;
    usage::acknowledge(&visit.cx, rules).await?.into_inner();
    Ok(visit
        .see_other(next(&fields))
        .saying(Text::Acknowledged.to(visit.lang)))
}
