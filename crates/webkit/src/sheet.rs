//! Tables that are tried out before they are taken: the form on a page, and what is wrong with a file in words and in the
//! API.

use maud::{Markup, html};
use poem_openapi::Object;
use yakusho_sheet::{Columns, SheetFault};

use crate::csv::LARGEST;
use crate::kept_file::{FIELD, KeptFile};
use crate::text::{self, Common};
use crate::ui::{Alert, Asked, Button, Cell, Column, Icon, Table, Takes, buttons, section};
use crate::{Typed, Visit};

/// The button that takes a file that was tried out.
pub const TAKE: &str = "import";

crate::texts! {
    enum Text {
        File: "CSVファイル" / "CSV file";
        Read { name: String }: "「{name}」を読み込み済みです。選び直さなくても続けられます。" / "“{name}” was tried out and need not be chosen again.";
        Try: "内容を確かめる" / "Try it out";
        Result: "確かめた結果" / "Result";
        Faults { n: usize }: "{n}か所に誤りがあります。何も登録していません。直したファイルを選び直してください。" / "{n} thing is wrong. Nothing was registered. Mend the file and choose it again." | "{n} things are wrong. Nothing was registered. Mend the file and choose it again." by n;
        Line: "行" / "Line";
        WholeFile: "ファイル全体" / "The whole file";
        Column: "列" / "Column";
        What: "誤りの内容" / "What is wrong";
    }
}

/// A file that was tried out.
pub struct Tried<'a, C> {
    /// The file.
    pub file: &'a KeptFile,
    /// Everything that is wrong with it.
    pub faults: &'a [SheetFault<C>],
    /// What it would do.
    pub would: String,
    /// What the button says that takes it; none where there is nothing to take.
    pub take: Option<String>,
}

impl<C> Tried<'_, C> {
    fn fits(&self) -> bool {
        self.faults.is_empty()
    }
}

/// The form of a file, sent to `page`, with what came of trying it out.
pub fn form<C: Columns>(
    visit: &Visit,
    typed: &Typed<'_>,
    page: &str,
    cancel: &str,
    tried: Option<&Tried<'_, C>>,
) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, page).multipart();
    let fits = tried.filter(|tried| tried.fits());
    let file = form
        .files(FIELD, Text::File.to(lang), text::size(LARGEST))
        .one()
        .accept(".csv,.txt,text/csv");
    let file = if fits.is_some() {
        file
    } else {
        file.required()
    };
    html! {
        @if let Some(tried) = tried { (result(visit, tried)) }
        (form.render(html! {
            @if let Some(Tried { file, .. }) = fits {
                (file.fields(visit, &form))
                (Alert::info(lang, Text::Read { name: file.name.clone() }.to(lang)))
            }
            (file)
            (buttons(html! {
                @if let Some(Tried { take: Some(take), .. }) = fits {
                    (Button::submit(take.clone()).primary().field(TAKE, "1"))
                    (Button::submit(Text::Try.to(lang)))
                } @else {
                    (Button::submit(Text::Try.to(lang)).primary().icon(Icon::Eye))
                }
                (Button::link(cancel, Common::Cancel.to(lang)).tertiary())
            }))
        }))
    }
}

fn result<C: Columns>(visit: &Visit, tried: &Tried<'_, C>) -> Markup {
    let lang = visit.lang;
    if tried.fits() {
        return html! { (Alert::success(lang, tried.would.clone())) };
    }
    let n = tried.faults.len();
    let caption = Text::Faults { n }.to(lang);
    let columns = [Text::Line, Text::Column, Text::What];
    let table = Table::new(
        caption.clone(),
        columns.map(|text| Column::new(text.to(lang))),
    );
    let rows = tried.faults.iter().map(|fault| -> [Cell; 3] {
        let line = match fault.line {
            0 => Text::WholeFile.to(lang).into_owned(),
            line => line.to_string(),
        };
        let column = fault.column.map_or("", |column| column.heading_in(lang));
        [line.into(), column.into(), wrong(visit, fault).into()]
    });
    section(
        Text::Result.to(lang),
        html! { (Alert::error(lang, caption)) (table.rows(rows)) },
    )
}

/// A fault of a file, and where it is.
#[derive(Debug, Object)]
#[oai(rename = "SheetFault")]
pub struct SheetFaultItem {
    /// The line; 0 for the file as a whole.
    pub line: u32,
    /// The column, if it is of a cell.
    #[oai(skip_serializing_if_is_none)]
    pub column: Option<String>,
    /// What is wrong, as a code.
    pub code: String,
    /// What is wrong, in the reader's language.
    pub message: String,
    /// The rule that asks for it.
    #[oai(skip_serializing_if_is_none)]
    pub rule: Option<String>,
    /// The clauses behind the rule.
    #[oai(skip_serializing_if_is_none)]
    pub article: Option<String>,
}

impl SheetFaultItem {
    /// The faults of a file, in the language of whoever asks.
    pub fn all<C: Columns>(visit: &Visit, faults: &[SheetFault<C>]) -> Vec<Self> {
        faults.iter().map(|fault| Self::of(visit, fault)).collect()
    }

    fn of<C: Columns>(visit: &Visit, fault: &SheetFault<C>) -> Self {
        let basis = fault.basis.as_ref();
        Self {
            line: fault.line,
            column: fault.column.map(|column| column.code().to_owned()),
            code: fault.reason.code().to_owned(),
            message: wrong(visit, fault),
            rule: basis.map(|basis| basis.rule().id().to_owned()),
            article: basis.map(ToString::to_string),
        }
    }
}

fn wrong<C: Columns>(visit: &Visit, fault: &SheetFault<C>) -> String {
    let lang = visit.lang;
    let (label, takes) = match fault.column {
        Some(column) if column.is_day() => (column.heading_in(lang).into(), Takes::Day),
        Some(column) => (column.heading_in(lang).into(), Takes::Text),
        None => (Text::File.to(lang), Takes::Text),
    };
    let label = label.as_ref();
    visit.words_of(&fault.reason, fault.basis.as_ref(), Asked { label, takes })
}
