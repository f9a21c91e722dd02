/* lists.h - walking lists from page to page. */
#ifndef VH_TEST_LISTS_H
#define VH_TEST_LISTS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* All that a list holds, walked to its end with limits 1 to 7 in turn (`limit` 0) or with
   this one. `query` is what stands behind the question mark, "" for nothing; `token` NULL
   for nobody. Each page is checked: its status, its size, its cursor. NULL after a
   failure (which is one of the test). The caller's to json_decref. */
json_t *walk_path(const char *token, const char *path, const char *plural,
                  const char *query, unsigned limit);
/* The same at /api/v1/PLURAL. */
json_t *walk_as(const char *token, const char *plural, const char *query, unsigned limit);
json_t *walk(const char *plural, const char *query, unsigned limit);

/* Everything of a list, read once in pages of 100 and kept until the program ends. */
const json_t *whole(const char *plural);

/* Lets `whole` read anew: others may have added something. */
void forget_lists(void);

/* Whether both hold the same elements in the same order; in the reversed one. */
bool same_list(const json_t *a, const json_t *b);
bool reversed_list(const json_t *a, const json_t *b);

/* No two elements of a list are equal. */
bool no_doubles(const json_t *list);

/* Whether an array of texts holds this one. */
bool list_has(const json_t *texts, const char *text);

#endif
