// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/bar_list.h"

#include "ui/widgets/labels.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace trucban {

BarRow::BarRow(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarRow::show(const NamedBar &bar, qint64 longest, int nameWidth)
{
    m_bar = bar;
    m_longest = std::max<qint64>(1, longest);
    m_nameWidth = nameWidth;
    const QString late = bar.late > 0 ? tr("%n late", nullptr, int(bar.late)) : QString();
    setToolTip(late.isEmpty() ? bar.name : bar.name + u" · "_s + late);
    //: spoken: name, number of cases, how many are late
    setAccessibleName((bar.stands ? tr("%1: %2 cases, %3 late. Opens all.") : tr("%1: %2 cases, %3 late. Opens them.")).arg(bar.name, QLocale().toString(bar.cases), QLocale().toString(bar.late)));
    update();
}

QSize BarRow::sizeHint() const
{
    return {Theme::space(60), Theme::lineHeight(Theme::font()) + Theme::space(2)};
}

void BarRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(Theme::colour(Meaning::Accent), 1) : Qt::NoPen);
        painter.setBrush(Theme::selection());
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius(), Theme::radius());
    }
    const int edge = Theme::space(2), numbers = QFontMetrics(Theme::tabular()).horizontalAdvance(u"000.000"_s) + edge;
    const QString late = m_bar.late > 0 ? tr("%n late", nullptr, int(m_bar.late)) : QString();
    const int lateWidth = late.isEmpty() ? 0 : QFontMetrics(Theme::font(TextSize::Small)).horizontalAdvance(late) + edge;
    const QRect name(edge, 0, m_nameWidth, height());
    painter.setFont(Theme::font());
    painter.setPen(Theme::colour(Neutral::Text));
    painter.drawText(name, Qt::AlignVCenter, QFontMetrics(Theme::font()).elidedText(m_bar.name, Qt::ElideRight, name.width()));
    const double room = std::max(10, width() - name.right() - 3 * edge - numbers - std::max(lateWidth, Theme::space(16)));
    const double length = std::max(2.0, room * double(m_bar.cases) / double(m_longest));
    const double thick = Theme::space(3), top = (height() - thick) / 2.0, left = name.right() + edge;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(m_bar.meaning));
    painter.drawRoundedRect(QRectF(left, top, length, thick), 2, 2);
    if (m_bar.late > 0 && m_bar.cases > 0) { // hatched, so that it is told apart without colour too
        const QRectF lateBar(left, top, std::max(3.0, length * double(m_bar.late) / double(m_bar.cases)), thick);
        painter.setBrush(Theme::colour(Meaning::Burning));
        painter.drawRoundedRect(lateBar, 2, 2);
        painter.setBrush(QBrush(Theme::onColour(Meaning::Burning), Qt::BDiagPattern));
        painter.setOpacity(0.35);
        painter.drawRoundedRect(lateBar, 2, 2);
        painter.setOpacity(1);
    }
    painter.setFont(Theme::tabular());
    painter.setPen(Theme::colour(Neutral::Text));
    painter.drawText(QRectF(left + length + edge, 0, numbers, height()), Qt::AlignVCenter | Qt::AlignLeft, QLocale().toString(m_bar.cases));
    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(Theme::colour(Meaning::Burning));
    painter.drawText(rect().adjusted(0, 0, -edge, 0), Qt::AlignVCenter | Qt::AlignRight, late);
}

BarList::BarList(const QString &title, const QString &empty, QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this)), m_empty(new QuietLabel(empty, this, TextSize::Body))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    auto *heading = new QLabel(title);
    heading->setFont(Theme::bold());
    heading->setContentsMargins(Theme::space(2), 0, 0, Theme::space(2));
    m_layout->addWidget(heading);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(Theme::space(2), 0, 0, 0);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    setAccessibleName(title);
}

void BarList::setMost(int rows)
{
    if (rows == m_most)
        return;
    m_most = rows;
    show(m_bars);
}

void BarList::show(const QList<NamedBar> &all)
{
    m_bars = all;
    QList<NamedBar> bars = all;
    if (bars.size() > m_most) {
        NamedBar rest{{}, tr("%1 others").arg(bars.size() - m_most + 1), 0, 0, Meaning::Quiet, int(bars.size()) - m_most + 1};
        for (const NamedBar &bar : bars.mid(m_most - 1)) {
            rest.cases += bar.cases;
            rest.late += bar.late;
        }
        bars = bars.first(m_most - 1) + QList{rest};
    }
    m_empty->setVisible(bars.isEmpty());
    while (m_rows.size() > bars.size())
        delete m_rows.takeLast();
    while (m_rows.size() < bars.size()) {
        auto *row = new BarRow(this);
        connect(row, &BarRow::clicked, this, [this, row] { Q_EMIT chosen(row->bar()); });
        m_layout->insertWidget(m_layout->count() - 1, row);
        m_rows.append(row);
    }
    qint64 longest = 1;
    int widest = 0;
    for (const NamedBar &bar : bars) {
        longest = std::max(longest, bar.cases);
        widest = std::max(widest, QFontMetrics(Theme::font()).horizontalAdvance(bar.name));
    }
    widest = std::min(widest + Theme::space(1), std::max(Theme::space(36), width() * 11 / 20));
    for (int at = 0; at < bars.size(); ++at)
        m_rows[at]->show(bars[at], longest, widest);
}

} // namespace trucban
