//! Bookings from a file and into one.

use std::collections::{BTreeMap, HashMap};

use time::{Date, Duration};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::{Audit, Audited, Cx, Fault, PersonId, Reading, Reason, Saved, Timestamp, Tx};
use yakusho_koyomi::parse_date;
use yakusho_sheet::{Columns, Line, SheetFault};

use super::ground::Ground;
use super::period;
use super::tell::ask_approval;
use crate::booking::model::{Booker, Booking, BookingForm, BookingId, BookingState, Wish};
use crate::booking::{policy, store};
use crate::facility::policy::Ties;
use crate::facility::store::{self as facility_store, Asked};
use crate::facility::{Facility, FacilityId, Slot, check, minutes_of, person};

/// The most lines of a file.
const MOST_LINES: usize = 20_000;

/// A column of a file of bookings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The code of the facility.
    Facility,
    /// The day on which it starts, in any way of writing a day.
    Day,
    /// The time at which it starts.
    Start,
    /// The day on which it ends; the same day if nothing is said.
    LastDay,
    /// The time at which it is over; 24:00 at the end of the day.
    End,
    /// How many; 1 if nothing is said.
    Quantity,
    /// What for.
    Purpose,
    /// The staff number of whose it is.
    Owner,
    /// Their name; not read.
    Name,
    /// Where it stands; not read.
    State,
}

impl Columns for Column {
    const ALL: &'static [Self] = &[
        Self::Facility,
        Self::Day,
        Self::Start,
        Self::LastDay,
        Self::End,
        Self::Quantity,
        Self::Purpose,
        Self::Owner,
        Self::Name,
        Self::State,
    ];

    fn code(self) -> &'static str {
        self.names().0
    }

    fn heading(self) -> &'static str {
        self.names().1
    }

    fn is_required(self) -> bool {
        matches!(
            self,
            Self::Facility | Self::Day | Self::Start | Self::End | Self::Purpose | Self::Owner
        )
    }
}

impl Column {
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Facility => ("facility", "管理番号"),
            Self::Day => ("day", "日"),
            Self::Start => ("starts_at", "開始"),
            Self::LastDay => ("last_day", "終了日"),
            Self::End => ("ends_at", "終了"),
            Self::Quantity => ("quantity", "数量"),
            Self::Purpose => ("purpose", "用件"),
            Self::Owner => ("owner", "職員番号"),
            Self::Name => ("name", "氏名"),
            Self::State => ("state", "状態"),
        }
    }
}

const fn state_in_words(state: BookingState) -> &'static str {
    match state {
        BookingState::Waiting => "空き待ち",
        BookingState::Tentative => "仮予約",
        BookingState::Confirmed => "確定",
        BookingState::Lent => "貸出中",
        BookingState::Returned => "返却済",
        BookingState::Refused => "不承認",
        BookingState::Cancelled => "取消",
    }
}

/// What importing a file would do.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// How many bookings it would make.
    pub bookings: usize,
    /// What is wrong with it, by line; nothing is booked as long as there is anything. What is taken has the code
    /// `facility_taken`, a day on which it is closed `closed`.
    pub faults: Vec<SheetFault<Column>>,
}

/// Tries a file of bookings out: every fault with its line and column, and nothing is booked.
pub async fn try_import(cx: &Cx, file: &[u8]) -> Result<ImportPlan, Fault> {
    let _ = policy::may_import(cx)?;
    let on = cx.reader();
    let (lines, faults) = read(file);
    let facilities = named(&on, &lines).await?;
    let (made, faults) = planned(&on, cx, &facilities, &lines, faults).await?;
    Ok(ImportPlan {
        bookings: made.iter().map(|(_, bookings)| bookings.len()).sum(),
        faults,
    })
}

/// Books what is in a file, every line or none. Says what was booked.
///
/// # Errors
/// Where anything is wrong, the fields are `lines.LINE.COLUMN`, as [`try_import`] finds them.
pub async fn import(cx: &Cx, file: &[u8]) -> Result<Saved<Vec<BookingId>>, Fault> {
    let permit = policy::may_import(cx)?;
    let (lines, faults) = read(file);
    let tx = cx.begin().await?;
    let known = named(&tx, &lines).await?;
    let ids: Vec<FacilityId> = known.iter().map(|facility| facility.id).collect();
    let facilities = facility_store::lock(&tx, &ids).await?;
    let (made, faults) = planned(&tx, cx, &facilities, &lines, faults).await?;
    yakusho_sheet::refused(faults)?;
    let mut ids = Vec::new();
    for (facility, bookings) in made {
        store::insert(&tx, &permit, facility, &bookings).await?;
        recorded(&tx, facility, &bookings).await?;
        ids.extend(bookings.iter().map(|booking| booking.id));
    }
    let entry = Audit::at_large(permit).with("bookings", ids.len());
    Ok(tx.commit(entry, ids).await?)
}

