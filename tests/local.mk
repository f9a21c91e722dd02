# tests/local.mk: what make check builds and runs. The units need nothing but themselves; what needs a stack is started
# by a script that makes one (tests/harness/with-stack). Every one ends with `N passed, N failed`.

check_LIBRARIES += tests/libharness.a
tests_libharness_a_CPPFLAGS = $(AM_CPPFLAGS) $(CUNIT_CFLAGS) -I$(top_srcdir)/tests
tests_libharness_a_SOURCES = \
	tests/harness/expect.c tests/harness/expect.h \
	tests/harness/expect_problem.c \
	tests/harness/http.c tests/harness/http.h \
	tests/harness/people.c \
	tests/harness/services.c \
	tests/harness/smtp_sink.c tests/harness/smtp_sink.h \
	tests/harness/stack.c tests/harness/stack.h \
	tests/harness/suite.c tests/harness/suite.h

HARNESS_LIBS = tests/libharness.a fcgi-apps/libcore.a $(CUNIT_LIBS) $(FCGI_LIBS) $(MARIADB_LIBS) $(JANSSON_LIBS) \
	$(CJOSE_LIBS) $(CRYPTO_LIBS) $(CURL_LIBS) $(INIH_LIBS) $(UTF8PROC_LIBS) $(B64_LIBS) -lm

# ---- units of core and the services
check_PROGRAMS += tests/unit/units
tests_unit_units_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_unit_units_LDADD = $(HARNESS_LIBS)
tests_unit_units_SOURCES = \
	fcgi-apps/rating/burst.c \
	fcgi-apps/rating/score.c \
	fcgi-apps/user/password_common.c \
	fcgi-apps/user/email.c \
	tests/unit/asking.c tests/unit/asking.h \
	tests/unit/record.h \
	tests/unit/test_arena.c \
	tests/unit/test_auth.c \
	tests/unit/test_body.c \
	tests/unit/test_burst.c \
	tests/unit/test_breaker.c \
	tests/unit/test_claims.c \
	tests/unit/test_codec.c \
	tests/unit/test_config.c \
	tests/unit/test_cursor.c \
	tests/unit/test_email.c \
	tests/unit/test_log.c \
	tests/unit/test_markup.c \
	tests/unit/test_password_common.c \
	tests/unit/test_query.c \
	tests/unit/test_route.c \
	tests/unit/test_score.c \
	tests/unit/test_seal.c \
	tests/unit/test_service_token.c \
	tests/unit/test_shape.c \
	tests/unit/test_shape_diff.c \
	tests/unit/test_shape_read.c \
	tests/unit/test_shape_values.c \
	tests/unit/test_trace.c \
	tests/unit/tokens.c tests/unit/tokens.h \
	tests/unit/units.c tests/unit/units.h
TESTS += tests/unit/units

# ---- the API through the gateway of a real stack
check_PROGRAMS += tests/api/api
tests_api_api_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_api_api_LDADD = $(HARNESS_LIBS) $(COVER_LIBS) $(EXPAT_LIBS)
tests_api_api_SOURCES = \
	tests/api/api.c tests/api/api.h \
	tests/api/editing.c tests/api/editing.h \
	tests/api/lists.c tests/api/lists.h \
	tests/api/pictures.c tests/api/pictures.h \
	tests/api/rbac.c tests/api/rbac.h \
	tests/api/test_accounts.c \
	tests/api/test_addresses.c \
	tests/api/test_bursts.c \
	tests/api/test_cache.c \
	tests/api/test_catalog.c \
	tests/api/test_charts.c \
	tests/api/test_conditional.c \
	tests/api/test_content.c \
	tests/api/copies.c tests/api/copies.h \
	tests/api/test_collection.c \
	tests/api/test_collection_races.c \
	tests/api/test_export.c \
	tests/api/test_departure.c \
	tests/api/test_collection_albums.c \
	tests/api/test_collection_lists.c \
	tests/api/test_collection_plans.c \
	tests/api/test_cors.c \
	tests/api/test_covers.c \
	tests/api/test_editing.c \
	tests/api/test_editors.c \
	tests/api/test_doctor.c \
	tests/api/test_events.c \
	tests/api/test_feeds.c \
	tests/api/test_facets.c \
	tests/api/test_filters.c \
	tests/api/test_flood.c \
	tests/api/test_gates.c \
	tests/api/test_gateway.c \
	tests/api/test_guard.c \
	tests/api/test_history.c \
	tests/api/test_identity.c \
	tests/api/test_inside.c \
	tests/api/test_known_albums.c \
	tests/api/test_moderation.c \
	tests/api/test_log.c \
	tests/api/test_mail.c \
	tests/api/test_odd.c \
	tests/api/test_operator.c \
	tests/api/test_paging.c \
	tests/api/test_passwords.c \
	tests/api/test_preferences.c \
	tests/api/test_privacy.c \
	tests/api/test_profiles.c \
	tests/api/test_races.c \
	tests/api/test_ratings.c \
	tests/api/test_recommendations.c \
	tests/api/test_rbac.c \
	tests/api/test_removal.c \
	tests/api/test_reviews.c \
	tests/api/test_scores.c \
	tests/api/test_search.c \
	tests/api/test_sessions.c \
	tests/api/test_signup.c \
	tests/api/test_transport.c \
	tests/api/test_words.c \
	tests/api/totals.c tests/api/totals.h \
	tests/api/written.c tests/api/written.h

# ---- the same stack with parts of it stopped and killed
check_PROGRAMS += tests/fault/fault
tests_fault_fault_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fault_fault_LDADD = $(HARNESS_LIBS)
tests_fault_fault_SOURCES = \
	tests/fault/fault.c tests/fault/fault.h \
	tests/fault/requests.c tests/fault/requests.h \
	tests/fault/test_calls.c \
	tests/fault/test_collection.c \
	tests/fault/test_database.c \
	tests/fault/test_doctor.c \
	tests/fault/test_pools.c

# ---- a random walk while things are killed
check_PROGRAMS += tests/walk/walk
tests_walk_walk_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_walk_walk_LDADD = $(HARNESS_LIBS)
tests_walk_walk_SOURCES = \
	tests/walk/aftermath.c \
	tests/walk/editor.c tests/walk/fates.c \
	tests/walk/kill.c \
	tests/walk/walk.c tests/walk/walk.h \
	tests/walk/walker.c

# ---- those that need more than themselves: a stack, or node
TESTS += tests/contract.test tests/api.test tests/fault.test tests/walk.test tests/import.test tests/people.test tests/search.test tests/plans.test tests/browser.test
EXTRA_DIST += tests/contract.test tests/api.test tests/fault.test tests/walk.test tests/import.test tests/people.test tests/search.test tests/plans.test tests/browser.test
