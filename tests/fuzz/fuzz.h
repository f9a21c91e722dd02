/* fuzz.h - what the fuzzing targets share. A target is one function that libFuzzer calls
 * with bytes of its own making; it insists on what the headers promise, and dies where
 * that does not hold. */
#ifndef VH_FUZZ_H
#define VH_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition) ((condition) ? (void)0 : fuzz_broken(#condition, __LINE__))

static inline _Noreturn void fuzz_broken(const char *condition, int line)
{
    fprintf(stderr, "line %d: does not hold: %s\n", line, condition);
    abort();
}

/* The arena of this run, emptied, and lent to Jansson. The same one in each run. */
struct arena *fuzz_arena(void);

/* The next line of [*data, *data + *size) as text (cut at a NUL), moved over. "" at the
 * end. */
char *fuzz_line(struct arena *arena, const uint8_t **data, size_t *size);

/* core/shape.h's text_is_utf8, for those who cannot include it: it and the importer each
 * have a struct rows. */
bool fuzz_is_utf8(const char *text);

/* The rows of a staging table (tools/vinylhound/base/rows.h) are whole. */
struct rows;
void fuzz_check_rows(struct rows *rows);

/* All that is left, likewise. */
char *fuzz_rest(struct arena *arena, const uint8_t *data, size_t size);

#endif
