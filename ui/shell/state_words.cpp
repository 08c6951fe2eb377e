// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/state_words.h"

#include "storage/database.h"

#include <QCoreApplication>

namespace trucban {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StateWords)
};

} // namespace

StateWords connectionWords(const ConnectionState &state)
{
    switch (state.phase) {
    case ConnectionState::Connected: return {Words::tr("connected"), Meaning::Good, Words::tr("The database answers.")};
    case ConnectionState::Connecting: return {Words::tr("connecting"), Meaning::Soon, Words::tr("Connecting to the database …")};
    case ConnectionState::Lost: break;
    }
    if (state.why.kind == Failure::NotAllowed)
        return {Words::tr("signed out"), Meaning::Burning, Words::tr("The server no longer accepts this login. Sign in again.")};
    return {Words::tr("no connection"), Meaning::Burning, Words::tr("The connection to the server is lost.")};
}

StateWords facebookWords(const PulseReading &reading)
{
    const QString name = Words::tr("Facebook");
    switch (reading.facebook) {
    case PulseReading::Good: return {name, Meaning::Good, Words::tr("Messages come in and answers go out.")};
    case PulseReading::Trouble: return {Words::tr("Facebook: trouble"), Meaning::Soon, healthWords(reading).happened};
    case PulseReading::Down: return {Words::tr("Facebook: stopped"), Meaning::Burning, healthWords(reading).happened};
    case PulseReading::Unknown: break;
    }
    return {name, Meaning::Quiet, Words::tr("The gateway has not reported yet.")};
}

FailureWords healthWords(const PulseReading &reading)
{
    const QString kept = Words::tr("Messages from citizens are still taken in and kept.");
    const QString waits = Words::tr("Answers and posts wait and go out by themselves.");
    if (reading.facebookKey == u"facebook_token")
        return {Words::tr("Facebook no longer accepts the page's access token: answers and posts cannot be sent."), kept + u' ' + waits,
                Words::tr("The administrator renews the token of the page.")};
    if (reading.facebookKey == u"sending")
        return {Words::tr("Facebook asks us to slow down, or answers with errors."), waits, {}};
    if (reading.facebookKey == u"subscription")
        return {Words::tr("The page is not subscribed: Facebook sends us nothing."), Words::tr("Missed messages are fetched afterwards."),
                Words::tr("The administrator checks the page's subscription.")};
    if (reading.facebookKey == u"gateway")
        return {Words::tr("The gateway has not been heard of for more than a minute."),
                Words::tr("What is here stays here; new messages may come late."), Words::tr("The administrator looks at the gateway service.")};
    if (reading.facebookKey == u"media")
        return {Words::tr("Pictures, videos or recordings cannot be fetched at the moment."), Words::tr("The words of the citizens are all here."),
                Words::tr("They are fetched again by themselves.")};
    return {Words::tr("There is trouble on the way to Facebook (%1).").arg(reading.facebookCode), kept, {}};
}

QString sendingWords(const PulseReading &reading)
{
    if (reading.sendFailed)
        return Words::tr("%1 sending, %2 failed").arg(reading.sending).arg(reading.sendFailed);
    return reading.sending ? Words::tr("%1 sending").arg(reading.sending) : Words::tr("nothing to send");
}

QString journalWords(const PulseReading &reading)
{
    if (reading.journalPending)
        return Words::tr("journal: %1 waiting").arg(reading.journalPending);
    return reading.journalRejected ? Words::tr("journal: %1 rejected").arg(reading.journalRejected) : Words::tr("journal ok");
}

} // namespace trucban
