// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/frame/place.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace trucban {

namespace {

/// The name of a place; the one in front carries a line in the accent colour and heavier letters.
class PlaceButton : public QToolButton
{
public:
    PlaceButton(Place *place, QWidget *parent) : QToolButton(parent), m_place(place)
    {
        setText(place->title());
        setIcon(Theme::icon(place->iconName()));
        setObjectName(u"place."_s + place->id());
        setAccessibleName(place->title());
        setToolTip(place->title());
        setCheckable(true);
        setAutoExclusive(true);
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        connect(place, &Place::badgeChanged, this, [this] {
            setAccessibleDescription(m_place->badge() ? QString::number(m_place->badge()) : QString());
            updateGeometry();
            update();
        });
    }

    Place *place() const { return m_place; }

    QSize sizeHint() const override
    {
        const int words = QFontMetrics(Theme::bold()).horizontalAdvance(text()) + 2;
        const int icon = Theme::lineHeight(font()) + Theme::space(1);
        return {Theme::space(4) + icon + words + (m_place->badge() ? badgeWidth() : 0), Theme::lineHeight(font()) + Theme::space(4)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.state.setFlag(QStyle::State_On, false);
        style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);
        const int pad = Theme::space(2);
        QRect inside = rect().adjusted(pad, 0, -pad, 0);
        const int size = Theme::lineHeight(font()) - 4;
        icon().paint(&painter, QRect(inside.left(), inside.center().y() - size / 2, size, size));
        inside.setLeft(inside.left() + size + Theme::space(1));
        if (m_place->badge()) {
            painter.setFont(Theme::tabular(TextSize::Small));
            const int used = paint::count(painter, inside.adjusted(0, Theme::space(2), 0, -Theme::space(2)), m_place->badge(), Meaning::Accent, true);
            inside.setRight(inside.right() - used - Theme::space(1));
        }
        painter.setFont(isChecked() ? Theme::bold() : Theme::font());
        paint::line(painter, inside, text(), palette().color(QPalette::WindowText));
        if (isChecked())
            painter.fillRect(QRect(Theme::space(1), height() - 3, width() - Theme::space(2), 3), Theme::colour(Meaning::Accent));
    }

private:
    int badgeWidth() const { return QFontMetrics(Theme::tabular(TextSize::Small)).horizontalAdvance(QString::number(m_place->badge())) + Theme::space(4); }
    Place *m_place;
};

} // namespace

StateLight::StateLight(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::font(TextSize::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StateLight::say(const QString &word, Meaning meaning, const QString &why)
{
    m_word = word;
    m_meaning = meaning;
    setAccessibleName(word);
    setAccessibleDescription(why);
    setToolTip(why);
    updateGeometry();
    update();
}

QSize StateLight::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_word) + fontMetrics().height() + Theme::space(2), Theme::lineHeight(font())};
}

void StateLight::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = fontMetrics().ascent() * 2 / 3;
    const QRectF dot(1, (height() - size) / 2.0 + 1, size, size);
    painter.setPen(QPen(Theme::colour(m_meaning), 2));
    painter.setBrush(m_meaning == Meaning::Good ? QBrush(Theme::colour(m_meaning)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(dot.adjusted(1, 1, -1, -1));
    if (m_meaning == Meaning::Burning) { // the shape says it too: a ring with a stroke
        painter.drawLine(dot.topLeft() + QPointF(size * 0.25, size * 0.25), dot.bottomRight() - QPointF(size * 0.25, size * 0.25));
    }
    painter.setPen(Theme::colour(m_meaning == Meaning::Good ? Meaning::Quiet : m_meaning));
    painter.drawText(rect().adjusted(size + Theme::space(1), 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, m_word);
}

TopBar::TopBar(const Me &me, QMenu *personMenu, QWidget *parent)
    : QWidget(parent), m_palette(new QToolButton(this)), m_connection(new StateLight(this)), m_facebook(new StateLight(this)),
      m_person(new QToolButton(this))
{
    setAccessibleName(tr("Places and state"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(2), 0, Theme::space(2), 1);
    row->setSpacing(Theme::space(1));
    m_places = new QHBoxLayout;
    m_places->setSpacing(0);
    row->addLayout(m_places);
    row->addStretch(1);
    m_palette->setText(tr("Ctrl+K"));
    m_palette->setIcon(Theme::icon(u"search"_s));
    m_palette->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_palette->setToolTip(tr("Find a command, a place or a case (Ctrl+K)"));
    m_palette->setAccessibleName(tr("Command palette"));
    connect(m_palette, &QToolButton::clicked, this, &TopBar::paletteWanted);
    m_person->setText(me.name.isEmpty() ? me.login : me.name);
    m_person->setIcon(Theme::icon(u"user-identity"_s));
    m_person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_person->setPopupMode(QToolButton::InstantPopup);
    m_person->setArrowType(Qt::NoArrow);
    m_person->setMenu(personMenu);
    m_person->setAccessibleName(tr("Signed in: %1").arg(m_person->text()));
    m_person->setToolTip(me.unitName.isEmpty() ? me.login : tr("%1, %2").arg(me.login, me.unitName));
    for (QWidget *widget : {static_cast<QWidget *>(m_palette), static_cast<QWidget *>(m_connection), static_cast<QWidget *>(m_facebook),
                            static_cast<QWidget *>(m_person)})
        row->addWidget(widget);
    setFixedHeight(Theme::lineHeight(font()) + Theme::space(5));
}

void TopBar::addPlace(Place *place)
{
    auto *button = new PlaceButton(place, this);
    m_places->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, place] { Q_EMIT placeChosen(place); });
}

void TopBar::addCorner(QWidget *widget)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_connection), widget);
}

void TopBar::setCurrent(const Place *place)
{
    for (auto *button : findChildren<QToolButton *>()) {
        if (auto *named = dynamic_cast<PlaceButton *>(button))
            named->setChecked(named->place() == place);
    }
}

void TopBar::setNarrow(bool narrow)
{
    m_palette->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(Neutral::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::colour(Neutral::Line));
}

} // namespace trucban
