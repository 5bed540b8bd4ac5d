//! The pages of circulation and report.

use time::Duration;
use uuid::Uuid;

use crate::site::Site;

/// That the first version is confirmed.
const VERSION: (&str, &str) = ("version", "1");

/// The fields of a circulation that is ready to be sent.
fn fields<'f>(to: &'f [String], more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("kind", "circulation"),
        ("title", "窓口改善会議の結果について"),
        ("body", "次のとおりです。\n\n- 番号札を改めます"),
        ("section", "own"),
        ("registration", "shared"),
        ("sequence", "at_once"),
        ("follows", "person"),
    ];
    fields.extend(to.iter().map(|to| ("audience", to.as_str())));
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

impl Site {
    fn unit(&self, key: &str) -> String {
        format!("unit:{}", self.town.unit(key))
    }

    fn addressee(&self, key: &str) -> String {
        format!("person:{}", self.town.person(key))
    }

    /// Sends a circulation; its page.
    async fn sent(&self, who: &str, to: &[String], more: &[(&str, &str)]) -> String {
        let mut all = vec![("send", "1")];
        all.extend_from_slice(more);
        let sent = self
            .upload(who, "/circulations/new", &fields(to, &all), &[])
            .await;
        sent.leads().to_owned()
    }
}

#[tokio::test]
async fn it_is_sent_to_a_section_confirmed_and_watched_to_its_end() {
    let site = Site::of("model").await;
    let form = site.get("general_clerk", "/circulations/new").await;
    form.says(&[
        "全職員",
        "市民課の全員",
        "市民課長(職)",
        "人に付いていく",
        "職に付いていく",
    ]);
    let to = [site.addressee("clerk"), site.addressee("colleague")];
    let page = site
        .sent("general_clerk", &to, &[("due", "2026-11-24")])
        .await;

    let list = site.get("clerk", "/circulations").await;
    list.says(&[
        "窓口改善会議の結果について",
        "class=\"unread\"",
        "要確認",
        "R8.11.24",
    ]);
    let read = site.get("clerk", &page).await;
    read.says(&[
        "番号札を改めます",
        "確認しました",
        "2人中0人が確認",
        "原田 愛",
    ]);
    site.get("stranger", &page).await.is(404, &[]);

    let confirmed = site
        .post(
            "clerk",
            &format!("{page}/confirm"),
            &[VERSION, ("reply", "了解しました")],
        )
        .await;
    assert_eq!(confirmed.leads(), page);
    site.get("clerk", &page).await.says(&[
        "確認済みです。",
        "あなたの返信",
        "了解しました",
        "2人中1人が確認",
    ]);
    site.get("colleague", &page).await.hides(&["了解しました"]);
    let received = site.get("clerk", "/circulations?view=received").await;
    received.says(&["確認済み", "ほかの人待ち 1/2"]);
    site.get("clerk", "/circulations")
        .await
        .says(&["確認・返信が必要なものはありません。"]);
    let reworded = [("revision", "2"), ("reply", "了解です。周知しました")];
    site.post("clerk", &format!("{page}/reply"), &reworded)
        .await
        .leads();
    site.post(
        "clerk",
        &format!("{page}/reply"),
        &[("revision", "1"), ("reply", "遅い")],
    )
    .await
    .is(409, &["遅い"]);

    let sender = site.get("general_clerk", &page).await;
    sender.says(&[
        "了解です。周知しました",
        "まだの人に催促する",
        "宛先を追加",
        "締め切る",
    ]);
    site.post("general_clerk", &format!("{page}/remind"), &[])
        .await
        .leads();
    site.post("clerk", &format!("{page}/remind"), &[])
        .await
        .is(403, &[]);
    let csv = site
        .get("general_clerk", &format!("{page}/state.csv"))
        .await;
    assert!(
        csv.text.contains("加藤 健") && csv.disposition.is_some(),
        "{csv:?}"
    );
    site.post("colleague", &format!("{page}/confirm"), &[VERSION])
        .await
        .leads();
    site.get("general_clerk", &page)
        .await
        .says(&["全員が確認して、完了しました。"]);
    site.post("colleague", &format!("{page}/confirm"), &[VERSION])
        .await
        .is(409, &["完了しています"]);
}

