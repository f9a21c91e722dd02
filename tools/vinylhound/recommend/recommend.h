/* recommend.h - what `vinylhound recommend` can be asked to do. */
#ifndef VH_RECOMMEND_H
#define VH_RECOMMEND_H

#include <stdbool.h>
#include <stdint.h>

struct recommend_wish {
    const char *evaluate; /* file, or NULL: make the site's model */
    bool implicit, json;
    uint64_t seed;
    double megabytes; /* for EASE's matrix */
};

struct ratings_file;
struct evaluation;

void report_print(const struct recommend_wish *wish, const struct ratings_file *file,
                  const struct evaluation *evaluation);
void report_json(const struct recommend_wish *wish, const struct ratings_file *file,
                 const struct evaluation *evaluation);

#endif
