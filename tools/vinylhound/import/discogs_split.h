/* discogs_split.h - cuts a dump into records before any parser sees it, so that a bad
 * record costs that record alone.
 *
 * A record is an element of the kind's name: <release>, <master>, <artist>, or <label>
 * with the labels nested in its <sublabels>. Comments and CDATA sections are passed over.
 * Only the record's own tags are looked at: what else is wrong inside is for the parser
 * to find. */
#ifndef VH_DISCOGS_SPLIT_H
#define VH_DISCOGS_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* The parser is given nothing longer. */
#define RECORD_LIMIT (16u << 20)

struct splitter {
    const char *name; /* "release" */
    size_t name_length, limit;
    /* Called for each record, whole from `<` to `>`; and for each piece that began as one
       but is none: not closed before the next began, longer than the limit, or cut off by
       the end of the file. Neither may keep the bytes. */
    void (*record)(void *user, const char *bytes, size_t length);
    void (*broken)(void *user, const char *bytes, size_t length, const char *reason);
    void *user;
    /* Its own. */
    struct buffer buffer;
    size_t at;         /* all before has been looked at */
    size_t start;      /* where the present record begins, SIZE_MAX between records */
    unsigned depth;    /* open elements of the record's name */
    bool in_sublabels; /* there <label> is part of its record */
    size_t nested;     /* where the last such <label> begins, from `start` */
    size_t section;    /* where the present comment or CDATA section begins */
    const char *until; /* inside a comment or CDATA section: what ends it */
};

void splitter_init(struct splitter *splitter, const char *name);

/* Takes the next bytes, cut anywhere. False if memory is out. */
bool splitter_feed(struct splitter *splitter, const char *bytes, size_t length);

/* The file has ended. */
void splitter_finish(struct splitter *splitter);

void splitter_free(struct splitter *splitter);

#endif
