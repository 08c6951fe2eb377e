<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::WallPlace</name>
        <message>
            <source>The wall</source>
            <translation>Màn hình tường</translation>
        </message>
        <message>
            <source>Wall on the second screen</source>
            <translation>Màn hình tường ở màn hình thứ hai</translation>
        </message>
        <message>
            <source>How the desk stands, over a whole screen: readable from three metres; Esc closes it.</source>
            <translation>Tình hình trực ban trên toàn màn hình: đọc được từ ba mét; nhấn Esc để đóng.</translation>
        </message>
    </context>
    <context>
        <name>trucban::WallWindow</name>
        <message>
            <source>The wall</source>
            <translation>Màn hình tường</translation>
        </message>
    </context>
    <context>
        <name>trucban::WallView</name>
        <message>
            <source>Cases by ward, seven days</source>
            <translation>Vụ việc theo phường, xã, bảy ngày</translation>
        </message>
        <message>
            <source>Units on time</source>
            <translation>Đơn vị đúng hạn</translation>
        </message>
        <message>
            <source>on time</source>
            <translation>đúng hạn</translation>
        </message>
        <message>
            <source>held for</source>
            <translation>nắm giữ</translation>
        </message>
        <message>
            <source>No stage of a unit was judged yet.</source>
            <translation>Chưa có giai đoạn nào của đơn vị đến lúc xét.</translation>
        </message>
        <message>
            <source>Came in today</source>
            <translation>Tiếp nhận hôm nay</translation>
        </message>
        <message>
            <source>The wall</source>
            <translation>Màn hình tường</translation>
        </message>
        <message>
            <source>Stages of the last seven days that units ended in time, of all that were judged; the lowest first. Held for: how long each unit had cases in those days.</source>
            <translation>Tỷ lệ giai đoạn đơn vị hoàn thành đúng hạn trong bảy ngày qua, trên tổng số đã xét; thấp nhất trước. Nắm giữ: tổng thời gian đơn vị giữ vụ việc trong những ngày đó.</translation>
        </message>
        <message>
            <source>Cases by the hour of their first message, by Facebook's time. Line: the mean of the same hour on the seven days before.</source>
            <translation>Vụ việc theo giờ của tin nhắn đầu tiên, theo giờ Facebook. Vạch: trung bình của cùng giờ trong bảy ngày trước.</translation>
        </message>
        <message>
            <source>Cases of the last seven days by ward; late: with a stage that ran over its time. Press M to shade by late cases or by all.</source>
            <translation>Vụ việc bảy ngày qua theo phường, xã; trễ: có giai đoạn đã quá hạn. Nhấn M để tô theo số trễ hoặc theo tất cả.</translation>
        </message>
        <message>
            <source>Nothing newer than %1</source>
            <translation>Không có số liệu mới hơn %1</translation>
        </message>
        <message>
            <source>Nothing was read yet</source>
            <translation>Chưa đọc được số liệu</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1: %2 of %3 stages on time, %4 late, held cases for %5</source>
            <translation>%1: %2 trên %3 giai đoạn đúng hạn, %4 trễ, nắm giữ vụ việc %5</translation>
        </message>
        <message>
            <source>last %1 days, the lowest first</source>
            <translation>%1 ngày qua, thấp nhất trước</translation>
        </message>
        <message>
            <source>as of %1</source>
            <translation>số liệu lúc %1</translation>
        </message>
        <message>
            <source>Duty desk, how it stands</source>
            <translation>Tình hình trực ban</translation>
        </message>
        <message>
            <source>dddd d/M/yyyy</source>
            <translation>dddd, d/M/yyyy</translation>
        </message>
    </context>
    <context>
        <name>trucban::LoadStrip</name>
        <message>
            <source>Load now</source>
            <translation>Tải hiện tại</translation>
        </message>
        <message>
            <source>%1 late</source>
            <translation>%1 trễ</translation>
        </message>
        <message>
            <source>none late</source>
            <translation>không trễ</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Quá hạn</translation>
        </message>
        <message>
            <source>of %1 open</source>
            <translation>trên %1 đang mở</translation>
        </message>
        <message>
            <source>To take in</source>
            <translation>Chờ nhận</translation>
        </message>
        <message>
            <source>%1 unclaimed</source>
            <translation>%1 chưa ai nhận</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>Đang thụ lý</translation>
        </message>
        <message>
            <source>With units</source>
            <translation>Ở đơn vị</translation>
        </message>
        <message>
            <source>To be released</source>
            <translation>Chờ trả lời</translation>
        </message>
        <message>
            <source>Came in today</source>
            <translation>Hôm nay</translation>
        </message>
        <message>
            <source>a week ago %1</source>
            <translation>tuần trước %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::RedCases</name>
        <message>
            <source>Red cases</source>
            <translation>Vụ việc quá hạn</translation>
        </message>
        <message>
            <source>Open cases whose stage or whose time for an answer at Facebook has run out: the most urgent first, then the latest. With who holds each one now.</source>
            <translation>Vụ việc đang mở đã quá hạn của giai đoạn hoặc hết thời hạn trả lời của Facebook: khẩn cấp nhất trước, rồi trễ lâu nhất. Kèm bên đang nắm giữ.</translation>
        </message>
        <message>
            <source>waiting for the citizen</source>
            <translation>chờ người dân</translation>
        </message>
        <message>
            <source>Duty desk, nobody holds it</source>
            <translation>Trung tâm, chưa ai giữ</translation>
        </message>
        <message>
            <source>Duty desk · %1</source>
            <translation>Trung tâm · %1</translation>
        </message>
        <message>
            <source>Case %1, late by %2, with %3</source>
            <translation>Vụ việc %1, trễ %2, đang ở %3</translation>
        </message>
        <message>
            <source>%1 of %2, the worst first</source>
            <translation>%1 trên %2, nặng nhất trước</translation>
        </message>
        <message>
            <source>Nothing is late.</source>
            <translation>Không có vụ việc quá hạn.</translation>
        </message>
    </context>
    <context>
        <name>trucban::LadderSteps</name>
        <message>
            <source>Who was told</source>
            <translation>Đã báo cho ai</translation>
        </message>
        <message>
            <source>The rungs climbed in the last 24 hours, newest first: when, which case, how much of its time had passed, and who was told.</source>
            <translation>Các bậc báo trong 24 giờ qua, mới nhất trước: lúc nào, vụ việc nào, đã qua bao nhiêu thời hạn và đã báo cho ai.</translation>
        </message>
        <message>
            <source>last 24 hours</source>
            <translation>24 giờ qua</translation>
        </message>
        <message>
            <source>Nobody had to be told in the last 24 hours.</source>
            <translation>24 giờ qua chưa phải báo cho ai.</translation>
        </message>
        <message>
            <source>time is out</source>
            <translation>hết hạn</translation>
        </message>
        <message>
            <source>24 h over</source>
            <translation>quá 24 giờ</translation>
        </message>
        <message>
            <source>%1 % of the time</source>
            <translation>%1 % thời hạn</translation>
        </message>
        <message>
            <source>nobody could be told</source>
            <translation>chưa báo được cho ai</translation>
        </message>
        <message>
            <source>Case %1, %2, told: %3</source>
            <translation>Vụ việc %1, %2, đã báo: %3</translation>
        </message>
    </context>
    <context>
        <name>trucban::EmergencyBanner</name>
        <message>
            <source>Emergency</source>
            <translation>Khẩn cấp</translation>
        </message>
        <message>
            <source>%1 emergencies wait to be taken in</source>
            <translation>%1 vụ việc khẩn cấp chưa ai nhận</translation>
        </message>
        <message>
            <source>Emergency, not taken in</source>
            <translation>Khẩn cấp, chưa ai nhận</translation>
        </message>
        <message>
            <source>waiting for %1</source>
            <translation>đã chờ %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::Wall</name>
        <message>
            <source>%1 min</source>
            <translation>%1 phút</translation>
        </message>
        <message>
            <source>%1 h %2</source>
            <translation>%1 giờ %2</translation>
        </message>
        <message>
            <source>%1 d</source>
            <translation>%1 ngày</translation>
        </message>
    </context>
    <context>
        <name>trucban::HeatMap</name>
        <message>
            <source>%1h</source>
            <translation>%1h</translation>
        </message>
        <message>
            <source>%1, %2h to %3h: %4 cases</source>
            <translation>%1, %2h đến %3h: %4 vụ việc</translation>
        </message>
    </context>
    <context>
        <name>trucban::HourBars</name>
        <message>
            <source>bar: today, line: usual</source>
            <translation>cột: hôm nay, vạch: thường lệ</translation>
        </message>
        <message>
            <source>%1h</source>
            <translation>%1h</translation>
        </message>
        <message>
            <source>%1h: %2 new cases; usually %3</source>
            <translation>%1h: %2 vụ việc mới; thường là %3</translation>
        </message>
    </context>
    <context>
        <name>trucban::AreaMap</name>
        <message>
            <source>%1: %2 cases, %3 of them late</source>
            <translation>%1: %2 vụ việc, %3 vụ trễ</translation>
        </message>
        <message>
            <source>%1: no case</source>
            <translation>%1: không có vụ việc</translation>
        </message>
        <message>
            <source>late cases</source>
            <translation>vụ việc trễ</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>vụ việc</translation>
        </message>
        <message>
            <source>%1 without an area</source>
            <translation>%1 chưa rõ địa bàn</translation>
        </message>
        <message>
            <source>No legal value as to boundaries</source>
            <translation>Không có giá trị pháp lý về địa giới</translation>
        </message>
        <message>
            <source>No area with a place on the map is known yet. An administrator imports areas and their boundaries.</source>
            <translation>Chưa có địa bàn nào có vị trí trên bản đồ. Quản trị viên nhập địa bàn và ranh giới.</translation>
        </message>
    </context>
</TS>
