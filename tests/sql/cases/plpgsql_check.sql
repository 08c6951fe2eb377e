-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every function compiles against the tables as they are, uses what it declares and returns what it says.
CREATE EXTENSION plpgsql_check SCHEMA tap;
CREATE VIEW t.complaint AS
    SELECT format('%s.%s: %s', n.nspname, p.proname, c.m) AS says, c.m
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang LEFT JOIN pg_trigger g ON g.tgfoid = p.oid AND g.tgrelid <> 0,
        LATERAL plpgsql_check_function(p.oid, coalesce(g.tgrelid, 0), extra_warnings := true, other_warnings := true, performance_warnings := false) c(m)
    WHERE l.lanname = 'plpgsql' AND n.nspname IN ('core', 'who', 'desk', 'intake', 'search', 'metric')
      AND NOT (n.nspname = 'metric' AND c.m ~ 'dynamic SQL|maybe unmodified');   -- what a metric reads is put together from its name
SELECT is_empty('SELECT says FROM t.complaint', 'plpgsql_check finds nothing in any function or trigger');
SELECT cmp_ok((SELECT count(*)::int FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE l.lanname = 'plpgsql' AND n.nspname IN ('core', 'desk', 'intake')), '>', 90, 'and it looked at them');
-- bodies in SQL are checked when they are made; a later change of a table can break them, so each is made once more
CREATE FUNCTION t.remake(p_oid oid) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE pg_get_functiondef(p_oid);
    RETURN '';
EXCEPTION WHEN OTHERS THEN
    RETURN SQLERRM;
END $$;
SELECT is(t.remake(p.oid), '', format('%s.%s is whole', n.nspname, p.proname))
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
WHERE l.lanname = 'sql' AND n.nspname IN ('core', 'who', 'desk', 'intake', 'search', 'metric') ORDER BY 1;
-- each migration says why, and which desks may stay
SELECT is((SELECT count(*) FROM core.migration WHERE oldest_desk BETWEEN 1 AND number), (SELECT count(*) FROM core.migration), 'each migration names the oldest desk');
SELECT * FROM finish();
