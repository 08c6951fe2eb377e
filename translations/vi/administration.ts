<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AdministrationLists</name>
    <message>
        <source>Officer on duty</source>
        <translation>Cán bộ trực</translation>
    </message>
    <message>
        <source>Unit officer</source>
        <translation>Cán bộ đơn vị</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Trực chỉ huy</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Quản trị viên</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Bất kỳ</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Khẩn cấp</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Thấp</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Nhận tin</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>Phân loại</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Chuyển đơn vị</translation>
    </message>
    <message>
        <source>Unit confirms</source>
        <translation>Đơn vị xác nhận</translation>
    </message>
    <message>
        <source>Unit answers</source>
        <translation>Đơn vị trả lời</translation>
    </message>
    <message>
        <source>Review the answer</source>
        <translation>Xem xét câu trả lời</translation>
    </message>
    <message>
        <source>Reply to the citizen</source>
        <translation>Trả lời người dân</translation>
    </message>
    <message>
        <source>Publish the result</source>
        <translation>Đăng kết quả</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>months</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Thành phố</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Phòng</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Đội</translation>
    </message>
    <message>
        <source>Ward or commune</source>
        <translation>Phường, xã</translation>
    </message>
    <message>
        <source>District (until 2025)</source>
        <translation>Quận, huyện (đến 2025)</translation>
    </message>
    <message>
        <source>Outside the police</source>
        <translation>Ngoài ngành công an</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>Hỏi thêm</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>Đã chuyển</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Answer to a comment</source>
        <translation>Trả lời bình luận</translation>
    </message>
    <message>
        <source>Instruction to a unit</source>
        <translation>Chỉ đạo đơn vị</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Bài đăng</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>Empty: always was. Codes are used again, so code and day together name the row.</source>
        <translation>Để trống: từ trước đến nay. Mã có thể dùng lại nên mã cùng ngày mới xác định dòng.</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>The last day. Empty: until further notice.</source>
        <translation>Ngày cuối cùng. Để trống: đến khi có thay đổi.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Nobody yet. Add the first person.</source>
        <translation>Chưa có ai. Hãy thêm người đầu tiên.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Small letters, digits, dot, dash; for example nguyen.an</source>
        <translation>Chữ thường, chữ số, dấu chấm, gạch; ví dụ nguyen.an</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Cấp bậc</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>A unit officer sees the cases of this unit and those below it.</source>
        <translation>Cán bộ đơn vị thấy vụ việc của đơn vị này và các đơn vị trực thuộc.</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Được đăng nhập</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>Thêm đơn vị</translation>
    </message>
    <message>
        <source>No units yet. Add one, or import a CSV file.</source>
        <translation>Chưa có đơn vị. Hãy thêm hoặc nhập tệp CSV.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>Trực thuộc</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Separated by semicolons</source>
        <translation>Cách nhau bằng dấu chấm phẩy</translation>
    </message>
    <message>
        <source>Outside the city police</source>
        <translation>Ngoài Công an thành phố</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Add an area</source>
        <translation>Thêm địa bàn</translation>
    </message>
    <message>
        <source>No areas yet. Add one, or import the list of wards as CSV.</source>
        <translation>Chưa có địa bàn. Hãy thêm hoặc nhập danh sách phường, xã dạng CSV.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Phường</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã</translation>
    </message>
    <message>
        <source>Other spelling</source>
        <translation>Cách viết khác</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>Tên cũ</translation>
    </message>
    <message>
        <source>Separated by semicolons, the old district in brackets; * after it: only a part came here.</source>
        <translation>Cách nhau bằng dấu chấm phẩy, quận huyện cũ trong ngoặc; dấu * sau cùng: chỉ một phần nhập vào đây.</translation>
    </message>
    <message>
        <source>Police of the area</source>
        <translation>Công an sở tại</translation>
    </message>
    <message>
        <source>Longitude of the label</source>
        <translation>Kinh độ nhãn</translation>
    </message>
    <message>
        <source>Latitude of the label</source>
        <translation>Vĩ độ nhãn</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Thêm danh mục</translation>
    </message>
    <message>
        <source>No categories yet.</source>
        <translation>Chưa có danh mục.</translation>
    </message>
    <message>
        <source>Capital letters, digits and _; for example ANTT_DUA_XE</source>
        <translation>Chữ hoa, chữ số và _; ví dụ ANTT_DUA_XE</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Chuyển tới</translation>
    </message>
    <message>
        <source>Empty: the police of the area.</source>
        <translation>Để trống: công an sở tại.</translation>
    </message>
    <message>
        <source>The unit complained of must not see it</source>
        <translation>Đơn vị bị phản ánh không được xem</translation>
    </message>
    <message>
        <source>No longer used</source>
        <translation>Ngừng dùng</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Add a deadline</source>
        <translation>Thêm thời hạn</translation>
    </message>
    <message>
        <source>No deadlines yet.</source>
        <translation>Chưa có thời hạn.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Empty: any category. A deadline of the category itself wins.</source>
        <translation>Để trống: mọi danh mục. Thời hạn riêng của danh mục được ưu tiên.</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Tính bằng</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Lịch</translation>
    </message>
    <message>
        <source>Duty, day and night</source>
        <translation>Trực liên tục ngày đêm</translation>
    </message>
    <message>
        <source>Office days</source>
        <translation>Ngày hành chính</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Thêm ngày</translation>
    </message>
    <message>
        <source>No special days yet. The calendar of the year is announced by the government: add it here or import it.</source>
        <translation>Chưa có ngày đặc biệt. Lịch nghỉ hằng năm do Chính phủ công bố: hãy thêm ở đây hoặc nhập từ tệp.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>Day off by exchange</source>
        <translation>Nghỉ hoán đổi</translation>
    </message>
    <message>
        <source>Working day by exchange</source>
        <translation>Làm bù</translation>
    </message>
    <message>
        <source>To be confirmed (counts as nothing)</source>
        <translation>Chờ xác nhận (chưa tính)</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Add a template</source>
        <translation>Thêm mẫu</translation>
    </message>
    <message>
        <source>No templates yet.</source>
        <translation>Chưa có mẫu.</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Dùng cho</translation>
    </message>
    <message>
        <source>Empty: any category</source>
        <translation>Để trống: mọi danh mục</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Variables stand in double braces: {{case}}, {{deadline}}, {{unit}}, {{answer}}.</source>
        <translation>Biến đặt trong ngoặc nhọn kép: {{case}}, {{deadline}}, {{unit}}, {{answer}}.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Nguồn tin</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Thêm nguồn</translation>
    </message>
    <message>
        <source>No sources yet: nothing may be published.</source>
        <translation>Chưa có nguồn: chưa đăng được bài nào.</translation>
    </message>
    <message>
        <source>Links begin with</source>
        <translation>Liên kết bắt đầu bằng</translation>
    </message>
    <message>
        <source>For example https://congan.hanoi.gov.vn/</source>
        <translation>Ví dụ https://congan.hanoi.gov.vn/</translation>
    </message>
    <message>
        <source>Police portal</source>
        <translation>Cổng thông tin công an</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>Báo</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>Cơ quan nhà nước</translation>
    </message>
    <message>
        <source>Result of a case</source>
        <translation>Kết quả vụ việc</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Seconds a claim lives without its desk</source>
        <translation>Số giây giữ tin khi mất máy trạm</translation>
    </message>
    <message>
        <source>Name of the page</source>
        <translation>Tên trang</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Địa chỉ trang</translation>
    </message>
    <message>
        <source>Facebook lets people answer for 7 days</source>
        <translation>Facebook cho phép trả lời trong 7 ngày</translation>
    </message>
    <message>
        <source>Papers: the body above, in capitals</source>
        <translation>Văn bản: cơ quan chủ quản, chữ in hoa</translation>
    </message>
    <message>
        <source>Papers: the issuing body, in capitals</source>
        <translation>Văn bản: cơ quan ban hành, chữ in hoa</translation>
    </message>
    <message>
        <source>Papers: place of the date</source>
        <translation>Văn bản: địa danh ghi ngày tháng</translation>
    </message>
    <message>
        <source>Papers: pattern of a slip's number, with {number} in it</source>
        <translation>Văn bản: mẫu số phiếu chuyển, có {number}</translation>
    </message>
    <message>
        <source>Papers: on whose authority it is signed</source>
        <translation>Văn bản: quyền hạn ký (TL., KT. …)</translation>
    </message>
    <message>
        <source>Papers: post of who signs</source>
        <translation>Văn bản: chức vụ người ký</translation>
    </message>
    <message>
        <source>Papers: whom to turn to</source>
        <translation>Văn bản: đầu mối liên hệ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
        <message>
            <source>Heads of units</source>
            <translation>Người đứng đầu đơn vị</translation>
        </message>
        <message>
            <source>Add a head</source>
            <translation>Thêm người đứng đầu</translation>
        </message>
        <message>
            <source>Nobody is named as head of a unit yet: time is charged to the unit alone.</source>
            <translation>Chưa ghi ai đứng đầu đơn vị: thời gian chỉ tính cho đơn vị.</translation>
        </message>
        <message>
            <source>For example chief, or the deputy who is on duty</source>
            <translation>Ví dụ Trưởng Công an phường, hoặc cấp phó trực chỉ huy</translation>
        </message>
        <message>
            <source>With a login, notices of the ladder reach this person.</source>
            <translation>Có tên đăng nhập thì cảnh báo thời hạn đến được người này.</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Từ ngày</translation>
        </message>
        <message>
            <source>The head before ends on the day before.</source>
            <translation>Người trước kết thúc vào hôm trước.</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Đến ngày</translation>
        </message>
        <message>
            <source>Legal tracks</source>
            <translation>Loại hồ sơ pháp lý</translation>
        </message>
        <message>
            <source>Add a legal track</source>
            <translation>Thêm loại hồ sơ</translation>
        </message>
        <message>
            <source>No legal tracks yet.</source>
            <translation>Chưa có loại hồ sơ nào.</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>Căn cứ</translation>
        </message>
        <message>
            <source>Position in lists</source>
            <translation>Thứ tự trong danh sách</translation>
        </message>
        <message>
            <source>Hours such as 08:00–12:00, 13:30–17:30; empty: none</source>
            <translation>Giờ, ví dụ 08:00–12:00, 13:30–17:30; để trống: không có</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Giờ</translation>
        </message>
        <message>
            <source>run day and night</source>
            <translation>tính liên tục ngày đêm</translation>
        </message>
        <message>
            <source>count in office hours only</source>
            <translation>chỉ tính trong giờ hành chính</translation>
        </message>
        <message>
            <source>A last day that is a day off stays the last</source>
            <translation>Ngày cuối rơi vào ngày nghỉ vẫn là ngày cuối</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Thứ Hai</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Thứ Ba</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Thứ Tư</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Thứ Năm</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Thứ Sáu</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Thứ Bảy</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Chủ nhật</translation>
        </message>
        <message>
            <source>Calendars</source>
            <translation>Lịch làm việc</translation>
        </message>
        <message>
            <source>Add a calendar</source>
            <translation>Thêm lịch</translation>
        </message>
        <message>
            <source>No calendars yet.</source>
            <translation>Chưa có lịch nào.</translation>
        </message>
        <message>
            <source>Ladder of notices</source>
            <translation>Thang cảnh báo</translation>
        </message>
        <message>
            <source>Add a rung</source>
            <translation>Thêm mức</translation>
        </message>
        <message>
            <source>Nobody is told of deadlines: the ladder has no rungs.</source>
            <translation>Không ai được báo về thời hạn: thang cảnh báo chưa có mức nào.</translation>
        </message>
        <message>
            <source>At percent of the time</source>
            <translation>Khi hết phần trăm thời hạn</translation>
        </message>
        <message>
            <source>Or, instead, minutes after it ran out.</source>
            <translation>Hoặc, thay vào đó, số phút sau khi hết hạn.</translation>
        </message>
        <message>
            <source>Minutes after it ran out</source>
            <translation>Số phút sau hạn</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Mức độ</translation>
        </message>
        <message>
            <source>Information</source>
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
            <source>Who is told</source>
            <translation>Báo cho ai</translation>
        </message>
        <message>
            <source>Separated by semicolons: holder, shift_leader, supervisors, unit, unit_head, unit_above, or the code of a unit</source>
            <translation>Cách nhau bằng dấu chấm phẩy: holder (người đang giữ), shift_leader (trưởng ca), supervisors (trực chỉ huy), unit (đơn vị), unit_head (người đứng đầu), unit_above (cấp trên), hoặc mã đơn vị</translation>
        </message>
        <message>
            <source>Sounds again after seconds</source>
            <translation>Báo tiếng lại sau (giây)</translation>
        </message>
        <message>
            <source>0: once</source>
            <translation>0: một lần</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Đang dùng</translation>
        </message>
        <message>
            <source>Legal track</source>
            <translation>Loại hồ sơ</translation>
        </message>
        <message>
            <source>Empty: any track</source>
            <translation>Để trống: mọi loại</translation>
        </message>
        <message>
            <source>Days off and made up</source>
            <translation>Ngày nghỉ và làm bù</translation>
        </message>
        <message>
            <source>Half a day</source>
            <translation>Nửa ngày</translation>
        </message>
        <message>
            <source>Work ends at</source>
            <translation>Nghỉ từ</translation>
        </message>
        <message>
            <source>Of half a day; empty: noon</source>
            <translation>Của ngày làm nửa ngày; để trống: 12 giờ</translation>
        </message>
        <message>
            <source>Office held</source>
            <translation>Chức vụ</translation>
        </message>
        <message>
            <source>Criminal procedure</source>
            <translation>Tố tụng hình sự</translation>
        </message>
        <message>
            <source>who holds it</source>
            <translation>người đang giữ</translation>
        </message>
        <message>
            <source>leader of the shift</source>
            <translation>trưởng ca</translation>
        </message>
        <message>
            <source>supervisors</source>
            <translation>trực chỉ huy</translation>
        </message>
        <message>
            <source>people of the unit</source>
            <translation>cán bộ đơn vị</translation>
        </message>
        <message>
            <source>head of the unit</source>
            <translation>người đứng đầu đơn vị</translation>
        </message>
        <message>
            <source>the unit above</source>
            <translation>đơn vị cấp trên</translation>
        </message>
    </context>
