<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::ActionStrip</name>
        <message>
            <source>More</source>
            <translation>Thêm</translation>
        </message>
        <message>
            <source>More steps</source>
            <translation>Các bước khác</translation>
        </message>
    </context>
    <context>
        <name>Bubble</name>
        <message>
            <source>Edited · what it said before</source>
            <translation>Đã sửa · xem nội dung trước</translation>
        </message>
        <message>
            <source>human-agent tag</source>
            <translation>gửi theo thẻ cán bộ</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>đã hủy</translation>
        </message>
        <message>
            <source>removed by the citizen, kept here</source>
            <translation>người dân đã gỡ, ở đây vẫn giữ</translation>
        </message>
        <message>
            <source>hidden on the page</source>
            <translation>đã ẩn trên trang</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>Converted from an old encoding:</source>
            <translation>Chuyển từ bảng mã cũ:</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Gửi lại</translation>
        </message>
    </context>
    <context>
        <name>trucban::CaseHeader</name>
        <message>
            <source>duplicate of %1</source>
            <translation>trùng với %1</translation>
        </message>
        <message>
            <source>answered from elsewhere</source>
            <translation>đã được trả lời từ nơi khác</translation>
        </message>
        <message>
            <source>decision: %1</source>
            <translation>quyết định: %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>In nobody&apos;s hand</source>
            <translation>Chưa ai nhận</translation>
        </message>
        <message>
            <source>In your hand · %1</source>
            <translation>Đồng chí đang giữ · %1</translation>
        </message>
        <message>
            <source>With %1 · %2</source>
            <translation>%1 đang giữ · %2</translation>
        </message>
    </context>
    <context>
        <name>trucban::CaseView</name>
        <message>
            <source>What it said before…</source>
            <translation>Nội dung trước khi sửa…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>The case is in your hand.</source>
            <translation>Đồng chí đã nhận tin.</translation>
        </message>
        <message>
            <source>The case is free again.</source>
            <translation>Đã nhả vụ việc.</translation>
        </message>
        <message>
            <source>%1 has this case in hand. Taking it over is recorded and seen by both.</source>
            <translation>%1 đang giữ vụ việc này. Việc nhận thay được ghi lại và cả hai đều thấy.</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Nhận thay</translation>
        </message>
        <message>
            <source>Classified.</source>
            <translation>Đã phân loại.</translation>
        </message>
        <message>
            <source>The case ends here: it is not a matter for the police.</source>
            <translation>Vụ việc kết thúc tại đây: không thuộc việc của công an.</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Không tiếp nhận</translation>
        </message>
        <message>
            <source>The case is rejected.</source>
            <translation>Đã ghi: không tiếp nhận.</translation>
        </message>
        <message>
            <source>The case ends here: another one already tells of the same matter.</source>
            <translation>Vụ việc kết thúc tại đây: đã có vụ việc khác cùng nội dung.</translation>
        </message>
        <message>
            <source>Mark as duplicate</source>
            <translation>Đánh dấu trùng</translation>
        </message>
        <message>
            <source>The case is marked as a duplicate.</source>
            <translation>Đã đánh dấu vụ việc trùng.</translation>
        </message>
        <message>
            <source>The case is opened again and goes back to the inbox.</source>
            <translation>Vụ việc được mở lại và trở về hộp tin.</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Mở lại</translation>
        </message>
        <message>
            <source>The case is open again.</source>
            <translation>Đã mở lại vụ việc.</translation>
        </message>
        <message>
            <source>The result was told to the citizen or published; the case is closed.</source>
            <translation>Kết quả đã báo cho người dân hoặc đã đăng; vụ việc được đóng.</translation>
        </message>
        <message>
            <source>Close the case</source>
            <translation>Đóng vụ việc</translation>
        </message>
        <message>
            <source>The case is closed.</source>
            <translation>Đã đóng vụ việc.</translation>
        </message>
        <message>
            <source>There is no place for publishing here.</source>
            <translation>Ở đây không có chỗ đăng bài.</translation>
        </message>
        <message>
            <source>The answer is released and on its way to the citizen.</source>
            <translation>Câu trả lời đã được duyệt và đang đến người dân.</translation>
        </message>
        <message>
            <source>The reply is on its way to the citizen.</source>
            <translation>Tin trả lời đang đến người dân.</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Chép nội dung</translation>
        </message>
        <message>
            <source>Show the comment on the page</source>
            <translation>Hiện bình luận trên trang</translation>
        </message>
        <message>
            <source>Hide the comment on the page</source>
            <translation>Ẩn bình luận trên trang</translation>
        </message>
        <message>
            <source>Facebook is asked to hide the comment.</source>
            <translation>Đã yêu cầu Facebook ẩn bình luận.</translation>
        </message>
        <message>
            <source>Facebook is asked to show the comment.</source>
            <translation>Đã yêu cầu Facebook hiện bình luận.</translation>
        </message>
        <message>
            <source>Cancel sending</source>
            <translation>Hủy gửi</translation>
        </message>
        <message>
            <source>It is not sent.</source>
            <translation>Đã hủy, không gửi.</translation>
        </message>
        <message>
            <source>Save %1…</source>
            <translation>Lưu %1…</translation>
        </message>
        <message>
            <source>the file</source>
            <translation>tệp</translation>
        </message>
        <message>
            <source>Save the file; open it only if you trust it</source>
            <translation>Lưu tệp; chỉ mở khi tin tệp an toàn</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Đã lưu.</translation>
        </message>
        <message>
            <source>The file could not be written: %1</source>
            <translation>Không ghi được tệp: %1</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Hãy chọn thư mục khác.</translation>
        </message>
        <message>
            <source>No case is open</source>
            <translation>Chưa mở vụ việc nào</translation>
        </message>
        <message>
            <source>Choose one in the inbox, or type its number in the palette (Ctrl+K).</source>
            <translation>Chọn một vụ việc trong hộp tin, hoặc gõ số vụ việc vào bảng lệnh (Ctrl+K).</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Trả lời</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Người dân</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Quá trình</translation>
        </message>
        <message>
            <source>It is asked for again.</source>
            <translation>Đã yêu cầu tải lại.</translation>
        </message>
        <message>
            <source>It is sent again.</source>
            <translation>Đã gửi lại.</translation>
        </message>
        <message>
            <source>Case %1 is not here</source>
            <translation>Không có vụ việc %1</translation>
        </message>
    </context>
    <context>
        <name>CaseWords</name>
        <message>
            <source>A file holds the very bytes a citizen sent: those stay sealed.</source>
            <translation>Một tệp trùng đúng dữ liệu gốc người dân gửi: bản gốc được niêm phong.</translation>
        </message>
        <message>
            <source>Attach the safe copy from the case instead.</source>
            <translation>Hãy đính kèm bản sao an toàn từ vụ việc.</translation>
        </message>
        <message>
            <source>A file does not belong to this case.</source>
            <translation>Một tệp không thuộc vụ việc này.</translation>
        </message>
        <message>
            <source>Leave it out, or attach it from this computer.</source>
            <translation>Hãy bỏ tệp đó ra, hoặc đính kèm từ máy tính này.</translation>
        </message>
        <message>
            <source>Under a comment Facebook takes pictures only.</source>
            <translation>Dưới bình luận, Facebook chỉ nhận ảnh.</translation>
        </message>
        <message>
            <source>Leave the other files out, or ask the citizen to write to the page.</source>
            <translation>Hãy bỏ các tệp khác ra, hoặc đề nghị người dân nhắn tin cho trang.</translation>
        </message>
        <message>
            <source>The private answer to a comment takes words only.</source>
            <translation>Trả lời riêng cho bình luận chỉ gửi được chữ.</translation>
        </message>
        <message>
            <source>Leave the files out, or answer under the comment.</source>
            <translation>Hãy bỏ các tệp ra, hoặc trả lời dưới bình luận.</translation>
        </message>
        <message>
            <source>A reply takes at most %1 files.</source>
            <translation>Một lần trả lời kèm được nhiều nhất %1 tệp.</translation>
        </message>
        <message>
            <source>Leave some out and send them afterwards.</source>
            <translation>Hãy bỏ bớt và gửi sau.</translation>
        </message>
        <message>
            <source>Facebook takes at most 25 MB a file.</source>
            <translation>Facebook chỉ nhận mỗi tệp tối đa 25 MB.</translation>
        </message>
        <message>
            <source>Leave it out, or make it smaller first.</source>
            <translation>Hãy bỏ ra, hoặc thu nhỏ trước.</translation>
        </message>
        <message>
            <source>%1 took the case in hand</source>
            <translation>%1 nhận tin</translation>
        </message>
        <message>
            <source>%1 let the case go</source>
            <translation>%1 nhả vụ việc</translation>
        </message>
        <message>
            <source>%1 took the case over</source>
            <translation>%1 nhận thay vụ việc</translation>
        </message>
        <message>
            <source>The claim ran out</source>
            <translation>Hết thời hạn giữ vụ việc</translation>
        </message>
        <message>
            <source>The case came in</source>
            <translation>Vụ việc đến</translation>
        </message>
        <message>
            <source>%1 classified the case</source>
            <translation>%1 phân loại vụ việc</translation>
        </message>
        <message>
            <source>%1 rejected the case</source>
            <translation>%1 không tiếp nhận vụ việc</translation>
        </message>
        <message>
            <source>%1 marked the case as a duplicate</source>
            <translation>%1 đánh dấu vụ việc trùng</translation>
        </message>
        <message>
            <source>%1 opened the case again</source>
            <translation>%1 mở lại vụ việc</translation>
        </message>
        <message>
            <source>%1 forwarded the case</source>
            <translation>%1 chuyển đơn vị</translation>
        </message>
        <message>
            <source>%1 took a forward back</source>
            <translation>%1 thu hồi phiếu chuyển</translation>
        </message>
        <message>
            <source>%1 signed the transfer slip</source>
            <translation>%1 đã ký phiếu chuyển</translation>
        </message>
        <message>
            <source>%1 told those responsible of the deadline</source>
            <translation>%1 đã báo những người có trách nhiệm về thời hạn</translation>
        </message>
        <message>
            <source>%1 confirmed that the unit has the case</source>
            <translation>%1 xác nhận đơn vị đã nhận</translation>
        </message>
        <message>
            <source>%1 handed the case back</source>
            <translation>%1 trả lại vụ việc</translation>
        </message>
        <message>
            <source>%1 answered for the unit</source>
            <translation>%1 trả lời thay mặt đơn vị</translation>
        </message>
        <message>
            <source>%1 returned the answer to the unit</source>
            <translation>%1 trả câu trả lời về đơn vị</translation>
        </message>
        <message>
            <source>%1 wrote to the citizen</source>
            <translation>%1 nhắn người dân</translation>
        </message>
        <message>
            <source>%1 answered the comment</source>
            <translation>%1 trả lời bình luận</translation>
        </message>
        <message>
            <source>%1 answered the comment privately</source>
            <translation>%1 trả lời riêng cho bình luận</translation>
        </message>
        <message>
            <source>%1 released the answer to the citizen</source>
            <translation>%1 duyệt trả lời người dân</translation>
        </message>
        <message>
            <source>%1 changed whether the comment is shown on the page</source>
            <translation>%1 đổi việc hiện bình luận trên trang</translation>
        </message>
        <message>
            <source>%1 cancelled what had not left yet</source>
            <translation>%1 hủy tin chưa gửi đi</translation>
        </message>
        <message>
            <source>%1 sent again what Facebook had refused</source>
            <translation>%1 gửi lại tin Facebook đã từ chối</translation>
        </message>
        <message>
            <source>Facebook refused what was sent</source>
            <translation>Facebook từ chối tin đã gửi</translation>
        </message>
        <message>
            <source>%1 published the result</source>
            <translation>%1 đăng kết quả</translation>
        </message>
        <message>
            <source>The result was published on the page</source>
            <translation>Kết quả đã được đăng trên trang</translation>
        </message>
        <message>
            <source>%1 closed the case</source>
            <translation>%1 đóng vụ việc</translation>
        </message>
        <message>
            <source>%1 opened the sealed identity</source>
            <translation>%1 mở danh tính được giữ kín</translation>
        </message>
        <message>
            <source>The citizen was answered from elsewhere</source>
            <translation>Người dân đã được trả lời từ nơi khác</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>The gateway</source>
            <translation>Cổng Facebook</translation>
        </message>
        <message>
            <source>Written elsewhere, outside Trực Ban</source>
            <translation>Viết từ nơi khác, ngoài Trực Ban</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>delivery state and when</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Not sent: %1</source>
            <translation>Chưa gửi được: %1</translation>
        </message>
        <message>
            <source>What you typed is kept.</source>
            <translation>Nội dung đã gõ vẫn còn nguyên.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Chưa có gì thay đổi.</translation>
        </message>
        <message>
            <source>%1 has this case in hand.</source>
            <translation>%1 đang giữ vụ việc này.</translation>
        </message>
        <message>
            <source>Ask them to let it go, or take it over with a reason.</source>
            <translation>Đề nghị đồng chí đó nhả ra, hoặc nhận thay và nêu lý do.</translation>
        </message>
        <message>
            <source>The case is in nobody&apos;s hand.</source>
            <translation>Vụ việc chưa ai nhận.</translation>
        </message>
        <message>
            <source>Take the case in hand first.</source>
            <translation>Hãy nhận tin trước.</translation>
        </message>
        <message>
            <source>Your claim has run out.</source>
            <translation>Đã hết thời hạn giữ vụ việc.</translation>
        </message>
        <message>
            <source>Take the case in hand again.</source>
            <translation>Hãy nhận tin lại.</translation>
        </message>
        <message>
            <source>The case has changed since you saw it.</source>
            <translation>Vụ việc đã thay đổi từ lúc đồng chí xem.</translation>
        </message>
        <message>
            <source>The case has changed since you saw it: %1.</source>
            <translation>Vụ việc đã thay đổi từ lúc đồng chí xem: %1.</translation>
        </message>
        <message>
            <source>Look again, then repeat the step if it still makes sense.</source>
            <translation>Hãy xem lại, rồi làm lại bước này nếu vẫn cần.</translation>
        </message>
        <message>
            <source>The words still hold an empty variable: %1.</source>
            <translation>Nội dung còn biến chưa điền: %1.</translation>
        </message>
        <message>
            <source>Put the words in its place, then send.</source>
            <translation>Hãy điền nội dung vào chỗ đó rồi gửi.</translation>
        </message>
        <message>
            <source>The draft is kept.</source>
            <translation>Bản nháp còn nguyên.</translation>
        </message>
        <message>
            <source>No unit has answered yet.</source>
            <translation>Chưa có đơn vị nào trả lời.</translation>
        </message>
        <message>
            <source>Wait for the unit&apos;s answer, or write down why you decide yourself.</source>
            <translation>Chờ đơn vị trả lời, hoặc ghi lý do đồng chí tự quyết định.</translation>
        </message>
        <message>
            <source>The case is not classified yet.</source>
            <translation>Vụ việc chưa được phân loại.</translation>
        </message>
        <message>
            <source>Classify it first (F2).</source>
            <translation>Hãy phân loại trước (F2).</translation>
        </message>
        <message>
            <source>A reason is needed.</source>
            <translation>Cần nêu lý do.</translation>
        </message>
        <message>
            <source>Write at least a few words: they go into the record.</source>
            <translation>Viết ít nhất vài chữ: lý do được ghi vào hồ sơ.</translation>
        </message>
        <message>
            <source>The citizen has written something that nobody has read yet.</source>
            <translation>Người dân có tin mới chưa ai đọc.</translation>
        </message>
        <message>
            <source>Read it first, then close the case.</source>
            <translation>Hãy đọc trước rồi đóng vụ việc.</translation>
        </message>
        <message>
            <source>Something is still on its way to the citizen.</source>
            <translation>Còn tin đang trên đường đến người dân.</translation>
        </message>
        <message>
            <source>Wait until it has arrived, then close the case.</source>
            <translation>Chờ tin đến nơi rồi đóng vụ việc.</translation>
        </message>
        <message>
            <source>The unit complained of holds this case.</source>
            <translation>Đơn vị bị phản ánh đang giữ vụ việc này.</translation>
        </message>
        <message>
            <source>Take the forward back first.</source>
            <translation>Hãy thu hồi phiếu chuyển trước.</translation>
        </message>
        <message>
            <source>There is no case of that number that you may see.</source>
            <translation>Không có vụ việc số đó mà đồng chí được xem.</translation>
        </message>
        <message>
            <source>Check the number, for example 26-004217.</source>
            <translation>Kiểm tra lại số, ví dụ 26-004217.</translation>
        </message>
        <message>
            <source>Not classified</source>
            <translation>Chưa phân loại</translation>
        </message>
        <message>
            <source>%1, received %2</source>
            <translation>%1, nhận lúc %2</translation>
        </message>
        <message>
            <source>The page</source>
            <translation>Trang</translation>
        </message>
        <message>
            <source>A sticker</source>
            <translation>Nhãn dán</translation>
        </message>
        <message>
            <source>Pressed a button of the page</source>
            <translation>Bấm một nút của trang</translation>
        </message>
        <message>
            <source>Came to the page by a link</source>
            <translation>Đến trang qua liên kết</translation>
        </message>
        <message>
            <source>A reaction</source>
            <translation>Biểu cảm</translation>
        </message>
        <message>
            <source>A place on the map</source>
            <translation>Một vị trí trên bản đồ</translation>
        </message>
        <message>
            <source>Something this program does not support yet; the raw event is kept.</source>
            <translation>Nội dung chương trình chưa hỗ trợ; bản gốc được lưu lại.</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1, %2: %3</translation>
        </message>
        <message>
            <source>Removed by the sender</source>
            <translation>Người gửi đã gỡ</translation>
        </message>
        <message>
        <source>%1 handed the case on to another unit</source>
        <translation>%1 đã chuyển tiếp vụ việc cho đơn vị khác</translation>
    </message>
    <message>
        <source>%1 has a question to the citizen</source>
        <translation>%1 muốn hỏi người dân</translation>
    </message>
    <message>
        <source>%1 sent the unit&apos;s question to the citizen</source>
        <translation>%1 đã gửi câu hỏi của đơn vị cho người dân</translation>
    </message>
    <message>
        <source>%1 did not send the unit&apos;s question</source>
        <translation>%1 không gửi câu hỏi của đơn vị</translation>
    </message>
    <message>
        <source>%1 took the question to the citizen back</source>
        <translation>%1 đã rút câu hỏi cho người dân</translation>
    </message>
    <message>
        <source>The citizen answered the unit&apos;s question</source>
        <translation>Người dân đã trả lời câu hỏi của đơn vị</translation>
    </message>
    <message>
        <source>%1 asked for more time</source>
        <translation>%1 đã xin gia hạn</translation>
    </message>
    <message>
        <source>%1 granted more time</source>
        <translation>%1 đã cho gia hạn</translation>
    </message>
    <message>
        <source>%1 refused more time</source>
        <translation>%1 không cho gia hạn</translation>
    </message>
    <message>
        <source>%1 reminded the unit</source>
        <translation>%1 đã nhắc đơn vị</translation>
    </message>
    <message>
        <source>%1 answered a part for the unit</source>
        <translation>%1 đã trả lời một phần thay đơn vị</translation>
    </message>
    <message>
        <source>%1 approved the unit&apos;s answer</source>
        <translation>%1 đã duyệt trả lời của đơn vị</translation>
    </message>
