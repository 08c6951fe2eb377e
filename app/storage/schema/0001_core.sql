-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: the tables of the duty desk; people have no right to write any of them
-- oldest-desk: 1
CREATE SCHEMA IF NOT EXISTS core AUTHORIZATION trucban_owner;
CREATE SCHEMA who AUTHORIZATION trucban_owner;
CREATE SCHEMA desk AUTHORIZATION trucban_owner;
CREATE SCHEMA intake AUTHORIZATION trucban_owner;
CREATE SCHEMA search AUTHORIZATION trucban_owner;
SET LOCAL ROLE trucban_owner;
-- what is made here, now or by a later migration, may be called by nobody until it is granted
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE core.setting (
    key text PRIMARY KEY,
    value jsonb NOT NULL
);
INSERT INTO core.setting VALUES
    ('lease_seconds', '300'),
    ('page_name', '"Công an Thành phố"'),
    ('page_url', '"https://www.facebook.com/"'),
    ('human_agent', 'true');

-- ── units, areas, categories: reference data with validity; a code may be used again, so code and date are the key ──
CREATE TABLE core.unit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL CHECK (code <> ''),
    name text NOT NULL CHECK (name <> ''),
    name_en text NOT NULL DEFAULT '',
    level text NOT NULL DEFAULT 'unit',
    parent_id bigint REFERENCES core.unit,
    valid_from date NOT NULL DEFAULT '1900-01-01',
    valid_to date CHECK (valid_to >= valid_from),
    topics text[] NOT NULL DEFAULT '{}',
    external boolean NOT NULL DEFAULT false,
    revision int NOT NULL DEFAULT 1,
    UNIQUE (code, valid_from)
);
CREATE TABLE core.area (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL,
    type text NOT NULL DEFAULT 'phuong',
    name text NOT NULL,
    name_alt text NOT NULL DEFAULT '',
    former_names text[] NOT NULL DEFAULT '{}',
    label_lon double precision,
    label_lat double precision,
    unit_id bigint REFERENCES core.unit,
    valid_from date NOT NULL DEFAULT '1900-01-01',
    valid_to date CHECK (valid_to >= valid_from),
    revision int NOT NULL DEFAULT 1,
    UNIQUE (code, valid_from)
);
CREATE TABLE core.category (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9_]+([.][A-Z0-9_]+)*$'),
    name text NOT NULL,
    name_en text NOT NULL DEFAULT '',
    parent_id bigint REFERENCES core.category,
    default_unit_id bigint REFERENCES core.unit,
    needs_wall boolean NOT NULL DEFAULT false,
    retired boolean NOT NULL DEFAULT false,
    revision int NOT NULL DEFAULT 1
);
INSERT INTO core.category (code, name, name_en, needs_wall) VALUES
    ('ANTT', 'An ninh, trật tự', 'Security and order', false),
    ('TAC_PHONG', 'Tư thế, tác phong cán bộ chiến sĩ', 'Bearing and conduct of officers', true),
    ('TOI_PHAM', 'Nghi vấn tội phạm, vi phạm pháp luật', 'Suspected crimes and violations', false),
    ('GIAI_DAP', 'Nội dung khác cần giải đáp', 'Other matters to be explained', false),
    ('KHONG_XU_LY', 'Không xử lý', 'No action', false);

