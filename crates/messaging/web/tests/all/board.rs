//! The pages of the board.

use poem::http::StatusCode;
use yakusho_kernel::Subject as _;
use yakusho_messaging::board::Approval;

use crate::site::Site;

/// The fields of a post that is ready to be published.
fn post<'f>(category: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("category", category),
        ("title", "年末年始の窓口業務について"),
        (
            "body",
            "次のとおりとします。\n\n- 12月29日から閉庁\n\nhttps://example.lg.jp/ をご覧ください。",
        ),
        ("section", "own"),
        ("registration", "shared"),
        ("comments", "on"),
    ];
    fields.extend_from_slice(more);
    fields
}

#[tokio::test]
async fn a_post_is_written_listed_read_and_confirmed() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await.to_string();
    site.get("clerk", "/board/new")
        .await
        .says(&["お知らせ", "佐藤 花子", "市民課"]);
    let fields = post(
        &category,
        &[("publish", "1"), ("asks", "on"), ("due", "2026-11-30")],
    );
    let written = site.upload("clerk", "/board/new", &fields, &[]).await;
    let page = written.leads().to_owned();

    let list = site.get("colleague", "/board").await;
    list.says(&[
        "年末年始の窓口業務について",
        "class=\"unread\"",
        "要確認",
        "期限",
    ]);
    let read = site.get("colleague", &page).await;
    read.says(&[
        "<li><div class=\"prose\">12月29日から閉庁</div></li>",
        "href=\"https://example.lg.jp/\"",
        "確認しました",
        "第3号",
    ]);
    let list = site.get("colleague", "/board").await;
    list.says(&["要確認"]).hides(&["class=\"unread\""]);

    let confirmed = site
        .post("colleague", &format!("{page}/confirm"), &[("version", "1")])
        .await;
    assert_eq!(confirmed.leads(), page);
    site.get("colleague", &page)
        .await
        .says(&["確認済みです。"])
        .hides(&["id=\"confirm\""]);
    let again = site
        .post("colleague", &format!("{page}/confirm"), &[("version", "1")])
        .await;
    again.is(409, &["すでに確認済み"]);

    let readers = site.get("clerk", &format!("{page}/readers")).await;
    readers.says(&["加藤 健", "市民課", "まだの人に催促する"]);
    site.get("colleague", &format!("{page}/readers"))
        .await
        .is(403, &[]);
    let csv = site.get("clerk", &format!("{page}/readers.csv")).await;
    assert!(csv.disposition.unwrap().starts_with("attachment;"));
    assert!(csv.text.starts_with('\u{feff}'), "{}", csv.text);
    let reminded = site.post("clerk", &format!("{page}/remind"), &[]).await;
    assert_eq!(reminded.leads(), format!("{page}/readers"));
}

/// The page of a post that asks for confirmation.
async fn asking(site: &Site, category: &str) -> String {
    let fields = post(category, &[("publish", "1"), ("asks", "on")]);
    let written = site.upload("clerk", "/board/new", &fields, &[]).await;
    written.leads().to_owned()
}

