/* import_batch.c - records read, on their way to the database. */

#include "import_batch.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#include "base/room.h"
#include "core/codec.h"

#include "core/banned.h"

#define BYTES_MOST (16u << 20) /* a batch of unusual records ends early */

static const struct {
    const char *name, *record;
    size_t batch; /* records in a transaction */
} kinds[KINDS] = {
    [ARTISTS] = {"artists",  "artist",  5000},
    [LABELS] = {"labels",   "label",   5000},
    [MASTERS] = {"masters",  "master",  4000},
    [RELEASES] = {"releases", "release", 2000},
};

const char *kind_name(enum kind kind)
{
    return kinds[kind].name;
}

const char *kind_record(enum kind kind)
{
    return kinds[kind].record;
}

void batch_init(struct batch *batch)
{
    memset(batch, 0, sizeof *batch);
    for (int i = 0; i < TABLES; i++)
        batch->rows[i].staging = &staging_tables[i];
}

void batch_start(struct batch *batch, enum kind kind)
{
    batch->kind = kind;
    batch->count = 0;
    batch->read = (struct reading_counts){0};
    for (int i = 0; i < TABLES; i++)
        rows_clear(&batch->rows[i]);
}

void batch_free(struct batch *batch)
{
    for (int i = 0; i < TABLES; i++)
        buffer_free(&batch->rows[i].text);
    free(batch->records);
}

void batch_begin(struct batch *batch)
{
    batch->before = batch->read;
    for (int i = 0; i < TABLES; i++) {
        batch->marks[i] = batch->rows[i].text.length;
        batch->counts[i] = batch->rows[i].count;
    }
}

void batch_hash(const struct batch *batch, char hash[HASH_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE] = {0};
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    if (context != NULL && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1) {
        for (int i = 0; i < TABLES; i++) {
            const struct buffer *text = &batch->rows[i].text;
            size_t length = text->length - batch->marks[i];

            EVP_DigestUpdate(context, &length, sizeof length);
            if (length > 0)
                EVP_DigestUpdate(context, text->data + batch->marks[i], length);
        }
        EVP_DigestFinal_ex(context, digest, NULL);
    }
    EVP_MD_CTX_free(context);
    hex_encode(digest, HASH_SIZE / 2, hash);
}

void batch_end(struct batch *batch, const struct batch_record *record)
{
    if (batch->count == batch->room) {
        batch->room = batch->room == 0 ? 1024 : batch->room * 2;
        batch->records = room_grow(batch->records, batch->room, sizeof *batch->records);
    }
    batch->records[batch->count++] = *record;
    batch->read.records++;
}

void batch_undo(struct batch *batch)
{
    batch->read = batch->before;
    for (int i = 0; i < TABLES; i++) {
        batch->rows[i].text.length = batch->marks[i];
        batch->rows[i].count = batch->counts[i];
        batch->rows[i].column = 0;
    }
}

void batch_take_back(struct batch *batch)
{
    batch_undo(batch);
    batch->count--;
}

bool batch_is_full(const struct batch *batch)
{
    size_t bytes = 0;

    for (int i = 0; i < TABLES; i++)
        bytes += batch->rows[i].text.length;
    return batch->count >= kinds[batch->kind].batch || bytes >= BYTES_MOST;
}

bool batch_failed(const struct batch *batch)
{
    for (int i = 0; i < TABLES; i++)
        if (batch->rows[i].text.failed)
            return true;
    return false;
}

size_t batch_standing(const struct batch *batch, enum standing standing)
{
    size_t count = 0;

    for (size_t i = 0; i < batch->count; i++)
        count += batch->records[i].standing == standing;
    return count;
}
