//! What an archive would bring, in words.

use maud::{Markup, html};
use yakusho_documents::import::{Fate, Plan, Planned};
use yakusho_webkit::ui::{Alert, section};
use yakusho_webkit::{Lang, Visit, text};

use super::upload_limit;

yakusho_webkit::texts! {
    enum Words {
        Would { n: usize, bytes: String }: "{n}件({bytes})を取り込みます。" / "{n} file ({bytes}) would come in." | "{n} files ({bytes}) would come in." by n;
        Folders { n: usize }: "新しく作るフォルダー: {n}個" / "Folders to be made: {n}";
        Nothing: "取り込むファイルはありません。" / "No file would come in.";
        List: "取り込むファイル" / "Files that would come in";
        IsThere: "同じ名前のファイルがすでにあるため、取り込まないもの" / "Left: a file of that name is there already";
        Passing: "パソコンや編集ソフトが使うファイルのため、取り込まないもの" / "Left: programs have them for themselves";
        Empty: "中身が空のため、取り込まないもの" / "Left: there is nothing in them";
        Personal: "名前に個人情報と思われる記載があるため、取り込まないもの" / "Left: their names look as if there were personal information in them";
        Twice: "ZIPファイルの中に同じ名前のものが2つあるため、取り込めないもの" / "Cannot come in: twice in the ZIP";
        TooLarge { max: String }: "1ファイルの上限({max})を超えるため、取り込めないもの" / "Cannot come in: larger than {max}";
        TooDeep: "フォルダーが深くなりすぎるため、取り込めないもの" / "Cannot come in: the folders would lie too deep";
        BadName: "ファイルかフォルダーの名前が長すぎるか、使えないため、取り込めないもの" / "Cannot come in: a name that is too long or cannot be used";
        NotYours: "登録できないフォルダーに入るため、取り込めないもの" / "Cannot come in: you may not register in that folder";
        Unreadable: "読み取れないため(パスワード付き、破損など)、取り込めないもの" / "Cannot come in: it cannot be read (locked by a password, broken)";
        More { n: usize }: "ほか{n}件" / "and {n} more";
    }
}

/// How many names of a kind are shown.
const SHOWN: usize = 20;

/// What is left of a tree, and why, in the order in which it is told.
const LEFT: [Fate; 10] = [
    Fate::Unreadable,
    Fate::TooLarge,
    Fate::TooDeep,
    Fate::BadName,
    Fate::NotYours,
    Fate::Twice,
    Fate::Personal,
    Fate::IsThere,
    Fate::Empty,
    Fate::Passing,
];

/// What comes in, unless it has, and what does not.
pub(super) fn result(visit: &Visit, plan: &Plan, ahead: bool) -> Markup {
    let lang = visit.lang;
    let coming: Vec<&Planned> = plan.of(Fate::Comes).collect();
    let bytes = coming.iter().map(|file| file.size).sum();
    let would = Words::Would {
        n: coming.len(),
        bytes: text::size(bytes),
    };
    html! {
        @if ahead && coming.is_empty() {
            (Alert::warning(lang, Words::Nothing.to(lang)))
        } @else if ahead {
            (Alert::success(lang, would.to(lang))
                .body(html! { p { (Words::Folders { n: plan.folders }.to(lang)) } }))
        }
        @for fate in LEFT {
            @let left: Vec<&Planned> = if ahead || !fate.is_fine() { plan.of(fate).collect() } else { Vec::new() };
            (listed(lang, &why(visit, fate), &left))
        }
        @if ahead { (listed(lang, &Words::List, &coming)) }
    }
}

/// Files by their ways, the first of them.
fn listed(lang: Lang, title: &Words, files: &[&Planned]) -> Markup {
    if files.is_empty() {
        return html! {};
    }
    let title = format!("{} ({})", title.to(lang), text::number(files.len() as u64));
    section(
        title,
        html! {
            ul {
                @for file in files.iter().take(SHOWN) { li { (file.path()) } }
                @if let more @ 1.. = files.len().saturating_sub(SHOWN) { li { (Words::More { n: more }.to(lang)) } }
            }
        },
    )
}

/// Why files are left.
fn why(visit: &Visit, fate: Fate) -> Words {
    match fate {
        Fate::Comes => Words::List,
        Fate::IsThere => Words::IsThere,
        Fate::Passing => Words::Passing,
        Fate::Empty => Words::Empty,
        Fate::Personal => Words::Personal,
        Fate::Twice => Words::Twice,
        Fate::TooLarge => Words::TooLarge {
            max: text::size(upload_limit(visit)),
        },
        Fate::TooDeep => Words::TooDeep,
        Fate::BadName => Words::BadName,
        Fate::NotYours => Words::NotYours,
        Fate::Unreadable => Words::Unreadable,
    }
}
