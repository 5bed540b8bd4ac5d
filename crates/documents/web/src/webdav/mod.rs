//! Cabinets as folders for the programs on a desk: WebDAV (RFC 4918), classes 1 and 2.
//!
//! Below `/webdav/` are the sections that have cabinets to be seen, in each its cabinets, in these folders and files. What a
//! program does is what [`yakusho_documents::webdav`] makes of it.

mod answer;
mod file;
mod gate;
mod lock;
mod page;
mod propfind;
mod proppatch;
mod relocate;
mod shown;
mod target;

use poem::http::{Method, header};
use poem::{Response, handler};
use yakusho_webkit::{Access, Routes};

pub(crate) use page::{PAGE, misplaced};

/// Where it begins.
const ROOT: &str = "/webdav/";

/// What is known here, besides methods (RFC 4918, section 18).
const CLASSES: &str = "1, 2";

const METHODS: &str =
    "OPTIONS, GET, HEAD, PUT, DELETE, MKCOL, COPY, MOVE, PROPFIND, PROPPATCH, LOCK, UNLOCK";

pub(crate) fn routes() -> Routes {
    let method = |name: &str| Method::from_bytes(name.as_bytes()).unwrap_or_default();
    let (find, patch) = (method("PROPFIND"), method("PROPPATCH"));
    let (take, give) = (method("LOCK"), method("UNLOCK"));
    let user = Access::User;
    // Windows asks at the top whether there is anything for it on this server.
    let mut routes = Routes::new().get(PAGE, user, page::show).dav(
        Method::OPTIONS,
        "/",
        Access::Anyone,
        options,
    );
    for path in ["/webdav", ROOT, "/webdav/*path"] {
        routes = routes
            .dav(Method::OPTIONS, path, user, options)
            .dav(find.clone(), path, user, propfind::propfind)
            .dav(patch.clone(), path, user, proppatch::proppatch)
            .dav_file(Method::GET, path, user, file::get)
            .dav_file(Method::PUT, path, user, file::put)
            .dav_file(Method::DELETE, path, user, file::delete)
            .dav_file(method("MKCOL"), path, user, file::make_folder)
            .dav_file(method("COPY"), path, user, relocate::copy)
            .dav_file(method("MOVE"), path, user, relocate::relocate)
            .dav(take.clone(), path, user, lock::lock)
            .dav(give.clone(), path, user, lock::unlock);
    }
    routes
}

/// `OPTIONS`: what is known here.
#[handler]
fn options() -> Response {
    Response::builder()
        .header("DAV", CLASSES)
        .header("MS-Author-Via", "DAV")
        .header(header::ALLOW, METHODS)
        .finish()
}
