//! What machines ask: whether the server is alive, and whether it is ready.

use poem::http::StatusCode;
use poem::http::header::RETRY_AFTER;
use poem::{Response, handler};
use serde_json::json;
use yakusho_kernel::Reading;
use yakusho_webkit::{Access, Offer, Routes, Visit};

/// How long to wait before asking again, in seconds.
const RETRY: u64 = 5;

pub(crate) fn offer() -> Offer {
    Offer::new(Routes::new().get("/health", Access::Anyone, health).get(
        "/ready",
        Access::Anyone,
        ready,
    ))
}

/// `GET /health`: the program runs and answers.
#[handler]
fn health() -> Response {
    answer(StatusCode::OK, &json!({"alive": true}))
}

/// `GET /ready`: the database answers, and its schema is the program's, or a later one that was expanded while this program
/// runs: it goes on until its machine is changed over, and says so.
#[handler]
async fn ready(visit: Visit) -> Response {
    let reader = visit.site().env().db().reader();
    match yakusho_migrations::schema(&reader.conn()).await {
        Ok(schema) if schema.pending > 0 => {
            not_ready(&json!({"ready": false, "migrations_pending": schema.pending}))
        }
        Ok(schema) if schema.known().is_err() => {
            let later =
                json!({"ready": true, "schema": "later", "migrations_unknown": schema.unknown});
            answer(StatusCode::OK, &later)
        }
        Ok(_) => answer(StatusCode::OK, &json!({"ready": true})),
        Err(error) => {
            tracing::warn!(%error, "the database does not answer");
            not_ready(&json!({"ready": false, "database": "unavailable"}))
        }
    }
}

fn answer(status: StatusCode, body: &serde_json::Value) -> Response {
    Response::builder()
        .status(status)
        .content_type("application/json")
        .body(body.to_string())
}

fn not_ready(body: &serde_json::Value) -> Response {
    let mut response = answer(StatusCode::SERVICE_UNAVAILABLE, body);
    response.headers_mut().insert(RETRY_AFTER, RETRY.into());
    response
}
