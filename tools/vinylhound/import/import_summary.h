/* import_summary.h - what came of an import, in figures. */
#ifndef VH_IMPORT_SUMMARY_H
#define VH_IMPORT_SUMMARY_H

#include <stdio.h>

#include "import_load.h"
#include "import_read.h"
#include "import_report.h"

struct summary {
    struct report report;
    struct loader loader;
    struct read_totals totals[KINDS];
};

void summary_print(const struct summary *summary, FILE *out);

#endif
