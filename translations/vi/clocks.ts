<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::ClockRow</name>
        <message>
            <source>From %1 to %2</source>
            <comment>two moments</comment>
            <translation>Từ %1 đến %2</translation>
        </message>
        <message>
            <source>still runs</source>
            <translation>đang chạy</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>Hạn %1</translation>
        </message>
        <message>
            <source>%1: %2, %3, %4</source>
            <translation>%1: %2, %3, %4</translation>
        </message>
        <message>
            <source>The citizen</source>
            <translation>Người dân</translation>
        </message>
        <message>
            <source>On the way from Facebook</source>
            <translation>Trên đường từ Facebook</translation>
        </message>
        <message>
            <source>Command centre</source>
            <translation>Trung tâm Thông tin chỉ huy</translation>
        </message>
        <message>
            <source>Command centre, %1</source>
            <comment>name of the shift</comment>
            <translation>Trung tâm, %1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>unit or shift, the head who answers for it</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>in time</source>
            <translation>đúng hạn</translation>
        </message>
        <message>
            <source>late by %1</source>
            <translation>trễ %1</translation>
        </message>
        <message>
            <source>overdue by %1</source>
            <translation>quá hạn %1</translation>
        </message>
        <message>
            <source>runs, in time</source>
            <translation>đang chạy, còn hạn</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>không đặt hạn</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 giây</translation>
        </message>
        <message>
            <source>%1 min</source>
            <comment>minutes</comment>
            <translation>%1 phút</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <comment>hours, minutes</comment>
            <translation>%1 giờ %2 phút</translation>
        </message>
        <message>
            <source>%1 d %2 h</source>
            <comment>days, hours</comment>
            <translation>%1 ngày %2 giờ</translation>
        </message>
    </context>
    <context>
        <name>trucban::ClocksPanel</name>
        <message>
            <source>Who held the case, for how long</source>
            <translation>Ai giữ vụ việc, trong bao lâu</translation>
        </message>
        <message>
            <source>Open for %1 altogether.</source>
            <translation>Đã mở tổng cộng %1.</translation>
        </message>
        <message>
            <source>Now: %1 – %2, %3.</source>
            <comment>stage, holder, how it stands</comment>
            <translation>Hiện tại: %1 – %2, %3.</translation>
        </message>
        <message>
            <source>Lost beyond its limits: %1, by %2.</source>
            <comment>how long, who held it then</comment>
            <translation>Quá hạn tổng cộng %1, do %2.</translation>
        </message>
        <message>
            <source>Every limit was kept so far.</source>
            <translation>Đến nay mọi thời hạn đều được giữ.</translation>
        </message>
        <message>
            <source>Handed back</source>
            <translation>Trả lại</translation>
        </message>
        <message>
            <source>%1: %2 handed it on</source>
            <comment>moment, unit</comment>
            <translation>%1: %2 chuyển tiếp</translation>
        </message>
        <message>
            <source>%1: %2 handed it back</source>
            <comment>moment, unit</comment>
            <translation>%1: %2 trả lại</translation>
        </message>
        <message>
            <source>Who was told</source>
            <translation>Đã báo cho ai</translation>
        </message>
        <message>
            <source>%1 % of %2</source>
            <comment>percent, stage</comment>
            <translation>%1 % thời hạn %2</translation>
        </message>
        <message>
            <source>long after %1 was due</source>
            <comment>stage</comment>
            <translation>quá hạn %1 đã lâu</translation>
        </message>
        <message>
            <source>passed over by the next rung</source>
            <translation>gộp vào mức sau</translation>
        </message>
        <message>
            <source>nobody to tell</source>
            <translation>không có ai để báo</translation>
        </message>
        <message>
            <source>%1: %2 – %3</source>
            <comment>moment, rung of the ladder, people</comment>
            <translation>%1: %2 – %3</translation>
        </message>
    </context>
    <context>
        <name>ClocksPlace</name>
        <message>
            <source>&amp;Why is it red?</source>
            <translation>&amp;Vì sao quá hạn?</translation>
        </message>
        <message>
            <source>Shows who held the case in each stage, for how long, and who was told.</source>
            <translation>Cho biết ai giữ vụ việc ở từng khâu, trong bao lâu, và đã báo cho ai.</translation>
        </message>
        <message>
            <source>Responsibility</source>
            <translation>Trách nhiệm</translation>
        </message>
    </context>
</TS>
