/* suite.h - runs tests by CUnit: one line a test as it ends, `N passed, N failed` at the
 * end. A test is a sentence and a function; a test that checks nothing fails. */
#ifndef VH_TEST_SUITE_H
#define VH_TEST_SUITE_H

#include <stddef.h>

struct test {
    const char *name; /* "GET /ratings/{id}: another user's private rating is 404" */
    void (*run)(void);
};

struct suite {
    const char *name;
    const struct test *tests;
    size_t count;
};

#define SUITE(title, table)                                                              \
    {                                                                                    \
        .name = title, .tests = table, .count = sizeof table / sizeof *table             \
    }

/* Something to be done after each test, whichever way it ended; once, before
 * suite_main. */
void suite_after_each(void (*clean)(void));

/* Runs them all, or those whose name holds argv[1]. Whatever hangs is ended after
 * `seconds`, and counts as failed. The exit status: 0 if none failed. */
int suite_main(const struct suite *const *suites, size_t count, unsigned seconds,
               int argc, char **argv);

#endif
