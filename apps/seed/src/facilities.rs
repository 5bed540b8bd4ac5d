//! The facilities of the seeded town hall, and who has booked them.

use time::{Duration, Time};
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Fault, PersonId, PostId, Timestamp, UnitId};
use yakusho_scheduling::booking::{self, BookingError, BookingForm};
use yakusho_scheduling::facility::{
    self, BlackoutForm, CategoryForm, CategoryId, FacilityForm, FacilityId, FacilityKind, Minutes,
    Opening,
};

use crate::city::{Rank, SECTION_HEAD};
use crate::organisation::Town;
use crate::past::Past;

/// The rank from which members, rather than heads, book.
const CLERK: i16 = 8;

/// The section that keeps the building, its rooms and its cars.
const KEEPERS: &str = "管財|総務";

/// The categories, by their names in both languages.
const CATEGORIES: [(&str, &str); 4] = [
    ("会議室", "Meeting rooms"),
    ("相談室・和室", "Consultation rooms"),
    ("公用車", "Cars"),
    ("備品", "Equipment"),
];

/// A facility.
struct Planned {
    category: usize,
    kind: FacilityKind,
    code: &'static str,
    ja: &'static str,
    en: &'static str,
    place: &'static str,
    /// How many people it holds, or how many there are.
    size: i32,
    /// Whether the head of the section that keeps it approves its bookings.
    approval: bool,
    notes: &'static str,
}

