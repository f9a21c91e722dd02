/* rows.c - rows on their way into a staging table, as the text that LOAD DATA reads. */

#include "rows.h"

#include <assert.h>
#include <string.h>

#include "core/banned.h"

size_t utf8_prefix(const char *text, size_t length, unsigned width)
{
    size_t at = 0;

    if (length <= width)
        return length;
    for (; at < length; at++) {
        bool begins = ((unsigned char)text[at] & 0xc0) != 0x80;

        if (begins && width-- == 0)
            break;
    }
    return at;
}

static void separate(struct rows *rows)
{
    assert(rows->staging->columns[rows->column].name != NULL);
    if (rows->column++ > 0)
        buffer_add_char(&rows->text, '\t');
}

/* LOAD DATA's escapes, for FIELDS TERMINATED BY tab, ESCAPED BY backslash, LINES
 * TERMINATED BY newline. */
static void escape(struct buffer *out, const char *text, size_t length)
{
    size_t from = 0;

    for (size_t i = 0; i < length; i++) {
        const char *escaped = text[i] == '\\'   ? "\\\\"
                              : text[i] == '\t' ? "\\t"
                              : text[i] == '\n' ? "\\n"
                              : text[i] == '\r' ? "\\r"
                              : text[i] == '\0' ? "\\0"
                                                : NULL;
        if (escaped == NULL)
            continue;
        buffer_add(out, text + from, i - from);
        buffer_add(out, escaped, 2);
        from = i + 1;
    }
    buffer_add(out, text + from, length - from);
}

void rows_text(struct rows *rows, const char *text)
{
    const struct column *column = &rows->staging->columns[rows->column];
    size_t length, fits;

    if (text == NULL && column->nothing == NULL) {
        rows_none(rows);
        return;
    }
    text = text == NULL ? column->nothing : text;
    length = strlen(text);
    fits = column->width == 0 ? length : utf8_prefix(text, length, column->width);
    rows->cuts[rows->column] += fits < length;
    separate(rows);
    escape(&rows->text, text, fits);
}

void rows_bytes(struct rows *rows, const void *bytes, size_t length)
{
    separate(rows);
    escape(&rows->text, bytes, length);
}

void rows_number(struct rows *rows, uint64_t number)
{
    separate(rows);
    buffer_add_number(&rows->text, number);
}

void rows_none(struct rows *rows)
{
    const char *nothing = rows->staging->columns[rows->column].nothing;

    separate(rows);
    buffer_add_text(&rows->text, nothing == NULL ? "\\N" : nothing);
}

void rows_id(struct rows *rows, uint32_t id)
{
    if (id == 0)
        rows_none(rows);
    else
        rows_number(rows, id);
}

void rows_end(struct rows *rows)
{
    assert(rows->staging->columns[rows->column].name == NULL);
    buffer_add_char(&rows->text, '\n');
    rows->column = 0;
    rows->count++;
}

void rows_clear(struct rows *rows)
{
    rows->text.length = 0;
    rows->column = 0;
    rows->count = 0;
}

void staging_create(const struct staging *staging, struct buffer *out)
{
    buffer_addf(out, "CREATE TEMPORARY TABLE %s (", staging->name);
    for (const struct column *column = staging->columns; column->name != NULL; column++)
        buffer_addf(out, "%s%s %s", column == staging->columns ? "" : ", ", column->name,
                    column->type);
    buffer_addf(out, "%s%s) " STAGING_OPTIONS, staging->more[0] == '\0' ? "" : ", ",
                staging->more);
}

void staging_load(const struct staging *staging, struct buffer *out)
{
    buffer_addf(
        out,
        "LOAD DATA LOCAL INFILE 'batch' INTO TABLE %s CHARACTER SET %s "
        "FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' (",
        staging->name, staging->charset == NULL ? "utf8mb4" : staging->charset);
    for (const struct column *column = staging->columns; column->name != NULL; column++)
        buffer_addf(out, "%s%s", column == staging->columns ? "" : ", ", column->name);
    buffer_add_char(out, ')');
}
