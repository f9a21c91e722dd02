/* test_log.c - lines of the log: each one JSON, whatever it is told. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/log.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

static int saved;
static FILE *caught;

/* What is written to standard error from here on is caught. */
static void catch (void)
{
    log_open("test", LOG_INFO);
    caught = tmpfile();
    REQUIRE(caught != NULL, "no temporary file");
    fflush(stderr);
    saved = dup(STDERR_FILENO);
    dup2(fileno(caught), STDERR_FILENO);
}

/* The one line caught, as JSON; NULL if it is none or there is not one line. */
static json_t *let_go(void)
{
    static char text[16384];
    size_t n;

    dup2(saved, STDERR_FILENO);
    close(saved);
    rewind(caught);
    n = fread(text, 1, sizeof text - 1, caught);
    fclose(caught);
    text[n] = '\0';
    EXPECT(n <= 4096, "a line of %zu bytes", n);
    EXPECT(n > 0 && strchr(text, '\n') == text + n - 1, "not one line: %.300s", text);
    return json_loads(text, JSON_REJECT_DUPLICATES, NULL);
}

static void usual(void)
{
    const struct log_scope scope = {"request-7", "0af7651916cd43dd8448eb211c80319c"};
    json_t *line;

    catch ();
    log_enter(&scope);
    log_line(LOG_WARNING, "thing-happened", "with \"%s\" and \\ and \n a line", "quotes");
    log_enter(NULL);
    line = let_go();
    REQUIRE(line != NULL, "no JSON");
    EXPECT_TEXT(json_string_value(json_object_get(line, "level")), "warning");
    EXPECT_TEXT(json_string_value(json_object_get(line, "service")), "test");
    EXPECT_TEXT(json_string_value(json_object_get(line, "event")), "thing-happened");
    EXPECT_TEXT(json_string_value(json_object_get(line, "request_id")), "request-7");
    EXPECT_TEXT(json_string_value(json_object_get(line, "trace_id")),
                "0af7651916cd43dd8448eb211c80319c");
    EXPECT_TEXT(json_string_value(json_object_get(line, "message")),
                "with \"quotes\" and \\ and \n a line");
    EXPECT_INT((int64_t)strlen(json_string_value(json_object_get(line, "time"))), 24);
    json_decref(line);
}

static void levels(void)
{
    enum log_level level;
    json_t *line;

    catch ();
    log_line(LOG_DEBUG, "quiet", "nobody hears");
    log_line(LOG_ERROR, "loud", "everybody hears");
    line = let_go();
    EXPECT_TEXT(json_string_value(json_object_get(line, "event")), "loud");
    json_decref(line);
    EXPECT(log_level_parse("debug", &level) && level == LOG_DEBUG, "debug");
    EXPECT(log_level_parse("error", &level) && level == LOG_ERROR, "error");
    EXPECT(!log_level_parse("loud", &level) && !log_level_parse("", &level), "loud");
}

/* A request's line with this path. */
static json_t *line_of(const char *path)
{
    const struct log_access access = {"GET", path, "/api/v1/things/{id}", 404, 0.0015, 7};

    catch ();
    log_access(LOG_INFO, &access);
    return let_go();
}

static void any_path(void)
{
    char path[9000];

    for (size_t length = 1; length < sizeof path - 1; length += length < 3900 ? 83 : 1) {
        json_t *line;

        memset(path, 'a', length);
        path[length] = '\0';
        line = line_of(path);
        EXPECT(line != NULL, "no JSON with a path of %zu", length);
        EXPECT_INT(json_integer_value(json_object_get(line, "status")), 404);
        EXPECT_INT(json_integer_value(json_object_get(line, "user")), 7);
        json_decref(line);
        if (length > 4200)
            length += 500;
    }
}

static void any_bytes(void)
{
    char path[] = "/api/v1/x?x";
    json_t *line;

    for (int c = 1; c < 256; c++) {
        path[9] = (char)c;
        line = line_of(path);
        EXPECT(line != NULL, "no JSON with byte %d in the path", c);
        json_decref(line);
    }
    line = line_of("/caf\xc3\xa9");
    EXPECT_TEXT(json_string_value(json_object_get(line, "path")), "/caf\xc3\xa9");
    json_decref(line);
}

static void long_messages(void)
{
    char text[6000];
    json_t *line;

    memset(text, '\x01', sizeof text - 1); /* six characters each in JSON */
    text[sizeof text - 1] = '\0';
    catch ();
    log_line(LOG_ERROR, "long", "%s", text);
    line = let_go();
    EXPECT(line != NULL, "no JSON");
    json_decref(line);
    for (size_t i = 0; i + 1 < sizeof text; i++)
        text[i] = i % 2 == 0 ? '\xc3' : '\xa9';
    for (size_t from = 0; from < 4; from += 2) {
        catch ();
        log_line(LOG_ERROR, "long", "%.*s%s", (int)from / 2, "x", text);
        line = let_go();
        EXPECT(line != NULL, "no JSON where the cut falls within a character");
        json_decref(line);
    }
}

static const struct test tests[] = {
    {"log: a line holds time, level, service, event, ids and message", usual        },
    {"log: what is below the level is not written",                    levels       },
    {"log: a request's line is JSON however long its path is",         any_path     },
    {"log: a request's line is JSON whatever bytes its path holds",    any_bytes    },
    {"log: a message is cut to the line, not within a character",      long_messages},
};
const struct suite log_suite = SUITE("log", tests);
