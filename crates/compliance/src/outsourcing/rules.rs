//! What a contract needs: pure.

use yakusho_kernel::{Cx, Invalid, Reason, entered};
use yakusho_regulation::{Verdict, rule};

use super::model::{Contract, ContractForm};

/// The most characters of a line, of the work, and of the clauses.
const LINE: usize = 100;
const WORK: usize = 1_000;
const CLAUSES: usize = 10_000;

/// What a contract says, as it is entered: title, contractor, work, articles and text.
pub(super) fn parse(form: &ContractForm) -> Result<[String; 5], Invalid> {
    let mut invalid = Invalid::default();
    let title = entered::line(&mut invalid, "title", &form.title, LINE);
    let contractor = entered::line(&mut invalid, "contractor", &form.contractor, LINE);
    let work = entered::lines(&mut invalid, "work", &form.work, WORK);
    if form.days.1 < form.days.0 {
        invalid.push("last", Reason::EndBeforeStart);
    }
    let articles = entered::line_or_nothing(&mut invalid, "articles", &form.articles, LINE);
    let text = entered::lines_or_nothing(&mut invalid, "text", &form.text, CLAUSES);
    invalid.check()?;
    Ok([title, contractor, work, articles, text])
}

/// What a contract needs to be concluded: the clauses on personal information, named and with their text (shiroishi:22).
pub(super) fn complete(cx: &Cx, contract: &Contract) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    for (field, said) in [("articles", &contract.articles), ("text", &contract.text)] {
        let verdict = rule!(OutsourcingClauses).judge(cx.city(), cx.today(), !said.is_empty());
        if let Verdict::Broken(basis) = verdict {
            invalid.push_by(field, Reason::Code("clauses_missing"), basis);
        }
    }
    invalid.check()
}
