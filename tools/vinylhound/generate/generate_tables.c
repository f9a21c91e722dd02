/* generate_tables.c - what a made-up catalogue's rows go into: the catalogue's own
 * tables. */
#include "generate_catalog.h"

#include "core/banned.h"

#define TEXT(width) NULL, width, NULL
#define PLAIN NULL, 0, NULL

/* Version 14 misaligns rows of macros. */
/* clang-format off */

static const struct column artist_columns[] = {
    {"id", PLAIN}, {"name", TEXT(512)}, {"sort_name", TEXT(512)}, {"genres", TEXT(1000)},
    {"album_count", PLAIN}, {"created_at", PLAIN}, {"updated_at", PLAIN}, {0},
};
static const struct column artist_genre_columns[] = {
    {"artist_id", PLAIN}, {"genre_id", PLAIN}, {0},
};
static const struct column label_columns[] = {
    {"id", PLAIN}, {"name", TEXT(512)}, {"release_count", PLAIN}, {0},
};
static const struct column album_columns[] = {
    {"id", PLAIN}, {"title", TEXT(700)}, {"artist", TEXT(700)}, {"credits", PLAIN},
    {"artist_id", PLAIN}, {"release_year", PLAIN}, {"genres", TEXT(1000)},
    {"styles", TEXT(2000)}, {"main_release_id", PLAIN}, {"track_count", PLAIN},
    {"release_count", PLAIN}, {"created_at", PLAIN}, {"updated_at", PLAIN}, {0},
};
static const struct column album_artist_columns[] = {
    {"album_id", PLAIN}, {"position", PLAIN}, {"artist_id", PLAIN}, {"name", TEXT(512)},
    {"joiner", TEXT(64)}, {0},
};
static const struct column album_genre_columns[] = {
    {"album_id", PLAIN}, {"genre_id", PLAIN}, {0},
};
static const struct column album_style_columns[] = {
    {"album_id", PLAIN}, {"style_id", PLAIN}, {0},
};
static const struct column song_columns[] = {
    {"id", PLAIN}, {"album_id", PLAIN}, {"disc_num", PLAIN}, {"track_num", PLAIN},
    {"position", TEXT(64)}, {"title", TEXT(700)}, {"artist_id", PLAIN},
    {"duration", PLAIN}, {0},
};
static const struct column release_columns[] = {
    {"id", PLAIN}, {"album_id", PLAIN}, {"title", TEXT(700)}, {"artist", TEXT(700)},
    {"label", TEXT(512)}, {"catno", TEXT(128)}, {"country", TEXT(64)},
    {"released", TEXT(10)}, {"year", PLAIN}, {"format", TEXT(255)},
    {"formats", TEXT(2000)}, {"barcode", TEXT(64)}, {0},
};
static const struct column release_label_columns[] = {
    {"release_id", PLAIN}, {"position", PLAIN}, {"label_id", PLAIN}, {"name", TEXT(512)},
    {"catno", TEXT(128)}, {0},
};
static const struct column release_format_columns[] = {
    {"release_id", PLAIN}, {"position", PLAIN}, {"name", TEXT(255)},
    {"descriptions", TEXT(1000)}, {0},
};
static const struct column release_track_columns[] = {
    {"release_id", PLAIN}, {"seq", PLAIN}, {"position", TEXT(64)}, {"title", TEXT(700)},
    {"duration", PLAIN}, {"disc_num", PLAIN}, {"track_num", PLAIN}, {0},
};
static const struct column release_identifier_columns[] = {
    {"release_id", PLAIN}, {"position", PLAIN}, {"type", TEXT(64)},
    {"value", TEXT(1000)}, {"digits", TEXT(64)}, {0},
};

const struct staging made_tables[MADE_TABLES] = {
    [M_ARTISTS] = {"artists", artist_columns, ""},
    [M_ARTIST_GENRES] = {"artist_genres", artist_genre_columns, ""},
    [M_LABELS] = {"labels", label_columns, ""},
    [M_ALBUMS] = {"albums", album_columns, ""},
    [M_ALBUM_ARTISTS] = {"album_artists", album_artist_columns, ""},
    [M_ALBUM_GENRES] = {"album_genres", album_genre_columns, ""},
    [M_ALBUM_STYLES] = {"album_styles", album_style_columns, ""},
    [M_SONGS] = {"songs", song_columns, ""},
    [M_RELEASES] = {"releases", release_columns, ""},
    [M_RELEASE_LABELS] = {"release_labels", release_label_columns, ""},
    [M_RELEASE_FORMATS] = {"release_formats", release_format_columns, ""},
    [M_RELEASE_TRACKS] = {"release_tracks", release_track_columns, ""},
    [M_RELEASE_IDENTIFIERS] = {"release_identifiers", release_identifier_columns, ""},
};

/* By name, the order in which an artist shows them. */
const char *const made_genres[MADE_GENRES] = {
    "Blues", "Brass & Military", "Children's", "Classical",
    "Electronic", "Folk, World, & Country", "Funk / Soul", "Hip Hop",
    "Jazz", "Latin", "Non-Music", "Pop",
    "Reggae", "Rock", "Stage & Screen",
};
const char *const made_styles[MADE_STYLES] = {
    "Electric Blues", "Delta Blues", "Chicago Blues", "Country Blues",
    "Marches", "Brass Band", "Military", "Pipe & Drum",
    "Story", "Nursery Rhymes", "Educational", "Lullaby",
    "Baroque", "Romantic", "Opera", "Modern",
    "House", "Techno", "Ambient", "Drum n Bass",
    "Folk", "Country", "Celtic", "African",
    "Soul", "Funk", "Disco", "Rhythm & Blues",
    "Boom Bap", "Conscious", "Gangsta", "Trap",
    "Hard Bop", "Fusion", "Swing", "Free Jazz",
    "Salsa", "Bossanova", "Tango", "Cumbia",
    "Spoken Word", "Comedy", "Field Recording", "Poetry",
    "Ballad", "Europop", "Vocal", "Chanson",
    "Roots Reggae", "Dub", "Dancehall", "Ska",
    "Pop Rock", "Punk", "Hard Rock", "Indie Rock",
    "Soundtrack", "Score", "Musical", "Theme",
};