#[tokio::test]
async fn a_report_asks_for_a_reply() {
    let site = Site::of("model").await;
    let to = [site.addressee("clerk")];
    let page = site.sent("general_clerk", &to, &[("kind", "report")]).await;
    site.get("clerk", "/circulations").await.says(&["要返信"]);
    let confirm = format!("{page}/confirm");
    site.post("clerk", &confirm, &[VERSION, ("reply", " ")])
        .await
        .is(422, &["返信を入力してください"]);
    site.post("clerk", &confirm, &[VERSION, ("reply", "異状ありません")])
        .await
        .leads();
    site.get("clerk", &page)
        .await
        .says(&["返信済みです。", "異状ありません"]);
}

#[tokio::test]
async fn what_was_changed_after_it_was_confirmed_is_confirmed_anew() {
    let site = Site::of("model").await;
    let to = [site.addressee("clerk"), site.addressee("head")];
    let page = site.sent("general_clerk", &to, &[]).await;
    let confirm = format!("{page}/confirm");
    let reply = [VERSION, ("reply", "了解です")];
    site.post("clerk", &confirm, &reply).await.leads();
    let edit = format!("{page}/edit");
    let revision = site.get("general_clerk", &edit).await.hidden("revision");
    let more = [
        ("revision", &*revision),
        ("tell", "on"),
        ("body", "番号札は改めません"),
    ];
    let changed = fields(&to, &more);
    site.upload("general_clerk", &edit, &changed, &[])
        .await
        .leads();
    let stale = site.post("clerk", &confirm, &reply).await;
    stale.is(409, &["変更後の内容を読んでから", "了解です"]);
    let shown = site.get("clerk", &page).await;
    shown.says(&[
        "確認した後に内容が変わりました",
        "変更後の内容を確認しました",
        "変更前の内容を確認した日時",
        "了解です",
    ]);
    assert_eq!(shown.hidden("version"), "2");
    site.get("general_clerk", &format!("{page}/recipients?which=pending"))
        .await
        .says(&["変更前の内容を確認", "2人中0人が確認"]);
    site.post("clerk", &confirm, &[("version", "2")])
        .await
        .leads();
    site.get("clerk", &page).await.says(&["2人中1人が確認"]);
}

#[tokio::test]
async fn it_goes_rank_by_rank() {
    let site = Site::of("model").await;
    let to = [site.addressee("clerk"), site.addressee("head")];
    let more = [
        ("sequence", "upwards"),
        ("step_days", "3"),
        ("follows", "post"),
    ];
    let page = site.sent("general_clerk", &to, &more).await;
    site.get("head", &page).await.is(404, &[]);
    site.get("general_clerk", &page).await.says(&[
        "順番待ち",
        "2番目の職位",
        "3開庁日",
        "職に付いていく",
    ]);
    site.post("clerk", &format!("{page}/confirm"), &[VERSION])
        .await
        .leads();
    site.get("head", "/circulations")
        .await
        .says(&["窓口改善会議の結果について"]);
    site.get("head", &page).await.says(&["確認しました"]);
}

#[tokio::test]
async fn overdue_is_said_in_words() {
    let site = Site::of("model").await;
    let to = [site.addressee("clerk")];
    let page = site
        .sent("general_clerk", &to, &[("due", "2026-11-20")])
        .await;
    site.get("clerk", "/circulations")
        .await
        .hides(&["期限超過"]);
    site.world.clock.turn(Duration::days(1));
    site.get("clerk", "/circulations").await.says(&["期限超過"]);
    site.get("clerk", &page).await.says(&["期限超過"]);
}

