-- Models of recommendations, made by `vinylhound recommend`. One is live; the one before it is kept until the next is made.
CREATE TABLE models (
    generation              INT UNSIGNED NOT NULL AUTO_INCREMENT,
    live                    BOOLEAN NOT NULL DEFAULT FALSE,
    method                  VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'ease, likeness',
    generated_at            DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    ratings                 BIGINT UNSIGNED NOT NULL COMMENT 'it was made of',
    users                   INT UNSIGNED NOT NULL COMMENT 'who gave them',
    albums                  INT UNSIGNED NOT NULL COMMENT 'that it can recommend',
    by_stars                BOOLEAN NOT NULL COMMENT 'a rating of 4 stars and more counts by its stars',
    rmse                    DOUBLE NULL COMMENT 'on ratings set aside, as all that follow; null: too few',
    mae                     DOUBLE NULL,
    ndcg_at_10              DOUBLE NULL,
    recall_at_20            DOUBLE NULL,
    popularity_ndcg_at_10   DOUBLE NULL,
    popularity_recall_at_20 DOUBLE NULL,
    predictor               BLOB NOT NULL COMMENT 'struct predictor of fcgi-apps/rating/predict.h',
    PRIMARY KEY (generation),
    KEY live (live)
) ENGINE = InnoDB;
