//! The pages, forms and JSON API of scheduling: the schedule of people and sections, the facilities, and their booking.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod booking;
mod caldav;
mod clashes;
mod day_list;
mod delegates;
mod facility;
mod free_time;
mod ical;
mod json;
mod notices;
mod panel;
mod people;
mod presence;
mod schedule;
mod words;

use yakusho_webkit::{Offer, Routes, Words};

fn routes() -> Routes {
    let schedule = schedule::routes()
        .join(day_list::routes())
        .join(delegates::routes())
        .join(free_time::routes())
        .join(presence::routes());
    let outside = ical::routes().join(caldav::routes());
    schedule
        .join(booking::routes())
        .join(facility::routes())
        .join(outside)
}

/// What scheduling brings to the site.
pub fn offer() -> Offer {
    let offer = Offer::new(routes())
        .nav(schedule::nav())
        .nav(presence::nav())
        .nav(booking::nav())
        .panel(panel::Today)
        .panel(booking::Bookings);
    words().iter().fold(offer, Offer::words)
}

/// The words for everything that scheduling says in codes.
fn words() -> [Words; 5] {
    [
        words::words(),
        notices::words(),
        booking::words(),
        booking::notice_words(),
        facility::words(),
    ]
}

#[cfg(test)]
mod tests {
    use yakusho_webkit::{Lang, Words};

    fn declared(before: &str) -> Vec<String> {
        yakusho_testkit::declared(&["scheduling/src"], before, '"')
    }

    #[test]
    fn every_act_thing_and_fact_has_words() {
        type Has = fn(&Words, &str) -> bool;
        let act: Has = |words, name| words.of_act(name, Lang::Ja).is_some();
        let thing: Has = |words, name| words.of_thing(name, Lang::Ja).is_some();
        let fact: Has = |words, name| words.of_fact(name, Lang::Ja).is_some();
        let words = super::words();
        for (names, has, least) in [
            (declared("Act::new(\""), act, 30),
            (declared("Id = \""), thing, 7),
            (declared(".with(\""), fact, 20),
        ] {
            assert!(names.len() > least, "only {names:?}");
            for name in names {
                let named = words.iter().any(|words| has(words, &name));
                assert!(named, "{name} has no words");
            }
        }
    }
}
