//! Forms of the seeded town hall, where its regulation prescribes any: granted, sent back, waiting, half filled in.

use serde_json::{Map, Value, json};
use time::{Date, Duration, Time};
use yakusho_compliance::ids::DataSetId;
use yakusho_compliance::inventory::{self, DataSetForm};
use yakusho_compliance::procedure::{self, CaseForm, CaseId, Decision, Verdict};
use yakusho_kernel::{Cx, Fault, PersonId, UnitId};
use yakusho_regulation::ProcedureKind;

use crate::city::Rank;
use crate::organisation::Town;
use crate::past::Past;

/// A section and whoever heads it.
#[derive(Clone, Copy)]
pub(crate) struct Section {
    pub(crate) unit: UnitId,
    pub(crate) head: PersonId,
}

/// Who owns data, and who uses them.
pub(crate) struct Cast {
    pub(crate) residents: Section,
    pub(crate) tax: Section,
    pub(crate) welfare: Section,
    pub(crate) general: Section,
}

/// Registers data, and has them applied for; has a system consulted on.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(1), nine()).await?;
    if cx.city().procedures(cx.today()).next().is_none() {
        return Ok(());
    }
    if let Some(cast) = Cast::of(town) {
        uses_of_data(past, &cast).await?;
    }
    let asks = cx
        .city()
        .procedure(ProcedureKind::SystemDecision, cx.today());
    if let (Some(_), Some(section)) = (asks, own_section(town, administrator)) {
        systems(past, section).await?;
    }
    Ok(())
}

/// The section that somebody heads.
pub(crate) fn own_section(town: &Town, head: PersonId) -> Option<Section> {
    let people = town.plan.people.iter().zip(&town.people);
    let mut own = people.filter(|(_, id)| **id == head);
    let post = own.find_map(|(person, _)| person.posts.first())?;
    let unit = town.units[town.plan.posts[*post].unit];
    Some(Section { unit, head })
}

pub(crate) const fn nine() -> Time {
    match Time::from_hms(9, 0, 0) {
        Ok(nine) => nine,
        Err(_) => Time::MIDNIGHT,
    }
}

impl Cast {
    pub(crate) fn of(town: &Town) -> Option<Self> {
        let section = |words: &str| {
            let unit = town.unit_named(words, Rank::Section)?;
            let plan = &town.plan;
            let heads =
                |post: usize| plan.posts[post].head && town.units[plan.posts[post].unit] == unit;
            let head = town.holders(heads).first().copied()?;
            Some(Section { unit, head })
        };
        Some(Self {
            residents: section("市民|住民")?,
            tax: section("税務|課税")?,
            welfare: section("福祉")?,
            general: section("総務|企画")?,
        })
    }
}

async fn uses_of_data(past: &Past, cast: &Cast) -> Result<(), Fault> {
    let residents = data(
        past,
        cast.residents,
        "住民基本台帳",
        "氏名、住所、生年月日、世帯",
    )
    .await?;
    let tax = data(
        past,
        cast.tax,
        "市民税課税台帳",
        "課税標準額、税額、扶養の人数",
    )
    .await?;

    let use_of_tax = |until: i64| {
        let (first, last) = (past.day(30), past.day(-until));
        applied(tax, "給付の対象となる世帯の抽出", first, last, "extract")
    };
    let granted = submitted(past, cast.welfare, 40, use_of_tax(90)).await?;
    decided(
        past,
        cast.tax,
        granted,
        35,
        Verdict::Grant,
        "抽出したファイルは、利用の期間が終わる日までに廃棄すること。",
    )
    .await?;
    submitted(
        past,
        cast.welfare,
        3,
        applied(
            residents,
            "敬老のつどいの案内の送付先",
            past.day(-7),
            past.day(-60),
            "print",
        ),
    )
    .await?;

    let wide = applied(
        residents,
        "各種の通知",
        past.day(-1),
        past.day(-300),
        "view",
    );
    let returned = submitted(past, cast.general, 14, wide).await?;
    let why = "目的を具体的に書いてください。";
    decided(past, cast.residents, returned, 12, Verdict::SendBack, why).await?;
    let cx = past.act(cast.general.head, past.day(10), nine()).await?;
    let revision = procedure::show(&cx, returned).await?.revision;
    let narrow = applied(
        residents,
        "市制記念式典の招待者の住所の確認",
        past.day(-1),
        past.day(-30),
        "view",
    );
    let form = form(cast.general, narrow);
    let _ = procedure::edit(&cx, returned, revision, form).await?;
    let _ = procedure::submit(&cx, returned, revision + 1, cx.today()).await?;

    let refused = applied(
        tax,
        "広報の宛先の作成",
        past.day(20),
        past.day(-20),
        "extract",
    );
    let refused = submitted(past, cast.general, 25, refused).await?;
    decided(
        past,
        cast.tax,
        refused,
        24,
        Verdict::Refuse,
        "課税のために集めた情報であり、目的が異なるため。",
    )
    .await
}

