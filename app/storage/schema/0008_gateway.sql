-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: what is written under a post must find its citizen's thread: a visitor's comment under their own post, the page's own answers typed elsewhere,
--      and our comment replies whose webhook overtakes the answer of the call that made them
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- a comment event with its thread; null: it belongs to no citizen (the page talks to itself under its own post)
CREATE FUNCTION intake.place_comment(p_page text, p_event jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_thread core.thread;
    v_person text;
BEGIN
    -- whose words are answered: the comment above, else the post
    SELECT t.* INTO v_thread FROM core.message m JOIN core.thread t ON t.id = m.thread_id
    WHERE m.platform_id = p_event ->> 'root_id' AND p_event ->> 'root_id' IS DISTINCT FROM p_event ->> 'platform_id';
    IF p_event ->> 'direction' = 'in' THEN
        IF v_thread.channel = 'comment' AND v_thread.root_platform_id <> p_event ->> 'root_id' THEN    -- an answer to an answer hangs on the top-level comment
            p_event := p_event || jsonb_build_object('root_id', v_thread.root_platform_id, 'thread_key', v_thread.root_platform_id || ':' || (p_event ->> 'person_id'));
        END IF;
        IF p_event ->> 'person_id' <> '_unknown' AND EXISTS (SELECT FROM core.thread WHERE page_id = p_page AND channel = 'visitor_post'
               AND key = (p_event ->> 'post_id') || ':' || (p_event ->> 'person_id')) THEN
            p_event := p_event || jsonb_build_object('channel', 'visitor_post', 'thread_key', (p_event ->> 'post_id') || ':' || (p_event ->> 'person_id'));
        END IF;
        RETURN p_event;
    END IF;
    IF v_thread.id IS NULL THEN
        SELECT t.* INTO v_thread FROM core.message m JOIN core.thread t ON t.id = m.thread_id WHERE m.platform_id = p_event ->> 'post_id';
    END IF;
    IF v_thread.id IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT platform_user_id INTO v_person FROM core.citizen_identity WHERE citizen_id = v_thread.citizen_id AND page_id = p_page ORDER BY id LIMIT 1;
    RETURN p_event || jsonb_build_object('channel', v_thread.channel, 'thread_key', v_thread.key, 'person_id', coalesce(v_person, '_unknown'));
END $$;

-- our comment reply came back before the call that made it was answered: same words under the same comment while the item is under way
CREATE FUNCTION intake.own_comment(p_event jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id uuid;
    v_mid text := p_event ->> 'platform_id';
BEGIN
    SELECT o.id INTO v_id FROM core.outbox o LEFT JOIN core.message m ON m.id = o.message_id LEFT JOIN core.thread t ON t.id = o.thread_id
    WHERE o.kind = 'comment_reply' AND o.state IN ('sending', 'uncertain') AND cardinality(o.platform_ids) = 0
      AND btrim(o.text) = btrim(coalesce(p_event ->> 'raw_text', ''))
      AND (p_event ->> 'root_id' IN (m.platform_id, t.root_platform_id) OR p_event ->> 'post_id' = m.platform_id)
    ORDER BY o.queued_at LIMIT 1 FOR UPDATE OF o;
    IF v_id IS NULL THEN
        RETURN false;
    END IF;
    UPDATE core.outbox SET platform_ids = platform_ids || v_mid WHERE id = v_id;
    UPDATE core.message SET platform_id = v_mid WHERE outbox_id = v_id AND platform_id IS NULL;
    RETURN true;
END $$;

-- as before, and comments are placed first
CREATE OR REPLACE FUNCTION intake.apply(p_journal bigint, p_page text, p_event jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE
    WHEN p_event ->> 'type' = 'message' THEN
        IF p_event ->> 'channel' = 'comment' AND p_event ->> 'kind' = 'comment' THEN
            IF p_event ->> 'direction' <> 'in' AND (intake.own_echo(p_event) OR intake.own_comment(p_event)) THEN
                RETURN jsonb_build_object('own', true);
            END IF;
            p_event := intake.place_comment(p_page, p_event);
            IF p_event IS NULL THEN
                RETURN jsonb_build_object('ignored', true);
            END IF;
        END IF;
        RETURN intake.add_message(p_journal, p_page, p_event);
    WHEN p_event ->> 'type' IN ('edit', 'reaction', 'unsend', 'remove', 'hide') THEN
        PERFORM core.one_event_at_a_time(p_event);
        IF NOT intake.amend(p_event) THEN
            PERFORM intake.park(p_journal, p_event);
            RETURN jsonb_build_object('parked', true);
        END IF;
    WHEN p_event ->> 'type' IN ('delivery', 'read') THEN
        PERFORM intake.watermark(p_page, p_event);
    WHEN p_event ->> 'type' = 'page_post' THEN
        PERFORM intake.page_post(p_event);
    ELSE
        PERFORM core.fail('TB422', 'unknown_event', jsonb_build_object('type', p_event ->> 'type'));
    END CASE;
    RETURN '{}'::jsonb;
END $$;

REVOKE EXECUTE ON FUNCTION intake.place_comment(text, jsonb), intake.own_comment(jsonb) FROM PUBLIC;
