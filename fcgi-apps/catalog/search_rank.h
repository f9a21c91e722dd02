/* search_rank.h - how well a document answers. docs/search.md explains the figures. */
#ifndef VH_CATALOG_SEARCH_RANK_H
#define VH_CATALOG_SEARCH_RANK_H

#include "catalog/search_postings.h"
#include "catalog/search_text.h"
#include "core/shape.h"

/* A document as the catalogue has it, and what search makes of it. */
struct search_document {
    uint64_t id, album_id;      /* album_id: whose cover it has; 0: none */
    const char *title, *artist; /* a name; NULL */
    const char *subtitle;
    int64_t release_year, known; /* known: as search_tier takes it */
    enum search_kind kind;
    double score; /* 0 to 1; 0: it does not answer */
};

/* What is asked for. */
struct search_asked {
    const struct search_text *words;
    bool open;     /* the last word may be a beginning */
    bool any;      /* words may lack: the more, the less the score */
    double factor; /* of the score, for words that were corrected; 1 for none */
};

/* Sets the document's score. */
void search_score(const struct search_asked *asked, struct search_document *document);

/* The parts of the title that answer, as JSON: [[from, end], …] in characters. NULL if
 * memory is out. */
const char *search_highlight(const struct search_asked *asked, const char *title,
                             struct arena *arena);

#endif