CREATE TABLE core.deadline (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    category_id bigint REFERENCES core.category,
    urgency text CHECK (urgency IN ('emergency', 'high', 'medium', 'low')),
    stage text NOT NULL CHECK (stage IN ('take_in', 'classify', 'forward', 'confirm', 'answer', 'review', 'reply', 'publish')),
    amount int NOT NULL CHECK (amount > 0),
    unit text NOT NULL CHECK (unit IN ('minutes', 'hours', 'days', 'working_days', 'months')),
    calendar text NOT NULL DEFAULT 'duty' CHECK (calendar IN ('duty', 'office', 'criminal')),
    revision int NOT NULL DEFAULT 1,
    UNIQUE NULLS NOT DISTINCT (category_id, urgency, stage)
);
INSERT INTO core.deadline (urgency, stage, amount, unit) VALUES
    ('emergency', 'take_in', 5, 'minutes'), ('high', 'take_in', 15, 'minutes'), (NULL, 'take_in', 30, 'minutes'),
    ('emergency', 'classify', 5, 'minutes'), (NULL, 'classify', 30, 'minutes'),
    ('emergency', 'forward', 5, 'minutes'), ('high', 'forward', 30, 'minutes'), (NULL, 'forward', 2, 'hours'),
    ('emergency', 'confirm', 15, 'minutes'), ('high', 'confirm', 2, 'hours'), (NULL, 'confirm', 4, 'hours'),
    ('emergency', 'answer', 4, 'hours'), ('high', 'answer', 24, 'hours'), (NULL, 'answer', 7, 'working_days'),
    ('emergency', 'review', 30, 'minutes'), (NULL, 'review', 4, 'hours'),
    ('emergency', 'reply', 30, 'minutes'), (NULL, 'reply', 4, 'hours'),
    (NULL, 'publish', 3, 'working_days');

CREATE TABLE core.holiday (
    day date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('holiday', 'swap_off', 'swap_work', 'to_confirm')),
    name text NOT NULL DEFAULT ''
);

CREATE TABLE core.person (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (login ~ '^[a-z][a-z0-9_.-]{1,62}$'),
    name text NOT NULL,
    rank text NOT NULL DEFAULT '',
    role text NOT NULL CHECK (role IN ('officer', 'unit', 'supervisor', 'admin', 'gateway')),
    unit_id bigint REFERENCES core.unit,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    revision int NOT NULL DEFAULT 1,
    CHECK (role <> 'unit' OR unit_id IS NOT NULL)
);

CREATE TABLE core.template (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE,
    category_id bigint REFERENCES core.category,
    stage text NOT NULL DEFAULT 'reply',
    name text NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    retired boolean NOT NULL DEFAULT false,
    revision int NOT NULL DEFAULT 1
);
CREATE TABLE core.source (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    url_prefix text NOT NULL DEFAULT '',
    kind text NOT NULL CHECK (kind IN ('portal', 'newspaper', 'government', 'result')),
    retired boolean NOT NULL DEFAULT false,
    revision int NOT NULL DEFAULT 1,
    -- the slash after the host, so that bocongan.gov.vn.example.com is not bocongan.gov.vn
    CHECK (kind = 'result' OR url_prefix ~ '^https://[^/@?#]+/')
);

