//! Compliance on both databases, in a small town hall.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod answers;
mod asset;
mod cases;
mod consultation;
mod data_use;
mod designation;
mod development;
mod division;
mod duty;
mod inquiry;
mod operation;
mod outsourcing;
mod plans;
mod pledge;
mod procedure_acts;
mod procedure_at_once;
mod procedure_model;
mod protection;
mod provision;
mod provision_access;
mod status;
mod terminal;
mod things;
mod violation;

use std::sync::Arc;

use serde_json::{Map, Value, json};
use time::Date;
use time::macros::date;
use yakusho_accounts::testing::Town;
use yakusho_compliance::ids::DataSetId;
use yakusho_compliance::inventory::{self, DataSetForm};
use yakusho_compliance::procedure::{
    self, CaseForm, CaseId, CaseState, CaseView, Decision, Opinion, Verdict,
};
use yakusho_kernel::{Actor, Cx, Fault, Holding, Notices, ProxyKind, RoleHeld};
use yakusho_regulation::{City, ProcedureKind, Role};
use yakusho_testkit::World;

/// The day on which a world begins.
pub(crate) const TODAY: Date = date!(2026 - 11 - 20);

/// The profile of Shiroishi, to be changed by a test.
pub(crate) const SHIROISHI: &str = include_str!("../../../regulation/profiles/shiroishi.toml");

/// The profile of Muko, to be changed by a test.
pub(crate) const MUKO: &str = include_str!("../../../regulation/profiles/muko.toml");

/// How the application to use data is decided there.
pub(crate) const BY_OWNER: &str =
    "by = [{ role = \"information_manager\", section_of = \"data\" }]";

/// A town hall in a world of its own.
pub(crate) struct Hall {
    pub(crate) world: World,
    pub(crate) env: Arc<yakusho_kernel::Env>,
    pub(crate) town: Town,
}

impl Hall {
    /// One on each database, under that city's profile.
    pub(crate) async fn both(city: &str) -> Vec<Self> {
        Self::both_under(&City::builtin(city).unwrap()).await
    }

    /// One on each database, under that profile.
    pub(crate) async fn both_under(city: &City) -> Vec<Self> {
        let mut halls = Vec::new();
        for world in World::both("shiroishi").await {
            halls.push(Self::under(world, city).await);
        }
        halls
    }

    async fn under(world: World, city: &City) -> Self {
        let env = world.under(city.clone()).await;
        let town = Town::with_accounts(&env).await;
        Self { world, env, town }
    }

    /// An act by the person of that key, now.
    pub(crate) async fn cx(&self, key: &str) -> Cx {
        self.town.cx(key).await
    }

    /// An act by a person who holds the information manager's role of a section in another's place.
    pub(crate) async fn in_place(&self, key: &str, of: &str, unit: &str, kind: ProxyKind) -> Cx {
        let mut standing = self.town.standing(key).await;
        standing.roles.push(RoleHeld {
            role: Role::InformationManager,
            unit: Some(self.town.unit(unit)),
            by: Holding::Proxy(Some(self.town.person(of)), kind),
        });
        let cx = self.town.cx(key).await;
        cx.acting(Actor::Person(Arc::new(standing)))
    }

    /// Data that the section of the citizens owns.
    pub(crate) async fn data(&self) -> DataSetId {
        self.data_called("住民基本台帳").await
    }

    /// Data of that name that the section of the citizens owns.
    pub(crate) async fn data_called(&self, name: &str) -> DataSetId {
        let form = DataSetForm {
            name: name.to_owned(),
            section: self.town.unit("citizens"),
            personal: true,
            kinds: Vec::new(),
            system: None,
            about: String::new(),
        };
        let cx = self.cx("head").await;
        *inventory::add_data_set(&cx, form).await.unwrap()
    }

    /// An application of the planning section to use data, as a draft.
    pub(crate) async fn applied(&self, data: DataSetId) -> CaseId {
        let cx = self.cx("planning_head").await;
        self.applied_by(&cx, data).await.unwrap()
    }

    /// The same by whoever acts.
    pub(crate) async fn applied_by(&self, cx: &Cx, data: DataSetId) -> Result<CaseId, Fault> {
        let form = self.form("planning", application(data));
        let saved = procedure::draw_up(cx, ProcedureKind::DataUse, form).await?;
        Ok(*saved)
    }

    /// The form of that section, filled in so.
    pub(crate) fn form(&self, section: &str, answers: Map<String, Value>) -> CaseForm {
        CaseForm {
            section: self.town.unit(section),
            answers,
            files: Vec::new(),
        }
    }

