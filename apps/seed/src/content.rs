//! What stands on the boards and goes round in a believable town hall.

/// A category of the board: name, name in English, order.
pub(crate) const CATEGORIES: &[(&str, &str)] = &[
    ("全庁のお知らせ", "Notices to all"),
    ("総務・人事", "General affairs and personnel"),
    ("情報システム", "Information systems"),
    ("研修・講座", "Training"),
    ("福利厚生", "Welfare of staff"),
    ("様式・手引", "Forms and guides"),
    ("イベント・行事", "Events"),
    ("落とし物・その他", "Lost property and other"),
];

/// A post on the board.
#[derive(Clone, Copy)]
pub(crate) struct BoardPost {
    /// Its category's place in [`CATEGORIES`].
    pub(crate) category: usize,
    /// Part of the name of the section that posts it.
    pub(crate) section: &'static str,
    pub(crate) title: &'static str,
    pub(crate) body: &'static str,
    /// How many days ago it was published.
    pub(crate) days_ago: i64,
    /// Whether it is pinned for a week from today.
    pub(crate) pinned: bool,
    /// Whether its readers are asked to confirm.
    pub(crate) confirm: bool,
}

const fn post(
    days_ago: i64,
    category: usize,
    section: &'static str,
    title: &'static str,
    body: &'static str,
) -> BoardPost {
    BoardPost {
        category,
        section,
        title,
        body,
        days_ago,
        pinned: false,
        confirm: false,
    }
}

const fn pinned(post: BoardPost) -> BoardPost {
    BoardPost {
        pinned: true,
        ..post
    }
}

const fn confirmed(post: BoardPost) -> BoardPost {
    BoardPost {
        confirm: true,
        ..post
    }
}