<context>
    <name>AdministrationWords</name>
    <message>
        <source>“%1” is no day; write 2026-11-24.</source>
        <translation>“%1” không phải ngày; hãy viết dạng 2026-11-24.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1” không phải số.</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>“%1” không phải true hay false.</translation>
    </message>
    <message>
        <source>The value of “%1” is not one of those allowed.</source>
        <translation>Giá trị của “%1” không nằm trong các giá trị cho phép.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>Thiếu “%1”.</translation>
    </message>
    <message>
        <source>A value does not fit: %1</source>
        <translation>Có giá trị không phù hợp: %1</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>Thiếu mã.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Thiếu tên.</translation>
    </message>
    <message>
        <source>The words are missing.</source>
        <translation>Thiếu nội dung.</translation>
    </message>
    <message>
        <source>There is no unit with the code “%1”.</source>
        <translation>Không có đơn vị nào mang mã “%1”.</translation>
    </message>
    <message>
        <source>A unit officer needs a unit.</source>
        <translation>Cán bộ đơn vị phải thuộc một đơn vị.</translation>
    </message>
    <message>
        <source>“%1” would stand under itself.</source>
        <translation>“%1” sẽ trực thuộc chính nó.</translation>
    </message>
    <message>
        <source>There is no category with the code “%1” to stand under.</source>
        <translation>Không có danh mục cấp trên mang mã “%1”.</translation>
    </message>
    <message>
        <source>There is no category with the code “%1”.</source>
        <translation>Không có danh mục nào mang mã “%1”.</translation>
    </message>
    <message>
        <source>A login has small letters, digits, dot or dash, and begins with a letter.</source>
        <translation>Tên đăng nhập gồm chữ thường, chữ số, dấu chấm hoặc gạch, bắt đầu bằng chữ.</translation>
    </message>
    <message>
        <source>The login “%1” is taken.</source>
        <translation>Tên đăng nhập “%1” đã có người dùng.</translation>
    </message>
    <message>
        <source>Choose a role.</source>
        <translation>Hãy chọn vai trò.</translation>
    </message>
    <message>
        <source>Nobody changes their own role or shuts themselves out; another administrator can.</source>
        <translation>Không ai tự đổi vai trò hay tự khóa mình; quản trị viên khác làm được.</translation>
    </message>
    <message>
        <source>Your role may read this list but not change it.</source>
        <translation>Vai trò của đồng chí được đọc danh sách này nhưng không được sửa.</translation>
    </message>
    <message>
        <source>Somebody changed this row since you opened it.</source>
        <translation>Có người đã sửa dòng này sau khi đồng chí mở.</translation>
    </message>
    <message>
        <source>A row with this code and day is there already.</source>
        <translation>Đã có dòng với mã và ngày này.</translation>
    </message>
    <message>
        <source>The first line of the file names no column “%1”.</source>
        <translation>Dòng đầu của tệp không có cột “%1”.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. In Excel choose “CSV UTF-8” when saving.</source>
        <translation>Tệp không phải UTF-8. Trong Excel hãy chọn “CSV UTF-8” khi lưu.</translation>
    </message>
    <message>
        <source>The file is larger than 32 MB.</source>
        <translation>Tệp lớn hơn 32 MB.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Không đọc được tệp.</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>Không ghi được tệp vào đó.</translation>
    </message>
    <message>
        <source>Nothing was changed; what you typed is kept.</source>
        <translation>Chưa có gì thay đổi; nội dung đã nhập còn nguyên.</translation>
    </message>
        <message>
            <source>There is no legal track with the code “%1”.</source>
            <translation>Không có loại hồ sơ pháp lý với mã “%1”.</translation>
        </message>
        <message>
            <source>There is no calendar with the code “%1”.</source>
            <translation>Không có lịch với mã “%1”.</translation>
        </message>
        <message>
            <source>The hours cannot be read. Write 08:00–12:00, 13:30–17:30; office hours need at least one day with hours.</source>
            <translation>Không đọc được giờ. Hãy viết 08:00–12:00, 13:30–17:30; giờ hành chính cần ít nhất một ngày có giờ.</translation>
        </message>
        <message>
            <source>Two periods of one day overlap.</source>
            <translation>Hai khoảng giờ trong một ngày chồng lên nhau.</translation>
        </message>
        <message>
            <source>This day is not in the calendar any more.</source>
            <translation>Ngày này không còn trong lịch.</translation>
        </message>
        <message>
            <source>The last day lies before the first.</source>
            <translation>Ngày cuối đứng trước ngày đầu.</translation>
        </message>
        <message>
            <source>Another head of this unit has those days already; end or move that one first.</source>
            <translation>Đã có người khác phụ trách đơn vị trong những ngày đó; hãy kết thúc hoặc dời người đó trước.</translation>
        </message>
        <message>
            <source>Nobody who may sign in has the login “%1”.</source>
            <translation>Không có ai được đăng nhập với tên “%1”.</translation>
        </message>
        <message>
            <source>One of those who are told is neither a word of the ladder nor the code of a unit.</source>
            <translation>Một trong những nơi nhận không phải từ của thang cảnh báo, cũng không phải mã đơn vị.</translation>
        </message>
        <message>
            <source>A rung stands either at a percent of the time or so many minutes after it; both are whole numbers above zero.</source>
            <translation>Mỗi mức đặt ở một phần trăm thời hạn hoặc một số phút sau hạn; đều là số nguyên lớn hơn không.</translation>
        </message>
        <message>
            <source>none</source>
            <comment>a due date</comment>
            <translation>không có</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>case number, its new due time</comment>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>One due date moved: %1.</source>
            <translation>Một thời hạn đã dời: %1.</translation>
        </message>
        <message>
            <source>%1 due dates moved: %2.</source>
            <translation>%1 thời hạn đã dời: %2.</translation>
        </message>
    </context>
