// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the editor and how they hang together; what they do is in bulletin_editor.cpp.
#include "ui/publish/ask_bar.h"
#include "ui/publish/bulletin_editor.h"
#include "ui/publish/facebook_preview.h"
#include "ui/publish/findings_list.h"
#include "ui/publish/media_strip.h"
#include "ui/publish/post_edit.h"
#include "ui/publish/post_words.h"
#include "ui/publish/source_card.h"
#include "ui/publish/state_line.h"

#include "base/when_done.h"
#include "ui/frame/workbench.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/memory_splitter.h"
#include "ui/widgets/notice_bar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace trucban {

void BulletinEditor::make()
{
    m_line = new StateLine(this);
    m_notice = new NoticeBar(this);
    m_ask = new AskBar(this);
    auto *panes = new MemorySplitter(u"publish/editor"_s, m_bench.settings, Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(makeSourceSide());
    panes->addWidget(makePreviewSide());
    panes->setStretchFactor(0, 3);
    panes->setStretchFactor(1, 2);
    panes->restore({60, 40});

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    rows->setSpacing(Theme::space(2));
    rows->addWidget(m_line);
    rows->addWidget(m_notice);
    rows->addWidget(m_ask);
    rows->addWidget(panes, 1);
    rows->addWidget(makeFoot());
}

QWidget *BulletinEditor::makeSourceSide()
{
    auto *side = new QWidget(this);
    m_source = new SourceCard(side);
    m_edit = new PostEdit(side);
    m_edit->setObjectName(u"postSource"_s);
    m_media = new MediaStrip(m_bench, m_desk, side);
    m_list = new FindingsList(side);
    m_length = new QuietLabel({}, side);
    m_length->setObjectName(u"postLength"_s);

    m_tools = new QWidget(side);
    m_template = new QComboBox(m_tools);
    m_template->setObjectName(u"postTemplate"_s);
    m_template->setAccessibleName(tr("Begin with a template"));
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const auto tool = [this](const QString &text, const QString &tip, auto run) {
        auto *button = new QToolButton(m_tools);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QToolButton::clicked, this, run);
        return button;
    };
    auto *bar = new QHBoxLayout(m_tools);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(0);
    bar->addWidget(tool(tr("Title"), tr("Headline: the first line in capitals"), [this] { m_edit->togglePrefix(u"# "_s); }));
    bar->addWidget(tool(tr("List"), tr("An item of a list"), [this] { m_edit->togglePrefix(u"- "_s); }));
    bar->addWidget(tool(u"#"_s, tr("A hashtag"), [this] { m_edit->wrap(u"#"_s, {}); }));
    bar->addWidget(tool(u"@"_s, tr("A mention of a page"), [this] { m_edit->wrap(u"@["_s, u"]"_s); }));
    bar->addWidget(tool(tr("Link"), tr("A link with its words"), [this] { m_edit->wrap(u"["_s, u"](https://)"_s); }));
    bar->addSpacing(Theme::space(2));
    bar->addWidget(m_template);
    bar->addStretch();
    bar->addWidget(m_length);

    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, Theme::space(2), 0);
    rows->setSpacing(Theme::space(2));
    rows->addWidget(m_source);
    rows->addWidget(m_tools);
    rows->addWidget(m_edit, 1);
    rows->addWidget(m_media);
    rows->addWidget(m_list);
    return side;
}

QWidget *BulletinEditor::makePreviewSide()
{
    auto *side = new QWidget(this);
    m_preview = new FacebookPreview(side);
    m_preview->setObjectName(u"facebookPreview"_s);
    auto *scroll = new QScrollArea(side);
    scroll->setWidget(m_preview);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("What readers will see"));

    auto *title = new QLabel(tr("What readers will see"), side);
    title->setFont(Theme::bold());
    m_phone = new QToolButton(side);
    m_desktop = new QToolButton(side);
    auto *devices = new QButtonGroup(this);
    for (auto [button, icon, text, name] : {std::tuple(m_phone, u"smartphone"_s, tr("Phone"), u"previewPhone"_s), {m_desktop, u"computer"_s, tr("Desktop"), u"previewDesktop"_s}}) {
        button->setIcon(Theme::icon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setObjectName(name);
        devices->addButton(button);
    }
    m_phone->setChecked(true);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_phone);
    head->addWidget(m_desktop);
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(Theme::space(2), 0, 0, 0);
    rows->addLayout(head);
    rows->addWidget(scroll, 1);
    return side;
}

