//! The table of rules: id, kind, whether it is of the base, title and duty in Japanese and English.

use super::{Deserialize, Facts, Serialize};
use crate::Kind;

macro_rules! rules {
    ($( $name:ident $id:literal $kind:ident $standing:ident
        $title_ja:literal $title_en:literal
        $duty_ja:literal
        $duty_en:literal; )+) => {
        /// What the program can keep. Which city's article asks for it, and since when, is its profile's matter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum Rule {
            $( #[doc = $duty_en] $name, )+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$( Self::$name, )+];

            pub(super) const fn facts(self) -> &'static Facts {
                match self {
                    $( Self::$name => &Facts {
                        id: $id,
                        kind: Kind::$kind,
                        base: standing!($standing),
                        title: [$title_ja, $title_en],
                        duty: [$duty_ja, $duty_en],
                    }, )+
                }
            }
        }
    };
}

macro_rules! standing {
    (base) => {
        true
    };
    (profile) => {
        false
    };
}

rules! {
    SignInRequired "access.sign_in" Enforce base
        "ログインの必要" "Sign-in required"
        "アカウントを持つ利用者だけに応答する。有効なセッション又はトークンがなければ、ログイン画面とその部品、robots.txt、稼働確認のほかは何も返さない。"
        "Only a user with an account is answered: without a valid session or token nothing answers but sign-in, its static files, robots.txt, health and readiness.";
    AccessByRight "access.by_right" Enforce base
        "権限による閲覧及び操作" "Access by right"
        "役割、所属又は宛先によって許された閲覧及び操作だけを認める。見る権限のないものは、存在しないものと同じに答える。"
        "One sees and does only what one's role, section or being addressed allows; what one may not see answers as what does not exist.";
    ActAudited "audit.every_act" Record base
        "監査記録" "Audit of every act"
        "何かを変える行為は、誰が、どの役割で、どの規則により行ったかの監査記録を、同じ取引の中で残す。"
        "Every act that changes something leaves an audit entry, in the same transaction: who, in which role, under which rule.";
    IdSetByAdministrator "account.id_by_administrator" Enforce base
        "管理者によるIDの設定" "ID set by the administrator"
        "IDは、システム管理者だけが設定し、又は変更する。本人は変更できない。"
        "Only the system administrator sets or changes an ID; its owner cannot.";
    PasswordOwnersAlone "password.owners_alone" Enforce base
        "本人だけのパスワード" "Password its owner's alone"
        "パスワードは本人だけのもので、誰も読み出せない。管理者が発行したものは一度だけ使え、最初のログインで変更しなければならない。"
        "A password is its owner's alone: nobody can read it, and one that an administrator issues works once and must be changed at first sign-in.";
    PasswordNotLeaked "password.not_leaked" Enforce base
        "パスワードの漏えい防止" "Password not leaked"
        "よく知られた、又は推測しやすいパスワードを拒む。パスワードを記録、画面、出力及び控えに平文で残さない。"
        "Known and weak passwords are refused; none is in clear in a log, a page, an export or a backup.";
    EmploymentClass "staff.employment_class" Record base
        "任用の区分" "Employment class"
        "職員ごとに、市長、副市長、教育長、定数条例に規定する正規職員、その他(会計年度任用、派遣、委託等)の区分を記録する。"
        "Each person carries a class: mayor, deputy mayor, superintendent of education, regular staff under the quota ordinance, or other (fixed-term, dispatched, contractor).";
    SystemSupervisor "role.system_supervisor" Role base
        "システム総括責任者" "System supervisor"
        "安全対策を総合的に行う者を、充て職として一つの職に結び付け、その職にある者がその日の責任者となる。"
        "The supervisor of overall security measures is bound to a post; whoever holds the post on the day holds the role.";
    SystemAdministrator "role.system_administrator" Role base
        "システム管理者" "System administrator"
        "運用管理を行う者を、充て職として一つの職に結び付け、その職にある者がその日の管理者となる。"
        "The administrator who runs the system is bound to a post; whoever holds the post on the day holds the role.";
    FunctionsByAdministrator "function.by_administrator" Enforce base
        "機能及び権限の変更" "Functions and permissions"
        "機能の追加及び変更並びに権限の付与は、システム管理者だけが行い、その都度記録する。"
        "Only the administrator switches functions and changes permissions, each change on record.";
    HistoryKept "history.kept" Enforce base
        "履歴の保持" "History kept"
        "改ざん、毀損及び滅失を許さない。変更の前の版を必ず残し、版を比べ、戻すことができる。"
        "No tampering or loss: every change keeps the version before it; versions can be compared and restored.";
    MisuseWatched "session.misuse_watched" Enforce base
        "IDの不正利用の防止" "Misuse of IDs watched"
        "ログインの履歴を本人に示し、初めての場所からのログインを知らせ、失敗が続けば一時受け付けず、離れた所からセッションを終わらせることができる。"
        "Sign-in history is shown to its owner, sign-in from a new place told, sign-in refused for a while after failures, sessions ended from afar.";
    SuspensionBySupervisor "suspension.by_supervisor" Enforce base
        "IDの停止" "Suspension of an ID"
        "禁止事項に違反した利用者のIDは、システム総括責任者だけが、該当する号と理由を記録して停止する。セッションは直ちに終わり、本人にはログインの際に知らせ、解除も記録する。"
        "The supervisor, and nobody else, suspends an ID for a breach, with item and reason on record; every session ends at once, the owner is told at sign-in, and lifting it is on record too.";
    Board "function.board" Function base
        "掲示板" "Bulletin board"
        "利用者がすべての利用者に向けて発信する。分類、掲載期間、固定表示、既読の状態、添付を備える。"
        "Users write to all users; with categories, posting period, pinning, read state and attachments.";
    Circulation "function.circulation" Function base
        "回覧・レポート" "Circulation and report"
        "特定の複数の利用者又は所属に向けて発信する。相手ごとの既読と確認、期限、返信、督促を備える。"
        "To several named users or sections; with read and confirmed state per recipient, due date, replies and reminders.";
    Schedule "function.schedule" Function base
        "スケジュール" "Schedule"
        "本人、他の利用者及びグループの予定を日、週及び月で管理し、閲覧する。例外のある繰返し、参加者、共通の空き時間を備える。"
        "Users keep and read schedules: their own, others' and groups' by day, week and month; with repeats and exceptions, participants and common free time.";
    FacilityBooking "function.facility_booking" Function base
        "施設予約" "Facility booking"
        "会議室、備品及び車両を予約し、利用状況を照会する。予約は決して重ならない。"
        "Rooms, equipment and cars are booked, and their use looked up; bookings never overlap.";
    Documents "function.documents" Function base
        "文書管理" "Documents"
        "各所属及び職員が使う届出、申請、報告等の書類のファイルを登録し、利用する。"
        "Documents: the files of notifications, applications and reports that sections and staff use, registered and used.";
    SmoothRunning "administrator.smooth_running" Function profile
        "円滑な運用のための措置" "Measures for smooth running"
        "システム管理者が、保守の予告、全利用者への知らせ、閲覧のみの状態への切替えを行う。"
        "The administrator announces maintenance beforehand, notifies all, and has everybody only read for a time.";
    UsageRules "usage.rules" Record profile
        "利用内容及び利用方法" "Usage rules"
        "システム管理者が利用内容及び利用方法を版として定め、利用者ごとの了承を記録する。"
        "The administrator sets what the groupware is used for and how, in versions, and each user's acknowledgement is kept.";
    ResidualPowers "administrator.residual_powers" Role profile
        "その他の運用管理" "Other matters of running"
        "他の規則が行う者を定めない運用管理は、システム管理者が行う。"
        "Matters of running it for which no rule names another are the administrator's.";
    InformationManagers "role.information_manager" Role profile
        "情報の管理責任者" "Information managers"
        "課室等の情報を管理する者を、その長の職に結び付ける。権限はその課室等に限る。"
        "Who manages a section's information is bound to the post of its head; the powers end at that section.";
    OthersApproved "account.others_approved" Enforce base
        "正規職員以外の利用の承認" "Accounts for others approved"
        "正規職員以外の者のアカウントは、システム管理者が理由と終期を付けて認めたときだけ作成し、終期に自動で終わる。"
        "An account for anyone but regular staff needs the administrator's approval with a reason and an end date, and ends by itself on it.";
    LeaversReported "account.leavers_reported" Remind profile
        "不要となった利用の報告" "Leavers reported"
        "利用が不要となった者を管理責任者が速やかに報告する。退職、異動及び長期の不使用は夜間の処理が見つけて管理責任者に尋ね、報告によりアカウントを閉じる。"
        "The manager promptly reports users who no longer need an account; the nightly job finds leavers, transfers and long-unused accounts and asks the manager; the account then closes.";
    KindOfRegistration "registration.kind" Enforce profile
        "登録できる情報の区分" "Kind of registration"
        "他者に向けて登録する情報には五つの区分のいずれかを付ける。第五の区分にはシステム管理者の承認を要する。"
        "What is registered for others carries which of the five kinds it is; the fifth kind needs the administrator's approval.";
    OwnContentManaged "manager.own_content" Enforce profile
        "所属の情報の管理" "A section's content managed"
        "管理責任者は、自らの所属が登録した情報を編集し、伏せ、又は引き継いで管理する。利用者の個人的な登録及び他の所属の情報には及ばない。"
        "A manager edits, hides and hands over what the own section registered, and neither another's nor what a user keeps personally.";
    ContentKeptCurrent "content.kept_current" Remind profile
        "情報の最新化" "Content kept current"
        "登録した情報ごとに見直しの日を持ち、登録した者が維持、更新又は削除する。期限を過ぎたものは管理責任者に知らせる。"
        "What is registered has a review date: whoever registered it keeps, updates or removes it; the manager is told of what is overdue.";
    RegisteredBySection "document.by_section" Enforce profile
        "所属単位の文書登録" "Documents registered by sections"
        "文書管理には、様式、統計データ、計画書、マニュアル又はその他有益なもののいずれかを、所属単位で登録する。"
        "What is registered among the documents is a form, statistics, a plan, a manual or otherwise useful, and a section registers it.";
    ReceiptRegister "document.receipt" Function profile
        "収受簿への登録" "Register of what was received"
        "電子メール等により受領したものを、添付とともに一つの操作で文書の収受簿に登録する。"
        "What was received, by mail or otherwise, is registered in one step, with its attachments, in the receipt register.";
    DailyCheck "messaging.daily_check" Remind profile
        "毎日の確認" "Daily check"
        "開庁日を過ぎても未読の掲示を本人に知らせる。管理責任者には件数だけを示し、内容は示さない。"
        "What stays unread over a working day reminds its owner; managers see figures, never the content.";
    PasswordChangeSuggested "password.change_suggested" Remind profile
        "パスワードの変更の勧め" "Password change suggested"
        "パスワードの経過期間を本人に示し、変更を勧める。強制は、有効期間を定める市だけで行う。"
        "A password's age is shown to its owner and a change suggested; it is required only where the city sets an age.";
    OpenSchedule "schedule.open" Enforce profile
        "予定の公開及び個人情報の除外" "Open schedules without personal information"
        "業務の日程を登録し、他の利用者が閲覧できる状態を原則とする。非公開は本人が明示して選ぶ。個人情報と思われる記載には警告し、それでも登録した者の判断を記録する。"
        "Schedules hold the work's dates and are open to others unless their owner explicitly closes one; what looks like personal information is warned of, and the decision of who registers it all the same is kept.";
    DeletionWithReason "deletion.with_reason" Enforce base
        "理由を付した削除" "Deletion with a reason"
        "他人の発言を削除する者は理由を付す。跡にその旨を残し、発言は証拠として保存する。"
        "Who deletes another's words gives a reason; a marker stays in their place, and the words stay as evidence.";
    NoSharedAccounts "account.not_shared" Enforce profile
        "アカウントの共用の禁止" "No shared accounts"
        "パスワードを他人に教えてはならない。アカウントの共用は、情報システム管理者が必要と認めた記録があるときに限る。"
        "No telling of passwords: an account is one person's, unless the information system manager's permission is on record.";
    PasswordAge "password.age" Enforce profile
        "パスワードの有効期間" "Password age"
        "定められた期間ごとにパスワードを変更する。期限の前に知らせ、過ぎれば変更するまで他の操作を拒む。"
        "Passwords are changed within the set period: reminded ahead, and past it everything else is refused until changed.";
    GeneralManager "role.general_manager" Role profile
        "総括管理責任者" "General manager"
        "行政システムを総括的に管理する者を、充て職として一つの職に結び付ける。"
        "Who manages the administrative systems as a whole is bound to a post.";
    InformationSystemManager "role.information_system_manager" Role profile
        "情報システム管理者" "Information system manager"
        "総括管理責任者の事務の一部を処理する者を、充て職として一つの職に結び付ける。"
        "Who handles part of the general manager's affairs is bound to a post.";
    ComputingGeneralManager "role.computing_general_manager" Role profile
        "電子計算組織総括管理者" "General manager of computing"
        "電子計算組織の管理運営及び個人情報保護対策を総括する者を、充て職として一つの職に結び付ける。"
        "Who oversees computing and the protection of personal information is bound to a post.";
    ComputingDuties "computing.duties" Role profile
        "総括管理者の職務" "Duties of the general manager of computing"
        "総括管理者の五つの職務を示し、その権限を総括管理者に与える。"
        "The general manager of computing has five duties, shown as such, and the powers that go with them.";
    ComputingDutiesShared "computing.duties_shared" Record profile
        "総括管理者の職務の分担" "Duties of computing shared out"
        "総括管理者の職務の一部を課の長に分担させるときは、どの職務を、誰に、いつからいつまでかを記録し、権限がそれに従う。"
        "Part of the general manager's duties can be shared out to section heads: which, to whom, from when to when; the powers follow.";
    ComputingManager "role.computing_manager" Role profile
        "電子計算組織管理者" "Computing manager"
        "電子計算組織を設置する課の長の職に結び付ける。"
        "Bound to the head of the section where the computers stand.";
    DataProtectionManagers "role.data_protection_manager" Role profile
        "データ保護管理者" "Data protection managers"
        "個人情報を電子計算処理する課の長の職に結び付ける。権限はその課に限る。"
        "Bound to the heads of the sections that process personal information; the powers end at that section.";
    FiveRequirements "consultation.five_requirements" Enforce profile
        "処理の要件" "Requirements of a system"
        "システムの提案には、五つの要件のうちどれをどのように満たすかを記す。一つも満たさなければ提出できない。"
        "A proposal says which of the five requirements it meets, and how; one that meets none cannot be submitted.";
    SystemDecisionConsulted "consultation.system_decision" Enforce profile
        "システムの決定の協議" "Consultation on deciding a system"
        "新たなシステムの決定の前に、定められた様式の協議書を提出する。提出のない決定を認めない。"
        "Before a new system is decided on, a consultation is submitted on the prescribed form; without one the decision is refused.";
    SystemChangeConsulted "consultation.system_change" Enforce profile
        "システムの設置等の協議" "Consultation on installing, changing or abolishing a system"
        "システムの設置、変更又は廃止の前に、定められた様式の協議書を提出する。専ら教育又は研究に要する業務系システムを除く。"
        "Before a system is installed, changed or abolished, a consultation is submitted on the prescribed form; not for business-side systems purely for education or research.";
    ConnectionConsulted "consultation.connection" Enforce profile
        "接続の協議" "Consultation on connecting systems"
        "情報系と業務系のシステムの接続の前に、定められた様式の協議書を提出する。提出のない接続を認めない。"
        "Before information-side and business-side systems are connected, a consultation is submitted on the prescribed form; without one the connection is refused.";
    DataUseApproved "data_use.approved" Enforce profile
        "他課のデータの利用の承認" "Approval to use another section's data"
        "他の課のデータの利用は、所管する課の承認を事前に得る。承認はデータ、目的、期間及び方法を定め、外れた利用を認めず、期間の終わりに自動で終わる。"
        "Another section's data are used only with that section's approval, given before; it names data, purpose, period and method, use outside it is refused, and it ends by itself.";
    ProvisionConsulted "provision.consulted" Enforce profile
        "データの外部提供の協議" "Consultation on providing data outside"
        "データを外部に提供する前に、定められた様式の協議書を総括管理責任者に提出する。提出のない協定及び引渡しを認めない。"
        "Before data are provided outside, a consultation on the prescribed form is submitted to the general manager; without one neither agreement nor release is allowed.";
    ProvisionAgreed "provision.agreed" Enforce profile
        "外部提供の協定" "Agreement on provision outside"
        "データの引渡しは、効力のある協定のある日に限り、引き渡すたびに、内容、件数、ハッシュ値、方法、受領者及び引き渡した者を記録する。"
        "Data are handed over only on days on which an agreement is in force; each time is recorded: what, how many, its hash, how, to whom and by whom.";
    AgreementConditions "provision.conditions" Enforce profile
        "協定の条件" "Conditions of an agreement"
        "協定には、秘密保持など七つの条件と、その他について総括管理責任者が記録した判断を備える。一つでも欠ければ締結できない。終了後の返還又は廃棄を、証明が付くまで督促する。"
        "An agreement has its seven conditions and the general manager's recorded word on the eighth, or is not concluded; once it ends, return or disposal is chased until it is evidenced.";
    SystemsRegistered "inventory.systems" Record profile
        "情報システムの台帳" "Register of information systems"
        "情報システムを、情報系と業務系、外部と内部の別、所管、機器、ソフトウェア、接続及び保有する個人情報とともに台帳に登録し、変更の前の版を残す。"
        "Each information system stands in the register with its side, its owner section, equipment, software, connections and the personal information held; every version stays.";
    EquipmentRegistered "inventory.equipment" Record profile
        "機器等の台帳" "Register of equipment"
        "サーバ(中央処理装置等)、端末装置、印刷装置、配線、媒体、ソフトウェア及びアカウントを、種類、所管、場所及び状態とともに台帳に登録する。"
        "Servers (central equipment), terminals, printers, cabling, media, software and accounts stand in the register with kind, section, place and state.";
    SystemManagerRecorded "inventory.system_manager" Record profile
        "開発及び維持管理を行う者" "Who develops and maintains a system"
        "情報系システムは情報システム管理者の指定により、業務系システムは業務を所管する者が、二以上あるときはその協議により、開発及び維持管理を行う者を記録する。"
        "Who develops and maintains a system is on record: on the information side as the system manager designates, on the business side the manager whose business it is, or as those who share it agree, with the agreement on file.";
    WorkDivided "division.work" Enforce profile
        "開発及び維持管理の別の区分" "Another division of the work"
        "開発及び維持管理の別の区分は、デジタル推進課長、財政課長及び情報管理責任者の協議と情報システム管理者の承諾の四つが、それぞれの職にある者により記録されるまで、効力を生じない。"
        "Another division of development and maintenance takes effect once the heads of the digital and of the finance section and the manager agreed and the system manager consented, each for their own post, all four on record.";
    CostBorne "division.cost" Record profile
        "経費の負担" "Who bears the cost"
        "開発及び維持管理の経費を、情報系システムは指定された課が、業務系システムは使用する課が負担する。分けて負担するときは、割合の合計を百とする。"
        "The cost of development and maintenance is borne on the information side by the designated section, on the business side by the one that uses the system; shares add up to a hundred.";
    CostDivided "division.cost_agreed" Enforce profile
        "経費の別の負担区分" "Another division of the cost"
        "経費の別の負担区分は、デジタル推進課長、財政課長及び情報管理責任者の協議と情報システム管理者の承諾の四つが、それぞれの職にある者により記録されるまで、効力を生じない。"
        "Another division of the cost takes effect once the heads of the digital and of the finance section and the manager agreed and the system manager consented, each for their own post, all four on record.";
    DataProtected "protection.data" Record profile
        "データの保護" "Protection of data"
        "データの漏えい、き損等を防ぐために情報システム管理者及び情報管理責任者が講じた措置を、システムごとに記録し、期間ごとに見直す。見直しの期限を過ぎたものを督促する。"
        "The measures that the system manager and the managers take against leak and damage of data are kept for each system and reviewed at intervals; overdue reviews are chased.";
    SystemsProtected "protection.disaster" Record profile
        "保守対策" "Protection from disaster and theft"
        "地震、火災その他の災害及び盗難から行政システムを保護するために情報システム管理者及び情報管理責任者が講じた措置を、システムごとに記録し、期間ごとに見直す。見直しの期限を過ぎたものを督促する。"
        "The measures that the system manager and the managers take against earthquake, fire, other disaster and theft are kept for each system and reviewed at intervals; overdue reviews are chased.";
    SecurityMethodsSet "protection.methods" Record profile
        "セキュリティの方式" "Security methods"
        "システムの構築に当たり、総括管理責任者がその時点で採用するセキュリティの方式を、システムごとに版として記録する。効力のある版は常に一つとする。"
        "For each system built, the general manager records the security methods of the day in versions, of which one is in force at a time.";
    InformationSystemOperators "designation.information_system" Enforce profile
        "情報系システムの操作の制限" "Operators of information-side systems"
        "情報系システムは、情報システム管理者が指定した課の職員等だけが操作する。"
        "Information-side systems are operated only by the staff of sections that the system manager designated.";
    BusinessSystemOperators "designation.business_system" Enforce profile
        "業務系システムの操作の制限" "Operators of business-side systems"
        "業務系システムは、情報管理責任者が指定した職員等だけが操作する。指定と解除は、定められた様式で報告するまで効力を生じない。"
        "Business-side systems are operated only by those whom the manager designated; designation and release take effect once they are reported on the prescribed form.";
    CentralEquipmentOperators "designation.central_equipment" Enforce profile
        "中央処理装置等の操作" "Operators of central equipment"
        "中央処理装置等は、総括管理者が指定し、又は承認した者だけが操作する。"
        "Central equipment is operated only by those whom the general manager designated or approved.";
    TerminalOperators "designation.terminal" Enforce profile
        "端末装置の操作" "Operators of terminals"
        "端末装置は、設置する課のデータ保護管理者が指定し、又は承認した者だけが操作する。"
        "Terminals are operated only by those whom the section's data protection manager designated or approved.";
    TerminalOperatorsReported "designation.terminal_reported" Enforce profile
        "端末装置を操作する者の報告" "Operators of terminals reported"
        "端末装置を操作する者の指定又は承認は、その行為のうちに氏名を総括管理者に報告する。報告を受ける者がいなければ認めない。"
        "Designating or approving an operator of a terminal reports the name to the general manager in the same act; where nobody is there to be told, it is refused.";
    TerminalData "terminal.data" Enforce profile
        "端末装置で扱うデータの制限" "Data from a terminal"
        "端末装置ごとに、その課の事務に必要なデータを定め、それ以外のデータの検索及び変更を認めない。"
        "For each terminal the data that the section's work needs are set; from it no other data are looked up or changed.";
    TerminalBusiness "terminal.business" Enforce profile
        "端末装置で行う業務の制限" "Business at a terminal"
        "端末装置ごとに、総括管理者があらかじめ認めた業務を定め、それ以外の業務を認めない。"
        "For each terminal the general manager approves businesses beforehand; no other is done at it.";
    TerminalRules "terminal.uniform_rules" Record profile
        "端末装置の統一的な操作" "Uniform operation of terminals"
        "端末装置の適正な管理及び統一的な操作に必要な事項を総括管理者が版として定め、操作する者に周知する。"
        "What the general manager sets for the uniform operation of terminals is kept in versions and made known to the operators.";
    ProcessingScope "development.scope" Enforce profile
        "個人情報を処理する事務の範囲" "Scope of processing personal information"
        "個人情報を処理する業務の依頼には、市の機関が所掌する事務か、その他の事務かを記す。その他の事務は、福祉の増進に寄与し秘密を侵すおそれのない理由がなければ提出できない。"
        "A request to process personal information says whether the work is the city's own or other; for other work it cannot be submitted without why it serves welfare and endangers nobody's privacy.";
    DevelopmentRequested "development.requested" Enforce profile
        "業務の開発の依頼" "Request to develop processing"
        "新たな電子計算処理業務の開発は、三つの基準のそれぞれについて内容を明らかにした書類により依頼する。一つでも欠ければ提出できない。"
        "The development of new processing is asked for with papers that speak to each of three criteria; with one left out it cannot be submitted.";
    DevelopmentReviewed "development.reviewed" Enforce profile
        "業務の開発の審査及び付議" "Review of a development, and its referral"
        "依頼は、四つの基準ごとの審査の結果と意見を付けて委員会に付議する。軽易又は急を要するものは、理由を記したときに限り付議を要しない。"
        "A request is reviewed by each of four criteria and referred to the committee with an opinion; a minor or urgent one only with the reason is not.";
    SecrecyPledged "pledge.secrecy" Record profile
        "秘密保持の誓約" "Pledges of secrecy"
        "個人情報に関する事務に従事する者が、職務上知り得た秘密を漏らさないことを従事の始めと終わりに誓約する。誓約文の版及びハッシュ値とともに人ごとに保存し、終わるまで催促する。"
        "Those who process personal information pledge at the start and before they leave to keep secret what they learn; each pledge is kept with the version and hash of its text, and owed until it is given.";
    ObservancePledged "pledge.observance" Record profile
        "法令等の遵守の誓約" "Pledges to observe law and policy"
        "アカウントを付与された者が、個人情報の保護に関する法令及びセキュリティポリシーの遵守を誓約し、誓約文の版とともに保存する。"
        "Whoever is given an account pledges to observe law and security policy; each pledge is kept with the version of its text.";
    Inquiries "inquiry.answered" Function profile
        "質疑への回答" "Inquiries answered"
        "利用者は課室等の情報についてその場で質問できる。質問は管理責任者に届き、管理責任者が回答させる。未回答は期限まで督促する。"
        "Users ask about a section's content at the item itself; it reaches the section's manager, who has it answered, and is reminded until it is.";
    ViolationsReported "violation.reported" Record profile
        "禁止事項の違反の報告" "Violations reported"
        "名誉を傷つける登録、法令又は公序良俗に反する利用、その他運用に支障を及ぼす行為は、どの利用者も報告でき、扱いと結果を記録する。"
        "Any user reports what defames, offends law or public order, or hinders the running; how it was handled, and with what outcome, is kept.";
    TakenDownByAdministrator "takedown.by_administrator" Enforce profile
        "違反する情報の削除" "Take-down of what is in breach"
        "禁止事項に反する情報は、システム管理者だけが理由を付して削除できる。元の情報はシステム総括責任者だけが見られる証拠として残し、登録した者に知らせる。"
        "Information in breach of the prohibitions is taken down by the system administrator alone, with a reason; the original stays as evidence for the supervisor alone, and its author is told.";
    OutsourcingClauses "outsourcing.clauses" Enforce profile
        "外部委託の契約の条項" "Clauses of an outsourcing contract"
        "行政システムの開発、維持管理等を委託する契約は、個人情報の保護に関する条項を示さなければ、締結済みとして登録できない。"
        "A contract that outsources the development or upkeep of systems names its clauses on personal information, or is not registered as concluded.";
}
