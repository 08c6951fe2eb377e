// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/trucban_style.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace trucban {

namespace {

void rounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, qreal lineWidth = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = line.isValid() ? lineWidth / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), Theme::radius(), Theme::radius());
    painter->restore();
}

QColor over(const QPalette &palette, qreal strength)
{
    QColor shade = palette.color(QPalette::WindowText);
    shade.setAlphaF(float(strength));
    return shade;
}

bool isOn(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const bool focused = isOn(option, QStyle::State_HasFocus);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    rounded(painter, option->rect, enabled ? option->palette.color(QPalette::Base) : option->palette.color(QPalette::Window),
            focused ? option->palette.color(QPalette::Accent) : option->palette.color(QPalette::Mid), focused ? 2 : 1);
}

void drawButton(const QStyleOptionButton *option, QPainter *painter)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool down = isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On);
    const bool hover = enabled && isOn(option, QStyle::State_MouseOver);
    const bool flat = option->features.testFlag(QStyleOptionButton::Flat);
    const bool first = enabled && option->features.testFlag(QStyleOptionButton::DefaultButton);
    if (first) {
        const QColor accent = option->palette.color(QPalette::Accent);
        rounded(painter, option->rect, down ? accent.darker(115) : hover ? accent.lighter(108) : accent, {});
    } else if (!flat || down || hover) {
        rounded(painter, option->rect, flat ? QColor() : option->palette.color(enabled ? QPalette::Button : QPalette::Window),
                flat ? QColor() : option->palette.color(QPalette::Mid));
        if (down || hover)
            rounded(painter, option->rect, over(option->palette, down ? 0.12 : 0.05), {});
    }
    if (isOn(option, QStyle::State_HasFocus)) {
        if (first)
            rounded(painter, option->rect.adjusted(2, 2, -2, -2), {}, option->palette.color(QPalette::HighlightedText), 1);
        else
            rounded(painter, option->rect, {}, option->palette.color(QPalette::Accent), 2);
    }
}

void drawToolPanel(const QStyleOption *option, QPainter *painter)
{
    const bool down = isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On);
    if (down || (isOn(option, QStyle::State_Enabled) && isOn(option, QStyle::State_MouseOver)))
        rounded(painter, option->rect, over(option->palette, down ? 0.13 : 0.06), {});
    if (isOn(option, QStyle::State_HasFocus))
        rounded(painter, option->rect, {}, option->palette.color(QPalette::Accent), 2);
}

void drawRowGround(const QStyleOptionViewItem *option, QPainter *painter)
{
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    if (isOn(option, QStyle::State_Selected))
        painter->fillRect(option->rect, Theme::selection());
    else if (isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled))
        painter->fillRect(option->rect, over(option->palette, 0.04));
}

void drawComboArrow(QPainter *painter, const QRect &box, const QColor &colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(box).center();
    const qreal reach = std::max(3.0, box.height() / 7.0);
    painter->drawPolyline(QPolygonF{{middle.x() - reach, middle.y() - reach / 2}, {middle.x(), middle.y() + reach / 2},
                                    {middle.x() + reach, middle.y() - reach / 2}});
    painter->restore();
}

void drawTick(QPainter *painter, const QRect &box, const QColor &colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, std::max(1.6, box.width() / 8.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF inside = QRectF(box).adjusted(box.width() * 0.24, box.height() * 0.28, -box.width() * 0.22, -box.height() * 0.28);
    painter->drawPolyline(QPolygonF{{inside.left(), inside.center().y()}, {inside.left() + inside.width() * 0.38, inside.bottom()}, inside.topRight()});
    painter->restore();
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const bool on = isOn(option, QStyle::State_On);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const QColor accent = option->palette.color(enabled ? QPalette::Accent : QPalette::Mid);
    QColor line = option->palette.color(QPalette::PlaceholderText);
    if (isOn(option, QStyle::State_HasFocus) || isOn(option, QStyle::State_MouseOver))
        line = accent;
    rounded(painter, option->rect, on ? accent : option->palette.color(QPalette::Base), on ? accent : line, isOn(option, QStyle::State_HasFocus) ? 2 : 1);
    if (on)
        drawTick(painter, option->rect, option->palette.color(QPalette::HighlightedText));
    else if (isOn(option, QStyle::State_NoChange))
        painter->fillRect(option->rect.adjusted(4, option->rect.height() / 2 - 1, -4, -option->rect.height() / 2 + 1), accent);
}

} // namespace

