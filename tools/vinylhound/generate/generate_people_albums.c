/* generate_people_albums.c - what made-up people rate, and what the rating service knows
 * of it. */
#include "generate_crowd.h"

#include <stdlib.h>

#include "base/room.h"
#include "base/sql.h"
#include "command.h"
#include "generate_tables_people.h"

#include "core/banned.h"

/* Ids, artists and years of all albums, into `out` and the staging table. */
static bool take_albums(struct crowd *crowd, MYSQL *catalog)
{
    MYSQL_RES *albums = sql_query(
        catalog, "reading albums",
        "SELECT id, COALESCE(artist_id, 0), release_year FROM albums ORDER BY id");
    struct rows rows = {.staging = &made_albums};
    MYSQL_ROW row;
    size_t count = 0;

    if (albums == NULL)
        return false;
    crowd->world->albums = (uint32_t)mysql_num_rows(albums);
    crowd->albums = room_for(crowd->world->albums, sizeof *crowd->albums);
    while ((row = mysql_fetch_row(albums)) != NULL) {
        struct target *album = &crowd->albums[count++];

        album->id = strtoull(row[0], NULL, 10);
        album->artist = (uint32_t)strtoul(row[1], NULL, 10);
        crowd->artists = album->artist > crowd->artists ? album->artist : crowd->artists;
        for (int i = 0; i < 3; i++)
            rows_text(&rows, i == 1 && album->artist == 0 ? NULL : row[i]);
        rows_end(&rows);
    }
    mysql_free_result(albums);
    crowd->artist_met = room_for((size_t)crowd->artists + 1, sizeof *crowd->artist_met);
    if (count > 0 && !loader_fill(&crowd->loader, &rows))
        count = 0;
    buffer_free(&rows.text);
    if (crowd->world->albums == 0)
        complain("the catalogue has no albums to rate");
    return count > 0;
}

/* The albums' genres, by name. */
static bool take_genres(struct crowd *crowd, MYSQL *catalog)
{
    struct rows rows = {.staging = &made_genres_of};
    MYSQL_RES *genres;
    MYSQL_ROW row;
    bool fine = true;

    if (!sql_run(catalog, "reading genres",
                 "SELECT a.album_id, g.name FROM album_genres a JOIN genres g "
                 "ON g.id = a.genre_id"))
        return false;
    genres = mysql_use_result(catalog);
    while (genres != NULL && (row = mysql_fetch_row(genres)) != NULL) {
        rows_text(&rows, row[0]);
        rows_text(&rows, row[1]);
        rows_end(&rows);
    }
    if (genres != NULL)
        mysql_free_result(genres);
    fine = rows.count == 0 || loader_fill(&crowd->loader, &rows);
    buffer_free(&rows.text);
    return fine;
}

bool crowd_make_staging(MYSQL *mysql)
{
    static const struct staging *const tables[] = {&made_albums, &made_genres_of,
                                                   &made_sums};
    struct buffer sql = {0};
    bool fine = true;

    for (size_t i = 0; fine && i < sizeof tables / sizeof *tables; i++) {
        sql.length = 0;
        staging_create(tables[i], &sql);
        fine = sql_run(mysql, "making a staging table", buffer_text(&sql));
    }
    buffer_free(&sql);
    return fine;
}

/* What the rating service must know of the albums. */
bool crowd_learn_albums(struct crowd *crowd, MYSQL *catalog)
{
    MYSQL *rating = crowd->loader.mysql;

    return take_albums(crowd, catalog) && take_genres(crowd, catalog) &&
           sql_run(rating, "learning albums",
                   "INSERT IGNORE INTO known_albums (album_id, artist_id, release_year) "
                   "SELECT album_id, artist_id, release_year FROM made_albums") &&
           sql_run(rating, "learning genres",
                   "INSERT IGNORE INTO genres (name) SELECT DISTINCT name "
                   "FROM made_album_genres") &&
           sql_run(rating, "learning albums' genres",
                   "INSERT IGNORE INTO album_genres (album_id, genre_id) "
                   "SELECT m.album_id, g.id FROM made_album_genres m "
                   "JOIN genres g ON g.name = m.name");
}
