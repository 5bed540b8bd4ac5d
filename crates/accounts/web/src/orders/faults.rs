//! What can be wrong with an order, in words.

use std::borrow::Cow;

use maud::{Markup, html};
use yakusho_accounts::ledger::BreachKind;
use yakusho_accounts::order::{ActKind, Column, FaultKind, HeldBy, OrderFault};
use yakusho_kernel::EmploymentClass;
use yakusho_webkit::text::day;
use yakusho_webkit::ui::{Alert, Cell, Table};
use yakusho_webkit::{Lang, Problem, Visit, Words, ui};

use super::pages::Pages;
use super::texts::{self, Text};
use super::whose::Whose;
use crate::terms;

yakusho_webkit::texts! {
    /// The faults.
    pub(super) enum Fault {
        ColumnMissing: "見出しの行に、この列がありません。" / "The heading lacks this column.";
        ColumnUnknown { place: usize, text: String }: "見出しの{place}列目「{text}」は、使えない列の名前です。" / "Column {place} of the heading, “{text}”, is not known.";
        ColumnTwice { place: usize }: "見出しの{place}列目と同じ名前の列が、ほかにもあります。" / "Column {place} of the heading stands there twice.";
        CellsSurplus { max: usize }: "この行には、見出しの列数({max}列)より多い項目があります。余分な区切り(,)がないか確かめてください。" / "The line has more cells than the heading has columns ({max}). Look for a comma too many.";
        LinesSurplus { max: usize }: "行数が多すぎます。{max}行までです。" / "There are more than {max} lines.";
        NoLines: "発令の内容が1行もありません。" / "There is no line.";
        QuoteOpen: "この行の引用符(\")が閉じていません。これより後の行を読み取れません。" / "A quotation mark is opened on this line and not closed. The lines after it cannot be read.";
        LineBreak: "セルの中に改行があります。改行を取り除いて、1行にしてください。" / "There is a line break in the cell. Take it out, so that the cell has one line.";
        Unreadable: "文字として読めない部分があります。UTF-8又はShift_JISで保存してください。" / "There are bytes that are no characters. Save the file in UTF-8 or Shift_JIS.";
        Required: "入力してください。" / "This must be filled in.";
        TooLong { max: usize }: "{max}文字以内で入力してください。" / "At most {max} characters.";
        Malformed { text: String }: "「{text}」は、形式が正しくありません。" / "“{text}” is not in the expected form.";
        UnknownValue { text: String }: "「{text}」は、選べる値ではありません。" / "“{text}” is not one of the choices.";
        Expected { what: String, form: String }: "{what}{form}" / "{what} {form}";
        OneOf { values: String }: "{values}のいずれかを入力してください。" / "Write one of {values}.";
        ExpectedDay: "2027年3月31日、令和9年3月31日、2027-03-31のように、実在する日付を入力してください。" / "Write a real date, such as 2027-03-31 or 令和9年3月31日.";
        ExpectedNumber: "半角の整数を入力してください。" / "Write a whole number.";
        ExpectedStaffNumber: "半角の英数字とハイフン(-)で入力してください。" / "Write it in Latin letters, digits and hyphens.";
        ExpectedReading: "ひらがなかカタカナで入力してください。" / "Write it in hiragana or katakana.";
        ExpectedRank: "所属は「部」「課」「係」、職は1から99までの数(小さいほど上位)を入力してください。" / "Write 部, 課 or 係 for a unit, and a number from 1 (the highest) to 99 for a post.";
        ExpectedHead: "長の職は1、ほかは0を入力してください。" / "Write 1 for the post of a head, and 0 for others.";
        ExpectedMark: "「個人情報」と入力するか、空欄にしてください。" / "Write 個人情報, or leave it empty.";
        UnknownNumber { text: String }: "職員番号「{text}」の職員がいません。" / "Nobody has the staff number “{text}”.";
        UnknownUnit { text: String }: "発令日に、所属コード「{text}」の所属がありません。" / "On that day no unit has the code “{text}”.";
        UnknownPost { text: String }: "発令日に、その所属に「{text}」という職がありません。" / "On that day the unit has no post “{text}”.";
        NumberTaken { text: String }: "職員番号「{text}」は、在職中の職員が使っています。" / "The staff number “{text}” is somebody's already.";
        CodeTaken { text: String }: "所属コード「{text}」は、すでに使われています。" / "The code “{text}” is a unit's already.";
        TitleTaken { text: String }: "その所属には、すでに「{text}」という職があります。" / "The unit has a post “{text}” already.";
        HeldAlready: "すでにその職に就いています。" / "They hold this post already.";
        NotHeld: "その職に就いていません。" / "They do not hold this post.";
        NotEmployed: "発令日に在職していません。" / "They are not employed on that day.";
        LeavesToo { line: u32 }: "{line}行目の発令で、この日に退職します。" / "They leave on that day by line {line}.";
        AppointedTwice { line: u32 }: "{line}行目でも、同じ職員を本務に発令しています。" / "Line {line} appoints them to a main post too.";
        NotAway: "休職・育児休業・出向中ではありません。" / "They are not away on that day.";
        EndsBefore: "終期が発令日より前です。" / "It ends before the day of the order.";
        WithinItself: "自らの中や下位の所属には統合できません。" / "A unit cannot be merged into itself or one below it.";
        At { line: u32, column: String, what: String }: "{line}行目の{column}:{what}" / "Line {line}, {column}: {what}";
        From { what: String, day: String }: "{what}({day}から)" / "{what} (from {day})";
        Of { who: String, what: String }: "{who}:{what}" / "{who}: {what}";

        ParentMissing: "上位の所属がなくなる所属があります。先に、別の所属の下に移してください。" / "A unit would be left without the one above it. Move it below another first.";
        ParentRank: "上位の所属の級が、この所属より下です。" / "The unit above is of a lower rank.";
        Circle: "上位と下位の関係が循環しています。" / "The unit would lie within itself.";
        BreachCodeTaken: "所属コードが、ほかの所属と重なっています。" / "The code is another unit's.";
        UnitMissing: "職のある所属がありません。" / "The unit of the post does not exist.";
        BreachTitleTaken: "同じ所属に、同じ名前の職があります。" / "The unit has another post of this title.";
        TwoHeadPosts: "1つの所属に、長の職が2つになります。" / "The unit would have two posts of a head.";
        PostMissing: "職員が就いている職がなくなります。先に、その職員を別の職に移してください。" / "Somebody holds a post that would not exist. Move them to another first.";
        BreachNotEmployed: "在職していない人が職に就いています。" / "Somebody who is not employed would hold a post.";
        TwoMainPosts: "本務が2つになります。" / "There would be two main posts.";
        NoMainPost: "兼務だけで、本務がありません。" / "There would be concurrent posts but no main one.";
        HeldTwice: "同じ職に2重に就くことになります。" / "The post would be held twice.";
        TwoHolders: "長の職に就く人が2人になります。" / "The post of a head would have two holders.";
        BreachNumberTaken: "職員番号が、ほかの職員と重なっています。" / "The staff number is another person's.";
        DayOutOfRange: "日付の入力を確かめてください。" / "Check the day.";
        LastBeforeFirst: "終わりの日が、始まりの日より前です。" / "The last day lies before the first.";
        NoLonger: "その日には存在しません。" / "It does not exist on that day.";
    }
}