<context>
    <name>trucban::AdminTableModel</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>trucban::AdministrationPlace</name>
    <message>
        <source>Administration</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Save the row</source>
        <translation>Lưu dòng</translation>
    </message>
    <message>
        <source>Import from CSV…</source>
        <translation>Nhập từ CSV…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Xuất ra CSV…</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Thêm quy tắc</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Lưu quy tắc</translation>
    </message>
    <message>
        <source>Try the rule on past traffic</source>
        <translation>Thử quy tắc trên tin đã qua</translation>
    </message>
    <message>
        <source>Switch the rule on or off</source>
        <translation>Bật hoặc tắt quy tắc</translation>
    </message>
    <message>
        <source>Take the rule away</source>
        <translation>Bỏ quy tắc</translation>
    </message>
    <message>
        <source>Rules that propose</source>
        <translation>Quy tắc đề xuất</translation>
    </message>
</context>
<context>
    <name>trucban::FieldEdit</name>
    <message>
        <source>%1 *</source>
        <comment>a field that must be filled</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>This must be filled.</source>
        <translation>Mục này phải điền.</translation>
    </message>
    <message>
        <source>A number greater than zero is wanted.</source>
        <translation>Cần một số lớn hơn không.</translation>
    </message>
    <message>
        <source>This is no day; write 24/11/2026.</source>
        <translation>Đây không phải ngày; hãy viết dạng 24/11/2026.</translation>
    </message>
    <message>
        <source>Small letters, digits, dot or dash; the first is a letter.</source>
        <translation>Chữ thường, chữ số, dấu chấm hoặc gạch; ký tự đầu là chữ.</translation>
    </message>
    <message>
        <source>A link begins with https://</source>
        <translation>Liên kết bắt đầu bằng https://</translation>
    </message>
