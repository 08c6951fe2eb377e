// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/conversation_model.h"

#include "ui/cases/case_words.h"
#include "ui/widgets/clock_text.h"

#include <QTimeZone>

namespace trucban {

namespace {

QDate dayOf(const QDateTime &when)
{
    static const QTimeZone zone("Asia/Ho_Chi_Minh");
    return when.toTimeZone(zone).date();
}

/// A message is told by its own bubble, not by a line as well.
bool isTold(const CaseStep &step)
{
    return step.verb == "arrived"_L1 || step.verb == "reply"_L1 || step.verb == "comment_reply"_L1 || step.verb == "private_reply"_L1;
}

QString dayWords(QDate day)
{
    return QLocale().dayName(day.dayOfWeek()) + u' ' + day.toString(u"dd/MM/yyyy");
}

} // namespace

QString ConversationItem::key() const
{
    switch (type) {
    case Day: return u"d"_s + day.toString(Qt::ISODate);
    case Message: return u"m%1"_s.arg(message.id.value);
    case Step: break;
    }
    return u"s%1"_s.arg(step.id);
}

void ConversationModel::begin(CitizenId citizen)
{
    beginResetModel();
    m_citizen = citizen;
    m_messages.clear();
    m_steps.clear();
    m_items.clear();
    m_reachesBeginning = false;
    endResetModel();
}

void ConversationModel::takeNewest(const MessagePage &page, const QList<CaseStep> &steps)
{
    m_steps = steps;
    if (m_messages.isEmpty() || page.reachesBeginning) {
        m_messages = page.messages;
        m_reachesBeginning = page.reachesBeginning;
    } else {
        // what was read before stays in front of the page, unless so much came that there is a hole between
        const MessageId first = page.messages.first().id;
        const auto joint = std::ranges::find(m_messages, first, &CaseMessage::id);
        if (joint == m_messages.end()) {
            m_messages = page.messages;
            m_reachesBeginning = false;
        } else {
            m_messages.erase(joint, m_messages.end());
            m_messages += page.messages;
        }
    }
    become(arranged());
}

void ConversationModel::takeOlder(const MessagePage &page)
{
    m_messages = page.messages + m_messages;
    m_reachesBeginning = page.reachesBeginning;
    become(arranged());
}

QList<ConversationItem> ConversationModel::arranged() const
{
    QList<ConversationItem> all;
    auto step = m_steps.begin();
    if (!m_reachesBeginning && !m_messages.isEmpty()) // steps of a time that is not on screen yet wait for it
        step = std::ranges::find_if(m_steps, [&](const CaseStep &one) { return one.at >= m_messages.first().sentAt; });
    const auto markDay = [&](const QDateTime &when) {
        const QDate day = dayOf(when);
        if (all.isEmpty() || dayOf(all.last().type == ConversationItem::Message ? all.last().message.sentAt : all.last().step.at) != day)
            all.append({ConversationItem::Day, day, {}, {}});
    };
    const auto addStep = [&](const CaseStep &one) {
        if (isTold(one))
            return;
        markDay(one.at);
        all.append({ConversationItem::Step, {}, {}, one});
    };
    for (const CaseMessage &message : m_messages) {
        for (; step != m_steps.end() && step->at < message.sentAt; ++step)
            addStep(*step);
        markDay(message.sentAt);
        all.append({ConversationItem::Message, {}, message, {}});
    }
    for (; step != m_steps.end(); ++step)
        addStep(*step);
    return all;
}

/// Rows that stay are kept, so that selection, scroll and a playing clip stay where they are.
void ConversationModel::become(const QList<ConversationItem> &next)
{
    const auto same = [](const ConversationItem &a, const ConversationItem &b) { return a.key() == b.key(); };
    const auto least = std::min(m_items.size(), next.size());
    qsizetype front = 0;
    while (front < least && same(m_items.at(front), next.at(front)))
        ++front;
    qsizetype back = 0;
    while (back < least - front && same(m_items.at(m_items.size() - 1 - back), next.at(next.size() - 1 - back)))
        ++back;
    const auto removed = m_items.size() - front - back;
    const auto added = next.size() - front - back;
    if (removed > 0) {
        beginRemoveRows({}, int(front), int(front + removed - 1));
        m_items.remove(front, removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, int(front), int(front + added - 1));
        m_items = m_items.first(front) + next.sliced(front, added) + m_items.sliced(front);
        endInsertRows();
    }
    for (qsizetype i = 0; i < next.size(); ++i) {
        if (m_items.at(i) == next.at(i))
            continue;
        m_items[i] = next.at(i);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

const CaseMessage *ConversationModel::message(MessageId id) const
{
    const auto found = std::ranges::find(m_messages, id, &CaseMessage::id);
    return found == m_messages.end() ? nullptr : &*found;
}

MediaItem ConversationModel::mediaItem(const CaseMessage &message, const CaseAttachment &attachment) const
{
    return {attachment.id, attachment.kind, attachment.state, attachment.failure, attachment.name, attachment.title, caseWords::sender(message, m_citizen), message.sentAt, attachment.info,
            message.isOurs()};
}

QList<MediaItem> ConversationModel::media() const
{
    QList<MediaItem> all;
    for (const CaseMessage &message : m_messages) {
        for (const CaseAttachment &attachment : message.attachments) {
            const MediaItem item = mediaItem(message, attachment);
            if (item.isPicture() || item.isVideo() || item.isAudio())
                all.append(item);
        }
    }
    return all;
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ConversationItem &item = m_items.at(index.row());
    switch (role) {
    case TypeRole: return int(item.type);
    case KeyRole: return item.key();
    case MessageIdRole: return item.type == ConversationItem::Message ? item.message.id.value : 0;
    case Qt::DisplayRole:
        return item.type == ConversationItem::Day ? dayWords(item.day) : item.type == ConversationItem::Step ? caseWords::step(item.step) : item.message.text;
    case Qt::AccessibleTextRole:
        return item.type == ConversationItem::Day ? dayWords(item.day) : item.type == ConversationItem::Step ? caseWords::step(item.step) : caseWords::spoken(item.message, m_citizen);
    case Qt::ToolTipRole:
        if (item.type == ConversationItem::Message)
            return tr("Facebook: %1\nReceived: %2").arg(clockText::exact(item.message.sentAt), clockText::exact(item.message.receivedAt));
        return item.type == ConversationItem::Step ? clockText::exact(item.step.at) : QVariant();
    }
    return {};
}

} // namespace trucban
