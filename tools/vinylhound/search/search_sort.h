/* search_sort.h - more numbers than memory holds, in order: sorted run by run into
 * temporary files, then merged. */
#ifndef VH_SEARCH_SORT_H
#define VH_SEARCH_SORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sorter;

struct sorter *sorter_new(void); /* NULL if memory is out */
void sorter_free(struct sorter **sorter);

/* False after a complaint: no memory, or no room for temporary files. */
bool sorter_put(struct sorter *sorter, uint64_t number);

/* Ends putting. False after a complaint. */
bool sorter_turn(struct sorter *sorter);

/* The next number, ascending; one that was put twice comes once. 1, 0 at the end, -1
 * after a complaint. */
int sorter_take(struct sorter *sorter, uint64_t *number);

/* Ready for putting again. */
void sorter_clear(struct sorter *sorter);

#endif
