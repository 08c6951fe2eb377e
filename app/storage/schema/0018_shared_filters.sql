-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: what everybody finds in their inbox is the supervisors' to give; other desks show it at once
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- p_id null: a new one; p_filter null: deletes. A shared one belongs to the supervisors together: whoever made it may have left.
CREATE OR REPLACE FUNCTION desk.save_filter(p_id bigint, p_name text, p_filter jsonb, p_position int DEFAULT 0, p_shared boolean DEFAULT false) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id bigint := p_id;
    v_supervisor boolean := who.role() = 'supervisor';
    v_was core.saved_filter;
BEGIN
    PERFORM core.require_verb('save_filter');
    SELECT * INTO v_was FROM core.saved_filter WHERE id = p_id;
    IF p_id IS NOT NULL AND (v_was.id IS NULL OR NOT (v_was.person_id = who.person_id() OR (v_was.shared AND v_supervisor))) THEN
        PERFORM core.fail('TB404', 'filter_not_found');
    END IF;
    IF (coalesce(p_shared, false) OR coalesce(v_was.shared, false)) AND NOT v_supervisor AND NOT (p_filter IS NULL AND v_was.person_id = who.person_id()) THEN
        PERFORM core.fail('TB403', 'sharing_is_for_supervisors');
    END IF;
    IF p_filter IS NULL THEN
        DELETE FROM core.saved_filter WHERE id = p_id;
    ELSIF p_id IS NULL THEN
        INSERT INTO core.saved_filter (person_id, name, filter, position, shared) VALUES (who.person_id(), core.require_text(p_name, 'name_missing'), p_filter, p_position, p_shared) RETURNING id INTO v_id;
    ELSE
        UPDATE core.saved_filter SET name = core.require_text(p_name, 'name_missing'), filter = p_filter, position = p_position, shared = p_shared WHERE id = p_id;
    END IF;
    IF coalesce(p_shared, false) OR coalesce(v_was.shared, false) THEN
        PERFORM core.write_audit('save_filter', 'filter:' || v_id, jsonb_build_object('name', coalesce(nullif(p_name, ''), v_was.name), 'shared', coalesce(p_shared, false), 'kept', p_filter IS NOT NULL));
        PERFORM core.tell('admin', 0);
    END IF;
    RETURN v_id;
END $$;
