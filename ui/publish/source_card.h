// SPDX-License-Identifier: GPL-3.0-or-later
// SourceCard: where the post comes from. Mandatory, and only from the list; a result names its case.
#pragma once

#include "desk/publish/publish_values.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;

namespace trucban {

class SourceCard : public QFrame
{
    Q_OBJECT
public:
    explicit SourceCard(QWidget *parent = nullptr);
    void setSources(const QList<PostSource> &sources);
    const QList<PostSource> &sources() const { return m_sources; }

    void show(const QString &source, const QString &url, CaseId caseId, const QString &caseNumber);
    void setEditable(bool editable);
    /// Null while none is chosen
    const PostSource *source() const;
    QString url() const;
    CaseId caseId() const { return m_case; }
    QString caseNumber() const { return m_caseNumber; }
    void setCase(CaseId id, const QString &number);
    void caseNotFound();

Q_SIGNALS:
    void edited();
    /// Somebody typed the number of a case; answer with setCase() or caseNotFound().
    void caseWanted(const QString &number);
    void openCase(trucban::CaseId id);

private:
    void refresh();

    QList<PostSource> m_sources;
    CaseId m_case;
    QString m_caseNumber;
    QComboBox *m_source;
    QLineEdit *m_url;
    QLineEdit *m_number;
    QLabel *m_caseNote;
    bool m_filling = false;
};

} // namespace trucban
