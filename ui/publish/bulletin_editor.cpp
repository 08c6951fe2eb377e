// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/bulletin_editor.h"

#include "ui/publish/ask_bar.h"
#include "ui/publish/facebook_preview.h"
#include "ui/publish/findings_list.h"
#include "ui/publish/media_strip.h"
#include "ui/publish/post_edit.h"
#include "ui/publish/post_words.h"
#include "ui/publish/source_card.h"

#include "base/when_done.h"
#include "domain/deadlines.h"
#include "ui/frame/workbench.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/refusal_words.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>

namespace trucban {

BulletinEditor::BulletinEditor(Workbench &bench, PublishDesk &desk, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_desk(desk), m_journal(bench.settings)
{
    make();
    connectParts();
    follow();
    refreshStanding();
}

void BulletinEditor::setReference(const PublishReference &reference)
{
    // it may come late, or again while somebody writes: what the card says stays
    const CaseId caseId = m_source->caseId() ? m_source->caseId() : m_bulletin.caseId;
    const QString number = m_source->caseId() ? m_source->caseNumber() : m_bulletin.caseNumber;
    const QString url = m_source->url().isEmpty() ? m_bulletin.sourceUrl : m_source->url();
    QString code = m_source->source() ? m_source->source()->code : m_bulletin.source;
    m_reference = reference;
    m_source->setSources(reference.sources);
    if (code.isEmpty() && caseId && !m_bulletin.id)
        code = resultSource();
    m_source->show(code, url, caseId, number);
    m_template->clear();
    m_template->addItem(tr("Template…"));
    for (const PostTemplate &each : reference.templates)
        m_template->addItem(each.name);
    follow();
}

void BulletinEditor::open(BulletinId id)
{
    keepWords();
    ++m_generation;
    m_media->forgetComing();
    m_loading = true;
    m_conflict = false;
    m_ask->hide();
    m_notice->clear();
    whenDone(m_desk.bulletin(id), this, [this, generation = m_generation](const Result<Bulletin> &found) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (!found) {
            m_notice->tell(Meaning::Soon, PostWords::failure(found.error()));
            return;
        }
        show(*found);
        restoreJournal();
        catchUp();
    });
}

void BulletinEditor::begin(CaseId from)
{
    keepWords();
    ++m_generation;
    m_media->forgetComing();
    m_conflict = false;
    m_loading = false;
    m_ask->hide();
    m_notice->clear();
    Bulletin fresh;
    fresh.author = m_bench.me.name;
    fresh.authorId = m_bench.me.id;
    if (from)
        fresh.source = resultSource();
    show(fresh);
    if (from) {
        m_loading = true;
        whenDone(m_desk.caseById(from), this, [this, generation = m_generation](const Result<CaseBrief> &brief) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (brief)
                beginFromCase(*brief);
            else
                m_notice->tell(brief.error());
        });
    } else {
        restoreJournal();
    }
    m_edit->setFocus();
}

QString BulletinEditor::resultSource() const
{
    for (const PostSource &source : m_reference.sources) {
        if (source.needsCase())
            return source.code;
    }
    return {};
}

void BulletinEditor::beginFromCase(const CaseBrief &brief)
{
    m_source->show(m_source->source() ? m_source->source()->code : m_bulletin.source, {}, brief.id, brief.number);
    m_media->setCase(brief.id);
    // what citizen and unit wrote is their words: the post is written anew, only the frame is given; posts are Vietnamese
    // whatever language the desk speaks
    QString body = u"# {{headline}}\n\nNgày {{date}}, Trung tâm Thông tin chỉ huy tiếp nhận phản ánh của người dân về việc {{subject}}.\n\n"
                   "{{unit}} đã kiểm tra, xử lý: {{answer}}\n\n#CongAnHaNoi #PhanHoiNguoiDan"_s;
    for (const PostTemplate &each : std::as_const(m_reference.templates)) {
        if (each.code == u"BAI_KET_QUA")
            body = each.body;
    }
    body.replace(u"{{date}}"_s, brief.receivedAt.toTimeZone(hanoiZone()).toString(u"d/M/yyyy"_s));
    if (!brief.unit.isEmpty())
        body.replace(u"{{unit}}"_s, brief.unit);
    m_edit->setSource(body);
    edited();
}

void BulletinEditor::show(const Bulletin &bulletin)
{
    m_filling = true;
    m_bulletin = bulletin;
    m_source->show(bulletin.source, bulletin.sourceUrl, bulletin.caseId, bulletin.caseNumber);
    m_media->setCase(bulletin.caseId);
    QSet<qint64> checked;
    for (const QJsonValue &finding : bulletin.findings) {
        if (finding.toObject().value(u"rule"_s) == u"media_checked"_s) {
            for (const QJsonValue &id : finding.toObject().value(u"media"_s).toArray())
                checked.insert(id.toInteger());
        }
    }
    m_media->show(bulletin.media, checked);
    m_edit->setSource(bulletin.sourceText);
    m_filling = false;
    m_dirty = false;
    setEditable(!bulletin.id || ((bulletin.state == BulletinState::Draft || bulletin.state == BulletinState::Failed) && !bulletin.isLeaving()));
    m_savedNote->setText(bulletin.id ? tr("Saved %1").arg(PostWords::moment(bulletin.changedAt)) : QString());
    if (bulletin.state == BulletinState::Failed)
        m_notice->tell(Meaning::Burning, refusalWords(bulletin.failure, Leaving::Post));
    else if (bulletin.state == BulletinState::Draft && !bulletin.reason.isEmpty() && !bulletin.steps.isEmpty() && bulletin.steps.last().verb == u"return_bulletin")
        m_notice->tell(Meaning::Soon, {PostWords::step(bulletin.steps.last()), {}, {}});
    follow();
    refreshStanding();
}

