//! Whose a session or an API token is, for webkit.

use std::sync::Arc;

use async_trait::async_trait;
use uuid::Uuid;
use yakusho_accounts::function::Function;
use yakusho_accounts::maintenance::{self, Announcement, AnnouncementKind, Halted};
use yakusho_accounts::session::{self, By, SessionId, SignedIn, unsent};
use yakusho_accounts::{Secret, account, directory, session::Must as Owed};
use yakusho_kernel::{Actor, Cx, Fault, OnBehalf, PersonId};
use yakusho_webkit::{
    Announced, Authenticator, Halt, Lang, Maintenance, Must, Problem, Rests, Say,
    SignedIn as Visitor, Visit,
};

use crate::{me, sign_in, terms};

/// The code of having to change the password first.
pub(crate) const CHANGE_PASSWORD: &str = "must_change_password";

/// The code of having to acknowledge usage rules first.
pub(crate) const ACKNOWLEDGE_USAGE: &str = "must_acknowledge_usage";

/// Tells whose a session or an API token is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sessions;

#[async_trait]
impl Authenticator for Sessions {
    async fn by_session(&self, cx: &Cx, secret: &str) -> Result<Option<Visitor>, Fault> {
        match Secret::from_text(secret) {
            Some(secret) => visitor(cx, session::resume(cx, &secret).await).await,
            None => Ok(None),
        }
    }

    async fn by_token(&self, cx: &Cx, token: &str) -> Result<Option<Visitor>, Fault> {
        visitor(cx, session::resume_token(cx, token).await).await
    }

    async fn by_login(&self, cx: &Cx, login: &str, token: &str) -> Result<Option<Visitor>, Fault> {
        visitor(cx, session::resume_token_of(cx, login, token).await).await
    }

    async fn ended(&self, cx: &Cx, sessions: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
        let sessions: Vec<SessionId> = sessions.iter().copied().map(Into::into).collect();
        let ended = session::ended(cx, &sessions).await?;
        Ok(ended.into_iter().map(Into::into).collect())
    }

    async fn announced(&self, cx: &Cx) -> Result<Vec<Announced>, Fault> {
        let shown = maintenance::shown(cx).await?;
        Ok(shown.into_iter().map(announced).collect())
    }

    async fn keep(
        &self,
        cx: &Cx,
        token: &str,
        sent: &[u8],
    ) -> Result<Option<(Uuid, PersonId)>, Fault> {
        let kept = unsent::keep(cx, token, sent).await?;
        Ok(kept.map(|(id, person)| (id.into(), person)))
    }

    async fn kept(&self, cx: &Cx, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
        unsent::kept(cx, id.into()).await
    }

    async fn sent(&self, cx: &Cx, id: Uuid) -> Result<(), Fault> {
        unsent::sent(cx, id.into()).await
    }

    async fn choose_lang(&self, cx: &Cx, lang: Lang) -> Result<(), Fault> {
        let account = account::own(cx).await?;
        account::set_lang(cx, account.id, lang).await?.into_inner();
        Ok(())
    }
}

/// The session of this visit. An API token has none, and finds nothing.
pub(crate) fn session(visit: &Visit) -> Result<SessionId, Problem> {
    let session = visit.me()?.session.ok_or(Fault::NotFound)?;
    Ok(session.into())
}

/// What pages need to know of whoever was found.
async fn visitor(cx: &Cx, found: Result<SignedIn, Fault>) -> Result<Option<Visitor>, Fault> {
    let me = match found {
        Ok(me) => me,
        // Refused or not there: the request is one of nobody, and the way in is shown.
        Err(Fault::Denied(_) | Fault::NotFound) => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let Actor::Person(standing) = me.actor_at_the_door() else {
        return Ok(None);
    };
    let at_work = cx.acting(Actor::Person(Arc::clone(&standing)));
    let maintenance = Maintenance {
        halt: maintenance::halted(&at_work, &me.announced).map(halt),
        announced: me.announced.iter().cloned().map(announced).collect(),
    };
    let new_secret = renewed(cx, &me).await?;
    let on_behalf = standing.on_behalf;
    let (post, acting_for) = match (me.place, on_behalf) {
        (Some(place), None) => (place, None),
        (_, on_behalf) => in_words(cx, me.person, on_behalf).await?,
    };
    let (session, csrf) = match me.by {
        By::Session { id, ref csrf } => (Some(id.into()), csrf.clone()),
        By::Token { .. } => (None, String::new()),
    };
    Ok(Some(Visitor {
        standing,
        post,
        acting_for,
        csrf,
        session,
        new_secret,
        must: me.must.map(must),
        functions: codes(me.functions.on()),
        stopped: codes(me.functions.stopped()),
        maintenance,
        lang: me.lang,
        display_name: me.display_name,
    }))
}

fn codes(functions: &[Function]) -> Vec<&'static str> {
    functions.iter().map(|function| function.code()).collect()
}

/// Where a person sits, and for whom they act.
async fn in_words(
    cx: &Cx,
    person: PersonId,
    on_behalf: Option<OnBehalf>,
) -> Result<(String, Option<(String, Say)>), Fault> {
    let whose = on_behalf.iter().map(|other| other.person);
    let people: Vec<PersonId> = whose.chain([person]).collect();
    let cards = directory::people(&cx.reader(), cx.today(), &people).await?;
    let acting_for = on_behalf.and_then(|other| {
        let card = cards.get(&other.person)?;
        Some((card.name.clone(), terms::say_proxy(other.kind)))
    });
    let post = cards.get(&person).map(|card| {
        let (unit, title) = (&card.unit_name, &card.post_title);
        format!("{unit} {title}").trim().to_owned()
    });
    Ok((post.unwrap_or_default(), acting_for))
}

/// A new secret where the person's rights are others than when the old one was made.
async fn renewed(cx: &Cx, me: &SignedIn) -> Result<Option<String>, Fault> {
    if !me.rights_changed {
        return Ok(None);
    }
    let cx = cx.acting(me.actor_at_the_door());
    let secret = session::renew(&cx, me).await?.into_inner();
    Ok(Some(secret.text().to_string()))
}

/// Something announced, as webkit has it.
fn announced(one: Announcement) -> Announced {
    Announced {
        rests: match one.kind {
            AnnouncementKind::Notice => Rests::Nothing,
            AnnouncementKind::ReadOnly => Rests::Writing,
            AnnouncementKind::Closed => Rests::Everything,
        },
        words_ja: one.words_ja,
        words_en: one.words_en,
        from: one.starts_at,
        until: one.ends_at,
    }
}

fn halt(halted: Halted) -> Halt {
    Halt {
        by: announced(halted.by),
        reads: halted.reads,
        denied: Box::new(halted.denied),
    }
}

/// What must be done first, as webkit has it.
pub(crate) fn must(owed: Owed) -> Must {
    match owed {
        Owed::ChangePassword(denied) => Must {
            code: CHANGE_PASSWORD,
            page: me::PASSWORD,
            denied: Box::new(denied),
        },
        Owed::AcknowledgeUsage(denied) => Must {
            code: ACKNOWLEDGE_USAGE,
            page: sign_in::USAGE,
            denied: Box::new(denied),
        },
    }
}
