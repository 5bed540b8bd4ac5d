//! The JSON API of facilities and bookings.

use poem::http::header;
use serde_json::{Value, json};
use yakusho_webkit::testing::{Told, told};

use crate::site::Site;

impl Site {
    /// Asks as a program, and expects that status.
    pub async fn must(
        &self,
        token: &str,
        call: (&str, &str),
        body: Option<Value>,
        status: u16,
    ) -> Value {
        told(self.ask(token, call.0, call.1, body).await, status)
    }

    /// Adds a facility of the administrator's; its id.
    async fn set_up(&self, code: &str, with: Value) -> String {
        let admin = "write:administrator";
        let category = json!({"name_ja": "施設"});
        let category = self
            .must(admin, ("POST", "/facility-categories"), Some(category), 201)
            .await;
        let mut settings = json!({
            "code": code, "kind": "room", "category": category["id"], "name_ja": "第1会議室",
            "name_en": "Room 1", "viewers": {"everyone": true}, "bookers": {"everyone": true},
        });
        for (name, value) in with.as_object().unwrap() {
            settings[name] = value.clone();
        }
        let made = self
            .must(admin, ("POST", "/facilities"), Some(settings), 201)
            .await;
        made["id"].as_str().unwrap().to_owned()
    }
}

/// A booking from one hour to another on 25 November 2026.
fn wish(facility: &str, from: u8, until: u8) -> Value {
    let at = |hour: u8| format!("2026-11-25T{hour:02}:00:00+09:00");
    json!({"facility": facility, "starts_at": at(from), "ends_at": at(until), "purpose": "課内会議"})
}

#[tokio::test]
async fn a_facility_is_added_read_changed_and_listed_page_by_page() {
    for site in Site::both("nogata").await {
        let room = site
            .set_up(
                "R-1",
                json!({"position": 1, "opening": {"monday": {"from": "08:30", "until": "24:00"}}}),
            )
            .await;
        let other = site
            .set_up("R-2", json!({"position": 2, "name_ja": "第２会議室"}))
            .await;
        let path = format!("/facilities/{room}");
        let shown = site.must("read:clerk", ("GET", &path), None, 200).await;
        assert_eq!(shown["settings"]["opening"]["monday"]["until"], "24:00");
        assert_eq!(shown["managed"], false);
        let first = site
            .must("read:clerk", ("GET", "/facilities?limit=1"), None, 200)
            .await;
        assert_eq!(first["items"][0]["id"], room);
        let next = format!(
            "/facilities?limit=1&after={}",
            first["next"].as_str().unwrap()
        );
        let second = site.must("read:clerk", ("GET", &next), None, 200).await;
        assert_eq!(
            (&second["items"][0]["id"], &second["next"]),
            (&json!(other), &Value::Null)
        );
        let found = site
            .must(
                "read:clerk",
                ("GET", "/facilities?words=%EF%BC%92%E4%BC%9A%E8%AD%B0"),
                None,
                200,
            )
            .await;
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
        let refused = site
            .must(
                "read:clerk",
                ("GET", "/facilities?after=nonsense"),
                None,
                422,
            )
            .await;
        assert_eq!(refused["errors"][0]["field"], "after");
        let mut settings = shown["settings"].clone();
        settings["capacity"] = json!(0);
        let change = json!({"revision": shown["revision"], "settings": settings});
        let refused = site
            .must(
                "write:administrator",
                ("PUT", &path),
                Some(change.clone()),
                422,
            )
            .await;
        assert_eq!(refused["errors"][0]["field"], "capacity");
        let mut change = change;
        change["settings"]["capacity"] = json!(10);
        site.must("write:clerk", ("PUT", &path), Some(change.clone()), 403)
            .await;
        site.must(
            "write:administrator",
            ("PUT", &path),
            Some(change.clone()),
            204,
        )
        .await;
        site.must("write:administrator", ("PUT", &path), Some(change), 409)
            .await;
    }
}

