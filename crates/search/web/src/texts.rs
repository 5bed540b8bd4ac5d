//! What the page says.

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Title: "検索" / "Search";
        TitleOf { words: String }: "「{words}」の検索結果" / "Search results for “{words}”";
        Words: "探す言葉" / "Words";
        WordsHelp: "言葉を空白で区切ると、すべてを含むものを探します。\"…\"はそのままの並び、-は含まないものです。" / "All of the words are found. \"…\" finds them as they stand, and - leaves out what has a word.";
        Section: "所属" / "Section";
        From: "いつから" / "From";
        Until: "いつまで" / "Until";
        Kinds: "種類" / "Kinds";
        AllKinds: "すべて" / "All";
        People: "職員" / "People";
        Units: "所属" / "Units";
        Posts: "役職" / "Posts";
        PostsSurplus: "ほかにもあります。所属の名前を加えると絞り込めます(例:総務課 課長)。" / "There are more. The name of a unit as a second word finds fewer.";
        UnitsSurplus: "ほかにもあります。言葉を長くすると絞り込めます。" / "There are more. A longer word finds fewer.";
        AndOthers { n: usize }: "ほか{n}人" / "and {n} more";
        MorePeople: "職員をもっと見る" / "More people";
        Results: "検索結果" / "Results";
        Others { n: usize }: "同じ名前の予定をすべて見る(ほか{n}件)" / "All of this name ({n} more)";
        Draft: "下書き" / "Draft";
        Begin: "文書、掲示、回覧、予定、施設、様式の手続、職員、所属、役職をまとめて探せます。" / "Finds documents, messages, circulations, events, facilities, procedures, people, units and posts.";
        BeginAdvice: "2文字の言葉でも、ひらがなでもカタカナでも、全角でも半角でも探せます。" / "Two characters are enough, in any kana, width or case.";
        Nothing: "見つかりませんでした。" / "Nothing was found.";
        NothingAdvice: "言葉を減らすか、別の言葉で探してください。見ることのできないものは、ここには出ません。" / "Try fewer or other words. What you may not see is not shown here.";
    }
}
