// SPDX-License-Identifier: GPL-3.0-or-later
// CaseView: one case on the screen: conversation, steps, reply, the citizen's file; follows what others do to it.
#pragma once

#include "desk/case_desk.h"
#include "media/cached_media_store.h"
#include "media/pg_media_store.h"
#include "ui/cases/conversation_model.h"
#include "ui/frame/workbench.h"
#include "ui/media/picture_loader.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace trucban {

class ActionStrip;
class CaseHeader;
class CitizenPanel;
class ConversationView;
class EmptyState;
class HistoryPanel;
class MemorySplitter;
class NoticeBar;
class NotesPanel;
class Place;
class ReasonPrompt;
class ReplyComposer;
struct Target;

class CaseView : public QWidget
{
    Q_OBJECT
public:
    explicit CaseView(Workbench &bench, QWidget *parent = nullptr);
    ~CaseView() override;

    void open(CaseId id);
    void openByNumber(const QString &number);
    CaseId caseId() const { return m_id; }
    const CaseRow &subject() const { return m_room.subject; }
    bool isSettled() const { return !m_loading; }
    void showTab(const QString &name); // reply citizen notes history, or the id of a case panel
    QStringList tabs() const;

    ConversationView &conversation() { return *m_conversation; }
    ConversationModel &model() { return m_model; }
    ReplyComposer &composer() { return *m_composer; }
    CitizenPanel &citizen() { return *m_citizen; }
    NotesPanel &notes() { return *m_notes; }
    HistoryPanel &history() { return *m_history; }
    ReasonPrompt &prompt() { return *m_prompt; }
    NoticeBar &notice() { return *m_notice; }
    ActionStrip &strip() { return *m_strip; }
    CaseHeader &header() { return *m_header; }

    // the steps, by the ids of their actions
    void claim();
    void releaseClaim();
    void takeOver();
    void classify() { classifyAs({}); }
    /// With a proposal put in, for the officer to confirm.
    void classifyAs(const QJsonObject &proposal);
    void reject();
    void markDuplicate();
    void reopen();
    void close();
    void reply();
    /// These words are put into the reply, to be released as the answer.
    void replyWith(const QString &words);
    void publish();
    void attach();
    void attachFrom();
    void attachAnswer();
    void attachFile(const ReplyFile &file);
    /// a file of an answer or of a draft: shown, or saved when it is nothing to look at
    void openMedium(MediaId id, const QString &name);
    /// of the message chosen in the conversation
    void showVersions();
    bool hasVersions() const;
    bool isMine() const;
    bool isStaff() const;
    QDateTime now() const;

Q_SIGNALS:
    void loaded();

private:
    using Request = std::function<QFuture<Result<>>(const QString &request)>;

    void makeLayout();
    void makePanels();
    void connectParts();
    void listen();
    void load();
    void take(const CaseRoom &room);
    void loadOlder();
    void refreshState();
    void tick();
    void renewLeases();
    void act(const Request &request, const QString &done, std::function<void()> after = {});
    void send(const ReplyWords &words);
    void openIdentity(const QString &reason);
    void showMessageMenu(MessageId message, const QPoint &at);
    void showVersionsOf(MessageId message);
    void saveFile(const media::MediaPart &part, const QString &name);
    void say(const QString &icon, const QString &title, const QString &why);

    Workbench &m_bench;
    CaseDesk m_desk;
    media::PgMediaStore m_bareStore;
    media::CachedMediaStore m_store;
    PictureLoader m_pictures;
    ConversationModel m_model;
    CaseId m_id;
    CaseRoom m_room;
    CaseReference m_reference;
    qint64 m_clockOffset = 0; // the server's clock against ours
    bool m_loading = false;
    bool m_again = false;
    bool m_loadingOlder = false;
    QTimer m_tick;
    QTimer m_renew;
    QTimer m_soon; // several notices at once are one reading

    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_page;
    CaseHeader *m_header;
    ActionStrip *m_strip;
    NoticeBar *m_notice;
    ReasonPrompt *m_prompt;
    MemorySplitter *m_splitter;
    ConversationView *m_conversation;
    QTabWidget *m_tabs;
    ReplyComposer *m_composer;
    CitizenPanel *m_citizen;
    NotesPanel *m_notes;
    HistoryPanel *m_history;
    QHash<QString, QWidget *> m_tabOf;
};

} // namespace trucban