#[tokio::test]
async fn what_is_missing_is_said_and_what_was_typed_stays() {
    let site = Site::of("nogata").await;
    let typed = [
        ("kind", "report"),
        ("title", "照会"),
        ("body", "ご回答ください"),
        ("section", "own"),
        ("send", "1"),
    ];
    let files: [(&str, &str, &[u8]); 1] = [("new_files", "様式.docx", b"PK")];
    let again = site
        .upload("clerk", "/circulations/new", &typed, &files)
        .await;
    again.is(
        422,
        &[
            "下書きとして保存しました",
            "宛先を選択してください",
            "情報の区分を",
            "第8条",
            "様式.docx",
            "ご回答ください",
        ],
    );
    site.get("clerk", "/circulations?view=drafts")
        .await
        .says(&["照会"]);

    let looking = [
        ("title", "照会"),
        ("audience_words", "かとう"),
        ("audience_words-find", "1"),
        ("audience", "everyone"),
    ];
    let found = site
        .upload("clerk", "/circulations/new", &looking, &[])
        .await;
    found.says(&[
        "「かとう」の検索結果",
        "加藤 健",
        "選択中",
        "value=\"照会\"",
    ]);
    let citizens = site.town.unit("citizens").to_string();
    let inside = [
        ("audience", "everyone"),
        ("audience_words", "かとう"),
        ("audience_words-section", &*citizens),
        ("audience_words-show", "1"),
    ];
    site.upload("stranger", "/circulations/new", &inside, &[])
        .await
        .says(&["選択中", "<summary autofocus>", "市民課の全員", "加藤 健"])
        .hides(&["の検索結果"]);
    let odd = [
        ("title", "t"),
        ("body", "b"),
        ("kind", "x"),
        ("audience", "unit:x"),
        ("step_days", "x"),
        ("due", "x"),
    ];
    let odd = site.upload("clerk", "/circulations/new", &odd, &[]).await;
    odd.is(422, &["宛先", "期限"]);
    let to = [site.unit("citizens")];
    let past = fields(&to, &[("due", "2020-01-01"), ("send", "1")]);
    site.upload("clerk", "/circulations/new", &past, &[])
        .await
        .is(422, &["今日以降"]);
}

#[tokio::test]
async fn a_large_organisation_is_shown_as_far_as_it_is_asked_for() {
    let site = Site::of("model").await;
    // 40 departments of 50 sections each.
    for (first, parent, of) in [(1_000, "NULL", 40), (2_000, "1000 + i / 50", 2_000)] {
        let parent = match parent {
            "NULL" => parent.to_owned(),
            place => format!("unhex(printf('%032d', {place}))"),
        };
        let insert = format!(
            "INSERT INTO units (id, unit, valid_from, valid_until, recorded_at, code, name, rank, parent, position, tags)
             WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {of})
             SELECT unhex(printf('%032d', {first} + i)), unhex(printf('%032d', {first} + i)), '2020-04-01',
                 '9999-12-31', 0, {first} + i, '第' || ({first} + i) || '課', 'section', {parent}, i, ''
             FROM n"
        );
        site.world.execute(&insert).await;
    }
    let lies_in_itself =
        "INSERT INTO unit_paths (id, unit, ancestor, distance, rank, valid_from, valid_until)
         SELECT unit, unit, unit, 0, rank, valid_from, valid_until FROM units WHERE name LIKE '第%'";
    site.world.execute(lies_in_itself).await;
    let page = site.get("clerk", "/circulations/new").await;
    page.says(&["第1039課", "自分の所属の職員"])
        .hides(&["第2001課"]);
    assert!(page.text.len() < 60_000, "{} bytes", page.text.len());

    let department = Uuid::from_u128(0x1000).to_string();
    let inside = [
        ("audience_words-section", &*department),
        ("audience_words-show", "1"),
    ];
    let page = site
        .upload("clerk", "/circulations/new", &inside, &[])
        .await;
    page.says(&["第2001課の全員"]).hides(&["第2051課"]);
    assert!(page.text.len() < 80_000, "{} bytes", page.text.len());
    let common = [("audience_words", "課"), ("audience_words-find", "1")];
    let page = site
        .upload("clerk", "/circulations/new", &common, &[])
        .await;
    page.says(&["「課」の検索結果", "ほかにもあります"]);
    assert!(page.text.len() < 80_000, "{} bytes", page.text.len());
}

