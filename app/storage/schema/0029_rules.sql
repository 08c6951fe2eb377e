-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: rules propose unit, urgency, category, track and deadline, say why, and are tried on past traffic before they are switched on
-- oldest-desk: 27
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('save_rule', '{supervisor,admin}', 'Adds, changes, switches on or off, or takes away a rule that proposes.'),
    ('dry_run_rule', '{officer,supervisor,admin}', 'Tries a rule on past traffic and says what it would have proposed.'),
    ('propose', '{officer,supervisor,admin}', 'Says what the rules propose for a case, and why.');

-- conditions: any of {any_words: [..], all_words: [..], category: code, area: id, channel, media: image|video|audio|file|none, track: code};
-- all that are named must hold; words stand in one message of the citizen, with or without marks.
-- proposal: any of {unit: id, urgency, category: code, track: code, amount, unit_of_time}
CREATE TABLE core.rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    position int NOT NULL DEFAULT 0,
    enabled boolean NOT NULL DEFAULT false,
    conditions jsonb NOT NULL DEFAULT '{}',
    proposal jsonb NOT NULL DEFAULT '{}',
    revision int NOT NULL DEFAULT 1,
    worded_in int NOT NULL DEFAULT 1,        -- the revision that last changed what it asks or proposes: that one must have been tried
    retired boolean NOT NULL DEFAULT false,
    changed_by bigint NOT NULL REFERENCES core.person,
    changed_at timestamptz NOT NULL
);
CREATE TABLE core.rule_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_id bigint NOT NULL REFERENCES core.rule,
    revision int NOT NULL,
    person_id bigint NOT NULL REFERENCES core.person,
    at timestamptz NOT NULL,
    from_at timestamptz NOT NULL,
    to_at timestamptz NOT NULL,
    counts jsonb NOT NULL
);
CREATE INDEX rule_run_rule ON core.rule_run (rule_id, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.rule_run FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
ALTER TABLE core.rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.rule_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff ON core.rule FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.rule_run FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
GRANT SELECT ON core.rule, core.rule_run TO trucban_person;
CREATE VIEW desk.rules WITH (security_invoker) AS
    SELECT r.*, p.name AS changed_by_name, u.code AS unit, u.name AS unit_name, u.name_en AS unit_name_en, n.at AS tried_at, n.person_id AS tried_by, t.name AS tried_by_name, n.counts AS tried_counts
    FROM core.rule r JOIN core.person p ON p.id = r.changed_by LEFT JOIN core.unit u ON u.id = (r.proposal ->> 'unit')::bigint
    LEFT JOIN LATERAL (SELECT * FROM core.rule_run x WHERE x.rule_id = r.id AND x.revision >= r.worded_in ORDER BY x.id DESC LIMIT 1) n ON true LEFT JOIN core.person t ON t.id = n.person_id;
CREATE VIEW desk.rule_runs WITH (security_invoker) AS SELECT n.*, p.name AS person_name FROM core.rule_run n JOIN core.person p ON p.id = n.person_id;
GRANT SELECT ON desk.rules, desk.rule_runs TO trucban_person;

-- ── what a rule may say ──
CREATE FUNCTION core.rule_words(p_list jsonb, p_where text) RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_list IS NULL THEN RETURN; END IF;
    IF jsonb_typeof(p_list) <> 'array' OR p_list = '[]' OR jsonb_array_length(p_list) > 50
       OR EXISTS (SELECT FROM jsonb_array_elements(p_list) w WHERE jsonb_typeof(w) <> 'string' OR search.query(w #>> '{}') IS NULL OR length(w #>> '{}') > 100) THEN
        PERFORM core.fail('TB422', 'rule_invalid', jsonb_build_object('field', p_where));
    END IF;
END $$;
CREATE FUNCTION core.require_rule(p_conditions jsonb, p_proposal jsonb) RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_today date := (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_bad text;
BEGIN
    IF coalesce(jsonb_typeof(p_conditions), '') <> 'object' OR p_conditions = '{}' THEN
        PERFORM core.fail('TB422', 'rule_without_condition');
    END IF;
    IF coalesce(jsonb_typeof(p_proposal), '') <> 'object' OR p_proposal = '{}' THEN
        PERFORM core.fail('TB422', 'rule_proposes_nothing');
    END IF;
    PERFORM core.rule_words(p_conditions -> 'any_words', 'any_words');
    PERFORM core.rule_words(p_conditions -> 'all_words', 'all_words');
    SELECT CASE
        WHEN p_conditions - '{any_words,all_words,category,area,channel,media,track}'::text[] <> '{}' THEN 'conditions'
        WHEN p_proposal - '{unit,urgency,category,track,amount,unit_of_time}'::text[] <> '{}' THEN 'proposal'
        WHEN p_conditions ? 'category' AND NOT EXISTS (SELECT FROM core.category WHERE code = p_conditions ->> 'category') THEN 'category'
        WHEN p_conditions ? 'area' AND NOT EXISTS (SELECT FROM core.area WHERE id::text = p_conditions ->> 'area') THEN 'area'
        WHEN p_conditions ? 'channel' AND coalesce(p_conditions ->> 'channel', '') NOT IN ('messenger', 'comment', 'visitor_post', 'mention') THEN 'channel'
        WHEN p_conditions ? 'media' AND coalesce(p_conditions ->> 'media', '') NOT IN ('image', 'video', 'audio', 'file', 'none') THEN 'media'
        WHEN p_conditions ? 'track' AND NOT EXISTS (SELECT FROM core.legal_track WHERE code = p_conditions ->> 'track') THEN 'track'
        WHEN p_proposal ? 'unit' AND NOT EXISTS (SELECT FROM core.unit WHERE id::text = p_proposal ->> 'unit' AND valid_from <= v_today AND (valid_to IS NULL OR valid_to >= v_today)) THEN 'unit'
        WHEN p_proposal ? 'urgency' AND coalesce(p_proposal ->> 'urgency', '') NOT IN ('emergency', 'high', 'medium', 'low') THEN 'urgency'
        WHEN p_proposal ? 'category' AND NOT EXISTS (SELECT FROM core.category WHERE code = p_proposal ->> 'category' AND NOT retired) THEN 'proposed_category'
        WHEN p_proposal ? 'track' AND NOT EXISTS (SELECT FROM core.legal_track WHERE code = p_proposal ->> 'track') THEN 'proposed_track'
        WHEN (p_proposal ? 'amount') <> (p_proposal ? 'unit_of_time') THEN 'amount'
        WHEN p_proposal ? 'amount' AND (jsonb_typeof(p_proposal -> 'amount') <> 'number' OR NOT (p_proposal ->> 'amount')::numeric BETWEEN 1 AND 9999
            OR (p_proposal ->> 'amount')::numeric <> trunc((p_proposal ->> 'amount')::numeric)
            OR coalesce(p_proposal ->> 'unit_of_time', '') NOT IN ('minutes', 'hours', 'days', 'working_days', 'months')) THEN 'amount'
        END INTO v_bad;
    IF v_bad IS NOT NULL THEN
        PERFORM core.fail('TB422', 'rule_invalid', jsonb_build_object('field', v_bad));
    END IF;
END $$;
-- p_row: {id?, name, position?, enabled?, conditions, proposal, retired?}. Switched on only when what it says now has been tried
CREATE FUNCTION desk.save_rule(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_rule', p_request);
    v_old core.rule;
    v_name text;
    v_enabled boolean := coalesce((p_row ->> 'enabled')::boolean, false);
    v_retired boolean := coalesce((p_row ->> 'retired')::boolean, false);
    v_worded int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_name := left(core.require_text(p_row ->> 'name', 'name_missing'), 200);
    IF p_row ->> 'id' IS NOT NULL THEN
        SELECT * INTO v_old FROM core.rule WHERE id = (p_row ->> 'id')::bigint FOR UPDATE;
        IF NOT FOUND THEN
            PERFORM core.fail('TB404', 'rule_not_found', jsonb_build_object('rule', p_row ->> 'id'));
        END IF;
        IF v_old.revision IS DISTINCT FROM p_seen THEN
            PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('id', v_old.id, 'revision', v_old.revision));
        END IF;
    END IF;
    IF v_old.id IS NULL OR v_old.conditions IS DISTINCT FROM p_row -> 'conditions' OR v_old.proposal IS DISTINCT FROM p_row -> 'proposal' OR v_enabled THEN
        PERFORM core.require_rule(p_row -> 'conditions', p_row -> 'proposal');
    END IF;
    v_worded := CASE WHEN v_old.id IS NULL THEN 1 WHEN v_old.conditions = p_row -> 'conditions' AND v_old.proposal = p_row -> 'proposal' THEN v_old.worded_in ELSE v_old.revision + 1 END;
    v_enabled := v_enabled AND NOT v_retired;
    IF v_enabled AND NOT EXISTS (SELECT FROM core.rule_run WHERE rule_id = v_old.id AND revision >= v_worded) THEN
        PERFORM core.fail('TB409', 'dry_run_first', jsonb_build_object('rule', v_old.id, 'revision', v_old.revision));
    END IF;
    IF v_old.id IS NULL THEN
        INSERT INTO core.rule (name, position, enabled, conditions, proposal, changed_by, changed_at)
        VALUES (v_name, coalesce((p_row ->> 'position')::int, 0), false, p_row -> 'conditions', p_row -> 'proposal', who.person_id(), core.now()) RETURNING * INTO v_old;
    ELSE
        UPDATE core.rule SET name = v_name, position = coalesce((p_row ->> 'position')::int, position), enabled = v_enabled, conditions = p_row -> 'conditions', proposal = p_row -> 'proposal',
            retired = v_retired, revision = revision + 1, worded_in = v_worded, changed_by = who.person_id(), changed_at = core.now() WHERE id = v_old.id RETURNING * INTO v_old;
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_rule', p_request, 'rule:' || v_old.id, p_row, jsonb_build_object('id', v_old.id, 'revision', v_old.revision, 'enabled', v_old.enabled));
END $$;

-- ── does it fit? ──
-- null: it asks for no words
CREATE FUNCTION core.rule_query(p_conditions jsonb) RETURNS tsquery LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_word text;
    v_any tsquery;
    v_all tsquery;
BEGIN
    FOR v_word IN SELECT value FROM jsonb_array_elements_text(coalesce(p_conditions -> 'any_words', '[]')) LOOP
        v_any := CASE WHEN v_any IS NULL THEN search.query(v_word) ELSE v_any || search.query(v_word) END;
    END LOOP;
    FOR v_word IN SELECT value FROM jsonb_array_elements_text(coalesce(p_conditions -> 'all_words', '[]')) LOOP
        v_all := CASE WHEN v_all IS NULL THEN search.query(v_word) ELSE v_all && search.query(v_word) END;
    END LOOP;
    RETURN CASE WHEN v_any IS NULL THEN v_all WHEN v_all IS NULL THEN v_any ELSE v_any && v_all END;
END $$;
-- a category and all below it
CREATE FUNCTION core.categories_below(p_code text) RETURNS bigint[] LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE below AS (SELECT id FROM core.category WHERE code = p_code UNION SELECT c.id FROM core.category c JOIN below ON c.parent_id = below.id)
    SELECT array_agg(id) FROM below
$$;
-- everything but the words
CREATE FUNCTION core.rule_fits(c core.case, p_conditions jsonb, p_categories bigint[]) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (NOT p_conditions ? 'category' OR coalesce(c.category_id = ANY (p_categories), false))
       AND (NOT p_conditions ? 'area' OR coalesce(c.area_id = (p_conditions ->> 'area')::bigint, false))
       AND (NOT p_conditions ? 'channel' OR c.channel = p_conditions ->> 'channel')
       AND (NOT p_conditions ? 'track' OR c.legal_track = p_conditions ->> 'track')
       AND CASE p_conditions ->> 'media' WHEN 'image' THEN c.images > 0 WHEN 'video' THEN c.videos > 0 WHEN 'audio' THEN c.audios > 0 WHEN 'file' THEN c.files > 0
           WHEN 'none' THEN c.images + c.videos + c.audios + c.files = 0 ELSE true END
$$;
-- the words that are found in a case, for the one who asks why
CREATE FUNCTION core.words_found(p_case bigint, p_conditions jsonb) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(jsonb_agg(w.word ORDER BY w.n), '[]')
    FROM (SELECT value AS word, ordinality AS n FROM jsonb_array_elements_text(coalesce(p_conditions -> 'all_words', '[]') || coalesce(p_conditions -> 'any_words', '[]')) WITH ORDINALITY) w
    WHERE EXISTS (SELECT FROM core.message m JOIN search.message_text t ON t.message_id = m.id AND t.sent_at = m.sent_at
        WHERE m.case_id = p_case AND m.direction = 'in' AND m.deleted_at IS NULL AND t.lexemes @@ search.query(w.word))
$$;

-- Answers [{rule, name, proposal {unit, unit_name, unit_name_en, urgency, category, category_name, category_name_en, track, track_name, track_name_en, due_at}, because: [{what, word}]}],
-- in the order of the rules. A unit that may not be sent this case is never named, nor a rule that has nothing else to say.
CREATE FUNCTION desk.propose(p_case bigint) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.case;
    v_rule core.rule;
    v_category core.category;
    v_query tsquery;
    v_unit core.unit;
    v_today date := (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_proposal jsonb;
    v_all jsonb := '[]'::jsonb;
BEGIN
    PERFORM core.require_verb('propose');
    PERFORM core.require_readable(p_case);
    v_case := core.case_row(p_case);
    SELECT * INTO v_category FROM core.category WHERE id = v_case.category_id;
    FOR v_rule IN SELECT * FROM core.rule WHERE enabled AND NOT retired ORDER BY position, id LIMIT 500 LOOP
        CONTINUE WHEN NOT core.rule_fits(v_case, v_rule.conditions, core.categories_below(v_rule.conditions ->> 'category'));
        v_query := core.rule_query(v_rule.conditions);
        CONTINUE WHEN v_query IS NOT NULL AND NOT EXISTS (SELECT FROM core.message m JOIN search.message_text t ON t.message_id = m.id AND t.sent_at = m.sent_at
            WHERE m.case_id = p_case AND m.direction = 'in' AND m.deleted_at IS NULL AND t.lexemes @@ v_query);
        v_proposal := v_rule.proposal - '{unit,amount,unit_of_time}'::text[];
        v_unit := NULL;
        SELECT * INTO v_unit FROM core.unit WHERE id = (v_rule.proposal ->> 'unit')::bigint AND valid_from <= v_today AND (valid_to IS NULL OR valid_to >= v_today);
        IF v_unit.id IS NOT NULL AND NOT core.walled(v_case.about_unit_id, ARRAY[v_unit.id])
           AND NOT (coalesce(v_category.needs_wall, false) AND v_case.about_unit_id IS NULL AND v_unit.id IS DISTINCT FROM v_category.default_unit_id) THEN
            v_proposal := v_proposal || jsonb_build_object('unit', v_unit.id, 'unit_name', v_unit.name, 'unit_name_en', v_unit.name_en);
        END IF;
        IF v_rule.proposal ? 'amount' THEN
            v_proposal := v_proposal || jsonb_build_object('due_at', core.due(core.now(), (v_rule.proposal ->> 'amount')::int, v_rule.proposal ->> 'unit_of_time'));
        END IF;
        CONTINUE WHEN v_proposal = '{}' OR (v_rule.proposal ? 'unit' AND NOT v_proposal ? 'unit' AND NOT v_proposal ?| '{urgency,category,track}'::text[]);
        v_proposal := v_proposal
            || coalesce((SELECT jsonb_build_object('category_name', name, 'category_name_en', name_en) FROM core.category WHERE code = v_proposal ->> 'category'), '{}')
            || coalesce((SELECT jsonb_build_object('track_name', name, 'track_name_en', name_en) FROM core.legal_track WHERE code = v_proposal ->> 'track'), '{}');
        v_all := v_all || jsonb_build_object('rule', v_rule.id, 'name', v_rule.name, 'proposal', v_proposal, 'because',
            (SELECT coalesce(jsonb_agg(jsonb_build_object('what', 'word', 'word', w)), '[]') FROM jsonb_array_elements_text(core.words_found(p_case, v_rule.conditions)) w)
            || (SELECT coalesce(jsonb_agg(jsonb_build_object('what', e.key, 'word', CASE e.key WHEN 'area' THEN (SELECT name FROM core.area WHERE id = v_case.area_id)
                    WHEN 'category' THEN (SELECT name FROM core.category WHERE code = e.value) WHEN 'track' THEN (SELECT name FROM core.legal_track WHERE code = e.value) ELSE e.value END,
                    'word_en', CASE e.key WHEN 'category' THEN (SELECT name_en FROM core.category WHERE code = e.value) WHEN 'track' THEN (SELECT name_en FROM core.legal_track WHERE code = e.value) ELSE '' END)
                    ORDER BY e.key), '[]')
                FROM jsonb_each_text(v_rule.conditions - '{any_words,all_words}'::text[]) e));
    END LOOP;
    RETURN v_all;
END $$;

-- ── tried on past traffic ──
-- The newest cases opened from p_from to p_to that the rule fits, at most 5,000: words through the index of each month, newest first, as desk.search does; without words by the time alone,
-- looking at 20,000 cases at most. A search that reached its bound says so.
CREATE FUNCTION core.rule_cases(p_conditions jsonb, p_from timestamptz, p_to timestamptz) RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_query tsquery := core.rule_query(p_conditions);
    v_categories bigint[] := core.categories_below(p_conditions ->> 'category');
    v_found bigint[] := ARRAY[]::bigint[];
    v_more bigint[];
    v_part record;
BEGIN
    IF v_query IS NULL THEN
        RETURN ARRAY(SELECT c.id FROM (SELECT x AS c FROM core.case x WHERE x.opened_at >= p_from AND x.opened_at < p_to ORDER BY x.opened_at DESC LIMIT 20000) n, LATERAL (SELECT (n.c).id) c
            WHERE core.rule_fits(n.c, p_conditions, v_categories) ORDER BY c.id DESC LIMIT 5000);
    END IF;
    FOR v_part IN SELECT name, from_at FROM search.partition WHERE to_at > p_from AND from_at < p_to + interval '7 days' UNION ALL SELECT 'message_text_rest', '-infinity' ORDER BY 2 DESC LOOP
        EXECUTE format('SELECT array_agg(DISTINCT h.case_id) FROM (SELECT t.message_id, t.case_id FROM search.%I t WHERE t.lexemes @@ $1 AND t.sent_at >= $2 ORDER BY t.sent_at + interval ''0'' DESC LIMIT 20000) h
            JOIN core.message m ON m.id = h.message_id AND m.direction = ''in'' AND m.deleted_at IS NULL
            JOIN core.case c ON c.id = h.case_id AND c.opened_at >= $2 AND c.opened_at < $3 WHERE core.rule_fits(c, $4, $5)', v_part.name)
        INTO v_more USING v_query, p_from, p_to, p_conditions, v_categories;
        v_found := ARRAY(SELECT DISTINCT x FROM unnest(v_found || coalesce(v_more, '{}')) x);
        EXIT WHEN cardinality(v_found) >= 5000;
    END LOOP;
    RETURN ARRAY(SELECT x FROM unnest(v_found) x ORDER BY x DESC LIMIT 5000);
END $$;
-- Answers {looked_at, matched, bounded, same_unit, other_unit, not_forwarded, walled, same_urgency, other_urgency, same_category, other_category, same_track, other_track,
-- sample: [{id, number, first_words, did {unit, unit_id, urgency, category, track}, would {…}}]}; sample: what differs first, then the newest, 50 at most
CREATE FUNCTION desk.dry_run_rule(p_rule bigint, p_from timestamptz, p_to timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_rule core.rule;
    v_unit bigint;
    v_cases bigint[];
    v_counts jsonb;
    v_sample jsonb;
    v_looked_at bigint;
BEGIN
    PERFORM core.require_verb('dry_run_rule');
    SELECT * INTO v_rule FROM core.rule WHERE id = p_rule;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'rule_not_found', jsonb_build_object('rule', p_rule));
    END IF;
    IF p_from IS NULL OR p_to IS NULL OR p_from >= p_to OR p_to - p_from > interval '367 days' OR NOT isfinite(p_from) OR NOT isfinite(p_to) THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('from', p_from, 'to', p_to, 'most_days', 366));
    END IF;
    v_unit := (v_rule.proposal ->> 'unit')::bigint;
    v_cases := core.rule_cases(v_rule.conditions, p_from, p_to);
    SELECT count(*) INTO v_looked_at FROM core.case WHERE opened_at >= p_from AND opened_at < p_to;
    WITH RECURSIVE above AS (   -- the proposed unit and those above it: what is about any of these goes elsewhere
        SELECT v_unit AS id UNION SELECT u.parent_id FROM core.unit u JOIN above ON u.id = above.id WHERE u.parent_id IS NOT NULL),
    did AS MATERIALIZED (
        SELECT c.id, c.number, c.first_words, c.urgency, g.code AS category, c.legal_track AS track,
            coalesce(c.lead_unit_id, (SELECT a.unit_id FROM core.assignment a WHERE a.case_id = c.id AND a.lead ORDER BY a.id DESC LIMIT 1)) AS unit,
            c.about_unit_id IS NOT NULL AND c.about_unit_id IN (SELECT id FROM above) AS walled
        FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id WHERE c.id = ANY (v_cases)),
    judged AS (
        SELECT d.*, NOT d.walled AND d.unit = v_unit AS same_unit, NOT d.walled AND d.unit <> v_unit AS other_unit,
            d.urgency = v_rule.proposal ->> 'urgency' AS same_urgency, d.category = v_rule.proposal ->> 'category' AS same_category, d.track = v_rule.proposal ->> 'track' AS same_track FROM did d)
    SELECT jsonb_build_object('matched', count(*), 'walled', count(*) FILTER (WHERE walled), 'same_unit', count(*) FILTER (WHERE same_unit), 'other_unit', count(*) FILTER (WHERE other_unit),
            'not_forwarded', count(*) FILTER (WHERE v_unit IS NOT NULL AND NOT walled AND unit IS NULL),
            'same_urgency', count(*) FILTER (WHERE same_urgency), 'other_urgency', count(*) FILTER (WHERE NOT same_urgency),
            'same_category', count(*) FILTER (WHERE same_category), 'other_category', count(*) FILTER (WHERE v_rule.proposal ? 'category' AND same_category IS NOT true),
            'same_track', count(*) FILTER (WHERE same_track), 'other_track', count(*) FILTER (WHERE NOT same_track)),
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'first_words', s.first_words,
             'did', jsonb_build_object('unit_id', s.unit, 'unit', (SELECT name FROM core.unit WHERE id = s.unit), 'urgency', s.urgency, 'category', s.category, 'track', s.track),
             'would', (v_rule.proposal - '{unit,amount,unit_of_time}'::text[])
                 || CASE WHEN v_unit IS NULL OR s.walled THEN '{}' ELSE jsonb_build_object('unit_id', v_unit, 'unit', (SELECT name FROM core.unit WHERE id = v_unit)) END, 'walled', s.walled)
             ORDER BY s.differs DESC, s.id DESC), '[]')
         FROM (SELECT j.*, coalesce(j.other_unit, false) OR j.same_urgency IS false OR (v_rule.proposal ? 'category' AND j.same_category IS NOT true) OR j.same_track IS false AS differs
               FROM judged j ORDER BY 13 DESC, j.id DESC LIMIT 50) s)
    INTO v_counts, v_sample FROM judged;
    v_counts := v_counts || jsonb_build_object('looked_at', v_looked_at, 'bounded', cardinality(v_cases) >= 5000 OR (core.rule_query(v_rule.conditions) IS NULL AND v_looked_at > 20000));
    INSERT INTO core.rule_run (rule_id, revision, person_id, at, from_at, to_at, counts) VALUES (p_rule, v_rule.revision, who.person_id(), core.now(), p_from, p_to, v_counts);
    PERFORM core.write_audit('dry_run_rule', 'rule:' || p_rule, v_counts || jsonb_build_object('revision', v_rule.revision, 'from', p_from, 'to', p_to));
    RETURN v_counts || jsonb_build_object('revision', v_rule.revision, 'sample', v_sample);
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk, core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
