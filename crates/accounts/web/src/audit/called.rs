//! What acts and things are called: those of accounts, of the audit trail, of the kernel and of the web's gate.

use yakusho_webkit::Named;

/// The acts. One that ends in a full stop stands for all that begin so.
pub(crate) const ACTS: [(&str, Named); 136] = [
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
    (
        "account.link",
        ("ID管理システムとの対応", "Tie to identity management"),
    ),
    ("account.open", ("アカウントの開設", "Account opened")),
    (
        "account.permit_sharing",
        ("アカウントの共用の許可", "Sharing permitted"),
    ),
    ("account.remind", ("終期の予告", "Coming end announced")),
    (
        "account.readmit",
        (
            "管理用のコマンドによる再開",
            "Account opened again at the console",
        ),
    ),
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
    (
        "appointment.make_main",
        ("本務の変更", "Appointment made the main one"),
    ),
    ("audit.", ("監査記録", "Audit trail")),
    ("audit.export", ("監査記録の書出し", "Trail exported")),
    ("audit.look", ("監査記録の閲覧", "Entry looked at")),
    (
        "audit.look_at_heads",
        ("署名票の閲覧", "Signed heads looked at"),
    ),
    (
        "audit.rotate_key",
        ("監査記録の署名鍵の更新", "Signing key of the trail renewed"),
    ),
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
    ("directory.", ("職員の検索", "Directory")),
    ("directory.look_up", ("職員の検索", "Directory searched")),
    ("function.", ("機能と権限", "Functions and permissions")),
    (
        "function.look_up",
        ("機能と権限の一覧", "Functions and grants listed"),
    ),
    (
        "function.switch",
        ("機能の停止又は再開", "Function switched"),
    ),
    ("grant.", ("権限の付与", "Permissions")),
    ("grant.add", ("権限の付与", "Permission granted")),
    ("grant.end", ("権限の付与の終了", "Grant ended")),
    ("group.", ("グループ", "Groups")),
    ("group.delete", ("グループの削除", "Group deleted")),
    ("group.edit", ("グループの変更", "Group edited")),
    ("group.make", ("グループの作成", "Group made")),
    ("leaver.", ("利用の終了の報告", "Leavers")),
    (
        "leaver.answer",
        (
            "利用の確認への回答",
            "Answered whether an account is needed",
        ),
    ),
    (
        "leaver.find",
        ("利用の確認の照会", "Asked whether accounts are needed"),
    ),
    ("leaver.look", ("利用の確認の一覧", "Users to check listed")),
    (
        "leaver.report",
        ("利用が不要になった者の報告", "Leaver reported"),
    ),
    ("ledger.", ("組織の取込み", "Organisation taken in")),
    ("ledger.found", ("組織の取込み", "Organisation taken in")),
    ("mail.", ("通知のメール", "Notices by mail")),
    (
        "mail.ask_address",
        ("通知の送り先の登録", "Address for notices entered"),
    ),
    (
        "mail.confirm_address",
        ("通知の送り先の確認", "Address for notices confirmed"),
    ),
    (
        "mail.look_at_failed",
        ("届かなかったメールの一覧", "Failed mails listed"),
    ),
    (
        "mail.prefer",
        ("通知の設定の変更", "Settings for notices changed"),
    ),
    (
        "mail.remove_address",
        ("通知の送り先の削除", "Address for notices removed"),
    ),
    (
        "maintenance.",
        ("保守とお知らせ", "Maintenance and notices"),
    ),
    (
        "maintenance.act",
        ("保守中の操作", "Act during maintenance"),
    ),
    (
        "maintenance.announce",
        ("保守・お知らせの掲載", "Announced to all"),
    ),
    (
        "maintenance.end",
        ("保守・お知らせの終了", "Announcement ended"),
    ),
    (
        "maintenance.look_up",
        ("保守・お知らせの一覧", "Announcements listed"),
    ),
    (
        "maintenance.set_end",
        (
            "保守・お知らせの終了時刻の変更",
            "End of an announcement set",
        ),
    ),
    ("order.", ("人事発令", "Personnel orders")),
    ("order.apply", ("発令の適用", "Order applied")),
    (
        "order.doubt",
        (
            "予約した発令の誤りの確認",
            "Scheduled order looked at again",
        ),
    ),
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
    (
        "organisation.provision",
        ("外部からの所属の変更", "Units changed by another system"),
    ),
    ("passkey.", ("パスキー", "Passkeys")),
    ("passkey.add", ("パスキーの追加", "Passkey added")),
    ("passkey.begin", ("パスキーの追加の開始", "Passkey begun")),
    ("passkey.remove", ("パスキーの削除", "Passkey removed")),
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
    (
        "registration.decide",
        ("登録情報の承認又は不承認", "Registration approved or not"),
    ),
    (
        "registration.look_up",
        ("登録情報の承認の一覧", "Approvals listed"),
    ),
    ("role.", ("役割", "Roles")),
    (
        "role.refresh",
        ("役割の充て職の更新", "Roles bound to posts anew"),
    ),
    ("second_factor.", ("2段階認証", "Second factor")),
    (
        "second_factor.begin",
        ("認証アプリの設定の開始", "Authenticator app begun"),
    ),
    (
        "second_factor.confirm",
        ("認証アプリの有効化", "Authenticator app confirmed"),
    ),
    (
        "second_factor.remove",
        ("認証アプリの解除", "Authenticator app removed"),
    ),
    (
        "second_factor.remove_for",
        (
            "他の職員の2段階認証の解除",
            "Another's second factor removed",
        ),
    ),
    (
        "second_factor.renew_codes",
        ("回復コードの再発行", "Recovery codes renewed"),
    ),
    ("session.", ("ログイン", "Sessions")),
    (
        "session.act_for",
        ("代理としての操作の開始", "Began to act for another"),
    ),
    (
        "session.ask_code",
        ("2段階目の確認の要求", "Second step asked for"),
    ),
    ("session.end", ("ログインの終了", "Session ended")),
    (
        "session.end_all_of",
        ("ログインの一斉終了", "All sessions ended"),
    ),
    ("session.go_on", ("ログインの継続", "Session gone on with")),
    ("session.look", ("ログイン履歴の閲覧", "Sessions looked at")),
    ("session.renew", ("セッションの更新", "Session renewed")),
    ("session.resume", ("セッションの再開", "Session resumed")),
    ("session.sign_in", ("ログイン", "Signed in")),
    (
        "session.sign_in_by_provider",
        (
            "認証サーバーによるログイン",
            "Signed in by the sign-in service",
        ),
    ),
    ("staff.", ("職員", "Staff")),
    ("staff.edit", ("職員の情報の変更", "Person edited")),
    (
        "staff.renew_keys",
        ("職員の検索の更新", "Search for people renewed"),
    ),
    ("staff.set_status", ("在職状況の変更", "Status set")),
    ("staff.take_on", ("職員の採用", "Person taken on")),
    ("suspension.", ("IDの停止", "Suspensions")),
    ("suspension.lift", ("IDの停止の解除", "Suspension lifted")),
    ("suspension.look", ("IDの停止の一覧", "Suspensions listed")),
    ("suspension.suspend", ("IDの停止", "ID suspended")),
    ("usage.", ("利用上の決まり", "Usage rules")),
    (
        "usage.acknowledge",
        ("利用上の決まりの確認", "Usage rules acknowledged"),
    ),
    (
        "usage.follow",
        (
            "利用上の決まりの確認状況の閲覧",
            "Acknowledgements looked at",
        ),
    ),
    ("usage.issue", ("利用上の決まりの制定", "Usage rules made")),
    (
        "usage.withdraw",
        ("利用上の決まりの取下げ", "Usage rules withdrawn"),
    ),
    ("web.", ("画面", "Pages")),
    ("web.enter", ("画面又はAPIへの入場", "Page or API entered")),
];

