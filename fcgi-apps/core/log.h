/* log.h - what happened, as JSON lines on standard error. */
#ifndef VH_LOG_H
#define VH_LOG_H

#include <stdbool.h>

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARNING, LOG_ERROR };

/* Where a line belongs: set by the worker for the request its thread is at, so that
   whoever logs below it need not carry the ids along. Both may be NULL. */
struct log_scope {
    const char *request_id;
    const char *trace_id;
};

/* Once, before the first thread. `service` must last. */
void log_open(const char *service, enum log_level least);
bool log_level_parse(const char *text, enum log_level *out);

/* For this thread, until changed; NULL for none. `scope` must last as long. */
void log_enter(const struct log_scope *scope);
const struct log_scope *log_scope_now(void);

/* One line: time, level, service, event (a short name of the kind, kebab-case), the
   scope's ids, message. Written by one write(2), at most 4 KB; never fails. */
void log_line(enum log_level level, const char *event, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The line of one answered request. */
struct log_access {
    const char *method, *path, *route;
    int status;
    double seconds;
    long user_id; /* 0: nobody */
};
void log_access(enum log_level level, const struct log_access *access);

#endif
