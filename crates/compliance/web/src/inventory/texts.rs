//! What the pages of the registers say.

use yakusho_compliance::asset::{AssetKind, AssetState};
use yakusho_compliance::inventory::{PersonalKind, SystemClass};

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Registers: "システム・機器台帳" / "Systems and equipment";
        Views: "台帳の切り替え" / "Registers";
        Systems: "情報システム" / "Information systems";
        Connections: "接続" / "Connections";
        Equipment: "機器等" / "Equipment";
        Data: "データ" / "Data sets";

        Name: "名称" / "Name";
        Class: "区分" / "Class";
        Section: "所管する課" / "Section";
        Kind: "種類" / "Kind";
        Number: "管理番号" / "Number";
        NumberHelp: "ほかの機器と重ならない番号です。全角と半角は区別しません。" / "No two things share a number. Width and case do not matter.";
        Place: "設置場所" / "Place";
        OfSystem: "システム" / "System";
        OfSystemHelp: "機器が属するシステム、又は端末装置からつながるシステムです。" / "The system to which it belongs, or which the terminal reaches.";
        NoSystem: "(なし)" / "(none)";
        State: "状態" / "State";
        About: "備考" / "Notes";
        Words: "番号・名称・場所" / "Number, name or place";
        SystemWords: "名称" / "Name";
        Any: "すべて" / "Any";
        Find: "絞り込む" / "Filter";
        Unknown: "(不明)" / "(unknown)";

        NewSystem: "システムを登録" / "Register a system";
        NewSystemHelp: "新しいシステムは、決定の協議書が認められてから登録します。" / "A new system is registered once the consultation on deciding it was granted.";
        Consultation: "もとになる協議書" / "Consultation that it rests on";
        ConsultationHelp: "自分の課で認められた協議書から選びます。" / "Choose from those granted to your section.";
        NoConsultation: "(協議書なし)" / "(none)";
        EditSystem: "システムの登録の変更" / "Change the system";
        Research: "専ら教育又は研究に要する" / "Purely for education or research";
        NothingSystems: "登録されたシステムはありません。" / "No systems are registered.";
        Connected: "接続するシステム" / "Connected systems";
        NewConnection: "接続を登録" / "Register a connection";
        InformationSide: "情報系システム" / "Information-side system";
        BusinessSide: "業務系システム" / "Business-side system";
        NothingConnections: "登録された接続はありません。" / "No connections are registered.";
        Hosts: "機器・ソフトウェア" / "Equipment and software";
        Held: "保有するデータ" / "Data held";
        NothingHeld: "このシステムに結び付けたデータはありません。" / "No data are linked to this system.";

        Manager: "開発及び維持管理を行う課" / "Develops and maintains it";
        ManagerIs { section: String, from: String }: "{section}({from}から)" / "{section} (from {from})";
        ManagerOwner { section: String }: "{section}(所管する課)" / "{section} (the owner section)";
        SetManager: "行う課を記録" / "Record who does";
        SetManagerInformation: "情報系システムでは、情報システム管理者が指定します。" / "On the information side the information system manager designates.";
        SetManagerBusiness: "業務を所管する課が行います。業務が2以上の課にわたるときは、協議した課と協議の書面を付けてください。" / "The section whose business it is. Where several share it, name those who agreed, and attach the agreement.";
        From: "この日から" / "From";
        Agreed: "協議した課" / "Sections that agreed";
        Agreement: "協議の書面" / "The agreement";
        ManagerSet: "記録しました。" / "It was recorded.";
        Recorded: "記録の経過" / "What was recorded";
        Superseded: "置き換え済み" / "Superseded";

        NewAsset: "機器等を登録" / "Register equipment";
        EditAsset: "登録の変更" / "Change the entry";
        NothingAssets: "登録された機器はありません。" / "Nothing is registered.";
        NothingAssetsHelp: "自分の課の機器だけが見えます。" / "You see what is your section's.";
        Added: "登録しました。" / "It was registered.";
        Changed: "変更しました。" / "It was changed.";
        History: "変更の履歴" / "History";
        At: "日時" / "When";
        By: "変更した人" / "By";
        What: "内容" / "What changed";
        FirstEntry: "はじめの登録" / "First entry";
        BySystem: "(システム)" / "(the system)";

        EditData: "データの登録の変更" / "Change the entry";
        Kinds: "個人情報の種類" / "Kinds of personal information";
        HeldBy: "保有するシステム" / "System that holds it";

        Import: "CSVから登録" / "Import CSV";
        Export: "CSVに出力" / "Export CSV";
        ImportTitle: "機器等のCSVからの登録" / "Import equipment from CSV";
        ImportIntro: "管理番号が同じ行は登録を変更し、ないものは追加します。誤りが1つでもあれば、何も登録しません。" / "A line whose number is there changes that entry, and another adds one. With a single fault, nothing is done.";
        ImportTemplate: "CSVのひな形" / "CSV template";
        ImportNow: "この内容で登録する" / "Register them";
        Would { added: usize, changed: usize }: "誤りはありません。{added}件を追加し、{changed}件を変更します。" / "No faults: {added} to add, {changed} to change.";
        Imported { added: usize, changed: usize }: "{added}件を追加し、{changed}件を変更しました。" / "{added} added, {changed} changed.";

        InformationOuter: "外部情報系" / "Information side, outer";
        InformationInner: "内部情報系" / "Information side, inner";
        BusinessOuter: "外部業務系" / "Business side, outer";
        BusinessInner: "内部業務系" / "Business side, inner";
        Server: "サーバ(中央処理装置)" / "Server (central unit)";
        Peripheral: "中央処理装置の周辺装置" / "Peripheral of a server";
        Terminal: "端末装置" / "Terminal";
        Printer: "印刷装置" / "Printer";
        Network: "配線・接続機器" / "Cabling and network";
        Media: "媒体" / "Medium";
        Software: "ソフトウェア" / "Software";
        Account: "アカウント" / "Account";
        InUse: "使用中" / "In use";
        Stored: "保管中" / "Stored";
        Disposed: "廃棄済み" / "Disposed of";
        Basic: "氏名・住所・生年月日等" / "Name, address, date of birth";
        Family: "世帯・家族" / "Household and family";
        Economic: "所得・税・資産・口座" / "Income, tax, property, bank accounts";
        Sensitive: "健康・福祉等(要配慮個人情報)" / "Health and care (needing special care)";
        MyNumber: "個人番号(特定個人情報)" / "My Number";
        OtherKind: "その他" / "Other";
    }
}

