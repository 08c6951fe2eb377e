// SPDX-License-Identifier: GPL-3.0-or-later
// Slip: "Phiếu chuyển" in the layout of Decree 30/2020, annex I. Two copies: one for the unit, one to be signed back and kept.
#pragma once

#include "paper/page.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace trucban::paper {

struct Slip {
    struct Message {
        QDateTime at;
        QString text;
        QString converted; // out of an old encoding
    };
    struct File {
        QString kind, name, mime, sha256, state;
        qint64 bytes = -1;
    };
    struct Other {
        QString name;
        bool lead = false;
    };

    QString superior, issuer, place, authority, post, contact, numberPattern; // of the head and the signature
    QString page;
    QString number; // empty until it is signed
    QString code;
    QString caseNumber;
    QString channel, citizen, category, urgency, track, area, areaType;
    QString unit;
    bool lead = true;
    QList<Other> others;
    QString instruction;
    QDateTime openedAt, receivedAt, sentAt, dueAt, signedAt, receivedBackAt, printedAt;
    QString receivedBy;
    QString officer;
    QString signer;   // rank and name
    QStringList identity; // who the citizen is; empty: hidden
    QList<Message> messages;
    QList<File> files;
    bool draft = true;
    bool voided = false;
    QString voidReason;

    /// The answer of desk.slip_paper or desk.inspect_slip
    static Slip from(const QJsonObject &sheet);
    /// What the QR code says: case number and check code
    QString codeText() const { return caseNumber + u' ' + code; }
    /// The marks of Decree 30/2020: an emergency that runs out within two hours is HỎA TỐC …
    QString mark() const;
};

enum class Copies { Both, ForUnit, ToKeep };

void layOut(const Slip &slip, const PageSink &sink, Copies copies = Copies::Both);
/// How many sheets were written
Result<int> slipPdf(const QList<Slip> &slips, const QString &path, Copies copies = Copies::Both);
/// "phieu-chuyen-26-000123-05.pdf"
QString slipFileName(const Slip &slip);

} // namespace trucban::paper
