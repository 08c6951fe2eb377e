// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/care/report_clock.h"

#include "base/logging.h"
#include "storage/database.h"

namespace trucban::gateway {

std::chrono::milliseconds ReportClock::work()
{
    const auto made = m_database.write([](Session &session) {
        return session.query(u"gateway/make_reports"_s).one([](const Row &row) { return row.get<int>(u"done"); });
    }, Database::Long).result();
    if (made && *made > 0)
        qCInfo(lcGateway) << "reports made:" << *made;
    if (!made && made.error().kind != Failure::Offline)
        qCWarning(lcGateway) << "reports not made:" << made.error().code << made.error().detail;
    return std::chrono::seconds(30);
}

} // namespace trucban::gateway