-- ── citizens: the file carries an alias; who it is lies apart and no person may read it but through desk.open_identity ──
CREATE TABLE core.citizen (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    muted boolean NOT NULL DEFAULT false,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE core.citizen_identity (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    citizen_id bigint NOT NULL REFERENCES core.citizen,
    page_id text NOT NULL,
    platform_user_id text NOT NULL,
    name text,
    profile jsonb NOT NULL DEFAULT '{}',
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (page_id, platform_user_id)
);
CREATE INDEX ON core.citizen_identity (citizen_id);

-- a thread is one place where one citizen speaks: a Messenger conversation, a root comment, a visitor post, a mention
CREATE TABLE core.thread (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    citizen_id bigint NOT NULL REFERENCES core.citizen,
    channel text NOT NULL CHECK (channel IN ('messenger', 'comment', 'visitor_post', 'mention')),
    page_id text NOT NULL,
    key text NOT NULL,
    open_case_id bigint,
    post_id text,
    root_platform_id text,
    last_inbound_at timestamptz,   -- Facebook's time of the citizen's last act here: both reply windows are counted from it
    delivered_until timestamptz,
    seen_until timestamptz,
    private_reply_spent boolean NOT NULL DEFAULT false,
    UNIQUE (page_id, channel, key)
);
CREATE INDEX ON core.thread (citizen_id);

CREATE TABLE core.case_counter (
    year int PRIMARY KEY,
    last int NOT NULL
);
CREATE TABLE core.case (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{2}-[0-9]{6,}$'),
    status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'claimed', 'classified', 'forwarded', 'handed_back', 'answered',
        'released', 'published', 'closed', 'rejected', 'duplicate', 'reopened')),
    -- which queue the case lies in: 1 to take in, 2 in hand, 3 waiting for a unit, 4 answered by the unit, 5 told to the citizen, 6 done
    queue smallint NOT NULL DEFAULT 1 CHECK (queue BETWEEN 1 AND 6),
    revision int NOT NULL DEFAULT 1,
    channel text NOT NULL,
    citizen_id bigint NOT NULL REFERENCES core.citizen,
    thread_id bigint NOT NULL REFERENCES core.thread,
    category_id bigint REFERENCES core.category,
    urgency text NOT NULL DEFAULT 'medium' CHECK (urgency IN ('emergency', 'high', 'medium', 'low')),
    legal_track text NOT NULL DEFAULT '',
    area_id bigint REFERENCES core.area,
    lead_unit_id bigint REFERENCES core.unit,
    about_unit_id bigint REFERENCES core.unit,
    holder_id bigint REFERENCES core.person,
    lease_until timestamptz,
    opened_at timestamptz NOT NULL,                  -- Facebook's time of the first message
    received_at timestamptz NOT NULL DEFAULT now(),  -- ours
    last_message_at timestamptz NOT NULL,            -- Facebook's time of the newest message of the citizen
    stage text NOT NULL DEFAULT 'take_in',
    stage_since timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz,                              -- our clock of this stage
    window_until timestamptz,                        -- Facebook's clock while the citizen waits for an answer
    burns_at timestamptz NOT NULL DEFAULT 'infinity',-- the earlier of the two
    burns_clock text NOT NULL DEFAULT '',            -- its name: a stage, window_24h or window_7d
    awaiting_reply boolean NOT NULL DEFAULT true,
    first_words text NOT NULL DEFAULT '',
    last_words text NOT NULL DEFAULT '',
    messages int NOT NULL DEFAULT 0,
    unread int NOT NULL DEFAULT 0,
    images int NOT NULL DEFAULT 0,
    videos int NOT NULL DEFAULT 0,
    audios int NOT NULL DEFAULT 0,
    files int NOT NULL DEFAULT 0,
    thumb_media_id bigint,
    duplicate_of bigint REFERENCES core.case,
    decision text NOT NULL DEFAULT '',               -- moderation decision or the officer's own decision to answer, in words
    answered_elsewhere boolean NOT NULL DEFAULT false,
    released_at timestamptz,
    published_at timestamptz,
    closed_at timestamptz,
    CHECK (status <> 'duplicate' OR duplicate_of IS NOT NULL),
    CHECK (lead_unit_id IS NULL OR lead_unit_id IS DISTINCT FROM about_unit_id)
);
ALTER TABLE core.thread ADD FOREIGN KEY (open_case_id) REFERENCES core.case;
CREATE INDEX case_queue_burns ON core.case (queue, burns_at, id);
CREATE INDEX case_queue_newest ON core.case (queue, last_message_at DESC, id DESC);
CREATE INDEX case_burns ON core.case (burns_at, id);
-- with what the counts of the dashboard need, so that they read the index alone
CREATE INDEX case_open_burns ON core.case (burns_at, id) INCLUDE (queue, status, category_id, lead_unit_id) WHERE queue <= 4;
CREATE INDEX case_open_category ON core.case (category_id, burns_at, id) WHERE queue <= 4;
CREATE INDEX case_open_unit ON core.case (lead_unit_id, burns_at, id) WHERE queue <= 4;
CREATE INDEX case_open_urgency ON core.case (urgency, burns_at, id) WHERE queue <= 4;
CREATE INDEX case_newest ON core.case (last_message_at DESC, id DESC);
CREATE INDEX case_category_newest ON core.case (category_id, last_message_at DESC, id DESC);
CREATE INDEX case_urgency_newest ON core.case (urgency, last_message_at DESC, id DESC);
CREATE INDEX case_area_newest ON core.case (area_id, last_message_at DESC, id DESC);
CREATE INDEX case_unit_newest ON core.case (lead_unit_id, last_message_at DESC, id DESC);
CREATE INDEX case_holder ON core.case (holder_id, burns_at, id) WHERE holder_id IS NOT NULL;
CREATE INDEX case_lease ON core.case (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX case_window ON core.case (window_until) WHERE window_until IS NOT NULL;
CREATE INDEX case_citizen ON core.case (citizen_id, id);
CREATE INDEX case_thread ON core.case (thread_id, id);
CREATE INDEX case_opened ON core.case (opened_at);

-- ── the raw events, before anything is understood ──
CREATE TABLE core.journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now(),
    origin text NOT NULL DEFAULT 'webhook' CHECK (origin IN ('webhook', 'replay', 'backfill')),
    body bytea NOT NULL,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'processed', 'rejected')),
    attempts int NOT NULL DEFAULT 0,
    taken_until timestamptz,
    error text NOT NULL DEFAULT '',
    processed_at timestamptz
);
ALTER TABLE core.journal ALTER body SET COMPRESSION lz4;
CREATE INDEX journal_pending ON core.journal (id) WHERE state = 'pending';
CREATE INDEX journal_rejected ON core.journal (id) WHERE state = 'rejected';

