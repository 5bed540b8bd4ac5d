//! The words for what facilities say in codes: refusals, conflicts, faults of fields, acts and things.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    enum Text {
        // Why something is refused.
        ManagerByAdministrator: "管理する職は、システム管理者だけが変えられます。" / "Who keeps a facility is set by the system administrator alone.";

        // What stands against an act.
        StillBooked: "これからの予約があるため、利用停止にできません。" / "It is booked for a time to come.";
        StillLent: "貸出中で返却されていないものがあるため、利用停止にできません。先に返却を記録してください。" / "Some of it is out. It has to be brought back first.";

        // What is wrong with a field.
        Fixed: "種別は、登録した後は変えられません。" / "What it is cannot be changed.";
        Hours: "開始と終了の両方を入力し、終了を開始より後にしてください。" / "Fill in both, the end after the start.";
        NotAPicture: "JPEG、PNG、WebP、GIFの画像を選んでください。" / "Choose a picture: JPEG, PNG, WebP or GIF.";
        PeriodTooLong: "期間は10年以内にしてください。" / "At most ten years are counted.";
    }
}

/// The words of every code of facilities.
pub(crate) fn words() -> Words {
    Words::default()
        .code("manager_by_administrator", |lang| {
            Text::ManagerByAdministrator.to(lang)
        })
        .code("still_booked", |lang| Text::StillBooked.to(lang))
        .code("still_lent", |lang| Text::StillLent.to(lang))
        .code("fixed", |lang| Text::Fixed.to(lang))
        .code("hours", |lang| Text::Hours.to(lang))
        .code("not_a_picture", |lang| Text::NotAPicture.to(lang))
        .code("period_too_long", |lang| Text::PeriodTooLong.to(lang))
        .acts(ACTS)
        .things(THINGS)
        .facts(FACTS)
}

/// What acts are called in the audit trail.
const ACTS: [(&str, (&str, &str)); 10] = [
    ("facility.", ("施設", "Facilities")),
    (
        "facility.category.set",
        ("施設の分類の設定", "Category of facilities set"),
    ),
    ("facility.add", ("施設の登録", "Facility added")),
    ("facility.change", ("施設の設定の変更", "Facility changed")),
    (
        "facility.retire",
        ("施設の利用停止・再開", "Facility closed or opened"),
    ),
    (
        "facility.black_out",
        ("利用できない期間の登録", "Facility blacked out"),
    ),
    (
        "facility.lift_blackout",
        ("利用できない期間の取り消し", "Blackout lifted"),
    ),
    ("facility.photo.set", ("施設の写真の設定", "Picture set")),
    (
        "facility.import",
        ("施設のCSVでの登録・変更", "Facilities imported"),
    ),
    ("facility.look_up", ("施設の閲覧", "Facilities looked up")),
];

/// What kinds of things are called.
const THINGS: [(&str, (&str, &str)); 4] = [
    ("facility", ("施設", "Facility")),
    (
        "facility.category",
        ("施設の分類", "Category of facilities"),
    ),
    (
        "facility.blackout",
        ("施設を利用できない期間", "Blackout of a facility"),
    ),
    ("facility.photo", ("施設の写真", "Picture of a facility")),
];

/// What the facts are called that acts leave in the audit trail.
const FACTS: [(&str, (&str, &str)); 5] = [
    ("retired", ("利用停止", "Closed")),
    ("blackout", ("利用できない期間", "Blackout")),
    ("met", ("重なる予約の数", "Bookings that it meets")),
    ("photo", ("写真の有無", "Picture")),
    ("facilities", ("施設の数", "Facilities")),
];
