// SPDX-License-Identifier: GPL-3.0-or-later
// One person's desk against a real database: everything a place is given, and a case that has just arrived.
#pragma once

#include "storage/change_listener.h"
#include "support/scratch_database.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/frame/workbench.h"

#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace trucban {

class DeskBench
{
public:
    DeskBench(const ScratchDatabase &scratch, const QString &login)
        : m_database(scratch.connectAs(login)), m_changes(scratch.connectAs(login)),
          m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat), m_actions(m_settings),
          bench{m_database, m_changes, m_actions, m_places, m_settings, whoIs(login)}
    {
        if (const auto opened = answerOf(m_database.open()); !opened)
            qFatal("%s cannot sign in: %s", qPrintable(login), qPrintable(opened.error().detail));
        QTRY_VERIFY_WITH_TIMEOUT(!m_listening.isEmpty(), 15000);
    }

private:
    Me whoIs(const QString &login)
    {
        const auto me = answerOf(m_database.read([](Session &session) {
            return session.sql(u"SELECT id, login, name, role, unit_id, unit_code, unit_name FROM desk.me"_s).one([](const Row &row) {
                Me me;
                me.id = row.get<PersonId>(u"id");
                me.login = row.get<QString>(u"login");
                me.name = row.get<QString>(u"name");
                me.role = row.get<QString>(u"role");
                me.unit = row.get<UnitId>(u"unit_id");
                me.unitCode = row.get<QString>(u"unit_code");
                me.unitName = row.get<QString>(u"unit_name");
                return me;
            });
        }));
        if (!me)
            qFatal("%s cannot sign in: %s", qPrintable(login), qPrintable(me.error().detail));
        return *me;
    }

    QTemporaryDir m_folder;
    Database m_database;
    ChangeListener m_changes;
    QSignalSpy m_listening{&m_changes, &ChangeListener::listeningChanged};
    QSettings m_settings;
    ActionRegistry m_actions;
    PlaceRegistry m_places;

public:
    Workbench bench;

    /// One verb as this person, as SQL; answers the text of its JSON.
    QString call(const QString &sql)
    {
        const auto answer = answerOf(m_database.write([sql](Session &session) {
            return session.sql(sql).one([](const Row &row) { return row.get<QString>(u"answer"); });
        }));
        return answer ? *answer : u"refused: "_s + answer.error().code;
    }
};

/// A citizen's message has come in: the id of its case.
inline CaseId arrive(const ScratchDatabase &scratch, const QString &words)
{
    static int number = 0;
    ++number;
    const QString event = QString::fromUtf8(QJsonDocument(QJsonObject{
        {u"type"_s, u"message"_s}, {u"channel"_s, u"messenger"_s}, {u"direction"_s, u"in"_s}, {u"kind"_s, u"text"_s},
        {u"person_id"_s, u"psid%1"_s.arg(number)}, {u"name"_s, u"Nguyễn Thị Kín"_s}, {u"thread_key"_s, u"psid%1"_s.arg(number)},
        {u"platform_id"_s, u"m_%1"_s.arg(number)}, {u"text"_s, words}, {u"sent_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
    }).toJson(QJsonDocument::Compact));
    return CaseId{scratch.ask(u"SELECT intake.apply(NULL, 'page', '%1') ->> 'case'"_s.arg(QString(event).replace(u'\'', u"''"_s))).toLongLong()};
}

/// Claimed and classified by this officer: ready to be forwarded.
inline void classify(DeskBench &officer, CaseId id, const QString &fields = {})
{
    QVERIFY(!officer.call(u"SELECT desk.claim(%1, gen_random_uuid()) AS answer"_s.arg(id.value)).startsWith(u"refused"));
    const QString what = fields.isEmpty() ? uR"({"category": "ANTT", "urgency": "high"})"_s : fields;
    const QString answer = officer.call(u"SELECT desk.classify(%1, (SELECT revision FROM desk.cases WHERE id = %1), '%2', gen_random_uuid()) AS answer"_s.arg(id.value).arg(what));
    QVERIFY2(!answer.startsWith(u"refused"), qPrintable(answer));
}

} // namespace trucban
