//! Provisions as JSON.

mod items;

use poem_openapi::OpenApi;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use uuid::Uuid;
use yakusho_compliance::provision::{self, ReleaseForm, View};
use yakusho_webkit::json::{Done, Limit, Listed, Made, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::forms::Tag;
use items::{
    AgreementAct, ChangedAgreement, EndOn, EventItem, NewAgreement, NewEvent, NewRelease,
    ProvisionDetail, ProvisionItem, ReleaseItem, ReturnOn, WordOn,
};

pub(super) fn routes() -> Routes {
    Routes::new().api(Access::User, ProvisionApi)
}

struct ProvisionApi;

#[OpenApi(tag = "Tag::Forms")]
impl ProvisionApi {
    /// Provisions of data outside.
    #[oai(path = "/provisions", method = "get", operation_id = "listProvisions")]
    async fn list(
        &self,
        visit: Visit,
        /// `all`, `word` (the general manager's word is wanted), `owed` (something is to be returned); `all` unless told.
        view: Query<Option<String>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ProvisionItem>>> {
        let view_of = |code: &str| match code {
            "all" => Some(View::All),
            "word" => Some(View::Word),
            "owed" => Some(View::Owed),
            _ => None,
        };
        let view = known("view", view.as_deref(), view_of)?.unwrap_or(View::All);
        let after = place(after.as_deref());
        let listed = provision::list(&visit.cx, view, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, ProvisionItem::from)))
    }

    /// A provision, with its agreement.
    #[oai(
        path = "/provisions/:id",
        method = "get",
        operation_id = "getProvision"
    )]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<ProvisionDetail>> {
        let view = provision::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.into()))
    }

    /// The releases of a provision, the last first.
    #[oai(
        path = "/provisions/:id/releases",
        method = "get",
        operation_id = "listReleases"
    )]
    async fn releases(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ReleaseItem>>> {
        let after = place(after.as_deref());
        let id = id.0.into();
        let listed = provision::releases(&visit.cx, id, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, ReleaseItem::from)))
    }

    /// Inspections, accidents and the return under a provision, the last first.
    #[oai(
        path = "/provisions/:id/events",
        method = "get",
        operation_id = "listProvisionEvents"
    )]
    async fn events(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<EventItem>>> {
        let after = place(after.as_deref());
        let id = id.0.into();
        let listed = provision::events(&visit.cx, id, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, EventItem::from)))
    }

    /// Draws up the agreement on what a form granted; answers the provision's id.
    #[oai(
        path = "/forms/:id/agreement",
        method = "post",
        operation_id = "drawUpAgreement"
    )]
    async fn draw_up(&self, visit: Visit, id: Path<Uuid>, new: Json<NewAgreement>) -> Answer<Made> {
        let form = new.0.form()?;
        let id = provision::draw_up_agreement(&visit.cx, id.0.into(), form).await?;
        Ok(Made::of(*id))
    }

    /// Changes an agreement that is not concluded.
    #[oai(
        path = "/provisions/:id/agreement",
        method = "put",
        operation_id = "changeAgreement"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        changed: Json<ChangedAgreement>,
    ) -> Answer<Done> {
        let ChangedAgreement {
            revision,
            agreement,
        } = changed.0;
        let form = agreement.form()?;
        let _ = provision::change_agreement(&visit.cx, id.0.into(), revision, form).await?;
        Ok(Done::Done)
    }

    /// Gives the general manager's word on the eighth condition.
    #[oai(
        path = "/provisions/:id/word",
        method = "post",
        operation_id = "giveWordOnAgreement"
    )]
    async fn word(&self, visit: Visit, id: Path<Uuid>, said: Json<WordOn>) -> Answer<Done> {
        let on = said.on.unwrap_or(visit.cx.today());
        let id = id.0.into();
        let _ = provision::give_word(&visit.cx, id, said.revision, &said.needs, on).await?;
        Ok(Done::Done)
    }

    /// Concludes an agreement that has all eight conditions.
    #[oai(
        path = "/provisions/:id/conclude",
        method = "post",
        operation_id = "concludeAgreement"
    )]
    async fn conclude(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        act: Json<AgreementAct>,
    ) -> Answer<Done> {
        let on = act.on.unwrap_or(visit.cx.today());
        let _ = provision::conclude(&visit.cx, id.0.into(), act.revision, on).await?;
        Ok(Done::Done)
    }

    /// Ends an agreement before its last day.
    #[oai(
        path = "/provisions/:id/end",
        method = "post",
        operation_id = "endAgreement"
    )]
    async fn end(&self, visit: Visit, id: Path<Uuid>, act: Json<EndOn>) -> Answer<Done> {
        let on = act.on.unwrap_or(visit.cx.today());
        let id = id.0.into();
        let _ = provision::end_early(&visit.cx, id, act.revision, on, &act.reason).await?;
        Ok(Done::Done)
    }

    /// Records that data were handed over by what a form granted.
    #[oai(
        path = "/forms/:id/releases",
        method = "post",
        operation_id = "recordRelease"
    )]
    async fn release(&self, visit: Visit, id: Path<Uuid>, new: Json<NewRelease>) -> Answer<Made> {
        let new = new.0;
        let form = ReleaseForm {
            on: new.on.unwrap_or(visit.cx.today()),
            what: new.what,
            records: new.records,
            digest: new.sha256,
            how: new.how,
            received_by: new.received_by,
            handed_by: new.handed_by.into(),
        };
        let id = provision::release(&visit.cx, id.0.into(), form).await?;
        Ok(Made::of(*id))
    }

    /// Records an inspection or an accident.
    #[oai(
        path = "/provisions/:id/events",
        method = "post",
        operation_id = "recordProvisionEvent"
    )]
    async fn record(&self, visit: Visit, id: Path<Uuid>, new: Json<NewEvent>) -> Answer<Made> {
        let form = new.0.form(&visit)?;
        let id = provision::record_event(&visit.cx, id.0.into(), form).await?;
        Ok(Made::of(*id))
    }

    /// Records that what was released was returned or disposed of, which closes the provision.
    #[oai(
        path = "/provisions/:id/return",
        method = "post",
        operation_id = "returnProvidedData"
    )]
    async fn close(&self, visit: Visit, id: Path<Uuid>, act: Json<ReturnOn>) -> Answer<Done> {
        let ReturnOn { revision, event } = act.0;
        let form = event.form(&visit)?;
        let _ = provision::return_data(&visit.cx, id.0.into(), revision, form).await?;
        Ok(Done::Done)
    }
}
