//! Calendars for programs.

use poem::http::header;
use yakusho_webkit::testing::Told;

use crate::site::Site;

/// A meeting.
const MEETING: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@phone\r\nSUMMARY:打合せ\r\n\
    DTSTART:20261125T010000Z\r\nDTEND:20261125T020000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// What RFC 4791 asks a query to be.
fn query(inner: &str) -> String {
    format!(
        "<C:calendar-query xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:prop><D:getetag/>\
         <C:calendar-data/></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">\
         {inner}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
    )
}

impl Site {
    async fn dav(&self, token: &str, method: &str, path: &str, body: &str) -> Told {
        self.dav_if(token, method, path, body, ("depth", "1")).await
    }

    async fn dav_if(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: &str,
        (name, value): (&str, &str),
    ) -> Told {
        let request = self.client.request(method.parse().unwrap(), path);
        let request = request
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(name, value)
            .body(body.to_owned());
        Told::of(request).await
    }

    /// The calendar of the person of that key in their own home.
    fn calendar(&self, key: &str) -> String {
        let person = self.town.person(key);
        format!("/dav/{person}/{person}/")
    }
}

/// What stands between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let rest = text.split_once(before).map_or("", |(_, rest)| rest);
    rest.split_once(after).map_or("", |(found, _)| found)
}

#[tokio::test]
async fn a_program_finds_its_way_and_only_into_its_own_home() {
    let site = Site::of("nogata").await;
    let began = Told::of(site.client.get("/.well-known/caldav")).await;
    assert_eq!(
        (began.status.as_u16(), began.location.as_deref()),
        (308, Some("/dav/"))
    );
    let body = "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:current-user-principal/><D:nonsense/></D:prop></D:propfind>";
    let root = site
        .dav_if("read:clerk", "PROPFIND", "/dav/", body, ("depth", "0"))
        .await;
    let home = format!("/dav/{}/", site.town.person("clerk"));
    root.is(207, &[&home, "404 Not Found", "nonsense"]);
    let found = site.dav("read:clerk", "PROPFIND", &home, "").await;
    found.is(
        207,
        &[
            &site.calendar("clerk"),
            "<C:calendar/>",
            "<C:schedule-inbox/>",
        ],
    );
    let theirs = format!("/dav/{}/", site.town.person("head"));
    site.dav("read:clerk", "PROPFIND", &theirs, "")
        .await
        .is(404, &[]);
    let unsigned = Told::of(site.client.request("PROPFIND".parse().unwrap(), "/dav/")).await;
    unsigned.is(401, &["signed_out"]);
    let endless = site
        .dav_if("read:clerk", "PROPFIND", &home, "", ("depth", "infinity"))
        .await;
    endless.is(403, &["propfind-finite-depth"]);
}

