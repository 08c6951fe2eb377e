-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first hours of a shift on the sample page: people with their own logins and nothing but the verbs of schema desk, so that the
-- screens of ./dev demo --screenshots show a desk at work. Run with psql against the stack.
\set ON_ERROR_STOP 1
\set QUIET 1
SET client_min_messages = warning;

\connect -reuse-previous=on "user=officer1 password=mau-officer1-2026"
DO $$
DECLARE
    v_step record;
    v_case bigint;
BEGIN
    FOR v_step IN SELECT * FROM (VALUES
        ('Các anh ơi ở ngã tư', 'ANTT_GAY_ROI', 'emergency', 'PC02', 'Cử lực lượng xuống hiện trường, báo kết quả ban đầu trong 30 phút.', 'Thường Tín'),
        ('Phố Nguyễn Sơn', 'ANTT_VIA_HE', 'low', 'CAP-00322', 'Kiểm tra, nhắc nhở, chụp ảnh hiện trạng sau khi xử lý.', 'Bồ Đề'),
        ('Em mất con Vision', 'TOI_PHAM_TROM_CAP', 'high', 'PC02', 'Xác minh camera, liên hệ người dân qua trang khi cần thêm thông tin.', 'Cầu Giấy'),
        ('Phường Quang Trung có nhóm', 'TOI_PHAM_CUOP_GIAT', 'medium', 'PC02', 'Nắm tình hình cổng sau trường giờ tan học.', 'Hà Đông'),
        ('Tai nạn ở chân cầu', 'ANTT_TAI_NAN', 'emergency', 'PC08', 'Đã báo 115. Phân luồng, bảo vệ hiện trường.', 'Hồng Hà'),
        ('ad oiii cho e hoi', 'GIAI_DAP_CU_TRU', 'low', '', '', 'Hoàng Mai'),
        ('Tết này có được bắn', 'GIAI_DAP', 'low', '', '', ''),
        ('CHÁY RỒI', 'ANTT_CHAY_NO', 'emergency', '', '', 'Hoàng Liệt')) x(words, category, urgency, unit, instruction, area) LOOP
        SELECT id INTO STRICT v_case FROM desk.cases WHERE starts_with(first_words, v_step.words);
        PERFORM desk.open_case(v_case);
        PERFORM desk.claim(v_case, gen_random_uuid());
        PERFORM desk.classify(v_case, (SELECT revision FROM desk.cases WHERE id = v_case), jsonb_build_object('category', v_step.category, 'urgency', v_step.urgency, 'area', (SELECT max(id) FROM desk.areas WHERE name = v_step.area)), gen_random_uuid());
        IF v_step.unit <> '' THEN
            PERFORM desk.forward(v_case, (SELECT revision FROM desk.cases WHERE id = v_case),
                jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = v_step.unit AND valid_to IS NULL), 'lead', true)), v_step.instruction, gen_random_uuid());
        END IF;
    END LOOP;
    SELECT id INTO STRICT v_case FROM desk.cases WHERE starts_with(first_words, 'Em mất con Vision');
    PERFORM desk.add_note(v_case, 'Người dân đã gửi thêm mô tả: áo khoác xám, khẩu trang, 9h47. Đã chuyển cho PC02 qua điện thoại.', gen_random_uuid());
END $$;

\connect -reuse-previous=on "user=officer2 password=mau-officer2-2026"
DO $$
DECLARE
    v_case bigint;
BEGIN
    SELECT id INTO STRICT v_case FROM desk.cases WHERE starts_with(first_words, 'Cần tiền gấp');
    PERFORM desk.claim(v_case, gen_random_uuid());
    PERFORM desk.reject(v_case, (SELECT revision FROM desk.cases WHERE id = v_case), 'Quảng cáo vay tiền, không phải phản ánh', gen_random_uuid());
    SELECT id INTO STRICT v_case FROM desk.cases WHERE starts_with(first_words, 'Sáng nay tôi đến');
    PERFORM desk.claim(v_case, gen_random_uuid());
END $$;

\connect -reuse-previous=on "user=unit1 password=mau-unit1-2026"
DO $$
DECLARE
    v_sent bigint;
BEGIN
    SELECT a.id INTO STRICT v_sent FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE starts_with(c.first_words, 'Em mất con Vision');
    PERFORM desk.confirm(v_sent, gen_random_uuid());
    PERFORM desk.answer(v_sent, 'Đã trích xuất camera, xác định được một người nghi vấn và tìm thấy chiếc xe. Mời chủ xe mang giấy tờ đến nhận.', NULL, gen_random_uuid());
    SELECT a.id INTO STRICT v_sent FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE starts_with(c.first_words, 'Các anh ơi ở ngã tư');
    PERFORM desk.confirm(v_sent, gen_random_uuid());
