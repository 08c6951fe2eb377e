<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>trucban::MediaViewer</name>
        <message>
            <source>What can be done in the full view</source>
            <translation>Các thao tác khi xem toàn khung</translation>
        </message>
        <message>
            <source>Full view</source>
            <translation>Xem toàn khung</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>Đang tải…</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 trên %2</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
    </context>
    <context>
        <name>MediaWords</name>
        <message>
            <source>Facebook could not be reached to fetch it.</source>
            <translation>Không kết nối được với Facebook để tải về.</translation>
        </message>
        <message>
            <source>The link does not lead to Facebook, so it was not fetched.</source>
            <translation>Liên kết không dẫn tới Facebook nên không được tải về.</translation>
        </message>
        <message>
            <source>The server's disk is full. The administrator has to make room; it is fetched again then.</source>
            <translation>Ổ đĩa máy chủ đã đầy. Quản trị viên cần giải phóng chỗ; sau đó tệp được tải lại.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Ảnh</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Ghi âm</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Tệp</translation>
        </message>
        <message>
            <source>It is larger than the limit.</source>
            <translation>Tệp vượt quá giới hạn.</translation>
        </message>
        <message>
            <source>The file is broken and cannot be read.</source>
            <translation>Tệp bị hỏng, không đọc được.</translation>
        </message>
        <message>
            <source>The file is not what it claims to be.</source>
            <translation>Tệp không đúng loại như đã khai.</translation>
        </message>
        <message>
            <source>The file could not be opened safely; it may be dangerous.</source>
            <translation>Không mở được tệp một cách an toàn; tệp có thể nguy hiểm.</translation>
        </message>
        <message>
            <source>The server cannot open files safely at the moment. The administrator has to look at it.</source>
            <translation>Máy chủ hiện không mở được tệp một cách an toàn. Quản trị viên cần kiểm tra.</translation>
        </message>
        <message>
            <source>Facebook&apos;s link had expired before it could be fetched.</source>
            <translation>Liên kết của Facebook đã hết hạn trước khi kịp tải về.</translation>
        </message>
        <message>
            <source>Facebook gave no link to fetch it from.</source>
            <translation>Facebook không cho liên kết để tải về.</translation>
        </message>
        <message>
            <source>It is no longer there, or you may not see it.</source>
            <translation>Tệp không còn, hoặc đồng chí không được xem.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1, %2 long</source>
            <translation>%1, dài %2</translation>
        </message>
        <message>
            <source>%1, from %2</source>
            <translation>%1, của %2</translation>
        </message>
        <message>
            <source>It is being fetched from Facebook.</source>
            <translation>Đang tải về từ Facebook.</translation>
        </message>
        <message>
            <source>It is being prepared for safe viewing.</source>
            <translation>Đang chuẩn bị bản xem an toàn.</translation>
        </message>
        <message>
            <source>It is stored, but cannot be shown.</source>
            <translation>Tệp đã được lưu nhưng không hiển thị được.</translation>
        </message>
        <message>
            <source>It could not be fetched from Facebook.</source>
            <translation>Không tải được từ Facebook.</translation>
        </message>
        <message>
            <source>It could not be fetched from Facebook (%1).</source>
            <translation>Không tải được từ Facebook (%1).</translation>
        </message>
        <message>
            <source>The server cannot be reached. Try again when the connection is back.</source>
            <translation>Không kết nối được máy chủ. Hãy thử lại khi có kết nối.</translation>
        </message>
        <message>
            <source>It cannot be shown (%1).</source>
            <translation>Không hiển thị được (%1).</translation>
        </message>
    </context>
    <context>
        <name>trucban::PlayerView</name>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Phát</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Tắt tiếng</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Âm lượng</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tốc độ</translation>
        </message>
        <message>
            <source>%1×</source>
            <translation>%1×</translation>
        </message>
        <message>
            <source>Repeat</source>
            <translation>Lặp lại</translation>
        </message>
        <message>
            <source>Full view</source>
            <translation>Xem toàn khung</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Tạm dừng</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
    </context>
    <context>
        <name>trucban::SeekBar</name>
        <message>
            <source>Position in the recording</source>
            <translation>Vị trí trong đoạn ghi</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 trên %2</translation>
        </message>
    </context>
    <context>
        <name>trucban::MediaActions</name>
        <message>
            <source>Play or pause</source>
            <translation>Phát hoặc tạm dừng</translation>
        </message>
        <message>
            <source>Plays the clip or the recording, or holds it.</source>
            <translation>Phát video hoặc ghi âm, hoặc dừng lại.</translation>
        </message>
        <message>
            <source>Five seconds back</source>
            <translation>Lùi năm giây</translation>
        </message>
        <message>
            <source>In the full view of pictures: the picture before.</source>
            <translation>Khi xem ảnh toàn khung: ảnh trước.</translation>
        </message>
        <message>
            <source>Five seconds on</source>
            <translation>Tới năm giây</translation>
        </message>
        <message>
            <source>In the full view of pictures: the next picture.</source>
            <translation>Khi xem ảnh toàn khung: ảnh sau.</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Lùi một khung hình</translation>
        </message>
        <message>
            <source>Shows the frame before and stands still.</source>
            <translation>Hiện khung hình trước rồi dừng.</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>Tới một khung hình</translation>
        </message>
        <message>
            <source>Shows the next frame and stands still.</source>
            <translation>Hiện khung hình sau rồi dừng.</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Chậm hơn</translation>
        </message>
        <message>
            <source>Down to a quarter of the speed.</source>
            <translation>Chậm đến một phần tư tốc độ.</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Nhanh hơn</translation>
        </message>
        <message>
            <source>Up to twice the speed.</source>
            <translation>Nhanh đến gấp đôi.</translation>
        </message>
        <message>
            <source>Play again at the end</source>
            <translation>Phát lại khi hết</translation>
        </message>
        <message>
            <source>Begins anew at the end, until it is switched off.</source>
            <translation>Hết thì phát lại từ đầu, cho đến khi tắt.</translation>
        </message>
        <message>
            <source>Sound on or off</source>
            <translation>Bật hoặc tắt tiếng</translation>
        </message>
        <message>
            <source>Mutes the clip or the recording.</source>
            <translation>Tắt tiếng video hoặc ghi âm.</translation>
        </message>
        <message>
            <source>Back to the beginning</source>
            <translation>Về đầu</translation>
        </message>
        <message>
            <source>Goes to the start of the clip or the recording.</source>
            <translation>Về đầu video hoặc ghi âm.</translation>
        </message>
        <message>
            <source>Full view, or back from it</source>
            <translation>Xem toàn khung, hoặc quay lại</translation>
        </message>
        <message>
            <source>Shows the picture or the clip in a window of its own.</source>
            <translation>Hiện ảnh hoặc video trong cửa sổ riêng.</translation>
        </message>
        <message>
            <source>Previous picture or clip</source>
            <translation>Ảnh hoặc video trước</translation>
        </message>
        <message>
            <source>The one before in this case.</source>
            <translation>Cái ngay trước trong vụ việc này.</translation>
        </message>
        <message>
            <source>Next picture or clip</source>
            <translation>Ảnh hoặc video sau</translation>
        </message>
        <message>
            <source>The next one in this case.</source>
            <translation>Cái ngay sau trong vụ việc này.</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Phóng to</translation>
        </message>
        <message>
            <source>Shows the picture larger.</source>
            <translation>Hiện ảnh to hơn.</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Thu nhỏ</translation>
        </message>
        <message>
            <source>Shows the picture smaller.</source>
            <translation>Hiện ảnh nhỏ hơn.</translation>
        </message>
        <message>
            <source>Fit the window</source>
            <translation>Vừa cửa sổ</translation>
        </message>
        <message>
            <source>Shows the whole picture.</source>
            <translation>Hiện trọn ảnh.</translation>
        </message>
        <message>
            <source>Actual size</source>
            <translation>Kích thước thật</translation>
        </message>
        <message>
            <source>Shows each pixel of the picture as one of the screen.</source>
            <translation>Mỗi điểm ảnh là một điểm trên màn hình.</translation>
        </message>
        <message>
            <source>Turn left</source>
            <translation>Xoay trái</translation>
        </message>
        <message>
            <source>Turn right</source>
            <translation>Xoay phải</translation>
        </message>
        <message>
            <source>Turns the picture on the screen; the file stays as it is.</source>
            <translation>Xoay ảnh trên màn hình; tệp giữ nguyên.</translation>
        </message>
        <message>
            <source>Full view on the whole screen</source>
            <translation>Xem trên cả màn hình</translation>
        </message>
        <message>
            <source>Fills the screen with the full view, or gives it back.</source>
            <translation>Phủ kín màn hình, hoặc trả lại như cũ.</translation>
        </message>
    </context>
</TS>
