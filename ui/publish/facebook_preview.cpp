// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/facebook_preview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace trucban {

namespace {

constexpr int linesBeforeFold = 5;

QPixmap initial(const QString &name, int size, qreal ratio)
{
    QPixmap picture(QSize(size, size) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(Meaning::Accent));
    painter.drawEllipse(0, 0, size, size);
    painter.setPen(Theme::onColour(Meaning::Accent));
    painter.setFont(Theme::bold(TextSize::Heading));
    painter.drawText(QRect(0, 0, size, size), Qt::AlignCenter, name.left(1).toUpper());
    return picture;
}

} // namespace

FacebookPreview::FacebookPreview(QWidget *parent)
    : QFrame(parent), m_card(new QFrame(this)), m_avatar(new QLabel(m_card)), m_page(new QLabel(m_card)), m_when(new QuietLabel({}, m_card)),
      m_text(new QLabel(m_card)), m_media(new MediaGrid(m_card)), m_link(new QFrame(m_card)), m_linkHost(new QuietLabel({}, m_link)),
      m_linkTitle(new QLabel(m_link)), m_footer(new QuietLabel({}, m_card))
{
    m_card->setObjectName(u"facebookCard"_s);
    m_card->setAutoFillBackground(true);
    m_card->setBackgroundRole(QPalette::Base);
    m_card->setFrameShape(QFrame::StyledPanel);
    m_page->setFont(Theme::bold());
    m_when->setText(tr("Just now · Public"));
    m_footer->setText(tr("Like      Comment      Share"));
    m_footer->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(u"facebookText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_text->setFont(Theme::font());
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(m_text, &QLabel::linkActivated, this, [this](const QString &link) {
        if (link == u"more")
            setUnfolded(true);
    });

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_page);
    names->addWidget(m_when);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(3), 0);
    head->addWidget(m_avatar);
    head->addLayout(names, 1);

    m_link->setFrameShape(QFrame::StyledPanel);
    m_linkTitle->setWordWrap(true);
    m_linkTitle->setFont(Theme::bold());
    auto *linkRows = new QVBoxLayout(m_link);
    linkRows->addWidget(m_linkHost);
    linkRows->addWidget(m_linkTitle);

    auto *textRow = new QVBoxLayout;
    textRow->setContentsMargins(Theme::space(3), 0, Theme::space(3), 0);
    textRow->addWidget(m_text);

    auto *rows = new QVBoxLayout(m_card);
    rows->setContentsMargins(1, 1, 1, Theme::space(2));
    rows->setSpacing(Theme::space(2));
    rows->addLayout(head);
    rows->addLayout(textRow);
    rows->addWidget(m_media);
    rows->addWidget(m_link);
    rows->addWidget(m_footer);
    rows->addStretch();

    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    outer->addStretch();
    outer->addWidget(m_card, 100, Qt::AlignTop);
    outer->addStretch();
    m_media->show({});
    m_link->hide();
    setPhone(true);
}

void FacebookPreview::show(const ShownPost &post)
{
    if (post.text != m_post.text && post.text.isEmpty())
        m_unfolded = false;
    m_post = post;
    m_page->setText(post.pageName);
    const int size = Theme::space(9);
    m_avatar->setPixmap(initial(post.pageName, size, devicePixelRatioF()));
    m_media->show(post.media);
    showLink();
    layOut();
}

void FacebookPreview::showLink()
{
    const bool card = m_post.media.isEmpty() && !m_post.link.isEmpty();
    m_link->setVisible(card);
    if (!card)
        return;
    const QUrl url(m_post.link);
    m_linkHost->setText(url.host().toUpper());
    QString title = url.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    m_linkTitle->setText(title.isEmpty() ? url.host() : title.replace(u'-', u' '));
}

void FacebookPreview::setPhone(bool phone)
{
    m_phone = phone;
    m_card->setMaximumWidth(Theme::space(phone ? 76 : 108));
    m_card->setMinimumWidth(Theme::space(40));
    layOut();
}

void FacebookPreview::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    layOut();
}

// the letter at which the fold begins, or the whole length
qsizetype FacebookPreview::foldAt(int width) const
{
    QString text = m_post.text;
    text.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(text, m_text->font());
    layout.beginLayout();
    for (int lines = 0;; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        if (lines == linesBeforeFold) {
            layout.endLayout();
            // room for the words that unfold it, at the end of a word
            const qsizetype room = line.textStart() - 1 - (tr("See more").size() + 3);
            const qsizetype word = m_post.text.lastIndexOf(u' ', qMax(room, qsizetype(0)));
            return word > 0 ? word : line.textStart();
        }
    }
    layout.endLayout();
    return m_post.text.size();
}

QString FacebookPreview::asHtml(const QString &text) const
{
    static const QRegularExpression live(uR"((?<![\w&#;])#[\w]+|https?://[^\s<]+)"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString blue = Theme::colour(Meaning::Information).name();
    QString html;
    qsizetype last = 0;
    auto matches = live.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        html += text.sliced(last, match.capturedStart() - last).toHtmlEscaped();
        html += u"<span style=\"color:%1\">%2</span>"_s.arg(blue, match.captured().toHtmlEscaped());
        last = match.capturedEnd();
    }
    html += text.sliced(last).toHtmlEscaped();
    return html.replace(u'\n', u"<br>"_s);
}

void FacebookPreview::layOut()
{
    const int width = qMin(m_card->maximumWidth(), qMax(m_card->minimumWidth(), this->width() - 2 * Theme::space(2))) - 2 * Theme::space(3) - 4;
    const qsizetype fold = m_unfolded ? m_post.text.size() : foldAt(width);
    m_folded = fold < m_post.text.size();
    m_visible = m_folded ? m_post.text.first(fold).trimmed() + u"… "_s + tr("See more") : m_post.text;
    QString html;
    if (m_post.text.isEmpty())
        html = u"<i>%1</i>"_s.arg(tr("What you write appears here.").toHtmlEscaped());
    else if (m_folded)
        html = asHtml(m_post.text.first(fold).trimmed()) + u"… <a href=\"more\" style=\"color:%1; text-decoration:none\"><b>%2</b></a>"_s.arg(Theme::colour(Neutral::QuietText).name(), tr("See more").toHtmlEscaped());
    else
        html = asHtml(m_post.text);
    m_text->setText(u"<div style=\"line-height:135%\">%1</div>"_s.arg(html));
    m_text->setAccessibleName(tr("Preview: %1").arg(m_visible));
}

void FacebookPreview::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    layOut();
}

void FacebookPreview::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text)
        show(ShownPost(m_post));
}

} // namespace trucban