</context>
<context>
    <name>trucban::ImportPanel</name>
    <message>
        <source>Try the file again</source>
        <translation>Thử lại tệp</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Sai ở đâu</translation>
    </message>
    <message>
        <source>Lines that are not right</source>
        <translation>Các dòng chưa đúng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Trying every line; nothing is changed yet…</source>
        <translation>Đang thử từng dòng; chưa thay đổi gì…</translation>
    </message>
    <message>
        <source>The file has no lines under its header.</source>
        <translation>Tệp không có dòng nào dưới dòng tiêu đề.</translation>
    </message>
    <message>
        <source>Copy the passwords</source>
        <translation>Sao chép mật khẩu</translation>
    </message>
    <message>
        <source>Copied. Paste it where only the people themselves will read it.</source>
        <translation>Đã sao chép. Chỉ dán vào nơi mà riêng người được cấp đọc được.</translation>
    </message>
    <message>
        <source>Every line is right (%1). Each adds a person who may sign in.</source>
        <translation>Mọi dòng đều đúng (%1). Mỗi dòng thêm một người được đăng nhập.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>New passwords</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>These passwords were made here and are shown only now; the server keeps none of them. Hand each to its person, then close.</source>
        <translation>Các mật khẩu này vừa được tạo và chỉ hiện lần này; máy chủ không giữ. Hãy trao cho từng người rồi đóng.</translation>
    </message>
    <message>
        <source>Every line is right (%1). Rows whose code and day are known are changed, the others are added.</source>
        <translation>Mọi dòng đều đúng (%1). Dòng đã có mã và ngày sẽ được sửa, dòng khác được thêm.</translation>
    </message>
    <message>
        <source>Of %2 lines, %1 cannot be taken; nothing was changed. Mend them in the file, then try it again.</source>
        <translation>Trong %2 dòng có %1 dòng không nhận được; chưa thay đổi gì. Hãy sửa trong tệp rồi thử lại.</translation>
    </message>
    <message>
        <source>Import 1 line</source>
        <translation>Nhập 1 dòng</translation>
    </message>
    <message>
        <source>Import %1 lines</source>
        <translation>Nhập %1 dòng</translation>
    </message>