/// An entry for each booking, as if it had been made alone.
async fn recorded(tx: &Tx, facility: &Facility, bookings: &[Booking]) -> Result<(), Fault> {
    for booking in bookings {
        let permit = policy::may_import(tx.cx())?;
        tx.record(super::book::entry(permit, booking)).await?;
        ask_approval(tx, facility, booking).await?;
    }
    Ok(())
}

fn read(file: &[u8]) -> (Vec<Line<Column>>, Vec<SheetFault<Column>>) {
    let (lines, flaws) = yakusho_sheet::read(file, MOST_LINES);
    (lines, flaws.into_iter().map(Into::into).collect())
}

/// The facilities that the lines name.
async fn named(on: &impl Reading, lines: &[Line<Column>]) -> Result<Vec<Facility>, Fault> {
    let codes: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.cell(Column::Facility))
        .collect();
    let mut facilities = facility_store::list(on, &Asked::default()).await?;
    facilities.retain(|facility| codes.contains(&facility.settings.code.as_str()));
    Ok(facilities)
}

/// A line that can be read.
struct Parsed<'l> {
    line: &'l Line<Column>,
    wish: Wish,
    by: Booker,
}

type Made<'f> = Vec<(&'f Facility, Vec<Booking>)>;

/// The bookings that the lines ask for, facility by facility, and every fault.
async fn planned<'f>(
    on: &impl Reading,
    cx: &Cx,
    facilities: &'f [Facility],
    lines: &[Line<Column>],
    mut faults: Vec<SheetFault<Column>>,
) -> Result<(Made<'f>, Vec<SheetFault<Column>>), Fault> {
    let numbers = lines.iter().filter_map(|line| line.cell(Column::Owner));
    let numbers: Vec<String> = numbers.map(str::to_owned).collect();
    let staff = directory::numbered(on, cx.today(), &numbers).await?;
    let mut asked: BTreeMap<FacilityId, Vec<Parsed<'_>>> = BTreeMap::new();
    for line in lines {
        match parsed(cx, line, facilities, &staff) {
            Ok((facility, wish, by)) => {
                asked
                    .entry(facility)
                    .or_default()
                    .push(Parsed { line, wish, by });
            }
            Err(found) => faults.extend(found),
        }
    }
    let mut made = Vec::new();
    for facility in facilities {
        let Some(own) = asked.remove(&facility.id) else {
            continue;
        };
        let starts_at = own.iter().map(|one| one.wish.slot.starts_at).min();
        let ends_at = own.iter().map(|one| one.wish.slot.ends_at).max();
        let (Some(starts_at), Some(ends_at)) = (starts_at, ends_at) else {
            continue;
        };
        let mut ground = Ground::of(on, facility, Slot { starts_at, ends_at }).await?;
        let mut bookings = Vec::new();
        for Parsed { line, wish, by } in own {
            let against = ground.obstacles(wish.slot, wish.quantity, None);
            if !against.is_nothing() {
                let code = if against.is_for_good() {
                    "closed"
                } else {
                    crate::booking::FACILITY_TAKEN
                };
                faults.push(line.fault(Column::Start, Reason::Code(code)));
                continue;
            }
            let state = ground.state(Ties::default());
            let booking = Booking::new(cx, facility, wish, by, state);
            ground.take(&booking);
            bookings.push(booking);
        }
        made.push((facility, bookings));
    }
    faults.sort_by_key(|fault| fault.line);
    Ok((made, faults))
}

