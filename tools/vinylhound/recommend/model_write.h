/* model_write.h - a model into the tables that requests read: under a generation of its
 * own, which becomes live at once when all of it is there. */
#ifndef VH_MODEL_WRITE_H
#define VH_MODEL_WRITE_H

#include <mysql.h>
#include <stdbool.h>

#include "model_linear.h"
#include "model_rating.h"
#include "recommend_evaluate.h"

struct made_model {
    struct rating_model rating;
    struct neighbours similar; /* numbered as `items` says */
    uint32_t *items;           /* the number in `albums` of each */
    const struct id_map *albums;
    const struct matrix *by_user;
    const struct evaluation *evaluation;
};

/* Takes the lock that one run at a time holds, and removes what is not live: former
   models, and what a run that was killed has left. False after a complaint. */
bool model_write_prepare(MYSQL *mysql);

/* False after a complaint; the model that was live still is then. `*rows` is how many
   albums were written. */
bool model_write(MYSQL *mysql, const struct made_model *model, size_t *rows);

#endif
