/* test_trace.c - traceparent, taken up or begun. */
#include <string.h>

#include "core/trace.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

#define ID "0af7651916cd43dd8448eb211c80319c"

static bool is_hex(const char *text, size_t length)
{
    return strlen(text) == length && strspn(text, "0123456789abcdef") == length &&
           strspn(text, "0") < length;
}

static void taken_up(void)
{
    static const char *const good[] = {
        "00-" ID "-b7ad6b7169203331-01",
        "00-" ID "-b7ad6b7169203331-00",
        "01-" ID "-b7ad6b7169203331-01",
        "cc-" ID "-b7ad6b7169203331-01-what-the-future-will-be-like",
    };
    struct trace trace;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        trace_take(&trace, good[i]);
        EXPECT_TEXT(trace.id, ID);
    }
}

static void begun(void)
{
    static const char *const bad[] = {
        NULL,
        "",
        "00",
        "00-" ID "-b7ad6b7169203331",
        "00-" ID "-b7ad6b7169203331-1",
        "00-" ID "-b7ad6b7169203331-01-more",
        "00-" ID "-b7ad6b7169203331-0100",
        "ff-" ID "-b7ad6b7169203331-01",
        "0-" ID "-b7ad6b7169203331-001",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-" ID "-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319-cb7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
        "00_" ID "_b7ad6b7169203331_01",
        "01-" ID "-b7ad6b7169203331-01more",
    };
    struct trace trace;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        trace_take(&trace, bad[i]);
        EXPECT(is_hex(trace.id, 32), "id %s", trace.id);
        EXPECT(strcmp(trace.id, ID) != 0, "%s was taken up", bad[i]);
    }
}

static void different(void)
{
    struct trace first, second;

    trace_take(&first, NULL);
    trace_take(&second, NULL);
    EXPECT(strcmp(first.id, second.id) != 0, "two traces have the id %s", first.id);
}

static void bad_flags(void)
{
    struct trace trace;

    trace_take(&trace, "00-" ID "-b7ad6b7169203331-zz");
    EXPECT(strcmp(trace.id, ID) != 0, "flags that are no hexadecimal were taken up");
}

static const struct test tests[] = {
    {"trace: a W3C traceparent is taken up, a later version's too", taken_up },
    {"trace: a missing or malformed one begins a trace",            begun    },
    {"trace: each that is begun is another",                        different},
    {"trace: flags must be hexadecimal",                            bad_flags},
};
const struct suite trace_suite = SUITE("trace", tests);
