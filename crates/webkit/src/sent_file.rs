//! Files that programs send as they are.

use std::marker::PhantomData;

use poem::{Request, RequestBody};
use poem_openapi::payload::{Binary, ParsePayload, Payload};
use poem_openapi::registry::MetaSchemaRef;

/// A format of files that programs send.
pub trait Format: Send + 'static {
    /// The media type, without parameters.
    const MEDIA_TYPE: &'static str;

    /// The largest file that is taken, in bytes.
    const LARGEST: u64;
}

/// What is in a file of that format.
pub struct Content<F> {
    bytes: Vec<u8>,
    format: PhantomData<F>,
}

impl<F> Content<F> {
    /// The bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl<F: Format> Payload for Content<F> {
    const CONTENT_TYPE: &'static str = F::MEDIA_TYPE;

    fn check_content_type(kind: &str) -> bool {
        let essence = kind.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case(F::MEDIA_TYPE)
    }

    fn schema_ref() -> MetaSchemaRef {
        Binary::<Vec<u8>>::schema_ref()
    }
}

impl<F: Format> ParsePayload for Content<F> {
    const IS_REQUIRED: bool = true;

    async fn from_request(_: &Request, body: &mut RequestBody) -> poem::Result<Self> {
        let most = usize::try_from(F::LARGEST).unwrap_or(usize::MAX);
        Ok(Self {
            bytes: body.take()?.into_bytes_limit(most).await?.to_vec(),
            format: PhantomData,
        })
    }
}
