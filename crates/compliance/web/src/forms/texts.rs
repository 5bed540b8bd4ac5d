//! What the pages of forms say.

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Forms: "様式・手続" / "Forms and procedures";
        Views: "一覧の切り替え" / "Lists";
        Waiting: "処理待ち" / "Waiting for me";
        Mine: "自分が作成" / "Drawn up by me";
        Section: "自分の所属" / "My section's";
        Registers: "登録簿" / "Registers";
        DataSets: "データ台帳" / "Data sets";
        New: "様式を作成" / "Draw up a form";
        ChooseForm: "様式を選ぶ" / "Choose a form";
        ChooseHelp: "作成できるのは、様式ごとに定められた職にある人です。" / "Each form is drawn up by the holders of the post that is named for it.";
        NotYours { who: String }: "作成できるのは{who}です。" / "Drawn up by {who}.";
        NothingWaits: "処理を待っている様式はありません。" / "No form waits for you.";
        NothingHere: "様式はありません。" / "There are no forms.";
        NoRegisters: "まだ番号の付いた様式はありません。" / "No form has a number yet.";

        Number: "番号" / "Number";
        NumberOf { register: String, year: String, number: i32 }: "{year}年度 {register}第{number}号" / "{register} {year}-{number}";
        Unnumbered: "番号なし" / "no number";
        Form: "様式" / "Form";
        FormNumber { number: u16 }: "様式第{number}号" / "Form {number}";
        About: "件名" / "Subject";
        State: "状態" / "State";
        Due: "期限" / "Due";
        SubmittedOn: "提出日" / "Submitted";
        DecidedOn: "決定日" / "Decided";
        ChangedAt: "更新" / "Changed";
        Year: "年度" / "Fiscal year";
        Last: "最終番号" / "Last number";
        RegisterOf { register: String, year: String }: "{register}登録簿 {year}年度" / "Register “{register}”, fiscal year {year}";

        Draft: "下書き" / "Draft";
        UnderWay: "手続中" / "Under way";
        SentBack: "差戻し" / "Sent back";
        Granted: "承認" / "Granted";
        Refused: "不承認" / "Refused";
        Withdrawn: "取下げ" / "Withdrawn";

        Applicant: "提出する課" / "Section";
        ApplicantHelp: "どの課として提出するかを選びます。" / "For which section it is drawn up.";
        SaveDraft: "下書きとして保存" / "Save as draft";
        SaveAndSubmit: "提出する" / "Submit";
        SavedDraft: "下書きを保存しました。" / "The draft was saved.";
        SavedNotSubmitted: "下書きとして保存しました。提出するには、次の点を直してください。" / "It was saved as a draft. To submit it, put this right first.";
        SubmittedAs { number: String }: "提出しました。番号は{number}です。" / "Submitted as {number}.";
        EditTitle: "様式の修正" / "Change the form";
        ActDay: "行為の日" / "Day of the act";
        ActDayHelp: "実際に行った日です。入力した日時は別に記録されます。" / "When it was really done. When it was entered is kept besides.";
        First: "初日" / "First day";
        LastDay: "末日" / "Last day";
        StaffNumber: "職員番号で入力します。" / "Enter the staff number.";
        HolderNumber: "その職にある人の職員番号で入力します。" / "Enter the staff number of whoever holds the post.";

        Steps: "手続の経過" / "Steps";
        StepBy: "担当" / "By";
        Acts: "経過の記録" / "What was done";
        StepAhead: "これから" / "Ahead";
        StepWaiting: "処理待ち" / "Waiting";
        StepDone: "完了" / "Done";
        TaskWaiting: "未処理" / "Waiting";
        TaskAgreed: "同意" / "Agreed";
        TaskObjected: "異議" / "Objected";
        TaskDecided: "決定済み" / "Decided";
        TaskTold: "通知済み" / "Told";
        TaskLapsed: "不要となった" / "Not needed any more";
        DrawnUp: "作成" / "Drawn up";
        Submitted: "提出" / "Submitted";
        Agreed: "同意" / "Agreed";
        Objected: "異議" / "Objected";
        ActGranted: "承認" / "Granted";
        ActRefused: "不承認" / "Refused";
        ActSentBack: "差戻し" / "Sent back";
        ActWithdrawn: "取下げ" / "Withdrawn";
        Entered: "入力" / "Entered";
        ByHand { kind: String, hand: String }: "({kind}:{hand})" / " (by {hand}, {kind})";
        ByRule: "同意が足りないため自動" / "Not enough agreed";
        HeadOf { unit: String }: "{unit}の長" / "Head of {unit}";
        RoleOf { role: String, unit: String }: "{role}({unit})" / "{role} ({unit})";
        Conditions: "承認の条件" / "Conditions";
        Files: "添付書類" / "Papers";
        Versions: "修正の履歴" / "Versions";
        Version { number: i32 }: "第{number}版" / "Version {number}";
        OldVersion { number: i32 }: "これは第{number}版の内容です。" / "This is what version {number} said.";
        Current: "現在の内容へ" / "To what it says now";

        ConsultTitle: "協議への回答" / "Your word";
        Agree: "同意する" / "Agree";
        Object: "異議がある" / "Object";
        Answer: "回答" / "Answer";
        Opinion: "意見" / "Opinion";
        OpinionHelp: "異議がある場合は、理由が必要です。" / "An objection needs its reason.";
        SendAnswer: "回答する" / "Send";
        Answered: "回答しました。" / "Your word was taken.";
        DecideTitle: "決定" / "Decision";
        Verdict: "決定の内容" / "Decision";
        Grant: "承認する" / "Grant";
        Refuse: "承認しない" / "Refuse";
        SendBack: "差し戻す" / "Send back";
        Remark: "条件又は理由" / "Conditions, or the reason";
        RemarkHelp: "承認に条件を付ける場合の条件です。承認しない場合と差し戻す場合は、理由が必要です。" / "Conditions of a grant, if any. To refuse or send back needs a reason.";
        Decide: "決定する" / "Decide";
        Decided: "決定しました。" / "It was decided.";
        SubmitTitle: "提出" / "Submit";
        SubmitHelp: "提出すると番号が付き、決定又は差戻しまで内容を変えられません。" / "It gets a number then, and stays as it is until it is decided or sent back.";
        Withdraw: "取り下げる" / "Withdraw";
        WithdrawTitle: "この様式を取り下げますか" / "Withdraw this form?";
        WithdrawWords: "手続は終わり、番号は欠番とせずに残ります。" / "It ends the procedure. Its number stays taken.";
        WithdrawReason: "理由" / "Reason";
        WithdrawReasonHelp: "提出した後の取下げには、理由が必要です。" / "Once it was submitted, a reason is needed.";
        WithdrawnNow: "取り下げました。" / "It was withdrawn.";
        CopyForm: "同じ内容で新しく作成" / "Draw up another like it";
        Copied: "同じ内容の下書きを作りました。" / "A draft with the same content was made.";
        OwnCase: "自分が作成した様式を、自分で決定することはできません。" / "You cannot decide what you applied for.";
    }
}
