//! The page that tells how to open cabinets from the desktop.

use std::borrow::Cow;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{definitions, link, section};
use yakusho_webkit::{Answer, Lang, Visit};

use super::ROOT;
use crate::DOCUMENTS;
use crate::texts::Text;

/// Its address.
pub(crate) const PAGE: &str = "/documents/webdav";

yakusho_webkit::texts! {
    enum Words {
        Intro: "キャビネットをパソコンのフォルダーとして開き、ファイルをそのまま編集できます。保存するたびに新しい版が残り、編集中の文書はほかの人が書き換えられません。" / "Open cabinets as folders of your computer and edit files in place. Each save keeps a version, and nobody else changes what you have open.";
        SignIn: "接続先とログイン" / "Address and sign-in";
        Address: "アドレス" / "Address";
        User: "ユーザー名" / "User name";
        UserHelp: "ログインに使うID" / "The ID that you sign in with";
        Password: "パスワード" / "Password";
        PasswordHelp: "APIトークン(ファイルを編集するには、トークンを作るときに「変更」にもチェックを付けます)" / "An API token (to edit files, tick “Change” as well when you make it)";
        Tokens: "トークンを作る" / "Make a token";
        WindowsSteps: "エクスプローラーで「PC」を開き、「…」から「ネットワークドライブの割り当て」を選び、アドレスを入力します。「別の資格情報を使用して接続する」にチェックを付け、ユーザー名とトークンを入力します。" / "In Explorer open “This PC”, choose “Map network drive” from “…”, and enter the address. Tick “Connect using different credentials”, and enter the user name and the token.";
        MacSteps: "Finderの「移動」メニューから「サーバへ接続」を選び、アドレスを入力します。「登録ユーザ」を選び、ユーザー名とトークンを入力します。" / "In Finder choose “Go”, then “Connect to Server”, and enter the address. Choose “Registered User”, and enter the user name and the token.";
        LinuxSteps: "「ファイル」の「ほかの場所」で、「サーバーへ接続」に次のアドレスを入力します。" / "In Files open “Other Locations”, and enter this at “Connect to Server”:";
        Good: "知っておくと役立つこと" / "Good to know";
        GoodNew: "新しく置いたファイルは、所属の文書として登録されます。分類などは文書の画面で直せます。" / "A new file is registered as your section's document. Its category and the rest are changed on its page.";
        GoodDelete: "自分が登録した文書を削除すると、取り下げになります。ほかの人の文書は、理由を添えて画面から削除します。" / "Deleting your own document withdraws it. Others' are taken down on their page, with a reason.";
        GoodFolder: "ファイルが二つ以上ある文書は、フォルダーとして見えます。" / "A document of several files shows as a folder.";
        GoodTemporary: "空のファイルと、編集ソフトの一時ファイルは登録されず、1日で消えます。" / "Empty files and those that programs keep for themselves are not registered, and go after a day.";
        Misplaced: "ここには置けません。キャビネットの追加や削除は、文書の画面で行ってください。" / "Nothing can be put here. Cabinets are founded and removed on the page of documents.";
    }
}

/// That nothing can be put somewhere, in words.
pub(crate) fn misplaced(lang: Lang) -> Cow<'static, str> {
    Words::Misplaced.to(lang)
}

/// `GET /documents/webdav`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let address = format!("{}{ROOT}", visit.origin());
    let of_gnome = address.replacen("http", "dav", 1);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Desktop.to(lang)).crumb(DOCUMENTS, Text::Documents.to(lang));
    let good = [
        Words::GoodNew,
        Words::GoodDelete,
        Words::GoodFolder,
        Words::GoodTemporary,
    ];
    Ok(Html(page.render(html! {
        p { (Words::Intro.to(lang)) }
        (section(Words::SignIn.to(lang), html! {
            (definitions([
                (Words::Address.to(lang), html! { code { (address) } }),
                (Words::User.to(lang), html! { (Words::UserHelp.to(lang)) }),
                (Words::Password.to(lang), html! {
                    (Words::PasswordHelp.to(lang)) br; (link("/account/tokens", Words::Tokens.to(lang)))
                }),
            ]))
        }))
        (section("Windows", html! { p { (Words::WindowsSteps.to(lang)) } }))
        (section("macOS", html! { p { (Words::MacSteps.to(lang)) } }))
        (section("Linux", html! { p { (Words::LinuxSteps.to(lang)) br; code { (of_gnome) } } }))
        (section(Words::Good.to(lang), html! {
            ul { @for words in good { li { (words.to(lang)) } } }
        }))
    })))
}
