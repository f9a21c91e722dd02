/* ratings_file.c - ratings or play counts from a text file of anybody's. */
#include "ratings_file.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <uthash.h>
#include <zlib.h>

#include "command.h"
#include "ratings_line.h"
#include "base/room.h"

#include "core/banned.h"

#define LONGEST_LINE 4096

/* A name met in the file, and its number. */
struct name {
    UT_hash_handle hh;
    uint32_t number;
    char text[];
};

struct names {
    struct name *table;
    uint32_t count;
};

struct reading {
    struct names users, items;
    struct triple *triples;
    size_t count, room;
    float most;
    bool weights, parting_known;
    enum parting parting;
};

static uint32_t number_of(struct names *names, const struct piece *piece)
{
    struct name *name;

    HASH_FIND(hh, names->table, piece->text, piece->length, name);
    if (name != NULL)
        return name->number;
    name = room_for(1, sizeof *name + piece->length + 1);
    memcpy(name->text, piece->text, piece->length);
    name->number = names->count++;
    HASH_ADD_KEYPTR(hh, names->table, name->text, piece->length, name);
    return name->number;
}

static void names_free(struct names *names)
{
    struct name *name = names->table;

    HASH_CLEAR(hh, names->table); /* the names are still a list */
    while (name != NULL) {
        struct name *next = name->hh.next;

        free(name);
        name = next;
    }
}

static void add(struct reading *reading, const struct rated_line *line)
{
    if (reading->count == reading->room) {
        reading->room = reading->room == 0 ? 1 << 16 : reading->room * 2;
        reading->triples =
            room_grow(reading->triples, reading->room, sizeof *reading->triples);
    }
    reading->triples[reading->count++] =
        (struct triple){number_of(&reading->users, &line->user),
                        number_of(&reading->items, &line->item), (float)line->number};
    reading->most = fmaxf(reading->most, (float)line->number);
}

static void note_bad(struct ratings_file *out, size_t number, const char *why)
{
    if (out->bad < BAD_SHOWN) {
        out->shown[out->bad].line = number;
        out->shown[out->bad].why = why;
    }
    out->bad++;
}

/* One line, the `number`th. */
static void take(struct reading *reading, struct ratings_file *out, char *text,
                 size_t number)
{
    struct rated_line line;
    const char *why;
    bool within;
    char *end;

    end = text + strcspn(text, "\r\n");
    within = end[0] == '\r' && end[1] != '\n' && end[1] != '\0';
    *end = '\0';
    if (text[strspn(text, " \t")] == '\0')
        return;
    if (!reading->parting_known) {
        reading->parting = parting_of(text);
        out->parted_by = parting_name(reading->parting);
        reading->parting_known = true;
        if (line_is_header(text, reading->parting)) {
            out->header = true;
            return;
        }
    }
    out->lines++;
    why = within ? "has a carriage return within"
                 : line_read(text, reading->parting, &line);
    if (why != NULL)
        note_bad(out, number, why);
    else if (line.number <= 0)
        out->unrated++;
    else
        add(reading, &line);
}

static bool read_lines(gzFile in, const char *path, struct reading *reading,
                       struct ratings_file *out)
{
    char text[LONGEST_LINE];
    size_t number = 0;
    int error;

    while (gzgets(in, text, sizeof text) != NULL) {
        size_t length = strlen(text);
        char *begin = text;

        if (number++ == 0 && strncmp(text, "\xef\xbb\xbf", 3) == 0)
            begin += 3;
        if (length == sizeof text - 1 && text[length - 1] != '\n') {
            note_bad(out, number, "is longer than 4,095 bytes");
            out->lines++;
            while (gzgets(in, text, sizeof text) != NULL && strchr(text, '\n') == NULL)
                ;
            continue;
        }
        take(reading, out, begin, number);
    }
    gzerror(in, &error);
    if (error == Z_OK || error == Z_STREAM_END)
        return true;
    complain("%s: %s", path, error == Z_ERRNO ? strerror(errno) : "is broken gzip");
    return false;
}

/* Which scale the numbers are on, and from it to stars. Returns NULL if it is none that
   ratings have. */
static const char *to_stars(struct reading *reading)
{
    static const struct {
        float most, by;
        const char *what;
    } scales[] = {
        {5,   1,     "to 5 stars, as they are"     },
        {10,  0.5f,  "to 10, halved to stars"      },
        {100, 0.05f, "to 100, a twentieth to stars"},
    };

    for (size_t s = 0; s < sizeof scales / sizeof *scales && reading->most > 1; s++) {
        if (reading->most > scales[s].most)
            continue;
        for (size_t i = 0; i < reading->count; i++)
            reading->triples[i].value *= scales[s].by;
        return scales[s].what;
    }
    return NULL;
}

static bool finish(struct reading *reading, const char *path, struct ratings_file *out)
{
    if (reading->count == 0 && out->lines == 0) {
        complain("%s: %s", path, out->header ? "has a header alone" : "is empty");
        return false;
    }
    if (reading->count == 0) {
        complain("%s: no line of %zu is `user,item,%s`%s%s", path, out->lines,
                 reading->weights ? "weight" : "rating",
                 out->bad > 0 ? "; the first of them " : "",
                 out->bad > 0 ? out->shown[0].why : "");
        return false;
    }
    out->scale = reading->weights ? "counts" : to_stars(reading);
    if (out->scale == NULL) {
        complain("%s: the greatest number is %g: these are no ratings of 1 to 5, 10 or "
                 "100; "
                 "are they counts (--implicit)?",
                 path, (double)reading->most);
        return false;
    }
    matrix_make(&out->by_user, reading->triples, reading->count, reading->users.count,
                reading->items.count);
    out->duplicates = reading->count - matrix_count(&out->by_user);
    return true;
}

bool ratings_file_read(const char *path, bool weights, struct ratings_file *out)
{
    struct reading reading = {.weights = weights};
    gzFile in = gzopen(path, "rb");
    bool read;

    *out = (struct ratings_file){0};
    if (in == NULL) {
        complain("%s: %s", path, strerror(errno));
        return false;
    }
    gzbuffer(in, 1 << 17);
    read = read_lines(in, path, &reading, out) && finish(&reading, path, out);
    gzclose(in);
    free(reading.triples);
    names_free(&reading.users);
    names_free(&reading.items);
    return read;
}

void ratings_file_free(struct ratings_file *file)
{
    matrix_free(&file->by_user);
}
