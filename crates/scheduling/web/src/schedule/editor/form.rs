//! The fields of an event.

use std::ops::RangeInclusive;

use maud::{Markup, Render as _, html};
use time::{Date, Duration, Time};
use yakusho_attachments::Attachment;
use yakusho_attachments_web::Files;
use yakusho_kernel::PersonId;
use yakusho_scheduling::booking::Wanted;
use yakusho_scheduling::event::{Content, EventForm, Owner, Recurrence, Status, When};
use yakusho_scheduling::facility::FacilityId;
use yakusho_scheduling::recurrence::{Local, Zone};
use yakusho_webkit::ui::{Choice, Disclosure, Form};
use yakusho_webkit::{Answer, Fields, Lang, Reader, Visit};

use super::super::clock::time;
use super::super::moments::time_of_day;
use super::super::texts::Text;
use super::{facilities, repeat};
use crate::people::Offer;

/// The field of those who take part.
pub(super) const PEOPLE: &str = "participants";

/// How many more dates the form takes among which is decided, where there are few.
const CANDIDATES: usize = 4;

yakusho_webkit::texts! {
    /// What the fields say.
    enum Words {
        Owner: "誰の予定か" / "Whose event";
        OwnerHelp: "所属の予定にすると、その所属の職員なら誰でも変更できます。" / "One of a section is changed by all of its people.";
        Title: "件名" / "Title";
        TitleHelp: "個人の氏名・住所・電話番号などは書かないでください。" / "Leave out names, addresses and phone numbers of citizens.";
        When: "日時" / "When";
        First: "開始日" / "First day";
        Start: "開始時刻" / "From";
        Last: "終了日" / "Last day";
        LastHelp: "空欄なら開始日と同じ日です。" / "Empty: the same day.";
        End: "終了時刻" / "Until";
        Clock { zone: String }: "時刻は{zone}の時刻です。" / "The times are those of {zone}.";
        WholeDay: "終日(時刻を決めない)" / "All day";
        WholeDayHelp: "開始日から終了日までの予定になります。時刻は使いません。" / "From the first day to the last; the times are not used.";
        Text: "内容" / "Notes";
        Participants: "参加者" / "Participants";
        ParticipantsHelp: "参加者の予定表にも表示され、参加するかどうかの回答を求める通知が届きます。" / "It stands in their calendars, too, and they are asked whether they take part.";
        Status: "予定の状態" / "State";
        SurelyHelp: "日時が決まっている予定です。" / "It takes place.";
        PerhapsHelp: "変わるかもしれない予定です。「仮の予定」と表示されます。" / "It may change, and is shown as tentative.";
        ProposedHelp: "本人に確かめてもらう予定です。本人が確定するまで「確定待ち」と表示されます。" / "Its owner is to confirm it.";
        Closed: "非公開にする" / "Private";
        ClosedHelp: "参加者と、この予定表に書ける人以外には「予定あり」とだけ表示されます。公開が原則です。" / "Others than those whom it concerns see “Busy” alone. Open is the rule.";
        Free: "空き時間として扱う" / "The time counts as free";
        FreeHelp: "キャンペーン期間など、知らせるだけの予定に使います。" / "For what is only noted, such as a campaign.";
        Away: "不在になる(休暇・出張など)" / "Away: on leave, on a journey";
        AwayHelp: "終日の予定で選ぶと、その日は掲示板の未確認のお知らせが届きません。" / "Away for whole days, you are not reminded of what stays unread on them.";
        Candidates: "候補の日時を追加して、後で決める(日程調整)" / "Propose more dates, and decide later";
        CandidatesHelp: "上の日時が第1候補になります。参加者は候補ごとに都合を回答します。繰り返しとは一緒に使えません。" / "The date above is the first. Those who take part say which suit them. It does not go with repeating.";
        CandidateDay { n: usize }: "候補{n}の日" / "Date {n}";
        CandidateStart { n: usize }: "候補{n}の開始" / "Date {n}, from";
        CandidateLast { n: usize }: "候補{n}の終了日" / "Date {n}, last day";
        CandidateEnd { n: usize }: "候補{n}の終了" / "Date {n}, until";
    }
}

/// What the fields hold until something is typed.
pub(super) struct Held {
    pub(super) owner: Owner,
    pub(super) when: When,
    pub(super) content: Option<Content>,
    /// Whether it may come back: not one date of a series.
    pub(super) repeats: bool,
    pub(super) people: Vec<PersonId>,
    pub(super) facilities: Vec<Wanted>,
}

impl Held {
    fn recurrence(&self) -> Option<&Recurrence> {
        self.content.as_ref()?.recurrence.as_ref()
    }

    /// The date besides the first among which is decided, from 2.
    fn candidate(&self, n: usize) -> Option<&When> {
        let candidates = &self.content.as_ref()?.candidates;
        candidates.get(n - 1).map(|candidate| &candidate.when)
    }

    /// The numbers of the dates that can be entered besides the first.
    fn candidates(&self) -> RangeInclusive<usize> {
        let known = self
            .content
            .as_ref()
            .map_or(0, |content| content.candidates.len());
        2..=(known + 2).clamp(CANDIDATES + 1, EventForm::MOST_CANDIDATES)
    }

