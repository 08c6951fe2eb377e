-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: whether a webhook came from Facebook must be provable afterwards: its signature, its sender and what it said of itself lie beside the body
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- "from ADDRESS" and the headers that matter, a line each; null: not a webhook (replayed, found by backfill) or older than this column
ALTER TABLE core.journal ADD COLUMN headers text;

CREATE FUNCTION intake.journal_webhooks(p_bodies bytea[], p_headers text[]) RETURNS SETOF bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.journal (body, headers) SELECT w.body, w.headers FROM unnest(p_bodies, p_headers) AS w(body, headers) RETURNING id
$$;
REVOKE EXECUTE ON FUNCTION intake.journal_webhooks(bytea[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.journal_webhooks(bytea[], text[]) TO trucban_gateway;

-- as before, with the headers
DROP FUNCTION desk.journal_show(bigint);
CREATE FUNCTION desk.journal_show(p_id bigint) RETURNS TABLE (id bigint, received_at timestamptz, origin text, state text, attempts int, error text, processed_at timestamptz, body bytea, headers text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('inspect_journal');
    IF NOT EXISTS (SELECT FROM core.journal j WHERE j.id = p_id) THEN
        PERFORM core.fail('TB404', 'journal_entry_not_found', jsonb_build_object('id', p_id));
    END IF;
    PERFORM core.write_audit('inspect_journal', 'journal:' || p_id, '{}');
    RETURN QUERY SELECT j.id, j.received_at, j.origin, j.state, j.attempts, j.error, j.processed_at, j.body, j.headers FROM core.journal j WHERE j.id = p_id;
END $$;
REVOKE EXECUTE ON FUNCTION desk.journal_show(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.journal_show(bigint) TO trucban_person;