QWidget *BulletinEditor::makeFoot()
{
    auto *foot = new QWidget(this);
    m_savedNote = new QuietLabel({}, foot);
    m_savedNote->setObjectName(u"savedNote"_s);
    m_permalink = new QLabel(foot);
    m_permalink->setObjectName(u"permalink"_s);
    m_permalink->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_permalink->setOpenExternalLinks(true);
    const auto button = [this, foot](const QString &text, const QString &name, void (BulletinEditor::*run)()) {
        auto *made = new QPushButton(text, foot);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_qr = button(tr("&QR code…"), u"qrCode"_s, &BulletinEditor::showQr);
    m_withdraw = button(tr("&Withdraw…"), u"withdraw"_s, &BulletinEditor::withdraw);
    m_change = button(tr("&Change the text"), u"change"_s, &BulletinEditor::change);
    m_return = button(tr("&Return to the author…"), u"sendBack"_s, &BulletinEditor::sendBack);
    m_approve = button(tr("&Approve"), u"approve"_s, &BulletinEditor::approve);
    m_submit = button(tr("&Submit for approval"), u"submit"_s, &BulletinEditor::submit);
    m_at = button(tr("Publish at a &time…"), u"publishAt"_s, &BulletinEditor::publishAt);
    m_now = button(tr("&Publish now"), u"publishNow"_s, &BulletinEditor::publishNow);

    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_savedNote);
    row->addWidget(m_permalink);
    row->addStretch();
    for (QPushButton *each : {m_qr, m_withdraw, m_change, m_return, m_approve, m_submit, m_at, m_now})
        row->addWidget(each);
    return foot;
}

void BulletinEditor::connectParts()
{
    m_follow.setSingleShot(true);
    m_follow.setInterval(120);
    m_keep.setSingleShot(true);
    m_keep.setInterval(300);
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(2000);
    connect(&m_follow, &QTimer::timeout, this, &BulletinEditor::follow);
    connect(&m_keep, &QTimer::timeout, this, [this] {
        if (m_dirty)
            m_journal.keep(m_bulletin.id, {m_bulletin.revision, m_edit->source()});
    });
    connect(&m_autosave, &QTimer::timeout, this, [this] {
        if (m_edit->isComposing())
            m_autosave.start(); // a word is being typed: look again later
        else if (m_dirty && !m_conflict && hasWords())
            saveNow();
    });
    connect(m_edit, &QTextEdit::textChanged, this, [this] { // also told when only colours changed
        if (m_edit->source() != m_seen)
            edited();
    });
    connect(m_source, &SourceCard::edited, this, &BulletinEditor::edited);
    connect(m_media, &MediaStrip::edited, this, &BulletinEditor::edited);
    connect(m_media, &MediaStrip::picturesArrived, this, &BulletinEditor::showPreview);
    connect(m_media, &MediaStrip::failed, this, [this](const Failure &failure) { m_notice->tell(failure.kind == Failure::Offline ? Meaning::Soon : Meaning::Burning, PostWords::failure(failure)); });
    connect(m_media, &MediaStrip::coming, this, &BulletinEditor::follow);
    connect(m_list, &FindingsList::jumpTo, this, [this](const TextRange &range) { m_edit->jumpTo(range); });
    connect(m_source, &SourceCard::caseWanted, this, [this](const QString &number) {
        whenDone(m_desk.caseByNumber(number), this, [this](const Result<CaseBrief> &brief) {
            if (!brief) {
                m_source->caseNotFound();
                return;
            }
            m_source->setCase(brief->id, brief->number);
            m_media->setCase(brief->id);
            edited();
        });
    });
    connect(m_template, &QComboBox::activated, this, &BulletinEditor::insertTemplate);
    connect(m_phone, &QToolButton::clicked, this, [this] { setPhone(true); });
    connect(m_desktop, &QToolButton::clicked, this, [this] { setPhone(false); });
}

void BulletinEditor::refreshStanding()
{
    const auto offer = [](QPushButton *button, bool may) { button->setVisible(may); };
    offer(m_submit, maySubmit());
    offer(m_approve, mayApprove());
    offer(m_return, mayReturn());
    offer(m_now, mayPublish());
    offer(m_at, mayPublish());
    offer(m_withdraw, mayWithdraw());
    offer(m_change, mayChange());
    m_submit->setEnabled(!post::blocks(m_findings) && !m_acting);
    m_submit->setToolTip(post::blocks(m_findings) ? tr("The findings below the text block it.") : QString());
    for (QPushButton *button : {m_approve, m_return, m_now, m_at, m_withdraw, m_change})
        button->setEnabled(!m_acting);
    QPushButton *next = mayPublish() ? m_now : mayApprove() ? m_approve : maySubmit() ? m_submit : nullptr;
    for (QPushButton *button : {m_submit, m_approve, m_now})
        button->setDefault(button == next);
    m_line->show(m_bulletin);
    m_tools->setVisible(m_editable);
    const QString link = m_bulletin.permalink.toHtmlEscaped();
    m_permalink->setText(link.isEmpty() ? QString() : u"<a href=\"%1\">%2</a>"_s.arg(link, tr("Open on Facebook")));
    m_permalink->setToolTip(m_bulletin.permalink);
    m_permalink->setAccessibleName(link.isEmpty() ? QString() : tr("Permalink: %1").arg(m_bulletin.permalink));
    Q_EMIT movedOn();
}

} // namespace trucban
