// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/failure_words.h"

#include <QCoreApplication>

namespace trucban {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FailureWords)
};

} // namespace

FailureWords wordsFor(const Failure &failure)
{
    switch (failure.kind) {
    case Failure::Offline:
        return {Words::tr("The server cannot be reached."), Words::tr("What you typed is kept."),
                Words::tr("The program reconnects by itself; then try again.")};
    case Failure::Conflict:
        return {Words::tr("Somebody else was faster: this has changed since you saw it."), Words::tr("Nothing was overwritten."),
                Words::tr("Look again, then repeat the step if it still makes sense.")};
    case Failure::NotFound:
        return {Words::tr("This is no longer there."), Words::tr("Nothing was changed."), Words::tr("Go back to the list and look again.")};
    case Failure::NotAllowed:
        return {Words::tr("Your role or the state of this case does not allow this step."), Words::tr("Nothing was changed."),
                Words::tr("Ask the supervisor on duty if it has to be done.")};
    case Failure::Invalid:
        return {Words::tr("A field is not right yet."), Words::tr("What you typed is kept."), Words::tr("Mend the field and try again.")};
    case Failure::Bug:
        break;
    }
    return {Words::tr("Something went wrong inside the program (%1).").arg(failure.code), Words::tr("What you typed is kept."),
            Words::tr("Try again; if it stays, tell the administrator this word and the time.")};
}

} // namespace trucban