#[tokio::test]
async fn once_sent_it_goes_to_the_same_people_and_more_can_be_added() {
    let site = Site::of("model").await;
    let to = [site.addressee("clerk")];
    let page = site.sent("general_clerk", &to, &[]).await;
    let edit = format!("{page}/edit");
    let form = site.get("general_clerk", &edit).await;
    form.says(&["送信した後は"]).hides(&["name=\"audience\""]);
    let revision = form.hidden("revision");
    let changed = [
        ("title", "結果(訂正)"),
        ("body", "訂正しました"),
        ("registration", "shared"),
        ("tell", "on"),
        ("revision", &*revision),
    ];
    assert_eq!(
        site.upload("general_clerk", &edit, &changed, &[])
            .await
            .leads(),
        page
    );
    site.get("clerk", &page).await.says(&["結果(訂正)"]);
    site.get("clerk", &edit).await.is(404, &[]);

    let add = format!("{page}/add");
    let revision = site.get("general_clerk", &add).await.hidden("revision");
    let same = [("audience", &*to[0]), ("revision", &*revision)];
    site.post("general_clerk", &add, &same)
        .await
        .is(422, &["届く人がいません"]);
    let more = site.addressee("stranger");
    let more = [("audience", &*more), ("revision", &*revision)];
    assert_eq!(site.post("general_clerk", &add, &more).await.leads(), page);
    site.get("stranger", &page).await.says(&["訂正しました"]);
    site.get("clerk", &add).await.is(404, &[]);
    let versions = site.get("clerk", &format!("{page}/versions")).await;
    versions.says(&["第2版"]).hides(&["この版に戻す"]);
    let recipients = site
        .get("clerk", &format!("{page}/recipients?which=pending"))
        .await;
    recipients.says(&["井上 大輔", "企画課"]);
    let sections = site
        .get("clerk", &format!("{page}/recipients?which=sections"))
        .await;
    sections.says(&["企画課", "進み具合"]).hides(&["井上 大輔"]);
    site.get("clerk", &format!("{page}/recipients?which=x"))
        .await
        .is(404, &[]);
}

#[tokio::test]
async fn a_long_list_of_recipients_is_a_page_of_its_own() {
    let site = Site::of("model").await;
    let page = site
        .sent("general_clerk", &["everyone".to_owned()], &[])
        .await;
    let shown = site.get("clerk", &page).await;
    shown.says(&["人全員の状況を見る", "確認の状況"]);
    assert_eq!(shown.text.matches("role=\"rowheader\"").count(), 10);
    let all = site.get("clerk", &format!("{page}/recipients")).await;
    assert!(all.text.matches("role=\"rowheader\"").count() > 10);
    all.hides(&["次のページ", "最初のページ"]);
}

#[tokio::test]
async fn it_is_watched_copied_closed_withdrawn_and_taken_down() {
    let site = Site::of("nogata").await;
    let to = [site.addressee("clerk"), site.addressee("colleague")];
    let page = site.sent("general_clerk", &to, &[]).await;
    site.post("clerk", &format!("{page}/watch"), &[])
        .await
        .leads();
    site.get("clerk", "/circulations?view=watched")
        .await
        .says(&["窓口改善会議"]);
    site.post("clerk", &format!("{page}/unwatch"), &[])
        .await
        .leads();
    site.get("clerk", "/circulations?view=watched")
        .await
        .says(&["ウォッチしている回覧はありません"]);

    let copy = site
        .post("general_clerk", &format!("{page}/copy"), &[])
        .await;
    site.get("general_clerk", copy.leads())
        .await
        .says(&["番号札を改めます", "佐藤 花子"]);
    site.post("clerk", &format!("{page}/copy"), &[])
        .await
        .is(404, &[]);

    let close = format!("{page}/close");
    let asked = site.get("general_clerk", &close).await;
    asked.says(&["この回覧を締め切りますか"]);
    let revision = asked.hidden("revision");
    site.post("general_clerk", &close, &[("revision", &revision)])
        .await
        .leads();
    site.get("clerk", &page)
        .await
        .says(&["発信者が締め切りました"]);
    site.post("clerk", &format!("{page}/confirm"), &[VERSION])
        .await
        .is(409, &["締め切られています"]);

    let withdraw = format!("{page}/withdraw");
    let revision = site
        .get("general_clerk", &withdraw)
        .await
        .hidden("revision");
    site.post("clerk", &withdraw, &[("revision", &revision)])
        .await
        .is(403, &[]);
    site.post("general_clerk", &withdraw, &[("revision", &revision)])
        .await
        .leads();
    site.get("clerk", &page)
        .await
        .says(&["取り下げました"])
        .hides(&["番号札"]);

    let to = [site.addressee("administrator"), site.addressee("clerk")];
    let page = site.sent("general_clerk", &to, &[]).await;
    let remove = format!("{page}/remove");
    let revision = site.get("administrator", &remove).await.hidden("revision");
    site.post("administrator", &remove, &[("revision", &revision)])
        .await
        .is(422, &["第10条", "理由"]);
    let reason = [("revision", &*revision), ("reason", "宛先の誤り")];
    site.post("administrator", &remove, &reason).await.leads();
    site.get("clerk", &page)
        .await
        .says(&["宛先の誤り"])
        .hides(&["番号札"]);
    site.get("supervisor", &format!("{page}/evidence"))
        .await
        .says(&["番号札を改めます"]);
    site.get("clerk", &format!("{page}/evidence"))
        .await
        .is(403, &[]);
}

