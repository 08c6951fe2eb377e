// SPDX-License-Identifier: GPL-3.0-or-later
// How posts speak on the screen: states, steps, findings, refusals.
#pragma once

#include "desk/publish/publish_values.h"
#include "domain/post_gate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/failure_words.h"

#include <QCoreApplication>

namespace trucban {

class PostWords
{
    Q_DECLARE_TR_FUNCTIONS(trucban::PostWords)
public:
    static QString state(BulletinState state);
    static Meaning meaning(BulletinState state);
    static QString icon(BulletinState state);
    static QString step(const BulletinStep &step);
    /// One sentence: what is wrong and what to write instead.
    static QString finding(const post::Finding &finding);
    static FailureWords failure(const Failure &failure);
    /// Facebook's refusal of a post, by the gateway's word
    /// 21/11/2026 22:45 on the clock of Hanoi
    enum Length { Full, Short };
    static QString moment(const QDateTime &when, Length length = Full);
};

} // namespace trucban
