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
        <message>
        <source>Handed on</source>
        <translation>Đã chuyển tiếp</translation>
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
    <context>
        <name>RefusalWords</name>
        <message>
            <source>Facebook takes what the page did for abuse and has blocked it for a while.</source>
            <translation>Facebook cho rằng trang bị lạm dụng và đã chặn trang một thời gian.</translation>
        </message>
        <message>
            <source>A supervisor looks at the page at Facebook; send it again when the block is over.</source>
            <translation>Trực chỉ huy xem trang trên Facebook; gửi lại khi hết bị chặn.</translation>
        </message>
        <message>
            <source>The page's application is not live at Facebook.</source>
            <translation>Ứng dụng của trang chưa được bật chính thức trên Facebook.</translation>
        </message>
        <message>
            <source>The administrator looks at the page's permissions at Facebook; then send it again.</source>
            <translation>Quản trị viên kiểm tra quyền của trang trên Facebook; sau đó gửi lại.</translation>
        </message>
        <message>
            <source>The attachment is too large for Facebook.</source>
            <translation>Tệp đính kèm quá lớn đối với Facebook.</translation>
        </message>
        <message>
            <source>Attach a smaller one, then send it again.</source>
            <translation>Đính kèm tệp nhỏ hơn rồi gửi lại.</translation>
        </message>
        <message>
            <source>Facebook does not take this kind of attachment.</source>
            <translation>Facebook không nhận loại tệp đính kèm này.</translation>
        </message>
        <message>
            <source>Attach it in another form or leave it out, then send it again.</source>
            <translation>Đính kèm ở dạng khác hoặc bỏ tệp ra, rồi gửi lại.</translation>
        </message>
        <message>
            <source>Facebook did not understand what the gateway sent.</source>
            <translation>Facebook không hiểu nội dung cổng kết nối gửi đi.</translation>
        </message>
        <message>
            <source>Send it again; if it stays, tell the administrator.</source>
            <translation>Gửi lại; nếu vẫn lỗi, hãy báo quản trị viên.</translation>
        </message>
        <message>
            <source>The post this belongs to is not in the database any more.</source>
            <translation>Bài đăng liên quan không còn trong cơ sở dữ liệu.</translation>
        </message>
        <message>
            <source>Tell the administrator.</source>
            <translation>Hãy báo quản trị viên.</translation>
        </message>
        <message>
            <source>The page lacks a permission at Facebook.</source>
            <translation>Trang thiếu một quyền trên Facebook.</translation>
        </message>
        <message>
            <source>An answer under a comment takes pictures only.</source>
            <translation>Trả lời dưới bình luận chỉ kèm được ảnh.</translation>
        </message>
        <message>
            <source>Leave the file out, or send it privately.</source>
            <translation>Bỏ tệp ra, hoặc gửi qua tin nhắn riêng.</translation>
        </message>
        <message>
            <source>Our own database was away for a moment.</source>
            <translation>Cơ sở dữ liệu của hệ thống tạm thời gián đoạn.</translation>
        </message>
        <message>
            <source>Wait: it goes on by itself.</source>
            <translation>Chờ một lát: hệ thống tự làm tiếp.</translation>
        </message>
        <message>
            <source>Facebook already has a post with the same words.</source>
            <translation>Facebook đã có một bài với đúng nội dung này.</translation>
        </message>
        <message>
            <source>Look at the page: if the post is there, nothing is to be done; otherwise change the words and publish again.</source>
            <translation>Hãy xem trang: nếu bài đã có thì không cần làm gì; nếu chưa, sửa nội dung rồi đăng lại.</translation>
        </message>
        <message>
            <source>Facebook is not well at the moment.</source>
            <translation>Facebook đang gặp sự cố.</translation>
        </message>
        <message>
            <source>Facebook refused the file.</source>
            <translation>Facebook từ chối tệp.</translation>
        </message>
        <message>
            <source>Take another file or its safe copy, then send it again.</source>
            <translation>Dùng tệp khác hoặc bản sao an toàn, rồi gửi lại.</translation>
        </message>
        <message>
            <source>Facebook does not allow this link.</source>
            <translation>Facebook không cho phép liên kết này.</translation>
        </message>
        <message>
            <source>Use another link or leave it out, then publish again.</source>
            <translation>Dùng liên kết khác hoặc bỏ liên kết, rồi đăng lại.</translation>
        </message>
        <message>
            <source>Facebook cannot read the page behind the link.</source>
            <translation>Facebook không đọc được trang của liên kết.</translation>
        </message>
        <message>
            <source>Try the link in a browser; correct it or leave it out, then publish again.</source>
            <translation>Thử mở liên kết trong trình duyệt; sửa hoặc bỏ liên kết, rồi đăng lại.</translation>
        </message>
        <message>
            <source>A file of this kind cannot be part of a post.</source>
            <translation>Loại tệp này không đăng kèm bài được.</translation>
        </message>
        <message>
            <source>Leave it out: a post takes pictures, or one video.</source>
            <translation>Bỏ tệp ra: một bài chỉ kèm ảnh, hoặc một video.</translation>
        </message>
        <message>
            <source>A file of it is not in our store.</source>
            <translation>Một tệp đính kèm không có trong kho.</translation>
        </message>
        <message>
            <source>Attach the file anew, then send it again.</source>
            <translation>Đính kèm lại tệp rồi gửi lại.</translation>
        </message>
        <message>
            <source>Facebook could not read this message.</source>
            <translation>Facebook không đọc được tin này.</translation>
        </message>
        <message>
            <source>Change the words, then send it again.</source>
            <translation>Sửa nội dung rồi gửi lại.</translation>
        </message>
        <message>
            <source>Facebook refused the words of this message.</source>
            <translation>Facebook từ chối nội dung tin này.</translation>
        </message>
        <message>
            <source>Facebook does not know this person any more.</source>
            <translation>Facebook không còn biết người này.</translation>
        </message>
        <message>
            <source>Use another way to reach the citizen and note it in the case.</source>
            <translation>Liên hệ người dân bằng cách khác và ghi lại vào vụ việc.</translation>
        </message>
        <message>
            <source>The comment or post is no longer on Facebook.</source>
            <translation>Bình luận hoặc bài đăng không còn trên Facebook.</translation>
        </message>
        <message>
            <source>Look at Facebook; if it was deleted there, answer in another way.</source>
            <translation>Hãy xem trên Facebook; nếu đã bị xóa, hãy trả lời bằng cách khác.</translation>
        </message>
        <message>
            <source>The time Facebook allows for an answer is over.</source>
            <translation>Đã quá thời hạn Facebook cho phép trả lời.</translation>
        </message>
        <message>
            <source>Wait for the citizen to write again, or reach them by the phone number they left.</source>
            <translation>Chờ người dân nhắn lại, hoặc liên hệ theo số điện thoại họ để lại.</translation>
        </message>
        <message>
            <source>Facebook has restricted the page.</source>
            <translation>Facebook đã hạn chế trang.</translation>
        </message>
        <message>
            <source>The citizen does not accept messages from the page.</source>
            <translation>Người dân không nhận tin nhắn từ trang.</translation>
        </message>
        <message>
            <source>The citizen cannot be reached or has blocked the page.</source>
            <translation>Không liên lạc được với người dân, hoặc họ đã chặn trang.</translation>
        </message>
        <message>
            <source>A picture is too large for Facebook.</source>
            <translation>Một ảnh quá lớn đối với Facebook.</translation>
        </message>
        <message>
            <source>Take its smaller copy, then send it again.</source>
            <translation>Dùng bản ảnh nhỏ hơn rồi gửi lại.</translation>
        </message>
        <message>
            <source>Facebook says the page broke its rules and has blocked it for a while.</source>
            <translation>Facebook cho rằng trang vi phạm quy định và đã chặn trang một thời gian.</translation>
        </message>
        <message>
            <source>Facebook asks for a pause because too much was sent.</source>
            <translation>Facebook yêu cầu tạm ngừng vì đã gửi quá nhiều.</translation>
        </message>
        <message>
            <source>Wait a few minutes, then send it again.</source>
            <translation>Chờ vài phút rồi gửi lại.</translation>
        </message>
        <message>
            <source>This comment was already answered privately once.</source>
            <translation>Bình luận này đã được trả lời riêng một lần.</translation>
        </message>
        <message>
            <source>Answer under the comment and ask the citizen to write to the page.</source>
            <translation>Trả lời dưới bình luận và mời người dân nhắn tin cho trang.</translation>
        </message>
        <message>
            <source>Facebook does not tell us who this person is.</source>
            <translation>Facebook không cho biết người này là ai.</translation>
        </message>
        <message>
            <source>Facebook wants the page's manager to prove who they are before anything is published.</source>
            <translation>Facebook yêu cầu người quản lý trang xác minh danh tính trước khi đăng bài.</translation>
        </message>
        <message>
            <source>The page's manager does so at Facebook; then publish again.</source>
            <translation>Người quản lý trang xác minh trên Facebook; sau đó đăng lại.</translation>
        </message>
        <message>
            <source>Facebook wants a security check of the page's manager.</source>
            <translation>Facebook yêu cầu người quản lý trang kiểm tra bảo mật.</translation>
        </message>
        <message>
            <source>The page's manager passes it at Facebook; then send it again.</source>
            <translation>Người quản lý trang hoàn tất trên Facebook; sau đó gửi lại.</translation>
        </message>
        <message>
            <source>Facebook had a passing fault.</source>
            <translation>Facebook gặp lỗi tạm thời.</translation>
        </message>
        <message>
            <source>There are no words and no file in it.</source>
            <translation>Không có nội dung và không có tệp nào.</translation>
        </message>
        <message>
            <source>Write something, then send it again.</source>
            <translation>Soạn nội dung rồi gửi lại.</translation>
        </message>
        <message>
            <source>There are more words than Facebook takes.</source>
            <translation>Nội dung dài hơn mức Facebook cho phép.</translation>
        </message>
        <message>
            <source>Shorten the words, then send it again.</source>
            <translation>Rút ngắn nội dung rồi gửi lại.</translation>
        </message>
        <message>
            <source>The page has removed our application at Facebook.</source>
            <translation>Trang đã gỡ ứng dụng của hệ thống trên Facebook.</translation>
        </message>
        <message>
            <source>The administrator connects the page anew; what is queued leaves by itself afterwards.</source>
            <translation>Quản trị viên kết nối lại trang; những gì đang chờ sẽ tự gửi sau đó.</translation>
        </message>
        <message>
            <source>Facebook wants the page's manager to confirm who they are.</source>
            <translation>Facebook yêu cầu người quản lý trang xác nhận danh tính.</translation>
        </message>
        <message>
            <source>The page's manager signs in at Facebook and confirms; what is queued leaves by itself afterwards.</source>
            <translation>Người quản lý trang đăng nhập Facebook và xác nhận; những gì đang chờ sẽ tự gửi sau đó.</translation>
        </message>
        <message>
            <source>The page's access to Facebook has run out.</source>
            <translation>Quyền truy cập Facebook của trang đã hết hạn.</translation>
        </message>
        <message>
            <source>The administrator renews the page's access; what is queued leaves by itself afterwards.</source>
            <translation>Quản trị viên cấp lại quyền truy cập của trang; những gì đang chờ sẽ tự gửi sau đó.</translation>
        </message>
        <message>
            <source>Facebook no longer accepts the page's access.</source>
            <translation>Facebook không còn chấp nhận quyền truy cập của trang.</translation>
        </message>
        <message>
            <source>The password of the page's manager was changed, so that Facebook no longer accepts the page's access.</source>
            <translation>Mật khẩu của người quản lý trang đã đổi, nên Facebook không còn chấp nhận quyền truy cập của trang.</translation>
        </message>
        <message>
            <source>Whoever gave us access no longer manages the page.</source>
            <translation>Người cấp quyền cho hệ thống không còn quản lý trang.</translation>
        </message>
        <message>
            <source>The account of the page's manager is not confirmed at Facebook.</source>
            <translation>Tài khoản của người quản lý trang chưa được Facebook xác nhận.</translation>
        </message>
        <message>
            <source>The access in use is not the page's own.</source>
            <translation>Quyền truy cập đang dùng không phải của chính trang.</translation>
        </message>
        <message>
            <source>It is not clear whether it arrived; the gateway is looking.</source>
            <translation>Chưa rõ đã đến nơi hay chưa; cổng kết nối đang kiểm tra.</translation>
        </message>
        <message>
            <source>Wait: it is looked for at Facebook, and sent again only when it is not there.</source>
            <translation>Chờ một lát: hệ thống tìm trên Facebook và chỉ gửi lại khi chưa có.</translation>
        </message>
        <message>
            <source>Facebook refused it and gave no reason we know.</source>
            <translation>Facebook từ chối với lý do hệ thống chưa biết.</translation>
        </message>
        <message>
            <source>Facebook cannot be reached.</source>
            <translation>Không kết nối được với Facebook.</translation>
        </message>
        <message>
            <source>The video did not arrive whole.</source>
            <translation>Video chưa tải lên trọn vẹn.</translation>
        </message>
        <message>
            <source>Facebook is still working on the video.</source>
            <translation>Facebook đang xử lý video.</translation>
        </message>
        <message>
            <source>The video is too large or too long for Facebook.</source>
            <translation>Video quá lớn hoặc quá dài đối với Facebook.</translation>
        </message>
        <message>
            <source>Take a shorter or smaller one, then send it again.</source>
            <translation>Dùng video ngắn hơn hoặc nhỏ hơn, rồi gửi lại.</translation>
        </message>
        <message>
            <source>A video cannot be in one post with pictures or a second video.</source>
            <translation>Video không đăng chung bài với ảnh hay video khác được.</translation>
        </message>
        <message>
            <source>Make a post of its own for the video.</source>
            <translation>Hãy đăng video thành một bài riêng.</translation>
        </message>
        <message>
            <source>Facebook cannot play this video.</source>
            <translation>Facebook không phát được video này.</translation>
        </message>
        <message>
            <source>Take its safe copy, then send it again.</source>
            <translation>Dùng bản sao an toàn rồi gửi lại.</translation>
        </message>
        <message>
            <source>Facebook refused it.</source>
            <translation>Facebook từ chối.</translation>
        </message>
        <message>
            <source>Facebook refused it (%1).</source>
            <translation>Facebook từ chối (%1).</translation>
        </message>
        <message>
            <source>What you wrote is kept.</source>
            <translation>Nội dung đã soạn vẫn được giữ.</translation>
        </message>
        <message>
            <source>The post is kept.</source>
            <translation>Bài viết vẫn được giữ.</translation>
        </message>
    </context>
<context>
    <name>trucban::WordChanges</name>
    <message>
        <source>The words are the same.</source>
        <translation>Hai bản giống nhau.</translation>
    </message>
    <message>
        <source>Words taken out: %1. Words put in: %2.</source>
        <translation>Số chữ bỏ đi: %1. Số chữ thêm vào: %2.</translation>
    </message>
</context>
</TS>