#[tokio::test]
async fn a_template_begins_a_circulation() {
    let site = Site::of("model").await;
    let to = [site.addressee("clerk")];
    let page = site.sent("general_clerk", &to, &[]).await;
    let id = page.rsplit('/').next().unwrap();
    let from = format!("/circulations/templates/new?from={id}");
    site.get("general_clerk", &from)
        .await
        .says(&["番号札を改めます", "佐藤 花子"]);
    site.get("clerk", &from).await.is(404, &[]);
    let unit = site.town.unit("general").to_string();
    let unnamed = fields(&to, &[("name", ""), ("owner", &unit), ("due_days", "5")]);
    let add = "/circulations/templates/new";
    site.post("general_clerk", add, &unnamed)
        .await
        .is(422, &["ひな形の名前を入力してください"]);
    let named = fields(
        &to,
        &[("name", "毎月の報告"), ("owner", &unit), ("due_days", "5")],
    );
    site.post("general_clerk", add, &named).await.leads();
    let list = site.get("general_head", "/circulations/templates").await;
    list.says(&["毎月の報告", "総務課の全員", "このひな形で回す"]);
    site.get("clerk", "/circulations/templates")
        .await
        .hides(&["毎月の報告"]);
    let (_, rest) = list.text.split_once("/circulations/new?template=").unwrap();
    let template = rest.split('"').next().unwrap();
    // Friday 20 November 2026 and five working days; Monday 23 is a holiday.
    let begun = site
        .get(
            "general_head",
            &format!("/circulations/new?template={template}"),
        )
        .await;
    begun.says(&["番号札を改めます", "value=\"2026-11-30\""]);
    let edit = format!("/circulations/templates/{template}");
    let revision = site.get("general_head", &edit).await.hidden("revision");
    site.get("clerk", &edit).await.is(404, &[]);
    site.post(
        "general_head",
        &format!("{edit}/close"),
        &[("revision", &revision)],
    )
    .await
    .leads();
    site.get("general_head", "/circulations/templates")
        .await
        .says(&["ひな形はありません"]);
}

#[tokio::test]
async fn those_whom_it_reached_comment() {
    let site = Site::of("model").await;
    let to = [site.addressee("clerk")];
    let page = site.sent("general_clerk", &to, &[]).await;
    let comments = format!("{page}/comments");
    site.post("clerk", &comments, &[("comment", "")])
        .await
        .is(422, &["コメントを書くを入力してください"]);
    site.post("clerk", &comments, &[("comment", "資料は要りますか")])
        .await
        .leads();
    site.get("general_clerk", &page)
        .await
        .says(&["資料は要りますか"]);
    site.post("stranger", &comments, &[("comment", "見えますか")])
        .await
        .is(404, &[]);
    site.get("clerk", &comments)
        .await
        .says(&["資料は要りますか"]);
}

#[tokio::test]
async fn nonsense_gets_a_clear_answer() {
    let site = Site::of("model").await;
    for path in [
        "/circulations?view=nonsense",
        "/circulations/nonsense",
        "/circulations/00000000-0000-7000-8000-000000000000",
        "/circulations/new?template=nonsense",
        "/circulations/templates/new?from=nonsense",
        "/circulations/templates/00000000-0000-7000-8000-000000000000",
    ] {
        site.get("clerk", path).await.is(404, &[]);
    }
    site.get("clerk", "/circulations?after=nonsense")
        .await
        .is(422, &[]);
}
