// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/findings_list.h"

#include "ui/publish/post_words.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace trucban {

namespace {

// a cross blocks, an exclamation mark warns: told apart by shape as well as by colour
QIcon sign(bool blocks)
{
    const int side = Theme::lineHeight(Theme::font());
    QPixmap drawn(QSize(side, side) * 2);
    drawn.setDevicePixelRatio(2);
    drawn.fill(Qt::transparent);
    const Meaning meaning = blocks ? Meaning::Burning : Meaning::Soon;
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(meaning));
    const QRectF disc = QRectF(0, 0, side, side).adjusted(2, 2, -2, -2);
    painter.drawEllipse(disc);
    painter.setPen(QPen(Theme::onColour(meaning), side / 9.0, Qt::SolidLine, Qt::RoundCap));
    const double reach = disc.width() / 5;
    if (blocks) {
        painter.drawLine(disc.center() + QPointF(-reach, -reach), disc.center() + QPointF(reach, reach));
        painter.drawLine(disc.center() + QPointF(-reach, reach), disc.center() + QPointF(reach, -reach));
    } else {
        painter.drawLine(disc.center() + QPointF(0, -reach * 1.3), disc.center() + QPointF(0, reach * 0.3));
        painter.drawPoint(disc.center() + QPointF(0, reach * 1.4));
    }
    return QIcon(drawn);
}

} // namespace

FindingsList::FindingsList(QWidget *parent) : QFrame(parent), m_title(new QLabel(this)), m_list(new QListWidget(this))
{
    m_title->setFont(Theme::bold());
    m_title->setObjectName(u"findingsTitle"_s);
    m_list->setObjectName(u"findings"_s);
    m_list->setAccessibleName(tr("Findings of the gate"));
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::space(1));
    rows->addWidget(m_title);
    rows->addWidget(m_list);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { jump(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { jump(m_list->row(item)); });
    show({});
}

void FindingsList::show(const QList<post::Finding> &findings)
{
    const int current = m_list->currentRow();
    m_findings = findings;
    m_list->clear();
    int blocking = 0;
    for (const post::Finding &finding : findings) {
        blocking += finding.blocks;
        const QString words = PostWords::finding(finding);
        const QString shown = finding.range.length > 0 && finding.range.length < 60 ? u"“%1” — %2"_s.arg(finding.excerpt.simplified(), words) : words;
        auto *item = new QListWidgetItem(sign(finding.blocks), shown, m_list);
        item->setData(Qt::AccessibleTextRole, (finding.blocks ? tr("Blocks: %1") : tr("Warning: %1")).arg(shown));
    }
    if (current >= 0 && current < m_list->count())
        m_list->setCurrentRow(current);
    m_list->setVisible(!findings.isEmpty());
    if (blocking > 0)
        m_title->setText(tr("Findings that block the post: %1").arg(blocking));
    else if (!findings.isEmpty())
        m_title->setText(tr("Things to think about: %1").arg(findings.size()));
    else
        m_title->setText(tr("The gate has nothing against this post"));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::colour(blocking > 0 ? Meaning::Burning : findings.isEmpty() ? Meaning::Good : Meaning::Soon));
    m_title->setPalette(colours);
    const int rows = int(qBound(qsizetype(0), findings.size(), qsizetype(4)));
    m_list->setFixedHeight(rows * (Theme::lineHeight(Theme::font()) + Theme::space(1)) + Theme::space(1));
}

void FindingsList::goToNext()
{
    if (m_list->count() > 0)
        jump((m_list->currentRow() + 1) % m_list->count());
}

void FindingsList::jump(int row)
{
    if (row < 0 || row >= m_findings.size())
        return;
    m_list->setCurrentRow(row);
    Q_EMIT jumpTo(m_findings.at(row).range);
}

} // namespace trucban