/// The words of the codes of breaches, for the forms of single edits.
pub(super) fn words() -> Words {
    Words::default()
        .code("parent_missing", |lang| Fault::ParentMissing.to(lang))
        .code("parent_rank", |lang| Fault::ParentRank.to(lang))
        .code("circle", |lang| Fault::Circle.to(lang))
        .code("code_taken", |lang| Fault::BreachCodeTaken.to(lang))
        .code("unit_missing", |lang| Fault::UnitMissing.to(lang))
        .code("title_taken", |lang| Fault::BreachTitleTaken.to(lang))
        .code("two_head_posts", |lang| Fault::TwoHeadPosts.to(lang))
        .code("post_missing", |lang| Fault::PostMissing.to(lang))
        .code("two_main_posts", |lang| Fault::TwoMainPosts.to(lang))
        .code("no_main_post", |lang| Fault::NoMainPost.to(lang))
        .code("held_twice", |lang| Fault::HeldTwice.to(lang))
        .code("two_holders", |lang| Fault::TwoHolders.to(lang))
        .code("number_taken", |lang| Fault::BreachNumberTaken.to(lang))
        .code("day_out_of_range", |lang| Fault::DayOutOfRange.to(lang))
}

/// What does not fit together, in words.
fn breach(lang: Lang, kind: BreachKind) -> Cow<'static, str> {
    match kind {
        BreachKind::ParentMissing => Fault::ParentMissing,
        BreachKind::ParentRank => Fault::ParentRank,
        BreachKind::Circle => Fault::Circle,
        BreachKind::CodeTaken => Fault::BreachCodeTaken,
        BreachKind::UnitMissing => Fault::UnitMissing,
        BreachKind::TitleTaken => Fault::BreachTitleTaken,
        BreachKind::TwoHeadPosts => Fault::TwoHeadPosts,
        BreachKind::PostMissing => Fault::PostMissing,
        BreachKind::NotEmployed => Fault::BreachNotEmployed,
        BreachKind::TwoMainPosts => Fault::TwoMainPosts,
        BreachKind::NoMainPost => Fault::NoMainPost,
        BreachKind::HeldTwice => Fault::HeldTwice,
        BreachKind::TwoHolders => Fault::TwoHolders,
        BreachKind::NumberTaken => Fault::BreachNumberTaken,
    }
    .to(lang)
}

