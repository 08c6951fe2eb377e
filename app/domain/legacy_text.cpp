// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/legacy_text.h"

#include <QHash>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace trucban::text {

namespace {

constexpr QStringView TcvnFrom = u"µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";
constexpr QStringView TcvnTo = u"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
static_assert(TcvnFrom.size() == TcvnTo.size());

// units that a TCVN3 text is full of and that Vietnamese in Unicode never has inside a word
constexpr QStringView TcvnSigns = u"µ¶·¹¨»¼½¾Æ©ÇÈÉË®ÎÏÑªÖ×ØÞß«åæç¬ëîïñô\u00ADö÷øûüþ§¦¥¤£¢¡";

struct VniPair {
    char16_t base;
    char16_t mark;
    QChar letter;
};

const QList<VniPair> &vniPairs()
{
    static const QList<VniPair> pairs = [] {
        QList<VniPair> all;
        const QStringView tones = u"øùûõï";
        const auto add = [&](char16_t base, QStringView marks, QStringView letters) {
            for (qsizetype i = 0; i < marks.size(); ++i) {
                all.append({base, marks.at(i).unicode(), letters.at(i)});
                all.append({QChar(base).toUpper().unicode(), marks.at(i).toUpper().unicode(), letters.at(i).toUpper()});
            }
        };
        add(u'a', tones, u"àáảãạ");
        add(u'a', u"êèéúüë", u"ăằắẳẵặ");
        add(u'a', u"âàáåãä", u"âầấẩẫậ");
        add(u'e', tones, u"èéẻẽẹ");
        add(u'e', u"âàáåãä", u"êềếểễệ");
        add(u'o', tones, u"òóỏõọ");
        add(u'o', u"âàáåãä", u"ôồốổỗộ");
        add(u'ô', tones, u"ờớởỡợ");
        add(u'u', tones, u"ùúủũụ");
        add(u'ö', tones, u"ừứửữự");
        add(u'y', tones.first(4), u"ỳýỷỹ");
        return all;
    }();
    return pairs;
}

constexpr QStringView VniAloneFrom = u"ñÑôÔöÖìíæóòÌÍÆÓÒîÎ";
constexpr QStringView VniAloneTo = u"đĐơƠưƯìíỉĩịÌÍỈĨỊỵỴ";
constexpr QStringView VniSigns = u"øùûõïñöæåäëêâ";

const QSet<QString> &rimes()
{
    static const QSet<QString> all = [] {
        const QString list = u"a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
                             "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
                             "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot "
                             "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up "
                             "ut uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu "
                             "ynh yt"_s;
        const QStringList parts = list.split(u' ');
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return all;
}

// the syllable without its tone: `ệ` → `ê`
QString withoutTone(const QString &word)
{
    QString parts = word.toLower().normalized(QString::NormalizationForm_D);
    parts.removeIf([](QChar c) { return c == u'\u0300' || c == u'\u0301' || c == u'\u0303' || c == u'\u0309' || c == u'\u0323'; });
    return parts.normalized(QString::NormalizationForm_C);
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

struct Verdict {
    int signs = 0;   // words that carry a sign of the encoding
    int read = 0;    // … and become a Vietnamese syllable
    int changed = 0; // words the reading changed
    int readable = 0;
    bool holds() const { return signs >= 2 && read * 5 >= signs * 4 && readable * 4 >= changed * 3; }
};

template<typename Convert, typename HasSign>
Verdict judge(const QString &received, Convert convert, HasSign hasSign)
{
    Verdict verdict;
    const auto words = received.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QString reading = convert(word);
        if (reading == word)
            continue;
        reading.removeIf([](QChar c) { return c.isPunct() || c.isSymbol() || c.isDigit(); });
        const bool good = isVietnameseSyllable(reading);
        ++verdict.changed;
        verdict.readable += good;
        if (hasSign(word)) {
            ++verdict.signs;
            verdict.read += good;
        }
    }
    return verdict;
}

bool hasTcvnSign(const QString &word)
{
    return std::ranges::any_of(word, [](QChar c) { return TcvnSigns.contains(c); });
}

bool hasVniSign(const QString &word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (word.at(i).toLower() == u'ñ' || word.at(i).toLower() == u'ö')
            return true;
        if (i > 0 && QStringView(u"aeouyôö").contains(word.at(i - 1).toLower()) && VniSigns.contains(word.at(i).toLower()))
            return true;
    }
    return false;
}

bool hasViqrSign(const QString &word)
{
    static const QStringList signs{u"a^"_s, u"e^"_s, u"o^"_s, u"a("_s, u"o+"_s, u"u+"_s, u"A^"_s, u"E^"_s, u"O^"_s, u"A("_s, u"O+"_s, u"U+"_s};
    return std::ranges::any_of(signs, [&](const QString &sign) { return word.contains(sign); });
}

// the combining mark a VIQR sign stands for after this letter, or null
char16_t viqrMark(QChar letter, QChar sign)
{
    const QChar base = letter.toLower();
    const QChar plain = base.decomposition().isEmpty() ? base : base.decomposition().at(0);
    switch (sign.unicode()) {
    case u'^': return QStringView(u"aeo").contains(base) ? 0x0302 : 0;
    case u'(': return base == u'a' ? 0x0306 : 0;
    case u'+': return QStringView(u"ou").contains(base) ? 0x031B : 0;
    case u'\'': return QStringView(u"aeiouy").contains(plain) ? 0x0301 : 0;
    case u'`': return QStringView(u"aeiouy").contains(plain) ? 0x0300 : 0;
    case u'?': return QStringView(u"aeiouy").contains(plain) ? 0x0309 : 0;
    case u'~': return QStringView(u"aeiouy").contains(plain) ? 0x0303 : 0;
    case u'.': return QStringView(u"aeiouy").contains(plain) ? 0x0323 : 0;
    }
    return 0;
}

} // namespace

