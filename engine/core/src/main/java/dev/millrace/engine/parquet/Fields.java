package dev.millrace.engine.parquet;

import dev.millrace.engine.problem.Place;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of a dataset as a schema of Parquet has them: its top-level fields. A nested field is one column with
/// several leaves.
final class Fields {

    private final Map<String, Field> byName = new LinkedHashMap<>();

    /// @param name the name of the column: that of the field, with `__DOT__` read as a dot
    /// @param leaves in the schema's order
    record Field(String name, Type type, List<Leaf> leaves) {

        Field {
            leaves = List.copyOf(leaves);
        }

        /// Why its values cannot be looked at; empty if they can.
        Optional<String> opaque() {
            if (type.isRepetition(Type.Repetition.REPEATED)) {
                return Optional.of("it is a list");
            }
            if (!type.isPrimitive()) {
                return Optional.of("it is nested: " + type.getName() + " has fields of its own");
            }
            if (leaves.getFirst().cells() == null) {
                PrimitiveType primitive = type.asPrimitiveType();
                String logical =
                        primitive.getLogicalTypeAnnotation() == null
                                ? "no logical type"
                                : "logical type " + primitive.getLogicalTypeAnnotation();
                return Optional.of("it has type " + primitive.getPrimitiveTypeName() + " with " + logical);
            }
            return Optional.empty();
        }
    }

    private Fields() {}

    /// @throws dev.millrace.engine.problem.DataException if two fields have one name
    static Fields of(Path file, MessageType schema) {
        Fields fields = new Fields();
        Map<String, List<Leaf>> leaves = new LinkedHashMap<>();
        List<ColumnDescriptor> columns = schema.getColumns();
        for (int i = 0; i < columns.size(); i++) {
            ColumnDescriptor column = columns.get(i);
            leaves.computeIfAbsent(column.getPath()[0], _ -> new ArrayList<>()).add(new Leaf(i, column));
        }
        for (Type type : schema.getFields()) {
            String name = type.getName().replace("__DOT__", ".");
            Field field = new Field(name, type, leaves.getOrDefault(type.getName(), List.of()));
            if (fields.byName.put(name, field) != null) {
                throw Damage.of(Place.of(file), "the schema names the column '" + name + "' twice");
            }
        }
        return fields;
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    List<Field> all() {
        return List.copyOf(byName.values());
    }

    Field named(String name) {
        Field field = byName.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no column '" + name + "' in " + byName.keySet());
        }
        return field;
    }
}
