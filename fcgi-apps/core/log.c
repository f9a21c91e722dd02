/* log.c - what happened, as JSON lines on standard error. */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <utf8proc.h>

#include "banned.h"

#define LINE 4096

static const char *const level_names[] = {"debug", "info", "warning", "error"};

/* Set once by log_open, before threads. */
static const char *service_name = "";
static enum log_level least_level = LOG_INFO;

static _Thread_local const struct log_scope *scope_now;

struct line {
    char text[LINE];
    size_t used;
};

void log_open(const char *service, enum log_level least)
{
    service_name = service;
    least_level = least;
}

bool log_level_parse(const char *text, enum log_level *out)
{
    for (size_t i = 0; i < sizeof level_names / sizeof *level_names; i++) {
        if (strcmp(text, level_names[i]) == 0) {
            *out = (enum log_level)i;
            return true;
        }
    }
    return false;
}

void log_enter(const struct log_scope *scope)
{
    scope_now = scope;
}

const struct log_scope *log_scope_now(void)
{
    return scope_now;
}

/* Room for the closing `"}\n` is always kept. */
static void put(struct line *line, const char *text, size_t length)
{
    size_t room = LINE - 4 - line->used;

    length = length > room ? room : length;
    memcpy(line->text + line->used, text, length);
    line->used += length;
}

static void put_raw(struct line *line, const char *text)
{
    put(line, text, strlen(text));
}

/* One character as JSON has it; a byte that belongs to none becomes `?`. How many bytes
 * it had. */
static size_t put_character(struct line *line, const char *text)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);
    char escape[8];

    if (n <= 0) {
        put(line, "?", 1);
        return 1;
    }
    if (c == '"' || c == '\\')
        put(line, "\\", 1);
    if (c < 0x20) {
        snprintf(escape, sizeof escape, "\\u%04x", (unsigned)c);
        put_raw(line, escape);
    } else {
        put(line, text, (size_t)n);
    }
    return (size_t)n;
}

static void put_string(struct line *line, const char *text)
{
    put(line, "\"", 1);
    while (*text != '\0' && line->used < LINE - 16)
        text += put_character(line, text);
    put(line, "\"", 1);
}

static void put_member(struct line *line, const char *name, const char *value)
{
    if (value == NULL)
        return;
    put_raw(line, ",\"");
    put_raw(line, name);
    put_raw(line, "\":");
    put_string(line, value);
}

static void begin(struct line *line, enum log_level level, const char *event)
{
    struct timespec now;
    struct tm utc;
    char stamp[48], whole[80];

    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &utc);
    strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &utc);
    snprintf(whole, sizeof whole, "{\"time\":\"%s.%03ldZ\"", stamp,
             now.tv_nsec / 1000000);
    line->used = 0;
    put_raw(line, whole);
    put_member(line, "level", level_names[level]);
    put_member(line, "service", service_name);
    put_member(line, "event", event);
    if (scope_now != NULL) {
        put_member(line, "request_id", scope_now->request_id);
        put_member(line, "trace_id", scope_now->trace_id);
    }
}

static void end(struct line *line)
{
    ssize_t written;

    memcpy(line->text + line->used, "}\n", 2);
    written = write(STDERR_FILENO, line->text, line->used + 2);
    (void)written; /* a log that cannot be written must not stop a request */
}

void log_line(enum log_level level, const char *event, const char *format, ...)
{
    char message[LINE / 2];
    struct line line;
    va_list arguments;

    if (level < least_level)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    begin(&line, level, event);
    put_member(&line, "message", message);
    end(&line);
}

void log_access(enum log_level level, const struct log_access *access)
{
    struct line line;
    char numbers[96];

    if (level < least_level)
        return;
    begin(&line, level, "request");
    put_member(&line, "method", access->method);
    put_member(&line, "route", access->route);
    snprintf(numbers, sizeof numbers, ",\"status\":%d,\"ms\":%.3f,\"user\":%ld",
             access->status, access->seconds * 1e3, access->user_id);
    put_raw(&line, numbers);
    put_member(&line, "path", access->path); /* last: a long one is cut */
    end(&line);
}
