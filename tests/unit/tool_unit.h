/* tool_unit.h - the main of a unit test of tools/vinylhound: one suite, tests named as
 * sentences. */
#ifndef VH_TOOL_UNIT_H
#define VH_TOOL_UNIT_H

#include <CUnit/Basic.h>
#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct unit {
    const char *sentence;
    void (*run)(void);
};

/* Runs `count` tests; the exit status. */
static inline int run_units(const char *suite_name, const struct unit *units,
                            size_t count)
{
    unsigned failures = 1;
    CU_pSuite suite;

    if (CU_initialize_registry() != CUE_SUCCESS)
        return EXIT_FAILURE;
    suite = CU_add_suite(suite_name, NULL, NULL);
    for (size_t i = 0; suite != NULL && i < count; i++)
        if (CU_add_test(suite, units[i].sentence, units[i].run) == NULL)
            suite = NULL;
    if (suite != NULL) {
        CU_basic_set_mode(CU_BRM_VERBOSE);
        CU_basic_run_tests();
        failures = CU_get_number_of_failures();
    }
    CU_cleanup_registry();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Both NULL, or the same text. Says what they are if not. */
static inline int same_text(const char *got, const char *wanted)
{
    int same = got == NULL || wanted == NULL ? got == wanted : strcmp(got, wanted) == 0;

    if (!same)
        printf("\n    got    \"%s\"\n    wanted \"%s\"\n", got == NULL ? "(none)" : got,
               wanted == NULL ? "(none)" : wanted);
    return same;
}

#endif
