/* model_write.c - a model into the tables that requests read. */
#include "model_write.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "base/id_map.h"
#include "base/room.h"
#include "base/sql.h"

#include "core/banned.h"

#define RATED_LEAST 5 /* ratings, of an album that has a row */
#define ROWS_AT_ONCE 500
#define REMOVED_AT_ONCE 2000
#define WEIGHT_BYTES 12 /* of model_store.h */
#define NONE UINT32_MAX

bool model_write_prepare(MYSQL *mysql)
{
    char query[160];
    long got, generation;

    if (!sql_number(mysql, "locking", "SELECT GET_LOCK('vinylhound recommend', 0)", &got))
        return false;
    if (got != 1) {
        complain("another `vinylhound recommend` is at work");
        return false;
    }
    for (;;) {
        if (!sql_number(mysql, "looking for former models",
                        "SELECT MIN(generation) FROM models WHERE NOT live", &generation))
            return false;
        if (generation == 0)
            return true;
        snprintf(query, sizeof query,
                 "DELETE FROM model_albums WHERE generation = %ld LIMIT %d", generation,
                 REMOVED_AT_ONCE);
        do
            if (!sql_run(mysql, "removing a former model", query))
                return false;
        while (mysql_affected_rows(mysql) > 0);
        if (!sql_runf(mysql, "removing a former model",
                      "DELETE FROM models WHERE generation = %ld", generation))
            return false;
    }
}

/* A figure, or NULL if there were none to measure it on. */
static const char *figure(char *text, size_t size, double value, bool measured)
{
    snprintf(text, size, measured && isfinite(value) ? "%.6f" : "NULL", value);
    return text;
}

static bool add_model(MYSQL *mysql, const struct made_model *model)
{
    const struct evaluation *e = model->evaluation;
    const struct error_sums *errors = &e->parts[PART_BLEND];
    bool predicted = errors->count > 0, ranked = e->model.users > 0;
    char text[6][32], predictor[2 * sizeof model->rating.predictor + 1];

    mysql_hex_string(predictor, (const char *)&model->rating.predictor,
                     sizeof model->rating.predictor);
    return sql_runf(
        mysql, "adding the model",
        "INSERT INTO models (method, ratings, users, albums, by_stars, rmse, mae, "
        "ndcg_at_10, recall_at_20, popularity_ndcg_at_10, popularity_recall_at_20, "
        "predictor) VALUES ('%s', %zu, %" PRIu32 ", %" PRIu32
        ", %d, %s, %s, %s, %s, %s, %s, x'%s')",
        e->linear_settings.kind == LINEAR_EASE ? "ease" : "likeness",
        matrix_count(model->by_user), model->by_user->rows, model->similar.items,
        e->linear_settings.input == INPUT_VALUES,
        figure(text[0], sizeof *text, sqrt(errors->squares / (double)errors->count),
               predicted),
        figure(text[1], sizeof *text, errors->absolute / (double)errors->count,
               predicted),
        figure(text[2], sizeof *text, e->model.ndcg, ranked),
        figure(text[3], sizeof *text, e->model.recall, ranked),
        figure(text[4], sizeof *text, e->popularity.ndcg, ranked),
        figure(text[5], sizeof *text, e->popularity.recall, ranked), predictor);
}

/* A row on its way, and the memory of its lists. */
struct row {
    uint64_t album_id;
    float bias;
    unsigned char *similar, *near;
    unsigned long factors_length, similar_length, near_length;
    MYSQL_BIND bind[5];
};

/* A list as model_store.h wants it. Returns its bytes. */
static unsigned long pack(const struct neighbours *of, uint32_t item,
                          const struct id_map *albums, const uint32_t *items,
                          unsigned char *out)
{
    const struct neighbour *list = neighbours_of(of, item);

    for (uint32_t i = 0; i < of->count[item]; i++, out += WEIGHT_BYTES) {
        uint32_t number = items == NULL ? list[i].item : items[list[i].item];

        memcpy(out, &albums->ids[number], sizeof albums->ids[number]);
        memcpy(out + sizeof(uint64_t), &list[i].weight, sizeof list[i].weight);
    }
    return (unsigned long)of->count[item] * WEIGHT_BYTES;
}

