<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>Notices</name>
        <message>
            <source>%1: %2 % of the time is gone</source>
            <comment>stage, percent</comment>
            <translation>%1: đã hết %2 % thời hạn</translation>
        </message>
        <message>
            <source>%1: overdue</source>
            <comment>stage</comment>
            <translation>%1: đã quá hạn</translation>
        </message>
        <message>
            <source>%1: overdue for long</source>
            <comment>stage; the last rung of the ladder</comment>
            <translation>%1: quá hạn đã lâu</translation>
        </message>
        <message>
            <source>More time was granted, until %1</source>
            <translation>Được gia hạn đến %1</translation>
        </message>
        <message>
            <source>More time was refused</source>
            <translation>Không được gia hạn</translation>
        </message>
        <message>
            <source>%1 asks for more time</source>
            <comment>unit</comment>
            <translation>%1 xin gia hạn</translation>
        </message>
        <message>
            <source>The citizen has answered your question</source>
            <translation>Người dân đã trả lời câu hỏi của đơn vị</translation>
        </message>
        <message>
            <source>The centre did not ask the citizen</source>
            <translation>Trung tâm không chuyển câu hỏi cho người dân</translation>
        </message>
        <message>
            <source>The centre has asked the citizen</source>
            <translation>Trung tâm đã hỏi người dân</translation>
        </message>
        <message>
            <source>%1 has a question for the citizen</source>
            <comment>unit</comment>
            <translation>%1 có câu hỏi cho người dân</translation>
        </message>
        <message>
            <source>The centre reminds you</source>
            <translation>Trung tâm đôn đốc</translation>
        </message>
        <message>
            <source>A report is ready</source>
            <translation>Báo cáo đã lập xong</translation>
        </message>
        <message>
            <source>The shift is handed over</source>
            <translation>Đã giao ca</translation>
        </message>
        <message>
            <source>Due dates have moved</source>
            <translation>Thời hạn đã thay đổi</translation>
        </message>
        <message>
            <source>Case %1</source>
            <translation>Vụ việc %1</translation>
        </message>
        <message>
            <source>For your information</source>
            <translation>Để biết</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Cảnh báo</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Khẩn</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>Báo động</translation>
        </message>
        <message>
            <source>%1. %2. %3.</source>
            <comment>severity, what happened, about which case</comment>
            <translation>%1. %2. %3.</translation>
        </message>
    </context>
    <context>
        <name>trucban::NoticePanel</name>
        <message>
            <source>Open the case</source>
            <translation>Mở vụ việc</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Mở</translation>
        </message>
        <message>
            <source>Why is it red?</source>
            <translation>Vì sao quá hạn?</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Đã biết</translation>
        </message>
        <message>
            <source>Acknowledge all</source>
            <translation>Đã biết tất cả</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Thông báo</translation>
        </message>
        <message>
            <source>Notices that wait for you</source>
            <translation>Thông báo đang chờ</translation>
        </message>
        <message>
            <source>Nothing waits for you.</source>
            <translation>Không có gì đang chờ.</translation>
        </message>
        <message>
            <source>The ladder, reminders and requests of units appear here, and sound until you acknowledge them.</source>
            <translation>Các mức cảnh báo thời hạn, đôn đốc và đề nghị của đơn vị hiện ở đây và báo tiếng cho đến khi bấm “Đã biết”.</translation>
        </message>
        <message>
            <source>1 notice waits for you</source>
            <translation>1 thông báo đang chờ</translation>
        </message>
        <message>
            <source>%1 notices wait for you</source>
            <translation>%1 thông báo đang chờ</translation>
        </message>
    </context>
    <context>
        <name>trucban::AlarmStrip</name>
        <message>
            <source>Open the case</source>
            <translation>Mở vụ việc</translation>
        </message>
        <message>
            <source>Why is it red?</source>
            <translation>Vì sao quá hạn?</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Đã biết</translation>
        </message>
        <message>
            <source>The most urgent notice</source>
            <translation>Thông báo khẩn nhất</translation>
        </message>
        <message>
            <source>%1 — %2</source>
            <comment>what happened, about which case</comment>
            <translation>%1 — %2</translation>
        </message>
        <message>
            <source>(and one more)</source>
            <translation>(và 1 thông báo khác)</translation>
        </message>
        <message>
            <source>(and %1 more)</source>
            <translation>(và %1 thông báo khác)</translation>
        </message>
    </context>
    <context>
        <name>trucban::NoticesPlace</name>
        <message>
            <source>Notices</source>
            <translation>Thông báo</translation>
        </message>
        <message>
            <source>Notices that wait for you</source>
            <translation>Thông báo đang chờ</translation>
        </message>
        <message>
            <source>Acknowledge the most urgent notice</source>
            <translation>Đã biết thông báo khẩn nhất</translation>
        </message>
        <message>
            <source>Nothing waits for you (F9)</source>
            <translation>Không có gì đang chờ (F9)</translation>
        </message>
        <message>
            <source>%1 (F9)</source>
            <translation>%1 (F9)</translation>
        </message>
        <message>
            <source>Notices: none</source>
            <translation>Thông báo: không có</translation>
        </message>
        <message>
            <source>Notices: one waits for you</source>
            <translation>Thông báo: một tin đang chờ</translation>
        </message>
        <message>
            <source>Notices: %1 wait for you</source>
            <translation>Thông báo: %1 tin đang chờ</translation>
        </message>
    </context>
</TS>
