//! What a request meets in place of its answer, and how it is told: as a page, or as problem details.

mod answer;
mod halted;
mod json;
mod scim;
mod sent;
mod stopped;
mod told;
mod unsent;

use std::time::Duration;

use poem::error::{ParsePathError, ResponseError};
use poem::http::StatusCode;
use poem_openapi::ApiResponse;
use poem_openapi::error::ParseParamError;
use poem_openapi::registry::{MetaResponses, Registry};
use yakusho_kernel::{Denied, Fault, FieldError, Reason, Scope};

pub use halted::Halted;
pub(crate) use sent::Sent;
pub use stopped::Stopped;
pub(crate) use unsent::{Unsent, carried};

use crate::guard::Repeated;
use crate::{Halt, Must};

/// Why a request is not answered as asked. Every error of a capability becomes one by `?`.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// An act failed.
    #[error(transparent)]
    Fault(Fault),
    /// Somebody must sign in first.
    #[error("signed out")]
    SignedOut,
    /// Something must be done first.
    #[error("{} first", .0.code)]
    Must(Must),
    /// Acts rest for maintenance.
    #[error("halted: {}", .0.halt.denied)]
    Halted(Box<Halted>),
    /// The administrator stopped the function.
    #[error("stopped: {}", .0.denied)]
    Stopped(Box<Stopped>),
    /// The API token may not be used for this.
    #[error("out of scope: {0:?}")]
    OutOfScope(Scope),
    /// Another site may have sent it.
    #[error("forged")]
    Forged,
    /// More was sent than is taken.
    #[error("too large")]
    TooLarge,
    /// Too many attempts from one source.
    #[error("too many attempts")]
    TooMany {
        /// How long to wait.
        wait: Duration,
    },
    /// It was carried out before.
    #[error(transparent)]
    Repeated(Repeated),
    /// It took too long.
    #[error("timed out")]
    TimedOut,
    /// The path does not know the method.
    #[error("method not allowed")]
    MethodNotAllowed {
        /// The methods that it knows.
        allow: String,
    },
    /// What was sent is of a kind that is not taken here.
    #[error("unsupported media type")]
    UnsupportedMedia,
    /// A standard knows it, and it is not offered here.
    #[error("not implemented")]
    NotImplemented,
    /// What was sent cannot be read; why, for the log.
    #[error("malformed: {0}")]
    Malformed(String),
    /// A parameter of a request to the API is not known, or cannot be read.
    #[error("the parameter {}", .0.field)]
    Parameter(Box<FieldError>),
    /// The body of a request to the API is not as the operation describes it.
    #[error("a body that is not as described")]
    Body(Vec<FieldError>),
}

impl Repeated {
    /// The problem of whoever sent it again.
    pub(crate) const fn problem(self) -> Problem {
        Problem::Repeated(self)
    }
}

impl<E: Into<Fault>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

impl Problem {
    /// An internal fault with its cause.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Fault(Fault::internal(cause))
    }

    /// That acts rest.
    pub(crate) fn halted(halt: Halt) -> Self {
        Self::Halted(Box::new(Halted { halt }))
    }

    /// That a function was stopped.
    pub(crate) fn stopped(function: &'static str, denied: Denied) -> Self {
        Self::Stopped(Box::new(Stopped { function, denied }))
    }

    /// That an operation of the API knows no such parameter.
    pub(crate) fn unknown_parameter(name: &str) -> Self {
        Self::parameter(name, Reason::Code("unknown_parameter"))
    }

    fn parameter(name: &str, reason: Reason) -> Self {
        Self::Parameter(Box::new(FieldError {
            field: name.to_owned(),
            reason,
            basis: None,
        }))
    }

    /// The problem behind an error of poem.
    pub(crate) fn of(error: poem::Error) -> Self {
        if error.is::<ParsePathError>() || error.is::<poem_openapi::error::ParsePathError>() {
            // An id that cannot be one names nothing.
            return Fault::NotFound.into();
        }
        if let Some(ParseParamError { name, .. }) = error.downcast_ref() {
            return Self::parameter(name, Reason::Malformed);
        }
        let status = error.status();
        match error.downcast::<Self>() {
            Ok(problem) => problem,
            Err(error) => match status {
                StatusCode::NOT_FOUND => Fault::NotFound.into(),
                StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
                StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMedia,
                _ if status.is_client_error() => Self::Malformed(error.to_string()),
                _ => Self::internal(error.to_string()),
            },
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Fault(fault) => match fault {
                Fault::NotFound => StatusCode::NOT_FOUND,
                Fault::Denied(_) => StatusCode::FORBIDDEN,
                Fault::Conflict(_) => StatusCode::CONFLICT,
                Fault::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Fault::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
                Fault::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Must(_) | Self::Stopped(_) | Self::OutOfScope(_) | Self::Forged => {
                StatusCode::FORBIDDEN
            }
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Repeated(Repeated::Different) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Repeated(_) => StatusCode::CONFLICT,
            Self::TimedOut | Self::Halted(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotImplemented => StatusCode::NOT_IMPLEMENTED,
            Self::Malformed(_) | Self::Parameter(_) | Self::Body(_) => StatusCode::BAD_REQUEST,
        }
    }
}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.status()
    }
}

/// Adds nothing to an operation's description: the guards describe their own answers, and these with them.
impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: Vec::new(),
        }
    }

    fn register(_: &mut Registry) {}
}
