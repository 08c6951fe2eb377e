-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a hash in the audit log is of use when somebody compares: what was signed or kept, and that no number of a slip is missing
-- oldest-desk: 34
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('verify_papers', '{admin,supervisor}', 'Checks signed slips, hand-overs and kept reports against the audit log, and the numbers of slips for gaps.');

-- {checked, first_fault: {object, why: changed|not_in_log|number_missing|number_twice}}; first_fault null: all is as it was signed
CREATE FUNCTION desk.verify_papers() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_checked bigint;
    v_fault jsonb;
BEGIN
    PERFORM core.require_verb('verify_papers');
    WITH papers AS (
        SELECT 'slip:' || s.id AS object, 'sign_slip' AS verb, encode(sha256(convert_to(s.content::text || coalesce(s.identity::text, ''), 'UTF8')), 'hex') AS hash FROM core.slip s WHERE s.signed_at IS NOT NULL
        UNION ALL SELECT 'handover:' || h.id, 'sign_handover', encode(sha256(convert_to(h.content::text || h.remarks, 'UTF8')), 'hex') FROM core.handover h WHERE h.state <> 'prepared'
        UNION ALL SELECT 'report:' || r.id, 'make_report', encode(sha256(convert_to(r.data::text, 'UTF8')), 'hex') FROM core.report r),
    logged AS (SELECT a.verb, a.object, array_agg(a.facts ->> 'sha256') AS hashes FROM core.audit a WHERE a.verb IN ('sign_slip', 'sign_handover', 'make_report') GROUP BY a.verb, a.object),
    judged AS (SELECT p.object, CASE WHEN l.object IS NULL THEN 'not_in_log' WHEN NOT p.hash = ANY (l.hashes) THEN 'changed' END AS why FROM papers p LEFT JOIN logged l USING (verb, object)),
    numbers AS (SELECT k.series || ' ' || k.year AS object, CASE WHEN count(s.id) < k.last THEN 'number_missing' WHEN count(s.id) > k.last OR max(s.ordinal) > k.last THEN 'number_twice' END AS why
        FROM core.slip_counter k LEFT JOIN core.slip s ON s.series = k.series AND s.year = k.year GROUP BY k.series, k.year, k.last)
    SELECT (SELECT count(*) FROM judged), (SELECT jsonb_build_object('object', f.object, 'why', f.why) FROM (SELECT * FROM judged UNION ALL SELECT * FROM numbers) f WHERE f.why IS NOT NULL ORDER BY f.object LIMIT 1)
    INTO v_checked, v_fault;
    RETURN jsonb_build_object('checked', v_checked, 'first_fault', v_fault);
END $$;
REVOKE EXECUTE ON FUNCTION desk.verify_papers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.verify_papers() TO trucban_person;
