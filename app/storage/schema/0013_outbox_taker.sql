-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a gateway that was frozen while another took its item could put that item back into the queue, or call it failed, in the middle of the
--      other's sending: whoever settles an item must be the one who took it last
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- what settling does is as before, out of the gateway's reach
ALTER FUNCTION intake.outbox_part_sent(uuid, text) SET SCHEMA core;
ALTER FUNCTION intake.outbox_sent(uuid, jsonb) SET SCHEMA core;
ALTER FUNCTION intake.outbox_failed(uuid, int, int, text, text) SET SCHEMA core;
ALTER FUNCTION intake.outbox_later(uuid, timestamptz, text, text) SET SCHEMA core;
ALTER FUNCTION intake.outbox_note(uuid, jsonb) SET SCHEMA core;
REVOKE EXECUTE ON FUNCTION core.outbox_part_sent(uuid, text), core.outbox_sent(uuid, jsonb), core.outbox_failed(uuid, int, int, text, text),
    core.outbox_later(uuid, timestamptz, text, text), core.outbox_note(uuid, jsonb) FROM trucban_gateway;

-- a lease that is over and that nobody took up is still its old holder's: what Facebook answered is worth knowing
CREATE FUNCTION core.outbox_is_with(p_id uuid, p_taker text) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM core.outbox WHERE id = p_id AND taken_by = p_taker AND p_taker <> '' FOR UPDATE;
    RETURN FOUND;
END $$;

-- each: true when it is written; false when another has taken the item meanwhile, and nothing is changed
CREATE FUNCTION intake.outbox_part_sent(p_id uuid, p_taker text, p_platform_id text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_part_sent(p_id, p_platform_id);
    RETURN true;
END $$;
CREATE FUNCTION intake.outbox_sent(p_id uuid, p_taker text, p_facts jsonb DEFAULT '{}') RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_sent(p_id, p_facts);
    RETURN true;
END $$;
CREATE FUNCTION intake.outbox_failed(p_id uuid, p_taker text, p_code int, p_subcode int, p_word text, p_detail text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_failed(p_id, p_code, p_subcode, p_word, p_detail);
    RETURN true;
END $$;
CREATE FUNCTION intake.outbox_later(p_id uuid, p_taker text, p_after timestamptz, p_state text, p_word text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_later(p_id, p_after, p_state, p_word);
    RETURN true;
END $$;
CREATE FUNCTION intake.outbox_note(p_id uuid, p_taker text, p_facts jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_note(p_id, p_facts);
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION core.outbox_is_with(uuid, text), intake.outbox_part_sent(uuid, text, text), intake.outbox_sent(uuid, text, jsonb),
    intake.outbox_failed(uuid, text, int, int, text, text), intake.outbox_later(uuid, text, timestamptz, text, text), intake.outbox_note(uuid, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.outbox_part_sent(uuid, text, text), intake.outbox_sent(uuid, text, jsonb),
    intake.outbox_failed(uuid, text, int, int, text, text), intake.outbox_later(uuid, text, timestamptz, text, text), intake.outbox_note(uuid, text, jsonb) TO trucban_gateway;
