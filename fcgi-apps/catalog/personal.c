/* personal.c - what the catalogue holds on somebody: what they have edited. */
#include "catalog/personal.h"

#include "core/banned.h"

const struct personal catalog_personal[] = {
    {"edits",
     "SELECT r.id AS position, JSON_OBJECT('kind', r.kind, 'subject_id', r.subject_id, "
     "'version', r.version, 'action', r.action, 'undoes', r.undoes, "
     "'changes', JSON_EXTRACT(r.changes, '$'), "
     "'created_at', " PERSONAL_TIME(
         "r.created_at") ") AS content "
                         "FROM revisions r WHERE r.editor_id = ? AND r.id > ? ORDER BY r.id LIMIT ?",
     40},
};
const size_t catalog_personal_count = sizeof catalog_personal / sizeof *catalog_personal;
