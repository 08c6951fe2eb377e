-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two desks claim the same case in the same instant: one has it, the other learns who.
SELECT t.run(l, 'SELECT 1') FROM unnest('{officer1,officer2,supervisor1,supervisor2}'::text[]) l \g /dev/null
CREATE TABLE t.race (round int, login text, answer text);
DO $$
DECLARE
    v_case bigint;
    v_login text;
    v_answer text;
BEGIN
    FOR v_round IN 1 .. 25 LOOP
        v_case := t.writes('citizen' || v_round, 'who takes me?');
        PERFORM tap.dblink_send_query(l, format('SELECT desk.claim(%s, gen_random_uuid()) ->> ''holder''', v_case)) FROM unnest('{officer1,officer2,supervisor1,supervisor2}'::text[]) l ORDER BY random();
        FOREACH v_login IN ARRAY '{officer1,officer2,supervisor1,supervisor2}'::text[] LOOP
            BEGIN
                SELECT x INTO v_answer FROM tap.dblink_get_result(v_login) AS r(x text);
            EXCEPTION WHEN SQLSTATE 'TB409' THEN
                v_answer := SQLERRM;
            END;
            PERFORM tap.dblink_get_result(v_login);
            INSERT INTO t.race VALUES (v_round, v_login, v_answer);
        END LOOP;
    END LOOP;
END $$;
SELECT is((SELECT count(*) FROM t.race WHERE answer = login), 25::bigint, 'each case has one winner');
SELECT is((SELECT count(DISTINCT round) FROM t.race WHERE answer = login), 25::bigint, 'every case has one');
SELECT is((SELECT count(*) FROM t.race WHERE answer = 'held_by_other'), 75::bigint, 'all others are told that it is held');
SELECT is((SELECT count(*) FROM core.case c JOIN core.person p ON p.id = c.holder_id JOIN t.race r ON r.login = p.login AND r.answer = r.login AND c.first_words = 'who takes me?'
    AND r.round = (SELECT count(*) FROM core.case b WHERE b.id <= c.id)), 25::bigint, 'and the winner holds it');
SELECT is((SELECT count(*) FROM core.case_event WHERE verb = 'claim'), 25::bigint, 'one step in each history');
-- the same person at two desks with one request: once
SELECT t.writes('twice', 'x') AS c, gen_random_uuid() AS r \gset
SELECT t.run('officer1', 'SELECT 1', 'desk_a'), t.run('officer1', 'SELECT 1', 'desk_b') \g /dev/null
SELECT dblink_send_query(d, format('SELECT desk.claim(%s, %L) ->> ''revision''', :c, :'r')) FROM unnest('{desk_a,desk_b}'::text[]) d \g /dev/null
SELECT is((SELECT x FROM dblink_get_result('desk_a') AS r(x text)), (SELECT x FROM dblink_get_result('desk_b') AS r(x text)), 'both hear the same');
SELECT is((SELECT count(*) FROM core.case_event WHERE case_id = :c AND verb = 'claim'), 1::bigint, 'it happened once');
SELECT * FROM finish();
