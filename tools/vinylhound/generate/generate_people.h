/* generate_people.h - made-up people with their ratings into the databases: accounts that
 * nobody can log in to, named demo-1, demo-2 … */
#ifndef VH_GENERATE_PEOPLE_H
#define VH_GENERATE_PEOPLE_H

#include "generate_taste.h"

struct tool;

/* Adds them, for the albums that the catalogue has (world->albums is set from it). The
   sums kept beside ratings are brought up to date in the same transaction; charts and
   what the catalogue shows follow by `vinylhound scores`. False after a complaint; then
   no rating is there. `*ratings` is how many were given. */
bool people_add(struct tool *tool, struct taste_world *world, uint64_t *ratings);

#endif
