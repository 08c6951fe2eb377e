-- SPDX-License-Identifier: GPL-3.0-or-later
-- Random histories of everything a unit and the centre may do: whatever happens, every second has one holder, one lead has the case, and who let go reads nothing.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE TABLE t.tried (verb text, outcome text);
CREATE FUNCTION t.one_of(VARIADIC p text[]) RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT p[1 + floor(random() * cardinality(p))::int] $$;
CREATE FUNCTION t.officer_of(p_unit bigint) RETURNS text LANGUAGE sql AS $$ SELECT login FROM core.person WHERE role = 'unit' AND active AND unit_id = p_unit ORDER BY id LIMIT 1 $$;
-- one random act upon a case: by the unit that leads, by the officer, by a supervisor, or by the citizen
CREATE PROCEDURE t.act(p_case bigint, p_who text) LANGUAGE plpgsql AS $$
DECLARE
    v_lead core.assignment;
    v_unit text;
    v_answer bigint;
    v_question bigint;
    v_extension bigint;
    v_call text;
    v_login text := 'officer1';
BEGIN
    SELECT * INTO v_lead FROM core.assignment WHERE case_id = p_case AND lead ORDER BY id DESC LIMIT 1;
    SELECT max(id) INTO v_answer FROM core.unit_answer WHERE case_id = p_case;
    SELECT max(id) INTO v_question FROM core.question WHERE case_id = p_case;
    SELECT max(id) INTO v_extension FROM core.extension WHERE case_id = p_case;
    v_unit := t.officer_of(v_lead.unit_id);
    v_lead.id := coalesce(v_lead.id, 0);
    v_call := t.one_of('confirm', 'hand_back', 'hand_on', 'ask_citizen', 'withdraw_question', 'relay_question', 'refuse_question', 'ask_extension', 'decide_extension', 'remind', 'partial', 'answer', 'answer',
        'approve_answer', 'return_answer', 'release', 'forward', 'forward', 'citizen', 'fail', 'withdraw_assignment', 'classify', 'reopen', 'confirm', 'ask_citizen', 'refuse_question');
    -- what waits for somebody is dealt with half of the time
    IF random() < 0.5 AND EXISTS (SELECT FROM core.question WHERE id = v_question AND state IN ('asked', 'sent')) THEN
        v_call := t.one_of('relay_question', 'relay_question', 'refuse_question', 'refuse_question', 'withdraw_question', 'citizen', 'fail');
    ELSIF random() < 0.4 AND EXISTS (SELECT FROM core.extension WHERE id = v_extension AND state = 'asked') THEN
        v_call := 'decide_extension';
    END IF;
    IF v_call IN ('confirm', 'hand_back', 'hand_on', 'ask_citizen', 'withdraw_question', 'ask_extension', 'partial', 'answer') THEN v_login := v_unit; END IF;
    IF v_call = 'decide_extension' THEN v_login := 'supervisor1'; END IF;
    IF v_call = 'citizen' THEN
        PERFORM t.writes(p_who, 'Words ' || random());
        RETURN;
    ELSIF v_call = 'fail' THEN
        PERFORM t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(99, 60, ''g1'')');
        PERFORM t.run('gateway', format(CASE WHEN random() < 0.5 THEN 'SELECT intake.outbox_failed(%L, ''g1'', 10, 1, ''window'', '''')' ELSE 'SELECT intake.outbox_sent(%L, ''g1'')' END, id)) FROM core.outbox WHERE case_id = p_case AND state = 'sending';
        RETURN;
    END IF;
    IF v_login IS NULL THEN RETURN; END IF;
    PERFORM t.verb('officer1', p_case, 'claim($c, $r)');
    INSERT INTO t.tried SELECT v_call, t.verb(v_login, p_case, CASE v_call
        WHEN 'confirm' THEN format('confirm(%s, $r)', v_lead.id)
        WHEN 'hand_back' THEN format('hand_back(%s, ''wrong_area'', '''', $r)', v_lead.id)
        WHEN 'hand_on' THEN format('hand_on(%s, %s, ''wrong_area'', '''', $r)', v_lead.id, t.unit(t.one_of('W1', 'W2', 'D1', 'X5')))
        WHEN 'ask_citizen' THEN format('ask_citizen(%s, ''Where?'', $r)', v_lead.id)
        WHEN 'withdraw_question' THEN format('withdraw_question(%s, $r)', coalesce(v_question, 0))
        WHEN 'relay_question' THEN format('relay_question(%s, $v, $r, NULL)', coalesce(v_question, 0))
        WHEN 'refuse_question' THEN format('refuse_question(%s, ''no'', $r)', coalesce(v_question, 0))
        WHEN 'ask_extension' THEN format('ask_extension(%s, %L, ''busy'', $r)', v_lead.id, core.now() + interval '10 days')
        WHEN 'decide_extension' THEN format('decide_extension(%s, %L, NULL, ''so be it'', $r)', coalesce(v_extension, 0), random() < 0.5)
        WHEN 'remind' THEN format('remind(%s, '''', $r)', v_lead.id)
        WHEN 'partial' THEN format('answer(%s, ''half'', NULL, $r, ''{}'', true)', v_lead.id)
        WHEN 'answer' THEN format('answer(%s, ''all'', NULL, $r)', v_lead.id)
        WHEN 'approve_answer' THEN format('approve_answer(%s, $v, ''all, kindly'', $r)', coalesce(v_answer, 0))
        WHEN 'return_answer' THEN format('return_answer(%s, $v, ''more'', $r)', coalesce(v_answer, 0))
        WHEN 'release' THEN 'reply($c, $v, $r, ''{"text": "done", "final": true}'')'
        WHEN 'forward' THEN format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit(t.one_of('W1', 'W2', 'D1', 'X5')))
        WHEN 'withdraw_assignment' THEN format('withdraw_assignment(%s, ''x'', $r)', v_lead.id)
        WHEN 'reopen' THEN 'reopen($c, $v, ''after all'', $r)'
        ELSE format('classify($c, $v, ''{"category": "ANTT", "urgency": "%s", "legal_track": "%s"}'', $r)', t.one_of('low', 'high', 'emergency'), t.one_of('', 'to_cao', 'hoi_dap')) END);
