// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/post_gate.h"

#include "domain/case.h"
#include "domain/personal_data.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace trucban::post {

namespace {

QRegularExpression exactly(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption);
}

QRegularExpression anyCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
}

const QString Surname = u"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Đoàn|Trịnh|Mai|Tô|Lương|Tạ|Chu|Cao|Hà|Quách|Kiều|Khuất|Nghiêm)"_s;
const QString Name = uR"(\p{Lu}\p{Ll}+)"_s;

class Inspector
{
public:
    Inspector(const Reading &reading, const GateFacts &facts) : m_reading(reading), m_facts(facts), m_text(reading.text) {}

    QList<Finding> run()
    {
        personalData();
        names();
        addresses();
        guiltWords();
        secrets();
        children();
        variables();
        source();
        shape();
        std::ranges::stable_sort(m_found, [](const Finding &a, const Finding &b) {
            return a.range.start != b.range.start ? a.range.start < b.range.start : a.blocks > b.blocks;
        });
        return std::move(m_found);
    }

private:
    void add(Rule rule, bool blocks, const TextRange &inText, const QString &detail = {})
    {
        m_found.append({rule, blocks, m_reading.inSource(inText), m_text.mid(inText.start, inText.length), detail});
    }

    void addInSource(Rule rule, bool blocks, const TextRange &range, const QString &detail = {})
    {
        m_found.append({rule, blocks, range, m_reading.source.mid(range.start, range.length), detail});
    }

    template<typename Then>
    void each(const QRegularExpression &expression, Then then)
    {
        auto matches = expression.globalMatch(m_text);
        while (matches.hasNext())
            then(matches.next());
    }

    void eachAs(const QRegularExpression &expression, Rule rule, bool blocks = true, const QString &detail = {})
    {
        each(expression, [&](const QRegularExpressionMatch &match) {
            const int group = match.lastCapturedIndex() >= 1 ? 1 : 0;
            add(rule, blocks, {match.capturedStart(group), match.capturedLength(group)}, detail);
        });
    }

    void personalData()
    {
        for (const PersonalDatum &datum : findPersonalData(m_text)) {
            const bool office = datum.kind == PersonalDataKind::Email && QStringView(m_text).sliced(datum.range.start, datum.range.length).endsWith(u".gov.vn");
            if (!office)
                add(Rule::PersonalData, datum.kind != PersonalDataKind::Landline, datum.range, toWord(datum.kind));
        }
    }

    void names()
    {
        // a place or a rank before a name makes it a street or a spokesman
        static const QRegularExpression full(
            exactly(uR"((?<!\p{L}))"_s + Surname + uR"( (?:(?:Văn|Thị|Đình|Hữu|Đức|Ngọc|Thu|Minh|Quang|Xuân|Thanh) )"_s + Name + u"(?: "_s + Name + u"){0,2})(?!\\p{L})"_s));
        each(full, [this](const QRegularExpressionMatch &match) {
            if (!namesAPlaceOrAnOffice(match.capturedStart()))
                add(Rule::FullName, true, {match.capturedStart(), match.capturedLength()});
        });
        static const QRegularExpression capitals(anyCase(uR"((?<!\p{L}))"_s + Surname + uR"( (?:văn|thị) \p{L}{2,}(?!\p{L}))"_s));
        each(capitals, [this](const QRegularExpressionMatch &match) {
            const QString words = match.captured();
            if (words == words.toUpper() && !namesAPlaceOrAnOffice(match.capturedStart()))
                add(Rule::FullName, true, {match.capturedStart(), match.capturedLength()});
        });
        static const QRegularExpression addressed(
            exactly(uR"((?<!\p{L})(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Ee]m|đối tượng|bị can|nghi phạm) ()"_s + Name + u"(?: "_s + Name + u"){1,3})"_s));
        each(addressed, [this](const QRegularExpressionMatch &match) { addName({match.capturedStart(1), match.capturedLength(1)}); });
        static const QRegularExpression withBirthYear(exactly(u"(?<!\\p{L})("_s + Name + u"(?: "_s + Name + uR"(){1,3}),? ?(?:\((?:SN|sinh năm)|(?:SN|sinh năm) ?\d))"_s));
        each(withBirthYear, [this](const QRegularExpressionMatch &match) { addName({match.capturedStart(1), match.capturedLength(1)}); });
    }

    void addName(const TextRange &range)
    {
        const TextRange there = m_reading.inSource(range);
        const bool known = std::ranges::any_of(m_found, [&](const Finding &found) {
            return found.rule == Rule::FullName && found.range.start < there.end() && there.start < found.range.end();
        });
        if (!known && !namesAPlaceOrAnOffice(range.start))
            add(Rule::FullName, true, range);
    }

