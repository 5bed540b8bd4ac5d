--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    id uuid NOT NULL,
    person uuid NOT NULL,
    login text NOT NULL,
    login_key text NOT NULL,
    state text NOT NULL,
    shared boolean NOT NULL,
    sharing uuid,
    ends_on date,
    approved_by uuid,
    approved_at bigint,
    approval_reason text,
    opened_at bigint NOT NULL,
    closed_at bigint,
    close_cause text,
    close_reason text,
    last_sign_in_at bigint,
    lang text,
    revision integer NOT NULL
);


--
-- Name: api_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_tokens (
    id uuid NOT NULL,
    account uuid NOT NULL,
    name text NOT NULL,
    digest bytea NOT NULL,
    scopes text NOT NULL,
    made_at bigint NOT NULL,
    ends_on date NOT NULL,
    used_at bigint,
    ended_at bigint,
    end_cause text
);


--
-- Name: appointments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appointments (
    id uuid NOT NULL,
    appointment uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    recorded_at bigint NOT NULL,
    superseded_at bigint,
    cause uuid,
    superseded_by uuid,
    person uuid NOT NULL,
    post uuid NOT NULL,
    main boolean NOT NULL
);


--
-- Name: attachments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attachments (
    id uuid NOT NULL,
    subject_kind text,
    subject_id uuid,
    blob bytea NOT NULL,
    size bigint NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    uploader uuid NOT NULL,
    at bigint NOT NULL
);


--
-- Name: audit_entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entries (
    id uuid NOT NULL,
    at bigint NOT NULL,
    person uuid,
    on_behalf uuid,
    proxy text,
    part text,
    role text,
    act text NOT NULL,
    subject_kind text,
    subject_id uuid,
    rule text,
    citation text,
    outcome text NOT NULL,
    detail jsonb NOT NULL,
    request uuid NOT NULL,
    seq bigint
);


--
-- Name: audit_heads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_heads (
    id uuid NOT NULL,
    seq bigint NOT NULL,
    at bigint NOT NULL,
    key text NOT NULL,
    text text NOT NULL
);


--
-- Name: audit_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_keys (
    id uuid NOT NULL,
    key text NOT NULL,
    public text NOT NULL,
    since bigint NOT NULL,
    succession text
);


--
-- Name: audit_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_links (
    seq bigint NOT NULL,
    entry uuid NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: board_approvals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board_approvals (
    id uuid NOT NULL,
    post uuid NOT NULL,
    of_unit uuid,
    of_role text,
    state text NOT NULL,
    asked_at bigint NOT NULL,
    decided_at bigint,
    decided_by uuid,
    reason text
);


--
-- Name: board_categories; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board_categories (
    id uuid NOT NULL,
    name_ja text NOT NULL,
    name_en text NOT NULL,
    "position" integer NOT NULL,
    readers jsonb NOT NULL,
    writers jsonb NOT NULL,
    comments boolean NOT NULL,
    approval text NOT NULL,
    closed boolean NOT NULL,
    revision integer NOT NULL
);


--
-- Name: board_check_figures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board_check_figures (
    day date NOT NULL,
    section uuid NOT NULL,
    people integer NOT NULL,
    behind integer NOT NULL,
    unread integer NOT NULL
);


--
-- Name: board_marks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board_marks (
    person uuid NOT NULL,
    category uuid NOT NULL,
    upto bigint NOT NULL
);


--
-- Name: board_posts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board_posts (
    id uuid NOT NULL,
    category uuid NOT NULL,
    author uuid NOT NULL,
    hand uuid NOT NULL,
    proxy text,
    section uuid,
    byline text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    files jsonb NOT NULL,
    registration text,
    comments boolean NOT NULL,
    asks boolean NOT NULL,
    due date,
    starts_at bigint,
    ends_at bigint,
    pinned_until bigint,
    state text NOT NULL,
    visible_from bigint,
    version integer NOT NULL,
    first_version integer,
    material_version integer NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    revision integer NOT NULL,
    removed_at bigint,
    removed_by uuid,
    removed_reason text
);


--
-- Name: board_reads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board_reads (
    person uuid NOT NULL,
    post uuid NOT NULL,
    at bigint NOT NULL,
    version integer NOT NULL,
    confirmed_at bigint,
    confirmed_by uuid,
    proxy text
);


--
-- Name: circulation_recipients; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.circulation_recipients (
    id uuid NOT NULL,
    circulation uuid NOT NULL,
    person uuid NOT NULL,
    post uuid,
    name text NOT NULL,
    unit uuid,
    unit_name text NOT NULL,
    post_title text NOT NULL,
    "position" integer NOT NULL,
    step integer NOT NULL,
    state text NOT NULL,
    received_at bigint,
    read_at bigint,
    confirmed_at bigint,
    confirmed_by uuid,
    proxy text,
    proxy_name text,
    version integer,
    reply text,
    passed_from uuid,
    revision integer NOT NULL
);


--
-- Name: circulation_templates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.circulation_templates (
    id uuid NOT NULL,
    owner uuid,
    section uuid,
    name text NOT NULL,
    content jsonb NOT NULL,
    closed boolean NOT NULL,
    changed_at bigint NOT NULL,
    revision integer NOT NULL
);


--
-- Name: circulation_watches; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.circulation_watches (
    person uuid NOT NULL,
    circulation uuid NOT NULL
);


--
-- Name: circulations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.circulations (
    id uuid NOT NULL,
    kind text NOT NULL,
    author uuid NOT NULL,
    hand uuid NOT NULL,
    proxy text,
    section uuid,
    byline text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    files jsonb NOT NULL,
    registration text,
    audience jsonb NOT NULL,
    sequence text NOT NULL,
    step_days smallint,
    follows text NOT NULL,
    due date,
    open_replies boolean NOT NULL,
    state text NOT NULL,
    sent_at bigint,
    ended_at bigint,
    steps integer NOT NULL,
    step integer NOT NULL,
    step_at bigint,
    total integer NOT NULL,
    confirmed integer NOT NULL,
    version integer NOT NULL,
    first_version integer,
    material_version integer NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    revision integer NOT NULL,
    removed_at bigint,
    removed_by uuid,
    removed_reason text
);


--
-- Name: comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments (
    id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    author uuid NOT NULL,
    hand uuid NOT NULL,
    proxy text,
    author_name text NOT NULL,
    at bigint NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    revision integer NOT NULL,
    removed_at bigint,
    removed_by uuid,
    removed_reason text
);


--
-- Name: delegations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delegations (
    id uuid NOT NULL,
    delegation uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    recorded_at bigint NOT NULL,
    superseded_at bigint,
    cause uuid,
    superseded_by uuid,
    kind text NOT NULL,
    post uuid,
    person uuid,
    delegate uuid NOT NULL,
    duties text NOT NULL
);


--
-- Name: former_passwords; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.former_passwords (
    id uuid NOT NULL,
    account uuid NOT NULL,
    hash text NOT NULL,
    replaced_at bigint NOT NULL
);


--
-- Name: function_switches; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.function_switches (
    function text NOT NULL,
    is_on boolean NOT NULL,
    reason text NOT NULL,
    changed_at bigint NOT NULL,
    changed_by uuid NOT NULL
);


--
-- Name: grants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.grants (
    id uuid NOT NULL,
    permission text NOT NULL,
    grantee uuid NOT NULL,
    grantee_kind text NOT NULL,
    within uuid,
    reason text NOT NULL,
    granted_at bigint NOT NULL,
    granted_by uuid NOT NULL,
    ended_at bigint
);


--
-- Name: job_locks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job_locks (
    name text NOT NULL,
    holder uuid NOT NULL,
    until bigint NOT NULL
);


--
-- Name: job_runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job_runs (
    id uuid NOT NULL,
    job text NOT NULL,
    as_of date NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint NOT NULL,
    ok boolean NOT NULL,
    summary jsonb NOT NULL
);


--
-- Name: known_places; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.known_places (
    id uuid NOT NULL,
    account uuid NOT NULL,
    place bytea NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL
);


--
-- Name: leaver_cases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leaver_cases (
    id uuid NOT NULL,
    account uuid NOT NULL,
    unit uuid,
    finding text NOT NULL,
    since date NOT NULL,
    state text NOT NULL,
    opened_at bigint NOT NULL,
    asked_on date NOT NULL,
    reminders integer NOT NULL,
    answered_at bigint,
    answered_by uuid,
    reason text
);


--
-- Name: notices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notices (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    key text NOT NULL,
    params jsonb NOT NULL,
    at bigint NOT NULL,
    seen_at bigint
);


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id uuid NOT NULL,
    title text NOT NULL,
    takes_effect_on date NOT NULL,
    state text NOT NULL,
    lines jsonb NOT NULL,
    line_count integer NOT NULL,
    faults jsonb NOT NULL,
    revision integer NOT NULL,
    made_by uuid NOT NULL,
    made_at bigint NOT NULL,
    scheduled_at bigint,
    applied_at bigint,
    ended_at bigint
);


--
-- Name: organisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisation (
    id uuid NOT NULL,
    revision integer NOT NULL
);


--
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outbox (
    id uuid NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    at bigint NOT NULL,
    due_at bigint NOT NULL,
    attempts integer NOT NULL,
    done text NOT NULL
);


--
-- Name: own_days; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.own_days (
    id uuid NOT NULL,
    day date NOT NULL,
    word text NOT NULL,
    reason text NOT NULL,
    set_by uuid NOT NULL,
    set_at bigint NOT NULL,
    revision integer NOT NULL
);


--
-- Name: own_group_members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.own_group_members (
    id uuid NOT NULL,
    own_group uuid NOT NULL,
    kind text NOT NULL,
    member uuid NOT NULL
);


--
-- Name: own_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.own_groups (
    id uuid NOT NULL,
    owner uuid NOT NULL,
    unit uuid,
    name text NOT NULL,
    revision integer NOT NULL
);


--
-- Name: passwords; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.passwords (
    account uuid NOT NULL,
    hash text NOT NULL,
    set_at bigint NOT NULL,
    one_time boolean NOT NULL,
    expires_at bigint,
    used_at bigint,
    revision integer NOT NULL
);


--
-- Name: posts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.posts (
    id uuid NOT NULL,
    post uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    recorded_at bigint NOT NULL,
    superseded_at bigint,
    cause uuid,
    superseded_by uuid,
    unit uuid NOT NULL,
    title text NOT NULL,
    head boolean NOT NULL,
    rank smallint NOT NULL,
    "position" integer NOT NULL
);


--
-- Name: recovery_codes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recovery_codes (
    id uuid NOT NULL,
    account uuid NOT NULL,
    digest bytea NOT NULL,
    used_at bigint
);


--
-- Name: registration_approvals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.registration_approvals (
    id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    label text NOT NULL,
    state text NOT NULL,
    requested_by uuid NOT NULL,
    requested_at bigint NOT NULL,
    decided_by uuid,
    decided_at bigint,
    decision text NOT NULL
);


--
-- Name: role_posts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.role_posts (
    id uuid NOT NULL,
    role text NOT NULL,
    post uuid NOT NULL,
    unit uuid,
    valid_from date NOT NULL,
    valid_until date NOT NULL
);


--
-- Name: seaql_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.seaql_migrations (
    version character varying NOT NULL,
    applied_at bigint NOT NULL
);


--
-- Name: second_factors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.second_factors (
    account uuid NOT NULL,
    secret bytea NOT NULL,
    made_at bigint NOT NULL,
    confirmed_at bigint,
    last_step bigint NOT NULL
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    account uuid NOT NULL,
    digest bytea NOT NULL,
    former_digest bytea,
    former_until bigint,
    csrf text NOT NULL,
    rights bigint NOT NULL,
    started_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    address text NOT NULL,
    agent text NOT NULL,
    ended_at bigint,
    end_cause text,
    acting_for uuid
);


--
-- Name: sharing_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sharing_permissions (
    id uuid NOT NULL,
    person uuid NOT NULL,
    people jsonb NOT NULL,
    reason text NOT NULL,
    ends_on date NOT NULL,
    permitted_by uuid NOT NULL,
    permitted_at bigint NOT NULL,
    withdrawn_at bigint
);


--
-- Name: sign_in_budgets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_budgets (
    key bytea NOT NULL,
    failures integer NOT NULL,
    counted_from bigint NOT NULL,
    held_until bigint,
    holds integer NOT NULL
);


--
-- Name: sign_in_challenges; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_challenges (
    id uuid NOT NULL,
    account uuid NOT NULL,
    digest bytea NOT NULL,
    password_revision integer NOT NULL,
    made_at bigint NOT NULL
);


--
-- Name: sign_ins; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_ins (
    id uuid NOT NULL,
    account uuid,
    at bigint NOT NULL,
    result text NOT NULL,
    address text NOT NULL,
    agent text NOT NULL
);


--
-- Name: staff; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff (
    id uuid NOT NULL,
    person uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    recorded_at bigint NOT NULL,
    superseded_at bigint,
    cause uuid,
    superseded_by uuid,
    number text NOT NULL,
    name text NOT NULL,
    kana text NOT NULL,
    kana_key bytea NOT NULL,
    search_key text NOT NULL,
    class text NOT NULL,
    status text NOT NULL
);


--
-- Name: suspensions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.suspensions (
    id uuid NOT NULL,
    account uuid NOT NULL,
    breach text NOT NULL,
    clause text,
    citation text NOT NULL,
    reason text NOT NULL,
    suspended_at bigint NOT NULL,
    suspended_by uuid NOT NULL,
    lifted_at bigint,
    lifted_by uuid,
    lift_reason text
);


--
-- Name: unit_paths; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_paths (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    ancestor uuid NOT NULL,
    distance smallint NOT NULL,
    rank text NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL
);


--
-- Name: units; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.units (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    recorded_at bigint NOT NULL,
    superseded_at bigint,
    cause uuid,
    superseded_by uuid,
    code text NOT NULL,
    name text NOT NULL,
    rank text NOT NULL,
    parent uuid,
    "position" integer NOT NULL,
    tags text NOT NULL
);


--
-- Name: usage_acknowledgements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.usage_acknowledgements (
    id uuid NOT NULL,
    rules uuid NOT NULL,
    person uuid NOT NULL,
    at bigint NOT NULL
);


--
-- Name: usage_rules; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.usage_rules (
    id uuid NOT NULL,
    number integer NOT NULL,
    effective_on date NOT NULL,
    body_ja text NOT NULL,
    body_en text NOT NULL,
    made_at bigint NOT NULL,
    made_by uuid NOT NULL,
    withdrawn_at bigint
);


--
-- Name: versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.versions (
    id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    number integer NOT NULL,
    at bigint NOT NULL,
    by uuid,
    content jsonb NOT NULL,
    salt bytea NOT NULL,
    digest text NOT NULL
);


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts VALUES
	('01a2027c-455c-787b-8041-1cf27242c482', '01a2027c-455c-70e2-b1ce-1d9ab6a4703c', 's1002', 's1002', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-734f-9f25-2a216c970e25', '01a2027c-455c-7ec6-8aef-d82978b70a2c', 's1019', 's1019', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7572-b3f2-3a2a06e5a68a', '01a2027c-455c-7280-909e-39fd1baae257', 's1012', 's1012', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-74bd-b578-f67b65c05b63', '01a2027c-455c-76db-8151-fe1362c22d91', 's1001', 's1001', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7d61-bb84-bba30c307b4f', '01a2027c-455c-72e4-8466-70a7ff9ae66f', 's1013', 's1013', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7a2f-a134-49debc9031b4', '01a2027c-455c-76a1-9b1c-0ab380b845fc', 's1003', 's1003', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-72b7-acdf-9c63237aeb76', '01a2027c-455c-7755-9032-117a01c127d1', 's1017', 's1017', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-75ac-84d2-59f66a5e22ea', '01a2027c-455c-7a9f-9c91-c3697200c8b6', 's1020', 's1020', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-773c-a8db-08baccca981e', '01a2027c-455c-7490-9f4a-b51374420baf', 's1010', 's1010', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7cfa-ad83-536dcaeebfbf', '01a2027c-455c-7adc-8422-76f6f37b39df', 's1021', 's1021', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7612-a809-4b3623c9f64d', '01a2027c-455c-7a42-9e00-113ecc025c00', 's1016', 's1016', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-71c6-952b-2405cfd4c904', '01a2027c-455c-7e55-9125-17677e28b013', 's1018', 's1018', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-720f-9318-8e6c9cee4a32', '01a2027c-455c-7d1a-a917-caed928ef2e6', 's1015', 's1015', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7525-8eba-81421eba88b1', '01a2027c-455c-749b-a0f2-8f5fb45c685a', 's1007', 's1007', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-79a2-aa7a-32e2b6b6d4f2', '01a2027c-455c-715d-b43f-86b23a9f167a', 's1008', 's1008', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-76dd-928e-edb3cb2ce068', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', 's1014', 's1014', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7560-8759-2aa50595f678', '01a2027c-455c-77cb-9dc8-e65e8a1ccecc', 's1024', 's1024', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-704e-8327-a708dcb4f0e2', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', 's1009', 's1009', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-73fe-afeb-56d2d75ec5d5', '01a2027c-455c-7b54-aeb5-d6f772071924', 's1011', 's1011', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7dd7-8c6d-e16ec6d88cc4', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', 's1022', 's1022', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7012-b14d-edb3d90689c5', '01a2027c-455c-7ffc-be1c-1756ac2be1be', 's1023', 's1023', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-70fc-8e86-31323e723e1a', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', 's1025', 's1025', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7418-acc8-0c43ddeb0b29', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', 's1026', 's1026', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7e31-b399-c6151fa1ed0e', '01a2027c-455c-7d21-bd32-f99e330d82ec', 's1028', 's1028', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7f6a-b23f-d598570273f2', '01a2027c-455c-7446-a85b-c86d1395eae7', 's1027', 's1027', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-75c9-aa83-f5eea13f857f', '01a2027c-455c-701f-9b74-b98d69f88eb7', 's1032', 's1032', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7abb-be0e-1ba721e21ed1', '01a2027c-455c-7d93-8f76-298c51c16e3c', 's1029', 's1029', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-79c2-9951-a64cdd005499', '01a2027c-455c-73a1-81b8-08e84f521e60', 's1031', 's1031', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-73a4-bd5e-95e26030e458', '01a2027c-455c-7384-bb4f-0a011c03a748', 's1030', 's1030', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7966-b37e-f77a143be3db', '01a2027c-455c-7d72-be28-6cf67c5c8f9c', 's1034', 's1034', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-764f-8abc-174e057448da', '01a2027c-455c-7b94-837e-f52e7a2053c0', 's1038', 's1038', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7f0e-b09b-907fae724684', '01a2027c-455c-7cab-a351-e555828c2c09', 's1037', 's1037', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7c42-a4a0-e405231813d8', '01a2027c-455c-7898-943f-326b21f3930e', 's1033', 's1033', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7fe7-854b-ea92876fe553', '01a2027c-455c-7663-8959-5c3e28343cb9', 's1040', 's1040', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-795a-ab60-49a84233f2b0', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', 's1036', 's1036', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7169-a2cf-2fc72a995ccd', '01a2027c-455c-7f2a-9022-33185f9179cd', 's1047', 's1047', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7395-a417-fe813689003f', '01a2027c-455c-7e6d-9898-6472dd2e4eb3', 's1052', 's1052', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7f61-9b8b-a7fc0add5a64', '01a2027c-455c-71a1-9b76-b7035efabbb9', 's1046', 's1046', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7c37-8e1e-7403194fc95e', '01a2027c-455c-7f64-978a-6bfb90bae408', 's1044', 's1044', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7ed2-be98-9f161d8773f1', '01a2027c-455c-78b7-a33a-5e13b48a8da4', 's1039', 's1039', 'open', false, NULL, '2027-03-22', '01a2027c-455c-77ac-9982-d20f164edc15', 1795338028380, '窓口業務に従事するため', 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-793e-86ee-4341f8fa98bb', '01a2027c-455c-709e-8fba-c17229b8f9d1', 's1043', 's1043', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7186-b26f-db4a140d3261', '01a2027c-455c-7d76-b619-c30104061867', 's1041', 's1041', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-718d-ba2d-8411e4950811', '01a2027c-455c-7b83-ae5f-ceb34f17a8d6', 's1045', 's1045', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7c7e-866d-45d5e88fc371', '01a2027c-455c-7955-8932-e3d30dbb92c1', 's1050', 's1050', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-77e2-bf43-422e493404b3', '01a2027c-455c-75f1-9dde-9760634c5cca', 's1057', 's1057', 'open', false, NULL, '2027-03-22', '01a2027c-455c-77ac-9982-d20f164edc15', 1795338028380, '窓口業務に従事するため', 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7ccc-99e2-3f26cad42656', '01a2027c-455c-711d-b7b8-a04de1a6519d', 's1049', 's1049', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-78f1-9f1d-bf6db071ab5e', '01a2027c-455c-78e8-996e-fce1dfc901f3', 's1048', 's1048', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7fc4-89a8-7e81754f7f9d', '01a2027c-455c-76ff-91e0-6a1733d82c89', 's1051', 's1051', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-72b1-9437-c077a9166152', '01a2027c-455c-761a-af8e-95409c8a7131', 's1056', 's1056', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7248-84ea-c570b1bc7b69', '01a2027c-455c-7e2b-b191-60b9c8d9c570', 's1053', 's1053', 'open', false, NULL, '2027-03-22', '01a2027c-455c-77ac-9982-d20f164edc15', 1795338028380, '窓口業務に従事するため', 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7c80-9ed9-6b2e50cdccaa', '01a2027c-455c-7626-824f-efdb8a11af26', 's1055', 's1055', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7dfe-b4ad-29ec58126863', '01a2027c-455c-748b-8c5c-b97f42b0690e', 's1054', 's1054', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-7c35-9713-3baac7719b09', '01a2027c-455c-7d18-9f6c-900400cb3969', 's1058', 's1058', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-73b4-b8b5-0c49f3970301', '01a2027c-455c-7c3e-80b8-e00f92a4c3b5', 's1060', 's1060', 'open', false, NULL, '2027-03-22', '01a2027c-455c-77ac-9982-d20f164edc15', 1795338028380, '窓口業務に従事するため', 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-754f-af0a-0299c69838eb', '01a2027c-455c-74c5-b5c7-d1f07d9b07fa', 's1059', 's1059', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2027c-455c-773f-85d5-bb49ddb2e7ff', '01a2027c-455c-77ac-9982-d20f164edc15', 's1006', 's1006', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, 1795338028380, NULL, 1),
	('01a2027c-455c-7c5d-84b3-07232fae46a1', '01a2027c-455c-7675-a692-5fdbf50da9a5', 's1004', 's1004', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, 1795338028380, NULL, 1),
	('01a2027c-455c-7390-b1b4-de39ed0f56c6', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', 's1005', 's1005', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, 1795338028380, NULL, 1),
	('01a2027c-455c-767f-b339-bd0df39b6c4f', '01a2027c-455c-71f8-b42b-1f7a3d6ac629', 's1042', 's1042', 'open', false, NULL, NULL, NULL, NULL, NULL, 1795338028380, NULL, NULL, NULL, 1795338028380, NULL, 1),
	('01a2027c-455c-74d7-944f-99bf75972683', '01a2027c-455c-7309-9530-4756906bcae7', 's1035', 's1035', 'open', false, NULL, '2027-03-22', '01a2027c-455c-77ac-9982-d20f164edc15', 1795338028380, '窓口業務に従事するため', 1795338028380, NULL, NULL, NULL, 1795338028380, NULL, 1);


--
-- Data for Name: api_tokens; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: appointments; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.appointments VALUES
	('01a2027c-455c-7082-8c18-15eed87fefb8', '01a2027c-455c-7028-b767-c4cc9384ef5c', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-73a1-81b8-08e84f521e60', '01a2027c-455c-7fd5-9deb-6a845af50ed3', true),
	('01a2027c-455c-7f3e-9fe0-70136d90d509', '01a2027c-455c-717b-8a99-cb608cdbb391', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7446-a85b-c86d1395eae7', '01a2027c-455c-7ae1-9122-27b461030e73', true),
	('01a2027c-455c-777a-b300-d9002007bb19', '01a2027c-455c-717c-ba70-39773d76ac3c', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7ec6-8aef-d82978b70a2c', '01a2027c-455c-7806-805b-2eb5db9c28d6', true),
	('01a2027c-455c-7681-b55d-664dbe849be8', '01a2027c-455c-71cf-866b-bd9671719095', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e6d-9898-6472dd2e4eb3', '01a2027c-455c-775c-b54f-9d321874a7dc', true),
	('01a2027c-455c-7884-b222-9a0e05d53921', '01a2027c-455c-7268-a691-d92f88cc99cc', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7ffc-be1c-1756ac2be1be', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', true),
	('01a2027c-455c-731c-96c0-5500e16db0ac', '01a2027c-455c-72ac-a551-449726e36dc2', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d18-9f6c-900400cb3969', '01a2027c-455c-79b9-987f-22c63d0d5eba', true),
	('01a2027c-455c-7efe-ade0-8ddd263b2e1d', '01a2027c-455c-736c-b81b-7a3409fda9c2', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d1a-a917-caed928ef2e6', '01a2027c-455c-742d-aa6c-6fa012cf72c1', true),
	('01a2027c-455c-7f34-bb3c-1f1725bdf8ac', '01a2027c-455c-73bb-80fc-42d0615362a7', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-71f8-b42b-1f7a3d6ac629', '01a2027c-455c-7a71-a6ea-3bc6a282688c', true),
	('01a2027c-455c-7089-a34b-961b6bcd9e5c', '01a2027c-455c-73c5-8dd0-d2b931d50415', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-709e-8fba-c17229b8f9d1', '01a2027c-455c-7684-90e8-565195560172', true),
	('01a2027c-455c-7319-8a2c-fea29ca890b2', '01a2027c-455c-73e5-af12-7603ab703c8b', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-71a1-9b76-b7035efabbb9', '01a2027c-455c-7d1d-98e7-2a5ff7de2758', true),
	('01a2027c-455c-7686-87bb-a10ea8007c8c', '01a2027c-455c-73e8-bf1d-e61a4f55244d', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-761a-af8e-95409c8a7131', '01a2027c-455c-79ee-a78b-a0b8f13e7739', true),
	('01a2027c-455c-70c8-baf2-2fd0b197e175', '01a2027c-455c-73ec-9aa9-c2211b0878ab', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7b54-aeb5-d6f772071924', '01a2027c-455c-7517-9d29-9b33c37f87cf', true),
	('01a2027c-455c-7fec-a505-404e5551e6c5', '01a2027c-455c-7418-ac48-46bae8f2a38a', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', '01a2027c-455c-745b-8204-a79c4c360de8', true),
	('01a2027c-455c-7cc0-aa76-ee74b90fcae2', '01a2027c-455c-741c-9cd0-c2a3992eb6f2', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7280-909e-39fd1baae257', '01a2027c-455c-7024-9dbd-b4ce9d29a6f5', true),
	('01a2027c-455c-7cb1-b364-f73ac00fef8b', '01a2027c-455c-7424-8f98-21c42d89b721', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7898-943f-326b21f3930e', '01a2027c-455c-706c-9e95-106e60e16907', true),
	('01a2027c-455c-7b88-a0e2-e650bb939577', '01a2027c-455c-7480-ab83-5453d6d0b71d', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7955-8932-e3d30dbb92c1', '01a2027c-455c-78d6-9748-4ed313dcfdf0', true),
	('01a2027c-455c-73e1-8b33-065fe9c09c3e', '01a2027c-455c-74ca-a51f-ad6a6a89df54', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76db-8151-fe1362c22d91', '01a2027c-455c-74ca-a4fb-fa0798b1a82e', true),
	('01a2027c-455c-7746-b224-38cb3aa6f3ef', '01a2027c-455c-7584-afe9-4533ef34da29', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-70e2-b1ce-1d9ab6a4703c', '01a2027c-455c-74e3-8a44-090010fec64a', true),
	('01a2027c-455c-7c70-bf72-e3f19df7b50c', '01a2027c-455c-75a1-9db2-7c5cd72c24a3', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-77cb-9dc8-e65e8a1ccecc', '01a2027c-455c-74b9-8c76-1415c0fa9a00', true),
	('01a2027c-455c-7a0e-a856-fda79e0b97d3', '01a2027c-455c-7641-93b2-a8cbca5b5682', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7b83-ae5f-ceb34f17a8d6', '01a2027c-455c-7f33-825b-e757e872b41f', true),
	('01a2027c-455c-732f-8510-21303c0bef34', '01a2027c-455c-7662-8148-608135a93038', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7384-bb4f-0a011c03a748', '01a2027c-455c-787e-9841-dd8214df5ef6', true),
	('01a2027c-455c-7416-96e1-afd09698c6ee', '01a2027c-455c-76e3-b8b5-a946a958065d', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-715d-b43f-86b23a9f167a', '01a2027c-455c-729f-b1e6-e5ebab5b9f7d', true),
	('01a2027c-455c-73f8-a572-81c4bfef197f', '01a2027c-455c-776d-8dd0-6c57e6506a54', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-77ac-9982-d20f164edc15', '01a2027c-455c-764e-9829-c526417dda60', true),
	('01a2027c-455c-7c7e-bbc5-ab789c47303c', '01a2027c-455c-7782-b710-74caca99da46', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a0c-8f8a-bc7d617501a9', '01a2027c-455c-7190-b24e-04a0ac97f80f', true),
	('01a2027c-455c-72db-88f4-079571d49e87', '01a2027c-455c-77b7-a43f-72379771e4f5', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-748b-8c5c-b97f42b0690e', '01a2027c-455c-7c26-b7fe-a081f14408d0', true),
	('01a2027c-455c-7348-8a43-c0ee92d3d883', '01a2027c-455c-77d3-a104-09e4f99d1485', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', '01a2027c-455c-7629-b57d-fb9d2294d241', true),
	('01a2027c-455c-7679-b08a-2b1a83c211a4', '01a2027c-455c-77e3-a8c9-6dd699d5a8fe', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-75f1-9dde-9760634c5cca', '01a2027c-455c-79a3-9c3e-2a5152eaa891', true),
	('01a2027c-455c-7125-9ca6-1bce356afdd0', '01a2027c-455c-77e9-b08f-49810d589f90', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7adc-8422-76f6f37b39df', '01a2027c-455c-76a1-b190-84dad8a8bb09', true),
	('01a2027c-455c-7825-8e8d-1ebdbc44a551', '01a2027c-455c-77fb-8033-a8ae1682fc4e', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cf5-bf47-e22c0b4604e9', '01a2027c-455c-7076-9b42-e8b270afa090', true),
	('01a2027c-455c-76d5-b996-788961231cd2', '01a2027c-455c-7801-ba38-6a66f1dc2488', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-75a7-b732-0a621921871c', true),
	('01a2027c-455c-7d04-b858-8a7dcad5e3d4', '01a2027c-455c-7847-a69d-ef85baa42dcb', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-701f-9b74-b98d69f88eb7', '01a2027c-455c-766e-84d7-1824f84aba62', true),
	('01a2027c-455c-7eda-9211-1f2cb24395ed', '01a2027c-455c-78dd-9f2c-3d8f2633dc7e', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a42-9e00-113ecc025c00', '01a2027c-455c-768c-9d67-04a5a3c53463', true),
	('01a2027c-455c-78b5-a7e2-efe40e64b1ea', '01a2027c-455c-792d-bb61-21a8e5c21490', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7309-9530-4756906bcae7', '01a2027c-455c-7433-a59d-497a7fc1bbd1', true),
	('01a2027c-455c-769d-ac52-65a9a912d80a', '01a2027c-455c-797e-a909-e11d0e5870ca', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7775-aa04-1952bffc5188', true),
	('01a2027c-455c-7e07-ab8b-a292b008a89d', '01a2027c-455c-7a03-aa67-6d5812dd3c61', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7755-9032-117a01c127d1', '01a2027c-455c-7e38-8516-2f8b9853150e', true),
	('01a2027c-455c-712a-a27b-f09a8c580f39', '01a2027c-455c-7a2e-b71d-667151bb7f99', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-78b7-a33a-5e13b48a8da4', '01a2027c-455c-75b5-8106-b33d14be9d0b', true),
	('01a2027c-455c-7bb5-8da9-7e2c27758b35', '01a2027c-455c-7a5b-a389-14415ea556c7', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d93-8f76-298c51c16e3c', '01a2027c-455c-7f64-8e40-631af55fb0b7', true),
	('01a2027c-455c-7a16-b591-2afb04659b78', '01a2027c-455c-7a6d-8ae3-98409c264f02', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', '01a2027c-455c-751a-934b-b0752619b36c', true),
	('01a2027c-455c-7643-92d6-9a7341c86bad', '01a2027c-455c-7ac5-8306-453521d8ff88', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7626-824f-efdb8a11af26', '01a2027c-455c-7885-bfba-92e2dd8deab4', true),
	('01a2027c-455c-744f-9833-abfab80920d3', '01a2027c-455c-7ad1-bea3-0d83273fd08b', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d21-bd32-f99e330d82ec', '01a2027c-455c-784c-9553-6443c8d9d4c5', true),
	('01a2027c-455c-7d0c-aeb4-ea17b35ee3c8', '01a2027c-455c-7b18-8283-bca840655159', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f64-978a-6bfb90bae408', '01a2027c-455c-7183-8cdb-56fdefe51f05', true),
	('01a2027c-455c-7fd1-9c89-aedfe7c8e23d', '01a2027c-455c-7b70-b590-3c7f1cdab0c9', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cab-a351-e555828c2c09', '01a2027c-455c-7381-9ded-d8d96f137c31', true),
	('01a2027c-455c-76f8-b609-806270a3254e', '01a2027c-455c-7bb2-a837-3755b24597c7', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7675-a692-5fdbf50da9a5', '01a2027c-455c-7d8d-bb4e-d9e9579d3f94', true),
	('01a2027c-455c-7efa-8b69-109e336d705a', '01a2027c-455c-7bdc-8975-1be606b9963a', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7490-9f4a-b51374420baf', '01a2027c-455c-724e-aa9a-11d6843cbc90', true),
	('01a2027c-455c-7d9a-a39f-7606ee49f0d3', '01a2027c-455c-7c0a-8c00-316897126c38', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72e4-8466-70a7ff9ae66f', '01a2027c-455c-7867-ad68-81c23b6fa652', true),
	('01a2027c-455c-792b-9e82-07ac727a1b54', '01a2027c-455c-7c3a-a3df-323347b2a624', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e55-9125-17677e28b013', '01a2027c-455c-70ab-8012-ec099d629146', true),
	('01a2027c-455c-7a05-a360-2dc410875d77', '01a2027c-455c-7cbd-8320-1f73b0e1f25a', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76a1-9b1c-0ab380b845fc', '01a2027c-455c-7f9e-ab1a-082d66823ba0', true),
	('01a2027c-455c-7815-82a8-5a18e4326f0a', '01a2027c-455c-7d18-88e2-5e9509feeb15', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76ff-91e0-6a1733d82c89', '01a2027c-455c-7cff-acb6-50d5f458fd9c', true),
	('01a2027c-455c-72f0-b1b3-e6a579a6357f', '01a2027c-455c-7d45-b6fa-1c090360d70d', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d76-b619-c30104061867', '01a2027c-455c-7102-afbe-b1cd4718f30e', true),
	('01a2027c-455c-73f4-851d-fd1f0db44c80', '01a2027c-455c-7d4d-bdd6-21b2eb7278eb', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-749b-a0f2-8f5fb45c685a', '01a2027c-455c-797c-a25e-5c9c45c585ee', true),
	('01a2027c-455c-7a0f-b624-5895d1978f88', '01a2027c-455c-7d59-ba3b-cdd6ebc7169f', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-74c5-b5c7-d1f07d9b07fa', '01a2027c-455c-7aeb-ae59-7eb6b077f37a', true),
	('01a2027c-455c-76e9-99ce-bd0aa80b2b53', '01a2027c-455c-7d7d-90a6-c96bd32b9cfc', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7c3e-80b8-e00f92a4c3b5', '01a2027c-455c-7b3b-981f-a98450bd1318', true),
	('01a2027c-455c-762d-9d8e-fa4f33ea94fa', '01a2027c-455c-7d96-a557-668daa1ffc26', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f2a-9022-33185f9179cd', '01a2027c-455c-7c36-bbeb-55e7423bd742', true),
	('01a2027c-455c-772a-a66f-a94110c65e0f', '01a2027c-455c-7e0f-b514-e6b5a175b45e', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d72-be28-6cf67c5c8f9c', '01a2027c-455c-7f07-b5f0-437deb6639ff', true),
	('01a2027c-455c-7195-8ef7-d90a6ce9bac6', '01a2027c-455c-7e17-8a81-c2e3d42e9d59', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e2b-b191-60b9c8d9c570', '01a2027c-455c-773f-a695-cbed345908ea', true),
	('01a2027c-455c-72c7-ad9d-650a8d551917', '01a2027c-455c-7e7c-8c7c-14782113e473', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-711d-b7b8-a04de1a6519d', '01a2027c-455c-74b2-8a6b-0837edef5f1b', true),
	('01a2027c-455c-753e-81e9-eb5725c31d8b', '01a2027c-455c-7f13-af0a-49e547a9cab6', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-78e8-996e-fce1dfc901f3', '01a2027c-455c-78d2-bf21-9833518b1019', true),
	('01a2027c-455c-7352-83ae-f513e11360eb', '01a2027c-455c-7f17-ac54-ec767e5de594', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '01a2027c-455c-7cb9-b33e-918e6b799a92', true),
	('01a2027c-455c-7dad-9893-5ea4c28beea0', '01a2027c-455c-7f56-80f3-2cce08c2868a', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a9f-9c91-c3697200c8b6', '01a2027c-455c-71bf-b3e2-7c089df28680', true),
	('01a2027c-455c-770f-b8b1-ec6374969507', '01a2027c-455c-7fd3-88cb-5e623be8694f', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7663-8959-5c3e28343cb9', '01a2027c-455c-780a-8ec7-81185ee252c9', true);


--
-- Data for Name: attachments; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_entries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_entries VALUES
	('01a2027c-457c-7799-885f-e0291f285995', 1795338028380, NULL, NULL, NULL, 'seed', NULL, 'ledger.found', NULL, NULL, 'access.by_right', 'house', 'done', '{"also": ["staff.employment_class nogata:2(5)"], "rows": 306, "staff": 60}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-464d-7044-9d11-3e5de780b2bd', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-787b-8041-1cf27242c482', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "c8d935a3b414029e38c8c72e5bcbe4319681fc9ff51797a3e0b7d8b7676eb690", "version": "01a2027c-455c-7e20-9c4e-373fc71aaeb6"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-466b-757d-a0dc-8863c03175fb', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7390-b1b4-de39ed0f56c6', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "8e8d8b16acbb1b863209caf286c688e09997350d61784eaf76a8940c7d9537c0", "version": "01a2027c-455c-729e-8825-4523f2edebcc"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4696-7751-b5c4-d95597fd7567', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "7125ed3f1c236d48f85413c6ee65b1a02d38d24e20d3d7eb777009ff5911309d", "version": "01a2027c-455c-7914-a9d2-6bd706e98eaa"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4681-7552-a09c-22de05902dfc', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-734f-9f25-2a216c970e25', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "ece86035790b1fe16161ac363c0f5d84f04eec05854518d13e9f1fe3a20939f6", "version": "01a2027c-455c-74d5-94b6-8dab47979ec6"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46a7-79da-acc1-069c094ac16a', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-72b7-acdf-9c63237aeb76', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "a4e11f3be41c5f8767dfbf4da8e4ed6e38d177ee794d1b6521674254c0a7afa5", "version": "01a2027c-455c-7842-91f6-0947c74d1e82"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46b6-756f-a5a9-4787e6ba6404', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7572-b3f2-3a2a06e5a68a', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "beb0ab52662661bc1f11b82694119be133fbcd4b12671d756a8c23cd09d49b5d", "version": "01a2027c-455c-740f-9b1d-674c8846304f"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46c2-772b-8ab1-479c6f4108b0', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7cfa-ad83-536dcaeebfbf', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "87ae046c95705aae9387a9ffbc0e5bb2b9f54a7efab311f8891c9b05b8f47eec", "version": "01a2027c-455c-7f8b-8711-f5198a72fb87"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46d4-7660-89ee-00eb480a53c3', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7560-8759-2aa50595f678', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "14fd46512fe36353e05bb304a305ed0da71a1e3d80f5d1ee79b2848ab82ad34a", "version": "01a2027c-455c-7659-acd2-9ce1b107f9c1"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46e6-7234-bc5f-164d10723627', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-74bd-b578-f67b65c05b63', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "a78217030b84b570db6cac26f803ef0ef47afae13e5cfcc2b66e5fd972f2ac92", "version": "01a2027c-455c-7245-9bf4-5d8071359deb"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46e5-73f4-99c4-76e131dbfddc', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7d61-bb84-bba30c307b4f', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "d186f2bd7d77ecc9257391101f7d51de01602fdcbf30704e65eb34142a25cf73", "version": "01a2027c-455c-751d-9fa8-0a61596a083c"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-471c-7c13-ae33-17c1cb05eb17', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-73fe-afeb-56d2d75ec5d5', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "5632eaaececaa213940a7d6ab71bb0a0f5c91be163d53c1b7341e1d5dae1b93c", "version": "01a2027c-455c-7a0e-ae62-b5c2dd961092"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46f1-7ca7-91a1-74aac15be374', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-75ac-84d2-59f66a5e22ea', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "dc9e84d716419ae52afc4dd8faf5285db457fc9a9d35b8da494546498358afd8", "version": "01a2027c-455c-70ce-a13d-c6badb9bb751"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-46f1-7c29-8f96-4316e0bf6aa9', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7a2f-a134-49debc9031b4', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "6b97b128fb8efe884aaac2f30f25bc218eedffdfe59b03c07e3f170aa359521f", "version": "01a2027c-455c-734d-8513-67ce772ba375"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4734-7bff-a8ef-6fd3bb3c5412', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-704e-8327-a708dcb4f0e2', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "cb972c0c5be0c9e6ce1d6ce89365ddec0d4b5c2aa8d070177c523bd7e596c487", "version": "01a2027c-455c-7811-ae54-514c6ab371a4"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4731-706f-ad79-b6e26c7d6604', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7525-8eba-81421eba88b1', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "62100f568f0e71c23152049b9106d4aa6d9da5010616dd57e5a1839cfe0ccf86", "version": "01a2027c-455c-7498-afef-c79865c1b8fb"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4742-7bb0-88dd-de212b04f16f', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-773c-a8db-08baccca981e', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "a5179b8615099832a88dc240b4253bab94ec8054aaa624f85a9e1b6aee30d531", "version": "01a2027c-455c-73e6-a5e9-bddcaf8d0f34"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-475e-7141-bc59-26ee08fabbe7', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-79a2-aa7a-32e2b6b6d4f2', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "13c9bd47b890f109b579af9149a0bbbd0bace2c89bab66c64654574373d5c1af", "version": "01a2027c-455c-74cc-937b-51a4d6b93065"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-476b-7b6c-b42e-bb98d4d63260', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7dd7-8c6d-e16ec6d88cc4', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "693e7b18c4f2e67dfb8dcc32e627ba56e34d94ce766b63ece121c1eb6fc4783b", "version": "01a2027c-455c-77a8-83d3-2f84b32784ce"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4769-7a92-aefb-6b846bfafb89', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7012-b14d-edb3d90689c5', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "68986ace40c56c8e8a028a9c115102a1918c9dcbe341c60faf24fdbeaf3f6907", "version": "01a2027c-455c-7781-befa-a439e9881cf4"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4748-727b-bc36-7453adb0a4de', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-71c6-952b-2405cfd4c904', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "632764d9bfc9d6b166e61115aff8ccae58aeca995fdea0b9238b4b4ddf676e5d", "version": "01a2027c-455c-7555-8ce9-18f65ebf890d"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4748-7dfe-8a81-8a18c4d2209a', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7612-a809-4b3623c9f64d', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "ec5256e0e66adb9d912a8469107f459df768be0a9d6155f96a27a498096a8478", "version": "01a2027c-455c-73b6-9869-1add95a9a546"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4773-7a5d-a092-0c9ab4fef082', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7e31-b399-c6151fa1ed0e', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "cb3a49aa648b2bfdb522028c8b83c0336c86b5deadebf9a45f881097dbc553e5", "version": "01a2027c-455c-7fda-89e4-2f305b38526e"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-475f-78d3-8d4f-5335eb3626cd', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-720f-9318-8e6c9cee4a32', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "abb77099090b529e332a9167ab7057df317a3bc24511d7592c24d1378504b023", "version": "01a2027c-455c-7a5c-a791-94390bad780c"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-476b-735e-a4b5-1f9590a139e1', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-76dd-928e-edb3cb2ce068', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "722f063da796269a654fcfde1c4acc2ebcfdd637b5b3ce8dbdf5aba922b297a1", "version": "01a2027c-455c-713c-9e22-a021ae836432"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-476a-78ed-8e49-227f899b0525', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7c5d-84b3-07232fae46a1', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "cd62fb00c1f365c0b6bd9fd4d5719a07ad71309d44b9b41968d2ad281f2af852", "version": "01a2027c-455c-7268-91b5-e410aab93656"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4813-789f-8df7-99c2269c527d', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-793e-86ee-4341f8fa98bb', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "7d61d29fd45844ed30e35fb35f49412fb11f1a63c4aa8e507945f359ee02ddd7", "version": "01a2027c-455c-7909-a092-c2262477762f"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-481f-76cd-b815-e710a36d54fc', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7f61-9b8b-a7fc0add5a64', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "93c06bb506a8420395faa0ddf6d8ce218fd69cc5ceeb19d22819151f9543c246", "version": "01a2027c-455c-7f0f-9620-d695e64aa8f6"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4ee2-7160-861e-4ab67d83be06', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, NULL, 'session.end', 'session', '01a2027c-455c-71e6-9078-0e71db76a9be', 'access.by_right', 'house', 'done', '{"also": ["session.misuse_watched nogata:10(3)"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4785-7cd6-a2e3-adba054b22a1', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-70fc-8e86-31323e723e1a', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "4c9d3de83ea28e4b7af92f1d8bc06c3a11a5aa1059547d938558b0c4a7a5c495", "version": "01a2027c-455c-73f2-93ef-cffce23f5c77"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-482d-70c3-b5d0-e52ff55737bc', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7186-b26f-db4a140d3261', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "5d199235cf5907b8fa144c379bee9c6dac0bdd8a7011442f725363b1ba8122b3", "version": "01a2027c-455c-7e3f-8e74-3ea3c9f73a60"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-51a8-7da3-b728-59df28607968', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'password.issue', 'account', '01a2027c-455c-7390-b1b4-de39ed0f56c6', 'administrator.residual_powers', 'nogata:5-2(4)', 'done', '{"also": ["access.by_right house", "access.by_right house"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-47a0-756b-b718-4efaa1f0edfa', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7f6a-b23f-d598570273f2', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "582a369003ce44cf73a002e7dac9e74a7091df048b34f859a1d94a10d2cdd8a7", "version": "01a2027c-455c-7ed9-9c19-6b8bd1856128"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4837-71e9-a5f0-719643b64faa', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7ccc-99e2-3f26cad42656', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "ec188a389a4dafe8d45459b4bdbafc65e6c075dccf74aa40fd83bbab6defb58f", "version": "01a2027c-455c-75f9-a2fd-c2dcf51eb332"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-50a7-7391-aea6-2ba309636406', 1795338028380, NULL, NULL, NULL, NULL, NULL, 'session.sign_in', 'session', '01a2027c-455c-7cc9-b1e2-2e1392497d87', 'suspension.by_supervisor', 'nogata:11', 'done', '{"also": ["account.others_approved nogata:7-1", "access.sign_in nogata:2(2)", "access.sign_in nogata:2(2)", "password.owners_alone nogata:2(4)", "session.misuse_watched nogata:10(3)"], "account": "01a2027c-455c-7c5d-84b3-07232fae46a1"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-47a1-7716-a384-3496dcf3188b', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-75c9-aa83-f5eea13f857f', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "546b63c8f889e91ec14772a4c0a7b14d6a41885f2b5512912e49bec550c0e459", "version": "01a2027c-455c-7d2f-964d-66a3716c6d7f"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4836-70e8-a7a1-585f7bc0a69a', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7c7e-866d-45d5e88fc371', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "01c39a29a036c76df11c3491a369fe78be564a818114a58fae8adbb05af2796c", "version": "01a2027c-455c-70d8-aaca-7497a08dfed5"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-53fd-7db9-b517-33134390945f', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'password.issue', 'account', '01a2027c-455c-767f-b339-bd0df39b6c4f', 'administrator.residual_powers', 'nogata:5-2(4)', 'done', '{"also": ["access.by_right house", "access.by_right house"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-595f-73da-b7ba-5962ae11ec63', 1795338028380, '01a2027c-455c-7309-9530-4756906bcae7', NULL, NULL, NULL, NULL, 'password.change', 'account', '01a2027c-455c-74d7-944f-99bf75972683', 'password.owners_alone', 'nogata:2(4)', 'done', '{}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a201c1-fc60-7a4c-bdb4-204e829cb604', 1795325820000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a201c1-fc60-76d5-9957-b62160ebc65a', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "2c75175b9ea23f31c444ee98626485a1f3a522be8a356b9873eb79ef55d65231", "version": "01a201c1-fc60-7900-b807-3a4007397e70"}', '01a201c1-fc60-748c-8f6d-6f68b606400e', NULL),
	('01a1f725-9dc0-7fbd-824c-42e65e7b00cc', 1795147800000, '01a2027c-455c-7384-bb4f-0a011c03a748', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7941-80c6-62f10f4f4c5e", "version_number": 1}', '01a1f725-9dc0-73bd-9b2e-2b287983fd6b', NULL),
	('01a2027c-47a3-7f0a-a58a-6aa3731382a0', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7966-b37e-f77a143be3db', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "72af0f701551cdc9271300416eb4b3493b7bda4d8e31749db2625b750fe0eaf9", "version": "01a2027c-455c-7676-b5ed-8f63adc60f60"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-47e3-7e51-9f71-4fce79705f21', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7169-a2cf-2fc72a995ccd', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "edbf4e41a72c08c6fc141b953c4b8266a3830322d6d492d9d0d6cc68fa43c40c", "version": "01a2027c-455c-7cee-b1bd-160ac11022bd"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-481e-7a6a-a8f9-f6c0614d5775', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-72b1-9437-c077a9166152', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "3a369fcfb4f49be39ac69d66a770d0f5f2eb79d3be7e141e89745d1983cd02e1", "version": "01a2027c-455c-73c0-a910-265f18b07093"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4844-7f99-b6e9-3cb12fc0b60b', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-73b4-b8b5-0c49f3970301', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"also": ["account.others_approved nogata:7-1"], "digest": "f669daa200c38774f4931b7354522ed3ec9b859e27e3af5c68a33c0884d61c2d", "version": "01a2027c-455c-7b54-b248-af48e1eea3c8"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-5962-72d9-bb80-c798705b7b4d', 1795338028380, '01a2027c-455c-7309-9530-4756906bcae7', NULL, NULL, NULL, NULL, 'session.end', 'session', '01a2027c-455c-7d39-8ca4-59205867b747', 'access.by_right', 'house', 'done', '{"also": ["session.misuse_watched nogata:10(3)"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a17156-3ec0-79bd-b060-3080dd719bba', 1792902840000, '01a2027c-455c-7cab-a351-e555828c2c09', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a17156-3ec0-70ee-9f0c-bd6d938c13e3', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a17156-3ec0-7999-8271-c3549c25b125', NULL),
	('01a1a549-3200-77f0-9897-d5eafd63ea5b', 1793774400000, '01a2027c-455c-701f-9b74-b98d69f88eb7', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1a549-3200-79e8-94be-7b8314099b72', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1a549-3200-7542-a3f3-d81b71ad9d47', NULL),
	('01a1ce08-b6c0-7e93-afbd-7154577ac176', 1794458040000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1ce08-b6c0-7d0e-8e51-6b21065d7306', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1ce08-b6c0-7471-848e-8a32336fa38d', NULL),
	('01a1e7db-bca0-799c-aa16-dc081eed081b', 1794891300000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1e7db-bca0-76aa-ad04-69bc3750acde', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1e7db-bca0-7a45-9aa1-7be356ef53d4', NULL),
	('01a1fd15-6440-7949-9e10-5a7de8bc1e50', 1795247400000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1fd15-6440-7ce2-aaa4-1f7f2daca7ba', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1fd15-6440-719f-bdf0-4f345b42767a', NULL),
	('01a1e28c-2dc0-70d7-ad4e-9c3d46b9016c', 1794802200000, '01a2027c-455c-7b54-aeb5-d6f772071924', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7c2e-b647-2965d2689657", "version_number": 1}', '01a1e28c-2dc0-7cd2-9a58-5cccca8763a7', NULL),
	('01a1e28c-2dc0-7eb0-b5eb-e6e325f36a9f', 1794802200000, '01a2027c-455c-7adc-8422-76f6f37b39df', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7ad6-b273-f9f76658679c", "version_number": 1}', '01a1e28c-2dc0-779b-bdda-89ea7925a0bc', NULL),
	('01a2009f-c380-72e4-a6ce-78ffaad663b8', 1795306800000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "8a19b0cd70b5dda406db261da17c466ef4b8a776e78c26980caa9ae1c309bdb0", "version": "01a2009f-c380-79a4-a227-34cece2a2e6d"}', '01a2009f-c380-79e2-8f74-14de9af086ff', NULL),
	('01a2027c-47b2-7cec-af64-c232deede4cd', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7f0e-b09b-907fae724684', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "8372809dce43818d580360fb733921c9c28518b86a407feb9f3f1d6bda87cc86", "version": "01a2027c-455c-770e-ba33-af615042fc8e"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4837-7fab-9766-78068dbe2a9f', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-78f1-9f1d-bf6db071ab5e', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "73bd729bb318297b0aff159aa8202ad0337d7d2b7a68b7003da11c02bf8a581a", "version": "01a2027c-455c-79d7-96e4-22b931beeba3"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-740d-bcaf-b859a0f1fbf5', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-73a6-8f0a-77732bccfc5b', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "adffc76b8dd3c22793b9337e26b3d6a0d04b575bdd4b653b286f72f74d62c9ec", "version": "01a0cb8f-e400-79ff-9e26-bda535b41d2f"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1c2d3-7380-7258-aede-5e83c2b5ceea', 1794270000000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "f6253b45c8c035b190bb02de9036dcbc8f648347696a0c7da3d61eb226af28ed", "version": "01a1c2d3-7380-7be0-a7b1-234562036886"}', '01a1c2d3-7380-7d39-8cee-be07c6cf46e8', NULL),
	('01a1e28c-2dc0-790d-b670-35947c6700e6', 1794802200000, '01a2027c-455c-7d93-8f76-298c51c16e3c', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7af9-b16b-a85581f02104", "version_number": 1}', '01a1e28c-2dc0-7f61-ade2-1b641675aa79', NULL),
	('01a1ecd8-e5c0-7d82-aaf1-b6accefb4f41', 1794975000000, '01a2027c-455c-7b83-ae5f-ceb34f17a8d6', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1d76c-e380-79ed-9141-1d9998939a40", "version_number": 1}', '01a1ecd8-e5c0-77d2-9146-f06691087b1f', NULL),
	('01a1f725-9dc0-7256-bc1c-e3ee82971982', 1795147800000, '01a2027c-455c-7a0c-8f8a-bc7d617501a9', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7466-ba14-46fdab864311", "version_number": 1}', '01a1f725-9dc0-779b-83aa-a9f8fff3d33e', NULL),
	('01a2027c-47be-73da-b160-fad2774171ff', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-74d7-944f-99bf75972683', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"also": ["account.others_approved nogata:7-1"], "digest": "8c472a50a1db48ad6925b4f866001f2f203d20a4719568a443d5d4d03305a3cb", "version": "01a2027c-455c-7176-aeb1-e2edae49f2a4"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4838-7451-909b-d4699deef1a4', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7248-84ea-c570b1bc7b69', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"also": ["account.others_approved nogata:7-1"], "digest": "5f44dcc92201ab6837155b378600b231f383e85b8da9133ae89e35e00ba32496", "version": "01a2027c-455c-71e1-9687-0954252e6484"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-7240-84ea-4fb8fa300284', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-761d-a1f3-83b397a03b87', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "68d66b4f7b72e53025d7056a3ab5ca4ed15b490724d8d46e63b55a3cfb9d30ff", "version": "01a0cb8f-e400-7b71-aad2-98945e133ba4"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1863c-9640-76b9-b7fe-068da14373c9', 1793253480000, '01a2027c-455c-7d18-9f6c-900400cb3969', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1863c-9640-75fa-af75-475f8e48ad61', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1863c-9640-7a1d-b86c-dd531a699874', NULL),
	('01a1b96f-46c0-7584-91b0-d58e8f695138', 1794112440000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1b96f-46c0-75bb-a38f-c01bfeace03f', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1b96f-46c0-7c60-b820-ec639d676877', NULL),
	('01a1d87b-e280-7f98-a9d3-86c97a57bde2', 1794633360000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1d87b-e280-7e63-934f-d45e98a48a9e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1d87b-e280-7f97-a0de-84a4ee3b9046', NULL),
	('01a1f22e-dd40-7670-9fdd-8cb5038f24fb', 1795064520000, '01a2027c-455c-7cab-a351-e555828c2c09', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1f22e-dd40-7ca4-9775-affbf46e4df9', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1f22e-dd40-7696-9705-b1e80691ea39', NULL),
	('01a201c1-fc60-7721-a27c-8a303ffce858', 1795325820000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a201c1-fc60-76d5-9957-b62160ebc65a', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a201c1-fc60-748c-8f6d-6f68b606400e', NULL),
	('01a1e28c-2dc0-7e5d-8386-72cffb4256d5', 1794802200000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-73c7-ae89-d0a712fd1f76", "version_number": 1}', '01a1e28c-2dc0-7c00-b9da-53a0a80f4cec', NULL),
	('01a1d76c-e380-7a55-8042-61ae89658c75', 1794615600000, '01a2027c-455c-7f64-978a-6bfb90bae408', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "3677ccc7c1e73f75fa79e6e7bd7d7a9de972b2361eb3f4b827ee56715931c299", "version": "01a1d76c-e380-7a60-9a47-b8f74f123bca"}', '01a1d76c-e380-77d3-99a4-e3714391455c', NULL),
	('01a1f725-9dc0-769b-aea2-564f9ba67808', 1795147800000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7ef0-9bc5-f27a19f6a24c", "version_number": 1}', '01a1f725-9dc0-7bb0-a907-47b4c0b839d9', NULL),
	('01a1fc4b-f9c0-7cdc-bbcf-4c77977f56f1', 1795234200000, '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-7677-b86a-3d2e5e9c5991", "version_number": 1}', '01a1fc4b-f9c0-765b-af35-77dff5faaf55', NULL),
	('01a2027c-47bd-7e16-b17e-20c82ff04d98', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7abb-be0e-1ba721e21ed1', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "bf119a079c7dec2b8c0f5ee2b611b7b9d3e2d5a25d564fa54e8c02052f0ad4b1", "version": "01a2027c-455c-7b3d-ad9c-985731bbb4a2"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4844-76cc-bb36-f9a8b2917591', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7dfe-b4ad-29ec58126863', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "ea0a5aef39e7ecea09b99a8837bbdcff60af3409a1bf75bc0ecee2364ffb59c9", "version": "01a2027c-455c-7396-ab03-24fdb3300a74"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-7b95-b752-d160cdfc1887', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-72cd-8904-a14b13e2d830', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "a66a77486708893b0f4dddf3d3f4d595061dea4a81dc216f350e19d173b421c7", "version": "01a0cb8f-e400-7a33-81fd-33b0e8a1519b"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1dd7b-cac0-7e52-897e-dcba6e626de1', 1794717240000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1dd7b-cac0-7fe2-b2b6-c798818a4022', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "192e770f211a79b83cef5dd367894d5a6d85ccac9bd989707046279aadc3752e", "version": "01a1dd7b-cac0-7cbc-86f9-159c906a043d"}', '01a1dd7b-cac0-76bc-b618-3fc7a413b75c', NULL),
	('01a1f74e-d0a0-731e-907d-f5d9f1e2ea7b', 1795150500000, '01a2027c-455c-78e8-996e-fce1dfc901f3', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1f74e-d0a0-7656-8cb2-9e62817aab89', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "92310e1bfaf25a2eddf01ba53755ff481f3c6f5cc7adf83f7102791c3d0a378f", "version": "01a1f74e-d0a0-7f9a-9add-922c181b1682"}', '01a1f74e-d0a0-7f59-a063-bb184831b0c0', NULL),
	('01a1e28c-2dc0-753d-a216-c0345c6374e4', 1794802200000, '01a2027c-455c-7d1a-a917-caed928ef2e6', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7104-af06-ced430792af1", "version_number": 1}', '01a1e28c-2dc0-7483-be3c-f8ead9e5b896', NULL),
	('01a1d76c-e380-7548-90b6-c5b39685d7ca', 1794615600000, '01a2027c-455c-7f64-978a-6bfb90bae408', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 5}', '01a1d76c-e380-77d3-99a4-e3714391455c', NULL),
	('01a1f725-9dc0-7bdb-9b69-dbaaa7770306', 1795147800000, '01a2027c-455c-7ec6-8aef-d82978b70a2c', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7f73-a566-493f11773d61", "version_number": 1}', '01a1f725-9dc0-796c-a5c1-6c9c822d8f3b', NULL),
	('01a20172-55c0-77f8-826b-4117001ffd06', 1795320600000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "digest": "43d6fda062f3fdbd60ce04a027c35da6240d5cbf6456f425cff3efade3ad807e", "version": "01a20172-55c0-79f0-a875-7fd7ee771715", "recipient": "01a1fb79-6780-7873-83d5-3583466f1cd0", "version_number": 1}', '01a20172-55c0-700c-8b08-b905638ebd54', NULL),
	('01a2027c-47c5-70c3-95a1-568f76ac94a7', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-764f-8abc-174e057448da', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "87e12c7a1c7cfee1d283352be921f6692c49de07b833f276aa117942a45eb004", "version": "01a2027c-455c-73d1-a8ba-11025f351f0d"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-47ea-756b-8c9f-70b365fdc3c2', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7395-a417-fe813689003f', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "7ccc5431b20905851defe57a6baf2eec01d80ec1c488f9371bf0f32a7204dfd3", "version": "01a2027c-455c-7930-a629-632b426ac258"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-482a-74c2-b08c-978f5ba7a376', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-77e2-bf43-422e493404b3', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"also": ["account.others_approved nogata:7-1"], "digest": "9d726e2b155df8d600fb6ad0e8a1fc74665babf6a1a8a88b2d64c8cbb34275ae", "version": "01a2027c-455c-753f-a570-1b320b0df79b"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-5212-709a-94ca-2b842793df58', 1795338028380, NULL, NULL, NULL, NULL, NULL, 'session.sign_in', 'session', '01a2027c-455c-7e40-85a2-abf0cf426e00', 'suspension.by_supervisor', 'nogata:11', 'done', '{"also": ["account.others_approved nogata:7-1", "access.sign_in nogata:2(2)", "access.sign_in nogata:2(2)", "password.owners_alone nogata:2(4)", "session.misuse_watched nogata:10(3)"], "account": "01a2027c-455c-7390-b1b4-de39ed0f56c6"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-7af3-a7b7-2fd17d67308c', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-73d5-b7ee-786dffcffaaa', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "985d4b36d2de7e4505973047c7cc09ca914a7f3ec71292ff3eb3b2b5400c37ec", "version": "01a0cb8f-e400-73d6-a3aa-d1001b690a3b"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1bebc-1680-7095-ac2b-0441a0dc36eb', 1794201360000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1bebc-1680-7b95-97fa-2e549a43c2b9', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1bebc-1680-7aa6-b923-ae971871fe48', NULL),
	('01a1b360-5f80-7cde-a676-59635eee0f66', 1794010800000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 2}', '01a1b360-5f80-7c0a-8978-69ebc546aead', NULL),
	('01a1e28c-2dc0-7bea-b95f-b250106e4b59', 1794802200000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7357-b3a4-4920945e2a57", "version_number": 1}', '01a1e28c-2dc0-7d2e-957a-3ac5ba243c27', NULL),
	('01a1ecd8-e5c0-79d4-88c6-9ff08097d6fa', 1794975000000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1d76c-e380-746f-9d81-9678a703873f", "version_number": 1}', '01a1ecd8-e5c0-7e83-ac99-5c8086074719', NULL),
	('01a1f12c-af80-79b6-a37d-e0ff87d35c0b', 1795047600000, '01a2027c-455c-7663-8959-5c3e28343cb9', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "6560b9545fff62a784fb75b0271990a13f05538a094b15812bd4e64623a36e7c", "version": "01a1f12c-af80-747a-beda-87d6ebeb600e"}', '01a1f12c-af80-7d21-8877-484a8c216c29', NULL),
	('01a1fc4b-f9c0-7ea7-a8ca-1cccc947a888', 1795234200000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-71d8-b067-b8dfc766f88e", "version_number": 1}', '01a1fc4b-f9c0-74d6-be95-babffe3de905', NULL),
	('01a2027c-47c7-75cc-96d5-43994a360ec1', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-79c2-9951-a64cdd005499', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "f23d78c37fa8137aa70854b7eeca1a6be5e270a05c69f262fac105a25eeaae9f", "version": "01a2027c-455c-755d-abec-0d143879cdb0"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-484e-7007-8b6d-b582e27a0dc1', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7c80-9ed9-6b2e50cdccaa', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "fa6cb9902c0b163a9cb13ebe48ce7e8a6f2dad9cadec0c2300d00253e89e30d4", "version": "01a2027c-455c-7f64-a49d-9ea31c8b630f"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-754d-b927-e3e91a872675', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-7a77-b5b6-075bd426031a', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "1c39d057c8b1fbe846eff8f5ece0ba088f690f835a488f190ab803051a85bd7e", "version": "01a0cb8f-e400-7bb0-96a5-b17ea2b6242f"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1903c-66c0-7342-b6a0-02a59abe44b4', 1793421240000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1903c-66c0-7789-93ca-31323fd4dce7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "e219c5d0de8c8bedf0901f307861a2c708e2d530b9cd0c0cd9860526e309a098", "version": "01a1903c-66c0-70dd-bc87-8bbade08013c"}', '01a1903c-66c0-7980-a2ab-e134301986ad', NULL),
	('01a1dd7b-cac0-76e3-9b53-8de8ac6d628c', 1794717240000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1dd7b-cac0-7fe2-b2b6-c798818a4022', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1dd7b-cac0-76bc-b618-3fc7a413b75c', NULL),
	('01a1f74e-d0a0-76d3-813d-3ef47df7f5b8', 1795150500000, '01a2027c-455c-78e8-996e-fce1dfc901f3', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1f74e-d0a0-7656-8cb2-9e62817aab89', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1f74e-d0a0-7f59-a063-bb184831b0c0', NULL),
	('01a1e28c-2dc0-77a3-ae98-69361ebd3ac2', 1794802200000, '01a2027c-455c-7cf5-bf47-e22c0b4604e9', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7b5d-928b-aab42ed15520", "version_number": 1}', '01a1e28c-2dc0-7f69-9751-b705ea3583fb', NULL),
	('01a1f725-9dc0-7c8b-a817-837d8df47958', 1795147800000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7470-bda1-38956a522e17", "version_number": 1}', '01a1f725-9dc0-7298-a1db-6d241723281a', NULL),
	('01a1fb79-6780-7765-b6b2-fe8828d7079f', 1795220400000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "82c85aa21b8324038aba0ece92311f08e0aa9de84f07d6cc7977453481a45fb9", "version": "01a1fb79-6780-792a-819b-fc65717ca474"}', '01a1fb79-6780-7d70-b4a4-1e6a276ef17b', NULL),
	('01a2027c-47d3-755f-88f1-b724b1da80bf', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-73a4-bd5e-95e26030e458', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "87f5551040a3d6e81d1aec0a1179297f688f969622786d9c3b3457f81a4f195e", "version": "01a2027c-455c-7cda-b035-921844e3e9a1"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4856-7c94-833d-f2a2f9ef4a8f', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7c35-9713-3baac7719b09', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "6316e105ccb2ae9eaede6d0246602b553ac0279ea0a6db24daf3f18fb2b948ab", "version": "01a2027c-455c-75cf-9445-d112eac59cec"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4edc-7650-bcc9-9f0036e1630b', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, NULL, 'password.change', 'account', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', 'password.owners_alone', 'nogata:2(4)', 'done', '{}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-77d6-8bc4-c54026dcd27f', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-7b8b-a6e1-112fafa0c3e2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "e6ee2b4fdfb8a64ef5fd1def75868a3221945fb35ea6a0c3ae94c470af6bc555", "version": "01a0cb8f-e400-769e-8f47-4d16b5d3dbed"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1903c-66c0-7266-aaa5-c527315cd8fd', 1793421240000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1903c-66c0-7789-93ca-31323fd4dce7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1903c-66c0-7980-a2ab-e134301986ad', NULL),
	('01a1bebc-1680-717a-9536-34dd93e8a321', 1794201360000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1bebc-1680-7b95-97fa-2e549a43c2b9', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "762991e6223cf579ab9ab55377c712b287c12a68eab27fd0a84330756f78209e", "version": "01a1bebc-1680-7f71-99a3-32e2c94215c7"}', '01a1bebc-1680-7aa6-b923-ae971871fe48', NULL),
	('01a1f725-9dc0-70ae-a410-c9671d42d883', 1795147800000, '01a2027c-455c-749b-a0f2-8f5fb45c685a', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7b2f-baaf-101e097b0730", "version_number": 1}', '01a1f725-9dc0-7a9f-bb7e-7353d7489644', NULL),
	('01a1f12c-af80-7e59-befb-31b1b9208249', 1795047600000, '01a2027c-455c-7663-8959-5c3e28343cb9', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 4}', '01a1f12c-af80-7d21-8877-484a8c216c29', NULL),
	('01a2027c-47eb-7040-b32b-bf8a8d129cfa', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7c42-a4a0-e405231813d8', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "723629f28f34d05850335907304126fb8620e23dc4f28b7c567e9583a2e367ea", "version": "01a2027c-455c-761d-9cdb-9bd33f24fb74"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4859-75c2-baf7-e9c957176ca2', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-754f-af0a-0299c69838eb', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "3b63696a08035dd2947479ae70bf99fd623e4487118e97d0aaea4cdad5a28649", "version": "01a2027c-455c-79dc-b113-a13cdceaee23"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-5141-7c12-8e89-4b0a3adc8492', 1795338028380, '01a2027c-455c-7675-a692-5fdbf50da9a5', NULL, NULL, NULL, NULL, 'password.change', 'account', '01a2027c-455c-7c5d-84b3-07232fae46a1', 'password.owners_alone', 'nogata:2(4)', 'done', '{}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a166e3-1300-753c-9df4-a6143ebb6f22', 1792727520000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a166e3-1300-7a91-a3e4-390e0ec181c0', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "d54e6c58d310680210b0d2ac3a39d3c8ddfce7a800673a5d3b2d68a16ed1171c", "version": "01a166e3-1300-70f5-9026-61ee3735a2de"}', '01a166e3-1300-7c91-b683-89ad4ed2639f', NULL),
	('01a19a75-e4e0-7533-bd45-b550efbe49b2', 1793592780000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a19a75-e4e0-75fc-af3f-cf3e5196312b', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "99e9fd959f338802ebf5e7a2d99dc0878a691ae1e6453b5f9950c7f917132d75", "version": "01a19a75-e4e0-746a-bce1-45b98033048d"}', '01a19a75-e4e0-7575-ae11-a262182b2da4', NULL),
	('01a1c41c-2020-7986-b182-f492b9804b80', 1794291540000, '01a2027c-455c-7663-8959-5c3e28343cb9', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1c41c-2020-73ad-a04c-6246fdf4f027', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "f8c79827227ef739492cec3954af1bf7f8688b905988619120781bd2c05f3bcb", "version": "01a1c41c-2020-7948-80b8-28ee1a4d33f7"}', '01a1c41c-2020-7ed0-9560-b61baa4ddd93', NULL),
	('01a1e2a2-26c0-7592-932f-f016d32b4f44', 1794803640000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1e2a2-26c0-76ce-8b03-03e2da9989c1', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "8b17ec7ccb1f15f7b06dfb5193e2a7d924a466db3c77cb5b0a2a7c40257662cb", "version": "01a1e2a2-26c0-77a0-98d9-1ed2d05567cd"}', '01a1e2a2-26c0-720f-b0da-d75fb28afe7d', NULL),
	('01a1f73b-96c0-7f22-91b6-b936f7e35aac', 1795149240000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1f73b-96c0-7735-ab90-d012ccb0eaac', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "fa4a4e4554073d73e4f75bf1e703909904bd56aeb1584d85f3a7a0d4ed3ad896", "version": "01a1f73b-96c0-7701-b5db-e4993ab268e3"}', '01a1f73b-96c0-7b91-8ec8-e8724abf90e6', NULL),
	('01a1dd65-d1c0-76f2-9b5b-6d3f649069d2', 1794715800000, '01a2027c-455c-7ffc-be1c-1756ac2be1be', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "digest": "54af80c6df33a4dcefb4b4adfa69630ea2924a2af34cbbe9a7cf7ca9608b80e0", "version": "01a1dd65-d1c0-7e97-aef1-b656f94a9ef3", "recipient": "01a1b360-5f80-721e-af85-985c9db64fe0", "version_number": 1}', '01a1dd65-d1c0-7f42-b090-553170b359ec', NULL),
	('01a1f725-9dc0-725f-bdbf-67737fd25041', 1795147800000, '01a2027c-455c-7490-9f4a-b51374420baf', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7896-b356-3886ef73a8c5", "version_number": 1}', '01a1f725-9dc0-7df0-84ea-236d04df46f0', NULL),
	('01a1fc4b-f9c0-7df0-b0a5-9d683e94f8a5', 1795234200000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-782b-abb8-8db2debfda04", "version_number": 1}', '01a1fc4b-f9c0-7f84-b88f-fc3e88b2c248', NULL),
	('01a2027c-4805-7308-acd3-15f658f28f46', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-795a-ab60-49a84233f2b0', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "fd6fbfabf37121a3417521f418e5e56edfd6d2114e7302e5f5170130a4028946", "version": "01a2027c-455c-7d34-8a4b-c5333704dbd7"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a166e3-1300-7764-8c2a-4353dc232a33', 1792727520000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a166e3-1300-7a91-a3e4-390e0ec181c0', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a166e3-1300-7c91-b683-89ad4ed2639f', NULL),
	('01a19a75-e4e0-75a8-b097-bcfd05b452fb', 1793592780000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a19a75-e4e0-75fc-af3f-cf3e5196312b', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a19a75-e4e0-7575-ae11-a262182b2da4', NULL),
	('01a1c41c-2020-78a7-a92e-5600e7d11a7b', 1794291540000, '01a2027c-455c-7663-8959-5c3e28343cb9', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1c41c-2020-73ad-a04c-6246fdf4f027', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1c41c-2020-7ed0-9560-b61baa4ddd93', NULL),
	('01a1e2a2-26c0-7f97-bedc-53fb0b345834', 1794803640000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1e2a2-26c0-76ce-8b03-03e2da9989c1', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1e2a2-26c0-720f-b0da-d75fb28afe7d', NULL),
	('01a1f73b-96c0-75e0-975f-00593b4c439a', 1795149240000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1f73b-96c0-7735-ab90-d012ccb0eaac', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1f73b-96c0-7b91-8ec8-e8724abf90e6', NULL),
	('01a1e28c-2dc0-7bf5-a2ee-7cca608dfb19', 1794802200000, '01a2027c-455c-7ec6-8aef-d82978b70a2c', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7317-802a-460febe70487", "version_number": 1}', '01a1e28c-2dc0-72c7-8344-5b6930425697', NULL),
	('01a1e6df-f780-7480-89c7-e4165e132824', 1794874800000, '01a2027c-455c-7cab-a351-e555828c2c09', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "d80d38cfde74cddde1057389f8d3a1b7f7993d7f23878850a66d177a51d859eb", "version": "01a1e6df-f780-7228-a7dd-44d07ff24b6e"}', '01a1e6df-f780-7eff-8fcf-d5e2b7b9bbe9', NULL),
	('01a1f725-9dc0-74a1-891e-b9ba3e212847', 1795147800000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-798e-bdac-89aa55f00fa3", "version_number": 1}', '01a1f725-9dc0-774a-8388-ae0cb849bdf2', NULL),
	('01a1f653-0b80-72d4-94d5-1a49cdd8c62f', 1795134000000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 21}', '01a1f653-0b80-7dac-b21d-c7352c367a0f', NULL),
	('01a2027c-4812-7ec2-bc33-95dcf795c5ae', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7fe7-854b-ea92876fe553', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "9916d66ac30eddfbe064c4eefcb8cfc409ed4b5db823284d9e68ab2202163ba7", "version": "01a2027c-455c-77b6-a289-913648aabf06"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-5339-71dd-86cb-526577305b37', 1795338028380, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, NULL, NULL, 'password.change', 'account', '01a2027c-455c-7390-b1b4-de39ed0f56c6', 'password.owners_alone', 'nogata:2(4)', 'done', '{}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a17156-3ec0-79e1-ae11-fd97c1121779', 1792902840000, '01a2027c-455c-7cab-a351-e555828c2c09', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a17156-3ec0-70ee-9f0c-bd6d938c13e3', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "9773c1248a2cac0b46af4dc043ecd487a3302a180e94b271771276d343e977b0", "version": "01a17156-3ec0-7b1e-9185-1ee765e6fe01"}', '01a17156-3ec0-7999-8271-c3549c25b125', NULL),
	('01a1a549-3200-7460-ae9b-17fa34c74da3', 1793774400000, '01a2027c-455c-701f-9b74-b98d69f88eb7', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1a549-3200-79e8-94be-7b8314099b72', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "6fa2c5e6e08b11d87bd74b4fec4cab8e6fea903f695402555b6011cc0211be24", "version": "01a1a549-3200-7e45-b5f3-b212261d5448"}', '01a1a549-3200-7542-a3f3-d81b71ad9d47', NULL),
	('01a1ce08-b6c0-7880-8478-a3a311b8dceb', 1794458040000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1ce08-b6c0-7d0e-8e51-6b21065d7306', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "bebb91f3613ffb2d21104316bc34da4eba966852ea2a1b95292e5806e241c1ed", "version": "01a1ce08-b6c0-7d80-a61e-e985e4128edb"}', '01a1ce08-b6c0-7471-848e-8a32336fa38d', NULL),
	('01a1e7db-bca0-7df0-b0ef-7cf51b2bdf2a', 1794891300000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1e7db-bca0-76aa-ad04-69bc3750acde', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "61b6d6e640bcedc4d4ebe890208d4bfd1339a9c56bb2c3535a52c62998563768", "version": "01a1e7db-bca0-705c-8dfe-7c796b8131ff"}', '01a1e7db-bca0-7a45-9aa1-7be356ef53d4', NULL),
	('01a1fd15-6440-791b-94eb-f86d8ab44728', 1795247400000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1fd15-6440-7ce2-aaa4-1f7f2daca7ba', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "03c705a5d914a08d6193c4feb58c7c04332100c0b64f5a8dd21d83d59a70ba47", "version": "01a1fd15-6440-7a8f-af23-9dd54c811f99"}', '01a1fd15-6440-719f-bdf0-4f345b42767a', NULL),
	('01a1fc4b-f9c0-74c9-840a-6b24edd25b27', 1795234200000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-7c89-bc85-6472616101d4", "version_number": 1}', '01a1fc4b-f9c0-7256-85c1-ad1b1bbe592f', NULL),
	('01a2027c-481f-7870-b207-65dc680cbdb7', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-718d-ba2d-8411e4950811', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "b668bd59c39b762455f0baf60773728ae6ad6cc0f8b6f0269b472682e06ae009", "version": "01a2027c-455c-71d9-99b5-b75802f6b9cc"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-533d-7527-8c7b-ba52efb51ee2', 1795338028380, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, NULL, NULL, 'session.end', 'session', '01a2027c-455c-7e40-85a2-abf0cf426e00', 'access.by_right', 'house', 'done', '{"also": ["session.misuse_watched nogata:10(3)"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a17b7c-8300-7fc1-844b-73a1a2766cba', 1793073120000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a17b7c-8300-7118-a544-d951fdf5111d', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "316abe101cab13565f38f4520b44c2c19deacd3cebed3b398d415572a004c458", "version": "01a17b7c-8300-7635-a49b-4163c93698c0"}', '01a17b7c-8300-7683-bae2-045e48716957', NULL),
	('01a1af22-8ec0-7cb9-ac44-06a47eeb3691', 1793939640000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1af22-8ec0-7613-a9f4-1558ed3c6b17', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "156dfd55adbc3f3d37a6b5860c0cbfbf0f890d95f4b82682bd41aa435dc91644", "version": "01a1af22-8ec0-7592-8c8a-4f0c51207f25"}', '01a1af22-8ec0-7151-a315-24fa0445a5e5', NULL),
	('01a1d31b-d8e0-7876-89f3-cf06e1a23ae3', 1794543180000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1d31b-d8e0-7758-9f9e-211d77f7bcd0', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "0f5b607b8a7844b763454077b9e889e53f221d1d505341ba451c264d4162e346", "version": "01a1d31b-d8e0-77e8-9b34-bdb9513f718c"}', '01a1d31b-d8e0-7a01-890d-8935b6dcc7b7', NULL),
	('01a1ed75-73e0-781f-8978-f53b3ace6aaf', 1794985260000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1ed75-73e0-7600-8426-a6c510cf482e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "b3a53466a4a93f63c98038151af207d08bfff1c0c04b2d8643bf9118575e3e85", "version": "01a1ed75-73e0-721a-934e-84e2999a84c1"}', '01a1ed75-73e0-7902-b04f-8f551a00e304', NULL),
	('01a1c2d3-7380-767c-a6ed-b1b17a245db2', 1794270000000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 21}', '01a1c2d3-7380-7d39-8cee-be07c6cf46e8', NULL),
	('01a1e28c-2dc0-768c-8f25-a2598f43a3ee', 1794802200000, '01a2027c-455c-7384-bb4f-0a011c03a748', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7a59-9529-d41ff0941fca", "version_number": 1}', '01a1e28c-2dc0-7abd-b3cd-be1e67296006', NULL),
	('01a1e6df-f780-7752-b2f3-34e9a68ae3ef', 1794874800000, '01a2027c-455c-7cab-a351-e555828c2c09', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 21}', '01a1e6df-f780-7eff-8fcf-d5e2b7b9bbe9', NULL),
	('01a2027c-481f-72ca-a969-d2299629952d', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-767f-b339-bd0df39b6c4f', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "1f5f3706248b4b86a14e3b47e73d65a1628c13e8337f3430d3db0b58640f6a0a", "version": "01a2027c-455c-737e-b579-c854ce350a8f"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4fcd-7549-bcde-2bea684b4a4b', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'password.issue', 'account', '01a2027c-455c-7c5d-84b3-07232fae46a1', 'administrator.residual_powers', 'nogata:5-2(4)', 'done', '{"also": ["access.by_right house", "access.by_right house"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a17b7c-8300-7d11-9f6d-3f553a03c844', 1793073120000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a17b7c-8300-7118-a544-d951fdf5111d', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a17b7c-8300-7683-bae2-045e48716957', NULL),
	('01a1af22-8ec0-7915-a64c-a01e40d2d783', 1793939640000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1af22-8ec0-7613-a9f4-1558ed3c6b17', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1af22-8ec0-7151-a315-24fa0445a5e5', NULL),
	('01a1d31b-d8e0-7872-9e4d-182c87b685b2', 1794543180000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1d31b-d8e0-7758-9f9e-211d77f7bcd0', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1d31b-d8e0-7a01-890d-8935b6dcc7b7', NULL),
	('01a1ed75-73e0-750e-8b79-56d8d90024db', 1794985260000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1ed75-73e0-7600-8426-a6c510cf482e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1ed75-73e0-7902-b04f-8f551a00e304', NULL),
	('01a1fc9b-a060-7b36-aec5-f93c3df52972', 1795239420000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'board.publish', 'board.post', '01a1fc9b-a060-7fe4-ba25-64f4b9bc3bea', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house", "function.board nogata:3(2)"]}', '01a1fc9b-a060-7d4d-8f18-dd60de35558f', NULL),
	('01a1e28c-2dc0-765a-9646-e66a50ecebee', 1794802200000, '01a2027c-455c-7a0c-8f8a-bc7d617501a9', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7600-874f-7541643e5f31", "version_number": 1}', '01a1e28c-2dc0-7cc4-8a26-da660a920318', NULL),
	('01a1f725-9dc0-7d1a-80b4-236f6e2dfdf0', 1795147800000, '01a2027c-455c-7d1a-a917-caed928ef2e6', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7fba-a062-be622cab18f6", "version_number": 1}', '01a1f725-9dc0-71da-af6f-bf4271e8f021', NULL),
	('01a1fc4b-f9c0-7760-9d86-10137a008487', 1795234200000, '01a2027c-455c-7ffc-be1c-1756ac2be1be', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-735a-b4e6-22fdd821db60", "version_number": 1}', '01a1fc4b-f9c0-78ac-96ac-95e059829512', NULL),
	('01a20172-55c0-7b3a-990d-54cca7e43a6e', 1795320600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "digest": "42a885e1950de33bc7e963fb19d72f3af05b292458d2ea04730c80d099db66b0", "version": "01a20172-55c0-78da-9c88-8da34b652002", "recipient": "01a2009f-c380-7cc3-86fe-3f042ed4ad79", "version_number": 1}', '01a20172-55c0-70a9-b6c1-7fa7e005e827', NULL),
	('01a2027c-481f-7667-b5d7-cf5a3ee09d6e', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7c37-8e1e-7403194fc95e', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "81c781515be3b9a0fd8d033dea7fd584ff83cc8d5987c57ba4636fe15a1e27e5", "version": "01a2027c-455c-795d-85c6-0c322e0bf083"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4917-75b6-a397-94b9cd0a0e9a', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'password.issue', 'account', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', 'administrator.residual_powers', 'nogata:5-2(4)', 'done', '{"also": ["access.by_right house", "access.by_right house"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-515e-7abe-8474-7d61168719f9', 1795338028380, '01a2027c-455c-7675-a692-5fdbf50da9a5', NULL, NULL, NULL, NULL, 'session.end', 'session', '01a2027c-455c-7cc9-b1e2-2e1392497d87', 'access.by_right', 'house', 'done', '{"also": ["session.misuse_watched nogata:10(3)"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a1b360-5f80-7bbb-9f7f-5a98a4b616de', 1794010800000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "10d361eac3558be8fa3acb7772bb11ef8412adaaf530a847179a0d9404992538", "version": "01a1b360-5f80-7376-abb7-c28fd70fe51c"}', '01a1b360-5f80-7c0a-8978-69ebc546aead', NULL),
	('01a1e28c-2dc0-774f-a320-8d4e6ab02c3e', 1794802200000, '01a2027c-455c-749b-a0f2-8f5fb45c685a', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7de4-85f0-39e7a4f98015", "version_number": 1}', '01a1e28c-2dc0-7b97-8732-6ffbf7ee7799', NULL),
	('01a1e28c-2dc0-7d8c-86e8-51be32deb690', 1794802200000, '01a2027c-455c-7446-a85b-c86d1395eae7', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7429-9509-d177bb1e4a1b", "version_number": 1}', '01a1e28c-2dc0-7875-8e41-0f6c77171b78', NULL),
	('01a2027c-482d-7a43-8e40-d04d164bb056', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7ed2-be98-9f161d8773f1', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"also": ["account.others_approved nogata:7-1"], "digest": "36a0be03f93f6d5ccfc993cc5f15afad20c764387f8a904e0509847aa3890d3c", "version": "01a2027c-455c-7e95-96a5-ab3cc73bd780"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4ae7-783b-afa6-6775630a0aa2', 1795338028380, NULL, NULL, NULL, NULL, NULL, 'session.sign_in', 'session', '01a2027c-455c-71e6-9078-0e71db76a9be', 'suspension.by_supervisor', 'nogata:11', 'done', '{"also": ["account.others_approved nogata:7-1", "access.sign_in nogata:2(2)", "access.sign_in nogata:2(2)", "password.owners_alone nogata:2(4)", "session.misuse_watched nogata:10(3)"], "account": "01a2027c-455c-773f-85d5-bb49ddb2e7ff"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a1e28c-2dc0-76cf-9cc9-6cd867545908', 1794802200000, '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-73b1-86e8-ffb483be6159", "version_number": 1}', '01a1e28c-2dc0-7da5-b532-5b35bf3be20e', NULL),
	('01a1e28c-2dc0-7c9e-8be6-7987b72c80f9', 1794802200000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7042-86c4-531324092e5a", "version_number": 1}', '01a1e28c-2dc0-7a82-8291-ec0c48d264f0', NULL),
	('01a1fc4b-f9c0-7e48-ba5c-e4e986b40045', 1795234200000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f12c-af80-73c1-9bc7-2e31d5cc6b62", "version_number": 1}', '01a1fc4b-f9c0-7439-a3e3-077482a95d16', NULL),
	('01a1fc4b-f9c0-7704-99bc-233653759b51', 1795234200000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-7be8-99bb-cc3e69fb58d4", "version_number": 1}', '01a1fc4b-f9c0-7fa4-961d-774147b57fa3', NULL),
	('01a1fb79-6780-7efc-a678-9a5168ae2c91', 1795220400000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 5}', '01a1fb79-6780-7d70-b4a4-1e6a276ef17b', NULL),
	('01a2027c-5532-712f-aeee-45d9c263d4af', 1795338028380, NULL, NULL, NULL, NULL, NULL, 'session.sign_in', 'session', '01a2027c-455c-7137-86c1-4e333d0690a0', 'suspension.by_supervisor', 'nogata:11', 'done', '{"also": ["account.others_approved nogata:7-1", "access.sign_in nogata:2(2)", "access.sign_in nogata:2(2)", "password.owners_alone nogata:2(4)", "session.misuse_watched nogata:10(3)"], "account": "01a2027c-455c-767f-b339-bd0df39b6c4f"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a1dd65-d1c0-783b-aed5-8c2eb40d4af8', 1794715800000, '01a2027c-455c-76ff-91e0-6a1733d82c89', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "digest": "ec5169580831b2ede62a4a172fd09a30f52392f72c3a14481f9b990df66288f5", "version": "01a1dd65-d1c0-77a4-ab50-63f70bdc3e2f", "recipient": "01a1b360-5f80-7466-a8e9-788b8ba471e1", "version_number": 1}', '01a1dd65-d1c0-7dc5-b23b-bd585e2e127a', NULL),
	('01a1f725-9dc0-7be4-9df8-5f46df409934', 1795147800000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7873-b8ba-1c6b6d3f0855", "version_number": 1}', '01a1f725-9dc0-792d-ad3c-2a045906dec8', NULL),
	('01a1fc4b-f9c0-7435-9660-7f77e89f1a11', 1795234200000, '01a2027c-455c-709e-8fba-c17229b8f9d1', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f12c-af80-78cf-b71e-db93d2cedf5b", "version_number": 1}', '01a1fc4b-f9c0-7120-941d-7bd94e2b120e', NULL),
	('01a2027c-5766-7c1c-b491-630e3196e449', 1795338028380, '01a2027c-455c-71f8-b42b-1f7a3d6ac629', NULL, NULL, NULL, NULL, 'password.change', 'account', '01a2027c-455c-767f-b339-bd0df39b6c4f', 'password.owners_alone', 'nogata:2(4)', 'done', '{}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a1e28c-2dc0-79aa-a6b4-3ea272b1c97c', 1794802200000, '01a2027c-455c-7490-9f4a-b51374420baf', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7088-aa4b-f325630373ea", "version_number": 1}', '01a1e28c-2dc0-797a-afbb-3f594e740191', NULL),
	('01a1e28c-2dc0-74c7-9fe8-d5cac419858e', 1794802200000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7a7e-bbee-9cdf8ccea0a4", "version_number": 1}', '01a1e28c-2dc0-781a-99d6-7130d6b81ccc', NULL),
	('01a1ecd8-e5c0-7839-8caf-faef04add618', 1794975000000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1d76c-e380-764a-a545-d734bb6b96bc", "version_number": 1}', '01a1ecd8-e5c0-7cdf-a7b4-863dbf192a84', NULL),
	('01a1f725-9dc0-7ed6-b487-e31c9307afb1', 1795147800000, '01a2027c-455c-7adc-8422-76f6f37b39df', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-7f2f-ae2d-2462ed39689c", "version_number": 1}', '01a1f725-9dc0-7fed-9053-c0efbe479808', NULL),
	('01a2027c-576d-752f-8ae9-4f2b5b7c603e', 1795338028380, '01a2027c-455c-71f8-b42b-1f7a3d6ac629', NULL, NULL, NULL, NULL, 'session.end', 'session', '01a2027c-455c-7137-86c1-4e333d0690a0', 'access.by_right', 'house', 'done', '{"also": ["session.misuse_watched nogata:10(3)"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a1fc9b-a060-7b2c-ac7d-07a2ab5b0eb7', 1795239420000, '01a2027c-455c-7898-943f-326b21f3930e', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1fc9b-a060-7fe4-ba25-64f4b9bc3bea', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "13dd0ab5a574e284b13c29eb00c29eeda2ebd45a6cdcfcf8f4471ae99c58497a", "version": "01a1fc9b-a060-77e9-8122-1d9a531d14ef"}', '01a1fc9b-a060-7d4d-8f18-dd60de35558f', NULL),
	('01a1e28c-2dc0-757d-a228-50c265f547c9', 1794802200000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7a4f-a8f5-9fdf72d04e24", "version_number": 1}', '01a1e28c-2dc0-746e-977f-438c1df3b9bc', NULL),
	('01a1f725-9dc0-7d45-904a-57cd688df566', 1795147800000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-733b-9745-c1c22ec806f5", "version_number": 1}', '01a1f725-9dc0-7e22-ab1a-85ba5c1b0794', NULL),
	('01a1f653-0b80-7f1e-9ea1-ffb05d812d74', 1795134000000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'circulation.draft', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house"], "digest": "24e0532e4b2196a217c91a4b6374d0274ca2c3f7612650431d5cfd8ca80c3c6c", "version": "01a1f653-0b80-71de-bc69-09ccf175f3c4"}', '01a1f653-0b80-7dac-b21d-c7352c367a0f', NULL),
	('01a1fc4b-f9c0-7d0e-8d3d-78b570f20ae0', 1795234200000, '01a2027c-455c-7a0c-8f8a-bc7d617501a9', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-7951-8055-d22d1e18e532", "version_number": 1}', '01a1fc4b-f9c0-78cc-9f5d-6b718748c53c', NULL),
	('01a2009f-c380-7fc4-908f-137b70b2563e', 1795306800000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'circulation.send', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "steps": 1, "people": 21}', '01a2009f-c380-79e2-8f74-14de9af086ff', NULL),
	('01a2027c-57b8-7207-ac76-3a0ddcaf0438', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'password.issue', 'account', '01a2027c-455c-74d7-944f-99bf75972683', 'administrator.residual_powers', 'nogata:5-2(4)', 'done', '{"also": ["access.by_right house", "access.by_right house"]}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-73a6-b623-4a6ddbd79f31', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-7c26-8001-ccc92ca62040', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "5e527542cc215a8c777e4f9947a8f50bcc7334742e773d23599cdee6cd473568", "version": "01a0cb8f-e400-7584-b158-28ced4dd35f5"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1d87b-e280-7b68-8544-c535b55fcf46', 1794633360000, '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1d87b-e280-7e63-934f-d45e98a48a9e', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "8f4d477d190ec607bdf51dadb06998f2984b9d011075a4ec3c8609443609a59f", "version": "01a1d87b-e280-707a-9303-b5ba60dbb082"}', '01a1d87b-e280-7f97-a0de-84a4ee3b9046', NULL),
	('01a1e28c-2dc0-7685-90a7-e04338c40140', 1794802200000, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-738f-8229-abe99f61ac63", "version_number": 1}', '01a1e28c-2dc0-7174-873a-480f97727c0f', NULL),
	('01a1e28c-2dc0-7e48-9be2-d2f1695652f2', 1794802200000, '01a2027c-455c-73a1-81b8-08e84f521e60', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7e46-a7e7-f160e4802406", "version_number": 1}', '01a1e28c-2dc0-783c-8895-f3de06a3567a', NULL),
	('01a1f725-9dc0-74e6-b2e8-3be64801f602', 1795147800000, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-79dc-964e-8f1f34a154fb", "version_number": 1}', '01a1f725-9dc0-7232-81c4-ce93be841044', NULL),
	('01a1f725-9dc0-7669-80c1-f995fb027dd0', 1795147800000, '01a2027c-455c-7d93-8f76-298c51c16e3c', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-73d6-99dc-b343b33e1c0a", "version_number": 1}', '01a1f725-9dc0-71aa-9039-16dc6059704d', NULL),
	('01a1fc4b-f9c0-7e36-940f-f7a69d6eb36f', 1795234200000, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-7cf3-804e-57ec6d1f3fea", "version_number": 1}', '01a1fc4b-f9c0-7b38-a626-d6e9afe8781c', NULL),
	('01a20172-55c0-7d18-8b5c-30456d22b26f', 1795320600000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "digest": "70ec6e93b84ef0522e0ff4eeebb5cc78550171459cd67d5e3f3c74f68202694e", "version": "01a20172-55c0-7d8d-a28a-f8061aca36b9", "recipient": "01a2009f-c380-7a98-965a-8ec5f4dbc9dc", "version_number": 1}', '01a20172-55c0-7267-9917-c722e46c19bb', NULL),
	('01a2027c-586b-7ced-821c-a664acb43c29', 1795338028380, NULL, NULL, NULL, NULL, NULL, 'session.sign_in', 'session', '01a2027c-455c-7d39-8ca4-59205867b747', 'suspension.by_supervisor', 'nogata:11', 'done', '{"also": ["account.others_approved nogata:7-1", "access.sign_in nogata:2(2)", "access.sign_in nogata:2(2)", "password.owners_alone nogata:2(4)", "session.misuse_watched nogata:10(3)"], "account": "01a2027c-455c-74d7-944f-99bf75972683"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a0cb8f-e400-7458-bf6a-5e759da45cd6', 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'board.category.add', 'board.category', '01a0cb8f-e400-7f60-a2df-30fe9ad66b06', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["function.by_administrator nogata:5-2(3)"], "digest": "2ad54037d088567d10d626d222618d9c395fb80e823361c2fa85810ea4e9c042", "version": "01a0cb8f-e400-75c2-a2f1-ac9633f26940"}', '01a0cb8f-e400-71ca-a5ec-fde714a46e4a', NULL),
	('01a1863c-9640-7b66-85b6-4c737501ee91', 1793253480000, '01a2027c-455c-7d18-9f6c-900400cb3969', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1863c-9640-75fa-af75-475f8e48ad61', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "4380eda45ad6f63c70912b2e3fd75a327ce81640d07e3ec96b9da3592713e5f1", "version": "01a1863c-9640-764d-a0b5-564f022739ef"}', '01a1863c-9640-7a1d-b86c-dd531a699874', NULL),
	('01a1b96f-46c0-7f4f-8613-1a92909ae93e', 1794112440000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1b96f-46c0-75bb-a38f-c01bfeace03f', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "5d3a1bd3e4fb914af20f5448dbb235ddfcd93bead685c0e269f9f8ed422080cb", "version": "01a1b96f-46c0-713c-925f-51294dac4a45"}', '01a1b96f-46c0-7c60-b820-ec639d676877', NULL),
	('01a1f22e-dd40-7069-b6a6-4ca720123dd0', 1795064520000, '01a2027c-455c-7cab-a351-e555828c2c09', NULL, NULL, NULL, NULL, 'board.draft', 'board.post', '01a1f22e-dd40-7ca4-9775-affbf46e4df9', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "access.by_right house"], "digest": "8cd782d44f65822493695fbf5b39a3e04e4c7c1406f889802100f591036be9b0", "version": "01a1f22e-dd40-7290-a2a7-de8c713a4628"}', '01a1f22e-dd40-7696-9705-b1e80691ea39', NULL),
	('01a1e28c-2dc0-7255-9da8-b450d93c3e5c', 1794802200000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-7540-810e-6415f3c39968", "version_number": 1}', '01a1e28c-2dc0-7145-959a-158c3054b156', NULL),
	('01a1e28c-2dc0-7eeb-b8e5-f77c8710a481', 1794802200000, '01a2027c-455c-7ffc-be1c-1756ac2be1be', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1c2d3-7380-714e-85d1-14436b837de2", "version_number": 1}', '01a1e28c-2dc0-7441-8ab4-74b66c15ddef', NULL),
	('01a1f725-9dc0-71c1-9ea2-5046315ff3fc', 1795147800000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1e6df-f780-75f6-9eb2-e80711a16c7a", "version_number": 1}', '01a1f725-9dc0-7cb9-a855-3b552bc722df', NULL),
	('01a1fc4b-f9c0-7d22-ae24-f58ed1a16315', 1795234200000, '01a2027c-455c-73a1-81b8-08e84f521e60', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "recipient": "01a1f653-0b80-73be-8551-9e29df5356bb", "version_number": 1}', '01a1fc4b-f9c0-7540-8490-9057a6ea545c', NULL),
	('01a20172-55c0-7745-b780-dc86b216c4f0', 1795320600000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, NULL, NULL, 'circulation.confirm', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', 'access.sign_in', 'nogata:2(2)', 'done', '{"also": ["access.by_right house", "function.circulation nogata:3(3)"], "digest": "d90aaf94d0b7bf14dc8afe6d26d7f5edb648d593be753867b1253f896095a92f", "version": "01a20172-55c0-752a-880b-212f000837ac", "recipient": "01a2009f-c380-7a68-aae7-aad96e656d26", "version_number": 1}', '01a20172-55c0-75d0-aaae-7eb4ae0b3eb7', NULL),
	('01a2027c-47a0-7284-a5fd-2e0c22c9513f', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7418-acc8-0c43ddeb0b29', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "c571700302a6570af7e7267ddc6723452f406804afa353dff877e28c22d6141e", "version": "01a2027c-455c-7f70-9e06-cd56e9bd138b"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL),
	('01a2027c-4837-7f2b-bd13-2579bf7444d3', 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, NULL, 'system_administrator', 'account.open', 'account', '01a2027c-455c-7fc4-89a8-7e81754f7f9d', 'account.id_by_administrator', 'nogata:2(3)', 'done', '{"digest": "12c23ad27810404ff546edf3fd6582c0f1d323892a4023ef964fd403e9372203", "version": "01a2027c-455c-794c-9d50-7186bdb5568c"}', '01a2027c-455c-7cea-93b8-a53646024c81', NULL);


--
-- Data for Name: audit_heads; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_keys; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_links; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: board_approvals; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: board_categories; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.board_categories VALUES
	('01a0cb8f-e400-73a6-8f0a-77732bccfc5b', '全庁のお知らせ', 'Notices to all', 1, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1),
	('01a0cb8f-e400-7c26-8001-ccc92ca62040', '総務・人事', 'General affairs and personnel', 2, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1),
	('01a0cb8f-e400-7f60-a2df-30fe9ad66b06', '情報システム', 'Information systems', 3, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1),
	('01a0cb8f-e400-761d-a1f3-83b397a03b87', '研修・講座', 'Training', 4, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1),
	('01a0cb8f-e400-72cd-8904-a14b13e2d830', '福利厚生', 'Welfare of staff', 5, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1),
	('01a0cb8f-e400-73d5-b7ee-786dffcffaaa', '様式・手引', 'Forms and guides', 6, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1),
	('01a0cb8f-e400-7a77-b5b6-075bd426031a', 'イベント・行事', 'Events', 7, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1),
	('01a0cb8f-e400-7b8b-a6e1-112fafa0c3e2', '落とし物・その他', 'Lost property and other', 8, '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', '{"posts": [], "units": [], "groups": [], "people": [], "everyone": true}', true, 'none', false, 1);


--
-- Data for Name: board_check_figures; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: board_marks; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: board_posts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.board_posts VALUES
	('01a166e3-1300-7a91-a3e4-390e0ec181c0', '01a0cb8f-e400-73a6-8f0a-77732bccfc5b', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '議会定例会の日程について', '12月定例会は、12月1日に開会し、18日に閉会する予定です。一般質問の通告は11月26日の正午に締め切られます。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1792727520000, 1, 1, 1, 1792727520000, 1792727520000, 2, NULL, NULL, NULL),
	('01a17156-3ec0-70ee-9f0c-bd6d938c13e3', '01a0cb8f-e400-73d5-b7ee-786dffcffaaa', '01a2027c-455c-7cab-a351-e555828c2c09', '01a2027c-455c-7cab-a351-e555828c2c09', NULL, '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課', '契約事務の手引を改訂しました', '契約事務の手引を改訂しました。少額の随意契約の見積りの取り方と、電子契約の手順を加えました。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1792902840000, 1, 1, 1, 1792902840000, 1792902840000, 2, NULL, NULL, NULL),
	('01a17b7c-8300-7118-a544-d951fdf5111d', '01a0cb8f-e400-7c26-8001-ccc92ca62040', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '公用車の安全運転について', '10月に、駐車場内での接触事故が2件ありました。発進の前には、車の周りを確認してください。運転日報の記入も忘れずにお願いします。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1793073120000, 1, 1, 1, 1793073120000, 1793073120000, 2, NULL, NULL, NULL),
	('01a1863c-9640-75fa-af75-475f8e48ad61', '01a0cb8f-e400-7a77-b5b6-075bd426031a', '01a2027c-455c-7d18-9f6c-900400cb3969', '01a2027c-455c-7d18-9f6c-900400cb3969', NULL, '01a2027c-455c-753b-a411-39faa955a2e2', '生涯学習課', '市民音楽祭のボランティアを募集します', '12月13日(日)の市民音楽祭で、会場の案内をする職員を募集します。午前と午後のどちらかだけの参加もできます。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1793253480000, 1, 1, 1, 1793253480000, 1793253480000, 2, NULL, NULL, NULL),
	('01a1903c-66c0-7789-93ca-31323fd4dce7', '01a0cb8f-e400-761d-a1f3-83b397a03b87', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '接遇研修の参加者を募集します', '窓口に携わる職員を対象に、接遇研修を行います。12月8日(火)と9日(水)の2回で、内容は同じです。定員は各30人です。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1793421240000, 1, 1, 1, 1793421240000, 1793421240000, 2, NULL, NULL, NULL),
	('01a19a75-e4e0-75fc-af3f-cf3e5196312b', '01a0cb8f-e400-7f60-a2df-30fe9ad66b06', '01a2027c-455c-7898-943f-326b21f3930e', '01a2027c-455c-7898-943f-326b21f3930e', NULL, '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '複合機の更新の日程について', '各階の複合機を順に更新します。更新の当日は、半日ほど印刷ができません。日程は添付の表のとおりです。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1793592780000, 1, 1, 1, 1793592780000, 1793592780000, 2, NULL, NULL, NULL),
	('01a1a549-3200-79e8-94be-7b8314099b72', '01a0cb8f-e400-73a6-8f0a-77732bccfc5b', '01a2027c-455c-701f-9b74-b98d69f88eb7', '01a2027c-455c-701f-9b74-b98d69f88eb7', NULL, '01a2027c-455c-79f2-9458-3792b20fa4ee', '企画政策課', '総合計画の中間見直しに係る職員の意見募集', '総合計画の中間見直しに当たり、職員の皆さんの意見を募集します。様式は問いません。所属と氏名は公表しません。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1793774400000, 1, 1, 1, 1793774400000, 1793774400000, 2, NULL, NULL, NULL),
	('01a1af22-8ec0-7613-a9f4-1558ed3c6b17', '01a0cb8f-e400-72cd-8904-a14b13e2d830', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '職員健康診断の再検査について', '健康診断の結果、再検査の対象となった方には個別に通知しました。12月25日までに受診し、結果を提出してください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1793939640000, 1, 1, 1, 1793939640000, 1793939640000, 2, NULL, NULL, NULL),
	('01a1b96f-46c0-75bb-a38f-c01bfeace03f', '01a0cb8f-e400-7b8b-a6e1-112fafa0c3e2', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '落とし物のお知らせ(第2会議室)', '第2会議室に、黒い折り畳み傘の忘れ物がありました。心当たりの方は、総務課へお越しください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794112440000, 1, 1, 1, 1794112440000, 1794112440000, 2, NULL, NULL, NULL),
	('01a1bebc-1680-7b95-97fa-2e549a43c2b9', '01a0cb8f-e400-73d5-b7ee-786dffcffaaa', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '公文書の保存期間の見直しについて', '保存期間が満了する文書の一覧を配布しました。延長が必要なものは、理由を添えて12月11日までに総務課へ回答してください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794201360000, 1, 1, 1, 1794201360000, 1794201360000, 2, NULL, NULL, NULL),
	('01a1c41c-2020-73ad-a04c-6246fdf4f027', '01a0cb8f-e400-7a77-b5b6-075bd426031a', '01a2027c-455c-7663-8959-5c3e28343cb9', '01a2027c-455c-7663-8959-5c3e28343cb9', NULL, '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', 'マイナンバーカードの休日窓口を開きます', '11月22日(日)の9時から12時まで、市民課でマイナンバーカードの休日窓口を開きます。応援に入る職員の名簿を添付のとおり定めました。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794291540000, 1, 1, 1, 1794291540000, 1794291540000, 2, NULL, NULL, NULL),
	('01a1ce08-b6c0-7d0e-8e51-6b21065d7306', '01a0cb8f-e400-7c26-8001-ccc92ca62040', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '時間外勤務の縮減月間について', '11月は時間外勤務の縮減月間です。毎週水曜日は定時退庁日です。所属長は、業務の進み具合を確認し、応援の体制を整えてください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794458040000, 1, 1, 1, 1794458040000, 1794458040000, 2, NULL, NULL, NULL),
	('01a1d31b-d8e0-7758-9f9e-211d77f7bcd0', '01a0cb8f-e400-73a6-8f0a-77732bccfc5b', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '防災訓練の実施結果について', '10月25日の総合防災訓練の結果をまとめました。参加者は214人で、避難所の開設までに要した時間は昨年度より6分短くなりました。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794543180000, 1, 1, 1, 1794543180000, 1794543180000, 2, NULL, NULL, NULL),
	('01a1d87b-e280-7e63-934f-d45e98a48a9e', '01a0cb8f-e400-761d-a1f3-83b397a03b87', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '新任係長研修の資料を掲載しました', '11月10日に行った新任係長研修の資料を掲載しました。欠席された方は、資料を確認の上、感想を人事課研修厚生係へ提出してください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794633360000, 1, 1, 1, 1794633360000, 1794633360000, 2, NULL, NULL, NULL),
	('01a1dd7b-cac0-7fe2-b2b6-c798818a4022', '01a0cb8f-e400-7f60-a2df-30fe9ad66b06', '01a2027c-455c-7898-943f-326b21f3930e', '01a2027c-455c-7898-943f-326b21f3930e', NULL, '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '不審なメールにご注意ください', '配送業者を装った不審なメールが届いています。添付ファイルを開いたり、本文中の宛先に接続したりしないでください。

開いてしまったときは、ネットワークから切り離し、すぐに情報担当へ連絡してください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794717240000, 1, 1, 1, 1794717240000, 1794717240000, 2, NULL, NULL, NULL),
	('01a1e2a2-26c0-76ce-8b03-03e2da9989c1', '01a0cb8f-e400-7b8b-a6e1-112fafa0c3e2', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '庁舎東側の通路の工事について', '11月24日から12月4日まで、庁舎東側の通路を通行止めにします。来庁者には正面玄関をご案内ください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794803640000, 1, 1, 1, 1794803640000, 1794803640000, 2, NULL, NULL, NULL),
	('01a1e7db-bca0-76aa-ad04-69bc3750acde', '01a0cb8f-e400-73d5-b7ee-786dffcffaaa', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '旅費の請求書の様式を改めました', '旅費の請求書の様式を改めました。12月1日以降の出張から、新しい様式を使用してください。

主な変更点:

- 経路の記載欄を広げました。
- 宿泊料の領収書を添付する欄を設けました。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794891300000, 1, 1, 1, 1794891300000, 1794891300000, 2, NULL, NULL, NULL),
	('01a1ed75-73e0-7600-8426-a6c510cf482e', '01a0cb8f-e400-72cd-8904-a14b13e2d830', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', 'インフルエンザ予防接種の費用の助成について', '共済組合では、予防接種の費用を1人2,000円まで助成します。領収書の写しを添えて、1月29日までに申請してください。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1794985260000, 1, 1, 1, 1794985260000, 1794985260000, 2, NULL, NULL, NULL),
	('01a1f22e-dd40-7ca4-9775-affbf46e4df9', '01a0cb8f-e400-73a6-8f0a-77732bccfc5b', '01a2027c-455c-7cab-a351-e555828c2c09', '01a2027c-455c-7cab-a351-e555828c2c09', NULL, '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課', '令和9年度当初予算の要求について', '令和9年度当初予算の要求書の提出期限は12月4日(金)です。

- 要求書は課ごとに取りまとめてください。
- 新規の事業は、事業の目的、効果、後年度の負担を別紙に記載してください。
- ヒアリングの日程は追ってお知らせします。', '[]', 'pressing', true, false, NULL, NULL, NULL, 1795878000000, 'published', 1795064520000, 1, 1, 1, 1795064520000, 1795064520000, 2, NULL, NULL, NULL),
	('01a1f74e-d0a0-7656-8cb2-9e62817aab89', '01a0cb8f-e400-7a77-b5b6-075bd426031a', '01a2027c-455c-78e8-996e-fce1dfc901f3', '01a2027c-455c-78e8-996e-fce1dfc901f3', NULL, '01a2027c-455c-7893-9dd9-530d44ef0ec9', '商工観光課', '市民まつり実行委員会からのお礼', '11月15日の市民まつりには、多くの職員の皆さんにご協力いただきました。来場者は約1万2千人でした。ありがとうございました。

反省会は12月3日(木)の15時から、第1会議室で行います。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1795150500000, 1, 1, 1, 1795150500000, 1795150500000, 2, NULL, NULL, NULL),
	('01a1f73b-96c0-7735-ab90-d012ccb0eaac', '01a0cb8f-e400-7c26-8001-ccc92ca62040', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '年末調整の書類の提出について', '年末調整の申告書を配布しました。11月27日(金)までに、必要な証明書を添えて人事課給与係へ提出してください。

今年度から、保険料控除証明書の電子データも受け付けます。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1795149240000, 1, 1, 1, 1795149240000, 1795149240000, 2, NULL, NULL, NULL),
	('01a1fd15-6440-7ce2-aaa4-1f7f2daca7ba', '01a0cb8f-e400-761d-a1f3-83b397a03b87', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '情報セキュリティ研修(e-ラーニング)の受講について', '全職員を対象に、情報セキュリティ研修を実施します。会計年度任用職員の方も対象です。

受講期間は12月18日までです。所要時間は40分程度です。受講後の確認テストで80点以上を取ると修了となります。', '[]', 'shared', true, false, NULL, NULL, NULL, NULL, 'published', 1795247400000, 1, 1, 1, 1795247400000, 1795247400000, 2, NULL, NULL, NULL),
	('01a1fc9b-a060-7fe4-ba25-64f4b9bc3bea', '01a0cb8f-e400-7f60-a2df-30fe9ad66b06', '01a2027c-455c-7898-943f-326b21f3930e', '01a2027c-455c-7898-943f-326b21f3930e', NULL, '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '11月29日(日)のシステム停止のお知らせ', 'サーバの保守のため、次のとおりグループウェアを停止します。

- 日時: 11月29日(日) 8時から12時まで
- 対象: 掲示板、回覧を含むすべての機能

停止中は新しい文書を作成できません。作業中の下書きは前日までに保存してください。', '[]', 'shared', true, true, '2026-11-27', NULL, NULL, NULL, 'published', 1795239420000, 1, 1, 1, 1795239420000, 1795239420000, 2, NULL, NULL, NULL),
	('01a201c1-fc60-76d5-9957-b62160ebc65a', '01a0cb8f-e400-73a6-8f0a-77732bccfc5b', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '年末年始の閉庁日と当番体制について', '年末年始の閉庁日は12月29日から1月3日までです。

各課は、閉庁中の連絡先と当番の名簿を12月11日(金)までに総務課へ提出してください。様式は「様式・手引」に掲載しています。

- 窓口の案内文は11月30日までに掲示してください。
- 公用車の鍵は12月28日の17時までに返却してください。', '[]', 'pressing', true, false, NULL, NULL, NULL, 1795878000000, 'published', 1795325820000, 1, 1, 1, 1795325820000, 1795325820000, 2, NULL, NULL, NULL);


--
-- Data for Name: board_reads; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.board_reads VALUES
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a166e3-1300-7a91-a3e4-390e0ec181c0', 1792727520000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7cab-a351-e555828c2c09', '01a17156-3ec0-70ee-9f0c-bd6d938c13e3', 1792902840000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a17b7c-8300-7118-a544-d951fdf5111d', 1793073120000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7d18-9f6c-900400cb3969', '01a1863c-9640-75fa-af75-475f8e48ad61', 1793253480000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7b94-837e-f52e7a2053c0', '01a1903c-66c0-7789-93ca-31323fd4dce7', 1793421240000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7898-943f-326b21f3930e', '01a19a75-e4e0-75fc-af3f-cf3e5196312b', 1793592780000, 1, NULL, NULL, NULL),
	('01a2027c-455c-701f-9b74-b98d69f88eb7', '01a1a549-3200-79e8-94be-7b8314099b72', 1793774400000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7b94-837e-f52e7a2053c0', '01a1af22-8ec0-7613-a9f4-1558ed3c6b17', 1793939640000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a1b96f-46c0-75bb-a38f-c01bfeace03f', 1794112440000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a1bebc-1680-7b95-97fa-2e549a43c2b9', 1794201360000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7663-8959-5c3e28343cb9', '01a1c41c-2020-73ad-a04c-6246fdf4f027', 1794291540000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7b94-837e-f52e7a2053c0', '01a1ce08-b6c0-7d0e-8e51-6b21065d7306', 1794458040000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a1d31b-d8e0-7758-9f9e-211d77f7bcd0', 1794543180000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7b94-837e-f52e7a2053c0', '01a1d87b-e280-7e63-934f-d45e98a48a9e', 1794633360000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7898-943f-326b21f3930e', '01a1dd7b-cac0-7fe2-b2b6-c798818a4022', 1794717240000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a1e2a2-26c0-76ce-8b03-03e2da9989c1', 1794803640000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a1e7db-bca0-76aa-ad04-69bc3750acde', 1794891300000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7b94-837e-f52e7a2053c0', '01a1ed75-73e0-7600-8426-a6c510cf482e', 1794985260000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7cab-a351-e555828c2c09', '01a1f22e-dd40-7ca4-9775-affbf46e4df9', 1795064520000, 1, NULL, NULL, NULL),
	('01a2027c-455c-78e8-996e-fce1dfc901f3', '01a1f74e-d0a0-7656-8cb2-9e62817aab89', 1795150500000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7b94-837e-f52e7a2053c0', '01a1f73b-96c0-7735-ab90-d012ccb0eaac', 1795149240000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7b94-837e-f52e7a2053c0', '01a1fd15-6440-7ce2-aaa4-1f7f2daca7ba', 1795247400000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7898-943f-326b21f3930e', '01a1fc9b-a060-7fe4-ba25-64f4b9bc3bea', 1795239420000, 1, NULL, NULL, NULL),
	('01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a201c1-fc60-76d5-9957-b62160ebc65a', 1795325820000, 1, NULL, NULL, NULL);


--
-- Data for Name: circulation_recipients; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.circulation_recipients VALUES
	('01a1b360-5f80-721e-af85-985c9db64fe0', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', '01a2027c-455c-7ffc-be1c-1756ac2be1be', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', '福田 純一', '01a2027c-455c-73c5-a2d0-28feec77c453', '土木課', '土木課長', 0, 0, 'confirmed', 1794010800000, NULL, 1794715800000, '01a2027c-455c-7ffc-be1c-1756ac2be1be', NULL, NULL, 1, '変更はありません。', NULL, 2),
	('01a1b360-5f80-7466-a8e9-788b8ba471e1', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', '01a2027c-455c-76ff-91e0-6a1733d82c89', '01a2027c-455c-7cff-acb6-50d5f458fd9c', '上田 光', '01a2027c-455c-76ab-8ea9-cd33510026c5', '土木課 庶務係', '庶務係長', 1, 0, 'confirmed', 1794010800000, NULL, 1794715800000, '01a2027c-455c-76ff-91e0-6a1733d82c89', NULL, NULL, 1, '変更はありません。', NULL, 2),
	('01a1c2d3-7380-738f-8229-abe99f61ac63', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', '01a2027c-455c-751a-934b-b0752619b36c', '野口 雄太', '01a2027c-455c-79f2-9458-3792b20fa4ee', '企画政策課', '企画政策課長', 0, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-73c7-ae89-d0a712fd1f76', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-77ac-9982-d20f164edc15', '01a2027c-455c-764e-9829-c526417dda60', '渡辺 和也', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '情報政策課長', 1, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7de4-85f0-39e7a4f98015', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-749b-a0f2-8f5fb45c685a', '01a2027c-455c-797c-a25e-5c9c45c585ee', '小林 誠', '01a2027c-455c-7230-8772-fbd625ab7c2c', '広報広聴課', '広報広聴課長', 2, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-749b-a0f2-8f5fb45c685a', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-73b1-86e8-ffb483be6159', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', '01a2027c-455c-7629-b57d-fb9d2294d241', '林 ひかり', '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '総務課長', 3, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7088-aa4b-f325630373ea', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7490-9f4a-b51374420baf', '01a2027c-455c-724e-aa9a-11d6843cbc90', '丸山 瞳', '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課', '財政課長', 4, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7490-9f4a-b51374420baf', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7c2e-b647-2965d2689657', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7b54-aeb5-d6f772071924', '01a2027c-455c-7517-9d29-9b33c37f87cf', '三浦 涼太', '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '人事課長', 5, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7b54-aeb5-d6f772071924', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7a4f-a8f5-9fdf72d04e24', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-72e4-8466-70a7ff9ae66f', '01a2027c-455c-7867-ad68-81c23b6fa652', '藤本 浩二', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', '市民課長', 6, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7540-810e-6415f3c39968', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '01a2027c-455c-7cb9-b33e-918e6b799a92', '吉田 茜', '01a2027c-455c-7cf6-82c7-5513307af940', '税務課', '税務課長', 7, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7104-af06-ced430792af1', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7d1a-a917-caed928ef2e6', '01a2027c-455c-742d-aa6c-6fa012cf72c1', '渡辺 幸男', '01a2027c-455c-744c-804b-157c661437b2', '保険年金課', '保険年金課長', 8, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7d1a-a917-caed928ef2e6', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7357-b3a4-4920945e2a57', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7755-9032-117a01c127d1', '01a2027c-455c-7e38-8516-2f8b9853150e', '酒井 由美子', '01a2027c-455c-7489-832e-ca90a573165b', '福祉課', '福祉課長', 9, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7a7e-bbee-9cdf8ccea0a4', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7e55-9125-17677e28b013', '01a2027c-455c-70ab-8012-ec099d629146', '増田 孝', '01a2027c-455c-7c28-8cbd-a86206efcccf', '子ども課', '子ども課長', 10, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7317-802a-460febe70487', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7ec6-8aef-d82978b70a2c', '01a2027c-455c-7806-805b-2eb5db9c28d6', '福田 進', '01a2027c-455c-7762-9cbe-a6224649c3c9', '介護保険課', '介護保険課長', 11, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7ec6-8aef-d82978b70a2c', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7ad6-b273-f9f76658679c', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7adc-8422-76f6f37b39df', '01a2027c-455c-76a1-b190-84dad8a8bb09', '後藤 勇', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '商工観光課', '商工観光課長', 12, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7adc-8422-76f6f37b39df', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7600-874f-7541643e5f31', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', '01a2027c-455c-7190-b24e-04a0ac97f80f', '後藤 彩香', '01a2027c-455c-7801-9b6c-b256dfbe170d', '農政課', '農政課長', 13, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7a0c-8f8a-bc7d617501a9', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-714e-85d1-14436b837de2', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7ffc-be1c-1756ac2be1be', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', '福田 純一', '01a2027c-455c-73c5-a2d0-28feec77c453', '土木課', '土木課長', 14, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7ffc-be1c-1756ac2be1be', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7b5d-928b-aab42ed15520', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', '01a2027c-455c-7076-9b42-e8b270afa090', '丸山 美穂', '01a2027c-455c-7d39-904a-d52e7fd43e25', '業務課', '業務課長', 15, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7cf5-bf47-e22c0b4604e9', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7042-86c4-531324092e5a', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', '01a2027c-455c-745b-8204-a79c4c360de8', '安藤 修', '01a2027c-455c-7370-8de0-ce80462d2b70', '水道課', '水道課長', 16, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7429-9509-d177bb1e4a1b', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7446-a85b-c86d1395eae7', '01a2027c-455c-7ae1-9122-27b461030e73', '中川 修', '01a2027c-455c-757e-9e34-67e5b046c308', '下水道課', '下水道課長', 17, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7446-a85b-c86d1395eae7', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7af9-b16b-a85581f02104', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7d93-8f76-298c51c16e3c', '01a2027c-455c-7f64-8e40-631af55fb0b7', '平野 進', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '学校教育課', '学校教育課長', 18, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7d93-8f76-298c51c16e3c', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7a59-9529-d41ff0941fca', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-7384-bb4f-0a011c03a748', '01a2027c-455c-787e-9841-dd8214df5ef6', '杉山 正人', '01a2027c-455c-753b-a411-39faa955a2e2', '生涯学習課', '生涯学習課長', 19, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-7384-bb4f-0a011c03a748', NULL, NULL, 1, NULL, NULL, 2),
	('01a1c2d3-7380-7e46-a7e7-f160e4802406', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '01a2027c-455c-73a1-81b8-08e84f521e60', '01a2027c-455c-7fd5-9deb-6a845af50ed3', '安藤 楓', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '文化スポーツ課', '文化スポーツ課長', 20, 0, 'confirmed', 1794270000000, NULL, 1794802200000, '01a2027c-455c-73a1-81b8-08e84f521e60', NULL, NULL, 1, NULL, NULL, 2),
	('01a1d76c-e380-7c54-8043-8965a0a2eeae', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '01a2027c-455c-7f64-978a-6bfb90bae408', '01a2027c-455c-7183-8cdb-56fdefe51f05', '井上 学', '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '福祉課 庶務係', '庶務係長', 1, 0, 'pending', 1794615600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1d76c-e380-7567-a03d-467af3a15e72', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '01a2027c-455c-71a1-9b76-b7035efabbb9', '01a2027c-455c-7d1d-98e7-2a5ff7de2758', '斎藤 洋介', '01a2027c-455c-7843-9beb-a5af8e800710', '子ども課 庶務係', '主査', 4, 0, 'pending', 1794615600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1d76c-e380-746f-9d81-9678a703873f', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '01a2027c-455c-7755-9032-117a01c127d1', '01a2027c-455c-7e38-8516-2f8b9853150e', '酒井 由美子', '01a2027c-455c-7489-832e-ca90a573165b', '福祉課', '福祉課長', 0, 0, 'confirmed', 1794615600000, NULL, 1794975000000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, 1, NULL, NULL, 2),
	('01a1d76c-e380-764a-a545-d734bb6b96bc', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '01a2027c-455c-7e55-9125-17677e28b013', '01a2027c-455c-70ab-8012-ec099d629146', '増田 孝', '01a2027c-455c-7c28-8cbd-a86206efcccf', '子ども課', '子ども課長', 2, 0, 'confirmed', 1794615600000, NULL, 1794975000000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, 1, NULL, NULL, 2),
	('01a1d76c-e380-79ed-9141-1d9998939a40', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '01a2027c-455c-7b83-ae5f-ceb34f17a8d6', '01a2027c-455c-7f33-825b-e757e872b41f', '坂本 香織', '01a2027c-455c-7843-9beb-a5af8e800710', '子ども課 庶務係', '庶務係長', 3, 0, 'confirmed', 1794615600000, NULL, 1794975000000, '01a2027c-455c-7b83-ae5f-ceb34f17a8d6', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7ca9-98a5-b27eecf5ad6b', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', '01a2027c-455c-7629-b57d-fb9d2294d241', '林 ひかり', '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '総務課長', 3, 0, 'pending', 1794874800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1e6df-f780-79dc-964e-8f1f34a154fb', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', '01a2027c-455c-751a-934b-b0752619b36c', '野口 雄太', '01a2027c-455c-79f2-9458-3792b20fa4ee', '企画政策課', '企画政策課長', 0, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7ef0-9bc5-f27a19f6a24c', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-77ac-9982-d20f164edc15', '01a2027c-455c-764e-9829-c526417dda60', '渡辺 和也', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '情報政策課長', 1, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7b2f-baaf-101e097b0730', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-749b-a0f2-8f5fb45c685a', '01a2027c-455c-797c-a25e-5c9c45c585ee', '小林 誠', '01a2027c-455c-7230-8772-fbd625ab7c2c', '広報広聴課', '広報広聴課長', 2, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-749b-a0f2-8f5fb45c685a', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7896-b356-3886ef73a8c5', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7490-9f4a-b51374420baf', '01a2027c-455c-724e-aa9a-11d6843cbc90', '丸山 瞳', '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課', '財政課長', 4, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7490-9f4a-b51374420baf', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7519-ac74-89823621549a', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7b54-aeb5-d6f772071924', '01a2027c-455c-7517-9d29-9b33c37f87cf', '三浦 涼太', '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '人事課長', 5, 0, 'pending', 1794874800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1e6df-f780-790b-84e5-2153a00e60e5', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7ffc-be1c-1756ac2be1be', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', '福田 純一', '01a2027c-455c-73c5-a2d0-28feec77c453', '土木課', '土木課長', 14, 0, 'pending', 1794874800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1e6df-f780-7b5a-a2ba-3a99442f7b6c', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', '01a2027c-455c-7076-9b42-e8b270afa090', '丸山 美穂', '01a2027c-455c-7d39-904a-d52e7fd43e25', '業務課', '業務課長', 15, 0, 'pending', 1794874800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1e6df-f780-77ab-8c5b-60952df29e1e', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7446-a85b-c86d1395eae7', '01a2027c-455c-7ae1-9122-27b461030e73', '中川 修', '01a2027c-455c-757e-9e34-67e5b046c308', '下水道課', '下水道課長', 17, 0, 'pending', 1794874800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1e6df-f780-7667-8152-1587ea1a8425', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-73a1-81b8-08e84f521e60', '01a2027c-455c-7fd5-9deb-6a845af50ed3', '安藤 楓', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '文化スポーツ課', '文化スポーツ課長', 20, 0, 'pending', 1794874800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1e6df-f780-7873-b8ba-1c6b6d3f0855', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-72e4-8466-70a7ff9ae66f', '01a2027c-455c-7867-ad68-81c23b6fa652', '藤本 浩二', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', '市民課長', 6, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-733b-9745-c1c22ec806f5', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '01a2027c-455c-7cb9-b33e-918e6b799a92', '吉田 茜', '01a2027c-455c-7cf6-82c7-5513307af940', '税務課', '税務課長', 7, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7fba-a062-be622cab18f6', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7d1a-a917-caed928ef2e6', '01a2027c-455c-742d-aa6c-6fa012cf72c1', '渡辺 幸男', '01a2027c-455c-744c-804b-157c661437b2', '保険年金課', '保険年金課長', 8, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7d1a-a917-caed928ef2e6', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-75f6-9eb2-e80711a16c7a', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7755-9032-117a01c127d1', '01a2027c-455c-7e38-8516-2f8b9853150e', '酒井 由美子', '01a2027c-455c-7489-832e-ca90a573165b', '福祉課', '福祉課長', 9, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7470-bda1-38956a522e17', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7e55-9125-17677e28b013', '01a2027c-455c-70ab-8012-ec099d629146', '増田 孝', '01a2027c-455c-7c28-8cbd-a86206efcccf', '子ども課', '子ども課長', 10, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7f73-a566-493f11773d61', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7ec6-8aef-d82978b70a2c', '01a2027c-455c-7806-805b-2eb5db9c28d6', '福田 進', '01a2027c-455c-7762-9cbe-a6224649c3c9', '介護保険課', '介護保険課長', 11, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7ec6-8aef-d82978b70a2c', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7f2f-ae2d-2462ed39689c', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7adc-8422-76f6f37b39df', '01a2027c-455c-76a1-b190-84dad8a8bb09', '後藤 勇', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '商工観光課', '商工観光課長', 12, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7adc-8422-76f6f37b39df', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7466-ba14-46fdab864311', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', '01a2027c-455c-7190-b24e-04a0ac97f80f', '後藤 彩香', '01a2027c-455c-7801-9b6c-b256dfbe170d', '農政課', '農政課長', 13, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7a0c-8f8a-bc7d617501a9', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-798e-bdac-89aa55f00fa3', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', '01a2027c-455c-745b-8204-a79c4c360de8', '安藤 修', '01a2027c-455c-7370-8de0-ce80462d2b70', '水道課', '水道課長', 16, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-73d6-99dc-b343b33e1c0a', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7d93-8f76-298c51c16e3c', '01a2027c-455c-7f64-8e40-631af55fb0b7', '平野 進', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '学校教育課', '学校教育課長', 18, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7d93-8f76-298c51c16e3c', NULL, NULL, 1, NULL, NULL, 2),
	('01a1e6df-f780-7941-80c6-62f10f4f4c5e', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '01a2027c-455c-7384-bb4f-0a011c03a748', '01a2027c-455c-787e-9841-dd8214df5ef6', '杉山 正人', '01a2027c-455c-753b-a411-39faa955a2e2', '生涯学習課', '生涯学習課長', 19, 0, 'confirmed', 1794874800000, NULL, 1795147800000, '01a2027c-455c-7384-bb4f-0a011c03a748', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f12c-af80-7fe0-aea5-4722e07e3170', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '01a2027c-455c-7663-8959-5c3e28343cb9', '01a2027c-455c-780a-8ec7-81185ee252c9', '林 綾', '01a2027c-455c-7e6f-9a25-202456be2fd6', '市民課 窓口係', '窓口係長', 1, 0, 'pending', 1795047600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f12c-af80-7c22-99f3-423a2931cc40', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '01a2027c-455c-7d1a-a917-caed928ef2e6', '01a2027c-455c-742d-aa6c-6fa012cf72c1', '渡辺 幸男', '01a2027c-455c-744c-804b-157c661437b2', '保険年金課', '保険年金課長', 2, 0, 'pending', 1795047600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f12c-af80-73c1-9bc7-2e31d5cc6b62', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '01a2027c-455c-72e4-8466-70a7ff9ae66f', '01a2027c-455c-7867-ad68-81c23b6fa652', '藤本 浩二', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', '市民課長', 0, 0, 'confirmed', 1795047600000, NULL, 1795234200000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f12c-af80-78cf-b71e-db93d2cedf5b', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '01a2027c-455c-709e-8fba-c17229b8f9d1', '01a2027c-455c-7684-90e8-565195560172', '渡辺 拓也', '01a2027c-455c-72f1-9156-7770edab1e12', '保険年金課 庶務係', '庶務係長', 3, 0, 'confirmed', 1795047600000, NULL, 1795234200000, '01a2027c-455c-709e-8fba-c17229b8f9d1', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-786b-87ec-b420cd768384', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-77ac-9982-d20f164edc15', '01a2027c-455c-764e-9829-c526417dda60', '渡辺 和也', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '情報政策課長', 1, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7aad-864d-7834ef52d7b8', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-749b-a0f2-8f5fb45c685a', '01a2027c-455c-797c-a25e-5c9c45c585ee', '小林 誠', '01a2027c-455c-7230-8772-fbd625ab7c2c', '広報広聴課', '広報広聴課長', 2, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-73f2-8573-39ebc92af153', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7490-9f4a-b51374420baf', '01a2027c-455c-724e-aa9a-11d6843cbc90', '丸山 瞳', '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課', '財政課長', 4, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-741a-b9b5-20d7a24ffac1', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7b54-aeb5-d6f772071924', '01a2027c-455c-7517-9d29-9b33c37f87cf', '三浦 涼太', '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '人事課長', 5, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7772-b605-40031514c2a2', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-72e4-8466-70a7ff9ae66f', '01a2027c-455c-7867-ad68-81c23b6fa652', '藤本 浩二', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', '市民課長', 6, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7cf3-804e-57ec6d1f3fea', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', '01a2027c-455c-751a-934b-b0752619b36c', '野口 雄太', '01a2027c-455c-79f2-9458-3792b20fa4ee', '企画政策課', '企画政策課長', 0, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-7677-b86a-3d2e5e9c5991', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', '01a2027c-455c-7629-b57d-fb9d2294d241', '林 ひかり', '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '総務課長', 3, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-7366-bb77-688a304d6de8', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7d1a-a917-caed928ef2e6', '01a2027c-455c-742d-aa6c-6fa012cf72c1', '渡辺 幸男', '01a2027c-455c-744c-804b-157c661437b2', '保険年金課', '保険年金課長', 8, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7d98-b29d-cf57e49da38d', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7ec6-8aef-d82978b70a2c', '01a2027c-455c-7806-805b-2eb5db9c28d6', '福田 進', '01a2027c-455c-7762-9cbe-a6224649c3c9', '介護保険課', '介護保険課長', 11, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7775-b063-9f75cac5aba9', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7adc-8422-76f6f37b39df', '01a2027c-455c-76a1-b190-84dad8a8bb09', '後藤 勇', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '商工観光課', '商工観光課長', 12, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7c34-9503-f410c2744b25', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', '01a2027c-455c-7076-9b42-e8b270afa090', '丸山 美穂', '01a2027c-455c-7d39-904a-d52e7fd43e25', '業務課', '業務課長', 15, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-701f-9bd9-ddd5f3f1b43d', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7446-a85b-c86d1395eae7', '01a2027c-455c-7ae1-9122-27b461030e73', '中川 修', '01a2027c-455c-757e-9e34-67e5b046c308', '下水道課', '下水道課長', 17, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7fce-a465-575204d7ae4e', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7d93-8f76-298c51c16e3c', '01a2027c-455c-7f64-8e40-631af55fb0b7', '平野 進', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '学校教育課', '学校教育課長', 18, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-7bb0-ba2d-abf4402644fe', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7384-bb4f-0a011c03a748', '01a2027c-455c-787e-9841-dd8214df5ef6', '杉山 正人', '01a2027c-455c-753b-a411-39faa955a2e2', '生涯学習課', '生涯学習課長', 19, 0, 'pending', 1795134000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1f653-0b80-71d8-b067-b8dfc766f88e', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '01a2027c-455c-7cb9-b33e-918e6b799a92', '吉田 茜', '01a2027c-455c-7cf6-82c7-5513307af940', '税務課', '税務課長', 7, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-7be8-99bb-cc3e69fb58d4', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7755-9032-117a01c127d1', '01a2027c-455c-7e38-8516-2f8b9853150e', '酒井 由美子', '01a2027c-455c-7489-832e-ca90a573165b', '福祉課', '福祉課長', 9, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-7755-9032-117a01c127d1', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-782b-abb8-8db2debfda04', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7e55-9125-17677e28b013', '01a2027c-455c-70ab-8012-ec099d629146', '増田 孝', '01a2027c-455c-7c28-8cbd-a86206efcccf', '子ども課', '子ども課長', 10, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-7e55-9125-17677e28b013', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-7951-8055-d22d1e18e532', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', '01a2027c-455c-7190-b24e-04a0ac97f80f', '後藤 彩香', '01a2027c-455c-7801-9b6c-b256dfbe170d', '農政課', '農政課長', 13, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-7a0c-8f8a-bc7d617501a9', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-735a-b4e6-22fdd821db60', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7ffc-be1c-1756ac2be1be', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', '福田 純一', '01a2027c-455c-73c5-a2d0-28feec77c453', '土木課', '土木課長', 14, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-7ffc-be1c-1756ac2be1be', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-7c89-bc85-6472616101d4', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', '01a2027c-455c-745b-8204-a79c4c360de8', '安藤 修', '01a2027c-455c-7370-8de0-ce80462d2b70', '水道課', '水道課長', 16, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, 1, NULL, NULL, 2),
	('01a1f653-0b80-73be-8551-9e29df5356bb', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '01a2027c-455c-73a1-81b8-08e84f521e60', '01a2027c-455c-7fd5-9deb-6a845af50ed3', '安藤 楓', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '文化スポーツ課', '文化スポーツ課長', 20, 0, 'confirmed', 1795134000000, NULL, 1795234200000, '01a2027c-455c-73a1-81b8-08e84f521e60', NULL, NULL, 1, NULL, NULL, 2),
	('01a1fb79-6780-74a6-97f4-a03b9c6f53ce', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '01a2027c-455c-7663-8959-5c3e28343cb9', '01a2027c-455c-780a-8ec7-81185ee252c9', '林 綾', '01a2027c-455c-7e6f-9a25-202456be2fd6', '市民課 窓口係', '窓口係長', 1, 0, 'pending', 1795220400000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1fb79-6780-7299-b897-7df61af38852', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '01a2027c-455c-7cb9-b33e-918e6b799a92', '吉田 茜', '01a2027c-455c-7cf6-82c7-5513307af940', '税務課', '税務課長', 2, 0, 'pending', 1795220400000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1fb79-6780-742d-8631-047e7fb00a30', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '01a2027c-455c-7d76-b619-c30104061867', '01a2027c-455c-7102-afbe-b1cd4718f30e', '岡本 拓也', '01a2027c-455c-7a98-8462-a4d7484b2449', '税務課 市民税係', '市民税係長', 3, 0, 'pending', 1795220400000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1fb79-6780-76db-a806-c38384c2931d', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '01a2027c-455c-71f8-b42b-1f7a3d6ac629', '01a2027c-455c-7a71-a6ea-3bc6a282688c', '田中 誠', '01a2027c-455c-7a98-8462-a4d7484b2449', '税務課 市民税係', '主査', 4, 0, 'pending', 1795220400000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a1fb79-6780-7873-83d5-3583466f1cd0', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '01a2027c-455c-72e4-8466-70a7ff9ae66f', '01a2027c-455c-7867-ad68-81c23b6fa652', '藤本 浩二', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', '市民課長', 0, 0, 'confirmed', 1795220400000, NULL, 1795320600000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', NULL, NULL, 1, '変更はありません。', NULL, 2),
	('01a2009f-c380-7242-add6-a265516c2ed7', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', '01a2027c-455c-751a-934b-b0752619b36c', '野口 雄太', '01a2027c-455c-79f2-9458-3792b20fa4ee', '企画政策課', '企画政策課長', 0, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-73e4-8d89-ccdf0c380e4a', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-749b-a0f2-8f5fb45c685a', '01a2027c-455c-797c-a25e-5c9c45c585ee', '小林 誠', '01a2027c-455c-7230-8772-fbd625ab7c2c', '広報広聴課', '広報広聴課長', 2, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7e00-b9c6-9841b1b903b0', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', '01a2027c-455c-7629-b57d-fb9d2294d241', '林 ひかり', '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '総務課長', 3, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7ea1-b2dd-dbf9a271b096', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7490-9f4a-b51374420baf', '01a2027c-455c-724e-aa9a-11d6843cbc90', '丸山 瞳', '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課', '財政課長', 4, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7152-b9cd-1176f5fd81fa', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7b54-aeb5-d6f772071924', '01a2027c-455c-7517-9d29-9b33c37f87cf', '三浦 涼太', '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '人事課長', 5, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7cac-9331-cad1e453c33e', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-72e4-8466-70a7ff9ae66f', '01a2027c-455c-7867-ad68-81c23b6fa652', '藤本 浩二', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', '市民課長', 6, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7e3c-b9c6-4054f0839cd5', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7d1a-a917-caed928ef2e6', '01a2027c-455c-742d-aa6c-6fa012cf72c1', '渡辺 幸男', '01a2027c-455c-744c-804b-157c661437b2', '保険年金課', '保険年金課長', 8, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7826-9416-59598bee647e', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7755-9032-117a01c127d1', '01a2027c-455c-7e38-8516-2f8b9853150e', '酒井 由美子', '01a2027c-455c-7489-832e-ca90a573165b', '福祉課', '福祉課長', 9, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-71de-bd92-c1f556662e5f', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7e55-9125-17677e28b013', '01a2027c-455c-70ab-8012-ec099d629146', '増田 孝', '01a2027c-455c-7c28-8cbd-a86206efcccf', '子ども課', '子ども課長', 10, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7e73-be03-6d61f2e237c2', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7ec6-8aef-d82978b70a2c', '01a2027c-455c-7806-805b-2eb5db9c28d6', '福田 進', '01a2027c-455c-7762-9cbe-a6224649c3c9', '介護保険課', '介護保険課長', 11, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-71bd-8ece-58ac5ea23031', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7adc-8422-76f6f37b39df', '01a2027c-455c-76a1-b190-84dad8a8bb09', '後藤 勇', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '商工観光課', '商工観光課長', 12, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7cc3-86fe-3f042ed4ad79', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-77ac-9982-d20f164edc15', '01a2027c-455c-764e-9829-c526417dda60', '渡辺 和也', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '情報政策課長', 1, 0, 'confirmed', 1795306800000, NULL, 1795320600000, '01a2027c-455c-77ac-9982-d20f164edc15', NULL, NULL, 1, '変更はありません。', NULL, 2),
	('01a2009f-c380-7a98-965a-8ec5f4dbc9dc', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '01a2027c-455c-7cb9-b33e-918e6b799a92', '吉田 茜', '01a2027c-455c-7cf6-82c7-5513307af940', '税務課', '税務課長', 7, 0, 'confirmed', 1795306800000, NULL, 1795320600000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', NULL, NULL, 1, '変更はありません。', NULL, 2),
	('01a2009f-c380-7df3-a6dd-c9f3dc0e9a58', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', '01a2027c-455c-7190-b24e-04a0ac97f80f', '後藤 彩香', '01a2027c-455c-7801-9b6c-b256dfbe170d', '農政課', '農政課長', 13, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7846-a451-8cc815c1eb48', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7ffc-be1c-1756ac2be1be', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', '福田 純一', '01a2027c-455c-73c5-a2d0-28feec77c453', '土木課', '土木課長', 14, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-70b6-a338-e96873f4084c', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', '01a2027c-455c-7076-9b42-e8b270afa090', '丸山 美穂', '01a2027c-455c-7d39-904a-d52e7fd43e25', '業務課', '業務課長', 15, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7bc9-9488-95c81b88f619', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7446-a85b-c86d1395eae7', '01a2027c-455c-7ae1-9122-27b461030e73', '中川 修', '01a2027c-455c-757e-9e34-67e5b046c308', '下水道課', '下水道課長', 17, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7047-a00a-c5fb9a306012', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7d93-8f76-298c51c16e3c', '01a2027c-455c-7f64-8e40-631af55fb0b7', '平野 進', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '学校教育課', '学校教育課長', 18, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-75da-b47c-824bc4d4dec5', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7384-bb4f-0a011c03a748', '01a2027c-455c-787e-9841-dd8214df5ef6', '杉山 正人', '01a2027c-455c-753b-a411-39faa955a2e2', '生涯学習課', '生涯学習課長', 19, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-745f-a7d5-e6c29dd2d73e', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-73a1-81b8-08e84f521e60', '01a2027c-455c-7fd5-9deb-6a845af50ed3', '安藤 楓', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '文化スポーツ課', '文化スポーツ課長', 20, 0, 'pending', 1795306800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('01a2009f-c380-7a68-aae7-aad96e656d26', '01a2009f-c380-7555-a790-162d93d796a2', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', '01a2027c-455c-745b-8204-a79c4c360de8', '安藤 修', '01a2027c-455c-7370-8de0-ce80462d2b70', '水道課', '水道課長', 16, 0, 'confirmed', 1795306800000, NULL, 1795320600000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', NULL, NULL, 1, '変更はありません。', NULL, 2);


--
-- Data for Name: circulation_templates; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: circulation_watches; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: circulations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.circulations VALUES
	('01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', 'report', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '災害時の参集名簿の確認', '名簿の内容を確認し、変更があれば返信してください。', '[]', 'shared', '{"posts": [], "units": ["01a2027c-455c-73c5-a2d0-28feec77c453"], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-11-17', true, 'completed', 1794010800000, 1794715800000, 1, 0, 1794010800000, 2, 2, 1, 1, 1, 1794010800000, 1794010800000, 2, NULL, NULL, NULL),
	('01a1c2d3-7380-7e18-91ce-73fd6a59c117', 'circulation', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '文書取扱規程の一部改正について', '文書取扱規程の一部を改正し、令和9年1月1日から施行します。新旧対照表を添付します。', '[]', 'shared', '{"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-11-19', true, 'completed', 1794270000000, 1794802200000, 1, 0, 1794270000000, 21, 21, 1, 1, 1, 1794270000000, 1794270000000, 2, NULL, NULL, NULL),
	('01a1d76c-e380-7305-8cfb-1eb74a8f85ac', 'circulation', '01a2027c-455c-7f64-978a-6bfb90bae408', '01a2027c-455c-7f64-978a-6bfb90bae408', NULL, '01a2027c-455c-7489-832e-ca90a573165b', '福祉課', '個人情報の取扱いに関する自己点検の結果', '自己点検の結果をまとめました。改善が必要な3項目について、確認をお願いします。', '[]', 'shared', '{"posts": [], "units": ["01a2027c-455c-7489-832e-ca90a573165b", "01a2027c-455c-7c28-8cbd-a86206efcccf"], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-11-21', true, 'open', 1794615600000, NULL, 1, 0, 1794615600000, 5, 3, 1, 1, 1, 1794615600000, 1794615600000, 2, NULL, NULL, NULL),
	('01a1e6df-f780-706d-8eac-5c4ddb7160c7', 'circulation', '01a2027c-455c-7cab-a351-e555828c2c09', '01a2027c-455c-7cab-a351-e555828c2c09', NULL, '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課', '予算要求のヒアリング日程(案)', 'ヒアリングの日程の案です。差し支えがある場合は、期限までに財政係へ連絡してください。', '[]', 'shared', '{"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-11-22', true, 'open', 1794874800000, NULL, 1, 0, 1794874800000, 21, 15, 1, 1, 1, 1794874800000, 1794874800000, 2, NULL, NULL, NULL),
	('01a1f12c-af80-700b-97d5-56c4a77dac3e', 'circulation', '01a2027c-455c-7663-8959-5c3e28343cb9', '01a2027c-455c-7663-8959-5c3e28343cb9', NULL, '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課', '窓口の混雑時の応援体制(案)', '年末の窓口の混雑に備え、応援の当番表の案を作りました。都合の悪い日があれば、お知らせください。', '[]', 'shared', '{"posts": [], "units": ["01a2027c-455c-744c-804b-157c661437b2", "01a2027c-455c-7a39-b3b2-efed7e4b75c6"], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-11-24', true, 'open', 1795047600000, NULL, 1, 0, 1795047600000, 4, 2, 1, 1, 1, 1795047600000, 1795047600000, 2, NULL, NULL, NULL),
	('01a2009f-c380-7555-a790-162d93d796a2', 'report', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課', '12月の課長会議の議題について', '12月7日(月)の課長会議の議題案です。追加の議題がある場合は、返信欄に記入してください。', '[]', 'shared', '{"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-11-27', true, 'open', 1795306800000, NULL, 1, 0, 1795306800000, 21, 3, 1, 1, 1, 1795306800000, 1795306800000, 2, NULL, NULL, NULL),
	('01a1f653-0b80-7ed6-897d-a6e7704c4d47', 'circulation', '01a2027c-455c-7b94-837e-f52e7a2053c0', '01a2027c-455c-7b94-837e-f52e7a2053c0', NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課', '人事評価の面談の実施について', '期末の面談を12月18日までに行ってください。記録の様式は添付のとおりです。', '[]', 'shared', '{"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-12-06', true, 'open', 1795134000000, NULL, 1, 0, 1795134000000, 21, 9, 1, 1, 1, 1795134000000, 1795134000000, 2, NULL, NULL, NULL),
	('01a1fb79-6780-7234-8f3a-e74b42dbc0f2', 'report', '01a2027c-455c-7898-943f-326b21f3930e', '01a2027c-455c-7898-943f-326b21f3930e', NULL, '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課', '端末の更新に係る調査のお願い', '来年度に更新する端末の台数を調べます。課ごとの台数を確認し、変更があれば返信してください。', '[]', 'shared', '{"posts": [], "units": ["01a2027c-455c-7a39-b3b2-efed7e4b75c6", "01a2027c-455c-7cf6-82c7-5513307af940"], "groups": [], "people": [], "everyone": false}', 'at_once', NULL, 'post', '2026-11-29', true, 'open', 1795220400000, NULL, 1, 0, 1795220400000, 5, 1, 1, 1, 1, 1795220400000, 1795220400000, 2, NULL, NULL, NULL);


--
-- Data for Name: comments; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: delegations; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: former_passwords; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.former_passwords VALUES
	('01a2027c-455c-745c-beeb-b512e2856b98', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', '$argon2id$v=19$m=19456,t=2,p=1$kV1t+9TGIisgAQypQjSyTw$GXSHukLJ0CoPpV3MuRBao6ljMOGoHwi5fdrmNPWJJe4', 1795338028380),
	('01a2027c-455c-7952-b4d4-83a51bbcc905', '01a2027c-455c-7c5d-84b3-07232fae46a1', '$argon2id$v=19$m=19456,t=2,p=1$v1NMMMMWK+YN0H3KiMKMJw$qpaht0/aIed7WzU9v74sCdERMreJ7XsS3nKQuzYGHA8', 1795338028380),
	('01a2027c-455c-707c-a585-c6b9164adba3', '01a2027c-455c-7390-b1b4-de39ed0f56c6', '$argon2id$v=19$m=19456,t=2,p=1$GQ5sbmNFpxQwCNNvoS8vaA$eYFu7fWPPmmlloq9qsVPT7d5tKiGzakncchYlgyiWes', 1795338028380),
	('01a2027c-455c-73ac-b5ae-a7a14cfbc6ed', '01a2027c-455c-767f-b339-bd0df39b6c4f', '$argon2id$v=19$m=19456,t=2,p=1$6NrN7B7UDAbV0i6xwGgBng$q1gYf42oEBeMRoa8ynVnBbHqe740chlqeKdwbHfMvU8', 1795338028380),
	('01a2027c-455c-7c93-bd0e-344b185c3ca4', '01a2027c-455c-74d7-944f-99bf75972683', '$argon2id$v=19$m=19456,t=2,p=1$tCyzIAujdldnmW7uPTVuug$u1A1ZU3jWhRA4aTxq5ANSJYbSKV3sbIYh336dVJWBYE', 1795338028380);


--
-- Data for Name: function_switches; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: grants; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: job_locks; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: job_runs; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: known_places; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.known_places VALUES
	('01a2027c-455c-7eca-bc69-2c908f310a2c', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', '\x59eb7ac501bc072dbd50306395999e68366bc662c5fe4822207e7675aae60827', 1795338028380, 1795338028380),
	('01a2027c-455c-7632-ba59-4bfdb880d3f4', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', '\x', 1795338028380, 1795338028380),
	('01a2027c-455c-7bc0-af24-a0ca47b094cb', '01a2027c-455c-7c5d-84b3-07232fae46a1', '\x12539469b722509fd3c436f4f4bf3acd843ddbbdae97ee630c41074bc0eb408a', 1795338028380, 1795338028380),
	('01a2027c-455c-74ec-ae6a-4aedbab6933b', '01a2027c-455c-7c5d-84b3-07232fae46a1', '\x', 1795338028380, 1795338028380),
	('01a2027c-455c-7192-9566-a2e57c24b9d6', '01a2027c-455c-7390-b1b4-de39ed0f56c6', '\x4f91ac5be6e24526079aa321c1cc42d11bdce2086422635ea5ab3d7b557aee23', 1795338028380, 1795338028380),
	('01a2027c-455c-7d38-81cc-6e1be227fb69', '01a2027c-455c-7390-b1b4-de39ed0f56c6', '\x', 1795338028380, 1795338028380),
	('01a2027c-455c-7b1c-bab2-4cf23198a49f', '01a2027c-455c-767f-b339-bd0df39b6c4f', '\x43189038317957f79fa962ff804bcdb59968134538d41ad0b9db69a330c32246', 1795338028380, 1795338028380),
	('01a2027c-455c-7175-8bd4-7dee3a4d76af', '01a2027c-455c-767f-b339-bd0df39b6c4f', '\x', 1795338028380, 1795338028380),
	('01a2027c-455c-7648-af0a-11ee63092f42', '01a2027c-455c-74d7-944f-99bf75972683', '\xa768bcd6dc7af10e5ac15efab17e751e2fec650b61daf69f31ec985ce880920d', 1795338028380, 1795338028380),
	('01a2027c-455c-75f3-81e9-a6883727165a', '01a2027c-455c-74d7-944f-99bf75972683', '\x', 1795338028380, 1795338028380);


--
-- Data for Name: leaver_cases; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: notices; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.notices VALUES
	('01a2027c-455c-7f68-8b99-0df7902b6e1c', '01a2027c-455c-77ac-9982-d20f164edc15', 'password.changed', 'account', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', '1795338028380', 'null', 1795338028380, NULL),
	('01a2027c-455c-724f-b2b5-f6bfd20fdcf6', '01a2027c-455c-7675-a692-5fdbf50da9a5', 'password.changed', 'account', '01a2027c-455c-7c5d-84b3-07232fae46a1', '1795338028380', 'null', 1795338028380, NULL),
	('01a2027c-455c-7120-9e4a-d900864a2a6b', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', 'password.changed', 'account', '01a2027c-455c-7390-b1b4-de39ed0f56c6', '1795338028380', 'null', 1795338028380, NULL),
	('01a2027c-455c-78df-88c1-9e1298aab54d', '01a2027c-455c-71f8-b42b-1f7a3d6ac629', 'password.changed', 'account', '01a2027c-455c-767f-b339-bd0df39b6c4f', '1795338028380', 'null', 1795338028380, NULL),
	('01a2027c-455c-7e20-96a4-3c4613243347', '01a2027c-455c-7309-9530-4756906bcae7', 'password.changed', 'account', '01a2027c-455c-74d7-944f-99bf75972683', '1795338028380', 'null', 1795338028380, NULL),
	('01a1b360-5f80-711b-921a-657472700cae', '01a2027c-455c-7ffc-be1c-1756ac2be1be', 'circulation.received', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', '', '{"due": "2026-11-17", "title": "災害時の参集名簿の確認", "byline": "総務課"}', 1794010800000, NULL),
	('01a1b360-5f80-7027-869c-cd0b26f2b532', '01a2027c-455c-76ff-91e0-6a1733d82c89', 'circulation.received', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', '', '{"due": "2026-11-17", "title": "災害時の参集名簿の確認", "byline": "総務課"}', 1794010800000, NULL),
	('01a1dd65-d1c0-7828-9fc4-59bd5ec772d1', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', 'circulation.completed', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', '', '{"due": "2026-11-17", "title": "災害時の参集名簿の確認", "byline": "総務課"}', 1794715800000, NULL),
	('01a1c2d3-7380-7a53-90aa-0375fa62062e', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-76d2-ab5a-8997e45583bc', '01a2027c-455c-77ac-9982-d20f164edc15', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-75d6-9a56-fe4c15c34761', '01a2027c-455c-749b-a0f2-8f5fb45c685a', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7d27-8714-0a4196d1c545', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-77a2-9856-07a418e23d76', '01a2027c-455c-7490-9f4a-b51374420baf', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7ac5-ac1f-d8afe7f26e21', '01a2027c-455c-7b54-aeb5-d6f772071924', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-72db-843f-1346a256d2f2', '01a2027c-455c-72e4-8466-70a7ff9ae66f', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7a29-900f-776f3c937426', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7c9d-b900-02ee670081c8', '01a2027c-455c-7d1a-a917-caed928ef2e6', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7490-b116-86a506d27fa9', '01a2027c-455c-7755-9032-117a01c127d1', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-739a-95c1-13ae0ed7a794', '01a2027c-455c-7e55-9125-17677e28b013', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-72de-952f-5c6c6c12472d', '01a2027c-455c-7ec6-8aef-d82978b70a2c', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7cc9-9650-06b43bbe5c57', '01a2027c-455c-7adc-8422-76f6f37b39df', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7692-a1a5-7b308096d2b3', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-767c-8703-0835f1a93385', '01a2027c-455c-7ffc-be1c-1756ac2be1be', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-752d-becb-4517a4ce8af5', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7ca9-b072-380b736f9b96', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-773d-840f-20e0464f2b59', '01a2027c-455c-7446-a85b-c86d1395eae7', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7630-91f6-fbe41ea52805', '01a2027c-455c-7d93-8f76-298c51c16e3c', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7540-8137-198612d30132', '01a2027c-455c-7384-bb4f-0a011c03a748', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1c2d3-7380-7b39-848f-632eb65806cf', '01a2027c-455c-73a1-81b8-08e84f521e60', 'circulation.received', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794270000000, NULL),
	('01a1e28c-2dc0-7dbb-9937-102b251e929e', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', 'circulation.completed', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', '', '{"due": "2026-11-19", "title": "文書取扱規程の一部改正について", "byline": "総務課"}', 1794802200000, NULL),
	('01a1d76c-e380-72ed-aa54-092ca56fe36b', '01a2027c-455c-7755-9032-117a01c127d1', 'circulation.received', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '', '{"due": "2026-11-21", "title": "個人情報の取扱いに関する自己点検の結果", "byline": "福祉課"}', 1794615600000, NULL),
	('01a1d76c-e380-7348-ab9f-f802d52fd180', '01a2027c-455c-7f64-978a-6bfb90bae408', 'circulation.received', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '', '{"due": "2026-11-21", "title": "個人情報の取扱いに関する自己点検の結果", "byline": "福祉課"}', 1794615600000, NULL),
	('01a1d76c-e380-7df9-9d5d-b001803bfbff', '01a2027c-455c-7e55-9125-17677e28b013', 'circulation.received', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '', '{"due": "2026-11-21", "title": "個人情報の取扱いに関する自己点検の結果", "byline": "福祉課"}', 1794615600000, NULL),
	('01a1d76c-e380-7132-bd3f-0f5bb25becf9', '01a2027c-455c-7b83-ae5f-ceb34f17a8d6', 'circulation.received', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '', '{"due": "2026-11-21", "title": "個人情報の取扱いに関する自己点検の結果", "byline": "福祉課"}', 1794615600000, NULL),
	('01a1d76c-e380-7d92-9f8d-d3f245f6c5b8', '01a2027c-455c-71a1-9b76-b7035efabbb9', 'circulation.received', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', '', '{"due": "2026-11-21", "title": "個人情報の取扱いに関する自己点検の結果", "byline": "福祉課"}', 1794615600000, NULL),
	('01a1e6df-f780-7342-a7ff-19e357304b64', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7d5c-b7e4-eadbada20af0', '01a2027c-455c-77ac-9982-d20f164edc15', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-702d-b574-e3895582a6f8', '01a2027c-455c-749b-a0f2-8f5fb45c685a', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7d1f-81c6-04aaed6ed76b', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-708f-b922-6e4f159b8739', '01a2027c-455c-7490-9f4a-b51374420baf', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7906-a7ca-05859a261cad', '01a2027c-455c-7b54-aeb5-d6f772071924', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7ed3-80cc-615daba9c77e', '01a2027c-455c-72e4-8466-70a7ff9ae66f', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7e78-b842-ca3ff55574ad', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-71c2-b22d-47c2cf563d1e', '01a2027c-455c-7d1a-a917-caed928ef2e6', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7a69-b971-e5983b6aa76f', '01a2027c-455c-7755-9032-117a01c127d1', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7900-a742-7946d0d2ca00', '01a2027c-455c-7e55-9125-17677e28b013', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7f59-9da2-253fe86ef644', '01a2027c-455c-7ec6-8aef-d82978b70a2c', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7b85-9e42-0df0d2c42100', '01a2027c-455c-7adc-8422-76f6f37b39df', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7726-9f93-7fe5d1818c9a', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-763f-b4f0-6a92b0fb233a', '01a2027c-455c-7ffc-be1c-1756ac2be1be', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-79bc-b018-bc4f2a0bd983', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7c06-83dd-9c43867f7b8f', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-787d-9a4d-3baea8bd357f', '01a2027c-455c-7446-a85b-c86d1395eae7', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-708a-b971-0513205ecccf', '01a2027c-455c-7d93-8f76-298c51c16e3c', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7621-847b-91faf7a4df50', '01a2027c-455c-7384-bb4f-0a011c03a748', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1e6df-f780-7075-acb8-618723c6248f', '01a2027c-455c-73a1-81b8-08e84f521e60', 'circulation.received', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', '', '{"due": "2026-11-22", "title": "予算要求のヒアリング日程(案)", "byline": "財政課"}', 1794874800000, NULL),
	('01a1f12c-af80-7bd0-8b4f-cfa340d7bfc3', '01a2027c-455c-72e4-8466-70a7ff9ae66f', 'circulation.received', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '', '{"due": "2026-11-24", "title": "窓口の混雑時の応援体制(案)", "byline": "市民課"}', 1795047600000, NULL),
	('01a1f12c-af80-7f6e-9e82-00c21ed28f76', '01a2027c-455c-7663-8959-5c3e28343cb9', 'circulation.received', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '', '{"due": "2026-11-24", "title": "窓口の混雑時の応援体制(案)", "byline": "市民課"}', 1795047600000, NULL),
	('01a1f12c-af80-7fa9-a956-63221439844e', '01a2027c-455c-7d1a-a917-caed928ef2e6', 'circulation.received', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '', '{"due": "2026-11-24", "title": "窓口の混雑時の応援体制(案)", "byline": "市民課"}', 1795047600000, NULL),
	('01a1f12c-af80-7496-a092-206bfda74b81', '01a2027c-455c-709e-8fba-c17229b8f9d1', 'circulation.received', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', '', '{"due": "2026-11-24", "title": "窓口の混雑時の応援体制(案)", "byline": "市民課"}', 1795047600000, NULL),
	('01a1f653-0b80-7705-a281-ae97476feb06', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7954-bc92-4d7a361fc488', '01a2027c-455c-77ac-9982-d20f164edc15', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-702e-b69c-af8826e94427', '01a2027c-455c-749b-a0f2-8f5fb45c685a', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7603-8b71-232e4f79a1f8', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7cb1-a849-2e7393299d01', '01a2027c-455c-7490-9f4a-b51374420baf', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-77d0-bc93-0e7ee0c639f4', '01a2027c-455c-7b54-aeb5-d6f772071924', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7d49-b015-184245fd8bb4', '01a2027c-455c-72e4-8466-70a7ff9ae66f', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7cb8-b26b-1a0574713314', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7ef4-99ed-cdf36e232fe2', '01a2027c-455c-7d1a-a917-caed928ef2e6', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7e6f-967a-6a7c0879abdc', '01a2027c-455c-7755-9032-117a01c127d1', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-715b-9ed9-e91b859497f9', '01a2027c-455c-7e55-9125-17677e28b013', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-76fb-8940-fbb5688bad7b', '01a2027c-455c-7ec6-8aef-d82978b70a2c', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7f4c-988f-98084a05fb85', '01a2027c-455c-7adc-8422-76f6f37b39df', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7424-a602-de955e9e86ad', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-71d2-9898-478f74bdda17', '01a2027c-455c-7ffc-be1c-1756ac2be1be', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7ae2-97f0-ce1448346d5f', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7820-859e-c31f823ace47', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-793a-bc6b-cc4fd0521a34', '01a2027c-455c-7446-a85b-c86d1395eae7', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7ca0-a4dd-1780ad3115a8', '01a2027c-455c-7d93-8f76-298c51c16e3c', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7eee-a891-2c0bf39512b9', '01a2027c-455c-7384-bb4f-0a011c03a748', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1f653-0b80-7e24-9470-345d1bca412e', '01a2027c-455c-73a1-81b8-08e84f521e60', 'circulation.received', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', '', '{"due": "2026-12-06", "title": "人事評価の面談の実施について", "byline": "人事課"}', 1795134000000, NULL),
	('01a1fb79-6780-7c03-a921-bfce138e6bef', '01a2027c-455c-72e4-8466-70a7ff9ae66f', 'circulation.received', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '', '{"due": "2026-11-29", "title": "端末の更新に係る調査のお願い", "byline": "情報政策課"}', 1795220400000, NULL),
	('01a1fb79-6780-7792-8f4c-45d8f5166fcf', '01a2027c-455c-7663-8959-5c3e28343cb9', 'circulation.received', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '', '{"due": "2026-11-29", "title": "端末の更新に係る調査のお願い", "byline": "情報政策課"}', 1795220400000, NULL),
	('01a1fb79-6780-7749-b370-a50513565813', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', 'circulation.received', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '', '{"due": "2026-11-29", "title": "端末の更新に係る調査のお願い", "byline": "情報政策課"}', 1795220400000, NULL),
	('01a1fb79-6780-7699-b722-4ec7e60745e6', '01a2027c-455c-7d76-b619-c30104061867', 'circulation.received', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '', '{"due": "2026-11-29", "title": "端末の更新に係る調査のお願い", "byline": "情報政策課"}', 1795220400000, NULL),
	('01a1fb79-6780-7fc2-b212-50d538aa6c7d', '01a2027c-455c-71f8-b42b-1f7a3d6ac629', 'circulation.received', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', '', '{"due": "2026-11-29", "title": "端末の更新に係る調査のお願い", "byline": "情報政策課"}', 1795220400000, NULL),
	('01a2009f-c380-763a-87b5-71048b1c0afe', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-765e-9c63-e78a80a44373', '01a2027c-455c-77ac-9982-d20f164edc15', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-710f-b27e-058eac46d5e3', '01a2027c-455c-749b-a0f2-8f5fb45c685a', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-710b-92c6-2d5a518498b5', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7188-b257-5a9c678a07ab', '01a2027c-455c-7490-9f4a-b51374420baf', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-72c3-9824-04820b6db430', '01a2027c-455c-7b54-aeb5-d6f772071924', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7dfa-9981-0dcb37d9889b', '01a2027c-455c-72e4-8466-70a7ff9ae66f', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7c98-aced-9e1c09ce9448', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7e02-9dfb-8d20aa8e187c', '01a2027c-455c-7d1a-a917-caed928ef2e6', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7d55-93ef-f7fb552d7c17', '01a2027c-455c-7755-9032-117a01c127d1', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-72a3-b2af-2515f9b15de0', '01a2027c-455c-7e55-9125-17677e28b013', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-79f0-b608-adeb0383a074', '01a2027c-455c-7ec6-8aef-d82978b70a2c', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-70db-b270-8304c1bf82f6', '01a2027c-455c-7adc-8422-76f6f37b39df', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-740e-90e2-7007a8fcd53c', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7311-8b08-951bd26ca465', '01a2027c-455c-7ffc-be1c-1756ac2be1be', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7f33-a239-1647484c734d', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7874-960d-e5f1734fc723', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7d3a-8928-6f0805648306', '01a2027c-455c-7446-a85b-c86d1395eae7', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7c26-ab60-2776698d9572', '01a2027c-455c-7d93-8f76-298c51c16e3c', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7b8a-ab2c-876c4bcc59e3', '01a2027c-455c-7384-bb4f-0a011c03a748', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL),
	('01a2009f-c380-7fc0-a405-3274418bd396', '01a2027c-455c-73a1-81b8-08e84f521e60', 'circulation.received', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', '', '{"due": "2026-11-27", "title": "12月の課長会議の議題について", "byline": "総務課"}', 1795306800000, NULL);


--
-- Data for Name: orders; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: organisation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.organisation VALUES
	('00000000-0000-0000-0000-000000000000', 1);


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: own_days; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: own_group_members; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: own_groups; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: passwords; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.passwords VALUES
	('01a2027c-455c-773f-85d5-bb49ddb2e7ff', '$argon2id$v=19$m=19456,t=2,p=1$n5+K95FZCfOspXWzy/aONg$vxkndUVq56pJNOiFHKMCaKnEOQ+GIqRe3FLyLHriQx8', 1795338028380, false, NULL, NULL, 2),
	('01a2027c-455c-7c5d-84b3-07232fae46a1', '$argon2id$v=19$m=19456,t=2,p=1$UJrvAlwjDlGK99c8RNOq7A$VINI9Ids3ed5mb8ChQfjo4QqvsOzQFnnUwhK4XEvqi0', 1795338028380, false, NULL, NULL, 2),
	('01a2027c-455c-7390-b1b4-de39ed0f56c6', '$argon2id$v=19$m=19456,t=2,p=1$0K6CydEvHBoivo4CKE327g$Ivyh04UACYgNwtgFJXXHPYRYqqdU7v2b8Xw+APtNNYQ', 1795338028380, false, NULL, NULL, 2),
	('01a2027c-455c-767f-b339-bd0df39b6c4f', '$argon2id$v=19$m=19456,t=2,p=1$21xE/3I8zGLmJOsEOrdeBg$H7LyHp4M7iooqkmb7p/FyNZ5tCIorwszeR/bkh6R0rk', 1795338028380, false, NULL, NULL, 2),
	('01a2027c-455c-74d7-944f-99bf75972683', '$argon2id$v=19$m=19456,t=2,p=1$bHrdIVHfEQSjKZy60nkLZw$7nsw0RE7N0+3fWZjJIwN79NfHjDuYvZVGThGlH1thAI', 1795338028380, false, NULL, NULL, 2);


--
-- Data for Name: posts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.posts VALUES
	('01a2027c-455c-781e-b7aa-bbc6d803b50b', '01a2027c-455c-7024-9dbd-b4ce9d29a6f5', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e1f-b02e-b4ee36e3e223', '市民部長', true, 4, 11),
	('01a2027c-455c-7db4-b3dc-4889444811f7', '01a2027c-455c-7028-8a21-de6e5f953173', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cf6-82c7-5513307af940', '課長補佐', false, 7, 66),
	('01a2027c-455c-788c-b37f-e8e4eb67deb9', '01a2027c-455c-7056-a09b-b1ebc34383f1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76ab-8ea9-cd33510026c5', '主事', false, 10, 104),
	('01a2027c-455c-7efb-ace5-2dcc29e160cb', '01a2027c-455c-7059-98b8-63f96b4c261e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e7e-a981-e17f1bf9f063', '主査', false, 9, 48),
	('01a2027c-455c-7ae2-b361-de1d310bb9e3', '01a2027c-455c-7067-8683-2baaf9802a78', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76b3-9c37-41c5806d4566', '主事', false, 10, 54),
	('01a2027c-455c-7f04-adb2-9933087bd647', '01a2027c-455c-706c-9e95-106e60e16907', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cac-97fc-b011ed2b7598', '情報管理係長', true, 8, 37),
	('01a2027c-455c-7ab5-a5bb-5102230ed6d0', '01a2027c-455c-7076-9b42-e8b270afa090', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d39-904a-d52e7fd43e25', '業務課長', true, 6, 24),
	('01a2027c-455c-72f8-b32f-e672a2b10eea', '01a2027c-455c-7086-a7b7-ab596f0f608b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-762a-a5df-e61cdb3faa4a', '会計年度任用職員', false, 11, 95),
	('01a2027c-455c-71af-b54d-4640ac9b7193', '01a2027c-455c-708a-994d-c4d851daee1b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e84-bfdc-de547d0934ad', '会計年度任用職員', false, 11, 120),
	('01a2027c-455c-761e-8449-a430484cf576', '01a2027c-455c-70ab-8012-ec099d629146', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7c28-8cbd-a86206efcccf', '子ども課長', true, 6, 17),
	('01a2027c-455c-7cd5-8c36-c736723e16eb', '01a2027c-455c-7102-afbe-b1cd4718f30e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a98-8462-a4d7484b2449', '市民税係長', true, 8, 67),
	('01a2027c-455c-7a09-a1c5-ffbdb08629b2', '01a2027c-455c-7138-8637-998c8a19ff50', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e84-bfdc-de547d0934ad', '主査', false, 9, 118),
	('01a2027c-455c-7117-be90-15c1e678d4be', '01a2027c-455c-7183-8cdb-56fdefe51f05', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '庶務係長', true, 8, 77),
	('01a2027c-455c-7f17-aede-554c01b2f8f3', '01a2027c-455c-7190-b24e-04a0ac97f80f', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7801-9b6c-b256dfbe170d', '農政課長', true, 6, 21),
	('01a2027c-455c-7b45-911c-4f6da903aff6', '01a2027c-455c-71b3-8556-efc0acbad358', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7bfb-8128-9af413f3e41e', '会計年度任用職員', false, 11, 115),
	('01a2027c-455c-7ed3-a6e1-f32838693566', '01a2027c-455c-71bf-b3e2-7c089df28680', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-70e1-8c7f-7b0be098123b', '産業建設部長', true, 4, 19),
	('01a2027c-455c-73af-8f20-dc324bbbb3e0', '01a2027c-455c-722c-9f70-77131526f676', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '主事', false, 10, 79),
	('01a2027c-455c-79cb-8faf-211f2775d081', '01a2027c-455c-724e-aa9a-11d6843cbc90', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7c14-b1c6-09748e10b541', '財政課長', true, 6, 9),
	('01a2027c-455c-77c7-9887-aabb94220326', '01a2027c-455c-729f-b1e6-e5ebab5b9f7d', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f15-9e68-147a95553649', '総務部長', true, 4, 7),
	('01a2027c-455c-7c54-9daf-14381ca3cd08', '01a2027c-455c-72b5-a9da-2e9c5aa8f523', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '主査', false, 9, 128),
	('01a2027c-455c-7451-a7e4-dcea8a1a305a', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-73c5-a2d0-28feec77c453', '土木課長', true, 6, 22),
	('01a2027c-455c-73af-84d9-4cf0ae68b942', '01a2027c-455c-730d-9eab-3135136b5f39', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76b3-9c37-41c5806d4566', '会計年度任用職員', false, 11, 55),
	('01a2027c-455c-799f-91f6-0965f407f949', '01a2027c-455c-731d-8e46-02179ee733b7', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7c14-b1c6-09748e10b541', '課長補佐', false, 7, 51),
	('01a2027c-455c-771a-b775-7683f15f0a6b', '01a2027c-455c-732b-8a11-c594af1ece47', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76ab-8ea9-cd33510026c5', '主査', false, 9, 103),
	('01a2027c-455c-7d4c-84af-415285f19b6c', '01a2027c-455c-7330-a8e1-c5700cf4a6c0', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-753b-a411-39faa955a2e2', '課長補佐', false, 7, 126),
	('01a2027c-455c-751e-b5c3-78ab36e0e2f2', '01a2027c-455c-7334-b1cc-a692d7d23e9d', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76b3-9c37-41c5806d4566', '主査', false, 9, 53),
	('01a2027c-455c-779e-b6c7-ae00684f9b0a', '01a2027c-455c-734c-bf0c-af7e2da4ca89', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7bfb-8128-9af413f3e41e', '主査', false, 9, 113),
	('01a2027c-455c-7fad-88f4-3d949855b5b3', '01a2027c-455c-736d-ad6d-cb591af11075', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-762a-a5df-e61cdb3faa4a', '主査', false, 9, 93),
	('01a2027c-455c-752c-85f5-f99a962d2d8f', '01a2027c-455c-7381-9ded-d8d96f137c31', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76b3-9c37-41c5806d4566', '財政係長', true, 8, 52),
	('01a2027c-455c-7720-8097-b8ba55a7193b', '01a2027c-455c-73c7-b9aa-b44480ec4bb1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72bb-927e-7831e3bf859c', '主査', false, 9, 108),
	('01a2027c-455c-7bfa-9977-86ae4cced91d', '01a2027c-455c-740c-a5f2-059b2757cc35', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-74f0-96f9-cec1cbebffaf', '主事', false, 10, 99),
	('01a2027c-455c-720e-985f-13f604a081db', '01a2027c-455c-742d-aa6c-6fa012cf72c1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-744c-804b-157c661437b2', '保険年金課長', true, 6, 14),
	('01a2027c-455c-7e3c-8079-ac861d697509', '01a2027c-455c-7433-a59d-497a7fc1bbd1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cbd-8235-f131028a4d75', '会計年度任用職員', false, 11, 45),
	('01a2027c-455c-7634-8243-bbfa02b694c7', '01a2027c-455c-7444-a871-c6010100d0e9', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7230-8772-fbd625ab7c2c', '課長補佐', false, 7, 41),
	('01a2027c-455c-7800-a30a-fed8f7679a68', '01a2027c-455c-745b-8204-a79c4c360de8', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7370-8de0-ce80462d2b70', '水道課長', true, 6, 25),
	('01a2027c-455c-7d63-ba18-e6dea5c24acd', '01a2027c-455c-7498-8f56-089397a0fc90', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7ac1-ba97-b47448209cb6', '主事', false, 10, 134),
	('01a2027c-455c-74e2-b145-3effc5010ba4', '01a2027c-455c-74b2-8a6b-0837edef5f1b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-74f0-96f9-cec1cbebffaf', '庶務係長', true, 8, 97),
	('01a2027c-455c-7b15-99bd-67f7149d5671', '01a2027c-455c-74b9-8c76-1415c0fa9a00', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', '上下水道局長', true, 4, 23),
	('01a2027c-455c-7e78-b253-32e92f05b276', '01a2027c-455c-74ca-a4fb-fa0798b1a82e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7863-825e-1a2c0c6ed3e1', '市長', true, 1, 0),
	('01a2027c-455c-7abf-bfcd-10b9decf6b60', '01a2027c-455c-74cb-946c-d3c06ceda1b8', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7fb7-a483-b5c4dbac13da', '課長補佐', false, 7, 131),
	('01a2027c-455c-7634-b7df-5c98216c7ba1', '01a2027c-455c-74dd-9a3c-d015f52b9f60', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-739d-a49b-677bff9df7f6', '会計年度任用職員', false, 11, 35),
	('01a2027c-455c-7f82-a923-247b33be5072', '01a2027c-455c-74e3-8a44-090010fec64a', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7863-825e-1a2c0c6ed3e1', '副市長', false, 2, 1),
	('01a2027c-455c-7dcd-8d5b-c363f05d1db5', '01a2027c-455c-7517-9d29-9b33c37f87cf', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '人事課長', true, 6, 10),
	('01a2027c-455c-7cdc-9a5b-d5628c88a81c', '01a2027c-455c-751a-934b-b0752619b36c', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-79f2-9458-3792b20fa4ee', '企画政策課長', true, 6, 4),
	('01a2027c-455c-7a1d-9b3e-096464d78c0c', '01a2027c-455c-752a-9332-69527c23a9ac', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72f1-9156-7770edab1e12', '会計年度任用職員', false, 11, 75),
	('01a2027c-455c-7903-a98a-6c780c947ba1', '01a2027c-455c-7533-aa13-752e104e6540', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '主査', false, 9, 78),
	('01a2027c-455c-7f09-b6f9-d86079687fba', '01a2027c-455c-758e-9e5b-9d87f6d35398', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7ac1-ba97-b47448209cb6', '主査', false, 9, 133),
	('01a2027c-455c-7027-a9dd-3d0eba7f9549', '01a2027c-455c-75a7-b732-0a621921871c', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e4b-95a8-3a8c593ee250', '人事係長', true, 8, 57),
	('01a2027c-455c-737a-ba3b-2680c6ffd079', '01a2027c-455c-75b5-8106-b33d14be9d0b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e4b-95a8-3a8c593ee250', '会計年度任用職員', false, 11, 60),
	('01a2027c-455c-787c-a76a-e4496bc47f29', '01a2027c-455c-7629-b57d-fb9d2294d241', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '総務課長', true, 6, 8),
	('01a2027c-455c-78d6-9e4d-c928cc3515ac', '01a2027c-455c-763a-844f-7c2933ec6890', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-762a-a5df-e61cdb3faa4a', '主事', false, 10, 94),
	('01a2027c-455c-7804-806f-5dd7cee55cf2', '01a2027c-455c-764e-9829-c526417dda60', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '情報政策課長', true, 6, 5),
	('01a2027c-455c-7e81-afe5-7a5b667be7fe', '01a2027c-455c-766e-84d7-1824f84aba62', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-739d-a49b-677bff9df7f6', '庶務係長', true, 8, 32),
	('01a2027c-455c-72d8-a7e4-5b95dc93efee', '01a2027c-455c-7684-90e8-565195560172', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72f1-9156-7770edab1e12', '庶務係長', true, 8, 72),
	('01a2027c-455c-7ce7-91a3-95f705b3e31b', '01a2027c-455c-768c-9d67-04a5a3c53463', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-733b-8562-c3dd9edb8407', '福祉部長', true, 4, 15),
	('01a2027c-455c-7bb1-8921-95030a7a2ed2', '01a2027c-455c-76a1-b190-84dad8a8bb09', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7893-9dd9-530d44ef0ec9', '商工観光課長', true, 6, 20),
	('01a2027c-455c-7068-a878-49a91b8d36e7', '01a2027c-455c-76ae-af43-d67c742ae8e0', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cbd-8235-f131028a4d75', '主事', false, 10, 44),
	('01a2027c-455c-76aa-9f8d-362d8000b803', '01a2027c-455c-76d4-8833-3af7af474f08', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e7e-a981-e17f1bf9f063', '主事', false, 10, 49),
	('01a2027c-455c-7752-a930-6ee447eeb4b9', '01a2027c-455c-773f-a695-cbed345908ea', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72bb-927e-7831e3bf859c', '会計年度任用職員', false, 11, 110),
	('01a2027c-455c-7544-89c8-af525a587d86', '01a2027c-455c-775c-b54f-9d321874a7dc', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72bb-927e-7831e3bf859c', '庶務係長', true, 8, 107),
	('01a2027c-455c-7eb7-ada2-334e47ca8836', '01a2027c-455c-7775-aa04-1952bffc5188', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e7e-a981-e17f1bf9f063', '行政係長', true, 8, 47),
	('01a2027c-455c-7f34-bd1e-10bcbd3e60e9', '01a2027c-455c-77e2-aed8-66f65116d0b4', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-74f0-96f9-cec1cbebffaf', '会計年度任用職員', false, 11, 100),
	('01a2027c-455c-7498-9aff-bee082703f78', '01a2027c-455c-77e7-b00a-c4343f5086ea', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7893-9dd9-530d44ef0ec9', '課長補佐', false, 7, 91),
	('01a2027c-455c-72aa-a50b-bd312bd2be61', '01a2027c-455c-7801-a576-7e11cc95eeb0', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7697-ad47-3be7e8b847c6', '課長補佐', false, 7, 46),
	('01a2027c-455c-705d-8c7c-98dde1cb25dd', '01a2027c-455c-7806-805b-2eb5db9c28d6', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7762-9cbe-a6224649c3c9', '介護保険課長', true, 6, 18),
	('01a2027c-455c-78f3-a12f-591923371611', '01a2027c-455c-780a-8ec7-81185ee252c9', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e6f-9a25-202456be2fd6', '窓口係長', true, 8, 62),
	('01a2027c-455c-7736-9da3-5aa6fbd27810', '01a2027c-455c-784c-9553-6443c8d9d4c5', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a59-b26d-ba05577e570e', '教育委員会事務局長', true, 4, 27),
	('01a2027c-455c-74d7-bdcb-b4f6de865459', '01a2027c-455c-7850-b88b-d6237ce0e937', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a98-8462-a4d7484b2449', '会計年度任用職員', false, 11, 70),
	('01a2027c-455c-7d4d-90d2-d07f19b094a8', '01a2027c-455c-785a-8326-89b7a773f211', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7843-9beb-a5af8e800710', '会計年度任用職員', false, 11, 85),
	('01a2027c-455c-7e75-881f-117ad42c293a', '01a2027c-455c-7867-ad68-81c23b6fa652', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '市民課長', true, 6, 12),
	('01a2027c-455c-7aeb-9c1c-8de39a514bd8', '01a2027c-455c-787e-9841-dd8214df5ef6', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-753b-a411-39faa955a2e2', '生涯学習課長', true, 6, 29),
	('01a2027c-455c-7c92-8b06-86c875bab1ab', '01a2027c-455c-7885-bfba-92e2dd8deab4', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e84-bfdc-de547d0934ad', '庶務係長', true, 8, 117),
	('01a2027c-455c-7da9-9d03-329da93b9cc7', '01a2027c-455c-78ca-9498-cbccbe54e05b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e84-bfdc-de547d0934ad', '主事', false, 10, 119),
	('01a2027c-455c-7c06-89a7-8c8900165bee', '01a2027c-455c-78d2-bf21-9833518b1019', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-762a-a5df-e61cdb3faa4a', '庶務係長', true, 8, 92),
	('01a2027c-455c-7aa0-aaef-4c2dc0a178b4', '01a2027c-455c-78d4-9f22-cad08dc139ad', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f82-9526-d8e50643e6c1', '課長補佐', false, 7, 56),
	('01a2027c-455c-7baa-abcd-a21faeb64f12', '01a2027c-455c-78d6-9748-4ed313dcfdf0', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-74f0-96f9-cec1cbebffaf', '主査', false, 9, 98),
	('01a2027c-455c-761e-a05a-6f9ebc3bbeb6', '01a2027c-455c-791d-a485-d3ba64ef3e30', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e4b-95a8-3a8c593ee250', '主査', false, 9, 58),
	('01a2027c-455c-71b7-a73e-60ac95a22e74', '01a2027c-455c-793a-9322-61a1b673a218', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-73c5-a2d0-28feec77c453', '課長補佐', false, 7, 101),
	('01a2027c-455c-7d3a-9872-faec666e1f7a', '01a2027c-455c-7960-95fe-6856ade64fa1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e6f-9a25-202456be2fd6', '主事', false, 10, 64),
	('01a2027c-455c-7199-8345-17241f5f3c33', '01a2027c-455c-7962-a178-cd52020efa65', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e7e-a981-e17f1bf9f063', '会計年度任用職員', false, 11, 50),
	('01a2027c-455c-77ad-8bc3-4db8ac2027d6', '01a2027c-455c-7973-bc36-2e51c37f09eb', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '会計年度任用職員', false, 11, 80),
	('01a2027c-455c-7ac4-944f-636db5dc29b9', '01a2027c-455c-797c-a25e-5c9c45c585ee', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7230-8772-fbd625ab7c2c', '広報広聴課長', true, 6, 6),
	('01a2027c-455c-7f00-b003-5151c7b9b86c', '01a2027c-455c-79a3-9c3e-2a5152eaa891', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-73d8-9b69-c36595aacaf8', '会計年度任用職員', false, 11, 125),
	('01a2027c-455c-7775-8efd-1fe2c2d46e50', '01a2027c-455c-79b7-930c-44dbb5429968', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7489-832e-ca90a573165b', '課長補佐', false, 7, 76),
	('01a2027c-455c-763f-abe5-9d206b95b4b4', '01a2027c-455c-79b9-987f-22c63d0d5eba', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '庶務係長', true, 8, 127),
	('01a2027c-455c-7fc2-9c7f-568ce76d5ad0', '01a2027c-455c-79ee-a78b-a0b8f13e7739', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-73d8-9b69-c36595aacaf8', '庶務係長', true, 8, 122),
	('01a2027c-455c-7f3a-880d-86add5c9ec8d', '01a2027c-455c-7a05-8a80-9a11ef8a8468', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e45-9d98-a1cf63dae151', '主事', false, 10, 89),
	('01a2027c-455c-7326-86ae-a4cc2a295913', '01a2027c-455c-7a20-b3d2-47dbb471bfa1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-739d-a49b-677bff9df7f6', '主査', false, 9, 33),
	('01a2027c-455c-7d1f-bdd8-c760b207c59a', '01a2027c-455c-7a5f-8b33-73123abf4423', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7bfb-8128-9af413f3e41e', '主事', false, 10, 114),
	('01a2027c-455c-77cd-ba70-1b178656e519', '01a2027c-455c-7a6a-9026-be66325f463d', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7370-8de0-ce80462d2b70', '課長補佐', false, 7, 111),
	('01a2027c-455c-7f59-aa54-aa2f95cc5a1f', '01a2027c-455c-7a71-a6ea-3bc6a282688c', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a98-8462-a4d7484b2449', '主査', false, 9, 68),
	('01a2027c-455c-7f53-9d82-df736bb84c84', '01a2027c-455c-7a7e-8d07-79cf0d01c582', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e45-9d98-a1cf63dae151', '会計年度任用職員', false, 11, 90),
	('01a2027c-455c-77b0-8fe4-35bfdd9cb582', '01a2027c-455c-7a98-9e46-d25385e4e837', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7c28-8cbd-a86206efcccf', '課長補佐', false, 7, 81),
	('01a2027c-455c-793c-a1f0-501d0e02a369', '01a2027c-455c-7aa0-b88c-c78562e31591', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7d39-904a-d52e7fd43e25', '課長補佐', false, 7, 106),
	('01a2027c-455c-7a25-97ae-d8fc69968087', '01a2027c-455c-7ae1-9122-27b461030e73', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-757e-9e34-67e5b046c308', '下水道課長', true, 6, 26),
	('01a2027c-455c-796e-bb5d-86f843e55b84', '01a2027c-455c-7aeb-ae59-7eb6b077f37a', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7ac1-ba97-b47448209cb6', '庶務係長', true, 8, 132),
	('01a2027c-455c-7888-bc32-924e274c177b', '01a2027c-455c-7b3b-981f-a98450bd1318', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7ac1-ba97-b47448209cb6', '会計年度任用職員', false, 11, 135),
	('01a2027c-455c-7dd3-bdb7-00fb21e9b536', '01a2027c-455c-7b9b-a2a8-3c6e7bfc105a', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '主事', false, 10, 129),
	('01a2027c-455c-7689-8198-dfacb9071d73', '01a2027c-455c-7bc2-9341-3602f8f3818a', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-73d8-9b69-c36595aacaf8', '主査', false, 9, 123),
	('01a2027c-455c-76e1-bef7-5b6e45ed115d', '01a2027c-455c-7bfc-b9b0-2f3194c783d1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7801-9b6c-b256dfbe170d', '課長補佐', false, 7, 96),
	('01a2027c-455c-71c6-8122-69ddd6e27d2a', '01a2027c-455c-7c01-a027-40966894193e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '課長補佐', false, 7, 121),
	('01a2027c-455c-72bd-b85f-7e6456a99def', '01a2027c-455c-7c0f-add4-8839ccbf021c', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e45-9d98-a1cf63dae151', '主査', false, 9, 88),
	('01a2027c-455c-76d9-8dfe-9f8cf1d4f441', '01a2027c-455c-7c26-b7fe-a081f14408d0', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7bfb-8128-9af413f3e41e', '庶務係長', true, 8, 112),
	('01a2027c-455c-7676-99e6-b70541566bf2', '01a2027c-455c-7c36-bbeb-55e7423bd742', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e45-9d98-a1cf63dae151', '庶務係長', true, 8, 87),
	('01a2027c-455c-7491-b05b-909295342bc1', '01a2027c-455c-7c3c-b7c7-6cda732304b5', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '課長補佐', false, 7, 61),
	('01a2027c-455c-7217-a596-826849384f2e', '01a2027c-455c-7c77-9c01-2a743bcc579d', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e4b-95a8-3a8c593ee250', '主事', false, 10, 59),
	('01a2027c-455c-7c09-8130-b203489e54a8', '01a2027c-455c-7c81-b4b2-992ca1143827', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cbd-8235-f131028a4d75', '主査', false, 9, 43),
	('01a2027c-455c-72f2-9696-3bc6ca7fac74', '01a2027c-455c-7c89-8363-2df8135c9e6b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cac-97fc-b011ed2b7598', '会計年度任用職員', false, 11, 40),
	('01a2027c-455c-7328-b048-0d413097f323', '01a2027c-455c-7cb9-b33e-918e6b799a92', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cf6-82c7-5513307af940', '税務課長', true, 6, 13),
	('01a2027c-455c-7982-b934-11124698281f', '01a2027c-455c-7cc5-9273-183f7f58989e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cac-97fc-b011ed2b7598', '主査', false, 9, 38),
	('01a2027c-455c-72fe-8f43-9a9bc58427fe', '01a2027c-455c-7cd9-bb4e-ef6df52d570f', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7762-9cbe-a6224649c3c9', '課長補佐', false, 7, 86),
	('01a2027c-455c-761b-a107-b1f8f1c0051f', '01a2027c-455c-7cff-acb6-50d5f458fd9c', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76ab-8ea9-cd33510026c5', '庶務係長', true, 8, 102),
	('01a2027c-455c-7d9d-9330-af26e5e73b58', '01a2027c-455c-7d14-af55-e76f6bce5315', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-79f2-9458-3792b20fa4ee', '課長補佐', false, 7, 31),
	('01a2027c-455c-7944-bf93-f409d8f4193b', '01a2027c-455c-7d1d-98e7-2a5ff7de2758', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7843-9beb-a5af8e800710', '主査', false, 9, 83),
	('01a2027c-455c-7ca3-a634-42425eaff27b', '01a2027c-455c-7d5e-9026-324f5e6c0919', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e6f-9a25-202456be2fd6', '会計年度任用職員', false, 11, 65),
	('01a2027c-455c-7c46-b1ff-9a84d0a7f7c7', '01a2027c-455c-7d5f-8ab5-5dc0a93d2b87', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-757e-9e34-67e5b046c308', '課長補佐', false, 7, 116),
	('01a2027c-455c-7cca-bbac-a2d40e0ca7f4', '01a2027c-455c-7d72-9f9d-c606f44bec58', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cac-97fc-b011ed2b7598', '主事', false, 10, 39),
	('01a2027c-455c-782d-aafc-1ddc0fe66303', '01a2027c-455c-7d8d-bb4e-d9e9579d3f94', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7829-a6ea-dc7e0cda435a', '総合政策部長', true, 4, 3),
	('01a2027c-455c-7ac0-869d-005836357cd5', '01a2027c-455c-7db2-b20d-81387e921afd', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72f1-9156-7770edab1e12', '主事', false, 10, 74),
	('01a2027c-455c-7b2b-9f91-8481bcf6ba4f', '01a2027c-455c-7e38-8516-2f8b9853150e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7489-832e-ca90a573165b', '福祉課長', true, 6, 16),
	('01a2027c-455c-70a7-9dfb-a09dd4a82ce3', '01a2027c-455c-7e94-9158-cb261f642d23', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-73d8-9b69-c36595aacaf8', '主事', false, 10, 124),
	('01a2027c-455c-7a2f-bcc2-cea062a7258d', '01a2027c-455c-7ead-8f68-1c4dbccbedef', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7843-9beb-a5af8e800710', '主事', false, 10, 84),
	('01a2027c-455c-70fc-a26a-3f7ffd787408', '01a2027c-455c-7ee8-b188-2b824691d940', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-744c-804b-157c661437b2', '課長補佐', false, 7, 71),
	('01a2027c-455c-7984-86a9-cede18035cd2', '01a2027c-455c-7ef3-b3b5-134febf04f85', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72bb-927e-7831e3bf859c', '主事', false, 10, 109),
	('01a2027c-455c-7e40-9489-58c08c8d127f', '01a2027c-455c-7f01-81b6-773b8a83c70a', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '課長補佐', false, 7, 36),
	('01a2027c-455c-7c50-b0aa-0cc25ee93297', '01a2027c-455c-7f07-b5f0-437deb6639ff', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cbd-8235-f131028a4d75', '庶務係長', true, 8, 42),
	('01a2027c-455c-79cf-a73f-29d29be02b7b', '01a2027c-455c-7f15-a7fa-d5ba0f4a190e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-739d-a49b-677bff9df7f6', '主事', false, 10, 34),
	('01a2027c-455c-7290-9300-fd17e0c11282', '01a2027c-455c-7f33-825b-e757e872b41f', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7843-9beb-a5af8e800710', '庶務係長', true, 8, 82),
	('01a2027c-455c-7228-b67f-c9e83f78cd5e', '01a2027c-455c-7f39-83be-478878bec773', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '会計年度任用職員', false, 11, 130),
	('01a2027c-455c-76c0-95d0-0f604b901ba9', '01a2027c-455c-7f3a-8bcf-509e34f4d7cd', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7a98-8462-a4d7484b2449', '主事', false, 10, 69),
	('01a2027c-455c-715c-9cff-1ff75b2e7f66', '01a2027c-455c-7f4f-8062-a346f0b4bfec', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-72f1-9156-7770edab1e12', '主査', false, 9, 73),
	('01a2027c-455c-73f9-9680-94553d9b885c', '01a2027c-455c-7f64-8e40-631af55fb0b7', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '学校教育課長', true, 6, 28),
	('01a2027c-455c-7ad3-bad5-0923e140d2a8', '01a2027c-455c-7f66-87b9-9245ac439049', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7e6f-9a25-202456be2fd6', '主査', false, 9, 63),
	('01a2027c-455c-737f-9bfc-21c13411adbe', '01a2027c-455c-7f9e-ab1a-082d66823ba0', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7863-825e-1a2c0c6ed3e1', '教育長', false, 3, 2),
	('01a2027c-455c-78a8-805d-7eaba5990314', '01a2027c-455c-7fc1-829d-c9d5bfa48136', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-76ab-8ea9-cd33510026c5', '会計年度任用職員', false, 11, 105),
	('01a2027c-455c-7007-a506-cf6a18cb77cd', '01a2027c-455c-7fd5-9deb-6a845af50ed3', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '01a2027c-455c-7fb7-a483-b5c4dbac13da', '文化スポーツ課長', true, 6, 30);


--
-- Data for Name: recovery_codes; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: registration_approvals; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: role_posts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.role_posts VALUES
	('01a2027c-455c-7343-aa1f-b06771a738a1', 'system_supervisor', '01a2027c-455c-7d8d-bb4e-d9e9579d3f94', NULL, '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7d4b-a244-69261420d1b1', 'system_administrator', '01a2027c-455c-764e-9829-c526417dda60', NULL, '2021-04-01', '9999-12-31'),
	('01a2027c-455c-783c-a54c-c88be943a313', 'information_manager', '01a2027c-455c-7076-9b42-e8b270afa090', '01a2027c-455c-7d39-904a-d52e7fd43e25', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e8f-9ed5-d3214ad0a1d9', 'information_manager', '01a2027c-455c-70ab-8012-ec099d629146', '01a2027c-455c-7c28-8cbd-a86206efcccf', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c9d-b9f0-81acccb0aca6', 'information_manager', '01a2027c-455c-7190-b24e-04a0ac97f80f', '01a2027c-455c-7801-9b6c-b256dfbe170d', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7d53-be34-69a7e8c9467b', 'information_manager', '01a2027c-455c-724e-aa9a-11d6843cbc90', '01a2027c-455c-7c14-b1c6-09748e10b541', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7bb6-900c-21e3a1dd0fb2', 'information_manager', '01a2027c-455c-72e9-b1c9-3b5b0eff183d', '01a2027c-455c-73c5-a2d0-28feec77c453', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7032-9f44-38217ec5d1a6', 'information_manager', '01a2027c-455c-742d-aa6c-6fa012cf72c1', '01a2027c-455c-744c-804b-157c661437b2', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7db0-a003-3a75883a692d', 'information_manager', '01a2027c-455c-745b-8204-a79c4c360de8', '01a2027c-455c-7370-8de0-ce80462d2b70', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e8f-95fb-200484947065', 'information_manager', '01a2027c-455c-7517-9d29-9b33c37f87cf', '01a2027c-455c-7f82-9526-d8e50643e6c1', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-71ac-9b21-a789fe01b69c', 'information_manager', '01a2027c-455c-751a-934b-b0752619b36c', '01a2027c-455c-79f2-9458-3792b20fa4ee', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7542-812c-25d8edde4cf4', 'information_manager', '01a2027c-455c-7629-b57d-fb9d2294d241', '01a2027c-455c-7697-ad47-3be7e8b847c6', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-74e4-b85e-b3663a052151', 'information_manager', '01a2027c-455c-764e-9829-c526417dda60', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7698-870d-d7eb99c10acb', 'information_manager', '01a2027c-455c-76a1-b190-84dad8a8bb09', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-70dc-9a6d-2cdf20dcf14e', 'information_manager', '01a2027c-455c-7806-805b-2eb5db9c28d6', '01a2027c-455c-7762-9cbe-a6224649c3c9', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7fc2-b62d-20912c0f8c6d', 'information_manager', '01a2027c-455c-7867-ad68-81c23b6fa652', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-70a4-8bb0-662c7b71a9c2', 'information_manager', '01a2027c-455c-787e-9841-dd8214df5ef6', '01a2027c-455c-753b-a411-39faa955a2e2', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ee6-bbf8-20eb407fb5c8', 'information_manager', '01a2027c-455c-797c-a25e-5c9c45c585ee', '01a2027c-455c-7230-8772-fbd625ab7c2c', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7f3a-befe-715c0207571e', 'information_manager', '01a2027c-455c-7ae1-9122-27b461030e73', '01a2027c-455c-757e-9e34-67e5b046c308', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7eca-ae37-b82b86a348fc', 'information_manager', '01a2027c-455c-7cb9-b33e-918e6b799a92', '01a2027c-455c-7cf6-82c7-5513307af940', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7293-8ebc-091d7d26e672', 'information_manager', '01a2027c-455c-7e38-8516-2f8b9853150e', '01a2027c-455c-7489-832e-ca90a573165b', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7785-b9d8-f5a902df86a7', 'information_manager', '01a2027c-455c-7f64-8e40-631af55fb0b7', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-74a6-8a91-8498919e97d8', 'information_manager', '01a2027c-455c-7fd5-9deb-6a845af50ed3', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '2021-04-01', '9999-12-31');


--
-- Data for Name: seaql_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.seaql_migrations VALUES
	('kernel_0001', 1795338027),
	('audit_0001', 1795338027),
	('accounts_org_0001', 1795338028),
	('accounts_calendar_0001', 1795338028),
	('accounts_id_0001', 1795338028),
	('messaging_0001', 1795338028);


--
-- Data for Name: second_factors; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sessions VALUES
	('01a2027c-455c-71e6-9078-0e71db76a9be', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', '\x534f0f1cd1554dee42feb54ed0194b26aaebdc341eeebe5e425db12ca13e7d03', NULL, NULL, 'YB0MWJT5sKv7Cudj_TwoXhXryiinGE1eUOrLyAA2u0I', -3125869705678724848, 1795338028380, 1795338028380, 1795381228380, '', '', 1795338028380, 'signed_out', NULL),
	('01a2027c-455c-7cc9-b1e2-2e1392497d87', '01a2027c-455c-7c5d-84b3-07232fae46a1', '\xd46e01e75cbe2389933dc3b92f5b6b977979718abf26c94004aa4c30a47c4e6f', NULL, NULL, '2KjS7HSI8tdcx8iPi8Hzdgi1f7ZGjpxLyKe4WksgfUo', -7348113164768404434, 1795338028380, 1795338028380, 1795381228380, '', '', 1795338028380, 'signed_out', NULL),
	('01a2027c-455c-7e40-85a2-abf0cf426e00', '01a2027c-455c-7390-b1b4-de39ed0f56c6', '\x50c134662bbf6557a8229f4a23885b76901470333ad933a3c2872a27dfae299e', NULL, NULL, 'f6aOS2zqCrYlPHy_LfYfKOrw6tZNsVBQbCsND9GzylU', -4537238997977476749, 1795338028380, 1795338028380, 1795381228380, '', '', 1795338028380, 'signed_out', NULL),
	('01a2027c-455c-7137-86c1-4e333d0690a0', '01a2027c-455c-767f-b339-bd0df39b6c4f', '\x0d5ff97a7df4862fd9daa5fe2270b1433b289b0aef3453f10af028629b6b647a', NULL, NULL, '5QYnCz7oJAQ0-exvknjR19SI2Nr1P2VbGH1W60JUdfg', -9258079475055980, 1795338028380, 1795338028380, 1795381228380, '', '', 1795338028380, 'signed_out', NULL),
	('01a2027c-455c-7d39-8ca4-59205867b747', '01a2027c-455c-74d7-944f-99bf75972683', '\x1c20d2b2ae009d88436c9efa3d3b9e83ac45c5d1a37e6145fb0f9b0dd5b3319f', NULL, NULL, 's64-vjnXTFdC8JkYlqQP9WoX7g95c99piROgqULjlmc', -1765907584952169090, 1795338028380, 1795338028380, 1795381228380, '', '', 1795338028380, 'signed_out', NULL);


--
-- Data for Name: sharing_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sign_in_budgets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sign_in_budgets VALUES
	('\x89cb06a126806b9706235a90879d4d9d1b94e898cda71d425910a2881f36fc8c', 0, 1795338028380, NULL, 0),
	('\x4857615ebe553e2017b71c78edb652166761efb9e57b99be1f3f0596a033ca11', 0, 1795338028380, NULL, 0),
	('\x52bfc4a8044ae30554c3e05b8ff09ec849c82eae74ba1b4f263ec8cdd8a3a83f', 0, 1795338028380, NULL, 0),
	('\x6b0a6549ebff02699215fcef335f8a67aff1129284f7e0461ba52091c41eb7bd', 0, 1795338028380, NULL, 0),
	('\xbef473a9b9bc09fd8e3a65d692b11a8516b03071a80cd2eab9f5811ae713e639', 0, 1795338028380, NULL, 0),
	('\x235fb9728fca8a63aeb0d8b41c72594842ff04cffd23a120f736df2cf9967382', 0, 1795338028380, NULL, 0);


--
-- Data for Name: sign_in_challenges; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sign_ins; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sign_ins VALUES
	('01a2027c-455c-75c4-899a-4e685863c820', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', 1795338028380, 'done', '', ''),
	('01a2027c-455c-7685-8c33-a79e52c47e2a', '01a2027c-455c-7c5d-84b3-07232fae46a1', 1795338028380, 'done', '', ''),
	('01a2027c-455c-7d18-81da-8263cf667471', '01a2027c-455c-7390-b1b4-de39ed0f56c6', 1795338028380, 'done', '', ''),
	('01a2027c-455c-7c0c-956c-c81a762ff9e4', '01a2027c-455c-767f-b339-bd0df39b6c4f', 1795338028380, 'done', '', ''),
	('01a2027c-455c-76be-88d2-ab70e8f4be18', '01a2027c-455c-74d7-944f-99bf75972683', 1795338028380, 'done', '', '');


--
-- Data for Name: staff; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff VALUES
	('01a2027c-455c-767f-81ca-9f90079a7ad8', '01a2027c-455c-701f-9b74-b98d69f88eb7', '2025-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1032', '岡田 昭夫', 'オカダ アキオ', '\xe3818ae3818be3819fe38182e3818de3818a00e3818ae3818be381a0e38182e3818de3818a', '岡田昭夫 おかだあきお 1032', 'regular', 'active'),
	('01a2027c-455c-76ab-a72e-3cb923783695', '01a2027c-455c-709e-8fba-c17229b8f9d1', '2024-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1043', '渡辺 拓也', 'ワタナベ タクヤ', '\xe3828fe3819fe381aae381b8e3819fe3818fe3828400e3828fe3819fe381aae381b9e3819fe3818fe38284', '渡辺拓也 わたなべたくや 1043', 'regular', 'active'),
	('01a2027c-455c-7443-b7df-09919dfddd50', '01a2027c-455c-70e2-b1ce-1d9ab6a4703c', '2015-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1002', '中島 香織', 'ナカジマ カオリ', '\xe381aae3818be38197e381bee3818be3818ae3828a00e381aae3818be38198e381bee3818be3818ae3828a', '中島香織 なかじまかおり 1002', 'deputy_mayor', 'active'),
	('01a2027c-455c-7a08-96ab-9344d44c61e0', '01a2027c-455c-711d-b7b8-a04de1a6519d', '2008-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1049', '中島 桃子', 'ナカジマ モモコ', '\xe381aae3818be38197e381bee38282e38282e3819300e381aae3818be38198e381bee38282e38282e38193', '中島桃子 なかじまももこ 1049', 'regular', 'active'),
	('01a2027c-455c-796f-ab43-6d0178041217', '01a2027c-455c-715d-b43f-86b23a9f167a', '2010-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1008', '中野 亮', 'ナカノ リョウ', '\xe381aae3818be381aee3828ae38288e3818600e381aae3818be381aee3828ae38287e38186', '中野亮 なかのりょう 1008', 'regular', 'active'),
	('01a2027c-455c-7a5e-8291-1ff6e9af9712', '01a2027c-455c-71a1-9b76-b7035efabbb9', '2011-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1046', '斎藤 洋介', 'サイトウ ヨウスケ', '\xe38195e38184e381a8e38186e38288e38186e38199e3819100e38195e38184e381a8e38186e38288e38186e38199e38191', '斎藤洋介 さいとうようすけ 1046', 'regular', 'active'),
	('01a2027c-455c-7b19-bef2-21745b02fc35', '01a2027c-455c-71f8-b42b-1f7a3d6ac629', '2011-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1042', '田中 誠', 'タナカ マコト', '\xe3819fe381aae3818be381bee38193e381a800e3819fe381aae3818be381bee38193e381a8', '田中誠 たなかまこと 1042', 'regular', 'active'),
	('01a2027c-455c-7d6b-876d-39a17097ac72', '01a2027c-455c-7280-909e-39fd1baae257', '2019-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1012', '井上 正人', 'イノウエ マサト', '\xe38184e381aee38186e38188e381bee38195e381a800e38184e381aee38186e38188e381bee38195e381a8', '井上正人 いのうえまさと 1012', 'regular', 'active'),
	('01a2027c-455c-7e55-8b2a-5de36cbe133d', '01a2027c-455c-72e4-8466-70a7ff9ae66f', '2014-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1013', '藤本 浩二', 'フジモト コウジ', '\xe381b5e38197e38282e381a8e38193e38186e3819700e381b5e38198e38282e381a8e38193e38186e38198', '藤本浩二 ふじもとこうじ 1013', 'regular', 'active'),
	('01a2027c-455c-7e48-a6a4-2bfc49f405c0', '01a2027c-455c-7309-9530-4756906bcae7', '2024-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1035', '村田 大輔', 'ムラタ ダイスケ', '\xe38280e38289e3819fe3819fe38184e38199e3819100e38280e38289e3819fe381a0e38184e38199e38191', '村田大輔 むらただいすけ 1035', 'fixed_term', 'active'),
	('01a2027c-455c-7d34-bade-8bb12b11d6a5', '01a2027c-455c-736c-9c43-3a1c8fcb6fd6', '2024-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1005', '野口 雄太', 'ノグチ ユウタ', '\xe381aee3818fe381a1e38286e38186e3819f00e381aee38190e381a1e38286e38186e3819f', '野口雄太 のぐちゆうた 1005', 'regular', 'active'),
	('01a2027c-455c-7fd9-8dcf-b87864551120', '01a2027c-455c-7384-bb4f-0a011c03a748', '2014-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1030', '杉山 正人', 'スギヤマ マサト', '\xe38199e3818de38284e381bee381bee38195e381a800e38199e3818ee38284e381bee381bee38195e381a8', '杉山正人 すぎやままさと 1030', 'regular', 'active'),
	('01a2027c-455c-7f22-9a54-5a301bc07011', '01a2027c-455c-73a1-81b8-08e84f521e60', '2012-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1031', '安藤 楓', 'アンドウ カエデ', '\xe38182e38293e381a8e38186e3818be38188e381a600e38182e38293e381a9e38186e3818be38188e381a7', '安藤楓 あんどうかえで 1031', 'regular', 'active'),
	('01a2027c-455c-72bf-8520-ced358089c4a', '01a2027c-455c-7446-a85b-c86d1395eae7', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1027', '中川 修', 'ナカガワ オサム', '\xe381aae3818be3818be3828fe3818ae38195e3828000e381aae3818be3818ce3828fe3818ae38195e38280', '中川修 なかがわおさむ 1027', 'regular', 'active'),
	('01a2027c-455c-7d36-8fd3-8b6f82dd1a91', '01a2027c-455c-748b-8c5c-b97f42b0690e', '2019-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1054', '岡本 修', 'オカモト オサム', '\xe3818ae3818be38282e381a8e3818ae38195e3828000e3818ae3818be38282e381a8e3818ae38195e38280', '岡本修 おかもとおさむ 1054', 'regular', 'active'),
	('01a2027c-455c-79c8-93bd-a7d27635d190', '01a2027c-455c-7490-9f4a-b51374420baf', '2017-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1010', '丸山 瞳', 'マルヤマ ヒトミ', '\xe381bee3828be38284e381bee381b2e381a8e381bf00e381bee3828be38284e381bee381b2e381a8e381bf', '丸山瞳 まるやまひとみ 1010', 'regular', 'active'),
	('01a2027c-455c-7edd-9224-5ad9eb8f9afc', '01a2027c-455c-749b-a0f2-8f5fb45c685a', '2016-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1007', '小林 誠', 'コバヤシ マコト', '\xe38193e381afe38284e38197e381bee38193e381a800e38193e381b0e38284e38197e381bee38193e381a8', '小林誠 こばやしまこと 1007', 'regular', 'active'),
	('01a2027c-455c-7392-ad22-c76ab50a6279', '01a2027c-455c-74c5-b5c7-d1f07d9b07fa', '2010-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1059', '中川 純一', 'ナカガワ ジュンイチ', '\xe381aae3818be3818be3828fe38197e38286e38293e38184e381a100e381aae3818be3818ce3828fe38198e38285e38293e38184e381a1', '中川純一 なかがわじゅんいち 1059', 'regular', 'active'),
	('01a2027c-455c-7e44-b670-318bc516774d', '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '2017-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1014', '吉田 茜', 'ヨシダ アカネ', '\xe38288e38197e3819fe38182e3818be381ad00e38288e38197e381a0e38182e3818be381ad', '吉田茜 よしだあかね 1014', 'regular', 'active'),
	('01a2027c-455c-7c62-985c-79483cf010a4', '01a2027c-455c-75f1-9dde-9760634c5cca', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1057', '原 麻衣', 'ハラ マイ', '\xe381afe38289e381bee3818400e381afe38289e381bee38184', '原麻衣 はらまい 1057', 'fixed_term', 'active'),
	('01a2027c-455c-7c69-8971-a7ab931ef632', '01a2027c-455c-761a-af8e-95409c8a7131', '2014-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1056', '大野 里美', 'オオノ サトミ', '\xe3818ae3818ae381aee38195e381a8e381bf00e3818ae3818ae381aee38195e381a8e381bf', '大野里美 おおのさとみ 1056', 'regular', 'active'),
	('01a2027c-455c-7f34-9ab0-2b14852024d0', '01a2027c-455c-7626-824f-efdb8a11af26', '2015-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1055', '小川 千尋', 'オガワ チヒロ', '\xe3818ae3818be3828fe381a1e381b2e3828d00e3818ae3818ce3828fe381a1e381b2e3828d', '小川千尋 おがわちひろ 1055', 'regular', 'active'),
	('01a2027c-455c-72d3-878d-89ea7ee52e96', '01a2027c-455c-7663-8959-5c3e28343cb9', '2016-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1040', '林 綾', 'ハヤシ アヤ', '\xe381afe38284e38197e38182e3828400e381afe38284e38197e38182e38284', '林綾 はやしあや 1040', 'regular', 'active'),
	('01a2027c-455c-7af2-89b0-b779c7530638', '01a2027c-455c-7675-a692-5fdbf50da9a5', '2024-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1004', '松田 陽子', 'マツダ ヨウコ', '\xe381bee381a4e3819fe38288e38186e3819300e381bee381a4e381a0e38288e38186e38193', '松田陽子 まつだようこ 1004', 'regular', 'active'),
	('01a2027c-455c-7880-be36-3a21bcc631c2', '01a2027c-455c-76a1-9b1c-0ab380b845fc', '2017-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1003', '中川 智子', 'ナカガワ トモコ', '\xe381aae3818be3818be3828fe381a8e38282e3819300e381aae3818be3818ce3828fe381a8e38282e38193', '中川智子 なかがわともこ 1003', 'superintendent', 'active'),
	('01a2027c-455c-7206-b101-175b8a4a1bfa', '01a2027c-455c-76db-8151-fe1362c22d91', '2008-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1001', '岩崎 雄太', 'イワサキ ユウタ', '\xe38184e3828fe38195e3818de38286e38186e3819f00e38184e3828fe38195e3818de38286e38186e3819f', '岩崎雄太 いわさきゆうた 1001', 'mayor', 'active'),
	('01a2027c-455c-7020-bfce-a09742b5dc33', '01a2027c-455c-76ff-91e0-6a1733d82c89', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1051', '上田 光', 'ウエダ ヒカル', '\xe38186e38188e3819fe381b2e3818be3828b00e38186e38188e381a0e381b2e3818be3828b', '上田光 うえだひかる 1051', 'regular', 'active'),
	('01a2027c-455c-7e97-8755-fc9dc009dffa', '01a2027c-455c-7755-9032-117a01c127d1', '2017-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1017', '酒井 由美子', 'サカイ ユミコ', '\xe38195e3818be38184e38286e381bfe3819300e38195e3818be38184e38286e381bfe38193', '酒井由美子 さかいゆみこ 1017', 'regular', 'active'),
	('01a2027c-455c-7bd8-b53c-2f2e10f1ec76', '01a2027c-455c-77ac-9982-d20f164edc15', '2022-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1006', '渡辺 和也', 'ワタナベ カズヤ', '\xe3828fe3819fe381aae381b8e3818be38199e3828400e3828fe3819fe381aae381b9e3818be3819ae38284', '渡辺和也 わたなべかずや 1006', 'regular', 'active'),
	('01a2027c-455c-7406-bf42-1e573b540248', '01a2027c-455c-77cb-9dc8-e65e8a1ccecc', '2015-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1024', '森田 大輔', 'モリタ ダイスケ', '\xe38282e3828ae3819fe3819fe38184e38199e3819100e38282e3828ae3819fe381a0e38184e38199e38191', '森田大輔 もりただいすけ 1024', 'regular', 'active'),
	('01a2027c-455c-790d-9204-5463d0123435', '01a2027c-455c-7898-943f-326b21f3930e', '2014-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1033', '大野 和也', 'オオノ カズヤ', '\xe3818ae3818ae381aee3818be38199e3828400e3818ae3818ae381aee3818be3819ae38284', '大野和也 おおのかずや 1033', 'regular', 'active'),
	('01a2027c-455c-7d5e-88a1-78cd69115bd9', '01a2027c-455c-78b7-a33a-5e13b48a8da4', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1039', '原 直樹', 'ハラ ナオキ', '\xe381afe38289e381aae3818ae3818d00e381afe38289e381aae3818ae3818d', '原直樹 はらなおき 1039', 'fixed_term', 'active'),
	('01a2027c-455c-794d-b4cd-b59db9804711', '01a2027c-455c-78e8-996e-fce1dfc901f3', '2025-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1048', '岩崎 浩二', 'イワサキ コウジ', '\xe38184e3828fe38195e3818de38193e38186e3819700e38184e3828fe38195e3818de38193e38186e38198', '岩崎浩二 いわさきこうじ 1048', 'regular', 'active'),
	('01a2027c-455c-7ec9-8b43-198eae9480aa', '01a2027c-455c-7955-8932-e3d30dbb92c1', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1050', '佐々木 剛', 'ササキ ツヨシ', '\xe38195e38195e3818de381a4e38288e3819700e38195e38195e3818de381a4e38288e38197', '佐々木剛 ささきつよし 1050', 'regular', 'active'),
	('01a2027c-455c-7e8a-8e0f-f33a49faa8b9', '01a2027c-455c-7a0c-8f8a-bc7d617501a9', '2013-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1022', '後藤 彩香', 'ゴトウ アヤカ', '\xe38193e381a8e38186e38182e38284e3818b00e38194e381a8e38186e38182e38284e3818b', '後藤彩香 ごとうあやか 1022', 'regular', 'active'),
	('01a2027c-455c-762e-a5ff-8ddc04950b4f', '01a2027c-455c-7a42-9e00-113ecc025c00', '2015-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1016', '酒井 昭夫', 'サカイ アキオ', '\xe38195e3818be38184e38182e3818de3818a00e38195e3818be38184e38182e3818de3818a', '酒井昭夫 さかいあきお 1016', 'regular', 'active'),
	('01a2027c-455c-7723-a36f-a0c2981f0b4d', '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '2007-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1036', '森田 勇', 'モリタ イサム', '\xe38282e3828ae3819fe38184e38195e3828000e38282e3828ae3819fe38184e38195e38280', '森田勇 もりたいさむ 1036', 'regular', 'active'),
	('01a2027c-455c-70a6-a9be-b5fcb25c81a5', '01a2027c-455c-7a9f-9c91-c3697200c8b6', '2014-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1020', '加藤 桃子', 'カトウ モモコ', '\xe3818be381a8e38186e38282e38282e3819300e3818be381a8e38186e38282e38282e38193', '加藤桃子 かとうももこ 1020', 'regular', 'active'),
	('01a2027c-455c-7e67-ad30-e29a1a0a57f0', '01a2027c-455c-7adc-8422-76f6f37b39df', '2018-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1021', '後藤 勇', 'ゴトウ イサム', '\xe38193e381a8e38186e38184e38195e3828000e38194e381a8e38186e38184e38195e38280', '後藤勇 ごとういさむ 1021', 'regular', 'active'),
	('01a2027c-455c-7228-ba84-23fd1eda734c', '01a2027c-455c-7b54-aeb5-d6f772071924', '2008-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1011', '三浦 涼太', 'ミウラ リョウタ', '\xe381bfe38186e38289e3828ae38288e38186e3819f00e381bfe38186e38289e3828ae38287e38186e3819f', '三浦涼太 みうらりょうた 1011', 'regular', 'active'),
	('01a2027c-455c-7e9f-bddb-3d2f78912a5d', '01a2027c-455c-7b83-ae5f-ceb34f17a8d6', '2007-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1045', '坂本 香織', 'サカモト カオリ', '\xe38195e3818be38282e381a8e3818be3818ae3828a00e38195e3818be38282e381a8e3818be3818ae3828a', '坂本香織 さかもとかおり 1045', 'regular', 'active'),
	('01a2027c-455c-7ab9-9c51-c5aa895dee5c', '01a2027c-455c-7b94-837e-f52e7a2053c0', '2019-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1038', '岡田 久美子', 'オカダ クミコ', '\xe3818ae3818be3819fe3818fe381bfe3819300e3818ae3818be381a0e3818fe381bfe38193', '岡田久美子 おかだくみこ 1038', 'regular', 'active'),
	('01a2027c-455c-74d5-bcd8-e8cad23f3563', '01a2027c-455c-7c3e-80b8-e00f92a4c3b5', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1060', '髙𠮷 拓也', 'タカヨシ タクヤ', '\xe3819fe3818be38288e38197e3819fe3818fe3828400e3819fe3818be38288e38197e3819fe3818fe38284', '髙𠮷拓也 たかよしたくや 1060', 'fixed_term', 'active'),
	('01a2027c-455c-7f47-9a1e-536b5a3957f2', '01a2027c-455c-7c6d-ac3e-f4778bfefe5a', '2018-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1009', '林 ひかり', 'ハヤシ ヒカリ', '\xe381afe38284e38197e381b2e3818be3828a00e381afe38284e38197e381b2e3818be3828a', '林ひかり はやしひかり 1009', 'regular', 'active'),
	('01a2027c-455c-7642-a33f-b8a237b1d2f3', '01a2027c-455c-7cab-a351-e555828c2c09', '2022-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1037', '中島 直樹', 'ナカジマ ナオキ', '\xe381aae3818be38197e381bee381aae3818ae3818d00e381aae3818be38198e381bee381aae3818ae3818d', '中島直樹 なかじまなおき 1037', 'regular', 'active'),
	('01a2027c-455c-79d2-9942-bbd2f9d2f647', '01a2027c-455c-7cf5-bf47-e22c0b4604e9', '2023-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1025', '丸山 美穂', 'マルヤマ ミホ', '\xe381bee3828be38284e381bee381bfe381bb00e381bee3828be38284e381bee381bfe381bb', '丸山美穂 まるやまみほ 1025', 'regular', 'active'),
	('01a2027c-455c-7b48-a21a-0feef384ecbc', '01a2027c-455c-7d18-9f6c-900400cb3969', '2007-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1058', '森田 哲也', 'モリタ テツヤ', '\xe38282e3828ae3819fe381a6e381a4e3828400e38282e3828ae3819fe381a6e381a4e38284', '森田哲也 もりたてつや 1058', 'regular', 'active'),
	('01a2027c-455c-7a0b-b360-07d376e8944f', '01a2027c-455c-7d1a-a917-caed928ef2e6', '2009-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1015', '渡辺 幸男', 'ワタナベ ユキオ', '\xe3828fe3819fe381aae381b8e38286e3818de3818a00e3828fe3819fe381aae381b9e38286e3818de3818a', '渡辺幸男 わたなべゆきお 1015', 'regular', 'active'),
	('01a2027c-455c-79a7-a002-0319a561206e', '01a2027c-455c-7d21-bd32-f99e330d82ec', '2012-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1028', '高木 里美', 'タカギ サトミ', '\xe3819fe3818be3818de38195e381a8e381bf00e3819fe3818be3818ee38195e381a8e381bf', '高木里美 たかぎさとみ 1028', 'regular', 'active'),
	('01a2027c-455c-7586-9090-aca38b847272', '01a2027c-455c-7d72-be28-6cf67c5c8f9c', '2007-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1034', '村上 典子', 'ムラカミ ノリコ', '\xe38280e38289e3818be381bfe381aee3828ae3819300e38280e38289e3818be381bfe381aee3828ae38193', '村上典子 むらかみのりこ 1034', 'regular', 'active'),
	('01a2027c-455c-78cd-8789-2a8867a970fe', '01a2027c-455c-7d76-b619-c30104061867', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1041', '岡本 拓也', 'オカモト タクヤ', '\xe3818ae3818be38282e381a8e3819fe3818fe3828400e3818ae3818be38282e381a8e3819fe3818fe38284', '岡本拓也 おかもとたくや 1041', 'regular', 'active'),
	('01a2027c-455c-720b-b86f-c272bffabef4', '01a2027c-455c-7d93-8f76-298c51c16e3c', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1029', '平野 進', 'ヒラノ ススム', '\xe381b2e38289e381aee38199e38199e3828000e381b2e38289e381aee38199e38199e38280', '平野進 ひらのすすむ 1029', 'regular', 'active'),
	('01a2027c-455c-72ef-896a-a14eec94f9aa', '01a2027c-455c-7e2b-b191-60b9c8d9c570', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1053', '木下 優子', 'キノシタ ユウコ', '\xe3818de381aee38197e3819fe38286e38186e3819300e3818de381aee38197e3819fe38286e38186e38193', '木下優子 きのしたゆうこ 1053', 'fixed_term', 'active'),
	('01a2027c-455c-7ebc-8711-8842234a4893', '01a2027c-455c-7e55-9125-17677e28b013', '2026-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1018', '増田 孝', 'マスダ タカシ', '\xe381bee38199e3819fe3819fe3818be3819700e381bee38199e381a0e3819fe3818be38197', '増田孝 ますだたかし 1018', 'regular', 'active'),
	('01a2027c-455c-7367-af05-580110e25b00', '01a2027c-455c-7e6d-9898-6472dd2e4eb3', '2011-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1052', '斎藤 瞳', 'サイトウ ヒトミ', '\xe38195e38184e381a8e38186e381b2e381a8e381bf00e38195e38184e381a8e38186e381b2e381a8e381bf', '斎藤瞳 さいとうひとみ 1052', 'regular', 'active'),
	('01a2027c-455c-7b6e-9c21-08a2a0431f0c', '01a2027c-455c-7ec6-8aef-d82978b70a2c', '2019-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1019', '福田 進', 'フクダ ススム', '\xe381b5e3818fe3819fe38199e38199e3828000e381b5e3818fe381a0e38199e38199e38280', '福田進 ふくだすすむ 1019', 'regular', 'active'),
	('01a2027c-455c-7acf-9316-6b176cb75e62', '01a2027c-455c-7f2a-9022-33185f9179cd', '2015-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1047', '佐々木 綾', 'ササキ アヤ', '\xe38195e38195e3818de38182e3828400e38195e38195e3818de38182e38284', '佐々木綾 ささきあや 1047', 'regular', 'active'),
	('01a2027c-455c-7797-bdf6-be2c18657dd0', '01a2027c-455c-7f64-978a-6bfb90bae408', '2012-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1044', '井上 学', 'イノウエ マナブ', '\xe38184e381aee38186e38188e381bee381aae381b500e38184e381aee38186e38188e381bee381aae381b6', '井上学 いのうえまなぶ 1044', 'regular', 'active'),
	('01a2027c-455c-7909-9706-6d2010de456d', '01a2027c-455c-7f7a-a2ac-cd2c4762da94', '2014-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1026', '安藤 修', 'アンドウ オサム', '\xe38182e38293e381a8e38186e3818ae38195e3828000e38182e38293e381a9e38186e3818ae38195e38280', '安藤修 あんどうおさむ 1026', 'regular', 'active'),
	('01a2027c-455c-71f1-8834-e919a79bc242', '01a2027c-455c-7ffc-be1c-1756ac2be1be', '2009-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '1023', '福田 純一', 'フクダ ジュンイチ', '\xe381b5e3818fe3819fe38197e38286e38293e38184e381a100e381b5e3818fe381a0e38198e38285e38293e38184e381a1', '福田純一 ふくだじゅんいち 1023', 'regular', 'active');


--
-- Data for Name: suspensions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: unit_paths; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.unit_paths VALUES
	('01a2027c-455c-77c1-8fda-dc2207d74b62', '01a2027c-455c-70e1-8c7f-7b0be098123b', '01a2027c-455c-70e1-8c7f-7b0be098123b', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c44-9777-39789592aae5', '01a2027c-455c-7230-8772-fbd625ab7c2c', '01a2027c-455c-7230-8772-fbd625ab7c2c', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7698-894a-9e214071ca83', '01a2027c-455c-7230-8772-fbd625ab7c2c', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e03-91e5-a990256091a0', '01a2027c-455c-72bb-927e-7831e3bf859c', '01a2027c-455c-72bb-927e-7831e3bf859c', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ccd-a6c2-3c059bd15adb', '01a2027c-455c-72bb-927e-7831e3bf859c', '01a2027c-455c-7d39-904a-d52e7fd43e25', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-738f-9664-280b3f17c381', '01a2027c-455c-72bb-927e-7831e3bf859c', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-75af-a20f-76290238c8d6', '01a2027c-455c-72f1-9156-7770edab1e12', '01a2027c-455c-72f1-9156-7770edab1e12', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7d6e-b632-78aecf9c410e', '01a2027c-455c-72f1-9156-7770edab1e12', '01a2027c-455c-744c-804b-157c661437b2', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-73f8-bf68-db6bbc039849', '01a2027c-455c-72f1-9156-7770edab1e12', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e2d-ba65-fb07789d0cdb', '01a2027c-455c-733b-8562-c3dd9edb8407', '01a2027c-455c-733b-8562-c3dd9edb8407', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7023-a43d-d0f1056c8df3', '01a2027c-455c-7370-8de0-ce80462d2b70', '01a2027c-455c-7370-8de0-ce80462d2b70', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ad2-8d13-850f82b7bfa0', '01a2027c-455c-7370-8de0-ce80462d2b70', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7feb-a6ed-7090713ca50c', '01a2027c-455c-739d-a49b-677bff9df7f6', '01a2027c-455c-739d-a49b-677bff9df7f6', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-72a2-93f5-e578b2850dde', '01a2027c-455c-739d-a49b-677bff9df7f6', '01a2027c-455c-79f2-9458-3792b20fa4ee', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-70b9-9c6f-8159ad5c83d2', '01a2027c-455c-739d-a49b-677bff9df7f6', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7938-afba-ad834e20b8e5', '01a2027c-455c-73c5-a2d0-28feec77c453', '01a2027c-455c-73c5-a2d0-28feec77c453', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-77b5-a6a2-074d9182f373', '01a2027c-455c-73c5-a2d0-28feec77c453', '01a2027c-455c-70e1-8c7f-7b0be098123b', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c4b-a252-967ac9e4a494', '01a2027c-455c-73d8-9b69-c36595aacaf8', '01a2027c-455c-73d8-9b69-c36595aacaf8', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7925-9f70-284cf07a2e01', '01a2027c-455c-73d8-9b69-c36595aacaf8', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7cc3-abfa-c741bb84d84b', '01a2027c-455c-73d8-9b69-c36595aacaf8', '01a2027c-455c-7a59-b26d-ba05577e570e', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c1c-881e-35710e45682e', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-719a-bc2a-e3e4c4564537', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7741-a9ac-ea57f566e4b4', '01a2027c-455c-744c-804b-157c661437b2', '01a2027c-455c-744c-804b-157c661437b2', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7123-9fe3-e9a3f0df7182', '01a2027c-455c-744c-804b-157c661437b2', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-72ff-a4dc-ca3dc9ce742f', '01a2027c-455c-7489-832e-ca90a573165b', '01a2027c-455c-7489-832e-ca90a573165b', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-794f-8196-b0faee28bbd7', '01a2027c-455c-7489-832e-ca90a573165b', '01a2027c-455c-733b-8562-c3dd9edb8407', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-728a-a2d0-be4e6e826d34', '01a2027c-455c-74f0-96f9-cec1cbebffaf', '01a2027c-455c-74f0-96f9-cec1cbebffaf', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7291-8f0b-a4dc22ba153d', '01a2027c-455c-74f0-96f9-cec1cbebffaf', '01a2027c-455c-7801-9b6c-b256dfbe170d', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7241-af1b-afacce277316', '01a2027c-455c-74f0-96f9-cec1cbebffaf', '01a2027c-455c-70e1-8c7f-7b0be098123b', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7968-be62-20d4300ddd87', '01a2027c-455c-753b-a411-39faa955a2e2', '01a2027c-455c-753b-a411-39faa955a2e2', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-717c-9c79-ce8f46322ae7', '01a2027c-455c-753b-a411-39faa955a2e2', '01a2027c-455c-7a59-b26d-ba05577e570e', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ac8-862e-d12b6c344ac0', '01a2027c-455c-757e-9e34-67e5b046c308', '01a2027c-455c-757e-9e34-67e5b046c308', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7b4b-9296-69d971174b93', '01a2027c-455c-757e-9e34-67e5b046c308', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ff5-9b46-8cf6d6b37080', '01a2027c-455c-762a-a5df-e61cdb3faa4a', '01a2027c-455c-762a-a5df-e61cdb3faa4a', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7382-9cc9-eaf4b6784bbd', '01a2027c-455c-762a-a5df-e61cdb3faa4a', '01a2027c-455c-7893-9dd9-530d44ef0ec9', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-74d8-a8a6-9500f0c7bbbe', '01a2027c-455c-762a-a5df-e61cdb3faa4a', '01a2027c-455c-70e1-8c7f-7b0be098123b', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-73d5-9672-62abc8d8fdb5', '01a2027c-455c-7697-ad47-3be7e8b847c6', '01a2027c-455c-7697-ad47-3be7e8b847c6', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-731a-9827-ede4f1038b3c', '01a2027c-455c-7697-ad47-3be7e8b847c6', '01a2027c-455c-7f15-9e68-147a95553649', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7388-854e-51d9e5fd4dfe', '01a2027c-455c-76ab-8ea9-cd33510026c5', '01a2027c-455c-76ab-8ea9-cd33510026c5', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e6f-b37b-9e8c985d2e08', '01a2027c-455c-76ab-8ea9-cd33510026c5', '01a2027c-455c-73c5-a2d0-28feec77c453', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7eed-a810-059c90f38413', '01a2027c-455c-76ab-8ea9-cd33510026c5', '01a2027c-455c-70e1-8c7f-7b0be098123b', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ed0-85aa-0015e9dab722', '01a2027c-455c-76b3-9c37-41c5806d4566', '01a2027c-455c-76b3-9c37-41c5806d4566', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7fcd-accf-803dec7cffc7', '01a2027c-455c-76b3-9c37-41c5806d4566', '01a2027c-455c-7c14-b1c6-09748e10b541', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-723f-a340-5314de5b50b1', '01a2027c-455c-76b3-9c37-41c5806d4566', '01a2027c-455c-7f15-9e68-147a95553649', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7dc2-a271-a34dc4a919df', '01a2027c-455c-7762-9cbe-a6224649c3c9', '01a2027c-455c-7762-9cbe-a6224649c3c9', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c0b-891f-0021cc23a805', '01a2027c-455c-7762-9cbe-a6224649c3c9', '01a2027c-455c-733b-8562-c3dd9edb8407', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c3a-89e3-eb9b80304be4', '01a2027c-455c-7801-9b6c-b256dfbe170d', '01a2027c-455c-7801-9b6c-b256dfbe170d', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7480-8b11-d6b7bdef1f3c', '01a2027c-455c-7801-9b6c-b256dfbe170d', '01a2027c-455c-70e1-8c7f-7b0be098123b', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ffd-a6a4-d16010a77960', '01a2027c-455c-7829-a6ea-dc7e0cda435a', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-724e-a755-e15d470f7ccc', '01a2027c-455c-7843-9beb-a5af8e800710', '01a2027c-455c-7843-9beb-a5af8e800710', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-75b1-bfcf-0c60d464e3db', '01a2027c-455c-7843-9beb-a5af8e800710', '01a2027c-455c-7c28-8cbd-a86206efcccf', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7339-94ca-9c45d3e41236', '01a2027c-455c-7843-9beb-a5af8e800710', '01a2027c-455c-733b-8562-c3dd9edb8407', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e48-a1af-51fb02e6df0f', '01a2027c-455c-7863-825e-1a2c0c6ed3e1', '01a2027c-455c-7863-825e-1a2c0c6ed3e1', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-732f-8731-9d3d41bd7284', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '01a2027c-455c-7893-9dd9-530d44ef0ec9', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7359-820f-a9ae7e2cbb2d', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '01a2027c-455c-70e1-8c7f-7b0be098123b', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-71d5-b34e-480af9c6cfc6', '01a2027c-455c-79f2-9458-3792b20fa4ee', '01a2027c-455c-79f2-9458-3792b20fa4ee', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-733c-9112-1bc1d84c99e1', '01a2027c-455c-79f2-9458-3792b20fa4ee', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7279-a6fa-af08c1c823bc', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e67-a04b-6a3d5b315819', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7208-8b13-3fe8a85dd943', '01a2027c-455c-7a59-b26d-ba05577e570e', '01a2027c-455c-7a59-b26d-ba05577e570e', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7768-acda-327ede7cebc7', '01a2027c-455c-7a98-8462-a4d7484b2449', '01a2027c-455c-7a98-8462-a4d7484b2449', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7991-b3b3-efddbdb5c257', '01a2027c-455c-7a98-8462-a4d7484b2449', '01a2027c-455c-7cf6-82c7-5513307af940', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ecd-b449-004358d1b4a7', '01a2027c-455c-7a98-8462-a4d7484b2449', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7261-9eb7-7454dd8383e1', '01a2027c-455c-7ac1-ba97-b47448209cb6', '01a2027c-455c-7ac1-ba97-b47448209cb6', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-707c-bc66-aac70efdc934', '01a2027c-455c-7ac1-ba97-b47448209cb6', '01a2027c-455c-7fb7-a483-b5c4dbac13da', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7730-a3b0-afbfa23adaa7', '01a2027c-455c-7ac1-ba97-b47448209cb6', '01a2027c-455c-7a59-b26d-ba05577e570e', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7de2-b739-5a48c6d4b08b', '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-704b-b9a1-0ec9ec03192e', '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '01a2027c-455c-753b-a411-39faa955a2e2', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-71a0-aeb0-1f256cabde6c', '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '01a2027c-455c-7a59-b26d-ba05577e570e', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7770-bf0d-f6b2f8fe49c3', '01a2027c-455c-7bfb-8128-9af413f3e41e', '01a2027c-455c-7bfb-8128-9af413f3e41e', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-74f0-8ae5-ab45509e29a2', '01a2027c-455c-7bfb-8128-9af413f3e41e', '01a2027c-455c-7370-8de0-ce80462d2b70', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ccf-9145-d5b45bce0dec', '01a2027c-455c-7bfb-8128-9af413f3e41e', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7368-8572-74ce2f1bbd9e', '01a2027c-455c-7c14-b1c6-09748e10b541', '01a2027c-455c-7c14-b1c6-09748e10b541', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-78cf-892b-d3c2f14e18b1', '01a2027c-455c-7c14-b1c6-09748e10b541', '01a2027c-455c-7f15-9e68-147a95553649', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c88-9813-d77173096a2f', '01a2027c-455c-7c28-8cbd-a86206efcccf', '01a2027c-455c-7c28-8cbd-a86206efcccf', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7efc-995d-c4bb2b11ad48', '01a2027c-455c-7c28-8cbd-a86206efcccf', '01a2027c-455c-733b-8562-c3dd9edb8407', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7542-8ec4-d0cce3c1e0ea', '01a2027c-455c-7cac-97fc-b011ed2b7598', '01a2027c-455c-7cac-97fc-b011ed2b7598', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-735f-8e8f-a7123a01e0d6', '01a2027c-455c-7cac-97fc-b011ed2b7598', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7840-81e5-7b31ae062c71', '01a2027c-455c-7cac-97fc-b011ed2b7598', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c39-b0e1-acff404d133f', '01a2027c-455c-7cbd-8235-f131028a4d75', '01a2027c-455c-7cbd-8235-f131028a4d75', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-766f-90d7-01b413f12a6a', '01a2027c-455c-7cbd-8235-f131028a4d75', '01a2027c-455c-7230-8772-fbd625ab7c2c', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-74a7-a54b-c48c3fe81505', '01a2027c-455c-7cbd-8235-f131028a4d75', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7b54-9339-0e0714439eb0', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-74f1-a506-64d6d7d26edb', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '01a2027c-455c-7a59-b26d-ba05577e570e', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c63-b930-a9e79f8cfbcd', '01a2027c-455c-7cf6-82c7-5513307af940', '01a2027c-455c-7cf6-82c7-5513307af940', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c6c-8c32-52f73f98fc80', '01a2027c-455c-7cf6-82c7-5513307af940', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7846-96c3-63ae0a2cbe9a', '01a2027c-455c-7d39-904a-d52e7fd43e25', '01a2027c-455c-7d39-904a-d52e7fd43e25', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7ba8-b614-e38f12137ae0', '01a2027c-455c-7d39-904a-d52e7fd43e25', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-71b7-aadc-d1fb55273060', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-728f-bc5a-cd9a68050871', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e8a-9f3d-c1aa26ea9819', '01a2027c-455c-7e45-9d98-a1cf63dae151', '01a2027c-455c-7e45-9d98-a1cf63dae151', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-76b5-bfe9-8f4c96ad0181', '01a2027c-455c-7e45-9d98-a1cf63dae151', '01a2027c-455c-7762-9cbe-a6224649c3c9', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-78bb-826a-e95245dd43e9', '01a2027c-455c-7e45-9d98-a1cf63dae151', '01a2027c-455c-733b-8562-c3dd9edb8407', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-79ab-900a-e9f66c037aec', '01a2027c-455c-7e4b-95a8-3a8c593ee250', '01a2027c-455c-7e4b-95a8-3a8c593ee250', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7cab-88e5-1e1eb6549275', '01a2027c-455c-7e4b-95a8-3a8c593ee250', '01a2027c-455c-7f82-9526-d8e50643e6c1', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7cd5-84bc-b24a62a31494', '01a2027c-455c-7e4b-95a8-3a8c593ee250', '01a2027c-455c-7f15-9e68-147a95553649', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-78a3-a291-b94a6dd199d8', '01a2027c-455c-7e6f-9a25-202456be2fd6', '01a2027c-455c-7e6f-9a25-202456be2fd6', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7f1b-b318-179575485467', '01a2027c-455c-7e6f-9a25-202456be2fd6', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7c4a-9f92-f8da2e735e08', '01a2027c-455c-7e6f-9a25-202456be2fd6', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-75e6-820e-8bcdbf6756d8', '01a2027c-455c-7e7e-a981-e17f1bf9f063', '01a2027c-455c-7e7e-a981-e17f1bf9f063', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7128-be2a-838c68425466', '01a2027c-455c-7e7e-a981-e17f1bf9f063', '01a2027c-455c-7697-ad47-3be7e8b847c6', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7cc4-afaf-7a4b49d30de9', '01a2027c-455c-7e7e-a981-e17f1bf9f063', '01a2027c-455c-7f15-9e68-147a95553649', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7399-9139-90dff2d5d6fc', '01a2027c-455c-7e84-bfdc-de547d0934ad', '01a2027c-455c-7e84-bfdc-de547d0934ad', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7084-92ee-13c41149f58e', '01a2027c-455c-7e84-bfdc-de547d0934ad', '01a2027c-455c-757e-9e34-67e5b046c308', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-724a-8f48-85ae88a28f63', '01a2027c-455c-7e84-bfdc-de547d0934ad', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-74b9-878b-fbd7f5e08771', '01a2027c-455c-7f15-9e68-147a95553649', '01a2027c-455c-7f15-9e68-147a95553649', 0, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7860-aa07-46778a4ff9ea', '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', 0, 'unit', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-72d5-969e-9170ba24460f', '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '01a2027c-455c-7489-832e-ca90a573165b', 1, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e9c-abbe-22c618b445d5', '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '01a2027c-455c-733b-8562-c3dd9edb8407', 2, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7a13-a67b-990495a2d091', '01a2027c-455c-7f82-9526-d8e50643e6c1', '01a2027c-455c-7f82-9526-d8e50643e6c1', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7757-9478-640d03ad91b9', '01a2027c-455c-7f82-9526-d8e50643e6c1', '01a2027c-455c-7f15-9e68-147a95553649', 1, 'department', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-72a2-a5bd-69b183da91d2', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '01a2027c-455c-7fb7-a483-b5c4dbac13da', 0, 'section', '2021-04-01', '9999-12-31'),
	('01a2027c-455c-7e0c-a387-897b160cad01', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '01a2027c-455c-7a59-b26d-ba05577e570e', 1, 'department', '2021-04-01', '9999-12-31');


--
-- Data for Name: units; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.units VALUES
	('01a2027c-455c-7c59-949c-ccc94382d343', '01a2027c-455c-70e1-8c7f-7b0be098123b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00018', '産業建設部', 'department', NULL, 17, ''),
	('01a2027c-455c-705b-8edc-6b39dcbf7844', '01a2027c-455c-7230-8772-fbd625ab7c2c', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00005', '広報広聴課', 'section', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 4, ''),
	('01a2027c-455c-7961-8e60-67dcf35e48ac', '01a2027c-455c-72bb-927e-7831e3bf859c', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00045', '庶務係', 'unit', '01a2027c-455c-7d39-904a-d52e7fd43e25', 44, ''),
	('01a2027c-455c-701a-8754-1a96d8371d15', '01a2027c-455c-72f1-9156-7770edab1e12', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00038', '庶務係', 'unit', '01a2027c-455c-744c-804b-157c661437b2', 37, 'personal_information'),
	('01a2027c-455c-78c8-807b-ce011bdd48f7', '01a2027c-455c-733b-8562-c3dd9edb8407', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00014', '福祉部', 'department', NULL, 13, ''),
	('01a2027c-455c-7198-a19f-384ccf881e85', '01a2027c-455c-7370-8de0-ce80462d2b70', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00024', '水道課', 'section', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 23, ''),
	('01a2027c-455c-72e4-b086-db5459352d4c', '01a2027c-455c-739d-a49b-677bff9df7f6', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00030', '庶務係', 'unit', '01a2027c-455c-79f2-9458-3792b20fa4ee', 29, ''),
	('01a2027c-455c-7abc-916e-2966d7d6c013', '01a2027c-455c-73c5-a2d0-28feec77c453', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00021', '土木課', 'section', '01a2027c-455c-70e1-8c7f-7b0be098123b', 20, ''),
	('01a2027c-455c-73dc-b158-8681627edce8', '01a2027c-455c-73d8-9b69-c36595aacaf8', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00048', '庶務係', 'unit', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', 47, 'personal_information'),
	('01a2027c-455c-7e83-b5bf-2d66f117822d', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00004', '情報政策課', 'section', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 3, ''),
	('01a2027c-455c-7d4e-aa66-c386a5afc869', '01a2027c-455c-744c-804b-157c661437b2', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00013', '保険年金課', 'section', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 12, 'personal_information'),
	('01a2027c-455c-7e93-b9f2-cc5bd70ca21a', '01a2027c-455c-7489-832e-ca90a573165b', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00015', '福祉課', 'section', '01a2027c-455c-733b-8562-c3dd9edb8407', 14, 'personal_information'),
	('01a2027c-455c-7271-aaf8-6f603ffb3ecd', '01a2027c-455c-74f0-96f9-cec1cbebffaf', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00043', '庶務係', 'unit', '01a2027c-455c-7801-9b6c-b256dfbe170d', 42, ''),
	('01a2027c-455c-7567-b16f-8ba59aee1f61', '01a2027c-455c-753b-a411-39faa955a2e2', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00028', '生涯学習課', 'section', '01a2027c-455c-7a59-b26d-ba05577e570e', 27, ''),
	('01a2027c-455c-7346-b0b9-53be9ca46fb9', '01a2027c-455c-757e-9e34-67e5b046c308', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00025', '下水道課', 'section', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 24, ''),
	('01a2027c-455c-76a3-a996-038a84cfc3b2', '01a2027c-455c-762a-a5df-e61cdb3faa4a', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00042', '庶務係', 'unit', '01a2027c-455c-7893-9dd9-530d44ef0ec9', 41, ''),
	('01a2027c-455c-7a7b-9ec3-079f91a34c5f', '01a2027c-455c-7697-ad47-3be7e8b847c6', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00007', '総務課', 'section', '01a2027c-455c-7f15-9e68-147a95553649', 6, ''),
	('01a2027c-455c-78ee-966a-c846ff87d951', '01a2027c-455c-76ab-8ea9-cd33510026c5', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00044', '庶務係', 'unit', '01a2027c-455c-73c5-a2d0-28feec77c453', 43, ''),
	('01a2027c-455c-7486-acb7-bb488552cd45', '01a2027c-455c-76b3-9c37-41c5806d4566', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00034', '財政係', 'unit', '01a2027c-455c-7c14-b1c6-09748e10b541', 33, ''),
	('01a2027c-455c-799f-8696-76d752c28d28', '01a2027c-455c-7762-9cbe-a6224649c3c9', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00017', '介護保険課', 'section', '01a2027c-455c-733b-8562-c3dd9edb8407', 16, 'personal_information'),
	('01a2027c-455c-7714-a588-ca73b0d8a67d', '01a2027c-455c-7801-9b6c-b256dfbe170d', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00020', '農政課', 'section', '01a2027c-455c-70e1-8c7f-7b0be098123b', 19, ''),
	('01a2027c-455c-703d-8377-58be33e57ecb', '01a2027c-455c-7829-a6ea-dc7e0cda435a', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00002', '総合政策部', 'department', NULL, 1, ''),
	('01a2027c-455c-7518-9adc-3da2ae13c12c', '01a2027c-455c-7843-9beb-a5af8e800710', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00040', '庶務係', 'unit', '01a2027c-455c-7c28-8cbd-a86206efcccf', 39, 'personal_information'),
	('01a2027c-455c-7c3f-84de-97528c2d45ec', '01a2027c-455c-7863-825e-1a2c0c6ed3e1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00001', '特別職', 'department', NULL, 0, ''),
	('01a2027c-455c-792f-935a-405008e23abb', '01a2027c-455c-7893-9dd9-530d44ef0ec9', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00019', '商工観光課', 'section', '01a2027c-455c-70e1-8c7f-7b0be098123b', 18, ''),
	('01a2027c-455c-7207-8ea8-cca8ce738c67', '01a2027c-455c-79f2-9458-3792b20fa4ee', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00003', '企画政策課', 'section', '01a2027c-455c-7829-a6ea-dc7e0cda435a', 2, ''),
	('01a2027c-455c-7891-b41f-711d6cd2159c', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00011', '市民課', 'section', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 10, 'personal_information'),
	('01a2027c-455c-7a06-8164-6bebbc76310e', '01a2027c-455c-7a59-b26d-ba05577e570e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00026', '教育委員会事務局', 'department', NULL, 25, ''),
	('01a2027c-455c-7f15-bf8c-3680d7bca16f', '01a2027c-455c-7a98-8462-a4d7484b2449', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00037', '市民税係', 'unit', '01a2027c-455c-7cf6-82c7-5513307af940', 36, 'personal_information'),
	('01a2027c-455c-7840-971a-7fc538264a9f', '01a2027c-455c-7ac1-ba97-b47448209cb6', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00050', '庶務係', 'unit', '01a2027c-455c-7fb7-a483-b5c4dbac13da', 49, ''),
	('01a2027c-455c-725c-b497-f2f4389d639d', '01a2027c-455c-7b90-b6f1-863bfdb4a6e3', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00049', '庶務係', 'unit', '01a2027c-455c-753b-a411-39faa955a2e2', 48, ''),
	('01a2027c-455c-7f36-aa65-8dbe553459fb', '01a2027c-455c-7bfb-8128-9af413f3e41e', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00046', '庶務係', 'unit', '01a2027c-455c-7370-8de0-ce80462d2b70', 45, ''),
	('01a2027c-455c-7fa4-9a2c-9c758dc61e48', '01a2027c-455c-7c14-b1c6-09748e10b541', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00008', '財政課', 'section', '01a2027c-455c-7f15-9e68-147a95553649', 7, ''),
	('01a2027c-455c-7797-96ad-f73833536ca4', '01a2027c-455c-7c28-8cbd-a86206efcccf', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00016', '子ども課', 'section', '01a2027c-455c-733b-8562-c3dd9edb8407', 15, 'personal_information'),
	('01a2027c-455c-7334-b95b-025992536706', '01a2027c-455c-7cac-97fc-b011ed2b7598', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00031', '情報管理係', 'unit', '01a2027c-455c-7407-a6c8-5e5588aa5ae3', 30, ''),
	('01a2027c-455c-7e65-a519-9e7f53b1b7b7', '01a2027c-455c-7cbd-8235-f131028a4d75', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00032', '庶務係', 'unit', '01a2027c-455c-7230-8772-fbd625ab7c2c', 31, ''),
	('01a2027c-455c-7a21-8678-88df57030563', '01a2027c-455c-7cc4-9a8f-b3ea5a419ade', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00027', '学校教育課', 'section', '01a2027c-455c-7a59-b26d-ba05577e570e', 26, 'personal_information'),
	('01a2027c-455c-7921-b136-50fb36ae3bea', '01a2027c-455c-7cf6-82c7-5513307af940', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00012', '税務課', 'section', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', 11, 'personal_information'),
	('01a2027c-455c-719d-88f7-ddfe09c36e62', '01a2027c-455c-7d39-904a-d52e7fd43e25', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00023', '業務課', 'section', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', 22, ''),
	('01a2027c-455c-7e01-aff5-8c852ef72f11', '01a2027c-455c-7d7b-b9cd-99557c9e4ad1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00022', '上下水道局', 'department', NULL, 21, ''),
	('01a2027c-455c-7650-a5e0-464b449be8f3', '01a2027c-455c-7e1f-b02e-b4ee36e3e223', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00010', '市民部', 'department', NULL, 9, ''),
	('01a2027c-455c-7918-9ae5-2edfe0e9a187', '01a2027c-455c-7e45-9d98-a1cf63dae151', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00041', '庶務係', 'unit', '01a2027c-455c-7762-9cbe-a6224649c3c9', 40, 'personal_information'),
	('01a2027c-455c-7529-a8d0-5b81c4f54f24', '01a2027c-455c-7e4b-95a8-3a8c593ee250', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00035', '人事係', 'unit', '01a2027c-455c-7f82-9526-d8e50643e6c1', 34, 'personal_information'),
	('01a2027c-455c-7bff-9d36-73698abc8313', '01a2027c-455c-7e6f-9a25-202456be2fd6', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00036', '窓口係', 'unit', '01a2027c-455c-7a39-b3b2-efed7e4b75c6', 35, 'personal_information'),
	('01a2027c-455c-782b-a198-1f94d6b1b6ce', '01a2027c-455c-7e7e-a981-e17f1bf9f063', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00033', '行政係', 'unit', '01a2027c-455c-7697-ad47-3be7e8b847c6', 32, ''),
	('01a2027c-455c-7504-87f0-437e6dd1ed7f', '01a2027c-455c-7e84-bfdc-de547d0934ad', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00047', '庶務係', 'unit', '01a2027c-455c-757e-9e34-67e5b046c308', 46, ''),
	('01a2027c-455c-7580-ae83-23bf7797bff5', '01a2027c-455c-7f15-9e68-147a95553649', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00006', '総務部', 'department', NULL, 5, ''),
	('01a2027c-455c-76ff-87cf-edbf48f15660', '01a2027c-455c-7f51-bc49-a6d6cba0ecc8', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00039', '庶務係', 'unit', '01a2027c-455c-7489-832e-ca90a573165b', 38, 'personal_information'),
	('01a2027c-455c-7506-b19e-7a1f6db1ebb9', '01a2027c-455c-7f82-9526-d8e50643e6c1', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00009', '人事課', 'section', '01a2027c-455c-7f15-9e68-147a95553649', 8, 'personal_information'),
	('01a2027c-455c-7ba4-bd76-212f9c475bc7', '01a2027c-455c-7fb7-a483-b5c4dbac13da', '2021-04-01', '9999-12-31', 1795338028380, NULL, NULL, NULL, '00029', '文化スポーツ課', 'section', '01a2027c-455c-7a59-b26d-ba05577e570e', 28, '');


--
-- Data for Name: usage_acknowledgements; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: usage_rules; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: versions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.versions VALUES
	('01a2027c-455c-7e20-9c4e-373fc71aaeb6', 'account', '01a2027c-455c-787b-8041-1cf27242c482', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1002", "state": "open", "person": "01a2027c-455c-70e2-b1ce-1d9ab6a4703c", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xc18ed84a4fbf67aba7d4677b4cd2e414', 'c8d935a3b414029e38c8c72e5bcbe4319681fc9ff51797a3e0b7d8b7676eb690'),
	('01a2027c-455c-729e-8825-4523f2edebcc', 'account', '01a2027c-455c-7390-b1b4-de39ed0f56c6', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1005", "state": "open", "person": "01a2027c-455c-736c-9c43-3a1c8fcb6fd6", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x596d103b31ab1e248d20451bae10e28d', '8e8d8b16acbb1b863209caf286c688e09997350d61784eaf76a8940c7d9537c0'),
	('01a2027c-455c-74d5-94b6-8dab47979ec6', 'account', '01a2027c-455c-734f-9f25-2a216c970e25', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1019", "state": "open", "person": "01a2027c-455c-7ec6-8aef-d82978b70a2c", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x0376e90eaf57e54ef70a9b33b5b3210b', 'ece86035790b1fe16161ac363c0f5d84f04eec05854518d13e9f1fe3a20939f6'),
	('01a2027c-455c-7914-a9d2-6bd706e98eaa', 'account', '01a2027c-455c-773f-85d5-bb49ddb2e7ff', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1006", "state": "open", "person": "01a2027c-455c-77ac-9982-d20f164edc15", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x172621e057a58c03002dcb97b6e8ebbd', '7125ed3f1c236d48f85413c6ee65b1a02d38d24e20d3d7eb777009ff5911309d'),
	('01a2027c-455c-740f-9b1d-674c8846304f', 'account', '01a2027c-455c-7572-b3f2-3a2a06e5a68a', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1012", "state": "open", "person": "01a2027c-455c-7280-909e-39fd1baae257", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x5ab5f3bc1dfe40cd3186a0098d1d0bda', 'beb0ab52662661bc1f11b82694119be133fbcd4b12671d756a8c23cd09d49b5d'),
	('01a2027c-455c-7842-91f6-0947c74d1e82', 'account', '01a2027c-455c-72b7-acdf-9c63237aeb76', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1017", "state": "open", "person": "01a2027c-455c-7755-9032-117a01c127d1", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x2f05e76638afa032199b57b0a147236b', 'a4e11f3be41c5f8767dfbf4da8e4ed6e38d177ee794d1b6521674254c0a7afa5'),
	('01a2027c-455c-751d-9fa8-0a61596a083c', 'account', '01a2027c-455c-7d61-bb84-bba30c307b4f', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1013", "state": "open", "person": "01a2027c-455c-72e4-8466-70a7ff9ae66f", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x0c077eddec60b7cce76c200f3dcee21b', 'd186f2bd7d77ecc9257391101f7d51de01602fdcbf30704e65eb34142a25cf73'),
	('01a2027c-455c-7245-9bf4-5d8071359deb', 'account', '01a2027c-455c-74bd-b578-f67b65c05b63', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1001", "state": "open", "person": "01a2027c-455c-76db-8151-fe1362c22d91", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x724ec670a204ecc5fe5f100b0770a93b', 'a78217030b84b570db6cac26f803ef0ef47afae13e5cfcc2b66e5fd972f2ac92'),
	('01a2027c-455c-7f8b-8711-f5198a72fb87', 'account', '01a2027c-455c-7cfa-ad83-536dcaeebfbf', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1021", "state": "open", "person": "01a2027c-455c-7adc-8422-76f6f37b39df", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xc1f8bd58f5c9735aa00f4ee3c13210c0', '87ae046c95705aae9387a9ffbc0e5bb2b9f54a7efab311f8891c9b05b8f47eec'),
	('01a2027c-455c-734d-8513-67ce772ba375', 'account', '01a2027c-455c-7a2f-a134-49debc9031b4', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1003", "state": "open", "person": "01a2027c-455c-76a1-9b1c-0ab380b845fc", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x7cb92f7b5bba8be6d2e07e5e50dba9b0', '6b97b128fb8efe884aaac2f30f25bc218eedffdfe59b03c07e3f170aa359521f'),
	('01a2027c-455c-7659-acd2-9ce1b107f9c1', 'account', '01a2027c-455c-7560-8759-2aa50595f678', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1024", "state": "open", "person": "01a2027c-455c-77cb-9dc8-e65e8a1ccecc", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x3b3b72bc0a5c848c6dd441c651cee51a', '14fd46512fe36353e05bb304a305ed0da71a1e3d80f5d1ee79b2848ab82ad34a'),
	('01a2027c-455c-70ce-a13d-c6badb9bb751', 'account', '01a2027c-455c-75ac-84d2-59f66a5e22ea', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1020", "state": "open", "person": "01a2027c-455c-7a9f-9c91-c3697200c8b6", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x07d8818191f003bb7fcbe7c0a524691a', 'dc9e84d716419ae52afc4dd8faf5285db457fc9a9d35b8da494546498358afd8'),
	('01a2027c-455c-7811-ae54-514c6ab371a4', 'account', '01a2027c-455c-704e-8327-a708dcb4f0e2', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1009", "state": "open", "person": "01a2027c-455c-7c6d-ac3e-f4778bfefe5a", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x9ea03975f96bf2876c20384714e7294a', 'cb972c0c5be0c9e6ce1d6ce89365ddec0d4b5c2aa8d070177c523bd7e596c487'),
	('01a2027c-455c-7a0e-ae62-b5c2dd961092', 'account', '01a2027c-455c-73fe-afeb-56d2d75ec5d5', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1011", "state": "open", "person": "01a2027c-455c-7b54-aeb5-d6f772071924", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x7ed46aa8ecdc3c19ddf059a65c8dc249', '5632eaaececaa213940a7d6ab71bb0a0f5c91be163d53c1b7341e1d5dae1b93c'),
	('01a2027c-455c-7498-afef-c79865c1b8fb', 'account', '01a2027c-455c-7525-8eba-81421eba88b1', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1007", "state": "open", "person": "01a2027c-455c-749b-a0f2-8f5fb45c685a", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xacf13ca740875c055d86a007a788c951', '62100f568f0e71c23152049b9106d4aa6d9da5010616dd57e5a1839cfe0ccf86'),
	('01a2027c-455c-73e6-a5e9-bddcaf8d0f34', 'account', '01a2027c-455c-773c-a8db-08baccca981e', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1010", "state": "open", "person": "01a2027c-455c-7490-9f4a-b51374420baf", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x4f1311bf3c53bac46ff9ed135d3da247', 'a5179b8615099832a88dc240b4253bab94ec8054aaa624f85a9e1b6aee30d531'),
	('01a2027c-455c-7555-8ce9-18f65ebf890d', 'account', '01a2027c-455c-71c6-952b-2405cfd4c904', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1018", "state": "open", "person": "01a2027c-455c-7e55-9125-17677e28b013", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xd9492768930b6685126500f643f749d2', '632764d9bfc9d6b166e61115aff8ccae58aeca995fdea0b9238b4b4ddf676e5d'),
	('01a2027c-455c-73b6-9869-1add95a9a546', 'account', '01a2027c-455c-7612-a809-4b3623c9f64d', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1016", "state": "open", "person": "01a2027c-455c-7a42-9e00-113ecc025c00", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xc97784b36b1c101b61f2beae1614ee21', 'ec5256e0e66adb9d912a8469107f459df768be0a9d6155f96a27a498096a8478'),
	('01a2027c-455c-74cc-937b-51a4d6b93065', 'account', '01a2027c-455c-79a2-aa7a-32e2b6b6d4f2', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1008", "state": "open", "person": "01a2027c-455c-715d-b43f-86b23a9f167a", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xec719b1f913d5851e694ad593838cf56', '13c9bd47b890f109b579af9149a0bbbd0bace2c89bab66c64654574373d5c1af'),
	('01a2027c-455c-7a5c-a791-94390bad780c', 'account', '01a2027c-455c-720f-9318-8e6c9cee4a32', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1015", "state": "open", "person": "01a2027c-455c-7d1a-a917-caed928ef2e6", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xd4363d01655e28b38b8a8563f624ee9b', 'abb77099090b529e332a9167ab7057df317a3bc24511d7592c24d1378504b023'),
	('01a2027c-455c-7268-91b5-e410aab93656', 'account', '01a2027c-455c-7c5d-84b3-07232fae46a1', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1004", "state": "open", "person": "01a2027c-455c-7675-a692-5fdbf50da9a5", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xd43ccfeb20bb3784c121456d5315d382', 'cd62fb00c1f365c0b6bd9fd4d5719a07ad71309d44b9b41968d2ad281f2af852'),
	('01a2027c-455c-713c-9e22-a021ae836432', 'account', '01a2027c-455c-76dd-928e-edb3cb2ce068', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1014", "state": "open", "person": "01a2027c-455c-74d5-a7a8-b5a80e5c8573", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x8402b7b0d062407a5bd7b10907aa2509', '722f063da796269a654fcfde1c4acc2ebcfdd637b5b3ce8dbdf5aba922b297a1'),
	('01a2027c-455c-77a8-83d3-2f84b32784ce', 'account', '01a2027c-455c-7dd7-8c6d-e16ec6d88cc4', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1022", "state": "open", "person": "01a2027c-455c-7a0c-8f8a-bc7d617501a9", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x1073e5a99436e21e7e305aac5d5788fe', '693e7b18c4f2e67dfb8dcc32e627ba56e34d94ce766b63ece121c1eb6fc4783b'),
	('01a2027c-455c-7781-befa-a439e9881cf4', 'account', '01a2027c-455c-7012-b14d-edb3d90689c5', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1023", "state": "open", "person": "01a2027c-455c-7ffc-be1c-1756ac2be1be", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x8d721f6302ccf019eda256cdf4b3fd3f', '68986ace40c56c8e8a028a9c115102a1918c9dcbe341c60faf24fdbeaf3f6907'),
	('01a2027c-455c-7fda-89e4-2f305b38526e', 'account', '01a2027c-455c-7e31-b399-c6151fa1ed0e', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1028", "state": "open", "person": "01a2027c-455c-7d21-bd32-f99e330d82ec", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xd0d21da3cdb411a9f033a78fd0aacae8', 'cb3a49aa648b2bfdb522028c8b83c0336c86b5deadebf9a45f881097dbc553e5'),
	('01a2027c-455c-770e-ba33-af615042fc8e', 'account', '01a2027c-455c-7f0e-b09b-907fae724684', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1037", "state": "open", "person": "01a2027c-455c-7cab-a351-e555828c2c09", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xf2b13b4db7b96b63dcb99fe950afa21c', '8372809dce43818d580360fb733921c9c28518b86a407feb9f3f1d6bda87cc86'),
	('01a2027c-455c-79d7-96e4-22b931beeba3', 'account', '01a2027c-455c-78f1-9f1d-bf6db071ab5e', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1048", "state": "open", "person": "01a2027c-455c-78e8-996e-fce1dfc901f3", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x722b024fc87ee1d3d06a27db22844dc8', '73bd729bb318297b0aff159aa8202ad0337d7d2b7a68b7003da11c02bf8a581a'),
	('01a2027c-455c-73f2-93ef-cffce23f5c77', 'account', '01a2027c-455c-70fc-8e86-31323e723e1a', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1025", "state": "open", "person": "01a2027c-455c-7cf5-bf47-e22c0b4604e9", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x2f49d2c92f4cb8f4f30171bcba954e42', '4c9d3de83ea28e4b7af92f1d8bc06c3a11a5aa1059547d938558b0c4a7a5c495'),
	('01a2027c-455c-7e3f-8e74-3ea3c9f73a60', 'account', '01a2027c-455c-7186-b26f-db4a140d3261', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1041", "state": "open", "person": "01a2027c-455c-7d76-b619-c30104061867", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x88352233a86788921e40bdfd6ff8a5cb', '5d199235cf5907b8fa144c379bee9c6dac0bdd8a7011442f725363b1ba8122b3'),
	('01a2027c-455c-7f70-9e06-cd56e9bd138b', 'account', '01a2027c-455c-7418-acc8-0c43ddeb0b29', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1026", "state": "open", "person": "01a2027c-455c-7f7a-a2ac-cd2c4762da94", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x7ea3572b0b7d5e554bbdac3835888d9b', 'c571700302a6570af7e7267ddc6723452f406804afa353dff877e28c22d6141e'),
	('01a2027c-455c-794c-9d50-7186bdb5568c', 'account', '01a2027c-455c-7fc4-89a8-7e81754f7f9d', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1051", "state": "open", "person": "01a2027c-455c-76ff-91e0-6a1733d82c89", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x4b46d46a3c2423c4c114a1c64028a0fb', '12c23ad27810404ff546edf3fd6582c0f1d323892a4023ef964fd403e9372203'),
	('01a2027c-455c-7ed9-9c19-6b8bd1856128', 'account', '01a2027c-455c-7f6a-b23f-d598570273f2', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1027", "state": "open", "person": "01a2027c-455c-7446-a85b-c86d1395eae7", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x06cc812822d48aa0b492c7588f982d07', '582a369003ce44cf73a002e7dac9e74a7091df048b34f859a1d94a10d2cdd8a7'),
	('01a2027c-455c-75f9-a2fd-c2dcf51eb332', 'account', '01a2027c-455c-7ccc-99e2-3f26cad42656', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1049", "state": "open", "person": "01a2027c-455c-711d-b7b8-a04de1a6519d", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xbfa366469ec9162e077a9f022bd5e2c1', 'ec188a389a4dafe8d45459b4bdbafc65e6c075dccf74aa40fd83bbab6defb58f'),
	('01a2027c-455c-7d2f-964d-66a3716c6d7f', 'account', '01a2027c-455c-75c9-aa83-f5eea13f857f', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1032", "state": "open", "person": "01a2027c-455c-701f-9b74-b98d69f88eb7", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x2abd6e4f756990d7ba26b9e97d178ce2', '546b63c8f889e91ec14772a4c0a7b14d6a41885f2b5512912e49bec550c0e459'),
	('01a2027c-455c-70d8-aaca-7497a08dfed5', 'account', '01a2027c-455c-7c7e-866d-45d5e88fc371', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1050", "state": "open", "person": "01a2027c-455c-7955-8932-e3d30dbb92c1", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x3041feb4abfcfc12e2ae08176e90647b', '01c39a29a036c76df11c3491a369fe78be564a818114a58fae8adbb05af2796c'),
	('01a2027c-455c-7676-b5ed-8f63adc60f60', 'account', '01a2027c-455c-7966-b37e-f77a143be3db', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1034", "state": "open", "person": "01a2027c-455c-7d72-be28-6cf67c5c8f9c", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x8d534b9216518f084eaf18da37608317', '72af0f701551cdc9271300416eb4b3493b7bda4d8e31749db2625b750fe0eaf9'),
	('01a2027c-455c-7cee-b1bd-160ac11022bd', 'account', '01a2027c-455c-7169-a2cf-2fc72a995ccd', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1047", "state": "open", "person": "01a2027c-455c-7f2a-9022-33185f9179cd", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xc47223f5d476585389baca833032ba09', 'edbf4e41a72c08c6fc141b953c4b8266a3830322d6d492d9d0d6cc68fa43c40c'),
	('01a2027c-455c-73c0-a910-265f18b07093', 'account', '01a2027c-455c-72b1-9437-c077a9166152', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1056", "state": "open", "person": "01a2027c-455c-761a-af8e-95409c8a7131", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x05668dd7d8fd251f957d7463dc8015b3', '3a369fcfb4f49be39ac69d66a770d0f5f2eb79d3be7e141e89745d1983cd02e1'),
	('01a2027c-455c-7b54-b248-af48e1eea3c8', 'account', '01a2027c-455c-73b4-b8b5-0c49f3970301', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1060", "state": "open", "person": "01a2027c-455c-7c3e-80b8-e00f92a4c3b5", "reason": "窓口業務に従事するため", "shared": false, "ends_on": "2027-03-22", "closed_because": null}', '\x3c43792561fe7bbb225ad0edcf124694', 'f669daa200c38774f4931b7354522ed3ec9b859e27e3af5c68a33c0884d61c2d'),
	('01a2027c-455c-7b3d-ad9c-985731bbb4a2', 'account', '01a2027c-455c-7abb-be0e-1ba721e21ed1', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1029", "state": "open", "person": "01a2027c-455c-7d93-8f76-298c51c16e3c", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xa04475e83f4ff24099252b875e31daba', 'bf119a079c7dec2b8c0f5ee2b611b7b9d3e2d5a25d564fa54e8c02052f0ad4b1'),
	('01a2027c-455c-7396-ab03-24fdb3300a74', 'account', '01a2027c-455c-7dfe-b4ad-29ec58126863', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1054", "state": "open", "person": "01a2027c-455c-748b-8c5c-b97f42b0690e", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xcfbf0c9b20ce88d976658a209ad91c76', 'ea0a5aef39e7ecea09b99a8837bbdcff60af3409a1bf75bc0ecee2364ffb59c9'),
	('01a2027c-455c-7176-aeb1-e2edae49f2a4', 'account', '01a2027c-455c-74d7-944f-99bf75972683', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1035", "state": "open", "person": "01a2027c-455c-7309-9530-4756906bcae7", "reason": "窓口業務に従事するため", "shared": false, "ends_on": "2027-03-22", "closed_because": null}', '\xd481902a96ed5dac3c5f42142bc6c3a4', '8c472a50a1db48ad6925b4f866001f2f203d20a4719568a443d5d4d03305a3cb'),
	('01a2027c-455c-71e1-9687-0954252e6484', 'account', '01a2027c-455c-7248-84ea-c570b1bc7b69', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1053", "state": "open", "person": "01a2027c-455c-7e2b-b191-60b9c8d9c570", "reason": "窓口業務に従事するため", "shared": false, "ends_on": "2027-03-22", "closed_because": null}', '\x43e6271dc4511ee74ad5107a95d8d77c', '5f44dcc92201ab6837155b378600b231f383e85b8da9133ae89e35e00ba32496'),
	('01a2027c-455c-755d-abec-0d143879cdb0', 'account', '01a2027c-455c-79c2-9951-a64cdd005499', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1031", "state": "open", "person": "01a2027c-455c-73a1-81b8-08e84f521e60", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x18ee713a64ca15bbe6e368aa5b946d60', 'f23d78c37fa8137aa70854b7eeca1a6be5e270a05c69f262fac105a25eeaae9f'),
	('01a2027c-455c-7f64-a49d-9ea31c8b630f', 'account', '01a2027c-455c-7c80-9ed9-6b2e50cdccaa', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1055", "state": "open", "person": "01a2027c-455c-7626-824f-efdb8a11af26", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x87119d2f76d681b173a4a48297d41c4a', 'fa6cb9902c0b163a9cb13ebe48ce7e8a6f2dad9cadec0c2300d00253e89e30d4'),
	('01a2027c-455c-73d1-a8ba-11025f351f0d', 'account', '01a2027c-455c-764f-8abc-174e057448da', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1038", "state": "open", "person": "01a2027c-455c-7b94-837e-f52e7a2053c0", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x6e75efe381be0781466ec115443f13e1', '87e12c7a1c7cfee1d283352be921f6692c49de07b833f276aa117942a45eb004'),
	('01a2027c-455c-7930-a629-632b426ac258', 'account', '01a2027c-455c-7395-a417-fe813689003f', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1052", "state": "open", "person": "01a2027c-455c-7e6d-9898-6472dd2e4eb3", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x6c6d4d49756abdd6f60b27389f0d074f', '7ccc5431b20905851defe57a6baf2eec01d80ec1c488f9371bf0f32a7204dfd3'),
	('01a2027c-455c-753f-a570-1b320b0df79b', 'account', '01a2027c-455c-77e2-bf43-422e493404b3', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1057", "state": "open", "person": "01a2027c-455c-75f1-9dde-9760634c5cca", "reason": "窓口業務に従事するため", "shared": false, "ends_on": "2027-03-22", "closed_because": null}', '\x1f722f296714c63cadfd3107f5d3f1cd', '9d726e2b155df8d600fb6ad0e8a1fc74665babf6a1a8a88b2d64c8cbb34275ae'),
	('01a2027c-455c-7cda-b035-921844e3e9a1', 'account', '01a2027c-455c-73a4-bd5e-95e26030e458', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1030", "state": "open", "person": "01a2027c-455c-7384-bb4f-0a011c03a748", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x364b090ceaafbb64ea28bb7588f0ea5c', '87f5551040a3d6e81d1aec0a1179297f688f969622786d9c3b3457f81a4f195e'),
	('01a2027c-455c-75cf-9445-d112eac59cec', 'account', '01a2027c-455c-7c35-9713-3baac7719b09', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1058", "state": "open", "person": "01a2027c-455c-7d18-9f6c-900400cb3969", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x6df1c59c513a21c209b316ee79c7863a', '6316e105ccb2ae9eaede6d0246602b553ac0279ea0a6db24daf3f18fb2b948ab'),
	('01a2027c-455c-761d-9cdb-9bd33f24fb74', 'account', '01a2027c-455c-7c42-a4a0-e405231813d8', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1033", "state": "open", "person": "01a2027c-455c-7898-943f-326b21f3930e", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x52fecce450c396b7e0b51a3499a05005', '723629f28f34d05850335907304126fb8620e23dc4f28b7c567e9583a2e367ea'),
	('01a2027c-455c-79dc-b113-a13cdceaee23', 'account', '01a2027c-455c-754f-af0a-0299c69838eb', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1059", "state": "open", "person": "01a2027c-455c-74c5-b5c7-d1f07d9b07fa", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x88f03ceeecfe0319eadec95477c9054e', '3b63696a08035dd2947479ae70bf99fd623e4487118e97d0aaea4cdad5a28649'),
	('01a2027c-455c-77b6-a289-913648aabf06', 'account', '01a2027c-455c-7fe7-854b-ea92876fe553', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1040", "state": "open", "person": "01a2027c-455c-7663-8959-5c3e28343cb9", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xb1f15d969486a6d683b7131224120c29', '9916d66ac30eddfbe064c4eefcb8cfc409ed4b5db823284d9e68ab2202163ba7'),
	('01a2027c-455c-7909-a092-c2262477762f', 'account', '01a2027c-455c-793e-86ee-4341f8fa98bb', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1043", "state": "open", "person": "01a2027c-455c-709e-8fba-c17229b8f9d1", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x6ffc1d04cb7f92c726d44304b95bc928', '7d61d29fd45844ed30e35fb35f49412fb11f1a63c4aa8e507945f359ee02ddd7'),
	('01a1dd65-d1c0-77a4-ab50-63f70bdc3e2f', 'circulation.recipient', '01a1b360-5f80-7466-a8e9-788b8ba471e1', 1, 1794715800000, '01a2027c-455c-76ff-91e0-6a1733d82c89', '{"reply": "変更はありません。"}', '\x16350021ce061ee9c6659055a322a3ef', 'ec5169580831b2ede62a4a172fd09a30f52392f72c3a14481f9b990df66288f5'),
	('01a2027c-455c-795d-85c6-0c322e0bf083', 'account', '01a2027c-455c-7c37-8e1e-7403194fc95e', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1044", "state": "open", "person": "01a2027c-455c-7f64-978a-6bfb90bae408", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x963af3f4103db48d16411f1f5731958e', '81c781515be3b9a0fd8d033dea7fd584ff83cc8d5987c57ba4636fe15a1e27e5'),
	('01a1e6df-f780-7228-a7dd-44d07ff24b6e', 'circulation', '01a1e6df-f780-706d-8eac-5c4ddb7160c7', 1, 1794874800000, '01a2027c-455c-7cab-a351-e555828c2c09', '{"due": [2026, 326], "body": "ヒアリングの日程の案です。差し支えがある場合は、期限までに財政係へ連絡してください。", "kind": "circulation", "files": [], "title": "予算要求のヒアリング日程(案)", "follows": "post", "section": "01a2027c-455c-7c14-b1c6-09748e10b541", "audience": {"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\xc426c0ea3773fcfd95aa59fafe4c7eda', 'd80d38cfde74cddde1057389f8d3a1b7f7993d7f23878850a66d177a51d859eb'),
	('01a2027c-455c-737e-b579-c854ce350a8f', 'account', '01a2027c-455c-767f-b339-bd0df39b6c4f', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1042", "state": "open", "person": "01a2027c-455c-71f8-b42b-1f7a3d6ac629", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x219025db43864321c2b7c84841c54eac', '1f5f3706248b4b86a14e3b47e73d65a1628c13e8337f3430d3db0b58640f6a0a'),
	('01a2009f-c380-79a4-a227-34cece2a2e6d', 'circulation', '01a2009f-c380-7555-a790-162d93d796a2', 1, 1795306800000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"due": [2026, 331], "body": "12月7日(月)の課長会議の議題案です。追加の議題がある場合は、返信欄に記入してください。", "kind": "report", "files": [], "title": "12月の課長会議の議題について", "follows": "post", "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "audience": {"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\x384c79f0895c59bc1a798a9b5a43f447', '8a19b0cd70b5dda406db261da17c466ef4b8a776e78c26980caa9ae1c309bdb0'),
	('01a2027c-455c-7f0f-9620-d695e64aa8f6', 'account', '01a2027c-455c-7f61-9b8b-a7fc0add5a64', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1046", "state": "open", "person": "01a2027c-455c-71a1-9b76-b7035efabbb9", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\xb1702509f67597089a7e199470a5dce7', '93c06bb506a8420395faa0ddf6d8ce218fd69cc5ceeb19d22819151f9543c246'),
	('01a20172-55c0-78da-9c88-8da34b652002', 'circulation.recipient', '01a2009f-c380-7cc3-86fe-3f042ed4ad79', 1, 1795320600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"reply": "変更はありません。"}', '\x3651e4f19c81ff1b305a18317f94bcc0', '42a885e1950de33bc7e963fb19d72f3af05b292458d2ea04730c80d099db66b0'),
	('01a2027c-455c-71d9-99b5-b75802f6b9cc', 'account', '01a2027c-455c-718d-ba2d-8411e4950811', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1045", "state": "open", "person": "01a2027c-455c-7b83-ae5f-ceb34f17a8d6", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x3c7b5567cb94dfba7cdb0cfef09d5df6', 'b668bd59c39b762455f0baf60773728ae6ad6cc0f8b6f0269b472682e06ae009'),
	('01a2027c-455c-7e95-96a5-ab3cc73bd780', 'account', '01a2027c-455c-7ed2-be98-9f161d8773f1', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1039", "state": "open", "person": "01a2027c-455c-78b7-a33a-5e13b48a8da4", "reason": "窓口業務に従事するため", "shared": false, "ends_on": "2027-03-22", "closed_because": null}', '\x0a3c1ca863fa591a06e0778c33ee9381', '36a0be03f93f6d5ccfc993cc5f15afad20c764387f8a904e0509847aa3890d3c'),
	('01a0cb8f-e400-79ff-9e26-bda535b41d2f', 'board.category', '01a0cb8f-e400-73a6-8f0a-77732bccfc5b', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "Notices to all", "name_ja": "全庁のお知らせ", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 1}', '\x35fa3d8035c412a9aecf2ef6876f3ff3', 'adffc76b8dd3c22793b9337e26b3d6a0d04b575bdd4b653b286f72f74d62c9ec'),
	('01a1c2d3-7380-7be0-a7b1-234562036886', 'circulation', '01a1c2d3-7380-7e18-91ce-73fd6a59c117', 1, 1794270000000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"due": [2026, 323], "body": "文書取扱規程の一部を改正し、令和9年1月1日から施行します。新旧対照表を添付します。", "kind": "circulation", "files": [], "title": "文書取扱規程の一部改正について", "follows": "post", "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "audience": {"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\x1994dfec22b91b99d4751023c87dc8e4', 'f6253b45c8c035b190bb02de9036dcbc8f648347696a0c7da3d61eb226af28ed'),
	('01a0cb8f-e400-7584-b158-28ced4dd35f5', 'board.category', '01a0cb8f-e400-7c26-8001-ccc92ca62040', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "General affairs and personnel", "name_ja": "総務・人事", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 2}', '\x21cf90cfe8dca4100be6ce5be172b063', '5e527542cc215a8c777e4f9947a8f50bcc7334742e773d23599cdee6cd473568'),
	('01a1d87b-e280-707a-9303-b5ba60dbb082', 'board.post', '01a1d87b-e280-7e63-934f-d45e98a48a9e', 1, 1794633360000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"body": "11月10日に行った新任係長研修の資料を掲載しました。欠席された方は、資料を確認の上、感想を人事課研修厚生係へ提出してください。", "files": [], "title": "新任係長研修の資料を掲載しました", "ends_at": null, "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "category": "01a0cb8f-e400-761d-a1f3-83b397a03b87", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x02a1e7196882a7a422bbc4f208758971', '8f4d477d190ec607bdf51dadb06998f2984b9d011075a4ec3c8609443609a59f'),
	('01a20172-55c0-7d8d-a28a-f8061aca36b9', 'circulation.recipient', '01a2009f-c380-7a98-965a-8ec5f4dbc9dc', 1, 1795320600000, '01a2027c-455c-74d5-a7a8-b5a80e5c8573', '{"reply": "変更はありません。"}', '\xe4ec1b72f3532bbe9c257fac2463c8f9', '70ec6e93b84ef0522e0ff4eeebb5cc78550171459cd67d5e3f3c74f68202694e'),
	('01a0cb8f-e400-75c2-a2f1-ac9633f26940', 'board.category', '01a0cb8f-e400-7f60-a2df-30fe9ad66b06', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "Information systems", "name_ja": "情報システム", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 3}', '\x14a817723c5925fcaefe377cb9513578', '2ad54037d088567d10d626d222618d9c395fb80e823361c2fa85810ea4e9c042'),
	('01a1863c-9640-764d-a0b5-564f022739ef', 'board.post', '01a1863c-9640-75fa-af75-475f8e48ad61', 1, 1793253480000, '01a2027c-455c-7d18-9f6c-900400cb3969', '{"body": "12月13日(日)の市民音楽祭で、会場の案内をする職員を募集します。午前と午後のどちらかだけの参加もできます。", "files": [], "title": "市民音楽祭のボランティアを募集します", "ends_at": null, "section": "01a2027c-455c-753b-a411-39faa955a2e2", "category": "01a0cb8f-e400-7a77-b5b6-075bd426031a", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xda2c21a22986b993e855647cea5f86f6', '4380eda45ad6f63c70912b2e3fd75a327ce81640d07e3ec96b9da3592713e5f1'),
	('01a1b96f-46c0-713c-925f-51294dac4a45', 'board.post', '01a1b96f-46c0-75bb-a38f-c01bfeace03f', 1, 1794112440000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "第2会議室に、黒い折り畳み傘の忘れ物がありました。心当たりの方は、総務課へお越しください。", "files": [], "title": "落とし物のお知らせ(第2会議室)", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-7b8b-a6e1-112fafa0c3e2", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x912f7b8a8f0b3f4d01153cc806a3c0de', '5d3a1bd3e4fb914af20f5448dbb235ddfcd93bead685c0e269f9f8ed422080cb'),
	('01a1f22e-dd40-7290-a2a7-de8c713a4628', 'board.post', '01a1f22e-dd40-7ca4-9775-affbf46e4df9', 1, 1795064520000, '01a2027c-455c-7cab-a351-e555828c2c09', '{"body": "令和9年度当初予算の要求書の提出期限は12月4日(金)です。\n\n- 要求書は課ごとに取りまとめてください。\n- 新規の事業は、事業の目的、効果、後年度の負担を別紙に記載してください。\n- ヒアリングの日程は追ってお知らせします。", "files": [], "title": "令和9年度当初予算の要求について", "ends_at": null, "section": "01a2027c-455c-7c14-b1c6-09748e10b541", "category": "01a0cb8f-e400-73a6-8f0a-77732bccfc5b", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": 1795878000000, "registration": "pressing"}', '\x47ff559521853056845759835d81cf91', '8cd782d44f65822493695fbf5b39a3e04e4c7c1406f889802100f591036be9b0'),
	('01a20172-55c0-752a-880b-212f000837ac', 'circulation.recipient', '01a2009f-c380-7a68-aae7-aad96e656d26', 1, 1795320600000, '01a2027c-455c-7f7a-a2ac-cd2c4762da94', '{"reply": "変更はありません。"}', '\x87c4a362e1108faf99e34d70b9fb0c7b', 'd90aaf94d0b7bf14dc8afe6d26d7f5edb648d593be753867b1253f896095a92f'),
	('01a0cb8f-e400-7b71-aad2-98945e133ba4', 'board.category', '01a0cb8f-e400-761d-a1f3-83b397a03b87', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "Training", "name_ja": "研修・講座", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 4}', '\xdb90769dfc9dfbe4ea910523db6d7737', '68d66b4f7b72e53025d7056a3ab5ca4ed15b490724d8d46e63b55a3cfb9d30ff'),
	('01a1d76c-e380-7a60-9a47-b8f74f123bca', 'circulation', '01a1d76c-e380-7305-8cfb-1eb74a8f85ac', 1, 1794615600000, '01a2027c-455c-7f64-978a-6bfb90bae408', '{"due": [2026, 325], "body": "自己点検の結果をまとめました。改善が必要な3項目について、確認をお願いします。", "kind": "circulation", "files": [], "title": "個人情報の取扱いに関する自己点検の結果", "follows": "post", "section": "01a2027c-455c-7489-832e-ca90a573165b", "audience": {"posts": [], "units": ["01a2027c-455c-7489-832e-ca90a573165b", "01a2027c-455c-7c28-8cbd-a86206efcccf"], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\x645715c4187bdffddee7e3483d251254', '3677ccc7c1e73f75fa79e6e7bd7d7a9de972b2361eb3f4b827ee56715931c299'),
	('01a0cb8f-e400-7a33-81fd-33b0e8a1519b', 'board.category', '01a0cb8f-e400-72cd-8904-a14b13e2d830', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "Welfare of staff", "name_ja": "福利厚生", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 5}', '\x8bfe48e97a3d076860d763258c6d6b96', 'a66a77486708893b0f4dddf3d3f4d595061dea4a81dc216f350e19d173b421c7'),
	('01a1dd7b-cac0-7cbc-86f9-159c906a043d', 'board.post', '01a1dd7b-cac0-7fe2-b2b6-c798818a4022', 1, 1794717240000, '01a2027c-455c-7898-943f-326b21f3930e', '{"body": "配送業者を装った不審なメールが届いています。添付ファイルを開いたり、本文中の宛先に接続したりしないでください。\n\n開いてしまったときは、ネットワークから切り離し、すぐに情報担当へ連絡してください。", "files": [], "title": "不審なメールにご注意ください", "ends_at": null, "section": "01a2027c-455c-7407-a6c8-5e5588aa5ae3", "category": "01a0cb8f-e400-7f60-a2df-30fe9ad66b06", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x1c73875e626e3e2c6a57b10c1624ff65', '192e770f211a79b83cef5dd367894d5a6d85ccac9bd989707046279aadc3752e'),
	('01a1f74e-d0a0-7f9a-9add-922c181b1682', 'board.post', '01a1f74e-d0a0-7656-8cb2-9e62817aab89', 1, 1795150500000, '01a2027c-455c-78e8-996e-fce1dfc901f3', '{"body": "11月15日の市民まつりには、多くの職員の皆さんにご協力いただきました。来場者は約1万2千人でした。ありがとうございました。\n\n反省会は12月3日(木)の15時から、第1会議室で行います。", "files": [], "title": "市民まつり実行委員会からのお礼", "ends_at": null, "section": "01a2027c-455c-7893-9dd9-530d44ef0ec9", "category": "01a0cb8f-e400-7a77-b5b6-075bd426031a", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xdb14466eb81fd84c6a01cbb667cdd1c7', '92310e1bfaf25a2eddf01ba53755ff481f3c6f5cc7adf83f7102791c3d0a378f'),
	('01a20172-55c0-79f0-a875-7fd7ee771715', 'circulation.recipient', '01a1fb79-6780-7873-83d5-3583466f1cd0', 1, 1795320600000, '01a2027c-455c-72e4-8466-70a7ff9ae66f', '{"reply": "変更はありません。"}', '\xb4baf7c33b60fb53c5775595131c28ef', '43d6fda062f3fdbd60ce04a027c35da6240d5cbf6456f425cff3efade3ad807e'),
	('01a0cb8f-e400-73d6-a3aa-d1001b690a3b', 'board.category', '01a0cb8f-e400-73d5-b7ee-786dffcffaaa', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "Forms and guides", "name_ja": "様式・手引", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 6}', '\xcbe603cc4e15187bdc7bef28a9b8e606', '985d4b36d2de7e4505973047c7cc09ca914a7f3ec71292ff3eb3b2b5400c37ec'),
	('01a1f12c-af80-747a-beda-87d6ebeb600e', 'circulation', '01a1f12c-af80-700b-97d5-56c4a77dac3e', 1, 1795047600000, '01a2027c-455c-7663-8959-5c3e28343cb9', '{"due": [2026, 328], "body": "年末の窓口の混雑に備え、応援の当番表の案を作りました。都合の悪い日があれば、お知らせください。", "kind": "circulation", "files": [], "title": "窓口の混雑時の応援体制(案)", "follows": "post", "section": "01a2027c-455c-7a39-b3b2-efed7e4b75c6", "audience": {"posts": [], "units": ["01a2027c-455c-744c-804b-157c661437b2", "01a2027c-455c-7a39-b3b2-efed7e4b75c6"], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\x6e296edb2ca01cd29139d4781c626111', '6560b9545fff62a784fb75b0271990a13f05538a094b15812bd4e64623a36e7c'),
	('01a0cb8f-e400-7bb0-96a5-b17ea2b6242f', 'board.category', '01a0cb8f-e400-7a77-b5b6-075bd426031a', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "Events", "name_ja": "イベント・行事", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 7}', '\x6689a0373c5f97c7e73e6c0a49916564', '1c39d057c8b1fbe846eff8f5ece0ba088f690f835a488f190ab803051a85bd7e'),
	('01a1903c-66c0-70dd-bc87-8bbade08013c', 'board.post', '01a1903c-66c0-7789-93ca-31323fd4dce7', 1, 1793421240000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"body": "窓口に携わる職員を対象に、接遇研修を行います。12月8日(火)と9日(水)の2回で、内容は同じです。定員は各30人です。", "files": [], "title": "接遇研修の参加者を募集します", "ends_at": null, "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "category": "01a0cb8f-e400-761d-a1f3-83b397a03b87", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xc70f19fc320a5234ee25c9eafc82b41b', 'e219c5d0de8c8bedf0901f307861a2c708e2d530b9cd0c0cd9860526e309a098'),
	('01a1fb79-6780-792a-819b-fc65717ca474', 'circulation', '01a1fb79-6780-7234-8f3a-e74b42dbc0f2', 1, 1795220400000, '01a2027c-455c-7898-943f-326b21f3930e', '{"due": [2026, 333], "body": "来年度に更新する端末の台数を調べます。課ごとの台数を確認し、変更があれば返信してください。", "kind": "report", "files": [], "title": "端末の更新に係る調査のお願い", "follows": "post", "section": "01a2027c-455c-7407-a6c8-5e5588aa5ae3", "audience": {"posts": [], "units": ["01a2027c-455c-7a39-b3b2-efed7e4b75c6", "01a2027c-455c-7cf6-82c7-5513307af940"], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\xedca30fcaccc61a48e5704843b9d254f', '82c85aa21b8324038aba0ece92311f08e0aa9de84f07d6cc7977453481a45fb9'),
	('01a0cb8f-e400-769e-8f47-4d16b5d3dbed', 'board.category', '01a0cb8f-e400-7b8b-a6e1-112fafa0c3e2', 1, 1790121600000, '01a2027c-455c-77ac-9982-d20f164edc15', '{"closed": false, "name_en": "Lost property and other", "name_ja": "落とし物・その他", "readers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "writers": {"posts": [], "units": [], "groups": [], "people": [], "everyone": true}, "approval": "none", "comments": true, "position": 8}', '\xb0001f46f6870909a3f24c24f5fc77aa', 'e6ee2b4fdfb8a64ef5fd1def75868a3221945fb35ea6a0c3ae94c470af6bc555'),
	('01a1bebc-1680-7f71-99a3-32e2c94215c7', 'board.post', '01a1bebc-1680-7b95-97fa-2e549a43c2b9', 1, 1794201360000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "保存期間が満了する文書の一覧を配布しました。延長が必要なものは、理由を添えて12月11日までに総務課へ回答してください。", "files": [], "title": "公文書の保存期間の見直しについて", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-73d5-b7ee-786dffcffaaa", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xa3c65bee1001ca79cf3434daffa804c2', '762991e6223cf579ab9ab55377c712b287c12a68eab27fd0a84330756f78209e'),
	('01a166e3-1300-70f5-9026-61ee3735a2de', 'board.post', '01a166e3-1300-7a91-a3e4-390e0ec181c0', 1, 1792727520000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "12月定例会は、12月1日に開会し、18日に閉会する予定です。一般質問の通告は11月26日の正午に締め切られます。", "files": [], "title": "議会定例会の日程について", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-73a6-8f0a-77732bccfc5b", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x0f94beb251f4cd99c244285c698d4508', 'd54e6c58d310680210b0d2ac3a39d3c8ddfce7a800673a5d3b2d68a16ed1171c'),
	('01a19a75-e4e0-746a-bce1-45b98033048d', 'board.post', '01a19a75-e4e0-75fc-af3f-cf3e5196312b', 1, 1793592780000, '01a2027c-455c-7898-943f-326b21f3930e', '{"body": "各階の複合機を順に更新します。更新の当日は、半日ほど印刷ができません。日程は添付の表のとおりです。", "files": [], "title": "複合機の更新の日程について", "ends_at": null, "section": "01a2027c-455c-7407-a6c8-5e5588aa5ae3", "category": "01a0cb8f-e400-7f60-a2df-30fe9ad66b06", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x032680aee5461e42b880c2c26c26f56d', '99e9fd959f338802ebf5e7a2d99dc0878a691ae1e6453b5f9950c7f917132d75'),
	('01a1c41c-2020-7948-80b8-28ee1a4d33f7', 'board.post', '01a1c41c-2020-73ad-a04c-6246fdf4f027', 1, 1794291540000, '01a2027c-455c-7663-8959-5c3e28343cb9', '{"body": "11月22日(日)の9時から12時まで、市民課でマイナンバーカードの休日窓口を開きます。応援に入る職員の名簿を添付のとおり定めました。", "files": [], "title": "マイナンバーカードの休日窓口を開きます", "ends_at": null, "section": "01a2027c-455c-7a39-b3b2-efed7e4b75c6", "category": "01a0cb8f-e400-7a77-b5b6-075bd426031a", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x460fb2440be90a7ca6accef934d5c141', 'f8c79827227ef739492cec3954af1bf7f8688b905988619120781bd2c05f3bcb'),
	('01a1e2a2-26c0-77a0-98d9-1ed2d05567cd', 'board.post', '01a1e2a2-26c0-76ce-8b03-03e2da9989c1', 1, 1794803640000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "11月24日から12月4日まで、庁舎東側の通路を通行止めにします。来庁者には正面玄関をご案内ください。", "files": [], "title": "庁舎東側の通路の工事について", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-7b8b-a6e1-112fafa0c3e2", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xbaa361601b419878f9b3601a8c099233', '8b17ec7ccb1f15f7b06dfb5193e2a7d924a466db3c77cb5b0a2a7c40257662cb'),
	('01a1f73b-96c0-7701-b5db-e4993ab268e3', 'board.post', '01a1f73b-96c0-7735-ab90-d012ccb0eaac', 1, 1795149240000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"body": "年末調整の申告書を配布しました。11月27日(金)までに、必要な証明書を添えて人事課給与係へ提出してください。\n\n今年度から、保険料控除証明書の電子データも受け付けます。", "files": [], "title": "年末調整の書類の提出について", "ends_at": null, "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "category": "01a0cb8f-e400-7c26-8001-ccc92ca62040", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xd7badf79d64fa840b44099a82d9f1615', 'fa4a4e4554073d73e4f75bf1e703909904bd56aeb1584d85f3a7a0d4ed3ad896'),
	('01a1dd65-d1c0-7e97-aef1-b656f94a9ef3', 'circulation.recipient', '01a1b360-5f80-721e-af85-985c9db64fe0', 1, 1794715800000, '01a2027c-455c-7ffc-be1c-1756ac2be1be', '{"reply": "変更はありません。"}', '\x2e7a2b28dc37edf6516710b55b813f73', '54af80c6df33a4dcefb4b4adfa69630ea2924a2af34cbbe9a7cf7ca9608b80e0'),
	('01a17156-3ec0-7b1e-9185-1ee765e6fe01', 'board.post', '01a17156-3ec0-70ee-9f0c-bd6d938c13e3', 1, 1792902840000, '01a2027c-455c-7cab-a351-e555828c2c09', '{"body": "契約事務の手引を改訂しました。少額の随意契約の見積りの取り方と、電子契約の手順を加えました。", "files": [], "title": "契約事務の手引を改訂しました", "ends_at": null, "section": "01a2027c-455c-7c14-b1c6-09748e10b541", "category": "01a0cb8f-e400-73d5-b7ee-786dffcffaaa", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x799f1b1c25bbb2e179dd67154e6d42cc', '9773c1248a2cac0b46af4dc043ecd487a3302a180e94b271771276d343e977b0'),
	('01a1a549-3200-7e45-b5f3-b212261d5448', 'board.post', '01a1a549-3200-79e8-94be-7b8314099b72', 1, 1793774400000, '01a2027c-455c-701f-9b74-b98d69f88eb7', '{"body": "総合計画の中間見直しに当たり、職員の皆さんの意見を募集します。様式は問いません。所属と氏名は公表しません。", "files": [], "title": "総合計画の中間見直しに係る職員の意見募集", "ends_at": null, "section": "01a2027c-455c-79f2-9458-3792b20fa4ee", "category": "01a0cb8f-e400-73a6-8f0a-77732bccfc5b", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x4682b8db530da8bcb2e974b037070fcc', '6fa2c5e6e08b11d87bd74b4fec4cab8e6fea903f695402555b6011cc0211be24'),
	('01a1ce08-b6c0-7d80-a61e-e985e4128edb', 'board.post', '01a1ce08-b6c0-7d0e-8e51-6b21065d7306', 1, 1794458040000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"body": "11月は時間外勤務の縮減月間です。毎週水曜日は定時退庁日です。所属長は、業務の進み具合を確認し、応援の体制を整えてください。", "files": [], "title": "時間外勤務の縮減月間について", "ends_at": null, "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "category": "01a0cb8f-e400-7c26-8001-ccc92ca62040", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x14ad06131e4ad8cce0c6cf2746cdfafc', 'bebb91f3613ffb2d21104316bc34da4eba966852ea2a1b95292e5806e241c1ed'),
	('01a1e7db-bca0-705c-8dfe-7c796b8131ff', 'board.post', '01a1e7db-bca0-76aa-ad04-69bc3750acde', 1, 1794891300000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "旅費の請求書の様式を改めました。12月1日以降の出張から、新しい様式を使用してください。\n\n主な変更点:\n\n- 経路の記載欄を広げました。\n- 宿泊料の領収書を添付する欄を設けました。", "files": [], "title": "旅費の請求書の様式を改めました", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-73d5-b7ee-786dffcffaaa", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x9daa5af338928dd968bba291e8228696', '61b6d6e640bcedc4d4ebe890208d4bfd1339a9c56bb2c3535a52c62998563768'),
	('01a1fd15-6440-7a8f-af23-9dd54c811f99', 'board.post', '01a1fd15-6440-7ce2-aaa4-1f7f2daca7ba', 1, 1795247400000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"body": "全職員を対象に、情報セキュリティ研修を実施します。会計年度任用職員の方も対象です。\n\n受講期間は12月18日までです。所要時間は40分程度です。受講後の確認テストで80点以上を取ると修了となります。", "files": [], "title": "情報セキュリティ研修(e-ラーニング)の受講について", "ends_at": null, "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "category": "01a0cb8f-e400-761d-a1f3-83b397a03b87", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xf36a9ab8b53496c57cdf6fd3505ecfd3', '03c705a5d914a08d6193c4feb58c7c04332100c0b64f5a8dd21d83d59a70ba47'),
	('01a17b7c-8300-7635-a49b-4163c93698c0', 'board.post', '01a17b7c-8300-7118-a544-d951fdf5111d', 1, 1793073120000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "10月に、駐車場内での接触事故が2件ありました。発進の前には、車の周りを確認してください。運転日報の記入も忘れずにお願いします。", "files": [], "title": "公用車の安全運転について", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-7c26-8001-ccc92ca62040", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x8c13f20d448acdfcbb293eb1194e7364', '316abe101cab13565f38f4520b44c2c19deacd3cebed3b398d415572a004c458'),
	('01a1af22-8ec0-7592-8c8a-4f0c51207f25', 'board.post', '01a1af22-8ec0-7613-a9f4-1558ed3c6b17', 1, 1793939640000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"body": "健康診断の結果、再検査の対象となった方には個別に通知しました。12月25日までに受診し、結果を提出してください。", "files": [], "title": "職員健康診断の再検査について", "ends_at": null, "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "category": "01a0cb8f-e400-72cd-8904-a14b13e2d830", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x3282ead83606e120bb12c0704fc17951', '156dfd55adbc3f3d37a6b5860c0cbfbf0f890d95f4b82682bd41aa435dc91644'),
	('01a1d31b-d8e0-77e8-9b34-bdb9513f718c', 'board.post', '01a1d31b-d8e0-7758-9f9e-211d77f7bcd0', 1, 1794543180000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "10月25日の総合防災訓練の結果をまとめました。参加者は214人で、避難所の開設までに要した時間は昨年度より6分短くなりました。", "files": [], "title": "防災訓練の実施結果について", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-73a6-8f0a-77732bccfc5b", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\xcea640b2f28de2d258190d183826d891', '0f5b607b8a7844b763454077b9e889e53f221d1d505341ba451c264d4162e346'),
	('01a1ed75-73e0-721a-934e-84e2999a84c1', 'board.post', '01a1ed75-73e0-7600-8426-a6c510cf482e', 1, 1794985260000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"body": "共済組合では、予防接種の費用を1人2,000円まで助成します。領収書の写しを添えて、1月29日までに申請してください。", "files": [], "title": "インフルエンザ予防接種の費用の助成について", "ends_at": null, "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "category": "01a0cb8f-e400-72cd-8904-a14b13e2d830", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": null, "registration": "shared"}', '\x18a43023c9a5686319812312f179616c', 'b3a53466a4a93f63c98038151af207d08bfff1c0c04b2d8643bf9118575e3e85'),
	('01a1fc9b-a060-77e9-8122-1d9a531d14ef', 'board.post', '01a1fc9b-a060-7fe4-ba25-64f4b9bc3bea', 1, 1795239420000, '01a2027c-455c-7898-943f-326b21f3930e', '{"body": "サーバの保守のため、次のとおりグループウェアを停止します。\n\n- 日時: 11月29日(日) 8時から12時まで\n- 対象: 掲示板、回覧を含むすべての機能\n\n停止中は新しい文書を作成できません。作業中の下書きは前日までに保存してください。", "files": [], "title": "11月29日(日)のシステム停止のお知らせ", "ends_at": null, "section": "01a2027c-455c-7407-a6c8-5e5588aa5ae3", "category": "01a0cb8f-e400-7f60-a2df-30fe9ad66b06", "comments": true, "starts_at": null, "confirmation": {"due": [2026, 331]}, "pinned_until": null, "registration": "shared"}', '\x44d7ee802aefff311e696f0856f59330', '13dd0ab5a574e284b13c29eb00c29eeda2ebd45a6cdcfcf8f4471ae99c58497a'),
	('01a1f653-0b80-71de-bc69-09ccf175f3c4', 'circulation', '01a1f653-0b80-7ed6-897d-a6e7704c4d47', 1, 1795134000000, '01a2027c-455c-7b94-837e-f52e7a2053c0', '{"due": [2026, 340], "body": "期末の面談を12月18日までに行ってください。記録の様式は添付のとおりです。", "kind": "circulation", "files": [], "title": "人事評価の面談の実施について", "follows": "post", "section": "01a2027c-455c-7f82-9526-d8e50643e6c1", "audience": {"posts": ["01a2027c-455c-7076-9b42-e8b270afa090", "01a2027c-455c-70ab-8012-ec099d629146", "01a2027c-455c-7190-b24e-04a0ac97f80f", "01a2027c-455c-724e-aa9a-11d6843cbc90", "01a2027c-455c-72e9-b1c9-3b5b0eff183d", "01a2027c-455c-742d-aa6c-6fa012cf72c1", "01a2027c-455c-745b-8204-a79c4c360de8", "01a2027c-455c-7517-9d29-9b33c37f87cf", "01a2027c-455c-751a-934b-b0752619b36c", "01a2027c-455c-7629-b57d-fb9d2294d241", "01a2027c-455c-764e-9829-c526417dda60", "01a2027c-455c-76a1-b190-84dad8a8bb09", "01a2027c-455c-7806-805b-2eb5db9c28d6", "01a2027c-455c-7867-ad68-81c23b6fa652", "01a2027c-455c-787e-9841-dd8214df5ef6", "01a2027c-455c-797c-a25e-5c9c45c585ee", "01a2027c-455c-7ae1-9122-27b461030e73", "01a2027c-455c-7cb9-b33e-918e6b799a92", "01a2027c-455c-7e38-8516-2f8b9853150e", "01a2027c-455c-7f64-8e40-631af55fb0b7", "01a2027c-455c-7fd5-9deb-6a845af50ed3"], "units": [], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\x7a9dfcfc9f48b6962b8183df26ef1736', '24e0532e4b2196a217c91a4b6374d0274ca2c3f7612650431d5cfd8ca80c3c6c'),
	('01a201c1-fc60-7900-b807-3a4007397e70', 'board.post', '01a201c1-fc60-76d5-9957-b62160ebc65a', 1, 1795325820000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"body": "年末年始の閉庁日は12月29日から1月3日までです。\n\n各課は、閉庁中の連絡先と当番の名簿を12月11日(金)までに総務課へ提出してください。様式は「様式・手引」に掲載しています。\n\n- 窓口の案内文は11月30日までに掲示してください。\n- 公用車の鍵は12月28日の17時までに返却してください。", "files": [], "title": "年末年始の閉庁日と当番体制について", "ends_at": null, "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "category": "01a0cb8f-e400-73a6-8f0a-77732bccfc5b", "comments": true, "starts_at": null, "confirmation": null, "pinned_until": 1795878000000, "registration": "pressing"}', '\xf514b2cf4cd54d3882a48c3a2a315587', '2c75175b9ea23f31c444ee98626485a1f3a522be8a356b9873eb79ef55d65231'),
	('01a1b360-5f80-7376-abb7-c28fd70fe51c', 'circulation', '01a1b360-5f80-7c10-b4d2-bfbe4c6f6552', 1, 1794010800000, '01a2027c-455c-7a5a-a9ac-b6fd8e2a293f', '{"due": [2026, 321], "body": "名簿の内容を確認し、変更があれば返信してください。", "kind": "report", "files": [], "title": "災害時の参集名簿の確認", "follows": "post", "section": "01a2027c-455c-7697-ad47-3be7e8b847c6", "audience": {"posts": [], "units": ["01a2027c-455c-73c5-a2d0-28feec77c453"], "groups": [], "people": [], "everyone": false}, "sequence": "at_once", "step_days": null, "open_replies": true, "registration": "shared"}', '\x83eea6c850aa589c2d8e7b563986714c', '10d361eac3558be8fa3acb7772bb11ef8412adaaf530a847179a0d9404992538'),
	('01a2027c-455c-7d34-8a4b-c5333704dbd7', 'account', '01a2027c-455c-795a-ab60-49a84233f2b0', 1, 1795338028380, '01a2027c-455c-77ac-9982-d20f164edc15', '{"login": "s1036", "state": "open", "person": "01a2027c-455c-7a5a-a9ac-b6fd8e2a293f", "reason": null, "shared": false, "ends_on": null, "closed_because": null}', '\x949dc4dbf4fe68946a436e5eb0202b6d', 'fd6fbfabf37121a3417521f418e5e56edfd6d2114e7302e5f5170130a4028946');


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);


--
-- Name: api_tokens api_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (id);


--
-- Name: appointments appointments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appointments
    ADD CONSTRAINT appointments_pkey PRIMARY KEY (id);


--
-- Name: attachments attachments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachments
    ADD CONSTRAINT attachments_pkey PRIMARY KEY (id);


--
-- Name: audit_entries audit_entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entries
    ADD CONSTRAINT audit_entries_pkey PRIMARY KEY (id);


--
-- Name: audit_heads audit_heads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_heads
    ADD CONSTRAINT audit_heads_pkey PRIMARY KEY (id);


--
-- Name: audit_keys audit_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_keys
    ADD CONSTRAINT audit_keys_pkey PRIMARY KEY (id);


--
-- Name: audit_links audit_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_links
    ADD CONSTRAINT audit_links_pkey PRIMARY KEY (seq);


--
-- Name: board_approvals board_approvals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_approvals
    ADD CONSTRAINT board_approvals_pkey PRIMARY KEY (id);


--
-- Name: board_categories board_categories_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_categories
    ADD CONSTRAINT board_categories_pkey PRIMARY KEY (id);


--
-- Name: board_check_figures board_check_figures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_check_figures
    ADD CONSTRAINT board_check_figures_pkey PRIMARY KEY (day, section);


--
-- Name: board_marks board_marks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_marks
    ADD CONSTRAINT board_marks_pkey PRIMARY KEY (person, category);


--
-- Name: board_posts board_posts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_posts
    ADD CONSTRAINT board_posts_pkey PRIMARY KEY (id);


--
-- Name: board_reads board_reads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_reads
    ADD CONSTRAINT board_reads_pkey PRIMARY KEY (person, post);


--
-- Name: circulation_recipients circulation_recipients_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.circulation_recipients
    ADD CONSTRAINT circulation_recipients_pkey PRIMARY KEY (id);


--
-- Name: circulation_templates circulation_templates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.circulation_templates
    ADD CONSTRAINT circulation_templates_pkey PRIMARY KEY (id);


--
-- Name: circulation_watches circulation_watches_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.circulation_watches
    ADD CONSTRAINT circulation_watches_pkey PRIMARY KEY (person, circulation);


--
-- Name: circulations circulations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.circulations
    ADD CONSTRAINT circulations_pkey PRIMARY KEY (id);


--
-- Name: comments comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (id);


--
-- Name: delegations delegations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delegations
    ADD CONSTRAINT delegations_pkey PRIMARY KEY (id);


--
-- Name: former_passwords former_passwords_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.former_passwords
    ADD CONSTRAINT former_passwords_pkey PRIMARY KEY (id);


--
-- Name: function_switches function_switches_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.function_switches
    ADD CONSTRAINT function_switches_pkey PRIMARY KEY (function);


--
-- Name: grants grants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grants
    ADD CONSTRAINT grants_pkey PRIMARY KEY (id);


--
-- Name: job_locks job_locks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_locks
    ADD CONSTRAINT job_locks_pkey PRIMARY KEY (name);


--
-- Name: job_runs job_runs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_runs
    ADD CONSTRAINT job_runs_pkey PRIMARY KEY (id);


--
-- Name: known_places known_places_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_places
    ADD CONSTRAINT known_places_pkey PRIMARY KEY (id);


--
-- Name: leaver_cases leaver_cases_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaver_cases
    ADD CONSTRAINT leaver_cases_pkey PRIMARY KEY (id);


--
-- Name: notices notices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: organisation organisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: own_days own_days_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_days
    ADD CONSTRAINT own_days_pkey PRIMARY KEY (id);


--
-- Name: own_group_members own_group_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_group_members
    ADD CONSTRAINT own_group_members_pkey PRIMARY KEY (id);


--
-- Name: own_groups own_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_groups
    ADD CONSTRAINT own_groups_pkey PRIMARY KEY (id);


--
-- Name: passwords passwords_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passwords
    ADD CONSTRAINT passwords_pkey PRIMARY KEY (account);


--
-- Name: posts posts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (id);


--
-- Name: recovery_codes recovery_codes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (id);


--
-- Name: registration_approvals registration_approvals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.registration_approvals
    ADD CONSTRAINT registration_approvals_pkey PRIMARY KEY (id);


--
-- Name: role_posts role_posts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role_posts
    ADD CONSTRAINT role_posts_pkey PRIMARY KEY (id);


--
-- Name: seaql_migrations seaql_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.seaql_migrations
    ADD CONSTRAINT seaql_migrations_pkey PRIMARY KEY (version);


--
-- Name: second_factors second_factors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_pkey PRIMARY KEY (account);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);


--
-- Name: sharing_permissions sharing_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sharing_permissions
    ADD CONSTRAINT sharing_permissions_pkey PRIMARY KEY (id);


--
-- Name: sign_in_budgets sign_in_budgets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_budgets
    ADD CONSTRAINT sign_in_budgets_pkey PRIMARY KEY (key);


--
-- Name: sign_in_challenges sign_in_challenges_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_challenges
    ADD CONSTRAINT sign_in_challenges_pkey PRIMARY KEY (id);


--
-- Name: sign_ins sign_ins_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT sign_ins_pkey PRIMARY KEY (id);


--
-- Name: staff staff_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);


--
-- Name: suspensions suspensions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.suspensions
    ADD CONSTRAINT suspensions_pkey PRIMARY KEY (id);


--
-- Name: unit_paths unit_paths_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_paths
    ADD CONSTRAINT unit_paths_pkey PRIMARY KEY (id);


--
-- Name: units units_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_pkey PRIMARY KEY (id);


--
-- Name: usage_acknowledgements usage_acknowledgements_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_acknowledgements
    ADD CONSTRAINT usage_acknowledgements_pkey PRIMARY KEY (id);


--
-- Name: usage_rules usage_rules_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_rules
    ADD CONSTRAINT usage_rules_pkey PRIMARY KEY (id);


--
-- Name: versions versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_pkey PRIMARY KEY (id);


--
-- Name: accounts_ends; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_ends ON public.accounts USING btree (state, ends_on);


--
-- Name: accounts_login; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX accounts_login ON public.accounts USING btree (login_key);


--
-- Name: accounts_one_a_person; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX accounts_one_a_person ON public.accounts USING btree (person) WHERE (shared = false);


--
-- Name: accounts_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_person ON public.accounts USING btree (person);


--
-- Name: api_tokens_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_tokens_account ON public.api_tokens USING btree (account, id);


--
-- Name: api_tokens_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX api_tokens_digest ON public.api_tokens USING btree (digest);


--
-- Name: appointments_cause; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointments_cause ON public.appointments USING btree (cause);


--
-- Name: appointments_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointments_key ON public.appointments USING btree (appointment);


--
-- Name: appointments_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointments_person ON public.appointments USING btree (person, valid_from);


--
-- Name: appointments_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointments_post ON public.appointments USING btree (post, valid_from);


--
-- Name: appointments_superseded_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appointments_superseded_by ON public.appointments USING btree (superseded_by);


--
-- Name: attachments_blob; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attachments_blob ON public.attachments USING btree (blob);


--
-- Name: attachments_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attachments_subject ON public.attachments USING btree (subject_kind, subject_id);


--
-- Name: audit_entries_act; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entries_act ON public.audit_entries USING btree (act, id);


--
-- Name: audit_entries_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entries_person ON public.audit_entries USING btree (person, id);


--
-- Name: audit_entries_rule; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entries_rule ON public.audit_entries USING btree (rule, outcome, at);


--
-- Name: audit_entries_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (subject_kind, subject_id, id);


--
-- Name: audit_entries_unsealed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entries_unsealed ON public.audit_entries USING btree (id) WHERE (seq IS NULL);


--
-- Name: audit_keys_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX audit_keys_key ON public.audit_keys USING btree (key);


--
-- Name: audit_links_entry; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX audit_links_entry ON public.audit_links USING btree (entry);


--
-- Name: board_approvals_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_approvals_post ON public.board_approvals USING btree (post);


--
-- Name: board_approvals_role; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_approvals_role ON public.board_approvals USING btree (of_role, state);


--
-- Name: board_approvals_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_approvals_unit ON public.board_approvals USING btree (of_unit, state);


--
-- Name: board_posts_asks; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_asks ON public.board_posts USING btree (asks, state, due);


--
-- Name: board_posts_author; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_author ON public.board_posts USING btree (author, changed_at, id);


--
-- Name: board_posts_category; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_category ON public.board_posts USING btree (category, visible_from, id);


--
-- Name: board_posts_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_end ON public.board_posts USING btree (state, ends_at);


--
-- Name: board_posts_pinned; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_pinned ON public.board_posts USING btree (pinned_until);


--
-- Name: board_posts_section; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_section ON public.board_posts USING btree (section, changed_at, id);


--
-- Name: board_posts_start; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_start ON public.board_posts USING btree (state, visible_from);


--
-- Name: board_posts_visible; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_posts_visible ON public.board_posts USING btree (visible_from, id, category, state, ends_at);


--
-- Name: board_reads_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_reads_post ON public.board_reads USING btree (post, person);


--
-- Name: circulation_recipients_list; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_recipients_list ON public.circulation_recipients USING btree (circulation, "position", id);


--
-- Name: circulation_recipients_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX circulation_recipients_once ON public.circulation_recipients USING btree (circulation, person);


--
-- Name: circulation_recipients_owed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_recipients_owed ON public.circulation_recipients USING btree (person, state, received_at, circulation);


--
-- Name: circulation_recipients_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_recipients_post ON public.circulation_recipients USING btree (post, state);


--
-- Name: circulation_recipients_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_recipients_received ON public.circulation_recipients USING btree (person, received_at, circulation);


--
-- Name: circulation_recipients_step; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_recipients_step ON public.circulation_recipients USING btree (circulation, state, step);


--
-- Name: circulation_templates_owner; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_templates_owner ON public.circulation_templates USING btree (owner);


--
-- Name: circulation_templates_section; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_templates_section ON public.circulation_templates USING btree (section);


--
-- Name: circulation_watches_circulation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulation_watches_circulation ON public.circulation_watches USING btree (circulation);


--
-- Name: circulations_author; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulations_author ON public.circulations USING btree (author, changed_at, id);


--
-- Name: circulations_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulations_due ON public.circulations USING btree (state, due);


--
-- Name: circulations_section; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulations_section ON public.circulations USING btree (section, changed_at, id);


--
-- Name: circulations_step; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX circulations_step ON public.circulations USING btree (state, step_days, step_at);


--
-- Name: comments_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_subject ON public.comments USING btree (subject_kind, subject_id, id);


--
-- Name: delegations_cause; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delegations_cause ON public.delegations USING btree (cause);


--
-- Name: delegations_delegate; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delegations_delegate ON public.delegations USING btree (delegate, valid_from);


--
-- Name: delegations_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delegations_key ON public.delegations USING btree (delegation);


--
-- Name: delegations_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delegations_person ON public.delegations USING btree (person, valid_from);


--
-- Name: delegations_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delegations_post ON public.delegations USING btree (post, valid_from);


--
-- Name: delegations_superseded_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delegations_superseded_by ON public.delegations USING btree (superseded_by);


--
-- Name: former_passwords_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX former_passwords_account ON public.former_passwords USING btree (account, id);


--
-- Name: grants_grantee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grants_grantee ON public.grants USING btree (grantee, ended_at);


--
-- Name: known_places_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX known_places_once ON public.known_places USING btree (account, place);


--
-- Name: leaver_cases_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX leaver_cases_once ON public.leaver_cases USING btree (account, finding, since);


--
-- Name: leaver_cases_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leaver_cases_open ON public.leaver_cases USING btree (state, id);


--
-- Name: leaver_cases_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX leaver_cases_unit ON public.leaver_cases USING btree (unit, state, id);


--
-- Name: notices_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX notices_once ON public.notices USING btree (person, kind, subject_kind, subject_id, key);


--
-- Name: notices_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_person ON public.notices USING btree (person, id);


--
-- Name: notices_unseen; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_unseen ON public.notices USING btree (person, seen_at);


--
-- Name: orders_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_day ON public.orders USING btree (takes_effect_on, id);


--
-- Name: orders_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_state ON public.orders USING btree (state, takes_effect_on, id);


--
-- Name: outbox_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_due ON public.outbox USING btree (due_at, id);


--
-- Name: own_days_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX own_days_day ON public.own_days USING btree (day);


--
-- Name: own_group_members_member; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX own_group_members_member ON public.own_group_members USING btree (member);


--
-- Name: own_group_members_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX own_group_members_once ON public.own_group_members USING btree (own_group, kind, member);


--
-- Name: own_groups_owner; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX own_groups_owner ON public.own_groups USING btree (owner, id);


--
-- Name: own_groups_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX own_groups_unit ON public.own_groups USING btree (unit, id);


--
-- Name: passwords_set; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX passwords_set ON public.passwords USING btree (set_at, account);


--
-- Name: posts_cause; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posts_cause ON public.posts USING btree (cause);


--
-- Name: posts_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posts_post ON public.posts USING btree (post, valid_from);


--
-- Name: posts_superseded_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posts_superseded_by ON public.posts USING btree (superseded_by);


--
-- Name: posts_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posts_unit ON public.posts USING btree (unit, valid_from);


--
-- Name: recovery_codes_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX recovery_codes_account ON public.recovery_codes USING btree (account);


--
-- Name: registration_approvals_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX registration_approvals_state ON public.registration_approvals USING btree (state, id);


--
-- Name: registration_approvals_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX registration_approvals_subject ON public.registration_approvals USING btree (subject_kind, subject_id);


--
-- Name: role_posts_post; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX role_posts_post ON public.role_posts USING btree (post);


--
-- Name: role_posts_role; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX role_posts_role ON public.role_posts USING btree (role);


--
-- Name: sessions_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_account ON public.sessions USING btree (account, ended_at);


--
-- Name: sessions_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX sessions_digest ON public.sessions USING btree (digest);


--
-- Name: sessions_former; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_former ON public.sessions USING btree (former_digest);


--
-- Name: sharing_permissions_ends; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sharing_permissions_ends ON public.sharing_permissions USING btree (ends_on, id);


--
-- Name: sign_in_budgets_counted; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_budgets_counted ON public.sign_in_budgets USING btree (counted_from);


--
-- Name: sign_in_challenges_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX sign_in_challenges_digest ON public.sign_in_challenges USING btree (digest);


--
-- Name: sign_in_challenges_made; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_challenges_made ON public.sign_in_challenges USING btree (made_at);


--
-- Name: sign_ins_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_ins_account ON public.sign_ins USING btree (account, id);


--
-- Name: staff_cause; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_cause ON public.staff USING btree (cause);


--
-- Name: staff_kana; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_kana ON public.staff USING btree (kana_key, person);


--
-- Name: staff_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_number ON public.staff USING btree (number);


--
-- Name: staff_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_person ON public.staff USING btree (person, valid_from);


--
-- Name: staff_superseded_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_superseded_by ON public.staff USING btree (superseded_by);


--
-- Name: suspensions_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX suspensions_account ON public.suspensions USING btree (account, id);


--
-- Name: unit_paths_ancestor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_paths_ancestor ON public.unit_paths USING btree (ancestor, unit);


--
-- Name: unit_paths_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_paths_unit ON public.unit_paths USING btree (unit, distance);


--
-- Name: units_cause; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX units_cause ON public.units USING btree (cause);


--
-- Name: units_superseded_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX units_superseded_by ON public.units USING btree (superseded_by);


--
-- Name: units_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX units_unit ON public.units USING btree (unit, valid_from);


--
-- Name: usage_acknowledgements_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX usage_acknowledgements_once ON public.usage_acknowledgements USING btree (rules, person);


--
-- Name: usage_rules_effective; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX usage_rules_effective ON public.usage_rules USING btree (effective_on);


--
-- Name: usage_rules_number; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX usage_rules_number ON public.usage_rules USING btree (number);


--
-- Name: versions_number; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX versions_number ON public.versions USING btree (subject_kind, subject_id, number);


--
-- Name: api_tokens api_tokens_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: board_approvals board_approvals_post_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_approvals
    ADD CONSTRAINT board_approvals_post_fkey FOREIGN KEY (post) REFERENCES public.board_posts(id);


--
-- Name: board_posts board_posts_category_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_posts
    ADD CONSTRAINT board_posts_category_fkey FOREIGN KEY (category) REFERENCES public.board_categories(id);


--
-- Name: board_reads board_reads_post_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_reads
    ADD CONSTRAINT board_reads_post_fkey FOREIGN KEY (post) REFERENCES public.board_posts(id);


--
-- Name: circulation_recipients circulation_recipients_circulation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.circulation_recipients
    ADD CONSTRAINT circulation_recipients_circulation_fkey FOREIGN KEY (circulation) REFERENCES public.circulations(id);


--
-- Name: circulation_watches circulation_watches_circulation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.circulation_watches
    ADD CONSTRAINT circulation_watches_circulation_fkey FOREIGN KEY (circulation) REFERENCES public.circulations(id);


--
-- Name: former_passwords former_passwords_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.former_passwords
    ADD CONSTRAINT former_passwords_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: known_places known_places_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_places
    ADD CONSTRAINT known_places_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: leaver_cases leaver_cases_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaver_cases
    ADD CONSTRAINT leaver_cases_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: passwords passwords_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passwords
    ADD CONSTRAINT passwords_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: recovery_codes recovery_codes_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: second_factors second_factors_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: sessions sessions_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: sign_in_challenges sign_in_challenges_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_challenges
    ADD CONSTRAINT sign_in_challenges_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: suspensions suspensions_account_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.suspensions
    ADD CONSTRAINT suspensions_account_fkey FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: usage_acknowledgements usage_acknowledgements_rules_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.usage_acknowledgements
    ADD CONSTRAINT usage_acknowledgements_rules_fkey FOREIGN KEY (rules) REFERENCES public.usage_rules(id);


--
-- PostgreSQL database dump complete
--


