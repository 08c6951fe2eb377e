// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/bulletin_editor.h"
#include "ui/publish/bulletin_list.h"
#include "ui/publish/bulletin_model.h"
#include "ui/publish/media_strip.h"
#include "ui/publish/place.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/frame/workbench.h"
#include "ui/widgets/memory_splitter.h"
#include "ui/widgets/notice_bar.h"

#include <QListView>
#include <QPointer>
#include <QVBoxLayout>

namespace trucban {

namespace {

class PublishPlace : public Place
{
    Q_OBJECT
public:
    explicit PublishPlace(Workbench &bench) : m_bench(bench), m_desk(bench.database) {}

    QString id() const override { return u"publish"_s; }
    QString title() const override { return tr("Publish"); }
    QString iconName() const override { return u"document-edit-sign"_s; }
    int order() const override { return 20; }
    bool isFor(const Me &me) const override { return me.role == u"officer" || me.role == u"supervisor"; }
    qint64 badge() const override { return m_list && m_bench.me.role == u"supervisor" ? m_list->waiting() : 0; }

    QWidget *widget() override
    {
        if (!m_page)
            make();
        return m_page;
    }

    void enter() override
    {
        m_list->refresh();
        if (m_list->selected())
            m_list->view().setFocus();
    }

    bool opens(const Target &target) const override { return target.kind == u"bulletin" || target.kind == u"new_bulletin"; }
    void open(const Target &target) override
    {
        widget();
        if (target.kind == u"new_bulletin") {
            begin(CaseId{target.id});
            return;
        }
        m_list->select(BulletinId{target.id});
        m_editor->open(BulletinId{target.id});
    }

    QStringList states() const override { return {QString(), u"editor"_s}; }
    void showState(const QString &state) override
    {
        widget();
        m_openFirst = state.isEmpty();
        if (state == u"editor")
            begin({});
        else
            openFirst();
    }
    bool isSettled() const override { return m_page && m_known && m_list->model().isSettled() && m_editor->isSettled(); }

private:
    void make();
    void makeActions();
    void begin(CaseId from)
    {
        m_list->select({});
        m_editor->begin(from);
    }
    void openFirst()
    {
        const BulletinRow *first = m_list->model().bulletin(0);
        if (!m_openFirst || !first || m_editor->id() || m_editor->hasWords())
            return;
        m_list->select(first->id);
        m_editor->open(first->id);
    }
    void heard(const Change &change)
    {
        if (change.kind == u"bulletin") {
            m_list->refresh();
            if (m_editor->isLoading() || BulletinId{change.id} == m_editor->id()) // it may be the one that is being read
                m_editor->lookAgain();
        } else if (change.kind == u"admin") {
            learn();
        }
    }
    void learn()
    {
        whenDone(m_desk.reference(), m_page, [this](const Result<PublishReference> &reference) {
            m_known = true;
            if (reference)
                m_editor->setReference(*reference);
            else
                m_notice->tell(reference.error());
        });
    }

    Workbench &m_bench;
    PublishDesk m_desk;
    QPointer<QWidget> m_page;
    BulletinList *m_list = nullptr;
    BulletinEditor *m_editor = nullptr;
    NoticeBar *m_notice = nullptr;
    bool m_known = false;
    bool m_openFirst = true;
};

void PublishPlace::make()
{
    m_page = new QWidget;
    m_page->setObjectName(u"publishPlace"_s);
    m_notice = new NoticeBar(m_page);
    m_list = new BulletinList(m_desk, m_page);
    m_editor = new BulletinEditor(m_bench, m_desk, m_page);
    auto *panes = new MemorySplitter(u"publish/panes"_s, m_bench.settings, Qt::Horizontal, m_page);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_list);
    panes->addWidget(m_editor);
    panes->setStretchFactor(1, 1);
    panes->restore({22, 78});
    auto *rows = new QVBoxLayout(m_page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_notice);
    rows->addWidget(panes, 1);

