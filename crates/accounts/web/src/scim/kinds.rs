//! What users and groups are: the one description by which they are shown, read and found.

use super::schema::{Attribute, Kind, Mutability, Schema, read, written};

/// What is known of members of staff.
pub(super) const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
/// What the regulation of a town hall asks of accounts.
pub(super) const ACCOUNT: &str = "urn:yakusho:scim:schemas:1.0:Account";

const USER_NAME: Attribute = Attribute {
    is_required: true,
    is_exact: false,
    uniqueness: "server",
    ..written(
        "userName",
        (
            "ログインに使うID。64文字まで。",
            "The ID to sign in with: up to 64 characters.",
        ),
    )
};

const NAME: Attribute = Attribute {
    kind: "complex",
    within: &[
        read(
            "formatted",
            ("職員の名簿の氏名", "The name in the directory"),
        ),
        read(
            "familyName",
            (
                "氏名の、最初の空白より前",
                "What stands before the first space in it",
            ),
        ),
        read(
            "givenName",
            ("氏名の、最初の空白より後", "What stands after it"),
        ),
    ],
    ..read(
        "name",
        (
            "氏名。職員の記録によります。",
            "The name, as the staff records have it.",
        ),
    )
};

const ACTIVE: Attribute = Attribute {
    kind: "boolean",
    ..written(
        "active",
        (
            "終了しておらず、終期を過ぎていないこと。falseにするとアカウントが終了します。システム総括責任者によるIDの停止とは別です。",
            "Whether it is open and not past its end. False closes the account. A suspension by the supervisor is another matter.",
        ),
    )
};

const EMPLOYEE_NUMBER: Attribute = Attribute {
    mutability: Mutability::Immutable,
    is_required: true,
    ..read(
        "employeeNumber",
        (
            "職員番号。アカウントはこの職員のものになります。",
            "The staff number of whoever the account is for.",
        ),
    )
};

const EMPLOYMENT_CLASS: Attribute = Attribute {
    values: &[
        "mayor",
        "deputy_mayor",
        "superintendent",
        "regular",
        "fixed_term",
        "dispatched",
        "contractor",
    ],
    ..read(
        "employmentClass",
        (
            "任用区分。職員の記録によります。",
            "The employment class, as the staff records have it.",
        ),
    )
};

const STATE: Attribute = Attribute {
    values: &["open", "suspended", "closed"],
    ..read(
        "state",
        (
            "状態。停止とその解除は、システム総括責任者だけができます。",
            "Its state. The supervisor alone suspends, and lifts it.",
        ),
    )
};

const REASON: Attribute = Attribute {
    mutability: Mutability::WriteOnly,
    ..read(
        "reason",
        (
            "開設・終期の変更・再開・終了の理由。正規職員以外の人には、開設などの際に必要です。記録に残ります。",
            "Why it is opened, given another end, opened again or closed. For anyone but regular staff it must be given. It is kept on record.",
        ),
    )
};

const MEMBERS: Attribute = Attribute {
    kind: "complex",
    is_many: true,
    within: &[
        read("value", ("アカウントのID", "The id of the account")),
        Attribute {
            kind: "reference",
            refers_to: &["User"],
            ..read("$ref", ("アカウントの場所", "Where the account is"))
        },
        read("display", ("氏名", "The name")),
        read("type", ("種別", "What it is")),
    ],
    ..read(
        "members",
        ("この組織の職に就いている人", "Those who hold a post in it"),
    )
};

/// Accounts.
pub(super) const USERS: Kind = Kind {
    name: "User",
    path: "/Users",
    about: ("アカウント", "Accounts"),
    schemas: &[
        Schema {
            id: "urn:ietf:params:scim:schemas:core:2.0:User",
            name: "User",
            about: ("アカウント", "An account"),
            attributes: &[
                USER_NAME,
                NAME,
                read("displayName", ("氏名", "The name")),
                read("title", ("職名", "The title of the post")),
                ACTIVE,
            ],
        },
        Schema {
            id: ENTERPRISE,
            name: "EnterpriseUser",
            about: ("職員", "A member of staff"),
            attributes: &[
                EMPLOYEE_NUMBER,
                read("department", ("所属", "The unit of the post")),
            ],
        },
        Schema {
            id: ACCOUNT,
            name: "Account",
            about: ("規程が定める事項", "What the regulation asks for"),
            attributes: &[
                read("kana", ("氏名のふりがな", "The reading of the name")),
                EMPLOYMENT_CLASS,
                STATE,
                written(
                    "endsOn",
                    (
                        "終期(YYYY-MM-DD)。この日まで使えます。",
                        "The last day on which it works, as YYYY-MM-DD.",
                    ),
                ),
                REASON,
            ],
        },
    ],
};

/// The units of the organisation.
pub(super) const GROUPS: Kind = Kind {
    name: "Group",
    path: "/Groups",
    about: ("部・課・係", "Departments, sections and units"),
    schemas: &[Schema {
        id: "urn:ietf:params:scim:schemas:core:2.0:Group",
        name: "Group",
        about: (
            "部・課・係。所属は発令で決まり、ここでは変更できません。",
            "A unit of the organisation. Who is in it follows from personnel orders, and cannot be changed here.",
        ),
        attributes: &[read("displayName", ("名称", "The name")), MEMBERS],
    }],
};

/// Every kind of resource.
pub(super) const KINDS: [&Kind; 2] = [&USERS, &GROUPS];
