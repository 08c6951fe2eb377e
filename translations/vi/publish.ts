<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::AskBar</name>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Lý do</translation>
        </message>
        <message>
            <source>Time of publication</source>
            <translation>Thời điểm đăng</translation>
        </message>
    </context>
    <context>
        <name>trucban::BulletinEditor</name>
        <message>
            <source>Template…</source>
            <translation>Bài mẫu…</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>Đã lưu lúc %1</translation>
        </message>
        <message>
            <source>Words you had not saved yet are back.</source>
            <translation>Đã khôi phục phần bạn gõ mà chưa lưu.</translation>
        </message>
        <message>
            <source>This workstation keeps words you typed over an older version.</source>
            <translation>Máy này còn giữ phần bạn gõ trên một bản cũ hơn.</translation>
        </message>
        <message>
            <source>Nothing is lost.</source>
            <translation>Không mất gì cả.</translation>
        </message>
        <message>
            <source>Show my words</source>
            <translation>Hiện phần tôi gõ</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Chưa lưu</translation>
        </message>
        <message>
            <source>%1 of %2 letters</source>
            <translation>%1 / %2 ký tự</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Đang lưu…</translation>
        </message>
        <message>
            <source>Not saved on the server; kept on this workstation</source>
            <translation>Chưa lưu được lên máy chủ; vẫn giữ trên máy này</translation>
        </message>
        <message>
            <source>Show the other version</source>
            <translation>Xem bản kia</translation>
        </message>
        <message>
            <source>Submitted. Another person has to approve it.</source>
            <translation>Đã trình. Bài phải do người khác duyệt.</translation>
        </message>
        <message>
            <source>Approved. It can be published now or at a time.</source>
            <translation>Đã duyệt. Có thể đăng ngay hoặc hẹn giờ.</translation>
        </message>
        <message>
            <source>What has to be changed?</source>
            <translation>Cần sửa điều gì?</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Trả lại</translation>
        </message>
        <message>
            <source>Returned to the author.</source>
            <translation>Đã trả lại người viết.</translation>
        </message>
        <message>
            <source>On its way to the page. The link comes back by itself.</source>
            <translation>Đang đưa lên trang. Liên kết sẽ tự hiện khi đăng xong.</translation>
        </message>
        <message>
            <source>When should it be published?</source>
            <translation>Đăng vào lúc nào?</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Hẹn giờ</translation>
        </message>
        <message>
            <source>Scheduled for %1.</source>
            <translation>Đã hẹn đăng lúc %1.</translation>
        </message>
        <message>
            <source>Why is it withdrawn?</source>
            <translation>Vì sao rút bài?</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Rút bài</translation>
        </message>
        <message>
            <source>Withdrawn. It stays in the list “Withdrawn”.</source>
            <translation>Đã rút. Bài nằm trong danh sách “Đã rút”.</translation>
        </message>
        <message>
            <source>The first change takes the submission and the approval back.</source>
            <translation>Chỉ cần sửa một chữ là việc trình và duyệt bị hủy, phải làm lại.</translation>
        </message>
        <message>
            <source>This post</source>
            <translation>Bài này</translation>
        </message>
        <message>
            <source>Begin with a template</source>
            <translation>Bắt đầu từ bài mẫu</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Tiêu đề</translation>
        </message>
        <message>
            <source>Headline: the first line in capitals</source>
            <translation>Tiêu đề: dòng đầu viết hoa</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Danh sách</translation>
        </message>
        <message>
            <source>An item of a list</source>
            <translation>Một gạch đầu dòng</translation>
        </message>
        <message>
            <source>A hashtag</source>
            <translation>Thẻ #</translation>
        </message>
        <message>
            <source>A mention of a page</source>
            <translation>Nhắc tên một trang</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Liên kết</translation>
        </message>
        <message>
            <source>A link with its words</source>
            <translation>Liên kết kèm chữ</translation>
        </message>
        <message>
            <source>What readers will see</source>
            <translation>Người đọc sẽ thấy</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Điện thoại</translation>
        </message>
        <message>
            <source>Desktop</source>
            <translation>Máy tính</translation>
        </message>
        <message>
            <source>&amp;QR code…</source>
            <translation>Mã &amp;QR…</translation>
        </message>
        <message>
            <source>&amp;Withdraw…</source>
            <translation>&amp;Rút bài…</translation>
        </message>
        <message>
            <source>&amp;Change the text</source>
            <translation>&amp;Sửa bài</translation>
        </message>
        <message>
            <source>&amp;Return to the author…</source>
            <translation>&amp;Trả lại người viết…</translation>
        </message>
        <message>
            <source>&amp;Approve</source>
            <translation>&amp;Duyệt</translation>
        </message>
        <message>
            <source>&amp;Submit for approval</source>
            <translation>T&amp;rình duyệt</translation>
        </message>
        <message>
            <source>Publish at a &amp;time…</source>
            <translation>&amp;Hẹn giờ đăng…</translation>
        </message>
        <message>
            <source>&amp;Publish now</source>
            <translation>Đăng &amp;ngay</translation>
        </message>
        <message>
            <source>The findings below the text block it.</source>
            <translation>Còn mục bị chặn ở danh sách bên dưới.</translation>
        </message>
        <message>
            <source>Open on Facebook</source>
            <translation>Mở trên Facebook</translation>
        </message>
        <message>
            <source>Permalink: %1</source>
            <translation>Liên kết bài đăng: %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::BulletinList</name>
        <message>
            <source>In work</source>
            <translation>Đang làm</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Bản nháp</translation>
        </message>
        <message>
            <source>Waiting for approval</source>
            <translation>Chờ duyệt</translation>
        </message>
        <message>
            <source>Approved and scheduled</source>
            <translation>Đã duyệt, đã hẹn giờ</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Đã đăng</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Đã rút</translation>
        </message>
        <message>
            <source>Which posts</source>
            <translation>Xem bài nào</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Bài đăng</translation>
        </message>
        <message>
            <source>&amp;New post</source>
            <translation>&amp;Bài mới</translation>
        </message>
        <message>
            <source>Nothing waits for approval</source>
            <translation>Không có bài chờ duyệt</translation>
        </message>
        <message>
            <source>Posts that colleagues submit appear here.</source>
            <translation>Bài đồng nghiệp trình sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>No posts here</source>
            <translation>Chưa có bài nào</translation>
        </message>
        <message>
            <source>Begin one with “New post”, or from a case with “Publish”.</source>
            <translation>Bắt đầu bằng “Bài mới”, hoặc từ vụ việc bằng “Đăng kết quả”.</translation>
        </message>
    </context>
    <context>
        <name>trucban::BulletinModel</name>
        <message>
            <source>Untitled post</source>
            <translation>Bài chưa có tiêu đề</translation>
        </message>
        <message>
            <source>%1. %2. By %3, %4.</source>
            <translation>%1. %2. Người viết %3, %4.</translation>
        </message>
    </context>
    <context>
        <name>trucban::CaseMediaDialog</name>
        <message>
            <source>Add to the post</source>
            <translation>Thêm vào bài</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Đang tìm…</translation>
        </message>
        <message>
            <source>Safe copies are made by the gateway when a picture arrives.</source>
            <translation>Bản sao an toàn được tạo khi hình ảnh về đến hệ thống.</translation>
        </message>
        <message>
            <source>Only safe copies, without places and dates in them. Cover faces, plates and papers before publishing.</source>
            <translation>Chỉ có bản sao an toàn, không kèm vị trí và thời gian chụp. Hãy che mặt người, biển số, giấy tờ trước khi đăng.</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Người dân</translation>
        </message>
        <message>
            <source>The citizen and the unit have sent none, or their safe copies are not made yet.</source>
            <translation>Người dân và đơn vị chưa gửi hình ảnh, video nào, hoặc bản sao an toàn chưa tạo xong.</translation>
        </message>
        <message>
            <source>Pictures and videos from the case</source>
            <translation>Hình ảnh, video từ vụ việc</translation>
        </message>
        <message>
            <source>Pictures and videos of the case</source>
            <translation>Hình ảnh, video của vụ việc</translation>
        </message>
        <message>
            <source>No pictures or videos to choose</source>
            <translation>Không có hình ảnh, video để chọn</translation>
        </message>
        <message>
            <source>to be covered</source>
            <translation>cần che</translation>
        </message>
    </context>
    <context>
        <name>trucban::FacebookPreview</name>
        <message>
            <source>Just now · Public</source>
            <translation>Vừa xong · Công khai</translation>
        </message>
        <message>
            <source>Like      Comment      Share</source>
            <translation>Thích      Bình luận      Chia sẻ</translation>
        </message>
        <message>
            <source>See more</source>
            <translation>Xem thêm</translation>
        </message>
        <message>
            <source>What you write appears here.</source>
            <translation>Nội dung bạn viết sẽ hiện ở đây.</translation>
        </message>
        <message>
            <source>Preview: %1</source>
            <translation>Xem trước: %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::FindingsList</name>
        <message>
            <source>Findings of the gate</source>
            <translation>Kết quả soát bài</translation>
        </message>
        <message>
            <source>Blocks: %1</source>
            <translation>Chặn: %1</translation>
        </message>
        <message>
            <source>Warning: %1</source>
            <translation>Lưu ý: %1</translation>
        </message>
        <message>
            <source>The gate has nothing against this post</source>
            <translation>Soát bài: không có gì phải sửa</translation>
        </message>
        <message>
            <source>Findings that block the post: %1</source>
            <translation>Số mục chặn bài đăng: %1</translation>
        </message>
        <message>
            <source>Things to think about: %1</source>
            <translation>Điều cần cân nhắc: %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::MediaGrid</name>
        <message>
            <source>Pictures of the post: %1</source>
            <translation>Số hình ảnh của bài: %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::MediaStrip</name>
        <message>
            <source>Move to the front</source>
            <translation>Chuyển lên trước</translation>
        </message>
        <message>
            <source>Move to the back</source>
            <translation>Chuyển ra sau</translation>
        </message>
        <message>
            <source>Take out of the post</source>
            <translation>Bỏ khỏi bài</translation>
        </message>
        <message>
            <source>From the case</source>
            <translation>Từ vụ việc</translation>
        </message>
        <message>
            <source>From disk</source>
            <translation>Từ máy</translation>
        </message>
        <message>
            <source>Looked over</source>
            <translation>Đã soát</translation>
        </message>
        <message>
            <source>Video %1</source>
            <translation>Video %1</translation>
        </message>
        <message>
            <source>Picture %1</source>
            <translation>Hình ảnh %1</translation>
        </message>
        <message>
            <source>No pictures</source>
            <translation>Chưa có hình ảnh</translation>
        </message>
        <message>
            <source>Files on their way: %1</source>
            <translation>Số tệp đang tải lên: %1</translation>
        </message>
        <message>
            <source>Pictures and videos from the case (safe copies)…</source>
            <translation>Hình ảnh, video từ vụ việc (bản sao an toàn)…</translation>
        </message>
        <message>
            <source>Pictures and videos from disk…</source>
            <translation>Hình ảnh, video từ máy…</translation>
        </message>
        <message>
            <source>Cover faces, plates and papers in the picture…</source>
            <translation>Che mặt người, biển số, giấy tờ trong ảnh…</translation>
        </message>
        <message>
            <source>Cover…</source>
            <translation>Che ảnh…</translation>
        </message>
        <message>
            <source>Look at it large (Enter)</source>
            <translation>Xem cỡ lớn (Enter)</translation>
        </message>
        <message>
            <source>Pictures and videos of the post; tick what has been looked over</source>
            <translation>Hình ảnh, video của bài; đánh dấu những gì đã soát</translation>
        </message>
        <message>
            <source>To be covered</source>
            <translation>Cần che</translation>
        </message>
        <message>
            <source>A covered copy of this picture exists: it is not published uncovered. Cover it again, or take it out.</source>
            <translation>Ảnh này đã có bản che: không đăng bản chưa che. Hãy che lại hoặc bỏ khỏi bài.</translation>
        </message>
        <message>
            <source>Covered picture %1</source>
            <translation>Ảnh đã che %1</translation>
        </message>
        <message>
            <source>Pictures and videos for the post</source>
            <translation>Hình ảnh, video cho bài đăng</translation>
        </message>
        <message>
            <source>Pictures and videos (*.jpg *.jpeg *.png *.webp *.heic *.bmp *.mp4 *.mov *.m4v *.webm *.mkv *.avi *.3gp)</source>
            <translation>Hình ảnh, video (*.jpg *.jpeg *.png *.webp *.heic *.bmp *.mp4 *.mov *.m4v *.webm *.mkv *.avi *.3gp)</translation>
        </message>
        <message>
            <source>Videos being prepared in the sandbox: %1</source>
            <translation>Đang tạo bản sao an toàn của video: %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::PostEdit</name>
        <message>
            <source>Text of the post</source>
            <translation>Nội dung bài</translation>
        </message>
        <message>
            <source># Headline

