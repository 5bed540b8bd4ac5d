//! The cabinets of the seeded town hall, with documents of its sections and their files.

use time::{Date, Duration, Time};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration::Kind;
use yakusho_attachments as attachments;
use yakusho_blobs::Blobs;
use yakusho_documents::cabinet::{self, CabinetForm, FolderId, RightsForm};
use yakusho_documents::document::{self, Category, DocumentForm, Retention};
use yakusho_kernel::{Cx, Fault, PersonId, UnitId};
use yakusho_koyomi::FiscalYear;

use crate::city::Rank;
use crate::organisation::Town;
use crate::past::Past;

/// The rank from which members, rather than heads, write.
const CLERK: i16 = 8;

/// A cabinet: whose it is, what it is called, and the folders in it with their documents.
struct Cabinet {
    /// What the section's name has in it.
    section: &'static str,
    name: &'static str,
    folders: &'static [(&'static str, &'static [Paper])],
}

/// A document with its file in plain text, and what goes with that.
struct Paper {
    title: &'static str,
    notes: &'static str,
    category: Category,
    tags: &'static [&'static str],
    retention: Retention,
    /// Before how many days it was registered.
    days_ago: i64,
    /// After how many days from today it is to be looked through again.
    review_in: Option<i64>,
    file: &'static str,
    content: &'static str,
    beside: &'static [(&'static str, &'static [u8])],
}

/// What goes with the handbook on documents: the same to be printed, and what happens to a document in a picture.
const HANDBOOK: &[(&str, &[u8])] = &[
    (
        "文書事務の手引き.pdf",
        include_bytes!("../files/handbook.pdf"),
    ),
    ("文書の流れ.png", include_bytes!("../files/flow.png")),
];

const CABINETS: &[Cabinet] = &[
    Cabinet {
        section: "総務",
        name: "庁内様式集",
        folders: &[
            (
                "服務",
                &[
                    Paper {
                        title: "年次有給休暇届",
                        notes: "休暇を取る前日までに、所属長に出してください。\n半日の休暇にも同じ様式を使います。",
                        category: Category::Form,
                        tags: &["休暇", "服務"],
                        retention: Retention::Years3,
                        days_ago: 50,
                        review_in: Some(200),
                        file: "年次有給休暇届.txt",
                        content: "年次有給休暇届\n\n所属:\n氏名:\n期間:  年  月  日から  年  月  日まで(  日間)\n緊急の連絡先:\n\n上記のとおり届け出ます。\n",
                        beside: &[],
                    },
                    Paper {
                        title: "出張復命書",
                        notes: "出張から戻って5日以内に提出してください。",
                        category: Category::Form,
                        tags: &["出張", "服務"],
                        retention: Retention::Years3,
                        days_ago: 48,
                        review_in: Some(-3),
                        file: "出張復命書.txt",
                        content: "出張復命書\n\n用務:\n用務先:\n期間:\n概要:\n\n上記のとおり復命します。\n",
                        beside: &[],
                    },
                ],
            ),
            (
                "文書",
                &[Paper {
                    title: "文書事務の手引き",
                    notes: "起案から保存、廃棄までの流れをまとめたものです。",
                    category: Category::Manual,
                    tags: &["文書", "手引き"],
                    retention: Retention::Years10,
                    days_ago: 40,
                    review_in: Some(120),
                    file: "文書事務の手引き.txt",
                    content: "文書事務の手引き\n\n1 文書は所属で登録し、所属で保存します。\n2 保存期間は、完結した年度の翌年度の4月1日から数えます。\n3 保存期間が満了した文書は、所属長の決定で廃棄します。\n",
                    beside: HANDBOOK,
                }],
            ),
        ],
    },
    Cabinet {
        section: "財政",
        name: "予算・決算",
        folders: &[(
            "令和8年度当初予算",
            &[
                Paper {
                    title: "予算編成方針",
                    notes: "各課の要求の前に必ず読んでください。",
                    category: Category::Plan,
                    tags: &["予算"],
                    retention: Retention::Years10,
                    days_ago: 35,
                    review_in: None,
                    file: "予算編成方針.txt",
                    content: "令和8年度予算編成方針\n\n経常的経費は前年度の当初予算の額を上限とします。\n新規の事業は、終期と効果の見込みを添えて要求してください。\n",
                    beside: &[],
                },
                Paper {
                    title: "予算要求の日程",
                    notes: "期限を過ぎた要求は受け付けられません。",
                    category: Category::Other,
                    tags: &["予算", "日程"],
                    retention: Retention::Year1,
                    days_ago: 33,
                    review_in: None,
                    file: "予算要求の日程.csv",
                    content: "内容,期限\n要求書の提出,11月10日\nヒアリング,11月下旬\n内示,1月中旬\n",
                    beside: &[],
                },
            ],
        )],
    },
    Cabinet {
        section: "市民",
        name: "窓口業務",
        folders: &[(
            "統計",
            &[Paper {
                title: "窓口受付件数(月別)",
                notes: "証明書の交付と届出の受付の件数です。毎月10日に更新します。",
                category: Category::Statistics,
                tags: &["窓口", "統計"],
                retention: Retention::Years5,
                days_ago: 12,
                review_in: Some(20),
                file: "窓口受付件数.csv",
                content: "月,証明書,届出\n4月,3120,1480\n5月,2610,910\n6月,2490,870\n7月,2550,905\n",
                beside: &[],
            }],
        )],
    },
    Cabinet {
        section: "危機|防災|生活安全",
        name: "危機管理",
        folders: &[(
            "計画",
            &[Paper {
                title: "職員初動マニュアル",
                notes: "震度5弱以上の地震が起きたときは、このとおりに参集してください。",
                category: Category::Manual,
                tags: &["防災", "参集"],
                retention: Retention::Years5,
                days_ago: 20,
                review_in: Some(60),
                file: "職員初動マニュアル.txt",
                content: "職員初動マニュアル\n\n1 自分と家族の安全を確かめる。\n2 震度5弱以上では、指示を待たずに参集する。\n3 参集したら、所属の班長に人数と道中の被害を報告する。\n",
                beside: &[],
            }],
        )],
    },
    Cabinet {
        section: "企画",
        name: "総合計画",
        folders: &[(
            "進行管理",
            &[Paper {
                title: "実施計画の進捗調べ",
                notes: "各課の回答を四半期ごとにまとめています。",
                category: Category::Plan,
                tags: &["総合計画", "進捗"],
                retention: Retention::Years5,
                days_ago: 30,
                review_in: Some(150),
                file: "実施計画の進捗.csv",
                content: "施策,目標,実績\n子育て支援の拠点,6か所,5か所\n公共施設の省エネルギー化,12棟,7棟\n",
                beside: &[],
            }],
        )],
    },
];

