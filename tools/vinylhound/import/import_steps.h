/* import_steps.h - the statements that take a loaded batch from the staging tables to the
 * catalogue. */
#ifndef VH_IMPORT_STEPS_H
#define VH_IMPORT_STEPS_H

#include <stddef.h>

/* What a statement's changed rows count as, for the summary. */
enum counted {
    NOT_COUNTED,
    ADDED,   /* records of the kind that were not known */
    UPDATED, /* known, and other than when they were last imported */
    SAME,    /* known, and the same */
    NEW_ALBUMS,
    NEW_ARTISTS, /* known from credits alone */
    NEW_LABELS,  /* known from releases alone */
    DROPPED_ALBUMS,
    KEPT_EDITS, /* records of the kind whose edited fields were left as they are */
    COUNTED
};

struct step {
    const char *doing; /* for messages */
    enum counted counted;
    const char *sql;
};

/* An album's credits as one text, a part a line, of rows `c`. */
#define SHOWN(rows)                                                                       \
    "IFNULL((SELECT GROUP_CONCAT(IFNULL(c.artist_id, 0), '\\t', c.name, '\\t', c.joiner " \
    "ORDER BY c.position SEPARATOR '\\n') FROM " rows "), '')"

/* "a.title = IF(… an editor has set it …, a.title, VALUE)"; `edited` is a column of the
 * staging table `from`. */
#define UNLESS_EDITED(table, from, field, value)                                         \
    table "." field " = IF(FIND_IN_SET('" field "', " from ".edited), " table "." field  \
          ", " value ")"

/* Lists end with a NULL sql. */
extern const struct step make_tables[];  /* the temporary tables of steps; once */
extern const struct step clear_tables[]; /* before each batch */
extern const struct step find_artists[], store_artists[];
extern const struct step find_labels[], store_labels[];
extern const struct step find_masters[], store_masters[];

/* Artists of import_people that the catalogue does not know yet. */
extern const struct step store_people[];

/* For import_release_labels: the labels that are known; those that are not, and what they
   are then; and the rows themselves. */
extern const struct step find_labels_named[], store_labels_named[], add_release_labels[];

/* For import_keys and import_releases. The first, third and fifth are for releases that
   were there: before all; once the releases' own rows are there, which leaves nothing
   below the changed ones; and where some have moved to another album. */
extern const struct step find_changed[], store_releases[], update_releases[],
    count_labels[], drop_albums[], choose_sources[];

/* Genres and styles named in a batch of masters or releases that the catalogue does not
 * know yet. */
extern const struct step store_words[];

/* For each row of import_albums, whose album is known: its data, credits, genres and
 * styles, and what counts them. */
extern const struct step store_details[];

/* For the albums of import_touched: main pressing, songs, counts. Filled by the first
   list for masters, the second for releases. */
extern const struct step touch_masters[], touch_releases[], store_songs[];

#endif
