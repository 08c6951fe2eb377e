// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_maker.h"

#include "base/result.h"
#include "domain/text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace trucban::bench {

namespace {

QStringList linesOf(const QString &name)
{
    QFile file(QStringLiteral(TRUCBAN_SOURCE_DIR) + u"/resources/sample/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the product's sample %s is not there", qPrintable(name));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

TextMaker::Piece TextMaker::piece(const QString &text)
{
    Piece made{text.normalized(QString::NormalizationForm_C).toStdString(), {}};
    static const QRegularExpression gap(u"[^a-z0-9]+"_s);
    for (const QString &word : text::plainKey(text).split(gap, Qt::SkipEmptyParts))
        made.words.push_back(word.left(60).toStdString());
    return made;
}

TextMaker::TextMaker()
{
    static const QRegularExpression end(u"(?<=[.!?])\\s+"_s);
    for (const QString &name : {u"citizens.jsonl"_s, u"posts.jsonl"_s}) {
        for (const QString &line : linesOf(name)) {
            const QJsonObject row = QJsonDocument::fromJson(line.toUtf8()).object();
            for (const QString &sentence : row[row.contains(u"body"_s) ? u"body"_s : u"text"_s].toString().split(end, Qt::SkipEmptyParts)) {
                const Piece one = piece(sentence.simplified());
                if (one.words.size() >= 4)
                    m_sentences.push_back(one);
            }
        }
    }
    for (const QString &line : linesOf(u"areas.csv"_s).mid(1)) {
        const QString name = line.section(u',', 2, 2);
        m_placeNames.append(name);
        m_places.push_back(piece(u"ở phường "_s + name));
    }
    const QStringList family{u"Nguyễn"_s, u"Trần"_s, u"Lê"_s, u"Phạm"_s, u"Hoàng"_s, u"Vũ"_s, u"Đặng"_s, u"Bùi"_s, u"Đỗ"_s, u"Ngô"_s};
    const QStringList middle{u"Văn"_s, u"Thị"_s, u"Minh"_s, u"Đức"_s, u"Thu"_s, u"Quang"_s};
    const QStringList given{u"An"_s, u"Bình"_s, u"Chi"_s, u"Dũng"_s, u"Giang"_s, u"Hà"_s, u"Hùng"_s, u"Khánh"_s, u"Lan"_s, u"Mai"_s, u"Nam"_s, u"Oanh"_s, u"Phúc"_s, u"Quân"_s, u"Sơn"_s, u"Tú"_s};
    for (const QString &a : family) {
        for (const QString &b : middle) {
            for (const QString &c : given) {
                m_personNames.append(a + u' ' + b + u' ' + c);
                m_people.push_back(piece(m_personNames.last()));
            }
        }
    }
}

QString TextMaker::rareWord(qint64 number)
{
    static const QStringList heads{u"ngoằng"_s, u"khuỳnh"_s, u"xuệch"_s, u"ruỗng"_s, u"quắc"_s, u"thoắt"_s, u"nguếch"_s, u"loằng"_s};
    const auto x = mixed(static_cast<std::uint64_t>(number) * 31 + 5);
    return heads[static_cast<int>(x % 8)] + u" xq"_s + QString::number(x >> 8, 36).left(5);
}

QString TextMaker::phone(qint64 number)
{
    return u"09%1"_s.arg(mixed(static_cast<std::uint64_t>(number) * 7 + 3) % 100000000, 8, 10, QLatin1Char('0'));
}

void TextMaker::make(qint64 number, std::string &text, std::string *lexemes) const
{
    text.clear();
    thread_local std::vector<const std::string *> words;
    thread_local std::vector<std::string> own;
    words.clear();
    own.clear();
    own.reserve(8);
    const auto put = [&](const Piece &piece) {
        if (!text.empty())
            text += ' ';
        text += piece.text;
        for (const std::string &word : piece.words)
            words.push_back(&word);
    };
    auto x = mixed(static_cast<std::uint64_t>(number));
    const auto draw = [&x](size_t most) { // small numbers more often: some sentences and places are common
        x = mixed(x);
        const double u = static_cast<double>(x >> 11) / 9007199254740992.0;
        return static_cast<size_t>(u * u * static_cast<double>(most));
    };
    const size_t sentences = 1 + x % 2;
    for (size_t i = 0; i < sentences; ++i)
        put(m_sentences[draw(m_sentences.size())]);
    if (x % 3 == 0)
        put(m_places[draw(m_places.size())]);
    if (x % 5 == 0)
        put(m_people[draw(m_people.size())]);
    const auto putOwn = [&](const QString &plain, const QString &shown) {
        text += ' ';
        text += shown.toStdString();
        for (const QString &word : plain.split(u' ')) {
            own.push_back(word.toStdString());
            words.push_back(&own.back());
        }
    };
    if (number % 997 == 0)
        putOwn(text::plainKey(rareWord(number)), rareWord(number));
    if (number % 40 == 7)
        putOwn(phone(number), phone(number));
    if (!lexemes)
        return;
    thread_local std::vector<std::string> all;
    all.clear();
    for (size_t i = 0; i < words.size(); ++i) {
        all.push_back(*words[i]);
        if (i + 1 < words.size())
            all.push_back(*words[i] + '_' + *words[i + 1]);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    lexemes->clear();
    for (const std::string &lexeme : all) {
        *lexemes += '\'';
        *lexemes += lexeme;
        *lexemes += "' ";
    }
}

} // namespace trucban::bench