async fn systems(past: &Past, section: Section) -> Result<(), Fault> {
    let cx = past.act(section.head, past.day(5), nine()).await?;
    let kind = ProcedureKind::SystemDecision;
    let proposed = json!({
        "name": "窓口予約システム",
        "class": "business_outer",
        "business": "来庁の予約を受け付け、待ち時間を知らせる。",
        "requirements": {
            "welfare": "窓口で待つ時間が短くなる。",
            "labour": "電話での問合せが減る。",
        },
        "protection": "氏名と電話番号だけを預かり、30日で消す。",
        "personal_information": "yes",
        "start": past.day(-130).to_string(),
        "cost": 2_640_000,
    });
    let id = *procedure::draw_up(&cx, kind, form(section, proposed)).await?;
    let _ = procedure::submit(&cx, id, 1, cx.today()).await?;
    let begun = json!({ "name": "会議録作成支援システム" });
    let _ = procedure::draw_up(&cx, kind, form(section, begun)).await?;
    Ok(())
}

pub(crate) async fn data(
    past: &Past,
    owner: Section,
    name: &str,
    about: &str,
) -> Result<DataSetId, Fault> {
    let cx = past.act(owner.head, past.day(60), nine()).await?;
    let form = DataSetForm {
        name: name.to_owned(),
        section: owner.unit,
        personal: true,
        kinds: Vec::new(),
        system: None,
        about: about.to_owned(),
    };
    Ok(*inventory::add_data_set(&cx, form).await?)
}

pub(crate) fn form(section: Section, answers: Value) -> CaseForm {
    CaseForm {
        section: section.unit,
        answers: entries(answers),
        files: Vec::new(),
    }
}

fn applied(data: DataSetId, purpose: &str, first: Date, last: Date, method: &str) -> Value {
    json!({
        "data": data.to_string(),
        "purpose": purpose,
        "period": { "first": first.to_string(), "last": last.to_string() },
        "method": method,
        "protection": "担当者2人だけが開ける共有フォルダに置き、印刷しない。",
    })
}

fn entries(answers: Value) -> Map<String, Value> {
    match answers {
        Value::Object(entries) => entries,
        _ => Map::new(),
    }
}

async fn submitted(
    past: &Past,
    section: Section,
    days_ago: i64,
    answers: Value,
) -> Result<CaseId, Fault> {
    let cx = past.act(section.head, past.day(days_ago), nine()).await?;
    let id = *procedure::draw_up(&cx, ProcedureKind::DataUse, form(section, answers)).await?;
    let _ = procedure::submit(&cx, id, 1, cx.today()).await?;
    Ok(id)
}

async fn decided(
    past: &Past,
    owner: Section,
    id: CaseId,
    days_ago: i64,
    verdict: Verdict,
    remark: &str,
) -> Result<(), Fault> {
    let ten = nine() + Duration::hours(1);
    let cx: Cx = past.act(owner.head, past.day(days_ago), ten).await?;
    let revision = procedure::show(&cx, id).await?.revision;
    let decision = Decision {
        verdict,
        remark: remark.to_owned(),
        answers: Map::new(),
        on: cx.today(),
    };
    let _ = procedure::decide(&cx, id, revision, decision).await?;
    Ok(())
}
