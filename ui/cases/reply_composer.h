// SPDX-License-Identifier: GPL-3.0-or-later
// ReplyComposer: words to the citizen: prepared or typed, counted, within Facebook's window, never lost.
#pragma once

#include "desk/case_values.h"
#include "ui/cases/draft_journal.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace trucban {

class Chip;
class Database;
class PictureLoader;
class ReplyEdit;
class ReplyFiles;
struct MediaItem;

class ReplyComposer : public QWidget
{
    Q_OBJECT
public:
    ReplyComposer(Database &database, PictureLoader &pictures, const QString &draftFolder, QWidget *parent = nullptr);

    /// Another case, with the draft the server keeps; a local one that is there wins.
    void begin(CaseId id);
    void takeServerDraft(CaseId id, const ReplyDraft &draft);
    void setTemplates(const QList<ReplyTemplate> &templates);
    /// The case as it now is: its window, the unit's answer, whether this person may write.
    void show(const CaseRoom &room, const QDateTime &now, bool mayWrite);
    void refreshClock(const QDateTime &now);
    /// how it went; good: the draft is forgotten
    void sent(bool good);
    /// the draft leaves for the server now
    void flush();

    void focusText();
    QString text() const;
    void setText(const QString &text);
    /// The words of the answer that is to be released.
    void setAnswer(const QString &words);
    void useTemplate(const ReplyTemplate &prepared);
    /// what lies in the case and may be attached as a safe copy
    void setCaseMedia(std::function<QList<MediaItem>()> media) { m_caseMedia = std::move(media); }
    void attachFromDisk();
    void attach(const ReplyFile &file);
    /// every file of the unit's last answer
    void attachAnswer();
    bool hasAnswerFiles() const;
    void chooseAttachment();
    QMenu &attachMenu();
    ReplyFiles &files() { return *m_files; }
    bool maySend() const;

Q_SIGNALS:
    void sendWanted(const trucban::ReplyWords &words);
    void draftChanged(trucban::CaseId id, const trucban::ReplyDraft &draft);
    void fileWanted(trucban::MediaId source, const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTop();
    void makeBottom();
    void fillTemplates();
    void fillAttachMenu();
    void restore(const ReplyDraft &draft);
    ReplyDraft draft() const;
    void edited();
    void refresh();
    void send();
    QString kind() const;
    QString whyNot() const;

    DraftJournal m_journal;
    CaseId m_case;
    CaseRoom m_room;
    QDateTime m_now;
    QList<ReplyTemplate> m_templates;
    bool m_mayWrite = false;
    bool m_sending = false;
    bool m_loading = false;
    QString m_outbox; // of the words now in the field, once they were tried
    QTimer m_toServer;

    Chip *m_window;
    QToolButton *m_attachButton;
    QMenu *m_attachMenu;
    QToolButton *m_templatesButton;
    QMenu *m_menu;
    QComboBox *m_kind;
    QLabel *m_count;
    ReplyEdit *m_text;
    ReplyFiles *m_files;
    std::function<QList<MediaItem>()> m_caseMedia;
    QCheckBox *m_final;
    QLineEdit *m_decision;
    QLabel *m_hint;
    QPushButton *m_insertAnswer;
    QPushButton *m_send;
};

} // namespace trucban
