/* recommend_site.c - the site's ratings, read from its database. */
#include "recommend_site.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "base/room.h"
#include "base/sql.h"
#include "base/stage.h"

#include "core/banned.h"

#define BYTES_OF_RATING 40 /* while matrices are made of them */

struct reading {
    struct triple *triples;
    size_t count, room;
};

static void add(struct site_ratings *out, struct reading *reading, MYSQL_ROW row)
{
    if (reading->count == reading->room) {
        reading->room = reading->room == 0 ? 1 << 16 : reading->room + reading->room / 2;
        reading->triples =
            room_grow(reading->triples, reading->room, sizeof *reading->triples);
    }
    reading->triples[reading->count++] =
        (struct triple){id_map_number(&out->users, strtoull(row[0], NULL, 10)),
                        id_map_number(&out->albums, strtoull(row[1], NULL, 10)),
                        (float)strtoul(row[2], NULL, 10) / 2};
}

/* Row by row as they come: the server's rows are not gathered here first. */
static bool read_rows(struct site_ratings *out, struct reading *reading, MYSQL *mysql,
                      uint64_t one_of)
{
    MYSQL_RES *rows;
    MYSQL_ROW row;

    if (!sql_runf(mysql, "reading ratings",
                  "SELECT user_id, album_id, half_stars FROM ratings "
                  "WHERE held IS NULL AND user_id MOD %" PRIu64 " = 0",
                  one_of))
        return false;
    rows = mysql_use_result(mysql);
    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL) {
        add(out, reading, row);
        if (reading->count % 10000000 == 0)
            stage("reading ratings: %zu", reading->count);
    }
    mysql_free_result(rows);
    if (mysql_errno(mysql) != 0) {
        complain_sql(mysql, "reading ratings");
        return false;
    }
    return true;
}

bool site_ratings_read(struct site_ratings *out, MYSQL *mysql, double megabytes)
{
    uint64_t most = (uint64_t)(megabytes * 1048576 / BYTES_OF_RATING);
    struct reading reading = {0};
    long all;
    bool read;

    *out = (struct site_ratings){0};
    if (!sql_number(mysql, "counting ratings", "SELECT SUM(count) FROM rating_totals",
                    &all))
        return false;
    out->all = (uint64_t)all;
    stage("reading %ld ratings", all);
    read = read_rows(out, &reading, mysql, out->all / (most + 1) + 1);
    if (read)
        matrix_make(&out->by_user, reading.triples, reading.count, out->users.count,
                    out->albums.count);
    free(reading.triples);
    return read;
}

void site_ratings_free(struct site_ratings *ratings)
{
    matrix_free(&ratings->by_user);
    id_map_free(&ratings->users);
    id_map_free(&ratings->albums);
}
