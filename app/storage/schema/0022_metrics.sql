-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: numbers that are the same on the screen, the wall, the command line and in reports: one function a metric, each number with the way to its cases
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

-- ── when a citizen was first answered: kept because no index finds the first of many messages ──
CREATE TABLE core.first_response (
    case_id bigint PRIMARY KEY REFERENCES core.case,
    at timestamptz NOT NULL,                     -- Facebook took it, or an echo's own time
    person_id bigint REFERENCES core.person      -- null: written on Facebook itself
);
CREATE INDEX first_response_at ON core.first_response (at);
ALTER TABLE core.first_response ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION core.note_first_response(p_case bigint) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_first record;
BEGIN
    SELECT x.at, x.person_id INTO v_first FROM (
        SELECT o.sent_at AS at, o.person_id FROM core.outbox o
        WHERE o.case_id = p_case AND o.human AND o.kind IN ('reply', 'comment_reply', 'private_reply') AND o.state IN ('sent', 'delivered', 'seen')
        UNION ALL SELECT m.sent_at, NULL FROM core.message m WHERE m.case_id = p_case AND m.direction = 'echo' AND m.platform_id IS NOT NULL) x
    ORDER BY x.at, x.person_id LIMIT 1;
    IF v_first.at IS NULL THEN
        DELETE FROM core.first_response WHERE case_id = p_case;
    ELSE
        INSERT INTO core.first_response AS f (case_id, at, person_id) VALUES (p_case, v_first.at, v_first.person_id)
        ON CONFLICT (case_id) DO UPDATE SET at = excluded.at, person_id = excluded.person_id WHERE (f.at, f.person_id) IS DISTINCT FROM (excluded.at, excluded.person_id);
    END IF;
END $$;
CREATE FUNCTION core.reply_went_out() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.note_first_response(NEW.case_id);
    RETURN NULL;
END $$;
CREATE TRIGGER went_out AFTER UPDATE OF state ON core.outbox FOR EACH ROW
    WHEN (NEW.case_id IS NOT NULL AND NEW.kind <> 'hide_comment' AND (NEW.state IN ('sent', 'delivered', 'seen')) <> (OLD.state IN ('sent', 'delivered', 'seen')))
    EXECUTE FUNCTION core.reply_went_out();
CREATE FUNCTION core.echo_came() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.note_first_response(CASE TG_OP WHEN 'DELETE' THEN OLD.case_id ELSE NEW.case_id END);
    RETURN NULL;
END $$;
CREATE TRIGGER echo_came AFTER INSERT ON core.message FOR EACH ROW WHEN (NEW.direction = 'echo') EXECUTE FUNCTION core.echo_came();
CREATE TRIGGER echo_changed AFTER UPDATE OF platform_id ON core.message FOR EACH ROW WHEN (NEW.direction = 'echo') EXECUTE FUNCTION core.echo_came();
CREATE TRIGGER echo_gone AFTER DELETE ON core.message FOR EACH ROW WHEN (OLD.direction = 'echo') EXECUTE FUNCTION core.echo_came();
INSERT INTO core.first_response (case_id, at, person_id)
    SELECT DISTINCT ON (x.case_id) x.case_id, x.at, x.person_id FROM (
        SELECT o.case_id, o.sent_at AS at, o.person_id FROM core.outbox o
        WHERE o.case_id IS NOT NULL AND o.human AND o.kind IN ('reply', 'comment_reply', 'private_reply') AND o.state IN ('sent', 'delivered', 'seen')
        UNION ALL SELECT m.case_id, m.sent_at, NULL FROM core.message m WHERE m.direction = 'echo' AND m.platform_id IS NOT NULL) x
    WHERE x.at IS NOT NULL ORDER BY x.case_id, x.at, x.person_id;

-- what the metrics look for
CREATE INDEX case_event_settled ON core.case_event (at) WHERE to_status IN ('released', 'published', 'closed', 'rejected', 'duplicate');
CREATE INDEX charge_judged ON core.charge (least(to_at, due_at)) WHERE due_at IS NOT NULL;
CREATE INDEX charge_ended ON core.charge (to_at) WHERE to_at IS NOT NULL;
CREATE INDEX charge_late ON core.charge (case_id) WHERE to_at > due_at;
CREATE INDEX assignment_sent ON core.assignment (sent_at);

-- ── the metrics by name: what they are called, what exactly they count, and what they may be told apart by ──
-- kind: count (n), cases (n different ones: its parts overlap), share (n, of which good), duration (n, p50, p90 in seconds), time (seconds)
CREATE TABLE core.metric (
    name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z_]*$'),
    position int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('count', 'cases', 'share', 'duration', 'time')),
    label text NOT NULL,
    label_en text NOT NULL,
    definition text NOT NULL,
    definition_en text NOT NULL,
    splits text[] NOT NULL,                -- what `by` may be
    by_default text,
    live boolean NOT NULL DEFAULT false,   -- as it is now: the period plays no part
    parts jsonb NOT NULL DEFAULT '{}'      -- {code: [Vietnamese, English]}
);
ALTER TABLE core.metric ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.metric FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
GRANT SELECT ON core.metric TO trucban_person;
CREATE VIEW desk.metrics WITH (security_invoker) AS
    SELECT name, position, kind, label, label_en, definition, definition_en, splits, by_default, live, parts FROM core.metric;
