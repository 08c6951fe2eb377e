// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notice_board.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "storage/database.h"

namespace trucban {

namespace {

DeskNotice::Severity severityOf(const QString &word)
{
    return word == u"alarm" ? DeskNotice::Alarm : word == u"urgent" ? DeskNotice::Urgent : word == u"warning" ? DeskNotice::Warning : DeskNotice::Info;
}

DeskNotice toNotice(const Row &row)
{
    DeskNotice made;
    made.id = row.get<qint64>(u"id");
    made.kind = row.get<QString>(u"kind");
    made.severity = severityOf(row.get<QString>(u"severity"));
    made.repeatSeconds = row.get<int>(u"repeat_seconds");
    made.caseId = row.get<CaseId>(u"case_id");
    made.number = row.get<QString>(u"number");
    made.firstWords = row.get<QString>(u"first_words");
    made.urgency = row.get<QString>(u"urgency");
    made.unit = row.get<QString>(u"unit");
    made.unitName = row.get<QString>(u"unit_name");
    made.at = row.get<QDateTime>(u"at");
    made.facts = row.get<QJsonObject>(u"facts");
    return made;
}

} // namespace

NoticeBoard::NoticeBoard(Database &database, ChangeListener &changes, QObject *parent)
    : QObject(parent), m_database(database)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150); // a night's worth of rungs comes in one burst
    connect(&m_soon, &QTimer::timeout, this, &NoticeBoard::read);
    connect(&changes, &ChangeListener::changed, this, &NoticeBoard::hear);
    connect(&changes, &ChangeListener::mayHaveMissedSome, this, [this] { m_soon.start(); });
    read();
}

void NoticeBoard::hear(const Change &change)
{
    // a case that went on settles its notices
    const bool ours = change.kind == u"notice"
        || ((change.kind == u"case" || change.kind == u"assignment") && std::ranges::contains(m_waiting, CaseId{change.id}, &DeskNotice::caseId));
    if (ours && !m_soon.isActive())
        m_soon.start();
}

void NoticeBoard::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    const auto reading = m_database.read([](Session &session) { return session.query(u"desk/notices"_s).bind(u":limit"_s, most).all(toNotice); });
    whenDone(reading, this, [this](const Result<QList<DeskNotice>> &found) {
        m_reading = false;
        if (std::exchange(m_again, false))
            m_soon.start();
        if (!found)
            return; // the connection says so itself; what was waiting still is
        m_waiting = *found;
        Q_EMIT changed();
    });
}

QFuture<Result<int>> NoticeBoard::acknowledge(const QList<qint64> &notices, const QString &request)
{
    const auto done = m_database.write([=](Session &session) {
        return session.query(u"desk/acknowledge"_s).bind(u":notices"_s, notices).bind(u":request"_s, request).one([](const Row &row) { return row.get<int>(u"acknowledged"); });
    });
    whenDone(done, this, [this](const Result<int> &) { read(); });
    return done;
}

} // namespace trucban