</context>
<context>
    <name>trucban::ListPage</name>
    <message>
        <source>Search in this list</source>
        <translation>Tìm trong danh sách này</translation>
    </message>
    <message>
        <source>1 line imported.</source>
        <translation>Đã nhập 1 dòng.</translation>
    </message>
    <message>
        <source>%1 lines imported.</source>
        <translation>Đã nhập %1 dòng.</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>Nhập CSV…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Xuất CSV…</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Chưa có gì.</translation>
    </message>
    <message>
        <source>No row of this list fits “%1”.</source>
        <translation>Không có dòng nào khớp “%1”.</translation>
    </message>
    <message>
        <source>Try fewer letters; marks are not needed.</source>
        <translation>Thử ít chữ hơn; không cần gõ dấu.</translation>
    </message>
    <message>
        <source>The row beside is not saved yet.</source>
        <translation>Dòng bên cạnh chưa được lưu.</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>Nội dung đã nhập còn nguyên.</translation>
    </message>
    <message>
        <source>Save or close it first.</source>
        <translation>Hãy lưu hoặc đóng trước.</translation>
    </message>
    <message>
        <source>CSV file to import</source>
        <translation>Tệp CSV cần nhập</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Tệp CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Xuất danh sách này</translation>
    </message>
    <message>
        <source>1 row written.</source>
        <translation>Đã ghi 1 dòng.</translation>
    </message>
    <message>
        <source>%1 rows written.</source>
        <translation>Đã ghi %1 dòng.</translation>
    </message>
