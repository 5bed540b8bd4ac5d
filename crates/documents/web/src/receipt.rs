//! The register of what was received.

mod api;
mod editor;
mod page;

use yakusho_attachments::AttachmentId;
use yakusho_documents::receipt::{Means, ReceiptId};
use yakusho_webkit::{Access, Lang, Routes};

/// The register.
pub(crate) const RECEIPTS: &str = "/documents/receipts";

yakusho_webkit::texts! {
    /// What its pages say.
    enum Text {
        Number: "番号" / "No.";
        NumberOf { year: String, n: i32 }: "{year} 収受第{n}号" / "{year} no. {n}";
        ReceivedOn: "収受日" / "Received on";
        Sender: "発信者" / "From";
        Title: "件名" / "About";
        Means: "受領の方法" / "How";
        Section: "担当する所属" / "Section in charge";
        Notes: "備考" / "Notes";
        Document: "登録した文書" / "Document";
        Mail: "電子メール" / "E-mail";
        Post: "郵便" / "Post";
        Counter: "窓口" / "At the counter";
        Fax: "ファクシミリ" / "Fax";
        Other: "その他" / "Otherwise";
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .join(api::routes())
        .get(RECEIPTS, Access::User, page::list)
        .get("/documents/receipts/new", Access::User, editor::new)
        .upload("/documents/receipts/new", Access::User, editor::register)
        .get("/documents/receipts/:id", Access::User, page::show)
        .get("/documents/receipts/:id/edit", Access::User, editor::edit)
        .upload("/documents/receipts/:id/edit", Access::User, editor::change)
        .post("/documents/receipts/:id/assign", Access::User, page::assign)
        .download(
            "/documents/receipts/:id/files/:file",
            Access::User,
            page::hand_out,
        )
}

fn receipt_page(id: ReceiptId) -> String {
    format!("{RECEIPTS}/{id}")
}

fn file_page(id: ReceiptId, file: AttachmentId) -> String {
    format!("{RECEIPTS}/{id}/files/{file}")
}

/// How something was received, in words.
fn means(lang: Lang, means: Means) -> std::borrow::Cow<'static, str> {
    match means {
        Means::Mail => Text::Mail,
        Means::Post => Text::Post,
        Means::Counter => Text::Counter,
        Means::Fax => Text::Fax,
        Means::Other => Text::Other,
    }
    .to(lang)
}
