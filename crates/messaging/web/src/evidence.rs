//! Words that were taken down, for whoever may see them: whose they were, and who took them down and why.

use maud::{Markup, html};
use yakusho_messaging::{Authorship, Removal};
use yakusho_webkit::ui::{Alert, definitions, moment};
use yakusho_webkit::{Answer, Visit};

use crate::names::{Names, people_in};

yakusho_webkit::texts! {
    /// What is said around words that were taken down.
    pub(crate) enum Text {
        See: "元の内容を見る(記録されます)" / "See the words (on record)";
        Note: "削除された元の内容です。閲覧したことは記録されました。" / "These are the words that were taken down. That you looked at them is on record.";
        WrittenBy: "作成者" / "Written by";
        RemovedBy: "削除した人" / "Taken down by";
        RemovedWhy: "削除の理由" / "Reason";
    }
}

/// What stands above the words.
pub(crate) async fn about(
    visit: &Visit,
    by: Authorship,
    removal: Option<&Removal>,
) -> Answer<Markup> {
    let lang = visit.lang;
    let remover = removal.map(|removal| removal.by);
    let names = Names::of(visit, people_in(by).into_iter().chain(remover)).await?;
    let mut facts = vec![(Text::WrittenBy, html! { (names.author(by)) })];
    if let Some(removal) = removal {
        let by = names.name(removal.by);
        let when = moment(lang, removal.at.local());
        facts.push((Text::RemovedBy, html! { (by) " " (when) }));
        if let Some(reason) = &removal.reason {
            facts.push((Text::RemovedWhy, html! { (reason) }));
        }
    }
    let facts = facts.into_iter().map(|(text, what)| (text.to(lang), what));
    Ok(html! {
        (Alert::warning(lang, Text::Note.to(lang)))
        (definitions(facts))
    })
}