void BulletinEditor::restoreJournal()
{
    const auto kept = m_journal.kept(m_bulletin.id);
    if (!kept || !m_editable)
        return;
    if (kept->text == m_bulletin.sourceText || kept->text.trimmed().isEmpty()) {
        m_journal.forget(m_bulletin.id);
        return;
    }
    if (kept->base == m_bulletin.revision) {
        m_edit->setSource(kept->text);
        edited();
        m_notice->confirm(tr("Words you had not saved yet are back."));
        return;
    }
    m_notice->tell(Meaning::Soon, {tr("This workstation keeps words you typed over an older version."), tr("Nothing is lost."), {}});
    m_notice->offer(tr("Show my words"), [this, text = kept->text] {
        m_edit->setSource(text);
        edited();
    });
}

void BulletinEditor::insertTemplate(int index)
{
    m_template->setCurrentIndex(0);
    if (index < 1 || index > m_reference.templates.size())
        return;
    const QString body = m_reference.templates.at(index - 1).body;
    if (hasWords())
        m_edit->textCursor().insertText(body);
    else
        m_edit->setSource(body);
    edited();
    m_edit->setFocus();
}

bool BulletinEditor::isSettled() const
{
    return !m_loading && !m_saving && !m_acting && !m_media->isBusy() && !m_follow.isActive();
}

bool BulletinEditor::hasWords() const
{
    return !m_edit->source().trimmed().isEmpty();
}

void BulletinEditor::edited()
{
    m_seen = m_edit->source();
    if (m_filling)
        return;
    m_dirty = true;
    m_savedNote->setText(tr("Not saved yet"));
    m_follow.start();
    m_keep.start();
    if (m_editable)
        m_autosave.start();
}

void BulletinEditor::follow()
{
    const post::GateFacts gate = facts();
    const post::Reading reading = post::read(m_edit->source(), gate.filling);
    m_findings = post::inspect(reading, gate);
    m_list->show(m_findings);
    m_edit->mark(m_findings);
    m_length->setText(tr("%1 of %2 letters").arg(QLocale().toString(reading.text.size()), QLocale().toString(post::LengthLimit)));
    showPreview();
    refreshStanding();
}

void BulletinEditor::showPreview()
{
    const post::Reading reading = post::read(m_edit->source(), facts().filling);
    const QStringList links = reading.values(post::Token::Link);
    m_preview->show({m_reference.page.name, reading.text, links.isEmpty() ? m_source->url() : links.first(), m_media->shown()});
}

void BulletinEditor::setEditable(bool editable)
{
    m_editable = editable;
    m_edit->setReadOnly(!editable);
    m_source->setEditable(editable);
    m_media->setEditable(editable);
}

post::GateFacts BulletinEditor::facts() const
{
    post::GateFacts facts;
    facts.filling.sourceName = m_source->source() ? m_source->source()->name : QString();
    facts.sourceUrl = m_source->url();
    for (const PostSource &source : m_reference.sources)
        facts.allowedSources.append({source.name, source.needsCase() ? QString() : source.urlPrefix});
    facts.unredactedMedia = m_media->unchecked();
    facts.mixedMedia = m_media->isMixed();
    facts.hasCase = bool(m_source->caseId());
    return facts;
}

// rule and place, never the words: what a finding points at may be somebody's number
QJsonArray BulletinEditor::findingsForServer() const
{
    QJsonArray all;
    for (const post::Finding &finding : m_findings)
        all.append(QJsonObject{{u"rule"_s, post::toWord(finding.rule)}, {u"blocks"_s, finding.blocks}, {u"start"_s, finding.range.start}, {u"length"_s, finding.range.length}});
    QJsonArray checked;
    for (const qint64 id : m_media->checked())
        checked.append(id);
    if (!checked.isEmpty())
        all.append(QJsonObject{{u"rule"_s, u"media_checked"_s}, {u"blocks"_s, false}, {u"media"_s, checked}});
    return all;
}

BulletinWords BulletinEditor::words()
{
    const QString source = m_edit->committedSource();
    m_follow.stop();
    follow();
    const post::Reading reading = post::read(source, facts().filling);
    const QStringList links = reading.values(post::Token::Link);
    const QString link = !m_media->ids().isEmpty() ? QString() : links.isEmpty() ? m_source->url() : links.first();
    return {m_bulletin.id, m_bulletin.revision, m_source->caseId(), source, reading.text, link, m_source->source() ? m_source->source()->code : QString(), m_source->url(),
            m_media->ids(), findingsForServer()};
}

