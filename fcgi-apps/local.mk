# fcgi-apps/local.mk: the library all pools link and the three pools
noinst_LIBRARIES += fcgi-apps/libcore.a
fcgi_apps_libcore_a_SOURCES = \
	fcgi-apps/core/arena.c fcgi-apps/core/arena.h \
	fcgi-apps/core/artist_name.c fcgi-apps/core/artist_name.h \
	fcgi-apps/core/auth.c fcgi-apps/core/auth.h \
	fcgi-apps/core/auth_keys.c fcgi-apps/core/auth_keys.h \
	fcgi-apps/core/banned.h \
	fcgi-apps/core/breaker.c fcgi-apps/core/breaker.h \
	fcgi-apps/core/clock.h \
	fcgi-apps/core/codec.c fcgi-apps/core/codec.h \
	fcgi-apps/core/config.c fcgi-apps/core/config.h \
	fcgi-apps/core/consumer.c fcgi-apps/core/consumer.h \
	fcgi-apps/core/consumer_apply.c fcgi-apps/core/consumer_apply.h \
	fcgi-apps/core/core_statements.c fcgi-apps/core/core_statements.h \
	fcgi-apps/core/cursor.c \
	fcgi-apps/core/db.c fcgi-apps/core/db.h fcgi-apps/core/db_internal.h \
	fcgi-apps/core/db_call.c \
	fcgi-apps/core/db_connect.c fcgi-apps/core/db_connect.h \
	fcgi-apps/core/db_rows.c \
	fcgi-apps/core/departed.c fcgi-apps/core/departed.h \
	fcgi-apps/core/dispatch.c fcgi-apps/core/dispatch.h \
	fcgi-apps/core/event.c fcgi-apps/core/event.h \
	fcgi-apps/core/health.c fcgi-apps/core/health.h \
	fcgi-apps/core/internal_call.c fcgi-apps/core/internal_call.h \
	fcgi-apps/core/lane.c fcgi-apps/core/lane.h \
	fcgi-apps/core/jws.c fcgi-apps/core/jws.h \
	fcgi-apps/core/listing.c fcgi-apps/core/listing.h \
	fcgi-apps/core/listing_sql.c fcgi-apps/core/listing_sql.h \
	fcgi-apps/core/log.c fcgi-apps/core/log.h \
	fcgi-apps/core/markup.c fcgi-apps/core/markup.h \
	fcgi-apps/core/metrics.c fcgi-apps/core/metrics.h fcgi-apps/core/metrics_internal.h \
	fcgi-apps/core/metrics_peer.c fcgi-apps/core/metrics_peer.h \
	fcgi-apps/core/peers.c fcgi-apps/core/peers.h \
	fcgi-apps/core/pool.c fcgi-apps/core/service.h \
	fcgi-apps/core/personal.c fcgi-apps/core/personal.h \
	fcgi-apps/core/problem.c fcgi-apps/core/problem.h \
	fcgi-apps/core/query.c fcgi-apps/core/query.h \
	fcgi-apps/core/query_parts.c \
	fcgi-apps/core/rebuild.c fcgi-apps/core/rebuild.h \
	fcgi-apps/core/rebuild_tables.c fcgi-apps/core/rebuild_tables.h \
	fcgi-apps/core/reply.c fcgi-apps/core/reply.h \
	fcgi-apps/core/request.c fcgi-apps/core/request.h \
	fcgi-apps/core/route.c fcgi-apps/core/route.h \
	fcgi-apps/core/seal.c fcgi-apps/core/seal.h \
	fcgi-apps/core/seal_keys.c fcgi-apps/core/seal_keys.h \
	fcgi-apps/core/service_token.c fcgi-apps/core/service_token.h \
	fcgi-apps/core/shape.c fcgi-apps/core/shape.h \
	fcgi-apps/core/shape_reading.h \
	fcgi-apps/core/shape_values.c \
	fcgi-apps/core/shape_read.c \
	fcgi-apps/core/shape_diff.c fcgi-apps/core/shape_diff.h \
	fcgi-apps/core/task.c fcgi-apps/core/task.h \
	fcgi-apps/core/trace.c fcgi-apps/core/trace.h \
	fcgi-apps/core/transaction.c fcgi-apps/core/transaction.h \
	fcgi-apps/core/transport.c fcgi-apps/core/transport.h \
	fcgi-apps/core/worker.c fcgi-apps/core/worker.h

POOL_LIBS = fcgi-apps/libcore.a $(FCGI_LIBS) $(MARIADB_LIBS) $(JANSSON_LIBS) $(CJOSE_LIBS) $(CRYPTO_LIBS) \
	$(CURL_LIBS) $(INIH_LIBS) $(UTF8PROC_LIBS) $(B64_LIBS) -lm

sbin_PROGRAMS += fcgi-apps/vinylhound-user fcgi-apps/vinylhound-catalog fcgi-apps/vinylhound-rating