/// The kinds of things.
pub(crate) const THINGS: [(&str, Named); 29] = [
    ("account", ("アカウント", "Account")),
    ("announcement", ("保守・お知らせ", "Announcement to all")),
    ("api_token", ("APIトークン", "API token")),
    ("appointment", ("任用", "Appointment")),
    ("audit.entry", ("監査記録", "Audit entry")),
    ("calendar.own_day", ("閉庁日", "Closed day")),
    ("delegation", ("代理", "Delegation")),
    ("delivery", ("処理の受渡し", "Delivery")),
    ("grant", ("権限", "Grant")),
    ("group", ("グループ", "Group")),
    ("job_run", ("夜間の処理", "Run of a job")),
    ("leaver_case", ("利用の確認", "User to check")),
    ("ledger.row", ("組織の記録", "Row of the organisation")),
    ("mail", ("通知のメール", "Mail with notices")),
    ("notice", ("通知", "Notification")),
    ("order", ("人事発令", "Personnel order")),
    ("passkey", ("パスキー", "Passkey")),
    ("person", ("職員", "Person")),
    ("post", ("職", "Post")),
    (
        "registration_approval",
        ("登録情報の承認", "Approval of a registration"),
    ),
    ("request", ("画面又はAPIの要求", "Request")),
    ("session", ("ログイン", "Session")),
    (
        "session.unsent",
        ("送信待ちの内容", "Form to be sent again"),
    ),
    ("sharing_permission", ("共用の許可", "Permission to share")),
    ("sign_in", ("ログイン", "Sign-in")),
    ("suspension", ("IDの停止", "Suspension")),
    ("unit", ("所属", "Unit")),
    ("usage_rules", ("利用上の決まり", "Usage rules")),
    ("version", ("版", "Version")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::declared;

    fn has(names: &[(&str, Named)], name: &str) -> bool {
        names.iter().any(|(known, _)| *known == name)
    }

    #[test]
    fn every_act_has_words_and_stands_in_a_group() {
        let acts = declared("Act::new(\"", '"');
        assert!(acts.len() > 80, "{} acts", acts.len());
        for act in acts {
            assert!(has(&ACTS, &act), "{act} has no words");
            let (group, _) = act.split_once('.').unwrap();
            assert!(has(&ACTS, &format!("{group}.")), "{group}. has no words");
        }
    }

    #[test]
    fn every_thing_has_words() {
        let things = declared("Id = \"", '"');
        assert!(things.len() > 20, "{} things", things.len());
        for thing in things {
            assert!(has(&THINGS, &thing), "{thing} has no words");
        }
    }
}
