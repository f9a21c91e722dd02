/* units.c - runs the units. */
#include "units.h"

#include "core/arena.h"

#include "core/banned.h"

#define SECONDS 60

int main(int argc, char **argv)
{
    static const struct suite *const suites[] = {
        &arena_suite,  &codec_suite,         &config_suite,          &trace_suite,
        &shape_suite,  &shape_read_suite,    &shape_values_suite,    &shape_diff_suite,
        &query_suite,  &cursor_suite,        &route_suite,           &body_suite,
        &log_suite,    &score_suite,         &burst_suite,           &auth_suite,
        &claims_suite, &seal_suite,          &email_suite,           &breaker_suite,
        &markup_suite, &service_token_suite, &password_common_suite,
    };

    arena_serve_jansson();
    return suite_main(suites, sizeof suites / sizeof *suites, SECONDS, argc, argv);
}
