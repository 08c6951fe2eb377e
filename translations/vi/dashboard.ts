<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::DashboardPlace</name>
        <message>
            <source>Now</source>
            <translation>Hiện tại</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Số liệu</translation>
        </message>
        <message>
            <source>Pages of the dashboard</source>
            <translation>Các trang của bảng điều hành</translation>
        </message>
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
    <context>
        <name>trucban::FiguresPane</name>
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
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>The period beside the one before</source>
            <translation>Kỳ này so với kỳ trước</translation>
        </message>
        <message>
            <source>Units by on-time share</source>
            <translation>Đơn vị theo tỷ lệ đúng hạn</translation>
        </message>
        <message>
            <source>on time</source>
            <translation>đúng hạn</translation>
        </message>
        <message>
            <source>late</source>
            <translation>trễ</translation>
        </message>
        <message>
            <source>stages</source>
            <translation>giai đoạn</translation>
        </message>
        <message>
            <source>No stage of a unit was judged in this period.</source>
            <translation>Kỳ này chưa có giai đoạn nào của đơn vị đến lúc xét.</translation>
        </message>
        <message>
            <source>Units by the time they held cases</source>
            <translation>Đơn vị theo thời gian nắm giữ</translation>
        </message>
        <message>
            <source>held</source>
            <translation>nắm giữ</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>vụ việc</translation>
        </message>
        <message>
            <source>No unit held a case in this period.</source>
            <translation>Kỳ này chưa đơn vị nào giữ vụ việc.</translation>
        </message>
        <message>
            <source>What citizens send</source>
            <translation>Người dân gửi gì</translation>
        </message>
        <message>
            <source>share</source>
            <translation>tỷ lệ</translation>
        </message>
        <message>
            <source>No case came in during this period.</source>
            <translation>Kỳ này chưa có vụ việc nào.</translation>
        </message>
        <message>
            <source>First response</source>
            <translation>Trả lời đầu tiên</translation>
        </message>
        <message>
            <source>half within</source>
            <translation>một nửa trong</translation>
        </message>
        <message>
            <source>nine of ten within</source>
            <translation>9/10 trong</translation>
        </message>
        <message>
            <source>Nobody was answered first in this period.</source>
            <translation>Kỳ này chưa có câu trả lời đầu tiên nào.</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Giải quyết</translation>
        </message>
        <message>
            <source>No case was settled in this period.</source>
            <translation>Kỳ này chưa có vụ việc nào kết thúc.</translation>
        </message>
        <message>
            <source>Cases received by weekday and hour</source>
            <translation>Tiếp nhận theo thứ và giờ</translation>
        </message>
        <message>
            <source>Cases by ward</source>
            <translation>Vụ việc theo phường, xã</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hôm nay</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>7 ngày qua</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>30 ngày qua</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Kỳ</translation>
        </message>
        <message>
            <source>by unit</source>
            <translation>theo đơn vị</translation>
        </message>
        <message>
            <source>by category</source>
            <translation>theo danh mục</translation>
        </message>
        <message>
            <source>by officer</source>
            <translation>theo cán bộ</translation>
        </message>
        <message>
            <source>by shift</source>
            <translation>theo ca trực</translation>
        </message>
        <message>
            <source>Response and resolution told apart by</source>
            <translation>Trả lời và giải quyết chia theo</translation>
        </message>
        <message>
            <source>Response and resolution</source>
            <translation>Trả lời và giải quyết</translation>
        </message>
        <message>
            <source>Each number opens its cases; rest the pointer on a heading to read what it counts.</source>
            <translation>Mỗi con số mở các vụ việc của nó; đặt con trỏ lên tiêu đề để đọc định nghĩa.</translation>
        </message>
        <message>
            <source>a week ago: %1</source>
            <translation>tuần trước: %1</translation>
        </message>
        <message>
            <source>before: %1</source>
            <translation>kỳ trước: %1</translation>
        </message>
        <message>
            <source>%1, half within</source>
            <translation>%1, một nửa trong</translation>
        </message>
        <message>
            <source>%1: %2 of %3 stages on time</source>
            <translation>%1: %2 trên %3 giai đoạn đúng hạn</translation>
        </message>
        <message>
            <source>%1 units, the lowest first</source>
            <translation>%1 đơn vị, thấp nhất trước</translation>
        </message>
        <message>
            <source>%1: held %2 cases for %3</source>
            <translation>%1: giữ %2 vụ việc trong %3</translation>
        </message>
        <message>
            <source>%1 units, the longest first</source>
            <translation>%1 đơn vị, lâu nhất trước</translation>
        </message>
        <message>
            <source>no unit</source>
            <translation>chưa có đơn vị</translation>
        </message>
        <message>
            <source>not classified</source>
            <translation>chưa phân loại</translation>
        </message>
        <message>
            <source>no shift on duty</source>
            <translation>ngoài ca trực</translation>
        </message>
        <message>
            <source>written on Facebook itself</source>
            <translation>viết trên Facebook</translation>
        </message>
        <message>
            <source>%1: half within %2, nine of ten within %3, of %4 cases</source>
            <translation>%1: một nửa trong %2, 9/10 trong %3, trên %4 vụ việc</translation>
        </message>
        <message>
            <source>%1: %2 cases, %3</source>
            <translation>%1: %2 vụ việc, %3</translation>
        </message>
        <message>
            <source>Press M to shade by late cases or by all.</source>
            <translation>Nhấn M để tô theo số trễ hoặc theo tất cả.</translation>
        </message>
        <message>
            <source>without an area</source>
            <translation>chưa rõ địa bàn</translation>
        </message>
    </context>
    <context>
        <name>trucban::BehindPage</name>
        <message>
            <source>Show more</source>
            <translation>Xem thêm</translation>
        </message>
        <message>
            <source>Back to the numbers</source>
            <translation>Về các con số</translation>
        </message>
        <message>
            <source>Cases behind the number</source>
            <translation>Các vụ việc của con số</translation>
        </message>
        <message>
            <source>%1 to %2.</source>
            <translation>%1 đến %2.</translation>
        </message>
        <message>
            <source>No case stands behind this number any more.</source>
            <translation>Con số này không còn vụ việc nào.</translation>
        </message>
        <message>
            <source>took %1</source>
            <translation>mất %1</translation>
        </message>
        <message>
            <source>late</source>
            <translation>trễ</translation>
        </message>
        <message>
            <source>%1 times</source>
            <translation>%1 lần</translation>
        </message>
        <message>
            <source>(attachments only)</source>
            <translation>(chỉ có tệp đính kèm)</translation>
        </message>
    </context>
</TS>
