/* doctor_repair.h - what the doctor has found wrong, and mending it while the site runs,
 * each thing in a transaction of its own. */
#ifndef VH_DOCTOR_REPAIR_H
#define VH_DOCTOR_REPAIR_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>

/* What can be mended; each is an id of that kind. */
enum patient { PATIENT_ALBUM, PATIENT_RATER, PATIENT_SHARD, PATIENT_REVIEW, PATIENTS };

struct patients {
    struct ids {
        unsigned long *all;
        size_t count, room;
    } of[PATIENTS];
};

void patients_add(struct patients *patients, enum patient kind, unsigned long id);
void patients_free(struct patients *patients);

/* Mends all of them, and says which on standard output. False after a complaint; those
   before it are mended then. */
bool patients_mend(MYSQL *mysql, struct patients *patients);

#endif
