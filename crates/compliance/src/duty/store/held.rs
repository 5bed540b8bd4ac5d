//! Whose something is, as a condition of a query.

use sea_orm::Condition;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use yakusho_kernel::Whose;

/// That what these two expressions hold (the code and the id, as [`Debtor::stored`](yakusho_kernel::Debtor::stored) gives them) is theirs.
pub(crate) fn held_by(whose: &Whose, code: &Expr, id: &Expr) -> Condition {
    let Whose::Theirs {
        people,
        debtors,
        units,
    } = whose
    else {
        return Condition::all();
    };
    let mut any = Condition::any();
    for debtor in debtors {
        let (theirs, of) = debtor.stored();
        let of = match of {
            Some(of) => id.clone().eq(of),
            None => id.clone().is_null(),
        };
        any = any.add(code.clone().eq(theirs).and(of));
    }
    let person = code.clone().eq("person");
    any = any.add(person.and(id.clone().is_in(people.iter().copied())));
    if !units.is_empty() {
        // The id of a role or head is that of its unit, and no id is given twice.
        any = any.add(id.clone().is_in(units.iter().copied()));
    }
    any
}
