// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace trucban {

namespace {

Meaning meaningOf(Failure::Kind kind)
{
    switch (kind) {
    case Failure::Bug: return Meaning::Burning;
    case Failure::Offline:
    case Failure::Conflict:
    case Failure::Invalid: return Meaning::Soon;
    default: return Meaning::Information;
    }
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent), m_words(new QLabel(this)), m_offer(new QPushButton(this)), m_close(new QToolButton(this))
{
    setAccessibleName(tr("Notice"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setIcon(Theme::icon(u"dialog-close"_s));
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(tr("Close this notice"));
    m_close->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(3), Theme::space(1), Theme::space(1), Theme::space(1));
    row->addSpacing(Theme::lineHeight(font()) + Theme::space(1)); // the sign is painted there
    row->addWidget(m_words, 1);
    row->addWidget(m_offer);
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_leave.setSingleShot(true);
    m_leave.setInterval(6000);
    connect(&m_leave, &QTimer::timeout, this, &NoticeBar::clear);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        const auto run = m_run;
        clear();
        if (run)
            run();
    });
    hide();
}

void NoticeBar::tell(const Failure &failure)
{
    tell(meaningOf(failure.kind), wordsFor(failure));
}

void NoticeBar::tell(Meaning meaning, const FailureWords &words)
{
    QStringList rest{words.safe, words.next};
    rest.removeAll(QString());
    show(meaning, words.happened, rest.join(u' '));
}

void NoticeBar::confirm(const QString &sentence)
{
    show(Meaning::Good, sentence, {});
    m_leave.start();
}

void NoticeBar::offer(const QString &verb, std::function<void()> run)
{
    m_run = std::move(run);
    m_offer->setText(verb);
    m_offer->show();
}

void NoticeBar::clear()
{
    m_leave.stop();
    m_run = {};
    hide();
    Q_EMIT cleared();
}

QString NoticeBar::text() const
{
    return m_words->text();
}

void NoticeBar::show(Meaning meaning, const QString &first, const QString &rest)
{
    m_leave.stop();
    m_meaning = meaning;
    m_words->setText(rest.isEmpty() ? first : first + u'\n' + rest);
    m_run = {};
    m_offer->hide();
    update();
    setAccessibleDescription(m_words->text());
    QWidget::show();
    QAccessibleEvent heard(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&heard);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::wash(m_meaning));
    painter.fillRect(QRect(0, 0, Theme::space(1), height()), Theme::colour(m_meaning));
    const int size = Theme::lineHeight(font()) - 2;
    paint::sign(painter, QRectF(Theme::space(3), (height() - size) / 2.0, size, size), m_meaning);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::colour(Neutral::Line));
}

} // namespace trucban
