//! The fields that say of what kind a document is, and for how long it is kept.

use maud::{Markup, Render as _, html};
use yakusho_documents::document::{Category, Retention};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::Rule;
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Lang, Visit};

use crate::texts::{self, Text, fiscal_year};

yakusho_webkit::texts! {
    enum Words {
        CategoryHelp: "規程により、登録する文書がどれに当たるかを選びます。" / "By the regulation, say which of these it is.";
        Year: "年度" / "Fiscal year";
        Retention: "保存期間" / "Kept for";
        RetentionHelp: "年度の翌年度の4月1日から数えます。" / "From the April after its fiscal year.";
    }
}

/// What it is for.
pub(crate) fn category(visit: &Visit, form: &Form, chosen: Option<Category>) -> Markup {
    let lang = visit.lang;
    let options = Category::ALL
        .iter()
        .map(|one| Choice::new(one.code(), texts::category(lang, *one)));
    let field = form
        .radios("category", Text::CategoryColumn.to(lang))
        .options(options)
        .values(chosen.map(Category::code));
    let rule = Rule::RegisteredBySection;
    if visit.cx.city().in_force(rule, visit.cx.today()).is_none() {
        return field.render();
    }
    field.required().help(Words::CategoryHelp.to(lang)).render()
}

/// Its fiscal year; this one, unless it has one.
pub(crate) fn year(visit: &Visit, form: &Form, chosen: Option<i32>) -> Markup {
    let lang = visit.lang;
    let this = FiscalYear::of(visit.cx.today()).year();
    let chosen = chosen.unwrap_or(this);
    let years = (chosen.min(this - 10)..=this + 1).rev();
    let years = years.map(|year| (year.to_string(), fiscal_year(lang, year)));
    html! {
        (form.select("fiscal_year", Words::Year.to(lang)).required().options(years)
            .value(chosen.to_string()))
    }
}

/// How long it is kept.
pub(crate) fn retention(lang: Lang, form: &Form, chosen: Retention) -> Markup {
    let classes = Retention::ALL.iter().map(|class| {
        let name = texts::retention(lang, *class);
        (class.code().to_owned(), name.into_owned())
    });
    html! {
        (form.select("retention", Words::Retention.to(lang)).required().options(classes)
            .value(chosen.code()).help(Words::RetentionHelp.to(lang)))
    }
}
