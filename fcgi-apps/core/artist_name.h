/* artist_name.h - an artist's name as it is printed and as it is sorted: what the
 * catalogue and an import must do alike. */
#ifndef VH_ARTIST_NAME_H
#define VH_ARTIST_NAME_H

struct arena;

/* A name without the " (2)" that tells it from others; NULL for NULL or if memory is out.
 */
const char *artist_name_plain(struct arena *arena, const char *name);

/* "The Beatles (2)" as "Beatles, The (2)". Articles: A An The, Der Die Das, El Los Las,
   La Le Les; not in capitals, as in "LA Synthesis". */
const char *artist_name_sorted(struct arena *arena, const char *name);

#endif
