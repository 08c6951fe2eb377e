<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AssignmentWords</name>
    <message>
        <source>claimed it</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>let it go</source>
        <translation>đã thả</translation>
    </message>
    <message>
        <source>took it over</source>
        <translation>đã nhận thay</translation>
    </message>
    <message>
        <source>classified it</source>
        <translation>đã phân loại</translation>
    </message>
    <message>
        <source>forwarded it</source>
        <translation>đã chuyển đơn vị</translation>
    </message>
    <message>
        <source>withdrew a forward</source>
        <translation>đã rút một lần chuyển</translation>
    </message>
    <message>
        <source>confirmed it for a unit</source>
        <translation>đã xác nhận thay mặt đơn vị</translation>
    </message>
    <message>
        <source>handed it back</source>
        <translation>đã trả lại</translation>
    </message>
    <message>
        <source>answered for a unit</source>
        <translation>đã trả lời thay mặt đơn vị</translation>
    </message>
    <message>
        <source>returned an answer</source>
        <translation>đã trả lại câu trả lời</translation>
    </message>
    <message>
        <source>rejected it</source>
        <translation>đã từ chối</translation>
    </message>
    <message>
        <source>released the answer</source>
        <translation>đã gửi trả lời</translation>
    </message>
    <message>
        <source>replied to the citizen</source>
        <translation>đã trả lời người dân</translation>
    </message>
    <message>
        <source>closed it</source>
        <translation>đã kết thúc</translation>
    </message>
    <message>
        <source>reopened it</source>
        <translation>đã mở lại</translation>
    </message>
    <message>
        <source>changed it</source>
        <translation>đã thay đổi</translation>
    </message>
    <message>
        <source>%1 %2 at %3</source>
        <extracomment>%1: a person, %2: what they did, %3: when</extracomment>
        <translation>%1 %2 lúc %3</translation>
    </message>
    <message>
        <source>The gateway</source>
        <translation>Cổng tiếp nhận</translation>
    </message>
    <message>
        <source>The case has changed since you looked.</source>
        <translation>Vụ việc đã thay đổi sau khi đồng chí xem.</translation>
    </message>
    <message>
        <source>The case has changed since you looked: %1.</source>
        <translation>Vụ việc đã thay đổi sau khi đồng chí xem: %1.</translation>
    </message>
    <message>
        <source>Nobody holds this case at the moment.</source>
        <translation>Hiện chưa ai giữ vụ việc này.</translation>
    </message>
    <message>
        <source>%1 holds this case.</source>
        <translation>%1 đang giữ vụ việc này.</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>chưa xác nhận</translation>
    </message>
    <message>
        <source>confirmed, working on it</source>
        <translation>đã xác nhận, đang xử lý</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>đã trả lời</translation>
    </message>
    <message>
        <source>answer returned to the unit</source>
        <translation>câu trả lời bị trả lại</translation>
    </message>
    <message>
        <source>answer accepted</source>
        <translation>câu trả lời được chấp nhận</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>đã trả lại</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>đã rút</translation>
    </message>
    <message>
        <source>waiting for review</source>
        <translation>chờ xem xét</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Co-handling</source>
        <translation>Phối hợp</translation>
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
        <source>Low</source>
        <translation>Thấp</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>the case lies in %1</source>
        <translation>vụ việc thuộc địa bàn %1</translation>
    </message>
    <message>
        <source>the citizen names “%1”</source>
        <translation>người dân nhắc tới “%1”</translation>
    </message>
    <message>
        <source>the citizen names “%1”, a former ward</source>
        <translation>người dân nhắc tới “%1”, tên phường, xã cũ</translation>
    </message>
    <message>
        <source>this kind of matter goes there</source>
        <translation>loại việc này thuộc đơn vị đó</translation>
    </message>
    <message>
        <source>one similar case of this area last month</source>
        <translation>tháng qua có 1 vụ tương tự cùng địa bàn</translation>
    </message>
    <message>
        <source>one similar case last month</source>
        <translation>tháng qua có 1 vụ tương tự</translation>
    </message>
    <message>
        <source>%1 similar cases of this area last month</source>
        <translation>tháng qua có %1 vụ tương tự cùng địa bàn</translation>
    </message>
    <message>
        <source>%1 similar cases last month</source>
        <translation>tháng qua có %1 vụ tương tự</translation>
    </message>
    <message>
        <source>because: %1</source>
        <translation>vì: %1</translation>
    </message>
    <message>
        <source>Nothing was sent; what you typed is kept.</source>
        <translation>Chưa gửi gì đi; nội dung đã nhập còn nguyên.</translation>
    </message>
    <message>
        <source>Look again, then forward if it still makes sense.</source>
        <translation>Hãy xem lại rồi chuyển nếu vẫn còn phù hợp.</translation>
    </message>
    <message>
        <source>The complaint is about this unit or one above it.</source>
        <translation>Phản ánh nhằm vào chính đơn vị này hoặc đơn vị cấp trên của nó.</translation>
    </message>
    <message>
        <source>The complaint is about %1: it may not be sent there.</source>
        <translation>Phản ánh nhằm vào %1: không được chuyển tới đó.</translation>
    </message>
    <message>
        <source>Choose a unit that is not concerned, such as the inspectorate.</source>
        <translation>Hãy chọn đơn vị không liên quan, ví dụ Thanh tra.</translation>
    </message>
    <message>
        <source>%1 has this case already.</source>
        <translation>%1 đã có vụ việc này.</translation>
    </message>
    <message>
        <source>Take it out of your choice, or withdraw the earlier forward first.</source>
        <translation>Hãy bỏ đơn vị đó khỏi lựa chọn hoặc rút lần chuyển trước.</translation>
    </message>
    <message>
        <source>Claim the case, or ask its holder.</source>
        <translation>Hãy nhận tin hoặc hỏi người đang giữ.</translation>
    </message>
    <message>
        <source>Your claim has run out.</source>
        <translation>Thời hạn giữ vụ việc của đồng chí đã hết.</translation>
    </message>
    <message>
        <source>Claim the case again, then forward.</source>
        <translation>Hãy nhận lại rồi chuyển.</translation>
    </message>
    <message>
        <source>The case is not ready to be forwarded: it has to be claimed and classified first.</source>
        <translation>Vụ việc chưa chuyển được: phải nhận và phân loại trước.</translation>
    </message>
    <message>
        <source>F2 classifies.</source>
        <translation>Nhấn F2 để phân loại.</translation>
    </message>
    <message>
        <source>One unit must lead.</source>
        <translation>Phải có một đơn vị chủ trì.</translation>
    </message>
    <message>
        <source>Choose a lead unit with Enter.</source>
        <translation>Hãy chọn đơn vị chủ trì bằng phím Enter.</translation>
    </message>
    <message>
        <source>The case has a lead unit already.</source>
        <translation>Vụ việc đã có đơn vị chủ trì.</translation>
    </message>
    <message>
        <source>Send to the new unit as co-handling, or withdraw the lead first.</source>
        <translation>Hãy chuyển cho đơn vị mới để phối hợp, hoặc rút đơn vị chủ trì trước.</translation>
    </message>
    <message>
        <source>One of the units no longer exists.</source>
        <translation>Một trong các đơn vị không còn tồn tại.</translation>
    </message>
    <message>
        <source>Choose the unit that took its place.</source>
        <translation>Hãy chọn đơn vị thay thế.</translation>
    </message>
    <message>
        <source>No unit is chosen.</source>
        <translation>Chưa chọn đơn vị nào.</translation>
    </message>
    <message>
        <source>Search, then Enter for the lead unit.</source>
        <translation>Hãy tìm rồi nhấn Enter để chọn đơn vị chủ trì.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Cần nêu lý do.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>Hãy nêu lý do ngắn gọn.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Câu trả lời còn trống.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Chưa gửi gì đi.</translation>
    </message>
    <message>
        <source>Write what was found and done.</source>
        <translation>Hãy viết kết quả kiểm tra và xử lý.</translation>
    </message>
    <message>
        <source>This forward has moved on: it is now “%1”.</source>
        <translation>Lần chuyển này đã sang trạng thái khác: “%1”.</translation>
    </message>
    <message>
        <source>Look again.</source>
        <translation>Hãy xem lại.</translation>
    </message>
    <message>
        <source>This case is no longer with your unit.</source>
        <translation>Vụ việc này không còn ở đơn vị đồng chí.</translation>
    </message>
    <message>
        <source>What you typed is kept on this machine.</source>
        <translation>Nội dung đã nhập còn trên máy này.</translation>
    </message>
    <message>
        <source>Ask the command centre if you still need it.</source>
        <translation>Nếu vẫn cần, hãy hỏi Trung tâm chỉ huy.</translation>
    </message>
    <message>
        <source>The store has this very file already, in a case you may not read.</source>
        <translation>Kho đã có đúng tệp này trong một vụ việc đồng chí không được đọc.</translation>
    </message>
    <message>
        <source>Tell the command centre; they can take it from there.</source>
        <translation>Hãy báo Trung tâm chỉ huy; họ lấy được tệp từ đó.</translation>
    </message>
    <message>
        <source>The file is larger than 100 MB.</source>
        <translation>Tệp lớn hơn 100 MB.</translation>
    </message>
    <message>
        <source>The other files are kept.</source>
        <translation>Các tệp khác vẫn còn.</translation>
    </message>
    <message>
        <source>Send a shorter piece of it.</source>
        <translation>Hãy gửi một đoạn ngắn hơn.</translation>
    </message>
    <message>
        <source>Programs and scripts are not accepted.</source>
        <translation>Không nhận chương trình và tập lệnh.</translation>
    </message>
    <message>
        <source>Attach pictures, recordings or documents.</source>
        <translation>Hãy đính kèm ảnh, bản ghi hoặc tài liệu.</translation>
    </message>
    <message>
        <source>The file is empty, cannot be read, or changed while it was sent.</source>
        <translation>Tệp trống, không đọc được, hoặc đã thay đổi trong khi gửi.</translation>
    </message>
    <message>
        <source>Open it to see that it is whole, then attach it again.</source>
        <translation>Hãy mở kiểm tra tệp còn nguyên rồi đính kèm lại.</translation>
    </message>
    <message>
        <source>The copy cannot be written there.</source>
        <translation>Không ghi được bản sao vào đó.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 phút</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 giờ</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 ngày</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 ngày</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 tháng</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 tháng</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 ngày làm việc</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 ngày làm việc</translation>
    </message>
    <message>
        <source>This moment has passed.</source>
        <translation>Thời điểm này đã qua.</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a span of time</comment>
        <translation>trong %1 nữa</translation>
    </message>
    <message>
        <source>in %1, none of it office time</source>
        <translation>trong %1 nữa, ngoài giờ hành chính</translation>
    </message>
    <message>
        <source>in %1, of which %2 of office time</source>
        <translation>trong %1 nữa, trong đó %2 hành chính</translation>
    </message>
    <message>
        <source>in %1, to the end of %2</source>
        <comment>a span of time, a day</comment>
        <extracomment>%1: a number of working days, %2: a day</extracomment>
        <translation>trong %1 nữa, đến hết %2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Đoạn phim</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Bản ghi âm</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>handed it on to another unit</source>
        <translation>đã chuyển tiếp cho đơn vị khác</translation>
    </message>
    <message>
        <source>asked the citizen a question</source>
        <translation>đã hỏi người dân</translation>
    </message>
    <message>
        <source>sent a question to the citizen</source>
        <translation>đã gửi câu hỏi cho người dân</translation>
    </message>
    <message>
        <source>did not send a question</source>
        <translation>đã không gửi câu hỏi</translation>
    </message>
    <message>
        <source>took a question back</source>
        <translation>đã rút câu hỏi</translation>
    </message>
    <message>
        <source>wrote down the citizen&apos;s answer</source>
        <translation>đã ghi nhận trả lời của người dân</translation>
    </message>
    <message>
        <source>asked for more time</source>
        <translation>đã xin gia hạn</translation>
    </message>
    <message>
        <source>granted more time</source>
        <translation>đã cho gia hạn</translation>
    </message>
    <message>
        <source>refused more time</source>
        <translation>đã không cho gia hạn</translation>
    </message>
    <message>
        <source>reminded a unit</source>
        <translation>đã nhắc đơn vị</translation>
    </message>
    <message>
        <source>answered in part for a unit</source>
        <translation>đã trả lời một phần thay đơn vị</translation>
    </message>
    <message>
        <source>approved an answer</source>
        <translation>đã duyệt trả lời</translation>
    </message>
    <message>
        <source>handed on to another unit</source>
        <translation>đã chuyển tiếp cho đơn vị khác</translation>
    </message>
    <message>
        <source>approved, to be told to the citizen</source>
        <translation>đã duyệt, chờ trả lời dân</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason and words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>waits for the command centre</source>
        <translation>chờ trung tâm</translation>
    </message>
    <message>
        <source>sent, waits for the citizen</source>
        <translation>đã gửi, chờ người dân</translation>
    </message>
    <message>
        <source>answered by the citizen</source>
        <translation>người dân đã trả lời</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>không gửi</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>đã rút</translation>
    </message>
    <message>
        <source>waits for a supervisor</source>
        <translation>chờ trực chỉ huy</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>được gia hạn</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>không được gia hạn</translation>
    </message>
    <message>
        <source>Reminded once, %1</source>
        <translation>Đã nhắc một lần, %1</translation>
    </message>
    <message>
        <source>Reminded %1 times, the last time %2</source>
        <translation>Đã nhắc %1 lần, lần cuối %2</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>danh mục %1</translation>
    </message>
    <message>
        <source>urgency %1</source>
        <translation>mức %1</translation>
    </message>
    <message>
        <source>legal track %1</source>
        <translation>diện xử lý %1</translation>
    </message>
    <message>
        <source>answer by %1</source>
        <translation>trả lời trước %1</translation>
    </message>
    <message>
        <source>the category is %1</source>
        <translation>danh mục là %1</translation>
    </message>
    <message>
        <source>the legal track is %1</source>
        <translation>diện xử lý là %1</translation>
    </message>
    <message>
        <source>it came as: %1</source>
        <translation>tin đến qua: %1</translation>
    </message>
    <message>
        <source>nothing is attached</source>
        <translation>không có tệp đính kèm</translation>
    </message>
    <message>
        <source>it has: %1</source>
        <translation>có: %1</translation>
    </message>
    <message>
        <source>the citizen writes %1</source>
        <translation>người dân viết %1</translation>
    </message>
    <message>
        <source>the rule “%1” says so</source>
        <translation>theo quy tắc “%1”</translation>
    </message>
    <message>
        <source>It is not said yet whom this complaint is about, so it goes only where its category goes.</source>
        <translation>Chưa rõ vụ việc phản ánh về ai, nên chỉ chuyển tới nơi danh mục quy định.</translation>
    </message>
    <message>
        <source>Say in the classification (F2) which unit it is about.</source>
        <translation>Ghi trong phân loại (F2) vụ việc phản ánh về đơn vị nào.</translation>
    </message>
    <message>
        <source>That reason is not in the list any more.</source>
        <translation>Lý do này không còn trong danh sách.</translation>
    </message>
    <message>
        <source>Choose another reason.</source>
        <translation>Chọn lý do khác.</translation>
    </message>
    <message>
        <source>%1 is not a unit of the city police: only the command centre sends cases there.</source>
        <translation>%1 không thuộc Công an Thành phố: chỉ trung tâm chuyển vụ việc tới đó.</translation>
    </message>
    <message>
        <source>Hand the case back and say where it belongs.</source>
        <translation>Trả lại vụ việc và nói rõ nơi giải quyết.</translation>
    </message>
    <message>
        <source>A question to the citizen is still open.</source>
        <translation>Còn một câu hỏi cho người dân chưa xong.</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>Nội dung đã nhập vẫn còn.</translation>
    </message>
    <message>
        <source>Wait for its answer, or take it back first.</source>
        <translation>Chờ trả lời, hoặc rút câu hỏi đó trước.</translation>
    </message>
    <message>
        <source>More time was asked for already.</source>
        <translation>Đã xin gia hạn rồi.</translation>
    </message>
    <message>
        <source>Wait for the supervisor&apos;s decision.</source>
        <translation>Chờ trực chỉ huy quyết định.</translation>
    </message>
    <message>
        <source>That moment is not possible: it has passed, lies before the present deadline, or more than a year ahead.</source>
        <translation>Thời điểm này không dùng được: đã qua, trước thời hạn hiện tại, hoặc quá một năm nữa.</translation>
    </message>
    <message>
        <source>Choose a later moment.</source>
        <translation>Chọn thời điểm khác.</translation>
    </message>
    <message>
        <source>Nobody decides what they asked for themselves.</source>
        <translation>Không ai tự duyệt điều mình xin.</translation>
    </message>
    <message>
        <source>Another supervisor decides.</source>
        <translation>Trực chỉ huy khác quyết định.</translation>
    </message>
    <message>
        <source>It is not there any more, or not with your unit.</source>
        <translation>Mục này không còn, hoặc không thuộc đơn vị.</translation>
    </message>
    <message>
        <source>This is a part of the answer; the unit still works on the rest.</source>
        <translation>Đây là một phần trả lời; đơn vị còn đang làm tiếp.</translation>
    </message>
    <message>
        <source>Wait for the whole answer, or return this part.</source>
        <translation>Chờ trả lời đầy đủ, hoặc yêu cầu làm lại phần này.</translation>
    </message>
    <message>
        <source>Facebook no longer lets the page write to this citizen.</source>
        <translation>Facebook không còn cho trang nhắn người dân này.</translation>
    </message>
    <message>
        <source>Tell the unit: do not send the question, and say why.</source>
        <translation>Báo cho đơn vị: không gửi câu hỏi, kèm lý do.</translation>
    </message>
    <message>
        <source>A variable in the words is not filled.</source>
        <translation>Còn biến chưa điền trong nội dung.</translation>
    </message>
    <message>
        <source>Write it in, or take it out.</source>
        <translation>Điền vào, hoặc bỏ đi.</translation>
    </message>
    <message>
        <source>The words are too long: %1 characters, at most %2.</source>
        <translation>Nội dung quá dài: %1 ký tự, nhiều nhất %2.</translation>
    </message>
    <message>
        <source>Shorten them.</source>
        <translation>Rút ngắn lại.</translation>
    </message>
