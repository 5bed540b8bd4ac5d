//! What the pages of pledges say.

yakusho_webkit::texts! {
    pub(super) enum Text {
        Pledges: "誓約" / "Pledges";
        Intro: "秘密の保持と法令等の遵守について誓約します。誓約は、誓約文の版及びハッシュ値とともに残ります。" / "You pledge secrecy, and to observe law and policy. What you pledge is kept with the version of its text and that text's hash.";
        Secrecy: "秘密保持の誓約" / "Pledge of secrecy";
        Observance: "法令等の遵守の誓約" / "Pledge to observe law and policy";
        SecrecyLeaving: "退任時の秘密保持の誓約" / "Pledge of secrecy before leaving";
        LeavingHelp { day: String }: "{day}に退任の予定です。職を離れた後も秘密を漏らさないことを、その日までに誓約してください。" / "Your last day is {day}. Pledge by then to keep secret what you learnt, after you left too.";
        Version { version: i32 }: "第{version}版" / "Version {version}";
        From: "この日から求める" / "Asked for from";
        Give { what: String }: "{what}をする" / "Give it: {what}";
        GivenOn: "誓約した日時" / "Given";
        Given: "誓約済み" / "Given";
        NotGiven: "未了" / "Not given";
        GivenNow: "誓約を受け付けました。" / "Your pledge was taken.";
        NothingSet: "誓約文はまだ定められていません。" / "Nothing is set to be pledged yet.";
        OwnRecord: "自分の誓約の記録" / "What you pledged";
        NothingGiven: "誓約の記録はありません。" / "Nothing was pledged yet.";
        All: "全員の誓約の記録" / "What everybody pledged";
        What: "誓約の種類" / "What";
        Who: "誓約した人" / "Who";
        Wording: "誓約文" / "Text";
        Ends: "効力" / "Holds";
        WithAccount: "アカウントの終了まで" / "Until the account ends";
        AndAfter: "退任した後も続く" / "After leaving too";
        Texts { what: String }: "誓約文の各版({what})" / "Texts: {what}";
        SetAnother { what: String }: "誓約文を定める({what})" / "Set a text: {what}";
        Set: "誓約文を定める" / "Set the text";
        Body: "誓約文" / "Text";
        BodyHelp: "定めた版は変えられません。改めるときは、新しい版を定めます。全員が新しい版で誓約し直します。" / "A version does not change. Another one is pledged anew by everybody.";
        SetNow: "誓約文を定めました。" / "The text was set.";
    }
}
