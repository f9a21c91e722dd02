# tests/local.mk: what make check builds and runs. The units need nothing but themselves; what needs a stack is started
# by a script that makes one (tests/harness/with-stack). Every one ends with `N passed, N failed`.

check_LIBRARIES += tests/libharness.a
tests_libharness_a_CPPFLAGS = $(AM_CPPFLAGS) $(CUNIT_CFLAGS) -I$(top_srcdir)/tests
tests_libharness_a_SOURCES = \
	tests/harness/expect.c tests/harness/expect.h \
	tests/harness/expect_problem.c \
	tests/harness/http.c tests/harness/http.h \
	tests/harness/people.c \
	tests/harness/stack.c tests/harness/stack.h \
	tests/harness/suite.c tests/harness/suite.h

HARNESS_LIBS = tests/libharness.a fcgi-apps/libcore.a $(CUNIT_LIBS) $(FCGI_LIBS) $(MARIADB_LIBS) $(JANSSON_LIBS) \
	$(CJOSE_LIBS) $(CRYPTO_LIBS) $(CURL_LIBS) $(INIH_LIBS) $(UTF8PROC_LIBS) $(B64_LIBS) -lm

# ---- units of core and the services
check_PROGRAMS += tests/unit/units
tests_unit_units_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_unit_units_LDADD = $(HARNESS_LIBS)
tests_unit_units_SOURCES = \
	fcgi-apps/rating/score.c \
	tests/unit/asking.c tests/unit/asking.h \
	tests/unit/record.h \
	tests/unit/test_arena.c \
	tests/unit/test_auth.c \
	tests/unit/test_body.c \
	tests/unit/test_claims.c \
	tests/unit/test_codec.c \
	tests/unit/test_config.c \
	tests/unit/test_cursor.c \
	tests/unit/test_log.c \
	tests/unit/test_query.c \
	tests/unit/test_route.c \
	tests/unit/test_score.c \
	tests/unit/test_shape.c \
	tests/unit/test_shape_read.c \
	tests/unit/test_trace.c \
	tests/unit/tokens.c tests/unit/tokens.h \
	tests/unit/units.c tests/unit/units.h
TESTS += tests/unit/units

# ---- the pools' routes, openapi/ and the gateway's map held to each other
TESTS += tests/contract/run