void BulletinEditor::keepWords()
{
    const QString text = m_edit->committedSource();
    m_autosave.stop();
    if (!m_dirty)
        return;
    m_journal.keep(m_bulletin.id, {m_bulletin.revision, text});
    if (m_editable && !m_saving && !m_conflict && hasWords())
        saveNow();
}

void BulletinEditor::save()
{
    m_conflict = false; // said on purpose: mine is to be kept
    if (maySave())
        saveNow();
}

void BulletinEditor::saveNow()
{
    if (m_saving)
        return; // the answer will see that more was typed
    m_autosave.stop();
    const BulletinWords sent = words();
    m_saving = true;
    m_dirty = false;
    m_savedNote->setText(tr("Saving…"));
    whenDone(m_desk.save(sent, newPublishRequest()), this, [this, sent, generation = m_generation](const Result<BulletinStand> &outcome) {
        m_saving = false;
        if (generation != m_generation) {
            if (outcome) {
                m_journal.forget(sent.id);
                Q_EMIT saved(outcome->id);
            }
            return;
        }
        if (!outcome) {
            saveFailed(outcome.error(), sent.sourceText);
            return;
        }
        m_journal.forget(sent.id);
        const bool isNew = !m_bulletin.id;
        m_bulletin.id = outcome->id;
        m_bulletin.state = outcome->state;
        m_bulletin.revision = outcome->revision;
        m_bulletin.sourceText = sent.sourceText;
        m_bulletin.findings = sent.findings;
        m_bulletin.changedById = m_bench.me.id;
        m_bulletin.submittedAt = m_bulletin.approvedAt = m_bulletin.scheduledFor = {};
        m_bulletin.submittedById = {};
        m_bulletin.submitter.clear();
        m_bulletin.approver.clear();
        if (isNew)
            m_bulletin.createdAt = m_bench.clock.now();
        m_savedNote->setText(m_dirty ? tr("Not saved yet") : tr("Saved %1").arg(PostWords::moment(m_bench.clock.now())));
        refreshStanding();
        Q_EMIT saved(outcome->id);
        if (m_dirty)
            m_autosave.start();
        else if (m_then)
            std::exchange(m_then, {})();
        else
            catchUp();
    });
}

void BulletinEditor::saveFailed(const Failure &failure, const QString &sent)
{
    m_dirty = true;
    m_then = {};
    m_acting = false;
    m_journal.keep(m_bulletin.id, {m_bulletin.revision, sent});
    m_savedNote->setText(tr("Not saved on the server; kept on this workstation"));
    if (failure.code == u"stale_revision") {
        m_bulletin.revision = Revision{failure.facts.value(u"revision"_s).toInt()};
        if (failure.facts.value(u"source_text"_s).toString() == sent) { // our own save, whose answer was lost
            saveNow();
            return;
        }
        m_conflict = true;
        m_notice->tell(Meaning::Soon, PostWords::failure(failure));
        m_notice->offer(tr("Show the other version"), [this] {
            m_dirty = false;
            m_conflict = false;
            m_journal.forget(m_bulletin.id);
            reload();
        });
        refreshStanding();
        return;
    }
    m_notice->tell(failure.kind == Failure::Offline ? Meaning::Soon : Meaning::Burning, PostWords::failure(failure));
    if (failure.kind == Failure::Offline)
        m_autosave.start(5000);
    refreshStanding();
}

void BulletinEditor::afterSave(std::function<void()> then)
{
    m_acting = true;
    m_edit->committedSource();
    if (!m_dirty && !m_saving && m_bulletin.id) {
        then();
        return;
    }
    m_then = std::move(then);
    if (m_dirty)
        saveNow();
}

void BulletinEditor::lookAgain()
{
    if (m_saving || m_acting || m_loading) {
        m_lookLater = true;
        return;
    }
    if (!m_bulletin.id)
        return;
    if (!m_dirty) {
        reload();
        return;
    }
    whenDone(m_desk.bulletin(m_bulletin.id), this, [this, generation = m_generation](const Result<Bulletin> &found) {
        if (generation != m_generation || !found || found->revision == m_bulletin.revision || m_saving)
            return;
        saveFailed({Failure::Conflict, u"stale_revision"_s, {}, {{u"changed_by"_s, found->changedBy}, {u"revision"_s, found->revision.value}, {u"source_text"_s, found->sourceText}}},
                   m_edit->source());
    });
}

void BulletinEditor::reload()
{
    m_loading = true;
    whenDone(m_desk.bulletin(m_bulletin.id), this, [this, generation = m_generation](const Result<Bulletin> &found) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (!found)
            m_notice->tell(found.error());
        else if (!m_dirty && !m_saving)
            show(*found);
        catchUp();
    });
}

void BulletinEditor::catchUp()
{
    if (std::exchange(m_lookLater, false))
        lookAgain();
}

} // namespace trucban
