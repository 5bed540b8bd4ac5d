//! The JSON API of board and circulations.

mod board;
mod circulation;

use poem::http::header;
use serde_json::Value;

use crate::site::{Site, Told};

impl Site {
    async fn ask(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> (u16, Value) {
        let method = method.parse().unwrap();
        let path = format!("/api/v1{path}");
        let mut request = self.client.request(method, &path);
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        if let Some(body) = body {
            request = request
                .content_type("application/json")
                .body(body.to_string());
        }
        let told = Told::of(request).await;
        let value = serde_json::from_str(&told.text).unwrap_or_default();
        (told.status.as_u16(), value)
    }
}

/// The JSON of the answer, which has that status.
#[track_caller]
fn told((status, value): (u16, Value), expected: u16) -> Value {
    assert_eq!(status, expected, "{value}");
    value
}
