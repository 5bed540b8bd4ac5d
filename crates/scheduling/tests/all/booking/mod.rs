//! Bookings.

#![expect(clippy::panic, reason = "a test stops where what it rests on fails")]

mod approval;
mod event;
mod fight;
mod making;
mod model;
mod plan;
mod plans;
mod series;
mod waiting;

use std::collections::BTreeMap;

use time::macros::date;
use time::{Date, Time};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::order::{self, ActKind, Column, OrderDraft, Row};
use yakusho_kernel::{Cx, Saved, Timestamp};
use yakusho_scheduling::booking::{
    self, Booked, BookingError, BookingForm, BookingId, BookingState, Obstacle,
};
use yakusho_scheduling::facility::{
    self, CategoryForm, FacilityForm, FacilityId, FacilityKind, Minutes, Opening, Slot,
};

use crate::Hall;

/// A working day soon after the beginning of the world: Wednesday.
pub(crate) const DAY: Date = date!(2026 - 11 - 25);

pub(crate) fn everyone() -> Audience {
    Audience {
        everyone: true,
        ..Audience::default()
    }
}

/// That time of [`DAY`].
pub(crate) fn at(time: Time) -> Timestamp {
    Timestamp::at(DAY, time)
}

/// Open on weekdays from 9:00 to 17:00, and closed on holidays.
pub(crate) fn office() -> Opening {
    let hours = Minutes::new(9 * 60, 17 * 60);
    Opening {
        weekdays: [hours, hours, hours, hours, hours, None, None],
        closed_on_holidays: true,
    }
}

impl Hall {
    /// A room for everyone, with what the test changes of it.
    pub(crate) async fn room(&self, change: impl FnOnce(&mut FacilityForm)) -> FacilityId {
        let cx = self.cx("administrator").await;
        let known = facility::categories(&cx).await.unwrap();
        let category = if let Some(category) = known.first() {
            category.id
        } else {
            let form = CategoryForm {
                name_ja: "会議室".to_owned(),
                ..CategoryForm::default()
            };
            let added = facility::add_category(&cx, form).await;
            added.unwrap().into_inner()
        };
        let count = facility::manage(&cx).await.unwrap().len();
        let mut form = FacilityForm {
            code: format!("R{:03}", count + 1),
            category: Some(category),
            name_ja: format!("第{}会議室", count + 1),
            units: 1,
            viewers: everyone(),
            bookers: everyone(),
            ..FacilityForm::default()
        };
        change(&mut form);
        facility::add(&cx, form).await.unwrap().into_inner()
    }

    /// Equipment of which there are so many.
    pub(crate) async fn equipment(&self, units: i32) -> FacilityId {
        self.room(|form| {
            form.kind = FacilityKind::Equipment;
            form.name_ja = String::from("プロジェクター");
            form.units = units;
        })
        .await
    }

    /// Books from one time of [`DAY`] to another.
    pub(crate) async fn book(
        &self,
        key: &str,
        facility: FacilityId,
        from: Time,
        until: Time,
    ) -> Result<Booked, BookingError> {
        let cx = self.cx(key).await;
        book(&cx, form(facility, from, until)).await
    }

    /// How a booking stands now.
    pub(crate) async fn state(&self, id: BookingId) -> BookingState {
        let cx = self.cx("administrator").await;
        booking::show(&cx, id).await.unwrap().booking.state
    }

    /// An order by which the heads of 市民課 and 企画課 change places, carried out on that day.
    pub(crate) async fn swap_heads(&self, day: Date) {
        let draft = OrderDraft {
            title: "人事異動".to_owned(),
            takes_effect_on: day,
            rows: vec![
                appoint(2, "1006", "2010", "企画課長"),
                appoint(3, "1011", "1020", "市民課長"),
            ],
        };
        let cx = self.cx("administrator").await;
        let id = order::draft(&cx, draft).await.unwrap().into_inner();
        let _ = order::schedule(&cx, id, 1).await.unwrap();
        self.world.clock.turn_to(Timestamp::start_of(day));
        let report = order::apply_due(&self.world.system()).await.unwrap();
        assert_eq!(report.applied, [id]);
    }
}

/// A line that appoints somebody by their number.
fn appoint(line: u32, number: &str, unit: &str, post: &str) -> Row {
    let cells = [
        (Column::Kind, ActKind::Appoint.code()),
        (Column::Number, number),
        (Column::Unit, unit),
        (Column::Post, post),
    ];
    Row {
        line,
        cells: BTreeMap::from(cells.map(|(column, text)| (column, text.to_owned()))),
    }
}

/// From one time of [`DAY`] to another.
pub(crate) fn form(facility: FacilityId, from: Time, until: Time) -> BookingForm {
    BookingForm {
        facility,
        starts_at: at(from),
        ends_at: at(until),
        quantity: 1,
        purpose: "打合せ".to_owned(),
        private: false,
        wait: false,
        all_the_same: false,
    }
}

pub(crate) fn slot(from: Time, until: Time) -> Slot {
    Slot::new(at(from), at(until)).unwrap()
}

pub(crate) async fn book(cx: &Cx, form: BookingForm) -> Result<Booked, BookingError> {
    booking::book(cx, form).await.map(Saved::into_inner)
}

/// What stands against a booking that was refused.
pub(crate) fn obstacles<T: std::fmt::Debug>(result: Result<T, BookingError>) -> Vec<Obstacle> {
    match result {
        Err(BookingError::Taken(clashes)) => {
            clashes.into_iter().map(|clash| clash.obstacle).collect()
        }
        other => panic!("not refused as taken: {other:?}"),
    }
}

/// The fields of a form that was refused, with the codes of what is wrong.
pub(crate) fn fields<T: std::fmt::Debug>(
    result: Result<T, impl Into<yakusho_kernel::Fault>>,
) -> Vec<(String, &'static str)> {
    match result.map_err(Into::into) {
        Err(yakusho_kernel::Fault::Invalid(invalid)) => {
            let errors = invalid.errors.into_iter();
            errors
                .map(|error| (error.field, error.reason.code()))
                .collect()
        }
        other => panic!("no field was refused: {other:?}"),
    }
}