CREATE TABLE core.message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    thread_id bigint NOT NULL REFERENCES core.thread,
    direction text NOT NULL CHECK (direction IN ('in', 'out', 'echo')),
    kind text NOT NULL CHECK (kind IN ('text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'link', 'postback',
        'referral', 'reaction', 'system', 'unsupported', 'comment', 'post', 'mention', 'mixed')),
    platform_id text UNIQUE,
    reply_to text,
    raw_text text,          -- exactly as received
    text text NOT NULL DEFAULT '',      -- for the screen: NFC, without direction controls
    converted_text text,    -- a legacy encoding (TCVN3, VNI) converted; shown beside, never instead
    sent_at timestamptz NOT NULL,       -- Facebook's time
    received_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz,
    edits int NOT NULL DEFAULT 0,
    deleted_at timestamptz,
    hidden boolean NOT NULL DEFAULT false,
    reactions jsonb NOT NULL DEFAULT '{}',
    extra jsonb NOT NULL DEFAULT '{}',  -- payload, place, link, referral, raw slice of an unknown kind
    outbox_id uuid,
    person_id bigint REFERENCES core.person,
    journal_id bigint
);
CREATE INDEX message_case ON core.message (case_id, sent_at, id);
CREATE INDEX message_thread_out ON core.message (thread_id, sent_at) WHERE direction = 'out';
CREATE INDEX message_outbox ON core.message (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE TABLE core.message_version (
    message_id bigint NOT NULL REFERENCES core.message,
    version int NOT NULL,
    text text NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (message_id, version)
);
-- edits, reactions and removals that overtook their message wait here
CREATE TABLE core.parked (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform_id text NOT NULL,
    event jsonb NOT NULL,
    journal_id bigint,
    parked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON core.parked (platform_id);

-- ── media: originals are sealed by their SHA-256; what desks show are derivatives ──
CREATE TABLE core.media (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
    bytes bigint NOT NULL CHECK (bytes >= 0),
    mime text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'file', 'sticker', 'waveform')),
    complete boolean NOT NULL DEFAULT false,
    width int, height int, duration_ms int, phash bigint,
    derive_state text NOT NULL DEFAULT 'waiting' CHECK (derive_state IN ('waiting', 'working', 'done', 'refused', 'none')),
    derive_error text NOT NULL DEFAULT '',
    derive_after timestamptz NOT NULL DEFAULT now(),
    derive_attempts int NOT NULL DEFAULT 0,
    uploaded_by bigint REFERENCES core.person,  -- null: the gateway
    created_at timestamptz NOT NULL DEFAULT now(),
    -- stored once a person: else an upload would tell whether a citizen sent the same bytes, or could spoil theirs
    UNIQUE NULLS NOT DISTINCT (sha256, uploaded_by)
);
CREATE INDEX media_to_derive ON core.media (derive_after) WHERE derive_state IN ('waiting', 'working') AND complete;
CREATE TABLE core.media_chunk (
    media_id bigint NOT NULL REFERENCES core.media,
    index int NOT NULL CHECK (index >= 0),
    data bytea NOT NULL CHECK (octet_length(data) <= 1048576),
    PRIMARY KEY (media_id, index)
);
ALTER TABLE core.media_chunk ALTER data SET STORAGE EXTERNAL;
CREATE TABLE core.media_derivative (
    original_id bigint NOT NULL REFERENCES core.media,
    kind text NOT NULL CHECK (kind IN ('thumbnail', 'screen', 'poster', 'clip', 'audio', 'waveform')),
    media_id bigint NOT NULL REFERENCES core.media,
    PRIMARY KEY (original_id, kind)
);
CREATE INDEX ON core.media_derivative (media_id);

