//! What the facts are called that acts leave in the trail: those of accounts, of the audit trail and of the kernel.

use yakusho_webkit::Named;

/// The facts. What is not here is called as the thing of that kind.
pub(crate) const FACTS: [(&str, Named); 37] = [
    ("accounts", ("アカウントの数", "Accounts")),
    ("added", ("追加した記録の数", "Rows added")),
    ("also", ("あわせて適用された規則", "Other rules applied")),
    ("approved", ("承認したか", "Approved")),
    ("asked", ("照会した数", "Asked")),
    ("breach", ("該当する事項", "What was found")),
    ("cause", ("終了の原因", "Why it was closed")),
    ("day", ("日付", "Day")),
    ("digest", ("版の照合値", "Digest of the version")),
    ("effective_on", ("適用日", "In force from")),
    ("ends_at", ("終了の日時", "Ends at")),
    ("faults", ("誤りの数", "Faults")),
    ("from", ("変更前又は開始", "From")),
    ("function", ("機能", "Function")),
    ("item", ("該当する号", "Item")),
    ("kind", ("種類", "Kind")),
    ("moved", ("異動した職員の数", "People moved")),
    ("number", ("版の番号", "Number of the version")),
    ("on", ("有効にしたか", "Switched on")),
    ("on_behalf", ("誰の代理か", "On whose behalf")),
    ("permission", ("権限", "Permission")),
    ("reminders", ("通知の数", "Reminders")),
    ("repeated", ("再度照会した数", "Asked again")),
    ("rows", ("記録の数", "Rows")),
    ("sessions", ("ログインの数", "Sessions")),
    ("staff", ("職員の数", "People")),
    ("starts_at", ("開始の日時", "Begins at")),
    ("state", ("状態", "State")),
    ("superseded", ("置き換えた記録の数", "Rows superseded")),
    ("suspension", ("IDの停止", "Suspension")),
    ("to", ("変更後又は対象", "To")),
    ("tokens", ("APIトークンの数", "API tokens")),
    ("version", ("保存された版", "Version kept")),
    ("why", ("拒否の理由", "Why it was refused")),
    ("withdrawn", ("取り下げた数", "Withdrawn")),
    ("word", ("開庁・閉庁の別", "Open or closed")),
    (
        "written_at",
        ("実際に記録した日時(協定世界時)", "Really written (UTC)"),
    ),
];

#[cfg(test)]
mod tests {
    use super::super::THINGS;
    use super::FACTS;
    use crate::sources::declared;

    #[test]
    fn every_fact_has_words() {
        let mut facts = declared(".with(\"", '"');
        facts.extend(declared("detail.insert(\"", '"'));
        assert!(facts.len() > 40, "{} facts", facts.len());
        for fact in facts {
            let named = FACTS.iter().chain(&THINGS).any(|(name, _)| *name == fact);
            assert!(named, "{fact} has no words");
        }
    }
}
