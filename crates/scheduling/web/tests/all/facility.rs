//! The pages of facilities: set up, looked up, closed, and brought in from files.

use poem::http::header;
use yakusho_webkit::testing::Told;

use crate::site::Site;

/// A picture of one point.
const PNG: [u8; 63] = [
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 10, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, b'I', b'E', b'N',
    b'D',
];

impl Site {
    /// Adds a category and a room of the administrator's; the page of the room.
    async fn set_up_room(&self) -> String {
        let category = self
            .post(
                "administrator",
                "/facilities/categories/new",
                &[("name_ja", "会議室"), ("position", "1")],
            )
            .await;
        assert_eq!(category.leads(), "/facilities/categories");
        let form = self.get("administrator", "/facilities/new").await;
        let category = option(&form, "会議室");
        let mut fields = room_fields();
        fields.push(("category", &category));
        let added = self.post("administrator", "/facilities/new", &fields).await;
        added.leads().to_owned()
    }
}

/// The value of the option of that label.
fn option(page: &Told, label: &str) -> String {
    let (before, _) = page.text.split_once(&format!(">{label}</option>")).unwrap();
    let (_, value) = before.rsplit_once("value=\"").unwrap();
    value.split('"').next().unwrap().to_owned()
}

fn room_fields() -> Vec<(&'static str, &'static str)> {
    vec![
        ("kind", "room"),
        ("name_ja", "第1会議室"),
        ("code", "R-1"),
        ("place", "本庁舎3階"),
        ("capacity", "12"),
        ("units", "1"),
        ("monday_from", "08:30"),
        ("monday_until", "17:15"),
        ("wednesday_from", "00:00"),
        ("wednesday_until", "00:00"),
        ("bookers", "everyone"),
        ("notes", "窓を閉めてください。"),
    ]
}