CREATE TABLE core.attachment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint NOT NULL REFERENCES core.message,
    case_id bigint NOT NULL REFERENCES core.case,
    ordinal int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'file', 'sticker', 'location', 'link')),
    url text,               -- Facebook's, for the gateway only
    title text NOT NULL DEFAULT '',
    name text NOT NULL DEFAULT '',
    lat double precision, lon double precision,
    sticker_id text,
    state text NOT NULL CHECK (state IN ('waiting', 'fetching', 'stored', 'failed', 'refused', 'none')),
    failure text NOT NULL DEFAULT '',
    attempts int NOT NULL DEFAULT 0,
    fetch_after timestamptz NOT NULL DEFAULT now(),
    taken_until timestamptz,
    media_id bigint REFERENCES core.media,
    UNIQUE (message_id, ordinal)
);
CREATE INDEX attachment_case ON core.attachment (case_id);
CREATE INDEX attachment_media ON core.attachment (media_id);
CREATE INDEX attachment_due ON core.attachment (fetch_after) WHERE state IN ('waiting', 'fetching');

-- ── units at work ──
CREATE TABLE core.assignment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    unit_id bigint NOT NULL REFERENCES core.unit,
    about_unit_id bigint REFERENCES core.unit,     -- of its case, kept by triggers: row-level security of both looks at plain columns only
    lead boolean NOT NULL,
    state text NOT NULL DEFAULT 'sent' CHECK (state IN ('sent', 'confirmed', 'answered', 'handed_back', 'withdrawn', 'accepted', 'returned')),
    instruction text NOT NULL DEFAULT '',
    due_at timestamptz,
    sent_by bigint NOT NULL REFERENCES core.person,
    sent_at timestamptz NOT NULL,
    confirmed_by bigint REFERENCES core.person,
    confirmed_at timestamptz,
    answered_at timestamptz,
    ended_at timestamptz,
    reason text NOT NULL DEFAULT '',
    revision int NOT NULL DEFAULT 1
);
-- accepted ones are done: after a case was opened again it may be forwarded to the same unit
CREATE UNIQUE INDEX assignment_live ON core.assignment (case_id, unit_id) WHERE state NOT IN ('handed_back', 'withdrawn', 'accepted');
CREATE UNIQUE INDEX assignment_one_lead ON core.assignment (case_id) WHERE lead AND state NOT IN ('handed_back', 'withdrawn', 'accepted');
CREATE INDEX assignment_unit_open ON core.assignment (unit_id, case_id) WHERE state IN ('sent', 'confirmed', 'returned');
CREATE INDEX assignment_unit ON core.assignment (unit_id, id DESC);
CREATE INDEX assignment_case ON core.assignment (case_id);
CREATE TABLE core.unit_answer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    assignment_id bigint NOT NULL REFERENCES core.assignment,
    case_id bigint NOT NULL REFERENCES core.case,
    person_id bigint NOT NULL REFERENCES core.person,
    text text NOT NULL,
    media_ids bigint[] NOT NULL DEFAULT '{}',
    answered_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'submitted' CHECK (state IN ('submitted', 'accepted', 'returned')),
    reason text NOT NULL DEFAULT ''
);
CREATE INDEX ON core.unit_answer (case_id);

