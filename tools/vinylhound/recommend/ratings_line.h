/* ratings_line.h - one line of a file of ratings: which signs part its fields, and what
 * they are. */
#ifndef VH_RATINGS_LINE_H
#define VH_RATINGS_LINE_H

#include <stdbool.h>
#include <stddef.h>

enum parting { BY_COMMA, BY_SEMICOLON, BY_TAB, BY_COLONS, BY_BLANKS };

struct piece {
    const char *text; /* in the line */
    size_t length;
};

struct rated_line {
    struct piece user, item;
    double number;
};

/* From a file's first line: `::`, else a tab, comma or semicolon, else blanks. */
enum parting parting_of(const char *line);
const char *parting_name(enum parting parting); /* "commas" */

/* Reads a line, taking quotes off its fields (it is changed for that). NULL, or why it is
 * none: "has no third field". */
const char *line_read(char *line, enum parting parting, struct rated_line *out);

/* Whether a first line names columns: it has a third field that is no number. */
bool line_is_header(const char *line, enum parting parting);

#endif
