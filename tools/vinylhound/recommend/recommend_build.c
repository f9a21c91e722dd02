/* recommend_build.c - the model of the site's own ratings. */
#include "recommend_build.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "core/config.h"
#include "import/import_progress.h"
#include "model_ranking.h"
#include "model_write.h"
#include "positives.h"
#include "recommend_site.h"
#include "base/room.h"
#include "base/stage.h"

#include "core/banned.h"

#define TESTED_FOLDS 1 /* of five: the figures are kept beside the model */

static void print_made(const struct made_model *model, const struct site_ratings *site,
                       size_t rows, double seconds)
{
    const struct evaluation *e = model->evaluation;
    const struct error_sums *errors = &e->parts[PART_BLEND];
    char time[32];

    progress_duration(seconds, time, sizeof time);
    printf("a model of %zu ratings by %u users", matrix_count(&site->by_user),
           site->users.count);
    if (matrix_count(&site->by_user) < site->all)
        printf(" (of %llu: memory allows no more)", (unsigned long long)site->all);
    printf(": %zu albums, of which %u are recommended\n", rows, model->similar.items);
    if (errors->count > 0)
        printf("on ratings set aside: RMSE %.4f, MAE %.4f\n",
               sqrt(errors->squares / (double)errors->count),
               errors->absolute / (double)errors->count);
    if (e->model.users > 0)
        printf("                      nDCG@10 %.4f (popularity %.4f), recall@20 %.4f "
               "(%.4f)\n",
               e->model.ndcg, e->popularity.ndcg, e->model.recall, e->popularity.recall);
    printf("time %s, memory at most %.0f MB\n", time, room_peak_mb());
}

/* Both parts of all ratings, with the settings that were measured. */
static bool fit(struct made_model *model, const struct evaluation *e, uint64_t seed)
{
    struct matrix positives;
    bool fine;

    stage("fitting predicted ratings");
    rating_model_fit(&model->rating, model->by_user, &e->rating_settings, seed);
    positives_take(model->by_user, false, &positives, &model->items);
    if (matrix_count(&positives) == 0) {
        neighbours_make(&model->similar, 0, 1);
        fine = true;
    } else {
        stage("fitting lists of %u albums", positives.columns);
        fine = linear_fit(&model->similar, &positives, &e->linear_settings,
                          linear_kept(positives.columns, KEPT_TO_SERVE));
    }
    matrix_free(&positives);
    return fine;
}

static bool build(MYSQL *mysql, const struct recommend_wish *wish)
{
    double began = stage_seconds();
    struct site_ratings site;
    struct evaluation e;
    size_t rows = 0;
    bool fine = site_ratings_read(&site, mysql, wish->megabytes);
    struct made_model model = {
        .albums = &site.albums, .by_user = &site.by_user, .evaluation = &e};

    if (fine && matrix_count(&site.by_user) == 0) {
        stage_end();
        printf("there are no ratings to make a model of; nothing is changed\n");
    } else if (fine) {
        const struct evaluation_wish asked = {.seed = wish->seed,
                                              .megabytes = wish->megabytes,
                                              .folds = TESTED_FOLDS,
                                              .kept = KEPT_TO_SERVE};

        fine = evaluate(&e, &site.by_user, &asked) && fit(&model, &e, wish->seed);
        if (fine)
            stage("storing the model");
        fine = fine && model_write(mysql, &model, &rows);
        stage_end();
        if (fine)
            print_made(&model, &site, rows, stage_seconds() - began);
        rating_model_free(&model.rating);
        neighbours_free(&model.similar);
        free(model.items);
    }
    site_ratings_free(&site);
    return fine;
}

int recommend_build(struct tool *tool, const struct recommend_wish *wish)
{
    const struct config *config = tool_config(tool);
    MYSQL *mysql =
        config == NULL ? NULL : tool_connect(tool, config_text(config, "rating.name"), 0);
    bool done = mysql != NULL && model_write_prepare(mysql) && build(mysql, wish);

    if (mysql != NULL)
        mysql_close(mysql);
    return done ? DONE : FAILED;
}
