//! A system of the seeded town hall with its equipment, who may operate it, and what was asked about that.

use serde_json::json;
use time::{Duration, Time};
use yakusho_accounts::role;
use yakusho_compliance::asset::{self, AssetForm, AssetKind, AssetState};
use yakusho_compliance::designation::{self, DesignationForm, Manner, Target, Who};
use yakusho_compliance::ids::{AssetId, SystemId};
use yakusho_compliance::inventory::{
    self, DataSetForm, ManagerForm, PersonalKind, SystemClass, SystemForm,
};
use yakusho_compliance::operation::{self, Asked};
use yakusho_compliance::procedure::{self, CaseForm, CaseId, Decision, Verdict};
use yakusho_compliance::terminal::{self, Allowed, PermitForm};
use yakusho_kernel::{Cx, Fault, PersonId, UnitId};
use yakusho_regulation::{ProcedureKind, Role};

use crate::city::Rank;
use crate::organisation::Town;
use crate::past::Past;

/// What is done at the counter.
const BUSINESS: &str = "住民票の写しの交付";

/// How many days ago the system was decided on.
const DECIDED: i64 = 50;

/// Who takes part.
struct Cast<'a> {
    past: &'a Past,
    section: UnitId,
    head: PersonId,
    members: Vec<PersonId>,
    /// The section that the information system manager designates for the systems of the information side; where the city
    /// has no such manager, the one that they are of.
    designated: UnitId,
    /// The information system manager, where the city has one.
    manager: Option<PersonId>,
    /// The general manager of computing, where the city has one.
    general: Option<PersonId>,
}

/// Registers a system, its equipment and its operators in the section of the citizens, where the city has procedures.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(1), nine()).await?;
    if cx.city().procedures(cx.today()).next().is_none() {
        return Ok(());
    }
    if let Some(section) = inventory::own_sections(&cx).first() {
        let contacts = DataSetForm {
            name: "職員の連絡先".to_owned(),
            section: *section,
            personal: true,
            kinds: vec![PersonalKind::Basic],
            system: None,
            about: "氏名、内線、電子メール".to_owned(),
        };
        let _ = inventory::add_data_set(&cx, contacts).await?;
    }
    let Some(cast) = Cast::of(past, town, &cx).await? else {
        return Ok(());
    };
    let inner = cast
        .system("住民情報システム", SystemClass::BusinessInner)
        .await?;
    let groupware = cast
        .system("庁内情報共有システム", SystemClass::InformationInner)
        .await?;
    cast.connect(groupware, inner).await?;
    let (server, terminal) = cast.equipment(inner).await?;
    cast.operators(inner, groupware, server, terminal).await?;
    cast.asked(terminal).await
}

const fn nine() -> Time {
    match Time::from_hms(9, 0, 0) {
        Ok(nine) => nine,
        Err(_) => Time::MIDNIGHT,
    }
}

async fn holder(cx: &Cx, role: Role) -> Result<Option<PersonId>, Fault> {
    let holders = role::holders(&cx.reader(), role, cx.today()).await?;
    Ok(holders.iter().find_map(|holder| holder.person))
}

impl<'a> Cast<'a> {
    async fn of(past: &'a Past, town: &Town, cx: &Cx) -> Result<Option<Self>, Fault> {
        let Some(section) = town.unit_named("市民|住民", Rank::Section) else {
            return Ok(None);
        };
        let plan = &town.plan;
        let own = |post: usize| town.units[plan.posts[post].unit] == section;
        let heads = town.holders(|post| own(post) && plan.posts[post].head);
        let members = town.holders(|post| own(post) && !plan.posts[post].head);
        let manager = holder(cx, Role::InformationSystemManager).await?;
        let general = holder(cx, Role::ComputingGeneralManager).await?;
        let own = inventory::own_sections(cx);
        Ok(heads.first().map(|head| Self {
            past,
            section,
            designated: manager.and(own.first().copied()).unwrap_or(section),
            head: *head,
            members,
            manager,
            general,
        }))
    }

    /// An act by that person so many days ago.
    async fn act(&self, person: PersonId, days_ago: i64) -> Result<Cx, Fault> {
        let time = nine() + Duration::hours(2);
        self.past.act(person, self.past.day(days_ago), time).await
    }

    /// The consultation of that kind, granted, where the city asks for one.
    async fn consulted(
        &self,
        kind: ProcedureKind,
        answers: serde_json::Value,
    ) -> Result<Option<CaseId>, Fault> {
        let cx = self.act(self.head, DECIDED + 5).await?;
        let (Some(_), Some(manager)) = (cx.city().procedure(kind, cx.today()), self.manager) else {
            return Ok(None);
        };
        let form = CaseForm {
            section: self.section,
            answers: answers.as_object().cloned().unwrap_or_default(),
            files: Vec::new(),
        };
        let id = *procedure::draw_up(&cx, kind, form).await?;
        let _ = procedure::submit(&cx, id, 1, cx.today()).await?;
        let cx = self.act(manager, DECIDED + 2).await?;
        let revision = procedure::show(&cx, id).await?.revision;
        let granted = Decision {
            verdict: Verdict::Grant,
            remark: String::new(),
            answers: serde_json::Map::new(),
            on: cx.today(),
        };
        let _ = procedure::decide(&cx, id, revision, granted).await?;
        Ok(Some(id))
    }

