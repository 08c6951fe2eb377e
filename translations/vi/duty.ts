<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>DutyWords</name>
        <message>
            <source>Only a supervisor or the leader of the shift on duty signs.</source>
            <translation>Chỉ trực chỉ huy hoặc trưởng ca đang trực được ký.</translation>
        </message>
        <message>
            <source>Ask one of them to sign it.</source>
            <translation>Đề nghị một trong những người đó ký.</translation>
        </message>
        <message>
            <source>This slip is signed already.</source>
            <translation>Phiếu này đã ký.</translation>
        </message>
        <message>
            <source>To correct it, a supervisor makes it void; then prepare a new one.</source>
            <translation>Muốn sửa, trực chỉ huy hủy phiếu rồi lập phiếu mới.</translation>
        </message>
        <message>
            <source>This slip is void.</source>
            <translation>Phiếu này đã hủy.</translation>
        </message>
        <message>
            <source>Prepare a new one for the forward.</source>
            <translation>Lập phiếu mới cho lần chuyển này.</translation>
        </message>
        <message>
            <source>This slip is not signed yet.</source>
            <translation>Phiếu này chưa ký.</translation>
        </message>
        <message>
            <source>It is received once it is signed.</source>
            <translation>Ký xong đơn vị mới nhận phiếu.</translation>
        </message>
        <message>
            <source>This slip was received already.</source>
            <translation>Phiếu này đã được nhận.</translation>
        </message>
        <message>
            <source>Nothing is to be done.</source>
            <translation>Không cần làm gì thêm.</translation>
        </message>
        <message>
            <source>The name of the citizen is sealed.</source>
            <translation>Danh tính người dân đang được niêm phong.</translation>
        </message>
        <message>
            <source>Open the identity in the case, with a reason; then prepare the slip again.</source>
            <translation>Mở danh tính trong vụ việc, nêu lý do; rồi lập lại phiếu.</translation>
        </message>
        <message>
            <source>Only the leader of the shift does this.</source>
            <translation>Việc này chỉ trưởng ca làm.</translation>
        </message>
        <message>
            <source>Ask the leader, or ask a supervisor to change the plan.</source>
            <translation>Đề nghị trưởng ca làm, hoặc đề nghị trực chỉ huy đổi kế hoạch ca.</translation>
        </message>
        <message>
            <source>Another shift is on duty.</source>
            <translation>Đang có ca khác trực.</translation>
        </message>
        <message>
            <source>It hands over first; with the second signature this shift begins.</source>
            <translation>Ca đó bàn giao trước; ký nhận xong thì ca này bắt đầu.</translation>
        </message>
        <message>
            <source>No shift is on duty.</source>
            <translation>Chưa có ca nào trực.</translation>
        </message>
        <message>
            <source>The leader of a planned shift begins it first.</source>
            <translation>Trưởng ca đã xếp bắt đầu ca trước.</translation>
        </message>
        <message>
            <source>You have no seat.</source>
            <translation>Đồng chí chưa nhận vị trí.</translation>
        </message>
        <message>
            <source>You are not on duty in this shift.</source>
            <translation>Đồng chí không trực trong ca này.</translation>
        </message>
        <message>
            <source>Take a seat first.</source>
            <translation>Nhận vị trí trước.</translation>
        </message>
        <message>
            <source>A hand-over needs two people.</source>
            <translation>Bàn giao cần hai người.</translation>
        </message>
        <message>
            <source>The other leader signs with their own login.</source>
            <translation>Trưởng ca kia ký bằng tài khoản của mình.</translation>
        </message>
        <message>
            <source>The leader who goes signs first.</source>
            <translation>Trưởng ca giao ký trước.</translation>
        </message>
        <message>
            <source>Ask them to sign; then sign yourself.</source>
            <translation>Đề nghị trưởng ca giao ký; sau đó đồng chí ký.</translation>
        </message>
        <message>
            <source>This hand-over is signed by both.</source>
            <translation>Biên bản này hai bên đã ký.</translation>
        </message>
        <message>
            <source>The shift has no leader.</source>
            <translation>Ca chưa có trưởng ca.</translation>
        </message>
        <message>
            <source>Choose an officer or a supervisor.</source>
            <translation>Chọn cán bộ trực hoặc trực chỉ huy.</translation>
        </message>
        <message>
            <source>These times do not fit together.</source>
            <translation>Thời gian không hợp lệ.</translation>
        </message>
        <message>
            <source>A shift ends after it begins, and within three days.</source>
            <translation>Ca kết thúc sau khi bắt đầu và trong ba ngày.</translation>
        </message>
        <message>
            <source>This period has not begun.</source>
            <translation>Kỳ này chưa bắt đầu.</translation>
        </message>
        <message>
            <source>Choose today or a day before.</source>
            <translation>Chọn hôm nay hoặc ngày trước đó.</translation>
        </message>
        <message>
            <source>The file could not be written.</source>
            <translation>Không ghi được tệp.</translation>
        </message>
        <message>
            <source>Choose another place or name.</source>
            <translation>Chọn nơi lưu hoặc tên khác.</translation>
        </message>
        <message>
            <source>The printer does not answer.</source>
            <translation>Máy in không phản hồi.</translation>
        </message>
        <message>
            <source>Look at the printer, or save as PDF.</source>
            <translation>Kiểm tra máy in, hoặc lưu PDF.</translation>
        </message>
        <message>
            <source>Waits for a signature</source>
            <translation>Chờ ký</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Đã nhận</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Đã ký</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>Đã hủy</translation>
        </message>
        <message>
            <source>No slip yet</source>
            <translation>Chưa có phiếu</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>Đang trực</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Đã xếp</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Đã bàn giao</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Chỉ đạo</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Việc</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Tuần</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Tháng</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Ngày</translation>
        </message>
    </context>
    <context>
        <name>trucban::DutyPlace</name>
        <message>
            <source>Shift book</source>
            <translation>Sổ trực ban</translation>
        </message>
        <message>
            <source>Transfer slips</source>
            <translation>Phiếu chuyển</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>Sổ sách</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Báo cáo</translation>
        </message>
        <message>
            <source>The slip was received</source>
            <translation>Ghi đã nhận phiếu</translation>
        </message>
        <message>
            <source>Print this paper…</source>
            <translation>In văn bản này…</translation>
        </message>
        <message>
            <source>Save this paper as PDF…</source>
            <translation>Lưu văn bản này thành PDF…</translation>
        </message>
        <message>
            <source>Check a paper by its code…</source>
            <translation>Kiểm tra văn bản bằng mã…</translation>
        </message>
        <message>
            <source>Prepare the slip</source>
            <translation>Lập phiếu chuyển</translation>
        </message>
        <message>
            <source>Sign the slip</source>
            <translation>Ký phiếu chuyển</translation>
        </message>
        <message>
            <source>Make the slip void…</source>
            <translation>Hủy phiếu chuyển…</translation>
        </message>
        <message>
            <source>Open the case of the slip</source>
            <translation>Mở vụ việc của phiếu</translation>
        </message>
        <message>
            <source>Save this table as CSV…</source>
            <translation>Lưu bảng này thành CSV…</translation>
        </message>
        <message>
            <source>Save this table as Excel workbook…</source>
            <translation>Lưu bảng này thành tệp Excel…</translation>
        </message>
        <message>
            <source>Plan a shift…</source>
            <translation>Xếp ca trực…</translation>
        </message>
        <message>
            <source>Begin the shift</source>
            <translation>Bắt đầu ca trực</translation>
        </message>
        <message>
            <source>Take a seat</source>
            <translation>Nhận vị trí</translation>
        </message>
        <message>
            <source>Leave the seat</source>
            <translation>Rời vị trí</translation>
        </message>
        <message>
            <source>Make the hand-over</source>
            <translation>Lập biên bản bàn giao</translation>
        </message>
        <message>
            <source>Sign the hand-over</source>
            <translation>Ký biên bản bàn giao</translation>
        </message>
        <message>
            <source>Make a report</source>
            <translation>Lập báo cáo</translation>
        </message>
        <message>
            <source>Pages of duty</source>
            <translation>Các trang trực ban</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>Ca trực</translation>
        </message>
    </context>
    <context>
        <name>trucban::ExportBar</name>
        <message>
            <source>Print…</source>
            <translation>In…</translation>
        </message>
        <message>
            <source>Print on paper</source>
            <translation>In ra giấy</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Lưu thành PDF</translation>
        </message>
        <message>
            <source>Save as CSV for a spreadsheet</source>
            <translation>Lưu thành CSV để mở bằng bảng tính</translation>
        </message>
        <message>
            <source>Save as Excel workbook</source>
            <translation>Lưu thành tệp Excel</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Lưu thành</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation>Bảng CSV (*.csv)</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Tệp Excel (*.xlsx)</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>Đã lưu thành %1.</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>Đã gửi tới máy in.</translation>
        </message>
    </context>
    <context>
        <name>trucban::PageView</name>
        <message>
            <source>Preview of the paper</source>
            <translation>Xem trước văn bản</translation>
        </message>
        <message>
            <source>The paper is being drawn …</source>
            <translation>Đang dựng văn bản …</translation>
        </message>
        <message>
            <source>%1, sheets: %2</source>
            <translation>%1, số trang: %2</translation>
        </message>
        <message>
            <source>The file and the printer get the sheets after these, too.</source>
            <translation>Tệp và bản in có cả những trang sau nữa.</translation>
        </message>
    </context>
    <context>
        <name>trucban::PlanDialog</name>
        <message>
            <source>Change the shift</source>
            <translation>Đổi ca trực</translation>
        </message>
        <message>
            <source>Plan a shift</source>
            <translation>Xếp ca trực</translation>
        </message>
        <message>
            <source>Shift of %1</source>
            <translation>Ca %1</translation>
        </message>
        <message>
            <source>Name of the shift</source>
            <translation>Tên ca</translation>
        </message>
        <message>
            <source>Leader of the shift</source>
            <translation>Trưởng ca</translation>
        </message>
        <message>
            <source>Begins</source>
            <translation>Bắt đầu</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Kết thúc</translation>
        </message>
        <message>
            <source>Who sits where</source>
            <translation>Ai trực vị trí nào</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>Trực</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Vị trí</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Xếp ca</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Thôi</translation>
        </message>
        <message>
            <source>Drop the shift</source>
            <translation>Bỏ ca này</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Leader</source>
            <translation>Trưởng ca</translation>
        </message>
    </context>
    <context>
        <name>trucban::RegistersPage</name>
        <message>
            <source>Register</source>
            <translation>Sổ</translation>
        </message>
        <message>
            <source>Messages taken in through the page</source>
            <translation>Sổ tiếp nhận tin qua trang</translation>
        </message>
        <message>
            <source>Reports of crimes (form 294)</source>
            <translation>Sổ theo dõi nguồn tin về tội phạm (mẫu 294)</translation>
        </message>
        <message>
            <source>Reception of citizens (form 03/TCD)</source>
            <translation>Sổ tiếp công dân (mẫu 03/TCD)</translation>
        </message>
        <message>
            <source>Outgoing papers</source>
            <translation>Sổ đăng ký văn bản đi</translation>
        </message>
        <message>
            <source>Shift book</source>
            <translation>Sổ trực ban</translation>
        </message>
        <message>
            <source>From the day</source>
            <translation>Từ ngày</translation>
        </message>
        <message>
            <source>To the day</source>
            <translation>Đến ngày</translation>
        </message>
        <message>
            <source>from</source>
            <translation>từ</translation>
        </message>
        <message>
            <source>to</source>
            <translation>đến</translation>
        </message>
        <message>
            <source>The first day is after the last.</source>
            <translation>Ngày đầu sau ngày cuối.</translation>
        </message>
        <message>
            <source>Choose a period that begins before it ends.</source>
            <translation>Chọn kỳ có ngày đầu trước ngày cuối.</translation>
        </message>
    </context>
    <context>
        <name>trucban::ReportsPage</name>
        <message>
            <source>Kind of report</source>
            <translation>Loại báo cáo</translation>
        </message>
        <message>
            <source>A day of the period</source>
            <translation>Một ngày trong kỳ</translation>
        </message>
        <message>
            <source>Make a report</source>
            <translation>Lập báo cáo</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Báo cáo</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Báo cáo</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Kỳ</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Lập lúc</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Người lập</translation>
        </message>
        <message>
            <source>Choose a report, or make one.</source>
            <translation>Chọn một báo cáo, hoặc lập mới.</translation>
        </message>
        <message>
            <source>Made by themselves on the first day after</source>
            <translation>Tự lập vào ngày đầu sau kỳ</translation>
        </message>
        <message>
            <source>Hour of the report: %1</source>
            <translation>Giờ lập báo cáo: %1</translation>
        </message>
        <message>
            <source>the gateway's clock</source>
            <translation>đồng hồ hệ thống</translation>
        </message>
        <message>
            <source>No report is kept yet. Make one, or wait for the hour of the schedule.</source>
            <translation>Chưa có báo cáo nào. Lập một báo cáo, hoặc chờ đến giờ tự lập.</translation>
        </message>
        <message>
            <source>The report is made and kept.</source>
            <translation>Đã lập và lưu báo cáo.</translation>
        </message>
        <message>
            <source>The schedule is kept.</source>
            <translation>Đã lưu lịch tự lập.</translation>
        </message>
    </context>
    <context>
        <name>trucban::ShiftPage</name>
        <message>
            <source>Who sits where now</source>
            <translation>Ai đang trực vị trí nào</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>Đang trực</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Vị trí</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Từ lúc</translation>
        </message>
        <message>
            <source>Seat, such as Desk 2</source>
            <translation>Vị trí, ví dụ Bàn 2</translation>
        </message>
        <message>
            <source>Name of your seat</source>
            <translation>Tên vị trí của đồng chí</translation>
        </message>
        <message>
            <source>Take a seat</source>
            <translation>Nhận vị trí</translation>
        </message>
        <message>
            <source>Leave the seat</source>
            <translation>Rời vị trí</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>Các ca trực</translation>
        </message>
        <message>
            <source>Begin the shift</source>
            <translation>Bắt đầu ca</translation>
        </message>
        <message>
            <source>Plan a shift…</source>
            <translation>Xếp ca…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Đổi…</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Ca</translation>
        </message>
        <message>
            <source>Leader</source>
            <translation>Trưởng ca</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Thời gian</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>Shift book</source>
            <translation>Sổ trực ban</translation>
        </message>
        <message>
            <source>What did not come through the page: an order by phone, a visit, a fault of the line</source>
            <translation>Việc không đến qua trang: chỉ đạo qua điện thoại, người đến trực tiếp, sự cố đường truyền</translation>
        </message>
        <message>
            <source>Entry of the shift book</source>
            <translation>Nội dung ghi sổ trực ban</translation>
        </message>
        <message>
            <source>Kind of the entry</source>
            <translation>Loại nội dung</translation>
        </message>
        <message>
            <source>Who was told</source>
            <translation>Người được báo</translation>
        </message>
        <message>
            <source>Write it down</source>
            <translation>Ghi vào sổ</translation>
        </message>
        <message>
            <source>At</source>
            <translation>Lúc</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Loại</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Nội dung</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>Đã báo</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>Bàn giao ca</translation>
        </message>
        <message>
            <source>The shift that comes</source>
            <translation>Ca nhận</translation>
        </message>
        <message>
            <source>Make the hand-over</source>
            <translation>Lập biên bản bàn giao</translation>
        </message>
        <message>
            <source>From the journal as it is now; a signature given before falls away.</source>
            <translation>Lấy số liệu ngay lúc này; chữ ký trước đó (nếu có) không còn hiệu lực.</translation>
        </message>
        <message>
            <source>Your remarks</source>
            <translation>Ý kiến của đồng chí</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Ký</translation>
        </message>
        <message>
            <source>No shift is on duty</source>
            <translation>Chưa có ca nào trực</translation>
        </message>
        <message>
            <source>Led by %1 since %2, planned until %3</source>
            <translation>Trưởng ca %1, từ %2, dự kiến đến %3</translation>
        </message>
        <message>
            <source>Plan a shift; its leader begins it here.</source>
            <translation>Xếp ca trực; trưởng ca bắt đầu ca tại đây.</translation>
        </message>
        <message>
            <source>to %1, led by %2</source>
            <translation>cho %1, trưởng ca %2</translation>
        </message>
        <message>
            <source>A hand-over is made while a shift is on duty.</source>
            <translation>Biên bản bàn giao được lập khi có ca đang trực.</translation>
        </message>
        <message>
            <source>Not made yet: it gathers what is open, promised and burning.</source>
            <translation>Chưa lập: biên bản gom việc tồn, việc đã hứa và việc nóng.</translation>
        </message>
        <message>
            <source>No shift is planned after this one: a supervisor plans it first.</source>
            <translation>Chưa xếp ca sau: trực chỉ huy xếp ca trước.</translation>
        </message>
        <message>
            <source>Made at %1, waits for the signature of %2.</source>
            <translation>Lập lúc %1, chờ %2 ký.</translation>
        </message>
        <message>
            <source>Signed by %1, waits for the signature of %2. With it the next shift is on duty and the claims of those who go fall free.</source>
            <translation>%1 đã ký, chờ %2 ký. Ký xong ca sau bắt đầu trực, vụ việc ca trước đang giữ trở lại hàng đợi.</translation>
        </message>
        <message>
            <source>Your opinion as the leader who comes</source>
            <translation>Ý kiến của trưởng ca nhận</translation>
        </message>
        <message>
            <source>Your remarks as the leader who goes</source>
            <translation>Ý kiến của trưởng ca giao</translation>
        </message>
        <message>
            <source>Here stands the hand-over once it is made.</source>
            <translation>Biên bản bàn giao hiện ở đây sau khi lập.</translation>
        </message>
        <message>
            <source>The shift is planned.</source>
            <translation>Đã xếp ca.</translation>
        </message>
        <message>
            <source>The shift is dropped.</source>
            <translation>Đã bỏ ca.</translation>
        </message>
        <message>
            <source>The shift is on duty.</source>
            <translation>Ca đã bắt đầu trực.</translation>
        </message>
        <message>
            <source>You sit.</source>
            <translation>Đã nhận vị trí.</translation>
        </message>
        <message>
            <source>You have left the seat.</source>
            <translation>Đã rời vị trí.</translation>
        </message>
        <message>
            <source>Written down.</source>
            <translation>Đã ghi vào sổ.</translation>
        </message>
        <message>
            <source>The hand-over is made. Read it, then sign.</source>
            <translation>Đã lập biên bản. Đọc kỹ rồi ký.</translation>
        </message>
        <message>
            <source>Signed. Your shift is on duty.</source>
            <translation>Đã ký. Ca của đồng chí đang trực.</translation>
        </message>
        <message>
            <source>Signed. Now the leader who comes signs.</source>
            <translation>Đã ký. Tiếp theo trưởng ca nhận ký.</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>entry of the shift book, who wrote it</comment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>trucban::SlipsPage</name>
        <message>
            <source>Show all</source>
            <translation>Xem tất cả</translation>
        </message>
        <message>
            <source>How far back</source>
            <translation>Xem lùi bao lâu</translation>
        </message>
        <message>
            <source>Today and yesterday</source>
            <translation>Hôm nay và hôm qua</translation>
        </message>
        <message>
            <source>The last %1 days</source>
            <translation>%1 ngày gần đây</translation>
        </message>
        <message>
            <source>Transfer slips</source>
            <translation>Phiếu chuyển</translation>
        </message>
        <message>
            <source>Transfer slips: %1</source>
            <translation>Phiếu chuyển: %1</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Vụ việc</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Đơn vị</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Số phiếu</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>Forwarded</source>
            <translation>Chuyển lúc</translation>
        </message>
        <message>
            <source>With the citizen's name (opened in the case before)</source>
            <translation>Ghi tên người dân (đã mở danh tính trong vụ việc)</translation>
        </message>
        <message>
            <source>Prepare</source>
            <translation>Lập phiếu</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Ký</translation>
        </message>
        <message>
            <source>Received…</source>
            <translation>Đã nhận…</translation>
        </message>
        <message>
            <source>Make void…</source>
            <translation>Hủy phiếu…</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Đã nhận</translation>
        </message>
        <message>
            <source>Slips of case %1</source>
            <translation>Phiếu của vụ việc %1</translation>
        </message>
        <message>
            <source>Choose a slip, or several to print them together.</source>
            <translation>Chọn một phiếu, hoặc nhiều phiếu để in cùng lúc.</translation>
        </message>
        <message>
            <source>This forward has no slip yet: prepare it, look at it here, then it is signed.</source>
            <translation>Lần chuyển này chưa có phiếu: lập phiếu, xem tại đây, rồi ký.</translation>
        </message>
        <message>
            <source>Slip of case %1</source>
            <translation>Phiếu của vụ việc %1</translation>
        </message>
        <message>
            <source>Prepared. Look at it, then it is signed.</source>
            <translation>Đã lập phiếu. Xem lại rồi ký.</translation>
        </message>
        <message>
            <source>Signed and numbered.</source>
            <translation>Đã ký và lấy số.</translation>
        </message>
        <message>
            <source>Received: written on the second copy.</source>
            <translation>Đã ghi nhận trên bản lưu.</translation>
        </message>
        <message>
            <source>Slip received</source>
            <translation>Đã nhận phiếu</translation>
        </message>
        <message>
            <source>Who took the paper (rank and name)</source>
            <translation>Người nhận phiếu (cấp bậc, họ tên)</translation>
        </message>
        <message>
            <source>Make the slip void</source>
            <translation>Hủy phiếu</translation>
        </message>
        <message>
            <source>Why? Its number stays in the register, marked as void.</source>
            <translation>Vì sao? Số phiếu vẫn nằm trong sổ, đánh dấu đã hủy.</translation>
        </message>
        <message>
            <source>The slip is void.</source>
            <translation>Đã hủy phiếu.</translation>
        </message>
        <message>
            <source>Check a paper</source>
            <translation>Kiểm tra văn bản</translation>
        </message>
        <message>
            <source>Case number and check code, as the QR code says them</source>
            <translation>Mã tin và mã kiểm tra, như trong mã QR</translation>
        </message>
        <message>
            <source>This is not a paper of ours: number and code do not belong together.</source>
            <translation>Không phải văn bản của ta: mã tin và mã kiểm tra không khớp.</translation>
        </message>
        <message>
            <source>Look at the letters again; if they are right, tell the supervisor.</source>
            <translation>Đọc lại từng ký tự; nếu đúng, báo trực chỉ huy.</translation>
        </message>
        <message>
            <source>A true paper of case %1.</source>
            <translation>Văn bản thật của vụ việc %1.</translation>
        </message>
        <message>
            <source>No slip was prepared for it: it is a draft.</source>
            <translation>Chưa lập phiếu: đây là bản nháp.</translation>
        </message>
        <message>
            <source>Slip %1 to %2: %3.</source>
            <translation>Phiếu %1 gửi %2: %3.</translation>
        </message>
    </context>
</TS>
