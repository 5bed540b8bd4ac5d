//! Tables of the organisation: the ledger of units, posts, staff, appointments and delegations, what is worked out
//! from it, personnel orders, and groups of one's own.
//!
//! The five tables of the ledger are bitemporal. A row says that something holds on the days from `valid_from` until
//! before `valid_until` (9999-12-31: without end), as was known from `recorded_at` until before `superseded_at` (empty:
//! still). `cause` is the order that recorded the row, `superseded_by` the one that replaced it.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{ColumnDef, IndexCreateStatement, TableCreateStatement};

use crate::schema::{
    Step, added, bytes, date, flag, id, index, int, json, opt, smallint, table, text, timestamp,
    unique, uuid,
};

/// The organisation's migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            ..Step::named("accounts_org_0001")
        }),
        Box::new(Step {
            indexes: downwards,
            ..Step::named("accounts_org_0002")
        }),
        // Who ended an order before this stands in the audit trail alone.
        Box::new(Step {
            columns: || vec![added("orders", uuid("ended_by"))],
            sqlite: &[ORDERS_ENDED_BY],
            postgres: &[ORDERS_ENDED_BY],
            ..Step::named("accounts_org_0003_order_ended_by")
        }),
    ]
}

const ORDERS_ENDED_BY: &str = "UPDATE orders SET ended_by = (SELECT person FROM audit_entries \
     WHERE subject_kind = 'order' AND subject_id = orders.id \
     AND act IN ('order.withdraw', 'order.undo') AND outcome = 'done' ORDER BY id DESC LIMIT 1) \
     WHERE ended_at IS NOT NULL";

fn tables() -> Vec<TableCreateStatement> {
    [ledger(), derived(), orders(), groups()].concat()
}

/// A table of the ledger: `key` names what the row is about.
fn kept(
    name: &'static str,
    key: &'static str,
    state: impl IntoIterator<Item = ColumnDef>,
) -> TableCreateStatement {
    let bookkeeping = [
        id(),
        uuid(key),
        date("valid_from"),
        date("valid_until"),
        timestamp("recorded_at"),
        opt(timestamp("superseded_at")),
        opt(uuid("cause")),
        opt(uuid("superseded_by")),
    ];
    table(name, bookkeeping.into_iter().chain(state))
}

fn ledger() -> Vec<TableCreateStatement> {
    vec![
        kept(
            "units",
            "unit",
            [
                text("code"),
                text("name"),
                text("rank"),
                opt(uuid("parent")),
                int("position"),
                text("tags"),
            ],
        ),
        kept(
            "posts",
            "post",
            [
                uuid("unit"),
                text("title"),
                flag("head"),
                smallint("rank"),
                int("position"),
            ],
        ),
        kept(
            "staff",
            "person",
            [
                text("number"),
                text("name"),
                text("kana"),
                bytes("kana_key"),
                text("search_key"),
                text("class"),
                text("status"),
            ],
        ),
        kept(
            "appointments",
            "appointment",
            [uuid("person"), uuid("post"), flag("main")],
        ),
        kept(
            "delegations",
            "delegation",
            [
                text("kind"),
                opt(uuid("post")),
                opt(uuid("person")),
                uuid("delegate"),
                text("duties"),
            ],
        ),
    ]
}

fn derived() -> Vec<TableCreateStatement> {
    vec![
        table(
            "unit_paths",
            [
                id(),
                uuid("unit"),
                uuid("ancestor"),
                smallint("distance"),
                text("rank"),
                date("valid_from"),
                date("valid_until"),
            ],
        ),
        table(
            "role_posts",
            [
                id(),
                text("role"),
                uuid("post"),
                opt(uuid("unit")),
                date("valid_from"),
                date("valid_until"),
            ],
        ),
        // One row, which every act on the organisation changes first: so they come one after the other.
        table("organisation", [id(), int("revision")]),
    ]
}

fn orders() -> Vec<TableCreateStatement> {
    vec![table(
        "orders",
        [
            id(),
            text("title"),
            date("takes_effect_on"),
            text("state"),
            json("lines"),
            int("line_count"),
            json("faults"),
            int("revision"),
            uuid("made_by"),
            timestamp("made_at"),
            opt(timestamp("scheduled_at")),
            opt(timestamp("applied_at")),
            opt(timestamp("ended_at")),
        ],
    )]
}

fn groups() -> Vec<TableCreateStatement> {
    vec![
        table(
            "own_groups",
            [
                id(),
                uuid("owner"),
                opt(uuid("unit")),
                text("name"),
                int("revision"),
            ],
        ),
        table(
            "own_group_members",
            [id(), uuid("own_group"), text("kind"), uuid("member")],
        ),
    ]
}

/// What finds the units right below others, and the roles whose powers end at units.
fn downwards() -> Vec<IndexCreateStatement> {
    vec![
        index("units_parent", "units", &["parent"]),
        index("role_posts_unit", "role_posts", &["unit", "role"]),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    let of_ledger = [
        index("units_unit", "units", &["unit", "valid_from"]),
        index("units_cause", "units", &["cause"]),
        index("units_superseded_by", "units", &["superseded_by"]),
        index("posts_post", "posts", &["post", "valid_from"]),
        index("posts_unit", "posts", &["unit", "valid_from"]),
        index("posts_cause", "posts", &["cause"]),
        index("posts_superseded_by", "posts", &["superseded_by"]),
        index("staff_person", "staff", &["person", "valid_from"]),
        index("staff_number", "staff", &["number"]),
        index("staff_kana", "staff", &["kana_key", "person"]),
        index("staff_cause", "staff", &["cause"]),
        index("staff_superseded_by", "staff", &["superseded_by"]),
        index("appointments_key", "appointments", &["appointment"]),
        index(
            "appointments_person",
            "appointments",
            &["person", "valid_from"],
        ),
        index("appointments_post", "appointments", &["post", "valid_from"]),
        index("appointments_cause", "appointments", &["cause"]),
        index(
            "appointments_superseded_by",
            "appointments",
            &["superseded_by"],
        ),
        index("delegations_key", "delegations", &["delegation"]),
        index(
            "delegations_delegate",
            "delegations",
            &["delegate", "valid_from"],
        ),
        index("delegations_post", "delegations", &["post", "valid_from"]),
        index(
            "delegations_person",
            "delegations",
            &["person", "valid_from"],
        ),
        index("delegations_cause", "delegations", &["cause"]),
        index(
            "delegations_superseded_by",
            "delegations",
            &["superseded_by"],
        ),
    ];
    let others = [
        index("unit_paths_unit", "unit_paths", &["unit", "distance"]),
        index("unit_paths_ancestor", "unit_paths", &["ancestor", "unit"]),
        index("role_posts_role", "role_posts", &["role"]),
        index("role_posts_post", "role_posts", &["post"]),
        index(
            "orders_state",
            "orders",
            &["state", "takes_effect_on", "id"],
        ),
        index("orders_day", "orders", &["takes_effect_on", "id"]),
        index("own_groups_owner", "own_groups", &["owner", "id"]),
        index("own_groups_unit", "own_groups", &["unit", "id"]),
        unique(
            "own_group_members_once",
            "own_group_members",
            &["own_group", "kind", "member"],
        ),
        index("own_group_members_member", "own_group_members", &["member"]),
    ];
    of_ledger.into_iter().chain(others).collect()
}