#[tokio::test]
async fn what_was_changed_after_it_was_confirmed_is_confirmed_anew() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await.to_string();
    let page = asking(&site, &category).await;
    let confirm = format!("{page}/confirm");
    site.post("colleague", &confirm, &[("version", "1")])
        .await
        .leads();
    let edit = format!("{page}/edit");
    let revision = site.get("clerk", &edit).await.hidden("revision");
    let fields = post(
        &category,
        &[("asks", "on"), ("tell", "on"), ("revision", &*revision)],
    );
    site.upload("clerk", &edit, &fields, &[]).await.leads();
    for _ in 0..2 {
        let shown = site.get("colleague", &page).await;
        shown.says(&[
            "確認した後に内容が変わりました",
            "変更後の内容を確認しました",
            "変更前の内容を確認した日時",
        ]);
        site.get("colleague", "/board?view=owed")
            .await
            .says(&["要確認"]);
    }
    site.get("clerk", &format!("{page}/readers?which=owing"))
        .await
        .says(&["加藤 健", "変更前の内容を確認"]);
    site.post("colleague", &confirm, &[("version", "1")])
        .await
        .is(409, &["変更後の内容を読んでから"]);
    site.post("colleague", &confirm, &[("version", "2")])
        .await
        .leads();
    site.get("colleague", &page)
        .await
        .says(&["確認済みです。"])
        .hides(&["変更後の内容を確認しました"]);
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_field_and_what_was_typed_stays() {
    let site = Site::of("nogata").await;
    let category = site.category(Approval::None).await.to_string();
    let fields = [
        ("category", category.as_str()),
        ("title", ""),
        ("body", "本文は書きました"),
        ("section", "own"),
        ("ends_at", "2026-11-30T09:00"),
        ("starts_at", "2026-12-30T09:00"),
        ("publish", "1"),
    ];
    let files: [(&str, &str, &[u8]); 1] = [("new_files", "議事録.pdf", b"%PDF-1.7 words")];
    let again = site.upload("clerk", "/board/new", &fields, &files).await;
    again.is(
        422,
        &[
            "件名を入力してください",
            "href=\"#f-title\"",
            "本文は書きました",
            "value=\"2026-12-30T09:00\"",
            "議事録.pdf",
            "掲載を終える日時は開始より後にしてください。",
        ],
    );
    // The file that was sent is kept, and hangs on the post that is written at last.
    let file = checked_file(&again.text);
    let fields = [
        ("category", category.as_str()),
        ("title", "議事録"),
        ("body", "本文は書きました"),
        ("section", "own"),
        ("files", file.as_str()),
    ];
    let draft = site.upload("clerk", "/board/new", &fields, &[]).await;
    let page = draft.leads().to_owned();
    let shown = site.get("clerk", &page).await;
    shown.says(&["議事録.pdf", "下書きです"]);
    let download = site.get("clerk", &format!("{page}/files/{file}")).await;
    assert_eq!(download.text, "%PDF-1.7 words");
    assert!(download.disposition.unwrap().starts_with("attachment;"));

    // Under this city's rules what others see says which kind of information it is; the refusal names its article.
    let mut fields = fields.to_vec();
    let revision = site
        .get("clerk", &format!("{page}/edit"))
        .await
        .hidden("revision");
    fields.push(("revision", &revision));
    fields.push(("publish", "1"));
    let refused = site
        .upload("clerk", &format!("{page}/edit"), &fields, &[])
        .await;
    refused.is(422, &["下書きとして保存しました", "情報の区分を", "第8条"]);
}

