package dev.millrace.engine.parquet;

import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// The types of a dataset's columns over all its shards: those of the first, but optional where a flat column is
/// optional in some shard and required in another.
///
/// @param name of the first shard's schema
/// @param types by position of the column in the dataset's schema
/// @param keyValues of the first shard
/// @param opaque columns that can only be passed through, and why
record UnitedSchema(String name, List<Type> types, SortedMap<String, String> keyValues, Map<String, String> opaque) {

    /// Reads every footer.
    ///
    /// @throws DataException if the types of a column differ
    static UnitedSchema of(List<Shard> shards, Schema schema) throws IOException {
        List<Type> types = new ArrayList<>();
        Map<String, String> opaque = new LinkedHashMap<>();
        ShardFooter first = ShardFooter.read(shards.getFirst().file());
        for (Fields.Field field : ShardLeaves.of(first, schema, Set.of()).fields()) {
            types.add(field.type());
            field.opaque().ifPresent(why -> opaque.put(field.name(), why));
        }
        for (Shard shard : shards.subList(1, shards.size())) {
            ShardFooter footer = ShardFooter.read(shard.file());
            List<Fields.Field> fields = ShardLeaves.of(footer, schema, Set.of()).fields();
            for (int position = 0; position < types.size(); position++) {
                Type known = types.get(position);
                Type other = fields.get(position).type();
                types.set(position, united(known, other).orElseThrow(() -> differing(first, shard, known, other)));
            }
        }
        return new UnitedSchema(first.schema().getName(), List.copyOf(types), first.keyValues(), Map.copyOf(opaque));
    }

    private static Optional<Type> united(Type known, Type other) {
        if (known.equals(other)) {
            return Optional.of(known);
        }
        if (known.isPrimitive() && other.isPrimitive()) {
            Type optional = optional(known);
            if (optional.equals(optional(other))) {
                return Optional.of(optional);
            }
        }
        return Optional.empty();
    }

    /// The type as an optional one; a list stays one.
    private static Type optional(Type type) {
        if (!type.isRepetition(Repetition.REQUIRED)) {
            return type;
        }
        Type optional =
                Types.optional(type.asPrimitiveType().getPrimitiveTypeName())
                        .length(type.asPrimitiveType().getTypeLength())
                        .as(type.getLogicalTypeAnnotation())
                        .named(type.getName());
        return type.getId() == null ? optional : optional.withId(type.getId().intValue());
    }

    private static DataException differing(ShardFooter first, Shard shard, Type known, Type other) {
        return new DataException(
                new Problem(
                        Place.of(shard.file()).inColumn(other.getName()),
                        "its type is "
                                + text(other)
                                + " but in "
                                + first.file().getFileName()
                                + " it is "
                                + text(known),
                        "Write all shards with one schema"));
    }

    private static String text(Type type) {
        return type.toString().replaceAll("\\s+", " ").strip();
    }
}
