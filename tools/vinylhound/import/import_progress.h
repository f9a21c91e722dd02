/* import_progress.h - how far an import is: a bar on a terminal, else a line now and
 * then. */
#ifndef VH_IMPORT_PROGRESS_H
#define VH_IMPORT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

/* Back to the beginning of a terminal's line, and empties it. */
#define CLEAR_LINE "\r\033[K"

struct progress {
    FILE *out;
    bool terminal;
    const char *what;    /* "releases" */
    uint64_t done, size; /* bytes of the file; size 0: unknown */
    uint64_t records;    /* of the file */
    struct timespec began, shown;
};

void progress_start(struct progress *progress, FILE *out, const char *what,
                    uint64_t size);

/* Shows it if it is time to: on a terminal five times a second, else every five seconds.
 */
void progress_tick(struct progress *progress, uint64_t done, uint64_t records);

/* Clears the bar. Seconds since the start. */
double progress_end(struct progress *progress);

/* "12 s", "3 min 20 s", "2 h 05 min" */
void progress_duration(double seconds, char *out, size_t size);

/* One line of it, no longer than `width` columns; with a bar if `bar`. */
void progress_line(const struct progress *progress, double seconds, bool bar, char *out,
                   size_t size);

#endif
