//! The words for what booking says in codes: refusals, conflicts, faults of fields, acts and things.

use yakusho_webkit::Words;

yakusho_webkit::texts! {
    enum Text {
        // Why something is refused.
        NotOwner: "この予約を変更・取り消しできるのは、予約した人と、施設を管理する人だけです。" / "Only whoever booked it, and those who keep the facility, change and call it off.";
        NotBooker: "この施設は、あなたの所属では予約できません。" / "You may not book this facility.";
        NotManager: "施設を管理する人だけができます。" / "Only those who keep the facility do this.";
        Approver: "この予約を承認するのは、定められた職にある人です。" / "Only the holder of the approving post decides about it.";
        Own: "自分の予約を自分で承認することはできません。" / "Nobody approves what they booked themselves.";

        // What stands against an act.
        Taken: "その時間は予約できません。" / "The time is not to be had.";
        OfEvent: "この予約は予定と一緒に登録されています。予定を変更すると、予約も変わります。" / "The booking belongs to an event: change that, and the booking follows.";
        NotOpen: "終わった予約や、取り消した予約は変更できません。" / "What is over or was called off is not changed any more.";
        Decided: "承認するかどうかは、すでに決まっています。" / "It was decided already.";
        NotToBeLent: "今は貸し出せません。承認されているか、予約の時間になっているかを確かめてください。" / "It cannot be handed out now: it must be confirmed, and its time must have come.";
        NotLent: "貸し出されていません。" / "It was not handed out.";

        // What is wrong with a field.
        BeyondWindow: "この施設は、まだその日の予約を受け付けていません。" / "That day is further ahead than the facility is booked.";
        TooLong: "この施設を続けて使える時間より長くなっています。" / "That is longer than the facility may be used.";
        Retired: "この施設は、今は予約できません。" / "This facility is not booked any more.";
    }
}

/// The words of every code of booking.
pub(crate) fn words() -> Words {
    Words::default()
        .code("not_booking_owner", |lang| Text::NotOwner.to(lang))
        .code("not_booker", |lang| Text::NotBooker.to(lang))
        .code("not_facility_manager", |lang| Text::NotManager.to(lang))
        .code("booking_approver", |lang| Text::Approver.to(lang))
        .code("own", |lang| Text::Own.to(lang))
        .code("facility_taken", |lang| Text::Taken.to(lang))
        .code("of_event", |lang| Text::OfEvent.to(lang))
        .code("booking_not_open", |lang| Text::NotOpen.to(lang))
        .code("already_decided", |lang| Text::Decided.to(lang))
        .code("not_to_be_lent", |lang| Text::NotToBeLent.to(lang))
        .code("not_lent", |lang| Text::NotLent.to(lang))
        .code("beyond_window", |lang| Text::BeyondWindow.to(lang))
        .code("too_long", |lang| Text::TooLong.to(lang))
        .code("retired", |lang| Text::Retired.to(lang))
        .acts(ACTS)
        .things(THINGS)
        .facts(FACTS)
}

/// What acts are called in the audit trail.
const ACTS: [(&str, (&str, &str)); 13] = [
    ("booking.", ("施設予約", "Facility booking")),
    ("booking.book", ("予約", "Booked")),
    ("booking.change", ("予約の変更", "Booking changed")),
    ("booking.cancel", ("予約の取り消し", "Booking called off")),
    (
        "booking.series.cancel",
        ("繰り返しの予約の取り消し", "Series called off"),
    ),
    ("booking.decide", ("承認・不承認", "Approval decided")),
    (
        "booking.promote",
        ("キャンセル待ちの繰り上げ", "Got from the waiting list"),
    ),
    (
        "booking.follow",
        ("予定に合わせた変更", "Changed with its event"),
    ),
    ("booking.lend", ("貸し出し", "Handed out")),
    ("booking.take_back", ("返却", "Brought back")),
    ("booking.use", ("空き状況の閲覧", "Use looked up")),
    (
        "booking.import",
        ("予約のファイルからの登録", "Bookings imported"),
    ),
    (
        "booking.nightly",
        ("繰り返しの予約の継続", "Series carried on"),
    ),
];

/// What kinds of things are called.
const THINGS: [(&str, (&str, &str)); 2] = [
    ("booking", ("施設の予約", "Booking")),
    ("booking.series", ("繰り返しの予約", "Series of bookings")),
];

/// What the facts are called that acts leave in the audit trail.
const FACTS: [(&str, (&str, &str)); 7] = [
    ("facility", ("施設", "Facility")),
    ("slot", ("日時", "Time")),
    ("state", ("状態", "State")),
    ("booked", ("予約した日数", "Dates booked")),
    ("left_out", ("取れなかった日数", "Dates left out")),
    ("cancelled", ("取り消した日数", "Dates called off")),
    ("ended", ("終わり", "Ended")),
];
