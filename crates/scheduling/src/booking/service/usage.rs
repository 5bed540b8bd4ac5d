//! How much facilities are used.

use std::collections::HashMap;

use time::Date;
use yakusho_accounts::calendar;
use yakusho_accounts::directory;
use yakusho_kernel::{Cx, Fault, UnitId};

use super::period;
use crate::booking::model::BookingState;
use crate::booking::{policy, store};
use crate::facility::{self, FacilityId, FacilityRow, open_minutes};

/// Milliseconds in a minute.
const MINUTE: i64 = 60_000;

/// The use of a facility in a period.
#[derive(Clone, Debug)]
pub struct Usage {
    /// The facility.
    pub row: FacilityRow,
    /// How many bookings held it.
    pub bookings: u64,
    /// For how many minutes they did within the period, each unit of equipment by itself.
    pub minutes: i64,
    /// For how many minutes it was open, each unit by itself.
    pub open_minutes: i64,
    /// How many bookings were called off.
    pub cancelled: u64,
    /// How many bookings were refused.
    pub refused: u64,
    /// The minutes by section, the greatest use first; of those without a section, under none.
    pub sections: Vec<(Option<UnitId>, String, i64)>,
}

impl Usage {
    /// How much of the time in which it was open it was booked, in per cent; may exceed 100 where it was booked overnight.
    pub const fn percent(&self) -> i64 {
        if self.open_minutes == 0 {
            0
        } else {
            self.minutes * 100 / self.open_minutes
        }
    }
}

/// The use of the facilities that the actor keeps, from a day up to the last.
///
/// # Errors
/// The field `last`, before the first day or more than ten years after it.
pub async fn usage(cx: &Cx, first: Date, last: Date) -> Result<Vec<Usage>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let time = period(first, last)?;
    let rows = facility::manage(cx).await?;
    let on = cx.reader();
    let ids: Vec<FacilityId> = rows.iter().map(|row| row.facility.id).collect();
    let found = store::usage(&on, &ids, time).await?;
    let sections: Vec<UnitId> = found.iter().filter_map(|row| row.section).collect();
    let names = directory::unit_names(&on, cx.today(), &sections).await?;
    let calendar = calendar::of(&on).await?;
    let mut by_facility: HashMap<FacilityId, Vec<store::UsageRow>> = HashMap::new();
    for row in found {
        by_facility.entry(row.facility).or_default().push(row);
    }
    let usages = rows.into_iter().map(|row| {
        let set = &row.facility.settings;
        let open = open_minutes(&set.opening, &calendar, first, time.ends_at.date())
            * i64::from(set.units);
        let own = by_facility.remove(&row.facility.id).unwrap_or_default();
        tally(row, open, &own, &names)
    });
    Ok(usages.collect())
}

fn tally(
    row: FacilityRow,
    open_minutes: i64,
    own: &[store::UsageRow],
    names: &HashMap<UnitId, String>,
) -> Usage {
    let mut usage = Usage {
        row,
        bookings: 0,
        minutes: 0,
        open_minutes,
        cancelled: 0,
        refused: 0,
        sections: Vec::new(),
    };
    let mut sections: HashMap<Option<UnitId>, i64> = HashMap::new();
    for one in own {
        let count = one.bookings.unsigned_abs();
        match BookingState::from_code(&one.state) {
            Some(BookingState::Cancelled) => usage.cancelled += count,
            Some(BookingState::Refused) => usage.refused += count,
            Some(state) if state.holds() => {
                let minutes = one.millis.unwrap_or_default() / MINUTE;
                usage.bookings += count;
                usage.minutes += minutes;
                *sections.entry(one.section).or_default() += minutes;
            }
            _ => {}
        }
    }
    let named = sections.into_iter().map(|(section, minutes)| {
        let name = section.and_then(|section| names.get(&section).cloned());
        (section, name.unwrap_or_default(), minutes)
    });
    usage.sections = named.collect();
    usage.sections.sort_by(|a, b| (b.2, &a.1).cmp(&(a.2, &b.1)));
    usage
}

/// The same as a file for a spreadsheet.
pub async fn usage_csv(cx: &Cx, first: Date, last: Date) -> Result<Vec<u8>, Fault> {
    let usages = usage(cx, first, last).await?;
    let headings = [
        "管理番号",
        "名称",
        "予約件数",
        "予約時間（分）",
        "開館時間（分）",
        "利用率（%）",
        "取消件数",
        "不承認件数",
    ];
    let rows = usages.iter().map(|usage| {
        let set = &usage.row.facility.settings;
        [
            set.code.clone(),
            set.name_ja.clone(),
            usage.bookings.to_string(),
            usage.minutes.to_string(),
            usage.open_minutes.to_string(),
            usage.percent().to_string(),
            usage.cancelled.to_string(),
            usage.refused.to_string(),
        ]
    });
    Ok(yakusho_sheet::file(headings, rows))
}
