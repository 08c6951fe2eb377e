// SPDX-License-Identifier: GPL-3.0-or-later
// FileChip: one file of a reply: its picture, its name, how far it is or why it cannot go, and a way to take it out.
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QImage>

class QLabel;
class QToolButton;

namespace trucban {

class ElidedLabel;

class FileChip : public QFrame
{
    Q_OBJECT
public:
    explicit FileChip(QWidget *parent);
    /// `trouble`: said in the colour of burning
    void say(const QString &name, const QString &state, bool trouble, const QString &icon, const QImage &picture, bool mayRetry);
    QString name() const;
    QString state() const;
    bool hasPicture() const { return !m_picture.isNull(); }

Q_SIGNALS:
    void removeWanted();
    void openWanted();
    void retryWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colourState();

    QLabel *m_still;
    ElidedLabel *m_name;
    ElidedLabel *m_state;
    QToolButton *m_retry;
    QToolButton *m_remove;
    QImage m_picture;
    bool m_trouble = false;
};

} // namespace trucban
