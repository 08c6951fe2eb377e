-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a unit that received a slip without naming anybody was asked for a name: the planner had worked out the desk's branch of a CASE beforehand
-- oldest-desk: 34
SET LOCAL ROLE trucban_owner;

-- p_by: who took the paper, as the desk writes it down; a unit officer is the one who signed in
CREATE OR REPLACE FUNCTION desk.receive_slip(p_slip bigint, p_by text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('receive_slip', p_request);
    v_slip core.slip;
    v_by text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_slip := core.lock_slip(p_slip);
    IF v_slip.state <> 'signed' THEN
        PERFORM core.fail('TB409', CASE v_slip.state WHEN 'voided' THEN 'slip_voided' ELSE 'slip_not_signed' END, core.slip_answer(p_slip));
    END IF;
    IF v_slip.received_at IS NOT NULL THEN
        PERFORM core.fail('TB409', 'slip_received', jsonb_build_object('at', v_slip.received_at, 'by', v_slip.received_by));
    END IF;
    IF who.is_staff() THEN
        v_by := core.require_text(p_by, 'text_missing');
    ELSE
        SELECT btrim(rank || ' ' || name) INTO v_by FROM core.person WHERE id = who.person_id();
    END IF;
    UPDATE core.slip SET received_at = core.now(), received_by = left(v_by, 200), received_logged_by = who.person_id(), revision = revision + 1 WHERE id = p_slip;
    PERFORM core.tell('assignment', v_slip.case_id);
    RETURN core.end_verb('receive_slip', p_request, 'slip:' || p_slip, jsonb_build_object('number', v_slip.number, 'by', v_by), core.slip_answer(p_slip));
END $$;