</context>
<context>
    <name>trucban::AnswerFiles</name>
    <message>
        <source>Files of the answer</source>
        <translation>Tệp kèm câu trả lời</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Tiến độ gửi %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>Bỏ tệp này</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>Bỏ %1</translation>
    </message>
    <message>
        <source>%1, %2; safe in the store.</source>
        <translation>%1, %2; đã lưu an toàn trong kho.</translation>
    </message>
</context>
<context>
    <name>trucban::AssignmentPanel</name>
    <message>
        <source>Unit, code, or ward by its new or old name</source>
        <translation>Tên, mã đơn vị hoặc phường, xã (tên mới, tên cũ)</translation>
    </message>
    <message>
        <source>Who has the case</source>
        <translation>Đơn vị đang giữ vụ việc</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Send to the chosen units</source>
        <translation>Gửi tới các đơn vị đã chọn</translation>
    </message>
    <message>
        <source>Forwards the case with deadline and instruction.</source>
        <translation>Chuyển vụ việc kèm thời hạn và chỉ đạo.</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
      <source>Transfer slips…</source>
      <translation>Phiếu chuyển…</translation>
    </message>
    <message>
      <source>Transfer slips of this case</source>
      <translation>Phiếu chuyển của vụ việc này</translation>
    </message>
    <message>
        <source>Not classified yet. Classify the case first (F2), then it can be forwarded.</source>
        <translation>Chưa phân loại. Hãy phân loại vụ việc trước (F2) rồi mới chuyển được.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>case number, category, urgency</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 no longer exists.</source>
        <translation>%1 không còn tồn tại.</translation>
    </message>
    <message>
        <source>Its code now belongs to %1: choose that unit.</source>
        <translation>Mã này nay thuộc về %1: hãy chọn đơn vị đó.</translation>
    </message>
    <message>
        <source>Choose the unit that has its tasks today.</source>
        <translation>Hãy chọn đơn vị đang đảm nhiệm việc đó.</translation>
    </message>
    <message>
        <source>The case has a lead unit already, so %1 was added as co-handling.</source>
        <translation>Vụ việc đã có đơn vị chủ trì nên %1 được thêm làm đơn vị phối hợp.</translation>
    </message>
    <message>
        <source>To change the lead, withdraw the present one first.</source>
        <translation>Muốn đổi đơn vị chủ trì, hãy rút đơn vị hiện tại trước.</translation>
    </message>
    <message>
        <source>“%1” in the instruction is not filled yet.</source>
        <translation>Biến “%1” trong chỉ đạo chưa được điền.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Chưa gửi gì đi.</translation>
    </message>
    <message>
        <source>Write it in, or take it out.</source>
        <translation>Hãy điền hoặc bỏ biến đó.</translation>
    </message>
    <message>
        <source>Forwarded to %1.</source>
        <translation>Đã chuyển tới %1.</translation>
    </message>
    <message>
        <source>Withdrawn. The unit no longer sees the case.</source>
        <translation>Đã rút. Đơn vị không còn thấy vụ việc.</translation>
    </message>
    <message>
        <source>Returned. The unit sees your reason.</source>
        <translation>Đã trả lại. Đơn vị thấy lý do của đồng chí.</translation>
    </message>
    <message>
        <source>Save a copy of the unit&apos;s file</source>
        <translation>Lưu bản sao tệp của đơn vị</translation>
    </message>
    <message>
        <source>The copy is saved. That it was taken is logged.</source>
        <translation>Đã lưu bản sao. Việc lấy tệp đã được ghi nhật ký.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Claim it</source>
        <translation>Nhận tin</translation>
    </message>
    <message>
        <source>Classify it</source>
        <translation>Phân loại</translation>
    </message>
    <message>
        <source>Reminded. The unit&apos;s people and its head see it at their desks.</source>
        <translation>Đã nhắc. Cán bộ và thủ trưởng đơn vị thấy trên bàn của mình.</translation>
    </message>
    <message>
        <source>The question is not sent. The unit sees your reason.</source>
        <translation>Không gửi câu hỏi. Đơn vị thấy lý do.</translation>
    </message>
    <message>
        <source>Granted. The deadline has moved.</source>
        <translation>Đã cho gia hạn. Thời hạn đã dời.</translation>
    </message>
    <message>
        <source>Refused. The deadline stays.</source>
        <translation>Không cho gia hạn. Thời hạn giữ nguyên.</translation>
    </message>
    <message>
        <source>Remind the unit…</source>
        <translation>Nhắc đơn vị…</translation>
    </message>
    <message>
        <source>The unit&apos;s people and its head are told at their desks.</source>
        <translation>Cán bộ và thủ trưởng đơn vị được báo trên bàn của mình.</translation>
    </message>
    <message>
        <source>Send the unit&apos;s question to the citizen…</source>
        <translation>Gửi câu hỏi của đơn vị cho người dân…</translation>
    </message>
    <message>
        <source>In words the citizen understands; the unit&apos;s deadline waits meanwhile.</source>
        <translation>Bằng lời người dân dễ hiểu; thời hạn của đơn vị tạm dừng trong lúc chờ.</translation>
    </message>
    <message>
        <source>Do not send the unit&apos;s question…</source>
        <translation>Không gửi câu hỏi của đơn vị…</translation>
    </message>
    <message>
        <source>The unit reads why.</source>
        <translation>Đơn vị đọc được lý do.</translation>
    </message>
    <message>
        <source>Grant the unit more time…</source>
        <translation>Cho đơn vị gia hạn…</translation>
    </message>
    <message>
        <source>The deadline moves to the moment you choose.</source>
        <translation>Thời hạn dời đến thời điểm được chọn.</translation>
    </message>
    <message>
        <source>Refuse the unit more time…</source>
        <translation>Không cho đơn vị gia hạn…</translation>
    </message>
    <message>
        <source>The deadline stays; the unit reads why.</source>
        <translation>Thời hạn giữ nguyên; đơn vị đọc được lý do.</translation>
    </message>
    <message>
        <source>Return the answer to the unit…</source>
        <translation>Yêu cầu đơn vị làm lại trả lời…</translation>
    </message>
    <message>
        <source>The unit reads what is missing.</source>
        <translation>Đơn vị đọc được còn thiếu gì.</translation>
    </message>
    <message>
        <source>Withdraw the case from the lead unit…</source>
        <translation>Rút vụ việc khỏi đơn vị chủ trì…</translation>
    </message>
    <message>
        <source>The unit no longer sees the case.</source>
        <translation>Đơn vị không còn thấy vụ việc.</translation>
    </message>
    <message>
        <source>Review the unit&apos;s answer…</source>
        <translation>Xem và duyệt trả lời của đơn vị…</translation>
    </message>
    <message>
        <source>Its words beside those for the citizen, with every change marked.</source>
        <translation>Lời của đơn vị bên cạnh lời cho người dân, đánh dấu từng chỗ khác.</translation>
    </message>
    <message>
        <source>Take over what the first rule proposes</source>
        <translation>Dùng đề xuất của quy tắc đầu tiên</translation>
    </message>
    <message>
        <source>The question is on its way to the citizen. The answer will be shown to the unit.</source>
        <translation>Câu hỏi đang được gửi cho người dân. Đơn vị sẽ thấy câu trả lời.</translation>
    </message>
    <message>
        <source>Approved. The citizen reads it once it is released.</source>
        <translation>Đã duyệt. Người dân đọc được khi trả lời được gửi.</translation>
    </message>
