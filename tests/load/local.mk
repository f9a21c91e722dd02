# tests/load/local.mk: what `make bench` builds beside the rest
EXTRA_PROGRAMS += tests/load/idle_connections
tests_load_idle_connections_SOURCES = tests/load/idle_connections.c
CLEANFILES += tests/load/idle_connections$(EXEEXT)
