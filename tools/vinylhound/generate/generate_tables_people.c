/* generate_tables_people.c - what made-up people's rows go into. */
#include "generate_tables_people.h"

#include "core/banned.h"

#define ID "BIGINT UNSIGNED NOT NULL", 0, NULL
#define NUMBER "BIGINT NOT NULL", 0, NULL

/* Version 14 misaligns rows of macros. */
/* clang-format off */

static const struct column album_columns[] = {
    {"album_id", ID}, {"artist_id", "BIGINT UNSIGNED NULL", 0, NULL},
    {"release_year", NUMBER}, {0},
};
static const struct column genre_columns[] = {
    {"album_id", ID}, {"name", "VARCHAR(64) NOT NULL", 64, ""}, {0},
};
static const struct column sum_columns[] = {
    {"album_id", ID}, {"n1", NUMBER}, {"n2", NUMBER}, {"n3", NUMBER}, {"n4", NUMBER},
    {"n5", NUMBER}, {"n6", NUMBER}, {"n7", NUMBER}, {"n8", NUMBER}, {"n9", NUMBER},
    {"n10", NUMBER}, {"weight", NUMBER}, {"weighted", NUMBER},
    {"weighted_squares", NUMBER}, {0},
};
static const struct column rating_columns[] = {
    {"user_id", ID}, {"album_id", ID}, {"half_stars", NUMBER}, {"created_at", NUMBER},
    {"updated_at", NUMBER}, {0},
};
static const struct column rater_columns[] = {
    {"user_id", ID}, {"weight", NUMBER}, {0},
};
/* clang-format on */

const struct staging made_albums = {"made_albums", album_columns, "", NULL};
const struct staging made_genres_of = {"made_album_genres", genre_columns, "", NULL};
const struct staging made_sums = {"made_summaries", sum_columns, "", NULL};
const struct staging made_ratings = {"ratings", rating_columns, "", NULL};
const struct staging made_raters = {"raters", rater_columns, "", NULL};
