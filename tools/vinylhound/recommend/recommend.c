/* recommend.c - vinylhound recommend: makes the model of recommendations, or measures it
 * on a file of ratings. */
#include "recommend.h"

#include <errno.h>
#include <stdlib.h>

#include "command.h"
#include "model_ranking.h"
#include "ratings_file.h"
#include "recommend_build.h"
#include "recommend_evaluate.h"

#include "core/banned.h"

enum { KEY_EVALUATE = 256, KEY_IMPLICIT, KEY_SEED, KEY_JSON, KEY_MEMORY };

/* clang-format off */
static const struct argp_option options[] = {
    {"evaluate", KEY_EVALUATE, "FILE", 0, "Measure the models on FILE's lines `user,item,rating`, and print how good they are", 0},
    {"implicit", KEY_IMPLICIT, NULL,   0, "FILE's numbers are counts of plays, not ratings", 0},
    {"seed",     KEY_SEED,     "N",    0, "Split FILE by this number (1)", 0},
    {"json",     KEY_JSON,     NULL,   0, "Print figures as JSON", 0},
    {"memory",   KEY_MEMORY,   "MB",   0, "Bounds the matrix of all pairs of albums, and how many ratings are read (2048)", 0},
    {0},
};
/* clang-format on */

static double number(const char *text, double least, double most, const char *what,
                     struct argp_state *state)
{
    char *end;
    double value;

    errno = 0;
    value = strtod(text, &end);
    if (errno != 0 || end == text || *end != '\0' || !(value >= least && value <= most))
        argp_error(state, "%s is a number from %.0f to %.0f, not `%s`", what, least, most,
                   text);
    return value;
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct recommend_wish *wish = state->input;

    if (key == KEY_EVALUATE)
        wish->evaluate = argument;
    else if (key == KEY_IMPLICIT)
        wish->implicit = true;
    else if (key == KEY_JSON)
        wish->json = true;
    else if (key == KEY_SEED)
        wish->seed = (uint64_t)number(argument, 0, 1e15, "the seed", state);
    else if (key == KEY_MEMORY)
        wish->megabytes = number(argument, 1, 1e6, "the memory", state);
    else if (key == ARGP_KEY_END && wish->evaluate == NULL &&
             (wish->implicit || wish->json))
        argp_error(state, "--implicit and --json belong to --evaluate FILE");
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

static int evaluate_file(const struct recommend_wish *wish)
{
    const struct evaluation_wish asked = {.counts = wish->implicit,
                                          .seed = wish->seed,
                                          .megabytes = wish->megabytes,
                                          .folds = FOLDS,
                                          .kept = KEPT_TO_MEASURE};
    struct evaluation evaluation;
    struct ratings_file file;
    bool done;

    if (!ratings_file_read(wish->evaluate, wish->implicit, &file))
        return FAILED;
    done = evaluate(&evaluation, &file.by_user, &asked);
    if (done && wish->json)
        report_json(wish, &file, &evaluation);
    else if (done)
        report_print(wish, &file, &evaluation);
    ratings_file_free(&file);
    return done ? DONE : FAILED;
}

int recommend_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        NULL,
        "Make the model that recommendations are read from, out of the site's ratings; "
        "until it is whole the former one answers. Or, with --evaluate, measure how good "
        "the same arithmetic is on a file of ratings: by commas, semicolons, tabs, `::` or "
        "blanks, plain or gzip, with or without a header. docs/recommendations.md says "
        "what the figures mean.",
        NULL,
        NULL,
        NULL};
    struct recommend_wish wish = {.seed = 1, .megabytes = 2048};

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    return wish.evaluate != NULL ? evaluate_file(&wish) : recommend_build(tool, &wish);
}
