/* recommend_report.c - an evaluation's figures, for people and for programs. */
#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "import/import_progress.h"
#include "ratings_file.h"
#include "recommend.h"
#include "recommend_evaluate.h"

#include "core/banned.h"

static const char *const part_names[PARTS] = {
    [PART_ITEM_MEAN] = "an item's mean",       [PART_BIAS] = "biases of users and items",
    [PART_NEAR] = "biases + neighbours",       [PART_FACTORS] = "biases + factors",
    [PART_BLEND] = "all, blended (the model)",
};
static const char *const part_keys[PARTS] = {"item_mean", "biases", "neighbours",
                                             "factors", "model"};

static double rmse(const struct error_sums *sums)
{
    return sums->count == 0 ? 0 : sqrt(sums->squares / (double)sums->count);
}

static double mae(const struct error_sums *sums)
{
    return sums->count == 0 ? 0 : sums->absolute / (double)sums->count;
}

static void print_file(const struct recommend_wish *wish, const struct ratings_file *file)
{
    printf("%s: %zu lines parted by %s%s; %zu %s of %u users and %u items",
           wish->evaluate, file->lines, file->parted_by,
           file->header ? " under a header" : "", matrix_count(&file->by_user),
           wish->implicit ? "counts" : "ratings", file->by_user.rows,
           file->by_user.columns);
    printf(wish->implicit ? "\n" : ", %s\n", file->scale);
    if (file->duplicates > 0)
        printf("%zu replaced by a later line for the same user and item\n",
               file->duplicates);
    if (file->unrated > 0)
        printf("%zu skipped: their number is 0, which is no rating\n", file->unrated);
    if (file->bad > 0)
        printf("%zu skipped: not understood\n", file->bad);
    for (size_t i = 0; i < file->bad && i < BAD_SHOWN; i++)
        printf("  line %zu %s\n", file->shown[i].line, file->shown[i].why);
}

static void print_time(double seconds)
{
    char text[32];

    progress_duration(seconds, text, sizeof text);
    printf("  time %s\n", text);
}

static void print_ratings(const struct evaluation *evaluation)
{
    const struct rating_settings *settings = &evaluation->rating_settings;

    printf("\nPredicted ratings, %d-fold cross-validation   RMSE     MAE\n", FOLDS);
    for (int part = 0; part < PARTS; part++)
        printf("  %-40s  %.4f   %.4f\n", part_names[part], rmse(&evaluation->parts[part]),
               mae(&evaluation->parts[part]));
    printf("  by fold:");
    for (int fold = 0; fold < FOLDS; fold++)
        printf(" %.4f", evaluation->rmse[fold]);
    printf("\n  settings (last fold): damping of users %g, of items %g; %u neighbours, "
           "shrinkage %g, damping %g; %d factors\n",
           settings->user_damping, settings->item_damping, settings->near_most,
           settings->shrinkage, settings->near_damping, FACTORS);
    print_time(evaluation->rating_seconds);
}

static void print_ranking(const struct evaluation *evaluation, bool counts)
{
    const struct linear_settings *settings = &evaluation->linear_settings;

    printf("\nLists of what users have not, ranked over all items   nDCG@%d  recall@%d\n",
           NDCG_AT, RECALL_AT);
    if (evaluation->positives == 0) {
        printf("  none: no user and item have %d %s each\n", 5,
               counts ? "counts" : "ratings of 4 stars or more");
        return;
    }
    printf("  %-50s  %.4f   %.4f\n", "popularity", evaluation->popularity.ndcg,
           evaluation->popularity.recall);
    printf("  %-50s  %.4f   %.4f\n",
           settings->kind == LINEAR_EASE ? "EASE (the model)" : "likeness (the model)",
           evaluation->model.ndcg, evaluation->model.recall);
    printf("  over %zu users; %zu %s of %u users and %u items, one of five set aside\n",
           evaluation->model.users, evaluation->positives,
           counts ? "counts" : "ratings of 4 stars or more", evaluation->users,
           evaluation->items);
    printf("  settings: %s, lambda %g, drop-out %g, evenness %g\n",
           settings->input == INPUT_ONES ? "yes or no" : "weights", settings->lambda,
           settings->drop_out, settings->evenness);
    print_time(evaluation->ranking_seconds);
}

void report_print(const struct recommend_wish *wish, const struct ratings_file *file,
                  const struct evaluation *evaluation)
{
    print_file(wish, file);
    if (!wish->implicit)
        print_ratings(evaluation);
    print_ranking(evaluation, wish->implicit);
    printf("\nseed %" PRIu64 "; memory at most %.0f MB\n", wish->seed,
           evaluation->megabytes);
}

static json_t *ratings_json(const struct evaluation *evaluation)
{
    json_t *parts = json_object(), *folds = json_array();

    for (int part = 0; part < PARTS; part++)
        json_object_set_new(parts, part_keys[part],
                            json_pack("{s:f, s:f}", "rmse",
                                      rmse(&evaluation->parts[part]), "mae",
                                      mae(&evaluation->parts[part])));
    for (int fold = 0; fold < FOLDS; fold++)
        json_array_append_new(folds, json_real(evaluation->rmse[fold]));
    return json_pack("{s:f, s:f, s:o, s:o, s:f}", "rmse",
                     rmse(&evaluation->parts[PART_BLEND]), "mae",
                     mae(&evaluation->parts[PART_BLEND]), "parts", parts, "rmse_by_fold",
                     folds, "seconds", evaluation->rating_seconds);
}

static json_t *ranking_json(const struct evaluation *evaluation)
{
    const struct linear_settings *settings = &evaluation->linear_settings;

    return json_pack(
        "{s:s, s:{s:f, s:f}, s:{s:f, s:f}, s:I, s:I, s:I, s:{s:b, s:f, s:f, s:f}, s:f}",
        "method", settings->kind == LINEAR_EASE ? "ease" : "likeness", "model",
        "ndcg_at_10", evaluation->model.ndcg, "recall_at_20", evaluation->model.recall,
        "popularity", "ndcg_at_10", evaluation->popularity.ndcg, "recall_at_20",
        evaluation->popularity.recall, "users", (json_int_t)evaluation->users, "items",
        (json_int_t)evaluation->items, "positives", (json_int_t)evaluation->positives,
        "settings", "weights", settings->input == INPUT_VALUES, "lambda",
        settings->lambda, "drop_out", settings->drop_out, "evenness", settings->evenness,
        "seconds", evaluation->ranking_seconds);
}

void report_json(const struct recommend_wish *wish, const struct ratings_file *file,
                 const struct evaluation *evaluation)
{
    json_t *out = json_pack(
        "{s:{s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:I}, s:I, s:o, s:o, s:f}", "file",
        "name", wish->evaluate, "lines", (json_int_t)file->lines, "entries",
        (json_int_t)matrix_count(&file->by_user), "users", (json_int_t)file->by_user.rows,
        "items", (json_int_t)file->by_user.columns, "duplicates",
        (json_int_t)file->duplicates, "skipped", (json_int_t)file->bad, "unrated",
        (json_int_t)file->unrated, "seed", (json_int_t)wish->seed, "predicted_ratings",
        wish->implicit ? json_null() : ratings_json(evaluation), "lists",
        ranking_json(evaluation), "megabytes", evaluation->megabytes);

    if (out == NULL || json_dumpf(out, stdout, JSON_INDENT(2) | JSON_REAL_PRECISION(6)))
        complain("the figures cannot be written");
    putchar('\n');
    json_decref(out);
}
