<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::DashboardPlace</name>
        <message>
            <source>Dashboard</source>
            <translation>Bảng điều hành</translation>
        </message>
        <message>
            <source>Read the dashboard again</source>
            <translation>Đọc lại bảng điều hành</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Quá hạn</translation>
        </message>
        <message>
            <source>To take in</source>
            <translation>Chờ nhận</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>Đang thụ lý</translation>
        </message>
        <message>
            <source>With units</source>
            <translation>Đơn vị đang xử lý</translation>
        </message>
        <message>
            <source>Answered, to be released</source>
            <translation>Đã trả lời, chờ duyệt</translation>
        </message>
        <message>
            <source>No open case. New messages appear here as they come in.</source>
            <translation>Không có vụ việc nào đang mở. Tin mới sẽ hiện ở đây ngay khi đến.</translation>
        </message>
        <message>
            <source>Open cases by state</source>
            <translation>Vụ việc đang mở theo trạng thái</translation>
        </message>
        <message>
            <source>Open cases by category</source>
            <translation>Vụ việc đang mở theo danh mục</translation>
        </message>
        <message>
            <source>Units that have cases now</source>
            <translation>Đơn vị đang có vụ việc</translation>
        </message>
        <message>
            <source>No case is with a unit. Forwarded cases appear here.</source>
            <translation>Chưa đơn vị nào đang xử lý. Vụ việc đã chuyển sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>New cases by the hour, last 24 hours</source>
            <translation>Vụ việc mới theo giờ, 24 giờ qua</translation>
        </message>
        <message>
            <source>Bar: taken in. Line: the usual number of that hour, mean of the last seven days.</source>
            <translation>Cột: số vụ việc đến. Vạch: mức thường gặp của giờ đó, trung bình bảy ngày qua.</translation>
        </message>
        <message>
            <source>their clock has run out</source>
            <translation>đã hết thời hạn</translation>
        </message>
        <message>
            <source>nothing is late</source>
            <translation>không có vụ việc trễ hạn</translation>
        </message>
        <message>
            <source>claimed by a desk</source>
            <translation>cán bộ trực đã nhận</translation>
        </message>
        <message>
            <source>waiting for an answer</source>
            <translation>đang chờ trả lời</translation>
        </message>
        <message>
            <source>today %1 released, %2 published</source>
            <translation>hôm nay trả lời %1, đăng %2</translation>
        </message>
        <message>
            <source>Not classified yet</source>
            <translation>Chưa phân loại</translation>
        </message>
        <message>
            <source>Longest over time, or next to burn</source>
            <translation>Quá hạn lâu nhất hoặc sắp đến hạn</translation>
        </message>
        <message>
            <source>Nothing is waiting. Cases with a running clock appear here.</source>
            <translation>Không có gì đang chờ. Vụ việc đang tính giờ sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>%1 today, %2 a week ago by now</source>
            <translation>hôm nay %1, tuần trước %2</translation>
        </message>
    </context>
    <context>
        <name>trucban::NumberTile</name>
        <message>
            <source>%1: %2. Opens these cases.</source>
            <translation>%1: %2. Mở các vụ việc này.</translation>
        </message>
    </context>
    <context>
        <name>trucban::BarRow</name>
        <message numerus="yes">
            <source>%n late</source>
            <translation>
                <numerusform>%n quá hạn</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2 cases, %3 late. Opens them.</source>
            <translation>%1: %2 vụ việc, %3 quá hạn. Mở các vụ việc này.</translation>
        </message>
        <message>
            <source>%1: %2 cases, %3 late. Opens all.</source>
            <translation>%1: %2 vụ việc, %3 quá hạn. Mở tất cả.</translation>
        </message>
    </context>
    <context>
        <name>trucban::HourChart</name>
        <message>
            <source>New cases by the hour</source>
            <translation>Vụ việc mới theo giờ</translation>
        </message>
        <message>
            <source>%1 new cases in the last %2 hours.</source>
            <translation>%1 vụ việc mới trong %2 giờ qua.</translation>
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
        <name>trucban::WaitingRow</name>
        <message>
            <source>Came in %1</source>
            <translation>Đến lúc %1</translation>
        </message>
        <message>
            <source>(attachments only)</source>
            <translation>(chỉ có tệp đính kèm)</translation>
        </message>
        <message>
            <source>Case %1, %2 %3, %4: %5. Opens it.</source>
            <translation>Vụ việc %1, %2 %3, %4: %5. Mở vụ việc.</translation>
        </message>
    </context>
    <context>
        <name>trucban::BarList</name>
        <message>
            <source>%1 others</source>
            <translation>%1 mục khác</translation>
        </message>
    </context>
</TS>
