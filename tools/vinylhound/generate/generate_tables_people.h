/* generate_tables_people.h - what made-up people's rows go into: tables of the rating
 * service, and temporary ones from which its sums are added to. */
#ifndef VH_GENERATE_TABLES_PEOPLE_H
#define VH_GENERATE_TABLES_PEOPLE_H

#include "base/rows.h"

extern const struct staging made_albums, made_genres_of, made_sums, made_ratings,
    made_raters;

#endif
