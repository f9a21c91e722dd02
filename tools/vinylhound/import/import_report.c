/* import_report.c - what an import could not take: counted by reason, and named. */
#include "import_report.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "discogs_text.h"
#include "import_progress.h"

#include "core/banned.h"

#define SHOWN_MOST 10
#define HEAD 4096 /* an id stands in a record's first bytes */

static const char *const names[TROUBLES] = {[NOT_XML] = "not well-formed",
                                            [NOT_WHOLE] = "not whole",
                                            [NOT_USABLE] = "not usable",
                                            [TWICE] = "there twice"};

const char *trouble_name(enum trouble trouble)
{
    return names[trouble];
}

bool report_open(struct report *report, const char *path)
{
    *report = (struct report){0};
    if (path == NULL)
        return true;
    report->file = fopen(path, "we");
    if (report->file == NULL)
        complain("--report %s: %s", path, strerror(errno));
    return report->file != NULL;
}

bool report_close(struct report *report)
{
    bool done =
        report->file == NULL || (!ferror(report->file) && fclose(report->file) == 0);

    if (!done)
        complain("the report could not be written: %s", strerror(errno));
    report->file = NULL;
    return done;
}

static void say(struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void say(struct report *report, const char *format, ...)
{
    FILE *out = report->file == NULL ? stderr : report->file;
    va_list arguments;

    if (report->file == NULL && ++report->shown > SHOWN_MOST) {
        if (report->shown == SHOWN_MOST + 1)
            complain("more records could not be taken; --report FILE names them all");
        return;
    }
    if (report->file == NULL && isatty(STDERR_FILENO))
        fputs(CLEAR_LINE, stderr);
    va_start(arguments, format);
    vfprintf(out, format, arguments);
    va_end(arguments);
    fputc('\n', out);
}

/* The number behind `before`, if it stands in the text. */
static uint32_t number_behind(const char *bytes, size_t length, const char *before)
{
    const char *at = memmem(bytes, length, before, strlen(before));
    char digits[16] = "";
    size_t n = 0;

    if (at == NULL)
        return 0;
    for (at += strlen(before);
         at < bytes + length && *at >= '0' && *at <= '9' && n < sizeof digits - 1; at++)
        digits[n++] = *at;
    return n == 0 ? 0 : text_id(digits);
}

uint32_t report_find_id(const char *bytes, size_t length)
{
    const char *end = memchr(bytes, '>', length < HEAD ? length : HEAD);
    uint32_t id;

    length = length < HEAD ? length : HEAD;
    id = end == NULL ? 0 : number_behind(bytes, (size_t)(end - bytes), " id=\"");
    return id != 0 ? id : number_behind(bytes, length, "<id>");
}

void report_record(struct report *report, const char *path, enum kind kind,
                   enum trouble trouble, const char *bytes, size_t length,
                   const char *reason)
{
    uint32_t id = report_find_id(bytes, length);

    report->counts[kind][trouble]++;
    if (id == 0)
        say(report, "%s: a %s whose id is unknown, skipped: %s", path, kind_record(kind),
            reason);
    else
        say(report, "%s: %s %u skipped: %s", path, kind_record(kind), id, reason);
}

void report_kept(struct report *report, const char *noun, const char *id,
                 const char *fields)
{
    if (report->file != NULL)
        fprintf(report->file, "%s %s keeps what editors have set: %s\n", noun, id,
                fields);
}

void report_file(struct report *report, const char *path, const char *reason)
{
    report->damaged++;
    say(report, "%s: %s", path, reason);
}