bool isVietnameseSyllable(const QString &word)
{
    static const std::array onsets{u"ngh"_s, u"ng"_s, u"nh"_s, u"ch"_s, u"gh"_s, u"kh"_s, u"ph"_s, u"th"_s, u"tr"_s, u"gi"_s, u"qu"_s,
                                   u"b"_s, u"c"_s, u"d"_s, u"đ"_s, u"g"_s, u"h"_s, u"k"_s, u"l"_s, u"m"_s, u"n"_s, u"p"_s,
                                   u"r"_s, u"s"_s, u"t"_s, u"v"_s, u"x"_s, u""_s};
    const QString bare = withoutTone(word);
    if (bare.isEmpty() || bare.size() > 7)
        return false;
    return std::ranges::any_of(onsets, [&](const QString &onset) { return bare.startsWith(onset) && rimes().contains(bare.sliced(onset.size())); })
        || bare == u"gi"_s || bare == u"gin"_s;
}

QString fromTcvn3(const QString &text)
{
    QString read = text;
    for (QChar &c : read) {
        const auto at = TcvnFrom.indexOf(c);
        if (at >= 0)
            c = TcvnTo.at(at);
    }
    return read;
}

QString fromVni(const QString &text)
{
    static const QHash<quint32, QChar> pairs = [] {
        QHash<quint32, QChar> table;
        for (const VniPair &pair : vniPairs())
            table.insert(quint32(pair.base) << 16 | pair.mark, pair.letter);
        return table;
    }();
    QString read;
    read.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QChar pair = i + 1 < text.size() ? pairs.value(quint32(c.unicode()) << 16 | text.at(i + 1).unicode()) : QChar();
        if (!pair.isNull()) {
            read.append(pair);
            ++i;
            continue;
        }
        const auto at = VniAloneFrom.indexOf(c);
        read.append(at >= 0 ? VniAloneTo.at(at) : c);
    }
    return read;
}

QString fromViqr(const QString &text)
{
    QString read;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (c == u'\\' && !next.isNull()) {
            read.append(next);
            ++i;
            continue;
        }
        if ((c == u'd' || c == u'D') && (next == u'd' || next == u'D')) {
            read.append(c == u'd' ? u'đ' : u'Đ');
            ++i;
            continue;
        }
        const bool endsSentence = (c == u'.' || c == u'?') && (next.isNull() || (next == u' ' && i + 2 < text.size() && text.at(i + 2).isUpper()));
        const char16_t mark = read.isEmpty() || endsSentence ? u'\0' : viqrMark(read.back(), c);
        if (!mark) {
            read.append(c);
            continue;
        }
        const QString joined = (QString(read.back()) + QChar(mark)).normalized(QString::NormalizationForm_C);
        read.chop(1);
        read.append(joined);
    }
    return read;
}

std::optional<LegacyReading> legacyReading(const QString &received)
{
    const QString text = received.normalized(QString::NormalizationForm_C);
    const bool anySign = std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x80 || c == u'^' || c == u'(' || c == u'+'; });
    if (!anySign || !std::ranges::any_of(text, isAsciiLetter))
        return std::nullopt;
    if (judge(text, fromTcvn3, hasTcvnSign).holds())
        return LegacyReading{LegacyEncoding::Tcvn3, fromTcvn3(text)};
    if (judge(text, fromVni, hasVniSign).holds())
        return LegacyReading{LegacyEncoding::VniWindows, fromVni(text)};
    if (judge(text, fromViqr, hasViqrSign).holds())
        return LegacyReading{LegacyEncoding::Viqr, fromViqr(text)};
    return std::nullopt;
}

} // namespace trucban::text
