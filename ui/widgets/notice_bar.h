// SPDX-License-Identifier: GPL-3.0-or-later
// NoticeBar: says inside the place what happened, what is safe and what to do next. Never a modal box.
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/failure_words.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace trucban {

class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void tell(const Failure &failure);
    void tell(Meaning meaning, const FailureWords &words);
    /// A short good word that leaves by itself.
    void confirm(const QString &sentence);
    /// One button beside the words; cleared with the next notice.
    void offer(const QString &verb, std::function<void()> run);
    void clear();

    QString text() const;
    Meaning meaning() const { return m_meaning; }

Q_SIGNALS:
    void cleared();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(Meaning meaning, const QString &first, const QString &rest);

    Meaning m_meaning = Meaning::Information;
    QLabel *m_words;
    QPushButton *m_offer;
    QToolButton *m_close;
    QTimer m_leave;
    std::function<void()> m_run;
};

} // namespace trucban
