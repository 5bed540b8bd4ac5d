//! What the pages of documents say.

use std::borrow::Cow;

use yakusho_documents::document::{Category, Retention};
use yakusho_koyomi::FiscalYear;
use yakusho_webkit::Lang;

yakusho_webkit::texts! {
    /// Texts of documents.
    pub(crate) enum Text {
        Documents: "文書管理" / "Documents";
        Desktop: "パソコンから開く(WebDAV)" / "Open from your computer (WebDAV)";
        Unknown: "(不明な職員)" / "(unknown)";

        // The views.
        Views: "文書の表示" / "Views of the documents";
        Cabinets: "キャビネット" / "Cabinets";
        Recent: "更新順" / "Recent";
        Drafts: "下書き" / "Drafts";
        LockedByMe: "編集中" / "Locked by me";
        Stale: "見直しが必要" / "To look through";
        Expired: "廃棄できる文書" / "To dispose of";
        Disposals: "廃棄の記録" / "Disposals";
        Receipts: "収受簿" / "Receipt register";
        NewDocument: "文書を作る" / "New document";
        NewCabinet: "キャビネットを作る" / "New cabinet";
        Archive: "見られる文書をまとめてダウンロード(ZIP)" / "Download all that I may see (ZIP)";
        Orphans: "所属のないキャビネット" / "Cabinets without a section";
        NoCabinets: "閲覧できるキャビネットはありません。" / "There are no cabinets that you may see.";
        NoDocuments: "文書はありません。" / "There are no documents.";
        Section: "所属" / "Section";
        Name: "名前" / "Name";
        Rights: "権限" / "Rights";

        // Documents in lists.
        Title: "件名" / "Title";
        NumberColumn: "番号" / "Number";
        CategoryColumn: "区分" / "Category";
        Folder: "フォルダー" / "Folder";
        Changed: "更新日時" / "Changed";
        Files { n: usize }: "ファイル{n}件" / "{n} file" | "{n} files" by n;
        RemovedTitle: "(削除された文書)" / "(taken down)";
        Numbered { year: String, section: String, n: i32 }: "{year} {section} 第{n}号" / "{year} {section} no. {n}";
        IsDraft: "下書き" / "Draft";
        IsRemoved: "削除" / "Taken down";
        IsLocked: "ロック中" / "Locked";
        IsStale: "要見直し" / "To look through";
        IsOver: "有効期間終了" / "No longer valid";

        // Levels.
        Reads: "閲覧" / "Reads";
        Writes: "登録・変更" / "Writes";
        Manages: "管理" / "Manages";
    }
}

yakusho_webkit::texts! {
    /// The words for codes.
    enum Word {
        Form: "様式" / "Form";
        Statistics: "統計データ" / "Statistics";
        Plan: "計画書" / "Plan";
        Manual: "マニュアル" / "Manual";
        Other: "その他" / "Other";
        Year1: "1年保存" / "1 year";
        Years3: "3年保存" / "3 years";
        Years5: "5年保存" / "5 years";
        Years10: "10年保存" / "10 years";
        Years30: "30年保存" / "30 years";
        Permanent: "永年保存" / "For ever";
    }
}

/// What a document is for, in words.
pub(crate) fn category(lang: Lang, category: Category) -> Cow<'static, str> {
    match category {
        Category::Form => Word::Form,
        Category::Statistics => Word::Statistics,
        Category::Plan => Word::Plan,
        Category::Manual => Word::Manual,
        Category::Other => Word::Other,
    }
    .to(lang)
}

/// How long a document is kept, in words.
pub(crate) fn retention(lang: Lang, retention: Retention) -> Cow<'static, str> {
    match retention {
        Retention::Year1 => Word::Year1,
        Retention::Years3 => Word::Years3,
        Retention::Years5 => Word::Years5,
        Retention::Years10 => Word::Years10,
        Retention::Years30 => Word::Years30,
        Retention::Permanent => Word::Permanent,
    }
    .to(lang)
}

/// A fiscal year in words, by the Western year in which it starts.
pub(crate) fn fiscal_year(lang: Lang, year: i32) -> String {
    yakusho_webkit::text::fiscal_year(lang, FiscalYear::starting_in(year))
}
