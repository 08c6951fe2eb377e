// SPDX-License-Identifier: GPL-3.0-or-later
// CasesPlace: the case beside the inbox, with the actions of a case.
#pragma once

#include "ui/cases/case_view.h"
#include "ui/cases/conversation_view.h"
#include "ui/cases/reply_composer.h"
#include "ui/cases/side_lists.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place.h"

#include <QPointer>

namespace trucban {

class CasesPlace : public Place
{
    Q_OBJECT
public:
    explicit CasesPlace(Workbench &bench) : m_bench(bench) { makeActions(); }

    QString id() const override { return u"cases"_s; }
    QString title() const override { return tr("Case"); }
    QString iconName() const override { return u"mail-message"_s; }
    Where where() const override { return Side; }
    QWidget *widget() override { return view(); }
    void enter() override { view()->conversation().setFocus(); }
    bool opens(const Target &target) const override { return target.kind == "case"_L1 || target.kind == "case_number"_L1 || ((target.kind == "media"_L1 || target.kind == "reply_file"_L1) && hasCase()) || (isAbout(target) && isMine()); }
    void open(const Target &target) override
    {
        if (target.kind == "case"_L1)
            view()->open(CaseId{target.id});
        else if (target.kind == "media"_L1)
            view()->openMedium(MediaId{target.id}, target.text);
        else if (target.kind == "reply_file"_L1)
            view()->attachFile({MediaId{target.id}, target.text, ReplyFile::Answer, {}});
        else if (target.kind == "reply_text"_L1)
            view()->replyWith(target.text);
        else if (target.kind == "classify"_L1)
            view()->classifyAs(target.facts);
        else
            view()->openByNumber(target.text);
    }
    QStringList states() const override { return m_bench.me.role == "unit"_L1 ? QStringList{QString()} : QStringList{QString(), u"citizen"_s, u"notes"_s, u"history"_s}; }
    void showState(const QString &state) override { view()->showTab(state.isEmpty() ? u"reply"_s : state); }
    bool isSettled() const override { return !m_view || m_view->isSettled(); }

private:
    CaseView *view()
    {
        if (!m_view)
            m_view = new CaseView(m_bench);
        return m_view;
    }
    bool hasCase() const { return m_view && m_view->subject().id; }
    /// words for the reply or a proposed classification of the case on screen
    bool isAbout(const Target &target) const { return (target.kind == "reply_text"_L1 || target.kind == "classify"_L1) && hasCase() && m_view->caseId().value == target.id; }
    bool isMine() const { return hasCase() && m_view->isMine(); }
    bool standsAt(std::initializer_list<QLatin1StringView> statuses) const
    {
        return hasCase() && std::ranges::any_of(statuses, [this](QLatin1StringView status) { return m_view->subject().status == status; });
    }

    void add(const QString &id, const QString &text, const QString &hint, const QString &icon, const QList<QKeySequence> &keys, std::function<bool()> rule, void (CaseView::*step)())
    {
        m_bench.actions.add(id).text(text).hint(hint).icon(icon).menu(u"case"_s).place(u"cases"_s).keys(keys).enabledWhen(std::move(rule)).run(this, [this, step] { (view()->*step)(); });
    }
    void addTab(const QString &id, const QString &text, const QString &hint, const QString &icon, const QString &tab)
    {
        m_bench.actions.add(id).text(text).hint(hint).icon(icon).menu(u"case"_s).place(u"cases"_s).enabledWhen([this] { return hasCase(); }).run(this, [this, tab] {
            view()->showTab(tab);
            if (tab == "notes"_L1)
                view()->notes().focusField();
        });
    }
    void makeActions();
    void makeReadingActions();
    void makeTabActions();

    Workbench &m_bench;
    QPointer<CaseView> m_view;
};

} // namespace trucban