    async fn system(&self, name: &str, class: SystemClass) -> Result<SystemId, Fault> {
        let proposed = json!({
            "name": name,
            "class": class.code(),
            "business": "窓口の事務を処理する。",
            "requirements": { "efficiency": "一度の入力で済む。" },
            "protection": "操作する人を限り、通信を暗号化する。",
            "personal_information": "yes",
            "start": self.past.day(DECIDED - 10).to_string(),
        });
        let by = self
            .consulted(ProcedureKind::SystemDecision, proposed)
            .await?;
        let form = SystemForm {
            name: name.to_owned(),
            class,
            section: self.section,
            research: false,
        };
        let cx = self.act(self.head, DECIDED).await?;
        let id = *inventory::add_system(&cx, form, by).await?;
        let designator = if class.is_business() {
            self.head
        } else {
            self.manager.unwrap_or(self.head)
        };
        let cx = self.act(designator, DECIDED - 1).await?;
        let section = if class.is_business() {
            self.section
        } else {
            self.designated
        };
        let form = ManagerForm {
            section,
            from: cx.today(),
            agreed: Vec::new(),
            files: Vec::new(),
        };
        let _ = inventory::set_manager(&cx, id, 1, form).await?;
        Ok(id)
    }

    async fn connect(&self, information: SystemId, business: SystemId) -> Result<(), Fault> {
        let asked = json!({
            "information_side": information.to_string(),
            "business_side": business.to_string(),
            "reason": "住所の変更を職員の連絡先に写すため。",
            "method": "一方向の通信",
            "requirements": { "labour": "二度の入力がなくなる。" },
            "protection": "中継サーバを置く。",
        });
        let by = self.consulted(ProcedureKind::SystemConnection, asked).await;
        let cx = self.act(self.head, DECIDED - 2).await?;
        let _ = inventory::connect(&cx, information, business, by?).await?;
        Ok(())
    }

    /// A server and a terminal of the system, among other equipment.
    async fn equipment(&self, system: SystemId) -> Result<(AssetId, AssetId), Fault> {
        let cx = self.act(self.head, DECIDED - 3).await?;
        let add = async |kind: AssetKind, number: &str, name: &str, place: &str| {
            let form = AssetForm {
                kind,
                number: number.to_owned(),
                name: name.to_owned(),
                section: self.section,
                place: place.to_owned(),
                system: Some(system),
                state: AssetState::InUse,
                about: String::new(),
            };
            Ok::<AssetId, Fault>(*asset::add(&cx, form).await?)
        };
        let server = add(AssetKind::Server, "SV-001", "住民情報サーバ", "電算室").await?;
        let counter = "本庁舎1階 1番窓口";
        let terminal = add(AssetKind::Terminal, "PC-101", "窓口端末", counter).await?;
        add(
            AssetKind::Terminal,
            "PC-102",
            "窓口端末",
            "本庁舎1階 2番窓口",
        )
        .await?;
        add(AssetKind::Printer, "PR-011", "証明書の印刷装置", counter).await?;
        add(
            AssetKind::Software,
            "SW-021",
            "住民情報システム 端末ソフトウェア",
            "",
        )
        .await?;
        add(
            AssetKind::Media,
            "MD-031",
            "バックアップ媒体 第1組",
            "耐火金庫",
        )
        .await?;
        Ok((server, terminal))
    }

    async fn operators(
        &self,
        inner: SystemId,
        groupware: SystemId,
        server: AssetId,
        terminal: AssetId,
    ) -> Result<(), Fault> {
        let since = DECIDED - 5;
        let section = Who::Section(self.section);
        let by = self.manager.unwrap_or(self.head);
        self.designate(by, Target::System(groupware), section, since)
            .await?;
        for person in self.members.iter().take(3) {
            let who = Who::Person(*person);
            self.designate(self.head, Target::System(inner), who, since)
                .await?;
            self.designate(self.head, Target::Asset(terminal), who, since)
                .await?;
        }
        let cx = self.act(self.head, since - 1).await?;
        if !designation::owed(&cx.reader(), &cx).await?.is_empty() {
            let _ = designation::report(&cx, inner).await?;
        }
        if let Some(person) = self.members.get(3) {
            self.designate(self.head, Target::System(inner), Who::Person(*person), 2)
                .await?;
        }
        let Some(general) = self.general else {
            return Ok(());
        };
        if let Some(person) = self.members.first() {
            self.designate(general, Target::Asset(server), Who::Person(*person), since)
                .await?;
        }
        let cx = self.act(general, since).await?;
        let permitted = PermitForm {
            allowed: Allowed::Business(BUSINESS.to_owned()),
            first: cx.today(),
            last: None,
        };
        let _ = terminal::allow(&cx, terminal, permitted).await?;
        let rules = "席を離れるときは、画面を閉じる。\n私物の媒体を差さない。\n印刷した帳票は、その日のうちに片付ける。";
        let _ = terminal::publish(&cx, rules, cx.today()).await?;
        Ok(())
    }

    async fn designate(
        &self,
        by: PersonId,
        target: Target,
        who: Who,
        days_ago: i64,
    ) -> Result<(), Fault> {
        let cx = self.act(by, days_ago).await?;
        let form = DesignationForm {
            who,
            manner: Manner::Designated,
            first: cx.today(),
            last: None,
        };
        let _ = designation::designate(&cx, target, form).await?;
        Ok(())
    }

    async fn asked(&self, terminal: AssetId) -> Result<(), Fault> {
        let cx = self.act(self.head, 1).await?;
        for person in self.members.first().into_iter().chain(self.members.get(4)) {
            let asked = Asked {
                person: *person,
                asset: terminal,
                business: BUSINESS.to_owned(),
                data: None,
            };
            let _ = operation::check(&cx, asked).await?;
        }
        Ok(())
    }
}
