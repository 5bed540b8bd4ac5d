//! An S3 server over a folder, speaking the protocol on a port of its own.

use std::{net::SocketAddr, path::Path};

use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto,
};
use s3s::{
    S3Request, S3Result, access::S3Access, auth::SimpleAuth, dto::UploadPartInput, s3_error,
    service::S3ServiceBuilder,
};
use tempfile::TempDir;
use tokio::net::TcpListener;
use yakusho_blobs::{Blobs, S3Config};

const KEY: &str = "yakusho";
const SECRET: &str = "not a secret";
pub const BUCKET: &str = "files";

/// The server's folder and its address; it ends with the test's runtime.
pub struct Server {
    folder: TempDir,
    address: SocketAddr,
}

/// What the server grants to whoever has the key.
struct Access {
    parts: i32,
}

#[async_trait::async_trait]
impl S3Access for Access {
    async fn upload_part(&self, request: &mut S3Request<UploadPartInput>) -> S3Result<()> {
        if request.input.part_number > self.parts {
            return Err(s3_error!(AccessDenied));
        }
        Ok(())
    }
}

impl Server {
    pub async fn start() -> Self {
        Self::taking_parts(i32::MAX).await
    }

    /// A server that refuses all parts of an upload but the first so many.
    pub async fn taking_parts(parts: i32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        service.set_access(Access { parts });
        let service = service.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let service = service.clone();
                tokio::spawn(async move {
                    let http = auto::Builder::new(TokioExecutor::new());
                    http.serve_connection(TokioIo::new(stream), service).await
                });
            }
        });
        Self { folder, address }
    }

    /// Where the server keeps the bucket's objects, each in a file by its key.
    pub fn bucket(&self) -> std::path::PathBuf {
        self.folder.path().join(BUCKET)
    }

    /// All that the server keeps, the parts of unfinished uploads too.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn spool(&self) -> std::path::PathBuf {
        self.folder.path().join("spool")
    }

    pub fn config(&self) -> S3Config {
        S3Config {
            endpoint: format!("http://{}", self.address),
            region: "local".into(),
            bucket: BUCKET.into(),
            prefix: "town/blobs".into(),
            access_key_id: KEY.into(),
            secret_access_key: SECRET.into(),
            spool: self.spool(),
        }
    }

    pub fn blobs(&self) -> Blobs {
        Blobs::s3(&self.config()).unwrap()
    }
}