TrucbanStyle::TrucbanStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void TrucbanStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QToolButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void TrucbanStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            drawField(option, painter);
            return;
        }
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_FrameLineEdit:
        drawField(option, painter);
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButton(button, painter);
            return;
        }
        break;
    case PE_PanelButtonTool:
        drawToolPanel(option, painter);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            drawRowGround(item, painter);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_PanelItemViewRow:
        return; // the item itself paints the ground of the whole row
    case PE_FrameFocusRect:
        rounded(painter, option->rect, {}, option->palette.color(QPalette::Accent), 2);
        return;
    case PE_Frame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->frameShape == QFrame::StyledPanel) {
            rounded(painter, option->rect, {}, isOn(option, State_HasFocus) ? option->palette.color(QPalette::Accent)
                                                                           : option->palette.color(QPalette::Mid));
            return;
        }
        break;
    case PE_FrameGroupBox:
        rounded(painter, option->rect, {}, option->palette.color(QPalette::Mid));
        return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, option->palette.base());
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void TrucbanStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        if (option->state & State_MouseOver)
            painter->fillRect(option->rect, over(option->palette, 0.12));
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features.testFlag(QStyleOptionButton::DefaultButton) && (button->state & State_Enabled)) {
            QStyleOptionButton first(*button);
            first.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &first, painter, widget);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.window());
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, item->palette.window());
            if (item->state & State_Selected)
                rounded(painter, item->rect.adjusted(1, 1, -1, -1), over(item->palette, 0.10), {});
            const int flags = Qt::AlignCenter | Qt::TextSingleLine
                | (proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
            proxy()->drawItemText(painter, item->rect, flags, item->palette, item->state & State_Enabled, item->text, QPalette::WindowText);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem calm(*item); // text keeps its colour: the selection is only a wash
            calm.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
            if (widget && !qobject_cast<const QAbstractItemView *>(widget))
                break;
            QProxyStyle::drawControl(element, &calm, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void TrucbanStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && combo->frame) {
            drawField(option, painter);
            const bool hover = option->state & State_MouseOver && option->state & State_Enabled;
            if (hover && !combo->editable)
                rounded(painter, option->rect, over(option->palette, 0.04), {});
            drawComboArrow(painter, proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                           option->palette.color(QPalette::PlaceholderText));
            return;
        }
    }
    if (control == CC_ToolButton) { // a menu opened at once needs no arrow of its own
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button && button->features & QStyleOptionToolButton::HasMenu) {
            QStyleOptionToolButton plain(*button);
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            painter->fillRect(option->rect, option->palette.color(QPalette::Base));
            QRect handle = proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget);
            if (bar->minimum == bar->maximum)
                return;
            handle = bar->orientation == Qt::Vertical ? handle.adjusted(3, 1, -3, -1) : handle.adjusted(1, 3, -1, -3);
            const bool held = option->state & State_Sunken && option->activeSubControls & SC_ScrollBarSlider;
            const bool hover = option->state & State_MouseOver;
            rounded(painter, handle, over(option->palette, held ? 0.5 : hover ? 0.38 : 0.24), {});
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect TrucbanStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect given = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? given.adjusted(Theme::space(1), 0, -Theme::space(1), 0) : given;
}

QRect TrucbanStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) { // no arrow buttons: the whole length is groove
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const bool upright = bar->orientation == Qt::Vertical;
        const int length = upright ? bar->rect.height() : bar->rect.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int least = std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget));
        const int handle = range ? std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)), least, length) : length;
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto along = [&](int from, int size) {
            const QRect rect = upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                                       : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
            return visualRect(bar->direction, bar->rect, rect);
        };
        switch (part) {
        case SC_ScrollBarGroove: return bar->rect;
        case SC_ScrollBarSlider: return along(start, handle);
        case SC_ScrollBarSubPage: return along(0, start);
        case SC_ScrollBarAddPage: return along(start + handle, length - start - handle);
        default: return {};
        }
    }
    const QRect given = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    return control == CC_ComboBox && part == SC_ComboBoxEditField && combo && !combo->editable ? given.adjusted(Theme::space(1), 0, 0, 0) : given;
}

QSize TrucbanStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = Theme::lineHeight(widget ? widget->font() : Theme::font());
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
        made.setHeight(std::max(made.height(), line + Theme::space(2)));
        break;
    case CT_PushButton:
        made.setHeight(std::max(made.height(), line + Theme::space(2)));
        made.rwidth() += Theme::space(2);
        break;
    case CT_ItemViewItem:
        made.setHeight(std::max(made.height(), line + Theme::space(1)));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            made.setHeight(std::max(made.height(), line + Theme::space(1)));
        break;
    default:
        break;
    }
    return made;
}

int TrucbanStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return Theme::space(2) + 6;
    case PM_ScrollBarSliderMin: return Theme::space(8);
    case PM_SplitterWidth: return std::max(3, Theme::space(1));
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return Theme::space(2);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return Theme::space(2);
    case PM_MenuBarPanelWidth: return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TrucbanStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText: return 0;
    case SH_UnderlineShortcut: return 1;
    case SH_Widget_Animation_Duration: return Theme::motion() ? 120 : 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace trucban
