//! What codes and notices about one's own account say.

use time::Date;
use time::macros::format_description;
use yakusho_accounts::notices;
use yakusho_kernel::{NoticeRow, ProxyKind};
use yakusho_webkit::{Lang, Told, Words, text};

use super::{ACCOUNT, DELEGATIONS, PASSWORD, SECURITY};
use crate::sign_in::USAGE;
use crate::terms;

yakusho_webkit::texts! {
    /// Why something is refused, and what one is told.
    enum Text {
        WrongPassword: "現在のパスワードが正しくありません。" / "The current password is not right.";
        Guessable: "推測されやすいパスワードです。氏名や日付、よく使われる言葉を避け、関係のない言葉をいくつか組み合わせてください。" / "This password is easily guessed. Avoid names, dates and common words; combine a few unrelated words.";
        UsedBefore: "最近使ったパスワードです。別のパスワードにしてください。" / "You used this password recently. Choose another.";
        Differ: "2回入力した新しいパスワードが一致しません。" / "The new password was not entered the same way twice.";
        WrongAppCode: "確認コードが正しくありません。アプリに表示されている新しいコードを入力してください。" / "The code is not right. Enter the newest code that the app shows.";
        WrongCode: "確認コード又は回復コードが正しくないか、すでに使われています。アプリに表示されている新しい確認コードか、まだ使っていない回復コードを入力してください。" / "The code is not right, or was used before. Enter the newest code that the app shows, or a recovery code that was not used yet.";
        AlreadyOn: "認証アプリは、すでに設定されています。" / "An authenticator app is set up already.";
        PasskeysNotSetUp: "このサーバーでは、まだパスキーを使えません。システム管理者に連絡してください。" / "Passkeys cannot be used on this server yet. Tell the system administrator.";
        PasskeysElsewhere: "このアドレスでは、パスキーを使えません。アカウントのセキュリティの画面に表示されたアドレスで開いてください。" / "Passkeys cannot be used at this address. Open the site at the address that the page about your account's security names.";
        PasskeyNotMade: "パスキーを確かめられませんでした。もう一度はじめから追加してください。" / "The passkey could not be checked. Add it once more from the start.";
        PasskeyTooLate: "時間が経過したか、すでに登録されています。はじめからやり直してください。" / "It took too long, or was added already. Start again.";
        TooManyPasskeys: "パスキーは20個までです。使わないものを削除してください。" / "There can be 20 passkeys at most. Remove one that you do not use.";
        TooFar: "許される期間より先の日付です。" / "The day is further ahead than is allowed.";
        OwnerOnly: "本人だけができる操作です。代理やAPIトークンではできません。" / "Only the owner can do this, in person and signed in; not on somebody's behalf, nor by an API token.";
        InPerson: "利用上の決まりの確認は、本人だけができます。代理ではできません。" / "Usage rules are confirmed in person, not on somebody's behalf.";
        NotByProxy: "職務の分担は、電子計算組織総括管理者が自ら設定します。代理ではできません。" / "Duties are shared out by the general manager of computing in person, not on their behalf.";
        AdminScope: "管理の権限を持つトークンは、システム管理者と総括責任者だけが作れます。" / "Only the system administrator and the supervisor make tokens that administer.";
        OneTime: "仮パスワードでログインしています。先にパスワードを変更してください。" / "You signed in with a one-time password. Change it first.";
        TooOld: "パスワードの変更期限を過ぎています。先にパスワードを変更してください。" / "Your password must be changed first: it is older than is allowed.";
        UsageUnread: "利用上の決まりが新しくなりました。先に内容を確認してください。" / "The rules of use are new. Take note of them first.";
        NotInForce: "適用中の版が変わりました。画面を開き直してください。" / "Another version is in force now. Open the page again.";
        NoDuties: "事務の指定は「職務の分担」のときだけ必要です。" / "Duties are chosen for shared duties alone.";
        SecretaryOfPerson: "秘書代行は、職ではなく人に対して設定します。" / "A secretary stands in for a person, not for a post.";
        NotEmployed: "在職していない職員です。" / "This person is not employed on that day.";
        Themself: "本人を代理人にすることはできません。" / "Nobody can stand in for themselves.";
        HolderAtWork: "在職者がいるあいだは、本人だけが代理を設定できます。上位の所属長とシステム管理者は、欠員または休職などのあいだだけ設定できます。" / "While somebody is at work in the post, they alone can set this up. The head of a unit above and the system administrator can while it is vacant or its holder is away.";
        AlreadyDelegated: "同じ種類の代理が、この人に、この期間の全部または一部で、すでに設定されています。" / "They stand in by this kind already on some of these days.";
        ToThemself: "ほかの人や職の代理を、自分自身に設定することはできません。" / "Nobody can make themselves stand in for somebody else or for a post.";
        WatchesThemself: "互いを確かめる2つの役割を、同じ人が持つことになります。" / "One person would have two roles of which one watches the other.";
        SupervisorsAccount: "システム管理者を監督する人のIDです。パスワードと2段階認証の再設定は、サーバーの運用者が行います。在任中は、利用を終了できません。" / "This is the ID of the one who watches the system administrator. The operator of the server resets its password and two-step sign-in; it cannot be closed while they are in office.";
        Superior: "本人、上位の所属長、またはシステム管理者だけができます。" / "Only the person, the head of a unit above, or the system administrator can do this.";
        NotDelegated: "この人の代理として操作することはできません。代理の期間や種類を確かめてください。" / "You cannot act on this person's behalf. Check for how long and in which way you stand in.";
        Circle: "グループが自分自身を含むことになります。" / "The group would be within itself.";
        OwnUnit: "自分が属する所属についてだけできます。" / "This can be done for a unit of one's own alone.";
        SectionHead: "課長だけに分担させることができます。" / "Duties are shared out to heads of sections alone.";

        PasswordChanged: "パスワードが変更されました。心当たりがないときは、すぐにシステム管理者へ連絡してください。" / "Your password was changed. If it was not you, tell the system administrator at once.";
        PasswordEnds { day: String }: "パスワードの変更期限は{day}です。" / "Your password must be changed by {day}.";
        PasswordSuggested { day: String }: "{day}に設定したパスワードの変更をお勧めします。" / "Consider changing your password, which you set on {day}.";
        FactorOn: "ログインのときに、認証アプリの確認コードを尋ねるようになりました。" / "Signing in asks for a code from your app from now on.";
        AppOff: "認証アプリの確認コードが無効になりました。心当たりがないときは、すぐにシステム管理者へ連絡してください。" / "Codes from your app are no longer asked for. If it was not you, tell the system administrator at once.";
        RecoveryCodeUsed: "回復コードを使ったログインがありました。心当たりがないときは、すぐにシステム管理者へ連絡してください。" / "Somebody signed in with one of your recovery codes. If it was not you, tell the system administrator at once.";
        PasskeyAdded { name: String }: "パスキー「{name}」が追加されました。心当たりがないときは、すぐにシステム管理者へ連絡してください。" / "The passkey “{name}” was added. If it was not you, tell the system administrator at once.";
        PasskeyRemoved { name: String }: "パスキー「{name}」が削除されました。心当たりがないときは、すぐにシステム管理者へ連絡してください。" / "The passkey “{name}” was removed. If it was not you, tell the system administrator at once.";
        FactorOff: "2段階認証が無効になりました。心当たりがないときは、すぐにシステム管理者へ連絡してください。" / "Two-step sign-in was turned off. If it was not you, tell the system administrator at once.";
        StandsIn { delegate: String, principal: String, kind: String }: "{delegate}が{principal}の代理({kind})に設定されました。" / "{delegate} was set up to stand in for {principal} ({kind}).";
        NewPlace { agent: String, address: String }: "新しい場所からログインがありました({agent}、{address})。" / "Somebody signed in from a new place ({agent}, {address}).";
        UsageToNote { number: i64 }: "利用内容及び利用方法(第{number}版)を確認してください。" / "Take note of the usage rules (version {number}).";
        AccountEnds { login: String, day: String }: "ID「{login}」の利用期限は{day}です。" / "Your ID “{login}” can be used until {day}.";
        Lifted: "IDの停止が解除されました。" / "The suspension of your ID was lifted.";
    }
}

