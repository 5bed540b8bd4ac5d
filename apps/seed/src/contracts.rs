//! Outsourcing contracts of the seeded town hall, where its regulation speaks of them: one concluded, one not yet.

use time::Date;
use yakusho_compliance::outsourcing::{self, ContractForm, ContractId};
use yakusho_kernel::{Fault, PersonId};
use yakusho_regulation::Rule;

use crate::forms::{Section, nine, own_section};
use crate::organisation::Town;
use crate::past::Past;

/// Registers the contracts of the administrator's section.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(30), nine()).await?;
    let asked = cx.city().in_force(Rule::OutsourcingClauses, cx.today());
    let (Some(_), Some(section)) = (asked, own_section(town, administrator)) else {
        return Ok(());
    };
    let upkeep = contract(
        "窓口予約システムの保守",
        "障害の対応、月次の点検及び更新の適用",
        (past.day(29), past.day(-150)),
        "第12条から第16条まで",
        "第12条 乙は、業務上知り得た個人情報を他に漏らしてはならない。\n\
         第13条 乙は、個人情報を目的外に利用し、又は第三者に提供してはならない。\n\
         第14条 乙は、甲の承諾なく個人情報を複製してはならない。\n\
         第15条 乙は、契約が終了したときは、個人情報を返還し、又は廃棄する。\n\
         第16条 乙は、事故が生じたときは、直ちに甲に報告する。",
    );
    let id = add(past, section, upkeep).await?;
    let _ = outsourcing::conclude(&cx, id, 1, cx.today()).await?;
    let next = contract(
        "文書管理システムの更新",
        "設計、構築及びデータの移行",
        (past.day(-30), past.day(-200)),
        "",
        "",
    );
    add(past, section, next).await?;
    Ok(())
}

fn contract(
    title: &str,
    work: &str,
    days: (Date, Date),
    articles: &str,
    text: &str,
) -> ContractForm {
    ContractForm {
        title: title.to_owned(),
        contractor: "株式会社みらいシステム".to_owned(),
        work: work.to_owned(),
        days,
        articles: articles.to_owned(),
        text: text.to_owned(),
        files: Vec::new(),
    }
}

async fn add(past: &Past, section: Section, form: ContractForm) -> Result<ContractId, Fault> {
    let cx = past.act(section.head, past.day(30), nine()).await?;
    Ok(*outsourcing::add(&cx, section.unit, form).await?)
}
