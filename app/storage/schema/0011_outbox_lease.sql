-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a gateway that was frozen or cut off must learn, before it writes to Facebook, that another has taken its item;
--      and a video's number must be remembered before the upload is finished, so that it can be looked for afterwards
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- true: still ours, for p_seconds more
CREATE FUNCTION intake.outbox_keep(p_id uuid, p_taker text, p_seconds int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.outbox SET taken_until = clock_timestamp() + make_interval(secs => p_seconds)
    WHERE id = p_id AND taken_by = p_taker AND state IN ('sending', 'uncertain') AND taken_until > clock_timestamp();
    RETURN FOUND;
END $$;
CREATE FUNCTION intake.outbox_note(p_id uuid, p_facts jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.outbox SET facts = facts || p_facts WHERE id = p_id
$$;
REVOKE EXECUTE ON FUNCTION intake.outbox_keep(uuid, text, int), intake.outbox_note(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.outbox_keep(uuid, text, int), intake.outbox_note(uuid, jsonb) TO trucban_gateway;

-- duties that one gateway of several does at a time (backfill), and what it must remember of them
CREATE TABLE core.duty (
    key text PRIMARY KEY,
    taker text NOT NULL DEFAULT '',
    taken_until timestamptz NOT NULL DEFAULT '-infinity',
    facts jsonb NOT NULL DEFAULT '{}'
);
-- what is remembered, when the duty is now ours; null when another gateway has it
CREATE FUNCTION intake.take_duty(p_key text, p_taker text, p_seconds int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_facts jsonb;
BEGIN
    INSERT INTO core.duty (key) VALUES (p_key) ON CONFLICT DO NOTHING;
    UPDATE core.duty SET taker = p_taker, taken_until = clock_timestamp() + make_interval(secs => p_seconds)
    WHERE key = p_key AND (taken_until < clock_timestamp() OR taker = p_taker) RETURNING facts INTO v_facts;
    RETURN v_facts;
END $$;
CREATE FUNCTION intake.end_duty(p_key text, p_taker text, p_facts jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.duty SET facts = facts || p_facts, taken_until = '-infinity' WHERE key = p_key AND taker = p_taker
$$;
-- cheap at any size: only the live ends of the queues are counted
CREATE FUNCTION intake.depths() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object(
        'journal_pending', (SELECT count(*) FROM core.journal WHERE state = 'pending'),
        'journal_rejected', (SELECT count(*) FROM core.journal WHERE state = 'rejected'),
        'outbox_depth', (SELECT count(*) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain')),
        'outbox_uncertain', (SELECT count(*) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain') AND state = 'uncertain'),
        'media_waiting', (SELECT count(*) FROM core.attachment WHERE state IN ('waiting', 'fetching')),
        'parked', (SELECT count(*) FROM (SELECT FROM core.parked LIMIT 10000) p))
$$;
REVOKE EXECUTE ON FUNCTION intake.take_duty(text, text, int), intake.end_duty(text, text, jsonb), intake.depths() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.take_duty(text, text, int), intake.end_duty(text, text, jsonb), intake.depths() TO trucban_gateway;

-- who wrote in Messenger comes without a name; it is asked for once, and kept where identities are sealed
CREATE INDEX citizen_nameless ON core.citizen_identity (id) WHERE name IS NULL AND profile = '{}';
CREATE FUNCTION intake.nameless(p_page text, p_limit int) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT platform_user_id FROM core.citizen_identity WHERE name IS NULL AND profile = '{}' AND page_id = p_page AND platform_user_id <> '_unknown' ORDER BY id DESC LIMIT p_limit
$$;
CREATE FUNCTION intake.name_citizen(p_page text, p_user text, p_name text, p_profile jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.citizen_identity SET name = coalesce(name, nullif(p_name, '')), profile = p_profile, updated_at = core.now() WHERE page_id = p_page AND platform_user_id = p_user
$$;
REVOKE EXECUTE ON FUNCTION intake.nameless(text, int), intake.name_citizen(text, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.nameless(text, int), intake.name_citizen(text, text, text, jsonb) TO trucban_gateway;
