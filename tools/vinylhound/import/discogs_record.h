/* discogs_record.h - from a record's tree to rows. What means what: docs/importing.md. */
#ifndef VH_DISCOGS_RECORD_H
#define VH_DISCOGS_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "import_batch.h"

struct arena;
struct node;

/* Puts a record's rows into the batch, which is of its kind. Returns its id; 0 after
   setting *reason if it cannot be taken, and then nothing is put. */
uint32_t record_read(struct batch *batch, struct arena *arena, const struct node *record,
                     const char **reason);

/* For the readers of each kind; rows of a list longer than this cannot be numbered, and
 * the record is refused. */
enum { LIST_MOST = 65535 };

struct reading {
    struct batch *batch;
    struct arena *arena;
    const struct node *record;
    uint32_t id;
    struct batch_record entry; /* its place in the batch */
    const char *reason;
};

/* Each puts the rows of its kind; false after setting the reason. */
bool release_read(struct reading *reading);
bool tracks_read(struct reading *reading, unsigned discs);

/* A child's text as one line, or as prose. */
const char *reading_line(struct reading *reading, const char *child);
const char *reading_prose(struct reading *reading, const char *child);

/* Puts genres or styles (a list's name and its element's) into their table, and returns
 * them a name a line. */
const char *reading_words(struct reading *reading, enum table table, const char *list,
                          const char *element);

struct credit;

/* Puts into T_PEOPLE whoever is linked in `credits`. */
void reading_people(struct reading *reading, const struct credit *credits);

/* Puts the record's credit into T_CREDITS and T_PEOPLE; NULL if it has none. False if it
 * is too long. */
bool reading_credits(struct reading *reading, const struct credit *credits);

#endif
