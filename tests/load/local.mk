# tests/load/local.mk: what `make bench` builds beside the rest
EXTRA_PROGRAMS += tests/load/idle_connections
tests_load_idle_connections_SOURCES = tests/load/idle_connections.c
CLEANFILES += tests/load/idle_connections$(EXEEXT)
EXTRA_PROGRAMS += tests/load/events
tests_load_events_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_load_events_LDADD = $(HARNESS_LIBS)
tests_load_events_SOURCES = tests/load/events.c
CLEANFILES += tests/load/events$(EXEEXT)
