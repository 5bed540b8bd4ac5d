//! Which of a document's files are not found by what they say, and why.

use maud::{Markup, html};
use yakusho_attachments::{Attachment, NoText, Reading, readings};
use yakusho_webkit::ui::{definitions, section};
use yakusho_webkit::{Answer, Visit};

yakusho_webkit::texts! {
    enum Words {
        Title: "中の言葉で検索できないファイル" / "Files not found by what they say";
        Waiting: "読み取り中です。まもなく、中の言葉でも検索できるようになります。" / "It is being read. Soon it will be found by its words, too.";
        Kind: "この種類のファイル(画像、音声、2003以前のWord文書など)からは、文字を読み取れません。" / "No words are taken out of files of this kind (pictures, sound, Word documents before 2007 and others).";
        Empty: "文字が入っていません。紙をスキャンしたものは、文字として読み取れません。" / "There are no letters in it. What was scanned from paper cannot be read as letters.";
        Locked: "パスワードがかかっているため、中を読み取れません。" / "It is locked by a password, so it cannot be read.";
        Broken: "ファイルが壊れているようです。開けるかどうかを確かめてください。" / "It seems to be broken. Please check whether it opens.";
        TooMuch: "大きすぎるか、つくりが複雑すぎるため、中を読み取れません。" / "It is too large or too intricate to be read.";
    }
}

const fn words(why: NoText) -> Words {
    match why {
        NoText::Kind => Words::Kind,
        NoText::Empty => Words::Empty,
        NoText::Locked => Words::Locked,
        NoText::Broken => Words::Broken,
        NoText::TooMuch => Words::TooMuch,
    }
}

/// Each such file with its reason; nothing where there is none.
pub(super) async fn told(visit: &Visit, files: &[Attachment]) -> Answer<Markup> {
    let readings = readings(&visit.cx.reader(), files).await?;
    let lang = visit.lang;
    let told: Vec<_> = files
        .iter()
        .zip(readings)
        .filter_map(|(file, reading)| {
            let words = match reading {
                Reading::Read => return None,
                Reading::Waiting => Words::Waiting,
                Reading::Without(why) => words(why),
            };
            Some((file.name.as_str(), html! { (words.to(lang)) }))
        })
        .collect();
    Ok(html! {
        @if !told.is_empty() { (section(Words::Title.to(lang), definitions(told))) }
    })
}
