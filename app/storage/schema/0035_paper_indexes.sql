-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: at a million cases the hand-over of a shift and the rows of a register read whole tables
-- oldest-desk: 34
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

-- written in the order of time and never moved: the smallest index finds a shift in them
CREATE INDEX case_event_time ON core.case_event USING brin (at) WITH (pages_per_range = 32);
CREATE INDEX outbox_time ON core.outbox USING brin (queued_at) WITH (pages_per_range = 32);
CREATE INDEX case_duplicate_of ON core.case (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX slip_prepared ON core.slip (id) WHERE state = 'prepared';

-- what is open, promised, burning, failed, and how the machines are; the lists hold up to 500 lines each, the counts hold all
CREATE OR REPLACE FUNCTION core.handover_content(p_from core.shift, p_to core.shift) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('at', core.now(),
        'from', core.shift_answer(p_from.id) || jsonb_build_object('leader_name', (SELECT name FROM core.person WHERE id = p_from.leader_id), 'leader_rank', (SELECT rank FROM core.person WHERE id = p_from.leader_id)),
        'to', core.shift_answer(p_to.id) || jsonb_build_object('leader_name', (SELECT name FROM core.person WHERE id = p_to.leader_id), 'leader_rank', (SELECT rank FROM core.person WHERE id = p_to.leader_id)),
        'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'rank', p.rank, 'seat', z.seat, 'from', z.from_at, 'to', z.to_at) ORDER BY z.from_at, p.name), '[]')
            FROM core.shift_seat z JOIN core.person p ON p.id = z.person_id WHERE z.shift_id = p_from.id),
        'counts', (SELECT jsonb_build_object('to_take_in', count(*) FILTER (WHERE queue = 1), 'in_hand', count(*) FILTER (WHERE queue = 2), 'with_units', count(*) FILTER (WHERE queue = 3),
                'answered', count(*) FILTER (WHERE queue = 4), 'open', count(*), 'late', count(*) FILTER (WHERE due_at < core.now()), 'emergency', count(*) FILTER (WHERE urgency = 'emergency'))
            FROM core.case WHERE queue <= 4)
            || (SELECT jsonb_build_object('received', count(*)) FROM core.case WHERE opened_at >= p_from.starts_at)
            || (SELECT jsonb_build_object('forwarded', count(*)) FROM core.assignment WHERE sent_at >= p_from.starts_at)
            || (SELECT jsonb_build_object('released', count(*) FILTER (WHERE verb = 'release'), 'closed', count(*) FILTER (WHERE to_status = 'closed' AND from_status <> 'closed'),
                'handed_back', count(*) FILTER (WHERE verb = 'hand_back')) FROM core.case_event WHERE at >= p_from.starts_at),
        'burning', (SELECT coalesce(jsonb_agg(core.handover_case(c)), '[]') FROM (SELECT x.* FROM core.case x WHERE x.queue <= 4 AND (x.due_at < core.now() OR x.urgency = 'emergency')
            ORDER BY x.urgency <> 'emergency', x.due_at, x.id LIMIT 500) c),
        'open', (SELECT coalesce(jsonb_agg(core.handover_case(c)), '[]') FROM (SELECT x.* FROM core.case x WHERE x.queue <= 4 AND NOT (coalesce(x.due_at < core.now(), false) OR x.urgency = 'emergency')
            ORDER BY x.burns_at, x.id LIMIT 500) c),
        'promised', (SELECT coalesce(jsonb_agg(w.row ORDER BY w.at), '[]') FROM (
            -- words to citizens whose case goes on
            (SELECT o.queued_at AS at, jsonb_build_object('kind', 'word', 'number', c.number, 'case', c.id, 'text', left(o.text, 300), 'at', o.queued_at, 'who', p.name, 'until', c.due_at) AS row
             FROM core.outbox o JOIN core.case c ON c.id = o.case_id LEFT JOIN core.person p ON p.id = o.person_id
             WHERE o.queued_at >= p_from.starts_at AND o.human AND NOT o.final AND o.kind IN ('reply', 'comment_reply', 'private_reply') AND o.state NOT IN ('failed', 'cancelled') AND c.queue <= 4 ORDER BY o.queued_at LIMIT 500)
            UNION ALL (SELECT e.asked_at, jsonb_build_object('kind', 'extension_' || e.state, 'number', c.number, 'case', c.id, 'text', e.reason, 'at', e.asked_at, 'who', u.name, 'until', coalesce(e.granted_until, e.wanted_until))
             FROM core.extension e JOIN core.case c ON c.id = e.case_id JOIN core.assignment a ON a.id = e.assignment_id JOIN core.unit u ON u.id = a.unit_id
             WHERE c.queue <= 4 AND e.state IN ('asked', 'approved') AND coalesce(e.granted_until, e.wanted_until) > core.now() ORDER BY e.asked_at LIMIT 500)
            UNION ALL (SELECT q.asked_at, jsonb_build_object('kind', 'question_' || q.state, 'number', c.number, 'case', c.id, 'text', left(q.text, 300), 'at', q.asked_at, 'who', u.name, 'until', NULL)
             FROM core.question q JOIN core.case c ON c.id = q.case_id JOIN core.assignment a ON a.id = q.assignment_id JOIN core.unit u ON u.id = a.unit_id WHERE q.state IN ('asked', 'sent') ORDER BY q.asked_at LIMIT 500)) w),
        'failed', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'number', c.number, 'case', o.case_id, 'state', o.state, 'at', o.queued_at, 'why', o.error_word, 'text', left(o.text, 160)) ORDER BY o.queued_at), '[]')
            FROM (SELECT * FROM (SELECT x.* FROM core.outbox x WHERE x.state = 'failed' AND x.queued_at >= p_from.starts_at
                UNION ALL SELECT x.* FROM core.outbox x WHERE x.state IN ('queued', 'sending', 'uncertain') AND (x.state = 'uncertain' OR x.send_after < core.now() - interval '10 minutes')) y
                ORDER BY y.queued_at LIMIT 500) o LEFT JOIN core.case c ON c.id = o.case_id),
        'health', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', h.key, 'state', h.state, 'code', h.code, 'since', h.since) ORDER BY h.state = 'good', h.key), '[]') FROM core.health h),
        'machines', jsonb_build_object('journal_pending', (SELECT count(*) FROM core.journal WHERE state = 'pending'), 'journal_rejected', (SELECT count(*) FROM core.journal WHERE state = 'rejected' AND received_at >= p_from.starts_at),
            'outbox', (SELECT count(*) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain')), 'media', (SELECT count(*) FROM core.attachment WHERE state IN ('waiting', 'fetching'))),
        'slips', jsonb_build_object('signed', (SELECT count(*) FROM core.slip WHERE signed_at >= p_from.starts_at), 'unsigned', (SELECT count(*) FROM core.slip WHERE state = 'prepared'),
            'not_received', (SELECT count(*) FROM core.slip WHERE state = 'signed' AND received_at IS NULL AND signed_at >= p_from.starts_at)),
        'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'text', e.text, 'told', e.told, 'who', p.name) ORDER BY e.id), '[]')
            FROM core.shift_entry e JOIN core.person p ON p.id = e.person_id WHERE e.shift_id = p_from.id))
$$;