fcgi_apps_vinylhound_user_LDADD = $(POOL_LIBS) $(SODIUM_LIBS)
fcgi_apps_vinylhound_user_SOURCES = \
	fcgi-apps/user/main.c \
	fcgi-apps/user/routes.c fcgi-apps/user/routes.h \
	fcgi-apps/user/statements.c fcgi-apps/user/statements.h \
	fcgi-apps/user/account_api.c \
	fcgi-apps/user/account_store.c fcgi-apps/user/account_store.h \
	fcgi-apps/user/account.c fcgi-apps/user/account.h \
	fcgi-apps/user/album_check.c fcgi-apps/user/album_check.h \
	fcgi-apps/user/album_store.c fcgi-apps/user/album_store.h \
	fcgi-apps/user/collection_api.c \
	fcgi-apps/user/collection_stats_api.c \
	fcgi-apps/user/collection_store.c fcgi-apps/user/collection_store.h \
	fcgi-apps/user/currency.c fcgi-apps/user/currency.h \
	fcgi-apps/user/personal.c fcgi-apps/user/personal.h \
	fcgi-apps/user/projections.c fcgi-apps/user/projections.h \
	fcgi-apps/user/content_api.c \
	fcgi-apps/user/content_store.c fcgi-apps/user/content_store.h \
	fcgi-apps/user/guard_store.c fcgi-apps/user/guard_store.h \
	fcgi-apps/user/login_api.c \
	fcgi-apps/user/export_api.c \
	fcgi-apps/user/email.c fcgi-apps/user/email.h \
	fcgi-apps/user/mail_api.c \
	fcgi-apps/user/mail_send.c fcgi-apps/user/mail_send.h \
	fcgi-apps/user/mail_store.c fcgi-apps/user/mail_store.h \
	fcgi-apps/user/mail_task.c fcgi-apps/user/mail_task.h \
	fcgi-apps/user/name.c fcgi-apps/user/name.h \
	fcgi-apps/user/password.c fcgi-apps/user/password.h \
	fcgi-apps/user/password_api.c fcgi-apps/user/password_api.h \
	fcgi-apps/user/password_common.c fcgi-apps/user/password_common.h fcgi-apps/user/common_passwords.inc \
	fcgi-apps/user/profile_api.c \
	fcgi-apps/user/session_api.c fcgi-apps/user/session_api.h \
	fcgi-apps/user/session_store.c fcgi-apps/user/session_store.h \
	fcgi-apps/user/user_store.c fcgi-apps/user/user_store.h

# decodes the covers that people upload, sandboxed; the catalogue's pool starts it from beside itself
sbin_PROGRAMS += fcgi-apps/vinylhound-cover
fcgi_apps_vinylhound_cover_LDADD = $(COVER_LIBS)
fcgi_apps_vinylhound_cover_SOURCES = \
	fcgi-apps/cover/decode_jpeg.c fcgi-apps/cover/decode_png.c fcgi-apps/cover/decode_webp.c \
	fcgi-apps/cover/exif.c \
	fcgi-apps/cover/main.c \
	fcgi-apps/cover/memory.c \
	fcgi-apps/cover/picture.c fcgi-apps/cover/picture.h \
	fcgi-apps/cover/sandbox.c fcgi-apps/cover/sandbox.h

fcgi_apps_vinylhound_catalog_LDADD = $(POOL_LIBS)
fcgi_apps_vinylhound_catalog_SOURCES = \
	fcgi-apps/catalog/main.c \
	fcgi-apps/catalog/routes.c fcgi-apps/catalog/routes.h \
	fcgi-apps/catalog/statements.c fcgi-apps/catalog/statements.h \
	fcgi-apps/catalog/personal.c fcgi-apps/catalog/personal.h \
	fcgi-apps/catalog/projections.c fcgi-apps/catalog/projections.h \
	fcgi-apps/catalog/album_api.c \
	fcgi-apps/catalog/album_body.c fcgi-apps/catalog/album_body.h \
	fcgi-apps/catalog/album_counts.c fcgi-apps/catalog/album_counts.h \
	fcgi-apps/catalog/album_edit.c fcgi-apps/catalog/album_edit.h \
	fcgi-apps/catalog/album_merge.c fcgi-apps/catalog/album_merge.h \
	fcgi-apps/catalog/album_parts_store.c fcgi-apps/catalog/album_parts_store.h \
	fcgi-apps/catalog/album_store.c fcgi-apps/catalog/album_store.h \
	fcgi-apps/catalog/artist_api.c \
	fcgi-apps/catalog/artist_edit.c fcgi-apps/catalog/artist_edit.h \
	fcgi-apps/catalog/artist_store.c fcgi-apps/catalog/artist_store.h \
	fcgi-apps/catalog/cover_api.c fcgi-apps/catalog/cover_api.h \
	fcgi-apps/catalog/cover_drawing.c fcgi-apps/catalog/cover_drawing.h \
	fcgi-apps/catalog/cover_program.c fcgi-apps/catalog/cover_program.h \
	fcgi-apps/catalog/cover_store.c fcgi-apps/catalog/cover_store.h \
	fcgi-apps/catalog/edit.c fcgi-apps/catalog/edit.h \
	fcgi-apps/catalog/facet_rows.h \
	fcgi-apps/catalog/facet_store.c fcgi-apps/catalog/facet_store.h \
	fcgi-apps/catalog/genre_api.c \
	fcgi-apps/catalog/genre_store.c fcgi-apps/catalog/genre_store.h \
	fcgi-apps/catalog/history_api.c \
	fcgi-apps/catalog/history_store.c fcgi-apps/catalog/history_store.h \
	fcgi-apps/catalog/ids.c fcgi-apps/catalog/ids.h \
	fcgi-apps/catalog/label_api.c \
	fcgi-apps/catalog/label_store.c fcgi-apps/catalog/label_store.h \
	fcgi-apps/catalog/preview_api.c \
	fcgi-apps/catalog/release_api.c \
	fcgi-apps/catalog/release_store.c fcgi-apps/catalog/release_store.h \
	fcgi-apps/catalog/search_api.c \
	fcgi-apps/catalog/search_correct.c fcgi-apps/catalog/search_correct.h \
	fcgi-apps/catalog/search_filter.c \
	fcgi-apps/catalog/search_find.c fcgi-apps/catalog/search_find.h \
	fcgi-apps/catalog/search_gather.c fcgi-apps/catalog/search_gather.h \
	fcgi-apps/catalog/search_list.c fcgi-apps/catalog/search_list.h \
	fcgi-apps/catalog/search_postings.c fcgi-apps/catalog/search_postings.h \
	fcgi-apps/catalog/search_rank.c fcgi-apps/catalog/search_rank.h \
	fcgi-apps/catalog/search_store.c fcgi-apps/catalog/search_store.h \
	fcgi-apps/catalog/search_text.c fcgi-apps/catalog/search_text.h \
	fcgi-apps/catalog/song_api.c \
	fcgi-apps/catalog/song_edit.c fcgi-apps/catalog/song_edit.h \
	fcgi-apps/catalog/song_store.c fcgi-apps/catalog/song_store.h

