// SPDX-License-Identifier: GPL-3.0-or-later
// FacebookPreview: the post as readers will see it, on a phone or on a desktop, folded behind “See more”.
#pragma once

#include "ui/publish/media_grid.h"

#include <QFrame>

#include <utility>

class QLabel;

namespace trucban {

struct ShownPost {
    QString pageName;
    QString text;
    QString link; // a card when there are no pictures
    QList<ShownMedium> media;
};

class FacebookPreview : public QFrame
{
    Q_OBJECT
public:
    explicit FacebookPreview(QWidget *parent = nullptr);
    void show(const ShownPost &post);
    void setPhone(bool phone);
    bool isPhone() const { return m_phone; }
    /// What is visible of the text, folded or not; for tests and screen readers.
    QString visibleText() const { return m_visible; }
    bool isFolded() const { return m_folded; }
    void setUnfolded(bool unfolded);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    qsizetype foldAt(int width) const;
    QString asHtml(const QString &text) const;
    void showLink();

    ShownPost m_post;
    bool m_phone = true;
    bool m_unfolded = false;
    bool m_folded = false;
    QString m_visible;
    QFrame *m_card;
    QLabel *m_avatar;
    QLabel *m_page;
    QLabel *m_when;
    QLabel *m_text;
    MediaGrid *m_media;
    QFrame *m_link;
    QLabel *m_linkHost;
    QLabel *m_linkTitle;
    QLabel *m_footer;
};

} // namespace trucban
