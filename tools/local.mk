# tools/local.mk: vinylhound, the operator's command

noinst_LIBRARIES += tools/vinylhound/libtool.a
tools_vinylhound_libtool_a_SOURCES = \
	tools/vinylhound/audit.c \
	tools/vinylhound/base/buffer.c tools/vinylhound/base/buffer.h \
	tools/vinylhound/base/file_write.c tools/vinylhound/base/file_write.h \
	tools/vinylhound/base/id_map.c tools/vinylhound/base/id_map.h \
	tools/vinylhound/base/id_set.c tools/vinylhound/base/id_set.h \
	tools/vinylhound/base/room.c tools/vinylhound/base/room.h \
	tools/vinylhound/base/rows.c tools/vinylhound/base/rows.h \
	tools/vinylhound/base/sql.c tools/vinylhound/base/sql.h \
	tools/vinylhound/base/stage.c tools/vinylhound/base/stage.h \
	tools/vinylhound/base/suggest.c tools/vinylhound/base/suggest.h \
	tools/vinylhound/base/tool.c tools/vinylhound/base/tool.h \
	tools/vinylhound/base/work_share.c tools/vinylhound/base/work_share.h \
	tools/vinylhound/command.h \
	tools/vinylhound/generate/generate.c \
	tools/vinylhound/generate/generate_album.c tools/vinylhound/generate/generate_album.h \
	tools/vinylhound/generate/generate_catalog.c tools/vinylhound/generate/generate_catalog.h \
	tools/vinylhound/generate/generate_crowd.h \
	tools/vinylhound/generate/generate_people.c tools/vinylhound/generate/generate_people.h \
	tools/vinylhound/generate/generate_people_albums.c \
	tools/vinylhound/generate/generate_people_sums.c \
	tools/vinylhound/generate/generate_pressing.c \
	tools/vinylhound/generate/generate_random.c tools/vinylhound/generate/generate_random.h \
	tools/vinylhound/generate/generate_ratings.c \
	tools/vinylhound/generate/generate_spread.c tools/vinylhound/generate/generate_spread.h \
	tools/vinylhound/generate/generate_tables.c \
	tools/vinylhound/generate/generate_tables_people.c tools/vinylhound/generate/generate_tables_people.h \
	tools/vinylhound/generate/generate_taste.c tools/vinylhound/generate/generate_taste.h \
	tools/vinylhound/generate/generate_words.c tools/vinylhound/generate/generate_words.h \
	tools/vinylhound/import/discogs_credit.c tools/vinylhound/import/discogs_credit.h \
	tools/vinylhound/import/discogs_node.c tools/vinylhound/import/discogs_node.h \
	tools/vinylhound/import/discogs_place.c tools/vinylhound/import/discogs_place.h \
	tools/vinylhound/import/discogs_record.c tools/vinylhound/import/discogs_record.h \
	tools/vinylhound/import/discogs_release.c \
	tools/vinylhound/import/discogs_source.c tools/vinylhound/import/discogs_source.h \
	tools/vinylhound/import/discogs_split.c tools/vinylhound/import/discogs_split.h \
	tools/vinylhound/import/discogs_text.c tools/vinylhound/import/discogs_text.h \
	tools/vinylhound/import/discogs_tracks.c \
	tools/vinylhound/import/import_ahead.c tools/vinylhound/import/import_ahead.h \
	tools/vinylhound/import/import_batch.c tools/vinylhound/import/import_batch.h \
	tools/vinylhound/import/import_discogs.c \
	tools/vinylhound/import/import_load.c tools/vinylhound/import/import_load.h \
	tools/vinylhound/import/import_progress.c tools/vinylhound/import/import_progress.h \
	tools/vinylhound/import/import_queue.c tools/vinylhound/import/import_queue.h \
	tools/vinylhound/import/import_read.c tools/vinylhound/import/import_read.h \
	tools/vinylhound/import/import_refer.c tools/vinylhound/import/import_refer.h \
	tools/vinylhound/import/import_report.c tools/vinylhound/import/import_report.h \
	tools/vinylhound/import/import_resume.c tools/vinylhound/import/import_resume.h \
	tools/vinylhound/import/import_steps.h \
	tools/vinylhound/import/import_steps_albums.c \
	tools/vinylhound/import/import_steps_names.c \
	tools/vinylhound/import/import_steps_releases.c \
	tools/vinylhound/import/import_store.c tools/vinylhound/import/import_store.h \
	tools/vinylhound/import/import_summary.c tools/vinylhound/import/import_summary.h \
	tools/vinylhound/import/import_tables.c \
	tools/vinylhound/keys/key_file.c tools/vinylhound/keys/key_file.h \
	tools/vinylhound/keys/keys_data.c \
	tools/vinylhound/keys/keys_init.c \
	tools/vinylhound/keys/keys_rotate.c \
	tools/vinylhound/keys/seal_emails.c tools/vinylhound/keys/seal_emails.h \
	tools/vinylhound/keys/service_keys.c tools/vinylhound/keys/service_keys.h \
	tools/vinylhound/migrate/migrate.c tools/vinylhound/migrate/migrate.h \
	tools/vinylhound/migrate/migrate_schema.c \
	tools/vinylhound/migrate/migration_files.c tools/vinylhound/migrate/migration_files.h \
	tools/vinylhound/projections.c \
	tools/vinylhound/recommend/matrix.c tools/vinylhound/recommend/matrix.h \
	tools/vinylhound/recommend/model_bias.c tools/vinylhound/recommend/model_bias.h \
	tools/vinylhound/recommend/model_choose.c \
	tools/vinylhound/recommend/model_factors.c tools/vinylhound/recommend/model_factors.h \
	tools/vinylhound/recommend/model_likeness.c tools/vinylhound/recommend/model_likeness.h \
	tools/vinylhound/recommend/model_linear.c tools/vinylhound/recommend/model_linear.h \
	tools/vinylhound/recommend/model_near.c tools/vinylhound/recommend/model_near.h \
	tools/vinylhound/recommend/model_ranking.c tools/vinylhound/recommend/model_ranking.h \
	tools/vinylhound/recommend/model_rating.c tools/vinylhound/recommend/model_rating.h \
	tools/vinylhound/recommend/model_write.c tools/vinylhound/recommend/model_write.h \
	tools/vinylhound/recommend/neighbours.c tools/vinylhound/recommend/neighbours.h \
	tools/vinylhound/recommend/positives.c tools/vinylhound/recommend/positives.h \
	tools/vinylhound/recommend/ranking.c tools/vinylhound/recommend/ranking.h \
	tools/vinylhound/recommend/ratings_file.c tools/vinylhound/recommend/ratings_file.h \
	tools/vinylhound/recommend/ratings_line.c tools/vinylhound/recommend/ratings_line.h \
	tools/vinylhound/recommend/recommend.c tools/vinylhound/recommend/recommend.h \
	tools/vinylhound/recommend/recommend_build.c tools/vinylhound/recommend/recommend_build.h \
	tools/vinylhound/recommend/recommend_evaluate.c tools/vinylhound/recommend/recommend_evaluate.h \
	tools/vinylhound/recommend/recommend_report.c \
	tools/vinylhound/recommend/recommend_site.c tools/vinylhound/recommend/recommend_site.h \
	tools/vinylhound/scores/album_sums.c tools/vinylhound/scores/album_sums.h \
	tools/vinylhound/scores/bursts.c tools/vinylhound/scores/bursts.h \
	tools/vinylhound/scores/doctor.c \
	tools/vinylhound/scores/doctor_repair.c tools/vinylhound/scores/doctor_repair.h \
	tools/vinylhound/scores/scores.c \
	tools/vinylhound/search/facets_build.c tools/vinylhound/search/facets_build.h \
	tools/vinylhound/search/search_beginnings.c tools/vinylhound/search/search_beginnings.h \
	tools/vinylhound/search/search_build.c tools/vinylhound/search/search_build.h \
	tools/vinylhound/search/search_changes.c tools/vinylhound/search/search_changes.h \
	tools/vinylhound/search/search_rebuild.c \
	tools/vinylhound/search/search_sort.c tools/vinylhound/search/search_sort.h \
	tools/vinylhound/search/search_tables.c tools/vinylhound/search/search_tables.h \
	tools/vinylhound/search/search_typos.c tools/vinylhound/search/search_typos.h \
	tools/vinylhound/search/search_vocabulary.c tools/vinylhound/search/search_vocabulary.h \
	tools/vinylhound/users/user.c \
	tools/vinylhound/users/user_account.c \
	tools/vinylhound/users/users.c tools/vinylhound/users/users.h \
	fcgi-apps/catalog/search_postings.c fcgi-apps/catalog/search_postings.h \
	fcgi-apps/catalog/search_text.c fcgi-apps/catalog/search_text.h \
	fcgi-apps/rating/burst.c fcgi-apps/rating/burst.h \
	fcgi-apps/rating/predict.c fcgi-apps/rating/predict.h \
	fcgi-apps/rating/score.c fcgi-apps/rating/score.h \
	fcgi-apps/user/common_passwords.inc \
	fcgi-apps/user/name.c fcgi-apps/user/name.h \
	fcgi-apps/user/password.c fcgi-apps/user/password.h \
	fcgi-apps/user/password_common.c fcgi-apps/user/password_common.h

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
	tests/unit/test_id_set tests/unit/test_import_refer tests/unit/test_rows tests/unit/test_migration_files \
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
tests_unit_test_import_refer_SOURCES = tests/unit/test_import_refer.c
tests_unit_test_import_refer_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_rows_SOURCES = tests/unit/test_rows.c
tests_unit_test_rows_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_migration_files_SOURCES = tests/unit/test_migration_files.c
tests_unit_test_migration_files_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
tests_unit_test_suggest_SOURCES = tests/unit/test_suggest.c
tests_unit_test_suggest_LDADD = $(TOOL_LIBS) $(CUNIT_LIBS)
TESTS += tests/unit/test_discogs_split tests/unit/test_discogs_source \
	tests/unit/test_discogs_text tests/unit/test_discogs_place tests/unit/test_discogs_record \
	tests/unit/test_id_set tests/unit/test_import_refer tests/unit/test_rows tests/unit/test_migration_files \
	tests/unit/test_suggest tests/unit/test_generate tests/unit/test_search_correct \
	tests/unit/test_search_sort tests/unit/test_search_text
EXTRA_DIST += tests/api/import.test.sh tests/api/import tests/api/people.test.sh