#[tokio::test]
async fn an_object_is_put_found_synchronised_and_deleted() {
    let site = Site::of("nogata").await;
    let calendar = site.calendar("clerk");
    let path = format!("{calendar}a%20b.ics");
    let absent = ("if-none-match", "*");
    site.dav_if("read:clerk", "PUT", &path, MEETING, absent)
        .await
        .is(403, &[]);
    site.dav_if("write:clerk", "PUT", &path, MEETING, absent)
        .await
        .is(201, &[]);
    site.dav_if("write:clerk", "PUT", &path, MEETING, absent)
        .await
        .is(412, &[]);
    site.dav("read:clerk", "GET", &path, "")
        .await
        .is(200, &["UID:a@phone", "SUMMARY:打合せ"]);

    let month = async |start: &str, end: &str| {
        let range = format!("<C:time-range start=\"{start}\" end=\"{end}\"/>");
        site.dav("read:clerk", "REPORT", &calendar, &query(&range))
            .await
    };
    let november = month("20261101T000000Z", "20261201T000000Z").await;
    november.is(207, &[&path, "SUMMARY:打合せ"]);
    let december = month("20261201T000000Z", "20270101T000000Z").await;
    december.is(207, &[]).hides(&["打合せ"]);
    let titled = |words: &str| {
        query(&format!(
            "<C:prop-filter name=\"SUMMARY\"><C:text-match>{words}</C:text-match></C:prop-filter>"
        ))
    };
    site.dav("read:clerk", "REPORT", &calendar, &titled("打合"))
        .await
        .is(207, &[&path]);
    site.dav("read:clerk", "REPORT", &calendar, &titled("会議"))
        .await
        .is(207, &[])
        .hides(&[&path]);

    let sync = |token: &str| {
        format!(
            "<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token>{token}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>"
        )
    };
    let first = site.dav("read:clerk", "REPORT", &calendar, &sync("")).await;
    first.is(207, &[&path]);
    let token = between(&first.text, "<D:sync-token>", "</D:sync-token>").to_owned();
    let tag = between(&first.text, "<D:getetag>", "</D:getetag>").replace("&quot;", "\"");
    let nothing = site
        .dav("read:clerk", "REPORT", &calendar, &sync(&token))
        .await;
    nothing.is(207, &[&token]).hides(&[&path]);
    let stale = ("if-match", "\"999\"");
    site.dav_if("write:clerk", "DELETE", &path, "", stale)
        .await
        .is(412, &[]);
    site.dav_if("write:clerk", "DELETE", &path, "", ("if-match", &tag))
        .await
        .is(204, &[]);
    site.dav("read:clerk", "GET", &path, "").await.is(404, &[]);
    let gone = site
        .dav("read:clerk", "REPORT", &calendar, &sync(&token))
        .await;
    gone.is(207, &[&path, "404 Not Found"]);
    let strange = site
        .dav(
            "read:clerk",
            "REPORT",
            &calendar,
            &sync("urn:yakusho:sync:99"),
        )
        .await;
    strange.is(403, &["valid-sync-token"]);
}

#[tokio::test]
async fn what_is_refused_says_why() {
    let site = Site::of("nogata").await;
    let calendar = site.calendar("clerk");
    let put = async |name: &str, text: &str| {
        site.dav("write:clerk", "PUT", &format!("{calendar}{name}"), text)
            .await
    };
    put("a.ics", MEETING).await.is(201, &[]);
    put("b.ics", MEETING)
        .await
        .is(403, &["no-uid-conflict", "a.ics"]);
    put("b.ics", "nonsense")
        .await
        .is(403, &["valid-calendar-object-resource"]);
    let to_do = MEETING.replace("VEVENT", "VTODO");
    put("b.ics", &to_do)
        .await
        .is(403, &["supported-calendar-component"]);
    let personal = MEETING
        .replace("a@phone", "b")
        .replace("打合せ", "090-1234-5678");
    put("b.ics", &personal).await.is(422, &["phone_number"]);
    let made = site
        .dav("write:clerk", "MKCALENDAR", &format!("{calendar}new/"), "")
        .await;
    made.is(404, &[]);
    let made = site.dav("write:clerk", "MKCALENDAR", &calendar, "").await;
    made.is(403, &["calendar-collection-location-ok"]);
    let entity = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
    site.dav("read:clerk", "REPORT", &calendar, entity)
        .await
        .is(400, &[]);
    let alarms = query("<C:comp-filter name=\"VALARM\"/>");
    site.dav("read:clerk", "REPORT", &calendar, &alarms)
        .await
        .is(403, &["supported-filter"]);
    let other = site
        .dav("read:clerk", "REPORT", &calendar, "<a xmlns=\"b\"/>")
        .await;
    other.is(403, &["supported-report"]);
}

#[tokio::test]
async fn it_is_told_when_somebody_is_busy_and_nothing_else() {
    let site = Site::of("nogata").await;
    let calendar = site.calendar("clerk");
    let private = MEETING.replace("SUMMARY", "CLASS:PRIVATE\r\nSUMMARY");
    site.dav("write:clerk", "PUT", &format!("{calendar}a.ics"), &private)
        .await
        .is(201, &[]);
    let range = "<C:free-busy-query xmlns:C=\"urn:ietf:params:xml:ns:caldav\">\
        <C:time-range start=\"20261101T000000Z\" end=\"20261201T000000Z\"/></C:free-busy-query>";
    let busy = "FREEBUSY;FBTYPE=BUSY:20261125T010000Z/20261125T020000Z";
    let told = site.dav("read:clerk", "REPORT", &calendar, range).await;
    told.is(200, &[busy]).hides(&["打合せ"]);

    let asks = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VFREEBUSY\r\nUID:q\r\nDTSTAMP:20261101T000000Z\r\n\
         DTSTART:20261101T000000Z\r\nDTEND:20261201T000000Z\r\nORGANIZER:urn:uuid:{}\r\nATTENDEE:urn:uuid:{}\r\n\
         ATTENDEE:mailto:nobody@example.com\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n",
        site.town.person("head"),
        site.town.person("clerk"),
    );
    let outbox = format!("/dav/{}/outbox/", site.town.person("head"));
    let told = site.dav("write:head", "POST", &outbox, &asks).await;
    told.is(200, &["2.0;Success", busy, "3.7;Invalid calendar user"])
        .hides(&["打合せ"]);
}