END $$;
\connect -reuse-previous=on "user=unit2 password=mau-unit2-2026"
DO $$
DECLARE
    v_sent bigint;
BEGIN
    SELECT a.id INTO STRICT v_sent FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE starts_with(c.first_words, 'Phố Nguyễn Sơn');
    PERFORM desk.confirm(v_sent, gen_random_uuid());
    PERFORM desk.answer(v_sent, 'Đã kiểm tra, lập biên bản 03 trường hợp và yêu cầu trả lại lối đi cho người đi bộ.', NULL, gen_random_uuid());
END $$;

\connect -reuse-previous=on "user=officer1 password=mau-officer1-2026"
DO $$
DECLARE
    v_case bigint;
    v_post bigint;
BEGIN
    SELECT id INTO STRICT v_case FROM desk.cases WHERE starts_with(first_words, 'Phố Nguyễn Sơn');
    PERFORM desk.reply(v_case, (SELECT revision FROM desk.cases WHERE id = v_case), gen_random_uuid(),
        '{"kind": "reply", "final": true, "text": "Chào anh/chị, Công an phường Bồ Đề đã kiểm tra, lập biên bản 03 trường hợp và yêu cầu trả lại vỉa hè cho người đi bộ. Cảm ơn anh/chị đã phản ánh."}');
    v_post := (desk.save_bulletin(NULL, NULL, jsonb_build_object('source', 'KET_QUA', 'case', v_case, 'post_text', E'TỪ PHẢN ÁNH CỦA NGƯỜI DÂN: TRẢ LẠI VỈA HÈ TẠI PHƯỜNG BỒ ĐỀ\n\nCông an phường Bồ Đề đã kiểm tra, lập biên bản 03 trường hợp.\n\n#CongAnHaNoi #PhanHoiNguoiDan',
        'source_text', E'# Từ phản ánh của người dân: trả lại vỉa hè tại phường Bồ Đề\n\nCông an phường Bồ Đề đã kiểm tra, lập biên bản 03 trường hợp.\n\n#CongAnHaNoi #PhanHoiNguoiDan'), gen_random_uuid()) ->> 'id')::bigint;
    PERFORM desk.submit_bulletin(v_post, (SELECT revision FROM desk.bulletins WHERE id = v_post), gen_random_uuid());
END $$;

\connect -reuse-previous=on "user=supervisor1 password=mau-supervisor1-2026"
DO $$
DECLARE
    v_post bigint := (SELECT max(id) FROM desk.bulletins);
BEGIN
    PERFORM desk.approve_bulletin(v_post, (SELECT revision FROM desk.bulletins WHERE id = v_post), gen_random_uuid());
    PERFORM desk.publish_bulletin(v_post, (SELECT revision FROM desk.bulletins WHERE id = v_post), gen_random_uuid());
END $$;

\connect -reuse-previous=on "user=officer1 password=mau-officer1-2026"
DO $$
DECLARE
    v_case bigint := (SELECT id FROM desk.cases WHERE starts_with(first_words, 'Em mất con Vision'));
    v_post bigint;
BEGIN
    v_post := (desk.save_bulletin(NULL, NULL, jsonb_build_object('source', 'KET_QUA', 'case', v_case, 'post_text', E'TRAO TRẢ XE MÁY CHO NGƯỜI BỊ MẤT TRỘM TẠI PHƯỜNG CẦU GIẤY\n\nPhòng Cảnh sát hình sự phối hợp Công an phường Cầu Giấy đã tìm thấy chiếc xe.',
        'source_text', E'# Trao trả xe máy cho người bị mất trộm tại phường Cầu Giấy\n\nPhòng Cảnh sát hình sự phối hợp Công an phường Cầu Giấy đã tìm thấy chiếc xe.\n\nTại cơ quan Công an, H.V.L. khai nhận hành vi. Liên hệ 0912 345 678, biển số 29-H1 123.45.\n\n#CongAnHaNoi #TromCapTaiSan'), gen_random_uuid()) ->> 'id')::bigint;
END $$;

-- ── units at work: a part of an answer, more time, a question to the citizen, a reminder; and a rule that was tried before it was switched on ──
\connect -reuse-previous=on "user=unit1 password=mau-unit1-2026"
DO $$
DECLARE
    v_sent bigint;
