/* suite.c - runs tests by CUnit. */
#include "suite.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/banned.h"

#define SHOWN 12 /* failed checks of a test */

static struct {
    void (*clean)(void);
    unsigned passed, failed;
    unsigned asserted; /* before the test that runs */
    const char *running;
} state;

void suite_after_each(void (*clean)(void))
{
    state.clean = clean;
}

static void begin(const CU_pTest test, const CU_pSuite suite)
{
    (void)suite;
    state.running = test->pName;
    state.asserted = CU_get_number_of_asserts();
}

/* The first few: one fault may fail a hundred checks. */
static void show(const CU_FailureRecord *failures)
{
    int shown = 0;

    for (; failures != NULL && shown < SHOWN; failures = failures->pNext, shown++)
        printf("       %s:%u: %s\n",
               failures->strFileName == NULL ? "?" : failures->strFileName,
               failures->uiLineNumber,
               failures->strCondition == NULL ? "?" : failures->strCondition);
    if (failures != NULL)
        printf("       and more\n");
}

static void end(const CU_pTest test, const CU_pSuite suite,
                const CU_pFailureRecord failures)
{
    bool idle = CU_get_number_of_asserts() == state.asserted;

    (void)suite;
    if (failures == NULL && !idle) {
        state.passed++;
        printf("ok     %s\n", test->pName);
    } else {
        state.failed++;
        printf("FAILED %s\n", test->pName);
        if (idle)
            printf("       it checked nothing\n");
    }
    show(failures);
    fflush(stdout);
    if (state.clean != NULL)
        state.clean();
}

/* A test hangs: what it waits for may never come, so the program ends here. */
static void out_of_time(int number)
{
    char text[512];
    int length;

    (void)number;
    length = snprintf(
        text, sizeof text, "FAILED %s\n       out of time\n%u passed, %u failed\n",
        state.running == NULL ? "?" : state.running, state.passed, state.failed + 1);
    if (write(STDOUT_FILENO, text, (size_t)length) < 0)
        _exit(2);
    _exit(1);
}

static bool add(const struct suite *suite, const char *wanted)
{
    CU_pSuite group = CU_add_suite(suite->name, NULL, NULL);

    for (size_t i = 0; group != NULL && i < suite->count; i++) {
        if (wanted != NULL && strstr(suite->tests[i].name, wanted) == NULL &&
            strstr(suite->name, wanted) == NULL)
            continue;
        if (CU_add_test(group, suite->tests[i].name, suite->tests[i].run) == NULL ||
            CU_get_error() != CUE_SUCCESS)
            group = NULL;
    }
    if (group == NULL)
        fprintf(stderr, "%s: %s (two tests of one name?)\n", suite->name,
                CU_get_error_msg());
    return group != NULL;
}

int suite_main(const struct suite *const *suites, size_t count, unsigned seconds,
               int argc, char **argv)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    for (size_t i = 0; i < count; i++)
        if (!add(suites[i], argc > 1 ? argv[1] : NULL))
            return 2;
    CU_set_test_start_handler(begin);
    CU_set_test_complete_handler(end);
    signal(SIGALRM, out_of_time);
    signal(SIGPIPE, SIG_IGN);
    alarm(seconds);
    CU_run_all_tests();
    alarm(0);
    CU_cleanup_registry();
    printf("%u passed, %u failed\n", state.passed, state.failed);
    return state.failed > 0 || state.passed == 0;
}
