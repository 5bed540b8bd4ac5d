//! What is read out of each kind of file.

use yakusho_file_text::NoText;

use crate::{made, pdf, text, word};

#[tokio::test]
async fn writing_is_read_whatever_program_keeps_it() {
    for name in ["doc.docx", "doc.odt", "doc.pdf"] {
        let said = text(&made(name)).await.unwrap();
        for words in [
            "防災訓練実施要領",
            "この要領は、庁舎における避難訓練の実施について定める。",
            "内線 2415とする。R&D",
            "氏名",
        ] {
            let plain = said.replace([' ', '\n'], "");
            let sought = words.replace(' ', "");
            assert!(plain.contains(&sought), "{name}: {words} in {said}");
        }
        assert!(!said.contains("氏名住所"), "{name}: {said}");
        // A PDF has them as letters like any others.
        let furigana = said.contains("はしご");
        assert_eq!(furigana, name == "doc.pdf", "{name}: {said}");
    }
}

#[tokio::test]
async fn sheets_are_read_with_their_names_and_numbers() {
    for name in ["sheet.xlsx", "sheet.xls", "sheet.ods"] {
        let said = text(&made(name)).await.unwrap();
        for words in ["品名\n", "非常用発電機\n", "4728", "中央公民館"] {
            assert!(said.contains(words), "{name}: {words} in {said}");
        }
        let names = said.contains("備蓄品一覧");
        assert_eq!(names, name != "sheet.ods", "{name}: {said}");
    }
}

#[tokio::test]
async fn slides_are_read() {
    for name in ["slides.pptx", "slides.odp"] {
        let said = text(&made(name)).await.unwrap();
        assert!(said.contains("窓口業務研修"), "{name}: {said}");
        assert!(said.contains("待ち時間の短縮"), "{name}: {said}");
    }
}

#[tokio::test]
async fn a_mail_is_read_with_who_wrote_to_whom_about_what() {
    let mail = "From: =?UTF-8?B?5bGx55Sw5aSq6YOO?= <yamada@example.jp>\r\n\
        To: soumu@example.jp\r\n\
        Subject: =?ISO-2022-JP?B?GyRCMnE1RBsoQg==?=\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n資料を送ります。\r\n\
        --b\r\nContent-Type: application/pdf\r\n\
        Content-Disposition: attachment; filename*=UTF-8''%E8%A6%81%E9%A0%98.pdf\r\n\r\nx\r\n--b--\r\n";
    let said = text(mail.as_bytes()).await.unwrap();
    for words in [
        "会議",
        "山田太郎",
        "yamada@example.jp",
        "soumu@example.jp",
        "資料を送ります。",
        "要領.pdf",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
}

#[tokio::test]
async fn plain_text_is_read() {
    assert_eq!(text("会議の記録\n".as_bytes()).await.unwrap(), "会議の記録");
}

#[tokio::test]
async fn a_pdf_whose_type_is_on_the_readers_machine_is_read() {
    // In Shift_JIS: no font is in the file, and no table of what its letters mean.
    let page = "BT /F 12 Tf 50 700 Td <89ef8b638ebaaa> Tj ET";
    let page = page.replace("aa>", ">");
    let stream = format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len());
    let file = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F 5 0 R >> >> >>",
        &stream,
        "<< /Type /Font /Subtype /Type0 /BaseFont /MS-Mincho /Encoding /90ms-RKSJ-H \
         /DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MS-Mincho /CIDSystemInfo \
         << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /MS-Mincho /Flags 4 /FontBBox [0 -137 1000 859] \
         /ItalicAngle 0 /Ascent 859 /Descent -140 /CapHeight 700 /StemV 80 >>",
    ]);
    assert_eq!(text(&file).await.unwrap(), "会議室");
}

#[tokio::test]
async fn what_has_no_text_says_why() {
    let blank = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]);
    for (what, file, reason) in [
        ("a picture", vec![0x89, b'P', b'N', b'G', 0], NoText::Kind),
        ("an old Word document", made("doc.doc"), NoText::Kind),
        (
            "an old Word document about a stream of Excel's",
            [made("doc.doc"), b"B\0o\0o\0k\0".to_vec()].concat(),
            NoText::Kind,
        ),
        ("nothing", Vec::new(), NoText::Empty),
        ("an empty page", blank, NoText::Empty),
        ("an empty document", word(""), NoText::Empty),
        ("a locked PDF", made("locked.pdf"), NoText::Locked),
        (
            "a locked Word document",
            made("locked.docx"),
            NoText::Locked,
        ),
        (
            "the begin of a ZIP",
            b"PK\x03\x04abc".to_vec(),
            NoText::Broken,
        ),
        ("the begin of a PDF", b"%PDF-1.7".to_vec(), NoText::Broken),
    ] {
        assert_eq!(text(&file).await, Err(reason), "{what}");
    }
}
