// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/sign_in_window.h"

#include "ui/signin/password_keeper.h"
#include "ui/signin/server_address.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace trucban {

namespace {

constexpr int remembered = 8;

QLabel *hint(QWidget *parent)
{
    auto *label = new QuietLabel(QString(), parent);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

SignInWindow::SignInWindow(QSettings &settings, PasswordKeeper &keeper, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_keeper(keeper), m_server(new QComboBox(this)), m_serverLabel(new QLabel(tr("Server"), this)),
      m_login(new QLineEdit(this)), m_password(new QLineEdit(this)), m_remember(new QCheckBox(tr("Keep the password in the keychain"), this)),
      m_capsHint(hint(this)), m_keychainHint(hint(this)), m_notice(new NoticeBar(this)), m_progress(new QProgressBar(this)),
      m_doing(new QuietLabel(QString(), this)), m_enter(new QPushButton(tr("Sign in"), this)), m_cancel(new QPushButton(tr("Stop"), this))
{
    setObjectName(u"signIn"_s);
    setWindowTitle(tr("Sign in – Trực Ban"));
    makeForm();
    recall();
    refreshButton();
    (m_login->text().isEmpty() ? m_login : m_password)->setFocus();
    resize(Theme::space(170), Theme::space(130));
}

void SignInWindow::makeForm()
{
    auto *title = new QLabel(tr("Trực Ban"), this);
    title->setFont(Theme::bold(TextSize::Heading));
    auto *subtitle = new QuietLabel(tr("Desk for the messages citizens send to the police fanpage"), this, TextSize::Body);
    subtitle->setWordWrap(true);
    m_server->setEditable(true);
    m_server->setInsertPolicy(QComboBox::NoInsert);
    m_server->setAccessibleName(tr("Server"));
    m_server->lineEdit()->setPlaceholderText(tr("Name or address, for example trucban.cahn.local"));
    m_login->setAccessibleName(tr("Login"));
    m_login->setObjectName(u"login"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->installEventFilter(this);
    QAction *reveal = m_password->addAction(Theme::icon(u"password-show-off"_s), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setToolTip(tr("Show the password"));
    connect(reveal, &QAction::toggled, this, [this, reveal](bool on) {
        m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(Theme::icon(on ? u"password-show-on"_s : u"password-show-off"_s));
    });
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Theme::space(1));
    m_progress->setAccessibleName(tr("Signing in"));
    m_progress->hide();
    m_cancel->hide();
    m_enter->setDefault(true);
    m_enter->setObjectName(u"enter"_s);
    m_capsHint->setText(tr("Caps Lock seems to be on."));
    m_capsHint->setForegroundRole(QPalette::BrightText);

    auto *language = new QToolButton(this);
    const bool english = QLocale().language() == QLocale::English;
    language->setText(english ? u"Tiếng Việt"_s : u"English"_s);
    language->setAutoRaise(true);
    language->setAccessibleName(language->text());
    connect(language, &QToolButton::clicked, this, [this, english] { Q_EMIT languageWanted(english ? u"vi"_s : u"en"_s); });

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(m_serverLabel, m_server);
    form->addRow(tr("Login"), m_login);
    form->addRow(tr("Password"), m_password);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(language);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_enter);

    auto *card = new QWidget(this);
    card->setMaximumWidth(Theme::space(110));
    auto *column = new QVBoxLayout(card);
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addSpacing(Theme::space(3));
    column->addLayout(form);
    column->addWidget(m_capsHint);
    column->addWidget(m_remember);
    column->addWidget(m_keychainHint);
    column->addWidget(m_notice);
    column->addWidget(m_doing);
    column->addWidget(m_progress);
    column->addSpacing(Theme::space(2));
    column->addLayout(buttons);

    auto *middle = new QHBoxLayout(this);
    middle->addStretch(1);
    auto *upright = new QVBoxLayout;
    upright->addStretch(2);
    upright->addWidget(card);
    upright->addStretch(3);
    middle->addLayout(upright, 6);
    middle->addStretch(1);

    connect(m_enter, &QPushButton::clicked, this, &SignInWindow::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        setBusy({});
        Q_EMIT cancelled();
    });
    for (QLineEdit *field : {m_login, m_password, m_server->lineEdit()}) {
        connect(field, &QLineEdit::returnPressed, this, &SignInWindow::submit);
        connect(field, &QLineEdit::textChanged, this, &SignInWindow::refreshButton);
    }
    connect(m_login, &QLineEdit::editingFinished, this, &SignInWindow::recallPassword);
}

void SignInWindow::recall()
{
    m_server->addItems(m_settings.value(u"signin/servers"_s).toStringList());
    m_server->setCurrentIndex(m_server->count() ? 0 : -1);
    m_login->setText(m_settings.value(u"signin/login"_s).toString());
    m_remember->setChecked(m_settings.value(u"signin/keep_password"_s).toBool());
    recallPassword();
}

void SignInWindow::recallPassword()
{
    if (!m_remember->isChecked() || m_login->text().isEmpty() || !m_password->text().isEmpty())
        return;
    m_keeper.read(keychainKey(), [this](PasswordKeeper::Answer answer, const QString &password) {
        if (answer == PasswordKeeper::NoKeychain) {
            m_keychainHint->setText(tr("This workstation has no keychain service, so the password cannot be kept. Type it each time."));
            m_keychainHint->show();
        } else if (answer == PasswordKeeper::Kept && m_password->text().isEmpty()) {
            m_password->setText(password);
        }
    });
}

void SignInWindow::setServer(const QString &server)
{
    m_server->setEditText(server);
}

void SignInWindow::setLocal()
{
    m_local = true;
    m_server->hide();
    m_serverLabel->hide();
    refreshButton();
}

void SignInWindow::sayFirstStart()
{
    m_notice->tell(Meaning::Information, {tr("The private database of this computer is ready, with the units, areas, categories and templates of Hà Nội."), {},
                                          tr("Sign in as the administrator, whose password is filled in, and add the people who work here; then each signs in with their own login.")});
}

void SignInWindow::setLogin(const QString &login)
{
    m_login->setText(login);
    m_password->setFocus();
}

void SignInWindow::setPassword(const QString &password)
{
    m_password->setText(password);
}

void SignInWindow::submit()
{
    if (m_busy || !m_enter->isEnabled())
        return;
    m_notice->clear();
    setBusy(tr("Signing in …"));
    ConnectOptions options = optionsForServer(m_server->currentText());
    options.user = m_login->text().trimmed();
    options.password = m_password->text();
    Q_EMIT attempt(options);
}

void SignInWindow::setBusy(const QString &sentence)
{
    m_busy = !sentence.isEmpty();
    m_doing->setText(sentence);
    m_progress->setVisible(m_busy);
    m_cancel->setVisible(m_busy);
    for (QWidget *field : {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_login), static_cast<QWidget *>(m_password),
                           static_cast<QWidget *>(m_remember)})
        field->setEnabled(!m_busy);
    refreshButton();
}

void SignInWindow::showFailure(const Failure &failure)
{
    setBusy({});
    m_notice->tell(failure.kind == Failure::NotAllowed ? Meaning::Burning : Meaning::Soon, wordsForSignIn(failure));
    if (failure.code == u"wrong_password") {
        m_password->selectAll();
        m_password->setFocus();
    }
}

FailureWords SignInWindow::wordsForSignIn(const Failure &failure)
{
    if (failure.code == u"wrong_password")
        return {tr("Login or password is not right."), {}, tr("Type the password again. The administrator can set a new one.")};
    if (failure.code == u"unreachable")
        return {tr("The server does not answer."), {}, tr("Check the server's name and the network cable, then try again.")};
    if (failure.code == u"no_such_database")
        return {tr("The server answers, but there is no Trực Ban on it."), {}, tr("Check the name of the server and of the database.")};
    if (failure.code == u"desk_too_old")
        return {tr("This program is too old for the server (program %1, server %2, oldest allowed %3).")
                    .arg(failure.facts.value(u"desk").toInt()).arg(failure.facts.value(u"server").toInt())
                    .arg(failure.facts.value(u"oldest_desk").toInt()),
                {}, tr("Update Trực Ban on this workstation.")};
    if (failure.code == u"desk_too_new")
        return {tr("This program is newer than the server (program %1, server %2).")
                    .arg(failure.facts.value(u"desk").toInt()).arg(failure.facts.value(u"server").toInt()),
                {}, tr("The administrator upgrades the database; until then use the program of before.")};
    if (failure.code == u"unknown_person")
        return {tr("The login is right, but it belongs to no person of Trực Ban."), {}, tr("The administrator adds the person.")};
    if (failure.code == u"postgresql_missing")
        return {tr("PostgreSQL is not installed on this computer."), {}, tr("Install the package postgresql-17, then start Trực Ban again.")};
    if (failure.code == u"server_does_not_start" || failure.code == u"local_setup_failed" || failure.code == u"data_folder_not_writable")
        return {tr("The private database of this computer could not be started."), tr("Nothing was lost."), tr("The reason stands here: %1").arg(failure.detail)};
    return wordsFor(failure);
}

void SignInWindow::accepted(std::function<void()> then)
{
    QStringList servers = m_settings.value(u"signin/servers"_s).toStringList();
    if (!m_local && !m_server->currentText().trimmed().isEmpty()) {
        servers.removeAll(m_server->currentText().trimmed());
        servers.prepend(m_server->currentText().trimmed());
        m_settings.setValue(u"signin/servers"_s, QStringList(servers.mid(0, remembered)));
    }
    m_settings.setValue(u"signin/login"_s, m_login->text().trimmed());
    m_settings.setValue(u"signin/keep_password"_s, m_remember->isChecked());
    if (!m_remember->isChecked()) {
        m_keeper.forget(keychainKey());
        then();
        return;
    }
    m_keeper.write(keychainKey(), m_password->text(), [this, then = std::move(then)](PasswordKeeper::Answer answer) {
        if (answer == PasswordKeeper::NoKeychain)
            m_settings.setValue(u"signin/no_keychain"_s, true);
        then();
    });
}

QString SignInWindow::keychainKey() const
{
    return m_login->text().trimmed() + u'@' + m_server->currentText().trimmed();
}

void SignInWindow::refreshButton()
{
    m_enter->setEnabled(!m_busy && !m_login->text().trimmed().isEmpty() && (m_local || !m_server->currentText().trimmed().isEmpty()));
}

void SignInWindow::noticeCapsLock(const QString &letter, Qt::KeyboardModifiers modifiers)
{
    if (letter.size() != 1 || !letter.at(0).isLetter())
        return;
    const bool shifted = modifiers.testFlag(Qt::ShiftModifier);
    m_capsHint->setVisible(letter.at(0).isUpper() != shifted);
}

bool SignInWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_CapsLock)
            m_capsHint->hide();
        noticeCapsLock(key->text(), key->modifiers());
    }
    return QWidget::eventFilter(watched, event);
}

void SignInWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::colour(Neutral::Surface));
}

} // namespace trucban
