/* api.h - the suites of the API, run through the gateway against a stack with the demo
 * catalogue. */
#ifndef VH_TEST_API_H
#define VH_TEST_API_H

#include "harness/suite.h"

extern const struct suite collection_races_suite, accounts_suite, addresses_suite,
    bursts_suite, cache_suite, catalog_suite, charts_suite, collection_albums_suite,
    collection_lists_suite, collection_plans_suite, collection_suite, conditional_suite,
    content_suite, cors_suite, departure_suite, doctor_suite, editing_suite,
    editors_suite, events_suite, covers_suite, facets_suite, feeds_suite, filters_suite,
    flood_suite, gates_suite, gateway_suite, guard_suite, history_suite, identity_suite,
    inside_suite, known_albums_suite, log_of_events_suite, mail_suite, moderation_suite,
    odd_suite, operator_suite, paging_suite, passwords_suite, preferences_suite,
    privacy_suite, profiles_suite, races_suite, ratings_suite, rbac_suite,
    recommendations_suite, removal_suite, reviews_suite, scores_suite, search_suite,
    sessions_suite, signup_suite, transport_suite, words_suite, export_suite;

#endif