#[tokio::test]
async fn what_is_taken_is_named_waited_for_moved_and_called_off() {
    for site in Site::both("nogata").await {
        let room = site.set_up("R-1", json!({})).await;
        let book = ("POST", "/bookings");
        let made = site
            .must("write:clerk", book, Some(wish(&room, 9, 11)), 201)
            .await;
        assert_eq!(made["state"], "confirmed");
        let taken = site
            .must("write:colleague", book, Some(wish(&room, 10, 12)), 409)
            .await;
        assert_eq!(taken["code"], "facility_taken");
        assert_eq!(taken["taken"][0]["obstacle"], "booked");
        assert_eq!(taken["taken"][0]["booking"], made["id"]);
        let mut waits = wish(&room, 10, 12);
        waits["wait"] = json!(true);
        let waiting = site.must("write:colleague", book, Some(waits), 201).await;
        assert_eq!(waiting["state"], "waiting");
        let queue = format!("/facilities/{room}/waiting");
        let queue = site.must("read:clerk", ("GET", &queue), None, 200).await;
        assert_eq!(queue["items"][0]["id"], waiting["id"]);
        let id = made["id"].as_str().unwrap();
        let path = format!("/bookings/{id}");
        let move_to = json!({"revision": 1, "booking": wish(&room, 13, 14)});
        let moved = site
            .must("write:clerk", ("PUT", &path), Some(move_to), 200)
            .await;
        assert_eq!(moved["state"], "confirmed");
        let got = format!("/bookings/{}", waiting["id"].as_str().unwrap());
        let got = site.must("read:colleague", ("GET", &got), None, 200).await;
        assert_eq!(got["state"], "confirmed");
        let plan = "/facilities/plan?from=2026-11-25";
        let plan = site.must("read:stranger", ("GET", plan), None, 200).await;
        assert_eq!(plan["items"][0]["booked"].as_array().unwrap().len(), 2);
        let mine = site
            .must("read:clerk", ("GET", "/bookings"), None, 200)
            .await;
        assert_eq!(mine["items"][0]["id"], id);
        let cancel = format!("{path}/cancel");
        site.must(
            "write:stranger",
            ("POST", &cancel),
            Some(json!({"revision": 2})),
            403,
        )
        .await;
        site.must(
            "write:clerk",
            ("POST", &cancel),
            Some(json!({"revision": 2})),
            204,
        )
        .await;
        site.must(
            "write:clerk",
            ("POST", &cancel),
            Some(json!({"revision": 3})),
            409,
        )
        .await;
    }
}

#[tokio::test]
async fn a_series_names_the_dates_that_are_taken() {
    for site in Site::both("nogata").await {
        let room = site.set_up("R-1", json!({"window_days": 30})).await;
        let mut taken = wish(&room, 9, 10);
        taken["starts_at"] = json!("2026-12-02T09:00:00+09:00");
        taken["ends_at"] = json!("2026-12-02T10:00:00+09:00");
        site.must("write:colleague", ("POST", "/bookings"), Some(taken), 201)
            .await;
        let mut series = json!({"booking": wish(&room, 9, 10), "rule": "FREQ=WEEKLY;COUNT=3"});
        let call = ("POST", "/booking-series");
        let refused = site
            .must("write:clerk", call, Some(series.clone()), 409)
            .await;
        assert_eq!(
            refused["taken"][0]["wanted"]["starts_at"],
            "2026-12-02T00:00:00Z"
        );
        series["book_the_rest"] = json!(true);
        let booked = site
            .must("write:clerk", call, Some(series.clone()), 201)
            .await;
        assert_eq!(booked["booked"].as_array().unwrap().len(), 2);
        assert_eq!(booked["left_out"].as_array().unwrap().len(), 1);
        series["rule"] = json!("EVERY OTHER TUESDAY");
        let refused = site.must("write:clerk", call, Some(series), 422).await;
        assert_eq!(refused["errors"][0]["field"], "rule");
        let path = format!("/booking-series/{}", booked["series"].as_str().unwrap());
        let rows = site.must("read:clerk", ("GET", &path), None, 200).await;
        assert_eq!(rows["items"].as_array().unwrap().len(), 2);
        let cancel = format!("{path}/cancel");
        let done = site
            .must("write:clerk", ("POST", &cancel), Some(json!({})), 200)
            .await;
        assert_eq!(done["cancelled"], 2);
    }
}

