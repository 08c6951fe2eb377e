// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents.h"

#include <QFile>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace samples {

static QString letter(const QString &words)
{
    return u"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN PHẢN ÁNH\n\nKính gửi: Công an thành phố\n\n%1\n\nKính đề nghị cơ quan công an xem xét, giải quyết.\n\nNgười viết đơn (mẫu, không có thật)"_s
        .arg(words);
}

static bool writePdf(const QString &path, const QString &title, const QString &text)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(title);
    writer.setResolution(96);
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    QFont font(u"Noto Serif"_s);
    font.setPointSize(12);
    painter.setFont(font);
    painter.drawText(QRect(40, 40, writer.width() - 80, writer.height() - 80), Qt::TextWordWrap, text);
    return painter.end();
}

// ---- a Word document: a zip of three small parts, stored -----------------------------------------------------------------------

static quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int i = 0; i < 8; ++i)
            crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }
    return ~crc;
}

template<typename Number>
static QByteArray little(Number value)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

static QByteArray zipped(const QList<std::pair<QByteArray, QByteArray>> &parts)
{
    QByteArray out, directory;
    for (const auto &[name, content] : parts) {
        const QByteArray common = little<quint16>(20) + little<quint16>(0) + little<quint16>(0) + little<quint32>(0x5a210000)
                                  + little(crc32(content)) + little(quint32(content.size())) + little(quint32(content.size()))
                                  + little(quint16(name.size())) + little<quint16>(0);
        directory += "PK\x01\x02" + little<quint16>(20) + common + little<quint16>(0) + little<quint16>(0) + little<quint16>(0)
                     + little<quint32>(0) + little(quint32(out.size())) + name;
        out += "PK\x03\x04" + common + name + content;
    }
    const quint32 start = quint32(out.size());
    return out + directory + "PK\x05\x06" + little<quint32>(0) + little(quint16(parts.size())) + little(quint16(parts.size()))
           + little(quint32(directory.size())) + little(start) + little<quint16>(0);
}

static QByteArray wordDocument(const QString &text)
{
    QString paragraphs;
    for (const QString &line : text.split(u'\n'))
        paragraphs += u"<w:p><w:r><w:t>%1</w:t></w:r></w:p>"_s.arg(line.toHtmlEscaped());
    static const QByteArray head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    return zipped(
        {{"[Content_Types].xml",
          head
              + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
         {"_rels/.rels",
          head
              + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
         {"word/document.xml", head + R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)"
                                   + paragraphs.toUtf8() + "</w:body></w:document>"}});
}

std::expected<void, QString> writeDocument(const QString &path, const QString &mime, const QString &title, const QString &words)
{
    const QString text = letter(words);
    if (mime == u"application/pdf")
        return writePdf(path, title, text) ? std::expected<void, QString>() : std::unexpected(u"%1 cannot be written"_s.arg(path));
    QFile file(path);
    const QByteArray bytes = mime.contains(u"wordprocessingml") ? wordDocument(text) : text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return std::unexpected(u"%1 cannot be written"_s.arg(path));
    return {};
}

} // namespace samples
