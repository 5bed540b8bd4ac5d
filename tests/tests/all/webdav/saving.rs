//! The ways in which programs save: none loses a version, or litters the register.

use yakusho_tests::{Database, Hall, Who};

use super::Hand;

#[tokio::test]
async fn word_saves_by_renaming() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "保存").await;
    assert_eq!(hand.put("起案.docx", "一版").await, 201);
    assert_eq!(hand.put("~$起案.docx", "owner").await, 201);
    assert_eq!(hand.put("~WRD0001.tmp", "").await, 201);
    assert_eq!(hand.put("~WRD0001.tmp", "二版").await, 204);
    assert_eq!(hand.relocate("起案.docx", "~WRL0002.tmp").await, 201);
    assert_eq!(hand.content("起案.docx").await, None);
    assert_eq!(hand.content("~WRL0002.tmp").await.as_deref(), Some("一版"));
    assert_eq!(hand.relocate("~WRD0001.tmp", "起案.docx").await, 201);
    assert_eq!(hand.content("起案.docx").await.as_deref(), Some("二版"));
    assert_eq!(hand.content("~WRL0002.tmp").await.as_deref(), Some("一版"));
    for name in ["~WRL0002.tmp", "~$起案.docx"] {
        assert_eq!(hand.send("DELETE", &hand.path(name), "").await.status, 204);
    }
    assert_eq!(hand.names().await, ["起案.docx"]);
    let documents = hand.documents().await;
    assert_eq!(documents.len(), 1, "{documents:?}");
    assert_eq!((&*documents[0].0, documents[0].1), ("起案", 2));
}

#[tokio::test]
async fn a_program_that_gives_up_half_way_loses_nothing() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "途中").await;
    assert_eq!(hand.put("表.xlsx", "本文").await, 201);
    // Put aside, and never written anew.
    assert_eq!(hand.relocate("表.xlsx", "1A2B3C4D").await, 201);
    assert_eq!(hand.names().await, ["1A2B3C4D"]);
    let other = Hand::at(&hall, Who::Staff, &hand.folder).await;
    assert_eq!(other.content("表.xlsx").await.as_deref(), Some("本文"));
    assert_eq!(
        hand.send("DELETE", &hand.path("1A2B3C4D"), "").await.status,
        204
    );
    assert_eq!(hand.content("表.xlsx").await.as_deref(), Some("本文"));
    // Emptied, and never filled again: the document says what it said.
    assert_eq!(hand.put("表.xlsx", "").await, 204);
    assert_eq!(hand.content("表.xlsx").await.as_deref(), Some(""));
    assert_eq!(hand.documents().await[0].1, 1);
    assert_eq!(hand.put("表.xlsx", "新しい本文").await, 204);
    assert_eq!(hand.content("表.xlsx").await.as_deref(), Some("新しい本文"));
    assert_eq!(hand.documents().await[0].1, 2);
}

#[tokio::test]
async fn a_finder_leaves_no_litter() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "複写").await;
    for name in ["写真.jpg", "._写真.jpg", ".DS_Store"] {
        assert_eq!(hand.put(name, "").await, 201, "{name}");
        assert_eq!(hand.put(name, name).await, 204, "{name}");
    }
    assert_eq!(
        hand.send("MKCOL", &hand.path(".Trashes"), "").await.status,
        403
    );
    let documents = hand.documents().await;
    assert_eq!(documents.len(), 1, "{documents:?}");
    assert_eq!((&*documents[0].0, documents[0].1), ("写真", 1));
    assert_eq!(
        hand.content("._写真.jpg").await.as_deref(),
        Some("._写真.jpg")
    );
}

#[tokio::test]
async fn a_file_over_a_file_is_its_next_version() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "上書き").await;
    assert_eq!(hand.put("元.txt", "一").await, 201);
    assert_eq!(hand.put("新.txt", "二").await, 201);
    assert_eq!(hand.relocate("新.txt", "元.txt").await, 204);
    assert_eq!(hand.onto("COPY", "元.txt", "写し.txt").await, 201);
    assert_eq!(hand.relocate("元.txt", "改.txt").await, 201);
    assert_eq!(hand.names().await, ["写し.txt", "改.txt"]);
    let documents = hand.documents().await;
    let told: Vec<(&str, i64)> = documents
        .iter()
        .map(|(title, version, _)| (&**title, *version))
        .collect();
    // Written over, then renamed; and its copy.
    assert_eq!(told, [("写し", 1), ("改", 3)]);
    // The same again is no new version.
    assert_eq!(hand.put("改.txt", "二").await, 204);
    assert_eq!(hand.documents().await, documents);
}