END $$;
SELECT setseed(0.271828) \g /dev/null
SELECT t.hire('d1officer', 'unit', 'D1') \g /dev/null
CREATE TABLE t.story AS SELECT g, 'citizen' || g AS who, NULL::bigint AS case_id FROM generate_series(1, 12) g;
UPDATE t.story SET case_id = t.classified(who, 'officer1');
-- each act in a transaction of its own: what it does is seen by the next
DO $$
DECLARE
    s record;
BEGIN
    FOR step IN 1..70 LOOP
        FOR s IN SELECT * FROM t.story ORDER BY g LOOP
            CALL t.act(s.case_id, s.who);
            COMMIT;
        END LOOP;
        PERFORM t.later((random() * 7200)::int * interval '1 second');
        COMMIT;
    END LOOP;
END $$;
SELECT is((SELECT count(DISTINCT verb) FILTER (WHERE outcome = 'ok') FROM t.tried), 19::bigint, 'every kind of step went through at least once; not: ' || coalesce((SELECT string_agg(verb, ' ') FROM (SELECT verb FROM t.tried GROUP BY verb HAVING NOT bool_or(outcome = 'ok')) x), 'none'));
SELECT is_empty($$SELECT DISTINCT verb, outcome FROM t.tried WHERE outcome <> 'ok' AND outcome !~ '^TB4'$$, 'a step works or is refused by name; nothing breaks');
-- the ledger
SELECT is_empty($$SELECT s.case_id FROM t.story s WHERE (SELECT count(*) FROM core.charge WHERE case_id = s.case_id AND to_at IS NULL) <> (SELECT (stage <> '')::int FROM core.case WHERE id = s.case_id)$$, 'one holder at a time');
SELECT is_empty($$SELECT case_id FROM (SELECT case_id, from_at, lag(to_at) OVER (PARTITION BY case_id ORDER BY id) AS before FROM core.charge WHERE case_id IN (SELECT case_id FROM t.story)) x WHERE before IS DISTINCT FROM from_at AND before IS NOT NULL$$,
    'the next holder begins in the second in which the last one ends');