</context>
    <context>
        <name>trucban::CasesPlace</name>
        <message>
            <source>What the message said &amp;before…</source>
            <translation>Nội dung tin &amp;trước khi sửa…</translation>
        </message>
        <message>
            <source>Shows the earlier words of the chosen message; looking is logged.</source>
            <translation>Hiện nội dung cũ của tin đang chọn; việc xem được ghi lại.</translation>
        </message>
        <message>
            <source>&amp;Attach files to the reply…</source>
            <translation>Đính &amp;kèm tệp vào thư trả lời…</translation>
        </message>
        <message>
            <source>Pictures, video, recordings and files from this computer.</source>
            <translation>Ảnh, video, ghi âm và tệp từ máy tính này.</translation>
        </message>
        <message>
            <source>Attach from the case or the answer…</source>
            <translation>Đính kèm từ vụ việc hoặc trả lời của đơn vị…</translation>
        </message>
        <message>
            <source>Safe copies of what the citizen sent, and the files of the unit's answer.</source>
            <translation>Bản sao an toàn của những gì người dân gửi, và các tệp trong trả lời của đơn vị.</translation>
        </message>
        <message>
            <source>Attach the files of the unit's answer</source>
            <translation>Đính kèm các tệp của đơn vị trả lời</translation>
        </message>
        <message>
            <source>Every file of the last answer goes with the reply.</source>
            <translation>Mọi tệp của câu trả lời gần nhất được gửi kèm.</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Vụ việc</translation>
        </message>
        <message>
            <source>&amp;Claim</source>
            <translation>&amp;Nhận tin</translation>
        </message>
        <message>
            <source>Takes the case in hand, so that nobody else answers at the same time.</source>
            <translation>Nhận vụ việc để không ai khác trả lời cùng lúc.</translation>
        </message>
        <message>
            <source>C&amp;lassify…</source>
            <translation>Phân &amp;loại…</translation>
        </message>
        <message>
            <source>Sets category, urgency and area.</source>
            <translation>Đặt danh mục, mức khẩn và địa bàn.</translation>
        </message>
        <message>
            <source>&amp;Reply</source>
            <translation>T&amp;rả lời</translation>
        </message>
        <message>
            <source>Goes to the words to the citizen.</source>
            <translation>Đến chỗ soạn tin cho người dân.</translation>
        </message>
        <message>
            <source>&amp;Publish the result…</source>
            <translation>Đăng &amp;kết quả…</translation>
        </message>
        <message>
            <source>Opens a post that tells the result of this case.</source>
            <translation>Mở bài đăng báo kết quả vụ việc này.</translation>
        </message>
        <message>
            <source>Cl&amp;ose the case</source>
            <translation>Đón&amp;g vụ việc</translation>
        </message>
        <message>
            <source>Ends the case once its result was told or published.</source>
            <translation>Kết thúc vụ việc khi kết quả đã báo hoặc đã đăng.</translation>
        </message>
        <message>
            <source>Let the case &amp;go</source>
            <translation>Nh&amp;ả vụ việc</translation>
        </message>
        <message>
            <source>Somebody else may take it in hand.</source>
            <translation>Người khác có thể nhận.</translation>
        </message>
        <message>
            <source>&amp;Take over…</source>
            <translation>Nhận &amp;thay…</translation>
        </message>
        <message>
            <source>Takes the case out of another&apos;s hand, for a reason.</source>
            <translation>Nhận thay vụ việc người khác đang giữ, có lý do.</translation>
        </message>
        <message>
            <source>Re&amp;ject…</source>
            <translation>Không tiế&amp;p nhận…</translation>
        </message>
        <message>
            <source>Ends a case that is not a matter for the police.</source>
            <translation>Kết thúc vụ việc không thuộc việc của công an.</translation>
        </message>
        <message>
            <source>&amp;Duplicate of…</source>
            <translation>Trùn&amp;g với…</translation>
        </message>
        <message>
            <source>Ends a case that repeats another.</source>
            <translation>Kết thúc vụ việc trùng với vụ việc khác.</translation>
        </message>
        <message>
            <source>Open &amp;again…</source>
            <translation>&amp;Mở lại…</translation>
        </message>
        <message>
            <source>Brings a finished case back to the inbox.</source>
            <translation>Đưa vụ việc đã kết thúc trở lại hộp tin.</translation>
        </message>
        <message>
            <source>&amp;Note…</source>
            <translation>Ghi ch&amp;ú…</translation>
        </message>
        <message>
            <source>A note for colleagues of the centre.</source>
            <translation>Ghi chú cho đồng nghiệp ở trung tâm.</translation>
        </message>
        <message>
            <source>C&amp;itizen&apos;s file</source>
            <translation>Hồ sơ người &amp;dân</translation>
        </message>
        <message>
            <source>Earlier cases and the sealed identity.</source>
            <translation>Các vụ việc trước và danh tính được giữ kín.</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>&amp;Quá trình</translation>
        </message>
        <message>
            <source>Every step of the case.</source>
            <translation>Từng bước của vụ việc.</translation>
        </message>
    </context>
    <context>
        <name>trucban::CitizenPanel</name>
        <message>
            <source>No earlier cases: this citizen writes for the first time.</source>
            <translation>Chưa có vụ việc nào trước đây: người dân này nhắn lần đầu.</translation>
        </message>
        <message>
            <source>Why you have to know who this is (at least 10 letters)</source>
            <translation>Vì sao cần biết đây là ai (ít nhất 10 chữ cái)</translation>
        </message>
        <message>
            <source>Reason for opening the identity</source>
            <translation>Lý do mở danh tính</translation>
        </message>
        <message>
            <source>Open with reason</source>
            <translation>Mở danh tính</translation>
        </message>
        <message>
            <source>Earlier cases of this citizen</source>
            <translation>Các vụ việc trước của người dân này</translation>
        </message>
        <message>
            <source>The identity is sealed. Each opening is recorded with its reason and seen by the supervisor.</source>
            <translation>Danh tính được giữ kín. Mỗi lần mở đều ghi lại cùng lý do và trực chỉ huy xem được.</translation>
        </message>
        <message>
            <source>First wrote %1, last %2</source>
            <translation>Nhắn lần đầu %1, gần nhất %2</translation>
        </message>
        <message>
            <source>%1 · %2 · %3