/// The id of the first file that a form keeps.
fn checked_file(text: &str) -> String {
    let (_, rest) = text.split_once("name=\"files\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_preview_publishes_nothing() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await.to_string();
    let fields = post(&category, &[("preview", "1")]);
    let shown = site.upload("clerk", "/board/new", &fields, &[]).await;
    shown.says(&[
        "プレビュー",
        "<h3>年末年始の窓口業務について</h3>",
        "12月29日から閉庁</div></li>",
    ]);
    site.get("colleague", "/board")
        .await
        .says(&["掲示はありません。"]);
    site.get("clerk", "/board?view=drafts")
        .await
        .says(&["下書きはありません。"]);
}

#[tokio::test]
async fn a_post_waits_for_approval_and_is_sent_back_with_a_reason() {
    let site = Site::of("model").await;
    let category = site.category(Approval::SectionHead).await.to_string();
    let unit = site.town.unit("citizens").to_string();
    let mut fields = post(&category, &[("publish", "1")]);
    fields.retain(|(name, _)| *name != "section");
    fields.push(("section", &unit));
    let page = site
        .upload("clerk", "/board/new", &fields, &[])
        .await
        .leads()
        .to_owned();
    site.get("clerk", &page)
        .await
        .says(&["承認を待っています", "市民課の長"]);
    site.get("colleague", &page).await.is(404, &[]);

    site.get("head", "/board?view=awaiting")
        .await
        .says(&["年末年始の窓口業務について", "承認待ち"]);
    let waiting = site.get("head", &page).await;
    waiting.says(&["承認して公開する", "差し戻しの理由"]);
    let revision = waiting.hidden("revision");
    let send_back = format!("{page}/send-back");
    let without = site
        .post("head", &send_back, &[("revision", &revision)])
        .await;
    without.is(422, &["差し戻しの理由を入力してください"]);
    let done = site
        .post(
            "head",
            &send_back,
            &[("revision", &revision), ("reason", "日付を直してください")],
        )
        .await;
    assert_eq!(done.leads(), "/board?view=awaiting");
    let stale = site
        .post(
            "head",
            &format!("{page}/approve"),
            &[("revision", &revision)],
        )
        .await;
    assert!(stale.status.is_client_error(), "{stale:?}");
}

#[tokio::test]
async fn anothers_words_are_taken_down_with_a_reason_alone() {
    let site = Site::of("nogata").await;
    let category = site.category(Approval::None).await.to_string();
    let fields = post(&category, &[("publish", "1")]);
    let page = site
        .upload("stranger", "/board/new", &fields, &[])
        .await
        .leads()
        .to_owned();
    let remove = format!("{page}/remove");
    let asked = site.get("administrator", &remove).await;
    asked.says(&["この掲示を削除しますか", "理由(記録に残ります)"]);
    let revision = asked.hidden("revision");
    site.get("clerk", &page).await.says(&["12月29日から閉庁"]);
    let without = site
        .post("administrator", &remove, &[("revision", &revision)])
        .await;
    without.is(422, &["理由", "第10条"]);
    let forbidden = [("revision", revision.as_str()), ("reason", "職務外")];
    site.post("colleague", &remove, &forbidden)
        .await
        .is(403, &[]);
    assert_eq!(
        site.post("administrator", &remove, &forbidden)
            .await
            .leads(),
        page
    );
    let marker = site.get("colleague", &page).await;
    marker
        .says(&["この掲示を削除しました", "職務外"])
        .hides(&["12月29日から閉庁"]);
    // Whoever had read the words is not led to a comparison with the marker.
    let reader = site.get("clerk", &page).await;
    reader
        .says(&["この掲示を削除しました"])
        .hides(&["前回読んだ後に内容が変わっています"]);
    site.get("colleague", &format!("{page}/evidence"))
        .await
        .is(403, &[]);
    site.get("supervisor", &format!("{page}/evidence"))
        .await
        .says(&["12月29日から閉庁"]);
}

#[tokio::test]
async fn a_change_is_told_compared_and_restored() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await.to_string();
    let fields = post(&category, &[("publish", "1")]);
    let page = site
        .upload("clerk", "/board/new", &fields, &[])
        .await
        .leads()
        .to_owned();
    site.get("colleague", &page)
        .await
        .says(&["次のとおりとします。"]);
    let edit = format!("{page}/edit");
    let form = site.get("clerk", &edit).await;
    form.says(&["読んだ人に変更を知らせる"]);
    let revision = form.hidden("revision");
    let mut changed = post(&category, &[("tell", "on"), ("revision", &revision)]);
    changed[2] = ("body", "次のとおりとします。\n\n- 12月28日から閉庁");
    assert_eq!(
        site.upload("clerk", &edit, &changed, &[]).await.leads(),
        page
    );
    site.get("clerk", &page)
        .await
        .hides(&["前回読んだ後に内容が変わっています"]);
    // Who was slower is told what it says now, loses nothing, and overwrites nothing by sending once more.
    let mut slower = changed.clone();
    slower[2] = ("body", "次のとおりとします。\n\n- 12月30日から閉庁");
    let kept = format!("type=\"hidden\" name=\"revision\" value=\"{revision}\"");
    for _ in 0..2 {
        let refused = site.upload("clerk", &edit, &slower, &[]).await;
        refused.is(
            409,
            &[
                &kept,
                "- 12月30日から閉庁",
                "いまの内容",
                "- 12月28日から閉庁",
                "この画面の内容で上書きします",
            ],
        );
    }

    site.get("colleague", "/board").await.says(&["更新あり"]);
    let read = site.get("colleague", &page).await;
    read.says(&[
        "前回読んだ後に内容が変わっています",
        "versions/compare?before=1&amp;after=2",
    ]);
    let compared = site
        .get(
            "colleague",
            &format!("{page}/versions/compare?before=1&after=2"),
        )
        .await;
    compared.says(&["diff-removed", "diff-added", "<mark>"]);
    site.get(
        "colleague",
        &format!("{page}/versions/compare?before=x&after=2"),
    )
    .await
    .is(404, &[]);
    site.get("colleague", &format!("{page}/versions"))
        .await
        .says(&["第2版"])
        .hides(&["この版に戻す"]);
    let versions = site.get("clerk", &format!("{page}/versions")).await;
    versions.says(&["この版に戻す", "保存した人:佐藤 花子"]);
    let back = [
        ("revision", versions.hidden("revision")),
        ("version", "1".to_owned()),
    ];
    let back = back.each_ref().map(|(name, value)| (*name, value.as_str()));
    let restored = site
        .post("clerk", &format!("{page}/versions/restore"), &back)
        .await;
    assert_eq!(restored.leads(), page);
    site.get("colleague", &page)
        .await
        .says(&["12月29日から閉庁"]);
}