/// The words of codes, acts and notices.
pub(crate) fn words() -> Words {
    tells(codes()).acts([(
        "session.act_for",
        (
            "代理としての操作の開始・終了",
            "Acting on another's behalf begun or ended",
        ),
    )])
}

fn codes() -> Words {
    Words::default()
        .code("wrong_password", |lang| Text::WrongPassword.to(lang))
        .code("password_guessable", |lang| Text::Guessable.to(lang))
        .code("password_used_before", |lang| Text::UsedBefore.to(lang))
        .code("passwords_differ", |lang| Text::Differ.to(lang))
        .code("wrong_app_code", |lang| Text::WrongAppCode.to(lang))
        .code("wrong_code", |lang| Text::WrongCode.to(lang))
        .code("passkeys_elsewhere", |lang| {
            Text::PasskeysElsewhere.to(lang)
        })
        .code("second_factor_on", |lang| Text::AlreadyOn.to(lang))
        .code("passkeys_not_set_up", |lang| {
            Text::PasskeysNotSetUp.to(lang)
        })
        .code("passkey_not_made", |lang| Text::PasskeyNotMade.to(lang))
        .code("passkey_came_too_late", |lang| {
            Text::PasskeyTooLate.to(lang)
        })
        .code("too_many_passkeys", |lang| Text::TooManyPasskeys.to(lang))
        .code("further_than_allowed", |lang| Text::TooFar.to(lang))
        .code("owner", |lang| Text::OwnerOnly.to(lang))
        .code("not_by_proxy", |lang| Text::InPerson.to(lang))
        .code("proxy", |lang| Text::NotByProxy.to(lang))
        .code("scope", |lang| Text::AdminScope.to(lang))
        .code("one_time_password", |lang| Text::OneTime.to(lang))
        .code("password_too_old", |lang| Text::TooOld.to(lang))
        .code("usage_rules_unread", |lang| Text::UsageUnread.to(lang))
        .code("not_in_force", |lang| Text::NotInForce.to(lang))
        .code("no_shared_duties", |lang| Text::NoDuties.to(lang))
        .code("secretary_of_a_person", |lang| {
            Text::SecretaryOfPerson.to(lang)
        })
        .code("not_employed", |lang| Text::NotEmployed.to(lang))
        .code("themself", |lang| Text::Themself.to(lang))
        .code("holder_at_work", |lang| Text::HolderAtWork.to(lang))
        .code("already_delegated", |lang| Text::AlreadyDelegated.to(lang))
        .code("to_themself", |lang| Text::ToThemself.to(lang))
        .code("watches_themself", |lang| Text::WatchesThemself.to(lang))
        .code("supervisors_account", |lang| {
            Text::SupervisorsAccount.to(lang)
        })
        .code("superior", |lang| Text::Superior.to(lang))
        .code("not_delegated", |lang| Text::NotDelegated.to(lang))
        .code("group_circle", |lang| Text::Circle.to(lang))
        .code("unit", |lang| Text::OwnUnit.to(lang))
        .code("section_head", |lang| Text::SectionHead.to(lang))
}

