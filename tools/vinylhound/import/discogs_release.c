/* discogs_release.c - from a release's tree to rows: the pressing itself, its labels,
 * formats and identifiers. */

#include <string.h>

#include "core/arena.h"
#include "discogs_credit.h"
#include "discogs_node.h"
#include "discogs_record.h"
#include "discogs_text.h"

#include "core/banned.h"

/* The first of each, as a list shows them; and what else the lists tell. */
struct summary {
    const char *label, *catno, *format, *formats, *barcode;
    unsigned discs; /* as the formats say */
};

/* Catalogue number "none" means that there is none. */
static const char *read_catno(struct reading *reading, const struct node *label)
{
    const char *catno = text_line(reading->arena, node_attribute(label, "catno"));

    return catno != NULL && strcasecmp(catno, "none") == 0 ? NULL : catno;
}

static bool read_labels(struct reading *reading, struct summary *summary)
{
    const struct node *label = node_child(node_child(reading->record, "labels"), "label");
    struct rows *rows = &reading->batch->rows[T_RELEASE_LABELS];
    unsigned position = 0;

    for (; label != NULL; label = label->next) {
        const char *name = text_line(reading->arena, node_attribute(label, "name"));
        const char *catno = read_catno(reading, label);

        if (name == NULL && catno == NULL)
            continue;
        if (position++ == 0) {
            summary->label = name;
            summary->catno = catno;
        } else if (position > LIST_MOST) {
            reading->reason = "more than 65,535 labels";
            return false;
        }
        rows_number(rows, reading->id);
        rows_number(rows, position);
        rows_id(rows, name == NULL ? 0 : text_id(node_attribute(label, "id")));
        rows_text(rows, name);
        rows_text(rows, catno);
        rows_end(rows);
    }
    return true;
}

/* How many discs, tapes, files a format's quantity stands for; of what only packs others,
 * and of files, none. */
static unsigned count_discs(const char *name, const char *quantity)
{
    uint32_t number = text_id(quantity);

    if (strcmp(name, "All Media") == 0 || strcmp(name, "Box Set") == 0 ||
        strcmp(name, "File") == 0)
        return 0;
    return number == 0 || number > 999 ? 1 : number;
}

/* A format's descriptions, one after the other; NULL if there is none. */
static const char *read_descriptions(struct arena *arena, const struct node *format,
                                     const char *separator)
{
    const struct node *description =
        node_child(node_child(format, "descriptions"), "description");
    const char *all = NULL;

    for (; description != NULL; description = description->next) {
        const char *text = text_line(arena, description->text);

        if (text != NULL)
            all =
                all == NULL ? text : arena_printf(arena, "%s%s%s", all, separator, text);
    }
    return all;
}

/* "2 x Vinyl, LP, Album, Red": quantity unless 1, name, descriptions, note. */
static const char *format_line(struct arena *arena, const struct node *format,
                               const char *quantity, const char *name, const char *note)
{
    bool many = quantity != NULL && strcmp(quantity, "1") != 0;
    const char *descriptions = read_descriptions(arena, format, ", ");

    return arena_printf(arena, "%s%s%s%s%s%s%s", many ? quantity : "", many ? " x " : "",
                        name, descriptions == NULL ? "" : ", ",
                        descriptions == NULL ? "" : descriptions,
                        note == NULL ? "" : ", ", note == NULL ? "" : note);
}

static void read_format(struct reading *reading, const struct node *format,
                        unsigned position, struct summary *summary)
{
    struct rows *rows = &reading->batch->rows[T_FORMATS];
    const char *name = text_line(reading->arena, node_attribute(format, "name"));
    const char *quantity = text_line(reading->arena, node_attribute(format, "qty"));
    const char *note = text_line(reading->arena, node_attribute(format, "text"));
    const char *line;

    name = name == NULL ? "Unknown" : name;
    line = format_line(reading->arena, format, quantity, name, note);
    summary->formats = summary->formats == NULL ? line
                                                : arena_printf(reading->arena, "%s\n%s",
                                                               summary->formats, line);
    summary->format = summary->format == NULL ? name : summary->format;
    summary->discs += count_discs(name, quantity);
    rows_number(rows, reading->id);
    rows_number(rows, position);
    rows_text(rows, name);
    rows_text(rows, quantity);
    rows_text(rows, note);
    rows_text(rows, read_descriptions(reading->arena, format, "\n"));
    rows_end(rows);
}

static bool read_formats(struct reading *reading, struct summary *summary)
{
    const struct node *format =
        node_child(node_child(reading->record, "formats"), "format");
    unsigned position = 0;

    for (; format != NULL; format = format->next) {
        if (position == LIST_MOST) {
            reading->reason = "more than 65,535 formats";
            return false;
        }
        read_format(reading, format, ++position, summary);
    }
    return true;
}

static bool read_identifiers(struct reading *reading, struct summary *summary)
{
    const struct node *identifier =
        node_child(node_child(reading->record, "identifiers"), "identifier");
    struct rows *rows = &reading->batch->rows[T_IDENTIFIERS];
    unsigned position = 0;

    for (; identifier != NULL; identifier = identifier->next) {
        const char *type = text_line(reading->arena, node_attribute(identifier, "type"));
        const char *value =
            text_line(reading->arena, node_attribute(identifier, "value"));
        bool barcode = type != NULL && strcmp(type, "Barcode") == 0;
        const char *digits = barcode ? text_digits(reading->arena, value) : NULL;

        if (position++ == LIST_MOST) {
            reading->reason = "more than 65,535 identifiers";
            return false;
        }
        summary->barcode = summary->barcode == NULL ? digits : summary->barcode;
        rows_number(rows, reading->id);
        rows_number(rows, position);
        rows_text(rows, type);
        rows_text(rows,
                  text_line(reading->arena, node_attribute(identifier, "description")));
        rows_text(rows, value);
        rows_text(rows, digits);
        rows_end(rows);
    }
    return true;
}

static void put_release(struct reading *reading, const struct credit *credits,
                        const struct summary *summary)
{
    struct rows *rows = &reading->batch->rows[T_RELEASES];
    const char *date = reading_line(reading, "released");
    char released[RELEASED_SIZE];
    unsigned year = text_released(date, released);
    const char *genres = reading_words(reading, T_GENRES, "genres", "genre");
    const char *styles = reading_words(reading, T_STYLES, "styles", "style");

    reading->batch->read.dates += date != NULL && year == 0;
    reading->entry.master = text_id(reading_line(reading, "master_id"));
    rows_number(rows, reading->id);
    rows_id(rows, reading->entry.master);
    rows_text(rows, reading_line(reading, "title"));
    rows_text(rows, credits_text(reading->arena, credits));
    rows_id(rows, credits_first(credits));
    rows_text(rows, summary->label);
    rows_text(rows, summary->catno);
    rows_text(rows, reading_line(reading, "country"));
    rows_text(rows, released[0] == '\0' ? NULL : released);
    rows_number(rows, year);
    rows_text(rows, summary->format);
    rows_text(rows, summary->formats);
    rows_text(rows, summary->barcode);
    rows_text(rows, reading_prose(reading, "notes"));
    rows_text(rows, genres);
    rows_text(rows, styles);
}

bool release_read(struct reading *reading)
{
    const struct credit *credits =
        credits_read(reading->arena, node_child(reading->record, "artists"));
    struct summary summary = {0};

    if (!reading_credits(reading, credits) || !read_labels(reading, &summary) ||
        !read_formats(reading, &summary) || !read_identifiers(reading, &summary) ||
        !tracks_read(reading, summary.discs))
        return false;
    put_release(reading, credits, &summary);
    return true;
}