/// What a fault concerns: of somebody in a post, the person.
pub(super) fn about(fault: &OrderFault) -> Option<HeldBy> {
    let FaultKind::Breach {
        person, post, unit, ..
    } = fault.kind
    else {
        return None;
    };
    let person = person.map(HeldBy::Person);
    let post = post.map(HeldBy::Post);
    person.or(post).or(unit.map(HeldBy::Unit))
}

/// What faults concern, by name.
pub(super) async fn concerned<'f>(
    visit: &Visit,
    faults: impl IntoIterator<Item = &'f OrderFault>,
) -> Result<Whose, Problem> {
    let about: Vec<HeldBy> = faults.into_iter().filter_map(about).collect();
    Whose::of(visit, about).await
}

/// What is wrong, in words, and which form is right.
pub(super) fn what(lang: Lang, fault: &OrderFault, concerned: &Whose) -> String {
    let who = about(fault).and_then(|about| concerned.name(about));
    let what = wrong(lang, &fault.kind);
    let what = match who {
        Some(who) => Fault::Of { who, what }.to(lang).into_owned(),
        None => what,
    };
    let form = match fault.kind {
        FaultKind::Malformed { .. } | FaultKind::UnknownValue { .. } => {
            fault.column.and_then(|column| expected(lang, column))
        }
        _ => None,
    };
    match form.map(Cow::into_owned) {
        Some(form) => Fault::Expected { what, form }.to(lang).into_owned(),
        None => what,
    }
}

/// What may stand in a column, where not everything may.
fn expected(lang: Lang, column: Column) -> Option<Cow<'static, str>> {
    let one_of = |values: &[&str]| Fault::OneOf {
        values: values.join("、"),
    };
    let form = match column {
        Column::Kind => one_of(&ActKind::ALL.map(ActKind::label)),
        Column::Class => {
            let classes = EmploymentClass::ALL.map(|class| terms::class(Lang::Ja, class));
            one_of(&classes.each_ref().map(|class| &**class))
        }
        Column::Number => Fault::ExpectedStaffNumber,
        Column::Kana => Fault::ExpectedReading,
        Column::Rank => Fault::ExpectedRank,
        Column::Head => Fault::ExpectedHead,
        Column::Position => Fault::ExpectedNumber,
        Column::Tags => Fault::ExpectedMark,
        Column::Until => Fault::ExpectedDay,
        _ => return None,
    };
    Some(form.to(lang))
}

