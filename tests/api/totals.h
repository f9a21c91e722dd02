/* totals.h - the kept sums of ratings against the ratings themselves. */
#ifndef VH_TEST_TOTALS_H
#define VH_TEST_TOTALS_H

/* Counts all anew in the database: each album's histogram and weighted sums, each rater's
 * weight, the site's totals; and, for the albums that have public ratings, what the API
 * shows against its own list. */
void expect_sums(void);

#endif
