-- What scores are made with (score.h), estimated by `vinylhound scores`. One row is live; while charts are made anew
-- there is a second one, under whose number the new charts stand, and each change of a rating goes to both.
CREATE TABLE score_parameters (
    generation   INT UNSIGNED NOT NULL AUTO_INCREMENT,
    live         BOOLEAN NOT NULL,
    prior        DOUBLE NOT NULL COMMENT 'C, stars',
    m            DOUBLE NOT NULL COMMENT 'ratings that C counts as',
    spread       DOUBLE NOT NULL COMMENT 'variance of all ratings, stars squared',
    new_share    DOUBLE NOT NULL COMMENT 'of ratings by new accounts',
    high_share   DOUBLE NOT NULL COMMENT 'of ratings of 4.5 stars and more',
    low_share    DOUBLE NOT NULL COMMENT 'of ratings of 1.5 stars and less',
    recent_from  DATETIME(3) NOT NULL COMMENT 'ratings given since are recent',
    earlier_from DATETIME(3) NOT NULL COMMENT 'those since then and before are what is usual',
    made_at      DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (generation),
    KEY live (live)
) ENGINE = InnoDB;
INSERT INTO score_parameters
    (live, prior, m, spread, new_share, high_share, low_share, recent_from, earlier_from)
VALUES
    (TRUE, 2.75, 4, 2.0625, 0.9, 0.3, 0.1, UTC_TIMESTAMP(3) - INTERVAL 7 DAY, UTC_TIMESTAMP(3) - INTERVAL 91 DAY);
