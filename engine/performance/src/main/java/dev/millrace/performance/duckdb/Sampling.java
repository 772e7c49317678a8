package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// A balanced stratified sample of an exact size: rows counted by shard and stratum, the target shared out over the
/// shards of each stratum, and that many rows of each shard drawn by the order of a hash.
final class Sampling implements SqlWork {

    private final String strata;
    private final long size;

    Sampling(String strata, long size) {
        this.strata = strata;
        this.size = size;
    }

    @Override
    public void run(Session session, Shards shards, Path target) throws SQLException, IOException {
        session.run(
                """
                CREATE TEMP TABLE counts AS
                SELECT filename, %s AS stratum, count(*) AS n FROM %s WHERE %s IS NOT NULL GROUP BY ALL
                """
                        .formatted(strata, shards.all(true), strata));
        session.run(
                """
                CREATE TEMP TABLE takes AS
                WITH wanted AS (
                    SELECT stratum, sum(n) AS of_all,
                           least(sum(n), %d // (SELECT count(DISTINCT stratum) FROM counts)) AS take
                    FROM counts GROUP BY stratum),
                running AS (
                    SELECT *, sum(n) OVER (PARTITION BY stratum ORDER BY filename) AS upto FROM counts)
                SELECT filename, stratum, upto * take // of_all - (upto - n) * take // of_all AS take
                FROM running JOIN wanted USING (stratum)
                """
                        .formatted(size));
        for (Path shard : shards.files()) {
            String query =
                    """
                    SELECT drawn.* EXCLUDE (place)
                    FROM (SELECT *, row_number() OVER (PARTITION BY %s ORDER BY hash(txn_id, 42)) AS place FROM %s)
                             AS drawn
                    JOIN takes ON takes.stratum = drawn.%s AND takes.filename = %s
                    WHERE place <= takes.take
                    """
                            .formatted(strata, shards.one(shard), strata, Shards.quoted(shard));
            session.run(shards.copy(query, SqlWork.output(target, "train", shard)));
        }
    }
}