CREATE TABLE core.note (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    person_id bigint NOT NULL REFERENCES core.person,
    text text NOT NULL CHECK (text <> ''),
    at timestamptz NOT NULL
);
CREATE INDEX ON core.note (case_id);
CREATE TABLE core.case_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    at timestamptz NOT NULL,
    person_id bigint REFERENCES core.person,  -- null: the gateway
    verb text NOT NULL,
    from_status text,
    to_status text,
    revision int NOT NULL,     -- of the case after the step
    seen int,                  -- the revision the person saw
    reason text NOT NULL DEFAULT '',
    facts jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ON core.case_event (case_id, id);
CREATE TABLE core.draft (
    person_id bigint NOT NULL REFERENCES core.person,
    place text NOT NULL,       -- reply:42, answer:17, bulletin:new …
    text text NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, place)
);
CREATE TABLE core.saved_filter (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES core.person,
    name text NOT NULL CHECK (name <> ''),
    filter jsonb NOT NULL,
    position int NOT NULL DEFAULT 0,
    shared boolean NOT NULL DEFAULT false
);

-- ── posts ──
CREATE TABLE core.bulletin (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint REFERENCES core.case,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'scheduled', 'publishing', 'published', 'failed', 'withdrawn')),
    revision int NOT NULL DEFAULT 1,
    source_text text NOT NULL DEFAULT '',    -- as written
    post_text text NOT NULL DEFAULT '',      -- as Facebook will show it
    link text NOT NULL DEFAULT '',
    source_id bigint REFERENCES core.source,
    source_url text NOT NULL DEFAULT '',
    findings jsonb NOT NULL DEFAULT '[]',
    media_ids bigint[] NOT NULL DEFAULT '{}',
    author_id bigint NOT NULL REFERENCES core.person,
    changed_by bigint NOT NULL REFERENCES core.person,
    submitted_by bigint REFERENCES core.person,
    approved_by bigint REFERENCES core.person,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    submitted_at timestamptz, approved_at timestamptz, scheduled_for timestamptz, published_at timestamptz,
    platform_id text,
    permalink text NOT NULL DEFAULT '',
    failure text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    -- the second pair of eyes is not the first
    CHECK (approved_by IS NULL OR (approved_by <> submitted_by AND approved_by <> author_id AND approved_by <> changed_by)),
    CHECK (state NOT IN ('submitted', 'approved', 'scheduled', 'publishing', 'published') OR source_id IS NOT NULL),
    CHECK (state NOT IN ('approved', 'scheduled', 'publishing', 'published') OR approved_by IS NOT NULL)
);
CREATE INDEX bulletin_state ON core.bulletin (state, changed_at DESC, id DESC);
CREATE INDEX bulletin_newest ON core.bulletin (changed_at DESC, id DESC);
CREATE INDEX bulletin_case ON core.bulletin (case_id);
CREATE TABLE core.bulletin_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bulletin_id bigint NOT NULL REFERENCES core.bulletin,
    at timestamptz NOT NULL,
    person_id bigint REFERENCES core.person,
    verb text NOT NULL,
    revision int NOT NULL,
    reason text NOT NULL DEFAULT '',
    source_text text
);
CREATE INDEX ON core.bulletin_event (bulletin_id, id);

