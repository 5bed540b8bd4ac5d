//! The tables of notices by mail: `mail_boxes`, `notice_mails` and `mails`.

pub(super) mod boxes;
pub(super) mod mails;
pub(super) mod waiting;
