/* generate_people_sums.c - what made-up people's ratings come to, into the sums that are
 * kept beside ratings. */
#include "generate_crowd.h"

#include <inttypes.h>

#include "base/sql.h"
#include "generate_tables_people.h"

#include "core/banned.h"

#define BATCH_BYTES (16u << 20)

static bool fill(struct crowd *crowd, struct rows *rows)
{
    bool fine = rows->count == 0 || loader_fill(&crowd->loader, rows);

    rows_clear(rows);
    return fine;
}

/* The new ratings' part of each album's sums. */
static bool fill_sums(struct crowd *crowd)
{
    struct rows rows = {.staging = &made_sums};
    bool fine = true;

    for (uint32_t a = 0; a < crowd->world->albums && fine; a++) {
        const struct target *album = &crowd->albums[a];
        uint32_t count = 0;

        for (int h = 0; h < 10; h++)
            count += album->half_stars[h];
        if (count == 0)
            continue;
        rows_number(&rows, album->id);
        for (int h = 0; h < 10; h++)
            rows_number(&rows, album->half_stars[h]);
        rows_number(&rows, (uint64_t)album->weight);
        rows_number(&rows, (uint64_t)album->weighted);
        rows_number(&rows, (uint64_t)album->weighted_squares);
        rows_end(&rows);
        if (rows.text.length >= BATCH_BYTES)
            fine = fill(crowd, &rows);
    }
    fine = fine && fill(crowd, &rows);
    buffer_free(&rows.text);
    return fine;
}

bool crowd_add_sums(struct crowd *crowd)
{
    MYSQL *rating = crowd->loader.mysql;
    bool fine =
        fill_sums(crowd) &&
        sql_run(rating, "adding to albums' sums",
                "INSERT INTO rating_summaries SELECT * FROM made_summaries m "
                "ON DUPLICATE KEY UPDATE n1 = rating_summaries.n1 + m.n1, "
                "n2 = rating_summaries.n2 + m.n2, n3 = rating_summaries.n3 + m.n3, "
                "n4 = rating_summaries.n4 + m.n4, n5 = rating_summaries.n5 + m.n5, "
                "n6 = rating_summaries.n6 + m.n6, n7 = rating_summaries.n7 + m.n7, "
                "n8 = rating_summaries.n8 + m.n8, n9 = rating_summaries.n9 + m.n9, "
                "n10 = rating_summaries.n10 + m.n10, "
                "weight = rating_summaries.weight + m.weight, "
                "weighted = rating_summaries.weighted + m.weighted, "
                "weighted_squares = rating_summaries.weighted_squares + "
                "m.weighted_squares");

    for (int s = 0; fine && s < SHARDS; s++)
        fine = sql_runf(rating, "adding to the site's sums",
                        "UPDATE rating_totals SET count = count + %" PRId64
                        ", sum = sum + %" PRId64 ", squares = squares + %" PRId64
                        " WHERE shard = %d",
                        crowd->totals[s][0], crowd->totals[s][1], crowd->totals[s][2], s);
    return fine;
}
