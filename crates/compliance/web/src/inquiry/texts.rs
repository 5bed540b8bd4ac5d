//! What the pages of questions say.

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Asked: "質問・通報" / "Questions and reports";
        Inquiries: "質問" / "Questions";
        Views: "表示の切替え" / "Views";
        ViewOpen: "回答を待つ質問" / "To be answered";
        ViewAnswered: "回答した質問" / "Answered";
        ViewMine: "自分の質問" / "What I asked";
        Nothing: "質問はありません。" / "There are no questions.";
        HowToAsk: "掲示、回覧、文書、予定などのページの末尾から、その内容について質問できます。" / "At the foot of a post, circulation, document or event you can ask about it.";
        AskAboutThis: "この内容について質問" / "Ask about this";
        ReportThis: "違反を報告" / "Report a violation";
        About: "質問の対象" / "About";
        Section: "管理する課" / "Section";
        AskedBy: "質問した人" / "Asked by";
        AskedAt: "質問した日時" / "Asked";
        State: "状態" / "State";
        Open: "未回答" / "Open";
        Answered: "回答済み" / "Answered";
        Due: "期限" / "Due";
        Question: "質問" / "Question";
        QuestionAbout { title: String }: "質問「{title}」" / "Question on “{title}”";
        QuestionHelp: "この情報を管理する課の長に届きます。" / "It reaches the head of the section that answers for this.";
        Ask: "質問する" / "Ask";
        AskedNow: "質問を送りました。回答があれば知らせます。" / "Your question was sent. You are told once it is answered.";
        Answer: "回答" / "Answer";
        AnswerHelp: "質問した人に届きます。送った回答は変えられません。" / "Whoever asked is told. An answer that was sent does not change.";
        Reply: "回答する" / "Answer";
        AnsweredNow: "回答しました。" / "It was answered.";
        AssignTitle: "課の職員に回答させる" / "Have somebody of the section answer";
        AssignTo: "回答する人" / "Who answers";
        AssignedTo: "回答する人" / "Who answers";
        Assign: "回答を頼む" / "Ask them to answer";
        AssignedNow: "回答を頼みました。" / "They were asked to answer.";
    }
}