SELECT is_empty($$SELECT s.case_id FROM t.story s JOIN core.case c ON c.id = s.case_id
    WHERE (SELECT sum(coalesce(to_at, core.now()) - from_at) FROM core.charge WHERE case_id = c.id) <> coalesce((SELECT max(to_at) FROM core.charge WHERE case_id = c.id AND c.stage = ''), core.now()) - c.opened_at$$,
    'the sum over the holders is the age of the case');
SELECT is_empty($$SELECT c.id FROM core.case c JOIN t.story s ON s.case_id = c.id CROSS JOIN LATERAL core.charge_wanted(c) h WHERE h.stage <> c.stage OR h.holder <> c.charged_to OR h.unit_id IS DISTINCT FROM c.charged_unit_id$$,
    'who is charged is who should be');
SELECT is_empty($$SELECT c.id FROM core.case c JOIN t.story s ON s.case_id = c.id WHERE c.charged_to = 'unit' AND c.due_at IS DISTINCT FROM (SELECT CASE WHEN a.state = 'sent' THEN least(a.confirm_due_at, a.due_at) ELSE a.due_at END
    FROM core.assignment a WHERE a.case_id = c.id AND a.lead AND a.state IN ('sent', 'confirmed', 'returned'))$$, 'and the clock of the case is that of its lead');
-- assignments, questions, wishes
SELECT is_empty($$SELECT case_id FROM core.assignment WHERE lead AND state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted') GROUP BY case_id HAVING count(*) > 1$$, 'one lead at a time');
SELECT is_empty($$SELECT q.id FROM core.question q JOIN core.assignment a ON a.id = q.assignment_id WHERE q.state IN ('asked', 'sent') AND a.state NOT IN ('sent', 'confirmed', 'returned')$$, 'no question of a unit that let go stays open');
SELECT is_empty($$SELECT x.id FROM core.extension x JOIN core.assignment a ON a.id = x.assignment_id WHERE x.state = 'asked' AND a.state NOT IN ('sent', 'confirmed', 'returned')$$, 'nor a wish for more time');
SELECT is_empty($$SELECT c.id FROM core.case c JOIN t.story s ON s.case_id = c.id LEFT JOIN core.assignment a ON a.case_id = c.id AND a.lead AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted')
    WHERE c.queue IN (3, 4) AND c.lead_unit_id IS DISTINCT FROM a.unit_id$$, 'the case names the unit that leads');
SELECT is_empty($$SELECT c.id FROM core.case c JOIN t.story s ON s.case_id = c.id WHERE c.status = 'answered' AND NOT EXISTS (SELECT FROM core.unit_answer n JOIN core.assignment a ON a.id = n.assignment_id
    WHERE n.case_id = c.id AND a.lead AND a.state = 'answered' AND NOT n.partial AND n.state IN ('submitted', 'approved'))$$, 'an answered case has an answer to review');
-- each unit reads exactly what lies with it or a unit below it
SELECT is(t.run(p.login, 'SELECT coalesce(string_agg(id::text, '' '' ORDER BY id::text), '''') FROM desk.cases'),
    (SELECT coalesce(string_agg(DISTINCT a.case_id::text, ' ' ORDER BY a.case_id::text), '') FROM core.assignment a WHERE a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')
        AND (a.unit_id = p.unit_id OR a.unit_id IN (SELECT id FROM core.unit WHERE parent_id = p.unit_id))), p.login || ' reads what lies with the unit, no more')
FROM core.person p WHERE p.login IN ('unit1', 'unit2', 'd1officer', 'inspector1');
SELECT is((SELECT first_fault FROM core.verify_audit()), NULL, 'and the chain of the audit is whole');
SELECT * FROM finish();
