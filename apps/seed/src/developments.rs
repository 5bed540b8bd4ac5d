//! Requests to develop processing of the seeded town hall, where its regulation asks for them: in each state.

use serde_json::{Map, Value, json};
use time::Duration;
use yakusho_accounts::role;
use yakusho_compliance::procedure::{self, CaseId, Decision, Verdict};
use yakusho_kernel::{Fault, PersonId};
use yakusho_regulation::{ProcedureKind, Role};

use crate::forms::{Cast, Section, form, nine};
use crate::organisation::Town;
use crate::past::Past;

/// Has sections ask for development, and the general manager review it.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(1), nine()).await?;
    let asked = cx
        .city()
        .procedure(ProcedureKind::Development, cx.today())
        .is_some();
    let holders = role::holders(&cx.reader(), Role::ComputingGeneralManager, cx.today()).await?;
    let manager = holders.iter().find_map(|holder| holder.person);
    let (true, Some(manager), Some(cast)) = (asked, manager, Cast::of(town)) else {
        return Ok(());
    };
    let desk = Desk { past, manager };

    let granted = desk
        .asked(cast.welfare, 40, request("介護予防教室の参加者の管理"))
        .await?;
    desk.decided(granted, 36, Verdict::Grant, review("committee", ""))
        .await?;
    let word = json!({ "outcome": "第2回委員会で審議し、適当であるとした。" });
    desk.decided(granted, 20, Verdict::Grant, word).await?;

    let minor = desk
        .asked(cast.tax, 30, request("納税通知書の再発行の受付"))
        .await?;
    let reason = "今ある業務の帳票を一つ加えるだけで、扱う項目は変わらない。";
    desk.decided(minor, 28, Verdict::Grant, review("minor", reason))
        .await?;
    desk.decided(minor, 27, Verdict::Grant, json!({})).await?;

    let refused = desk
        .asked(cast.general, 35, request("来庁者の顔写真による受付"))
        .await?;
    desk.decided(refused, 33, Verdict::Grant, review("committee", ""))
        .await?;
    let word = json!({ "outcome": "目的に比べて扱う個人情報が多く、適当でないとした。" });
    desk.decided(refused, 20, Verdict::Refuse, word).await?;

    let referred = desk
        .asked(cast.residents, 12, request("証明書の予約交付"))
        .await?;
    desk.decided(referred, 8, Verdict::Grant, review("committee", ""))
        .await?;

    let returned = desk
        .asked(cast.residents, 16, request("転入者への案内"))
        .await?;
    desk.decided(returned, 15, Verdict::SendBack, json!({}))
        .await?;

    desk.asked(cast.welfare, 2, request("見守りの訪問の記録"))
        .await?;
    let cx = past.act(cast.tax.head, past.day(1), nine()).await?;
    let begun = form(cast.tax, json!({ "name": "口座振替の勧奨" }));
    let _ = procedure::draw_up(&cx, ProcedureKind::Development, begun).await?;
    Ok(())
}

fn request(name: &str) -> Value {
    json!({
        "name": name,
        "content": "申込みから結果の通知までを一つの台帳で行う。",
        "personal_information": "yes",
        "scope": "city",
        "criteria": {
            "purpose": "本人の申込みにより、必要な項目だけを扱う。",
            "welfare": "手続が一度で済み、結果が早く届く。",
            "efficiency": "紙の台帳への転記がなくなる。",
        },
    })
}

fn review(referral: &str, reason: &str) -> Value {
    json!({
        "findings": {
            "purpose": "適合する。",
            "welfare": "寄与する。",
            "efficiency": "月に約20時間の手作業が減る。",
            "operation": "処理は夜間であり、他の業務に支障はない。",
        },
        "opinion": "保存の期間を明らかにすることを条件に、適当と認める。",
        "referral": referral,
        "reason": reason,
    })
}

/// Where requests are reviewed.
struct Desk<'a> {
    past: &'a Past,
    manager: PersonId,
}

impl Desk<'_> {
    async fn asked(
        &self,
        section: Section,
        days_ago: i64,
        answers: Value,
    ) -> Result<CaseId, Fault> {
        let day = self.past.day(days_ago);
        let cx = self.past.act(section.head, day, nine()).await?;
        let kind = ProcedureKind::Development;
        let id = *procedure::draw_up(&cx, kind, form(section, answers)).await?;
        let _ = procedure::submit(&cx, id, 1, cx.today()).await?;
        Ok(id)
    }

    async fn decided(
        &self,
        id: CaseId,
        days_ago: i64,
        verdict: Verdict,
        answers: Value,
    ) -> Result<(), Fault> {
        let ten = nine() + Duration::hours(1);
        let day = self.past.day(days_ago);
        let cx = self.past.act(self.manager, day, ten).await?;
        let revision = procedure::show(&cx, id).await?.revision;
        let remark = match verdict {
            Verdict::Grant => "",
            Verdict::Refuse => "委員会の審議の結果による。",
            Verdict::SendBack => "基準に係る内容を、扱う項目ごとに具体的に書いてください。",
        };
        let decision = Decision {
            verdict,
            remark: remark.to_owned(),
            answers: answers.as_object().cloned().unwrap_or_else(Map::new),
            on: cx.today(),
        };
        let _ = procedure::decide(&cx, id, revision, decision).await?;
        Ok(())
    }
}