    /// How many of a facility it has, if any.
    pub(super) fn wanted(&self, facility: FacilityId) -> Option<&Wanted> {
        let mut facilities = self.facilities.iter();
        facilities.find(|one| one.facility == facility)
    }

    /// What hangs there already.
    pub(super) fn files(&self) -> Vec<Attachment> {
        let content = self.content.as_ref();
        content.map_or_else(Vec::new, |content| content.files.clone())
    }
}

/// The fields.
pub(super) fn fields(
    visit: &Visit,
    form: &Form,
    held: &Held,
    owners: &[(Owner, String)],
    people: &Offer,
    facilities: &facilities::Offer,
    files: &Files,
) -> Markup {
    let lang = visit.lang;
    let content = held.content.as_ref();
    let word = |of: fn(&Content) -> &String| content.map(|content| of(content).clone());
    let owners = owners.iter();
    let owners = owners.map(|(owner, name)| Choice::new(super::owner_value(*owner), &**name));
    let is = |of: fn(&Content) -> bool| content.is_some_and(of);
    html! {
        @if content.is_none() {
            (form.select("owner", Words::Owner.to(lang)).required().help(Words::OwnerHelp.to(lang))
                .value(super::owner_value(held.owner)).options(owners))
        } @else {
            (form.hidden("owner", &super::owner_value(held.owner)))
        }
        (form.text("title", Words::Title.to(lang)).required().max_chars(200)
            .help(Words::TitleHelp.to(lang)).values(word(|it| &it.title)))
        (times(form, lang, &held.when))
        (form.text("place", Text::Place.to(lang)).max_chars(200).values(word(|it| &it.place)))
        (people.field(form, Words::Participants.to(lang), Words::ParticipantsHelp.to(lang), &held.people))
        (facilities.fields(form, lang, held))
        (form.textarea("text", Words::Text.to(lang)).rows(4).max_chars(20_000).values(word(|it| &it.text)))
        (files.fields(visit, form))
        (status(form, lang, content))
        (form.checkbox("closed", Words::Closed.to(lang)).checked(is(|it| it.closed))
            .help(Words::ClosedHelp.to(lang)))
        (form.checkbox("free", Words::Free.to(lang)).checked(is(|it| it.free)).help(Words::FreeHelp.to(lang)))
        (form.checkbox("away", Words::Away.to(lang)).checked(is(|it| it.away)).help(Words::AwayHelp.to(lang)))
        @if held.repeats {
            (repeat::fields(form, lang, held.recurrence(), &held.when))
            (candidates(form, lang, held))
        }
    }
}

/// The first day with the time of day, and the last with its own: whole days have none.
fn shown(when: &When) -> ((Date, Option<String>), (Date, Option<String>)) {
    let clock = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    match when {
        When::Days { first, last } => ((*first, None), (*last, None)),
        When::Timed { start, end, .. } => (
            (start.date(), Some(clock(start.time()))),
            (end.date(), Some(clock(end.time()))),
        ),
    }
}

fn times(form: &Form, lang: Lang, when: &When) -> Markup {
    let ((first, start), (last, end)) = shown(when);
    html! {
        fieldset.group {
            legend { (Words::When.to(lang)) }
            div.line-cells {
                (form.date("first", Words::First.to(lang)).required().value(first.to_string()))
                (time(form, "start", Words::Start.to(lang)).values(start))
            }
            div.line-cells {
                (form.date("last", Words::Last.to(lang)).help(Words::LastHelp.to(lang)).value(last.to_string()))
                (time(form, "end", Words::End.to(lang)).values(end))
            }
            @if when.zone() != Zone::JAPAN {
                p.meta { (Words::Clock { zone: when.zone().name().to_owned() }.to(lang)) }
            }
            (form.checkbox("whole_day", Words::WholeDay.to(lang)).checked(when.is_days())
                .help(Words::WholeDayHelp.to(lang)))
        }
    }
}

fn status(form: &Form, lang: Lang, content: Option<&Content>) -> Markup {
    let now = content.map(|content| content.status).unwrap_or_default();
    let now = match now {
        Status::Tentative | Status::Proposed => now,
        _ => Status::Confirmed,
    };
    form.radios("status", Words::Status.to(lang))
        .required()
        .value(now.code())
        .options([
            Choice::new(Status::Confirmed.code(), Text::Confirmed.to(lang))
                .detail(Words::SurelyHelp.to(lang)),
            Choice::new(Status::Tentative.code(), Text::Tentative.to(lang))
                .detail(Words::PerhapsHelp.to(lang)),
            Choice::new(Status::Proposed.code(), Text::Proposed.to(lang))
                .detail(Words::ProposedHelp.to(lang)),
        ])
        .render()
}

