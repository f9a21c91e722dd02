/* import_progress.c - how far an import is. */
#include "import_progress.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "core/banned.h"

#define BAR 24
#define TERMINAL_S 0.2
#define LINES_S 5.0

static double seconds_since(const struct timespec *then)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) +
           (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

void progress_start(struct progress *progress, FILE *out, const char *what, uint64_t size)
{
    *progress = (struct progress){.out = out, .what = what, .size = size};
    progress->terminal = isatty(fileno(out)) != 0;
    clock_gettime(CLOCK_MONOTONIC, &progress->began);
    progress->shown = progress->began;
}

void progress_duration(double seconds, char *out, size_t size)
{
    unsigned long s = seconds < 0       ? 0
                      : seconds > 3.6e8 ? 360000000
                                        : (unsigned long)(seconds + 0.5);

    if (s < 60)
        snprintf(out, size, "%lu s", s);
    else if (s < 3600)
        snprintf(out, size, "%lu min %02lu s", s / 60, s % 60);
    else
        snprintf(out, size, "%lu h %02lu min", s / 3600, s / 60 % 60);
}

void progress_line(const struct progress *progress, double seconds, bool bar, char *out,
                   size_t size)
{
    double part =
        progress->size == 0 ? 0 : (double)progress->done / (double)progress->size;
    double rate = seconds > 0 ? (double)progress->records / seconds : 0;
    char filled[BAR + 1], left[32];
    size_t n;

    if (progress->size == 0) {
        snprintf(out, size, "%s  %" PRIu64 "  %.0f/s", progress->what, progress->records,
                 rate);
        return;
    }
    part = part > 1 ? 1 : part;
    n = (size_t)(part * BAR);
    memset(filled, '.', BAR);
    memset(filled, '#', n);
    filled[BAR] = '\0';
    progress_duration(part > 0 ? seconds / part - seconds : 0, left, sizeof left);
    snprintf(out, size, "%-8s %s%s%s%3.0f %%  %" PRIu64 "  %.0f/s  %s left",
             progress->what, bar ? "[" : "", bar ? filled : "", bar ? "] " : "",
             part * 100, progress->records, rate, part > 0 ? left : "?");
}

void progress_tick(struct progress *progress, uint64_t done, uint64_t records)
{
    char line[160];

    progress->done = done;
    progress->records = records;
    if (seconds_since(&progress->shown) < (progress->terminal ? TERMINAL_S : LINES_S))
        return;
    clock_gettime(CLOCK_MONOTONIC, &progress->shown);
    progress_line(progress, seconds_since(&progress->began), progress->terminal, line,
                  sizeof line);
    fprintf(progress->out, progress->terminal ? CLEAR_LINE "%s" : "%s\n", line);
    fflush(progress->out);
}

double progress_end(struct progress *progress)
{
    if (progress->terminal) {
        fputs(CLEAR_LINE, progress->out);
        fflush(progress->out);
    }
    return seconds_since(&progress->began);
}