</context>
<context>
    <name>trucban::RecordForm</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Your role reads this list; an administrator changes it.</source>
        <translation>Vai trò của đồng chí được đọc danh sách này; quản trị viên mới được sửa.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>Tạo mật khẩu</translation>
    </message>
    <message>
        <source>Makes a password that can be read aloud without mistakes</source>
        <translation>Tạo mật khẩu dễ đọc, không nhầm lẫn</translation>
    </message>
    <message>
        <source>For a new person it must be given; later, empty leaves it as it is. It is shown so that it can be handed over; the server gets only a seal of it.</source>
        <translation>Người mới phải có mật khẩu; về sau để trống là giữ nguyên. Mật khẩu hiện ra để bàn giao; máy chủ chỉ nhận dấu niêm của nó.</translation>
    </message>
    <message>
        <source>Take their version</source>
        <translation>Lấy bản của họ</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Lưu đè bản của tôi</translation>
    </message>
    <message>
        <source>A password has at least %1 characters.</source>
        <translation>Mật khẩu phải có ít nhất %1 ký tự.</translation>
    </message>
    <message>
        <source>Some fields are not right yet.</source>
        <translation>Có mục chưa đúng.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Chưa lưu gì.</translation>
    </message>
    <message>
        <source>Mend those marked below.</source>
        <translation>Hãy sửa các mục được đánh dấu bên dưới.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>Đã lưu %1.</translation>
    </message>
    <message>
        <source>%1: theirs “%2”, yours “%3”</source>
        <translation>%1: của họ “%2”, của đồng chí “%3”</translation>
    </message>
    <message>
        <source>Their version says the same as yours.</source>
        <translation>Bản của họ giống bản của đồng chí.</translation>
    </message>
</context>
<context>
    <name>trucban::TemplatePreview</name>
    <message>
        <source>As it will read</source>
        <translation>Khi gửi sẽ đọc là</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Chưa có gì.</translation>
    </message>
    <message>
        <source>Filled by the desk: %1.</source>
        <translation>Máy điền: %1.</translation>
    </message>
    <message>
        <source>Filled by the officer before sending: %1.</source>
        <translation>Cán bộ điền trước khi gửi: %1.</translation>
    </message>
</context>
    <context>
        <name>trucban::ListPage</name>
        <message>
            <source>Fold all</source>
            <translation>Thu gọn tất cả</translation>
        </message>
        <message>
            <source>Unfold all</source>
            <translation>Mở tất cả</translation>
        </message>
        <message>
            <source>Only you are known here yet.</source>
            <translation>Hiện mới chỉ có bạn.</translation>
        </message>
        <message>
            <source>Add the officers, the supervisors and the units' people: each signs in with a login of their own.</source>
            <translation>Hãy thêm cán bộ trực, trực chỉ huy và cán bộ đơn vị: mỗi người đăng nhập bằng tài khoản riêng.</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Thêm người</translation>
        </message>
    </context>
<context>
    <name>trucban::RulesPage</name>
    <message>
        <source>Rules propose a unit, an urgency, a deadline; they never act. Officers see them first in the assignment, with the reason.</source>
        <translation>Quy tắc đề xuất đơn vị, mức khẩn, thời hạn; không tự làm gì. Cán bộ thấy đề xuất đầu tiên khi chuyển đơn vị, kèm lý do.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Quy tắc mới</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi</translation>
    </message>
    <message>
        <source>Proposes</source>
        <translation>Đề xuất</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Đã thử</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Các quy tắc</translation>
    </message>
    <message>
        <source>There are no rules yet.</source>
        <translation>Chưa có quy tắc nào.</translation>
    </message>
    <message>
        <source>A rule proposes where a case goes, from its words, its place or its kind. Begin with “New rule”.</source>
        <translation>Quy tắc đề xuất nơi chuyển vụ việc theo lời, địa bàn hoặc loại tin. Bắt đầu bằng “Quy tắc mới”.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Lưu quy tắc</translation>
    </message>
    <message>
        <source>Tried on past traffic</source>
        <translation>Thử trên tin đã qua</translation>
    </message>
    <message>
        <source>First day of the trial</source>
        <translation>Ngày đầu để thử</translation>
    </message>
    <message>
        <source>Last day of the trial</source>
        <translation>Ngày cuối để thử</translation>
    </message>
    <message>
        <source>Try the rule</source>
        <translation>Thử quy tắc</translation>
    </message>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a day</comment>
        <translation>đến</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>Lời đầu</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Đã làm</translation>
    </message>
    <message>
        <source>What the rule proposes</source>
        <translation>Quy tắc đề xuất</translation>
    </message>
    <message>
        <source>Cases the rule fits</source>
        <translation>Vụ việc khớp quy tắc</translation>
    </message>
    <message>
        <source>Tried %1.</source>
        <translation>Đã thử %1.</translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation>Chưa thử.</translation>
    </message>
    <message>
        <source>Save the rule, then try it on past traffic.</source>
        <translation>Lưu quy tắc, rồi thử trên tin đã qua.</translation>
    </message>
    <message>
        <source>Saved and switched off: what the rule says now has not been tried yet.</source>
        <translation>Đã lưu và tắt: nội dung mới của quy tắc chưa được thử.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Switched on: officers see what it proposes.</source>
        <translation>Đã bật: cán bộ thấy đề xuất.</translation>
    </message>
    <message>
        <source>Switched off.</source>
        <translation>Đã tắt.</translation>
    </message>
    <message>
        <source>The rule is taken away.</source>
        <translation>Đã bỏ quy tắc.</translation>
    </message>
    <message>
        <source>Looking through past traffic …</source>
        <translation>Đang xem tin đã qua …</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Bật</translation>
    </message>
    <message>
        <source>Save the rule first</source>
        <translation>Lưu quy tắc trước</translation>
    </message>
    <message>
        <source>Try it on past traffic first</source>
        <translation>Thử trên tin đã qua trước</translation>
    </message>
