# tools/local.mk: vinylhound, the operator's command

noinst_LIBRARIES += tools/vinylhound/libtool.a
tools_vinylhound_libtool_a_SOURCES = \
	tools/vinylhound/audit.c \
	tools/vinylhound/buffer.c tools/vinylhound/buffer.h \
	tools/vinylhound/command.h \
	tools/vinylhound/discogs_credit.c tools/vinylhound/discogs_credit.h \
	tools/vinylhound/discogs_node.c tools/vinylhound/discogs_node.h \
	tools/vinylhound/discogs_place.c tools/vinylhound/discogs_place.h \
	tools/vinylhound/discogs_record.c tools/vinylhound/discogs_record.h \
	tools/vinylhound/discogs_release.c \
	tools/vinylhound/discogs_source.c tools/vinylhound/discogs_source.h \
	tools/vinylhound/discogs_split.c tools/vinylhound/discogs_split.h \
	tools/vinylhound/discogs_text.c tools/vinylhound/discogs_text.h \
	tools/vinylhound/discogs_tracks.c \
	tools/vinylhound/doctor.c \
	tools/vinylhound/file_write.c tools/vinylhound/file_write.h \
	tools/vinylhound/generate.c \
	tools/vinylhound/generate_album.c tools/vinylhound/generate_album.h \
	tools/vinylhound/generate_catalog.c tools/vinylhound/generate_catalog.h \
	tools/vinylhound/generate_pressing.c \
	tools/vinylhound/generate_people.c tools/vinylhound/generate_people.h \
	tools/vinylhound/generate_ratings.c \
	tools/vinylhound/generate_tables_people.c tools/vinylhound/generate_tables_people.h \
	tools/vinylhound/generate_taste.c tools/vinylhound/generate_taste.h \
	tools/vinylhound/generate_random.c tools/vinylhound/generate_random.h \
	tools/vinylhound/generate_tables.c \
	tools/vinylhound/generate_words.c tools/vinylhound/generate_words.h \
	tools/vinylhound/id_map.c tools/vinylhound/id_map.h \
	tools/vinylhound/id_set.c tools/vinylhound/id_set.h \
	tools/vinylhound/import_batch.c tools/vinylhound/import_batch.h \
	tools/vinylhound/import_discogs.c \
	tools/vinylhound/import_load.c tools/vinylhound/import_load.h \
	tools/vinylhound/import_progress.c tools/vinylhound/import_progress.h \
	tools/vinylhound/import_queue.c tools/vinylhound/import_queue.h \
	tools/vinylhound/import_read.c tools/vinylhound/import_read.h \
	tools/vinylhound/import_report.c tools/vinylhound/import_report.h \
	tools/vinylhound/import_resume.c tools/vinylhound/import_resume.h \
	tools/vinylhound/import_steps.h \
	tools/vinylhound/import_steps_albums.c \
	tools/vinylhound/import_steps_names.c \
	tools/vinylhound/import_steps_releases.c \
	tools/vinylhound/import_summary.c tools/vinylhound/import_summary.h \
	tools/vinylhound/import_tables.c \
	tools/vinylhound/keys_rotate.c \
	tools/vinylhound/keys_data.c \
	tools/vinylhound/keys.c tools/vinylhound/keys.h \
	tools/vinylhound/matrix.c tools/vinylhound/matrix.h \
	tools/vinylhound/migrate.c tools/vinylhound/migrate.h \
	tools/vinylhound/migrate_schema.c \
	tools/vinylhound/migration_files.c tools/vinylhound/migration_files.h \
	tools/vinylhound/model_bias.c tools/vinylhound/model_bias.h \
	tools/vinylhound/model_choose.c \
	tools/vinylhound/model_factors.c tools/vinylhound/model_factors.h \
	tools/vinylhound/model_likeness.c tools/vinylhound/model_likeness.h \
	tools/vinylhound/model_linear.c tools/vinylhound/model_linear.h \
	tools/vinylhound/model_near.c tools/vinylhound/model_near.h \
	tools/vinylhound/model_ranking.c tools/vinylhound/model_ranking.h \
	tools/vinylhound/model_rating.c tools/vinylhound/model_rating.h \
	tools/vinylhound/model_write.c tools/vinylhound/model_write.h \
	tools/vinylhound/neighbours.c tools/vinylhound/neighbours.h \
	tools/vinylhound/positives.c tools/vinylhound/positives.h \
	tools/vinylhound/ranking.c tools/vinylhound/ranking.h \
	tools/vinylhound/ratings_file.c tools/vinylhound/ratings_file.h \
	tools/vinylhound/ratings_line.c tools/vinylhound/ratings_line.h \
	tools/vinylhound/recommend.c tools/vinylhound/recommend.h \
	tools/vinylhound/recommend_build.c tools/vinylhound/recommend_build.h \
	tools/vinylhound/recommend_site.c tools/vinylhound/recommend_site.h \
	tools/vinylhound/recommend_evaluate.c tools/vinylhound/recommend_evaluate.h \
	tools/vinylhound/recommend_report.c \
	tools/vinylhound/room.c tools/vinylhound/room.h \
	tools/vinylhound/projections.c \
	tools/vinylhound/rows.c tools/vinylhound/rows.h \
	tools/vinylhound/seal_emails.c tools/vinylhound/seal_emails.h \
	tools/vinylhound/service_keys.c \
	tools/vinylhound/scores.c \
	tools/vinylhound/search_beginnings.c tools/vinylhound/search_beginnings.h \
	tools/vinylhound/search_build.c tools/vinylhound/search_build.h \
	tools/vinylhound/search_changes.c tools/vinylhound/search_changes.h \
	tools/vinylhound/search_rebuild.c \
	tools/vinylhound/search_sort.c tools/vinylhound/search_sort.h \
	tools/vinylhound/search_tables.c tools/vinylhound/search_tables.h \
	tools/vinylhound/search_typos.c tools/vinylhound/search_typos.h \
	tools/vinylhound/search_vocabulary.c tools/vinylhound/search_vocabulary.h \
	fcgi-apps/catalog/search_postings.c fcgi-apps/catalog/search_postings.h \
	fcgi-apps/catalog/search_text.c fcgi-apps/catalog/search_text.h \
	tools/vinylhound/sql.c tools/vinylhound/sql.h \
	tools/vinylhound/stage.c tools/vinylhound/stage.h \
	tools/vinylhound/suggest.c tools/vinylhound/suggest.h \
	tools/vinylhound/tool.c tools/vinylhound/tool.h \
	tools/vinylhound/user.c \
	tools/vinylhound/user_account.c \
	tools/vinylhound/users.c tools/vinylhound/users.h \
	fcgi-apps/user/name.c fcgi-apps/user/name.h \
	fcgi-apps/user/password.c fcgi-apps/user/password.h \
	fcgi-apps/user/password_common.c fcgi-apps/user/password_common.h fcgi-apps/user/common_passwords.inc \
	tools/vinylhound/work_share.c tools/vinylhound/work_share.h \
	fcgi-apps/rating/predict.c fcgi-apps/rating/predict.h \
	fcgi-apps/rating/score.c fcgi-apps/rating/score.h

