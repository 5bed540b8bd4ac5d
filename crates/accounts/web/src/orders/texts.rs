//! What the pages of personnel orders say.

use std::borrow::Cow;

use yakusho_accounts::notices;
use yakusho_accounts::order::{ActKind, Column, OrderState};
use yakusho_kernel::EmploymentClass;
use yakusho_webkit::{Lang, Told, Words};

use super::PAGE;
use crate::me::words::day;
use crate::terms;

yakusho_webkit::texts! {
    /// Texts of the orders.
    pub(super) enum Text {
        Orders: "人事発令" / "Personnel orders";
        Intro: "異動、採用、退職、組織の変更などを、発令日とともに登録します。予約した発令は、発令日の午前0時から効力を持ちます。" / "Moves, joining and leaving, changes of the organisation, each with its day. A scheduled order holds from 00:00 of its day.";
        New: "発令を作成する" / "New order";
        Template: "CSVのひな形" / "CSV template";
        All: "すべて" / "All";
        Draft: "下書き" / "Draft";
        Scheduled: "予約済み" / "Scheduled";
        Applied: "適用済み" / "Carried out";
        Failed: "適用できず" / "Failed";
        Withdrawn: "取下げ" / "Withdrawn";
        Undone: "取消し" / "Undone";
        OrderFailed { title: String }: "発令「{title}」は、内容が現在の組織に合わなくなったため、適用できませんでした。" / "The order “{title}” could not be carried out: it no longer fits the organisation.";
        Doubtful: "このままでは適用できません" / "Would fail";
        DoubtfulOrder: "この発令は、予約したあとに組織や前の発令が変わったため、このままでは発令日に適用できません。直して、もう一度予約してください。" / "What this order rests on has changed since it was scheduled: on its day it would fail. Correct it and schedule it again.";
        OrderDoubtful { title: String, day: String }: "予約済みの発令「{title}」は、組織や前の発令が変わったため、このままでは適用できません。発令日は{day}です。" / "The scheduled order “{title}” would fail on {day}: what it rests on has changed.";
        Title: "件名" / "Title";
        TitleHelp: "例:令和9年4月1日付人事異動" / "Such as: Staff changes of 1 April 2027";
        Day: "発令日" / "Takes effect on";
        DayHelp: "この日の午前0時から効力を持ちます。過ぎた日を指定すると、予約後すぐに適用されます。" / "It holds from 00:00 of this day. With a day in the past it is carried out soon after it is scheduled.";
        LineCount: "行数" / "Lines";
        State: "状態" / "State";
        MadeBy: "作成者" / "Made by";
        NoOrders: "該当する発令はありません。" / "There are no such orders.";
        NoOrdersAdvice: "「発令を作成する」から登録できます。" / "Begin with a new order.";

        ByFile: "CSVファイルから作成する" / "From a CSV file";
        ByFileHelp: "UTF-8又はShift_JIS(Excelの「CSV」形式)のファイルです。ひな形に、発令種別ごとの書き方の例があります。" / "In UTF-8 or Shift_JIS, as Excel saves it. The template has an example of each kind of line.";
        File: "CSVファイル" / "CSV file";
        KeptFile { name: String, n: usize }: "「{name}」を読み込み済みです({n}行)。選び直さなくても続けられます。" / "“{name}” has been read ({n} lines) and need not be chosen again.";
        DropFile: "このファイルを使わない" / "Do not use this file";
        ByHand: "1行ずつ入力する" / "Line by line";
        ByHandHelp: "ファイルを選んだときは、ファイルの内容が使われます。" / "Where a file is chosen, its lines are used instead.";
        Line { n: u32 }: "{n}行目" / "Line {n}";
        MoreColumns: "そのほかの項目" / "Further columns";
        AddLines: "行を追加する" / "Add lines";
        RemoveLine { n: u32 }: "{n}行目を削除" / "Remove line {n}";
        TooManyLines { n: usize }: "行が多いため({n}行)、この画面では直せません。CSVをダウンロードして直し、もう一度選んでください。" / "There are too many lines ({n}) to edit here. Download the CSV, change it, and choose it again.";
        DownloadLines: "この発令のCSV" / "The CSV of this order";
        Try: "試しに確認する" / "Try it out";
        TryHelp: "「試しに確認する」は、誤りと変わる点を表示するだけで、何も変更しません。" / "Trying it out shows faults and differences, and changes nothing.";
        SaveDraft: "下書きとして保存する" / "Save as a draft";
        Saved: "下書きとして保存しました。" / "The draft was saved.";
        Edit: "直す" / "Edit";
        EditTitle: "発令を直す" / "Edit the order";
        BadFile: "このファイルは読み込めませんでした。" / "The file could not be read.";
        FileGone: "読み込んだファイルの保存期間が過ぎました。もう一度選んでください。" / "The file is no longer kept. Choose it again.";

        Result: "確認の結果" / "Result";
        NoFaults: "誤りは見つかりませんでした。" / "No faults were found.";
        Faults { n: usize }: "誤りが{n}件あります" / "There is {n} fault" | "There are {n} faults" by n;
        FaultsAdvice: "直してから予約してください。" / "Correct them before scheduling.";
        Idle { n: usize }: "変更のない行が{n}件あります" / "{n} line changes nothing" | "{n} lines change nothing" by n;
        IdleAdvice: "このまま予約できます。書き間違いがないか、確かめてください。" / "The order can be scheduled as it is. Make sure that nothing was mistyped.";
        FaultLine: "行" / "Line";
        FaultColumn: "列" / "Column";
        FaultWhat: "内容" / "What is wrong";
        WholeOrder: "全体" / "The whole";
        Difference: "変わる点" / "What will be different";
        WasDifferent: "変わった点" / "What was different";
        WasUndone: "この変更は、すべて取り消されています。" / "All of it was undone.";
        NoDifference: "変わる点はありません。" / "Nothing will be different.";
        People: "職員" / "People";
        PeopleCount { n: usize }: "{n}人" / "{n} person" | "{n} people" by n;
        Items { n: usize }: "{n}件" / "{n}";
        FirstOf { n: usize, of: usize }: "{of}件のうち、はじめの{n}件を表示しています。" / "The first {n} of {of} are shown.";
        PartOf { of: usize, from: usize, to: usize }: "{of}件のうち、{from}件目から{to}件目までです。" / "These are {from} to {to} of {of}.";
        InTheFile: "残りは、下の「確認の結果をCSVで保存する」で見られます。" / "The rest is in “Save the result as CSV”, below.";
        SaveResult: "確認の結果をCSVで保存する" / "Save the result as CSV";
        SaveDifference: "この一覧をCSVで保存する" / "Save these lists as CSV";
        Sort: "区分" / "Kind";
        Subject: "対象" / "What";
        NumberOrCode: "職員番号・所属コード" / "Staff number or code";
        Remarks: "内容" / "Remarks";
        Fault: "誤り" / "Fault";
        IdleLine: "変更のない行" / "Changes nothing";
        HeldThings { what: String, n: u64 }: "{what}({n}件)" / "{what} ({n})";
        LostDelegations: "根拠を失う代理" / "Delegations that lose their ground";
        Number: "職員番号" / "Staff number";
        Name: "氏名" / "Name";
        Before: "変更前" / "Before";
        After: "変更後" / "After";
        Main: "本務" / "main";
        Concurrent: "兼務" / "concurrent";
        NotEmployed: "在職していない" / "Not employed";
        NoPost: "職なし" / "No post";
        Units: "組織" / "Units";
        Code: "所属コード" / "Code";
        NewUnit: "新設" / "New";
        ClosedUnit: "廃止" / "Closed";
        Roles: "役割の交替" / "Roles that change hands";
        Role: "役割" / "Role";
        Nobody: "不在" / "Nobody";
        VacantRoles: "担当者のいなくなる役割" / "Roles that nobody will hold";
        VacantPosts: "空席になる職" / "Posts that will be vacant";
        Delegations { n: usize }: "根拠を失う代理の設定が{n}件あります。" / "{n} delegation loses its ground." | "{n} delegations lose their ground." by n;
        Held: "引き継ぎが必要なもの" / "What needs to be handed over";
        What: "内容" / "What";
        Whose: "誰の、どこの" / "Whose";
        Count: "件数" / "Number";
        WithoutHolder: "担当者不在になる" / "Left without a holder";
        PassesOn: "後任に移る" / "Passes on";

        Lines: "発令の内容" / "Lines";
        History: "履歴" / "History";
        AppliedAt: "適用日時" / "Carried out";
        EndedUndone: "取消し" / "Undone";
        EndedWithdrawn: "取下げ" / "Withdrawn";
        Schedule: "この内容で予約する" / "Schedule it";
        ScheduleHelp { day: String }: "{day}の午前0時から効力を持ちます。それまでは取り下げられます。" / "It will hold from 00:00 of {day}, and can be withdrawn until then.";
        Apply: "この内容で今すぐ適用する" / "Apply it now";
        ApplyHelp { day: String }: "発令日({day})になっているため、押すとすぐに効力を持ちます。取下げはできず、取り消すには発令全体を取り消します。" / "Its day, {day}, has come: it holds as soon as you press. It cannot be withdrawn then, but only undone as a whole.";
        AtOnce: "すぐに適用されることと、担当者のいなくなる役割を確かめました" / "I know that it holds at once, and which roles it leaves without a holder";
        AppliedAtOnce: "すぐに適用されます。「変わる点」を確かめてから、チェックを付けてください。" / "It holds at once. Look at what changes, then tick this.";
        AppliedNow: "発令を適用しました。" / "The order was carried out.";
        ScheduledNow: "発令を予約しました。" / "The order was scheduled.";
        WithdrawOrder: "この発令を取り下げる" / "Withdraw this order";
        WithdrawHelp: "適用されなくなります。記録は残ります。" / "It will not be carried out. It stays on record.";
        WithdrawnNow: "発令を取り下げました。" / "The order was withdrawn.";
        UndoOrder: "この発令全体を取り消す" / "Undo this order as a whole";
        UndoHelp: "この発令による変更を、すべてなかったことにします。この発令のあとに別の変更が重なっているときは、取り消せません。" / "Everything is as though it had never been carried out. It cannot be undone where later changes rest on it.";
        UndoReason: "取り消す理由(記録に残ります)" / "Reason (kept on record)";
        UndoneNow: "発令を取り消しました。" / "The order was undone.";
        WhyFailed: "発令日に次の誤りがあったため、適用しませんでした。何も変更していません。直して、もう一度予約してください。" / "It had these faults on its day and was not carried out; nothing was changed. Correct it and schedule it again.";
        InAudit: "監査記録で確認" / "Look in the audit trail";
        VersionOf { n: i32 }: "第{n}版" / "Version {n}";
        UndoNote: "取消しの理由" / "Reason for undoing";
        FirstVersion: "最初の版です。" / "This is the first version.";

        StateWrong: "この発令の状態では、その操作はできません。画面を開き直してください。" / "In its state this cannot be done. Open the page again.";
        GroundShifted: "確認している間に、組織かほかの発令が変更されました。「変わる点」を見直して、もう一度予約してください。" / "The organisation or another order was changed meanwhile. Look at the differences again, then schedule it.";
        BuiltUpon: "この発令のあとに、別の発令が同じ職員や職を変更しているため、取り消せません。新しい発令から順に取り消してください。" / "A later order has changed the same people or posts. Undo the later one first.";
        EditedSince: "この発令のあとに、同じ職員や職が個別に変更されているため、取り消せません。" / "The same people or posts were edited since, so it cannot be undone.";
        ReliedUpon: "この発令を取り消すと、あとの登録とつじつまが合わなくなるため、取り消せません。" / "What was recorded since would not fit together without it, so it cannot be undone.";

        ColumnKind: "発令種別" / "Kind";
        ColumnNumber: "職員番号" / "Staff number";
        ColumnName: "氏名・名称" / "Name";
        ColumnKana: "フリガナ" / "Reading";
        ColumnClass: "任用区分" / "Employment class";
        ColumnUnit: "所属コード" / "Code of the unit";
        ColumnPost: "職名" / "Title of the post";
        ColumnParent: "上位所属コード" / "Code of the unit above";
        ColumnRank: "級" / "Rank";
        ColumnHead: "長(1又は0)" / "Head (1 or 0)";
        ColumnPosition: "表示順" / "Order";
        ColumnTags: "標識" / "Marks";
        ColumnUntil: "終期" / "Until";
        ColumnNote: "備考" / "Note";

        Appoint: "任命" / "Appoint";
        ConcurrentPost: "兼務" / "Concurrent post";
        Relieve: "解任" / "Relieve";
        Join: "採用" / "Join";
        Leave: "退職" / "Leave";
        Reclass: "区分変更" / "Reclass";
        LeaveOfAbsence: "休職" / "Leave of absence";
        ChildcareLeave: "育児休業" / "Childcare leave";
        Second: "出向" / "Second";
        Return: "復帰" / "Return";
        FoundUnit: "組織新設" / "Found a unit";
        RenameUnit: "組織改称" / "Rename a unit";
        MoveUnit: "組織移管" / "Move a unit";
        MergeUnit: "組織統合" / "Merge a unit";
        CloseUnit: "組織廃止" / "Close a unit";
        FoundPost: "職新設" / "Found a post";
        ClosePost: "職廃止" / "Close a post";
    }
}

