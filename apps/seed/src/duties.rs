//! Duties of the seeded town hall that its administrator entered: done, late, and to come.

use time::{Date, Time};
use yakusho_compliance::duty::{self, DutyForm, DutyState};
use yakusho_kernel::{Fault, PersonId, UnitId};

use crate::city::Rank;
use crate::organisation::Town;
use crate::past::Past;

/// What is entered: the words by which its section is found, what is to be done, and how many days ago it was due.
const DUTIES: [(&str, &str, i64); 5] = [
    ("総務|企画", "防災訓練の実施", 20),
    ("市民|住民", "窓口端末の点検", 5),
    ("税務|課税", "個人情報の取扱いに関する研修の受講", -6),
    ("福祉", "保管文書の点検", -15),
    ("総務|企画", "情報セキュリティ自己点検の取りまとめ", -40),
];

/// Enters them; the first was done.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let nine = Time::from_hms(9, 0, 0).unwrap_or(Time::MIDNIGHT);
    for (place, (words, title, ago)) in DUTIES.into_iter().enumerate() {
        let Some(section) = town.unit_named(words, Rank::Section) else {
            continue;
        };
        let cx = past.act(administrator, past.day(30), nine).await?;
        let form = form(title, section, past.day(ago));
        let id = *duty::enter(&cx, form).await?;
        if place == 0 {
            let cx = past.act(administrator, past.day(21), nine).await?;
            let _ = duty::close(&cx, id, DutyState::Done, "全員が参加した。").await?;
        }
    }
    Ok(())
}

fn form(title: &str, section: UnitId, due: Date) -> DutyForm {
    DutyForm {
        title: title.to_owned(),
        section,
        due,
        rule: None,
    }
}
