//! Who does the work on a system and bears its cost, on its page, and the other divisions that all four consented to.

use std::borrow::Cow;
use std::collections::HashMap;

use maud::{Markup, html};
use yakusho_compliance::division::{self, Division, DivisionKind, Part};
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::System;
use yakusho_kernel::UnitId;
use yakusho_webkit::ui::{Cell, Column, Table, prose, section, short_day};
use yakusho_webkit::{Answer, Lang, Visit, Words};

use super::units;

/// The most divisions that the page of a system lists.
const LISTED: usize = 50;

yakusho_webkit::texts! {
    enum Text {
        Work: "開発及び維持管理の区分" / "Division of the work";
        Cost: "経費を負担する課" / "Bears the cost";
        Share { section: String, share: u32 }: "{section} {share}%" / "{section} {share}%";
        Agreed: "協議により定めた区分" / "Other divisions agreed on";
        What: "区分" / "Division";
        Sections: "課と割合" / "Sections and shares";
        From: "適用日" / "From";
        Reason: "内容・理由" / "What, and why";
        CostDivided: "経費の負担" / "Cost";
        WorkDivided: "開発及び維持管理" / "Work";

        SharesNotWhole: "割合の合計を100パーセントにしてください。" / "The shares must add up to 100 per cent.";
        ConsentsMissing: "デジタル推進課長、財政課長及び情報管理責任者の協議がまだそろっていません。" / "The heads of the digital and of the finance section and the manager have not all agreed yet.";
        NotYourSystem: "自分の課が開発及び維持管理を行うシステムを選んでください。" / "Choose a system that your section develops and maintains.";
    }
}

/// The words of every code of divisions.
pub(crate) fn words() -> Words {
    Words::default()
        .code("shares_not_whole", |lang| Text::SharesNotWhole.to(lang))
        .code("consents_missing", |lang| Text::ConsentsMissing.to(lang))
        .code("not_your_system", |lang| Text::NotYourSystem.to(lang))
        .things([("compliance.division", ("別の区分", "Another division"))])
}

/// What the page of a system says first of who does and pays for what; nothing where the city asks for nothing.
pub(super) async fn facts(
    visit: &Visit,
    system: &System,
) -> Answer<Vec<(Cow<'static, str>, Markup)>> {
    let lang = visit.lang;
    if !division::asked(&visit.cx) {
        return Ok(Vec::new());
    }
    let standing = division::standing(&visit.cx, system).await?;
    let work = standing.work.iter().flat_map(|work| &work.parts);
    let every = standing.cost.iter().chain(work).map(|part| part.section);
    let names = units(visit, every).await?;
    let mut facts = Vec::new();
    if let Some(work) = &standing.work {
        let said = html! { (shared(lang, &work.parts, &names)) (prose(&work.text)) };
        facts.push((Text::Work.to(lang), said));
    }
    let cost = shared(lang, &standing.cost, &names);
    facts.push((Text::Cost.to(lang), html! { (cost) }));
    Ok(facts)
}

/// The divisions of a system that all four consented to, the last first.
pub(super) async fn agreed(visit: &Visit, id: SystemId) -> Answer<Markup> {
    let lang = visit.lang;
    if !division::asked(&visit.cx) {
        return Ok(html! {});
    }
    let found = division::of_system(&visit.cx, id, None, LISTED)
        .await?
        .items;
    let every = found.iter().flat_map(|one| &one.parts);
    let names = units(visit, every.map(|part| part.section)).await?;
    let columns = [Text::What, Text::Sections, Text::From, Text::Reason]
        .map(|text| Column::new(text.to(lang)));
    let rows = found.iter().map(|one| row(lang, one, &names));
    let table = Table::new(Text::Agreed.to(lang), columns).rows(rows);
    Ok(html! { @if !found.is_empty() { (section(Text::Agreed.to(lang), table)) } })
}

fn row(lang: Lang, one: &Division, names: &HashMap<UnitId, String>) -> [Cell; 4] {
    let what = match one.kind {
        DivisionKind::Work => Text::WorkDivided,
        DivisionKind::Cost => Text::CostDivided,
    };
    [
        Cell::from(what.to(lang).into_owned()),
        shared(lang, &one.parts, names).into(),
        short_day(lang, one.from).into(),
        prose(&one.text).into(),
    ]
}

/// The sections that take part, with their shares.
fn shared(lang: Lang, parts: &[Part], names: &HashMap<UnitId, String>) -> String {
    let each = parts.iter().map(|part| {
        let section = names.get(&part.section).cloned().unwrap_or_default();
        match part.share {
            Some(share) => Text::Share { section, share }.to(lang).into_owned(),
            None => section,
        }
    });
    each.collect::<Vec<_>>().join("、")
}
