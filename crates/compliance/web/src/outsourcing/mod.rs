//! Outsourcing contracts: the list, a contract's page, and writing one.

mod api;
mod editor;
mod page;
mod texts;
pub(crate) mod words;

use yakusho_compliance::outsourcing::ContractId;
use yakusho_webkit::{Access, Routes};

use texts::Text;

/// The list.
pub(crate) const CONTRACTS: &str = "/contracts";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(CONTRACTS, Access::User, page::list)
        .get("/contracts/new", Access::User, editor::new)
        .upload("/contracts/new", Access::User, editor::add)
        .get("/contracts/:id", Access::User, page::show)
        .get("/contracts/:id/edit", Access::User, editor::edit)
        .upload("/contracts/:id/edit", Access::User, editor::change)
        .post("/contracts/:id/conclude", Access::User, page::conclude)
        .download("/contracts/:id/files/:file", Access::User, page::paper)
        .join(api::routes())
}

/// The page of a contract.
fn contract_page(id: ContractId) -> String {
    format!("{CONTRACTS}/{id}")
}
