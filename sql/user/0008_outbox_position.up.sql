-- Events are numbered at insert but show at commit: their order is the position, given once, after commit, by whoever
-- reads next. No position is left out, and none shows before a lower one.
ALTER TABLE outbox
    ADD COLUMN position BIGINT UNSIGNED NULL COMMENT 'in the order of commit; null: not read yet' AFTER id,
    ADD UNIQUE KEY by_position (position);
UPDATE outbox o JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM outbox) p ON p.id = o.id
SET o.position = p.place;