</context>
<context>
    <name>trucban::AssignmentPlace</name>
    <message>
        <source>&amp;Forward to a unit…</source>
        <translation>&amp;Chuyển đơn vị…</translation>
    </message>
    <message>
        <source>Chooses the lead unit, co-handling units, deadline and instruction.</source>
        <translation>Chọn đơn vị chủ trì, đơn vị phối hợp, thời hạn và chỉ đạo.</translation>
    </message>
    <message>
        <source>Your unit&apos;s work</source>
        <translation>Việc của đơn vị</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Chuyển đơn vị</translation>
    </message>
</context>
<context>
    <name>trucban::DueEdit</name>
    <message>
        <source>Term of the answer</source>
        <translation>Thời hạn trả lời</translation>
    </message>
    <message>
        <source>Deadline of the answer</source>
        <translation>Hạn trả lời</translation>
    </message>
    <message>
        <source>By the rule: %1</source>
        <translation>Theo quy định: %1</translation>
    </message>
    <message>
        <source>Another moment</source>
        <translation>Thời điểm khác</translation>
    </message>
</context>
<context>
    <name>trucban::ForwardForm</name>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Chuyển đơn vị</translation>
    </message>
    <message>
        <source>Template of the instruction</source>
        <translation>Mẫu chỉ đạo</translation>
    </message>
    <message>
        <source>Instruction to the units</source>
        <translation>Chỉ đạo cho đơn vị</translation>
    </message>
    <message>
        <source>What the units are asked to do</source>
        <translation>Đề nghị đơn vị làm gì</translation>
    </message>
    <message>
        <source>The slip as the units will read it</source>
        <translation>Phiếu chuyển như đơn vị sẽ đọc</translation>
    </message>
    <message>
        <source>Sends the case to the chosen units (Ctrl+Enter)</source>
        <translation>Gửi vụ việc tới các đơn vị đã chọn (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>Hạn trả lời</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Chỉ đạo</translation>
    </message>
    <message>
        <source>The slip as it will read</source>
        <translation>Phiếu chuyển tin</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>Chưa có mẫu</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Chọn mẫu…</translation>
    </message>
</context>
<context>
    <name>trucban::ForwardsList</name>
    <message>
        <source>Units that have or had this case</source>
        <translation>Các đơn vị đang hoặc đã giữ vụ việc</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Sent by %1, %2</source>
        <translation>%1 chuyển, %2</translation>
    </message>
    <message>
        <source>confirmed by %1, %2</source>
        <translation>%1 xác nhận, %2</translation>
    </message>
    <message>
        <source>Answer due %1: %2</source>
        <translation>Hạn trả lời %1: %2</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Rút…</translation>
    </message>
    <message>
        <source>Why is %1 to give the case back?</source>
        <translation>Vì sao rút vụ việc khỏi %1?</translation>
    </message>
    <message>
        <source>Answer of %1, %2 (%3)</source>
        <translation>%1 trả lời, %2 (%3)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind of file, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Opens this file of the answer</source>
        <translation>Mở tệp này của câu trả lời</translation>
    </message>
    <message>
        <source>Returned because: %1</source>
        <translation>Trả lại vì: %1</translation>
    </message>
    <message>
        <source>Return to the unit…</source>
        <translation>Trả lại đơn vị…</translation>
    </message>
    <message>
        <source>What is missing in this answer?</source>
        <translation>Câu trả lời này còn thiếu gì?</translation>
    </message>
    <message>
        <source>Remind…</source>
        <translation>Nhắc…</translation>
    </message>
    <message>
        <source>What should %1 be reminded of?</source>
        <translation>Nhắc %1 điều gì?</translation>
    </message>
    <message>
        <source>Words to the unit, if they help</source>
        <translation>Lời nhắn cho đơn vị, nếu cần</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a matter, its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when reminded, with which words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who decided, their words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 asks the citizen, %2</source>
        <translation>%1 hỏi người dân, %2</translation>
    </message>
    <message>
        <source>Do not send…</source>
        <translation>Không gửi…</translation>
    </message>
    <message>
        <source>Why is this question not sent? The unit reads it.</source>
        <translation>Vì sao không gửi câu hỏi này? Đơn vị đọc được.</translation>
    </message>
    <message>
        <source>Until %1 instead of %2: %3</source>
        <translation>Đến %1 thay vì %2: %3</translation>
    </message>
    <message>
        <source>Until %1: %2</source>
        <translation>Đến %1: %2</translation>
    </message>
    <message>
        <source>%1 asks for more time, %2</source>
        <translation>%1 xin gia hạn, %2</translation>
    </message>
    <message>
        <source>%1 granted it until %2.</source>
        <translation>%1 đã cho gia hạn đến %2.</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Không cho…</translation>
    </message>
    <message>
        <source>Why is the present deadline kept?</source>
        <translation>Vì sao giữ thời hạn hiện tại?</translation>
    </message>
    <message>
        <source>A part of the answer, by %1, %2</source>
        <translation>Một phần trả lời, %1, %2</translation>
    </message>
    <message>
        <source>Answer of %1, %2</source>
        <translation>Trả lời của %1, %2</translation>
    </message>
    <message>
        <source>Words approved by %1: %2</source>
        <translation>Lời được duyệt bởi %1: %2</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Xem và duyệt…</translation>
    </message>
    <message>
        <source>Send to the citizen…</source>
        <translation>Gửi người dân…</translation>
    </message>
    <message>
        <source>The question as the citizen will read it</source>
        <translation>Câu hỏi như người dân sẽ đọc</translation>
    </message>
    <message>
        <source>Send to the citizen</source>
        <translation>Gửi người dân</translation>
    </message>
    <message>
        <source>Grant…</source>
        <translation>Cho gia hạn…</translation>
    </message>
    <message>
        <source>Until when may the unit take its time?</source>
        <translation>Đơn vị được gia hạn đến khi nào?</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Cho gia hạn</translation>
    </message>
</context>
<context>
    <name>trucban::PickedUnits</name>
    <message>
        <source>Chosen units</source>
        <translation>Đơn vị đã chọn</translation>
    </message>
    <message>
        <source>None yet. In the list: Enter makes a unit the lead, Space adds it as co-handling.</source>
        <translation>Chưa có. Trong danh sách: Enter chọn chủ trì, phím cách thêm phối hợp.</translation>
    </message>
    <message>
        <source>Make this the lead unit</source>
        <translation>Đặt làm đơn vị chủ trì</translation>
    </message>
    <message>
        <source>Make %1 the lead unit</source>
        <translation>Đặt %1 làm đơn vị chủ trì</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>Bỏ %1 ra</translation>
    </message>
</context>
<context>
    <name>trucban::ReasonLine</name>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>Nêu lý do</translation>
    </message>
    <message>
        <source>Choose a reason…</source>
        <translation>Chọn lý do…</translation>
    </message>
    <message>
        <source>More words, if they help</source>
        <translation>Nói rõ thêm nếu cần</translation>
    </message>
    <message>
        <source>Say it in a few words; this reason needs them</source>
        <translation>Viết vài chữ; lý do này cần nói rõ</translation>
    </message>
</context>
<context>
    <name>trucban::UnitPanel</name>
    <message>
        <source>&amp;Confirm: we have it</source>
        <translation>&amp;Xác nhận đã nhận</translation>
    </message>
    <message>
        <source>&amp;Hand back…</source>
        <translation>&amp;Trả lại…</translation>
    </message>
    <message>
        <source>Why can your unit not handle this case?</source>
        <translation>Vì sao đơn vị không xử lý được vụ việc này?</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>It lies outside our area</source>
        <translation>Không thuộc địa bàn của đơn vị</translation>
    </message>
    <message>
        <source>It is not within our competence</source>
        <translation>Không thuộc thẩm quyền của đơn vị</translation>
    </message>
    <message>
        <source>Another unit handles it already</source>
        <translation>Đơn vị khác đang xử lý</translation>
    </message>
    <message>
        <source>Too little information to check</source>
        <translation>Không đủ thông tin để xác minh</translation>
    </message>
    <message>
        <source>Answer to the command centre</source>
        <translation>Trả lời Trung tâm chỉ huy</translation>
    </message>
    <message>
        <source>What was checked, what was found, what was done. The command centre words it for the citizen.</source>
        <translation>Đã kiểm tra gì, kết quả ra sao, đã xử lý thế nào. Trung tâm chỉ huy sẽ soạn lời cho người dân.</translation>
    </message>
    <message>
        <source>&amp;Attach files…</source>
        <translation>Đính &amp;kèm tệp…</translation>
    </message>
    <message>
        <source>&amp;Send the answer</source>
        <translation>&amp;Gửi trả lời</translation>
    </message>
    <message>
        <source>Sends the answer to the command centre (Ctrl+Enter)</source>
        <translation>Gửi trả lời về Trung tâm chỉ huy (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Confirm the case for your unit</source>
        <translation>Xác nhận vụ việc cho đơn vị</translation>
    </message>
    <message>
        <source>Hand the case back…</source>
        <translation>Trả lại vụ việc…</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>Gửi trả lời</translation>
    </message>
    <message>
        <source>Attach files to the answer…</source>
        <translation>Đính kèm tệp vào câu trả lời…</translation>
    </message>
    <message>
        <source>The command centre (%1) asks your unit to handle this case.</source>
        <translation>Trung tâm chỉ huy (%1) đề nghị đơn vị xử lý vụ việc này.</translation>
    </message>
    <message>
        <source>The command centre (%1) asks: %2</source>
        <translation>Trung tâm chỉ huy (%1) đề nghị: %2</translation>
    </message>
    <message>
        <source>Answer due %1 (%2)</source>
        <translation>Hạn trả lời %1 (%2)</translation>
    </message>
    <message>
        <source>Your draft from another workstation.</source>
        <translation>Bản nháp của đồng chí từ máy khác.</translation>
    </message>
    <message>
        <source>Kept on this machine.</source>
        <translation>Đã giữ trên máy này.</translation>
    </message>
    <message>
        <source>Draft kept on the server.</source>
        <translation>Bản nháp đã lưu trên máy chủ.</translation>
    </message>
    <message>
        <source>Kept on this machine; the server will have it later.</source>
        <translation>Đã giữ trên máy này; sẽ lưu lên máy chủ sau.</translation>
    </message>
    <message>
        <source>Confirmed. The command centre sees that your unit has it.</source>
        <translation>Đã xác nhận. Trung tâm chỉ huy biết đơn vị đã nhận.</translation>
    </message>
    <message>
        <source>Handed back. The command centre sees your reason.</source>
        <translation>Đã trả lại. Trung tâm chỉ huy thấy lý do của đồng chí.</translation>
    </message>
    <message>
        <source>Files for the answer</source>
        <translation>Tệp cho câu trả lời</translation>
    </message>
    <message>
        <source>Save a copy of this file</source>
        <translation>Lưu bản sao tệp này</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>Đã lưu bản sao.</translation>
    </message>
    <message>
        <source>Answered. The command centre reviews it and tells the citizen.</source>
        <translation>Đã trả lời. Trung tâm chỉ huy xem xét và báo người dân.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Chưa mở vụ việc nào.</translation>
    </message>
    <message>
        <source>Open one from your unit&apos;s inbox.</source>
        <translation>Hãy mở một vụ việc từ hộp tin của đơn vị.</translation>
    </message>
    <message>
        <source>Handed on. The other unit has the case now.</source>
        <translation>Đã chuyển tiếp. Đơn vị kia hiện giữ vụ việc.</translation>
    </message>
    <message>
        <source>The command centre has your question and asks the citizen.</source>
        <translation>Trung tâm đã nhận câu hỏi và sẽ hỏi người dân.</translation>
    </message>
    <message>
        <source>A supervisor decides about the time you asked for.</source>
        <translation>Trực chỉ huy sẽ quyết định việc gia hạn.</translation>
    </message>
    <message>
        <source>&amp;Ask the citizen…</source>
        <translation>Hỏi &amp;người dân…</translation>
    </message>
    <message>
        <source>&amp;More time…</source>
        <translation>&amp;Gia hạn…</translation>
    </message>
    <message>
        <source>Hand &amp;on…</source>
        <translation>Chuyển &amp;tiếp…</translation>
    </message>
    <message>
        <source>Send as a &amp;part</source>
        <translation>Gửi một &amp;phần</translation>
    </message>
    <message>
        <source>The command centre reads it; the case stays with your unit until the whole answer is sent</source>
        <translation>Trung tâm đọc được phần này; vụ việc vẫn ở đơn vị đến khi gửi trả lời đầy đủ</translation>
    </message>
    <message>
        <source>Send a part of the answer</source>
        <translation>Gửi một phần trả lời</translation>
    </message>
    <message>
        <source>The case stays with your unit until the whole answer is sent.</source>
        <translation>Vụ việc vẫn ở đơn vị đến khi gửi trả lời đầy đủ.</translation>
    </message>
    <message>
        <source>Ask the citizen a question…</source>
        <translation>Hỏi người dân một câu…</translation>
    </message>
    <message>
        <source>The command centre asks for you; your deadline waits meanwhile.</source>
        <translation>Trung tâm hỏi giúp; thời hạn của đơn vị tạm dừng trong lúc chờ.</translation>
    </message>
    <message>
        <source>Ask for more time…</source>
        <translation>Xin gia hạn…</translation>
    </message>
    <message>
        <source>A supervisor decides.</source>
        <translation>Trực chỉ huy quyết định.</translation>
    </message>
    <message>
        <source>Hand the case on to another unit…</source>
        <translation>Chuyển tiếp vụ việc cho đơn vị khác…</translation>
    </message>
    <message>
        <source>The other unit has it at once, with the same deadline.</source>
        <translation>Đơn vị kia nhận ngay, giữ nguyên thời hạn.</translation>
    </message>
    <message>
        <source>The command centre has it again, with your reason.</source>
        <translation>Vụ việc trở lại trung tâm, kèm lý do.</translation>
    </message>
    <message>
        <source>Take the question to the citizen back</source>
        <translation>Rút câu hỏi cho người dân</translation>
    </message>
    <message>
        <source>The question is taken back.</source>
        <translation>Đã rút câu hỏi.</translation>
    </message>
    <message>
        <source>The command centre reads this part. The case stays with your unit.</source>
        <translation>Trung tâm đã có phần này. Vụ việc vẫn ở đơn vị.</translation>
    </message>
</context>
<context>
    <name>trucban::UnitTreeModel</name>
    <message>
        <source>Suggested</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>now covers the former %1</source>
        <translation>nay gồm %1 cũ</translation>
    </message>
    <message>
        <source>suggested %1</source>
        <translation>gợi ý, %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>chưa đến ngày</translation>
    </message>
    <message>
        <source>%1; the code now belongs to %2</source>
        <translation>%1; mã này nay thuộc về %2</translation>
    </message>
    <message>
        <source>%1; choose the ward&apos;s police instead</source>
        <translation>%1; hãy chọn công an phường, xã</translation>
    </message>
    <message>
        <source>%1; no unit has this code today</source>
        <translation>%1; hiện không đơn vị nào mang mã này</translation>
    </message>
    <message>
        <source>the complaint is about this unit: it may not see the case</source>
        <translation>phản ánh nhằm vào đơn vị này: không được xem vụ việc</translation>
    </message>
    <message>
        <source>%1, no longer exists</source>
        <translation>%1, không còn tồn tại</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1, mã %2</translation>
    </message>
    <message>
        <source>%1, code %2, %3</source>
        <translation>%1, mã %2, %3</translation>
    </message>
</context>
    <context>
        <name>trucban::ForwardsList</name>
        <message>
            <source>To the reply</source>
            <translation>Kèm vào trả lời</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>name of a file, size</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Opens %1 of the answer</source>
            <translation>Mở %1 của câu trả lời</translation>
        </message>
        <message>
            <source>Attach %1 to the reply</source>
            <translation>Đính kèm %1 vào thư trả lời</translation>
        </message>
    </context>
<context>
    <name>trucban::UnitSteps</name>
    <message>
        <source>Why can your unit not handle this case?</source>
        <translation>Vì sao đơn vị không giải quyết được vụ việc này?</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Unit the case is handed on to</source>
        <translation>Đơn vị được chuyển tiếp vụ việc</translation>
    </message>
    <message>
        <source>Unit that should have the case; type to find it</source>
        <translation>Đơn vị nên nhận vụ việc; gõ để tìm</translation>
    </message>
    <message>
        <source>Which unit should have the case, and why not yours? It goes there at once, with the same deadline.</source>
        <translation>Đơn vị nào nên nhận vụ việc, vì sao không phải đơn vị mình? Vụ việc chuyển ngay tới đó, giữ nguyên thời hạn.</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>Chuyển tiếp</translation>
    </message>
    <message>
        <source>What do you need to know of the citizen? The command centre asks for you; your deadline waits meanwhile.</source>
        <translation>Cần hỏi người dân điều gì? Trung tâm hỏi giúp; thời hạn của đơn vị tạm dừng trong lúc chờ.</translation>
    </message>
    <message>
        <source>Question to the citizen</source>
        <translation>Câu hỏi cho người dân</translation>
    </message>
    <message>
        <source>One clear question, in words the citizen understands</source>
        <translation>Một câu hỏi rõ ràng, bằng lời người dân dễ hiểu</translation>
    </message>
    <message>
        <source>Ask the citizen</source>
        <translation>Hỏi người dân</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Until when do you need time? A supervisor decides; until then the present deadline holds.</source>
        <translation>Cần thêm thời gian đến khi nào? Trực chỉ huy quyết định; trước đó thời hạn hiện tại vẫn giữ.</translation>
    </message>
    <message>
        <source>Time asked for</source>
        <translation>Thời hạn xin gia hạn</translation>
    </message>
    <message>
        <source>Why is the time not enough?</source>
        <translation>Vì sao không đủ thời gian?</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>Xin gia hạn</translation>
    </message>
</context>
<context>
    <name>trucban::UnitMatters</name>
    <message>
        <source>Reminders, questions and more time</source>
        <translation>Nhắc việc, câu hỏi và gia hạn</translation>
    </message>
    <message>
        <source>The command centre reminds you</source>
        <translation>Trung tâm nhắc việc</translation>
    </message>
    <message>
        <source>The command centre: %1</source>
        <translation>Trung tâm: %1</translation>
    </message>
    <message>
        <source>Question to the citizen, %1</source>
        <translation>Câu hỏi cho người dân, %1</translation>
    </message>
    <message>
        <source>Take the question back</source>
        <translation>Rút câu hỏi</translation>
    </message>
    <message>
        <source>Granted until %1 by %2.</source>
        <translation>Được gia hạn đến %1, người duyệt: %2.</translation>
    </message>
    <message>
        <source>Asked for until %1: %2</source>
        <translation>Xin gia hạn đến %1: %2</translation>
    </message>
    <message>
        <source>More time, %1</source>
        <translation>Xin gia hạn, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>nhắc việc</translation>
    </message>
</context>
<context>
    <name>trucban::WordsLine</name>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>trucban::MomentLine</name>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Words to the unit</source>
        <translation>Lời nhắn cho đơn vị</translation>
    </message>
    <message>
        <source>Words to the unit, if they help</source>
        <translation>Lời nhắn cho đơn vị, nếu cần</translation>
    </message>
</context>
<context>
    <name>trucban::AnswerReview</name>
    <message>
        <source>Review the answer of %1</source>
        <translation>Duyệt trả lời của %1</translation>
    </message>
    <message>
        <source>%1, %2 · %3</source>
        <translation>%1, %2 · %3</translation>
    </message>
    <message>
        <source>What is missing in this answer?</source>
        <translation>Trả lời này còn thiếu gì?</translation>
    </message>
    <message>
        <source>Return to the unit</source>
        <translation>Yêu cầu làm lại</translation>
    </message>
    <message>
        <source>What the unit answered</source>
        <translation>Đơn vị đã trả lời</translation>
    </message>
    <message>
        <source>What changed since the answer that was returned</source>
        <translation>Thay đổi so với bản bị yêu cầu làm lại</translation>
    </message>
    <message>
        <source>Changes since it was returned</source>
        <translation>Thay đổi từ khi yêu cầu làm lại</translation>
    </message>
    <message>
        <source>The unit&apos;s answer</source>
        <translation>Trả lời của đơn vị</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>Nguyên văn</translation>
    </message>
    <message>
        <source>Returned because: %1</source>
        <translation>Yêu cầu làm lại vì: %1</translation>
    </message>
    <message>
        <source>Words the citizen will read</source>
        <translation>Lời người dân sẽ đọc</translation>
    </message>
    <message>
        <source>What differs from the unit&apos;s answer</source>
        <translation>Khác gì so với trả lời của đơn vị</translation>
    </message>
    <message>
        <source>&amp;Return to the unit…</source>
        <translation>&amp;Yêu cầu làm lại…</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Thôi</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Duyệt</translation>
    </message>
    <message>
        <source>The answer is approved in these words; it is not sent yet</source>
        <translation>Duyệt trả lời với lời này; chưa gửi</translation>
    </message>
    <message>
        <source>Approve and go to the &amp;reply</source>
        <translation>Duyệt và sang trả lời &amp;dân</translation>
    </message>
    <message>
        <source>The words are put into the reply, ready to be released</source>
        <translation>Lời được đưa vào ô trả lời, sẵn sàng gửi</translation>
    </message>
</context>
<context>
    <name>trucban::ProposalsList</name>
    <message>
        <source>What the rules propose</source>
        <translation>Đề xuất của các quy tắc</translation>
    </message>
    <message>
        <source>The rule “%1” proposes: %2</source>
        <translation>Quy tắc “%1” đề xuất: %2</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Dùng đề xuất</translation>
    </message>
    <message>
        <source>Take over what the rule “%1” proposes</source>
        <translation>Dùng đề xuất của quy tắc “%1”</translation>
    </message>
    <message>
        <source>Chooses the unit and the deadline here; category, urgency and legal track are put into the classification for you to confirm</source>
        <translation>Chọn đơn vị và thời hạn ở đây; danh mục, mức khẩn và diện xử lý được đưa vào ô phân loại để xác nhận</translation>
    </message>
</context>
</TS>
