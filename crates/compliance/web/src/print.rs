//! Papers as files.

use poem::Response;
use yakusho_kernel::Fault;
use yakusho_print::Paper;
use yakusho_webkit::{Answer, Visit};

/// The paper as PDF, to be kept under that name. It is set beside the threads that answer requests.
pub(crate) async fn pdf(visit: &Visit, name: &str, paper: Paper) -> Answer<Response> {
    let set = tokio::task::spawn_blocking(move || yakusho_print::pdf(&paper)).await;
    let file = set.map_err(Fault::internal)?.map_err(Fault::internal)?;
    Ok(visit.file(name, "application/pdf", file))
}