    QObject::connect(m_list, &BulletinList::opened, m_editor, &BulletinEditor::open);
    QObject::connect(m_list, &BulletinList::newWanted, m_page, [this] { begin({}); });
    QObject::connect(m_list, &BulletinList::failed, m_page, [this](const Failure &failure) { m_notice->tell(failure); });
    QObject::connect(m_list, &BulletinList::countsChanged, this, &Place::badgeChanged);
    QObject::connect(&m_list->model(), &BulletinModel::settled, m_page, [this] { openFirst(); });
    QObject::connect(m_editor, &BulletinEditor::saved, m_page, [this](BulletinId id) {
        if (id == m_editor->id())
            m_list->select(id);
        m_list->refresh();
    });
    QObject::connect(m_editor, &BulletinEditor::movedOn, m_page, [this] { m_bench.actions.refresh(); });
    QObject::connect(&m_bench.changes, &ChangeListener::changed, m_page, [this](const Change &change) { heard(change); });
    QObject::connect(&m_bench.changes, &ChangeListener::mayHaveMissedSome, m_page, [this] {
        m_list->refresh();
        m_editor->lookAgain();
    });
    makeActions();
    learn();
}

void PublishPlace::makeActions()
{
    BulletinEditor *editor = m_editor;
    const auto add = [this](const QString &id, const QString &text, const QString &icon) -> ActionBuilder {
        return m_bench.actions.add(id).text(text).icon(icon).menu(u"publish"_s).place(u"publish"_s);
    };
    add(u"publish.new"_s, tr("&New post"), u"document-new"_s).keys(QKeySequence(u"Ctrl+Shift+B"_s)).run(m_page.data(), [this] {
        m_bench.places.go(u"publish");
        begin({});
    });
    add(u"publish.save"_s, tr("&Save the draft"), u"document-save"_s).keys(QKeySequence::Save).in(m_page)
        .enabledWhen([editor] { return editor->maySave(); }).run(editor, &BulletinEditor::save);
    add(u"publish.submit"_s, tr("S&ubmit for approval"), u"view-visible"_s).keys(QKeySequence(u"Ctrl+Return"_s)).in(m_page)
        .enabledWhen([editor] { return editor->maySubmit(); }).run(editor, &BulletinEditor::submit);
    add(u"publish.approve"_s, tr("&Approve"), u"dialog-ok-apply"_s).keys(QKeySequence(u"Ctrl+Shift+Return"_s)).in(m_page)
        .enabledWhen([editor] { return editor->mayApprove(); }).run(editor, &BulletinEditor::approve);
    add(u"publish.return"_s, tr("&Return to the author…"), u"edit-undo"_s).enabledWhen([editor] { return editor->mayReturn(); }).run(editor, &BulletinEditor::sendBack);
    add(u"publish.now"_s, tr("&Publish now"), u"document-send"_s).enabledWhen([editor] { return editor->mayPublish(); }).run(editor, &BulletinEditor::publishNow);
    add(u"publish.at"_s, tr("Publish at a &time…"), u"appointment-new"_s).enabledWhen([editor] { return editor->mayPublish(); }).run(editor, &BulletinEditor::publishAt);
    add(u"publish.withdraw"_s, tr("&Withdraw…"), u"edit-delete"_s).enabledWhen([editor] { return editor->mayWithdraw(); }).run(editor, &BulletinEditor::withdraw);
    add(u"publish.change"_s, tr("&Change an approved text"), u"document-edit"_s).enabledWhen([editor] { return editor->mayChange(); }).run(editor, &BulletinEditor::change);
    add(u"publish.finding"_s, tr("Next &finding of the gate"), u"go-next"_s).keys(Qt::Key_F8).in(m_page).run(editor, &BulletinEditor::goToNextFinding);
    MediaStrip *media = &editor->media();
    add(u"publish.from_case"_s, tr("Pictures and videos from the &case…"), u"folder-pictures"_s).enabledWhen([media] { return media->mayChooseFromCase(); }).run(media, &MediaStrip::chooseFromCase);
    add(u"publish.from_disk"_s, tr("Pictures and videos from &disk…"), u"list-add"_s).enabledWhen([media] { return media->isEditable(); }).run(media, &MediaStrip::chooseFromDisk);
    add(u"publish.cover"_s, tr("C&over faces and plates…"), u"pixelate"_s).keys(QKeySequence(u"Ctrl+Shift+O"_s)).in(m_page)
        .enabledWhen([media] { return media->mayCover(); }).run(media, &MediaStrip::coverCurrent);
    add(u"publish.look"_s, tr("&Look at the picture or video"), u"view-preview"_s).enabledWhen([media] { return media->hasCurrent(); }).run(media, &MediaStrip::lookAtCurrent);
    add(u"publish.phone"_s, tr("Preview on a p&hone"), u"smartphone"_s).run(editor, [editor] { editor->setPhone(true); });
    add(u"publish.desktop"_s, tr("Preview on a &desktop"), u"computer"_s).run(editor, [editor] { editor->setPhone(false); });
    add(u"publish.qr"_s, tr("&QR code of the page…"), u"view-barcode-qr"_s).run(editor, &BulletinEditor::showQr);
}

} // namespace

std::unique_ptr<Place> places::publish(Workbench &bench)
{
    return std::make_unique<PublishPlace>(bench);
}

} // namespace trucban

#include "publish_place.moc"
