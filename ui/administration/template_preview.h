// SPDX-License-Identifier: GPL-3.0-or-later
// TemplatePreview: a template with its variables filled by an example, and which variables nobody will fill.
#pragma once

#include <QWidget>

class QLabel;

namespace trucban {

class TemplatePreview : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatePreview(QWidget *parent = nullptr);
    void showWords(const QString &body);
    QString preview() const;
    QString variables() const;

private:
    QLabel *m_variables;
    QLabel *m_preview;
};

} // namespace trucban