TOOL_LIBS = tools/vinylhound/libtool.a fcgi-apps/libcore.a \
	$(MARIADB_LIBS) $(CJOSE_LIBS) $(JANSSON_LIBS) $(CRYPTO_LIBS) $(EXPAT_LIBS) $(ZLIB_LIBS) \
	$(INIH_LIBS) $(UTF8PROC_LIBS) $(B64_LIBS) $(SODIUM_LIBS) $(OPENBLAS_LIBS) -lm

bin_PROGRAMS += tools/vinylhound/vinylhound
tools_vinylhound_vinylhound_SOURCES = tools/vinylhound/main.c
tools_vinylhound_vinylhound_LDADD = $(TOOL_LIBS)

# ---- unit tests of the above
check_PROGRAMS += tests/unit/test_ratings_file tests/unit/test_recommend
tests_unit_test_ratings_file_SOURCES = tests/unit/test_ratings_file.c
tests_unit_test_ratings_file_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_recommend_SOURCES = tests/unit/test_recommend.c
tests_unit_test_recommend_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
TESTS += tests/unit/test_ratings_file tests/unit/test_recommend
check_PROGRAMS += tests/unit/test_discogs_split tests/unit/test_discogs_source \
	tests/unit/test_discogs_text tests/unit/test_discogs_place tests/unit/test_discogs_record \
	tests/unit/test_id_set tests/unit/test_rows tests/unit/test_migration_files \
	tests/unit/test_suggest tests/unit/test_generate tests/unit/test_search_correct \
	tests/unit/test_search_sort tests/unit/test_search_text
tests_unit_test_search_correct_SOURCES = tests/unit/test_search_correct.c tests/unit/tool_unit.h \
	fcgi-apps/catalog/search_correct.c fcgi-apps/catalog/search_rank.c
tests_unit_test_search_correct_LDADD = $(TOOL_LIBS) $(POOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_search_sort_SOURCES = tests/unit/test_search_sort.c tests/unit/tool_unit.h
tests_unit_test_search_sort_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_search_text_SOURCES = tests/unit/test_search_text.c tests/unit/tool_unit.h
tests_unit_test_search_text_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_generate_SOURCES = tests/unit/test_generate.c tests/unit/tool_unit.h
tests_unit_test_generate_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_discogs_split_SOURCES = tests/unit/test_discogs_split.c tests/unit/tool_unit.h
tests_unit_test_discogs_split_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_discogs_source_SOURCES = tests/unit/test_discogs_source.c
tests_unit_test_discogs_source_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_discogs_text_SOURCES = tests/unit/test_discogs_text.c
tests_unit_test_discogs_text_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_discogs_place_SOURCES = tests/unit/test_discogs_place.c
tests_unit_test_discogs_place_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_discogs_record_SOURCES = tests/unit/test_discogs_record.c
tests_unit_test_discogs_record_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_id_set_SOURCES = tests/unit/test_id_set.c
tests_unit_test_id_set_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_rows_SOURCES = tests/unit/test_rows.c
tests_unit_test_rows_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_migration_files_SOURCES = tests/unit/test_migration_files.c
tests_unit_test_migration_files_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_suggest_SOURCES = tests/unit/test_suggest.c
tests_unit_test_suggest_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
TESTS += tests/unit/test_discogs_split tests/unit/test_discogs_source \
	tests/unit/test_discogs_text tests/unit/test_discogs_place tests/unit/test_discogs_record \
	tests/unit/test_id_set tests/unit/test_rows tests/unit/test_migration_files \
	tests/unit/test_suggest tests/unit/test_generate tests/unit/test_search_correct \
	tests/unit/test_search_sort tests/unit/test_search_text
EXTRA_DIST += tests/api/import.test.sh tests/api/people.test.sh
