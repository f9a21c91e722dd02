/* test_import_refer.c - this database's ids in the place of Discogs'. */
#include "import/import_refer.h"

#include "import/import_batch.h"
#include "tool_unit.h"

#include "core/banned.h"

static struct batch batch;
static struct artist_ids artists;

static void put_record(uint32_t ref, uint64_t id, enum standing standing)
{
    struct batch_record record = {.ref = ref, .id = id, .standing = standing};

    batch_begin(&batch);
    batch_end(&batch, &record);
}

static void put_track(uint32_t ref, unsigned seq, const char *title, uint32_t artist)
{
    struct rows *rows = &batch.rows[T_TRACKS];

    rows_number(rows, ref);
    rows_number(rows, seq);
    rows_none(rows);
    rows_none(rows);
    rows_text(rows, title);
    rows_none(rows);
    rows_id(rows, artist);
    rows_number(rows, 201);
    rows_number(rows, 1);
    rows_number(rows, seq);
    rows_end(rows);
}

static const char *referred(enum table table, unsigned standings)
{
    static struct rows out;

    refer_rows(&batch, table, standings, &artists, &out);
    return buffer_text(&out.text);
}

static void fill(void)
{
    batch_init(&batch);
    batch_start(&batch, RELEASES);
    put_record(700, 41, NEW);
    put_record(701, 12, UNCHANGED);
    put_record(650, 13, CHANGED);
    put_record(702, 42, NEW); /* without tracks */
    put_record(703, 18446744073709551615u, NEW);
    put_track(700, 1, "700\t9", 9);
    put_track(700, 2, "b", 0);
    put_track(701, 1, "c", 9);
    put_track(650, 1, "d", 8);
    put_track(703, 1, "e", 7);
    *artist_ids_place(&artists, 9) = 5;
    *artist_ids_place(&artists, 8) = 6000000000u;
}

static void empty(void)
{
    batch_free(&batch);
    artist_ids_free(&artists);
}

static void tracks(void)
{
    fill();
    CU_ASSERT_TRUE(
        same_text(referred(T_TRACKS, 1 << NEW),
                  "41\t1\t\\N\t\\N\t700\\t9\t\\N\t5\t201\t1\t1\n"
                  "41\t2\t\\N\t\\N\tb\t\\N\t\\N\t201\t1\t2\n"
                  "18446744073709551615\t1\t\\N\t\\N\te\t\\N\t\\N\t201\t1\t1\n"));
    CU_ASSERT_TRUE(same_text(referred(T_TRACKS, 1 << CHANGED),
                             "13\t1\t\\N\t\\N\td\t\\N\t6000000000\t201\t1\t1\n"));
    CU_ASSERT_STRING_EQUAL(referred(T_FORMATS, 1 << NEW), "");
    empty();
}

static void credits(void)
{
    struct rows *rows = &batch.rows[T_CREDITS];

    fill();
    rows_number(rows, 650);
    rows_number(rows, 1);
    rows_id(rows, 9);
    rows_text(rows, "N");
    rows_text(rows, "&");
    rows_end(rows);
    CU_ASSERT_TRUE(
        same_text(referred(T_CREDITS, 1 << NEW | 1 << CHANGED), "650\t1\t5\tN\t&\n"));
    empty();
}

static void many_artists(void)
{
    for (uint32_t ref = 1; ref <= 20000; ref++)
        *artist_ids_place(&artists, ref) = 3 * (uint64_t)ref;
    CU_ASSERT_EQUAL(*artist_ids_place(&artists, 1), 3);
    CU_ASSERT_EQUAL(*artist_ids_place(&artists, 20000), 60000);
    CU_ASSERT_EQUAL(*artist_ids_place(&artists, 20001), 0);
    CU_ASSERT_EQUAL(artists.known, 20001);
    artist_ids_free(&artists);
    CU_ASSERT_EQUAL(*artist_ids_place(&artists, 1), 0);
    artist_ids_free(&artists);
}

int main(void)
{
    static const struct unit units[] = {
        {"tracks get their release's and artist's ids, whichever records are wanted",
         tracks                                                                                   },
        {"a credit keeps its record's number and gets its artist's id",               credits     },
        {"artists are known until they are forgotten",                                many_artists},
    };

    return run_units("import_refer", units, sizeof units / sizeof *units);
}
