//! Administration: its home page, and what its pages share.

mod home;

use std::borrow::Cow;
use std::sync::Arc;

use yakusho_regulation::Role;
use yakusho_search::Sources;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Lang, NavEntry, NavSection, Routes, Words};

use crate::orders::Elsewhere;
use crate::{
    admin_accounts, audit, closed_days, functions, mailing, maintenance, orders,
    organisation_admin, registrations, regulation, roles, usage_rules,
};

yakusho_webkit::texts! {
    /// What the pages of administration share.
    pub(crate) enum Text {
        Administration: "管理" / "Administration";
        Intro: "対応が必要なものを表示しています。" / "What needs somebody's attention.";
        Open: "開く" / "Open";
        StepsTitle: "はじめにすること" / "First steps";
        StepOrganisation: "部・課・係と職を登録する" / "Enter departments, sections, units and posts";
        StepStaff: "職員と任用を発令のCSVで登録する" / "Take in staff and appointments by the CSV of an order";
        StepAccounts: "アカウントを開く" / "Open accounts";
        StepRoles: "役割に担当者がいるか確かめる" / "See that every role is held";
        StepUsageRules: "利用上の決まりを公開する" / "Publish the usage rules";
        StepClosedDays: "閉庁日を登録する" / "Enter closed days";
        StepContents: "そのあと、掲示板のカテゴリー、施設、文書のキャビネットを、それぞれの画面で用意してください。" / "Then set up the categories of the board, facilities and cabinets, each on its own page.";
        ApprovalsTitle: "登録情報の承認" / "Approvals";
        Approvals { n: u64 }: "{n}件が承認を待っています。" / "{n} waits for approval." | "{n} wait for approval." by n;
        NoApprovals: "承認を待っているものはありません。" / "Nothing waits for approval.";
        LeaversTitle: "利用の確認" / "Users to check";
        Leavers { n: u64 }: "{n}件が回答を待っています。" / "{n} account waits for an answer." | "{n} accounts wait for an answer." by n;
        NoLeavers: "回答を待っているものはありません。" / "Nothing waits for an answer.";
        OrdersTitle: "人事発令" / "Personnel orders";
        NoOrders: "予約された発令はありません。" / "No order is scheduled.";
        RolesTitle: "担当者のいない役割" / "Roles that nobody holds";
        AllRolesHeld: "すべての役割に担当者がいます。" / "Every role is held.";
        Nobody: "不在" / "Nobody";
        JobsTitle: "夜間の処理" / "Nightly jobs";
        NoRuns: "まだ実行されていません。" / "None has run yet.";
        RunOk: "正常" / "Done";
        RunFailed: "失敗" / "Failed";
        JobOrders: "人事発令の適用" / "Carrying out personnel orders";
        JobAccounts: "アカウントの終期とパスワードの期限" / "Ends of accounts and of passwords";
        JobLeavers: "利用の確認" / "Users to check";
        JobDocuments: "文書の見直しのお知らせ" / "Documents to be looked through";
        JobBookings: "繰返しの施設予約と返却の督促" / "Series of bookings, and what was not brought back";
        JobDailyCheck: "未読のお知らせ" / "Telling of what stays unread";
        JobBoard: "掲示板の督促" / "Reminders of the board";
        JobCirculations: "回覧の督促" / "Reminders of circulations";
        JobOperators: "操作職員の異動と報告" / "Operators who moved, and their reports";
        JobDuties: "期限の近い事務と遵守状況" / "What is due, and how it stands with each rule";
        JobFiles: "使われていないファイルの整理" / "Clearing files that hang on nothing";
        JobTexts: "添付ファイルの文字の読み取り" / "Taking the text out of files";
        JobSearch: "検索の索引の補完" / "What the index of search lacks";
        JobMails: "古いメールの記録の整理" / "Clearing old mails";
        JobRequests: "古い送信記録の整理" / "Clearing what tells repeated requests";
        JobAudit: "監査記録の署名" / "Signing the head of the audit trail";
        JobSessions: "古いログインの整理" / "Clearing old sessions";
    }
}

/// The home page of administration.
pub(crate) const PAGE: &str = "/admin";

/// The system administrator alone.
pub(crate) const ADMINISTRATOR: Access = Access::Role(Role::SystemAdministrator);

/// The system administrator and the supervisor.
pub(crate) const OVERSEERS: Access =
    Access::AnyRole(&[Role::SystemAdministrator, Role::SystemSupervisor]);

/// What the home page is called.
pub(crate) fn title(lang: Lang) -> Cow<'static, str> {
    Text::Administration.to(lang)
}

/// The routes of administration, of the regulation and of the audit trail.
pub(crate) fn routes(elsewhere: &Elsewhere, sources: &Arc<Sources>) -> Routes {
    regulation::routes()
        .join(Routes::new().get(PAGE, OVERSEERS, home::show))
        .join(orders::routes(elsewhere))
        .join(organisation_admin::routes(elsewhere))
        .join(audit::routes(sources))
        .join(admin_accounts::routes())
        .join(roles::routes())
        .join(functions::routes())
        .join(maintenance::routes())
        .join(usage_rules::routes())
        .join(registrations::routes())
        .join(closed_days::routes())
}

/// What leads to them.
pub(crate) fn nav() -> impl Iterator<Item = NavEntry> {
    let home = NavEntry::new(PAGE, Icon::Home, title)
        .section(NavSection::Administration)
        .access(OVERSEERS);
    [
        regulation::nav(),
        audit::nav(),
        roles::nav(),
        home,
        orders::nav(),
        organisation_admin::nav(),
    ]
    .into_iter()
    .chain(admin_accounts::nav())
    .chain([
        functions::nav(),
        maintenance::nav(),
        usage_rules::nav(),
        registrations::nav(),
        closed_days::nav(),
        mailing::nav(),
    ])
}

/// What their codes are called.
pub(crate) fn words() -> Vec<Words> {
    let own = Words::default()
        .acts(audit::ACTS)
        .things(audit::THINGS)
        .facts(audit::FACTS)
        .code("job.orders", |lang| Text::JobOrders.to(lang))
        .code("job.accounts", |lang| Text::JobAccounts.to(lang))
        .code("job.leavers", |lang| Text::JobLeavers.to(lang))
        .code("job.daily-check", |lang| Text::JobDailyCheck.to(lang))
        .code("job.board", |lang| Text::JobBoard.to(lang))
        .code("job.circulations", |lang| Text::JobCirculations.to(lang))
        .code("job.documents", |lang| Text::JobDocuments.to(lang))
        .code("job.bookings", |lang| Text::JobBookings.to(lang))
        .code("job.operators", |lang| Text::JobOperators.to(lang))
        .code("job.duties", |lang| Text::JobDuties.to(lang))
        .code("job.files", |lang| Text::JobFiles.to(lang))
        .code("job.texts", |lang| Text::JobTexts.to(lang))
        .code("job.search", |lang| Text::JobSearch.to(lang))
        .code("job.mails", |lang| Text::JobMails.to(lang))
        .code("job.requests", |lang| Text::JobRequests.to(lang))
        .code("job.audit", |lang| Text::JobAudit.to(lang))
        .code("job.sessions", |lang| Text::JobSessions.to(lang));
    vec![
        own,
        orders::words(),
        organisation_admin::words(),
        admin_accounts::words(),
        functions::words(),
        maintenance::words(),
        usage_rules::words(),
        registrations::words(),
    ]
}
