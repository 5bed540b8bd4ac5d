//! Addresses to subscribe to, and files.

use poem::http::header;
use yakusho_webkit::testing::Told;

use crate::site::Site;

const OUTSIDE: &str = "/schedule/outside";

impl Site {
    /// Makes an address of that person's, and gives its path.
    async fn address(&self, who: &str, fields: &[(&str, &str)]) -> String {
        let made = self
            .post(who, "/schedule/outside/subscriptions", fields)
            .await;
        made.says(&["今しか表示されません"]);
        let (_, rest) = made.text.split_once("/schedule/feed/").unwrap();
        let secret: String = rest
            .chars()
            .take_while(|c| *c != '<' && *c != '"')
            .collect();
        self.get(who, OUTSIDE)
            .await
            .says(&["有効"])
            .hides(&[&secret]);
        format!("/schedule/feed/{secret}")
    }

    async fn event(&self, who: &str, title: &str, closed: bool) {
        let text = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{title}\r\nSUMMARY:{title}\r\nCLASS:{}\r\n\
             DTSTART:20261125T010000Z\r\nDTEND:20261125T020000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            if closed { "PRIVATE" } else { "PUBLIC" }
        );
        let person = self.town.person(who);
        let path = format!(
            "/dav/{person}/{person}/{}.ics",
            if closed { "c" } else { "o" }
        );
        let request = self.client.put(path).body(text);
        let request = request.header(header::AUTHORIZATION, format!("Bearer write:{who}"));
        Told::of(request).await.is(201, &[]);
    }
}

#[tokio::test]
async fn whoever_has_the_address_reads_what_its_owner_chose_until_it_is_revoked() {
    let site = Site::of("nogata").await;
    site.event("clerk", "打合せ", false).await;
    site.event("clerk", "通院", true).await;
    let plain = site.address("clerk", &[("name", "電話")]).await;
    let feed = Told::of(site.client.get(&plain)).await;
    feed.says(&["SUMMARY:打合せ", "SUMMARY:予定あり"])
        .hides(&["SUMMARY:通院"]);
    site.world.clock.turn(time::Duration::seconds(1));
    let full = site
        .address("clerk", &[("name", "時計"), ("details", "1")])
        .await;
    Told::of(site.client.get(&full))
        .await
        .says(&["SUMMARY:通院"]);

    let answer = site.client.get(&plain).send().await.0;
    let tag = answer.header(header::ETAG).unwrap().to_owned();
    let again = site.client.get(&plain).header(header::IF_NONE_MATCH, &tag);
    Told::of(again).await.is(304, &[]);

    let page = site.get("clerk", OUTSIDE).await;
    let link = page.text.split("/revoke").next().unwrap();
    let path = link
        .rsplit_once('"')
        .map(|(_, path)| format!("{path}/revoke"))
        .unwrap();
    site.get("head", &path).await.is(404, &[]);
    site.post("clerk", &path, &[]).await.leads();
    // The newest stands first.
    Told::of(site.client.get(&full)).await.is(404, &[]);
    Told::of(site.client.get(&plain)).await.is(200, &[]);
    Told::of(site.client.get("/schedule/feed/nonsense"))
        .await
        .is(404, &[]);
}

#[tokio::test]
async fn events_are_written_into_files() {
    let site = Site::of("nogata").await;
    site.event("clerk", "打合せ", false).await;
    let days = |until: &str| format!("{OUTSIDE}/export?from=2026-11-01&until={until}");
    site.get("clerk", &days("2026-11-30"))
        .await
        .says(&["SUMMARY:打合せ", "BEGIN:VTIMEZONE"]);
    site.get("clerk", &days("2026-11-24"))
        .await
        .says(&[])
        .hides(&["打合せ"]);
    site.get("clerk", &days("never")).await.is(422, &[]);
}

#[tokio::test]
async fn whoever_takes_in_an_answer_to_an_event_is_told_that_it_is_none() {
    let site = Site::of("nogata").await;
    let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:打合せ\r\n\
                DTSTART:20261125T010000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let files: [(&str, &str, &[u8]); 1] = [("file", "invite.ics", file.as_bytes())];
    for (who, words) in [
        ("clerk", "予定への返事や取り消しを知らせるファイルです"),
        ("clerk/en", "This file answers an event"),
    ] {
        site.upload(who, &format!("{OUTSIDE}/import"), &[], &files)
            .await
            .says(&[words]);
    }
}

#[tokio::test]
async fn programs_read_files_in_and_take_events_out() {
    let site = Site::of("nogata").await;
    let ask = async |token: &str, method: &str, path: &str, body: &str| {
        let path = format!("/api/v1{path}");
        let request = site.client.request(method.parse().unwrap(), path);
        let request = request
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "text/calendar")
            .body(body.to_owned());
        Told::of(request).await
    };
    let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:打合せ\r\n\
        DTSTART:20261125T010000Z\r\nDTEND:20261125T020000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\n\
        SUMMARY:始まりがない\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let days = "/schedule/ics?first=2026-11-01&last=2026-11-30";
    let said = ["\"title\":\"打合せ\"", "\"line\":9", "DTSTART"];
    ask("write:clerk", "POST", "/schedule/ics/dry-run", file)
        .await
        .is(200, &said);
    ask("read:clerk", "GET", days, "")
        .await
        .is(200, &["BEGIN:VCALENDAR"])
        .hides(&["打合せ"]);
    ask("write:clerk", "POST", "/schedule/ics", file)
        .await
        .is(200, &said);
    ask("write:clerk", "POST", "/schedule/ics", file)
        .await
        .is(200, &["\"changes\":true"]);
    let out = ask("read:clerk", "GET", days, "").await;
    out.is(200, &["SUMMARY:打合せ", "UID:a"]);

    // In a unit's calendar as in one's own; in another's, not at all.
    let unit = site.town.unit("citizens");
    let into_unit = format!("/schedule/ics?calendar={unit}");
    let other = file.replace("UID:a", "UID:c").replace("打合せ", "課内会議");
    ask("write:clerk", "POST", &into_unit, &other)
        .await
        .is(200, &["課内会議"]);
    let theirs = format!("/schedule/ics?calendar={}", site.town.person("head"));
    ask("write:clerk", "POST", &theirs, file).await.is(404, &[]);
    ask("read:clerk", "POST", "/schedule/ics", file)
        .await
        .is(403, &[]);
    ask("read:clerk", "GET", "/schedule/ics", "")
        .await
        .is(422, &["first"]);

    let path = site
        .get("clerk", "/schedule?view=day&day=2026-11-25&who=me")
        .await;
    let (_, rest) = path.text.split_once("/schedule/0").unwrap();
    let id: String = rest
        .chars()
        .take_while(|c| *c != '"' && *c != '?')
        .collect();
    ask("read:head", "GET", &format!("/events/0{id}/ics"), "")
        .await
        .is(200, &["BEGIN:VEVENT"]);
}
