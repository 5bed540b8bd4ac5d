//! Dates among which is decided, and confirming what was proposed.

use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_scheduling::event::{self, Answer as Said, Candidate, CandidateAnswer, CandidateId};
use yakusho_webkit::json::{AtRevision, Done};
use yakusho_webkit::{Answer, Visit};

use super::{Tag, WhenItem};

/// One of the dates among which is decided.
#[derive(Debug, Object)]
pub(super) struct CandidateItem {
    id: Uuid,
    when: WhenItem,
    /// What people said to it.
    answers: Vec<CandidateAnswerItem>,
}

/// What somebody said to a date.
#[derive(Debug, Object)]
struct CandidateAnswerItem {
    person: Uuid,
    /// `accepted`, `declined`, `tentative`.
    answer: String,
}

impl CandidateItem {
    pub(super) fn of(candidate: &Candidate, said: &[CandidateAnswer]) -> Self {
        let said = said.iter().filter(|said| said.candidate == candidate.id);
        Self {
            id: candidate.id.into(),
            when: candidate.when.into(),
            answers: said
                .map(|said| CandidateAnswerItem {
                    person: said.person.into(),
                    answer: said.answer.code().to_owned(),
                })
                .collect(),
        }
    }
}

/// What somebody says to a date.
#[derive(Debug, Object)]
struct CandidateSaid {
    candidate: Uuid,
    /// `none`, `accepted`, `declined`, `tentative`.
    answer: String,
}

/// What somebody says to the dates of an event; what is not named stays as it was.
#[derive(Debug, Object)]
struct CandidatesAnswer {
    /// For whom; oneself unless told.
    person: Option<Uuid>,
    answers: Vec<CandidateSaid>,
}

/// The date that is decided for.
#[derive(Debug, Object)]
struct CandidateDecision {
    /// As it was read.
    revision: i32,
    candidate: Uuid,
}

pub(in crate::schedule) struct PollApi;

#[OpenApi(tag = "Tag::Schedule")]
impl PollApi {
    /// Says which of the proposed dates suit somebody.
    #[oai(
        path = "/events/:id/candidates/answer",
        method = "post",
        operation_id = "answerEventCandidates"
    )]
    async fn answer(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        body: Json<CandidatesAnswer>,
    ) -> Answer<Done> {
        let me = visit.me()?.standing.person;
        let person = body.0.person.map_or(me, Into::into);
        let said = body.0.answers.into_iter().map(|said| {
            let answer = Said::from_code(&said.answer);
            let answer = answer.ok_or_else(|| Invalid::field("answers", Reason::Unknown))?;
            Ok::<_, Fault>((CandidateId::from(said.candidate), answer))
        });
        let said: Vec<_> = said.collect::<Result<_, _>>()?;
        let _ = event::answer_candidates(&visit.cx, id.0.into(), person, &said).await?;
        Ok(Done::Done)
    }

    /// Decides for one of the proposed dates; what people said to it is what they say to taking part.
    #[oai(
        path = "/events/:id/candidates/decide",
        method = "post",
        operation_id = "decideEventCandidate"
    )]
    async fn decide(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        body: Json<CandidateDecision>,
    ) -> Answer<Done> {
        let CandidateDecision {
            revision,
            candidate,
        } = body.0;
        let _ = event::decide(&visit.cx, id.0.into(), revision, candidate.into()).await?;
        Ok(Done::Done)
    }

    /// Confirms an event that was proposed or tentative.
    #[oai(
        path = "/events/:id/confirm",
        method = "post",
        operation_id = "confirmEvent"
    )]
    async fn confirm(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = event::confirm(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }
}