fn tells(words: Words) -> Words {
    words
        .notice(notices::PASSWORD_CHANGED, |_, lang| {
            told(&Text::PasswordChanged, lang, SECURITY)
        })
        .notice(notices::PASSWORD_ENDS, |notice, lang| {
            let day = day(notice, "last_day", lang);
            told(&Text::PasswordEnds { day }, lang, PASSWORD)
        })
        .notice(notices::PASSWORD_CHANGE_SUGGESTED, |notice, lang| {
            let day = day(notice, "set_on", lang);
            told(&Text::PasswordSuggested { day }, lang, PASSWORD)
        })
        .notice(notices::SECOND_FACTOR_ON, |_, lang| {
            told(&Text::FactorOn, lang, SECURITY)
        })
        .notice(notices::APP_OFF, |_, lang| {
            told(&Text::AppOff, lang, SECURITY)
        })
        .notice(notices::RECOVERY_CODE_USED, |_, lang| {
            told(&Text::RecoveryCodeUsed, lang, SECURITY)
        })
        .notice(notices::PASSKEY_ADDED, |notice, lang| {
            let name = notice.text("name");
            told(&Text::PasskeyAdded { name }, lang, SECURITY)
        })
        .notice(notices::PASSKEY_REMOVED, |notice, lang| {
            let name = notice.text("name");
            told(&Text::PasskeyRemoved { name }, lang, SECURITY)
        })
        .notice(notices::SECOND_FACTOR_OFF, |_, lang| {
            told(&Text::FactorOff, lang, SECURITY)
        })
        .notice(notices::DELEGATION_SET_UP, |notice, lang| {
            let kind = ProxyKind::from_code(&notice.text("kind"));
            let text = Text::StandsIn {
                delegate: notice.text("delegate"),
                principal: notice.text("principal"),
                kind: kind.map_or_else(String::new, |kind| terms::proxy(lang, kind).into_owned()),
            };
            told(&text, lang, DELEGATIONS)
        })
        .notice(notices::SIGNED_IN_FROM_NEW_PLACE, |notice, lang| {
            let (agent, address) = (notice.text("agent"), notice.text("address"));
            told(&Text::NewPlace { agent, address }, lang, SECURITY)
        })
        .notice(notices::USAGE_TO_NOTE, |notice, lang| {
            let number = notice.params["number"].as_i64().unwrap_or_default();
            told(&Text::UsageToNote { number }, lang, USAGE)
        })
        .notice(notices::ACCOUNT_ENDS, |notice, lang| {
            let (login, day) = (notice.text("login"), day(notice, "ends_on", lang));
            told(&Text::AccountEnds { login, day }, lang, ACCOUNT)
        })
        .notice(notices::SUSPENSION_LIFTED, |_, lang| {
            told(&Text::Lifted, lang, ACCOUNT)
        })
}

fn told(text: &Text, lang: Lang, href: &str) -> Told {
    Told::of(text.to(lang), href)
}

/// A day among the parameters, as people write it.
pub(crate) fn day(notice: &NoticeRow, name: &str, lang: Lang) -> String {
    let written = notice.text(name);
    let parsed = Date::parse(&written, format_description!("[year]-[month]-[day]"));
    parsed.map_or(written, |date| text::day(lang, date))
}