</context>
<context>
    <name>trucban::RuleForm</name>
    <message>
        <source>When all of this holds</source>
        <translation>Khi đủ các điều kiện</translation>
    </message>
    <message>
        <source>it proposes</source>
        <translation>thì đề xuất</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Tên quy tắc</translation>
    </message>
    <message>
        <source>Short; officers read it as the reason</source>
        <translation>Ngắn gọn; cán bộ đọc như lý do</translation>
    </message>
    <message>
        <source>Words of which one is written</source>
        <translation>Có một trong các từ</translation>
    </message>
    <message>
        <source>đua xe, nẹt pô, …; with or without marks</source>
        <translation>đua xe, nẹt pô, …; có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Words that are all written in one message</source>
        <translation>Đủ các từ trong một tin</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>Category of the case</source>
        <translation>Danh mục của vụ việc</translation>
    </message>
    <message>
        <source>Area of the case</source>
        <translation>Địa bàn của vụ việc</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Kênh tin đến</translation>
    </message>
    <message>
        <source>What is attached</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Legal track of the case</source>
        <translation>Diện xử lý của vụ việc</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>One of the words</source>
        <translation>Có một từ</translation>
    </message>
    <message>
        <source>All of the words</source>
        <translation>Đủ các từ</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Địa bàn</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Đính kèm</translation>
    </message>
    <message>
        <source>Legal track</source>
        <translation>Diện xử lý</translation>
    </message>
    <message>
        <source>Place among the rules; smaller speaks first</source>
        <translation>Thứ tự giữa các quy tắc; số nhỏ nói trước</translation>
    </message>
    <message>
        <source>Unit that is proposed</source>
        <translation>Đơn vị được đề xuất</translation>
    </message>
    <message>
        <source>Urgency that is proposed</source>
        <translation>Mức khẩn được đề xuất</translation>
    </message>
    <message>
        <source>Category that is proposed</source>
        <translation>Danh mục được đề xuất</translation>
    </message>
    <message>
        <source>Legal track that is proposed</source>
        <translation>Diện xử lý được đề xuất</translation>
    </message>
    <message>
        <source>by the table of deadlines</source>
        <translation>theo bảng thời hạn</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Thời gian trả lời</translation>
    </message>
    <message>
        <source>Unit of the time to answer</source>
        <translation>Đơn vị tính thời gian trả lời</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Mức khẩn</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Trả lời trong</translation>
    </message>
    <message>
        <source>any</source>
        <translation>bất kỳ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ảnh</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>video</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>ghi âm</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>tệp</translation>
    </message>
    <message>
        <source>nothing is attached</source>
        <translation>không đính kèm</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>months</source>
        <translation>tháng</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>a picture</source>
        <translation>ảnh</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>video</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>ghi âm</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>tệp</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không có gì</translation>
    </message>
    <message>
        <source>the words</source>
        <translation>các từ</translation>
    </message>
    <message>
        <source>the unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>the area</source>
        <translation>địa bàn</translation>
    </message>
    <message>
        <source>the time to answer</source>
        <translation>thời gian trả lời</translation>
    </message>
    <message>
        <source>the category</source>
        <translation>danh mục</translation>
    </message>
    <message>
        <source>the legal track</source>
        <translation>diện xử lý</translation>
    </message>
    <message>
        <source>one of the fields</source>
        <translation>một trong các ô</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 ngày</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 tháng</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 ngày làm việc</translation>
    </message>
    <message>
        <source>one of %1 is written</source>
        <translation>có một trong: %1</translation>
    </message>
    <message>
        <source>%1 are written together</source>
        <translation>đủ cả: %1</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>danh mục %1</translation>
    </message>
    <message>
        <source>area %1</source>
        <translation>địa bàn %1</translation>
    </message>
    <message>
        <source>came as: %1</source>
        <translation>đến qua: %1</translation>
    </message>
    <message>
        <source>attached: %1</source>
        <translation>đính kèm: %1</translation>
    </message>
    <message>
        <source>legal track %1</source>
        <translation>diện %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>trong %1</translation>
    </message>
    <message>
        <source>On</source>
        <comment>a rule</comment>
        <translation>Bật</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>a rule</comment>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Off, not tried yet</source>
        <comment>a rule</comment>
        <translation>Tắt, chưa thử</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>tried</comment>
        <translation>chưa</translation>
    </message>
    <message>
        <source>%1, %2: fitted %3</source>
        <translation>%1, %2: khớp %3</translation>
    </message>
    <message>
        <source>Of %L1 cases in this time the rule fits %L2.</source>
        <translation>Trong %L1 vụ việc của thời gian này, quy tắc khớp %L2.</translation>
    </message>
    <message>
        <source>Unit: %L1 as proposed, %L2 went to another, %L3 to none.</source>
        <translation>Đơn vị: %L1 đúng như đề xuất, %L2 chuyển nơi khác, %L3 chưa chuyển.</translation>
    </message>
    <message>
        <source>Urgency: %L1 as proposed, %L2 another.</source>
        <translation>Mức khẩn: %L1 đúng như đề xuất, %L2 khác.</translation>
    </message>
    <message>
        <source>Category: %L1 as proposed, %L2 another.</source>
        <translation>Danh mục: %L1 đúng như đề xuất, %L2 khác.</translation>
    </message>
    <message>
        <source>Legal track: %L1 as proposed, %L2 another.</source>
        <translation>Diện xử lý: %L1 đúng như đề xuất, %L2 khác.</translation>
    </message>
    <message>
        <source>%L1 are about the proposed unit: the rule would not have named it.</source>
        <translation>%L1 phản ánh về chính đơn vị được đề xuất: quy tắc sẽ không nêu đơn vị đó.</translation>
    </message>
    <message>
        <source>Only the newest cases of this time were looked at.</source>
        <translation>Chỉ xem các vụ việc mới nhất của thời gian này.</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>chưa chuyển đơn vị</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>chưa có danh mục</translation>
    </message>
    <message>
        <source>no legal track</source>
        <translation>chưa có diện xử lý</translation>
    </message>
    <message>
        <source>about that unit</source>
        <translation>về chính đơn vị đó</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>khác</translation>
    </message>
    <message>
        <source>not forwarded</source>
        <translation>chưa chuyển</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>giống</translation>
    </message>
    <message>
        <source>Nothing was changed; what you typed is kept.</source>
        <translation>Chưa thay đổi gì; nội dung đã nhập vẫn còn.</translation>
    </message>
    <message>
        <source>What the rule says now has not been tried yet.</source>
        <translation>Nội dung hiện tại của quy tắc chưa được thử.</translation>
    </message>
    <message>
        <source>It stays off.</source>
        <translation>Quy tắc vẫn tắt.</translation>
    </message>
    <message>
        <source>Try it on past traffic, read the result, then switch it on.</source>
        <translation>Thử trên tin đã qua, đọc kết quả, rồi bật.</translation>
    </message>
    <message>
        <source>The rule asks for nothing, so it would fit every case.</source>
        <translation>Quy tắc không có điều kiện nên khớp mọi vụ việc.</translation>
    </message>
    <message>
        <source>Write words, or choose a category, an area, a channel or an attachment.</source>
        <translation>Nhập từ, hoặc chọn danh mục, địa bàn, kênh hay loại đính kèm.</translation>
    </message>
    <message>
        <source>The rule proposes nothing.</source>
        <translation>Quy tắc không đề xuất gì.</translation>
    </message>
    <message>
        <source>Choose a unit, an urgency, a category, a legal track or a time.</source>
        <translation>Chọn đơn vị, mức khẩn, danh mục, diện xử lý hoặc thời gian.</translation>
    </message>
    <message>
        <source>Something is not right with %1.</source>
        <translation>Có chỗ chưa đúng ở %1.</translation>
    </message>
    <message>
        <source>Mend that field and save again.</source>
        <translation>Sửa ô đó rồi lưu lại.</translation>
    </message>
    <message>
        <source>The rule has no name.</source>
        <translation>Quy tắc chưa có tên.</translation>
    </message>
    <message>
        <source>Give it a short name the officers will read.</source>
        <translation>Đặt tên ngắn để cán bộ đọc.</translation>
    </message>
    <message>
        <source>Somebody changed this rule meanwhile.</source>
        <translation>Có người vừa sửa quy tắc này.</translation>
    </message>
    <message>
        <source>Open the rule again in the list; note your words first.</source>
        <translation>Mở lại quy tắc trong danh sách; ghi lại nội dung trước.</translation>
    </message>
    <message>
        <source>This span of time cannot be looked at.</source>
        <translation>Không xem được khoảng thời gian này.</translation>
    </message>
    <message>
        <source>Nothing was tried.</source>
        <translation>Chưa thử gì.</translation>
    </message>
    <message>
        <source>Choose a beginning before the end, at most a year.</source>
        <translation>Chọn ngày đầu trước ngày cuối, nhiều nhất một năm.</translation>
    </message>
</context>
</TS>