    bool namesAPlaceOrAnOffice(qsizetype start) const
    {
        static const QRegularExpression before(anyCase(
            uR"((?:đường|phố|ngõ|ngách|cầu|phường|xã|quận|huyện|ngã tư|ngã ba|nút giao|chợ|trường|công viên|hồ|quảng trường|khu đô thị|hầm|đồng chí|(?:đại|trung|thiếu|thượng) ?(?:tá|úy|uý|tướng)|giám đốc|trưởng phòng|trưởng công an|-|–) ?$)"_s));
        const qsizetype from = qMax(qsizetype(0), start - 24);
        return before.match(m_text.mid(from, start - from)).hasMatch();
    }

    void addresses()
    {
        static const QRegularExpression house(anyCase(
            uR"((?<!\p{L})(?:(?:trú tại|ở|địa chỉ:?|nhà) )?số (?:nhà )?\d+[a-z]?(?:/\d+[a-z]?)*,? (?:ngõ|ngách|hẻm|đường|phố|tổ|thôn)(?: \d+[a-z]?)?|(?<!\p{L})(?:căn hộ|phòng|p\.) ?\d{3,4}[a-z]?,? (?:tòa|toà|chung cư|nhà|khu))"_s));
        eachAs(house, Rule::Address);
        static const QRegularExpression lane(anyCase(uR"((?<!\p{L})(?<!\d )(?<!\d, )(?:ngõ|ngách|hẻm) \d+[a-z]?(?:/\d+)*)"_s));
        eachAs(lane, Rule::Address, false);
    }

    void guiltWords()
    {
        static const QRegularExpression words(anyCase(
            uR"((?<!\p{L})(?:tên (?:trộm|cướp|giết người|tội phạm|nghiện|lừa đảo|côn đồ|sát nhân|cầm đầu)|kẻ(?! (?:vạch|sọc|ô|đường|bảng|lông mày))|hung thủ|thủ phạm|con nghiện|sát nhân|yêu râu xanh|nghịch tử|tội đồ)(?!\p{L}))"_s));
        eachAs(words, Rule::PresumptionOfInnocence, true, u"người nghi vấn"_s);
    }

    void secrets()
    {
        static const QRegularExpression mark(anyCase(
            uR"(\(\s*(?:(?:tuyệt|tối)\s+)?mật\s*\)|\[\s*(?:(?:tuyệt|tối)\s+)?mật\s*\]|(?<!\p{L})(?:tuyệt|tối) mật(?!\p{L})|(?<!\p{L})(?:độ|dấu) mật(?!\p{L})|(?-i:(?m:^)MẬT(?m:$)))"_s));
        eachAs(mark, Rule::ClassificationMark);
        static const QRegularExpression plan(anyCase(
            uR"((?<!\p{L})(?:kế hoạch số|\d+/(?:kh|pa)-[\p{L}\d\-]+|phương án (?:tác chiến|bảo vệ|số|bố trí)|lộ trình (?:của )?đoàn|bí số|trinh sát|cơ sở bí mật|đặc tình|(?:tổ )?(?:hóa|hoá) trang|quân số|bố trí \d+ (?:tổ|cán bộ|chiến sĩ|chốt|mũi)|kế hoạch (?:bố trí|bảo vệ|tác chiến))(?!\p{L}))"_s));
        eachAs(plan, Rule::OperationalPlan);
    }

    void children()
    {
        static const QRegularExpression named(exactly(uR"((?<!\p{L})(?:[Cc]háu|[Bb]é|[Bb]é gái|[Bb]é trai) (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}))"_s));
        static const QRegularExpression aged(anyCase(uR"((?<!\p{L})(?:cháu|bé|trẻ|em|học sinh|nữ sinh|nam sinh)(?: \p{L}+){0,3},? (\d{1,2}) tuổi)"_s));
        static const QRegularExpression kin(
            exactly(uR"((?<!\p{L})(?:[Cc]on|[Cc]háu|[Vv]ợ|[Cc]hồng|[Mm]ẹ|[Bb]ố|[Cc]ha|[Mm]ẹ kế|[Cc]on gái|[Cc]on trai) (?:của )?(?:anh|chị|ông|bà) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*))"_s));
        static const QRegularExpression school(anyCase(
            uR"((?<!\p{L})(?:trường (?:mầm non|mẫu giáo|tiểu học|trung học|thcs|thpt|cấp \d)|lớp (?:mẫu giáo|chồi|lá|mầm|\d{1,2}[a-z]?\d?))(?!\p{L}))"_s));
        static const QRegularExpression health(anyCase(uR"((?<!\p{L})(?:tại bệnh viện|nhập viện|thương tích|chấn thương|bệnh án|tâm thần|rối loạn|thai)(?!\p{L}))"_s));
        bool child = false;
        each(named, [&](const QRegularExpressionMatch &match) {
            if (match.captured(1).size() < 2 || isInCapitals(match.capturedStart(1)))
                return;
            child = true;
            add(Rule::MinorIdentity, true, {match.capturedStart(), match.capturedLength()});
        });
        each(aged, [&](const QRegularExpressionMatch &match) {
            if (match.captured(1).toInt() >= 16)
                return;
            child = true;
            add(Rule::MinorIdentity, true, {match.capturedStart(), match.capturedLength()});
        });
        each(kin, [&](const QRegularExpressionMatch &match) { add(Rule::FamilyMemberName, true, {match.capturedStart(), match.capturedLength()}); });
        if (child) {
            eachAs(school, Rule::School);
            eachAs(health, Rule::Health);
        }
    }

