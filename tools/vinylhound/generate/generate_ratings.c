/* generate_ratings.c - vinylhound generate ratings: made-up people and what they rate. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "generate_people.h"
#include "generate_taste.h"

#include "core/banned.h"

#define UNRATED 0.51

enum { KEY_FILE = 256, KEY_ALBUMS, KEY_UNRATED };

struct wish {
    struct taste_world world;
    const char *file;
};

/* clang-format off */
static const struct argp_option options[] = {
    {"users",   'u',        "N",    0, "How many people; 1000 without", 0},
    {"ratings", 'r',        "N",    0, "How many ratings, about; 30 of each person without", 0},
    {"seed",    's',        "S",    0, "The same seed, the same ratings; 1 without", 0},
    {"file",    KEY_FILE,   "FILE", 0, "Write lines `user,album,rating` to FILE, and nothing to the databases", 0},
    {"albums",  KEY_ALBUMS, "N",    0, "With --file: how many albums there are; 1000 without", 0},
    {"unrated", KEY_UNRATED, "PERCENT", 0, "Albums that nobody rates; 51 without", 0},
    {0},
};
/* clang-format on */

static uint64_t read_number(struct argp_state *state, const char *text, uint64_t least,
                            uint64_t most)
{
    char *end;
    uint64_t number;

    errno = 0;
    number = strtoull(text, &end, 10);
    if (*end != '\0' || end == text || *text == '-' || errno != 0 || number < least ||
        number > most)
        argp_error(state, "`%s` is no number from %" PRIu64 " to %" PRIu64, text, least,
                   most);
    return number;
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct wish *wish = state->input;

    if (key == 'u')
        wish->world.users = (uint32_t)read_number(state, argument, 1, 100000000);
    else if (key == 'r')
        wish->world.ratings = read_number(state, argument, 1, 10000000000);
    else if (key == 's')
        wish->world.seed = read_number(state, argument, 0, UINT64_MAX);
    else if (key == KEY_ALBUMS)
        wish->world.albums = (uint32_t)read_number(state, argument, 100, 100000000);
    else if (key == KEY_FILE)
        wish->file = argument;
    else if (key == KEY_UNRATED)
        wish->world.unrated = (double)read_number(state, argument, 0, 90) / 100;
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: takes options alone", argument);
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* What there are of the ratings, or 0 after a complaint. */
static uint64_t write_lines(struct taste_world *world, FILE *out, const char *path)
{
    uint64_t written = 0;

    fputs("user,album,rating\n", out);
    for (uint32_t u = 0; u < world->users && !ferror(out); u++) {
        const struct opinion *opinions;
        size_t count = taste_world_ask(world, u, &opinions);

        for (size_t i = 0; i < count; i++, written++)
            fprintf(out, "%" PRIu32 ",%" PRIu32 ",%.1f\n", u + 1, opinions[i].album + 1,
                    opinions[i].half_stars / 2.0);
    }
    if (ferror(out) | fclose(out)) {
        complain("%s: %s", path, strerror(errno));
        return 0;
    }
    return written;
}

static int generate_file(struct wish *wish)
{
    FILE *out = fopen(wish->file, "w");
    uint64_t written;

    if (out == NULL) {
        complain("%s: %s", wish->file, strerror(errno));
        return FAILED;
    }
    taste_world_make(&wish->world);
    written = write_lines(&wish->world, out, wish->file);
    taste_world_free(&wish->world);
    if (written == 0)
        return FAILED;
    printf("%s: %" PRIu64 " ratings by %" PRIu32 " people\n", wish->file, written,
           wish->world.users);
    return DONE;
}

static int generate_site(struct tool *tool, struct wish *wish)
{
    uint64_t ratings;

    if (!people_add(tool, &wish->world, &ratings))
        return FAILED;
    printf("%" PRIu64 " ratings by %" PRIu32 " people; `vinylhound scores` makes charts "
           "of them\n",
           ratings, wish->world.users);
    return DONE;
}

int generate_ratings_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        NULL,
        "Make people and their ratings up: with 30 planted tastes, and albums as unevenly "
        "rated as on real sites. Their accounts are named demo-1, demo-2 and so on; nobody "
        "can log in to them.",
        NULL,
        NULL,
        NULL};
    struct wish wish = {
        .world = {.seed = 1, .users = 1000, .albums = 1000, .unrated = UNRATED}
    };

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    if (wish.world.ratings == 0)
        wish.world.ratings = (uint64_t)wish.world.users * 30;
    return wish.file != NULL ? generate_file(&wish) : generate_site(tool, &wish);
}
