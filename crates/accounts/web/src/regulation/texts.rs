//! What the pages of the regulation say.

use std::borrow::Cow;

use yakusho_regulation::{Kind, Standing};
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{Tag, Tone};

yakusho_webkit::texts! {
    /// Texts of the regulation's pages.
    pub(super) enum Text {
        Intro: "このグループウェアが守っている規程です。条ごとに、本文と、システムが行うこと、その根拠となる記録を確かめられます。" / "The rules that this groupware keeps. For each article: its text, what the system does about it, and the record that it does.";
        AllClauses: "条項の一覧" / "All clauses";
        ReadAll: "全文を読む" / "Read the whole text";
        Consolidated: "本文の時点" / "Text as of";
        Number: "公布番号" / "Issued as";
        ClauseCount: "条項" / "Clauses";
        CountKept { n: usize }: "システムが守っている:{n}" / "Kept by the system: {n}";
        CountPlanned { n: usize }: "対応予定:{n}" / "Planned: {n}";
        CountException { n: usize }: "システムの対象外:{n}" / "Outside the system: {n}";
        InJapanese: "本文は日本語です。" / "The text itself is in Japanese.";
        Contents: "目次" / "Contents";
        Supplements: "附則" / "Supplementary provisions";
        DeletedArticles { range: String }: "{range} 削除" / "{range}: deleted";
        Through { first: String, last: String }: "{first}から{last}まで" / "{first} to {last}";

        Wording: "本文" / "Text";
        WhatTheSystemDoes: "この条についてシステムが行うこと" / "What the system does about this article";
        NoClauses: "この条について登録されている条項はありません。" / "No clause of this article is registered.";
        ReferredTo: "参照中の条項" / "The clause referred to";
        PreviousArticle: "前の条" / "Previous article";
        NextArticle: "次の条" / "Next article";
        AsOf: "この日の内容を表示" / "As of this day";
        OlderWording { day: String }: "本文は{day}現在のものです。それより前の文言は収録していません。" / "The text is that of {day}. Earlier wordings are not held.";
        Form { number: u16 }: "様式第{number}号" / "Form {number}";

        Clause: "条項" / "Clause";
        Duty: "システムが行うこと" / "What the system does";
        Kind: "区分" / "Kind";
        State: "状態" / "State";
        Rules: "規則" / "Rules";
        Rule: "規則" / "Rule";
        InForceFrom: "適用開始" / "In force from";
        InForceUntil: "適用終了" / "In force until";
        NoStart: "始期の定めなし(常に適用)" / "No first day given (always)";
        NoEnd: "定めなし" / "None given";
        NotInForceThen: "この日には適用されていません" / "Not in force on this day";
        HouseRule: "基本規則として常に適用" / "Always kept, as a house rule";
        HeldBy: "この日の担当者" / "Held on this day by";
        Nobody: "不在" / "Nobody";
        NobodyWarning: "この役割に就いている職員がいません。" / "Nobody holds this role.";
        NoSuchRole: "この日にはこの役割がありません" / "The role does not exist on this day";
        PerSection { n: usize }: "課・室ごとに置かれています({n})" / "One for each section ({n})";
        Vacancies { n: usize }: "うち不在 {n}" / "{n} of them vacant";
        AllHolders: "担当者の一覧" / "All holders";
        LastDone: "最後の記録" / "Last at work";
        LastRefused: "最後の拒否" / "Last refusal";
        Never: "まだありません" / "None yet";
        LastEntry: "最後の記録を見る" / "The last entry";
        AuditSearch: "監査記録で確認" / "Look in the audit trail";

        Versions: "適用期間" / "Dates of force";
        VersionsIntro: "規則ごとに、この条を根拠とする期間です。" / "When each rule rests on this article.";
        Since: "始期" / "From";
        Until: "終期" / "Until";

        Regulation: "規程" / "Regulation";
        Words: "語句" / "Words";
        NothingFound: "条件に合う条項はありません。" / "No clause fits.";
        NothingFoundAdvice: "条件を減らして、もう一度検索してください。" / "Search again with fewer conditions.";
        Found { n: usize }: "{n}件" / "{n} clause" | "{n} clauses" by n;

        Enforce: "守らせる" / "Enforced";
        Record: "記録する" / "Recorded";
        Remind: "知らせる" / "Reminded";
        Role: "役割" / "Role";
        Function: "機能" / "Function";
        Config: "設定値" / "Value";
        Note: "定義など" / "Note";

        Kept: "対応済み" / "Kept";
        Planned: "対応予定" / "Planned";
        Exception: "対象外" / "Outside the system";
    }
}

/// How the program answers a clause, in words.
pub(super) fn kind(lang: Lang, kind: Kind) -> Cow<'static, str> {
    match kind {
        Kind::Enforce => Text::Enforce,
        Kind::Record => Text::Record,
        Kind::Remind => Text::Remind,
        Kind::Role => Text::Role,
        Kind::Function => Text::Function,
        Kind::Config => Text::Config,
        Kind::Note => Text::Note,
    }
    .to(lang)
}

/// Where a clause stands, as a tag.
pub(super) fn standing(lang: Lang, standing: &Standing) -> Tag {
    let (tone, text) = match standing {
        Standing::Kept(_) => (Tone::Success, Text::Kept),
        Standing::Planned => (Tone::Warning, Text::Planned),
        Standing::Exception => (Tone::Neutral, Text::Exception),
    };
    Tag::new(tone, text.to(lang))
}

/// The codes of where clauses stand, in order of display.
pub(super) const STANDINGS: [&str; 3] = ["kept", "planned", "exception"];

/// The code of where a clause stands, in addresses and the API.
pub(super) const fn standing_code(standing: &Standing) -> &'static str {
    match standing {
        Standing::Kept(_) => "kept",
        Standing::Planned => "planned",
        Standing::Exception => "exception",
    }
}
