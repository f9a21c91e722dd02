-- Whose ratings a burst holds or held, also if they have been taken back since: given anew they are held again.
CREATE TABLE burst_members (
    burst_id BIGINT UNSIGNED NOT NULL,
    user_id  BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (burst_id, user_id),
    KEY user_id (user_id)
) ENGINE = InnoDB;