pub(super) fn words() -> Words {
    super::faults::words()
        .code("applied_at_once", |lang| Text::AppliedAtOnce.to(lang))
        .code("order_state", |lang| Text::StateWrong.to(lang))
        .code("order_ground_shifted", |lang| Text::GroundShifted.to(lang))
        .code("order_built_upon", |lang| Text::BuiltUpon.to(lang))
        .code("order_edited_since", |lang| Text::EditedSince.to(lang))
        .code("order_relied_upon", |lang| Text::ReliedUpon.to(lang))
        .code("file_gone", |lang| Text::FileGone.to(lang))
        .notice(notices::ORDER_DOUBTFUL, |notice, lang| {
            let title = notice.text("title");
            let day = day(notice, "day", lang);
            let text = Text::OrderDoubtful { title, day }.to(lang);
            Told::of(text, format!("{PAGE}/{}", notice.subject_id))
        })
        .notice(notices::ORDER_FAILED, |notice, lang| {
            let title = notice.text("title");
            let text = Text::OrderFailed { title }.to(lang);
            Told::of(text, format!("{PAGE}/{}", notice.subject_id))
        })
}

/// Where an order stands, in words.
pub(super) fn state(lang: Lang, state: OrderState) -> Cow<'static, str> {
    match state {
        OrderState::Draft => Text::Draft,
        OrderState::Scheduled => Text::Scheduled,
        OrderState::Applied => Text::Applied,
        OrderState::Failed => Text::Failed,
        OrderState::Withdrawn => Text::Withdrawn,
        OrderState::Undone => Text::Undone,
    }
    .to(lang)
}

