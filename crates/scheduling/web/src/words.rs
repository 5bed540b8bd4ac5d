//! The words for what scheduling says in codes: refusals, conflicts, faults of fields, acts and things.

use yakusho_kernel::{Fault, Reason};
use yakusho_webkit::{Problem, Words};

yakusho_webkit::texts! {
    enum Text {
        // Why something is refused.
        NotOwner: "この予定表に書けるのは、本人(所属の予定は、その所属の職員)と、本人が任せた人だけです。" / "Only its owner (of a section, its people) and those whom the owner lets may write in this calendar.";
        NotInvited: "この予定の参加者ではありません。" / "You do not take part in this event.";

        // What stands against an act.
        Cancelled: "この予定は、すでに取り消されています。" / "The event was called off already.";
        Confirmed: "この予定は、すでに確定しています。" / "The event was confirmed already.";
        Decided: "日時は、すでに決まっています。" / "The date was decided already.";
        Polling: "この予定は、日程調整中です。" / "The date of the event is to be decided first.";

        TooManySubscriptions: "購読用のアドレスは、20個までです。使わないものを廃止してください。" / "There may be 20 addresses to subscribe to at most: revoke one that is not used.";

        // What is wrong with a field.
        Candidates: "候補の日時があるときは、繰り返しにできません。" / "An event with several proposed dates cannot repeat.";
        NoDate: "この繰り返しに当たる日がありません。" / "No date fits this way of repeating.";
        BeforeCalendars: "1990年から2200年までの日付を入力してください。" / "Enter a date from 1990 to 2200.";
        TooLongAnEvent: "予定の長さは366日までです。" / "An event lasts 366 days at most.";
        PastTime: "すでに過ぎた日時です。これからの日時を入力してください。" / "This time is past. Enter one that is to come.";
        TooManyDates: "繰り返しの回数が多すぎます。" / "It repeats too many times.";
        Moved: "予定を別の人の予定表に移すことはできません。" / "An event cannot be moved to another calendar.";
        SeveralDates: "候補の日時があるときは、施設を予約できません。日時が決まってから、予定を変更して予約してください。" / "An event with several proposed dates cannot have facilities; book them once the date is decided.";
        Delegated: "すでに任せています。" / "They may do so already.";
        NotOut: "戻り時刻は、外出のときだけ入力できます。" / "Only those who are out come back at a time.";
        AnotherDay: "戻り時刻は、今日のうちの時刻にしてください。" / "It must be a time of today.";
        Message: "予定への返事や取り消しを知らせるファイルです。取り込めるのは、予定そのもののファイルだけです。" / "This file answers an event, or calls one off. Only files of events themselves can be taken in.";
        OneDate: "1日だけの予定は、繰り返しにできません。" / "A single date of a series cannot repeat.";
        IndividualNumber: "個人番号(マイナンバー)と思われる記載があります。" / "There seems to be an individual number in it.";
        PhoneNumber: "電話番号と思われる記載があります。" / "There seems to be a phone number in it.";
        BirthDate: "生年月日と思われる記載があります。" / "There seems to be a date of birth in it.";
        Address: "住所と思われる記載があります。" / "There seems to be an address in it.";
    }
}

/// The codes of what looks like personal information.
const PERSONAL: [&str; 4] = ["individual_number", "phone_number", "birth_date", "address"];

/// Whether nothing is wrong with what was typed but that it looks like personal information, which is for whoever typed
/// it to decide about.
pub(crate) fn is_personal_alone(problem: &Problem) -> bool {
    let personal =
        |reason: &Reason| matches!(reason, Reason::Code(code) if PERSONAL.contains(code));
    match problem {
        Problem::Fault(Fault::Invalid(invalid)) => {
            invalid.errors.iter().all(|error| personal(&error.reason))
        }
        _ => false,
    }
}

