/* markup.h - text inside HTML and XML. */
#ifndef VH_MARKUP_H
#define VH_MARKUP_H

struct arena;

/* The text as it may stand in an element or an attribute: what means something there is
   written as an entity, and what XML 1.0 has no way to write (control characters but tab
   and line's end, U+FFFE, U+FFFF) is left out. `text` is UTF-8 or NULL; the result lives
   in the arena, and is "" if memory is out. */
const char *markup_escape(struct arena *arena, const char *text);

#endif
