/* test_breaker.c - a circuit breaker's three states, by a clock of the test's own. */
#include "core/breaker.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

static void fail_often(struct breaker *breaker, int times, double now)
{
    for (int i = 0; i < times; i++)
        breaker_note(breaker, false, now);
}

static void opens(void)
{
    struct breaker breaker = {0};

    fail_often(&breaker, BREAKER_FAILURES - 1, 10);
    EXPECT(breaker_admits(&breaker, 10), "open too soon");
    breaker_note(&breaker, false, 10);
    EXPECT_INT(breaker.state, BREAKER_OPEN);
    EXPECT(!breaker_admits(&breaker, 10) &&
               !breaker_admits(&breaker, 10 + BREAKER_SECONDS * 0.99),
           "a call is made");
    EXPECT_INT((int64_t)breaker.refused, 2);
    EXPECT_INT((int64_t)breaker.opened, 1);
}

static void in_a_row(void)
{
    struct breaker breaker = {0};

    for (int i = 0; i < 10; i++) {
        fail_often(&breaker, BREAKER_FAILURES - 1, 10);
        breaker_note(&breaker, true, 10);
    }
    EXPECT_INT(breaker.state, BREAKER_CLOSED);
    EXPECT(breaker_admits(&breaker, 10), "open though every fifth went well");
}

static void half_open(void)
{
    struct breaker breaker = {0};
    double now = 10 + BREAKER_SECONDS;

    fail_often(&breaker, BREAKER_FAILURES, 10);
    EXPECT(breaker_admits(&breaker, now), "no probe");
    EXPECT_INT(breaker.state, BREAKER_HALF_OPEN);
    EXPECT(!breaker_admits(&breaker, now), "two probes");
    breaker_note(&breaker, false, now);
    EXPECT_INT(breaker.state, BREAKER_OPEN);
    EXPECT(!breaker_admits(&breaker, now + BREAKER_SECONDS / 2), "a call is made");
    now += BREAKER_SECONDS;
    EXPECT(breaker_admits(&breaker, now), "no second probe");
    breaker_note(&breaker, true, now);
    EXPECT_INT(breaker.state, BREAKER_CLOSED);
    EXPECT(breaker_admits(&breaker, now) && breaker_admits(&breaker, now), "not closed");
    EXPECT_INT((int64_t)breaker.opened, 1);
    fail_often(&breaker, BREAKER_FAILURES - 1, now);
    EXPECT(breaker_admits(&breaker, now), "the failures from before still count");
}

static void lost_probe(void)
{
    struct breaker breaker = {0};

    fail_often(&breaker, BREAKER_FAILURES, 10);
    EXPECT(breaker_admits(&breaker, 10 + BREAKER_SECONDS), "no probe");
    /* its process is killed: nothing is noted */
    EXPECT(!breaker_admits(&breaker, 10 + BREAKER_SECONDS * 1.5), "two probes");
    EXPECT(breaker_admits(&breaker, 10 + BREAKER_SECONDS * 2), "stuck half-open");
}

static const struct test tests[] = {
    {"breaker: opens after five failures, and then no call is made", opens     },
    {"breaker: only failures in a row count",                        in_a_row  },
    {"breaker: half-open lets one through, whose result decides",    half_open },
    {"breaker: a probe that never returns is followed by another",   lost_probe},
};
const struct suite breaker_suite = SUITE("breaker", tests);