#[tokio::test]
async fn what_waits_for_approval_is_decided_and_equipment_is_lent_and_returned() {
    for site in Site::both("nogata").await {
        let post = site.town.head_post("general").to_string();
        let hall = site.set_up("H-1", json!({"approval": post})).await;
        let made = site
            .must(
                "write:clerk",
                ("POST", "/bookings"),
                Some(wish(&hall, 9, 10)),
                201,
            )
            .await;
        assert_eq!(made["state"], "tentative");
        let pending = site
            .must(
                "read:general_head",
                ("GET", "/bookings?view=pending"),
                None,
                200,
            )
            .await;
        assert_eq!(pending["items"][0]["id"], made["id"]);
        let decide = format!("/bookings/{}/decide", made["id"].as_str().unwrap());
        let yes = json!({"revision": 1, "approve": true});
        let refused = site
            .ask("write:clerk", "POST", &decide, Some(yes.clone()))
            .await;
        assert!(matches!(refused.0, 403 | 404), "{refused:?}");
        site.must("write:general_head", ("POST", &decide), Some(yes), 204)
            .await;

        let projectors = json!({"kind": "equipment", "units": 3, "manager": post});
        let projectors = site.set_up("E-1", projectors).await;
        let mut now = wish(&projectors, 9, 10);
        now["starts_at"] = json!("2026-11-20T09:00:00+09:00");
        now["ends_at"] = json!("2026-11-20T17:00:00+09:00");
        now["quantity"] = json!(2);
        let made = site
            .must("write:clerk", ("POST", "/bookings"), Some(now), 201)
            .await;
        let path = format!("/bookings/{}", made["id"].as_str().unwrap());
        let at = |revision: i32| Some(json!({"revision": revision}));
        site.must("write:clerk", ("POST", &format!("{path}/lend")), at(1), 403)
            .await;
        site.must(
            "write:general_head",
            ("POST", &format!("{path}/lend")),
            at(1),
            204,
        )
        .await;
        let lent = site
            .must(
                "read:general_head",
                ("GET", "/bookings?view=lent"),
                None,
                200,
            )
            .await;
        assert_eq!(lent["items"][0]["id"], made["id"]);
        site.must(
            "write:general_head",
            ("POST", &format!("{path}/return")),
            at(2),
            204,
        )
        .await;
        let shown = site.must("read:clerk", ("GET", &path), None, 200).await;
        assert_eq!(shown["state"], "returned");
        let path = "/facilities/usage?first=2026-11-01&last=2026-11-30";
        let used = site
            .must("read:general_head", ("GET", path), None, 200)
            .await;
        assert_eq!(used["items"][0]["bookings"], 1);
    }
}

#[tokio::test]
async fn a_closed_facility_takes_no_bookings_and_a_blackout_stands_against_them() {
    for site in Site::both("nogata").await {
        let admin = "write:administrator";
        let room = site.set_up("R-1", json!({})).await;
        let path = format!("/facilities/{room}");
        let made = site
            .must(
                "write:clerk",
                ("POST", "/bookings"),
                Some(wish(&room, 9, 10)),
                201,
            )
            .await;
        let out = json!({"starts_at": "2026-11-25T00:00:00+09:00", "ends_at": "2026-11-26T00:00:00+09:00", "reason": "工事"});
        let blackout = site
            .must(
                admin,
                ("POST", &format!("{path}/blackouts")),
                Some(out),
                201,
            )
            .await;
        assert_eq!(blackout["met"], 1);
        let refused = site
            .must(
                "write:clerk",
                ("POST", "/bookings"),
                Some(wish(&room, 13, 14)),
                409,
            )
            .await;
        assert_eq!(refused["taken"][0]["obstacle"], "blacked_out");
        assert_eq!(refused["taken"][0]["reason"], "工事");
        let lift = format!(
            "/facility-blackouts/{}/lift",
            blackout["id"].as_str().unwrap()
        );
        site.must(admin, ("POST", &lift), None, 204).await;
        let close = format!("{path}/close");
        let bare = site
            .must(admin, ("POST", &close), Some(json!({"revision": 1})), 409)
            .await;
        assert_eq!(bare["code"], "still_booked");
        let why = json!({"revision": 1, "reason": "改修"});
        let closed = site.must(admin, ("POST", &close), Some(why), 200).await;
        assert_eq!(closed["cancelled"], 1);
        let shown = format!("/bookings/{}", made["id"].as_str().unwrap());
        let shown = site.must("read:clerk", ("GET", &shown), None, 200).await;
        assert_eq!(
            (&shown["state"], &shown["reason"]),
            (&json!("cancelled"), &json!("改修"))
        );
        let refused = site
            .must(
                "write:clerk",
                ("POST", "/bookings"),
                Some(wish(&room, 9, 10)),
                422,
            )
            .await;
        assert_eq!(refused["errors"][0]["code"], "retired");
        site.must(
            admin,
            ("POST", &format!("{path}/reopen")),
            Some(json!({"revision": 2})),
            204,
        )
        .await;
        site.must(
            "write:clerk",
            ("POST", "/bookings"),
            Some(wish(&room, 9, 10)),
            201,
        )
        .await;
    }
}

