-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the shift before left: who heads the units, and two cases forwarded hours ago of which a unit has not been heard yet. People with their
-- own logins and nothing but the verbs of schema desk. Run with psql against the stack while its clock stands back.
\set ON_ERROR_STOP 1
\set QUIET 1
SET client_min_messages = warning;

\connect -reuse-previous=on "user=supervisor1 password=mau-supervisor1-2026"
SELECT desk.save_unit_head(jsonb_build_object('unit', unit, 'name', name, 'rank', rank, 'post', post, 'from', '2026-01-01T00:00:00+07:00'), NULL, gen_random_uuid())
FROM (VALUES ('PC02', 'Trần Quang Minh', 'Thượng tá', 'Trưởng phòng'), ('PC08', 'Lê Văn Hòa', 'Đại tá', 'Trưởng phòng'), ('PA05', 'Nguyễn Thị Thu', 'Trung tá', 'Phó trưởng phòng trực chỉ huy'),
    ('CAP-00322', 'Phạm Đức Long', 'Thiếu tá', 'Trưởng Công an phường')) h(unit, name, rank, post);

\connect -reuse-previous=on "user=officer1 password=mau-officer1-2026"
DO $$
DECLARE
    v_step record;
    v_case bigint;
BEGIN
    FOR v_step IN SELECT * FROM (VALUES
        ('Đoàn xe máy', 'ANTT_DUA_XE', 'high', 'PC08', 'phan_anh_kien_nghi', 'Phối hợp tổ công tác trên tuyến Cổ Linh tối nay.', 'Long Biên'),
        ('Tôi bị lừa chuyển', 'TOI_PHAM_LUA_DAO', 'high', 'PA05', 'to_giac_toi_pham', 'Hướng dẫn người dân giữ chứng cứ; xác minh tài khoản nhận tiền.', 'Đống Đa')) x(words, category, urgency, unit, track, instruction, area) LOOP
        SELECT id INTO STRICT v_case FROM desk.cases WHERE starts_with(first_words, v_step.words);
        PERFORM desk.open_case(v_case);
        PERFORM desk.claim(v_case, gen_random_uuid());
        PERFORM desk.classify(v_case, (SELECT revision FROM desk.cases WHERE id = v_case), jsonb_build_object('category', v_step.category, 'urgency', v_step.urgency, 'legal_track', v_step.track,
            'area', (SELECT max(id) FROM desk.areas WHERE name = v_step.area)), gen_random_uuid());
        PERFORM desk.forward(v_case, (SELECT revision FROM desk.cases WHERE id = v_case),
            jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = v_step.unit AND valid_to IS NULL), 'lead', true)), v_step.instruction, gen_random_uuid());
        PERFORM desk.release_claim(v_case, gen_random_uuid());
    END LOOP;
END $$;
