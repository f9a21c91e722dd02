/* check_rows.c - insists that rows for LOAD DATA are whole: as many as counted, each with
 * its table's columns, no text wider than its column. */
#include <string.h>

#include "base/rows.h"
#include "fuzz.h"

#include "core/banned.h"

/* One field of LOAD DATA's; what follows it. */
static const char *check_field(const struct column *column, const char *at)
{
    unsigned characters = 0;

    if (strncmp(at, "\\N", 2) == 0)
        return at + 2;
    for (; *at != '\t' && *at != '\n'; at++) {
        HOLDS(*at != '\0');
        if (*at == '\\')
            HOLDS(*++at != '\0' && strchr("\\tnr0", *at) != NULL);
        characters += ((unsigned char)*at & 0xc0) != 0x80;
    }
    HOLDS(column->width == 0 || characters <= column->width);
    return at;
}

void fuzz_check_rows(struct rows *rows)
{
    const char *at = buffer_text(&rows->text);

    HOLDS(rows->column == 0 && strlen(at) == rows->text.length && fuzz_is_utf8(at));
    for (size_t i = 0; i < rows->count; i++)
        for (const struct column *column = rows->staging->columns; column->name != NULL;
             column++) {
            at = check_field(column, at);
            HOLDS(*at == (column[1].name == NULL ? '\n' : '\t'));
            at++;
        }
    HOLDS(*at == '\0');
}