%4</source>
            <translation>%1 · %2 · %3
%4</translation>
        </message>
        <message>
            <source>Facebook gave no name (id %1)</source>
            <translation>Facebook không cho biết tên (mã %1)</translation>
        </message>
        <message>
            <source>%1 (id %2)</source>
            <translation>%1 (mã %2)</translation>
        </message>
        <message>
            <source>Nothing is known about who this is.</source>
            <translation>Chưa biết gì về người này.</translation>
        </message>
    </context>
    <context>
        <name>trucban::ClassifyPopup</name>
        <message>
            <source>Complaint about</source>
            <translation>Phản ánh về</translation>
        </message>
        <message>
            <source>Classify case %1</source>
            <translation>Phân loại vụ việc %1</translation>
        </message>
        <message>
            <source>Find a category, with or without marks</source>
            <translation>Tìm danh mục, có dấu hoặc không dấu</translation>
        </message>
        <message>
            <source>Find a category</source>
            <translation>Tìm danh mục</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Danh mục</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Mức khẩn</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Chưa rõ</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Địa bàn</translation>
        </message>
        <message>
            <source>No unit</source>
            <translation>Không có đơn vị</translation>
        </message>
        <message>
            <source>Unit complained of; it will not see the case</source>
            <translation>Đơn vị bị phản ánh; đơn vị đó sẽ không thấy vụ việc</translation>
        </message>
        <message>
            <source>Classify</source>
            <translation>Phân loại</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
        <source>None yet</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>Legal track; the deadlines follow it</source>
        <translation>Diện xử lý; thời hạn tính theo diện này</translation>
    </message>
    <message>
        <source>Legal track</source>
        <translation>Diện xử lý</translation>
    </message>
