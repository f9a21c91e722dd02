/* import_tables.c - what a batch is loaded into: temporary tables, and those of the
 * catalogue that hang below a pressing. `ref` is the Discogs id of the record a row is
 * of. Rows are read with Discogs' ids throughout; where a column is named as a reference,
 * this database's own take their place (import_refer.h). */

#include "import_batch.h"
#include "import_refer.h"

#include "core/banned.h"

#define ID "INT UNSIGNED NOT NULL"
#define ID_OR_NONE "INT UNSIGNED NULL"
#define SMALL "SMALLINT UNSIGNED NOT NULL"
#define SMALL_OR_NONE "SMALLINT UNSIGNED NULL"
#define PROSE "MEDIUMTEXT NULL"
#define HASH "CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL"
#define OWN "BIGINT UNSIGNED NULL" /* an id of this database, found out there */
#define FLAG "BOOLEAN NOT NULL DEFAULT FALSE"
#define EDITED "VARCHAR(100) NOT NULL DEFAULT ''" /* the fields that editors have set */

/* type, width, and what a missing text becomes */
#define TEXT(width) "VARCHAR(" #width ") NULL", width, NULL
#define TEXT_OR(width, nothing) "VARCHAR(" #width ") NOT NULL", width, nothing
#define OTHER(type) type, 0, NULL
#define ARTIST refers_to_artist, 0, NULL
#define RELEASE refers_to_record, 0, NULL

/* Version 14 misaligns rows of macros. */
/* clang-format off */

static const struct column artist_columns[] = {
    {"ref",        OTHER(ID)},
    {"name",            TEXT_OR(512, "")},
    {"sort_name",TEXT_OR(512, "")},
    {"real_name",            TEXT(512)},
    {"biography",            OTHER(PROSE)},
    {"hash",            OTHER(HASH)},
    {0},
};

static const struct column label_columns[] = {
    {"ref",          OTHER(ID)},
    {"name",              TEXT_OR(512, "")},
    {"profile",OTHER(PROSE)},
    {"parent_label",              TEXT(512)},
    {"hash",             OTHER(HASH)},
    {0},
};

static const struct column album_columns[] = {
    {"ref",              OTHER(ID)},
    {"main_ref",                  OTHER(ID_OR_NONE)},
    {"title",TEXT_OR(700, "")},
    {"artist",            TEXT_OR(700, "Unknown Artist")},
    {"artist_id",               ARTIST},
    {"year",           OTHER(SMALL)},
    {"genres", TEXT_OR(1000, "")},
    {"styles",       TEXT_OR(2000, "")},
    {"description",                  OTHER(PROSE)},
    {"hash",OTHER(HASH)},
    {0},
};

static const struct column release_columns[] = {
    {"ref",              OTHER(ID)},
    {"master_ref",                  OTHER(ID_OR_NONE)},
    {"title",TEXT_OR(700, "")},
    {"artist",            TEXT_OR(700, "Unknown Artist")},
    {"artist_id",               ARTIST},
    {"label",           TEXT(512)},
    {"catno", TEXT(128)},
    {"country",       TEXT(64)},
    {"released",                  TEXT(10)},
    {"year",OTHER(SMALL)},
    {"format",            TEXT(255)},
    {"formats",                  TEXT_OR(2000, "")},
    {"barcode",    TEXT(64)},
    {"notes",         OTHER(PROSE)},
    {"genres",                  TEXT_OR(1000, "")},
    {"styles",        TEXT_OR(2000, "")},
    {"hash",           OTHER(HASH)},
    {0},
};

static const struct column people_columns[] = {
    {"ref",        OTHER(ID)},
    {"name",            TEXT_OR(512, "")},
    {"sort_name",TEXT_OR(512, "")},
    {0},
};

static const struct column credit_columns[] = {
    {"ref",         OTHER(ID)},
    {"position",             OTHER(SMALL)},
    {"artist_id",ARTIST},
    {"name",  TEXT_OR(512, "")},
    {"joiner",             TEXT_OR(64, "")},
    {0},
};

static const struct column word_columns[] = {
    {"ref",       OTHER(ID)},
    {"name",           TEXT_OR(64, "")},
    {0},
};

static const struct column release_label_columns[] = {
    {"release_id",         RELEASE},
    {"position",             OTHER(SMALL)},
    {"label_ref",OTHER(ID_OR_NONE)},
    {"name",   TEXT_OR(512, "")},
    {"catno",             TEXT(128)},
    {0},
};

static const struct column format_columns[] = {
    {"release_id",         RELEASE},
    {"position",             OTHER(SMALL)},
    {"name",TEXT_OR(255, "")},
    {"quantity",        TEXT(64)},
    {"note",          TEXT(255)},
    {"descriptions",    TEXT_OR(1000, "")},
    {0},
};

static const struct column track_columns[] = {
    {"release_id",              RELEASE},
    {"seq",                  OTHER(SMALL)},
    {"parent_seq",OTHER(SMALL_OR_NONE)},
    {"position",       TEXT(64)},
    {"title",                  TEXT_OR(700, "")},
    {"artist",    TEXT(700)},
    {"artist_id",            ARTIST},
    {"duration",               OTHER(ID_OR_NONE)},
    {"disc_num",           OTHER(SMALL_OR_NONE)},
    {"track_num",                  OTHER(SMALL_OR_NONE)},
    {0},
};

static const struct column identifier_columns[] = {
    {"release_id",         RELEASE},
    {"position",             OTHER(SMALL)},
    {"type",TEXT_OR(64, "")},
    {"description",        TEXT(1000)},
    {"value",          TEXT_OR(1000, "")},
    {"digits", TEXT(64)},
    {0},
};

static const struct column key_columns[] = {
    {"ref", OTHER(NULL)}, {"release_id", OTHER(NULL)}, {"master_ref", OTHER(NULL)},
    {"songs", OTHER(NULL)}, {"known", OTHER(NULL)}, {0},
};

/* What is found out about releases; narrow, and quick to change (import_steps_names.c). */
const struct staging import_keys = {"import_keys", key_columns, NULL, NULL};

const struct staging staging_tables[TABLES] = {
    [T_ARTISTS] = {"import_artists", artist_columns,
                   "known " FLAG ", same " FLAG ", differs " FLAG ", edited " EDITED
                   ", PRIMARY KEY (ref)"},
    [T_LABELS] = {"import_labels", label_columns,
                  "label_id " OWN ", same " FLAG ", PRIMARY KEY (ref), KEY (name)"},
    [T_ALBUMS] = {"import_albums", album_columns,
                  "album_id " OWN ", same " FLAG ", fresh " FLAG ", changed " FLAG
                  ", edited " EDITED ", PRIMARY KEY (ref)"},
    [T_RELEASES] = {"import_releases", release_columns, "PRIMARY KEY (ref)"},
    [T_PEOPLE] = {"import_people", people_columns, ""},
    [T_CREDITS] = {"import_credits", credit_columns, "KEY (ref)"},
    [T_GENRES] = {"import_genres", word_columns, "KEY (ref)"},
    [T_STYLES] = {"import_styles", word_columns, "KEY (ref)"},
    [T_RELEASE_LABELS] = {"import_release_labels", release_label_columns,
                          "label_id " OWN},
    [T_FORMATS] = {"release_formats", format_columns, NULL},
    [T_TRACKS] = {"release_tracks", track_columns, NULL},
    [T_IDENTIFIERS] = {"release_identifiers", identifier_columns, NULL},
};
