-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: at ten million messages a rare word walked every month from its newest row to its oldest (five seconds); and an identity could
-- be read in a transaction that is rolled back, leaving no row of who looked
-- oldest-desk: 14
SET LOCAL ROLE trucban_owner;

-- Search: newest first, with and without marks. p_before: keyset of the last row shown. Three roads:
-- staff walk the newest rows, where a common phrase is found at once; a unit with few cases looks through their messages; else month by
-- month through the index of each month. The order there is by an expression, so that no index can offer to walk the month instead.
CREATE OR REPLACE FUNCTION desk.search(p_text text, p_limit int DEFAULT 50, p_before_at timestamptz DEFAULT 'infinity', p_before_id bigint DEFAULT 9223372036854775807)
RETURNS TABLE (message_id bigint, case_id bigint, sent_at timestamptz, text text, exact boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_query tsquery := search.query(p_text);
    v_staff boolean := who.is_staff();
    v_units bigint[] := who.unit_ids();
    v_line bigint[] := who.unit_line();
    v_cases bigint[];      -- null: all
    v_limit int := least(coalesce(p_limit, 50), 2000);
    v_ids bigint[];
    v_found bigint[];
    v_part record;
BEGIN
    IF v_query IS NULL OR who.person_id() IS NULL THEN
        RETURN;
    END IF;
    IF v_staff THEN
        SELECT array_agg(w.message_id ORDER BY w.sent_at DESC, w.message_id DESC) FILTER (WHERE w.lexemes @@ v_query) INTO v_ids
        FROM (SELECT t.message_id, t.sent_at, t.lexemes FROM search.message_text t WHERE (t.sent_at, t.message_id) < (p_before_at, p_before_id)
              ORDER BY t.sent_at DESC, t.message_id DESC LIMIT 2000) w;
    ELSE
        v_cases := ARRAY(SELECT DISTINCT a.case_id FROM core.assignment a WHERE a.unit_id = ANY (v_units) AND a.state NOT IN ('handed_back', 'withdrawn')
            AND (a.about_unit_id IS NULL OR a.about_unit_id <> ALL (v_line)));
        IF cardinality(v_cases) <= 1500 THEN
            -- fenced, so that it goes from the cases to their texts and never from the words to the cases
            SELECT array_agg(x.id ORDER BY x.sent_at DESC, x.id DESC) INTO v_ids FROM (
                WITH mine AS MATERIALIZED (SELECT m.id, m.sent_at FROM core.message m WHERE m.case_id = ANY (v_cases) AND (m.sent_at, m.id) < (p_before_at, p_before_id))
                SELECT mine.id, mine.sent_at FROM mine,
                    LATERAL (SELECT t.lexemes FROM search.message_text t WHERE t.message_id = mine.id AND t.sent_at = mine.sent_at OFFSET 0) t
                WHERE t.lexemes @@ v_query ORDER BY mine.sent_at DESC, mine.id DESC LIMIT v_limit) x;
        END IF;
    END IF;
    v_ids := coalesce(v_ids, ARRAY[]::bigint[]);
    IF cardinality(v_ids) < v_limit AND (v_staff OR cardinality(v_cases) > 1500) THEN
        v_ids := ARRAY[]::bigint[];
        FOR v_part IN SELECT name, from_at, to_at FROM search.partition WHERE from_at < p_before_at
                      UNION ALL SELECT 'message_text_rest', '-infinity', '-infinity' ORDER BY 2 DESC LOOP
            EXECUTE format('SELECT array_agg(x.message_id ORDER BY x.sent_at DESC, x.message_id DESC) FROM (
                SELECT t.message_id, t.sent_at FROM search.%I t WHERE t.lexemes @@ $1 AND (t.sent_at, t.message_id) < ($2, $3)
                AND ($5 IS NULL OR t.case_id IN (SELECT unnest($5)))
                ORDER BY t.sent_at + interval ''0'' DESC, t.message_id DESC LIMIT $4) x', v_part.name)
            INTO v_found USING v_query, p_before_at, p_before_id, v_limit - cardinality(v_ids), v_cases;
            v_ids := v_ids || coalesce(v_found, ARRAY[]::bigint[]);
            EXIT WHEN cardinality(v_ids) >= v_limit;
        END LOOP;
    END IF;
    RETURN QUERY SELECT m.id, m.case_id, m.sent_at, m.text, position(lower(normalize(p_text, NFC)) IN lower(m.text)) > 0
    FROM unnest(v_ids[1:v_limit]) i JOIN core.message m ON m.id = i ORDER BY m.sent_at DESC, m.id DESC;
END $$;

-- An identity is opened in two steps: the first writes down who looks and why and answers {opened, case} without a name; the second,
-- with the same request id and in a later transaction, shows it. Nobody sees a name whose opening is not committed.
ALTER TABLE core.request ADD COLUMN made_in xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE OR REPLACE FUNCTION desk.open_identity(p_case bigint, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('open_identity', p_request);
    v_reason text;
BEGIN
    IF v_done IS NULL THEN
        v_reason := core.require_text(p_reason, 'reason_missing');
        IF length(v_reason) < 10 THEN
            PERFORM core.fail('TB422', 'reason_too_short', '{"least": 10}');
        END IF;
        PERFORM core.require_readable(p_case);
        PERFORM core.log_reading(p_case, 'identity', v_reason);
        INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision, reason)
        SELECT id, core.now(), who.person_id(), 'open_identity', status, status, revision, v_reason FROM core.case WHERE id = p_case;
        PERFORM core.tell('case', p_case);
        RETURN core.end_verb('open_identity', p_request, 'case:' || p_case, jsonb_build_object('reason', v_reason), jsonb_build_object('opened', true, 'case', p_case));
    END IF;
    IF v_done ->> 'case' <> p_case::text THEN    -- the reason was given for another case
        PERFORM core.fail('TB422', 'request_id_used', jsonb_build_object('case', v_done -> 'case'));
    END IF;
    IF (SELECT made_in FROM core.request WHERE person_id = who.person_id() AND id = p_request) = pg_current_xact_id() THEN
        PERFORM core.fail('TB409', 'opening_not_committed', jsonb_build_object('case', p_case));
    END IF;
    PERFORM core.require_readable(p_case);
    -- shown again later: a reading of its own
    IF NOT EXISTS (SELECT FROM core.reading WHERE case_id = p_case AND person_id = who.person_id() AND what = 'identity' AND at > core.now() - interval '1 minute') THEN
        PERFORM core.log_reading(p_case, 'identity', '');
    END IF;
    RETURN (SELECT jsonb_build_object('identities', coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'profile', i.profile, 'platform_user_id', i.platform_user_id) ORDER BY i.id), '[]'))
        FROM core.citizen_identity i JOIN core.case c ON c.citizen_id = i.citizen_id WHERE c.id = p_case AND who.may_read(c.id));
END $$;
