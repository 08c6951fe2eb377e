// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/reply_composer.h"

#include "desk/case_desk.h"
#include "ui/cases/reply_edit.h"
#include "ui/cases/reply_files.h"
#include "ui/cases/reply_variables.h"
#include "ui/media/media_item.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace trucban {

namespace {
constexpr qsizetype partLimit = 2000;
}

ReplyComposer::ReplyComposer(Database &database, PictureLoader &pictures, const QString &draftFolder, QWidget *parent)
    : QWidget(parent), m_journal(draftFolder), m_text(new ReplyEdit(this)), m_files(new ReplyFiles(database, pictures, draftFolder + u"/pasted"_s, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(2), Theme::space(), Theme::space(2), Theme::space());
    column->setSpacing(Theme::space());
    makeTop();
    m_text->setPlaceholderText(tr("Words to the citizen. Ctrl+Enter sends."));
    m_text->setAccessibleName(tr("Reply to the citizen"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(Theme::space(14));
    m_text->installEventFilter(this);
    column->addWidget(m_text, 1);
    column->addWidget(m_files);
    makeBottom();
    m_toServer.setSingleShot(true);
    m_toServer.setInterval(1500);
    connect(&m_toServer, &QTimer::timeout, this, &ReplyComposer::flush);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ReplyComposer::edited);
    connect(m_text, &ReplyEdit::filesGiven, m_files, &ReplyFiles::addPaths);
    connect(m_text, &ReplyEdit::pictureGiven, m_files, &ReplyFiles::addPicture);
    connect(m_files, &ReplyFiles::changed, this, &ReplyComposer::edited);
    connect(m_files, &ReplyFiles::openWanted, this, &ReplyComposer::fileWanted);
    refresh();
}

void ReplyComposer::makeTop()
{
    auto *row = new QHBoxLayout;
    m_window = new Chip(this);
    m_templatesButton = new QToolButton(this);
    m_templatesButton->setText(tr("Templates"));
    m_templatesButton->setIcon(Theme::icon(u"document-edit"_s));
    m_templatesButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_templatesButton->setPopupMode(QToolButton::InstantPopup);
    m_templatesButton->setAccessibleName(tr("Prepared words"));
    m_menu = new QMenu(m_templatesButton);
    m_templatesButton->setMenu(m_menu);
    m_attachButton = new QToolButton(this);
    m_attachButton->setIcon(Theme::icon(u"mail-attachment"_s));
    m_attachButton->setText(tr("Attach"));
    m_attachButton->setToolTip(tr("Pictures, video, recordings and files; they can also be dropped or pasted into the field"));
    m_attachButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_attachButton->setPopupMode(QToolButton::InstantPopup);
    m_attachButton->setAccessibleName(tr("Attach files to the reply"));
    m_attachMenu = new QMenu(m_attachButton);
    m_attachMenu->setToolTipsVisible(true);
    m_attachButton->setMenu(m_attachMenu);
    connect(m_attachMenu, &QMenu::aboutToShow, this, &ReplyComposer::fillAttachMenu);
    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("How the reply reaches the citizen"));
    m_kind->addItem(tr("Under the comment"), u"comment_reply"_s);
    m_kind->addItem(tr("Privately, once"), u"private_reply"_s);
    m_count = new QLabel(this);
    m_count->setFont(Theme::tabular(TextSize::Small));
    row->addWidget(m_window);
    row->addWidget(m_kind);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_attachButton);
    row->addWidget(m_templatesButton);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ReplyComposer::refresh);
}

void ReplyComposer::makeBottom()
{
    auto *row = new QHBoxLayout;
    m_final = new QCheckBox(tr("This is the answer: release it"), this);
    m_final->setToolTip(tr("The case then counts as answered to the citizen. It needs the unit's answer or your own decision."));
    m_decision = new QLineEdit(this);
    m_decision->setPlaceholderText(tr("Why you decide without a unit's answer"));
    m_decision->setAccessibleName(tr("Reason for your own decision"));
    m_insertAnswer = new QPushButton(tr("Insert the unit's answer"), this);
    m_send = new QPushButton(Theme::icon(u"document-send"_s), tr("Send"), this);
    m_send->setToolTip(tr("Send (Ctrl+Enter)"));
    m_hint = new QuietLabel({}, this);
    m_hint->setWordWrap(true);
    row->addWidget(m_final);
    row->addWidget(m_insertAnswer);
    row->addWidget(m_decision, 1);
    row->addStretch(0);
    row->addWidget(m_send);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_hint);
    column->addLayout(row);
    connect(m_final, &QCheckBox::toggled, this, &ReplyComposer::refresh);
    connect(m_decision, &QLineEdit::textChanged, this, &ReplyComposer::refresh);
    connect(m_send, &QPushButton::clicked, this, &ReplyComposer::send);
    connect(m_insertAnswer, &QPushButton::clicked, this, [this] {
        if (!m_room.answers.isEmpty())
            m_text->insertPlainText(m_room.answers.last().text);
    });
}

