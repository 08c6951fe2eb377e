// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/keep_filter_dialog.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace trucban {

KeepFilterDialog::KeepFilterDialog(const QString &name, bool mayShare, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keep this filter"));
    auto *field = new QLineEdit(name, this);
    field->setObjectName(u"filterName"_s);
    field->setAccessibleName(tr("Name of the filter"));
    field->setMinimumWidth(Theme::space(70));
    auto *shared = new QCheckBox(tr("For everybody: it appears in every inbox"), this);
    shared->setObjectName(u"filterShared"_s);
    shared->setVisible(mayShare);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Keep"));
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"filterKeep"_s);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("Name of the filter"), field);
    form->addRow(shared);
    form->addRow(buttons);
    const auto refresh = [=] { buttons->button(QDialogButtonBox::Ok)->setEnabled(!field->text().trimmed().isEmpty()); };
    connect(field, &QLineEdit::textChanged, this, refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, field, shared] {
        Q_EMIT wanted(field->text().trimmed(), shared->isChecked());
        accept();
    });
    refresh();
}

} // namespace trucban
