/* discogs_text.h - what the texts of a dump mean. Docs: docs/importing.md. All results
 * live in the arena given; NULL stands for nothing and is accepted everywhere. */
#ifndef VH_DISCOGS_TEXT_H
#define VH_DISCOGS_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { RELEASED_SIZE = 20 };

/* One line: carriage returns gone, line breaks and tabs as spaces, none at either end.
 * NULL if nothing is left. */
const char *text_line(struct arena *arena, const char *text);

/* Many lines: carriage returns gone, no blanks at either end, and Discogs' markup as
 * plain text. NULL if nothing is left. */
const char *text_prose(struct arena *arena, const char *text);

/* An id from 1 to 2^32 - 1; 0 for anything else. */
uint32_t text_id(const char *text);

/* Does this id name an artist, rather than Various (194), Unknown Artist (355) or No
 * Artist (118760)? */
bool text_is_linked(uint32_t artist);

/* "7:05", "1:02:03", "148:00" in seconds; -1 for nothing or anything else. */
int64_t text_duration(const char *text);

/* Writes "1994", "1994-09" or "1994-09-03", "" where not even the year is known, and
 * returns the year or 0. */
unsigned text_released(const char *text, char out[RELEASED_SIZE]);

/* The digits of a barcode; NULL if there are none. */
const char *text_digits(struct arena *arena, const char *text);

#endif