</context>
    <context>
        <name>trucban::ConversationDelegate</name>
        <message>
            <source>Converted from an old encoding:</source>
            <translation>Chuyển từ bảng mã cũ:</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Gửi lại</translation>
        </message>
        <message>
            <source>A place on the map</source>
            <translation>Một vị trí trên bản đồ</translation>
        </message>
        <message>
            <source>A link</source>
            <translation>Một liên kết</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Tệp</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>Đang tải…</translation>
        </message>
        <message>
            <source>Video, %1. Space or a click plays it.</source>
            <translation>Video, %1. Bấm hoặc phím cách để phát.</translation>
        </message>
    </context>
    <context>
        <name>trucban::ConversationModel</name>
        <message>
            <source>Facebook: %1
Received: %2</source>
            <translation>Facebook: %1
Nhận lúc: %2</translation>
        </message>
    </context>
    <context>
        <name>trucban::ConversationView</name>
        <message>
            <source>Conversation</source>
            <translation>Cuộc trò chuyện</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation><numerusform>%n tin mới</numerusform></translation>
        </message>
    </context>
    <context>
        <name>trucban::HistoryPanel</name>
        <message>
            <source>When</source>
            <translation>Lúc</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Bước</translation>
        </message>
        <message>
            <source>State after</source>
            <translation>Trạng thái sau</translation>
        </message>
        <message>
            <source>Every step of the case</source>
            <translation>Từng bước của vụ việc</translation>
        </message>
        <message>
            <source>Revision %1</source>
            <translation>Lần sửa %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::NotesPanel</name>
        <message>
            <source>No notes yet. Notes are for colleagues of the centre; units and the citizen never see them.</source>
            <translation>Chưa có ghi chú. Ghi chú dành cho đồng nghiệp ở trung tâm; đơn vị và người dân không bao giờ thấy.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>A note for colleagues; Enter keeps it</source>
            <translation>Ghi chú cho đồng nghiệp; Enter để lưu</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>Ghi chú mới</translation>
        </message>
        <message>
            <source>%1, %2
