/* fault.h - the suites that break something while requests come in. */
#ifndef VH_TEST_FAULT_H
#define VH_TEST_FAULT_H

#include "harness/suite.h"

extern const struct suite calls_suite, collection_suite, database_suite, pools_suite,
    doctor_suite;

#endif