GRANT SELECT ON desk.metrics TO trucban_person;
INSERT INTO core.metric (name, position, kind, label, label_en, definition, definition_en, splits, by_default, live, parts) VALUES
    ('load', 1, 'count', 'Vụ việc đang mở', 'Open cases',
     'Các vụ việc đang mở ngay lúc đọc, theo hàng đợi; trễ khi hạn của giai đoạn hoặc thời hạn trả lời của Facebook đã qua. Vụ việc mở lại được tính là đang mở. Đơn vị là đơn vị chủ trì, cán bộ là người đang giữ.',
     'Cases open at the moment of reading, by queue; late when the time of their stage or Facebook''s window for an answer has run out. A reopened case is open. The unit is the lead, the officer is the one who holds it.',
     '{unit,category,officer,area}', NULL, true,
     '{"new": ["Chờ nhận", "To take in"], "in_hand": ["Đang xử lý", "In hand"], "waiting": ["Ở đơn vị", "With units"], "answered": ["Chờ trả lời", "Answered by units"]}'),
    ('unclaimed', 2, 'count', 'Chưa ai nhận', 'Unclaimed',
     'Các vụ việc ngay lúc đọc ở trạng thái mới, mở lại hoặc bị trả lại mà không cán bộ nào giữ; trễ như ở mục vụ việc đang mở.',
     'Cases that are new, reopened or handed back at the moment of reading and held by no officer; late as with open cases.',
     '{category,area}', NULL, true, '{}'),
    ('intake', 3, 'count', 'Vụ việc tiếp nhận', 'Cases received',
     'Các vụ việc có tin nhắn đầu tiên trong kỳ, theo giờ của Facebook. Vụ việc mở lại không tính thêm lần nữa. Danh mục, địa bàn và đơn vị chủ trì như hiện nay; ca trực là ca đang trực lúc tin nhắn đến.',
     'Cases whose first message came in the period, by Facebook''s time. A reopened case is not counted again. Category, area and lead unit are those of now; the shift is the one on duty when the message came.',
     '{unit,category,shift,area,hour}', NULL, false, '{}'),
    ('first_response', 4, 'duration', 'Thời gian trả lời đầu tiên', 'First response',
     'Từ tin nhắn đầu tiên của người dân (giờ Facebook) đến lúc Facebook nhận câu trả lời đầu tiên do người viết, kể cả viết thẳng trên Facebook; tính vào kỳ có câu trả lời. Mỗi vụ việc một lần, mở lại không tính lại; tin gửi lỗi hoặc tự động không tính; vụ việc do trang bắt đầu không tính. Cán bộ là người viết.',
     'From the citizen''s first message (Facebook''s time) until Facebook took the first answer written by a person, also one written on Facebook itself; counted in the period of the answer. Once a case, also when reopened; failed and automatic messages and cases begun by the page do not count. The officer is the one who wrote it.',
     '{unit,category,officer,shift,area,hour}', NULL, false, '{}'),
    ('resolution', 5, 'duration', 'Thời gian giải quyết', 'Resolution',
     'Từ tin nhắn đầu tiên (giờ Facebook), hoặc từ lúc mở lại, đến bước kết thúc trong kỳ: trả lời người dân, đăng, đóng, không xử lý hoặc ghép trùng, bước nào đến trước. Mỗi lần mở lại được tính một lần mới; câu trả lời gửi lỗi hoặc bị huỷ thì chưa kết thúc. Cán bộ là người làm bước đó; đơn vị là đơn vị chủ trì.',
     'From the first message (Facebook''s time), or from the reopening, to the step in the period that settled it: released to the citizen, published, closed, rejected or marked as duplicate, whichever came first. Each reopening counts anew; a release that failed or was cancelled settled nothing. The officer is the one who took that step; the unit is the lead.',
     '{unit,category,officer,shift,area,hour}', NULL, false,
     '{"released": ["Đã trả lời người dân", "Released to the citizen"], "published": ["Đã đăng", "Published"], "closed": ["Đã đóng", "Closed"], "rejected": ["Không xử lý", "Rejected"], "duplicate": ["Ghép trùng", "Duplicate"]}'),
    ('on_time', 6, 'share', 'Tỷ lệ đúng hạn', 'On time',
     'Các giai đoạn có hạn được xét trong kỳ: vào lúc kết thúc nếu xong trước hạn (đúng hạn), vào lúc hết hạn nếu không (trễ), dù sau đó có xong hay không; mỗi lần giữ một lần xét, hạn như hiện nay sau gia hạn. Tính cho người giữ: ca trực hoặc đơn vị và chỉ huy trực lúc đó; thời gian chờ người dân không tính. Mở lại là lần giữ mới.',
     'Stages with a limit that were judged in the period: when they ended if before the limit (on time), when the limit passed if not (late), whether or not they ended later; each holding once, limits as they stand after extensions. Charged to the holder: the desk''s shift, or the unit and its head on duty then; waiting for the citizen does not count. A reopened case is held anew.',
     '{unit,head,category,shift,area,hour}', NULL, false,
     '{"take_in": ["Nhận tin", "Take in"], "classify": ["Phân loại", "Classify"], "forward": ["Chuyển đơn vị", "Forward"], "confirm": ["Đơn vị xác nhận", "Unit confirms"], "answer": ["Đơn vị trả lời", "Unit answers"], "review": ["Duyệt kết quả", "Review"], "reply": ["Trả lời người dân", "Reply"], "publish": ["Đăng kết quả", "Publish"]}'),
    ('charged_time', 7, 'time', 'Thời gian nắm giữ', 'Charged time',
     'Số giây trong kỳ mà mỗi bên giữ vụ việc, theo sổ ghi trách nhiệm: mỗi giây của một vụ việc tính cho đúng một bên; kỳ cắt ở hai đầu, vụ việc đang giữ tính đến lúc đọc. Chia theo ca trực cho phần của trung tâm, theo chỉ huy trực cho phần của đơn vị.',
     'Seconds of the period during which each held a case, from the ledger of charges: each second of a case belongs to exactly one holder; cut at both ends of the period, what is still held runs to the moment of reading. Split by shift for the desk''s part and by head on duty for the units'' part.',
     '{unit,head,category,shift,area}', NULL, false,
     '{"desk": ["Trung tâm", "Duty desk"], "unit": ["Đơn vị", "Units"], "citizen": ["Chờ người dân", "Waiting for the citizen"], "channel": ["Trên đường từ Facebook", "On the way from Facebook"]}'),
    ('misrouted', 8, 'share', 'Tỷ lệ chuyển đúng', 'Routed right',
     'Các lần trung tâm chuyển đơn vị trong kỳ, kể cả đơn vị phối hợp; sai khi đơn vị trả lại với lý do tính cho việc chuyển sai, hoặc chuyển tiếp cho đơn vị khác. Lần chuyển tiếp của đơn vị không tính là lần chuyển mới. Cán bộ là người chuyển, đơn vị là nơi được chuyển.',
     'Forwards by the desk in the period, co-handling units too; wrong when the unit handed it back for a reason that counts against the routing, or handed it on. A unit''s handing on is no new forward. The officer is the one who forwarded, the unit the one it went to.',
     '{unit,category,officer,shift,area}', NULL, false, '{}'),
    ('media_mix', 9, 'cases', 'Loại tài liệu gửi đến', 'What citizens send',
     'Các vụ việc tiếp nhận trong kỳ (giờ Facebook) theo loại tệp đã nhận qua Facebook cho đến nay; một vụ việc tính ở mỗi loại nó có, không có tệp nào thì là chỉ có chữ. Hình dán tính là hình ảnh.',
     'Cases received in the period (Facebook''s time) by the kinds of files that came with them through Facebook so far; a case counts under each kind it has, under words only when it has none. Stickers count as pictures.',
     '{unit,category,shift,area,hour}', NULL, false,
     '{"text": ["Chỉ có chữ", "Words only"], "image": ["Hình ảnh", "Pictures"], "video": ["Đoạn phim", "Clips"], "audio": ["Ghi âm", "Recordings"], "file": ["Tệp khác", "Other files"]}'),
    ('intake_by_hour_weekday', 10, 'count', 'Tiếp nhận theo giờ và thứ', 'Received by hour and weekday',
     'Các vụ việc tiếp nhận trong kỳ theo thứ (1: thứ Hai … 7: Chủ nhật) và giờ Hà Nội của tin nhắn đầu tiên theo Facebook; mở lại không tính thêm.',
     'Cases received in the period by weekday (1: Monday … 7: Sunday) and hour in Hanoi of their first message by Facebook''s time; reopening adds nothing.',
     '{unit,category,area}', NULL, false, '{}'),
    ('by_area', 11, 'share', 'Vụ việc theo địa bàn', 'Cases by area',
     'Các vụ việc tiếp nhận trong kỳ (giờ Facebook) theo địa bàn được phân loại; trễ khi có ít nhất một giai đoạn đã quá hạn, do bất kỳ bên nào giữ, kể cả đang quá hạn. Mở lại không tính thêm.',
     'Cases received in the period (Facebook''s time) by the area they are classified to; late when at least one stage ran over its limit, whoever held it, or is over it now. Reopening adds nothing.',
     '{area,unit,category,shift,hour}', 'area', false, '{}'),
    ('released', 12, 'count', 'Đã trả lời người dân', 'Released to citizens',
     'Các lần gửi câu trả lời kết thúc cho người dân trong kỳ, theo giờ của trung tâm; mở lại rồi trả lời lần nữa thì tính lần nữa; gửi lỗi hoặc bị huỷ không tính. Cán bộ là người gửi.',
     'Final answers given to citizens in the period, by the desk''s time; a case reopened and released again counts again; what failed or was cancelled does not. The officer is the one who released it.',
     '{unit,category,officer,shift,area,hour}', NULL, false, '{}'),
    ('published', 13, 'count', 'Bài đã đăng', 'Posts published',
     'Các bài đã lên trang trong kỳ, kể cả bài gỡ xuống sau đó; bài kết quả của vụ việc và tin từ nguồn chính thống. Cán bộ là người viết.',
     'Posts that went out in the period, also those withdrawn later; results of cases, and news from official sources. The officer is the author.',
     '{unit,category,officer,shift,area,hour}', NULL, false,
     '{"result": ["Kết quả vụ việc", "Results of cases"], "news": ["Tin từ nguồn chính thống", "News from official sources"]}'),
    ('escalations', 14, 'count', 'Báo vượt cấp', 'Escalations',
     'Các bậc báo đã được leo trong kỳ theo đồng hồ của máy chủ, mỗi lần giữ mỗi bậc một lần; bậc bị bậc cao hơn cùng lúc thay thế thì không tính. Đơn vị là bên giữ lúc đó.',
     'Rungs of the ladder climbed in the period, by the server''s clock, each once a holding; one replaced by a higher rung in the same moment does not count. The unit is the holder then.',
     '{unit,category,shift,area,hour}', NULL, false,
     '{"50": ["50 % thời hạn", "50 % of the time"], "80": ["80 % thời hạn", "80 % of the time"], "100": ["Hết hạn", "Time is out"], "after_24h": ["Quá hạn 24 giờ", "24 hours over"]}');

