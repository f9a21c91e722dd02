/* import_summary.h - what came of an import, in figures. */
#ifndef VH_IMPORT_SUMMARY_H
#define VH_IMPORT_SUMMARY_H

#include <stdio.h>

#include "import_ahead.h"
#include "import_read.h"
#include "import_report.h"
#include "import_store.h"

struct summary {
    struct report report;
    struct ahead ahead;
    struct store store;
    struct read_totals totals[KINDS];
};

void summary_print(const struct summary *summary, FILE *out);

#endif
