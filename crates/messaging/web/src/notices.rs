//! What people are told of messaging: the line of each notice, and where it leads.

use yakusho_kernel::NoticeRow;
use yakusho_messaging::notices;
use yakusho_webkit::text::day;
use yakusho_webkit::{Lang, Tell, Told, Words};

use crate::{board, circulation};

yakusho_webkit::texts! {
    enum Text {
        BoardSubmitted { title: String, byline: String }: "承認してください:「{title}」({byline})" / "Please approve “{title}” ({byline})";
        BoardApproved { title: String }: "掲示「{title}」が承認されました。" / "Your post “{title}” was approved.";
        BoardSentBack { title: String, reason: String }: "掲示「{title}」が差し戻されました。理由:{reason}" / "Your post “{title}” was sent back. Reason: {reason}";
        BoardShown { title: String }: "掲示「{title}」の掲載が始まりました。" / "Your post “{title}” is shown from now on.";
        BoardEnded { title: String }: "掲示「{title}」の掲載が終わりました。" / "The time of your post “{title}” is over.";
        BoardChanged { title: String, byline: String }: "掲示「{title}」({byline})の内容が変わりました。" / "The post “{title}” ({byline}) was changed.";
        BoardRemoved { title: String, reason: String }: "掲示「{title}」が削除されました。理由:{reason}" / "Your post “{title}” was taken down. Reason: {reason}";
        BoardReinstated { title: String }: "掲示「{title}」が元に戻されました。" / "Your post “{title}” was put up again.";
        BoardCommented { title: String, name: String }: "掲示「{title}」に{name}さんがコメントしました。" / "{name} commented on your post “{title}”.";
        BoardCommentRemoved { title: String, reason: String }: "掲示「{title}」へのコメントが削除されました。理由:{reason}" / "Your comment on the post “{title}” was taken down. Reason: {reason}";
        BoardCommentReinstated { title: String }: "掲示「{title}」へのコメントが元に戻されました。" / "Your comment on the post “{title}” was put up again.";
        BoardReminder { title: String, due: String }: "掲示「{title}」を確認してください。{due}" / "Please confirm that you have read “{title}”. {due}";
        DailyCheck { count: u64 }: "掲示板に未読の掲示が{count}件あります。" / "You have {count} unread post on the board." | "You have {count} unread posts on the board." by count;
        Received { title: String, byline: String, due: String }: "回覧が届きました:「{title}」({byline}){due}" / "A circulation reached you: “{title}” ({byline}) {due}";
        Reminder { title: String, due: String }: "回覧「{title}」を確認してください。{due}" / "Please confirm “{title}”. {due}";
        Overdue { title: String, due: String }: "回覧「{title}」の確認期限を過ぎています。{due}" / "“{title}” is overdue. {due}";
        Passed { title: String, byline: String, due: String }: "異動により回覧を引き継ぎました:「{title}」({byline}){due}" / "A circulation passed to you with your post: “{title}” ({byline}) {due}";
        Changed { title: String, byline: String }: "回覧「{title}」({byline})の内容が変わりました。" / "“{title}” ({byline}) was changed.";
        Withdrawn { title: String, byline: String }: "回覧「{title}」({byline})が取り下げられました。" / "“{title}” ({byline}) was withdrawn.";
        Removed { title: String, reason: String }: "回覧「{title}」が削除されました。理由:{reason}" / "“{title}” was taken down. Reason: {reason}";
        Commented { title: String, name: String }: "回覧「{title}」に{name}さんがコメントしました。" / "{name} commented on “{title}”.";
        CommentRemoved { title: String, reason: String }: "回覧「{title}」へのコメントが削除されました。理由:{reason}" / "Your comment on “{title}” was taken down. Reason: {reason}";
        CommentReinstated { title: String }: "回覧「{title}」へのコメントが元に戻されました。" / "Your comment on “{title}” was put up again.";
        Completed { title: String }: "回覧「{title}」を全員が確認しました。" / "Everybody has confirmed “{title}”.";
        Due { day: String }: "期限:{day}" / "Due {day}.";
    }
}

/// The words of every kind of notice.
pub(crate) fn words() -> Words {
    Words::default().notices(TELLS)
}

