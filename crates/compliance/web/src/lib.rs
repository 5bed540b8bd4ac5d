//! The pages, forms and JSON API of compliance: forms, and the registers that stand on them.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod data;
mod data_use;
mod duties;
mod forms;
mod inquiry;
mod inventory;
mod names;
mod notices;
mod operators;
mod outsourcing;
mod panel;
mod pledge;
mod print;
mod protection;
mod provision;
mod status;
mod violation;
mod words;

use std::sync::Arc;

use yakusho_compliance::Items;
use yakusho_compliance::duty::Ledger;
use yakusho_kernel::Owing;
use yakusho_webkit::{Offer, Routes, Words};

/// The function that the administrator switches.
pub(crate) const FUNCTION: &str = "compliance";

fn routes() -> Routes {
    forms::routes()
        .join(data::routes())
        .join(data_use::routes())
        .join(provision::routes())
        .join(outsourcing::routes())
        .join(inventory::routes())
        .join(protection::routes())
        .join(operators::routes())
        .function(FUNCTION)
}

/// What compliance brings to the site. `owing` are the parts of other domains that know of duties, `items` what people ask
/// about and report.
pub fn offer(owing: impl IntoIterator<Item = Arc<dyn Owing>>, items: &Items) -> Offer {
    let ledger = Ledger::with(owing);
    // What is owed and how it stands with the regulation is there in every city, with forms or without.
    let always = duties::routes(&ledger)
        .join(status::routes(&ledger))
        .join(inquiry::routes(items))
        .join(violation::routes(items))
        .join(pledge::routes());
    let offer = Offer::new(routes().join(always))
        .nav(forms::nav())
        .nav(inventory::nav())
        .nav(duties::nav())
        .nav(inquiry::nav())
        .nav(status::nav())
        .nav(pledge::nav())
        .panel(panel::Waiting)
        .panel(duties::Due(ledger))
        .beside(inquiry::AskOrReport(items.clone()));
    words().iter().fold(offer, Offer::words)
}

/// The words for everything that compliance says in codes.
fn words() -> [Words; 12] {
    [
        words::words(),
        notices::words(),
        duties::notice_words(),
        provision::words::words(),
        outsourcing::words::words(),
        provision::notices::words(),
        operators::words(),
        protection::words::words(),
        inventory::division_words(),
        inquiry::words::words(),
        violation::words::words(),
        pledge::words::words(),
    ]
}

#[cfg(test)]
mod tests {
    use yakusho_webkit::{Lang, Words};

    fn declared(before: &str) -> Vec<String> {
        yakusho_testkit::declared(&["compliance/src"], before, '"')
    }

    #[test]
    fn every_act_thing_and_fact_has_words() {
        type Has = fn(&Words, &str) -> bool;
        let act: Has = |words, name| words.of_act(name, Lang::Ja).is_some();
        let thing: Has = |words, name| words.of_thing(name, Lang::Ja).is_some();
        let fact: Has = |words, name| words.of_fact(name, Lang::Ja).is_some();
        let words = super::words();
        for (names, has, least) in [
            (declared("Act::new(\""), act, 9),
            (declared("Id = \""), thing, 6),
            (declared(".with(\""), fact, 8),
        ] {
            assert!(names.len() > least, "only {names:?}");
            for name in names {
                let named = words.iter().any(|words| has(words, &name));
                assert!(named, "{name} has no words");
            }
        }
    }
}
