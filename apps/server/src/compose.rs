//! What the server is made of: a line for each web crate, and for each event that one domain handles of
//! another.

use std::sync::Arc;

use yakusho_accounts::order::{self, ApplyReport, Holdings};
use yakusho_accounts::provider::Provider;
use yakusho_attachments::{Desk, Hung};
use yakusho_compliance::{Items, designation, procedure};
use yakusho_documents::{cabinet, document};
use yakusho_kernel::{Cx, Fault, NoticeGroups, Outbox, Owing, Removable};
use yakusho_messaging::{board, circulation};
use yakusho_scheduling::{booking, event, facility};
use yakusho_search::Sources;
use yakusho_webkit::{App, Authenticator, Offer};

use crate::ready;

/// The parts of a server.
pub struct Composition {
    /// Who tells whose a session is.
    pub authenticator: Arc<dyn Authenticator>,
    /// What each web crate brings to the site.
    pub offers: Vec<Offer>,
    /// Who handles which events.
    pub outbox: Outbox,
    /// What can be found.
    pub sources: Arc<Sources>,
    /// What each kind of notice is about.
    pub groups: NoticeGroups,
}

impl std::fmt::Debug for Composition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Composition")
            .field("offers", &self.offers)
            .field("outbox", &self.outbox)
            .finish_non_exhaustive()
    }
}

/// The whole product. Where there is a `provider`, people sign in by it as well.
pub fn compose(provider: Option<Arc<Provider>>) -> Composition {
    let circulations: Arc<dyn Holdings> = Arc::new(circulation::CirculationHoldings);
    let cabinets: Arc<dyn Holdings> = Arc::new(cabinet::CabinetHoldings);
    let reviews: Arc<dyn Owing> = Arc::new(document::ReviewsOwed);
    let sources = Sources::new()
        .with(document::Documents)
        .with(board::Posts)
        .with(circulation::Circulations)
        .with(event::Events)
        .with(facility::Facilities)
        .with(procedure::Cases);
    let sources = Arc::new(sources);
    let removable: [Arc<dyn Removable>; 2] =
        [Arc::new(board::Posts), Arc::new(circulation::Circulations)];
    let items = Items::of(&sources, removable);
    Composition {
        authenticator: yakusho_accounts_web::authenticator(),
        offers: vec![
            ready::offer(),
            yakusho_accounts_web::offer([circulations, cabinets], provider, &sources)
                .at_day_turn(|cx| Box::pin(apply_orders(cx))),
            yakusho_attachments_web::offer(),
            yakusho_messaging_web::offer(),
            yakusho_scheduling_web::offer(),
            yakusho_compliance_web::offer([reviews], &items),
            yakusho_documents_web::offer(),
            yakusho_search_web::offer(&sources),
        ],
        outbox: Outbox::new()
            .on("circulation.follow_order", circulation::follow_order)
            .on("circulation.follow_undone", circulation::follow_undone)
            .on("designation.follow_order", designation::follow_order)
            .on("designation.follow_undone", designation::follow_undone)
            .on("document.follow_order", cabinet::follow_order)
            .on("document.follow_undone", cabinet::follow_undone)
            .on("order.follow_ground", order::follow_ground)
            .on("event.follow_closed_days", event::follow_closed_days),
        sources,
        groups: groups(),
    }
}

/// What the kinds of notices of each domain are about.
fn groups() -> NoticeGroups {
    yakusho_accounts::notices::GROUPS
        .into_iter()
        .chain(yakusho_messaging::notices::GROUPS)
        .chain(event::notices::GROUPS)
        .chain(booking::notices::GROUPS)
        .chain(yakusho_compliance::notices::groups())
        .chain(yakusho_documents::notices::GROUPS)
        .collect()
}

/// Who reads files that are hung on something.
pub(crate) fn reading(desk: Desk) -> Outbox {
    Outbox::new().on("attachment.read_hung", move |cx, hung: Hung, _| {
        let desk = desk.clone();
        async move { desk.read_hung(&cx, &hung).await }
    })
}

/// Carries out the personnel orders whose day has come.
async fn apply_orders(cx: Cx) -> Result<(), Fault> {
    let ApplyReport { applied, failed } = order::apply_due(&cx).await?;
    if !applied.is_empty() || !failed.is_empty() {
        let (applied, failed) = (applied.len(), failed.len());
        tracing::info!(applied, failed, "personnel orders carried out");
    }
    Ok(())
}

/// The route table as JSON, for those who compare it with what the site does.
pub fn route_table(composition: &Composition) -> String {
    let table = App::entries_of(&composition.offers);
    // Texts and flags always have a JSON form.
    serde_json::to_string_pretty(&table).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use yakusho_compliance::duty::DutyKind;

    use super::*;

    /// No kind of notice is without a group by which its reader chooses whether it is mailed, and no group names what is
    /// none.
    #[test]
    fn every_kind_of_notice_is_in_a_group() {
        let composition = compose(None);
        let offers = composition.offers.iter();
        let told: BTreeSet<&str> = offers.flat_map(Offer::kinds_of_notices).collect();
        let grouped: BTreeSet<&str> = composition.groups.kinds().collect();
        assert!(told.len() > 80, "{told:?}");
        assert_eq!(told, grouped);
        assert!(DutyKind::ALL.iter().all(|kind| told.contains(kind.code())));
    }
}
