// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every input: says where it does not, and stops the fuzzer there.
#pragma once

#include <cstdio>
#include <cstdlib>

#define check(condition)                                                                   \
    do {                                                                                   \
        if (!(condition)) {                                                                \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                  \
        }                                                                                  \
    } while (false)
