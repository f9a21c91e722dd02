/* stage.h - what a long command is at, on standard error: on a terminal one line that is
 * written over, else a line for each stage. */
#ifndef VH_STAGE_H
#define VH_STAGE_H

void stage(const char *format, ...) __attribute__((format(printf, 1, 2)));
void stage_end(void);

/* Seconds since some moment, for differences. */
double stage_seconds(void);

#endif
