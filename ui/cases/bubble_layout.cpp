// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/bubble_layout.h"

#include "ui/cases/case_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/refusal_words.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include <cmath>

namespace trucban {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Bubble)
};

std::shared_ptr<QTextLayout> wrapped(const QString &text, int width, QSize &size)
{
    QString lines = text;
    lines.replace(u'\n', QChar::LineSeparator);
    auto layout = std::make_shared<QTextLayout>(lines, Theme::font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    const qreal lineHeight = Theme::lineHeight(Theme::font());
    qreal y = 0, widest = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += qMax(lineHeight, line.height());
        widest = qMax(widest, line.naturalTextWidth());
    }
    layout->endLayout();
    size = QSize(int(std::ceil(widest)), int(std::ceil(y)));
    return layout;
}

QSize boxFor(const MediaItem &item, int most)
{
    const int controls = Theme::space(9);
    if (item.readiness() != MediaItem::Ready)
        return {qMin(most, Theme::space(84)), Theme::space(16)};
    if (item.isVideo()) {
        const int width = qMin(most, Theme::space(112));
        const double shape = item.info.width > 0 && item.info.height > 0 ? double(item.info.height) / item.info.width : 9.0 / 16;
        return {width, qMin(int(width * shape), Theme::space(84)) + controls};
    }
    if (item.isAudio())
        return {qMin(most, Theme::space(112)), Theme::space(11)};
    if (item.isPicture()) {
        const QSize real = item.info.width > 0 ? QSize(item.info.width, item.info.height) : QSize(320, 240);
        const int side = item.kind == "sticker"_L1 ? Theme::space(30) : Theme::space(80);
        QSize fitted = real.scaled(qMin(most, side), side, Qt::KeepAspectRatio);
        if (fitted.width() > real.width())
            fitted = real;
        return fitted.expandedTo({Theme::space(16), Theme::space(12)});
    }
    return {qMin(most, Theme::space(84)), Theme::space(12)};
}

bool mayRetry(const MediaItem &item)
{
    return item.readiness() == MediaItem::Broken && item.state != "refused"_L1;
}

QString footerOf(const CaseMessage &message, CitizenId citizen)
{
    QStringList parts{caseWords::clocks(message)};
    if (message.isOurs())
        parts << caseWords::sender(message, citizen) << caseWords::delivery(message);
    if (message.outboxTag == "HUMAN_AGENT"_L1)
        parts << Words::tr("human-agent tag");
    if (message.deletedAt.isValid())
        parts << (message.isOurs() ? Words::tr("cancelled") : Words::tr("removed by the citizen, kept here"));
    if (message.hidden)
        parts << Words::tr("hidden on the page");
    return parts.join(u" · "_s);
}

QString textOf(const CaseMessage &message)
{
    return message.text.isEmpty() && message.attachments.isEmpty() ? caseWords::kindWords(message) : message.text;
}

} // namespace

QString bubbleRetryWords()
{
    return Words::tr("Try again");
}

BubbleLayout BubbleLayout::of(const ConversationModel &model, const CaseMessage &message, int width)
{
    BubbleLayout made;
    const QFontMetrics small(Theme::font(TextSize::Small));
    const int pad = Theme::space(2), gap = Theme::space();
    const int readable = QFontMetrics(Theme::font()).averageCharWidth() * 72; // a line is at most 90 characters
    const int most = qMax(Theme::space(30), qMin(width * 78 / 100, readable) - 2 * pad);
    int y = pad, widest = 0;
    const auto below = [&](QSize size) {
        const QRect box(QPoint(pad, y), size);
        y += size.height() + gap;
        widest = qMax(widest, size.width());
        return box;
    };
    if (const CaseMessage *quoted = model.message(message.replyTo)) {
        made.quoteText = quoted->text.isEmpty() ? caseWords::kindWords(*quoted) : quoted->text.simplified();
        made.quote = below({qMin(most, small.horizontalAdvance(made.quoteText) + 3 * gap), small.height() + gap});
    }
    const auto addText = [&](const QString &text) {
        QSize size;
        auto layout = wrapped(text, most, size);
        made.texts.append({below(size).topLeft(), layout});
    };
    if (const QString text = textOf(message); !text.isEmpty())
        addText(text);
    if (!message.convertedText.isEmpty()) {
        made.convertedLabel = below({small.horizontalAdvance(Words::tr("Converted from an old encoding:")), small.height()});
        addText(message.convertedText);
    }
    for (qsizetype i = 0; i < message.attachments.size(); ++i) {
        BubblePiece piece{model.mediaItem(message, message.attachments.at(i)), i, {}, {}};
        piece.box = below(boxFor(piece.item, most));
        if (mayRetry(piece.item)) {
            const QSize button(small.horizontalAdvance(bubbleRetryWords()) + 4 * gap, small.height() + 2 * gap);
            piece.retry = QRect(QPoint(piece.box.right() - button.width() - gap, piece.box.center().y() - button.height() / 2), button);
        }
        made.pieces.append(piece);
    }
    made.footerText = footerOf(message, model.citizen());
    if (!message.reactions.isEmpty())
        made.footerText += u"  "_s + message.reactions.join(QString());
    const int footerWidth = qMin(most, small.horizontalAdvance(made.footerText) + 2);
    const QRect asked = small.boundingRect(QRect(0, 0, qMax(footerWidth, widest), 10000), Qt::TextWordWrap, made.footerText);
    made.footer = below({qMax(footerWidth, 0), asked.height()});
    if (message.edits > 0) {
        made.versionsText = Words::tr("Edited · what it said before");
        made.versions = below({small.horizontalAdvance(made.versionsText) + 2, small.height() + gap});
    }
    if (message.outboxState == "failed"_L1 && !message.deletedAt.isValid()) {
        const FailureWords refused = refusalWords(message.outboxError, Leaving::Answer);
        made.troubleText = refused.safe + u' ' + refused.next;
        const QRect words = small.boundingRect(QRect(0, 0, most, 10000), Qt::TextWordWrap, made.troubleText);
        made.trouble = below({words.width(), words.height()});
        const QString again = Words::tr("Send again");
        made.retrySend = below({small.horizontalAdvance(again) + 4 * gap, small.height() + 2 * gap});
    }
    const QSize bubble(widest + 2 * pad, y - gap + pad);
    const int left = message.isOurs() ? width - bubble.width() - pad : pad;
    made.bubble = QRect(QPoint(left, gap), bubble);
    const QPoint shift = made.bubble.topLeft();
    for (QRect *box : {&made.quote, &made.convertedLabel, &made.footer, &made.versions, &made.trouble, &made.retrySend}) {
        if (!box->isNull())
            box->translate(shift);
    }
    for (auto &[place, layout] : made.texts)
        place += shift;
    for (BubblePiece &piece : made.pieces) {
        piece.box.translate(shift);
        if (!piece.retry.isNull())
            piece.retry.translate(shift);
    }
    made.height = made.bubble.bottom() + gap;
    return made;
}

} // namespace trucban
