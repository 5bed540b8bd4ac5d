//! The register of measures as a file.

use std::collections::HashMap;

use yakusho_accounts::directory;
use yakusho_kernel::{Audited, Cx, Fault, UnitId};
use yakusho_regulation::Lang;

use super::model::Noted;
use super::{policy, store};

/// The most lines of a file.
const MOST: usize = 100_000;

const HEADINGS: [&str; 11] = [
    "システム",
    "種類",
    "措置",
    "開始日",
    "課",
    "登録した人",
    "次の見直しの期限",
    "前回の見直し",
    "見直しの結果",
    "終了日",
    "終了の理由",
];

/// What the reader sees of the register, ended measures too, as CSV.
pub async fn export(cx: &Cx) -> Result<Audited<Vec<u8>>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let permit = policy::may_export(cx)?;
    let on = cx.reader();
    let found = store::everything(&on, &scope, MOST).await?;
    let found = store::named(&on, found).await?;
    let units = directory::units(&on, cx.today()).await?;
    let units: HashMap<UnitId, String> = units.into_iter().map(|one| (one.id, one.name)).collect();
    let rows = found.into_iter().map(|row| {
        let measure = row.measure;
        let section = measure.section.and_then(|section| units.get(&section));
        let [reviewed, finding] = noted(measure.reviewed);
        let [ended, reason] = noted(measure.ended);
        [
            row.system,
            measure.kind.rule().title(Lang::Ja).to_owned(),
            measure.text,
            measure.since.to_string(),
            section.cloned().unwrap_or_default(),
            measure.entered.name,
            measure
                .review
                .map(|day| day.to_string())
                .unwrap_or_default(),
            reviewed,
            finding,
            ended,
            reason,
        ]
    });
    let file = yakusho_sheet::file(HEADINGS, rows);
    Ok(cx.disclose(permit, None, file).await?)
}

fn noted(one: Option<Noted>) -> [String; 2] {
    one.map_or_else(Default::default, |one| [one.on.to_string(), one.words])
}