#[tokio::test]
async fn a_room_is_set_up_found_and_read() {
    for site in Site::both("nogata").await {
        let page = site.set_up_room().await;
        let shown = site.get("clerk", &page).await;
        shown.says(&[
            "第1会議室",
            "本庁舎3階",
            "12人",
            "08:30",
            "終日",
            "窓を閉めてください。",
            "全職員",
        ]);
        shown.hides(&["利用停止にする", "/edit\""]);
        site.get("clerk/en", &page)
            .await
            .says(&["All day", "Who may book it", "Everyone"]);
        let listed = site.get("clerk", "/facilities?words=３階").await;
        listed.says(&["第1会議室", "予約できます"]);
        site.get("clerk", "/facilities?words=別館")
            .await
            .hides(&["第1会議室"]);
        site.get("clerk", "/facilities?kind=car")
            .await
            .hides(&["第1会議室"]);
        site.get("clerk", "/facilities?kind=boat")
            .await
            .is(404, &[]);
        // Keeping it is not there for others.
        for what in ["edit", "close", "blackouts", "photo"] {
            site.get("clerk", &format!("{page}/{what}"))
                .await
                .is(404, &[]);
        }
        let refused = site.get("clerk", "/facilities/new").await;
        refused.is(403, &["根拠となる規定"]);
    }
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_what_was_typed_stays() {
    for site in Site::both("nogata").await {
        let page = site.set_up_room().await;
        let form = site.get("administrator", &format!("{page}/edit")).await;
        let (revision, category) = (form.hidden("revision"), option(&form, "会議室"));
        let mut fields = room_fields();
        fields.retain(|(name, _)| !["capacity", "place", "monday_until", "bookers"].contains(name));
        fields.extend([
            ("revision", &*revision),
            ("category", &*category),
            ("capacity", "many"),
            ("place", "別館の奥"),
        ]);
        let refused = site
            .post("administrator", &format!("{page}/edit"), &fields)
            .await;
        refused.is(422, &["別館の奥", "value=\"many\"", "終了を開始より後に"]);
        fields.retain(|(name, _)| *name != "capacity");
        fields.extend([("monday_until", "17:00"), ("bookers", "everyone")]);
        let changed = site
            .post("administrator", &format!("{page}/edit"), &fields)
            .await;
        assert_eq!(changed.leads(), page);
        let again = site
            .post("administrator", &format!("{page}/edit"), &fields)
            .await;
        again.is(409, &[]);
        // Looking for a post changes nothing, and keeps what was typed.
        fields.retain(|(name, _)| *name != "notes");
        fields.extend([
            ("approval_words", "総務"),
            ("approval_words-find", "1"),
            ("notes", "まだ途中"),
        ]);
        let looked = site
            .post("administrator", &format!("{page}/edit"), &fields)
            .await;
        looked.says(&["総務", "まだ途中"]);
        site.get("clerk", &page).await.hides(&["まだ途中"]);
    }
}

#[tokio::test]
async fn what_closing_calls_off_is_said_before() {
    for site in Site::both("nogata").await {
        let page = site.set_up_room().await;
        let id = page.rsplit('/').next().unwrap().to_owned();
        let booking = serde_json::json!({
            "facility": id, "purpose": "課内会議",
            "starts_at": "2026-11-25T10:00:00+09:00", "ends_at": "2026-11-25T11:00:00+09:00",
        });
        let booked = site
            .ask("write:clerk", "POST", "/bookings", Some(booking))
            .await;
        assert_eq!(booked.0, 201, "{}", booked.1);
        let close = format!("{page}/close");
        let asked = site.get("administrator", &close).await;
        asked.says(&[
            "これからの予約(キャンセル待ちを含む)が1件あります",
            "課内会議",
            "予約を取り消して利用停止にする",
        ]);
        let revision = asked.hidden("revision");
        let bare = site
            .post("administrator", &close, &[("revision", &revision)])
            .await;
        bare.is(409, &["これからの予約があるため"]);
        let empty = [("revision", &*revision), ("reason", "")];
        site.post("administrator", &close, &empty)
            .await
            .is(422, &[]);
        let fields = [("revision", &*revision), ("reason", "改修工事のため")];
        let closed = site.post("administrator", &close, &fields).await;
        assert_eq!(closed.leads(), page);
        let path = format!("/bookings/{}", booked.1["id"].as_str().unwrap());
        let (_, called_off) = site.ask("read:clerk", "GET", &path, None).await;
        assert_eq!(called_off["state"], "cancelled");
        assert_eq!(called_off["reason"], "改修工事のため");
        site.get("clerk", "/facilities").await.hides(&["第1会議室"]);
        let reopen = site.get("administrator", &page).await.hidden("revision");
        let reopened = site
            .post(
                "administrator",
                &format!("{page}/reopen"),
                &[("revision", &reopen)],
            )
            .await;
        assert_eq!(reopened.leads(), page);
        site.get("clerk", "/facilities").await.says(&["第1会議室"]);
    }
}

#[tokio::test]
async fn a_picture_is_told_by_its_content() {
    for site in Site::both("nogata").await {
        let page = site.set_up_room().await;
        let photo = format!("{page}/photo");
        let script = b"<script>alert(1)</script>";
        let refused = site
            .upload(
                "administrator",
                &photo,
                &[],
                &[("photo", "room.png", script)],
            )
            .await;
        refused.is(422, &["JPEG、PNG、WebP、GIF"]);
        let set = site
            .upload("administrator", &photo, &[], &[("photo", "room.txt", &PNG)])
            .await;
        assert_eq!(set.leads(), page);
        site.get("clerk", &page).await.says(&["第1会議室の写真"]);
        let request = site.client.get(format!("{page}/picture"));
        let request = request.header(header::COOKIE, "session=clerk");
        let answer = request.send().await;
        answer.assert_header(header::CONTENT_TYPE, "image/png");
        answer.assert_bytes(PNG.to_vec()).await;
        site.upload("clerk", &photo, &[], &[("photo", "room.png", &PNG)])
            .await
            .is(404, &[]);
        let removed = site
            .post("administrator", &format!("{photo}/remove"), &[])
            .await;
        assert_eq!(removed.leads(), page);
        site.get("clerk", &format!("{page}/picture"))
            .await
            .is(404, &[]);
    }
}

#[tokio::test]
async fn a_time_of_repairs_is_set_and_lifted() {
    for site in Site::both("nogata").await {
        let page = site.set_up_room().await;
        let path = format!("{page}/blackouts");
        let wrong = [
            ("starts_at", "2026-12-01T09:00"),
            ("ends_at", "2026-12-01T08:00"),
            ("reason", "工事"),
        ];
        site.post("administrator", &path, &wrong)
            .await
            .is(422, &["工事"]);
        let right = [
            ("starts_at", "2026-12-01T09:00"),
            ("ends_at", "2026-12-01T17:00"),
            ("reason", "空調の工事"),
        ];
        assert_eq!(
            site.post("administrator", &path, &right).await.leads(),
            path
        );
        site.get("clerk", &page).await.says(&["空調の工事"]);
        let blackout = site.get("administrator", &path).await.hidden("blackout");
        let lifted = site
            .post(
                "administrator",
                &format!("{path}/lift"),
                &[("blackout", &blackout)],
            )
            .await;
        assert_eq!(lifted.leads(), path);
        site.get("clerk", &page).await.hides(&["空調の工事"]);
    }
}

#[tokio::test]
async fn a_file_is_tried_out_before_it_is_taken() {
    for site in Site::both("nogata").await {
        let page = site.set_up_room().await;
        let csv = "/facilities/csv";
        let wrong = "管理番号,種別,分類,名称,数量\nR-2,部屋,倉庫,第2会議室,一つ\n";
        let tried = site
            .upload(
                "administrator",
                csv,
                &[],
                &[("file", "a.csv", wrong.as_bytes())],
            )
            .await;
        tried.says(&["2か所に誤りがあります", "分類", "数量"]);
        tried.hides(&["取り込む<"]);
        let right = "管理番号,種別,分類,名称,数量\nR-1,部屋,会議室,第一会議室,1\nR-2,部屋,会議室,第2会議室,1\n";
        let right_file = [("file", "a.csv", right.as_bytes())];
        let tried = site.upload("administrator", csv, &[], &right_file).await;
        tried.says(&["1件を新しく登録し、1件を変更します"]);
        site.get("clerk", &page).await.hides(&["第一会議室"]);
        let fields = [
            ("import", "1"),
            ("kept", &*tried.hidden("kept")),
            ("kept_name", "a.csv"),
        ];
        let taken = site.post("administrator", csv, &fields).await;
        assert_eq!(taken.leads(), "/facilities");
        site.get("clerk", "/facilities")
            .await
            .says(&["第一会議室", "第2会議室"]);
        site.upload("clerk", csv, &[], &right_file)
            .await
            .is(403, &[]);
    }
}

#[tokio::test]
async fn use_is_counted_for_those_who_keep_them() {
    for site in Site::both("nogata").await {
        let _ = site.set_up_room().await;
        let path = "/facilities/usage?first=2026-11-01&last=2026-11-30";
        site.get("administrator", path)
            .await
            .says(&["第1会議室", "0%"]);
        site.get("clerk", path).await.is(404, &[]);
        let wrong = "/facilities/usage?first=2026-11-30&last=2026-11-01";
        site.get("administrator", wrong).await.is(422, &["終了日"]);
        let file = site
            .get(
                "administrator",
                "/facilities/usage/csv?first=2026-11-01&last=2026-11-30",
            )
            .await;
        file.says(&["管理番号", "R-1"]);
    }
}
