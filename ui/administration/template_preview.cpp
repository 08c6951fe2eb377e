// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/template_preview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHash>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace trucban {

namespace {

// what the desk fills by itself, by an example in the language of the citizens
const QHash<QString, QString> &examples()
{
    static const QHash<QString, QString> known{
        {u"case"_s, u"26-004217"_s},       {u"deadline"_s, u"16:30 ngày 02/12/2026"_s}, {u"unit"_s, u"Công an phường Tương Mai"_s},
        {u"date"_s, u"24/11/2026"_s},      {u"answer"_s, u"Đơn vị đã kiểm tra, nhắc nhở và xử lý theo quy định."_s},
    };
    return known;
}

} // namespace

TemplatePreview::TemplatePreview(QWidget *parent)
    : QWidget(parent), m_variables(new QuietLabel({}, this)), m_preview(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *title = new QLabel(tr("As it will read"), this);
    title->setFont(Theme::bold());
    m_variables->setWordWrap(true);
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setAccessibleName(tr("As it will read"));
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setMargin(Theme::space(2));
    column->addWidget(title);
    column->addWidget(m_preview);
    column->addWidget(m_variables);
}

void TemplatePreview::showWords(const QString &body)
{
    static const QRegularExpression variable(u"\\{\\{\\s*([a-z_]+)\\s*\\}\\}"_s);
    QString filled = body;
    QStringList byDesk, byHand;
    for (auto all = variable.globalMatch(body); all.hasNext();) {
        const auto match = all.next();
        const QString name = match.captured(1);
        QStringList &list = examples().contains(name) ? byDesk : byHand;
        if (!list.contains(name))
            list.append(name);
        if (examples().contains(name))
            filled.replace(match.captured(0), examples()[name]);
    }
    m_preview->setText(filled.isEmpty() ? tr("Nothing yet.") : filled);
    QStringList lines;
    if (!byDesk.isEmpty())
        lines.append(tr("Filled by the desk: %1.").arg(byDesk.join(u", "_s)));
    if (!byHand.isEmpty())
        lines.append(tr("Filled by the officer before sending: %1.").arg(byHand.join(u", "_s)));
    m_variables->setText(lines.join(u'\n'));
    m_variables->setVisible(!lines.isEmpty());
}

QString TemplatePreview::preview() const
{
    return m_preview->text();
}

QString TemplatePreview::variables() const
{
    return m_variables->text();
}

} // namespace trucban