/// Fills the cabinets.
pub(crate) async fn fill(
    past: &Past,
    town: &Town,
    administrator: PersonId,
    blobs: &Blobs,
) -> Result<(), Fault> {
    for (place, planned) in (1..).zip(CABINETS) {
        let section = town.unit_named(planned.section, Rank::Section);
        let clerk = section.and_then(|section| Some((section, town.member_of(section, CLERK)?)));
        let Some((section, clerk)) = clerk else {
            continue;
        };
        let founded = past.act(administrator, past.day(60), nine()).await?;
        let top = found(&founded, planned, section, place).await?;
        for (position, (name, papers)) in (1..).zip(planned.folders) {
            let cx = past.act(clerk, past.day(58), nine()).await?;
            let folder = *cabinet::add(&cx, top, name, position).await?;
            for paper in *papers {
                register(past, blobs, clerk, folder, paper).await?;
            }
        }
    }
    Ok(())
}

const fn nine() -> Time {
    time::macros::time!(9:00)
}

async fn found(
    cx: &Cx,
    planned: &Cabinet,
    section: UnitId,
    position: i32,
) -> Result<FolderId, Fault> {
    let form = CabinetForm {
        section,
        name: planned.name.to_owned(),
        position,
        rights: RightsForm {
            readers: Audience {
                everyone: true,
                ..Audience::default()
            },
            writers: Audience {
                units: vec![section],
                ..Audience::default()
            },
        },
    };
    Ok(cabinet::found(cx, form).await?.into_inner())
}

async fn register(
    past: &Past,
    blobs: &Blobs,
    clerk: PersonId,
    folder: FolderId,
    paper: &Paper,
) -> Result<(), Fault> {
    let day: Date = past.day(paper.days_ago);
    let cx = past.act(clerk, day, nine()).await?;
    let text = (paper.file, paper.content.as_bytes());
    let mut files = Vec::new();
    for (name, content) in [text].into_iter().chain(paper.beside.iter().copied()) {
        let file = attachments::upload(&cx, blobs, name, content).await?;
        files.push(file.id);
    }
    let review_on = paper
        .review_in
        .map(|days| past.day(0) + Duration::days(days));
    let form = DocumentForm {
        folder,
        title: paper.title.to_owned(),
        notes: paper.notes.to_owned(),
        category: Some(paper.category),
        registration: past.registration(Kind::Constant, day),
        tags: paper.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        fiscal_year: FiscalYear::of(day).year(),
        valid_from: None,
        valid_until: None,
        review_on,
        retention: paper.retention,
        files,
        all_the_same: true,
        reason: String::new(),
    };
    let id = *document::draft(&cx, form).await?;
    let _ = document::register(&cx, id, 1).await?;
    Ok(())
}
