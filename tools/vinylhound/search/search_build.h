/* search_build.h - the search index made anew from the catalogue, while the site runs. */
#ifndef VH_SEARCH_BUILD_H
#define VH_SEARCH_BUILD_H

#include <stdbool.h>

struct tool;

/* Builds and swaps in. False after a complaint; the index is then as it was. */
bool search_build(struct tool *tool);

#endif