void ReplyComposer::setAnswer(const QString &words)
{
    setText(words);
    if (!m_final->isHidden())
        m_final->setChecked(true);
}

void ReplyComposer::begin(CaseId id)
{
    QGuiApplication::inputMethod()->commit(); // half a Vietnamese word is a word
    flush();
    m_case = id;
    m_room = {};
    m_outbox.clear();
    m_sending = false;
    restore(m_journal.read(id));
    m_final->setChecked(false);
    m_decision->clear();
    refresh();
}

void ReplyComposer::restore(const ReplyDraft &draft)
{
    m_loading = true;
    m_text->setPlainText(draft.text);
    m_text->moveCursor(QTextCursor::End);
    m_files->begin(draft.files);
    m_loading = false;
}

ReplyDraft ReplyComposer::draft() const
{
    return {m_text->toPlainText(), m_files->files()};
}

void ReplyComposer::takeServerDraft(CaseId id, const ReplyDraft &draft)
{
    if (id != m_case || draft.isEmpty() || !this->draft().isEmpty())
        return;
    restore(draft);
    refresh();
}

void ReplyComposer::setTemplates(const QList<ReplyTemplate> &templates)
{
    m_templates = templates;
    fillTemplates();
}

void ReplyComposer::fillTemplates()
{
    m_menu->clear();
    // those of this category first, then those of any
    const QString own = m_room.subject.category;
    const auto fits = [&](const ReplyTemplate &one) { return !one.category.isEmpty() && (own == one.category || own.startsWith(one.category + u'.')); };
    const auto add = [&](const ReplyTemplate &one) {
        QAction *action = m_menu->addAction(one.name, this, [this, one] { useTemplate(one); });
        action->setToolTip(one.body);
    };
    for (const ReplyTemplate &one : std::as_const(m_templates)) {
        if (fits(one))
            add(one);
    }
    if (!m_menu->isEmpty())
        m_menu->addSeparator();
    for (const ReplyTemplate &one : std::as_const(m_templates)) {
        if (one.category.isEmpty())
            add(one);
    }
    m_menu->setToolTipsVisible(true);
    m_templatesButton->setVisible(!m_menu->isEmpty());
}

