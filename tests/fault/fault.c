/* fault.c - runs the suites that break something. */
#include "fault.h"

#include <stdlib.h>

#include "harness/http.h"

#include "core/banned.h"

#define SECONDS 150
#define SECONDS_MOST 800 /* with more CHANGES than usual */

int main(int argc, char **argv)
{
    static const struct suite *const suites[] = {
        &pools_suite, &doctor_suite, &calls_suite, &collection_suite, &database_suite};

    suite_after_each(http_forget);
    return suite_main(suites, sizeof suites / sizeof *suites,
                      getenv("CHANGES") == NULL ? SECONDS : SECONDS_MOST, argc, argv);
}