/// The words of every code of this domain.
pub(crate) fn words() -> Words {
    Words::default()
        .code("not_owner", |lang| Text::NotOwner.to(lang))
        .code("not_invited", |lang| Text::NotInvited.to(lang))
        .code("event_cancelled", |lang| Text::Cancelled.to(lang))
        .code("event_confirmed", |lang| Text::Confirmed.to(lang))
        .code("event_decided", |lang| Text::Decided.to(lang))
        .code("event_polling", |lang| Text::Polling.to(lang))
        .code("several_dates", |lang| Text::SeveralDates.to(lang))
        .code("candidates", |lang| Text::Candidates.to(lang))
        .code("no_date", |lang| Text::NoDate.to(lang))
        .code("before_calendars", |lang| Text::BeforeCalendars.to(lang))
        .code("too_long_an_event", |lang| Text::TooLongAnEvent.to(lang))
        .code("past_time", |lang| Text::PastTime.to(lang))
        .code("too_many_dates", |lang| Text::TooManyDates.to(lang))
        .code("moved", |lang| Text::Moved.to(lang))
        .code("delegated", |lang| Text::Delegated.to(lang))
        .code("not_out", |lang| Text::NotOut.to(lang))
        .code("another_day", |lang| Text::AnotherDay.to(lang))
        .code("event_message", |lang| Text::Message.to(lang))
        .code("one_date", |lang| Text::OneDate.to(lang))
        .code("individual_number", |lang| Text::IndividualNumber.to(lang))
        .code("phone_number", |lang| Text::PhoneNumber.to(lang))
        .code("birth_date", |lang| Text::BirthDate.to(lang))
        .code("address", |lang| Text::Address.to(lang))
        .code("too_many_subscriptions", |lang| {
            Text::TooManySubscriptions.to(lang)
        })
        .acts(ACTS)
        .page("event", |id| crate::schedule::event_page(id.into()))
        .page("facility", |id| crate::facility::facility_page(id.into()))
        .things(THINGS)
        .facts(FACTS)
}

/// What acts are called in the audit trail.
const ACTS: [(&str, (&str, &str)); 20] = [
    ("event.", ("スケジュール", "Schedule")),
    ("event.look", ("予定の閲覧", "Events looked at")),
    ("event.create", ("予定の登録", "Event written")),
    ("event.edit", ("予定の変更", "Event changed")),
    ("event.cancel", ("予定の取り消し", "Event called off")),
    (
        "event.answer",
        ("予定への参加の回答", "Taking part answered"),
    ),
    (
        "event.decide",
        ("予定の日時の決定", "Date of an event decided"),
    ),
    ("event.confirm", ("予定の確定", "Event confirmed")),
    (
        "event.delegate",
        ("予定の代行者の変更", "Delegates changed"),
    ),
    ("calendar.", ("予定表の連携", "Other calendars")),
    (
        "calendar.subscribe",
        ("購読用アドレスの作成", "Address to subscribe made"),
    ),
    (
        "calendar.subscriptions",
        ("購読用アドレスの閲覧", "Addresses to subscribe looked at"),
    ),
    (
        "calendar.unsubscribe",
        ("購読用アドレスの廃止", "Address to subscribe revoked"),
    ),
    (
        "calendar.feed",
        ("購読用アドレスでの閲覧", "Calendar read at an address"),
    ),
    (
        "event.carry_on",
        ("繰り返しの施設予約の継続", "Facilities of series booked on"),
    ),
    ("presence.", ("在席ボード", "Presence")),
    ("presence.set", ("在席の変更", "Presence changed")),
    ("event.bring_over", ("予定の移行", "Events brought over")),
    ("event.away", ("不在の確認", "Absences looked up")),
    (
        "event.follow_closed_days",
        ("閉庁日の変更の反映", "Closed days carried into series"),
    ),
];

/// What kinds of things are called.
const THINGS: [(&str, (&str, &str)); 5] = [
    ("event", ("予定", "Event")),
    (
        "calendar.subscription",
        ("購読用アドレス", "Address to subscribe to"),
    ),
    ("event.candidate", ("予定の候補日", "Proposed date")),
    ("event.delegate", ("予定の代行者", "Delegate of a calendar")),
    ("presence", ("在席", "Presence")),
];

/// What the facts are called that acts leave in the audit trail.
const FACTS: [(&str, (&str, &str)); 19] = [
    ("answer", ("回答", "Answer")),
    ("candidate", ("候補", "Proposed date")),
    ("candidates", ("候補の数", "Proposed dates")),
    ("details", ("非公開の予定の内容", "What private events say")),
    ("date", ("繰り返しのうちの日", "Date of the series")),
    ("dates", ("日ごとの回答", "Answers to single dates")),
    ("delegates", ("任せた記録", "Delegates")),
    ("dropped", ("取りやめた個別の予定", "Single dates dropped")),
    ("moved", ("日時の変更", "Moved")),
    (
        "personal_information",
        ("個人情報と思われる記載", "Seemingly personal information"),
    ),
    ("series", ("繰り返しの予定", "Series")),
    ("events", ("予定の数", "Events")),
    ("for", ("だれの分か", "For whom")),
    ("from", ("いつから", "From when on")),
    ("kind", ("通知の種類", "Kind of notice")),
    ("owner", ("だれの予定か", "Whose calendar")),
    ("place", ("居場所", "Where they are")),
    ("told", ("通知した数", "People told")),
    ("bookings", ("予約の数", "Bookings")),
];