fn candidates(form: &Form, lang: Lang, held: &Held) -> Markup {
    let rows = held.candidates().map(|n| {
        let ((first, start), (last, end)) = match held.candidate(n).map(shown) {
            Some(((first, start), (last, end))) => {
                let last = (last != first).then_some(last);
                ((Some(first), start), (last, end))
            }
            None => ((None, None), (None, None)),
        };
        html! {
            div.line-cells {
                (form.date(&format!("candidate{n}"), Words::CandidateDay { n }.to(lang))
                    .values(first.map(|day| day.to_string())))
                (time(form, &format!("candidate{n}_start"), Words::CandidateStart { n }.to(lang)).values(start))
                (form.date(&format!("candidate{n}_last"), Words::CandidateLast { n }.to(lang))
                    .values(last.map(|day| day.to_string())))
                (time(form, &format!("candidate{n}_end"), Words::CandidateEnd { n }.to(lang)).values(end))
            }
        }
    });
    let body = html! {
        p.meta { (Words::CandidatesHelp.to(lang)) }
        @for row in rows { (row) }
    };
    let unused = |field: &str| field.starts_with("candidate").then_some("");
    let open = held.candidate(2).is_some() || form.uses(unused);
    html! { (Disclosure::new(Words::Candidates.to(lang), body).open(open)) }
}

/// The event that was entered.
pub(super) fn read(
    fields: &Fields,
    held: &Held,
    facilities: &facilities::Offer,
    all_the_same: bool,
) -> Answer<EventForm> {
    let mut read = fields.reader();
    let owner = read.needed("owner", |read, name| read.with(name, super::owner_of));
    let whole_day = fields.has("whole_day");
    let first = read.needed("first", Reader::day);
    let when = times_read(&mut read, whole_day, first, held.when.zone());
    let now = held.recurrence().map(|now| (now, &held.when));
    let begins = when.map(|when| when.start());
    let recurrence = held
        .repeats
        .then(|| repeat::read(&mut read, fields, begins, now))
        .flatten();
    let more = candidates_read(&mut read, whole_day, held);
    let participants = read.all(PEOPLE);
    let facilities = facilities.read(&mut read, fields, held);
    let status = read.with("status", Status::from_code).unwrap_or_default();
    let (owner, when) = read.finish_with(owner.zip(when))?;
    let candidates = if more.is_empty() {
        Vec::new()
    } else {
        std::iter::once(when).chain(more).collect()
    };
    Ok(EventForm {
        place: fields.text("place"),
        text: fields.text("text"),
        recurrence,
        candidates,
        status,
        closed: fields.has("closed"),
        free: fields.has("free"),
        away: fields.has("away"),
        participants,
        facilities: Some(facilities),
        all_the_same,
        ..EventForm::new(owner, fields.text("title"), when)
    })
}

/// The time that was entered so far, if it can be read.
pub(super) fn when(fields: &Fields, held: &Held) -> Option<When> {
    let mut read = fields.reader();
    let first = read.day("first");
    times_read(&mut read, fields.has("whole_day"), first, held.when.zone())
}

fn times_read(
    read: &mut Reader<'_>,
    whole_day: bool,
    first: Option<Date>,
    zone: Zone,
) -> Option<When> {
    span_read(read, whole_day, first, zone, ["start", "last", "end"])
}

/// A time from a day on, by the fields of the time at which it starts, of the last day and of the time at which it ends.
fn span_read(
    read: &mut Reader<'_>,
    whole_day: bool,
    first: Option<Date>,
    zone: Zone,
    [start, last, end]: [&str; 3],
) -> Option<When> {
    let last = read.day(last).or(first);
    if whole_day {
        let (first, last) = first.zip(last)?;
        return Some(When::Days { first, last });
    }
    let clock = |read: &mut Reader<'_>, name: &str| read.with(name, time_of_day);
    let start = read.needed(start, clock);
    let end = read.needed(end, clock);
    Some(When::Timed {
        start: Local::new(first?, start?),
        end: Local::new(last?, end?),
        zone,
    })
}

/// The dates besides the first among which is decided. What was there keeps its clock, and unless the whole event becomes
/// whole days or ceases to be, it stays such days or stays none.
fn candidates_read(read: &mut Reader<'_>, whole_day: bool, held: &Held) -> Vec<When> {
    let turned = whole_day != held.when.is_days();
    let rows = held.candidates().filter_map(|n| {
        let day = read.day(&format!("candidate{n}"))?;
        let known = held.candidate(n);
        let whole_day = known.filter(|_| !turned).map_or(whole_day, When::is_days);
        let zone = known.map_or(held.when.zone(), When::zone);
        let [start, last, end] =
            ["start", "last", "end"].map(|part| format!("candidate{n}_{part}"));
        span_read(read, whole_day, Some(day), zone, [&start, &last, &end])
    });
    rows.collect()
}

/// The hour with which a new event begins on that day: the next full one today, and nine o'clock on others.
pub(super) fn begins(now: Local, day: Date) -> When {
    let hour = match now.hour() {
        hour @ 8..=16 if now.date() == day => hour + 1,
        _ => 9,
    };
    let start = Local::new(day, Time::from_hms(hour, 0, 0).unwrap_or(Time::MIDNIGHT));
    When::Timed {
        start,
        end: start + Duration::HOUR,
        zone: Zone::JAPAN,
    }
}
