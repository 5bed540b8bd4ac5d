//! SCIM 2.0 (RFC 7643 and RFC 7644): a city's identity management opens, changes and closes accounts.
//!
//! A user is an account, of whoever has the staff number `employeeNumber`. People themselves, their names, posts and units come by
//! personnel orders and from the staff records, and can be read alone. What is done here is done by the services of the pages,
//! in the name of whoever made the token, and refused as there.

mod discovery;
mod draft;
mod filter;
mod groups;
mod kinds;
mod message;
mod schema;
mod shown;
mod texts;
mod users;

use poem::http::Method;
use yakusho_regulation::rule;
use yakusho_webkit::Routes;

use crate::admin::ADMINISTRATOR;

pub(crate) use texts::words;

/// Where it begins.
const ROOT: &str = "/scim/v2";

pub(crate) fn routes() -> Routes {
    let at = |path: &str| format!("{ROOT}{path}");
    let (get, post) = (Method::GET, Method::POST);
    let mut routes = Routes::new()
        .scim(
            get.clone(),
            &at("/ServiceProviderConfig"),
            ADMINISTRATOR,
            discovery::show_config,
        )
        .scim(
            get.clone(),
            &at("/ResourceTypes"),
            ADMINISTRATOR,
            discovery::list_kinds,
        )
        .scim(
            get.clone(),
            &at("/ResourceTypes/:id"),
            ADMINISTRATOR,
            discovery::show_kind,
        )
        .scim(
            get.clone(),
            &at("/Schemas"),
            ADMINISTRATOR,
            discovery::list_schemas,
        )
        .scim(
            get.clone(),
            &at("/Schemas/:id"),
            ADMINISTRATOR,
            discovery::show_schema,
        )
        .scim(get.clone(), &at("/Me"), ADMINISTRATOR, users::me)
        .scim(get.clone(), &at("/Users"), ADMINISTRATOR, users::index)
        .scim(post.clone(), &at("/Users"), ADMINISTRATOR, users::create)
        .scim(
            post.clone(),
            &at("/Users/.search"),
            ADMINISTRATOR,
            users::search,
        )
        .scim(get.clone(), &at("/Users/:id"), ADMINISTRATOR, users::show)
        .scim(
            Method::PUT,
            &at("/Users/:id"),
            ADMINISTRATOR,
            users::replace,
        )
        .scim(
            Method::PATCH,
            &at("/Users/:id"),
            ADMINISTRATOR,
            users::patch,
        )
        .scim(
            Method::DELETE,
            &at("/Users/:id"),
            ADMINISTRATOR,
            users::remove,
        )
        .scim(get.clone(), &at("/Groups"), ADMINISTRATOR, groups::index)
        .scim(post.clone(), &at("/Groups"), ADMINISTRATOR, groups::refuse)
        .scim(
            post.clone(),
            &at("/Groups/.search"),
            ADMINISTRATOR,
            groups::search,
        )
        .scim(get, &at("/Groups/:id"), ADMINISTRATOR, groups::show);
    for method in [Method::PUT, Method::PATCH, Method::DELETE] {
        routes = routes.scim(method, &at("/Groups/:id"), ADMINISTRATOR, groups::refuse);
    }
    for path in ["/Bulk", "/.search"] {
        routes = routes.scim(
            post.clone(),
            &at(path),
            ADMINISTRATOR,
            discovery::not_offered,
        );
    }
    routes.citing(rule!(ResidualPowers))
}