void ReplyComposer::useTemplate(const ReplyTemplate &prepared)
{
    QTextCursor cursor = m_text->textCursor();
    if (!m_text->toPlainText().isEmpty() && !cursor.hasSelection() && cursor.position() > 0)
        cursor.insertText(u"\n"_s);
    cursor.insertText(replyVariables::filled(prepared.body, replyVariables::valuesOf(m_room)));
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

void ReplyComposer::show(const CaseRoom &room, const QDateTime &now, bool mayWrite)
{
    const bool sameCategory = m_room.subject.category == room.subject.category && m_room.subject.id == room.subject.id;
    m_room = room;
    m_now = now;
    m_mayWrite = mayWrite;
    if (!sameCategory)
        fillTemplates();
    m_kind->setVisible(room.subject.channel != "messenger"_L1);
    if (room.citizen.privateReplySpent && m_kind->count() == 2)
        m_kind->removeItem(1);
    else if (!room.citizen.privateReplySpent && m_kind->count() == 1)
        m_kind->addItem(tr("Privately, once"), u"private_reply"_s);
    refresh();
}

void ReplyComposer::refreshClock(const QDateTime &now)
{
    m_now = now;
    refresh();
}

QString ReplyComposer::kind() const
{
    return m_room.subject.channel == "messenger"_L1 ? u"reply"_s : m_kind->currentData().toString();
}

void ReplyComposer::edited()
{
    if (!m_loading && m_case) {
        m_outbox.clear(); // other words are another reply
        m_journal.keep(m_case, draft());
        m_toServer.start();
    }
    refresh();
}

void ReplyComposer::flush()
{
    if (!m_case || !(m_toServer.isActive() || sender() == &m_toServer))
        return;
    m_toServer.stop();
    ReplyDraft kept = draft();
    kept.files.removeIf([](const ReplyFile &file) { return !file.source; }); // a path of this machine says nothing on another
    Q_EMIT draftChanged(m_case, kept);
}

QString ReplyComposer::whyNot() const
{
    if (!m_room.subject.id)
        return {};
    if (!m_mayWrite)
        return tr("Take the case in hand to answer; what you type here is kept.");
    if (kind() == "reply"_L1 && m_room.subject.window(m_now).kind == ReplyWindow::Closed)
        return tr("Facebook no longer takes an answer: wait for the citizen to write, or use the phone number they left.");
    const QStringList empty = replyVariables::emptyIn(m_text->toPlainText());
    if (!empty.isEmpty())
        return tr("Put words in place of: %1").arg(u"{{"_s + empty.join(u"}}, {{"_s) + u"}}"_s);
    if (const QString files = m_files->whyNot(kind()); !files.isEmpty())
        return files;
    const bool unitAnswered = m_room.subject.status == "answered"_L1;
    if (m_final->isChecked() && !unitAnswered && m_decision->text().trimmed().isEmpty())
        return tr("No unit has answered: write down why you decide yourself.");
    if (m_final->isChecked() && m_room.subject.category.isEmpty())
        return tr("Classify the case first (F2).");
    return {};
}

bool ReplyComposer::maySend() const
{
    return m_room.subject.id && !m_sending && !(m_text->toPlainText().trimmed().isEmpty() && m_files->isEmpty()) && whyNot().isEmpty();
}

void ReplyComposer::refresh()
{
    const ReplyWindow window = m_room.subject.window(m_now);
    const QString left = window.until.isValid() ? clockText::left(window.until, m_now) : QString();
    m_window->setVisible(bool(m_room.subject.id) && kind() == "reply"_L1);
    switch (window.kind) {
    case ReplyWindow::Standard: m_window->say(tr("%1 left to answer").arg(left), window.remaining < std::chrono::hours(2) ? Meaning::Soon : Meaning::Quiet, u"clock"_s); break;
    case ReplyWindow::HumanAgent: m_window->say(tr("%1 left, sent with the human-agent tag").arg(left), Meaning::Soon, u"clock"_s); break;
    case ReplyWindow::Closed: m_window->say(tr("The time to answer is over"), Meaning::Burning, u"clock"_s); break;
    }
    const QString words = m_text->toPlainText();
    const auto parts = splitMessage(words, partLimit).size();
    const qsizetype inLast = parts > 0 ? splitMessage(words, partLimit).last().size() : 0;
    m_count->setText(parts > 1 ? tr("%L1 left · sent in %2 parts").arg(partLimit - inLast).arg(parts) : tr("%L1 left").arg(partLimit - inLast));
    const bool unitAnswered = m_room.subject.status == "answered"_L1;
    const bool open = m_room.subject.queue > 0 && m_room.subject.queue <= 4;
    m_final->setVisible(open);
    m_decision->setVisible(open && m_final->isChecked() && !unitAnswered);
    m_insertAnswer->setVisible(open && !m_room.answers.isEmpty());
    m_hint->setText(whyNot());
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_send->setEnabled(maySend());
    m_send->setText(m_sending ? tr("Sending …") : m_final->isChecked() && open ? tr("Release") : tr("Send"));
}

void ReplyComposer::send()
{
    QGuiApplication::inputMethod()->commit();
    refresh();
    if (!maySend())
        return;
    if (m_outbox.isEmpty())
        m_outbox = CaseDesk::newOutboxId();
    m_sending = true;
    refresh();
    const bool unitAnswered = m_room.subject.status == "answered"_L1;
    Q_EMIT sendWanted({m_outbox, kind(), m_text->toPlainText().trimmed(), m_final->isChecked() && !m_final->isHidden(), unitAnswered ? QString() : m_decision->text(), m_files->sent()});
}

void ReplyComposer::sent(bool good)
{
    m_sending = false;
    if (good) {
        restore({});
        m_outbox.clear();
        m_journal.forget(m_case);
        m_toServer.stop();
        m_final->setChecked(false);
        m_decision->clear();
        Q_EMIT draftChanged(m_case, {});
    }
    refresh();
}

void ReplyComposer::focusText()
{
    m_text->setFocus();
}

QString ReplyComposer::text() const
{
    return m_text->toPlainText();
}

void ReplyComposer::setText(const QString &text)
{
    m_text->setPlainText(text);
}

bool ReplyComposer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() & Qt::ControlModifier) {
            send();
            return true;
        }
    }
    if (watched == m_text && event->type() == QEvent::FocusOut)
        flush();
    return QWidget::eventFilter(watched, event);
}

} // namespace trucban
