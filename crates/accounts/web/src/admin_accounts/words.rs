//! What codes and notices of accounts say.

use yakusho_accounts::notices;
use yakusho_kernel::NoticeRow;
use yakusho_webkit::{Lang, Told, Words};

use super::{LEAVERS, PAGE};

yakusho_webkit::texts! {
    /// Why something is refused, and what one is told.
    enum Word {
        NotAnId: "IDは、空白を含めずに64文字以内で入力してください。" / "An ID has up to 64 characters and no spaces.";
        Closed: "このアカウントは終了しています。" / "This account is closed.";
        NotClosed: "このアカウントは終了していません。" / "This account is not closed.";
        HasAccount: "この職員には、すでにアカウントがあります。" / "This person has an account already.";
        NotPermitted: "共用が許可されていません。有効な許可を選び、終期を許可の期限までにしてください。" / "Sharing is not permitted. Choose a permission in force, and an end within it.";
        Lifted: "この停止は、すでに解除されています。" / "This suspension was lifted already.";
        NotOpen: "すでに停止されているか、終了しているアカウントです。" / "It is suspended already, or closed.";
        OwnAccount: "自分のIDは、停止、終了、再設定ができません。パスワードと2段階認証は、自分の「アカウント」のページで変更してください。" / "Nobody suspends, closes or resets their own ID. Change your password and two-step sign-in on your own account page.";
        NoAccount: "この職員にはアカウントがありません。" / "This person has no account.";
        UnknownNumber: "その職員番号の職員がいません。" / "Nobody has this staff number.";
        AdministratorExists: "システム管理者のアカウントは、すでにあります。" / "There is an administrator with an account already.";
        Console: "管理用のコマンドだけが行う処理です。" / "Only the operator's commands do this.";
        Asked { n: u64 }: "{n}人の利用が引き続き必要か、回答してください。" / "Say whether {n} account is still needed." | "Say whether {n} accounts are still needed." by n;
        AskedAgain { n: u64 }: "{n}人の利用の確認に、まだ回答がありません。" / "{n} account still waits for an answer." | "{n} accounts still wait for an answer." by n;
        Reported { login: String }: "管理責任者の報告により、ID「{login}」の利用が終了しました。" / "The ID “{login}” was closed on its manager's report.";
    }
}

pub(super) fn words() -> Words {
    Words::default()
        .code("not_an_id", |lang| Word::NotAnId.to(lang))
        .code("closed_account", |lang| Word::Closed.to(lang))
        .code("account_not_closed", |lang| Word::NotClosed.to(lang))
        .code("has_account", |lang| Word::HasAccount.to(lang))
        .code("sharing_not_permitted", |lang| Word::NotPermitted.to(lang))
        .code("suspension_lifted", |lang| Word::Lifted.to(lang))
        .code("account_not_open", |lang| Word::NotOpen.to(lang))
        .code("own_account", |lang| Word::OwnAccount.to(lang))
        .code("no_account", |lang| Word::NoAccount.to(lang))
        .code("unknown_staff_number", |lang| Word::UnknownNumber.to(lang))
        .code("administrator_exists", |lang| {
            Word::AdministratorExists.to(lang)
        })
        .code("console", |lang| Word::Console.to(lang))
        .notice(notices::LEAVERS_ASKED, |notice, lang| {
            told(&Word::Asked { n: count(notice) }, lang, LEAVERS)
        })
        .notice(notices::LEAVERS_ASKED_AGAIN, |notice, lang| {
            told(&Word::AskedAgain { n: count(notice) }, lang, LEAVERS)
        })
        .notice(notices::LEAVER_REPORTED, |notice, lang| {
            let login = notice.text("login");
            told(&Word::Reported { login }, lang, PAGE)
        })
}

fn told(word: &Word, lang: Lang, href: &str) -> Told {
    Told::of(word.to(lang), href)
}

fn count(notice: &NoticeRow) -> u64 {
    notice.params["count"].as_u64().unwrap_or_default()
}
