/* import_discogs.c - vinylhound import discogs: dumps in the order that fits, and what
 * came of them. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/room.h"
#include "command.h"
#include "core/config.h"
#include "discogs_source.h"
#include "import_progress.h"
#include "import_queue.h"
#include "import_read.h"
#include "import_report.h"
#include "import_summary.h"
#include "search/search_build.h"

#include "core/banned.h"

/* clang-format off */
static const struct argp_option options[] = {
    {"report", 'r', "FILE", 0, "Name each record that could not be taken in FILE", 0},
    {"check", 'c', NULL, 0, "Read the files and say what is wrong with them; store nothing", 0},
    {0},
};
/* clang-format on */

struct wish {
    const char *report;
    bool check;
    struct dump *dumps;
    size_t count;
};

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct wish *wish = state->input;

    if (key == 'r')
        wish->report = argument;
    else if (key == 'c')
        wish->check = true;
    else if (key == ARGP_KEY_ARG)
        wish->dumps[wish->count++].path = argument;
    else if (key == ARGP_KEY_END && wish->count == 0)
        argp_error(state, "wants the files to import");
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* All files are opened before anything is stored: a misspelt name stops nothing halfway.
 */
static bool open_dumps(struct wish *wish)
{
    bool fine = true;

    for (size_t i = 0; i < wish->count; i++)
        fine = dump_open(&wish->dumps[i], wish->dumps[i].path) && fine;
    return fine;
}

/* The storing threads wait while no batch is under way: their connections are free. */
static bool read_one(struct dump *dump, struct queue *queue, struct summary *summary)
{
    MYSQL *mysql = summary->store.loader.mysql;
    struct read_totals *totals = &summary->totals[dump->kind];

    if (mysql == NULL) /* --check */
        return dump_read(dump, queue, &summary->report, totals);
    if (!resume_find(mysql, dump->digest, &dump->done))
        return false;
    if (dump->done > 0)
        complain("%s: going on behind record %" PRIu64
                 ", where the last import was ended",
                 dump->path, dump->done);
    return dump_read(dump, queue, &summary->report, totals) &&
           resume_finish(mysql, dump->digest);
}

static bool read_dumps(struct wish *wish, struct queue *queue, struct summary *summary)
{
    for (int kind = 0; kind < KINDS; kind++)
        for (size_t i = 0; i < wish->count; i++)
            if (wish->dumps[i].kind == (enum kind)kind &&
                !read_one(&wish->dumps[i], queue, summary))
                return false;
    return true;
}

static bool import_dumps(struct wish *wish, struct summary *summary)
{
    struct queue *queue = wish->check ? queue_start(NULL, NULL)
                                      : queue_start(&summary->ahead, &summary->store);
    bool fine = queue != NULL;

    if (fine) {
        fine = read_dumps(wish, queue, summary);
        fine = queue_end(&queue) && fine;
        summary_print(summary, stdout);
    }
    return fine;
}

static bool import(struct tool *tool, struct wish *wish, struct summary *summary)
{
    const struct config *config = tool_config(tool);
    const char *name = config == NULL ? NULL : config_text(config, "catalog.name");
    MYSQL *first = name == NULL ? NULL : tool_connect(tool, name, CLIENT_LOCAL_FILES);
    MYSQL *second = first == NULL ? NULL : tool_connect(tool, name, CLIENT_LOCAL_FILES);
    bool fine = second != NULL;

    summary->store.report = &summary->report;
    if (fine) {
        fine = store_open(&summary->store, first) &&
               ahead_open(&summary->ahead, second) && import_dumps(wish, summary);
        ahead_close(&summary->ahead);
        store_close(&summary->store);
        mysql_close(second);
    }
    if (first != NULL)
        mysql_close(first);
    return fine;
}

/* All of it: into the catalogue, and then into the search index. */
static bool import_and_index(struct tool *tool, struct wish *wish,
                             struct summary *summary)
{
    time_t began = time(NULL), stored;
    char all[32], index[32];

    if (wish->check)
        return import_dumps(wish, summary);
    if (!import(tool, wish, summary))
        return false;
    stored = time(NULL);
    if (!search_build(tool))
        return false;
    progress_duration(difftime(time(NULL), began), all, sizeof all);
    progress_duration(difftime(time(NULL), stored), index, sizeof index);
    printf(
        "in %s, of which %s for the indexes of search and lists; %.0f MB of memory at most\n",
        all, index, room_peak_mb());
    return true;
}

static void close_dumps(struct wish *wish)
{
    for (size_t i = 0; i < wish->count; i++)
        source_close(&wish->dumps[i].source);
    free(wish->dumps);
}

int import_discogs_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        "FILE...",
        "Import Discogs dumps: artists, labels, masters, releases, in any order, as .xml "
        "or .xml.gz.\v"
        "A master becomes an album, a release one of its pressings; a release without a "
        "master is an album of its own. "
        "Importing again adds nothing twice and changes only what has changed. A record "
        "that cannot be read is skipped, "
        "counted and named. Each batch is one transaction: an import that was "
        "interrupted is simply run again.",
        NULL,
        NULL,
        NULL};
    struct wish wish = {.dumps = calloc((size_t)argc, sizeof *wish.dumps)};
    struct summary summary = {0};
    bool fine;

    if (wish.dumps == NULL) {
        complain("out of memory");
        return FAILED;
    }
    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    fine = open_dumps(&wish) && report_open(&summary.report, wish.report);
    if (fine) {
        fine = import_and_index(tool, &wish, &summary);
        fine = report_close(&summary.report) && fine && summary.report.damaged == 0;
    }
    close_dumps(&wish);
    return fine ? DONE : FAILED;
}
