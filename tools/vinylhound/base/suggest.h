/* suggest.h - "did you mean": the nearest of some words. */
#ifndef VH_SUGGEST_H
#define VH_SUGGEST_H

#include <stddef.h>

/* How many letters must be put in, left out, changed or swapped with a neighbour to make
   one word of the other. Words longer than 63 letters are compared by their first 63. */
size_t edit_distance(const char *a, const char *b);

#endif
