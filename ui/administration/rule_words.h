// SPDX-License-Identifier: GPL-3.0-or-later
// Rules in words: what they ask for, what they propose, how a trial went, why one was refused.
#pragma once

#include "desk/case_values.h"
#include "desk/rule_desk.h"
#include "ui/widgets/failure_words.h"

namespace trucban::ruleWords {

QString term(int amount, QStringView unit);
QString conditions(const Rule &rule, const CaseReference &reference);
QString proposal(const Rule &rule, const CaseReference &reference);
/// "on", "off", "off, not tried yet"
QString state(const Rule &rule);
QString tried(const Rule &rule);
QString summary(const RuleRun &run, const Rule &rule);
/// Only the parts the rule has a say in
QString side(const RuleSample::Side &side, const Rule &rule, const CaseReference &reference);
QString compared(const RuleSample &sample, const Rule &rule);
FailureWords refusal(const Failure &failure);

} // namespace trucban::ruleWords
