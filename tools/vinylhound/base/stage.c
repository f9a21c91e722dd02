/* stage.c - what a long command is at. */
#include "stage.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "import/import_progress.h"

#include "core/banned.h"

void stage(const char *format, ...)
{
    int terminal = isatty(STDERR_FILENO);
    va_list arguments;

    if (terminal)
        fputs(CLEAR_LINE, stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputs(terminal ? " ..." : "\n", stderr);
    fflush(stderr);
}

void stage_end(void)
{
    if (isatty(STDERR_FILENO))
        fputs(CLEAR_LINE, stderr);
}

double stage_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