fn wrong(lang: Lang, kind: &FaultKind) -> String {
    let fault = match kind.clone() {
        FaultKind::ColumnMissing => Fault::ColumnMissing,
        FaultKind::ColumnUnknown { place, text } => Fault::ColumnUnknown { place, text },
        FaultKind::ColumnTwice { place } => Fault::ColumnTwice { place },
        FaultKind::CellsSurplus { max } => Fault::CellsSurplus { max },
        FaultKind::LinesSurplus { max } => Fault::LinesSurplus { max },
        FaultKind::NoLines => Fault::NoLines,
        FaultKind::QuoteOpen => Fault::QuoteOpen,
        FaultKind::Unreadable => Fault::Unreadable,
        FaultKind::LineBreak => Fault::LineBreak,
        FaultKind::Required => Fault::Required,
        FaultKind::TooLong { max } => Fault::TooLong { max },
        FaultKind::Malformed { text } => Fault::Malformed { text },
        FaultKind::UnknownValue { text } => Fault::UnknownValue { text },
        FaultKind::UnknownNumber { text } => Fault::UnknownNumber { text },
        FaultKind::UnknownUnit { text } => Fault::UnknownUnit { text },
        FaultKind::UnknownPost { text } => Fault::UnknownPost { text },
        FaultKind::NumberTaken { text } => Fault::NumberTaken { text },
        FaultKind::CodeTaken { text } => Fault::CodeTaken { text },
        FaultKind::TitleTaken { text } => Fault::TitleTaken { text },
        FaultKind::HeldAlready => Fault::HeldAlready,
        FaultKind::NotHeld => Fault::NotHeld,
        FaultKind::NotEmployed => Fault::NotEmployed,
        FaultKind::LeavesToo { line } => Fault::LeavesToo { line },
        FaultKind::AppointedTwice { line } => Fault::AppointedTwice { line },
        FaultKind::NotAway => Fault::NotAway,
        FaultKind::EndsBefore => Fault::EndsBefore,
        FaultKind::WithinItself => Fault::WithinItself,
        FaultKind::Breach {
            breach: kind,
            day: from,
            ..
        } => {
            let (what, day) = (breach(lang, kind).into_owned(), day(lang, from));
            Fault::From { what, day }
        }
    };
    fault.to(lang).into_owned()
}

/// What is wrong and where, in words.
pub(super) fn placed(lang: Lang, fault: &OrderFault, concerned: &Whose) -> String {
    let what = what(lang, fault, concerned);
    match fault.column {
        Some(column) => Fault::At {
            line: fault.line,
            column: texts::column(lang, column).into_owned(),
            what,
        }
        .to(lang)
        .into_owned(),
        None => what,
    }
}

/// Every fault by line and column, under that name of the list.
pub(super) async fn table(
    visit: &Visit,
    list: &str,
    faults: &[OrderFault],
    pages: &Pages<'_>,
) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let (part, more) = pages.part(list, faults, |at, _| at.to_string())?;
    let concerned = concerned(visit, part.iter().copied()).await?;
    let caption = Text::Faults { n: faults.len() }.to(lang);
    let alert = Alert::error(lang, &*caption).body(html! { p { (Text::FaultsAdvice.to(lang)) } });
    Ok(html! {
        div id=(list) { (alert) }
        (lines(lang, &caption, &part, &concerned))
        (more)
    })
}

/// Lines that change nothing, where there are any.
pub(super) fn idle(lang: Lang, idle: &[OrderFault], pages: &Pages<'_>) -> Result<Markup, Problem> {
    let (part, more) = pages.part("idle", idle, |at, _| at.to_string())?;
    let caption = Text::Idle { n: idle.len() }.to(lang);
    let alert = Alert::info(lang, &*caption).body(html! { p { (Text::IdleAdvice.to(lang)) } });
    Ok(html! {
        @if !idle.is_empty() {
            div #idle { (alert) }
            (lines(lang, &caption, &part, &Whose::default()))
            (more)
        }
    })
}

/// The line in which a fault is, in words.
pub(super) fn line(lang: Lang, fault: &OrderFault) -> String {
    match fault.line {
        0 => Text::WholeOrder.to(lang).into_owned(),
        n => Text::Line { n }.to(lang).into_owned(),
    }
}

/// The column in which a fault is, in words.
pub(super) fn column(lang: Lang, fault: &OrderFault) -> String {
    let column = fault.column.map(|column| texts::column(lang, column));
    column.map(Cow::into_owned).unwrap_or_default()
}

fn lines(lang: Lang, caption: &str, faults: &[&OrderFault], concerned: &Whose) -> Table<3> {
    let columns = [Text::FaultLine, Text::FaultColumn, Text::FaultWhat];
    let rows = faults.iter().map(|fault| -> [Cell; 3] {
        [
            line(lang, fault).into(),
            column(lang, fault).into(),
            what(lang, fault, concerned).into(),
        ]
    });
    Table::new(caption, columns.map(|text| ui::Column::new(text.to(lang)))).rows(rows)
}

/// The name of the field in which a fault is; empty where it is in none.
pub(super) fn field(fault: &OrderFault) -> String {
    match fault.column {
        Some(column) if fault.line > 0 => super::lines::field(fault.line, column),
        _ => String::new(),
    }
}
