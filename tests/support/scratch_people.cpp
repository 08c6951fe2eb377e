// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scratch_people.h"

#include "storage/connection.h"
#include "storage/session.h"

namespace trucban {

namespace {

constexpr auto places = R"sql(
    SELECT core.save_row('unit', '{"code": "CAHN", "name": "Công an thành phố Hà Nội", "level": "city"}');
    SELECT core.save_row('unit', '{"code": "PV01-TTCH", "name": "Trung tâm Thông tin chỉ huy", "level": "team", "parent_code": "CAHN"}');
    SELECT core.save_row('unit', '{"code": "PC06", "name": "Phòng Cảnh sát quản lý hành chính về trật tự xã hội", "level": "department", "parent_code": "CAHN"}');
    SELECT core.save_row('unit', '{"code": "PC08", "name": "Phòng Cảnh sát giao thông", "level": "department", "parent_code": "CAHN"}');
    SELECT core.save_row('unit', '{"code": "CAP-00004", "name": "Công an phường Ba Đình", "level": "commune", "parent_code": "CAHN"}');
    SELECT core.save_row('area', '{"code": "00004", "name": "Ba Đình", "unit_code": "CAP-00004", "former_names": "Phường Trúc Bạch (Quận Ba Đình)"}');
    SELECT core.save_row('source', '{"code": "KET_QUA", "name": "Công an thành phố Hà Nội", "kind": "result"}');)sql";

struct Someone {
    const char *login, *name, *role, *unit;
};
constexpr Someone people[] = {
    {"officer1", "Nguyễn Hải An", "officer", "PV01-TTCH"}, {"officer2", "Trần Minh Châu", "officer", "PV01-TTCH"},
    {"supervisor1", "Lê Thu Hà", "supervisor", "PV01-TTCH"}, {"admin1", "Phạm Quốc Bảo", "admin", "PV01-TTCH"},
    {"unit1", "Đỗ Văn Kiên", "unit", "PC06"},              {"unit2", "Vũ Thị Lan", "unit", "PC08"},
};

Result<> add(Session &session, const Someone &one)
{
    const auto word = [](const char *text) { return QString::fromUtf8(text); };
    const QJsonObject person{{u"login"_s, word(one.login)}, {u"name"_s, word(one.name)}, {u"role"_s, word(one.role)}, {u"unit"_s, word(one.unit)}};
    return session.passwordVerifier(word(one.login)).and_then([&](const QString &verifier) {
        return session.sql(u"SELECT core.create_person(:person, :verifier)"_s).bind(u"person"_s, person).bind(u"verifier"_s, verifier).run().transform([](int) {});
    });
}

} // namespace

QString peopleRecipe()
{
    QString text = QString::fromUtf8(places);
    for (const Someone &one : people)
        text += QString::fromUtf8(one.login) + QString::fromUtf8(one.role) + QString::fromUtf8(one.unit);
    return text;
}

Result<> makePeople(const ConnectOptions &asSuperuser)
{
    Connection connection;
    if (auto opened = connection.open(asSuperuser, {"SET ROLE trucban_owner"}); !opened)
        return opened;
    Session session(connection);
    auto done = session.script(places);
    for (const Someone &one : people)
        done = done.and_then([&] { return add(session, one); });
    return done.and_then([&] { return session.script("CREATE ROLE gateway LOGIN PASSWORD 'gateway' IN ROLE trucban_gateway"); });
}

} // namespace trucban
