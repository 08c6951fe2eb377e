// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/file_chip.h"

#include "ui/widgets/labels.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace trucban {

namespace {

QToolButton *button(QWidget *parent, const QString &icon)
{
    auto *made = new QToolButton(parent);
    made->setIcon(Theme::icon(icon));
    made->setAutoRaise(true);
    return made;
}

} // namespace

FileChip::FileChip(QWidget *parent)
    : QFrame(parent), m_still(new QLabel(this)), m_name(new ElidedLabel({}, this, Qt::ElideMiddle)), m_state(new ElidedLabel({}, this)),
      m_retry(button(this, u"view-refresh"_s)), m_remove(button(this, u"dialog-close"_s))
{
    setFocusPolicy(Qt::StrongFocus);
    setFixedWidth(Theme::space(58));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::space(), Theme::space(), 0, Theme::space());
    grid->setHorizontalSpacing(Theme::space());
    grid->setVerticalSpacing(0);
    m_still->setFixedSize(Theme::space(9), Theme::space(9));
    m_still->setAlignment(Qt::AlignCenter);
    for (ElidedLabel *label : {m_name, m_state})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setFont(Theme::font(TextSize::Small));
    grid->addWidget(m_still, 0, 0, 2, 1);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_state, 1, 1);
    grid->addWidget(m_retry, 0, 2, 2, 1);
    grid->addWidget(m_remove, 0, 3, 2, 1);
    grid->setColumnStretch(1, 1);
    connect(m_remove, &QToolButton::clicked, this, &FileChip::removeWanted);
    connect(m_retry, &QToolButton::clicked, this, &FileChip::retryWanted);
}

QString FileChip::name() const
{
    return m_name->text();
}

QString FileChip::state() const
{
    return m_state->text();
}

void FileChip::say(const QString &name, const QString &state, bool trouble, const QString &icon, const QImage &picture, bool mayRetry)
{
    m_name->setText(name);
    m_state->setText(state);
    m_trouble = trouble;
    m_picture = picture;
    if (picture.isNull()) {
        m_still->setPixmap(Theme::icon(trouble ? u"dialog-warning"_s : icon).pixmap(Theme::space(7)));
    } else {
        QPixmap still = QPixmap::fromImage(picture.scaled(m_still->size() * devicePixelRatio(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
        still.setDevicePixelRatio(devicePixelRatio());
        m_still->setPixmap(still);
    }
    m_retry->setVisible(mayRetry);
    m_retry->setToolTip(tr("Try again"));
    m_retry->setAccessibleName(tr("Try %1 again").arg(name));
    m_remove->setToolTip(tr("Leave this file out (Del)"));
    m_remove->setAccessibleName(tr("Leave %1 out").arg(name));
    setToolTip(name + u'\n' + state);
    //: %1 a file name, %2 its size or what it waits for
    setAccessibleName(tr("%1: %2").arg(name, state));
    colourState();
}

void FileChip::colourState()
{
    QPalette shade = palette();
    shade.setColor(QPalette::WindowText, m_trouble ? Theme::colour(Meaning::Burning) : Theme::colour(Neutral::QuietText));
    m_state->setPalette(shade);
}

void FileChip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourState();
}

void FileChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeWanted();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT openWanted();
    else
        QFrame::keyPressEvent(event);
}

void FileChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT openWanted();
}

void FileChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? Theme::colour(Meaning::Accent) : Theme::colour(Neutral::Line), hasFocus() ? 2 : 1));
    painter.setBrush(m_trouble ? Theme::wash(Meaning::Burning) : Theme::colour(Neutral::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::radius(), Theme::radius());
}

} // namespace trucban