/// What a column is called.
pub(super) fn column(lang: Lang, column: Column) -> Cow<'static, str> {
    match column {
        Column::Kind => Text::ColumnKind,
        Column::Number => Text::ColumnNumber,
        Column::Name => Text::ColumnName,
        Column::Kana => Text::ColumnKana,
        Column::Class => Text::ColumnClass,
        Column::Unit => Text::ColumnUnit,
        Column::Post => Text::ColumnPost,
        Column::Parent => Text::ColumnParent,
        Column::Rank => Text::ColumnRank,
        Column::Head => Text::ColumnHead,
        Column::Position => Text::ColumnPosition,
        Column::Tags => Text::ColumnTags,
        Column::Until => Text::ColumnUntil,
        Column::Note => Text::ColumnNote,
    }
    .to(lang)
}

/// What stands in a cell, for people: kinds and employment classes by their names, whichever way they were written.
pub(super) fn cell(lang: Lang, column: Column, text: &str) -> String {
    let named = match column {
        Column::Kind => ActKind::named(text).map(|kind| act(lang, kind)),
        Column::Class => EmploymentClass::ALL
            .into_iter()
            .find(|class| class.code() == text || terms::class(Lang::Ja, *class) == text)
            .map(|class| terms::class(lang, class)),
        _ => None,
    };
    named.map_or_else(|| text.to_owned(), Cow::into_owned)
}

/// What a kind of line is called.
pub(super) fn act(lang: Lang, kind: ActKind) -> Cow<'static, str> {
    match kind {
        ActKind::Appoint => Text::Appoint,
        ActKind::Concurrent => Text::ConcurrentPost,
        ActKind::Relieve => Text::Relieve,
        ActKind::Join => Text::Join,
        ActKind::Leave => Text::Leave,
        ActKind::Reclass => Text::Reclass,
        ActKind::LeaveOfAbsence => Text::LeaveOfAbsence,
        ActKind::ChildcareLeave => Text::ChildcareLeave,
        ActKind::Second => Text::Second,
        ActKind::Return => Text::Return,
        ActKind::FoundUnit => Text::FoundUnit,
        ActKind::RenameUnit => Text::RenameUnit,
        ActKind::MoveUnit => Text::MoveUnit,
        ActKind::MergeUnit => Text::MergeUnit,
        ActKind::CloseUnit => Text::CloseUnit,
        ActKind::FoundPost => Text::FoundPost,
        ActKind::ClosePost => Text::ClosePost,
    }
    .to(lang)
}
