//! A problem in codes and words, whichever form the answer takes.

use std::borrow::Cow;

use yakusho_kernel::{Conflict, Fault, Scope};
use yakusho_regulation::{Basis, Lang};

use super::Problem;
use crate::Visit;
use crate::guard::Repeated;
use crate::text::Common;
use crate::wording::{self, Text};

/// A problem in codes and words.
pub(super) struct Told {
    /// The kind of problem.
    pub(super) kind: &'static str,
    /// What happened, as a code.
    pub(super) code: &'static str,
    /// The kind of problem, in words.
    pub(super) title: Cow<'static, str>,
    /// What happened, in words.
    pub(super) detail: Cow<'static, str>,
}

impl Problem {
    pub(super) fn told(&self, visit: &Visit) -> Told {
        let (words, lang) = (visit.site().words(), visit.lang);
        let (kind, code) = self.codes();
        let (title, detail) = match self {
            Self::Halted(halted) => halted.told(visit),
            Self::Stopped(stopped) => stopped.told(visit),
            _ => self.words(lang),
        };
        let own = match self {
            Self::Fault(Fault::Denied(_) | Fault::Conflict(_)) | Self::Must(_) => {
                words.say(code, lang)
            }
            Self::Parameter(error) => {
                Some(wording::reason(words, &error.reason, &error.field, lang))
            }
            _ => None,
        };
        Told {
            kind,
            code,
            title,
            detail: own.unwrap_or(detail),
        }
    }

    /// The kind of problem, and what happened.
    fn codes(&self) -> (&'static str, &'static str) {
        match self {
            Self::Fault(fault) => match fault {
                Fault::NotFound => ("not_found", "not_found"),
                Fault::Denied(denied) => ("denied", denied.why),
                Fault::Conflict(Conflict::CHANGED) => ("conflict", Conflict::CHANGED.code),
                Fault::Conflict(conflict) => ("state", conflict.code),
                Fault::Invalid(_) => ("invalid", "invalid"),
                Fault::Unavailable(_) => ("unavailable", "unavailable"),
                Fault::Internal(_) => ("internal", "internal"),
            },
            Self::SignedOut => ("signed_out", "signed_out"),
            Self::Must(must) => ("must", must.code),
            Self::Halted(halted) => ("maintenance", halted.halt.denied.why),
            Self::Stopped(stopped) => ("denied", stopped.denied.why),
            Self::OutOfScope(_) => ("out_of_scope", "out_of_scope"),
            Self::Forged => ("forged", "forged"),
            Self::TooLarge => ("too_large", "too_large"),
            Self::TooMany { .. } => ("too_many", "too_many"),
            Self::Repeated(repeated) => match repeated {
                Repeated::Different => ("repeated", "key_reused"),
                Repeated::Begun { .. } => ("repeated", "begun"),
                Repeated::InProgress => ("repeated", "in_progress"),
                Repeated::AnswerLost { .. } => ("repeated", "answer_lost"),
            },
            Self::TimedOut => ("unavailable", "timed_out"),
            Self::MethodNotAllowed { .. } => ("method_not_allowed", "method_not_allowed"),
            Self::UnsupportedMedia => ("unsupported_media", "unsupported_media"),
            Self::NotImplemented => ("not_implemented", "not_implemented"),
            Self::Malformed(_) | Self::Body(_) => ("malformed", "malformed"),
            Self::Parameter(error) => ("malformed", error.reason.code()),
        }
    }

    /// Title and words, where the code has no words of its own.
    fn words(&self, lang: Lang) -> (Cow<'static, str>, Cow<'static, str>) {
        let say = |title: Common, words: Common| (title.to(lang), words.to(lang));
        let own = |title: Common, words: Text| (title.to(lang), words.to(lang));
        match self {
            Self::Fault(fault) => match fault {
                Fault::NotFound => say(Common::NotFoundTitle, Common::NotFoundWords),
                Fault::Denied(_) => say(Common::DeniedTitle, Common::DeniedWords),
                Fault::Conflict(Conflict::CHANGED) => {
                    say(Common::ConflictTitle, Common::ConflictWords)
                }
                Fault::Conflict(_) => say(Common::StateTitle, Common::StateWords),
                Fault::Invalid(_) => say(Common::InvalidTitle, Common::InvalidWords),
                Fault::Unavailable(_) => say(Common::UnavailableTitle, Common::UnavailableWords),
                Fault::Internal(_) => say(Common::InternalTitle, Common::InternalWords),
            },
            Self::SignedOut => (Text::SignedOut.to(lang), Text::SignedOutWords.to(lang)),
            Self::Must(_) => own(Common::DeniedTitle, Text::Must),
            Self::Halted(_) => say(Common::UnavailableTitle, Common::UnavailableWords),
            Self::Stopped(_) => say(Common::DeniedTitle, Common::DeniedWords),
            Self::OutOfScope(scope) => {
                let scope = code(*scope);
                own(Common::DeniedTitle, Text::OutOfScope { scope })
            }
            Self::Forged => own(Common::DeniedTitle, Text::Forged),
            Self::TooLarge => say(Common::TooLargeTitle, Common::TooLargeWords),
            Self::TooMany { wait } => {
                let seconds = super::answer::seconds(*wait);
                own(Common::TooManyTitle, Text::Wait { seconds })
            }
            Self::Repeated(Repeated::Different) => own(Common::InvalidTitle, Text::KeyReused),
            Self::Repeated(Repeated::Begun { at, .. }) => {
                let when = crate::text::moment(lang, at.local());
                (Text::BegunTitle.to(lang), Text::BegunAt { when }.to(lang))
            }
            Self::Repeated(Repeated::InProgress) => {
                (Text::SentBefore.to(lang), Text::InProgress.to(lang))
            }
            Self::Repeated(Repeated::AnswerLost { .. }) => {
                (Text::SentBefore.to(lang), Text::AnswerLost.to(lang))
            }
            Self::TimedOut => own(Common::UnavailableTitle, Text::TimedOut),
            Self::MethodNotAllowed { .. } => own(Common::InvalidTitle, Text::MethodNotAllowed),
            Self::UnsupportedMedia => own(Common::InvalidTitle, Text::UnsupportedMedia),
            Self::NotImplemented => own(Common::InvalidTitle, Text::NotImplemented),
            Self::Malformed(_) | Self::Parameter(_) | Self::Body(_) => {
                own(Common::InvalidTitle, Text::Malformed)
            }
        }
    }

    /// The rule that refused, if one did.
    pub(super) fn basis(&self) -> Option<&Basis> {
        match self {
            Self::Fault(Fault::Denied(denied)) => Some(&denied.basis),
            Self::Halted(halted) => Some(&halted.halt.denied.basis),
            Self::Stopped(stopped) => Some(&stopped.denied.basis),
            Self::Must(must) => Some(&must.denied.basis),
            _ => None,
        }
    }
}

const fn code(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => "read",
        Scope::Write => "write",
        Scope::Admin => "admin",
        Scope::Scim => "scim",
    }
}
