// SPDX-License-Identifier: GPL-3.0-or-later
// ClassifyPopup (F2): category from the tree, urgency, legal track, ward, and the unit complained of; by keys alone if one likes.
#pragma once

#include "desk/case_values.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace trucban {

class ClassifyPopup : public QDialog
{
    Q_OBJECT
public:
    ClassifyPopup(const CaseReference &reference, const CaseRow &subject, QWidget *parent);
    Classification chosen() const;
    void choose(const QString &category, const QString &urgency);
    /// What somebody or a rule proposes: {category, urgency, track}; empty ones stay as they are.
    void propose(const QJsonObject &proposal);

Q_SIGNALS:
    void classified(const trucban::Classification &as);

private:
    void fillTree();
    void narrow(const QString &typed);
    QTreeWidgetItem *itemOf(const QString &category) const;
    void fillNamed(QComboBox *box, const QList<NamedRow> &rows, const QString &none, qint64 current);
    void refresh();

    const CaseReference m_reference;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QButtonGroup *m_urgency;
    QComboBox *m_track;
    QComboBox *m_area;
    QLabel *m_aboutLabel;
    QComboBox *m_about;
    QPushButton *m_ok = nullptr;
};

} // namespace trucban
