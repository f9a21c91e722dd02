/* units.h - the suites of core's and the services' units; each is in test_<file>.c. */
#ifndef VH_UNITS_H
#define VH_UNITS_H

#include "harness/suite.h"

extern const struct suite arena_suite, auth_suite, claims_suite, codec_suite,
    config_suite, cursor_suite, log_suite, markup_suite, query_suite, route_suite,
    body_suite, score_suite, burst_suite, shape_suite, shape_read_suite,
    shape_values_suite, shape_diff_suite, trace_suite, email_suite, seal_suite,
    breaker_suite, service_token_suite, password_common_suite;

#endif
