-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: at a million cases a month's report spent a quarter of its time compiling its own statements and spilled sorts to disk; and whoever is told of a deadline
-- was worked out twice for each notice
-- oldest-desk: 33
SET LOCAL ROLE trucban_owner;

ALTER FUNCTION core.report_data(text, date) SET jit = off;
ALTER FUNCTION core.report_data(text, date) SET work_mem = '128MB';

CREATE OR REPLACE FUNCTION core.notify_people(p_kind text, p_severity text, p_repeat int, p_case bigint, p_charge bigint, p_words text[], p_facts jsonb, p_escalation bigint DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_notice bigint;
    v_told jsonb;
    v_people bigint[];
BEGIN
    SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'role', r.role, 'unit', r.unit, 'as', r.as_word)), '[]'), coalesce(array_agg(DISTINCT r.person_id) FILTER (WHERE r.person_id IS NOT NULL), '{}')
    INTO v_told, v_people FROM core.recipients(core.case_row(p_case), p_words) r;
    INSERT INTO core.notice (kind, severity, repeat_seconds, case_id, charge_id, escalation_id, at, facts)
    VALUES (p_kind, p_severity, p_repeat, p_case, p_charge, p_escalation, core.now(), p_facts) RETURNING id INTO v_notice;
    INSERT INTO core.notice_person (person_id, notice_id) SELECT unnest(v_people), v_notice;
    PERFORM core.tell('notice', v_notice);
    RETURN v_told;
END $$;