/// A class of systems in words.
pub(crate) const fn class(class: SystemClass) -> Text {
    match class {
        SystemClass::InformationOuter => Text::InformationOuter,
        SystemClass::InformationInner => Text::InformationInner,
        SystemClass::BusinessOuter => Text::BusinessOuter,
        SystemClass::BusinessInner => Text::BusinessInner,
    }
}

/// A kind of equipment in words.
pub(crate) const fn kind(kind: AssetKind) -> Text {
    match kind {
        AssetKind::Server => Text::Server,
        AssetKind::Peripheral => Text::Peripheral,
        AssetKind::Terminal => Text::Terminal,
        AssetKind::Printer => Text::Printer,
        AssetKind::Network => Text::Network,
        AssetKind::Media => Text::Media,
        AssetKind::Software => Text::Software,
        AssetKind::Account => Text::Account,
    }
}

/// Where equipment is in its life, in words.
pub(crate) const fn state(state: AssetState) -> Text {
    match state {
        AssetState::InUse => Text::InUse,
        AssetState::Stored => Text::Stored,
        AssetState::Disposed => Text::Disposed,
    }
}

/// A kind of personal information in words.
pub(crate) const fn personal(kind: PersonalKind) -> Text {
    match kind {
        PersonalKind::Basic => Text::Basic,
        PersonalKind::Family => Text::Family,
        PersonalKind::Economic => Text::Economic,
        PersonalKind::Sensitive => Text::Sensitive,
        PersonalKind::MyNumber => Text::MyNumber,
        PersonalKind::Other => Text::OtherKind,
    }
}
