// SPDX-License-Identifier: GPL-3.0-or-later
// PageView: sheets of paper one below another, as wide as there is room. White in every colour scheme, as paper is.
#pragma once

#include "ui/duty/paper_job.h"

#include <QAbstractScrollArea>
#include <QFutureWatcher>

namespace trucban {

class PageView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PageView(QWidget *parent = nullptr);

    void show(const PaperJob &job);
    /// Says why there is nothing.
    void clear(const QString &words);
    bool isSettled() const { return !m_busy; }
    int pages() const { return int(m_pictures.pages.size()); }

Q_SIGNALS:
    void refused(const trucban::Failure &failure);
    void shown();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    QSize sheetSize(const QImage &picture) const;
    void tellReaders();

    PaperPictures m_pictures;
    QString m_words;
    QString m_title;
    bool m_busy = false;
    int m_asked = 0;
};

} // namespace trucban