    /// The application of the planning section, submitted today.
    pub(crate) async fn submitted(&self, data: DataSetId) -> CaseId {
        let id = self.applied(data).await;
        self.submit(id).await.unwrap();
        id
    }

    /// Has the planning section submit a case as it stands, today.
    pub(crate) async fn submit(&self, id: CaseId) -> Result<i32, Fault> {
        let cx = self.cx("planning_head").await;
        let revision = procedure::show(&cx, id).await?.revision;
        let number = procedure::submit(&cx, id, revision, cx.today()).await?;
        Ok(number.number)
    }

    /// Has somebody decide a case as it stands, today.
    pub(crate) async fn decide(
        &self,
        key: &str,
        id: CaseId,
        verdict: Verdict,
    ) -> Result<CaseState, Fault> {
        let cx = self.cx(key).await;
        decide_by(&cx, id, verdict).await
    }

    /// Has somebody agree or object to a case as it stands, today.
    pub(crate) async fn consult(
        &self,
        key: &str,
        id: CaseId,
        agrees: bool,
    ) -> Result<CaseState, Fault> {
        let cx = self.cx(key).await;
        let revision = procedure::show(&cx, id).await?.revision;
        let opinion = Opinion {
            agrees,
            remark: "支障があるため。".to_owned(),
            on: cx.today(),
        };
        Ok(*procedure::consult(&cx, id, revision, opinion).await?)
    }

    /// The case as that person sees it.
    pub(crate) async fn show(&self, key: &str, id: CaseId) -> CaseView {
        procedure::show(&self.cx(key).await, id).await.unwrap()
    }

    /// The kinds of the notices that a person has, the oldest first.
    pub(crate) async fn told(&self, key: &str) -> Vec<String> {
        let on = self.env.db().reader();
        let notices = Notices(self.town.person(key));
        let page = notices.page(&on, None, 100).await.unwrap();
        let mut kinds: Vec<String> = page.items.into_iter().map(|notice| notice.kind).collect();
        kinds.reverse();
        kinds
    }
}

/// Has the one who acts decide a case as it stands, today.
pub(crate) async fn decide_by(cx: &Cx, id: CaseId, verdict: Verdict) -> Result<CaseState, Fault> {
    let revision = procedure::show(cx, id).await?.revision;
    Ok(*procedure::decide(cx, id, revision, decision(verdict, cx.today())).await?)
}

/// A decision on that day.
pub(crate) fn decision(verdict: Verdict, on: Date) -> Decision {
    Decision {
        verdict,
        remark: "目的の範囲に限る。".to_owned(),
        answers: Map::new(),
        on,
    }
}

/// An application to use data in the last week of November.
pub(crate) fn application(data: DataSetId) -> Map<String, Value> {
    object(json!({
        "data": data.to_string(),
        "purpose": "給付対象者の抽出",
        "period": { "first": "2026-11-23", "last": "2026-11-30" },
        "method": "extract",
        "protection": "庁内ネットワークの共有フォルダに置き、担当者だけが開く。",
    }))
}

/// The entries of an object.
pub(crate) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(entries) => entries,
        other => unreachable!("{other} is no object"),
    }
}

/// The profile of Shiroishi with one passage changed.
pub(crate) fn city(from: &str, to: &str) -> City {
    assert!(
        SHIROISHI.contains(from),
        "{from:?} should stand in the profile"
    );
    // The last: what belongs to the application to use data.
    let (before, after) = SHIROISHI.rsplit_once(from).unwrap();
    city_of("shiroishi", &format!("{before}{to}{after}"))
}

/// The city of that name by a profile that a test has changed.
pub(crate) fn city_of(name: &str, profile: &str) -> City {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{name}.toml"));
    std::fs::write(&path, profile).unwrap();
    City::load(&path).unwrap_or_else(|error| unreachable!("{error}"))
}

/// A step in which these parties are consulted.
pub(crate) fn consulted(agreement: &str, by: &str) -> String {
    format!(
        "[[procedure.step]]\nkind = \"consult\"\nagreement = \"{agreement}\"\n\
         title = {{ ja = \"協議\", en = \"Consultation\" }}\nby = [{by}]\n\n"
    )
}

/// The profile of Shiroishi in which this step comes before the decision on the use of data.
pub(crate) fn city_with(step: &str) -> City {
    city(
        "[[procedure.step]]\nkind = \"decide\"",
        &format!("{step}[[procedure.step]]\nkind = \"decide\""),
    )
}
