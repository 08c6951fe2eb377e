// SPDX-License-Identifier: GPL-3.0-or-later
// BulletinEditor: one post. Source left, what Facebook shows right, findings below, source above, its state as a line.
#pragma once

#include "desk/publish/publish_desk.h"
#include "domain/post_gate.h"
#include "ui/publish/local_journal.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace trucban {

class AskBar;
class FacebookPreview;
class FindingsList;
class MediaStrip;
class NoticeBar;
class PostEdit;
class SourceCard;
class StateLine;
struct Workbench;

class BulletinEditor : public QWidget
{
    Q_OBJECT
public:
    BulletinEditor(Workbench &bench, PublishDesk &desk, QWidget *parent = nullptr);

    void setReference(const PublishReference &reference);
    void open(BulletinId id);
    /// A post that is not saved yet; with a case it begins as its result.
    void begin(CaseId from = {});
    /// Something may have changed on the server.
    void lookAgain();

    BulletinId id() const { return m_bulletin.id; }
    const Bulletin &bulletin() const { return m_bulletin; }
    bool isSettled() const;
    bool isLoading() const { return m_loading; }
    bool hasWords() const;

    // what a person may do now
    bool maySave() const;
    bool maySubmit() const;
    bool mayApprove() const;
    bool mayReturn() const;
    bool mayPublish() const;
    bool mayWithdraw() const;
    bool mayChange() const; // an approved text is opened again

    void save();
    void submit();
    void approve();
    void sendBack();
    void publishNow();
    void publishAt();
    void withdraw();
    void change();
    void goToNextFinding();
    void showQr();
    void setPhone(bool phone);
    MediaStrip &media() { return *m_media; }
    /// Before the person goes elsewhere: nothing typed is lost.
    void keepWords();

Q_SIGNALS:
    void saved(trucban::BulletinId id);
    void movedOn(); // what may be done has changed
    void caseWanted(trucban::CaseId id);

private:
    void make();
    QWidget *makeSourceSide();
    QWidget *makePreviewSide();
    QWidget *makeFoot();
    void connectParts();

    void show(const Bulletin &bulletin);
    void restoreJournal();
    void beginFromCase(const CaseBrief &brief);
    QString resultSource() const;
    void insertTemplate(int index);
    void edited();
    void follow();
    void showPreview();
    void refreshStanding();
    void setEditable(bool editable);

    post::GateFacts facts() const;
    BulletinWords words();
    QJsonArray findingsForServer() const;
    void afterSave(std::function<void()> then);
    void saveNow();
    void saveFailed(const Failure &failure, const QString &sent);
    void took(const Result<BulletinStand> &outcome, const QString &good);
    void reload();
    void catchUp();

    Workbench &m_bench;
    PublishDesk &m_desk;
    LocalJournal m_journal;
    PublishReference m_reference;
    Bulletin m_bulletin;
    QList<post::Finding> m_findings;

    QString m_seen;         // the text as it was last looked at
    bool m_dirty = false;   // differs from what the server has
    bool m_saving = false;
    bool m_loading = false;
    bool m_acting = false;
    bool m_lookLater = false; // a notice came while something else was on its way
    bool m_conflict = false; // another version lies on the server; only an explicit save overwrites it
    bool m_editable = true;
    bool m_filling = false;
    int m_generation = 0;    // an answer for a post that is no longer shown is dropped
    std::function<void()> m_then;
    QTimer m_follow, m_keep, m_autosave;

    StateLine *m_line = nullptr;
    NoticeBar *m_notice = nullptr;
    AskBar *m_ask = nullptr;
    SourceCard *m_source = nullptr;
    QComboBox *m_template = nullptr;
    QWidget *m_tools = nullptr;
    PostEdit *m_edit = nullptr;
    MediaStrip *m_media = nullptr;
    FindingsList *m_list = nullptr;
    FacebookPreview *m_preview = nullptr;
    QToolButton *m_phone = nullptr;
    QToolButton *m_desktop = nullptr;
    QLabel *m_length = nullptr;
    QLabel *m_savedNote = nullptr;
    QLabel *m_permalink = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_approve = nullptr;
    QPushButton *m_return = nullptr;
    QPushButton *m_now = nullptr;
    QPushButton *m_at = nullptr;
    QPushButton *m_withdraw = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_qr = nullptr;
};

} // namespace trucban