const TELLS: [(&str, Tell); 24] = [
    (notices::BOARD_SUBMITTED, |notice, lang| {
        let Params { title, byline, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardSubmitted { title, byline })
    }),
    (notices::BOARD_APPROVED, |notice, lang| {
        let Params { title, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardApproved { title })
    }),
    (notices::BOARD_SENT_BACK, |notice, lang| {
        let Params { title, reason, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardSentBack { title, reason })
    }),
    (notices::BOARD_SHOWN, |notice, lang| {
        let Params { title, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardShown { title })
    }),
    (notices::BOARD_ENDED, |notice, lang| {
        let Params { title, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardEnded { title })
    }),
    (notices::BOARD_CHANGED, |notice, lang| {
        let Params { title, byline, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardChanged { title, byline })
    }),
    (notices::BOARD_REMOVED, |notice, lang| {
        let Params { title, reason, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardRemoved { title, reason })
    }),
    (notices::BOARD_REINSTATED, |notice, lang| {
        let Params { title, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardReinstated { title })
    }),
    (notices::BOARD_COMMENTED, |notice, lang| {
        let Params { title, name, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardCommented { title, name })
    }),
    (notices::BOARD_COMMENT_REMOVED, |notice, lang| {
        let Params { title, reason, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardCommentRemoved { title, reason })
    }),
    (notices::BOARD_COMMENT_REINSTATED, |notice, lang| {
        let Params { title, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardCommentReinstated { title })
    }),
    (notices::BOARD_REMINDER, |notice, lang| {
        let Params { title, due, .. } = Params::of(notice, lang);
        post(notice, lang, &Text::BoardReminder { title, due })
    }),
    (notices::DAILY_CHECK, |notice, lang| {
        let count = notice.params["count"].as_u64().unwrap_or_default();
        Told::of(Text::DailyCheck { count }.to(lang), board::UNREAD)
    }),
    (notices::CIRCULATION_RECEIVED, |notice, lang| {
        let Params {
            title, byline, due, ..
        } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Received { title, byline, due })
    }),
    (notices::CIRCULATION_REMINDER, |notice, lang| {
        let Params { title, due, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Reminder { title, due })
    }),
    (notices::CIRCULATION_OVERDUE, |notice, lang| {
        let Params { title, due, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Overdue { title, due })
    }),
    (notices::CIRCULATION_PASSED, |notice, lang| {
        let Params {
            title, byline, due, ..
        } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Passed { title, byline, due })
    }),
    (notices::CIRCULATION_CHANGED, |notice, lang| {
        let Params { title, byline, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Changed { title, byline })
    }),
    (notices::CIRCULATION_WITHDRAWN, |notice, lang| {
        let Params { title, byline, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Withdrawn { title, byline })
    }),
    (notices::CIRCULATION_REMOVED, |notice, lang| {
        let Params { title, reason, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Removed { title, reason })
    }),
    (notices::CIRCULATION_COMMENTED, |notice, lang| {
        let Params { title, name, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Commented { title, name })
    }),
    (notices::CIRCULATION_COMMENT_REMOVED, |notice, lang| {
        let Params { title, reason, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::CommentRemoved { title, reason })
    }),
    (notices::CIRCULATION_COMMENT_REINSTATED, |notice, lang| {
        let Params { title, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::CommentReinstated { title })
    }),
    (notices::CIRCULATION_COMPLETED, |notice, lang| {
        let Params { title, .. } = Params::of(notice, lang);
        circulated(notice, lang, &Text::Completed { title })
    }),
];

/// What a notice says besides its kind; what is not there is empty.
struct Params {
    title: String,
    byline: String,
    reason: String,
    name: String,
    /// The due date, in words.
    due: String,
}

impl Params {
    fn of(notice: &NoticeRow, lang: Lang) -> Self {
        let due = yakusho_koyomi::parse_date(&notice.text("due"));
        let due = due.map(|due| Text::Due {
            day: day(lang, due),
        });
        Self {
            title: notice.text("title"),
            byline: notice.text("byline"),
            reason: notice.text("reason"),
            name: notice.text("name"),
            due: due.map_or_else(|_| String::new(), |due| due.to(lang).into_owned()),
        }
    }
}

fn post(notice: &NoticeRow, lang: Lang, text: &Text) -> Told {
    Told::of(text.to(lang), board::post_page(notice.subject_id.into()))
}

fn circulated(notice: &NoticeRow, lang: Lang, text: &Text) -> Told {
    Told::of(
        text.to(lang),
        circulation::circulation_page(notice.subject_id.into()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words() {
        let known: Vec<&str> = TELLS.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(known, notices::ALL);
    }
}
