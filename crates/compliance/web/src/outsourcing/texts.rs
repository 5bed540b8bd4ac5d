//! What the pages of contracts say.

yakusho_webkit::texts! {
    pub(super) enum Text {
        Contracts: "外部委託" / "Outsourcing";
        Intro: "行政システムの開発、維持管理等を委託する契約です。個人情報の保護に関する条項がなければ、締結済みとして登録できません。" / "Contracts that outsource the development or upkeep of systems. Without clauses on personal information none is registered as concluded.";
        Nothing: "登録された契約はありません。" / "No contract is registered.";
        New: "契約を登録" / "Register a contract";
        NotHead: "登録できるのは、委託する課の長です。" / "Contracts are registered by the head of the section that outsources.";
        Edit: "契約を修正" / "Change the contract";
        Title: "件名" / "Title";
        Section: "委託する課" / "Section";
        Contractor: "受託者" / "Contractor";
        Work: "委託する業務" / "Work";
        Days: "契約の期間" / "Days";
        Period { first: String, last: String }: "{first}から{last}まで" / "{first} to {last}";
        First: "初日" / "First day";
        Last: "末日" / "Last day";
        State: "状態" / "State";
        Draft: "締結前" / "Not concluded";
        Concluded: "締結済み" / "Concluded";
        ConcludedOn: "締結日" / "Concluded on";
        Clauses: "個人情報の保護に関する条項" / "Clauses on personal information";
        Articles: "条項の番号" / "Which clauses";
        ArticlesHelp: "例:第12条から第15条まで、別記「個人情報取扱特記事項」。締結済みとするまでに入力します。" / "For example articles 12 to 15. Needed before it is concluded.";
        Wording: "条項の文" / "What they say";
        WordingHelp: "契約書に明記した文です。締結済みとするまでに入力します。" / "As the contract has it. Needed before it is concluded.";
        NoClauses: "個人情報の保護に関する条項がありません。" / "There are no clauses on personal information.";
        Save: "保存する" / "Save";
        Added: "契約を登録しました。" / "The contract was registered.";
        Saved: "契約を保存しました。" / "The contract was saved.";
        ConcludeTitle: "締結済みとして登録" / "Register as concluded";
        ConcludeHelp: "登録すると、契約の内容は変えられません。" / "Once concluded, it does not change any more.";
        Conclude: "締結済みとして登録する" / "Register as concluded";
        ConcludedNow: "締結済みとして登録しました。" / "It was registered as concluded.";
    }
}
