/* discogs_text.c - what the texts of a dump mean. */

#include "discogs_text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "core/arena.h"

#include "core/banned.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Narrows [*text, *text + *length) by the blanks at its ends. */
static void trim(const char **text, size_t *length)
{
    while (*length > 0 && is_blank((*text)[*length - 1]))
        --*length;
    while (*length > 0 && is_blank(**text)) {
        ++*text;
        --*length;
    }
}

const char *text_line(struct arena *arena, const char *text)
{
    size_t length = text == NULL ? 0 : strlen(text), out = 0;
    char *line;

    trim(&text, &length);
    line = length == 0 ? NULL : arena_alloc(arena, length + 1);
    for (size_t i = 0; line != NULL && i < length; i++)
        if (text[i] != '\r')
            line[out++] = is_blank(text[i]) ? ' ' : text[i];
    return line;
}

uint32_t text_id(const char *text)
{
    uint64_t id = 0;

    for (; text != NULL && isdigit((unsigned char)*text) && id <= UINT32_MAX; text++)
        id = id * 10 + (uint64_t)(*text - '0');
    return text == NULL || *text != '\0' || id > UINT32_MAX ? 0 : (uint32_t)id;
}

bool text_is_linked(uint32_t artist)
{
    return artist != 0 && artist != 194 && artist != 355 && artist != 118760;
}

int64_t text_duration(const char *text)
{
    size_t length = text == NULL ? 0 : strlen(text), digits = 0;
    int64_t total = 0, group = 0;
    int groups = 0;

    trim(&text, &length);
    for (size_t i = 0; i <= length; i++) {
        char c = i < length ? text[i] : ':';

        if (isdigit((unsigned char)c) && digits < 5) {
            group = group * 10 + (c - '0');
            digits++;
            continue;
        }
        if (c != ':' || digits == 0 || groups == 3 ||
            (groups > 0 && (digits != 2 || group > 59)))
            return -1;
        total = total * 60 + group;
        group = 0;
        digits = 0;
        groups++;
    }
    return groups == 2 || groups == 3 ? total : -1;
}

/* A number of one to `most` digits, moved over; -1 if there is none. */
static int take_number(const char **text, int most)
{
    int number = 0, digits = 0;

    while (digits < most && isdigit((unsigned char)**text)) {
        number = number * 10 + (**text - '0');
        ++*text;
        digits++;
    }
    return digits == 0 ? -1 : number;
}

unsigned text_released(const char *text, char out[RELEASED_SIZE])
{
    int year, month = 0, day = 0;

    out[0] = '\0';
    while (text != NULL && is_blank(*text))
        text++;
    year = text == NULL ? -1 : take_number(&text, 4);
    if (year < 1000)
        return 0;
    if (*text == '-') {
        text++;
        month = take_number(&text, 2);
    }
    if (month > 0 && month <= 12 && *text == '-') {
        text++;
        day = take_number(&text, 2);
    }
    if (month <= 0 || month > 12)
        snprintf(out, RELEASED_SIZE, "%04d", year);
    else if (day <= 0 || day > 31)
        snprintf(out, RELEASED_SIZE, "%04d-%02d", year, month);
    else
        snprintf(out, RELEASED_SIZE, "%04d-%02d-%02d", year, month, day);
    return (unsigned)year;
}

const char *text_digits(struct arena *arena, const char *text)
{
    size_t length = text == NULL ? 0 : strlen(text), out = 0;
    char *digits = length == 0 ? NULL : arena_alloc(arena, length + 1);

    for (size_t i = 0; digits != NULL && i < length; i++)
        if (isdigit((unsigned char)text[i]))
            digits[out++] = text[i];
    return out == 0 ? NULL : digits;
}

/* Markup that is dropped: what it holds stays. */
static bool is_style(const char *tag, size_t length)
{
    static const char *const styles[] = {"b",  "/b", "i",  "/i",  "u",
                                         "/u", "s",  "/s", "url", "/url"};

    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (strlen(styles[i]) == length && strncasecmp(styles[i], tag, length) == 0)
            return true;
    return false;
}

struct prose {
    char *out;
    size_t length;
    const char *address; /* of the [url=...] that is open; NULL: none */
    size_t address_length, shown_at;
};

static void put(struct prose *prose, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\r')
            prose->out[prose->length++] = text[i];
}

/* [/url]: the address follows its text in brackets, unless it is the text or the text is
 * empty. */
static void end_address(struct prose *prose)
{
    size_t shown = prose->length - prose->shown_at;
    bool same = shown == prose->address_length &&
                memcmp(prose->out + prose->shown_at, prose->address, shown) == 0;

    if (shown == 0)
        put(prose, prose->address, prose->address_length);
    else if (!same) {
        put(prose, " (", 2);
        put(prose, prose->address, prose->address_length);
        put(prose, ")", 1);
    }
    prose->address = NULL;
}

/* A tag without its brackets. Puts what it says and returns true; false if it is no
   markup that is known here, as [a123], which names by number. */
static bool take_markup(struct prose *prose, const char *tag, size_t length)
{
    if (length > 2 && tag[1] == '=' &&
        strchr("alrmg", tolower((unsigned char)tag[0])) != NULL) {
        put(prose, tag + 2, length - 2);
    } else if (length > 4 && strncasecmp(tag, "url=", 4) == 0) {
        prose->address = tag + 4;
        prose->address_length = length - 4;
        prose->shown_at = prose->length;
    } else if (length == 4 && strncasecmp(tag, "/url", 4) == 0 &&
               prose->address != NULL) {
        end_address(prose);
    } else {
        return is_style(tag, length);
    }
    return true;
}

const char *text_prose(struct arena *arena, const char *text)
{
    size_t length = text == NULL ? 0 : strlen(text);
    struct prose prose = {0};
    const char *from;

    if (length == 0)
        return NULL;
    prose.out = arena_alloc(arena, length + 1); /* no markup grows */
    if (prose.out == NULL)
        return NULL;
    for (size_t i = 0; i < length; i++) {
        const char *end = text[i] == '[' ? memchr(text + i, ']', length - i) : NULL;

        if (end != NULL &&
            take_markup(&prose, text + i + 1, (size_t)(end - text) - i - 1))
            i = (size_t)(end - text);
        else
            put(&prose, text + i, 1);
    }
    from = prose.out;
    trim(&from, &prose.length);
    prose.out[(size_t)(from - prose.out) + prose.length] = '\0';
    return prose.length == 0 ? NULL : from;
}
