// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/cover_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace trucban {

namespace {

QToolButton *tool(QWidget *parent, const QString &icon, const QString &text, const QString &name, const QKeySequence &key = {})
{
    auto *made = new QToolButton(parent);
    made->setIcon(Theme::icon(icon));
    made->setText(text);
    made->setAccessibleName(text);
    //: %1 what a button does, %2 its keys
    made->setToolTip(key.isEmpty() ? text : CoverDialog::tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    made->setObjectName(name);
    made->setAutoRaise(true);
    if (!key.isEmpty())
        made->setShortcut(key);
    return made;
}

} // namespace

CoverDialog::CoverDialog(const QImage &picture, QWidget *parent)
    : QDialog(parent), m_canvas(new CoverCanvas(picture, this)), m_count(new QuietLabel({}, this)), m_use(new QPushButton(tr("Use the covered copy"), this))
{
    setWindowTitle(tr("Cover faces, plates and papers"));
    setObjectName(u"coverDialog"_s);
    m_canvas->setObjectName(u"coverCanvas"_s);
    m_use->setObjectName(u"coverUse"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_canvas);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *how = new QuietLabel(tr("Draw over every face, plate and paper that tells who somebody is. Or press N for a new place; arrows move it, Shift and arrows make it larger or smaller, Page Up and Page Down go to the others."), this);
    how->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_use->setDefault(true);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(Theme::space(2));
    rows->addWidget(how);
    rows->addWidget(makeTools());
    rows->addWidget(scroll, 1);
    rows->addLayout(foot);
    resize(Theme::space(230), Theme::space(160));

    connect(m_canvas, &CoverCanvas::changed, this, &CoverDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT covered(m_canvas->result(), int(m_canvas->places().size()));
        accept();
    });
    m_canvas->setFocus();
    refresh();
}

QWidget *CoverDialog::makeTools()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(1));
    auto *styles = new QButtonGroup(bar);
    const std::tuple<CoverStyle, QString, QString, QString> kinds[] = {{CoverStyle::Pixels, u"pixelate"_s, tr("Squares"), u"coverPixels"_s},
                                                                     {CoverStyle::Blur, u"blurimage"_s, tr("Blurred"), u"coverBlur"_s},
                                                                     {CoverStyle::Black, u"draw-rectangle"_s, tr("Black"), u"coverBlack"_s}};
    for (const auto &[style, icon, text, name] : kinds) {
        auto *button = tool(bar, icon, text, name);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(style == CoverStyle::Pixels);
        styles->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, m_canvas, [this, style = style] { m_canvas->setStyle(style); });
    }
    row->addSpacing(Theme::space(3));
    auto *add = tool(bar, u"list-add"_s, tr("New place"), u"coverAdd"_s);
    m_remove = tool(bar, u"edit-delete"_s, tr("Take the place away"), u"coverRemove"_s);
    m_undo = tool(bar, u"edit-undo"_s, tr("Undo"), u"coverUndo"_s, QKeySequence::Undo);
    m_redo = tool(bar, u"edit-redo"_s, tr("Redo"), u"coverRedo"_s, QKeySequence(u"Ctrl+Shift+Z"_s));
    auto *in = tool(bar, u"zoom-in"_s, tr("Larger"), u"coverLarger"_s, QKeySequence(u"Ctrl++"_s));
    auto *out = tool(bar, u"zoom-out"_s, tr("Smaller"), u"coverSmaller"_s, QKeySequence(u"Ctrl+-"_s));
    auto *fit = tool(bar, u"zoom-fit-best"_s, tr("Fit the window"), u"coverFit"_s, QKeySequence(u"Ctrl+0"_s));
    for (QToolButton *button : {add, m_remove, m_undo, m_redo})
        row->addWidget(button);
    row->addStretch();
    for (QToolButton *button : {in, out, fit})
        row->addWidget(button);
    connect(add, &QToolButton::clicked, m_canvas, [this] {
        m_canvas->addPlace();
        m_canvas->setFocus();
    });
    connect(m_remove, &QToolButton::clicked, m_canvas, &CoverCanvas::removeCurrent);
    connect(m_undo, &QToolButton::clicked, m_canvas, &CoverCanvas::undo);
    connect(m_redo, &QToolButton::clicked, m_canvas, &CoverCanvas::redo);
    connect(in, &QToolButton::clicked, m_canvas, [this] { m_canvas->zoomBy(1.5); });
    connect(out, &QToolButton::clicked, m_canvas, [this] { m_canvas->zoomBy(1 / 1.5); });
    connect(fit, &QToolButton::clicked, m_canvas, [this] { m_canvas->setZoom(0); });
    return bar;
}

void CoverDialog::refresh()
{
    const int places = int(m_canvas->places().size());
    m_undo->setEnabled(m_canvas->canUndo());
    m_redo->setEnabled(m_canvas->canRedo());
    m_remove->setEnabled(m_canvas->current() >= 0);
    m_use->setEnabled(places > 0);
    m_count->setText(places == 0 ? tr("Nothing is covered yet.") : tr("Covered places: %1. The picture itself stays as it is and is not published any more.").arg(places));
}

} // namespace trucban