-- ── one function a metric. Executable by nobody: desk.metric asks who it is and then reads through them. They have no settings of their own, so that the
-- planner looks inside (every name is spelled with its schema); at: the moment it counts at; part: what it splits into; good: null where there is no good or bad ──
CREATE SCHEMA metric AUTHORIZATION trucban_owner;
CREATE TYPE metric.fact AS (case_id bigint, at timestamptz, part text, category_id bigint, unit_id bigint, area_id bigint, person_id bigint, seconds float8, good boolean);
CREATE FUNCTION metric.load(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, n.now, CASE c.queue WHEN 1 THEN 'new' WHEN 2 THEN 'in_hand' WHEN 3 THEN 'waiting' ELSE 'answered' END, c.category_id, c.lead_unit_id, c.area_id, c.holder_id, NULL::float8, c.burns_at >= n.now
    FROM (SELECT core.now() AS now OFFSET 0) n, core.case c WHERE c.queue <= 4
$$;
CREATE FUNCTION metric.unclaimed(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, n.now, ''::text, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, c.burns_at >= n.now
    FROM (SELECT core.now() AS now OFFSET 0) n, core.case c WHERE c.queue = 1 AND c.holder_id IS NULL
$$;
CREATE FUNCTION metric.intake(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, c.opened_at, ''::text, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.case c WHERE c.opened_at >= p_from AND c.opened_at < p_to
$$;
CREATE FUNCTION metric.first_response(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, f.at, ''::text, c.category_id, c.lead_unit_id, c.area_id, f.person_id, extract(epoch FROM f.at - c.opened_at)::float8, NULL::boolean
    FROM core.first_response f JOIN core.case c ON c.id = f.case_id WHERE f.at >= p_from AND f.at < p_to AND f.at > c.opened_at
$$;
CREATE FUNCTION metric.resolution(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, e.at, e.to_status, c.category_id, c.lead_unit_id, c.area_id, e.person_id,
        extract(epoch FROM e.at - coalesce((SELECT max(r.at) FROM core.case_event r WHERE r.case_id = e.case_id AND r.id < e.id AND r.to_status = 'reopened' AND r.from_status <> 'reopened'), c.opened_at))::float8, NULL::boolean
    FROM core.case_event e JOIN core.case c ON c.id = e.case_id
    WHERE e.at >= p_from AND e.at < p_to AND e.to_status IN ('released', 'published', 'closed', 'rejected', 'duplicate')
      AND (e.from_status IS NULL OR e.from_status NOT IN ('released', 'published', 'closed', 'rejected', 'duplicate'))
      AND coalesce((SELECT n.verb NOT IN ('send_failed', 'cancel_send') FROM core.case_event n WHERE n.case_id = e.case_id AND n.id > e.id
                    AND n.from_status IN ('released', 'published', 'closed', 'rejected', 'duplicate') AND n.to_status NOT IN ('released', 'published', 'closed', 'rejected', 'duplicate')
                    ORDER BY n.id LIMIT 1), true)
$$;
CREATE FUNCTION metric.on_time(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT g.case_id, least(g.to_at, g.due_at), g.stage, c.category_id, g.unit_id, c.area_id, NULL::bigint, NULL::float8, g.to_at IS NOT NULL AND g.to_at <= g.due_at
    FROM (SELECT core.now() AS now OFFSET 0) n, core.charge g JOIN core.case c ON c.id = g.case_id
    WHERE g.due_at IS NOT NULL AND g.holder IN ('desk', 'unit') AND least(g.to_at, g.due_at) >= p_from AND least(g.to_at, g.due_at) < p_to AND (g.to_at IS NOT NULL OR g.due_at < n.now)
$$;
-- whole seconds of the clock, as in the ledger: what is cut adds up again
CREATE FUNCTION metric.charged_time(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT g.case_id, greatest(g.from_at, p_from), g.holder, c.category_id, g.unit_id, c.area_id, NULL::bigint,
        (floor(extract(epoch FROM least(coalesce(g.to_at, n.now), p_to))) - floor(extract(epoch FROM greatest(g.from_at, p_from))))::float8, NULL::boolean
    FROM (SELECT core.now() AS now OFFSET 0) n,
        (SELECT x.case_id, x.holder, x.unit_id, x.from_at, x.to_at FROM core.charge x WHERE x.to_at > p_from AND x.from_at < p_to
         UNION ALL SELECT x.case_id, x.holder, x.unit_id, x.from_at, x.to_at FROM core.charge x WHERE x.to_at IS NULL AND x.from_at < p_to) g
        JOIN core.case c ON c.id = g.case_id
    WHERE least(coalesce(g.to_at, n.now), p_to) > greatest(g.from_at, p_from)
$$;
CREATE FUNCTION metric.misrouted(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT a.case_id, a.sent_at, ''::text, c.category_id, a.unit_id, c.area_id, a.sent_by, NULL::float8,
        NOT (a.state = 'handed_on' OR (a.state = 'handed_back' AND coalesce(r.misrouted, false)))
    FROM core.assignment a JOIN core.case c ON c.id = a.case_id LEFT JOIN core.reason r ON r.code = a.reason_code
    WHERE a.sent_at >= p_from AND a.sent_at < p_to AND a.handed_on_from IS NULL
$$;
CREATE FUNCTION metric.media_mix(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, c.opened_at, k.kind, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.case c CROSS JOIN LATERAL (VALUES ('image'::text, c.images), ('video', c.videos), ('audio', c.audios), ('file', c.files), ('text', (c.images + c.videos + c.audios + c.files = 0)::int)) k(kind, n)
    WHERE c.opened_at >= p_from AND c.opened_at < p_to AND k.n > 0
$$;
CREATE FUNCTION metric.intake_by_hour_weekday(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, c.opened_at, to_char(c.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'ID-HH24'), c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.case c WHERE c.opened_at >= p_from AND c.opened_at < p_to
$$;
CREATE FUNCTION metric.by_area(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, c.opened_at, ''::text, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8,
        coalesce(o.due_at >= n.now, true) AND NOT EXISTS (SELECT FROM core.charge g WHERE g.case_id = c.id AND g.to_at > g.due_at)
    FROM (SELECT core.now() AS now OFFSET 0) n, core.case c LEFT JOIN core.charge o ON o.case_id = c.id AND o.to_at IS NULL
    WHERE c.opened_at >= p_from AND c.opened_at < p_to
$$;
CREATE FUNCTION metric.released(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, e.at, ''::text, c.category_id, c.lead_unit_id, c.area_id, e.person_id, NULL::float8, NULL::boolean
    FROM core.case_event e JOIN core.case c ON c.id = e.case_id
    WHERE e.at >= p_from AND e.at < p_to AND e.to_status = 'released' AND e.to_status IN ('released', 'published', 'closed', 'rejected', 'duplicate') AND e.from_status IS DISTINCT FROM 'released'
      AND coalesce((SELECT n.verb NOT IN ('send_failed', 'cancel_send') FROM core.case_event n WHERE n.case_id = e.case_id AND n.id > e.id AND n.from_status = 'released' AND n.to_status <> 'released' ORDER BY n.id LIMIT 1), true)
$$;
CREATE FUNCTION metric.published(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT b.case_id, b.published_at, CASE WHEN b.case_id IS NULL THEN 'news' ELSE 'result' END, c.category_id, c.lead_unit_id, c.area_id, b.author_id, NULL::float8, NULL::boolean
    FROM core.bulletin b LEFT JOIN core.case c ON c.id = b.case_id WHERE b.published_at >= p_from AND b.published_at < p_to
$$;
CREATE FUNCTION metric.escalations(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT e.case_id, e.at, e.rung, c.category_id, g.unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.escalation e JOIN core.charge g ON g.id = e.charge_id JOIN core.case c ON c.id = e.case_id WHERE e.at >= p_from AND e.at < p_to AND NOT e.superseded
$$;

-- who was on duty from when until when, one at a time and without gaps (key '': nobody): of two that overlap the one that began later; as core.charge_pieces
CREATE FUNCTION metric.shift_spans(p_from timestamptz, p_to timestamptz) RETURNS TABLE (from_at timestamptz, to_at timestamptz, key text) LANGUAGE sql STABLE AS $$
    WITH s AS MATERIALIZED (
        SELECT x.id, x.starts_at, coalesce(x.ended_at, CASE x.state WHEN 'on_duty' THEN 'infinity' ELSE x.ends_at END) AS until FROM core.shift x
        WHERE x.state <> 'planned' AND x.starts_at < p_to AND coalesce(x.ended_at, CASE x.state WHEN 'on_duty' THEN 'infinity' ELSE x.ends_at END) > p_from),
    cuts AS (SELECT p_from AS cut UNION SELECT s.starts_at FROM s WHERE s.starts_at > p_from UNION SELECT s.until FROM s WHERE s.until < p_to),
    spans AS (SELECT c.cut AS from_at, lead(c.cut, 1, p_to) OVER (ORDER BY c.cut) AS to_at FROM cuts c)
    SELECT w.from_at, w.to_at, coalesce((SELECT s.id::text FROM s WHERE s.starts_at <= w.from_at AND s.until > w.from_at ORDER BY s.starts_at DESC, s.id DESC LIMIT 1), '') FROM spans w
$$;
CREATE FUNCTION metric.head_spans(p_from timestamptz, p_to timestamptz) RETURNS TABLE (unit_id bigint, from_at timestamptz, to_at timestamptz, key text) LANGUAGE sql STABLE AS $$
    WITH h AS MATERIALIZED (SELECT x.id, x.unit_id, x.from_at, coalesce(x.to_at, 'infinity') AS until FROM core.unit_head x WHERE x.from_at < p_to AND coalesce(x.to_at, 'infinity') > p_from),
    cuts AS (SELECT u.id AS unit_id, p_from AS cut FROM core.unit u UNION SELECT h.unit_id, h.from_at FROM h WHERE h.from_at > p_from UNION SELECT h.unit_id, h.until FROM h WHERE h.until < p_to),
    spans AS (SELECT c.unit_id, c.cut AS from_at, lead(c.cut, 1, p_to) OVER (PARTITION BY c.unit_id ORDER BY c.cut) AS to_at FROM cuts c)
    SELECT w.unit_id, w.from_at, w.to_at,
        coalesce((SELECT h.id::text FROM h WHERE h.unit_id = w.unit_id AND h.from_at <= w.from_at AND h.until > w.from_at ORDER BY h.from_at DESC, h.id DESC LIMIT 1), '') FROM spans w
$$;
-- The query whose rows are the facts of a metric with their key: $1 from, $2 to. Time that somebody held is cut where a shift or a head changed.
CREATE FUNCTION metric.source(p_metric core.metric, p_by text) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_point text := $q$SELECT f.case_id, f.at, f.part, f.seconds, f.good, %s AS key FROM metric.%I($1, $2) f %s$q$;
    v_cut text := $q$SELECT f.case_id, greatest(f.at, d.from_at) AS at, f.part, CASE WHEN d.key IS NULL THEN f.seconds ELSE
            (floor(extract(epoch FROM least(f.until, d.to_at))) - floor(extract(epoch FROM greatest(f.at, d.from_at))))::float8 END AS seconds, f.good, coalesce(d.key, '') AS key
        FROM (SELECT x.*, to_timestamp(floor(extract(epoch FROM x.at)) + x.seconds) AS until FROM metric.%I($1, $2) x) f LEFT JOIN %s AND d.from_at < f.until AND d.to_at > f.at$q$;
BEGIN
    IF p_metric.kind = 'time' AND p_by IN ('shift', 'head') THEN
        RETURN format(v_cut, p_metric.name, CASE p_by WHEN 'shift' THEN $q$metric.shift_spans($1, $2) d ON f.part = 'desk'$q$ ELSE 'metric.head_spans($1, $2) d ON d.unit_id = f.unit_id' END);
    END IF;
    RETURN CASE coalesce(p_by, p_metric.by_default, '')
        WHEN 'unit' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.unit d ON d.id = f.unit_id')
        WHEN 'category' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.category d ON d.id = f.category_id')
        WHEN 'area' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.area d ON d.id = f.area_id')
        WHEN 'officer' THEN format(v_point, $q$coalesce(d.login, '')$q$, p_metric.name, 'LEFT JOIN core.person d ON d.id = f.person_id')
        WHEN 'hour' THEN format(v_point, $q$to_char(f.at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24')$q$, p_metric.name, '')
        WHEN 'shift' THEN format(v_point, $q$coalesce((SELECT s.id::text FROM core.shift s WHERE s.state <> 'planned' AND s.starts_at <= f.at
            AND coalesce(s.ended_at, CASE s.state WHEN 'on_duty' THEN 'infinity' ELSE s.ends_at END) > f.at ORDER BY s.starts_at DESC, s.id DESC LIMIT 1), '')$q$, p_metric.name, '')
        WHEN 'head' THEN format(v_point, $q$coalesce(d.key, '')$q$, p_metric.name, 'LEFT JOIN metric.head_spans($1, $2) d ON d.unit_id = f.unit_id AND d.from_at <= f.at AND d.to_at > f.at')
        ELSE format(v_point, $q$''::text$q$, p_metric.name, '') END;
END $$;
-- checked: who asks, the metric, that it can be told apart so, and that the period has a beginning and an end
CREATE FUNCTION metric.wanted(p_name text, p_from timestamptz, p_to timestamptz, p_by text) RETURNS core.metric LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_metric core.metric;
BEGIN
    IF NOT who.is_staff() THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('role', who.role()));
    END IF;
    SELECT * INTO v_metric FROM core.metric WHERE name = p_name;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'metric_unknown', jsonb_build_object('metric', p_name, 'there_are', (SELECT jsonb_agg(m.name ORDER BY m.position) FROM core.metric m)));
    END IF;
    IF NOT v_metric.live AND (p_from >= p_to OR NOT coalesce(isfinite(p_from) AND isfinite(p_to), false)) THEN
        PERFORM core.fail('TB422', 'period_invalid', jsonb_build_object('from', p_from, 'to', p_to));
    END IF;
    IF p_by IS NOT NULL AND NOT p_by = ANY (v_metric.splits) THEN
        PERFORM core.fail('TB422', 'by_not_possible', jsonb_build_object('metric', p_name, 'by', p_by, 'possible', v_metric.splits));
    END IF;
    RETURN v_metric;
END $$;
-- the names of keys, in both languages
CREATE FUNCTION metric.key_names(p_by text, p_keys text[]) RETURNS TABLE (key text, name text, name_en text) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE p_by
    WHEN 'unit' THEN RETURN QUERY SELECT DISTINCT ON (u.code) u.code, u.name, u.name_en FROM core.unit u WHERE u.code = ANY (p_keys) ORDER BY u.code, u.valid_from DESC;
    WHEN 'category' THEN RETURN QUERY SELECT c.code, c.name, c.name_en FROM core.category c WHERE c.code = ANY (p_keys);
    WHEN 'area' THEN RETURN QUERY SELECT DISTINCT ON (a.code) a.code, a.name, ''::text FROM core.area a WHERE a.code = ANY (p_keys) ORDER BY a.code, a.valid_from DESC;
    WHEN 'officer' THEN RETURN QUERY SELECT p.login, p.name, ''::text FROM core.person p WHERE p.login = ANY (p_keys);
    WHEN 'shift' THEN RETURN QUERY SELECT s.id::text, s.name, ''::text FROM core.shift s WHERE s.id::text = ANY (p_keys);
    WHEN 'head' THEN RETURN QUERY SELECT h.id::text, concat_ws(' ', nullif(h.rank, ''), h.name) || ', ' || u.name, concat_ws(' ', nullif(h.rank, ''), h.name) || ', ' || coalesce(nullif(u.name_en, ''), u.name)
        FROM core.unit_head h JOIN core.unit u ON u.id = h.unit_id WHERE h.id::text = ANY (p_keys);
    ELSE RETURN;
    END CASE;
END $$;
-- rows of a metric: one for each key with all its parts together (no part), and one for each part that there is. Percentiles are of the nearest rank.
CREATE FUNCTION metric.rows(p_metric core.metric, p_from timestamptz, p_to timestamptz, p_by text) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_by text := coalesce(p_by, p_metric.by_default);
    v_parts boolean := p_metric.parts <> '{}' OR p_metric.name = 'intake_by_hour_weekday';
    v_values text := CASE p_metric.kind
        WHEN 'count' THEN $q$jsonb_build_object('n', count(*)) || CASE WHEN bool_or(f.good IS NOT NULL) THEN jsonb_build_object('late', count(*) FILTER (WHERE NOT f.good)) ELSE '{}' END$q$
        WHEN 'cases' THEN $q$jsonb_build_object('n', count(DISTINCT f.case_id))$q$
        WHEN 'share' THEN $q$jsonb_build_object('n', count(*), 'good', count(*) FILTER (WHERE f.good), 'late', count(*) FILTER (WHERE NOT f.good), 'share', round(count(*) FILTER (WHERE f.good)::numeric / count(*), 4))$q$
        WHEN 'duration' THEN $q$jsonb_build_object('n', count(*), 'p50', round((percentile_disc(0.5) WITHIN GROUP (ORDER BY f.seconds))::numeric, 3), 'p90', round((percentile_disc(0.9) WITHIN GROUP (ORDER BY f.seconds))::numeric, 3))$q$
        ELSE $q$jsonb_build_object('seconds', sum(f.seconds)::bigint, 'n', count(DISTINCT f.case_id))$q$ END;
    v_order text := CASE WHEN v_by = 'hour' OR v_by IS NULL THEN 'r.key, r.part NULLS FIRST' WHEN p_metric.kind = 'time' THEN '(r.v ->> ''seconds'')::bigint DESC, r.key, r.part NULLS FIRST'
        ELSE '(r.v ->> ''n'')::bigint DESC, r.key, r.part NULLS FIRST' END;
    v_answer jsonb;
BEGIN
    EXECUTE format($q$
        WITH r AS MATERIALIZED (SELECT f.key, %s AS part, %s AS v FROM (%s) f GROUP BY %s),
        names AS (SELECT k.* FROM metric.key_names($4, (SELECT array_agg(DISTINCT r.key) FROM r)) k)
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', r.key, 'name', coalesce(n.name, ''), 'name_en', coalesce(nullif(n.name_en, ''), n.name, ''), 'part', r.part,
            'part_name', $3 -> r.part ->> 0, 'part_name_en', $3 -> r.part ->> 1)) || r.v
            || jsonb_build_object('filter', jsonb_build_object('metric', $5::text, 'from', $1, 'to', $2, 'by', $4, 'key', r.key, 'part', r.part)) ORDER BY %s), '[]')
        FROM r LEFT JOIN names n ON n.key = r.key$q$,
        CASE WHEN v_parts THEN 'CASE WHEN grouping(f.part) = 0 THEN f.part END' ELSE 'NULL::text' END, v_values, metric.source(p_metric, p_by),
        CASE WHEN v_parts THEN 'GROUPING SETS ((f.key), (f.key, f.part))' ELSE 'f.key' END, v_order)
    INTO v_answer USING p_from, p_to, p_metric.parts, v_by, p_metric.name;
    RETURN v_answer;
END $$;

-- ── for staff: a metric with its definition; several in one reading; the cases behind a number ──
-- {metric, label, label_en, definition, definition_vi, kind, unit, live, from, to, by, rows: [{key, name, name_en, part, part_name, part_name_en, n …, filter}]}
-- n: how many; of count late (where there is late), of share good late share, of duration p50 p90 (seconds), of time seconds (n: cases)
CREATE FUNCTION desk.metric(p_name text, p_from timestamptz, p_to timestamptz, p_by text DEFAULT NULL) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_metric core.metric := metric.wanted(p_name, p_from, p_to, p_by);
BEGIN
    RETURN jsonb_build_object('metric', v_metric.name, 'label', v_metric.label, 'label_en', v_metric.label_en, 'definition', v_metric.definition_en, 'definition_vi', v_metric.definition,
        'kind', v_metric.kind, 'unit', CASE v_metric.kind WHEN 'count' THEN 'cases' WHEN 'cases' THEN 'cases' WHEN 'share' THEN 'share' ELSE 'seconds' END, 'live', v_metric.live,
        'from', CASE WHEN NOT v_metric.live THEN p_from END, 'to', CASE WHEN NOT v_metric.live THEN p_to END, 'by', coalesce(p_by, v_metric.by_default),
        'rows', metric.rows(v_metric, p_from, p_to, p_by));
END $$;
-- [{metric, from, to, by, as}] → {as: as desk.metric answers}
CREATE FUNCTION desk.metric_set(p_wanted jsonb) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(jsonb_object_agg(coalesce(w ->> 'as', w ->> 'metric'), desk.metric(w ->> 'metric', (w ->> 'from')::timestamptz, (w ->> 'to')::timestamptz, w ->> 'by')), '{}')
    FROM jsonb_array_elements(p_wanted) w
$$;
-- which cases stand behind a number, newest first
CREATE FUNCTION metric.behind(p_metric core.metric, p_from timestamptz, p_to timestamptz, p_by text, p_key text, p_after bigint, p_limit int, p_part text, p_late boolean)
RETURNS TABLE (case_id bigint, at timestamptz, seconds float8, late boolean, times int) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY EXECUTE format($q$
        SELECT f.case_id, max(f.at), %s, bool_or(NOT f.good), count(*)::int FROM (%s) f
        WHERE f.case_id IS NOT NULL AND ($3 IS NULL OR f.key = $3) AND ($4 IS NULL OR f.part = $4) AND ($5 IS NULL OR f.case_id < $5) AND ($7 IS NULL OR f.good <> $7)
        GROUP BY f.case_id ORDER BY f.case_id DESC LIMIT $6$q$, CASE p_metric.kind WHEN 'time' THEN 'sum(f.seconds)' ELSE 'max(f.seconds)' END, metric.source(p_metric, p_by))
    USING p_from, p_to, p_key, p_part, p_after, least(coalesce(p_limit, 50), 500), p_late;
END $$;
-- The cases behind a number, newest first; p_after: the last id of the page before. The arguments are what stands in the row's filter; p_late: only those that were late, or in time.
CREATE FUNCTION desk.cases_behind(p_metric text, p_from timestamptz, p_to timestamptz, p_by text, p_key text, p_after bigint DEFAULT NULL, p_limit int DEFAULT 50, p_part text DEFAULT NULL, p_late boolean DEFAULT NULL)
RETURNS TABLE (id bigint, number text, status text, queue smallint, urgency text, category text, category_name text, category_name_en text, unit text, unit_name text, unit_name_en text, area text,
    holder_name text, opened_at timestamptz, burns_at timestamptz, burns_clock text, first_words text, at timestamptz, seconds float8, late boolean, times int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT c.id, c.number, c.status, c.queue, c.urgency, g.code, g.name, g.name_en, u.code, u.name, u.name_en, a.name, h.name, c.opened_at, c.burns_at, c.burns_clock, c.first_words,
        b.at, b.seconds, b.late, b.times
    FROM metric.behind(metric.wanted(p_metric, p_from, p_to, p_by), p_from, p_to, p_by, p_key, p_after, p_limit, p_part, p_late) b
    JOIN core.case c ON c.id = b.case_id LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.unit u ON u.id = c.lead_unit_id LEFT JOIN core.area a ON a.id = c.area_id
    LEFT JOIN core.person h ON h.id = c.holder_id ORDER BY c.id DESC;
END $$;
GRANT EXECUTE ON FUNCTION desk.metric(text, timestamptz, timestamptz, text), desk.metric_set(jsonb), desk.cases_behind(text, timestamptz, timestamptz, text, text, bigint, int, text, boolean) TO trucban_person;
