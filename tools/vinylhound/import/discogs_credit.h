/* discogs_credit.h - who made a record, as its sleeve says. */
#ifndef VH_DISCOGS_CREDIT_H
#define VH_DISCOGS_CREDIT_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct node;

struct credit {
    uint32_t artist;     /* Discogs' id; 0: not linked */
    const char *name;    /* as in the artists dump */
    const char *printed; /* as on the sleeve: the name variation, or the name without its
                            number */
    const char *joiner;  /* what joins it to the next, "" for nothing */
    struct credit *next;
};

/* The <artist>s of an <artists> element (or NULL), in order. NULL if there is none; one
 * without any name is passed over. */
struct credit *credits_read(struct arena *arena, const struct node *artists);

/* "A & B", "A, B", "A Feat. B"; a comma where nothing joins two. NULL for none. */
const char *credits_text(struct arena *arena, const struct credit *credits);

/* The first that is linked, 0 if none is. */
uint32_t credits_first(const struct credit *credits);

#endif
