<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::FilterBar</name>
        <message>
            <source>Search: words, a case number, unit:PC02, area:…</source>
            <translation>Tìm: từ khoá, số vụ việc, đv:PC02, địabàn:…</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Danh mục</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Mức độ</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Địa bàn</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Đơn vị</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Thứ tự</translation>
        </message>
        <message>
            <source>Search and filters</source>
            <translation>Tìm kiếm và bộ lọc</translation>
        </message>
        <message>
            <source>Any urgency</source>
            <translation>Mọi mức độ</translation>
        </message>
        <message>
            <source>Burns first</source>
            <translation>Gấp trước</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Mới trước</translation>
        </message>
        <message>
            <source>Clear search and filters</source>
            <translation>Xoá tìm kiếm và bộ lọc</translation>
        </message>
        <message>
            <source>Keep this filter</source>
            <translation>Lưu bộ lọc này</translation>
        </message>
        <message>
            <source>Any category</source>
            <translation>Mọi danh mục</translation>
        </message>
        <message>
            <source>Any area</source>
            <translation>Mọi địa bàn</translation>
        </message>
        <message>
            <source>Any unit</source>
            <translation>Mọi đơn vị</translation>
        </message>
        <message>
            <source>Not classified yet</source>
            <translation>Chưa phân loại</translation>
        </message>
    </context>
    <context>
        <name>trucban::InboxDelegate</name>
        <message>
            <source>(a video)</source>
            <translation>(một video)</translation>
        </message>
        <message>
            <source>(a recording)</source>
            <translation>(một bản ghi âm)</translation>
        </message>
        <message>
            <source>(a picture)</source>
            <translation>(một ảnh)</translation>
        </message>
        <message>
            <source>(no words)</source>
            <translation>(không có lời)</translation>
        </message>
        <message>
            <source>held by you</source>
            <translation>đồng chí đang giữ</translation>
        </message>
        <message>
            <source>held by %1</source>
            <translation>%1 đang giữ</translation>
        </message>
    </context>
    <context>
        <name>trucban::InboxList</name>
        <message>
            <source>Cases</source>
            <translation>Các vụ việc</translation>
        </message>
        <message>
            <source>%1 new</source>
            <translation>%1 tin mới</translation>
        </message>
        <message>
            <source>%1 new cases above; go to the top</source>
            <translation>%1 vụ việc mới ở trên; về đầu danh sách</translation>
        </message>
    </context>
    <context>
        <name>trucban::InboxModel</name>
        <message>
            <source>held by you</source>
            <translation>đồng chí đang giữ</translation>
        </message>
        <message>
            <source>held by %1</source>
            <translation>%1 đang giữ</translation>
        </message>
        <message>
            <source>%1 pictures, %2 videos, %3 recordings, %4 files</source>
            <translation>%1 ảnh, %2 video, %3 ghi âm, %4 tệp</translation>
        </message>
        <message>
            <source>%1 unread</source>
            <translation>%1 chưa đọc</translation>
        </message>
    </context>
    <context>
        <name>trucban::InboxPlace</name>
        <message>
            <source>Inbox</source>
            <translation>Hộp tin</translation>
        </message>
    </context>
    <context>
        <name>trucban::InboxWidget</name>
        <message>
            <source>Try again</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Tìm kiếm</translation>
        </message>
        <message>
            <source>Next burning case</source>
            <translation>Vụ việc gấp tiếp theo</translation>
        </message>
        <message>
            <source>Claim the selected case</source>
            <translation>Nhận tin đang chọn</translation>
        </message>
        <message>
            <source>To the top of the list</source>
            <translation>Về đầu danh sách</translation>
        </message>
        <message>
            <source>Read the list anew</source>
            <translation>Đọc lại danh sách</translation>
        </message>
        <message>
            <source>Keep this filter…</source>
            <translation>Lưu bộ lọc này…</translation>
        </message>
        <message>
            <source>Clear search and filters</source>
            <translation>Xoá tìm kiếm và bộ lọc</translation>
        </message>
        <message>
            <source>Inbox: %1</source>
            <translation>Hộp tin: %1</translation>
        </message>
        <message>
            <source>Saved filter %1</source>
            <translation>Bộ lọc đã lưu %1</translation>
        </message>
        <message>
            <source>Nothing fits the search and filters in “%1”</source>
            <translation>Không có gì khớp với tìm kiếm và bộ lọc trong “%1”</translation>
        </message>
        <message>
            <source>Fewer words or another view find more. Words without marks find every spelling.</source>
            <translation>Bớt từ hoặc chọn mục khác sẽ thấy nhiều hơn. Gõ không dấu tìm được mọi cách viết.</translation>
        </message>
        <message>
            <source>You hold no case</source>
            <translation>Đồng chí chưa giữ vụ việc nào</translation>
        </message>
        <message>
            <source>Claim a case and it lies here until it is done, forwarded or released.</source>
            <translation>Nhận tin thì vụ việc nằm ở đây đến khi xong, chuyển đơn vị hoặc trả lời người dân.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Xem tất cả</translation>
        </message>
        <message>
            <source>Nothing is overdue</source>
            <translation>Không có gì quá hạn</translation>
        </message>
        <message>
            <source>Cases whose clock has run out appear here first.</source>
            <translation>Vụ việc hết thời hạn sẽ hiện ở đây trước tiên.</translation>
        </message>
        <message>
            <source>Nothing is waiting to be taken in</source>
            <translation>Không có tin nào chờ tiếp nhận</translation>
        </message>
        <message>
            <source>A citizen's message appears here by itself the moment it arrives.</source>
            <translation>Tin của người dân tự hiện ở đây ngay khi gửi đến.</translation>
        </message>
        <message>
            <source>No case lies with your unit in “%1”</source>
            <translation>Đơn vị chưa có vụ việc nào trong “%1”</translation>
        </message>
        <message>
            <source>The command centre forwards cases to your unit; they appear here by themselves.</source>
            <translation>Trung tâm chỉ huy chuyển vụ việc đến đơn vị; vụ việc tự hiện ở đây.</translation>
        </message>
        <message>
            <source>No case is in “%1”</source>
            <translation>Không có vụ việc nào trong “%1”</translation>
        </message>
        <message>
            <source>Cases come here by themselves when they reach this step.</source>
            <translation>Vụ việc tự vào đây khi đến bước này.</translation>
        </message>
        <message>
            <source>Case %1 is yours.</source>
            <translation>Đồng chí đã nhận vụ việc %1.</translation>
        </message>
        <message>
            <source>%1 already holds this case.</source>
            <translation>%1 đang giữ vụ việc này.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>Take another one, or ask the colleague to release it.</source>
            <translation>Hãy nhận vụ việc khác, hoặc đề nghị đồng nghiệp nhả vụ việc này.</translation>
        </message>
        <message>
            <source>The filter “%1” is kept.</source>
            <translation>Đã lưu bộ lọc “%1”.</translation>
        </message>
        <message>
            <source>Next case</source>
            <translation>Vụ việc kế tiếp</translation>
        </message>
        <message>
            <source>Case before</source>
            <translation>Vụ việc trước đó</translation>
        </message>
        <message>
            <source>Everybody now has the filter “%1”.</source>
            <translation>Mọi người đã có bộ lọc “%1”.</translation>
        </message>
    </context>
    <context>
        <name>trucban::ViewsPane</name>
        <message>
            <source>Views</source>
            <translation>Các mục</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Mới</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Của tôi</translation>
        </message>
        <message>
            <source>My unit</source>
            <translation>Đơn vị tôi</translation>
        </message>
        <message>
            <source>Burning</source>
            <translation>Quá hạn</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>Đang xử lý</translation>
        </message>
        <message>
            <source>Waiting for a unit</source>
            <translation>Chờ đơn vị</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Đã trả lời</translation>
        </message>
        <message>
            <source>Told the citizen</source>
            <translation>Đã báo người dân</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tất cả</translation>
        </message>
        <message>
            <source>To confirm</source>
            <translation>Chờ xác nhận</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 (Ctrl+%2)</source>
            <translation>%1 (Ctrl+%2)</translation>
        </message>
        <message>
            <source>Remove this filter</source>
            <translation>Bỏ bộ lọc này</translation>
        </message>
        <message>
            <source>All open</source>
            <translation>Đang mở</translation>
        </message>
        <message>
            <source>%1, shared by the supervisors</source>
            <translation>%1, do trực chỉ huy chia sẻ</translation>
        </message>
        <message>
            <source>Take this filter from everybody</source>
            <translation>Bỏ bộ lọc này ở mọi người</translation>
        </message>
    </context>
    <context>
        <name>trucban::KeepFilterDialog</name>
        <message>
            <source>Keep this filter</source>
            <translation>Giữ bộ lọc này</translation>
        </message>
        <message>
            <source>Name of the filter</source>
            <translation>Tên bộ lọc</translation>
        </message>
        <message>
            <source>For everybody: it appears in every inbox</source>
            <translation>Cho mọi người: hiện trong hộp tin của tất cả</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Giữ lại</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
    </context>
</TS>