const fn planned(
    category: usize,
    kind: FacilityKind,
    (code, ja, en): (&'static str, &'static str, &'static str),
    place: &'static str,
    size: i32,
    approval: bool,
    notes: &'static str,
) -> Planned {
    Planned {
        category,
        kind,
        code,
        ja,
        en,
        place,
        size,
        approval,
        notes,
    }
}

use FacilityKind::{Car, Equipment, Room};

#[rustfmt::skip]
const FACILITIES: [Planned; 20] = [
    planned(0, Room, ("R-101", "101会議室", "Room 101"), "本庁舎1階", 12, false, ""),
    planned(0, Room, ("R-201", "201会議室", "Room 201"), "本庁舎2階", 18, false, "大型モニターがあります。"),
    planned(0, Room, ("R-202", "202会議室", "Room 202"), "本庁舎2階", 18, false, ""),
    planned(0, Room, ("R-301", "301会議室", "Room 301"), "本庁舎3階", 24, false, "ウェブ会議用のカメラとマイクがあります。"),
    planned(0, Room, ("R-302", "302会議室", "Room 302"), "本庁舎3階", 24, false, ""),
    planned(0, Room, ("R-401", "大会議室", "Main hall"), "本庁舎4階", 120, true, "机と椅子は、使った後に元の配置に戻してください。"),
    planned(0, Room, ("R-402", "庁議室", "Council room"), "本庁舎4階", 20, true, "庁議を優先します。"),
    planned(0, Room, ("R-511", "別館会議室", "Annex room"), "別館1階", 40, false, "鍵は守衛室で受け取ってください。"),
    planned(1, Room, ("R-111", "第1相談室", "Consultation room 1"), "本庁舎1階", 4, false, ""),
    planned(1, Room, ("R-112", "第2相談室", "Consultation room 2"), "本庁舎1階", 4, false, ""),
    planned(1, Room, ("R-521", "和室", "Tatami room"), "別館2階", 15, false, "飲食はできません。"),
    planned(2, Car, ("C-01", "公用車1号(軽)", "Car 1 (compact)"), "北側車庫", 4, false, "運転日誌を記入し、燃料が半分以下なら給油してください。"),
    planned(2, Car, ("C-02", "公用車2号(軽)", "Car 2 (compact)"), "北側車庫", 4, false, "運転日誌を記入し、燃料が半分以下なら給油してください。"),
    planned(2, Car, ("C-03", "公用車3号(普通)", "Car 3"), "北側車庫", 5, false, "運転日誌を記入し、燃料が半分以下なら給油してください。"),
    planned(2, Car, ("C-04", "公用車4号(電気自動車)", "Car 4 (electric)"), "北側車庫", 5, false, "使った後は充電器につないでください。"),
    planned(2, Car, ("C-10", "マイクロバス", "Minibus"), "南側車庫", 25, true, "運転する職員の名前を用件に書いてください。"),
    planned(3, Equipment, ("E-01", "プロジェクター", "Projector"), "管財課", 6, false, "ケーブルと一緒にお渡しします。"),
    planned(3, Equipment, ("E-02", "ノートパソコン(貸出用)", "Laptop"), "情報政策担当", 10, false, ""),
    planned(3, Equipment, ("E-03", "拡声器", "Loudspeaker"), "管財課", 4, false, ""),
    planned(3, Equipment, ("E-04", "折りたたみ椅子", "Folding chair"), "別館倉庫", 100, false, "10脚を超えるときは、台車を一緒に使ってください。"),
];

/// What can be booked.
pub(crate) struct Facilities {
    /// Rooms that nobody has to approve.
    pub(crate) rooms: Vec<FacilityId>,
    /// Cars that nobody has to approve.
    pub(crate) cars: Vec<FacilityId>,
    /// The first of the equipment.
    equipment: Option<FacilityId>,
    /// A room whose bookings are approved.
    approved: Option<FacilityId>,
}

/// Sets the facilities up.
pub(crate) async fn fill(
    past: &Past,
    town: &Town,
    administrator: PersonId,
) -> Result<Facilities, Fault> {
    let nine = Time::MIDNIGHT + Duration::hours(9);
    let cx = past.act(administrator, past.day(60), nine).await?;
    let mut categories = Vec::new();
    for (position, (ja, en)) in (1..).zip(CATEGORIES) {
        let form = CategoryForm {
            name_ja: ja.to_owned(),
            name_en: en.to_owned(),
            position,
            retired: false,
        };
        categories.push(facility::add_category(&cx, form).await?.into_inner());
    }
    let keepers = town.unit_named(KEEPERS, Rank::Section);
    let manager = keepers.and_then(|section| head_of(town, section));
    let mut facilities = Facilities {
        rooms: Vec::new(),
        cars: Vec::new(),
        equipment: None,
        approved: None,
    };
    for (position, planned) in (1..).zip(&FACILITIES) {
        let form = form(planned, position, categories[planned.category], manager);
        let id = facility::add(&cx, form).await?.into_inner();
        match (planned.kind, planned.approval) {
            (Room, true) => facilities.approved = facilities.approved.or(Some(id)),
            (Room, false) => facilities.rooms.push(id),
            (Car, false) => facilities.cars.push(id),
            (Car, true) => {}
            (Equipment, _) => facilities.equipment = facilities.equipment.or(Some(id)),
        }
    }
    Ok(facilities)
}

/// Sets so many rooms up besides, for measuring.
pub(crate) async fn more(past: &Past, administrator: PersonId, count: usize) -> Result<(), Fault> {
    if count == 0 {
        return Ok(());
    }
    let nine = Time::MIDNIGHT + Duration::hours(9);
    let cx = past.act(administrator, past.day(60), nine).await?;
    let category = CategoryForm {
        name_ja: "地区の施設".to_owned(),
        name_en: "In the districts".to_owned(),
        position: 10,
        retired: false,
    };
    let category = facility::add_category(&cx, category).await?.into_inner();
    for (position, n) in (1..).zip(0..count) {
        let like = &FACILITIES[n % 5];
        let form = FacilityForm {
            code: format!("B-{:03}", n + 1),
            name_ja: format!("{}号室", n + 101),
            name_en: format!("Room {}", n + 101),
            ..form(like, position, category, None)
        };
        let _ = facility::add(&cx, form).await?;
    }
    Ok(())
}

/// The post of a section's head.
fn head_of(town: &Town, section: UnitId) -> Option<PostId> {
    let mut posts = town.plan.posts.iter().zip(&town.posts);
    let found =
        posts.find(|(post, _)| post.rank == SECTION_HEAD && town.units[post.unit] == section);
    found.map(|(_, id)| *id)
}

fn form(
    planned: &Planned,
    position: i32,
    category: CategoryId,
    manager: Option<PostId>,
) -> FacilityForm {
    let everyone = Audience {
        everyone: true,
        ..Audience::default()
    };
    // Rooms are lit until ten; what is handed out is handed out in office hours.
    let until = if planned.kind == Room {
        "22:00"
    } else {
        "17:15"
    };
    let hours = Minutes::parse("08:30", until);
    let counted = planned.kind == Equipment;
    FacilityForm {
        code: planned.code.to_owned(),
        kind: planned.kind,
        category: Some(category),
        name_ja: planned.ja.to_owned(),
        name_en: planned.en.to_owned(),
        place: planned.place.to_owned(),
        capacity: (!counted).then_some(planned.size),
        units: if counted { planned.size } else { 1 },
        notes: planned.notes.to_owned(),
        opening: Opening {
            weekdays: [hours, hours, hours, hours, hours, None, None],
            closed_on_holidays: true,
        },
        window_days: Some(180),
        longest_minutes: None,
        before_minutes: 0,
        after_minutes: if planned.approval { 30 } else { 0 },
        viewers: everyone.clone(),
        bookers: everyone,
        manager,
        approval: manager.filter(|_| planned.approval),
        own_approval: true,
        position,
    }
}

/// Books some of them besides what events have: something waits for its approval, somebody for a car, and a projector is out.
pub(crate) async fn book(past: &Past, town: &Town, facilities: &Facilities) -> Result<(), Fault> {
    let keepers = town.unit_named(KEEPERS, Rank::Section);
    let Some((section, keeper)) = keepers.and_then(|section| {
        let head = town.holders(|post| {
            let post = &town.plan.posts[post];
            post.rank == SECTION_HEAD && town.units[post.unit] == section
        });
        Some((section, *head.first()?))
    }) else {
        return Ok(());
    };
    let Some(clerk) = town.member_of(section, CLERK) else {
        return Ok(());
    };
    let working = |days: i64| past.working_day(days);
    let cx = past
        .act(clerk, past.day(10), Time::MIDNIGHT + Duration::hours(9))
        .await?;
    let (day, other) = (working(3), working(6));
    if let Some(hall) = facilities.approved {
        for (on, purpose) in [(day, "職員研修"), (other, "指名業者への説明会")] {
            tried(booking::book(&cx, wish(hall, on, (9, 12), 1, purpose)).await)?;
        }
    }
    if let Some(car) = facilities.cars.last() {
        tried(booking::book(&cx, wish(*car, day, (9, 12), 1, "庁舎の点検")).await)?;
        let wait = BookingForm {
            wait: true,
            ..wish(*car, day, (9, 11), 1, "備品の受け取り")
        };
        tried(booking::book(&cx, wait).await)?;
    }
    if let Some(projectors) = facilities.equipment {
        let (from, until) = (working(-1), working(2));
        let form = BookingForm {
            ends_at: Timestamp::at(until, Time::MIDNIGHT + Duration::hours(17)),
            ..wish(projectors, from, (9, 17), 2, "出張説明会")
        };
        if let Some(booked) = tried(booking::book(&cx, form).await)? {
            let morning = Time::MIDNIGHT + Duration::minutes(9 * 60 + 5);
            let keeper = past.act(keeper, from, morning).await?;
            let _ = booking::lend(&keeper, booked, 1).await?;
        }
    }
    if let Some(room) = facilities.rooms.last() {
        let day = working(8);
        let keeper = past
            .act(keeper, past.day(1), Time::MIDNIGHT + Duration::hours(10))
            .await?;
        let form = BlackoutForm {
            starts_at: Timestamp::at(day, Time::MIDNIGHT + Duration::hours(8)),
            ends_at: Timestamp::at(day, Time::MIDNIGHT + Duration::hours(18)),
            reason: "床の清掃のため".to_owned(),
        };
        let _ = facility::add_blackout(&keeper, *room, form).await?;
    }
    Ok(())
}

fn wish(
    facility: FacilityId,
    day: time::Date,
    (from, until): (i64, i64),
    quantity: i32,
    purpose: &str,
) -> BookingForm {
    let at = |hour| Timestamp::at(day, Time::MIDNIGHT + Duration::hours(hour));
    BookingForm {
        facility,
        starts_at: at(from),
        ends_at: at(until),
        quantity,
        purpose: purpose.to_owned(),
        private: false,
        wait: false,
        all_the_same: false,
    }
}

/// What was booked; what is taken by somebody is left to them.
fn tried(
    booked: Result<yakusho_kernel::Saved<booking::Booked>, BookingError>,
) -> Result<Option<booking::BookingId>, Fault> {
    match booked {
        Ok(booked) => Ok(Some(booked.id)),
        Err(BookingError::Taken(_)) => Ok(None),
        Err(BookingError::Fault(fault)) => Err(fault),
    }
}