BEGIN
    SELECT a.id INTO STRICT v_sent FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE starts_with(c.first_words, 'Các anh ơi ở ngã tư');
    PERFORM desk.answer(v_sent, 'Tổ công tác đã có mặt tại hiện trường, giải tán đám đông; đang xác minh các đối tượng liên quan.', NULL, gen_random_uuid(), '{}', true);
    PERFORM desk.ask_extension(v_sent, now() + interval '12 days', 'Chờ trích xuất camera của hai nhà dân đang đi vắng', gen_random_uuid());
    SELECT a.id INTO STRICT v_sent FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE starts_with(c.first_words, 'Phường Quang Trung có nhóm');
    PERFORM desk.ask_citizen(v_sent, 'Nhóm này thường tụ tập vào giờ nào, trước cổng trường nào?', gen_random_uuid());
END $$;

\connect -reuse-previous=on "user=officer1 password=mau-officer1-2026"
DO $$
DECLARE
    v_sent bigint;
BEGIN
    SELECT a.id INTO STRICT v_sent FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE starts_with(c.first_words, 'Các anh ơi ở ngã tư');
    PERFORM desk.remind(v_sent, 'Báo chí đang hỏi, đề nghị báo kết quả trong ca.', gen_random_uuid());
END $$;

\connect -reuse-previous=on "user=supervisor1 password=mau-supervisor1-2026"
DO $$
DECLARE
    v_row jsonb := jsonb_build_object('name', 'Đua xe, nẹt pô', 'position', 1, 'conditions', '{"any_words": ["đua xe", "nẹt pô", "bốc đầu"]}'::jsonb, 'proposal',
        jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = 'PC08' AND valid_to IS NULL), 'urgency', 'high', 'amount', 4, 'unit_of_time', 'hours'));
    v_rule bigint;
BEGIN
    v_rule := (desk.save_rule(v_row, NULL, gen_random_uuid()) ->> 'id')::bigint;
    PERFORM desk.dry_run_rule(v_rule, now() - interval '30 days', now() + interval '1 minute');
    PERFORM desk.save_rule(v_row || jsonb_build_object('id', v_rule, 'enabled', true), 1, gen_random_uuid());
END $$;

-- the shift book: a shift on duty, the next one planned, slips signed, a hand-over ready for its signatures, a report of the day
\connect -reuse-previous=on "user=supervisor1 password=mau-supervisor1-2026"
SELECT desk.plan_shift(NULL, NULL, jsonb_build_object('name', 'Ca ngày', 'leader', (SELECT id FROM desk.people WHERE login = 'officer1'), 'starts_at', now(), 'ends_at', now() + interval '8 hours',
    'people', jsonb_build_array(jsonb_build_object('person', (SELECT id FROM desk.people WHERE login = 'officer2'), 'seat', 'Bàn 2'))), gen_random_uuid());
SELECT desk.plan_shift(NULL, NULL, jsonb_build_object('name', 'Ca đêm', 'leader', (SELECT id FROM desk.people WHERE login = 'supervisor1'), 'starts_at', now() + interval '8 hours', 'ends_at', now() + interval '16 hours'), gen_random_uuid());
\connect -reuse-previous=on "user=officer1 password=mau-officer1-2026"
SELECT desk.begin_shift((SELECT min(id) FROM desk.shift_book), gen_random_uuid());
SELECT desk.write_shift_book('event', 'Đường truyền chính gián đoạn 10 phút, đã chuyển sang đường dự phòng.', 'Phòng PA05', gen_random_uuid());
SELECT desk.prepare_slip(a.id, false, gen_random_uuid()) FROM desk.assignments a WHERE a.state NOT IN ('handed_back', 'handed_on', 'withdrawn') ORDER BY a.id;
\connect -reuse-previous=on "user=officer2 password=mau-officer2-2026"
SELECT desk.take_seat('Bàn 2', gen_random_uuid());
\connect -reuse-previous=on "user=supervisor1 password=mau-supervisor1-2026"
SELECT desk.write_shift_book('order', 'Tăng cường theo dõi tin về đua xe trái phép đêm nay.', 'Toàn ca', gen_random_uuid());
SELECT desk.sign_slip(s.id, s.revision, gen_random_uuid()) FROM (SELECT id, revision FROM desk.slips WHERE state = 'prepared' ORDER BY id OFFSET 1) s;
SELECT desk.make_report('daily', (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, gen_random_uuid());
\connect -reuse-previous=on "user=officer1 password=mau-officer1-2026"
SELECT desk.prepare_handover((SELECT max(id) FROM desk.shift_book), 'Còn một vụ đua xe đang xác minh.', gen_random_uuid());