-- ── what goes out: one row, one act at Facebook; the id is made by the client (UUIDv7) and travels as metadata ──
CREATE TABLE core.outbox (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('reply', 'comment_reply', 'private_reply', 'hide_comment', 'post')),
    case_id bigint REFERENCES core.case,
    thread_id bigint REFERENCES core.thread,
    bulletin_id bigint REFERENCES core.bulletin,
    message_id bigint REFERENCES core.message,   -- what is answered or hidden
    person_id bigint REFERENCES core.person,
    human boolean NOT NULL DEFAULT true,         -- written by a person: the human-agent tag may be used
    final boolean NOT NULL DEFAULT false,        -- the release to the citizen
    text text NOT NULL DEFAULT '',
    media_ids bigint[] NOT NULL DEFAULT '{}',
    facts jsonb NOT NULL DEFAULT '{}',
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'uncertain', 'sent', 'delivered', 'seen', 'failed', 'cancelled')),
    queued_at timestamptz NOT NULL,
    send_after timestamptz NOT NULL,
    taken_until timestamptz,
    taken_by text NOT NULL DEFAULT '',
    attempts int NOT NULL DEFAULT 0,
    parts_sent int NOT NULL DEFAULT 0,
    platform_ids text[] NOT NULL DEFAULT '{}',
    tag text NOT NULL DEFAULT '',
    error_code int, error_subcode int,
    error_word text NOT NULL DEFAULT '',
    error_detail text NOT NULL DEFAULT '',
    sent_at timestamptz, delivered_at timestamptz, seen_at timestamptz,
    CHECK ((kind = 'post') = (bulletin_id IS NOT NULL)),
    CHECK (kind = 'post' OR (case_id IS NOT NULL AND thread_id IS NOT NULL))
);
CREATE INDEX outbox_due ON core.outbox (send_after) WHERE state IN ('queued', 'sending', 'uncertain');
CREATE INDEX outbox_case ON core.outbox (case_id);
CREATE INDEX outbox_message ON core.outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_waiting_thread ON core.outbox (thread_id, queued_at, id) WHERE state IN ('queued', 'sending', 'uncertain');
CREATE UNIQUE INDEX outbox_private_once ON core.outbox (thread_id) WHERE kind = 'private_reply' AND state NOT IN ('failed', 'cancelled');
CREATE INDEX outbox_failed ON core.outbox (queued_at) WHERE state = 'failed';
CREATE UNIQUE INDEX outbox_one_post ON core.outbox (bulletin_id) WHERE kind = 'post' AND state <> 'cancelled' AND state <> 'failed';
CREATE INDEX outbox_thread_sent ON core.outbox (thread_id, sent_at) WHERE state IN ('sent', 'delivered');

-- ── health, requests, logs ──
CREATE TABLE core.health (
    key text PRIMARY KEY,     -- facebook_token, subscription, sending, intake, media, gateway:NAME
    state text NOT NULL CHECK (state IN ('good', 'warning', 'bad')),
    code text NOT NULL DEFAULT '',
    facts jsonb NOT NULL DEFAULT '{}',
    since timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE core.gap (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform_id text NOT NULL UNIQUE,
    why text NOT NULL,
    found_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE core.request (
    id uuid NOT NULL,
    person_id bigint NOT NULL REFERENCES core.person,
    verb text NOT NULL,
    answer jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person_id, id)
);
CREATE TABLE core.audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    login text NOT NULL,
    verb text NOT NULL,
    object text NOT NULL,
    facts jsonb NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL
);
-- the end of the chain: locking it makes one writer at a time, and it tells when the last rows were taken away
CREATE TABLE core.audit_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id bigint NOT NULL,
    hash bytea NOT NULL
);
INSERT INTO core.audit_head (id, hash) VALUES (0, decode('00', 'hex'));
CREATE TABLE core.reading (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    person_id bigint NOT NULL REFERENCES core.person,
    case_id bigint NOT NULL REFERENCES core.case,
    what text NOT NULL CHECK (what IN ('case', 'identity', 'media', 'original')),
    reason text NOT NULL DEFAULT ''
);
CREATE INDEX ON core.reading (case_id, person_id, at);
CREATE TABLE core.verb (
    name text PRIMARY KEY,
    roles text[] NOT NULL,
    sentence text NOT NULL
);

CREATE FUNCTION core.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'append_only' USING ERRCODE = 'TB403', DETAIL = jsonb_build_object('table', TG_TABLE_NAME)::text;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.audit FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.reading FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.case_event FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.message_version FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER never_lost BEFORE DELETE OR TRUNCATE ON core.journal FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER sealed BEFORE UPDATE OF body, received_at ON core.journal FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER sealed BEFORE UPDATE OR TRUNCATE ON core.media_chunk FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
-- only an upload that came to nothing may be thrown away
CREATE FUNCTION core.refuse_sealed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM core.media WHERE id = OLD.media_id AND complete) THEN
        RAISE EXCEPTION 'append_only' USING ERRCODE = 'TB403', DETAIL = jsonb_build_object('table', TG_TABLE_NAME)::text;
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER sealed_bytes BEFORE DELETE ON core.media_chunk FOR EACH ROW EXECUTE FUNCTION core.refuse_sealed();
