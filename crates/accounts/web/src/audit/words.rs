//! What acts and things are called. What has no words is shown by its code.

use std::borrow::Cow;

use yakusho_audit::Entry;
use yakusho_regulation::{Citation, Role, Rule};
use yakusho_webkit::ui::{Tag, Tone};
use yakusho_webkit::{Lang, Named, Visit};

use super::texts::Text;

/// The codes of outcomes, in order of display.
pub(super) const OUTCOMES: [&str; 3] = ["done", "refused", "read"];

/// The acts of accounts, of the audit trail and of the web's gate.
pub(crate) const ACTS: [(&str, Named); 79] = [
    ("account.", ("アカウント", "Accounts")),
    (
        "account.bootstrap",
        ("最初の管理者の登録", "First administrator set up"),
    ),
    ("account.close", ("アカウントの終了", "Account closed")),
    (
        "account.end",
        (
            "終期によるアカウントの終了",
            "Account ended by its end date",
        ),
    ),
    (
        "account.export",
        ("アカウントの書出し", "Accounts exported"),
    ),
    (
        "account.import",
        ("アカウントの一括登録", "Accounts imported"),
    ),
    ("account.list", ("アカウントの一覧", "Accounts listed")),
    (
        "account.list_sharing",
        ("共用の許可の一覧", "Permissions to share listed"),
    ),
    ("account.open", ("アカウントの開設", "Account opened")),
    (
        "account.permit_sharing",
        ("アカウントの共用の許可", "Sharing permitted"),
    ),
    ("account.remind", ("終期の予告", "Coming end announced")),
    (
        "account.reopen",
        ("アカウントの再開", "Account opened again"),
    ),
    ("account.set_lang", ("表示言語の変更", "Language chosen")),
    ("account.set_login", ("IDの変更", "ID changed")),
    ("account.set_terms", ("利用期間の変更", "Terms changed")),
    (
        "account.withdraw_sharing",
        ("共用の許可の取消し", "Permission to share withdrawn"),
    ),
    ("api_token.", ("APIトークン", "API tokens")),
    ("api_token.look", ("APIトークンの一覧", "Tokens listed")),
    ("api_token.make", ("APIトークンの発行", "Token made")),
    ("api_token.revoke", ("APIトークンの失効", "Token revoked")),
    (
        "api_token.revoke_for",
        ("他の職員のAPIトークンの失効", "Another's token revoked"),
    ),
    ("appointment.", ("任用", "Appointments")),
    ("appointment.appoint", ("発令(個別)", "Appointed")),
    (
        "appointment.correct",
        ("発令の訂正", "Appointment corrected"),
    ),
    ("appointment.end", ("発令の終了", "Appointment ended")),
    ("audit.", ("監査記録", "Audit trail")),
    ("audit.export", ("監査記録の書出し", "Trail exported")),
    ("audit.look", ("監査記録の閲覧", "Entry looked at")),
    ("audit.search", ("監査記録の検索", "Trail searched")),
    ("calendar.", ("閉庁日", "Closed days")),
    (
        "calendar.look_up",
        ("閉庁日の閲覧", "Closed days looked up"),
    ),
    ("calendar.set", ("閉庁日の登録", "Closed day set")),
    (
        "calendar.withdraw",
        ("閉庁日の取消し", "Closed day taken back"),
    ),
    ("delegation.", ("代理", "Delegations")),
    ("delegation.revoke", ("代理の取消し", "Delegation revoked")),
    ("delegation.set_up", ("代理の設定", "Delegation set up")),
    ("directory.look_up", ("職員の検索", "Directory searched")),
    ("function.", ("機能と権限", "Functions and permissions")),
    ("ledger.found", ("組織の取込み", "Organisation taken in")),
    ("leaver.", ("利用の終了の報告", "Leavers")),
    ("order.", ("人事発令", "Personnel orders")),
    ("order.apply", ("発令の適用", "Order applied")),
    ("order.draft", ("発令の作成", "Order drafted")),
    ("order.fail", ("発令の適用の失敗", "Order failed")),
    ("order.look", ("発令の閲覧", "Order looked at")),
    ("order.revise", ("発令の修正", "Order revised")),
    ("order.schedule", ("発令の予約", "Order scheduled")),
    ("order.undo", ("発令の取消し", "Order undone")),
    ("order.withdraw", ("発令の取下げ", "Order withdrawn")),
    ("organisation.", ("組織", "Organisation")),
    ("organisation.close_post", ("職の廃止", "Post closed")),
    ("organisation.close_unit", ("所属の廃止", "Unit closed")),
    ("organisation.edit_post", ("職の変更", "Post edited")),
    ("organisation.edit_unit", ("所属の変更", "Unit edited")),
    ("organisation.found_post", ("職の設置", "Post founded")),
    ("organisation.found_unit", ("所属の設置", "Unit founded")),
    ("password.", ("パスワード", "Passwords")),
    ("password.change", ("パスワードの変更", "Password changed")),
    (
        "password.issue",
        ("仮パスワードの発行", "One-time password issued"),
    ),
    (
        "password.remind",
        ("パスワードの期限の予告", "Password's end announced"),
    ),
    (
        "registration.",
        ("登録情報の承認", "Approvals of registrations"),
    ),
    ("second_factor.", ("二段階認証", "Second factor")),
    (
        "second_factor.begin",
        ("二段階認証の設定の開始", "Second factor begun"),
    ),
    (
        "second_factor.confirm",
        ("二段階認証の有効化", "Second factor confirmed"),
    ),
    (
        "second_factor.remove",
        ("二段階認証の解除", "Second factor removed"),
    ),
    (
        "second_factor.remove_for",
        (
            "他の職員の二段階認証の解除",
            "Another's second factor removed",
        ),
    ),
    (
        "second_factor.renew_codes",
        ("回復コードの再発行", "Recovery codes renewed"),
    ),
    ("session.", ("サインイン", "Sessions")),
    ("session.end", ("セッションの終了", "Session ended")),
    (
        "session.end_all_of",
        ("セッションの一斉終了", "All sessions ended"),
    ),
    ("session.sign_in", ("サインイン", "Signed in")),
    ("staff.", ("職員", "Staff")),
    ("staff.edit", ("職員の情報の変更", "Person edited")),
    ("staff.set_status", ("在職状況の変更", "Status set")),
    ("staff.take_on", ("職員の採用", "Person taken on")),
    ("suspension.", ("IDの停止", "Suspensions")),
    ("usage.", ("利用上の決まり", "Usage rules")),
    ("web.", ("画面", "Pages")),
    ("web.enter", ("画面又はAPIへの入場", "Page or API entered")),
];

