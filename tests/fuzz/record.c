/* record.c - fuzzes Discogs records: whatever a dump holds becomes whole rows of its
 * tables, or nothing.
 *
 * Of the input: a byte for the kind, and the dump. */
#include "import/discogs_node.h"
#include "import/discogs_record.h"
#include "import/discogs_split.h"
#include "fuzz.h"

#include "core/banned.h"

static struct batch batch;
static struct node_parser *parser;

static void take_record(void *user, const char *bytes, size_t length)
{
    struct arena *arena = fuzz_arena();
    struct batch before = batch;
    const char *reason = NULL;
    char error[256] = "";
    const struct node *record =
        node_parse(parser, arena, bytes, length, error, sizeof error);
    uint32_t id = record == NULL ? 0 : record_read(&batch, arena, record, &reason);

    (void)user;
    HOLDS(record != NULL || error[0] != '\0');
    HOLDS(record == NULL || id != 0 || reason != NULL);
    HOLDS(batch.count == before.count + (id != 0));
    for (int i = 0; id == 0 && i < TABLES; i++)
        HOLDS(batch.rows[i].text.length == before.rows[i].text.length &&
              batch.rows[i].count == before.rows[i].count);
}

static void take_broken(void *user, const char *bytes, size_t length, const char *reason)
{
    (void)user;
    HOLDS(bytes != NULL && reason != NULL && length <= RECORD_LIMIT);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct splitter splitter;

    if (parser == NULL) {
        batch_init(&batch);
        parser = node_parser_new();
        HOLDS(parser != NULL);
    }
    if (size == 0)
        return 0;
    batch_start(&batch, data[0] % KINDS);
    splitter_init(&splitter, kind_record(batch.kind));
    splitter.record = take_record;
    splitter.broken = take_broken;
    HOLDS(splitter_feed(&splitter, (const char *)data + 1, size - 1));
    splitter_finish(&splitter);
    splitter_free(&splitter);
    for (int i = 0; i < TABLES; i++)
        fuzz_check_rows(&batch.rows[i]);
    return 0;
}
