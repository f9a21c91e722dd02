/* cover_drawing.h - a sleeve drawn from an album's id. */
#ifndef VH_CATALOG_COVER_DRAWING_H
#define VH_CATALOG_COVER_DRAWING_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* An SVG, the same for the same id; NULL if memory is out. */
const char *cover_draw(struct arena *arena, uint64_t id, size_t *length);

#endif
