//! The words for what domains keep as codes: kinds of registration, kinds of proxy, what a file is.

use std::borrow::Cow;

use yakusho_accounts::registration::Kind;
use yakusho_kernel::ProxyKind;
use yakusho_regulation::Rule;
use yakusho_webkit::ui::Choice;
use yakusho_webkit::{Lang, Visit};

yakusho_webkit::texts! {
    /// The words.
    enum Word {
        Constant: "恒常的に使用する情報" / "In constant use";
        Frequent: "使用頻度が高い情報" / "Used often";
        Shared: "共有性が高い情報" / "Worth sharing";
        Pressing: "緊急性又は重要性がある情報" / "Urgent or important";
        Approved: "管理者が特に必要と認めた情報" / "Found necessary by the administrator";
        ConstantHelp: "様式、名簿、内線番号など、いつも使うもの" / "Forms, lists, extension numbers: what is always in use";
        FrequentHelp: "手引き、日程など、たびたび見るもの" / "Guides, timetables: what is looked at again and again";
        SharedHelp: "お知らせ、会議の結果など、多くの職員に知らせるもの" / "News, results of meetings: what many should know";
        PressingHelp: "災害、事故、締切の迫ったものなど" / "Disasters, accidents, close deadlines";
        ApprovedHelp: "上のどれにも当たらないもの。掲載の前に管理者の承認が必要です。" / "None of the above. The administrator must approve it first.";

        ActingForPost: "職務代理" / "acting for the post";
        DecidingInPlace: "代決" / "deciding in place";
        Secretary: "秘書代行" / "secretary";
        SharedDuties: "職務の分担" / "shared duties";

        Pdf: "PDF" / "PDF";
        Writing: "Word文書" / "Word document";
        Sheets: "Excelブック" / "Excel workbook";
        Slides: "PowerPoint" / "PowerPoint";
        Zip: "ZIP書庫" / "ZIP archive";
        Picture: "画像" / "Picture";
        Sound: "音声" / "Sound";
        Film: "動画" / "Video";
        PlainText: "テキスト" / "Text";
        OtherFile: "その他のファイル" / "Other file";
    }
}

/// A kind of registration (nogata:8) in words.
pub(crate) fn kind(lang: Lang, kind: Kind) -> Cow<'static, str> {
    match kind {
        Kind::Constant => Word::Constant,
        Kind::Frequent => Word::Frequent,
        Kind::Shared => Word::Shared,
        Kind::Pressing => Word::Pressing,
        Kind::Approved => Word::Approved,
    }
    .to(lang)
}

/// The kinds of registration to choose from, each with what it is for.
pub(crate) fn kinds(lang: Lang) -> impl Iterator<Item = Choice> {
    Kind::ALL.into_iter().map(move |each| {
        let help = match each {
            Kind::Constant => Word::ConstantHelp,
            Kind::Frequent => Word::FrequentHelp,
            Kind::Shared => Word::SharedHelp,
            Kind::Pressing => Word::PressingHelp,
            Kind::Approved => Word::ApprovedHelp,
        };
        Choice::new(each.code(), kind(lang, each)).detail(help.to(lang))
    })
}

/// Whether this city asks for the kind of what is registered (nogata:8).
pub(crate) fn asks_for_kind(visit: &Visit) -> bool {
    let cx = &visit.cx;
    cx.city()
        .in_force(Rule::KindOfRegistration, cx.today())
        .is_some()
}

/// A legal kind of acting for another in words.
pub(crate) fn proxy(lang: Lang, kind: ProxyKind) -> Cow<'static, str> {
    match kind {
        ProxyKind::ActingForPost => Word::ActingForPost,
        ProxyKind::DecidingInPlace => Word::DecidingInPlace,
        ProxyKind::Secretary => Word::Secretary,
        ProxyKind::SharedDuties => Word::SharedDuties,
    }
    .to(lang)
}

/// What a file of that media type is, as people say it.
pub(crate) fn media(lang: Lang, media_type: &str) -> Cow<'static, str> {
    let word = match media_type {
        "application/pdf" => Word::Pdf,
        "application/msword"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            Word::Writing
        }
        "application/vnd.ms-excel"
        | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Word::Sheets,
        "application/vnd.ms-powerpoint"
        | "application/vnd.openxmlformats-officedocument.presentationml.presentation" => {
            Word::Slides
        }
        "application/zip" => Word::Zip,
        "text/plain" => Word::PlainText,
        picture if picture.starts_with("image/") => Word::Picture,
        sound if sound.starts_with("audio/") => Word::Sound,
        film if film.starts_with("video/") => Word::Film,
        _ => Word::OtherFile,
    };
    word.to(lang)
}
