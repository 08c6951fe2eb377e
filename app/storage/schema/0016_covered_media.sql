-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a face that was covered once must not go out uncovered by any way; what a post shows are copies made here and not the bytes
--      that came from outside; and a clip of a post shows its still to everybody who looks the post over
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('cover_media', '{officer,supervisor}', 'Says that a picture is the covered copy of another, which then leaves the desk no more.');

CREATE TABLE core.media_cover (
    copy_id bigint NOT NULL REFERENCES core.media,
    source_id bigint NOT NULL REFERENCES core.media,
    person_id bigint NOT NULL REFERENCES core.person,
    at timestamptz NOT NULL,
    places int NOT NULL CHECK (places > 0),
    PRIMARY KEY (copy_id, source_id),
    CHECK (copy_id <> source_id)
);
CREATE INDEX media_cover_source ON core.media_cover (source_id);
ALTER TABLE core.media_cover ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.media_cover FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();

-- the same bytes under whatever number, what they were made from and everything else made from that
CREATE FUNCTION core.media_family(p_media bigint) RETURNS SETOF bigint LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH same AS (SELECT s.id FROM core.media m JOIN core.media s ON s.sha256 = m.sha256 WHERE m.id = p_media),
        origin AS (SELECT id FROM same UNION SELECT d.original_id FROM core.media_derivative d JOIN same ON d.media_id = same.id),
        twin AS (SELECT s.id FROM origin JOIN core.media m ON m.id = origin.id JOIN core.media s ON s.sha256 = m.sha256)
    SELECT id FROM origin UNION SELECT id FROM twin UNION SELECT d.media_id FROM core.media_derivative d JOIN twin ON d.original_id = twin.id
$$;
CREATE FUNCTION core.is_uncovered(p_media bigint) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.media_cover v JOIN core.media_family(p_media) f ON f = v.source_id)
$$;

-- p_places: how many places were covered; the copy is the person's own upload
CREATE FUNCTION desk.cover_media(p_source bigint, p_copy bigint, p_places int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('cover_media', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF NOT core.may_read_media(p_source) OR NOT EXISTS (SELECT FROM core.media WHERE id = p_copy AND uploaded_by = who.person_id() AND complete AND kind = 'image') THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_source));
    END IF;
    IF coalesce(p_places, 0) < 1 OR p_copy IN (SELECT core.media_family(p_source)) OR core.is_uncovered(p_copy) THEN
        PERFORM core.fail('TB422', 'not_covered', jsonb_build_object('media', p_copy));
    END IF;
    INSERT INTO core.media_cover (copy_id, source_id, person_id, at, places) VALUES (p_copy, p_source, who.person_id(), core.now(), p_places)
    ON CONFLICT DO NOTHING;
    RETURN core.end_verb('cover_media', p_request, 'media:' || p_copy, jsonb_build_object('source', p_source, 'places', p_places), jsonb_build_object('id', p_copy));
END $$;

-- what leaves: no picture of which a covered copy exists; in a post no bytes as a unit or a disk brought them where a copy is made here
CREATE FUNCTION core.guard_leaving_media() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_media bigint;
BEGIN
    FOREACH v_media IN ARRAY NEW.media_ids LOOP
        IF core.is_uncovered(v_media) THEN
            PERFORM core.fail('TB422', 'covered_copy_exists', jsonb_build_object('media', v_media));
        END IF;
        IF TG_TABLE_NAME = 'bulletin' AND (core.is_original(v_media) OR EXISTS (SELECT FROM core.unit_answer n WHERE n.media_ids @> ARRAY[v_media])
            OR EXISTS (SELECT FROM core.media m WHERE m.id = v_media AND m.kind <> 'image' AND m.uploaded_by IS NOT NULL)) THEN
            PERFORM core.fail('TB422', 'original_media', jsonb_build_object('media', v_media));
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER leaving_media BEFORE UPDATE OF state ON core.bulletin FOR EACH ROW
    WHEN (NEW.state IN ('submitted', 'approved') AND NEW.media_ids <> '{}') EXECUTE FUNCTION core.guard_leaving_media();
CREATE TRIGGER leaving_media BEFORE INSERT ON core.outbox FOR EACH ROW WHEN (NEW.media_ids <> '{}') EXECUTE FUNCTION core.guard_leaving_media();

-- a clip in a post is a copy: its still hangs on what it was made from, and who looks the post over sees it
CREATE OR REPLACE FUNCTION core.may_read_media(p_media bigint) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.media WHERE id = p_media AND uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM core.media_derivative d JOIN core.media m ON m.id = d.original_id WHERE d.media_id = p_media AND m.uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM core.media_cases(p_media) c WHERE who.may_read(c))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.bulletin b WHERE b.media_ids @> ARRAY[p_media]))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.bulletin b JOIN core.media_derivative d ON b.media_ids @> ARRAY[d.original_id] WHERE d.media_id = p_media))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.media_derivative d JOIN core.media_derivative s ON s.original_id = d.original_id
                                       JOIN core.bulletin b ON b.media_ids @> ARRAY[s.media_id] WHERE d.media_id = p_media AND d.kind IN ('thumbnail', 'poster')))
$$;
CREATE OR REPLACE FUNCTION desk.media_info(p_media bigint) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.may_read_media(p_media) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    RETURN (SELECT jsonb_build_object('id', id, 'sha256', encode(sha256, 'hex'), 'bytes', bytes, 'mime', mime, 'kind', kind, 'complete', complete, 'width', width, 'height', height,
        'duration_ms', duration_ms, 'derive_state', derive_state, 'derive_error', derive_error,
        'derivatives', (SELECT coalesce(jsonb_object_agg(d.kind, jsonb_build_object('media', d.media_id, 'bytes', x.bytes, 'mime', x.mime)), '{}')
                        FROM core.media_derivative d JOIN core.media x ON x.id = d.media_id WHERE d.original_id = m.id),
        'still', (SELECT jsonb_build_object('media', d.media_id, 'bytes', x.bytes, 'mime', x.mime) FROM core.media_derivative c JOIN core.media_derivative d ON d.original_id = c.original_id
                  JOIN core.media x ON x.id = d.media_id WHERE c.media_id = m.id AND c.kind IN ('clip', 'screen') AND d.kind IN ('poster', 'thumbnail') ORDER BY d.kind LIMIT 1),
        'covered', EXISTS (SELECT FROM core.media_cover v WHERE v.copy_id = m.id), 'uncovered', core.is_uncovered(m.id))
        FROM core.media m WHERE id = p_media);
END $$;
REVOKE EXECUTE ON FUNCTION core.media_family(bigint), core.is_uncovered(bigint), core.guard_leaving_media(), desk.cover_media(bigint, bigint, int, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.cover_media(bigint, bigint, int, uuid) TO trucban_person;