    // inside a headline every letter is a capital, so that a capital says nothing
    bool isInCapitals(qsizetype start) const
    {
        return start + 1 < m_text.size() && m_text.at(start + 1).isUpper();
    }

    void variables()
    {
        for (const Token &token : m_reading.tokens) {
            if (token.kind == Token::Variable && m_facts.filling.variables.value(token.value).trimmed().isEmpty())
                addInSource(Rule::UnresolvedVariable, true, token.range, token.value);
            if (token.kind == Token::CaseReference && !CaseNumber::fromString(token.value))
                addInSource(Rule::BadCaseReference, true, token.range, token.value);
        }
    }

    void source()
    {
        const auto written = m_reading.values(Token::Source);
        const QString name = written.isEmpty() ? text::display(m_facts.filling.sourceName).trimmed() : written.last();
        if (name.isEmpty()) {
            addInSource(Rule::MissingSource, true, {m_reading.source.size(), 0});
            return;
        }
        if (m_facts.allowedSources.isEmpty())
            return;
        const QString key = text::exactKey(name);
        const auto allowed = std::ranges::find_if(m_facts.allowedSources, [&](const AllowedSource &source) { return text::exactKey(source.name) == key; });
        if (allowed == m_facts.allowedSources.end()) {
            addInSource(Rule::SourceNotAllowed, true, sourceRange(), name);
            return;
        }
        if (allowed->urlPrefix.isEmpty()) {
            if (!m_facts.hasCase)
                addInSource(Rule::MissingCase, true, sourceRange(), name);
        } else if (m_facts.sourceUrl.isEmpty()) {
            addInSource(Rule::MissingSourceLink, true, sourceRange(), allowed->urlPrefix);
        } else if (!m_facts.sourceUrl.startsWith(allowed->urlPrefix)) {
            addInSource(Rule::SourceNotAllowed, true, sourceRange(), allowed->urlPrefix);
        }
    }

    TextRange sourceRange() const
    {
        for (const Token &token : m_reading.tokens) {
            if (token.kind == Token::Source)
                return token.range;
        }
        return {m_reading.source.size(), 0};
    }

    void shape()
    {
        const bool anything = std::ranges::any_of(m_reading.source, [](QChar c) { return c.isLetterOrNumber(); });
        if (!anything)
            addInSource(Rule::Empty, true, {0, m_reading.source.size()});
        else if (m_reading.values(Token::Headline).isEmpty())
            addInSource(Rule::MissingHeadline, false, {0, 0});
        if (m_text.size() > LengthLimit)
            add(Rule::TooLong, true, {LengthLimit, m_text.size() - LengthLimit}, QString::number(m_text.size() - LengthLimit));
        if (m_facts.unredactedMedia > 0)
            addInSource(Rule::UnredactedMedia, true, {m_reading.source.size(), 0}, QString::number(m_facts.unredactedMedia));
        if (m_facts.mixedMedia)
            addInSource(Rule::MixedMedia, true, {m_reading.source.size(), 0});
    }

    const Reading &m_reading;
    const GateFacts &m_facts;
    const QString &m_text;
    QList<Finding> m_found;
};

} // namespace

QList<Finding> inspect(const Reading &reading, const GateFacts &facts)
{
    return Inspector(reading, facts).run();
}

bool blocks(const QList<Finding> &findings)
{
    return std::ranges::any_of(findings, &Finding::blocks);
}

QString toWord(Rule rule)
{
    switch (rule) {
    case Rule::PersonalData: return u"personal_data"_s;
    case Rule::FullName: return u"full_name"_s;
    case Rule::Address: return u"address"_s;
    case Rule::PresumptionOfInnocence: return u"presumption_of_innocence"_s;
    case Rule::ClassificationMark: return u"classification_mark"_s;
    case Rule::OperationalPlan: return u"operational_plan"_s;
    case Rule::MinorIdentity: return u"minor_identity"_s;
    case Rule::FamilyMemberName: return u"family_member_name"_s;
    case Rule::School: return u"school"_s;
    case Rule::Health: return u"health"_s;
    case Rule::MissingSource: return u"missing_source"_s;
    case Rule::SourceNotAllowed: return u"source_not_allowed"_s;
    case Rule::MissingSourceLink: return u"missing_source_link"_s;
    case Rule::MissingCase: return u"missing_case"_s;
    case Rule::UnresolvedVariable: return u"unresolved_variable"_s;
    case Rule::BadCaseReference: return u"bad_case_reference"_s;
    case Rule::UnredactedMedia: return u"unredacted_media"_s;
    case Rule::MixedMedia: return u"mixed_media"_s;
    case Rule::Empty: return u"empty"_s;
    case Rule::TooLong: return u"too_long"_s;
    case Rule::MissingHeadline: return u"missing_headline"_s;
    }
    return {};
}

} // namespace trucban::post
