//! Data that the seeded town hall provides outside, where its regulation speaks of it: in force, ended and owed back,
//! waiting for a word, waiting for a decision.

use std::collections::BTreeMap;

use serde_json::json;
use time::{Date, Duration};
use yakusho_accounts::role;
use yakusho_compliance::ids::DataSetId;
use yakusho_compliance::procedure::{self, CaseId, Decision, Verdict};
use yakusho_compliance::provision::{
    self, AgreementForm, Condition, EventForm, EventKind, ProvisionId, ReleaseForm,
};
use yakusho_kernel::{Fault, PersonId};
use yakusho_regulation::{ProcedureKind, Role};

use crate::forms::{Cast, Section, data, form, nine, own_section};
use crate::organisation::Town;
use crate::past::Past;

/// What is provided: what, to whom, for what, and on which days.
struct Wanted {
    data: DataSetId,
    recipient: &'static str,
    purpose: &'static str,
    items: &'static str,
    days: (Date, Date),
}

/// Who provides, and who decides.
struct Parties {
    owner: Section,
    general_manager: PersonId,
}

/// Provides data outside, in each state that there is.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(1), nine()).await?;
    let asks = cx.city().procedure(ProcedureKind::Provision, cx.today());
    if asks.is_none() {
        return Ok(());
    }
    let holders = role::holders(&cx.reader(), Role::GeneralManager, cx.today()).await?;
    let Some(general_manager) = holders.first().and_then(|holder| holder.person) else {
        return Ok(());
    };
    let parties = |owner: Section| Parties {
        owner,
        general_manager,
    };
    if let Some(cast) = Cast::of(town) {
        in_force(past, &parties(cast.residents)).await?;
        owed_back(past, &parties(cast.tax)).await?;
    }
    if let Some(section) = own_section(town, administrator) {
        waiting(past, &parties(section)).await?;
    }
    Ok(())
}

async fn in_force(past: &Past, parties: &Parties) -> Result<(), Fault> {
    let about = "選挙人名簿に登録された者の氏名、住所、投票区";
    let data = data(past, parties.owner, "選挙人名簿", about).await?;
    let days = (past.day(20), past.day(-40));
    let wanted = Wanted {
        data,
        recipient: "株式会社さくら印刷",
        purpose: "投票所入場整理券の印刷及び封入",
        items: "氏名、住所及び投票区 約27,000件",
        days,
    };
    let (case, id) = granted(past, parties, wanted, 30).await?;
    agreed(past, parties, (case, id), days, 22).await?;
    released(past, parties, case, 19, "入場整理券の宛名(1回目)", 26_412).await?;
    released(past, parties, case, 6, "入場整理券の宛名(追加分)", 187).await?;
    let cx = past.act(parties.owner.head, past.day(4), nine()).await?;
    let inspection = EventForm {
        kind: EventKind::Inspection,
        on: cx.today(),
        what: "印刷工場のデータ室の施錠、入退室の記録、媒体の保管を検査した。".to_owned(),
        how: "いずれも協定のとおりであった。".to_owned(),
        files: Vec::new(),
    };
    let _ = provision::record_event(&cx, id, inspection).await?;
    Ok(())
}

async fn owed_back(past: &Past, parties: &Parties) -> Result<(), Fault> {
    let about = "氏名、金融機関、口座番号、振替額";
    let data = data(past, parties.owner, "口座振替データ", about).await?;
    let days = (past.day(50), past.day(5));
    let wanted = Wanted {
        data,
        recipient: "東和データサービス株式会社",
        purpose: "口座振替済通知書の作成及び発送",
        items: "氏名、住所及び振替額 約8,300件",
        days,
    };
    let agreed_on = granted(past, parties, wanted, 58).await?;
    agreed(past, parties, agreed_on, days, 52).await?;
    released(
        past,
        parties,
        agreed_on.0,
        48,
        "第3期の口座振替済データ",
        8_274,
    )
    .await
}

/// One that waits for the general manager's word, one under which data were released, and one that waits for a decision.
async fn waiting(past: &Past, parties: &Parties) -> Result<(), Fault> {
    let about = "職員番号、氏名、所属、内線番号";
    let data = data(past, parties.owner, "職員電話帳", about).await?;
    let wanted = |recipient, purpose, days| Wanted {
        data,
        recipient,
        purpose,
        items: "氏名、所属及び内線番号 約600件",
        days,
    };
    let days = (past.day(10), past.day(-80));
    let purpose = "内線電話帳の印刷";
    let (case, id) = granted(past, parties, wanted("有限会社白鳥社", purpose, days), 15).await?;
    agreed(past, parties, (case, id), days, 11).await?;
    released(past, parties, case, 9, "内線電話帳の原稿", 612).await?;

    let days = (past.day(-10), past.day(-70));
    let purpose = "電話交換機の更新に伴う番号の登録";
    let next = wanted("みなと通信工業株式会社", purpose, days);
    let (case, _) = granted(past, parties, next, 3).await?;
    let cx = past.act(parties.owner.head, past.day(2), nine()).await?;
    let _ = provision::draw_up_agreement(&cx, case, text(days)).await?;

    let days = (past.day(-30), past.day(-90));
    let purpose = "コールセンターの試行";
    submitted(
        past,
        parties,
        wanted("株式会社こだまコール", purpose, days),
        2,
    )
    .await?;
    Ok(())
}