/// What invites that room to the meeting.
fn in_room(room: impl std::fmt::Display) -> String {
    let room = format!("ATTENDEE;CUTYPE=ROOM:urn:uuid:{room}\r\nSUMMARY");
    MEETING.replace("SUMMARY", &room)
}

#[tokio::test]
async fn a_program_finds_rooms_books_them_and_is_told_why_not() {
    let site = Site::of("nogata").await;
    let room = site.room("第一会議室", |_| {}).await;
    let properties =
        "<D:prop><D:displayname/><C:calendar-user-type/><C:calendar-user-address-set/></D:prop>";
    let search = |asks: &str| {
        format!(
            "<D:principal-property-search xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">{asks}{properties}</D:principal-property-search>"
        )
    };
    let asks = |property: &str, text: &str| {
        format!(
            "<D:property-search><D:prop>{property}</D:prop><D:match>{text}</D:match></D:property-search>"
        )
    };
    let found = async |asks: &str| {
        site.dav("read:clerk", "REPORT", "/dav/principals/", &search(asks))
            .await
    };
    let rooms = asks("<C:calendar-user-type/>", "ROOM");
    let address = format!("urn:uuid:{room}");
    let expected = ["第一会議室", ">ROOM<", address.as_str()];
    found(&rooms).await.is(207, &expected);
    let named = asks("<D:displayname/>", "第一");
    found(&[rooms, named].concat()).await.is(207, &expected);
    let none = asks("<C:calendar-user-type/>", "RESOURCE");
    found(&none).await.is(207, &[]).hides(&["第一会議室"]);
    let person = found(&asks("<D:displayname/>", "市民")).await;
    person.is(207, &[]).hides(&["第一会議室"]);
    let principal = format!("/dav/principals/{room}/");
    site.dav("read:clerk", "PROPFIND", &principal, "")
        .await
        .is(207, &["第一会議室", "<D:principal/>"]);
    let stranger = format!("/dav/principals/{}/", uuid::Uuid::nil());
    site.dav("read:clerk", "PROPFIND", &stranger, "")
        .await
        .is(404, &[]);

    let theirs = format!("{}a.ics", site.calendar("head"));
    site.dav("write:head", "PUT", &theirs, &in_room(room))
        .await
        .is(201, &[]);
    let own = format!("{}a.ics", site.calendar("clerk"));
    let refused = site.dav("write:clerk", "PUT", &own, &in_room(room)).await;
    let why = [
        "allowed-organizer-scheduling-object-change",
        principal.as_str(),
        "第一会議室: 令和8年（2026年）11月25日（水） 10:00〜11:00は、",
    ];
    refused.is(403, &why);
    site.dav("read:clerk", "GET", &own, "").await.is(404, &[]);

    let asked = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VFREEBUSY\r\nUID:q\r\nDTSTAMP:20261101T000000Z\r\n\
         DTSTART:20261125T000000Z\r\nDTEND:20261125T080000Z\r\nORGANIZER:urn:uuid:{}\r\nATTENDEE:{address}\r\n\
         END:VFREEBUSY\r\nEND:VCALENDAR\r\n",
        site.town.person("clerk"),
    );
    let outbox = format!("/dav/{}/outbox/", site.town.person("clerk"));
    let busy = "FREEBUSY;FBTYPE=BUSY:20261125T010000Z/20261125T020000Z";
    site.dav("write:clerk", "POST", &outbox, &asked)
        .await
        .is(200, &["2.0;Success", busy]);
}
