-- SPDX-License-Identifier: GPL-3.0-or-later
-- The chain finds the row that was changed, taken out, put in or cut off, even when a superuser did it.
SELECT is((SELECT concat_ws(' ', checked, first_fault) FROM core.verify_audit()), '0', 'an empty chain is whole');
SELECT t.classified('an', 'officer1') AS c \gset
SELECT t.verb('officer1', :c, format('add_note($c, ''note %s'', $r)', n)) FROM generate_series(1, 8) n \g /dev/null
SELECT is((SELECT concat_ws(' ', checked, first_fault) FROM core.verify_audit()), '10', 'ten rows, whole');
SELECT is(t.run('supervisor1', 'SELECT desk.verify_audit() ->> ''checked'''), '10', 'a supervisor checks it');
CREATE FUNCTION t.tampered(p_sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_fault text;
BEGIN
    ALTER TABLE core.audit DISABLE TRIGGER append_only;
    EXECUTE p_sql;
    SELECT coalesce(first_fault::text, 'whole') INTO v_fault FROM core.verify_audit();
    RAISE EXCEPTION USING ERRCODE = 'TT000', MESSAGE = v_fault;    -- takes everything back
EXCEPTION WHEN SQLSTATE 'TT000' THEN
    RETURN SQLERRM;
END $$;
SELECT min(id) AS first, min(id) + 4 AS fifth, max(id) AS last FROM core.audit \gset
SELECT is(t.tampered(format(sql, :fifth)), :'fifth', 'found at its row: ' || sql) FROM unnest(ARRAY['UPDATE core.audit SET login = ''officer2'' WHERE id = %s', 'UPDATE core.audit SET verb = ''claim'' WHERE id = %s',
    'UPDATE core.audit SET object = ''case:999'' WHERE id = %s', 'UPDATE core.audit SET facts = ''{}'' WHERE id = %s', 'UPDATE core.audit SET at = at + interval ''1 microsecond'' WHERE id = %s',
    'UPDATE core.audit SET hash = sha256(''x'') WHERE id = %s', 'UPDATE core.audit SET previous = sha256(''x'') WHERE id = %s']) sql;
SELECT is(t.tampered(format('DELETE FROM core.audit WHERE id = %s', :fifth)), (:fifth + 1)::text, 'a row taken out is missed at the next');
SELECT is(t.tampered(format('DELETE FROM core.audit WHERE id <= %s', :fifth)), (:fifth + 1)::text, 'so is the beginning');
SELECT is(t.tampered(format('DELETE FROM core.audit WHERE id >= %s', :fifth)), :'last', 'and the end');
SELECT is(t.tampered('DELETE FROM core.audit'), :'last', 'and everything');
SELECT is(t.tampered(format('UPDATE core.audit SET hash = core.audit_row_hash(previous, id, at, login, verb, object, ''{}''), facts = ''{}'' WHERE id = %s', :fifth)), (:fifth + 1)::text, 'a forged hash breaks the next row');
SELECT is(t.tampered(format('UPDATE core.audit SET hash = core.audit_row_hash(previous, id, at, ''officer2'', verb, object, facts), login = ''officer2'' WHERE id = %s', :last)), :'last', 'at the end, too');
SELECT is(t.tampered('INSERT INTO core.audit (at, login, verb, object, facts, previous, hash) SELECT at, login, verb, object, facts, hash, sha256(hash) FROM core.audit ORDER BY id DESC LIMIT 1') ~ '^[0-9]+$', true, 'a row put in is found');
SELECT is((SELECT concat_ws(' ', checked, first_fault) FROM core.verify_audit()), '10', 'and it is whole as before');
-- writers at the same time: one chain
SELECT t.run('officer2', 'SELECT 1'), t.run('supervisor1', 'SELECT 1') \g /dev/null
DO $$
BEGIN
    FOR i IN 1 .. 20 LOOP
        PERFORM tap.dblink_send_query(l, format('SELECT desk.add_note(%s, ''at once'', gen_random_uuid())', (SELECT min(id) FROM core.case))) FROM unnest('{officer1,officer2,supervisor1}'::text[]) l;
        PERFORM (SELECT count(*) FROM tap.dblink_get_result(l) AS r(x text)), (SELECT count(*) FROM tap.dblink_get_result(l) AS r(x text)) FROM unnest('{officer1,officer2,supervisor1}'::text[]) l;
    END LOOP;
END $$;
SELECT is((SELECT concat_ws(' ', checked, first_fault) FROM core.verify_audit()), '70', 'sixty more, written by three at once, are one chain');
SELECT * FROM finish();