/// The posts, the newest first.
pub(crate) const POSTS: &[BoardPost] = &[
    pinned(post(
        0,
        0,
        "総務",
        "年末年始の閉庁日と当番体制について",
        "年末年始の閉庁日は12月29日から1月3日までです。\n\n各課は、閉庁中の連絡先と当番の名簿を12月11日(金)までに総務課へ提出してください。様式は「様式・手引」に掲載しています。\n\n- 窓口の案内文は11月30日までに掲示してください。\n- 公用車の鍵は12月28日の17時までに返却してください。",
    )),
    confirmed(post(
        1,
        2,
        "情報|デジタル",
        "11月29日(日)のシステム停止のお知らせ",
        "サーバの保守のため、次のとおりグループウェアを停止します。\n\n- 日時: 11月29日(日) 8時から12時まで\n- 対象: 掲示板、回覧を含むすべての機能\n\n停止中は新しい文書を作成できません。作業中の下書きは前日までに保存してください。",
    )),
    post(
        1,
        3,
        "人事",
        "情報セキュリティ研修(e-ラーニング)の受講について",
        "全職員を対象に、情報セキュリティ研修を実施します。会計年度任用職員の方も対象です。\n\n受講期間は12月18日までです。所要時間は40分程度です。受講後の確認テストで80点以上を取ると修了となります。",
    ),
    post(
        2,
        1,
        "人事",
        "年末調整の書類の提出について",
        "年末調整の申告書を配布しました。11月27日(金)までに、必要な証明書を添えて人事課給与係へ提出してください。\n\n今年度から、保険料控除証明書の電子データも受け付けます。",
    ),
    post(
        2,
        6,
        "商工|企画",
        "市民まつり実行委員会からのお礼",
        "11月15日の市民まつりには、多くの職員の皆さんにご協力いただきました。来場者は約1万2千人でした。ありがとうございました。\n\n反省会は12月3日(木)の15時から、第1会議室で行います。",
    ),
    pinned(post(
        3,
        0,
        "財政",
        "令和9年度当初予算の要求について",
        "令和9年度当初予算の要求書の提出期限は12月4日(金)です。\n\n- 要求書は課ごとに取りまとめてください。\n- 新規の事業は、事業の目的、効果、後年度の負担を別紙に記載してください。\n- ヒアリングの日程は追ってお知らせします。",
    )),
    post(
        4,
        4,
        "人事",
        "インフルエンザ予防接種の費用の助成について",
        "共済組合では、予防接種の費用を1人2,000円まで助成します。領収書の写しを添えて、1月29日までに申請してください。",
    ),
    post(
        5,
        5,
        "総務",
        "旅費の請求書の様式を改めました",
        "旅費の請求書の様式を改めました。12月1日以降の出張から、新しい様式を使用してください。\n\n主な変更点:\n\n- 経路の記載欄を広げました。\n- 宿泊料の領収書を添付する欄を設けました。",
    ),
    post(
        6,
        7,
        "管財|総務",
        "庁舎東側の通路の工事について",
        "11月24日から12月4日まで、庁舎東側の通路を通行止めにします。来庁者には正面玄関をご案内ください。",
    ),
    post(
        7,
        2,
        "情報|デジタル",
        "不審なメールにご注意ください",
        "配送業者を装った不審なメールが届いています。添付ファイルを開いたり、本文中の宛先に接続したりしないでください。\n\n開いてしまったときは、ネットワークから切り離し、すぐに情報担当へ連絡してください。",
    ),
    post(
        8,
        3,
        "人事",
        "新任係長研修の資料を掲載しました",
        "11月10日に行った新任係長研修の資料を掲載しました。欠席された方は、資料を確認の上、感想を人事課研修厚生係へ提出してください。",
    ),
    post(
        9,
        0,
        "危機|総務",
        "防災訓練の実施結果について",
        "10月25日の総合防災訓練の結果をまとめました。参加者は214人で、避難所の開設までに要した時間は昨年度より6分短くなりました。",
    ),
    post(
        10,
        1,
        "人事",
        "時間外勤務の縮減月間について",
        "11月は時間外勤務の縮減月間です。毎週水曜日は定時退庁日です。所属長は、業務の進み具合を確認し、応援の体制を整えてください。",
    ),
    post(
        12,
        6,
        "市民",
        "マイナンバーカードの休日窓口を開きます",
        "11月22日(日)の9時から12時まで、市民課でマイナンバーカードの休日窓口を開きます。応援に入る職員の名簿を添付のとおり定めました。",
    ),
    post(
        13,
        5,
        "総務",
        "公文書の保存期間の見直しについて",
        "保存期間が満了する文書の一覧を配布しました。延長が必要なものは、理由を添えて12月11日までに総務課へ回答してください。",
    ),
    post(
        14,
        7,
        "管財|総務",
        "落とし物のお知らせ(第2会議室)",
        "第2会議室に、黒い折り畳み傘の忘れ物がありました。心当たりの方は、総務課へお越しください。",
    ),
    post(
        16,
        4,
        "人事",
        "職員健康診断の再検査について",
        "健康診断の結果、再検査の対象となった方には個別に通知しました。12月25日までに受診し、結果を提出してください。",
    ),
    post(
        18,
        0,
        "企画",
        "総合計画の中間見直しに係る職員の意見募集",
        "総合計画の中間見直しに当たり、職員の皆さんの意見を募集します。様式は問いません。所属と氏名は公表しません。",
    ),
    post(
        20,
        2,
        "情報|デジタル",
        "複合機の更新の日程について",
        "各階の複合機を順に更新します。更新の当日は、半日ほど印刷ができません。日程は添付の表のとおりです。",
    ),
    post(
        22,
        3,
        "人事",
        "接遇研修の参加者を募集します",
        "窓口に携わる職員を対象に、接遇研修を行います。12月8日(火)と9日(水)の2回で、内容は同じです。定員は各30人です。",
    ),
    post(
        24,
        6,
        "生涯|学校|企画",
        "市民音楽祭のボランティアを募集します",
        "12月13日(日)の市民音楽祭で、会場の案内をする職員を募集します。午前と午後のどちらかだけの参加もできます。",
    ),
    post(
        26,
        1,
        "総務",
        "公用車の安全運転について",
        "10月に、駐車場内での接触事故が2件ありました。発進の前には、車の周りを確認してください。運転日報の記入も忘れずにお願いします。",
    ),
    post(
        28,
        5,
        "財政",
        "契約事務の手引を改訂しました",
        "契約事務の手引を改訂しました。少額の随意契約の見積りの取り方と、電子契約の手順を加えました。",
    ),
    post(
        30,
        0,
        "総務",
        "議会定例会の日程について",
        "12月定例会は、12月1日に開会し、18日に閉会する予定です。一般質問の通告は11月26日の正午に締め切られます。",
    ),
];