/// The things of accounts and of the kernel.
pub(crate) const THINGS: [(&str, Named); 18] = [
    ("account", ("アカウント", "Account")),
    ("api_token", ("APIトークン", "API token")),
    ("appointment", ("任用", "Appointment")),
    ("audit.entry", ("監査記録", "Audit entry")),
    ("calendar.own_day", ("閉庁日", "Closed day")),
    ("delegation", ("代理", "Delegation")),
    ("grant", ("権限", "Grant")),
    ("group", ("グループ", "Group")),
    ("order", ("人事発令", "Personnel order")),
    ("person", ("職員", "Person")),
    ("post", ("職", "Post")),
    (
        "registration_approval",
        ("登録情報の承認", "Approval of a registration"),
    ),
    ("session", ("セッション", "Session")),
    ("sharing", ("共用の許可", "Permission to share")),
    ("sign_in", ("サインイン", "Sign-in")),
    ("suspension", ("IDの停止", "Suspension")),
    ("unit", ("所属", "Unit")),
    ("usage_rules", ("利用上の決まり", "Usage rules")),
];

/// What an act is called.
pub(super) fn act(visit: &Visit, name: &str) -> String {
    let words = visit.site().words().of_act(name, visit.lang);
    words.unwrap_or(name).to_owned()
}

/// What a kind of thing is called.
pub(super) fn thing<'w>(visit: &'w Visit, kind: &'w str) -> &'w str {
    visit
        .site()
        .words()
        .of_thing(kind, visit.lang)
        .unwrap_or(kind)
}

/// What an outcome is called.
pub(super) fn outcome_words(lang: Lang, code: &str) -> Cow<'static, str> {
    match code {
        "done" => Text::Done.to(lang),
        "refused" => Text::Refused.to(lang),
        "read" => Text::Read.to(lang),
        other => other.to_owned().into(),
    }
}

/// An outcome as a tag.
pub(super) fn outcome(lang: Lang, code: &str) -> Tag {
    let tone = match code {
        "done" => Tone::Success,
        "refused" => Tone::Error,
        _ => Tone::Neutral,
    };
    Tag::new(tone, outcome_words(lang, code))
}

/// The rule and the article of an entry, in words; none where it rests on no rule.
pub(super) fn ground(visit: &Visit, entry: &Entry) -> Option<String> {
    let rule = Rule::from_id(entry.rule.as_deref()?)?;
    let citation: Citation = entry.citation.as_deref()?.parse().ok()?;
    Some(visit.cx.city().cite(rule, &citation, visit.lang))
}

/// The title of the role in which it was done.
pub(super) fn role(visit: &Visit, entry: &Entry) -> Option<String> {
    let role = Role::from_id(entry.role.as_deref()?)?;
    let binding = visit.cx.city().role(role, entry.at.date())?;
    Some(binding.title(visit.lang).to_owned())
}
