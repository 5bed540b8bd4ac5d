//! Conditions that the board and circulations share.

use sea_orm::Condition;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use yakusho_kernel::Standing;
use yakusho_search::Column;

use crate::section::sections_of;

/// Of what is found of a table, what is the actor's own or that of the one whom they stand in for: the same as
/// [`owns`](crate::section::owns) says of one thing.
pub(crate) fn own(table: &'static str, standing: &Standing) -> Condition {
    let behalf = standing.on_behalf.as_ref().map(|behalf| behalf.person);
    let authors = [standing.person].into_iter().chain(behalf);
    authors.fold(Condition::any(), |own, author| {
        let written = Query::select()
            .expr(Expr::val(1))
            .from_as(table, "w")
            .and_where(Expr::col(("w", "id")).eq(Column::Item.of_entry()))
            .and_where(Expr::col(("w", "author")).eq(author))
            .take();
        let section = || Column::Section.of_entry();
        let theirs = section().is_in(sections_of(standing, author));
        let of_theirs = Condition::all()
            .add(Expr::exists(written))
            .add(section().is_null().or(theirs));
        own.add(of_theirs)
    })
}
