package dev.millrace.engine.parquet;

import dev.millrace.engine.dataset.Schema;

import java.util.List;
import java.util.Set;

/// How the columns of a dataset lie in one shard.
///
/// @param footer of the shard
/// @param fields its fields, by position of the column in the dataset's schema
/// @param lookedAt positions of the columns that somebody looks at
record ShardLeaves(ShardFooter footer, List<Fields.Field> fields, Set<Integer> lookedAt) {

    static ShardLeaves of(ShardFooter footer, Schema schema, Set<Integer> lookedAt) {
        Fields fields = Fields.of(footer.file(), footer.schema());
        return new ShardLeaves(footer, schema.columns().stream().map(fields::named).toList(), Set.copyOf(lookedAt));
    }

    /// The leaves of a column.
    List<Leaf> leaves(int position) {
        return fields.get(position).leaves();
    }

    /// All leaves of the shard, those of looked-at columns included.
    List<Leaf> all() {
        return fields.stream().flatMap(field -> field.leaves().stream()).toList();
    }

    /// Whether it is of the same file.
    boolean isSame(ShardLeaves other) {
        return footer.file().equals(other.footer.file());
    }
}
