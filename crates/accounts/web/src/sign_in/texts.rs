//! What the way in says.

yakusho_webkit::texts! {
    /// Texts of signing in, of the first change of a password, and of acknowledging usage rules.
    pub(crate) enum Text {
        Id: "ID" / "ID";
        IdHelp: "システム管理者から通知されたIDです。" / "The ID that the system administrator gave you.";
        Password: "パスワード" / "Password";
        OtherSignIn: "ほかの方法でログイン" / "Another way to sign in";
        ByProvider { name: String }: "{name}でログイン" / "Sign in with {name}";
        ByProviderWords: "庁内のほかのシステムと共通のIDを使います。この画面にパスワードを入力する必要はありません。" / "With the ID that you have for other systems at work; no password is typed here.";
        SignedOut: "ログアウトしました。" / "You have signed out.";
        Trouble: "ログインできないとき" / "If you cannot sign in";
        TroubleWords: "IDやパスワードがわからないときは、システム管理者に連絡してください。本人であることを確かめたうえで、仮パスワードを発行します。パスワードをほかの人に教えないでください。"
            / "If you do not know your ID or password, tell the system administrator, who will make sure that it is you and issue a one-time password. Never tell your password to anyone.";

        // Why not.
        Wrong: "IDまたはパスワードが正しくありません。大文字と小文字の違いを確かめて、もう一度入力してください。" / "The ID or the password is not right. Check capital and small letters, and try again.";
        WrongCode: "確認コードが正しくないか、すでに使われています。認証アプリのコードは、新しく表示されてから入力してください。" / "The code is not right, or was used before. Of an app, wait for a new one.";
        CodeTooLate: "時間が経過したため、はじめからログインしてください。" / "It took too long. Please sign in again from the start.";
        ProviderTooLate: "時間が経過したか、すでに使われた応答です。もう一度、はじめからログインしてください。" / "It took too long, or was used before. Please sign in again from the start.";
        ProviderRefused: "認証サーバーでのログインが完了しませんでした。もう一度試すか、パスワードでログインしてください。" / "The sign-in service did not let you in. Try again, or sign in with your password.";
        ProviderNotBelieved: "認証サーバーの応答を確かめられませんでした。もう一度試し、続くときは、システム管理者に受付番号を伝えてください。" / "What the sign-in service says could not be checked. Try again; if it goes on, tell the system administrator the request number.";
        ProviderKnowsOther: "認証サーバーで確かめたIDは、このグループウェアに登録されていません。システム管理者に連絡してください。" / "The ID that the sign-in service gave is not known here. Tell the system administrator.";
        ProviderSilent: "認証サーバーが応答しません。しばらく待ってもう一度試すか、パスワードでログインしてください。" / "The sign-in service does not answer. Wait a while and try again, or sign in with your password.";
        HeldOff { minutes: u64 }: "失敗が続いたため、ログインを止めています。約{minutes}分後にやり直してください。" / "Too many attempts have failed. Try again in about {minutes} minute." | "Too many attempts have failed. Try again in about {minutes} minutes." by minutes;
        TooManyFailures: "失敗が続いたため、しばらく操作を止めています。" / "Too many attempts have failed. Wait a while.";
        Closed: "このIDは利用を終了しています。必要な場合は、システム管理者に連絡してください。" / "This ID is no longer in use. If you need it, tell the system administrator.";
        Expired: "仮パスワードは、使用済みか有効期限を過ぎています。システム管理者に再発行を依頼してください。" / "The one-time password has been used, or is past its time. Ask the system administrator for a new one.";
        Suspended: "このIDは停止されています" / "This ID is suspended";
        SuspendedWords: "システム総括責任者により、グループウェアの利用が停止されています。停止が解除されるまでログインできません。" / "The system supervisor has suspended it. You cannot sign in until the suspension is lifted.";
        SuspendedSince: "停止日時" / "Suspended";
        Ground: "根拠" / "Under";
        Breach: "該当する事項" / "What was found";
        Reason: "理由" / "Reason";
        SuspendedAdvice: "不明な点は、システム総括責任者に確認してください。" / "If anything is unclear, ask the system supervisor.";
        BackToSignIn: "ログイン画面へ" / "To the sign-in page";

        // The second step.
        CodeTitle: "確認コードの入力" / "Enter your code";
        Code: "確認コード" / "Code";
        CodeHelp: "認証アプリに表示されている6桁の数字を入力してください。" / "The six digits that your authenticator app shows.";
        CodeTrouble: "認証アプリやパスキーが使えないとき" / "If you do not have app or passkey at hand";
        CodeTroubleWords: "控えてある回復コードの1つを、上の欄に入力してください。回復コードもないときは、システム管理者に連絡してください。" / "Enter one of your recovery codes above instead. If you do not have those either, tell the system administrator.";
        SecondStepTitle: "本人の確認" / "Show that it is you";
        UsePasskey: "パスキーで続ける" / "Continue with a passkey";
        OtherWay: "ほかの方法で続ける" / "Continue in another way";
        PasskeysAt: "パスキーでログインするときは、次のアドレスから開き直してください。" / "To sign in with a passkey, open the site at this address:";
        NoPasskeyHere: "このブラウザでは、パスキーを使えません。下の欄にコードを入力してください。" / "This browser cannot use passkeys. Enter a code below.";
        PasskeyFailed: "パスキーを使えませんでした。もう一度試すか、下の欄にコードを入力してください。" / "The passkey could not be used. Try again, or enter a code below.";
        WrongPasskey: "パスキーを確かめられませんでした。もう一度試すか、下の欄にコードを入力してください。" / "The passkey could not be checked. Try again, or enter a code below.";
        RecoveryCode: "回復コード" / "Recovery code";
        RecoveryCodeHelp: "パスキーを追加したときに控えた回復コードの1つを入力してください。" / "One of the recovery codes that you kept when you added the passkey.";
        PasskeyTroubleWords: "回復コードもないときは、システム管理者に連絡してください。" / "If you do not have recovery codes either, tell the system administrator.";
        Continue: "続ける" / "Continue";

        // Usage rules.
        Usage: "利用内容・利用方法" / "Usage rules";
        UsageIntro: "グループウェアを何にどう使うかを、システム管理者が定めたものです。" / "What the groupware is used for and how, as laid down by the system administrator.";
        UsageOwed: "続けるには、下の内容を読み、「内容を確認しました」を押してください。" / "To go on, read this and press “I have read it”.";
        UsageInForce: "適用日" / "In force from";
        UsageVersion { number: i32 }: "第{number}版" / "Version {number}";
        Acknowledge: "内容を確認しました" / "I have read it";
        Acknowledged: "確認を記録しました。" / "Your acknowledgement was recorded.";
        NoUsage: "定められた利用内容・利用方法は、まだありません。" / "No usage rules have been laid down yet.";
    }
}
