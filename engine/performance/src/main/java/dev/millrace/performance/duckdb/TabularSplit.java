package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// A stratified split of exact sizes: rows counted by shard and label, train and val shared out over them, then each
/// shard read once and its rows dealt by the order of a hash.
final class TabularSplit implements SqlWork {

    private static final double TRAIN_RATIO = 0.7;
    private static final double VAL_OF_HOLDOUT = 0.5;

    @Override
    public void run(Session session, Shards shards, Path target) throws SQLException, IOException {
        session.run(
                """
                CREATE TEMP TABLE counts AS
                SELECT filename, label, count(*) AS n FROM %s WHERE label IS NOT NULL GROUP BY ALL
                """
                        .formatted(shards.all(true)));
        session.run(
                """
                CREATE TEMP TABLE takes AS
                WITH running AS (SELECT *, sum(n) OVER (ORDER BY label, filename) AS upto FROM counts),
                train AS (SELECT *, floor(upto * %1$s) - floor((upto - n) * %1$s) AS train FROM running),
                rest AS (SELECT *, upto - sum(train) OVER (ORDER BY label, filename) AS held FROM train)
                SELECT filename, label, train,
                       ceil(held * %2$s) - ceil((held - (n - train)) * %2$s) AS val FROM rest
                """
                        .formatted(TRAIN_RATIO, VAL_OF_HOLDOUT));
        for (Path shard : shards.files()) {
            session.run("CREATE OR REPLACE TEMP TABLE shard AS SELECT * FROM " + shards.one(shard));
            session.run(
                    """
                    CREATE OR REPLACE TEMP TABLE dealt AS
                    SELECT row, CASE WHEN place <= train THEN 'train' WHEN place <= train + val THEN 'val'
                                ELSE 'test' END AS split
                    FROM (SELECT rowid AS row, label,
                                 row_number() OVER (PARTITION BY label ORDER BY hash(txn_id, 42)) AS place
                          FROM shard WHERE label IS NOT NULL)
                    JOIN takes USING (label) WHERE takes.filename = %s
                    """
                            .formatted(Shards.quoted(shard)));
            for (String split : new String[] {"train", "val", "test"}) {
                String query =
                        """
                        SELECT shard.* FROM shard
                        SEMI JOIN (SELECT row FROM dealt WHERE split = '%s') AS chosen ON shard.rowid = chosen.row
                        """
                                .formatted(split);
                session.run(shards.copy(query, SqlWork.output(target, split, shard)));
            }
        }
    }
}