async fn submitted(
    past: &Past,
    parties: &Parties,
    wanted: Wanted,
    days_ago: i64,
) -> Result<CaseId, Fault> {
    let Wanted {
        data,
        recipient,
        purpose,
        items,
        days: (first, last),
    } = wanted;
    let cx = past
        .act(parties.owner.head, past.day(days_ago), nine())
        .await?;
    let answers = json!({
        "data": data.to_string(),
        "recipient": recipient,
        "purpose": purpose,
        "period": { "first": first.to_string(), "last": last.to_string() },
        "items": items,
        "method": "media",
        "protection": "施錠した室で、登録した担当者だけが扱う。",
    });
    let kind = ProcedureKind::Provision;
    let id = *procedure::draw_up(&cx, kind, form(parties.owner, answers)).await?;
    let _ = procedure::submit(&cx, id, 1, cx.today()).await?;
    Ok(id)
}

async fn granted(
    past: &Past,
    parties: &Parties,
    wanted: Wanted,
    days_ago: i64,
) -> Result<(CaseId, ProvisionId), Fault> {
    let id = submitted(past, parties, wanted, days_ago).await?;
    let ten = nine() + Duration::hours(1);
    let cx = past
        .act(parties.general_manager, past.day(days_ago - 1), ten)
        .await?;
    let revision = procedure::show(&cx, id).await?.revision;
    let decision = Decision {
        verdict: Verdict::Grant,
        remark: String::new(),
        answers: serde_json::Map::new(),
        on: cx.today(),
    };
    let _ = procedure::decide(&cx, id, revision, decision).await?;
    let found = provision::of_case(&cx, id).await?.ok_or(Fault::NotFound)?;
    Ok((id, found))
}

/// What an agreement says, without the word on the eighth condition.
fn text(days: (Date, Date)) -> AgreementForm {
    let clause = |condition| match condition {
        Condition::Secrecy => {
            "乙は、提供を受けたデータの内容を他に漏らしてはならない。この協定が終了した後も同様とする。"
        }
        Condition::Purpose => {
            "乙は、データを協議書の目的以外に使用し、又は第三者に提供してはならない。"
        }
        Condition::Copying => "乙は、甲の承諾なくデータを複写し、又は複製してはならない。",
        Condition::Return => {
            "乙は、使用期間が終了したときは、速やかにデータを返還し、又は廃棄して証明書を提出する。"
        }
        Condition::Inspection => "乙は、甲が行う使用及び保管の状況の検査に応じなければならない。",
        Condition::Accident => {
            "乙は、滅失、き損等の事故が生じたときは、直ちに甲に報告し、その指示に従う。"
        }
        Condition::Damages => {
            "乙は、この協定に違反して甲に損害を与えたときは、その損害を賠償する。"
        }
        Condition::Other => "",
    };
    let clauses = Condition::named().map(|one| (one, clause(one).to_owned()));
    AgreementForm {
        days,
        clauses: clauses.collect::<BTreeMap<_, _>>(),
        files: Vec::new(),
    }
}

async fn agreed(
    past: &Past,
    parties: &Parties,
    (case, id): (CaseId, ProvisionId),
    days: (Date, Date),
    days_ago: i64,
) -> Result<(), Fault> {
    let day = past.day(days_ago);
    let (head, ten) = (parties.owner.head, nine() + Duration::hours(1));
    let cx = past.act(head, day, nine()).await?;
    let _ = provision::draw_up_agreement(&cx, case, text(days)).await?;
    let cx = past.act(parties.general_manager, day, ten).await?;
    let needs = "乙は、データを扱う担当者の氏名をあらかじめ甲に届け出る。";
    let _ = provision::give_word(&cx, id, 1, needs, day).await?;
    let eleven = ten + Duration::hours(1);
    let cx = past.act(head, day, eleven).await?;
    let _ = provision::conclude(&cx, id, 2, day).await?;
    Ok(())
}

async fn released(
    past: &Past,
    parties: &Parties,
    case: CaseId,
    days_ago: i64,
    what: &str,
    records: u32,
) -> Result<(), Fault> {
    let head = parties.owner.head;
    let cx = past.act(head, past.day(days_ago), nine()).await?;
    let release = ReleaseForm {
        on: cx.today(),
        what: what.to_owned(),
        records,
        digest: "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea".to_owned(),
        how: "暗号化した記録媒体の手渡し".to_owned(),
        received_by: "業務部 係長".to_owned(),
        handed_by: head,
    };
    let _ = provision::release(&cx, case, release).await?;
    Ok(())
}
