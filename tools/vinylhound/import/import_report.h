/* import_report.h - what an import could not take: counted by reason, and named. */
#ifndef VH_IMPORT_REPORT_H
#define VH_IMPORT_REPORT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "import_batch.h"

enum trouble {
    NOT_XML,    /* the parser refuses the record */
    NOT_WHOLE,  /* not closed, or cut off */
    NOT_USABLE, /* without an id or a name, or with too long lists */
    TWICE,      /* its id has been in the same file */
    TROUBLES
};

struct report {
    FILE *file;     /* --report, or NULL: the first few go to standard error */
    uint64_t shown; /* on standard error */
    uint64_t counts[KINDS][TROUBLES];
    uint64_t damaged; /* files that could not be read to their end */
};

/* Opens `path`, or nothing for NULL. False after a complaint. */
bool report_open(struct report *report, const char *path);
bool report_close(struct report *report);

/* One record: `bytes` is what there is of it, for its id. */
void report_record(struct report *report, const char *path, enum kind kind,
                   enum trouble trouble, const char *bytes, size_t length,
                   const char *reason);

/* One artist or album of which the fields that editors have set stay as they are. Safe
 * from the storing thread. */
void report_kept(struct report *report, const char *noun, const char *id,
                 const char *fields);

/* One file that cannot be read any further. */
void report_file(struct report *report, const char *path, const char *reason);

/* The id in a record's own text, which need not be right XML; 0 if there is none. */
uint32_t report_find_id(const char *bytes, size_t length);

const char *trouble_name(enum trouble trouble);

#endif
