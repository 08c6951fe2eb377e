// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/qr_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

namespace trucban {

namespace {

class CodeView : public QWidget
{
public:
    explicit CodeView(QrDialog *dialog) : QWidget(dialog), m_dialog(dialog) { setMinimumSize(Theme::space(60), Theme::space(60)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QrCode code = m_dialog->code();
        const int total = code.modules() + 8;
        const int side = qMax(1, qMin(width(), height()) / total) * total;
        if (code.isValid())
            code.paint(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side));
    }

private:
    QrDialog *m_dialog;
};

} // namespace

QrDialog::QrDialog(const QList<Choice> &choices, QWidget *parent)
    : QDialog(parent), m_choices(choices), m_choice(new QComboBox(this)), m_notice(new NoticeBar(this))
{
    setWindowTitle(tr("QR code"));
    m_choice->setAccessibleName(tr("What the code leads to"));
    for (const Choice &choice : choices)
        m_choice->addItem(choice.words, choice.address);
    auto *view = new CodeView(this);
    view->setAccessibleName(tr("QR code of %1").arg(m_choice->currentData().toString()));
    auto *address = new ElidedLabel(m_choice->currentData().toString(), this, Qt::ElideMiddle);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this, view, address] {
        view->update();
        view->setAccessibleName(tr("QR code of %1").arg(m_choice->currentData().toString()));
        address->setText(m_choice->currentData().toString());
    });
    auto *png = new QPushButton(tr("Save as &PNG…"), this);
    auto *svg = new QPushButton(tr("Save as &SVG…"), this);
    auto *print = new QPushButton(tr("P&rint…"), this);
    connect(png, &QPushButton::clicked, this, [this] { save(u"png"_s); });
    connect(svg, &QPushButton::clicked, this, [this] { save(u"svg"_s); });
    connect(print, &QPushButton::clicked, this, &QrDialog::print);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *button : {png, svg, print})
        buttons->addWidget(button);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_choice);
    rows->addWidget(view, 1);
    rows->addWidget(address);
    rows->addWidget(m_notice);
    rows->addLayout(buttons);
    resize(Theme::space(90), Theme::space(110));
}

QrCode QrDialog::code() const
{
    return QrCode(m_choice->currentData().toString());
}

QString QrDialog::words() const
{
    return m_choice->currentText();
}

void QrDialog::save(const QString &suffix)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the QR code"), u"qr.%1"_s.arg(suffix), suffix == u"png" ? tr("Picture (*.png)") : tr("Drawing (*.svg)"));
    if (path.isEmpty())
        return;
    const auto saved = suffix == u"png" ? code().savePng(path) : code().saveSvg(path);
    if (saved)
        m_notice->confirm(tr("Saved: %1").arg(path));
    else
        m_notice->tell(saved.error());
}

void QrDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() == QDialog::Accepted)
        printTo(&printer);
}

void QrDialog::printTo(QPrinter *printer) const
{
    printer->setResolution(qMax(printer->resolution(), 300));
    QPainter painter(printer);
    const QRectF page = printer->pageRect(QPrinter::DevicePixel);
    const double side = qMin(page.width(), page.height()) * 0.6;
    const QRectF box((page.width() - side) / 2, page.height() * 0.12, side, side);
    code().paint(painter, box);
    QFont font = Theme::font(TextSize::Heading);
    font.setPointSizeF(22);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(QRectF(0, box.bottom() + side * 0.05, page.width(), side * 0.2), Qt::AlignHCenter | Qt::TextWordWrap, words());
    font.setPointSizeF(11);
    painter.setFont(font);
    painter.drawText(QRectF(0, box.bottom() + side * 0.22, page.width(), side * 0.1), Qt::AlignHCenter | Qt::TextWrapAnywhere, m_choice->currentData().toString());
}

} // namespace trucban
