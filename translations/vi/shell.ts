<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>ClockText</name>
        <message>
            <source>%1 h %2</source>
            <comment>hours and minutes left</comment>
            <translation>%1 giờ %2</translation>
        </message>
        <message>
            <source>%1 d</source>
            <comment>days left</comment>
            <translation>%1 ngày</translation>
        </message>
        <message>
            <source>over %1</source>
            <comment>overdue by this much</comment>
            <translation>quá %1</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>vừa xong</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <translation>%1 phút trước</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <translation>%1 giờ trước</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>hôm qua %1</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>weekday, date and time</comment>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>FailureWords</name>
        <message>
            <source>The server cannot be reached.</source>
            <translation>Không kết nối được máy chủ.</translation>
        </message>
        <message>
            <source>What you typed is kept.</source>
            <translation>Nội dung đã gõ còn nguyên.</translation>
        </message>
        <message>
            <source>The program reconnects by itself; then try again.</source>
            <translation>Chương trình tự kết nối lại; sau đó hãy thử lại.</translation>
        </message>
        <message>
            <source>Somebody else was faster: this has changed since you saw it.</source>
            <translation>Người khác đã làm trước: nội dung này đã thay đổi từ lúc đồng chí xem.</translation>
        </message>
        <message>
            <source>Nothing was overwritten.</source>
            <translation>Không có gì bị ghi đè.</translation>
        </message>
        <message>
            <source>Look again, then repeat the step if it still makes sense.</source>
            <translation>Hãy xem lại, rồi thực hiện lại bước này nếu vẫn cần.</translation>
        </message>
        <message>
            <source>This is no longer there.</source>
            <translation>Mục này không còn nữa.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>Go back to the list and look again.</source>
            <translation>Quay lại danh sách và xem lại.</translation>
        </message>
        <message>
            <source>Your role or the state of this case does not allow this step.</source>
            <translation>Vai trò của đồng chí hoặc trạng thái vụ việc không cho phép bước này.</translation>
        </message>
        <message>
            <source>Ask the supervisor on duty if it has to be done.</source>
            <translation>Nếu cần làm, hãy báo trực chỉ huy.</translation>
        </message>
        <message>
            <source>A field is not right yet.</source>
            <translation>Có ô chưa hợp lệ.</translation>
        </message>
        <message>
            <source>Mend the field and try again.</source>
            <translation>Sửa ô đó rồi thử lại.</translation>
        </message>
        <message>
            <source>Something went wrong inside the program (%1).</source>
            <translation>Chương trình gặp lỗi bên trong (%1).</translation>
        </message>
        <message>
            <source>Try again; if it stays, tell the administrator this word and the time.</source>
            <translation>Hãy thử lại; nếu vẫn lỗi, báo quản trị viên từ trong ngoặc và thời điểm xảy ra.</translation>
        </message>
    </context>
    <context>
        <name>StateWords</name>
        <message>
            <source>connected</source>
            <translation>đã kết nối</translation>
        </message>
        <message>
            <source>The database answers.</source>
            <translation>Cơ sở dữ liệu đang trả lời.</translation>
        </message>
        <message>
            <source>connecting</source>
            <translation>đang kết nối</translation>
        </message>
        <message>
            <source>Connecting to the database …</source>
            <translation>Đang kết nối cơ sở dữ liệu …</translation>
        </message>
        <message>
            <source>signed out</source>
            <translation>đã bị đăng xuất</translation>
        </message>
        <message>
            <source>The server no longer accepts this login. Sign in again.</source>
            <translation>Máy chủ không còn chấp nhận tên đăng nhập này. Hãy đăng nhập lại.</translation>
        </message>
        <message>
            <source>no connection</source>
            <translation>mất kết nối</translation>
        </message>
        <message>
            <source>The connection to the server is lost.</source>
            <translation>Mất kết nối với máy chủ.</translation>
        </message>
        <message>
            <source>Facebook</source>
            <translation>Facebook</translation>
        </message>
        <message>
            <source>Messages come in and answers go out.</source>
            <translation>Tin vẫn đến và câu trả lời vẫn được gửi đi.</translation>
        </message>
        <message>
            <source>Facebook: trouble</source>
            <translation>Facebook: trục trặc</translation>
        </message>
        <message>
            <source>Facebook: stopped</source>
            <translation>Facebook: đã dừng</translation>
        </message>
        <message>
            <source>The gateway has not reported yet.</source>
            <translation>Cổng kết nối chưa báo trạng thái.</translation>
        </message>
        <message>
            <source>Messages from citizens are still taken in and kept.</source>
            <translation>Tin của người dân vẫn được tiếp nhận và lưu giữ.</translation>
        </message>
        <message>
            <source>Answers and posts wait and go out by themselves.</source>
            <translation>Câu trả lời và bài đăng đang chờ và sẽ tự gửi đi.</translation>
        </message>
        <message>
            <source>Facebook no longer accepts the page's access token: answers and posts cannot be sent.</source>
            <translation>Facebook không còn chấp nhận mã truy cập của trang: chưa gửi được câu trả lời và bài đăng.</translation>
        </message>
        <message>
            <source>The administrator renews the token of the page.</source>
            <translation>Quản trị viên cần cấp lại mã truy cập của trang.</translation>
        </message>
        <message>
            <source>Facebook asks us to slow down, or answers with errors.</source>
            <translation>Facebook yêu cầu gửi chậm lại hoặc đang báo lỗi.</translation>
        </message>
        <message>
            <source>The page is not subscribed: Facebook sends us nothing.</source>
            <translation>Trang chưa đăng ký nhận tin: Facebook không gửi gì đến.</translation>
        </message>
        <message>
            <source>Missed messages are fetched afterwards.</source>
            <translation>Tin bị lỡ sẽ được lấy về sau.</translation>
        </message>
        <message>
            <source>The administrator checks the page's subscription.</source>
            <translation>Quản trị viên cần kiểm tra đăng ký nhận tin của trang.</translation>
        </message>
        <message>
            <source>The gateway has not been heard of for more than a minute.</source>
            <translation>Hơn một phút nay không thấy tín hiệu của cổng kết nối.</translation>
        </message>
        <message>
            <source>What is here stays here; new messages may come late.</source>
            <translation>Những gì đã có vẫn còn; tin mới có thể đến chậm.</translation>
        </message>
        <message>
            <source>The administrator looks at the gateway service.</source>
            <translation>Quản trị viên cần kiểm tra dịch vụ cổng kết nối.</translation>
        </message>
        <message>
            <source>Pictures, videos or recordings cannot be fetched at the moment.</source>
            <translation>Hiện chưa tải được ảnh, video hoặc bản ghi âm.</translation>
        </message>
        <message>
            <source>The words of the citizens are all here.</source>
            <translation>Lời nhắn của người dân vẫn đầy đủ.</translation>
        </message>
        <message>
            <source>They are fetched again by themselves.</source>
            <translation>Chương trình sẽ tự tải lại.</translation>
        </message>
        <message>
            <source>There is trouble on the way to Facebook (%1).</source>
            <translation>Đường đến Facebook đang trục trặc (%1).</translation>
        </message>
        <message>
            <source>%1 sending, %2 failed</source>
            <translation>%1 đang gửi, %2 không gửi được</translation>
        </message>
        <message>
            <source>%1 sending</source>
            <translation>%1 đang gửi</translation>
        </message>
        <message>
            <source>nothing to send</source>
            <translation>không có gì chờ gửi</translation>
        </message>
        <message>
            <source>journal: %1 waiting</source>
            <translation>nhật ký: %1 đang chờ</translation>
        </message>
        <message>
            <source>journal: %1 rejected</source>
            <translation>nhật ký: %1 bị loại</translation>
        </message>
        <message>
            <source>journal ok</source>
            <translation>nhật ký tốt</translation>
        </message>
    </context>
    <context>
        <name>trucban::CommandPalette</name>
        <message>
            <source>Command palette</source>
            <translation>Bảng lệnh</translation>
        </message>
        <message>
            <source>What do you want to do? A command, a place or a case number</source>
            <translation>Đồng chí muốn làm gì? Gõ lệnh, nơi cần đến hoặc số vụ việc</translation>
        </message>
        <message>
            <source>Commands that fit</source>
            <translation>Các lệnh phù hợp</translation>
        </message>
        <message>
            <source>Open case %1</source>
            <translation>Mở vụ việc %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::KeyPage</name>
        <message>
            <source>Keys in %1</source>
            <translation>Phím tắt trong %1</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Phím tắt</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Tác dụng</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Ở mọi nơi</translation>
        </message>
        <message>
            <source>Change keys…</source>
            <translation>Đổi phím tắt…</translation>
        </message>
    </context>
    <context>
        <name>trucban::LocalCluster</name>
        <message>
            <source>Making the private database of this computer (once) …</source>
            <translation>Đang tạo cơ sở dữ liệu riêng của máy này (một lần) …</translation>
        </message>
        <message>
            <source>Starting the private database …</source>
            <translation>Đang khởi động cơ sở dữ liệu riêng …</translation>
        </message>
        <message>
            <source>Bringing the database up to date …</source>
            <translation>Đang cập nhật cơ sở dữ liệu …</translation>
        </message>
        <message>
            <source>Bringing in units, areas, categories and templates …</source>
            <translation>Đang nạp đơn vị, địa bàn, danh mục và mẫu …</translation>
        </message>
    </context>
    <context>
        <name>trucban::MainWindow</name>
        <message>
            <source>&amp;Media</source>
            <translation>Đa phươn&amp;g tiện</translation>
        </message>
        <message>
            <source>Trực Ban</source>
            <translation>Trực Ban</translation>
        </message>
        <message>
            <source>Keys of this place: F1</source>
            <translation>Phím tắt ở đây: F1</translation>
        </message>
        <message>
            <source>%1 – Trực Ban</source>
            <comment>title of the window: the place</comment>
            <translation>%1 – Trực Ban</translation>
        </message>
        <message>
            <source>What you typed is kept.</source>
            <translation>Nội dung đã gõ còn nguyên.</translation>
        </message>
        <message>
            <source>The program reconnects by itself.</source>
            <translation>Chương trình tự kết nối lại.</translation>
        </message>
        <message>
            <source>Connected again. Everything on screen has been read anew.</source>
            <translation>Đã kết nối lại. Mọi nội dung trên màn hình đã được đọc lại.</translation>
        </message>
        <message>
            <source>PostgreSQL …</source>
            <translation>PostgreSQL …</translation>
        </message>
        <message>
            <source>PostgreSQL %1 ms</source>
            <translation>PostgreSQL %1 ms</translation>
        </message>
        <message>
            <source>Find a command…</source>
            <translation>Tìm lệnh…</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>Đến %1</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Đăng xuất</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Thoát</translation>
        </message>
        <message>
            <source>Keys of this place</source>
            <translation>Phím tắt ở đây</translation>
        </message>
        <message>
            <source>Change keys…</source>
            <translation>Đổi phím tắt…</translation>
        </message>
        <message>
            <source>Colours as the system</source>
            <translation>Màu theo hệ thống</translation>
        </message>
        <message>
            <source>Light colours</source>
            <translation>Màu sáng</translation>
        </message>
        <message>
            <source>Dark colours</source>
            <translation>Màu tối</translation>
        </message>
        <message>
            <source>Dense rows</source>
            <translation>Dòng sít</translation>
        </message>
        <message>
            <source>Case in its own window</source>
            <translation>Vụ việc ở cửa sổ riêng</translation>
        </message>
        <message>
            <source>Tiếng Việt</source>
            <translation>Tiếng Việt</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Sound for urgent cases</source>
            <translation>Âm báo vụ việc khẩn</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Toàn màn hình</translation>
        </message>
        <message>
            <source>&amp;Program</source>
            <translation>&amp;Chương trình</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>Đ&amp;i đến</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Hiển thị</translation>
        </message>
        <message>
            <source>&amp;Inbox</source>
            <translation>Hộ&amp;p tin</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>&amp;Vụ việc</translation>
        </message>
        <message>
            <source>P&amp;ublish</source>
            <translation>Đăn&amp;g tin</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>Côn&amp;g cụ</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Trợ giúp</translation>
        </message>
    </context>
    <context>
        <name>trucban::NoticeBar</name>
        <message>
            <source>Notice</source>
            <translation>Thông báo</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>Đóng thông báo này</translation>
        </message>
    </context>
    <context>
        <name>trucban::ShortcutPage</name>
        <message>
            <source>What it does</source>
            <translation>Tác dụng</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Phím tắt</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Gán phím</translation>
        </message>
        <message>
            <source>As delivered</source>
            <translation>Như ban đầu</translation>
        </message>
        <message>
            <source>Change keys</source>
            <translation>Đổi phím tắt</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>Tìm một việc</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Các việc và phím tắt</translation>
        </message>
        <message>
            <source>New keys for the chosen action</source>
            <translation>Phím mới cho việc đang chọn</translation>
        </message>
        <message>
            <source>Reset all keys</source>
            <translation>Đặt lại mọi phím</translation>
        </message>
        <message>
            <source>%1 already belongs to “%2”. Nothing was changed; choose other keys.</source>
            <translation>%1 đã dùng cho “%2”. Chưa thay đổi gì; hãy chọn phím khác.</translation>
        </message>
    </context>
    <context>
        <name>trucban::SignInWindow</name>
        <message>
            <source>Server</source>
            <translation>Máy chủ</translation>
        </message>
        <message>
            <source>Keep the password in the keychain</source>
            <translation>Lưu mật khẩu trong kho khoá của máy</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Đăng nhập</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Dừng</translation>
        </message>
        <message>
            <source>Sign in – Trực Ban</source>
            <translation>Đăng nhập – Trực Ban</translation>
        </message>
        <message>
            <source>Trực Ban</source>
            <translation>Trực Ban</translation>
        </message>
        <message>
            <source>Desk for the messages citizens send to the police fanpage</source>
            <translation>Bàn trực tiếp nhận tin người dân gửi đến fanpage Công an</translation>
        </message>
        <message>
            <source>Name or address, for example trucban.cahn.local</source>
            <translation>Tên hoặc địa chỉ, ví dụ trucban.cahn.local</translation>
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
            <source>Show the password</source>
            <translation>Hiện mật khẩu</translation>
        </message>
        <message>
            <source>Signing in</source>
            <translation>Đang đăng nhập</translation>
        </message>
        <message>
            <source>Caps Lock seems to be on.</source>
            <translation>Có thể phím Caps Lock đang bật.</translation>
        </message>
        <message>
            <source>This workstation has no keychain service, so the password cannot be kept. Type it each time.</source>
            <translation>Máy này không có dịch vụ kho khoá nên không lưu được mật khẩu. Hãy gõ mỗi lần đăng nhập.</translation>
        </message>
        <message>
            <source>Signing in …</source>
            <translation>Đang đăng nhập …</translation>
        </message>
        <message>
            <source>Login or password is not right.</source>
            <translation>Tên đăng nhập hoặc mật khẩu không đúng.</translation>
        </message>
        <message>
            <source>Type the password again. The administrator can set a new one.</source>
            <translation>Hãy gõ lại mật khẩu. Quản trị viên có thể đặt mật khẩu mới.</translation>
        </message>
        <message>
            <source>The server does not answer.</source>
            <translation>Máy chủ không trả lời.</translation>
        </message>
        <message>
            <source>Check the server's name and the network cable, then try again.</source>
            <translation>Kiểm tra tên máy chủ và dây mạng, rồi thử lại.</translation>
        </message>
        <message>
            <source>The server answers, but there is no Trực Ban on it.</source>
            <translation>Máy chủ có trả lời nhưng không có Trực Ban trên đó.</translation>
        </message>
        <message>
            <source>Check the name of the server and of the database.</source>
            <translation>Kiểm tra tên máy chủ và tên cơ sở dữ liệu.</translation>
        </message>
        <message>
            <source>This program is too old for the server (program %1, server %2, oldest allowed %3).</source>
            <translation>Chương trình này quá cũ so với máy chủ (chương trình %1, máy chủ %2, cũ nhất được phép %3).</translation>
        </message>
        <message>
            <source>Update Trực Ban on this workstation.</source>
            <translation>Hãy cập nhật Trực Ban trên máy này.</translation>
        </message>
        <message>
            <source>This program is newer than the server (program %1, server %2).</source>
            <translation>Chương trình này mới hơn máy chủ (chương trình %1, máy chủ %2).</translation>
        </message>
        <message>
            <source>The administrator upgrades the database; until then use the program of before.</source>
            <translation>Quản trị viên cần nâng cấp cơ sở dữ liệu; trong lúc chờ hãy dùng bản chương trình trước.</translation>
        </message>
        <message>
            <source>The login is right, but it belongs to no person of Trực Ban.</source>
            <translation>Đăng nhập đúng nhưng tên này chưa gắn với người nào trong Trực Ban.</translation>
        </message>
        <message>
            <source>The administrator adds the person.</source>
            <translation>Quản trị viên cần thêm người này.</translation>
        </message>
        <message>
            <source>PostgreSQL is not installed on this computer.</source>
            <translation>Máy này chưa cài PostgreSQL.</translation>
        </message>
        <message>
            <source>Install the package postgresql-17, then start Trực Ban again.</source>
            <translation>Hãy cài gói postgresql-17 rồi mở lại Trực Ban.</translation>
        </message>
        <message>
            <source>The private database of this computer could not be started.</source>
            <translation>Không khởi động được cơ sở dữ liệu riêng của máy này.</translation>
        </message>
        <message>
            <source>Nothing was lost.</source>
            <translation>Không mất gì.</translation>
        </message>
        <message>
            <source>The reason stands here: %1</source>
            <translation>Lý do ghi ở đây: %1</translation>
        </message>
        <message>
            <source>The private database of this computer is ready, with the units, areas, categories and templates of Hà Nội.</source>
            <translation>Cơ sở dữ liệu riêng của máy này đã sẵn sàng, có sẵn đơn vị, địa bàn, danh mục và mẫu của Hà Nội.</translation>
        </message>
        <message>
            <source>Sign in as the administrator, whose password is filled in, and add the people who work here; then each signs in with their own login.</source>
            <translation>Hãy đăng nhập bằng tài khoản quản trị (mật khẩu đã điền sẵn) và thêm những người làm việc tại đây; sau đó mỗi người đăng nhập bằng tài khoản của mình.</translation>
        </message>
    </context>
    <context>
        <name>trucban::TopBar</name>
        <message>
            <source>Places and state</source>
            <translation>Các nơi và trạng thái</translation>
        </message>
        <message>
            <source>Ctrl+K</source>
            <translation>Ctrl+K</translation>
        </message>
        <message>
            <source>Find a command, a place or a case (Ctrl+K)</source>
            <translation>Tìm lệnh, nơi cần đến hoặc vụ việc (Ctrl+K)</translation>
        </message>
        <message>
            <source>Command palette</source>
            <translation>Bảng lệnh</translation>
        </message>
        <message>
            <source>Signed in: %1</source>
            <translation>Đang đăng nhập: %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>trucban::Tray</name>
        <message>
            <source>Trực Ban</source>
            <translation>Trực Ban</translation>
        </message>
        <message>
            <source>Open the window</source>
            <translation>Mở cửa sổ</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>case number, area</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Emergency: case %1</source>
            <translation>Khẩn cấp: vụ việc %1</translation>
        </message>
        <message>
            <source>Urgent: case %1</source>
            <translation>Khẩn: vụ việc %1</translation>
        </message>
    </context>
    <context>
        <name>trucban::IdleLock</name>
        <message>
            <source>&amp;Lock this desk</source>
            <translation>&amp;Khóa bàn trực</translation>
        </message>
        <message>
            <source>Never lock by itself (a wall display)</source>
            <translation>Không tự khóa (màn hình treo tường)</translation>
        </message>
        <message>
            <source>Lock after %1 minutes without a key</source>
            <translation>Khóa sau %1 phút không thao tác</translation>
        </message>
        <message>
            <source>This is not the password of %1. After %2 more wrong ones this desk is signed out.</source>
            <translation>Không đúng mật khẩu của %1. Sai thêm %2 lần nữa, bàn trực sẽ bị đăng xuất.</translation>
        </message>
    </context>
    <context>
        <name>trucban::LockScreen</name>
        <message>
            <source>Locked – Trực Ban</source>
            <translation>Đã khóa – Trực Ban</translation>
        </message>
        <message>
            <source>%1 holds this desk</source>
            <translation>%1 đang trực bàn này</translation>
        </message>
        <message>
            <source>Nobody has touched it for a while, so it is locked. Everything is as you left it; new messages go on arriving.</source>
            <translation>Bàn trực đã khóa. Mọi thứ vẫn như lúc bạn rời đi; tin mới vẫn tiếp tục về.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mật khẩu</translation>
        </message>
        <message>
            <source>Password of %1</source>
            <translation>Mật khẩu của %1</translation>
        </message>
        <message>
            <source>&amp;Go on working</source>
            <translation>&amp;Tiếp tục làm việc</translation>
        </message>
        <message>
            <source>&amp;Somebody else signs in</source>
            <translation>&amp;Người khác đăng nhập</translation>
        </message>
        <message>
            <source>Signs %1 out. Drafts stay with their author; what was claimed becomes free when its time is up.</source>
            <translation>Đăng xuất %1. Bản nháp vẫn giữ cho người viết; vụ việc đã nhận sẽ tự trả khi hết thời hạn giữ.</translation>
        </message>
    </context>
</TS>