fcgi_apps_vinylhound_rating_LDADD = $(POOL_LIBS)
fcgi_apps_vinylhound_rating_SOURCES = \
	fcgi-apps/rating/feed_api.c \
	fcgi-apps/rating/feed_text.c fcgi-apps/rating/feed_text.h \
	fcgi-apps/rating/main.c \
	fcgi-apps/rating/routes.c fcgi-apps/rating/routes.h \
	fcgi-apps/rating/statements.c fcgi-apps/rating/statements.h \
	fcgi-apps/rating/personal.c fcgi-apps/rating/personal.h \
	fcgi-apps/rating/projections.c fcgi-apps/rating/projections.h \
	fcgi-apps/rating/album_check.c fcgi-apps/rating/album_check.h \
	fcgi-apps/rating/album_store.c fcgi-apps/rating/album_store.h \
	fcgi-apps/rating/burst.c fcgi-apps/rating/burst.h \
	fcgi-apps/rating/burst_api.c \
	fcgi-apps/rating/burst_store.c fcgi-apps/rating/burst_store.h \
	fcgi-apps/rating/burst_watch.c fcgi-apps/rating/burst_watch.h \
	fcgi-apps/rating/chart_api.c \
	fcgi-apps/rating/chart_list.c \
	fcgi-apps/rating/chart_store.c fcgi-apps/rating/chart_store.h \
	fcgi-apps/rating/dismissal_store.c fcgi-apps/rating/dismissal_store.h \
	fcgi-apps/rating/model_store.c fcgi-apps/rating/model_store.h \
	fcgi-apps/rating/moderation.c fcgi-apps/rating/moderation.h \
	fcgi-apps/rating/moderation_api.c \
	fcgi-apps/rating/preference_api.c \
	fcgi-apps/rating/predict.c fcgi-apps/rating/predict.h \
	fcgi-apps/rating/preference_store.c fcgi-apps/rating/preference_store.h \
	fcgi-apps/rating/rater_store.c fcgi-apps/rating/rater_store.h \
	fcgi-apps/rating/rating_api.c \
	fcgi-apps/rating/rating_change.c fcgi-apps/rating/rating_change.h \
	fcgi-apps/rating/rating_store.c fcgi-apps/rating/rating_store.h \
	fcgi-apps/rating/removal.c fcgi-apps/rating/removal.h \
	fcgi-apps/rating/recommend_api.c \
	fcgi-apps/rating/recommend_newcomer.c fcgi-apps/rating/recommend_newcomer.h \
	fcgi-apps/rating/recommend_score.c fcgi-apps/rating/recommend_score.h \
	fcgi-apps/rating/report_store.c fcgi-apps/rating/report_store.h \
	fcgi-apps/rating/review_api.c \
	fcgi-apps/rating/review_store.c fcgi-apps/rating/review_store.h \
	fcgi-apps/rating/score.c fcgi-apps/rating/score.h \
	fcgi-apps/rating/score_event.c fcgi-apps/rating/score_event.h \
	fcgi-apps/rating/score_sql.h \
	fcgi-apps/rating/summary_api.c \
	fcgi-apps/rating/summary_store.c fcgi-apps/rating/summary_store.h