#[tokio::test]
async fn files_are_tried_out_taken_and_given() {
    for site in Site::both("nogata").await {
        site.set_up("R-1", json!({})).await;
        let send = async |path: &str, file: &str| {
            let request = site.client.post(format!("/api/v1{path}"));
            let request = request
                .header(header::AUTHORIZATION, "Bearer write:administrator")
                .content_type("text/csv")
                .body(file.to_owned());
            let told = Told::of(request).await;
            let value: Value = serde_json::from_str(&told.text).unwrap_or_default();
            (told.status.as_u16(), value)
        };
        let wrong =
            "facility,day,starts_at,ends_at,purpose,owner\nR-9,2026-11-25,9:00,10:00,会議,1\n";
        let plan = told(send("/bookings/csv/dry-run", wrong).await, 200);
        assert_eq!(plan["faults"][0]["line"], 2);
        assert_eq!(plan["faults"][0]["column"], "facility");
        let refused = told(send("/bookings/csv", wrong).await, 422);
        assert_eq!(refused["errors"][0]["field"], "lines.2.facility");
        let file = "code,kind,category,name_ja\nR-1,部屋,施設,大会議室\nR-2,room,施設,小会議室\n";
        let plan = told(send("/facilities/csv/dry-run", file).await, 200);
        assert_eq!((&plan["added"], &plan["changed"]), (&json!(1), &json!(1)));
        let taken = told(send("/facilities/csv", file).await, 200);
        assert_eq!(taken["facilities"], 2);
        for path in [
            "/facilities/csv",
            "/facilities/csv/template",
            "/bookings/csv?first=2026-11-01&last=2026-11-30",
            "/bookings/csv/template",
            "/facilities/usage/csv?first=2026-11-01&last=2026-11-30",
        ] {
            let request = site.client.get(format!("/api/v1{path}"));
            let request = request.header(header::AUTHORIZATION, "Bearer read:administrator");
            let told = Told::of(request).await;
            told.says(&["管理番号"]);
        }
    }
}

#[tokio::test]
async fn dates_are_proposed_answered_and_decided() {
    for site in Site::both("nogata").await {
        let colleague = site.town.person("colleague").to_string();
        let at = |day: u8| json!({"start": format!("2026-11-{day}T10:00:00"), "end": format!("2026-11-{day}T11:00:00")});
        let event = json!({
            "title": "打合せ", "when": at(24), "candidates": [at(24), at(25)], "participants": [colleague],
        });
        let made = site
            .must("write:clerk", ("POST", "/events"), Some(event), 201)
            .await;
        let path = format!("/events/{}", made["id"].as_str().unwrap());
        let shown = site.must("read:colleague", ("GET", &path), None, 200).await;
        assert_eq!(shown["status"], "polling");
        let second = shown["candidates"][1]["id"].clone();
        let said = json!({"answers": [{"candidate": second, "answer": "accepted"}]});
        let answer = format!("{path}/candidates/answer");
        site.must(
            "write:colleague",
            ("POST", &answer),
            Some(said.clone()),
            204,
        )
        .await;
        site.must("write:stranger", ("POST", &answer), Some(said), 403)
            .await;
        let decide = json!({"revision": shown["revision"], "candidate": second});
        let address = format!("{path}/candidates/decide");
        site.must(
            "write:stranger",
            ("POST", &address),
            Some(decide.clone()),
            403,
        )
        .await;
        site.must("write:clerk", ("POST", &address), Some(decide), 204)
            .await;
        let shown = site.must("read:clerk", ("GET", &path), None, 200).await;
        assert_eq!(shown["when"]["start"], "2026-11-25T10:00:00");
        assert_eq!(shown["participants"][0]["answer"], "accepted");

        let event = json!({"title": "出張", "when": at(26), "status": "tentative"});
        let made = site
            .must("write:clerk", ("POST", "/events"), Some(event), 201)
            .await;
        let path = format!("/events/{}", made["id"].as_str().unwrap());
        let confirm = format!("{path}/confirm");
        site.must(
            "write:clerk",
            ("POST", &confirm),
            Some(json!({"revision": 1})),
            204,
        )
        .await;
        let shown = site.must("read:clerk", ("GET", &path), None, 200).await;
        assert_eq!(shown["status"], "confirmed");
    }
}
