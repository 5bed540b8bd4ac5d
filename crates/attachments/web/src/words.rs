//! The words for acts and facts about files, and for what a file is.

use std::borrow::Cow;

use yakusho_attachments::Doubt;
use yakusho_webkit::{Lang, Words};

yakusho_webkit::texts! {
    /// What a file is, as people say it.
    enum Kind {
        Pdf: "PDF" / "PDF";
        Writing: "Word文書" / "Word document";
        Sheets: "Excelブック" / "Excel workbook";
        Slides: "PowerPoint" / "PowerPoint";
        Zip: "ZIP書庫" / "ZIP archive";
        Picture: "画像" / "Picture";
        Sound: "音声" / "Sound";
        Film: "動画" / "Video";
        PlainText: "テキスト" / "Text";
        Other: "その他のファイル" / "Other file";
    }
}

/// What a file of that media type is.
pub(crate) fn kind(lang: Lang, media_type: &str) -> Cow<'static, str> {
    match media_type {
        "application/pdf" => Kind::Pdf,
        "application/msword"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            Kind::Writing
        }
        "application/vnd.ms-excel"
        | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Kind::Sheets,
        "application/vnd.ms-powerpoint"
        | "application/vnd.openxmlformats-officedocument.presentationml.presentation" => {
            Kind::Slides
        }
        "application/zip" => Kind::Zip,
        "text/plain" => Kind::PlainText,
        picture if picture.starts_with("image/") => Kind::Picture,
        sound if sound.starts_with("audio/") => Kind::Sound,
        film if film.starts_with("video/") => Kind::Film,
        _ => Kind::Other,
    }
    .to(lang)
}

yakusho_webkit::texts! {
    /// What is said of a file that is not what its name says.
    enum Doubted {
        Program: "中身はプログラムです" / "This is a program";
        OtherKind: "名前と中身の種類が違います" / "Its content is of another kind than its name says";
    }
}

/// In what a file is not what its name says.
pub(crate) fn doubt(lang: Lang, doubt: Doubt) -> Cow<'static, str> {
    match doubt {
        Doubt::Program => Doubted::Program,
        Doubt::OtherKind => Doubted::OtherKind,
    }
    .to(lang)
}

/// What the audit trail says of files.
pub(crate) fn words() -> Words {
    Words::default().acts(ACTS).things(THINGS).facts(FACTS)
}

const ACTS: [(&str, (&str, &str)); 4] = [
    ("attachment.", ("添付ファイル", "Attachments")),
    (
        "attachment.read",
        ("ファイルの文字の読み取り", "Text taken out of a file"),
    ),
    ("attachment.upload", ("ファイルの登録", "File uploaded")),
    (
        "attachment.sweep",
        ("不要なファイルの整理", "Loose files swept"),
    ),
];

const THINGS: [(&str, (&str, &str)); 1] = [("attachment", ("添付ファイル", "Attachment"))];

const FACTS: [(&str, (&str, &str)); 2] = [
    ("size", ("大きさ(バイト)", "Size in bytes")),
    ("uploads", ("整理したファイルの数", "Files swept")),
];

#[cfg(test)]
mod tests {
    use super::{ACTS, FACTS, THINGS};

    #[test]
    fn every_act_thing_and_fact_has_words() {
        for (before, words, count) in [
            ("Act::new(\"", &ACTS[..], 3),
            ("Id = \"", &THINGS[..], 1),
            (".with(\"", &FACTS[..], 2),
        ] {
            let names = yakusho_testkit::declared(&["attachments/src"], before, '"');
            assert_eq!(names.len(), count, "{names:?}");
            for name in names {
                let named = words.iter().any(|(known, _)| *known == name);
                assert!(named, "{name} has no words");
            }
        }
    }
}