Who, when, where. What was done. What follows.

#CongAnHaNoi</source>
            <translation># Tiêu đề

Ai, khi nào, ở đâu. Đã làm gì. Tiếp theo thế nào.

#CongAnHaNoi</translation>
        </message>
    </context>
    <context>
        <name>trucban::PostWords</name>
        <message>
            <source>Draft</source>
            <translation>Bản nháp</translation>
        </message>
        <message>
            <source>Waiting for approval</source>
            <translation>Chờ duyệt</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Đã duyệt</translation>
        </message>
        <message>
            <source>Scheduled</source>
            <translation>Hẹn giờ</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>Đang đăng</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Đã đăng</translation>
        </message>
        <message>
            <source>Refused by Facebook</source>
            <translation>Facebook từ chối</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Đã rút</translation>
        </message>
        <message>
            <source>%1 wrote</source>
            <translation>%1 viết</translation>
        </message>
        <message>
            <source>%1 submitted it for approval</source>
            <translation>%1 trình duyệt</translation>
        </message>
        <message>
            <source>%1 approved it</source>
            <translation>%1 duyệt</translation>
        </message>
        <message>
            <source>%1 returned it: %2</source>
            <translation>%1 trả lại: %2</translation>
        </message>
        <message>
            <source>%1 sent it to the page</source>
            <translation>%1 cho đăng</translation>
        </message>
        <message>
            <source>%1 withdrew it: %2</source>
            <translation>%1 rút bài: %2</translation>
        </message>
        <message>
            <source>Published on the page</source>
            <translation>Đã lên trang</translation>
        </message>
        <message>
            <source>A full name: write initials, year of birth and ward</source>
            <translation>Họ tên đầy đủ: chỉ viết tắt tên, năm sinh, phường (xã)</translation>
        </message>
        <message>
            <source>An address: name the ward only</source>
            <translation>Địa chỉ: chỉ nêu phường (xã)</translation>
        </message>
        <message>
            <source>An alley with its number: is the ward enough?</source>
            <translation>Số ngõ: chỉ nêu phường (xã) có đủ không?</translation>
        </message>
        <message>
            <source>Nobody is guilty before the verdict: write “%1”</source>
            <translation>Chưa có bản án thì chưa ai có tội: viết “%1”</translation>
        </message>
        <message>
            <source>A mark of secrecy: this must not be on a machine with internet</source>
            <translation>Dấu mật: không được soạn trên máy nối mạng</translation>
        </message>
        <message>
            <source>Plans, forces and methods are not published</source>
            <translation>Không đăng kế hoạch, lực lượng, biện pháp nghiệp vụ</translation>
        </message>
        <message>
            <source>This identifies a child: leave out name and age</source>
            <translation>Lộ danh tính trẻ em: bỏ tên và tuổi</translation>
        </message>
        <message>
            <source>A relative's name identifies the person</source>
            <translation>Tên người thân làm lộ danh tính</translation>
        </message>
        <message>
            <source>The school identifies the child</source>
            <translation>Trường, lớp làm lộ danh tính trẻ em</translation>
        </message>
        <message>
            <source>The health of a child is not published</source>
            <translation>Không đăng tình trạng sức khỏe của trẻ em</translation>
        </message>
        <message>
            <source>Choose where this comes from</source>
            <translation>Hãy chọn nguồn tin</translation>
        </message>
        <message>
            <source>The source or its link is not on the list of allowed sources</source>
            <translation>Nguồn hoặc liên kết không nằm trong danh sách được phép</translation>
        </message>
        <message>
            <source>Paste the link of the source; it begins with %1</source>
            <translation>Dán liên kết của nguồn; bắt đầu bằng %1</translation>
        </message>
        <message>
            <source>A result needs the number of its case</source>
            <translation>Bài kết quả phải có số vụ việc</translation>
        </message>
        <message>
            <source>Fill in “%1”</source>
            <translation>Điền “%1”</translation>
        </message>
        <message>
            <source>“%1” is not the number of a case</source>
            <translation>“%1” không phải số vụ việc</translation>
        </message>
        <message>
            <source>Pictures to look over: %1. Tick each when faces, plates and papers are covered</source>
            <translation>Hình ảnh chưa soát: %1. Đánh dấu từng hình khi đã che mặt, biển số, giấy tờ</translation>
        </message>
        <message>
            <source>Nothing is written yet</source>
            <translation>Chưa có nội dung</translation>
        </message>
        <message>
            <source>Too long for Facebook by %1 letters</source>
            <translation>Dài quá giới hạn của Facebook %1 ký tự</translation>
        </message>
        <message>
            <source>No headline: begin the first line with “# ”</source>
            <translation>Chưa có tiêu đề: bắt đầu dòng đầu bằng “# ”</translation>
        </message>
        <message>
            <source>The text is as you left it.</source>
            <translation>Nội dung bài còn nguyên.</translation>
        </message>
        <message>
            <source>You wrote or submitted this post yourself.</source>
            <translation>Bạn là người viết hoặc trình bài này.</translation>
        </message>
        <message>
            <source>Another supervisor has to approve it.</source>
            <translation>Phải do một chỉ huy khác duyệt.</translation>
        </message>
        <message>
            <source>The gate still has findings that block this post.</source>
            <translation>Soát bài còn mục bị chặn.</translation>
        </message>
        <message>
            <source>Go through the list below the text.</source>
            <translation>Hãy xem danh sách bên dưới nội dung.</translation>
        </message>
        <message>
            <source>The text still holds personal data.</source>
            <translation>Nội dung còn dữ liệu cá nhân.</translation>
        </message>
        <message>
            <source>Remove phone numbers, identity numbers, plates and e-mail addresses.</source>
            <translation>Hãy bỏ số điện thoại, số căn cước, biển số và địa chỉ thư điện tử.</translation>
        </message>
        <message>
            <source>The post has no source.</source>
            <translation>Bài chưa có nguồn.</translation>
        </message>
        <message>
            <source>Choose one in the card above the text.</source>
            <translation>Hãy chọn ở thẻ phía trên nội dung.</translation>
        </message>
        <message>
            <source>A result needs the number of its case.</source>
            <translation>Bài kết quả phải có số vụ việc.</translation>
        </message>
        <message>
            <source>Type it in the card above the text.</source>
            <translation>Hãy nhập ở thẻ phía trên nội dung.</translation>
        </message>
        <message>
            <source>The link does not belong to the source.</source>
            <translation>Liên kết không thuộc nguồn đã chọn.</translation>
        </message>
        <message>
            <source>It must begin with %1.</source>
            <translation>Liên kết phải bắt đầu bằng %1.</translation>
        </message>
        <message>
            <source>Take its safe copy with “From the case”.</source>
            <translation>Hãy lấy bản sao an toàn bằng “Từ vụ việc”.</translation>
        </message>
        <message>
            <source>A variable is not filled in.</source>
            <translation>Còn biến chưa điền.</translation>
        </message>
        <message>
            <source>Replace “%1” in the text.</source>
            <translation>Hãy thay “%1” trong nội dung.</translation>
        </message>
        <message>
            <source>Facebook does not take this time.</source>
            <translation>Facebook không nhận thời điểm này.</translation>
        </message>
        <message>
            <source>Choose a time within the next 29 days.</source>
            <translation>Hãy chọn thời điểm trong 29 ngày tới.</translation>
        </message>
        <message>
            <source>The post is already on its way to Facebook.</source>
            <translation>Bài đang trên đường lên Facebook.</translation>
        </message>
        <message>
            <source>Wait a moment, or withdraw it.</source>
            <translation>Hãy chờ một lát, hoặc rút bài.</translation>
        </message>
        <message>
            <source>Somebody was faster: the post has moved on.</source>
            <translation>Đã có người thao tác trước: bài sang bước khác.</translation>
        </message>
        <message>
            <source>It is shown as it is now.</source>
            <translation>Màn hình hiện trạng thái mới nhất.</translation>
        </message>
        <message>
            <source>%1 changed this post meanwhile.</source>
            <translation>%1 vừa sửa bài này.</translation>
        </message>
        <message>
            <source>Look at the other version, or save again to keep yours.</source>
            <translation>Hãy xem bản kia, hoặc lưu lại để giữ bản của bạn.</translation>
        </message>
        <message>
            <source>A reason is missing.</source>
            <translation>Thiếu lý do.</translation>
        </message>
        <message>
            <source>Write in a few words why.</source>
            <translation>Hãy ghi ngắn gọn vì sao.</translation>
        </message>
        <message>
            <source>A phone number of a person: leave it out</source>
            <translation>Số điện thoại cá nhân: bỏ đi</translation>
        </message>
        <message>
            <source>A telephone number: only numbers of offices may stand here</source>
            <translation>Số điện thoại: chỉ nêu số của cơ quan</translation>
        </message>
        <message>
            <source>A number of an identity card: leave it out</source>
            <translation>Số căn cước: bỏ đi</translation>
        </message>
        <message>
            <source>A number plate: name the kind of vehicle only</source>
            <translation>Biển số xe: chỉ nêu loại xe</translation>
        </message>
        <message>
            <source>A bank account: leave it out</source>
            <translation>Số tài khoản: bỏ đi</translation>
        </message>
        <message>
            <source>An e-mail address of a person: leave it out</source>
            <translation>Thư điện tử cá nhân: bỏ đi</translation>
        </message>
        <message>
            <source>A number of an officer's badge: leave it out</source>
            <translation>Số hiệu cán bộ: bỏ đi</translation>
        </message>
        <message>
            <source>Facebook shows a video only by itself: take out the video or everything else</source>
            <translation>Facebook chỉ đăng video riêng lẻ: hãy bỏ video hoặc bỏ các hình còn lại</translation>
        </message>
        <message>
            <source>One of the pictures or videos is as it came from outside and may tell more than it shows.</source>
            <translation>Có hình ảnh hoặc video còn nguyên như khi nhận từ bên ngoài, có thể lộ thông tin ẩn.</translation>
        </message>
        <message>
            <source>One of the pictures has been covered: it is not published uncovered.</source>
            <translation>Có ảnh đã được che: không đăng bản chưa che.</translation>
        </message>
        <message>
            <source>Cover it again, or take it out of the post.</source>
            <translation>Hãy che lại hoặc bỏ khỏi bài.</translation>
        </message>
        <message>
            <source>Nothing was covered in this picture.</source>
            <translation>Ảnh này chưa che chỗ nào.</translation>
        </message>
        <message>
            <source>Draw over the faces and plates first.</source>
            <translation>Hãy che mặt người và biển số trước.</translation>
        </message>
        <message>
            <source>The file is too large: at most 100 MB and 100 megapixels.</source>
            <translation>Tệp quá lớn: tối đa 100 MB và 100 triệu điểm ảnh.</translation>
        </message>
        <message>
            <source>Make it smaller and add it again.</source>
            <translation>Hãy giảm cỡ rồi thêm lại.</translation>
        </message>
        <message>
            <source>The file is neither a picture nor a video.</source>
            <translation>Tệp không phải hình ảnh hay video.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Hãy chọn tệp khác.</translation>
        </message>
        <message>
            <source>The file cannot be read: it is broken or gone.</source>
            <translation>Không đọc được tệp: tệp hỏng hoặc không còn.</translation>
        </message>
        <message>
            <source>The file could not be opened safely; it may be dangerous.</source>
            <translation>Không thể mở tệp một cách an toàn; tệp có thể nguy hiểm.</translation>
        </message>
        <message>
            <source>The server cannot open files safely at the moment.</source>
            <translation>Máy chủ hiện không mở tệp an toàn được.</translation>
        </message>
        <message>
            <source>Tell the administrator; the post can go out without the file.</source>
            <translation>Hãy báo quản trị; bài vẫn đăng được nếu bỏ tệp này.</translation>
        </message>
    </context>
    <context>
        <name>trucban::PublishPlace</name>
        <message>
            <source>Publish</source>
            <translation>Đăng kết quả</translation>
        </message>
        <message>
            <source>&amp;New post</source>
            <translation>&amp;Bài mới</translation>
        </message>
        <message>
            <source>&amp;Save the draft</source>
            <translation>&amp;Lưu bản nháp</translation>
        </message>
        <message>
            <source>S&amp;ubmit for approval</source>
            <translation>T&amp;rình duyệt</translation>
        </message>
        <message>
            <source>&amp;Approve</source>
            <translation>&amp;Duyệt</translation>
        </message>
        <message>
            <source>&amp;Return to the author…</source>
            <translation>&amp;Trả lại người viết…</translation>
        </message>
        <message>
            <source>&amp;Publish now</source>
            <translation>Đăng &amp;ngay</translation>
        </message>
        <message>
            <source>Publish at a &amp;time…</source>
            <translation>&amp;Hẹn giờ đăng…</translation>
        </message>
        <message>
            <source>&amp;Withdraw…</source>
            <translation>&amp;Rút bài…</translation>
        </message>
        <message>
            <source>&amp;Change an approved text</source>
            <translation>&amp;Sửa bài đã trình, đã duyệt</translation>
        </message>
        <message>
            <source>Next &amp;finding of the gate</source>
            <translation>Mục soát bài &amp;kế tiếp</translation>
        </message>
        <message>
            <source>Preview on a p&amp;hone</source>
            <translation>Xem trước trên đ&amp;iện thoại</translation>
        </message>
        <message>
            <source>Preview on a &amp;desktop</source>
            <translation>Xem trước trên má&amp;y tính</translation>
        </message>
        <message>
            <source>&amp;QR code of the page…</source>
            <translation>Mã &amp;QR của trang…</translation>
        </message>
        <message>
            <source>Pictures and videos from the &amp;case…</source>
            <translation>Hình ảnh, video từ &amp;vụ việc…</translation>
        </message>
        <message>
            <source>Pictures and videos from &amp;disk…</source>
            <translation>Hình ảnh, video từ &amp;máy…</translation>
        </message>
        <message>
            <source>C&amp;over faces and plates…</source>
            <translation>&amp;Che mặt người, biển số…</translation>
        </message>
        <message>
            <source>&amp;Look at the picture or video</source>
            <translation>&amp;Xem hình ảnh, video</translation>
        </message>
    </context>
    <context>
        <name>trucban::QrDialog</name>
        <message>
            <source>QR code</source>
            <translation>Mã QR</translation>
        </message>
        <message>
            <source>What the code leads to</source>
            <translation>Mã dẫn tới đâu</translation>
        </message>
        <message>
            <source>QR code of %1</source>
            <translation>Mã QR của %1</translation>
        </message>
        <message>
            <source>Save as &amp;PNG…</source>
            <translation>Lưu &amp;PNG…</translation>
        </message>
        <message>
            <source>Save as &amp;SVG…</source>
            <translation>Lưu &amp;SVG…</translation>
        </message>
        <message>
            <source>P&amp;rint…</source>
            <translation>&amp;In…</translation>
        </message>
        <message>
            <source>Save the QR code</source>
            <translation>Lưu mã QR</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>Hình ảnh (*.png)</translation>
        </message>
        <message>
            <source>Drawing (*.svg)</source>
            <translation>Hình vẽ (*.svg)</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Đã lưu: %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::SourceCard</name>
        <message>
            <source>Source of the post</source>
            <translation>Nguồn của bài</translation>
        </message>
        <message>
            <source>Link of the source</source>
            <translation>Liên kết của nguồn</translation>
        </message>
        <message>
            <source>Number of the case</source>
            <translation>Số vụ việc</translation>
        </message>
        <message>
            <source>26-004217</source>
            <translation>26-004217</translation>
        </message>
        <message>
            <source>&amp;Source</source>
            <translation>&amp;Nguồn</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>&amp;Vụ việc</translation>
        </message>
        <message>
            <source>&amp;Link</source>
            <translation>&amp;Liên kết</translation>
        </message>
        <message>
            <source>Choose a source…</source>
            <translation>Chọn nguồn…</translation>
        </message>
        <message>
            <source>No such case</source>
            <translation>Không có vụ việc này</translation>
        </message>
        <message>
            <source>A result of our own needs no link</source>
            <translation>Bài kết quả không cần liên kết</translation>
        </message>
    </context>
    <context>
        <name>trucban::StateLine</name>
        <message>
            <source>State of the post: %1</source>
            <translation>Trạng thái bài: %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::CoverDialog</name>
        <message>
            <source>Use the covered copy</source>
            <translation>Dùng bản đã che</translation>
        </message>
        <message>
            <source>Cover faces, plates and papers</source>
            <translation>Che mặt người, biển số, giấy tờ</translation>
        </message>
        <message>
            <source>Draw over every face, plate and paper that tells who somebody is. Or press N for a new place; arrows move it, Shift and arrows make it larger or smaller, Page Up and Page Down go to the others.</source>
            <translation>Kéo chuột trùm lên mọi khuôn mặt, biển số, giấy tờ làm lộ danh tính. Hoặc nhấn N để thêm vùng che; phím mũi tên để dời, Shift và mũi tên để đổi cỡ, Page Up và Page Down để chuyển vùng.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Squares</source>
            <translation>Ô vuông</translation>
        </message>
        <message>
            <source>Blurred</source>
            <translation>Làm mờ</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>Tô đen</translation>
        </message>
        <message>
            <source>New place</source>
            <translation>Thêm vùng che</translation>
        </message>
        <message>
            <source>Take the place away</source>
            <translation>Bỏ vùng che</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Làm lại</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Phóng to</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Thu nhỏ</translation>
        </message>
        <message>
            <source>Fit the window</source>
            <translation>Vừa cửa sổ</translation>
        </message>
        <message>
            <source>Nothing is covered yet.</source>
            <translation>Chưa che chỗ nào.</translation>
        </message>
        <message>
            <source>Covered places: %1. The picture itself stays as it is and is not published any more.</source>
            <translation>Số vùng đã che: %1. Ảnh gốc giữ nguyên và không được đăng nữa.</translation>
        </message>
    </context>
    <context>
        <name>trucban::CoverCanvas</name>
        <message>
            <source>The picture; covered places: %1</source>
            <translation>Ảnh; số vùng đã che: %1</translation>
        </message>
    </context>
</TS>