/// To whom a circulation goes.
#[derive(Clone, Copy)]
pub(crate) enum To {
    /// Two sections whose names contain these words.
    Sections(&'static [&'static str]),
    /// The heads of all sections.
    Heads,
}

/// A circulation.
pub(crate) struct Circulated {
    pub(crate) section: &'static str,
    pub(crate) title: &'static str,
    pub(crate) body: &'static str,
    pub(crate) to: To,
    pub(crate) days_ago: i64,
    /// Days from today until it is due; negative when it is overdue.
    pub(crate) due_in: i64,
    /// How many of 100 recipients have confirmed.
    pub(crate) confirmed_percent: u64,
    /// Whether a reply is asked of each.
    pub(crate) report: bool,
}

/// The circulations, the newest first.
pub(crate) const CIRCULATIONS: &[Circulated] = &[
    Circulated {
        section: "総務",
        title: "12月の課長会議の議題について",
        body: "12月7日(月)の課長会議の議題案です。追加の議題がある場合は、返信欄に記入してください。",
        to: To::Heads,
        days_ago: 0,
        due_in: 5,
        confirmed_percent: 20,
        report: true,
    },
    Circulated {
        section: "情報|デジタル",
        title: "端末の更新に係る調査のお願い",
        body: "来年度に更新する端末の台数を調べます。課ごとの台数を確認し、変更があれば返信してください。",
        to: To::Sections(&["市民課", "税務課"]),
        days_ago: 1,
        due_in: 7,
        confirmed_percent: 35,
        report: true,
    },
    Circulated {
        section: "人事",
        title: "人事評価の面談の実施について",
        body: "期末の面談を12月18日までに行ってください。記録の様式は添付のとおりです。",
        to: To::Heads,
        days_ago: 2,
        due_in: 14,
        confirmed_percent: 45,
        report: false,
    },
    Circulated {
        section: "市民",
        title: "窓口の混雑時の応援体制(案)",
        body: "年末の窓口の混雑に備え、応援の当番表の案を作りました。都合の悪い日があれば、お知らせください。",
        to: To::Sections(&["市民課", "保険年金課"]),
        days_ago: 3,
        due_in: 2,
        confirmed_percent: 60,
        report: false,
    },
    Circulated {
        section: "財政",
        title: "予算要求のヒアリング日程(案)",
        body: "ヒアリングの日程の案です。差し支えがある場合は、期限までに財政係へ連絡してください。",
        to: To::Heads,
        days_ago: 5,
        due_in: 0,
        confirmed_percent: 80,
        report: false,
    },
    Circulated {
        section: "福祉",
        title: "個人情報の取扱いに関する自己点検の結果",
        body: "自己点検の結果をまとめました。改善が必要な3項目について、確認をお願いします。",
        to: To::Sections(&["福祉課", "子ども課"]),
        days_ago: 8,
        due_in: -1,
        confirmed_percent: 70,
        report: false,
    },
    Circulated {
        section: "総務",
        title: "文書取扱規程の一部改正について",
        body: "文書取扱規程の一部を改正し、令和9年1月1日から施行します。新旧対照表を添付します。",
        to: To::Heads,
        days_ago: 12,
        due_in: -3,
        confirmed_percent: 100,
        report: false,
    },
    Circulated {
        section: "危機|総務",
        title: "災害時の参集名簿の確認",
        body: "名簿の内容を確認し、変更があれば返信してください。",
        to: To::Sections(&["土木課", "都市計画課"]),
        days_ago: 15,
        due_in: -5,
        confirmed_percent: 100,
        report: true,
    },
];
