/* album_body.h - an album as editors write it: the body of POST and PUT, and the state
 * that is compared, kept in the history and taken back. */
#ifndef VH_CATALOG_ALBUM_BODY_H
#define VH_CATALOG_ALBUM_BODY_H

#include "catalog/edit.h"

struct track {
    const char *position; /* as printed, or NULL */
    const char *title;
    int64_t duration; /* seconds; -1: not known */
};

struct album_body {
    const char *title;
    const char *artist; /* instead of `artists`: one by name, made if there is none */
    /* struct credit. Without an id: a name that is no artist's (Various). Without a name:
       the artist's. Without a joiner: a comma. */
    struct rows artists;
    int64_t release_year;
    const char *genres, *styles;
    const char *description;
    struct rows tracks; /* struct track; NULL: as they are */

    /* What album_complete finds out, part of no body. */
    const char *printed; /* the credit */
    const char *credits; /* albums.credits */
    uint64_t artist_id;  /* the first linked one */
    struct ids artist_ids, genre_ids, style_ids;
};
extern const struct shape album_body_shape, track_shape;

/* Checks a body against the catalogue, locks the artists it names, and completes it. As
 * struct editable's. */
enum step album_complete(struct change *change);

/* The state of an album that is there; the artists of its credit are locked. 0 or -1. */
int album_load(struct request *rq, uint64_t id, void *state);

/* Takes apart `names`, one a line, and finds each by statement: fills *ids and *known,
   the names as the catalogue spells them. STEP_ANSWERED: one is unknown, 422 for
   `field`. */
enum step names_resolve(struct request *rq, const char *field, int statement,
                        const char *names, struct ids *ids, const char **known);

#endif
