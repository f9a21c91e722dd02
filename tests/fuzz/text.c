/* text.c - fuzzes the texts of a dump: lines, prose, ids, durations, dates, names. */
#include <string.h>

#include "import/discogs_text.h"
#include "fuzz.h"

#include "core/artist_name.h"

#include "core/banned.h"

#define DIGITS "0123456789"

static void check_trimmed(const char *out, const char *text, const char *never)
{
    if (out == NULL)
        return;
    HOLDS(out[0] != '\0' && strlen(out) <= strlen(text));
    HOLDS(out[strcspn(out, never)] == '\0');
    HOLDS(strchr(" \t\n", out[0]) == NULL &&
          strchr(" \t\n", out[strlen(out) - 1]) == NULL);
}

static void check_line(struct arena *arena, const char *text)
{
    const char *line = text_line(arena, text), *again = text_line(arena, line);

    check_trimmed(line, text, "\r\n\t");
    HOLDS(line == NULL ? again == NULL : strcmp(line, again) == 0);
    HOLDS((line == NULL) == (text[strspn(text, " \t\r\n")] == '\0'));
}

static void check_numbers(struct arena *arena, const char *text)
{
    uint32_t id = text_id(text);
    int64_t seconds = text_duration(text);
    const char *digits = text_digits(arena, text), *at = text;

    HOLDS(id == 0 || strtoull(text, NULL, 10) == id);
    HOLDS(id == 0 || strspn(text, DIGITS) == strlen(text));
    HOLDS(seconds >= -1 && seconds < INT64_C(100000) * 3600);
    for (; digits != NULL && *digits != '\0'; digits++) {
        at += strcspn(at, DIGITS);
        HOLDS(*at++ == *digits);
    }
    HOLDS(at[strcspn(at, DIGITS)] == '\0');
}

static void check_released(const char *text)
{
    char *out = malloc(RELEASED_SIZE);
    unsigned year = text_released(text, out);
    size_t length = strlen(out);

    HOLDS(year == 0 ? length == 0 : year >= 1000 && year <= 9999);
    HOLDS(year == 0 || length == 4 || length == 7 || length == 10);
    HOLDS(strtoul(out, NULL, 10) == year && strspn(out, DIGITS "-") == length);
    free(out);
}

static void check_names(struct arena *arena, const char *name)
{
    const char *plain = artist_name_plain(arena, name),
               *sort = artist_name_sorted(arena, name);

    HOLDS(strncmp(plain, name, strlen(plain)) == 0);
    HOLDS(plain[0] != '\0' || name[0] == '\0');
    HOLDS(strcmp(sort, name) == 0 ||
          (strlen(sort) == strlen(name) + 1 && strstr(sort, ", ") != NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = fuzz_arena();
    const char *text = fuzz_rest(arena, data, size);

    check_line(arena, text);
    check_trimmed(text_prose(arena, text), text, "\r");
    check_numbers(arena, text);
    check_released(text);
    check_names(arena, text);
    return 0;
}