%3</source>
            <comment>who, when, note</comment>
            <translation>%1, %2
%3</translation>
        </message>
    </context>
    <context>
        <name>trucban::ReasonPrompt</name>
        <message>
            <source>Number of the other case, for example 26-004217</source>
            <translation>Số vụ việc kia, ví dụ 26-004217</translation>
        </message>
        <message>
            <source>Number of the other case</source>
            <translation>Số vụ việc kia</translation>
        </message>
        <message>
            <source>Reason; it goes into the record</source>
            <translation>Lý do; được ghi vào hồ sơ</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Lý do</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
    </context>
    <context>
        <name>trucban::ReplyComposer</name>
        <message>
            <source>Attach</source>
            <translation>Đính kèm</translation>
        </message>
        <message>
            <source>Pictures, video, recordings and files; they can also be dropped or pasted into the field</source>
            <translation>Ảnh, video, ghi âm và tệp; cũng có thể kéo thả hoặc dán vào ô soạn</translation>
        </message>
        <message>
            <source>Attach files to the reply</source>
            <translation>Đính kèm tệp vào thư trả lời</translation>
        </message>
        <message>
            <source>Files for the reply</source>
            <translation>Chọn tệp gửi kèm thư trả lời</translation>
        </message>
        <message>
            <source>From this computer…</source>
            <translation>Từ máy tính này…</translation>
        </message>
        <message>
            <source>Answer of %1</source>
            <translation>Trả lời của %1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>file name, size</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Safe copies from this case</source>
            <translation>Bản sao an toàn từ vụ việc này</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>file name, when it came</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>The citizen's own file stays sealed: there is no safe copy of it to send.</source>
            <translation>Tệp gốc của người dân được niêm phong: không có bản sao an toàn để gửi.</translation>
        </message>
        <message>
            <source>Words to the citizen. Ctrl+Enter sends.</source>
            <translation>Nội dung gửi người dân. Ctrl+Enter để gửi.</translation>
        </message>
        <message>
            <source>Reply to the citizen</source>
            <translation>Trả lời người dân</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Mẫu trả lời</translation>
        </message>
        <message>
            <source>Prepared words</source>
            <translation>Câu soạn sẵn</translation>
        </message>
        <message>
            <source>How the reply reaches the citizen</source>
            <translation>Cách câu trả lời đến người dân</translation>
        </message>
        <message>
            <source>Under the comment</source>
            <translation>Dưới bình luận</translation>
        </message>
        <message>
            <source>Privately, once</source>
            <translation>Nhắn riêng, một lần</translation>
        </message>
        <message>
            <source>This is the answer: release it</source>
            <translation>Đây là câu trả lời: duyệt trả lời</translation>
        </message>
        <message>
            <source>The case then counts as answered to the citizen. It needs the unit&apos;s answer or your own decision.</source>
            <translation>Vụ việc sẽ được tính là đã trả lời người dân. Cần câu trả lời của đơn vị hoặc quyết định của đồng chí.</translation>
        </message>
        <message>
            <source>Why you decide without a unit&apos;s answer</source>
            <translation>Vì sao tự quyết định khi đơn vị chưa trả lời</translation>
        </message>
        <message>
            <source>Reason for your own decision</source>
            <translation>Lý do tự quyết định</translation>
        </message>
        <message>
            <source>Insert the unit&apos;s answer</source>
            <translation>Chèn câu trả lời của đơn vị</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Gửi</translation>
        </message>
        <message>
            <source>Send (Ctrl+Enter)</source>
            <translation>Gửi (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Take the case in hand to answer; what you type here is kept.</source>
            <translation>Nhận tin để trả lời; nội dung gõ ở đây vẫn được giữ.</translation>
        </message>
        <message>
            <source>Facebook no longer takes an answer: wait for the citizen to write, or use the phone number they left.</source>
            <translation>Facebook không nhận trả lời nữa: chờ người dân nhắn lại, hoặc gọi theo số họ để lại.</translation>
        </message>
        <message>
            <source>Put words in place of: %1</source>
            <translation>Hãy điền vào chỗ: %1</translation>
        </message>
        <message>
            <source>No unit has answered: write down why you decide yourself.</source>
            <translation>Chưa có đơn vị trả lời: hãy ghi lý do tự quyết định.</translation>
        </message>
        <message>
            <source>Classify the case first (F2).</source>
            <translation>Hãy phân loại vụ việc trước (F2).</translation>
        </message>
        <message>
            <source>%1 left to answer</source>
            <translation>Còn %1 để trả lời</translation>
        </message>
        <message>
            <source>%1 left, sent with the human-agent tag</source>
            <translation>Còn %1, gửi theo thẻ cán bộ</translation>
        </message>
        <message>
            <source>The time to answer is over</source>
            <translation>Đã hết thời hạn trả lời</translation>
        </message>
        <message>
            <source>%L1 left · sent in %2 parts</source>
            <translation>Còn %L1 ký tự · gửi thành %2 phần</translation>
        </message>
        <message>
            <source>%L1 left</source>
            <translation>Còn %L1 ký tự</translation>
        </message>
        <message>
            <source>Sending …</source>
            <translation>Đang gửi…</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Duyệt trả lời</translation>
        </message>
    </context>
    <context>
        <name>trucban::ReplyFiles</name>
        <message>
            <source>Files of the reply</source>
            <translation>Các tệp của thư trả lời</translation>
        </message>
        <message>
            <source>Picture %1</source>
            <translation>Ảnh %1</translation>
        </message>
        <message>
            <source>The private answer to a comment takes words only: leave the files out, or answer under the comment.</source>
            <translation>Trả lời riêng cho bình luận chỉ gửi được chữ: hãy bỏ các tệp ra, hoặc trả lời ngay dưới bình luận.</translation>
        </message>
        <message>
            <source>A reply takes at most %1 files: leave some out.</source>
            <translation>Một lần trả lời kèm được nhiều nhất %1 tệp: hãy bỏ bớt.</translation>
        </message>
        <message>
            <source>%1 cannot be sent. %2</source>
            <translation>Không gửi được %1. %2</translation>
        </message>
        <message>
            <source>Under a comment Facebook takes pictures only: leave %1 out.</source>
            <translation>Dưới bình luận, Facebook chỉ nhận ảnh: hãy bỏ %1 ra.</translation>
        </message>
        <message>
            <source>The files are still on their way to the store.</source>
            <translation>Các tệp còn đang được đưa vào kho.</translation>
        </message>
        <message>
            <source>The citizen's own file stays sealed: there is no safe copy of it to send.</source>
            <translation>Tệp gốc của người dân được niêm phong: không có bản sao an toàn để gửi.</translation>
        </message>
        <message>
            <source>Facebook takes at most 25 MB a file.</source>
            <translation>Facebook chỉ nhận mỗi tệp tối đa 25 MB.</translation>
        </message>
        <message>
            <source>The file cannot be read.</source>
            <translation>Không đọc được tệp này.</translation>
        </message>
        <message>
            <source>The server cannot be reached.</source>
            <translation>Không kết nối được máy chủ.</translation>
        </message>
        <message>
            <source>To the store, %1 %</source>
            <translation>Đang đưa vào kho, %1 %</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Đang đọc …</translation>
        </message>
        <message>
            <source>Being made safe to send …</source>
            <translation>Đang làm bản an toàn để gửi …</translation>
        </message>
    </context>
    <context>
        <name>trucban::FileChip</name>
        <message>
            <source>Try again</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>Try %1 again</source>
            <translation>Thử lại %1</translation>
        </message>
        <message>
            <source>Leave this file out (Del)</source>
            <translation>Bỏ tệp này ra (Del)</translation>
        </message>
        <message>
            <source>Leave %1 out</source>
            <translation>Bỏ %1 ra</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>trucban::VersionsPopup</name>
        <message>
            <source>What the message said before</source>
            <translation>Nội dung tin trước khi sửa</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Until %1</source>
            <translation>Đến %1</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Hiện nay</translation>
        </message>
        <message>
            <source>That you looked at this is logged.</source>
            <translation>Việc đồng chí xem nội dung này được ghi lại.</translation>
        </message>
    </context>
</TS>