#[tokio::test]
async fn comments_are_written_edited_and_taken_down() {
    let site = Site::of("nogata").await;
    let category = site.category(Approval::None).await.to_string();
    let fields = post(&category, &[("publish", "1")]);
    let page = site
        .upload("clerk", "/board/new", &fields, &[])
        .await
        .leads()
        .to_owned();
    let comments = format!("{page}/comments");
    site.post("colleague", &comments, &[("comment", " ")])
        .await
        .is(422, &["コメントを書くを入力してください"]);
    let sent = site
        .post(
            "colleague",
            &comments,
            &[("comment", "<b>何時から</b>ですか")],
        )
        .await;
    assert_eq!(sent.leads(), format!("{page}#comments"));
    let shown = site.get("colleague", &page).await;
    shown.says(&["&lt;b&gt;何時から&lt;/b&gt;ですか", "編集・取り消し"]);
    let (_, rest) = shown.text.split_once("/comments/").unwrap();
    let id = rest.split('/').next().unwrap();
    let edit = format!("{comments}/{id}/edit");
    let edited = site
        .post(
            "colleague",
            &edit,
            &[("revision", "1"), ("comment", "9時からですか")],
        )
        .await;
    edited.leads();
    site.post("clerk", &edit, &[("revision", "2"), ("comment", "改ざん")])
        .await
        .is(403, &["第10条"]);
    let remove = format!("{comments}/{id}/remove");
    site.post(
        "administrator",
        &remove,
        &[("revision", "2"), ("reason", " ")],
    )
    .await
    .is(422, &["第10条", "コメントの削除", "id=\"f-reason-error\""]);
    site.post("administrator", &remove, &[("revision", "2")])
        .await
        .is(403, &["第10条"]);
    let reason = [("revision", "2"), ("reason", "個人名があるため")];
    site.post("administrator", &remove, &reason).await.leads();
    site.get("clerk", &page)
        .await
        .says(&["個人名があるため", "このコメントを削除しました。"])
        .hides(&["9時からですか"]);
}

#[tokio::test]
async fn categories_are_set_by_the_administrator_alone() {
    let site = Site::of("nogata").await;
    site.get("clerk", "/board/categories").await.is(403, &[]);
    site.get("administrator", "/board/categories/new")
        .await
        .says(&["全職員", "市民課の全員", "総務課長"]);
    let add = "/board/categories/new";
    let empty = site
        .post(
            "administrator",
            add,
            &[("name_en", "News"), ("position", "1")],
        )
        .await;
    empty.is(422, &["名称(日本語)を入力してください", "value=\"News\""]);
    // Looking for somebody keeps what was typed, and changes nothing.
    let looking = [
        ("name_ja", "防災"),
        ("readers_words", "さとう"),
        ("readers_words-find", "1"),
        ("writers", "everyone"),
    ];
    let found = site.post("administrator", add, &looking).await;
    found.says(&["「さとう」の検索結果", "佐藤 花子", "value=\"防災\""]);
    let unit = format!("unit:{}", site.town.unit("citizens"));
    let fields = [
        ("name_ja", "市民課だより"),
        ("position", "3"),
        ("readers", &*unit),
        ("writers", &*unit),
        ("approval", "none"),
    ];
    site.post("clerk", add, &fields)
        .await
        .is(403, &["第5条第2項第3号"]);
    assert_eq!(
        site.post("administrator", add, &fields).await.leads(),
        "/board/categories"
    );
    site.get("clerk", "/board").await.says(&["市民課だより"]);
    site.get("stranger", "/board")
        .await
        .hides(&["市民課だより"]);
}

#[tokio::test]
async fn nonsense_gets_a_clear_answer() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await;
    for path in [
        "/board?view=nonsense",
        "/board?category=nonsense",
        "/board/nonsense",
        "/board/00000000-0000-7000-8000-000000000000",
        "/board/00000000-0000-7000-8000-000000000000/edit",
    ] {
        assert_eq!(
            site.get("clerk", path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    site.get("clerk", "/board?after=nonsense")
        .await
        .is(422, &[]);
    let fields = [
        ("category", "x"),
        ("title", "t"),
        ("body", "b"),
        ("section", "x"),
        ("due", "x"),
        ("registration", "x"),
        ("files", "x"),
    ];
    let odd = site.upload("clerk", "/board/new", &fields, &[]).await;
    assert!(odd.status.is_client_error(), "{odd:?}");
    let missing = site
        .post("clerk", "/board/read", &[("category", "x")])
        .await;
    missing.is(422, &[]);
    let _ = category.reference();
}

#[tokio::test]
async fn everything_is_said_in_english_too() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await.to_string();
    let page = asking(&site, &category).await;
    let japanese = |text: &str| {
        let shell = ["役所グループウェア", "日本語"];
        shell
            .iter()
            .fold(text.to_owned(), |text, known| text.replace(known, ""))
    };
    for path in ["/board/new", "/board/categories/new"] {
        let shown = site.get("administrator/en", path).await;
        assert!(
            !japanese(&shown.text).contains("してください"),
            "{path}: {}",
            shown.text
        );
    }
    site.get("colleague/en", &page)
        .await
        .says(&["I have read this", "About this post"]);
    site.get("colleague/en", "/board")
        .await
        .says(&["Bulletin board", "Please confirm", "Unread"]);
}
