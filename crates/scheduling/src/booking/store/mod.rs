//! Tables `bookings` and `booking_series`.

mod acts;
mod booking;
mod list;
mod rows;
mod series;
mod usage;
mod wanted;

pub(super) use acts::acts;
pub(super) use booking::{find, insert, of_event, of_series, save, states_of_events};
pub(super) use list::{coming, holdings, is_wanted, met, mine, overdue, owed, pending, queue};
pub(super) use series::{
    SeriesRow, StoredRule, due, end_all_series, end_series, insert_series, made, series,
};
pub(super) use usage::{UsageRow, usage};
pub(super) use wanted::{going_on, put_wanted, unwant, wanted};
