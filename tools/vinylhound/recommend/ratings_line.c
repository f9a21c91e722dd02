/* ratings_line.c - one line of a file of ratings. */
#include "ratings_line.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/banned.h"

static const struct {
    const char *sign, *name;
} partings[] = {
    [BY_COMMA] = {",",  "commas"       },
      [BY_SEMICOLON] = {";",  "semicolons"   },
    [BY_TAB] = {"\t", "tabs"         },
      [BY_COLONS] = {"::", "double colons"},
    [BY_BLANKS] = {" ",  "blanks"       },
};

const char *parting_name(enum parting parting)
{
    return partings[parting].name;
}

enum parting parting_of(const char *line)
{
    static const enum parting tried[] = {BY_COLONS, BY_TAB, BY_COMMA, BY_SEMICOLON};

    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++)
        if (strstr(line, partings[tried[i]].sign) != NULL)
            return tried[i];
    return BY_BLANKS;
}

/* Behind a field that begins with a quote: takes the quotes off in place, a doubled one
   is one. */
static char *unquote(char *at, struct piece *piece)
{
    char *to = ++at;

    piece->text = at;
    while (*at != '\0' && (at[0] != '"' || at[1] == '"')) {
        if (*at == '"')
            at++;
        *to++ = *at++;
    }
    piece->length = (size_t)(to - piece->text);
    return *at == '"' ? at + 1 : at;
}

/* The field at *at, which is moved behind its parting sign; NULL behind the last. */
static bool next_field(char **at, enum parting parting, struct piece *piece)
{
    const char *sign = partings[parting].sign;
    const char *blanks = parting == BY_TAB ? " " : " \t";
    char *begin = *at, *end;

    if (begin == NULL)
        return false;
    begin += strspn(begin, blanks);
    if (*begin == '"') {
        end = unquote(begin, piece);
        begin = end;
    } else
        piece->text = NULL;
    end = parting == BY_BLANKS ? begin + strcspn(begin, blanks) : strstr(begin, sign);
    if (end != NULL && *end == '\0')
        end = NULL;
    if (piece->text == NULL) {
        piece->text = begin;
        piece->length = end == NULL ? strlen(begin) : (size_t)(end - begin);
        while (piece->length > 0 &&
               strchr(blanks, piece->text[piece->length - 1]) != NULL)
            piece->length--;
    }
    *at = end == NULL ? NULL : end + strlen(sign);
    return true;
}

static bool is_number(const struct piece *piece, double *out)
{
    char text[64], *end;

    if (piece->length == 0 || piece->length >= sizeof text)
        return false;
    memcpy(text, piece->text, piece->length);
    text[piece->length] = '\0';
    *out = strtod(text, &end);
    return *end == '\0' && isfinite(*out) && fabs(*out) <= 1e12;
}

const char *line_read(char *line, enum parting parting, struct rated_line *out)
{
    struct piece number;
    char *at = line;

    if (!next_field(&at, parting, &out->user) || !next_field(&at, parting, &out->item) ||
        !next_field(&at, parting, &number))
        return "has no third field";
    if (out->user.length == 0 || out->item.length == 0)
        return "names no user or no item";
    if (!is_number(&number, &out->number))
        return "has a third field that is no number";
    return out->number < 0 ? "has a number below 0" : NULL;
}

bool line_is_header(const char *line, enum parting parting)
{
    struct rated_line read;
    char *copy = strdup(line);
    const char *why = copy == NULL ? NULL : line_read(copy, parting, &read);
    bool header = why != NULL && strstr(why, "no number") != NULL;

    free(copy);
    return header;
}
