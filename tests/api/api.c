/* api.c - runs the suites of the API. */
#include "api.h"

#include "harness/http.h"

#include "core/banned.h"

#define SECONDS 280

int main(int argc, char **argv)
{
    /* in this order: what rates albums comes after what wants them to keep still, and
     * what calls every route and what looks at what came of it all last */
    static const struct suite *const suites[] = {
        &signup_suite,
        &sessions_suite,
        &profiles_suite,
        &content_suite,
        &catalog_suite,
        &filters_suite,
        &words_suite,
        &search_suite,
        &paging_suite,
        &conditional_suite,
        &gates_suite,
        &odd_suite,
        &cors_suite,
        &ratings_suite,
        &scores_suite,
        &privacy_suite,
        &races_suite,
        &editing_suite,
        &editors_suite,
        &history_suite,
        &covers_suite,
        &events_suite,
        &gateway_suite,
        &identity_suite,
        &cache_suite,
        &passwords_suite,
        &preferences_suite,
        &known_albums_suite,
        &addresses_suite,
        &flood_suite,
        &inside_suite,
        &guard_suite,
        &transport_suite,
        &log_of_events_suite,
        &reviews_suite,
        &feeds_suite,
        &moderation_suite,
        &operator_suite,
        &accounts_suite,
        &recommendations_suite,
        &removal_suite,
        &collection_suite,
        &collection_races_suite,
        &export_suite,
        &departure_suite,
        &collection_albums_suite,
        &collection_lists_suite,
        &collection_plans_suite,
        &mail_suite,
        &charts_suite,
        &rbac_suite,
        &doctor_suite,
        &bursts_suite,
        &facets_suite,
    };

    suite_after_each(http_forget);
    return suite_main(suites, sizeof suites / sizeof *suites, SECONDS, argc, argv);
}
