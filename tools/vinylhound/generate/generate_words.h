/* generate_words.h - names for made-up music: titles and artists of one word or several,
 * from a vocabulary whose words are as unevenly used as those of real titles. */
#ifndef VH_GENERATE_WORDS_H
#define VH_GENERATE_WORDS_H

#include "base/buffer.h"
#include "generate_random.h"

/* Each appends; the text has no NUL at its end. */
void words_title(struct random *random, struct buffer *out);
void words_song(struct random *random,
                struct buffer *out); /* a title, perhaps with (Remix) behind */
void words_artist(struct random *random, struct buffer *out);
void words_label(struct random *random, struct buffer *out);

#endif