static void bind_row(struct row *row)
{
    const enum enum_field_types types[] = {MYSQL_TYPE_LONGLONG, MYSQL_TYPE_FLOAT,
                                           MYSQL_TYPE_BLOB, MYSQL_TYPE_BLOB,
                                           MYSQL_TYPE_BLOB};

    memset(row->bind, 0, sizeof row->bind);
    for (int i = 0; i < 5; i++)
        row->bind[i].buffer_type = types[i];
    row->bind[0].buffer = &row->album_id;
    row->bind[0].is_unsigned = 1;
    row->bind[1].buffer = &row->bias;
    row->bind[2].length = &row->factors_length;
    row->bind[3].buffer = row->similar;
    row->bind[3].length = &row->similar_length;
    row->bind[4].buffer = row->near;
    row->bind[4].length = &row->near_length;
}

/* Which number an album has among `similar`'s, NONE if it has none. */
static uint32_t *find_places(const struct made_model *model)
{
    uint32_t *places = room_for(model->albums->count, sizeof *places);

    for (uint32_t i = 0; i < model->albums->count; i++)
        places[i] = NONE;
    for (uint32_t i = 0; i < model->similar.items; i++)
        places[model->items[i]] = i;
    return places;
}

static bool add_album(MYSQL_STMT *insert, struct row *row, const struct made_model *model,
                      uint32_t album, uint32_t place)
{
    float *factors = model->rating.factors.item + (size_t)album * FACTOR_FLOATS;

    row->album_id = model->albums->ids[album];
    row->bias = model->rating.bias.item[album];
    row->bind[2].buffer = factors;
    row->factors_length = FACTOR_FLOATS * sizeof *factors;
    row->near_length = pack(&model->rating.near, album, model->albums, NULL, row->near);
    row->similar_length = place == NONE ? 0
                                        : pack(&model->similar, place, model->albums,
                                               model->items, row->similar);
    if (mysql_stmt_bind_param(insert, row->bind) == 0 && mysql_stmt_execute(insert) == 0)
        return true;
    complain("adding album %" PRIu64 " to the model: %s", row->album_id,
             mysql_stmt_error(insert));
    return false;
}

static bool add_albums(MYSQL *mysql, MYSQL_STMT *insert, struct row *row,
                       const struct made_model *model, size_t *rows)
{
    struct matrix by_album;
    uint32_t *places = find_places(model);
    bool fine = sql_run(mysql, "beginning", "START TRANSACTION");

    matrix_turn(model->by_user, &by_album);
    for (uint32_t a = 0; a < model->albums->count && fine; a++) {
        if (matrix_row(&by_album, a) < RATED_LEAST && places[a] == NONE)
            continue;
        fine = add_album(insert, row, model, a, places[a]);
        if (fine && ++*rows % ROWS_AT_ONCE == 0)
            fine = sql_run(mysql, "storing the model", "COMMIT") &&
                   sql_run(mysql, "beginning", "START TRANSACTION");
    }
    matrix_free(&by_album);
    free(places);
    return fine && sql_run(mysql, "storing the model", "COMMIT");
}

static bool write_albums(MYSQL *mysql, uint64_t generation,
                         const struct made_model *model, size_t *rows)
{
    MYSQL_STMT *insert = mysql_stmt_init(mysql);
    struct row row = {.similar = room_for(model->similar.most, WEIGHT_BYTES),
                      .near = room_for(model->rating.near.most, WEIGHT_BYTES)};
    char sql[160];
    bool fine = false;

    snprintf(sql, sizeof sql,
             "INSERT INTO model_albums (generation, album_id, bias, factors, similar, "
             "near) VALUES (%" PRIu64 ", ?, ?, ?, ?, ?)",
             generation);
    bind_row(&row);
    if (insert != NULL && mysql_stmt_prepare(insert, sql, strlen(sql)) == 0)
        fine = add_albums(mysql, insert, &row, model, rows);
    else
        complain_sql(mysql, "adding albums to the model");
    if (insert != NULL)
        mysql_stmt_close(insert);
    free(row.similar);
    free(row.near);
    return fine;
}

bool model_write(MYSQL *mysql, const struct made_model *model, size_t *rows)
{
    uint64_t generation;

    *rows = 0;
    if (!add_model(mysql, model))
        return false;
    generation = mysql_insert_id(mysql);
    return write_albums(mysql, generation, model, rows) &&
           sql_runf(mysql, "making the model the live one",
                    "UPDATE models SET live = generation = %" PRIu64
                    ", generated_at = IF(generation = %" PRIu64
                    ", UTC_TIMESTAMP(3), generated_at)",
                    generation, generation);
}