/// What a line asks for, or every fault of it.
fn parsed(
    cx: &Cx,
    line: &Line<Column>,
    facilities: &[Facility],
    staff: &HashMap<String, PersonCard>,
) -> Result<(FacilityId, Wish, Booker), Vec<SheetFault<Column>>> {
    let mut faults = Vec::new();
    let mut found = facilities.iter();
    let code = line.cell(Column::Facility).unwrap_or_default();
    let facility = found.find(|facility| facility.settings.code == code);
    if facility.is_none() {
        faults.push(line.fault(Column::Facility, Reason::Unknown));
    }
    let number = line.cell(Column::Owner).unwrap_or_default();
    let owner = staff.get(number);
    if owner.is_none() {
        faults.push(line.fault(Column::Owner, Reason::Unknown));
    }
    let mut at = |day: Option<Date>, column: Column| {
        let minutes = line.cell(column).and_then(minutes_of);
        let at = day.zip(minutes).map(|(day, minutes)| {
            Timestamp::start_of(day).plus(Duration::minutes(i64::from(minutes)))
        });
        if minutes.is_none() {
            faults.push(line.fault(column, Reason::Malformed));
        }
        at
    };
    let day = day(line, Column::Day);
    let last = match line.cell(Column::LastDay) {
        None | Some("") => day,
        Some(_) => self::day(line, Column::LastDay),
    };
    let times = (at(day, Column::Start), at(last, Column::End));
    for (column, day) in [(Column::Day, day), (Column::LastDay, last)] {
        if day.is_none() {
            faults.push(line.fault(column, Reason::Malformed));
        }
    }
    let quantity = match line.cell(Column::Quantity) {
        None | Some("") => Some(1),
        Some(text) => text.parse().ok(),
    };
    if quantity.is_none() {
        faults.push(line.fault(Column::Quantity, Reason::Malformed));
    }
    let (Some(facility), Some(owner), (Some(starts_at), Some(ends_at)), Some(quantity)) =
        (facility, owner, times, quantity)
    else {
        return Err(faults);
    };
    let form = BookingForm {
        facility: facility.id,
        starts_at,
        ends_at,
        quantity,
        purpose: line.cell(Column::Purpose).unwrap_or_default().to_owned(),
        private: false,
        wait: false,
        // Whoever brings in a list has looked through it.
        all_the_same: true,
    };
    let wish = form.parse().and_then(|wish| {
        check(facility, wish.slot, wish.quantity, cx.now())?;
        Ok(wish)
    });
    match (wish, person(cx)) {
        (Ok(wish), Ok(hand)) => Ok((facility.id, wish, booker(owner, hand))),
        (wish, _) => {
            let invalid = wish.err().unwrap_or_default();
            let found = invalid
                .errors
                .into_iter()
                .map(|error| line.fault(Column::named(&error.field), error.reason));
            Err(faults.into_iter().chain(found).collect())
        }
    }
}

fn booker(owner: &PersonCard, hand: PersonId) -> Booker {
    Booker {
        owner: owner.id,
        hand,
        proxy: None,
        section: owner.unit,
    }
}

fn day(line: &Line<Column>, column: Column) -> Option<Date> {
    line.cell(column).and_then(|text| parse_date(text).ok())
}

/// The bookings that held facilities from a day up to the last, as a file that reads back.
///
/// # Errors
/// The field `last`, before the first day or more than ten years after it.
pub async fn export(cx: &Cx, first: Date, last: Date) -> Result<Audited<Vec<u8>>, Fault> {
    let permit = policy::may_import(cx)?;
    let time = period(first, last)?;
    let on = cx.reader();
    let asked = Asked {
        retired: true,
        ..Asked::default()
    };
    let facilities = facility_store::list(&on, &asked).await?;
    let codes: HashMap<FacilityId, String> = facilities
        .into_iter()
        .map(|facility| (facility.id, facility.settings.code))
        .collect();
    let ids: Vec<FacilityId> = codes.keys().copied().collect();
    let mut bookings = store::met(&on, &ids, time).await?;
    bookings.sort_by_key(|booking| (booking.slot, booking.facility, booking.id));
    let owners: Vec<PersonId> = bookings.iter().map(|booking| booking.by.owner).collect();
    let cards = directory::people(&on, cx.today(), &owners).await?;
    let rows = bookings.iter().map(|booking| row(booking, &codes, &cards));
    let file = yakusho_sheet::table::<Column, _>(rows);
    Ok(cx.disclose(permit, None, file).await?)
}

/// A file to fill in: the heading alone.
pub fn template() -> Vec<u8> {
    yakusho_sheet::template::<Column>()
}

fn row(
    booking: &Booking,
    codes: &HashMap<FacilityId, String>,
    cards: &HashMap<PersonId, PersonCard>,
) -> Vec<String> {
    let (starts, ends) = (booking.slot.starts_at.local(), booking.slot.ends_at.local());
    let time = |at: time::OffsetDateTime| format!("{:02}:{:02}", at.hour(), at.minute());
    let owner = cards.get(&booking.by.owner);
    vec![
        codes.get(&booking.facility).cloned().unwrap_or_default(),
        starts.date().to_string(),
        time(starts),
        ends.date().to_string(),
        time(ends),
        booking.quantity.to_string(),
        booking.purpose.clone(),
        owner.map(|card| card.number.clone()).unwrap_or_default(),
        owner.map(|card| card.name.clone()).unwrap_or_default(),
        state_in_words(booking.state).to_owned(),
    ]
}
