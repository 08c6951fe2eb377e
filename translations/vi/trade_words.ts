<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>CaseStatus</name>
        <message>
            <source>New</source>
            <translation>Mới</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>Đã nhận</translation>
        </message>
        <message>
            <source>Classified</source>
            <translation>Đã phân loại</translation>
        </message>
        <message>
            <source>With the unit</source>
            <translation>Đơn vị đang xử lý</translation>
        </message>
        <message>
            <source>Handed back</source>
            <translation>Đơn vị trả lại</translation>
        </message>
        <message>
            <source>Answered by the unit</source>
            <translation>Đơn vị đã trả lời</translation>
        </message>
        <message>
            <source>Released to the citizen</source>
            <translation>Đã trả lời dân</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Đã đăng</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Đã đóng</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Không tiếp nhận</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Trùng</translation>
        </message>
        <message>
            <source>Reopened</source>
            <translation>Mở lại</translation>
        </message>
    </context>
    <context>
        <name>Urgency</name>
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
    </context>
    <context>
        <name>Clock</name>
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
            <source>Review</source>
            <translation>Duyệt trả lời</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Trả lời dân</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Đăng kết quả</translation>
        </message>
        <message>
            <source>Facebook 24 h</source>
            <translation>Facebook 24 giờ</translation>
        </message>
        <message>
            <source>Facebook 7 days</source>
            <translation>Facebook 7 ngày</translation>
        </message>
    </context>
    <context>
        <name>Channel</name>
        <message>
            <source>Messenger</source>
            <translation>Messenger</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Bình luận</translation>
        </message>
        <message>
            <source>Visitor post</source>
            <translation>Bài khách đăng</translation>
        </message>
        <message>
            <source>Mention</source>
            <translation>Lượt nhắc đến trang</translation>
        </message>
    </context>
    <context>
        <name>AssignmentState</name>
        <message>
            <source>Not confirmed yet</source>
            <translation>Chưa xác nhận</translation>
        </message>
        <message>
            <source>Being handled</source>
            <translation>Đang xử lý</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Đã trả lời</translation>
        </message>
        <message>
            <source>Handed back</source>
            <translation>Trả lại</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Đã rút</translation>
        </message>
        <message>
            <source>Answer accepted</source>
            <translation>Đã duyệt trả lời</translation>
        </message>
        <message>
            <source>Returned to the unit</source>
            <translation>Yêu cầu làm lại</translation>
        </message>
    </context>
    <context>
        <name>OutboxState</name>
        <message>
            <source>Queued</source>
            <translation>Chờ gửi</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Đang gửi</translation>
        </message>
        <message>
            <source>Being checked with Facebook</source>
            <translation>Đang kiểm tra với Facebook</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Đã gửi</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Đã nhận</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Đã xem</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>Chưa gửi được</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Đã hủy</translation>
        </message>
    </context>
    <context>
        <name>BulletinState</name>
        <message>
            <source>Draft</source>
            <translation>Bản nháp</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>Chờ duyệt</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Đã duyệt</translation>
        </message>
        <message>
            <source>Scheduled</source>
            <translation>Đã hẹn giờ</translation>
        </message>
        <message>
            <source>Being published</source>
            <translation>Đang đăng</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Đã đăng</translation>
        </message>
        <message>
            <source>Not published</source>
            <translation>Chưa đăng được</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Đã rút</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <source>Officer</source>
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
            <translation>Quản trị</translation>
        </message>
    </context>
    <context>
        <name>Citizen</name>
        <message>
            <source>Citizen #%1</source>
            <translation>Người dân #%1</translation>
        </message>
    </context>
</TS>
